r"""Settle the frames of packets as standards have them: edges with gaps, and sides that say that there is more.

    + - - - +   ->   +┄┄┄┄┄┄┄+        +-+-+-+        +-+-+-+
    |  opt  |        |  opt  |        ~ data~   ->   ≀ data≀      a wavy side, as is one of slashes
    + - - - +        +┄┄┄┄┄┄┄+        +-+-+-+        +-+-+-+
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..glyphs import LEVEL, UPRIGHT, WAVE_WALL
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit, Literals, Matches, Rule

_TORN: Final = "~/"                     # what a side is made of where it stands for any length
_SIDE: Final = _TORN + "|:"             # what else may be in such a side
_EDGE: Final = LEVEL | {"+"}
_MOST_ROWS: Final = 24                  # of a field
_TEAR: Final = pattern(f"[{_TORN}]")
_GAPPED_EDGE: Final = pattern(r"(?<![\w+])\+( ?-(?: -)+ ?)(?=\+(?![\w+]))")
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


def _torn_sides(y: int, row: str, at: At) -> Iterator[Edit]:
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


def _gapped_edges(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens with blanks around them from one corner to another are a dashed edge."""
    for match in _GAPPED_EDGE.finditer(row):
        first, last = match.start(), match.end()
        is_held = match[1][0] == match[1][-1] == " " and any(       # +- -+ may be two corners
            at(y + k, first) in UPRIGHT and at(y + k, last) in UPRIGHT for k in (-1, 1))
        if is_held or match[1].count("-") >= _LEAST_HYPHENS:
            yield from ((Cell(y, x), "┄") for x in range(first + 1, last))


#: What a row must hold for a rule to be asked, and the rule.
FIELDS: Final[tuple[Rule, ...]] = (
    (Literals(_TORN), _torn_sides),
    (Matches(pattern(r"\+ ?- -")), _gapped_edges),
)
