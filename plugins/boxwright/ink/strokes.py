"""Trace straight strokes: rows of equal length -> Stroke, ...

A stroke exists only where two facing arms meet: the east arm of one cell and the west arm of the next.
One glyph alone makes no ink, unless it stands against the side of another stroke.

    ──   two facing arms: a stroke          │─   nothing faces the dash: no stroke
    ─┬─
     │   one cell, but it hangs on a tee    ───  or under a plain edge, as people type it
                                             │

A run of shy glyphs only (`-->`, `+---+`, `2025-10-21`) must show that it is ink: `_is_live` is the one rule.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from ..glyphs import GLYPHS, LEVEL, UPRIGHT, char_class, chars
from ..model import Axis, Dash, Piece, Side, Stroke, Weight
from ..patterns import pattern
from .spans import Spans

_ROUND_SHY: Final = "".join(g.char for g in GLYPHS.values() if g.shy and g.round)
_CORNERS: Final = _ROUND_SHY + "+"
_FACING: Final[Mapping[Axis, tuple[Side, Side]]] = {"h": ("E", "W"), "v": ("S", "N")}
_BARS: Final[Mapping[Axis, str]] = {"h": "EW", "v": "NS"}


def _through(arms: str) -> str:
    return char_class("".join(c for c in chars(arms) if c not in _ROUND_SHY))


#: The glyphs that may be a stroke of one cell.
_ALONE: Final = {
    axis: frozenset(
        g.char for g in GLYPHS.values()
        if not g.char.isalpha() and (g.arms == bars and g.char != ":" or g.head and g.head in bars)
    )
    for axis, bars in _BARS.items()
}
#: A run of two cells or more, or else one cell that may stand alone.
_RUN: Final = {
    axis: pattern(
        f"{char_class(chars(near))}{_through(near + far)}*{char_class(chars(far))}|{char_class(''.join(_ALONE[axis]))}")
    for axis, (near, far) in _FACING.items()
}
_NO_CORNER: Final = frozenset(_CORNERS).isdisjoint
_MARKS: Final = frozenset(g.char for g in GLYPHS.values() if g.mark)
_HARD: Final = pattern(char_class(chars(shy=False)))
_LINES: Final = {"h": LEVEL, "v": UPRIGHT}
#: Runs that are drawn in one way from end to end, as most are.
_PLAIN: Final = {
    axis: pattern(char_class("".join(
        g.char for g in GLYPHS.values()
        if g.arms and g.dash == "solid" and not g.each and (g.h if axis == "h" else g.v) == "light"
    )) + "*")
    for axis in _BARS
}
#: A line to the next corner, across an axis; and a corner between a line and another corner on which a line stands.
_TO_CORNER: Final = {
    axis: pattern(f"{char_class(''.join(_LINES['v' if axis == 'h' else 'h']))}+[+]") for axis in _BARS
}
_BACKS: Final = pattern(r"(?<=.)\+(?=\+.)")
_HEADS: Final = frozenset(chars(head=True))
_WALL_CHARS: Final = frozenset(UPRIGHT) - {":"}
_WALL, _NO_WALL = (f"[{sign}{char_class(''.join(_WALL_CHARS))[1:]}" for sign in ("", "^"))
#: A short arrow; and the two ends of a measure, each at a bar.
_MEASURE: Final = pattern("<[-=]+|[-=]+>")
_MEASURES: Final = {"W": pattern(f"{_WALL}<[-=]{_NO_WALL}*$"), "E": pattern(f"{_NO_WALL}*[-=]>{_WALL}")}
_OFFERS: Final = {axis: (frozenset(chars(near)), frozenset(chars(far))) for axis, (near, far) in _FACING.items()}
_LETTER_HEADS: Final = frozenset(c for c in _HEADS if c.isalpha())
_ANCHORS: Final = frozenset(_CORNERS) | _HEADS | {
    g.char for g in GLYPHS.values() if g.mark and g.arms or g.double_ended
}
_WALLS: Final[Mapping[Axis, Mapping[Weight, str]]] = {
    axis: {g.h if axis == "h" else g.v: g.char for g in GLYPHS.values()
           if g.arms == bars and g.dash == "solid" and not g.shy and not g.each}
    for axis, bars in _BARS.items()
}
_ACROSS: Final = {"h": frozenset(chars("NS")), "v": frozenset(chars("EW"))}
_EACH: Final[dict[str, Weight]] = {"l": "light", "h": "heavy", "d": "double"}
_ORDER: Final = ("light", "heavy", "double")


_LIKE: Final = pattern(r"(.)\1*", re.DOTALL)


_NO_WORDS: Final = " -|+"               # what mostly stands beside a wall


def is_word(char: str) -> bool:
    """Tell whether `char` is part of a word: touching it, a shy glyph is text."""
    return char.isalnum() or char in "$@#%&" or (ord(char) > 0x2E7F and not ord(char) > 0xFFFFF)


def _is_live(run: str, axis: Axis, before: str, after: str, beside: str) -> bool:
    """Tell whether a run of shy glyphs only is ink. `before`, `after`: the cells next to its ends.

    It is where it is long enough, ends at something (a corner, an arrowhead, a wall), and no word touches it:

        +---+   ---->   |--   ------     ink
        --flag   2025-10-21   a -> b     text

    What fails here may still be held by a stroke across one of its corners: see `_is_held`.
    """
    lines = sum(map(_LINES[axis].__contains__, run))
    if not lines:
        return False
    across = _ACROSS[axis]
    held = [run[0] in _ANCHORS or before in across, run[-1] in _ANCHORS or after in across]
    if axis == "v":
        clear = not any(map(is_word, beside.strip(_NO_WORDS)))
        if ":" in run and not clear:        # 19:45 under a caret is a time
            return False
        return lines >= 2 and clear or (any(held) and (clear or all(held)))
    touched = [is_word(before), is_word(after)]
    if all(held) and not any(touched):
        return True
    if any(touched):
        return lines >= 2 and not all(touched) and held[touched.index(False)]
    return lines >= 2 if any(held) else len(run) >= 3


def weight_of(char: str, side: str) -> Weight:
    """Return the weight of a glyph's arm."""
    glyph = GLYPHS[char]
    if glyph.each:
        return _EACH[glyph.each[glyph.arms.index(side)]] if side in glyph.arms else "light"
    return glyph.h if side in "EW" else glyph.v


