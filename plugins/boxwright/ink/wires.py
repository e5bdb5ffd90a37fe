"""Follow the lines that are no part of a box: Ink, Boxes, Slopes -> Wire, ..., each between two ends or junctions.

    ┌───┐      a wire from box to box: it starts in the cell where the wall offers an arm, turns with
    │ a ├──┐   its corners, and ends in an arrowhead. At ┬ ┴ ├ ┤ wires join; two that cross at ┼ stay
    └───┘  ▼   two wires. A wire also ends where its weight changes: the next one goes on from there.

Wires run through half-cells, so that level, upright and sloping lines are one kind of thing.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..glyphs import GLYPHS, HOP_LEFT, HOP_RIGHT, WIDE_CORNERS, char_class, those
from ..model import Cell, Dash, Divider, Hop, Point, Side, Weight, Wire
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .around import Slope
from .boxes import Ink
from .walls import Walls, merged


class Segment(NamedTuple):
    """A piece of a line between two neighbouring nodes."""

    a: Point
    b: Point
    weight: Weight
    dash: Dash
    smooth: tuple[Point, ...] = ()
    via: tuple[Point, ...] = ()         # bends between a and b


def _look(segment: Segment) -> tuple[Weight, bool]:
    """Return what the segments of one wire share; a broken line may look different along the row and down it."""
    return segment.weight, segment.dash == "solid"


class _Part(NamedTuple):
    """What boxes and dividers leave of a stroke, along its axis, in half-cells."""

    start: int
    stop: int
    weight: Weight
    dash: Dash


def _left_over(start: int, stop: int, claimed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stroke between `claimed` intervals (sorted, apart); a part may end on a claimed cell."""
    at, is_claimed = start, False
    for first, last in claimed[max(bisect_left(claimed, (start, -1)) - 1, 0):]:
        if first > stop:
            break
        if last < at:
            continue
        is_claimed = True
        if first > at:
            yield at, first
        at = max(at, last)
    if at < stop or (at == stop == start and not is_claimed):
        yield at, stop


def _parts(ink: Ink, walls: Walls, dividers: Iterable[Divider]) -> dict[str, dict[int, list[_Part]]]:
    """Return what is left of the strokes: {axis: {line in half-cells: [part, ...]}}."""
    claimed = dict(walls.claimed())
    for divider in dividers:
        s = divider.stroke
        claimed[s.axis, s.line] = merged([*claimed.get((s.axis, s.line), ()), (s.start, s.stop)])
    found: dict[str, dict[int, list[_Part]]] = {"h": {}, "v": {}}
    for axis, spans in (("h", ink.joined), ("v", ink.v)):
        for line, strokes in spans.by_line.items():
            taken = claimed.get((axis, line))
            for stroke in strokes:
                pieces = stroke.pieces or (stroke,)
                for piece in pieces:
                    if taken is None:
                        spans_left: Iterable[tuple[int, int]] = ((piece.start, piece.stop),)
                    else:
                        spans_left = _left_over(piece.start, piece.stop, taken)
                    for first, last in spans_left:
                        found[axis].setdefault(2 * line + 1, []).append(
                            _Part(2 * first + 1, 2 * last + 1, piece.weight, piece.dash))
    return found


def _cuts(parts: dict[str, dict[int, list[_Part]]], touching: Iterable[Point]) -> dict[tuple[str, int], set[int]]:
    """Return where parts are cut: where a part of the other axis ends on them, or a slope does."""
    cuts: dict[tuple[str, int], set[int]] = {}
    for axis, other in (("h", "v"), ("v", "h")):
        for line, found in parts[axis].items():
            for part in found:
                for end in (part.start, part.stop):
                    if end in parts[other]:
                        cuts.setdefault((other, end), set()).add(line)
    for x, y in touching:
        cuts.setdefault(("h", y), set()).add(x)
        cuts.setdefault(("v", x), set()).add(y)
    return cuts


def _segments(ink: Ink, walls: Walls, dividers: tuple[Divider, ...], slopes: Sequence[Slope]) -> Iterator[Segment]:
    parts = _parts(ink, walls, dividers)
    sloping = list(_sloping(slopes, parts["v"], ink.rows))
    cuts = _cuts(parts, (end for segment in sloping for end in (segment.a, segment.b)))
    for axis, lines in parts.items():
        for line, found in lines.items():
            at = sorted(cuts.get((axis, line), ()))
            for start, stop, weight, dash in found:
                inner = at[bisect_right(at, start) : bisect_left(at, stop)] if at else ()
                for a, b in pairwise((start, *inner, stop)) if inner else ((start, stop),):
                    if axis == "h":
                        yield Segment((a, line), (b, line), weight, dash)
                    else:
                        yield Segment((line, a), (line, b), weight, dash)
    yield from sloping


