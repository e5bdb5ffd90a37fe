"""What a box shows to who points at it, its connectors: Sketch, drawn elements -> Spot of each box, and the rest.

    ┌───┐        ┌───┐      a group for a box: its area, unseen; its connectors once more, in another colour, unseen
    │ a ├──x───► │ b │      until the pointer or the focus is in the group; the texts in the box, so that they can
    └───┘        └───┘      still be selected

The innermost box decides: the groups stand in reading order, so an inner box lies above the one that holds it, and
a box without connectors covers what lies under it. What is shown once more is what was drawn, byte for byte.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from . import theme
from .markup import Element, as_one, pixels
from .model import Box, Label, Point, Sketch, Wire
from .routes import divides, routes_of
from .shapes import number
from .typed import Final, NamedTuple

GROUP: Final = "bw-hover"
_NEAR: Final = "bw-near"                # what lies at the other end
_RING: Final = "bw-ring"                # a line that is the edge of a box, and does not step back with the connectors
_MOST: Final = 12                       # times that a line of a drawing is shown once more, on an average

_ROOT, _SHOWN = f".{theme.ROOT}", f".{GROUP}:is(:hover,:focus-within)"
#: `:where` keeps them weaker than what a class says of a heavy or a broken line. Print shows nothing twice.
RULES: Final = f"""\
{_ROOT} .{GROUP}>:where(:first-child){{fill:none;stroke:$link;stroke-width:2;opacity:0;pointer-events:all}}
{_ROOT} .{GROUP}>:where(:first-child~path){{opacity:0;pointer-events:none}}
{_ROOT} .{GROUP}>path:where(:not(:first-child,.bw-core,.bw-head,.{_NEAR})){{stroke:$link;stroke-width:2}}
{_ROOT} .{GROUP}>.bw-head{{fill:$link}}
{_ROOT} .{_NEAR}{{fill:$link;fill-opacity:.1}}
{_ROOT} .{GROUP}:focus{{outline:none}}
@media screen{{{_ROOT} {_SHOWN}>:is(:first-child,path){{opacity:1}}
{_ROOT} .{GROUP}:focus-visible>:first-child{{stroke:$link;stroke-width:3.5}}
{_ROOT}:has({_SHOWN}) :not(.{GROUP})>:is(.bw-connector,.bw-head):not(.{_RING}){{opacity:.4}}}}
@media (prefers-reduced-motion:no-preference){{{_ROOT} :is(.{GROUP}>*,.bw-connector,.bw-head){{\
transition:opacity .12s}}}}"""


class Spot(NamedTuple):
    """A box that answers: its `area`, its connectors once more (none: it only covers), and what stands in it."""

    area: str
    connectors: tuple[str, ...]
    inside: tuple[Element, ...]


def _block(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle, given in half-cells, as the data of a path."""
    (x, y), (width, height) = pixels(x, y), pixels(width, height)
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"


def _of_box(box: Box) -> str:
    return _block(2 * box.column + 1, 2 * box.row + 1, 2 * (box.columns - 1), 2 * (box.rows - 1))


def _of_label(label: Label) -> str:
    return _block(2 * label.column - 1, 2 * label.row, 2 * label.columns + 2, 2)


def _area(edge: Element) -> str:
    """Return the shape of a box without its colours; of its classes, those of a heavy or broken line stay."""
    look = [name for name in edge.classes.split()[1:]
            if name.removeprefix("bw-") in (*theme.WEIGHTS, *theme.DASHES)]
    tag, _, rest = edge.markup.partition(" ")
    return f'{tag} class="{" ".join(look)}" {rest}' if look else edge.markup


def _once_more(elements: Iterable[Element]) -> Iterator[str]:
    """Yield drawn elements as they were drawn; those of one look that follow one another are one path."""
    paths = (element for element in elements if element.markup.startswith("<path"))
    for classes, found in groupby(paths, key=lambda element: element.classes):
        tag, _, rest = as_one(element.markup for element in found).partition(" ")
        yield f'{tag} class="{classes}" {rest}'


class _Joined(NamedTuple):
    """What is shown of a box: wires, and the boxes at their other ends."""

    wires: set[int]
    others: set[int]


def _joined(sketch: Sketch) -> tuple[dict[int, _Joined], set[int]]:
    """Return what is shown of each box that has connectors, and all wires that connectors run over."""
    found: dict[int, _Joined] = {}
    used: set[int] = set()
    for connector, route in zip(sketch.connectors, routes_of(sketch), strict=True):
        ends = connector.source, connector.target
        if ends == (None, None) or divides(connector, route, sketch.boxes):
            continue
        used.update(route.wires)
        for end, other in (ends, ends[::-1]):
            if end is not None:
                joined = found.setdefault(end, _Joined(set(), set()))
                joined.wires.update(route.wires)
                if other is not None and other not in _around(sketch.boxes, end):
                    joined.others.add(other)
    return found, used


def _around(boxes: Sequence[Box], index: int | None) -> Iterator[int]:
    """Yield a box and those around it."""
    while index is not None:
        yield index
        index = boxes[index].parent