@cache
def _link(axis: Axis, near: str, far: str) -> tuple[Weight, Dash]:
    """Return how two facing cells are joined: as a plain line among them is drawn, else as the heavier arm."""
    for char, side in ((near, _FACING[axis][0]), (far, _FACING[axis][1])):
        if char in _LINES[axis]:
            return weight_of(char, side), GLYPHS[char].dash
    arms = weight_of(near, _FACING[axis][0]), weight_of(far, _FACING[axis][1])
    return max(arms, key=_ORDER.index), "solid"


def _pairs(run: str) -> Iterator[tuple[int, str, str]]:
    """Yield the pairs of neighbours in a run, each with its place; of like ones in a row the first pair only."""
    for match in _LIKE.finditer(run):
        near, stop = match[1], match.end()
        if stop - match.start() > 1:
            yield match.start(), near, near
        if stop < len(run):
            yield stop - 1, near, run[stop]


def _pieces(axis: Axis, start: int, run: str) -> tuple[Piece, ...]:
    """Return the parts of a run that look alike; what is typed has no look of its own at a corner: ==+> goes on."""
    found: list[tuple[int, tuple[Weight, Dash]]] = []          # where each begins, and its look
    lines = _LINES[axis]
    for at, near, far in _pairs(run):
        look = found[-1][1] if found and near in _CORNERS and far not in lines else _link(axis, near, far)
        if not found or found[-1][1] != look:
            found.append((at, look))
    end = len(run) - 1, found[0][1]
    return tuple(
        Piece(start + at, start + stop, *look)
        for (at, look), (stop, _) in pairwise([*found, end]))


#: What stands after the first half of an arrow with words in it, and before the second half of one that points back.
_WORDS_ON: Final = pattern(r" ?\w(?: ?[^\s<>|=+-]){0,30} ?(-{2,}|={2,}|~{2,})>")
_WORDS_BACK: Final = pattern(r"<(-{2,}|={2,}|~{2,}) ?\w(?: ?[^\s<>|=+-]){0,30} ?$")
_TYPED_LINES: Final = "-=~"
_OPEN: Final = " ()[]{}|"               # what may stand where such an arrow begins: a blank, or what it comes from
_MOST_WORDS: Final = 96                 # cells that these may take


