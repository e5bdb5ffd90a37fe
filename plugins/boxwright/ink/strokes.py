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
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from ..glyphs import GLYPHS, char_class, chars
from ..model import Axis, Dash, Stroke, Weight

_ROUND_SHY: Final = "".join(g.char for g in GLYPHS.values() if g.shy and g.round)
_CORNERS: Final = _ROUND_SHY + "+"
_FACING: Final = {"h": ("E", "W"), "v": ("S", "N")}
_BARS: Final = {"h": "EW", "v": "NS"}


def _through(arms: str) -> str:
    return char_class("".join(c for c in chars(arms) if c not in _ROUND_SHY))


_RUN: Final = {
    axis: re.compile(f"{char_class(chars(near))}{_through(near + far)}*{char_class(chars(far))}")
    for axis, (near, far) in _FACING.items()
}
_HARD: Final = re.compile(char_class(chars(shy=False)))
_PLAIN_LINE: Final = {
    axis: frozenset(g.char for g in GLYPHS.values() if g.arms == bars) for axis, bars in _BARS.items()
}
_HEADS: Final = frozenset(chars(head=True))
_LETTER_HEADS: Final = frozenset(c for c in _HEADS if c.isalpha())
_ANCHORS: Final = frozenset(_CORNERS) | _HEADS
_BARS_OF: Final = {axis: frozenset(chars(bars)) for axis, bars in _BARS.items()}
_LONE: Final = {
    axis: re.compile(char_class("".join(
        g.char for g in GLYPHS.values()
        if not g.char.isalpha() and (g.arms == bars and g.char != ":" or g.head and g.head in bars)
    )))
    for axis, bars in _BARS.items()
}


def _is_word(char: str) -> bool:
    """Tell whether `char` is part of a word: touching it, a shy glyph is text."""
    return char.isalnum() or char in "_$/\\@#%&" or (ord(char) > 0x2E7F and not ord(char) > 0xFFFFF)


def _is_live(run: str, axis: Axis, before: str, after: str, beside: Iterable[str]) -> bool:
    """Tell whether a run of shy glyphs only is ink. `before`, `after`: the cells next to its ends.

    It is where it is long enough, ends at something (a corner, an arrowhead, a wall), and no word touches it:

        +---+   ---->   |--   ------     ink
        --flag   2025-10-21   a -> b     text
    """
    lines = sum(char in _PLAIN_LINE[axis] for char in run)
    if not lines:
        return False
    across = _BARS_OF["v" if axis == "h" else "h"]
    held = [run[0] in _ANCHORS or before in across, run[-1] in _ANCHORS or after in across]
    if axis == "v":
        clear = not any(map(_is_word, beside))
        if ":" in run and not clear:        # 19:45 under a caret is a time
            return False
        return lines >= 2 and clear or (any(held) and (clear or all(held)))
    touched = [_is_word(before), _is_word(after)]
    if all(held) and not any(touched):
        return True
    if any(touched):
        return lines >= 2 and not all(touched) and held[touched.index(False)]
    return lines >= 2 if any(held) else len(run) >= 3


def _majority(values: list[str], default: str) -> str:
    return max(sorted(set(values)), key=values.count) if values else default


def _stroke(axis: Axis, line: int, start: int, run: str) -> Stroke:
    glyphs = [GLYPHS[char] for char in run]
    pure = [g for g in glyphs if g.arms == _BARS[axis]] or glyphs
    weight: Weight = _majority([g.h if axis == "h" else g.v for g in pure], "light")  # type: ignore[assignment]
    dash: Dash = _majority([g.dash for g in pure], "solid")  # type: ignore[assignment]
    return Stroke(axis, line, start, start + len(run) - 1, weight, dash)


