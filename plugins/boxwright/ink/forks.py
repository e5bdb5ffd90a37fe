"""Find the crossings that are forks: Wires with ends, crossings -> Wires with ends, those of a fork parted there.

Two lines that cross are not joined. But where all ends of the one go the way that the other goes on, and in the same
manner, they are its branches:

       │                      │
   ┌───┼───┐              ┌───┼────────►     two lines: the ends of the level one go different ways
   ▼   ▼   ▼   a fork     │   ▼

Two rules fight here: so does a line that joins two boxes and passes over a third, if it has heads at both ends or at
none. That is rare, and a fork drawn so is the rule. A net that two lines cross so stays apart from both.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..glyphs import GLYPHS
from ..model import Cell, Point, Side, Wire
from ..typed import Final
from .ends import CHOSEN, End, ahead
from .nets import Lines, Tip, Wired, grouped, tips_of, way_of
from .points import OPPOSITE, STEP, cell_of, lies_within, middle

_FEWEST: Final = 2                      # branches beside the one that goes straight on
#: The tees that have no arm for a line which comes to a side: for one that runs down, those without an arm up.
_BACKS: Final[dict[Side, frozenset[str]]] = {
    side: frozenset(char for char in CHOSEN if len(GLYPHS[char].arms) == len("ESW")
                    and OPPOSITE[side] not in GLYPHS[char].arms)
    for side in ("N", "E", "S", "W")
}


def _goes_on(net: Sequence[Tip], tip: Tip, other: Sequence[Tip], wired: Sequence[Wired]) -> bool:
    """Tell whether the ends of `net` go the way of `tip`, in the same manner, and `tip` has another end to go with.

    Heads come from an end without one; what has no head goes to any.
    """
    outer = [one for one in net if one.is_named or one.end.arrow]
    way = way_of(tip, wired)
    if len(outer) < _FEWEST or any(one.end.arrow != tip.end.arrow or way_of(one, wired) != way for one in outer):
        return False
    return any(one.is_named and not (one.end.arrow and tip.end.arrow) for one in other if one is not tip)


def _is_ring(wired: Wired) -> bool:
    """Tell whether a line without curves comes back to its start, and is no box: lines that part and meet again, and a
    line across them is one more.

             ┌── W1 ──┐
        LB ──┼── W2 ──┼── DB
             └── W3 ──┘
    """
    path = wired[0].path
    return path[0] == path[-1] and len(path) > _FEWEST and not wired[0].smooth


def _parted(wired: Wired, points: Iterable[Point]) -> list[Wired]:
    """Return a wire cut at `points` that it runs through, which then are ends that touch nothing."""
    (whole, weight, dash, start_to, end_to, start_arrow, end_arrow, smooth, rounds), start, stop = wired
    path = [whole[0]]
    cuts: list[int] = []
    for a, b in pairwise(whole):
        inside = [point for point in points if lies_within(point, a, b)]
        for point in sorted(inside, reverse=a > b):
            cuts.append(len(path))
            path.append(point)
        path.append(b)
    found: list[Wired] = []
    for first, last in pairwise([0, *cuts, len(path) - 1]):
        part = tuple(path[first : last + 1])
        is_first, is_last = first == 0, last == len(path) - 1
        found.append((
            Wire(part, weight, dash, start_to if is_first else None, end_to if is_last else None,
                 start_arrow and is_first, end_arrow and is_last,
                 tuple([p for p in smooth if p in part]), tuple([p for p in rounds if p in part])),
            start if is_first else End(cell_of(part[0]), reach=0),
            stop if is_last else End(cell_of(part[-1]), reach=0),
        ))
    if len(found) > 1 and _is_ring(wired):                      # it begins in a bend, as any of it
        before, at, _ = found.pop()
        after, _, to = found[0]
        found[0] = before._replace(path=before.path + after.path[1:], round=before.round + after.round), at, to
    return found


def part_forks(wired: list[Wired], crossings: Iterable[Cell]) -> tuple[list[Wired], list[Point]]:
    """Return the wires, those of forks parted where they cross, and the points where that is.

    `crossings` are the cells in which two lines cross.
    """
    cells = list(crossings) if len(wired) > 1 else []
    if not cells:
        return wired, []
    lines = Lines(wired)
    crossed = [(cell, a, b) for cell in cells
               if (a := lines.level(cell)) is not None and (b := lines.upright(cell)) is not None and a != b]
    if not crossed:
        return wired, []
    nets = grouped(tips_of(enumerate(wired)))
    net_of = {tip.wire: number for number, net in enumerate(nets) for tip in net}
    cuts: dict[int, set[Point]] = {}
    fed: dict[int, list[tuple[Point, int, int]]] = {}          # net -> where a line crosses it that goes its way
    for cell, a, b in crossed:
        point = middle(cell)
        if any(_is_ring(wired[k]) for k in (a, b)):
            for k in (a, b):
                cuts.setdefault(k, set()).add(point)
            continue
        if any(point in (wired[k][0].path[0], wired[k][0].path[-1]) for k in (a, b)) or net_of[a] == net_of[b]:
            continue
        for one, other, ways in ((a, b, ("N", "S")), (b, a, ("E", "W"))):       # the trunk runs across the bar
            net, through = nets[net_of[one]], nets[net_of[other]]
            if any(tip.wire == other and way_of(tip, wired) in ways and _goes_on(net, tip, through, wired)
                   for tip in through):
                fed.setdefault(net_of[one], []).append((point, one, other))
    for found in fed.values():
        if len(found) == 1:
            point, *both = found[0]
            for index in both:
                cuts.setdefault(index, set()).add(point)
    if not cuts:
        return wired, []
    parted = [part for index, each in enumerate(wired)
              for part in (_parted(each, cuts[index]) if index in cuts else (each,))]
    return parted, sorted({point for points in cuts.values() for point in points})


def join_backs(wired: list[Wired], rows: Sequence[str]) -> tuple[list[Wired], list[Point]]:
    """Return the wires, those that stop right before the back of a tee in a line joined to it, and the points where.

    Who types a tee means a joint, be it turned as it may:

        └──┴──┘       │
           │       ┌──┬──┐
    """
    joined: dict[int, Wired] = {}
    points: list[Point] = []
    for index, (wire, first, last) in enumerate(wired):
        if (first.box is not None or first.reach != 1) and (last.box is not None or last.reach != 1):
            continue
        path, ends, met = list(wire.path), (first, last), [first, last]
        for at, end in enumerate(ends):
            if end.reach != 1 or end.side not in _BACKS or end.arrow or end.box is not None or end.text is not None:
                continue
            cell = ahead(end.cell, end.side, 1)
            if rows[cell.row][cell.column] in _BACKS[end.side] and _runs_through(rows, cell, end.side):
                path[-at], met[at] = middle(cell), End(cell, reach=0)
                points.append(middle(cell))
        if path != list(wire.path):
            start, stop = met
            joined[index] = wire._replace(
                path=tuple(path), start_to=wire.start_to if start is ends[0] else None,
                end_to=wire.end_to if stop is ends[1] else None), start, stop
    if not joined:
        return wired, []
    cuts = [(index, [p for p in points if _is_within(p, each[0].path)]) for index, each in enumerate(wired)]
    return [part for index, inside in cuts for part in (
        [joined[index]] if index in joined else _parted(wired[index], inside) if inside else [wired[index]])], points


def _runs_through(rows: Sequence[str], cell: Cell, side: Side) -> bool:
    """Tell whether a tee is in a line across the way to it: its two arms to the sides meet others."""
    ways: tuple[Side, ...] = ("E", "W") if side in ("N", "S") else ("N", "S")
    for way in ways:
        (y, x), (dy, dx) = cell, STEP[way]
        glyph = GLYPHS.get(rows[y + dy][x + dx]) if 0 <= y + dy < len(rows) and 0 <= x + dx < len(rows[0]) else None
        if glyph is None or OPPOSITE[way] not in glyph.arms:
            return False
    return True


def _is_within(point: Point, path: Sequence[Point]) -> bool:
    """Tell whether a point lies in a straight piece of a path, and at no end of it."""
    return any(lies_within(point, a, b) for a, b in pairwise(path))