def _has_words(line: str, start: int, stop: int) -> bool:
    """Tell whether hyphens from `start` up to `stop` are half of an arrow in which words stand.

        a --reads--> b       a -- reads --> b       a <--reads-- b       both halves are typed alike

    A flag is none: what stands before it is a blank, but what follows is no arrow.
    """
    run, west, east = line[start:stop], line[start - 1 : start], line[stop : stop + 1]
    if len(run) < 2 or run[0] not in _TYPED_LINES or run.strip(run[0]):
        return False
    if (not west or west in _OPEN) and (on := _WORDS_ON.match(line, stop)):
        return on[1][0] == run[0] and (east != " " or len(on[1]) == len(run))
    if (not east or east in _OPEN) and (back := _WORDS_BACK.search(line[max(start - _MOST_WORDS, 0) : start])):
        return back[1][0] == run[0] and (west != " " or len(back[1]) == len(run))
    return False


def _stroke(axis: Axis, line: int, start: int, run: str) -> Stroke:
    stop = start + len(run) - 1
    if _PLAIN[axis].fullmatch(run):
        return Stroke(axis, line, start, stop)
    if len(run) == 1:
        glyph = GLYPHS[run]
        return Stroke(axis, line, start, stop, glyph.h if axis == "h" else glyph.v, glyph.dash)
    pieces = _pieces(axis, start, run)
    lengths: dict[tuple[Weight, Dash], int] = {}
    for piece in pieces:
        lengths[piece[2:]] = lengths.get(piece[2:], 0) + piece.stop - piece.start
    weight, dash = max(lengths, key=lambda look: (lengths[look], -_ORDER.index(look[0]), look[1]))
    return Stroke(axis, line, start, stop, weight, dash, pieces if len(pieces) > 1 else ())


_Lone = tuple[int, int, str]            # line, position, glyph (or a run of corners)


def _is_edge(lines: Sequence[str], line: str, index: int, outside: int, axis: Axis) -> bool:
    """Tell whether `line` runs from the corner at `index` to another corner that has a bar on the same side."""
    for step, ahead in ((1, line[index + 1 :]), (-1, line[index - 1 :: -1] if index else "")):
        match = _TO_CORNER[axis].match(ahead)
        if match and lines[index + step * match.end()][outside] in _LINES[axis]:
            return True
    return False


def _parted(
    lines: Sequence[str], across: Sequence[str], axis: Axis, index: int, start: int, run: str,
) -> Iterator[tuple[int, str]]:
    """Yield the parts of a run, each with its start: it is cut where two boxes stand back to back.

        |  a  |
        +-----+        a corner like + offers an arm to the other box's corner, which is not meant
        +-----+
        |  b  |
    """
    done = 0
    for match in _BACKS.finditer(run):
        seam = match.end()
        near = start + seam - 1
        if _is_edge(lines, across[near], index, near - 1, axis) \
                and _is_edge(lines, across[near + 1], index, near + 2, axis):
            yield start + done, run[done:seam]
            done = seam
    yield start + done, run[done:]


def _runs(lines: Sequence[str], across: Sequence[str], axis: Axis, lone: list[_Lone]) -> Iterator[Stroke]:
    """Yield the strokes along each of `lines` (the rows for "h", the columns for "v"); cells alone go to `lone`."""
    blank = " " * len(lines[0]) if lines else ""
    find, is_hard = _RUN[axis].finditer, _HARD.search
    for index, line in enumerate(lines):
        found = [(match.start(), match.group()) for match in find(line)]
        if "++" in line:
            found = [part for start, run in found for part in _parted(lines, across, axis, index, start, run)]
        for start, run in found:
            if len(run) == 1:
                lone.append((index, start, run))
                continue
            if axis == "v" or not is_hard(run):
                sides = (lines[index - 1] if index else blank, lines[index + 1] if index + 1 < len(lines) else blank)
                # a point over a trunk is one, not its corner:   .        .git     an end of a line is one    .
                #                                                |-- a    │                                   |
                if axis == "v" and (run[0] in _ROUND_SHY or run[-1] in _ROUND_SHY):
                    first, last = (run[end] in _ROUND_SHY and _is_point(line, sides, at, out)
                                   for end, at, out in ((0, start, -1), (-1, start + len(run) - 1, 1)))
                    start, run = start + first, run[first : len(run) - last]
                    if len(run) < 2:
                        if run:
                            lone.append((index, start, run))
                        continue
                # the terminal of a level line and a corner meet in passing:  --o
                #                                                               +--
                if axis == "v" and not _MARKS.isdisjoint(run):
                    first, last = (_passes(run[::step], sides, at)
                                   for step, at in ((1, start), (-1, start + len(run) - 1)))
                    start, run = start + first, run[first : len(run) - last]
                    if len(run) < 2:
                        continue
                # a letter is a head only where no word touches it:   |v|  and not  |view
                #                                                     v
                if axis == "v":
                    while run and run[-1] in _LETTER_HEADS and _touched(sides, start + len(run) - 1):
                        run = run[:-1]
                    if len(run) < 2:
                        if run:
                            lone.append((index, start, run))
                        continue
                if not is_hard(run):
                    stop = start + len(run)
                    before = line[start - 1] if start else " "
                    after = line[stop] if stop < len(line) else " "
                    beside = sides[0][start:stop] + sides[1][start:stop] if axis == "v" else ""
                    if not (_is_live(run, axis, before, after, beside)
                            or axis == "h" and _has_words(line, start, stop)) \
                            or run == "-->" and "<!--" in line[:start]:         # the end of a comment
                        is_free = axis == "v" or not is_word(before) and not is_word(after)
                        if is_free and not _NO_CORNER(run) or axis == "h" and _is_measure(run, line, start):
                            lone.append((index, start, run))
                        if axis == "v":
                            lone.extend((index, start + k, char) for k, char in enumerate(run) if char in _ALONE[axis])
                        continue
            yield _stroke(axis, index, start, run)


