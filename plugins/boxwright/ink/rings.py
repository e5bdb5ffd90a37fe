r"""Find the closed shapes that are no rectangles: Wires with ends, Labels -> Ring, ...

       /\            .---.
      /  \    -->   (  a  )      lines that come back to where they began, with a slope, an arc or a curve among them;
     / ok \          '---'       what hangs on them is cut away. One that holds a text is as good as a box.
     \    /
      \  /
       \/
"""
from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..model import Box, Cell, Label, Outline, Point, Wire
from ..typed import Final, NamedTuple
from .ends import End
from .points import cell_of, has_tips

_POINTED: Final = 4                     # half-cells: how wide the tip of a diamond is at most
_LEVEL_TIP: Final = 2                   # half-cells, twice what a tip may lie off the middle

Wired = tuple[Wire, End, End]


class Ring(NamedTuple):
    """A closed shape: its wires (by index), its corners in order, and the cells it is drawn in."""

    wires: frozenset[int]
    points: tuple[Point, ...]
    cells: frozenset[Cell]
    outline: Outline


def _core(wired: Sequence[Wired]) -> dict[Point, list[int]]:
    """Return the wires at each point that are part of a round: those with a dead end, a head or a box are no part."""
    around: dict[Point, list[int]] = {}
    for index, (wire, start, stop) in enumerate(wired):
        if not any(end.arrow or end.box is not None or end.text is not None for end in (start, stop)):
            for point in (wire.path[0], wire.path[-1]):
                around.setdefault(point, []).append(index)
    dead = [point for point, wires in around.items() if len(wires) == 1]
    for point in dead:
        for index in around[point]:
            path = wired[index][0].path
            other = path[-1] if path[0] == point else path[0]
            around[other].remove(index)
            if len(around[other]) == 1:
                dead.append(other)
        around[point] = []
    return around


def _outline(points: Sequence[Point], smooth: Collection[Point], rows: Sequence[str]) -> Outline | None:
    """Return what shape a ring is; None where all its lines lie along rows and columns and none is a curve."""
    (left, right), (top, bottom) = ((min(p[k] for p in points), max(p[k] for p in points)) for k in (0, 1))
    slopes = [(b[0] - a[0]) * (b[1] - a[1]) for a, b in pairwise(points) if a[0] != b[0] and a[1] != b[1]]
    if not slopes and not smooth:
        return "polygon" if top % 2 == bottom % 2 == 0 else None        # what low lines close:  |___|
    spans = [[p[0] for p in points if abs(p[1] - y) < 2] for y in (top, bottom)]
    tips = [[p[1] for p in points if abs(p[0] - x) < 2] for x in (left, right)]
    is_pointed = all(abs(min(t) + max(t) - top - bottom) <= _LEVEL_TIP for t in tips)
    is_leaning = bool(slopes) and (all(slope < 0 for slope in slopes) or all(slope > 0 for slope in slopes))
    if is_leaning:
        return "parallelogram"
    if is_pointed and slopes and all(max(xs) - min(xs) <= _POINTED for xs in spans):
        return "diamond"
    if smooth and not has_tips(points, smooth, rows):
        return "ellipse"
    return "hexagon" if is_pointed else "polygon"


