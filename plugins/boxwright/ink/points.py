"""Go about in half-cells: which cell a point lies in, which side one thing has another on, and the next cell there.

    cell 0     cell 1
    0  1  2    2  3  4      the middle of a cell has odd numbers, what two cells share has even ones
"""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..model import TOWARDS, Cell, Point, Side
from ..typed import Final

#: Where the next cell on a side is: (down, to the right).
STEP: Final[Mapping[Side, tuple[int, int]]] = {side: (dy, dx) for side, (dx, dy) in TOWARDS.items()}
_SIDES: Final[Mapping[tuple[int, int], Side]] = {step: side for side, step in TOWARDS.items()}
_CORNER: Final = "+"
_STEEP: Final = 4                       # half-cells that a slope of two cells rises, at least
OPPOSITE: Final[Mapping[Side, Side]] = {side: _SIDES[-dx, -dy] for side, (dx, dy) in TOWARDS.items()}


def middle(cell: Cell) -> Point:
    """Return the middle of a cell, in half-cells."""
    row, column = cell
    return 2 * column + 1, 2 * row + 1


def cell_of(point: Point) -> Cell:
    """Return the cell that a point lies in (a point on a cell's edge: the cell after it)."""
    x, y = point
    return Cell(y >> 1, x >> 1)


def lies_within(point: Point, a: Point, b: Point) -> bool:
    """Tell whether a point lies in the straight line from `a` to `b`, and at no end of it."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    return ax == x == bx and (ay < y < by or by < y < ay) or ay == y == by and (ax < x < bx or bx < x < ax)


def side_of(a: tuple[float, float], b: tuple[float, float]) -> Side:
    """Return the side of `a` on which `b` lies; raises KeyError where they are one point."""
    (ax, ay), (bx, by) = a, b
    return _SIDES[(ax < bx) - (ax > bx), (ay < by) - (ay > by)]


def has_tips(
    points: Sequence[tuple[float, float]], smooth: Collection[tuple[float, float]], rows: Sequence[str],
) -> bool:
    r"""Tell whether the slopes of a ring, two cells each or more, meet in points at its left and its right end.

         .---.
        /     \        .---.
       /       \      /     \       a circle has a bar or a parenthesis there, or short slopes; what ends in
       \       /     +       +      a plus has a corner, however short they are
        \     /       \     /
         '---'         '---'
    """
    sides = {min(x for x, _ in points), max(x for x, _ in points)}
    around = zip((points[-2], *points[:-2]), points[:-1], points[1:], strict=True)
    met = {b[0] for a, b, c in around if b[0] in sides and b not in smooth and (b[1] - a[1]) * (c[1] - b[1]) > 0 and (
        min(abs(b[1] - a[1]), abs(c[1] - b[1])) >= _STEEP if b[1] % 2 == 0 else
        bool(rows) and rows[int(b[1]) // 2][int(b[0]) // 2] == _CORNER)}
    return met == sides
