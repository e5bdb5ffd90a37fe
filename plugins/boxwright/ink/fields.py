r"""Settle the frames of packets as standards have them: edges with gaps, and sides that say that there is more.

    + - - - +   ->   +┄┄┄┄┄┄┄+        +-+-+-+        +-+-+-+
    |  opt  |        |  opt  |        ~ data~   ->   ≀ data≀      a wavy side, as is one of slashes
    + - - - +        +┄┄┄┄┄┄┄+        +-+-+-+        +-+-+-+

Two bars on both sides of a box are its double walls, or rails inside of its walls:

    +=====+          +=====+             +-----+          +-----+
    ||CPU||    ->    ║ CPU ║             ||sub||    ->    |│sub│|
    +=====+          +=====+             +-----+          +-----+
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..glyphs import GHOST, LEVEL, UPRIGHT, WAVE_WALL
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit

_TORN: Final = "~/"                     # what a side is made of where it stands for any length
_SIDE: Final = _TORN + "|:"             # what else may be in such a side
_EDGE: Final = LEVEL | {"+"}
_MOST_ROWS: Final = 24                  # of a field
_TEAR: Final = pattern(f"[{_TORN}]")
_GAPPED_EDGE: Final = pattern(r"(?<![\w+])\+( ?-(?: -)+ ?)(?=\+(?![\w+]))")
_DOUBLE_WALL: Final = pattern(r"(?<!\|)\|\|(?!\|)")
_LEAST_HYPHENS: Final = 3               # in an edge that nothing hangs on


def _ends(at: At, y: int, x: int) -> tuple[int, int] | None:
    """Return the rows of the corners at the two ends of a side that goes through a cell, or None."""
    found = []
    for step in (-1, 1):
        row = y + step
        while at(row, x) in _SIDE and abs(row - y) < _MOST_ROWS:
            row += step
        if at(row, x) != "+":
            return None
        found.append(row)
    return found[0], found[1]


def torn_sides(y: int, row: str, at: At) -> Iterator[Edit]:
    """Two tildes or slashes in a row are the sides of a field, where both lead from one edge to another."""
    sides = [
        m.start() for m in _TEAR.finditer(row)
        if at(y - 1, m.start()) in "+|:" and (at(y + 1, m.start()) == "+" or at(y + 1, m.start()) in _SIDE)
    ]
    for left, right in pairwise(sides):
        ends = _ends(at, y, left) if row[left] == row[right] else None
        if ends is None or _ends(at, y, right) != ends:
            continue
        if all(at(k, x) in _EDGE for k in ends for x in range(left, right + 1)):
            for k in range(ends[0] + 1, ends[1]):
                yield from ((Cell(k, x), WAVE_WALL) for x in (left, right) if at(k, x) in _TORN)


def gapped_edges(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens with blanks around them from one corner to another are a dashed edge."""
    for match in _GAPPED_EDGE.finditer(row):
        first, last = match.start(), match.end()
        is_held = match[1][0] == match[1][-1] == " " and any(       # +- -+ may be two corners
            at(y + k, first) in UPRIGHT and at(y + k, last) in UPRIGHT for k in (-1, 1))
        if is_held or match[1].count("-") >= _LEAST_HYPHENS:
            yield from ((Cell(y, x), "┄") for x in range(first + 1, last))
            yield from _gapped_sides(y, first, last, at)


def _gapped_sides(y: int, left: int, right: int, at: At) -> Iterator[Edit]:
    """Bars in every other row from one such edge to another are the dashed sides of a box.

        + - - +
        |     |
           a
        |     |
        + - - +
    """
    stop, blanks = y + 1, 0
    while (ends := at(stop, left) + at(stop, right)) == "||" or ends == "  " and at(stop - 1, left) != " ":
        blanks += ends == "  "
        stop += 1
    is_closed = ends == "++" and {at(stop, x) for x in range(left + 1, right)} == {"-", " "}
    if blanks and is_closed and stop - y < _MOST_ROWS:
        yield from ((Cell(k, x), "┆") for k in range(y + 1, stop) for x in (left, right))


def double_walls(y: int, row: str, at: At) -> Iterator[Edit]:
    """Two bars at both ends of each row between two edges are the walls of a box, double where its edges are."""
    bars = [match.start() for match in _DOUBLE_WALL.finditer(row) if at(y - 1, match.start()) != "|"]
    for left, inner in pairwise(bars):
        right = inner + 1
        if not _is_edge(at, y - 1, left, right):
            continue
        stop = y
        while all(at(stop, x) == "|" for x in (left, left + 1, inner, right)):
            stop += 1
        if not _is_edge(at, stop, left, right):
            continue
        wall, rail = ("║", GHOST) if at(y - 1, left + 1) == at(stop, left + 1) == "=" else ("|", "│")
        yield from ((Cell(k, x), char) for k in range(y, stop)
                    for x, char in ((left, wall), (left + 1, rail), (inner, rail), (right, wall)))


def _is_edge(at: At, y: int, left: int, right: int) -> bool:
    """Tell whether two corners have an edge between them that looks alike all along."""
    return at(y, left) == at(y, right) == "+" and at(y, left + 1) in LEVEL and all(
        at(y, x) == at(y, left + 1) for x in range(left + 2, right))
