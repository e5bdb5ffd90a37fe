"""Say what leads where: Wires with ends -> Connector, ...

Wires that end in one point are joined, and each pair of ends of such a fork is a connector; so are the two parts of a
line that goes on behind a container's wall. An end that stops right before another line is a branch of it, and
takes the end to which that line leads, or from which it comes:

    ┌───┐               ┌ box ──────────┐
    │ a ├──┬──► b       │ ┌───┐         │
    └─┬─┘  └──► c       │ │ e │─────────│──► f       a leads to b, c, d and g; e leads to f, not to the box
      │──► d            │ └───┘         │
      └──► g            └───────────────┘
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from ..glyphs import BARS, GLYPHS
from ..model import Cell, Connector, Label, Point, Side
from ..typed import Final
from .ends import DIAGONAL, PLATES, End, Surroundings, ahead, ink_at, label_ahead, label_at_slope, text_ahead
from .keys import without_keys
from .nesting import holds
from .nets import Lines, Route, Tip, Wired, grouped, tip_of, tips_of, way_of
from .points import OPPOSITE, cell_of, middle
from .trees import is_bracketed, read_tree

_MOST_ENDS: Final = 40                  # ends of one fork that are paired; a net of more is no connector
_FEWEST_HEADS: Final = 2                # that part, where none leads to them
_FEWEST_BRANCHES: Final = 2             # with a text in them, from which a line with no other name leads on
_LONGEST_NAME: Final = 40               # columns of a name at a slope that touches no box
_FEWEST_HUNG: Final = 2                 # texts on an axis
_REACH: Final = 2                       # cells from an end to a shape that it points at; one blank between
_LOST: Final = frozenset("xX×✕✖✗✘")     # at the foot of a line of life they end it, or a message to it: nobody's name


def _shape_at(tip: Tip, shapes: Mapping[Cell, int], world: Surroundings) -> int | None:
    """Return the shape that an end stands on, or points at across one blank at most."""
    if tip.end.box is not None:
        return None
    for reach in range(_REACH + 1 if tip.end.side else 1):
        cell = ahead(tip.end.cell, tip.end.side, reach) if tip.end.side else tip.end.cell
        if cell in shapes:
            return shapes[cell]
        if reach and not (0 <= cell.row < len(world.rows) and world.rows[cell.row][cell.column:].startswith(" ")):
            break
    return None


def _tips(wired: Sequence[Wired], world: Surroundings, shapes: Mapping[Cell, int], drawn: Container[int]) -> list[Tip]:
    """Return the ends of all wires, two for each; those that meet behind a container's wall meet in a point of it."""
    tips = tips_of((index, each) for index, each in enumerate(wired) if index not in drawn)
    for at, tip in enumerate(tips) if shapes else ():
        if (shape := _shape_at(tip, shapes, world)) is not None:
            tips[at] = tip_of(tip.wire, tip.point, tip.end._replace(box=shape, text=None))
    if shapes:                          # a line within the line of a shape is part of it
        tips = [tip for pair in zip(tips[::2], tips[1::2], strict=True) if any(t.end.arrow for t in pair) or any(
            cell_of(point) not in shapes for point in wired[pair[0].wire][0].path) for tip in pair]
    waiting: dict[tuple[Cell, Side], int] = {}
    for at, (_, _, end, _) in enumerate(tips):
        if end.side is None or end.reach != 1 or end.arrow or end.text is not None:
            continue
        if end.box is not None and (end.box >= len(world.boxes) or not world.boxes[end.box].container):
            continue
        wall = ahead(end.cell, end.side, 1)
        if world.ink[wall.row][wall.column] not in BARS:
            continue
        other = waiting.pop((wall, OPPOSITE[end.side]), None)
        if other is None:
            waiting[wall, end.side] = at
            continue
        if end.box is None and not (_passes(wall, world) and any(tips[k ^ 1].end.arrow for k in (at, other))):
            continue                    # two branches of a trunk; an arrow passes behind it
        for k in (at, other):
            tips[k] = tip_of(tips[k].wire, middle(wall), End(tips[k].end.cell))
    _join_plates(tips, world)
    return tips