def _sloping(slopes: Sequence[Slope], upright: dict[int, list[_Part]], rows: Sequence[str]) -> Iterator[Segment]:
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


def _stubs(slopes: Iterable[Slope], upright: dict[int, list[_Part]], rows: Sequence[str]) -> Iterator[Segment]:
    for slope in slopes:
        if slope.stroke and slope.stroke.low:
            for x, y in slope.path:
                for part in upright.get(x, ()):
                    if part.stop == y - 1 and GLYPHS[rows[y // 2 - 1][x // 2]].head != "S":    # whose tip is on it
                        yield Segment((x, y - 1), (x, y), part.weight, part.dash)
                    elif part.start == y + 1:
                        yield Segment((x, y), (x, y + 1), part.weight, part.dash)


def trace_wires(
    ink: Ink, walls: Walls, dividers: tuple[Divider, ...], slopes: Sequence[Slope] = (),
) -> tuple[Wire, ...]:
    """Return the wires of `ink`, in reading order of their starts, ends not yet attached to anything."""
    around: dict[Point, list[Segment]] = {}
    wires: list[Wire] = []
    for segment in _segments(ink, walls, dividers, slopes):
        if segment.a == segment.b:
            wires.append(Wire((segment.a, segment.b), segment.weight, segment.dash))
            continue
        around.setdefault(segment.a, []).append(segment)
        around.setdefault(segment.b, []).append(segment)

    def passes(point: Point) -> bool:
        met = around[point]
        return len(met) == 2 and _look(met[0]) == _look(met[1]) and walls.at(point[1] >> 1, point[0] >> 1) is None

    done: set[int] = set()

    def walk(start: Point, segment: Segment) -> Wire:
        path, at, smooth = [start], start, list(segment.smooth)
        weight, dashes = segment.weight, [segment.dash]
        while True:
            done.add(id(segment))
            forward = segment.a == at
            path += segment.via if forward else segment.via[::-1]
            at = segment.b if forward else segment.a
            path.append(at)
            if not passes(at):
                break
            following = next((s for s in around[at] if id(s) not in done), None)
            if following is None:
                break
            segment = following
            dashes.append(segment.dash)
            smooth += segment.smooth
        bends = tuple(_bends(path))
        dash: Dash = "dotted" if "dotted" in dashes else dashes[0]
        turns = {p: ink.rows[p[1] >> 1][p[0] >> 1] for p in bends[1:-1] if p[0] % 2 and p[1] % 2}
        smooth += (p for p, char in turns.items() if char in _WIDE)
        return Wire(
            bends, weight, dash, smooth=tuple(dict.fromkeys(p for p in smooth if p in bends)),
            round=tuple(p for p, char in turns.items() if char in _ROUND),
        )

    ends = sorted((point for point in around if not passes(point)), key=lambda p: (p[1], p[0]))
    rings = sorted(around.keys() - set(ends), key=lambda p: (p[1], p[0]))
    for start in (*ends, *rings):          # what is left after the ends are rings
        for segment in around[start]:
            if id(segment) not in done:
                wires.append(walk(start, segment))
    return tuple(sorted(wires, key=lambda w: (w.path[0][1], w.path[0][0])))


def _bends(path: list[Point]) -> Iterator[Point]:
    """Yield the ends of `path` and the points where it turns."""
    last = len(path) - 1
    for i, point in enumerate(path):
        if 0 < i < last:
            (ax, ay), (bx, by), (cx, cy) = path[i - 1], point, path[i + 1]
            if (bx - ax) * (cy - by) == (by - ay) * (cx - bx) and (bx - ax) * (cx - bx) + (by - ay) * (cy - by) >= 0:
                continue                # straight on; straight back is a turn
        yield point


def find_hops(rows: Iterable[str]) -> Iterator[Hop]:
    """Yield the cells where an upright line springs over a level one."""
    for y, row in enumerate(rows):
        if not row.isascii():
            yield from (Hop(Cell(y, match.start()), _HOPS[match.group()]) for match in _HOP.finditer(row))


_ROUND: Final = frozenset(those(lambda g: g.round and not g.wide))
_WIDE: Final = frozenset(WIDE_CORNERS.values())
_HOPS: Final[Mapping[str, Side]] = {HOP_LEFT: "W", HOP_RIGHT: "E"}
_HOP: Final = pattern(char_class("".join(_HOPS)))