def _passes(run: str, sides: tuple[str, str], at: int) -> bool:
    """Tell whether a run begins, `at` a row, with the terminal of a level line, and a corner or a terminal follows."""
    return run[0] in _MARKS and (run[1] in _CORNERS or run[1] in _MARKS) and any(side[at] in LEVEL for side in sides)


def _is_point(column: str, sides: tuple[str, str], at: int, out: int) -> bool:
    """Tell whether what could be the round end of an upright line is text; `out` is the way on, up or down.

    Nothing but words stands beside it, nor beside the next cell, where an arc may go on; and a word touches it, or
    what it would end is no plain typed bar: a branch goes off there, or it is a glyph of Box Drawing.
    """
    if not all(side[k] == " " or is_word(side[k]) for side in sides for k in (at, at + out) if 0 <= k < len(column)):
        return False
    inward = column[at - out]
    return sides[1][at] != " " or GLYPHS[inward].arms == "NS" and not GLYPHS[inward].shy or sides[1][at - out] in LEVEL


def _touched(sides: tuple[str, str], at: int) -> bool:
    return any(is_word(side[at]) for side in sides)


def _is_typed(lines: Sequence[str], index: int, at: int) -> bool:
    """Tell whether a lone shy glyph in a column stands in a line of text: "a | b", "x || y", "^_^"."""
    west, beside_west, char, beside_east, east = (
        lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 2, index + 3)
    )
    if any(is_word(side) or side in (char, "_") for side in (beside_west, beside_east)):
        return True
    return beside_west == beside_east == " " and is_word(west) and is_word(east)


def _is_named(lines: Sequence[str], index: int, at: int, ahead: Stroke | None) -> bool:
    """Tell whether a head without a shaft stands in a text: beside a word, and its tip on no edge from outside.

        | ^ up  |        the key of a list, though a wall is behind it          ^ up     points at the edge over it
        +-------+
    """
    row = [lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 2, index + 3)]
    if not (row[1] == " " and is_word(row[0]) or row[3] == " " and is_word(row[4])):
        return False
    return ahead is None or any(lines[end][at] in UPRIGHT for end in (ahead.start, ahead.stop))


def _is_measure(run: str, line: str, start: int) -> bool:
    """Tell whether a short arrow may be one end of a measure: a bar is at its tip, and where a word is at its other
    end, there is a tip at a bar on the other side of the word too.

        |<- 4 ->|<-16 bits->|
    """
    stop = start + len(run)
    if not _MEASURE.fullmatch(run):
        return False
    is_first = run[0] in _HEADS
    bar, beside = (start - 1, stop) if is_first else (stop, start - 1)
    if not 0 <= bar < len(line) or line[bar] not in _WALL_CHARS:
        return False
    is_free = not 0 <= beside < len(line) or not is_word(line[beside])
    if is_free:
        return True
    return bool(_MEASURES["E"].match(line, stop) if is_first else _MEASURES["W"].search(line, 0, start))


def _is_held(index: int, start: int, run: str, across: Spans) -> bool:
    """Tell whether the corners of a short shy run are in strokes across it, and its ends are corners, heads or bars.

        --+      --+       +--      |           a wall of one row or a step, a head at a corner,
          +--      v     <-+      <-+- a        a bar from a corner, a line crossed
    """
    if _NO_CORNER(run):                 # a measure: its head touches a bar
        return across.at(start - 1 if run[0] in _HEADS else start + len(run), index) is not None
    return all(char not in _CORNERS or across.at(start + k, index) for k, char in enumerate(run))