def _join_plates(tips: list[Tip], world: Surroundings) -> None:
    """Let the ends at two plates meet in one point, since a line goes on through them: a --┤ ├-- b."""
    loose = [(at, tip) for at, tip in enumerate(tips) if not tip.is_named and not tip.end.arrow]
    if len(loose) < 2 or all(map(str.isascii, world.ink)):
        return
    behind = {tip.end.cell: at for at, tip in loose if _is_plate(tip, "E", world)}
    if not behind:
        return
    for at, tip in loose:
        if _is_plate(tip, "W", world):
            (row, column), ink = tip.end.cell, world.ink
            other = behind.get(Cell(row, column + 1)) if ink[row][column + 1 : column + 2] != " " else behind.get(
                Cell(row, column + 2))
            if other is not None:
                for k in (at, other):
                    tips[k] = tip_of(tips[k].wire, tip.point, End(tips[k].end.cell))


def _is_plate(tip: Tip, side: Side, world: Surroundings) -> bool:
    """Tell whether an end that touches nothing is at a bar of one cell which a line leaves on a `side` alone."""
    row, column = tip.end.cell
    return row < len(world.ink) and world.ink[row][column : column + 1] in PLATES[side] \
        and world.v.at(column, row) is None


def _passes(cell: Cell, world: Surroundings) -> bool:
    """Tell whether an upright line comes and goes in a cell."""
    line = world.v.at(cell.column, cell.row)
    return line is not None and line.start < cell.row < line.stop


def _without_feet(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Tip]:
    """Return the ends of a net, a line of life ending in the upper of its two boxes alone.

        ┌─┴─┐      who takes part stands at the head of the line, and as wide once more at its foot
        │ A │
        └───┘
    """
    def place(tip: Tip) -> tuple[int, int, int] | None:
        if tip.end.box is None or tip.end.box >= len(world.boxes) or tip.end.arrow:
            return None
        box = world.boxes[tip.end.box]
        return tip.point[0], box.column, box.columns

    places = [place(tip) for tip in tips]
    heads = {at for at, tip in zip(places, tips, strict=True) if at is not None and way_of(tip, wired) == "N"}
    return [
        tip_of(tip.wire, tip.point, End(tip.end.cell)) if at in heads and way_of(tip, wired) == "S" else tip
        for at, tip in zip(places, tips, strict=True)
    ]


def _branched(groups: list[list[Tip]], wired: Sequence[Wired], world: Surroundings) -> list[list[Tip]]:
    """Return `groups`, an end that stops right before another line touching what that line leads to, or comes from."""
    def stops(tip: Tip) -> bool:
        return not tip.is_named and tip.end.side is not None and tip.end.reach > 0

    if not any(stops(tip) for tips in groups for tip in tips):
        return groups
    lines = Lines(wired)
    group_of = {tip.wire: number for number, tips in enumerate(groups) for tip in tips}

    @cache
    def named_in(number: int) -> list[Tip]:
        return [tip for tip in _without_feet(groups[number], wired, world) if tip.is_named]

    def branch(tip: Tip, number: int) -> Tip:
        if not stops(tip) or tip.end.side is None:
            return tip
        trunk = lines.at(ahead(tip.end.cell, tip.end.side, tip.end.reach))
        if trunk not in group_of or group_of[trunk] == number and not tip.end.arrow:
            return tip
        named = [other.end for other in named_in(group_of[trunk])
                 if not (other.end.text in _LOST and way_of(other, wired) == "S")]
        fitting = [end for end in named if end.arrow == tip.end.arrow] or (named if tip.end.arrow else [])
        if len(fitting) == len(groups[group_of[trunk]]) > 1 and all(
                end.box == fitting[0].box is not None for end in fitting):
            fitting = fitting[:1]       # both ends of a part of a line of life
        if len(fitting) > 1 and not any(end.arrow for end in (*named, tip.end)) and tip.end.side in ("E", "W"):
            fitting = fitting[:1]       # a branch of a tree comes from its top
        if len(fitting) != 1:
            return tip
        return tip_of(tip.wire, tip.point, tip.end._replace(box=fitting[0].box, text=fitting[0].text))

    return [[branch(tip, number) for tip in tips] for number, tips in enumerate(groups)]


