"""Follow the lines that are no part of a box: Ink, Boxes, Slopes -> Wire, ..., each between two ends or junctions.

    ┌───┐      a wire from box to box: it starts in the cell where the wall offers an arm, turns with
    │ a ├──┐   its corners, and ends in an arrowhead. At ┬ ┴ ├ ┤ wires join; two that cross at ┼ stay
    └───┘  ▼   two wires. A wire also ends where its weight changes: the next one goes on from there.

Wires run through half-cells, so that level, upright and sloping lines are one kind of thing.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from ..glyphs import GLYPHS, HOP_LEFT, HOP_RIGHT, WIDE_CORNERS, char_class, those
from ..model import Box, Cell, Dash, Divider, Hop, Point, Side, Stroke, Weight, Wire
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .around import Slope
from .boxes import Ink
from .spans import Spans
from .walls import Walls

_Interval = tuple[int, int, int]        # line, first and last cell
_IN_ORDER: Final = itemgetter(1, 0)     # of points, as they are read


class Segment(NamedTuple):
    """A piece of a line between two neighbouring nodes."""

    a: Point
    b: Point
    weight: Weight
    dash: Dash
    smooth: tuple[Point, ...] = ()
    via: tuple[Point, ...] = ()         # bends between a and b


class _Part(NamedTuple):
    """What boxes and dividers leave of a stroke, along its axis, in half-cells."""

    start: int
    stop: int
    weight: Weight
    dash: Dash


_Parts = dict[int, list[_Part]]         # line in half-cells -> what is left on it
_Cuts = dict[int, set[int]]             # line in half-cells -> where parts on it are cut


def _taken(boxes: Iterable[Box], dividers: Iterable[Divider]) -> tuple[set[_Interval], set[_Interval]]:
    """Return what walls and dividers take of the rows, and of the columns, in cells."""
    across: set[_Interval] = set()
    down: set[_Interval] = set()
    for box in boxes:
        row, column, rows, columns = box[:4]
        bottom, right = row + rows - 1, column + columns - 1
        across.add((row, column, right))
        across.add((bottom, column, right))
        down.add((column, row, bottom))
        down.add((right, row, bottom))
    for _, stroke in dividers:
        (across if stroke.axis == "h" else down).add(stroke[1:4])
    return across, down


def _left_over(strokes: Iterable[Stroke], taken: Sequence[tuple[int, int]]) -> list[_Part]:
    """Return the parts of the strokes of a line between `taken` intervals (sorted); a part may end on a taken cell."""
    found: list[_Part] = []
    after, furthest = 0, -1             # of the intervals so far: how many, and the last cell that they take
    for _, _, first, last, weight, dash, pieces, _ in strokes:
        for start, stop, heft, breaks in pieces or ((first, last, weight, dash),):
            is_taken, at = furthest >= start, max(start, furthest)
            while after < len(taken) and taken[after][0] <= stop:
                begin, end = taken[after]
                after += 1
                furthest = max(furthest, end)
                if end >= at:
                    is_taken = True
                    if begin > at:
                        found.append(_Part(2 * at + 1, 2 * begin + 1, heft, breaks))
                    at = end
            if at < stop or at == stop == start and not is_taken:
                found.append(_Part(2 * at + 1, 2 * stop + 1, heft, breaks))
    return found


def _parts(spans: Spans, taken: Collection[_Interval]) -> _Parts:
    """Return what is left of the strokes of an axis."""
    free: dict[int, list[Stroke]] = {}
    for strokes in spans.by_line.values():
        for stroke in strokes:
            if stroke[1:4] not in taken:            # most are walls from end to end
                free.setdefault(stroke.line, []).append(stroke)
    taken_on: dict[int, list[tuple[int, int]]] = {line: [] for line in free}
    for line, first, last in taken if free else ():
        if line in taken_on:
            taken_on[line].append((first, last))
    return {2 * line + 1: left for line, strokes in free.items()
            if (left := _left_over(strokes, sorted(taken_on[line])))}


def _add_cuts(cuts: _Cuts, parts: _Parts, others: _Parts) -> None:
    """Add to `cuts` where parts of the other axis end on lines that have `parts`."""
    for line, found in others.items():
        for start, stop, _, _ in found:
            for end in (start, stop):
                if end in parts:
                    cuts.setdefault(end, set()).add(line)


def _pieces(parts: _Parts, cuts: _Cuts) -> Iterator[tuple[int, int, int, Weight, Dash]]:
    """Yield the pieces of parts between cuts: line, start, stop, and how they look."""
    for line, found in parts.items():
        at = sorted(cuts[line]) if line in cuts else ()
        for start, stop, weight, dash in found:
            for cut in at[bisect_right(at, start) : bisect_left(at, stop)] if at else ():
                yield line, start, cut, weight, dash
                start = cut
            yield line, start, stop, weight, dash


def _segments(
    ink: Ink, boxes: Iterable[Box], dividers: Iterable[Divider], slopes: Sequence[Slope],
) -> Iterator[Segment]:
    across, down = _taken(boxes, dividers)
    level, upright = _parts(ink.joined, across), _parts(ink.v, down)
    cuts_level: _Cuts = {}
    cuts_upright: _Cuts = {}
    _add_cuts(cuts_level, level, upright)
    _add_cuts(cuts_upright, upright, level)
    sloping = list(_sloping(slopes, upright, ink.rows)) if slopes else []
    for segment in sloping:
        for x, y in (segment.a, segment.b):
            cuts_level.setdefault(y, set()).add(x)
            cuts_upright.setdefault(x, set()).add(y)
    for y, start, stop, weight, dash in _pieces(level, cuts_level):
        yield Segment((start, y), (stop, y), weight, dash)
    for x, start, stop, weight, dash in _pieces(upright, cuts_upright):
        yield Segment((x, start), (x, stop), weight, dash)
    yield from sloping


def _sloping(slopes: Sequence[Slope], upright: _Parts, rows: Sequence[str]) -> Iterator[Segment]:
    """Yield slopes as segments, cut where they cross one another's ends; a wall runs down to a low line it meets."""
    stubs = list(_stubs(slopes, upright, rows))
    ends = {point for slope in slopes for point in (slope.path[0], slope.path[-1])}
    ends |= {point for stub in stubs for point in (stub.a, stub.b)}
    for slope in slopes:
        dash: Dash = slope.stroke.dash if slope.stroke else "solid"
        path = [slope.path[0]]
        for point in slope.path[1:-1]:
            path.append(point)
            if point in ends and point not in slope.smooth:
                yield Segment(path[0], point, "light", dash, slope.smooth, tuple(path[1:-1]))
                path = [point]
        yield Segment(path[0], slope.path[-1], "light", dash, slope.smooth, tuple(path[1:]))
    yield from stubs