def _runs(lines: list[str], axis: Axis) -> Iterator[Stroke]:
    """Yield the strokes along each of `lines` (the rows for "h", the columns for "v")."""
    blank = " " * len(lines[0]) if lines else ""
    for index, line in enumerate(lines):
        for match in _RUN[axis].finditer(line):
            start, run = match.start(), match.group()
            sides = (lines[index - 1] if index else blank, lines[index + 1] if index + 1 < len(lines) else blank)
            # a letter is a head only where no word touches it:   |v|  and not  |view
            #                                                     v
            while axis == "v" and run and run[-1] in _LETTER_HEADS and _touched(sides, start + len(run) - 1):
                run = run[:-1]
            if len(run) < 2:
                continue
            stop = start + len(run)
            if not _HARD.search(run):
                before = line[start - 1] if start else " "
                after = line[stop] if stop < len(line) else " "
                beside = [side[k] for side in sides for k in range(start, stop)] if axis == "v" else []
                if not _is_live(run, axis, before, after, beside):
                    continue
            yield _stroke(axis, index, start, run)


def _touched(sides: tuple[str, str], at: int) -> bool:
    return any(_is_word(side[at]) for side in sides)


class Spans:
    """Answers which stroke covers a cell; strokes of one axis, which never overlap on a line."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self.by_line: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            self.by_line.setdefault(stroke.line, []).append(stroke)
        self._starts: dict[int, list[int]] = {}
        for line, row in self.by_line.items():
            row.sort(key=lambda s: s.start)
            self._starts[line] = [s.start for s in row]

    def at(self, line: int, position: int) -> Stroke | None:
        """Return the stroke on `line` that covers `position`."""
        starts = self._starts.get(line)
        if starts is None:
            return None
        index = bisect_right(starts, position) - 1
        if index < 0:
            return None
        stroke = self.by_line[line][index]
        return stroke if position <= stroke.stop else None

    def between(self, line: int, first: int, last: int) -> list[Stroke]:
        """Return the strokes on `line` that cover any position from `first` to `last`."""
        starts = self._starts.get(line)
        if starts is None:
            return []
        low = max(bisect_right(starts, first) - 1, 0)
        return [s for s in self.by_line[line][low : bisect_right(starts, last)] if s.stop >= first]


def _is_typed(lines: list[str], index: int, at: int) -> bool:
    """Tell whether a lone shy glyph in a column stands in a line of text: "a | b", "x || y", "^_^"."""
    west, beside_west, char, beside_east, east = (
        lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 2, index + 3)
    )
    if any(_is_word(side) or side == char for side in (beside_west, beside_east)):
        return True
    return beside_west == beside_east == " " and _is_word(west) and _is_word(east)


def _lone(lines: list[str], axis: Axis, own: Spans, across: Spans) -> Iterator[Stroke]:
    """Yield one-cell strokes: a bar or a head that stands against the side of a stroke across it."""
    for index, line in enumerate(lines):
        for match in _LONE[axis].finditer(line):
            at = match.start()
            if own.at(index, at) or across.at(at, index):
                continue
            glyph = GLYPHS[match.group()]
            near, far = across.at(at - 1, index), across.at(at + 1, index)
            if axis == "h":        # beside text a lone glyph is a word; between two walls it is not
                met = bool((near or across.at(at - 2, index)) and (far or across.at(at + 2, index)))
            else:
                met = bool(near or far) if glyph.head or not glyph.shy else bool(near and far)
                met = met and not (glyph.shy and _is_typed(lines, index, at))
            if met:
                yield _stroke(axis, index, at, match.group())


def trace_strokes(rows: tuple[str, ...]) -> tuple[Stroke, ...]:
    """Return the strokes of equally long `rows`: rows first, then columns, each from its start."""
    across_rows = list(rows)
    down_columns = list(map("".join, zip(*rows, strict=True)))
    found = {"h": list(_runs(across_rows, "h")), "v": list(_runs(down_columns, "v"))}
    spans = {axis: Spans(strokes) for axis, strokes in found.items()}
    found["v"] += _lone(down_columns, "v", spans["v"], spans["h"])
    found["h"] += _lone(across_rows, "h", spans["h"], spans["v"])
    return tuple(sorted(found["h"])) + tuple(sorted(found["v"]))
