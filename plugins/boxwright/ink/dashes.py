r"""Dash the whole of an arrow that is marked in one cell: rows -> plain dashed glyphs along it.

    --=-->   ->   ┄┄┄┄┄>       +--+       :  under a plus, and one sign alone: a row of them is a double line,
                               :          or a dotted one; and a line without a head is an edge
                               \---->
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .shy import CORNERS, is_word

_Way = tuple[int, int]                  # down, to the right
_WAYS: Final[tuple[_Way, ...]] = ((-1, 0), (0, 1), (1, 0), (0, -1))
_LINES: Final = {0: "|", 1: "-"}        # upright and level, by what the way goes to the right
_MARKS: Final = {0: ":", 1: "="}
_DASHED: Final = {"|": "┆", ":": "┆", "-": "┄", "=": "┄"}
_TURNS: Final = frozenset(CORNERS + "/\\")
_HEADS: Final = {way: frozenset(chars(side, head=True)) for way, side in zip(_WAYS, "SWNE", strict=True)}
_LEVEL: Final = pattern("(?<=[-|+])=(?=-)")
_UPRIGHT: Final = pattern(":")
_MOST: Final = 400                      # cells that an arrow may have


def _along(at: At, cell: Cell, way: _Way) -> tuple[list[Cell], bool] | None:
    """Return the cells of a line on one side of a mark, and whether a head ends it; None: another mark is in it."""
    found: list[Cell] = []
    for _ in range(_MOST):
        cell = Cell(cell.row + way[0], cell.column + way[1])
        char = at(*cell)
        if char in _HEADS[way]:
            return found, way[1] != 0 or not any(is_word(at(cell.row, cell.column + side)) for side in (-1, 1))
        if char in _TURNS:
            back = -way[0], -way[1]
            ways = [on for on in _WAYS if on != back and _goes_on(at(cell.row + on[0], cell.column + on[1]), on)]
            if len(ways) != 1:
                return found, False
            way = ways[0]
            continue
        if char == _MARKS[abs(way[1])]:
            return None
        if char != _LINES[abs(way[1])]:
            return found, False
        found.append(cell)
    return None


def _goes_on(char: str, way: _Way) -> bool:
    return char in (_LINES[abs(way[1])], _MARKS[abs(way[1])]) or char in _HEADS[way]


def marked(y: int, row: str, at: At) -> Iterator[Edit]:
    for marks, ways in ((_LEVEL, (_WAYS[1], _WAYS[3])), (_UPRIGHT, (_WAYS[0], _WAYS[2]))):
        for match in marks.finditer(row):
            cell = Cell(y, match.start())
            if ways[0][0] and ("|" not in (at(y - 1, cell.column), at(y + 1, cell.column)) or any(
                    is_word(at(y, cell.column + side)) for side in (-1, 1))):
                continue
            parts = [_along(at, cell, way) for way in ways]
            if None not in parts and any(part[1] for part in parts if part):
                yield from ((found, _DASHED[at(*found)]) for part in parts if part for found in (cell, *part[0]))
