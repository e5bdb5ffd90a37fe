"""The motifs of the generated texts: each draws eight rows, and tells where a connector may enter and leave.

    motif(sheet, rng, pen, top, left, width) -> (column of an edge in the first row, column of an edge in the last)

A motif fills its width to the last column, so that a text has the size that was asked for.
"""
from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from .pens import Frame, Pen
from .sheet import Sheet, put, put_box, width_of

HEIGHT: Final = 8

Motif = Callable[[Sheet, random.Random, Pen, int, int, int], tuple[int, int]]


def _labelled(
    sheet: Sheet, rng: random.Random, pen: Pen, top: int, left: int, height: int, width: int,
) -> Frame:
    """Draw a box with a label in each of its rows but some, set at the left or in the middle; return its frame."""
    frame = rng.choice(pen.frames[:-1])
    put_box(sheet, frame, top, left, height, width)
    centred = rng.random() < 0.5
    for row in range(top + 1, top + height - 1):
        if row == top + 1 or rng.random() < 0.8:
            label = pen.words.phrase(rng, min(width - 4, rng.choice((8, 12, 20))))
            put(sheet, row, left + ((width - width_of(label)) // 2 if centred else 2), label)
    return frame


def _arrow(sheet: Sheet, rng: random.Random, pen: Pen, row: int, first: int, last: int, frame: Frame) -> None:
    """Draw a connector from the wall at `first` to the wall at `last`, most with a label in or above the line."""
    wire, room = pen.wire, last - first - 1
    verb = pen.words.verb(rng, room - 6)
    line = wire.across * room
    if verb and rng.random() < 0.5:
        start = wire.across * max((room - 3 - width_of(verb)) // 2, 2)
        line = f"{start} {verb} "
        line += wire.across * (room - width_of(line))
    elif verb:
        put(sheet, row - 1, first + 2, verb)
    line = line[:-1] + wire.head_right
    if rng.random() < 0.15:
        put(sheet, row, first + 1, wire.head_left + line[1:])
    else:
        put(sheet, row, first, frame.right + line)


def _split(rng: random.Random, width: int, parts: int, gap: int) -> list[tuple[int, int]]:
    """Return (offset, width) of `parts` boxes that share `width`, at least `gap` columns apart."""
    share = (width - gap * (parts - 1)) // parts
    widths = [share - rng.randrange(3) for _ in range(parts)]
    starts = [0, *(round((width - share) * part / (parts - 1)) for part in range(1, parts))] if parts > 1 else [0]
    widths[-1] = width - starts[-1]
    return list(zip(starts, widths, strict=True))


def chain(sheet: Sheet, rng: random.Random, pen: Pen, top: int, left: int, width: int) -> tuple[int, int]:
    """Three boxes, each joined to the next; one of them is a tall list, and a note stands below another.

        ┌───────┐         ┌────────┐ pays    ┌───────┐
        │ Order ├─ asks ─▶│ Ledger ├────────▶│ Shop  │
    """
    parts = [(left + offset, size) for offset, size in _split(rng, width, 3, 11)]
    tall = rng.randrange(3)
    frames = []
    for part, (column, size) in enumerate(parts):
        height = HEIGHT if part == tall else rng.choice((4, 5))
        frames.append(_labelled(sheet, rng, pen, top, column, height, size))
        if height < HEIGHT and rng.random() < 0.7:
            put(sheet, top + 6, column, pen.words.phrase(rng, size))
    for part, ((column, size), (after, _)) in enumerate(pairwise(parts)):
        _arrow(sheet, rng, pen, top + 2, column + size - 1, after, frames[part])
    column, size = parts[tall]
    return column + size // 2, column + rng.randrange(2, size - 2)


def fork(sheet: Sheet, rng: random.Random, pen: Pen, top: int, left: int, width: int) -> tuple[int, int]:
    """One box above three.

                ┌───────┐
                └───┬───┘
         ┌──────────┼──────────┐
         ▼ yes      ▼ no       ▼
    """
    parts = [(left + offset, size) for offset, size in _split(rng, width, 3, 4)]
    ends = [column + size // 2 for column, size in parts]
    size = rng.randrange(16, 25)
    frame = _labelled(sheet, rng, pen, top, ends[1] - size // 2, 3, size)
    wire = pen.wire
    put(sheet, top + 2, ends[1], frame.below)
    put(sheet, top + 3, ends[0], wire.across * (ends[2] - ends[0]))
    for end, joint in zip(ends, (wire.down_right, wire.cross, wire.down_left), strict=True):
        put(sheet, top + 3, end, joint)
        put(sheet, top + 4, end, wire.head_down)
        if rng.random() < 0.4:
            put(sheet, top + 4, end + 2, pen.words.verb(rng, 6))
    for column, part in parts:
        _labelled(sheet, rng, pen, top + 5, column, 3, part)
    column, part = rng.choice(parts)
    return ends[1], column + rng.randrange(2, part - 2)


def container(sheet: Sheet, rng: random.Random, pen: Pen, top: int, left: int, width: int) -> tuple[int, int]:
    """A box that holds two: a box that holds one more, and one that it is joined to.

        ╔═ Shop ═══════════════════════════════╗
        ║ ┌───────────────┐                    ║
        ║ │ ┌───────┐     │        ┌─────────┐ ║
        ║ │ │ Order │     ├─ pays ▶│ Ledger  │ ║
    """
    put_box(sheet, pen.frames[-1], top, left, HEIGHT, width, pen.words.phrase(rng, 16))
    (first, one), (second, other) = _split(rng, width - 6, 2, 10)
    first, second = left + 3 + first, left + 3 + second
    put_box(sheet, pen.frames[0], top + 1, first, 6, one, pen.words.phrase(rng, one - 8) if rng.random() < 0.5 else "")
    _labelled(sheet, rng, pen, top + 2, first + 2, rng.choice((3, 4)), one - 4 - rng.randrange(4))
    _labelled(sheet, rng, pen, top + 2, second, rng.choice((4, 5)), other)
    _arrow(sheet, rng, pen, top + 4, first + one - 1, second, pen.frames[0])
    return left + width // 2 + rng.randrange(-4, 5), left + rng.randrange(4, width - 4)


def table(sheet: Sheet, rng: random.Random, pen: Pen, top: int, left: int, width: int) -> tuple[int, int]:
    """A head and four rows in a grid."""
    frame, wire = pen.frames[0], pen.wire
    put_box(sheet, frame, top, left, HEIGHT, width)
    count = rng.choice((3, 4))
    walls = [left + width * part // count for part in range(count)] + [left + width - 1]
    put(sheet, top + 2, left, frame.right if frame.right != frame.side else wire.cross)
    put(sheet, top + 2, left + 1, wire.across * (width - 2))
    put(sheet, top + 2, left + width - 1, frame.left if frame.left != frame.side else wire.cross)
    sheet.walls.remove((top + 2, left + width - 1))
    for wall in walls[1:-1]:
        for row, glyph in ((0, frame.below), (2, wire.cross), (HEIGHT - 1, frame.above)):
            put(sheet, top + row, wall, glyph)
    for row in (1, 3, 4, 5, 6):
        for wall, after in pairwise(walls):
            if after != walls[-1]:
                put(sheet, top + row, after, frame.side)
                sheet.walls.append((top + row, after))
            put(sheet, top + row, wall + 2, pen.words.phrase(rng, after - wall - 3))
    return left + 2, walls[-2] + 2


MOTIFS: Final[dict[str, Motif]] = {"chain": chain, "fork": fork, "container": container, "table": table}
