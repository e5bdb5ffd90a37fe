"""Settle dashed frames that are drawn with gaps: rows -> rows in which their edges and sides are dashed lines.

    ┌ ─ ─ ─ ─ ┐        ┌┄┄┄┄┄┄┄┄┄┐        ┌ ─ ─ ─ ─         a corner may be missing where an edge ends in a gap, and
      cloud            ┆ cloud   ┆          cloud   │        so may the bar of each other row
    │ ┌─────┐ │   ->   ┆ ┌─────┐ ┆        │
      │ api │          ┆ │ api │ ┆         ─ ─ ─ ─ ─┘
    │ └─────┘ │        ┆ └─────┘ ┆
    └ ─ ─ ─ ─ ┘        └┄┄┄┄┄┄┄┄┄┘

What crosses a side goes on through it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import LEVEL, chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit

_TOP: Final = pattern(r"[┌╭┏] ?[─━](?: [─━])+(?P<right> ?[┐╮┓])?(?!\S)")
_BARS: Final = frozenset("│┃╎┆")
#: Where a line leaves a side, crosses it, or has its head at it.
_THROUGH: Final = frozenset("├┤┼┣┫╋") | frozenset(chars("E", head=True) + chars("W", head=True))
_MAY_HOLD: Final = _BARS | _THROUGH | LEVEL | {" "}
#: The corners of a frame, by that at its top left: top right, bottom left and right.
_CORNERS: Final = {"┌": "┐└┘", "╭": "╮╰╯", "┏": "┓┗┛"}
_DASHES: Final = frozenset("─━")
_LOOKS: Final = {"─": ("┄", "┆", "┼"), "━": ("┅", "┇", "╋")}
_LEAST: Final = 2                       # dashes of an edge
_MOST_ROWS: Final = 400


def _bottom(y: int, left: int, corners: str, at: At) -> int | None:
    """Return the column of the lower right corner of a frame, where a row is its bottom."""
    if at(y, left) not in (" ", corners[1]):
        return None
    x, dashes = left + 1, 0
    while (char := at(y, x)) in _DASHES or char == " " and at(y, x + 1) in (*_DASHES, corners[2]):
        dashes += char in _DASHES
        x += 1
    return x if at(y, x) == corners[2] and dashes >= _LEAST else None


def _frame(y: int, left: int, right: int | None, corners: str, at: At) -> tuple[int, int] | None:
    """Return the row of the bottom of a frame and the column of its right side, where bars, or single gaps, lead down
    to it on both sides.
    """
    for bottom in range(y + 2, y + _MOST_ROWS):
        found = _bottom(bottom, left, corners, at)
        if found is not None:
            beyond = found if right is None else right
            return (bottom, found) if found == beyond and all(
                _is_side(y, bottom, x, at) for x in (left, found)) else None
        if at(bottom - 1, left) == at(bottom, left) == " ":
            return None
    return None


def _is_side(top: int, bottom: int, x: int, at: At) -> bool:
    cells = "".join([at(k, x) for k in range(top + 1, bottom)])
    return _MAY_HOLD.issuperset(cells) and "  " not in cells


def gapped(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _TOP.finditer(row):
        left, corners = match.start(), _CORNERS[row[match.start()]]
        found = _frame(y, left, match.end() - 1 if match["right"] else None, corners, at)
        if found is None:
            continue
        bottom, right = found
        if not match["right"] and not 0 <= right - match.end() <= 1:
            continue
        level, upright, cross = _LOOKS[row[match.start() + 1 :].lstrip()[0]]
        for k, ends in ((y, (row[left], corners[0])), (bottom, (corners[1], corners[2]))):
            yield from ((Cell(k, x), char) for x, char in zip((left, right), ends, strict=True))
            yield from ((Cell(k, x), level) for x in range(left + 1, right))
        for k in range(y + 1, bottom):
            for x in (left, right):
                if at(k, x) not in _THROUGH:
                    yield Cell(k, x), cross if at(k, x) in LEVEL else upright