class _Ways:
    """The wires of a fork, as ways from point to point."""

    def __init__(self, tips: Sequence[Tip], wired: Sequence[Wired]) -> None:
        self._wired = wired
        self._around: dict[Point, list[tuple[int, Point]]] = {}
        for one, two in zip(tips[::2], tips[1::2], strict=True):
            self._around.setdefault(one.point, []).append((one.wire, two.point))
            self._around.setdefault(two.point, []).append((one.wire, one.point))

    def steps_from(self, start: Point) -> dict[Point, tuple[int, Point]]:
        """Return for each point to which `start` leads the last wire on the way there, and the point before it."""
        found: dict[Point, tuple[int, Point]] = {start: (-1, start)}
        at = [start]
        for point in at:
            for wire, other in self._around[point]:
                if other not in found:
                    found[other] = wire, point
                    at.append(other)
        return found

    @staticmethod
    def wires(steps: Mapping[Point, tuple[int, Point]], start: Point, stop: Point) -> tuple[int, ...]:
        """Return the wires on the way from `start` to `stop`."""
        found: list[int] = []
        while stop != start:
            wire, stop = steps[stop]
            found.append(wire)
        return tuple(found[::-1])

    def path(self, start: Point, wires: tuple[int, ...]) -> tuple[Cell, ...]:
        """Return the cells at which the way along `wires` begins, turns and ends."""
        cells: list[tuple[int, int]] = []
        for wire in wires:
            points = self._wired[wire][0].path
            if points[0] != start and _apart(points[0], start) > _apart(points[-1], start):
                points = points[::-1]
            cells += [(y >> 1, x >> 1) for x, y in points]
            start = points[-1]
        return _bends(cells)