def _cells(points: Sequence[Point]) -> Iterator[Cell]:
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(abs(bx - ax), abs(by - ay), 1)
        for k in range(steps + 1):
            yield cell_of((ax + (bx - ax) * k // steps, ay + (by - ay) * k // steps))


def find_rings(wired: Sequence[Wired], rows: Sequence[str]) -> list[Ring]:
    """Return the rings of `wired`, wires with ends in `rows`. A shape that others share a side with is none."""
    around = _core(wired)
    found: list[Ring] = []
    done: set[int] = set()
    for start, wires in around.items():
        if len(wires) != 2 or wires[0] in done:
            continue
        points, index, along = [start], wires[0], set[int]()
        while index not in along:
            along.add(index)
            path = wired[index][0].path
            points += path[1:] if path[0] == points[-1] else path[-2::-1]
            onward = around[points[-1]]
            if len(onward) != 2:
                break
            index = onward[1] if onward[0] == index else onward[0]
        done.update(along)
        smooth = {point for i in along for point in wired[i][0].smooth}
        if points[-1] == start and (outline := _outline(points, smooth, rows)):
            found.append(Ring(frozenset(along), tuple(points), frozenset(_cells(points)), outline))
    return found


def _with_body(ring: Ring, wired: Sequence[Wired], starting: Mapping[Point, Sequence[int]]) -> Ring | None:
    """Return a flat ring with the line that hangs on both of its sides, as one: a cylinder, or None.

         .----.
        |'----'|      the ring is the lid; the text stands in the body
        | text |
         '----'
    """
    spots = set(ring.points)
    for index in (index for spot in ring.points for index in starting.get(spot, ())):
        wire, start, stop = wired[index]
        first, last = wire.path[0], wire.path[-1]
        if index in ring.wires or start.arrow or stop.arrow or first == last or last not in spots:
            continue
        bottom = max(y for _, y in wire.path)
        if len(wire.path) > _POINTED - 1 and bottom > max(y for _, y in ring.points):
            points = (*wire.path, first)
            return Ring(ring.wires | {index}, points, ring.cells | frozenset(_cells(points)), ring.outline)
    return None


def _holds(ring: Ring, label: Label) -> bool:
    """Tell whether the middle of a label lies in a ring."""
    x, y = 2 * label.column + label.columns, 2 * label.row + 1
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring.points):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside


def _extent(ring: Ring) -> tuple[int, int, int, int]:
    """Return where a ring begins and ends: left, right, top, bottom."""
    (left, right), (top, bottom) = ((min(p[k] for p in ring.points), max(p[k] for p in ring.points)) for k in (0, 1))
    return left, right, top, bottom


def _is_around(extent: tuple[int, int, int, int], extents: Iterable[tuple[int, int, int, int]]) -> bool:
    """Tell whether two other rings lie in one, beside each other: their texts are theirs, and it has what else stands
    in it.
    """
    left, right, top, bottom = extent
    inner = [each for each in extents if left < each[0] and each[1] < right and top < each[2] and each[3] < bottom]
    if not inner:
        return False
    return max(x for x, *_ in inner) > min(x for _, x, *_ in inner) \
        or max(each[2] for each in inner) > min(each[3] for each in inner)


def shaped_boxes(
    rings: Sequence[Ring], wired: Sequence[Wired], labels: Sequence[Label], owners: Sequence[int | None],
    boxes: Sequence[Box],
) -> tuple[list[tuple[Ring, Box]], Mapping[int, int]]:
    """Return the rings that hold a text, each as a box, and for each label in one of them the ring (by its index).

    A text in a box within a ring is the box's.
    """
    kept: list[tuple[Ring, Box]] = []
    held: dict[int, int] = {}
    by_row: dict[int, list[int]] = {}
    for index, label in enumerate(labels) if rings else ():
        by_row.setdefault(label.row, []).append(index)
    starting: dict[Point, list[int]] = {}
    for index, (wire, _, _) in enumerate(wired if rings else ()):
        starting.setdefault(wire.path[0], []).append(index)
    extents = [*map(_extent, rings)]
    around = {id(ring): _is_around(extent, extents) for ring, extent in zip(rings, extents, strict=True)}
    for ring in sorted(rings, key=lambda ring: (around[id(ring)], ring.points[0][1], ring.points[0][0])):
        inside = _inside(ring, labels, owners, boxes, by_row, held)
        if not inside and (body := _with_body(ring, wired, starting)):
            ring, inside = body, _inside(body, labels, owners, boxes, by_row, held)
        if not inside:
            continue
        rows, columns = [cell.row for cell in ring.cells], [cell.column for cell in ring.cells]
        top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
        parent = owners[inside[0]]
        first = wired[min(ring.wires)][0]
        held.update(dict.fromkeys(inside, len(kept)))
        kept.append((ring, Box(
            top, left, bottom - top + 1, right - left + 1, first.weight, first.dash, "square", parent,
            depth=0 if parent is None else boxes[parent].depth + 1, outline=ring.outline)))
    return kept, held


def _inside(
    ring: Ring, labels: Sequence[Label], owners: Sequence[int | None], boxes: Sequence[Box],
    by_row: Mapping[int, list[int]], held: Container[int],
) -> list[int]:
    """Return the labels (by index) that stand in a ring, and in no other."""
    rows, columns = [cell.row for cell in ring.cells], [cell.column for cell in ring.cells]
    top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
    return [
        i for row in range(top, bottom + 1) for i in by_row.get(row, ())
        if i not in held and left <= labels[i].column <= right
        and _holds(ring, labels[i]) and not _is_within(boxes, owners[i], top, left, bottom, right)
    ]


def _is_within(boxes: Sequence[Box], index: int | None, top: int, left: int, bottom: int, right: int) -> bool:
    if index is None:
        return False
    box = boxes[index]
    return box.row >= top and box.column >= left and box.row + box.rows - 1 <= bottom \
        and box.column + box.columns - 1 <= right


def in_reading_order(boxes: Sequence[Box]) -> tuple[tuple[Box, ...], list[int]]:
    """Return `boxes` row by row, and where each of them went."""
    order = sorted(range(len(boxes)), key=lambda i: (boxes[i].row, boxes[i].column))
    place = [0] * len(boxes)
    for at, index in enumerate(order):
        place[index] = at
    return tuple(
        boxes[i] if (parent := boxes[i].parent) is None else boxes[i]._replace(parent=place[parent]) for i in order
    ), place
