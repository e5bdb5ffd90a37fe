"""Tell which wires are joined, and which run where: Wires with ends -> nets of ends, Lines.

    ──┬──►     three wires that end in one point are one net; its ends are what the wires touch
      └──►     or what they point at
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..model import Cell, Point, Side, Wire
from ..typed import Final, NamedTuple
from .ends import End
from .points import middle, side_of

Wired = tuple[Wire, End, End]
_Piece = tuple[int, int, int]           # from where to where a wire runs, and which one it is
_ENDLESS: Final = 1 << 60


class Tip(NamedTuple):
    """An end of a wire (by index): where it joins others, and what it touches."""

    wire: int
    point: Point
    end: End
    is_named: bool                      # it touches a box or a text


def tip_of(wire: int, point: Point, end: End) -> Tip:
    return Tip(wire, point, end, end.box is not None or end.text is not None)


def tips_of(wired: Iterable[tuple[int, Wired]]) -> list[Tip]:
    """Return the ends of wires, which come with their index, two for each."""
    found: list[Tip] = []
    for index, (wire, start, stop) in wired:
        path = wire.path
        found += tip_of(index, path[0], start), tip_of(index, path[-1], stop)
    return found


def way_of(tip: Tip, wired: Sequence[Wired]) -> Side | None:
    """Return the side to which a line runs where it ends, or None where it is but one cell."""
    path = wired[tip.wire][0].path
    before, at = (path[1], path[0]) if tip.point == path[0] else (path[-2], path[-1])
    return None if before == at else side_of(before, at)


class Route(NamedTuple):
    """The way from one end to another: the wires (by index) along it, and the cells where it begins, turns and ends."""

    start: End
    stop: End
    wires: tuple[int, ...]
    path: tuple[Cell, ...]


def grouped(tips: Sequence[Tip]) -> list[list[Tip]]:
    """Return the ends of the wires that are joined, group by group."""
    group = {tip.wire: tip.wire for tip in tips}

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    joints: dict[Point, int] = {}
    for wire, point, end, is_named in tips:
        if not is_named and not end.arrow and (other := joints.setdefault(point, wire)) != wire:
            group[root(wire)] = root(other)
    groups: dict[int, list[Tip]] = {}
    for tip in tips:
        groups.setdefault(root(tip.wire), []).append(tip)
    return list(groups.values())


class Lines:
    """Answers which wire runs through a cell."""

    def __init__(self, wired: Sequence[Wired]) -> None:
        self._level: dict[int, list[_Piece]] = {}
        self._upright: dict[int, list[_Piece]] = {}
        for index, (wire, _, _) in enumerate(wired):
            for (ax, ay), (bx, by) in pairwise(wire.path):
                if ay == by:
                    self._level.setdefault(ay, []).append((ax, bx, index) if ax < bx else (bx, ax, index))
                elif ax == bx:
                    self._upright.setdefault(ax, []).append((ay, by, index) if ay < by else (by, ay, index))
        for found in (*self._level.values(), *self._upright.values()):
            found.sort()

    def level(self, cell: Cell) -> int | None:
        """Return the wire (by index) that runs along the row in a cell."""
        x, y = middle(cell)
        return _at(self._level.get(y), x)

    def upright(self, cell: Cell) -> int | None:
        """Return the wire (by index) that runs down the column in a cell."""
        x, y = middle(cell)
        return _at(self._upright.get(x), y)

    def at(self, cell: Cell) -> int | None:
        """Return a wire (by index) that runs through a cell."""
        level = self.level(cell)
        return self.upright(cell) if level is None else level


def _at(found: Sequence[_Piece] | None, place: int) -> int | None:
    if found is None:
        return None
    at = bisect_right(found, (place, _ENDLESS, 0)) - 1
    return found[at][2] if at >= 0 and place <= found[at][1] else None