def _bends(cells: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """Return the first and the last of the cells of a way, and those at which it turns."""
    inner = [Cell(*at) for before, at, after in zip(cells, cells[1:], cells[2:], strict=False)
             if not _is_straight(before, at, after)]
    return Cell(*cells[0]), *inner, Cell(*cells[-1])


def _apart(a: Point, b: Point) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _is_straight(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    """Tell whether a line does not turn at b."""
    return b in (a, c) or (b[1] - a[1]) * (c[0] - b[0]) == (b[0] - a[0]) * (c[1] - b[1])


def _pairs(tips: Sequence[Tip], wired: Sequence[Wired]) -> Iterator[Route]:
    """Yield the routes of a fork: an end without arrow leads to each end with one; else each pair counts."""
    loose = [tip for tip in tips if tip.is_named or tip.end.arrow][:_MOST_ENDS]
    ways = _Ways(tips, wired)
    is_mixed = len({tip.end.arrow for tip in loose}) > 1
    for i, one in enumerate(loose):
        others = [two for two in loose[i + 1 :] if (one.is_named or two.is_named)
                  and not (is_mixed and one.end.arrow == two.end.arrow)]
        led = ways.steps_from(one.point) if others else {}
        for two in others:
            if two.point not in led:
                continue
            wires = ways.wires(led, one.point, two.point) or (one.wire,)
            a, b, along = (two, one, wires[::-1]) if one.end.arrow and not two.end.arrow else (one, two, wires)
            yield Route(a.end, b.end, along, ways.path(a.point, along))


def _at_slopes(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Tip]:
    r"""Return the ends of a net that touches something; a slope that ends at a text touches that, too.

        ┌───┐                          8
        │ X │      X is joined to    /   \      so are the names at both ends of a slope
        └───┘      Y and Z          3     10
         / \
        Y   Z
    """
    met = Counter(tip.point for tip in tips)
    ends = {tip.end.text for tip in tips}
    boxes = [world.boxes[box] for box in {tip.end.box for tip in tips} if box is not None and box < len(world.boxes)]
    is_alone = not any(tip.is_named or tip.end.arrow for tip in tips)
    found: dict[int, Label] = {}
    for k, (_, point, end, _) in enumerate(tips):
        way = way_of(tips[k], wired) if end == End(end.cell) and met[point] == 1 else None
        aside = is_alone and not _is_mark(world, end)
        label = label_at_slope(world, end.cell, way, aside=aside) if way in DIAGONAL else (
            label_ahead(world, end.cell, way) if is_alone and way in ("N", "S") else None)
        if label is not None and label.text not in ends and any(map(str.isalnum, label.text)) and not any(
                holds(box, end.cell) for box in boxes):
            found[k] = label
    if is_alone and (len(found) < len(tips) or max(label.columns for label in found.values()) > _LONGEST_NAME):
        return [*tips]
    times = Counter(found.values())
    return [
        tip_of(tip.wire, tip.point, tip.end._replace(text=found[k].text))
        if k in found and times[found[k]] == 1 else tip         # two legs stand on a text: that is whose they are
        for k, tip in enumerate(tips)
    ]


def _is_mark(world: Surroundings, end: End) -> bool:
    r"""Tell whether a line ends in a terminal: a text aside is not what it runs to.

        |\
        | * three
        | * two
    """
    glyph = GLYPHS.get(ink_at(world, end.cell))
    return glyph is not None and glyph.mark is not None


def _beside(tip: Tip, world: Surroundings) -> Tip:
    """Return an end that touches nothing as one of the text beside it: y ^."""
    texts = (text_ahead(world, tip.end.cell, side) for side in ("W", "E"))
    return tip_of(tip.wire, tip.point, tip.end._replace(text=next(filter(None, texts), None)))


def _axes(heads: Sequence[Tip], wired: Sequence[Wired]) -> list[Route]:
    """Return the routes of a line with two heads, each from its last bend on."""
    wire, path = heads[0].wire, wired[heads[0].wire][0].path
    found = [(tip, path[1] if tip.point == path[0] else path[-2]) for tip in heads if tip.is_named]
    return [Route(End(cell_of(bend)), tip.end, (wire,), (cell_of(bend), tip.end.cell)) for tip, bend in found]


def _fan(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Route]:
    """Return the routes of a net with several heads and none to come from, each from the point where they part.

          N             │              y
          ▲          ┌──┴──┐           ▲      two heads at a line are a two-way arrow, and several boxes with heads
      W ◄─┼─► E      ▼     ▼           │      at them are all joined; but what comes from nowhere, or from a corner
          ▼          a     b           └──► x that is the origin of axes, be they two or more, leads away from there
          S
    """
    heads = [tip for tip in tips if tip.end.arrow][:_MOST_ENDS]
    if len(heads) < _FEWEST_HEADS or any(tip.is_named and not tip.end.arrow for tip in tips):
        return []
    met = Counter(tip.point for tip in tips)
    stems = [tip.point for tip in tips if not tip.is_named and not tip.end.arrow and met[tip.point] == 1]
    if any(not tip.is_named for tip in heads) and {way_of(tip, wired) for tip in heads} >= {"N", "E"}:
        heads = [tip if tip.is_named else _beside(tip, world) for tip in heads]
        if len(tips) == _FEWEST_HEADS:
            return _axes(heads, wired)
        stems = []                      # what else leaves the origin is what is drawn there
    elif not stems and (len(heads) == _FEWEST_HEADS or all(tip.end.box is not None for tip in heads)):
        return []
    start = stems[0] if stems else met.most_common(1)[0][0]
    ways = _Ways(tips, wired)
    steps = ways.steps_from(start)
    led = [(tip, ways.wires(steps, start, tip.point)) for tip in heads if tip.is_named and tip.point in steps]
    return [Route(End(cell_of(start)), tip.end, wires, ways.path(start, wires)) for tip, wires in led if wires]


def _texts_in(wire: int, wired: Sequence[Wired], world: Surroundings) -> Iterator[tuple[Label, int]]:
    """Yield the texts in the level pieces of a line, each with the number of its piece."""
    for at, ((ax, ay), (bx, by)) in enumerate(pairwise(wired[wire][0].path)):
        for label in world.labels.get(ay >> 1, ()) if ay == by else ():
            if min(ax, bx) >> 1 < label.column and label.column + label.columns - 1 < max(ax, bx) >> 1:
                yield label, at


def _from_within(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Route]:
    """Return the routes to the one end of a net that has a name, and a head, from the texts in its branches, where two
    or more that part in one point and meet in another have one:

          ┌─ tea ──┐
        ──┤        ├──▶ shop
          └─ milk ─┘
    """
    head = next(tip for tip in tips if tip.is_named)
    join = next(tip.point for tip in tips if tip.wire == head.wire and tip is not head)
    branches = [wire for one, two in zip(tips[::2], tips[1::2], strict=True) for wire in (one.wire,)
                if join in (one.point, two.point) and wire != head.wire]
    forks = {point for wire in branches for point in (wired[wire][0].path[0], wired[wire][0].path[-1])} - {join}
    if not head.end.arrow or len(branches) < _FEWEST_BRANCHES or len(forks) != 1 \
            or len(tips) != 2 * (len(branches) + 2):
        return []                       # but for the branches there are the line to them, and that from them
    routes: list[Route] = []
    for wire in branches:
        path, texts = wired[wire][0].path, list(_texts_in(wire, wired, world))
        if len(texts) != 1:
            return []
        (label, at), = texts
        bends = path[at + 1 :] if path[-1] == join else path[at::-1]
        start = Cell(label.row, label.column + (label.columns - 1 if bends[0][0] > 2 * label.column else 0))
        last = wired[head.wire][0].path
        way = [start, *map(cell_of, bends), *map(cell_of, last if last[0] == join else last[::-1])]
        routes.append(Route(End(start, text=label.text), head.end, (wire, head.wire), _bends(way)))
    return routes


def _is_axis(tips: Sequence[Tip], world: Surroundings) -> bool:
    """Tell whether a net is an axis: one of its ends is a head that points at nothing, and texts hang on its line.

        ──┬──────┬──────┬──▶
        start  alpha  ship
    """
    loose = [tip.end for tip in tips if tip.end.arrow]
    named = [tip.end for tip in tips if tip.is_named]
    if len(loose) != 1 or len(named) < _FEWEST_HUNG or loose[0] in named or any(end.box is not None for end in named):
        return False
    line = world.h.at(*loose[0].cell)
    return line is not None and all(
        line.start <= end.cell.column <= line.stop and end.cell.row != line.line for end in named)


def find_routes(
    wired: Sequence[Wired], world: Surroundings, shapes: Mapping[Cell, int], drawn: Container[int],
) -> Iterator[Route]:
    """Yield what the wires connect; `wired` are the wires with their ends, those of `drawn` are part of a shape.

    `shapes` gives for each cell of a shape the box (by index) that it counts as.

    A line that touches nothing connects nothing, nor does one without a head that touches but one text: an axis. So is
    one with texts at its ticks, and a head at nothing. One that stays in a box and touches nothing else is part of what
    is drawn there: a rim, a shelf. One over a text, or under it, from end to end, does not lead from it back to it:

        o--*
        word
    """
    return (route for route in without_keys(_routes(wired, world, shapes, drawn), wired, world)
            if not _is_inside(route, world) and not _is_along_a_text(route, world) and not _is_a_part(route))


def _is_a_part(route: Route) -> bool:
    """Tell whether a line without heads from a box back to it is a brace along an edge, or a part of a line of life, up
    to where a message passes over it.

        └───────────┘
         └───┬───┘
    """
    start, stop, path = route.start, route.stop, route.path
    if start.box is None or start.box != stop.box or start.arrow or stop.arrow:
        return False
    return start.side == stop.side in ("N", "S") and len({cell.row for cell in path}) == 1 or (
        len(path) == 2 and path[0].column == path[1].column)


def _is_along_a_text(route: Route, world: Surroundings) -> bool:
    text, path = route.start.text, route.path
    if text is None or text != route.stop.text or len(path) != 2 or path[0].row != path[1].row:
        return False
    sides: tuple[Side, ...] = ("N", "S")
    return any(label is not None and label.text == text and label is other for label, other in (
        [label_ahead(world, cell, side) for cell in path] for side in sides))


def _is_inside(route: Route, world: Surroundings) -> bool:
    index = route.start.box
    if index is None or index != route.stop.box or index >= len(world.boxes) or route.start.arrow or route.stop.arrow:
        return False
    box = world.boxes[index]
    return all(box.row <= row < box.row + box.rows and box.column <= column < box.column + box.columns
               for row, column in route.path)


def _routes(
    wired: Sequence[Wired], world: Surroundings, shapes: Mapping[Cell, int], drawn: Container[int],
) -> Iterator[Route]:
    for tips in _branched(grouped(_tips(wired, world, shapes, drawn)), wired, world):
        heads = sum([tip.end.arrow for tip in tips])
        if len(tips) > 2 and heads:
            tips = _without_feet(tips, wired, world)
        named = sum([tip.is_named for tip in tips])
        if named < len(tips) and world.sloping and (named or len(tips) == 2):
            tips = _at_slopes(tips, wired, world)
            named = sum([tip.is_named for tip in tips])
        if not named or named == 1 and not heads and all(tip.end.box is None for tip in tips):
            continue
        if len(tips) == named == 2 and heads == 1 and not _may_be_tree(tips, wired):
            yield _route(tips, wired)
            continue
        if len(tips) > 2 and _is_axis(tips, world):
            continue
        if tree := read_tree(tips, wired, world):
            yield from tree
            continue
        if fan := _fan(tips, wired, world):
            yield from fan
            continue
        if len(tips) > 2 and named == heads == 1 and (within := _from_within(tips, wired, world)):
            yield from within
            continue
        if len(tips) > 2:
            yield from sorted(_pairs(tips, wired), key=lambda route: (route.start.cell, route.stop.cell))
            continue
        yield _route(tips, wired)


def _may_be_tree(tips: Sequence[Tip], wired: Sequence[Wired]) -> bool:
    """Tell whether an arrow from one text to another may be two branches, or lead on from nodes in brackets."""
    one, two = tips
    return one.end.box is None and two.end.box is None and (
        len(wired[one.wire][0].path) > 2 or is_bracketed(one.end.text) and is_bracketed(two.end.text))


def _route(tips: Sequence[Tip], wired: Sequence[Wired]) -> Route:
    """Return the route of a wire that meets no other, towards its head."""
    one, two = tips
    path = wired[one.wire][0].path
    if one.end.arrow and not two.end.arrow:
        one, two, path = two, one, path[::-1]
    return Route(one.end, two.end, (one.wire,), tuple([Cell(y >> 1, x >> 1) for x, y in path]))


def connect(routes: Iterable[Route], wired: Sequence[Wired], labels: Mapping[int, str]) -> Iterator[Connector]:
    """Yield the connector of each route, named by the `labels` of its wires (by index)."""
    for a, b, wires, path in routes:
        texts = dict.fromkeys([labels[wire] for wire in wires if wire in labels])
        last = wired[wires[-1]][0]
        yield Connector(
            a.box, b.box, a.text, b.text, "\n".join(texts), a.arrow, b.arrow, last.weight, last.dash, path)