class _Ring(NamedTuple):
    """How a box that is no rectangle is drawn: its elements, and its outline as the data of a path."""

    elements: tuple[Element, ...]
    data: str


def _once_around(wires: Sequence[Wire]) -> list[Point]:
    """Return the points of wires that lie end to end, or nothing where they do not lead around."""
    left, points = list(wires[1:]), list(wires[0].path)
    while left:
        onward = next((wire for wire in left if points[-1] in (wire.path[0], wire.path[-1])), None)
        if onward is None:
            return []
        left.remove(onward)
        points += onward.path[1:] if onward.path[0] == points[-1] else onward.path[-2::-1]
    return points if points[0] == points[-1] else []


def _rings(sketch: Sketch, drawn: Mapping[int, Sequence[Element]], used: set[int]) -> dict[int, _Ring]:
    """Return the boxes that are no rectangles, each drawn by the wires in its bounds that no connector runs over."""
    in_row: dict[int, list[int]] = {}
    for index, box in enumerate(sketch.boxes):
        if box.outline is not None:
            for row in range(box.row, box.row + box.rows):
                in_row.setdefault(row, []).append(index)
    members: dict[int, list[int]] = {}
    for at, wire in enumerate(sketch.wires) if in_row else ():
        if at not in used:
            for index in in_row.get(wire.path[0][1] >> 1, ()):
                if all(_holds(sketch.boxes[index], point) for point in wire.path):
                    members.setdefault(index, []).append(at)
    found: dict[int, _Ring] = {}
    for index, wires in members.items():
        elements = tuple(element for wire in wires for element in drawn.get(wire, ()))
        points = _once_around([sketch.wires[wire] for wire in wires])
        if points:
            data = "L".join(f"{number(x)} {number(y)}" for x, y in (pixels(*point) for point in points[:-1]))
            found[index] = _Ring(elements, f"M{data}z")
    return found


def _holds(box: Box, point: Point) -> bool:
    column, row = point[0] >> 1, point[1] >> 1
    return box.column <= column < box.column + box.columns and box.row <= row < box.row + box.rows


def _outline(edge: Element | None, ring: _Ring | None, box: Box) -> str:
    """Return the outline of a box as the data of a path."""
    if ring is not None:
        return ring.data
    return edge.markup[9:-3] if edge is not None and edge.markup.startswith("<path") else _of_box(box)


def spots_of(sketch: Sketch, drawn: Sequence[Element]) -> tuple[dict[int, Spot], list[Element]]:
    """Return the boxes (by index) that answer to who points at them, and what of `drawn` stands in none of them."""
    joined, used = _joined(sketch)
    if not joined or sum(len(one.wires) for one in joined.values()) > _MOST * len(sketch.wires):
        return {}, list(drawn)
    for index, box in enumerate(sketch.boxes):          # who lies in one that answers would let it shine through
        if box.parent in joined and index not in joined:
            joined[index] = _Joined(set(), set())
    edges: dict[int, Element] = {}
    of_wire: dict[int, list[int]] = {}
    inside: dict[int, list[Element]] = {index: [] for index in joined}
    rest: list[Element] = []
    for place, element in enumerate(drawn):
        if element.edge_of is not None:
            edges[element.edge_of] = element
        for wire in element.wires:
            of_wire.setdefault(wire, []).append(place)
        inside.get(-1 if element.inside is None else element.inside, rest).append(element)
    rings = _rings(sketch, {wire: [drawn[k] for k in places] for wire, places in of_wire.items()}, used)
    if rings:
        edge_wires = {wire for ring in rings.values() for element in ring.elements for wire in element.wires}
        rest = [e if edge_wires.isdisjoint(e.wires) else e._replace(classes=f"{e.classes} {_RING}") for e in rest]
    named: dict[int, list[Label]] = {}
    for owned in sketch.labels:
        if owned.connector is not None:
            named.setdefault(owned.connector, []).append(owned.label)

    def spot(index: int) -> Spot:
        wires, others = joined[index]
        ring, edge = rings.get(index), edges.get(index)
        near = "".join((*(_outline(edges.get(i), rings.get(i), sketch.boxes[i]) for i in sorted(others)),
                        *(_of_label(label) for wire in sorted(wires) for label in named.get(wire, ()))))
        lines = [drawn[k] for k in sorted({place for wire in wires for place in of_wire.get(wire, ())})]
        if edge is None and ring is not None and len(ring.elements) == 1:
            edge, ring = ring.elements[0], None
        area = _area(edge) if edge else f'<path stroke-opacity="0" d="{_outline(None, ring, sketch.boxes[index])}"/>'
        shown = [f'<path class="{_NEAR}" d="{near}"/>'] if near else []
        shown += _once_more((*(ring.elements if ring else ()), *lines)) if wires else ()
        return Spot(area, tuple(shown), tuple(inside[index]))

    return {index: spot(index) for index in sorted(joined)}, rest