def _stubs(slopes: Iterable[Slope], upright: _Parts, rows: Sequence[str]) -> Iterator[Segment]:
    for slope in slopes:
        if slope.stroke and slope.stroke.low:
            for x, y in slope.path:
                for part in upright.get(x, ()):
                    if part.stop == y - 1 and GLYPHS[rows[y // 2 - 1][x // 2]].head != "S":    # whose tip is on it
                        yield Segment((x, y - 1), (x, y), part.weight, part.dash)
                    elif part.start == y + 1:
                        yield Segment((x, y), (x, y + 1), part.weight, part.dash)


def trace_wires(
    ink: Ink, boxes: Iterable[Box], walls: Walls, dividers: Iterable[Divider], slopes: Sequence[Slope] = (),
) -> tuple[Wire, ...]:
    """Return the wires of `ink`, in reading order of their starts, ends not yet attached to anything."""
    around: dict[Point, list[Segment]] = {}
    wires: list[Wire] = []
    for segment in _segments(ink, boxes, dividers, slopes):
        if segment.a == segment.b:
            wires.append(Wire((segment.a, segment.b), segment.weight, segment.dash))
            continue
        around.setdefault(segment.a, []).append(segment)
        around.setdefault(segment.b, []).append(segment)
    passed = {point for point, met in around.items()
              if len(met) == 2 and _are_alike(*met) and walls.at(point[1] >> 1, point[0] >> 1) is None}
    done: set[int] = set()

    def walk(at: Point, segment: Segment) -> Wire:
        path, weight, dash, smooth = [at], segment.weight, segment.dash, list(segment.smooth)
        while True:
            done.add(id(segment))
            forward = segment.a == at
            if segment.via:
                path += segment.via if forward else segment.via[::-1]
            at = segment.b if forward else segment.a
            path.append(at)
            if at not in passed:
                break
            one, other = around[at]
            segment = other if one is segment else one
            if id(segment) in done:
                break
            dash = "dotted" if segment.dash == "dotted" else dash
            smooth += segment.smooth
        bends = _bends(path)
        rounds: list[Point] = []
        for x, y in bends[1:-1]:
            char = ink.rows[y >> 1][x >> 1] if x % 2 and y % 2 else " "
            if char in _ROUND:
                rounds.append((x, y))
            elif char in _WIDE:
                smooth.append((x, y))
        curves = tuple(dict.fromkeys([p for p in smooth if p in bends])) if smooth else ()
        return Wire(bends, weight, dash, smooth=curves, round=tuple(rounds))

    # what is left after the ends are rings
    for start in (*sorted(around.keys() - passed, key=_IN_ORDER), *sorted(passed, key=_IN_ORDER)):
        for segment in around[start]:
            if id(segment) not in done:
                wires.append(walk(start, segment))
    return tuple(sorted(wires, key=lambda wire: _IN_ORDER(wire.path[0])))


def _are_alike(one: Segment, other: Segment) -> bool:
    """Tell whether segments may be of one wire; a broken line may look different along the row and down it."""
    return one.weight == other.weight and (one.dash == "solid") == (other.dash == "solid")


def _bends(path: Sequence[Point]) -> tuple[Point, ...]:
    """Return the ends of `path` and the points where it turns."""
    if len(path) == 2:
        return tuple(path)
    found = [path[0]]
    (ax, ay), (bx, by) = path[:2]
    for cx, cy in path[2:]:
        px, py, qx, qy = bx - ax, by - ay, cx - bx, cy - by
        if px * qy != py * qx or px * qx + py * qy < 0:         # not straight on; straight back is a turn
            found.append((bx, by))
        ax, ay, bx, by = bx, by, cx, cy
    return (*found, (bx, by))


def find_hops(rows: Iterable[str]) -> Iterator[Hop]:
    """Yield the cells where an upright line springs over a level one."""
    for y, row in enumerate(rows):
        for match in _HOP.finditer(row):
            yield Hop(Cell(y, match.start()), _HOPS[match.group()])


_ROUND: Final = frozenset(those(lambda g: g.round and not g.wide))
_WIDE: Final = frozenset(WIDE_CORNERS.values())
_HOPS: Final[Mapping[str, Side]] = {HOP_LEFT: "W", HOP_RIGHT: "E"}
_HOP: Final = pattern(char_class("".join(_HOPS)))
