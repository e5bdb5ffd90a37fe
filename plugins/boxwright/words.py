"""Put labels together to texts of several lines: Labels -> Words.

    reads and     one text: a line goes on in the next row where the two overlap, and either nothing else stands
    writes        in that row or the two have the same left edge, middle or right edge. Two lines that connectors
                  end at are two texts.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from .alignment import CENTRED, are_middle, listed_in
from .model import Anchor, Box, Label, OwnedLabel
from .typed import NamedTuple


class Words(NamedTuple):
    """A text of one or more lines, and the rectangle that it fills, in half-cells."""

    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    anchor: Anchor = "start"


def _is_aligned(one: Label, two: Label) -> bool:
    left, right = two.column - one.column, two.column + two.columns - one.column - one.columns
    return left == 0 or right == 0 or abs(left + right) <= CENTRED


def _overlap(one: Label, two: Label) -> bool:
    return one.column < two.column + two.columns and two.column < one.column + one.columns


def blocks_of(labels: Sequence[OwnedLabel], chosen: Iterable[int], ends: Set[int] = frozenset()) -> list[list[int]]:
    """Return the chosen labels (indices) in blocks: one label a row, from the top. Blocks are in reading order.

    No two of `ends` come into one block.
    """
    rows: dict[int, list[int]] = {}
    for index in chosen:
        rows.setdefault(labels[index].label.row, []).append(index)
    blocks: list[list[int]] = []
    above: list[list[int]] = []         # the blocks that end in the row above
    last = -2
    for row, members in sorted(rows.items()):
        open_blocks = above if row == last + 1 else []
        above, last = [], row
        left = 0                        # blocks and members are both in order of their columns
        for index in sorted(members, key=lambda i: labels[i].label.column):
            label = labels[index].label
            while left < len(open_blocks) and _end(labels[open_blocks[left][-1]].label) <= label.column:
                left += 1
            joined = None
            if left < len(open_blocks):
                over = labels[open_blocks[left][-1]].label
                alone = len(members) == 1 and len(open_blocks) == 1
                is_other = index in ends and not ends.isdisjoint(open_blocks[left])
                if not is_other and _overlap(over, label) and (alone or _is_aligned(over, label)):
                    joined = open_blocks[left]
                    left += 1
            if joined is None:
                joined = []
                blocks.append(joined)
            joined.append(index)
            above.append(joined)
    return blocks


def _end(label: Label) -> int:
    return label.column + label.columns


def as_words(labels: Sequence[OwnedLabel], block: Sequence[int], box: Box | None) -> Words:
    """Return a block as one text; its lines keep their indent unless they are set to the middle of `box`."""
    found = [labels[index].label for index in block]
    left, right = min(label.column for label in found), max(map(_end, found))
    anchor: Anchor = "start"
    if box is not None and are_middle(found, box) and not listed_in(found):
        anchor = "middle"
    elif len(found) > 1 and all(abs(label.column + _end(label) - left - right) <= 1 for label in found):
        anchor = "middle" if any(label.column != left for label in found) else "start"
    lines = tuple(label.text if anchor == "middle" else " " * (label.column - left) + label.text for label in found)
    return Words(lines, 2 * left, 2 * found[0].row, 2 * (right - left), 2 * len(found), anchor)


def lines_of(
    labels: Sequence[OwnedLabel], chosen: Iterable[int], dividers: Iterable[tuple[str, int, int, int]], rule: str,
) -> tuple[str, ...]:
    """Return a box's texts row by row, with a `rule` where a divider lies between, and a bar between its columns.

    A divider is (axis, line, start, stop).
    """
    rows: dict[int, list[Label]] = {}
    for index in chosen:
        rows.setdefault(labels[index].label.row, []).append(labels[index].label)
    level = sorted({line for axis, line, _, _ in dividers if axis == "h"})
    upright = [(line, start, stop) for axis, line, start, stop in dividers if axis == "v"]
    return tuple(_lines(sorted(rows.items()), level, upright, rule))


def _lines(
    rows: Iterable[tuple[int, list[Label]]], level: Sequence[int], upright: Sequence[tuple[int, int, int]], rule: str,
) -> Iterator[str]:
    at, is_first = 0, True
    for row, found in rows:
        passed = at
        while at < len(level) and level[at] < row:
            at += 1
        if at > passed and not is_first:
            yield rule
        is_first = False
        bars = [line for line, start, stop in upright if start <= row <= stop]
        parts: list[str] = []
        before: Label | None = None
        for label in sorted(found, key=lambda one: one.column):
            if before is not None:
                has_bar = any(before.column < line < label.column for line in bars)
                parts.append(" │ " if has_bar else " ")
            parts.append(label.text)
            before = label
        yield "".join(parts)