def _is_parted_by_a_word(column: str, index: int, at: int, along: Spans) -> bool:
    """Tell whether a bar is all that is left of a line behind a text that interrupts it.

         a
         │      beyond the text the line goes on with a bar, and ends in a head
        yes
         │
         ▼
    """
    if column[at] not in UPRIGHT:
        return False
    for step, head in ((1, "S"), (-1, "N")):
        word, on = at + step, at + 2 * step
        if 0 <= on < len(column) and is_word(column[word]) and column[on] in UPRIGHT and (rest := along.at(index, on)):
            end = rest.stop if step > 0 else rest.start
            if on in (rest.start, rest.stop) and GLYPHS[column[end]].head == head:
                return True
    return False


def _lone(
    lines: Sequence[str], axis: Axis, lone: Iterable[_Lone], across: Spans, along: Spans,
) -> Iterator[Stroke]:
    """Yield the strokes that strokes across them hold: a bar or a head alone, a short run with a corner."""
    held = -1, -1                       # the last cell of a run that is held
    for index, at, char in lone:
        if len(char) > 1:
            if _is_held(index, at, char, across):
                held = index, at + len(char) - 1
                yield _stroke(axis, index, at, char)
            continue
        if held[0] == index and at <= held[1]:
            continue
        if axis == "v" and _is_parted_by_a_word(lines[index], index, at, along):
            yield _stroke(axis, index, at, char)
            continue
        near, far = across.at(at - 1, index), across.at(at + 1, index)
        if axis == "h":        # beside text a lone glyph is a word; between two walls it is not
            if not (near or across.at(at - 2, index)) or not (far or across.at(at + 2, index)):
                continue
            if not (near or far) and GLYPHS[char].shy:          # a cell that says "none"
                continue
        elif not (near or far):
            continue
        if across.at(at, index):
            continue
        glyph = GLYPHS[char]
        if axis == "v":
            met = bool(near or far) if glyph.head or not glyph.shy else bool(near and far)
            if not met or glyph.shy and _is_typed(lines, index, at):
                continue
            if glyph.shy and glyph.head and _is_named(lines, index, at, near if glyph.head == "N" else far):
                continue
        yield _stroke(axis, index, at, char)


def _with_walls(lines: Sequence[str], axis: Axis, across: Iterable[Stroke]) -> dict[int, str]:
    """Return those of `lines` in which a head stands that ends a stroke across it, with a plain line in its place.

    Both of its neighbours face it, as a wall goes on behind the head that points at it:

        ┌──▼──┐    one stroke from corner to corner, and one from above
    """
    near, far = _OFFERS[axis]
    found: dict[int, list[str]] = {}
    for stroke in across:
        for line in (stroke.start, stroke.stop):
            text, at = lines[line], stroke.line
            if text[at] in _HEADS and 0 < at < len(text) - 1 and text[at - 1] in near and text[at + 1] in far:
                found.setdefault(line, list(text))[at] = _WALLS[axis][weight_of(text[at - 1], _FACING[axis][0])]
    return {line: "".join(cells) for line, cells in found.items()}


def columns_of(rows: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of equally long `rows`, each a string too."""
    return tuple(map("".join, zip(*rows, strict=True)))


def trace_strokes(rows: tuple[str, ...], columns: tuple[str, ...] | None = None) -> tuple[Spans, Spans]:
    """Return the level and the upright strokes of equally long `rows`.

    `columns` are those of `rows`, where they are known already.
    """
    columns = columns_of(rows) if columns is None else columns
    lone_h: list[_Lone] = []
    lone_v: list[_Lone] = []
    found_h, found_v = list(_runs(rows, columns, "h", lone_h)), list(_runs(columns, rows, "v", lone_v))
    walls_h, walls_v = _with_walls(rows, "h", found_v), _with_walls(columns, "v", found_h)
    if walls_h:
        lone_h.clear()
        found_h = list(_runs([walls_h.get(y, row) for y, row in enumerate(rows)], columns, "h", lone_h))
    if walls_v:
        lone_v.clear()
        found_v = list(_runs([walls_v.get(x, column) for x, column in enumerate(columns)], rows, "v", lone_v))
    level, upright = Spans(found_h), Spans(found_v)
    extra_v = list(_lone(columns, "v", lone_v, level, upright)) if lone_v else []
    extra_h = list(_lone(rows, "h", lone_h, upright, level)) if lone_h else []
    return Spans((*found_h, *extra_h)) if extra_h else level, Spans((*found_v, *extra_v)) if extra_v else upright
