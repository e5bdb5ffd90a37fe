"""Find the way that each connector takes over the drawn lines: Sketch -> Routes, and the lines that are on none.

A wire runs from junction to junction, a connector from end to end:

    ┌───┐           three wires (a, b and c meet at ┬), two connectors: over a and b, over a and c
    │ x ├──a─┬─b─►
    └───┘    └─c─►
"""
from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .model import Box, Cell, Connector, Point, Sketch, Wire
from .typed import NamedTuple


class Route(NamedTuple):
    """The points of a connector in half-cells, from end to end, and the wires (indices) that it runs over."""

    points: tuple[Point, ...]
    wires: tuple[int, ...] = ()


class _Step(NamedTuple):
    """A wire walked from one end (`is_forward`: its first) to the other."""

    wire: int
    is_forward: bool


def _cell(point: Point) -> Cell:
    return Cell(point[1] >> 1, point[0] >> 1)


def straightened(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return `points` without repeats, and without those on a straight way; two of them at the least."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2:]
            if (bx - ax) * (point[1] - by) == (by - ay) * (point[0] - bx):
                kept.pop()
        kept.append(point)
    return tuple(kept if len(kept) > 1 else kept * 2)


def _walked(wires: Sequence[Wire], steps: Sequence[_Step]) -> Route:
    """Return the route over `steps`, run on at both ends to what they touch."""
    points: list[Point] = []
    for number, step in enumerate(steps):
        wire = wires[step.wire]
        first, last = (wire.start_to, wire.end_to) if step.is_forward else (wire.end_to, wire.start_to)
        points += [first] if first and number == 0 else []
        points += wire.path if step.is_forward else wire.path[::-1]
        points += [last] if last and number == len(steps) - 1 else []
    return Route(straightened(points), tuple(step.wire for step in steps))


class _Web:
    """The wires, by the points at which they meet."""

    def __init__(self, wires: Sequence[Wire]) -> None:
        self._wires = wires
        self._from: dict[Point, list[tuple[_Step, Point]]] = {}
        self._at: dict[Cell, list[Point]] = {}
        self._whole: dict[tuple[Cell, ...], _Step] = {}
        self._trees: dict[Cell, Mapping[Point, tuple[_Step, Point] | None]] = {}
        for i, wire in enumerate(wires):
            cells = tuple(map(_cell, wire.path))
            self._whole.setdefault(cells[::-1], _Step(i, False))
            self._whole[cells] = _Step(i, True)
            for step, a, b in ((_Step(i, True), wire.path[0], wire.path[-1]),
                               (_Step(i, False), wire.path[-1], wire.path[0])):
                self._from.setdefault(a, []).append((step, b))
        for point in self._from:
            self._at.setdefault(_cell(point), []).append(point)

    def _tree(self, start: Cell) -> Mapping[Point, tuple[_Step, Point] | None]:
        """Return how each point is reached from `start` over the fewest wires: {point: (last step, point before)}."""
        if start not in self._trees:
            reached: dict[Point, tuple[_Step, Point] | None] = dict.fromkeys(self._at.get(start, ()))
            waiting = deque(reached)
            while waiting:
                point = waiting.popleft()
                for step, other in self._from[point]:
                    if other not in reached:
                        reached[other] = step, point
                        waiting.append(other)
            self._trees[start] = reached
        return self._trees[start]

    def route(self, connector: Connector) -> Route:
        """Return the route of a connector; where no wires lead from end to end, its own path."""
        if whole := self._whole.get(connector.path):
            return _walked(self._wires, [whole])
        tree = self._tree(connector.path[0])
        for end in self._at.get(connector.path[-1], ()):
            steps: list[_Step] = []
            at = end
            while (came := tree.get(at)) is not None:
                steps.append(came[0])
                at = came[1]
            if steps:
                return _walked(self._wires, steps[::-1])
        return Route(straightened((2 * x + 1, 2 * y + 1) for y, x in connector.path))


def routes_of(sketch: Sketch) -> tuple[Route, ...]:
    """Return the route of each connector."""
    web = _Web(sketch.wires)
    return tuple(map(web.route, sketch.connectors))


def divides(connector: Connector, route: Route, boxes: Sequence[Box]) -> bool:
    """Tell whether a connector leads from a box to itself without leaving it, and has no head: a line in the box."""
    if connector.source is None or connector.source != connector.target:
        return False
    if connector.start_arrow or connector.end_arrow:
        return False
    box = boxes[connector.source]
    return all(
        0 <= x - 2 * box.column <= 2 * box.columns and 0 <= y - 2 * box.row <= 2 * box.rows for x, y in route.points)


def unrouted(sketch: Sketch, routes: Iterable[Route]) -> Iterator[Wire]:
    """Yield the wires that no route runs over, run on to what they touch."""
    used = {index for route in routes for index in route.wires}
    for index, wire in enumerate(sketch.wires):
        if index not in used:
            yield wire._replace(path=_walked(sketch.wires, [_Step(index, True)]).points)


def groups_of(wires: Sequence[Wire]) -> list[int]:
    """Return for each wire the number of the group of wires that it hangs together with."""
    group = list(range(len(wires)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    met: dict[Point, list[int]] = {}
    for index, wire in enumerate(wires):
        for point in (wire.path[0], wire.path[-1]):
            met.setdefault(point, []).append(index)
    for members in met.values():
        for a, b in pairwise(members):
            group[root(a)] = root(b)
    return [root(i) for i in range(len(wires))]
