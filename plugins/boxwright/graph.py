"""See a product as other tools do, as nodes and edges: Product -> Graph. What the outputs for those tools share.

A box is a node, and holds the nodes in it. A text is a node where it stands free, where a connector ends at it, or
where it stands in a container beside the container's name. A line without heads that joins a box to itself, inside it,
divides the box and joins nothing. No text is left out: what is no edge's label and no box's
own is a node of its own.

    ┌─ api ────┐                    b1 "api", b2 "db" in b1, t1 "disk", t2 "since May"
    │  ┌────┐  │  reads
    │  │ db ├──┼────────► disk      c1 from b2 to t1, "reads"
    │  └────┘  │
    └──────────┘  since May

Places are in half-cells, as in a scene. A receipt and a notice are one node each.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .languages import phrase
from .model import (
    Box,
    BoxShape,
    Connector,
    Corners,
    Dash,
    Drawing,
    Figure,
    Notice,
    OwnedLabel,
    Path,
    Point,
    Product,
    Receipt,
    Sketch,
    Text,
    Weight,
)
from .routes import Route, divides, groups_of, routes_of, unrouted
from .typed import Final, Literal, NamedTuple
from .words import Words, as_words, blocks_of, lines_of

Direction = Literal["down", "up", "right", "left"]
Style = Literal["solid", "dashed", "dotted"]
RULE: Final = "────"                    # stands for a divider between two lines
_NEAR: Final = (6, 4)                   # half-cells from the end of a line to the text that it points at
_STYLES: Final[Mapping[Dash, Style]] = {"dash2": "dashed", "dashed": "dashed", "dash4": "dashed", "dotted": "dotted"}


class Node(NamedTuple):
    """A box, a text, or the loose end of a connector (a "point"). `parent` is an index.

    `lines` is its label as a whole; `words` has the same texts where they stand, for who can place them.
    """

    name: str                           # "b1", "t1", "p1": boxes have the names that they have in the JSON
    kind: Literal["box", "text", "point"]
    lines: tuple[str, ...]
    parent: int | None
    x: int
    y: int
    width: int
    height: int
    words: tuple[Words, ...] = ()
    weight: Weight = "light"
    style: Style = "solid"
    corners: Corners = "square"
    is_container: bool = False
    shape: BoxShape | None = None
    hue: str = ""                       # a name of the palette
    link: str = ""                      # where the first link in its texts leads


class Edge(NamedTuple):
    """A connector from one node to another (indices), over `points`."""

    name: str
    source: int
    target: int
    lines: tuple[str, ...]
    start_arrow: bool
    end_arrow: bool
    weight: Weight
    style: Style
    points: tuple[Point, ...]


class Line(NamedTuple):
    """A line that joins nothing: a divider of a box (`parent`), a rule, a line of a picture."""

    points: tuple[tuple[float, float], ...]
    parent: int | None = None
    weight: Weight = "light"
    style: Style = "solid"
    start_arrow: bool = False
    end_arrow: bool = False


class Graph(NamedTuple):
    """Nodes, each after the one that holds it; edges; other lines; `direction` is where most edges lead."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    direction: Direction


# ── a drawing ─────────────────────────────────────────────────────────────────────────────────────

def _carried(sketch: Sketch, routes: Sequence[Route], joining: Iterable[int]) -> set[int]:
    """Return the labels (indices) that are the label of an edge; `joining` are the connectors that become edges."""
    groups = groups_of(sketch.wires)
    said: dict[int, set[str]] = {}
    for number in joining:
        connector, route = sketch.connectors[number], routes[number]
        if route.wires:
            said.setdefault(groups[route.wires[0]], set()).update(connector.label.split("\n"))
    return {
        index for index, owned in enumerate(sketch.labels)
        if owned.connector is not None and owned.label.text in said.get(groups[owned.connector], ())
    }


class _Ends:
    """Finds the label that an end of a connector names: the nearest of those with its text.

    A branch of a line ends at what the line leads to: that may be far away, and is then most likely in line with it.
    """

    def __init__(self, labels: Sequence[OwnedLabel], free: Iterable[int]) -> None:
        self._labels = labels
        self._at: dict[tuple[str, int], list[int]] = {}
        self._of: dict[str, list[int]] = {}
        for index in free:
            label = labels[index].label
            self._at.setdefault((label.text, label.row), []).append(index)
            self._of.setdefault(label.text, []).append(index)

    def find(self, text: str | None, row: int, column: int) -> int | None:
        if text is None:
            return None
        near = [index for r in (row, row - 1, row + 1) for index in self._at.get((text, r), ())]

        def distance(index: int) -> tuple[int, int]:
            label = self._labels[index].label
            return max(label.column - column, column - label.column - label.columns + 1, 0), abs(label.row - row)

        return min(near or self._of.get(text, []), key=distance, default=None)


