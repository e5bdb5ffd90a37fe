r"""See cylinders: rows -> rows of the same size, with the frames of boxes in their place, which have a lid.

     .------.           ________        ╭────────╮       ╭────────╮
    (        )         /        \       │╰──────╯│       ╰────────╯       the lower line of the lid stands between the
    |'------'|        |\________/|      │  file  │       │  file  │       walls, or on them; round corners are over it,
    |  till  |        |  orders  |      ╰────────╯       ╰────────╯       and the body is closed
     '------'          \________/
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from ..glyphs import GHOST, GLYPHS, LEVEL, LID, UPRIGHT, UPRIGHT_BARS, char_class
from ..patterns import pattern
from ..typed import Final
from .edits import At

_RIM_ON: Final = r"(?:[-_.=]++|─++)+(?:['/]|(?=╯).)"      # with no class of both: that one would be slow to compile
_RIMS: Final = ("'`\\", "╰")            # what rims begin with
_WALLS: Final = UPRIGHT_BARS | {"+", "├", "┤", "┼"}
_TOPS: Final = (frozenset(".,╭"), frozenset(".,╮"))
_BOTTOMS: Final = (frozenset("'`\\╰"), frozenset("'/╯"))
#: What may be in the edges, beside lines: how people bend them, and what meets them.
_IN_EDGE: Final = LEVEL | frozenset("_.\"^+┬┴┼vV▼↓^▲↑")
_LEAST_RIM: Final = 5                   # cells of a rim that stands on the walls


@cache
def _rim(starts: str) -> re.Pattern[str]:
    """Return the pattern of a rim that begins with one of some signs: with one alone it is quick."""
    return pattern(char_class(starts) + _RIM_ON)


def _is_edge(at: At, y: int, left: int, right: int, corners: tuple[frozenset[str], frozenset[str]]) -> bool:
    return at(y, left) in corners[0] and at(y, right) in corners[1] and _IN_EDGE.issuperset(
        at(y, x) for x in range(left + 1, right))


def _is_low(at: At, y: int, left: int, right: int) -> bool:
    r"""Tell whether a low line leads down to both ends of a rim:  /‾‾\ """
    return at(y, left) == "/" and at(y, right) == "\\" and all(at(y - 1, x) == "_" for x in range(left + 1, right))


def _top(at: At, y: int, left: int, right: int) -> tuple[int, int, int] | None:
    """Return the row of the top of the lid whose rim is in a row, and the columns of the walls."""
    walls = left - 1, right + 1
    if at(y, walls[0]) in UPRIGHT and at(y, walls[1]) in UPRIGHT:
        for ends in (walls, (left, right)):
            if _is_edge(at, y - 1, *ends, _TOPS):
                return y - 1, *walls
        is_round = at(y - 1, walls[0]) == "(" and at(y - 1, walls[1]) == ")"
        if is_round and _is_edge(at, y - 2, left, right, _TOPS) or _is_low(at, y - 1, left, right):
            return y - 2, *walls
    elif right - left + 1 >= _LEAST_RIM:
        if _is_edge(at, y - 1, left, right, _TOPS):
            return y - 1, left, right
        if _is_low(at, y - 1, left, right):
            return y - 2, left, right
    return None


def _bottom(at: At, y: int, left: int, right: int) -> int | None:
    """Return the row in which the body under a rim is closed."""
    stop = y + 1
    while at(stop, left) in _WALLS and at(stop, right) in _WALLS:
        stop += 1
    is_closed = any(_is_edge(at, stop, left + k, right - k, _BOTTOMS) for k in (0, 1))
    return stop if is_closed and stop > y + 1 else None


def _through(char: str) -> str:
    """Return what a cell of an edge is: what meets the line there, or the line alone."""
    glyph = GLYPHS.get(char)
    return char if glyph is not None and (glyph.head or {"E", "W"} <= set(glyph.arms) and not glyph.round) else "─"


def lidded(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with cylinders as the frames of boxes that have a lid."""
    whole = "\n".join(rows)
    rims = [_rim(starts) for signs in _RIMS if (starts := "".join([sign for sign in signs if sign in whole]))]
    if not rims:
        return rows
    height, width = len(rows), len(rows[0])

    def at(y: int, x: int) -> str:
        return rows[y][x] if 0 <= y < height and 0 <= x < width else " "

    cells: list[list[str]] | None = None
    for match in chain.from_iterable(rim.finditer(whole) for rim in rims):
        y, x = divmod(match.start(), width + 1)
        lid = _top(at, y, x, x + len(match.group()) - 1)
        bottom = _bottom(at, y, *lid[1:]) if lid else None
        if lid is None or bottom is None:
            continue
        cells = cells or [list(row) for row in rows]
        _frame(cells, rows, (lid[0], y, bottom), lid[1:])
    return tuple(map("".join, cells)) if cells else rows


def _frame(
    cells: list[list[str]], rows: Sequence[str], lines: tuple[int, int, int], walls: tuple[int, int],
) -> None:
    """Draw a frame with a lid into `cells`: its top, its rim and its bottom are at `lines`."""
    (top, rim, bottom), (left, right) = lines, walls
    for y, ends in ((top, (LID, "╮")), (bottom, ("╰", "╯"))):
        cells[y][left : right + 1] = ends[0], *map(_through, rows[y][left + 1 : right]), ends[1]
    for y in range(top + 1, rim + 1):
        inside = rows[y][left + 1 : right]
        is_ink = y == rim or not any(map(str.isalnum, inside))
        cells[y][left : right + 1] = "│", *(
            GHOST if char != " " and is_ink else char for char in inside), "│"
