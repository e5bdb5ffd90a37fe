"""See the whole: Grid -> Sketch. The parts come from `strokes`, `labels`, `boxes`, `wires` and `ends`.

Each label gets an owner (the innermost box around it) or names a connector:

    ┌──────────┐   reads
    │ api      ├──────────►  etcd       "api" is the box's, "reads" the connector's, "etcd" stands free
    └──────────┘
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set

from ..glyphs import (
    AMID_SIGNS,
    ASKEW,
    BARS,
    BLOCKS,
    GHOST,
    GLYPHS,
    HOP_LEFT,
    HOP_RIGHT,
    TICK,
    TRIANGLES,
    UPRIGHT_BARS,
    char_class,
    chars,
    those,
)
from ..model import (
    Arrowhead,
    BlockRun,
    Box,
    Cell,
    Divider,
    Grid,
    Label,
    Mark,
    Note,
    OwnedLabel,
    Point,
    Sketch,
    Stroke,
    Wire,
)
from ..patterns import pattern
from ..typed import TYPE_CHECKING, Final
from .arms import free_arms
from .around import Slope
from .boxes import crossings, find_boxes, lay_ink
from .cylinders import lidded
from .dimensions import dimensions
from .ends import End, Surroundings, ahead, attach, heads_of, parts_of
from .forks import join_backs, part_forks
from .gaps import with_gaps
from .joins import connect, find_routes
from .labels import find_labels
from .names import TICKS, name_wires
from .nesting import holds, innermost
from .nets import Lines, Route, Wired
from .points import cell_of
from .quotes import quoted
from .settle import settle
from .shy import ROUND_SHY
from .spans import Spans
from .strokes import columns_of, trace_strokes
from .walls import Walls
from .wires import find_hops, trace_wires
from .wording import worded

if TYPE_CHECKING:
    from .rings import Ring

_MARK: Final = pattern(char_class(those(lambda g: g.mark)))
_BLOCKS: Final = (*BLOCKS, *TRIANGLES)
_BLOCK: Final = pattern(f"({char_class(''.join(_BLOCKS))})\\1*")
_ARROWS: Final = ("->", "=>", "<-", "<=")       # what has one in it says something by itself, and names nothing
_EAST, _WEST = (char_class(chars(side, head=True)) for side in "WE")
#: Without any of these there are slopes, arcs and low lines only where a level line ends in a round corner.
_SLOPING: Final = those(lambda g: g.lean) + "_'`" + "".join(ASKEW.values())
_TERMINALS: Final = those(lambda g: g.mark and g.arms)
_LINES: Final = BARS | frozenset(those(lambda g: g.head in ("E", "W")))
_TIPPED: Final = pattern(f"{char_class(_TERMINALS)}(?:(?<={_EAST}.)|(?={_WEST}))")

_FEWEST_TICKS: Final = 2                # that make an axis of an arrow
_CROSSED: Final = 4                     # wires that meet where two lines cross


def _named(
    labels: Sequence[Label], owners: Sequence[int | None], wires: Sequence[Wired], boxes: Sequence[Box],
    routes: Sequence[Route], rows: Sequence[str],
) -> dict[int, int]:
    """Return which wire each label names: {label: wire}.

    A label in a box that holds nothing else is the box's own; one that a wire points at is the wire's end. A line that
    connects nothing has no name, nor has one that joins more than two: A---B---C.
    """
    linked = {wire for route in routes for wire in route.wires} - _cut(routes, wires)
    if not linked:
        return {}
    targets = {end.text for _, start, stop in wires for end in (start, stop)}
    targets |= {end.text for route in routes for end in route[:2]}
    in_lines = _in_lines(labels, targets, wires)
    free = [
        index for index, owner in enumerate(owners)
        if (owner is None or boxes[owner].container)
        and ((text := labels[index].text) not in targets or index in in_lines)
        and not any(map(text.__contains__, _ARROWS))
        and (text.isascii() or " " not in text or targets.isdisjoint(parts_of(text)))
        and not (text[0] in UPRIGHT_BARS and UPRIGHT_BARS.issuperset(text.split(" ")))
    ]
    return name_wires(labels, owners, free, [(number, wires[number]) for number in sorted(linked)], rows)


def _in_lines(labels: Sequence[Label], targets: Container[str | None], wires: Sequence[Wired]) -> set[int]:
    r"""Return the labels (by index) that interrupt an upright line, though they read as an end does: where another one
    reads the same, that may be the end.

         │                 ok?
        yes      beside   /   \
         ▼              yes    no
    """
    times = Counter([label.text for label in labels])
    doubtful = [index for index, label in enumerate(labels) if times[label.text] > 1 and label.text in targets]
    lines = Lines(wires) if doubtful else None
    return {index for index in doubtful if lines and any(
        lines.upright(Cell(labels[index].row, labels[index].column + k)) is not None
        for k in range(labels[index].columns))}


def _cut(routes: Iterable[Route], wires: Sequence[Wired]) -> set[int]:
    """Return the wires (by index) in which names stand, at which their routes begin and end: A---B---C."""
    found: set[int] = set()
    for start, stop, along, _ in routes:
        for end, wire in ((start, along[0]), (stop, along[-1])):
            if end.text is not None and end.side is None and end.box is None:
                (row, column), path = end.cell, wires[wire][0].path
                tips = path[0], path[-1]                        # a slope has its end beside that of its wire
                if all(max(abs(row - (y >> 1)), abs(column - (x >> 1))) > 1 for x, y in tips):
                    found.add(wire)
    return found


def _ruled(end: End, world: Surroundings) -> int | None:
    """Return the box at whose wall, or at whose divider, a line ends."""
    if end.rule is not None or end.box is not None:
        return end.box if end.rule is None else end.rule
    return world.rules.at(*ahead(end.cell, end.side, 1)) if end.side and end.reach == 1 else None


def _as_rule(wire: Wire, start: End, stop: End, world: Surroundings) -> Divider | None:
    """Return a line that lies inside a box and points at its walls, or at dividers: a rule, not a connector.

    Hyphens in a box that is not drawn with hyphens are a dashed rule.
    """
    if start.arrow or stop.arrow or len(wire.path) != 2:
        return None
    boxes, rows = world.boxes, world.ink
    index, other = (_ruled(end, world) for end in (start, stop))
    if index is None or index != other:
        return None
    a, b = map(cell_of, wire.path)
    (ay, ax), (by, bx), box = a, b, boxes[index]
    if ay != by and ax != bx or not (holds(box, a) and holds(box, b)):
        return None
    across = ay == by and (ax != bx or "E" in GLYPHS[rows[ay][ax]].arms)       # one cell: its glyph says which way
    is_typed = across and not world.rows[box.row][box.column].isascii() and rows[ay][ax : bx + 1].isascii()
    line, first, last = (ay, ax, bx) if across else (ax, ay, by)
    first, last = first - (start.reach == 1), last + (stop.reach == 1)        # up to a wall that it touches
    return Divider(index, Stroke("h" if across else "v", line, first, last, wire.weight,
                                     "dashed" if is_typed else wire.dash))


def _open_ends(
    wires: Sequence[tuple[Wire, End, End]], joints: Mapping[Point, int], tipped: Set[Cell], rows: Sequence[str],
    level: Spans, measured: Container[int],
) -> Iterable[Note]:
    """Yield a note for each end at nothing, but those of what measures, and of axes: of arrows with ticks in them."""
    for index, (wire, start, stop) in enumerate(wires):
        if index in measured:
            continue
        for end, other, point in ((start, stop, wire.path[0]), (stop, start, wire.path[-1])):
            if other.box is None and not end.arrow or joints.get(point, 0) > 1:
                continue
            touches = end.box is not None or end.text is not None or end.side is not None and end.reach > 0
            if touches or end.arrow and not tipped.isdisjoint((end.cell.row, end.cell.column + k) for k in (-1, 1)):
                continue
            line = level.at(*end.cell) if end.arrow else None
            if line and sum(map(TICKS.__contains__, rows[line.line][line.start : line.stop + 1])) >= _FEWEST_TICKS:
                continue
            yield Note(
                "info", "open-end", end.cell.row, end.cell.column,
                "this line ends at nothing; let it run on until it touches a box",
            )


def _marks(whole: str, columns: int, level: Spans, upright: Spans, nodes: Container[Cell]) -> Iterator[Mark]:
    """Yield the terminals on strokes, and those that slopes run into; `whole` has all rows, of so many `columns`."""
    for match in _MARK.finditer(whole):
        row, column = divmod(match.start(), columns)
        if level.at(row, column) or upright.at(column, row) or (row, column) in nodes:
            shape = GLYPHS[match.group()].mark
            if shape:
                yield Mark(Cell(row, column), shape)


def _tipped(rows: tuple[str, ...], level: Spans) -> Iterator[Cell]:
    """Yield the terminals that a head of a level line touches, where nothing else touches them: -->o"""
    for y, row in enumerate(rows):
        for match in _TIPPED.finditer(row):
            x = match.start()
            for side in (-1, 1):
                line = level.at(y, x - side)
                beyond = row[x + side] if 0 <= x + side < len(row) else " "
                if line is not None and (line.stop, line.start)[side < 0] == x - side and (
                        GLYPHS[row[x - side]].head == ("E" if side > 0 else "W")) and (
                        beyond == " " or beyond in _LINES):
                    yield Cell(y, x)


def _blocks(rows: tuple[str, ...]) -> Iterator[BlockRun]:
    """Yield the block elements, and the triangles that touch another one: alone, one is the mark of an item."""
    for row, cells in enumerate(rows):
        for match in _BLOCK.finditer(cells):
            start, stop = match.span()
            if match[1] not in TRIANGLES or stop - start > 1 or any(
                    0 <= y < len(rows) and rows[y][x : x + 1] in _BLOCKS
                    for y, x in ((row, stop), (row, start - 1), (row - 1, start), (row + 1, start)) if x >= 0):
                yield BlockRun(row, start, stop - start, match[1])


def _cells_of(char: str, rows: tuple[str, ...]) -> Iterator[Cell]:
    """Yield the cells that hold a character."""
    for y, row in enumerate(rows):
        if char in row:
            yield from (Cell(y, x) for x, other in enumerate(row) if other == char)


def _ends_in_a_corner(rows: tuple[str, ...], level: Spans) -> bool:
    """Tell whether there is a level line with a round corner at an end of it."""
    for line, strokes in level.by_line.items():
        row = rows[line]
        for stroke in strokes:
            if row[stroke.start] in ROUND_SHY or row[stroke.stop] in ROUND_SHY:
                return True
    return False


def _slopes(rows: tuple[str, ...], whole: str, level: Spans, upright: Spans) -> list[Slope]:
    if not any(map(whole.__contains__, _SLOPING)) and not (
            any(map(whole.__contains__, ROUND_SHY)) and _ends_in_a_corner(rows, level)):
        return []
    from .slopes import trace_slopes  # with all that it needs: many drawings have none
    return trace_slopes(rows, level, upright)


def sketch(grid: Grid) -> tuple[tuple[Stroke, ...], tuple[Label, ...], Sketch]:
    """Return the strokes and labels of `grid`, and the sketch made of them."""
    rows = settle(lidded(worded(quoted(grid.rows))))
    columns = columns_of(rows)
    level, upright = trace_strokes(rows, columns)
    strokes = (*level, *upright)
    whole = "".join(rows)               # most drawings hold few of the rarer glyphs
    slopes = _slopes(rows, whole, level, upright)
    has_more = not whole.isascii()
    blocks = tuple(_blocks(rows)) if has_more and any(map(whole.__contains__, _BLOCKS)) else ()
    ghosts, bars = (list(_cells_of(char, rows)) if char in whole else [] for char in (GHOST, TICK))
    tipped = dict.fromkeys(_tipped(rows, level) if any(map(whole.__contains__, _TERMINALS)) else ())
    nodes = dict.fromkeys([*(cell for slope in slopes for cell in slope.nodes), *tipped])
    covered = dict.fromkeys([*ghosts, *bars, *nodes, *(cell for slope in slopes for cell in slope.cells),
                             *(Cell(b.row, b.column + k) for b in blocks for k in range(b.columns))])
    labels = tuple(find_labels(grid, strokes, covered))
    ink = lay_ink(rows, columns, level, upright, labels)
    boxes, dividers = find_boxes(ink)
    by_row: dict[int, list[Label]] = {}
    for label in labels:
        by_row.setdefault(label.row, []).append(label)
    walls = Walls(boxes)
    sloping = {*bars, *(cell for slope in slopes for cell in (*slope.cells, *slope.nodes))}
    world = Surroundings(grid.rows, rows, boxes, walls, Walls((), dividers), level, upright, sloping, by_row)
    traced = trace_wires(ink, boxes, walls, dividers, slopes)
    joints: dict[Point, int] = {}
    for wire in traced:
        for point in {wire.path[0], wire.path[-1]}:
            joints[point] = joints.get(point, 0) + 1
    attached = [attach(wire, world, joints) for wire in traced]
    rules = [_as_rule(*parts, world) for parts in attached]
    wires = [with_gaps(parts, world, joints) for parts, rule in zip(attached, rules, strict=True) if rule is None]
    dividers = (*dividers, *(rule for rule in rules if rule is not None))
    wires, backs = join_backs(wires, rows)
    wires, forks = part_forks(wires, crossings(ink))
    joints.update(dict.fromkeys(backs, _CROSSED))
    joints.update(dict.fromkeys(forks, _CROSSED))
    owners = innermost(boxes, [(label.row, label.column) for label in labels])
    kept: list[tuple[Ring, Box]] = []
    if slopes:
        from .rings import find_rings, shaped_boxes
        kept, held = shaped_boxes(find_rings(wires, rows), wires, labels, owners, boxes)
        for index, number in held.items():
            owners[index] = len(boxes) + number
    shapes = {cell: len(boxes) + number for number, (ring, _) in enumerate(kept) for cell in ring.cells}
    boxes = (*boxes, *(box for _, box in kept))
    amid: tuple[Arrowhead, ...] = ()
    leading = wires
    if has_more and any(map(whole.__contains__, AMID_SIGNS)):
        from .amid import find_amid, led  # few lines have a head in them
        leading, amid = led(wires, find_amid(rows, grid.rows, level, upright))
    measured = dimensions(wires, walls)
    routes = list(find_routes(leading, world, shapes, measured.union(*(ring.wires for ring, _ in kept))))
    names = _named(labels, owners, wires, boxes, routes, grid.rows)
    by_wire: dict[int, list[str]] = {}
    for index, number in names.items():
        by_wire.setdefault(number, []).append(labels[index].text)
    connectors = connect(routes, wires, {number: "\n".join(texts) for number, texts in by_wire.items()})
    if kept:
        from .rings import in_reading_order
        boxes, place = in_reading_order(boxes)
        owners = [None if owner is None else place[owner] for owner in owners]
        dividers = tuple(divider._replace(box=place[divider.box]) for divider in dividers)
        connectors = (c._replace(
            source=None if c.source is None else place[c.source],
            target=None if c.target is None else place[c.target]) for c in connectors)
    drawn = [wire for wire, _, _ in wires]
    arms = free_arms(ink, drawn, zip(traced, (w for w, _, _ in attached), strict=True), world) if has_more else ()
    measures: Iterable[Wire] = ()
    if bars:
        from .measures import ticks
        measures = ticks(bars)
    seen = (*strokes, *(slope.stroke for slope in slopes if slope.stroke is not None))
    return seen, labels, Sketch(
        rows=len(grid.rows), columns=grid.columns, strokes=seen, boxes=boxes, dividers=dividers,
        wires=(*drawn, *arms, *measures), heads=tuple(heads_of(drawn, rows)),
        connectors=tuple(connectors),
        labels=tuple([OwnedLabel(label, owners[i], names.get(i)) for i, label in enumerate(labels)]),
        notes=tuple(_open_ends(wires, joints, tipped.keys(), rows, level, measured)),
        marks=tuple(_marks(whole, grid.columns, level, upright, nodes)),
        hops=tuple(find_hops(rows)) if HOP_LEFT in whole or HOP_RIGHT in whole else (),
        blocks=blocks, claims=tuple(covered), amid=amid,
    )