def _box(
    index: int, box: Box, lines: tuple[str, ...], words: tuple[Words, ...], link: str, *, is_container: bool,
) -> Node:
    shape, hue = (box.style.shape, box.style.hue or "") if box.style else (None, "")
    return Node(
        f"b{index + 1}", "box", lines, box.parent, 2 * box.column + 1, 2 * box.row + 1,
        2 * (box.columns - 1), 2 * (box.rows - 1), words, box.weight, _STYLES.get(box.dash, "solid"), box.corners,
        is_container, shape, hue, link,
    )


def _link(labels: Sequence[OwnedLabel], chosen: Iterable[int]) -> str:
    """Return the address of the first link in labels: a node of another tool has one."""
    return next((link.address for index in chosen for link in labels[index].links), "")


def _title(blocks: Sequence[Sequence[int]], taken: set[int], labels: Sequence[OwnedLabel], top: int) -> int | None:
    """Return which block of texts in a container is its name: the first, if it stands above all else or alone."""
    able = [i for i, block in enumerate(blocks) if taken.isdisjoint(block)]
    if able and (len(able) == 1 or labels[blocks[able[0]][0]].label.row < top):
        return able[0]
    return None


def _of_drawing(sketch: Sketch) -> Graph:
    labels, boxes = sketch.labels, sketch.boxes
    routes = routes_of(sketch)
    joining = [i for i, c in enumerate(sketch.connectors) if not divides(c, routes[i], boxes)]
    carried = _carried(sketch, routes, joining)
    free = [index for index in range(len(labels)) if index not in carried]
    find = _Ends(labels, free).find
    ends = [(find(c.source_text, *c.path[0]), find(c.target_text, *c.path[-1])) for c in sketch.connectors]
    is_end = {index for pair in ends for index in pair if index is not None}

    owned_by: dict[int | None, list[int]] = {}
    for index in free:
        owned_by.setdefault(labels[index].owner, []).append(index)
    tops: dict[int, int] = {}           # the first row of what a container holds
    for box in boxes:
        if box.parent is not None:
            tops[box.parent] = min(tops.get(box.parent, box.row), box.row)
    for index in is_end:
        owner, row = labels[index].owner, labels[index].label.row
        if owner is not None:
            tops[owner] = min(tops.get(owner, row), row)
    dividers: dict[int, list[tuple[str, int, int, int]]] = {}
    for box_index, stroke in sketch.dividers:
        dividers.setdefault(box_index, []).append((stroke.axis, stroke.line, stroke.start, stroke.stop))

    nodes: list[Node] = []
    texts: list[tuple[int | None, list[int]]] = []
    for i, box in enumerate(boxes):
        own = owned_by.get(i, [])
        blocks = blocks_of(labels, own, is_end)
        if i not in tops:
            lines = lines_of(labels, own, dividers.get(i, ()), RULE)
            words = tuple(as_words(labels, block, box) for block in blocks)
            nodes.append(_box(i, box, lines, words, _link(labels, own), is_container=False))
            continue
        title = _title(blocks, is_end, labels, tops[i])
        named = [] if title is None else blocks[title]
        words = (as_words(labels, named, box),) if named else ()
        lines = tuple(line.strip() for line in words[0].lines) if words else ()
        nodes.append(_box(i, box, lines, words, _link(labels, named), is_container=True))
        texts += ((i, block) for number, block in enumerate(blocks) if number != title)
    texts += ((None, block) for block in blocks_of(labels, owned_by.get(None, ()), is_end))
    node_of: dict[int, int] = {}
    for number, (parent, block) in enumerate(texts):
        node_of.update(dict.fromkeys(block, len(nodes)))
        text = as_words(labels, block, None)
        lines = tuple(line.strip() for line in text.lines)
        nodes.append(Node(f"t{number + 1}", "text", lines, parent, *text[1:5], (text,), link=_link(labels, block)))

    edges: list[Edge] = []
    points: dict[Point, int] = {}       # loose ends, the same one for all that end there

    def loose(at: Point, other: int | None) -> int:
        if at not in points:
            points[at] = len(nodes)
            nodes.append(Node(f"p{len(points)}", "point", (), _around(nodes, other, at), *at, 0, 0))
        return points[at]

    for number in joining:
        c, route = sketch.connectors[number], routes[number]
        source, target = (
            box if box is not None else None if label is None else node_of[label]
            for box, label in zip((c.source, c.target), ends[number], strict=True))
        start = loose(route.points[0], target) if source is None else source
        stop = loose(route.points[-1], start) if target is None else target
        edges.append(_edge(number, c, start, stop, route.points))
    rest = [Line(wire.path, None, wire.weight, _STYLES.get(wire.dash, "solid"), wire.start_arrow, wire.end_arrow)
            for wire in unrouted(sketch, (routes[number] for number in joining))]
    for divider in sketch.dividers:
        s = divider.stroke
        along = ((s.start, s.line), (s.stop, s.line)) if s.axis == "h" else ((s.line, s.start), (s.line, s.stop))
        rest.append(Line(tuple((2 * x + 1, 2 * y + 1) for x, y in along), divider.box, s.weight,
                         _STYLES.get(s.dash, "solid")))
    return Graph(tuple(nodes), tuple(edges), tuple(rest), _direction(nodes, edges))


def _around(nodes: Sequence[Node], other: int | None, at: Point) -> int | None:
    """Return the innermost box around a loose end, among those around the other end of its connector."""
    while other is not None:
        n = nodes[other]
        if n.is_container and n.x < at[0] < n.x + n.width and n.y < at[1] < n.y + n.height:
            break
        other = n.parent
    return other


def _edge(number: int, c: Connector, source: int, target: int, points: tuple[Point, ...]) -> Edge:
    lines = tuple(c.label.split("\n")) if c.label else ()
    return Edge(f"c{number + 1}", source, target, lines, c.start_arrow, c.end_arrow, c.weight,
                _STYLES.get(c.dash, "solid"), points)


def _way(edge: Edge) -> tuple[int, int, Direction | None]:
    """Return from where to where an edge leads, and in which direction."""
    (ax, ay), (bx, by), source, target = edge.points[0], edge.points[-1], edge.source, edge.target
    if edge.start_arrow and not edge.end_arrow:
        (ax, ay), (bx, by), source, target = (bx, by), (ax, ay), target, source
    across, along = bx - ax, 2 * (by - ay)              # a half-cell is twice as high as wide
    if abs(across) > abs(along):
        return source, target, "right" if across > 0 else "left"
    return source, target, ("down" if along > 0 else "up") if along else None


def _direction(nodes: Sequence[Node], edges: Sequence[Edge]) -> Direction:
    """Return where most edges lead; without edges, across the way in which the outermost nodes are set.

    An edge back to its own node leads nowhere. An answer to another edge, from its target back to its source, tells
    along which axis they lie, not where they lead: other tools turn it around to set the nodes in order.
    """
    lead = dict.fromkeys(("right", "left", "down", "up"), 0)
    ways = [_way(edge) for edge in edges if edge.source != edge.target]
    joined = {(source, target) for source, target, _ in ways}
    level, upright = (sum(way in axis for _, _, way in ways) for axis in (("right", "left"), ("down", "up")))
    for source, target, way in ways:
        if way is not None and (way in ("right", "down") or (target, source) not in joined):
            lead[way] += 1
    if not level and not upright:
        outer = [node for node in nodes if node.parent is None]
        width = max((n.x + n.width for n in outer), default=0) - min((n.x for n in outer), default=0)
        height = max((n.y + n.height for n in outer), default=0) - min((n.y for n in outer), default=0)
        return "down" if width >= 2 * height else "right"
    if level > upright:
        return "right" if lead["right"] >= lead["left"] else "left"
    return "down" if lead["down"] >= lead["up"] else "up"


# ── the other kinds ───────────────────────────────────────────────────────────────────────────────

def _figure_lines(figure: Figure, lang: str) -> tuple[str, ...]:
    """Return a receipt line by line, a notice block by block."""
    if isinstance(figure, Receipt):
        return tuple(
            RULE if line.role.endswith("rule") else
            phrase(lang, "pair", left=line.left, right=line.right) if line.right else line.left
            for line in figure.lines
        )
    found: list[str] = []
    for block in figure.blocks if isinstance(figure, Notice) else ():
        found += [""] if found else []
        for number, text in enumerate(block.texts, 1):
            mark = {"list": "• ", "numbered": f"{number}. "}.get(block.role, "")
            found += [line.strip() for line in f"{mark}{text}".split("\n")]
    return tuple(found)


def _of_slip(product: Product) -> Graph:
    """Return a figure that is one sheet of paper: its texts stand where its scene has them."""
    scene = product.scene
    words = tuple(
        Words((t.text,), t.x - {"start": 0, "middle": t.columns, "end": 2 * t.columns}[t.anchor], round(t.y) - 1,
              2 * t.columns, 2, t.anchor)
        for t in scene.primitives if isinstance(t, Text)
    )
    sheet = Node("b1", "box", _figure_lines(product.figure, product.lang), None, scene.left, scene.top,
                 scene.width, scene.height, words)
    rules = tuple(Line(p.points, 0, p.weight, _STYLES.get(p.dash, "solid"))
                  for p in scene.primitives if isinstance(p, Path))
    return Graph((sheet,), (), rules, "down")


def graph_of(product: Product) -> Graph:
    """Return the graph of a product, whatever its kind."""
    if isinstance(product.figure, Drawing):
        return _of_drawing(product.figure.sketch)
    return _of_slip(product)


def meets(node: Node, point: Point) -> bool:
    """Tell whether the end of a line lies at a node, and not on another line that leads there."""
    return (-_NEAR[0] <= point[0] - node.x <= node.width + _NEAR[0]
            and -_NEAR[1] <= point[1] - node.y <= node.height + _NEAR[1])


def children_of(graph: Graph) -> dict[int | None, list[int]]:
    """Return the nodes (indices) in each node, in order; under None the outermost."""
    found: dict[int | None, list[int]] = {}
    for index, node in enumerate(graph.nodes):
        found.setdefault(node.parent, []).append(index)
    return found
