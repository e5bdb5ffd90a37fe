"""draw.io: an uncompressed diagram, everything where it stands: Product -> str.

    <mxCell id="b2" value="db" parent="b1" vertex="1"><mxGeometry x="16" y="24" …/></mxCell>
    <mxCell id="c1" value="reads" source="b2" target="t1" edge="1">…</mxCell>

A cell is 8 by 16 pixels. A box that is in another one is its child, and its place is counted from there. A connector
is tied to its ends where it meets them, and has its bends; an end that lies on another line is tied to nothing. A text
that stands free is a shape without a frame; a box whose texts stand apart (the columns of a table) has each as a child.
Dividers, lines that join nothing, terminals and bars are drawn as they are. The title is the page's name.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..graph import Edge, Graph, Line, Node, graph_of, meets
from ..markup import escape
from ..model import Dot, Product, Tile
from ..palette import HUES
from ..shapes import number
from ..theme import HALF
from ..typed import Final
from ..words import Words

_LAYER: Final = "1"
_INK: Final = "#3b4252"
_FONT: Final = "fontFamily=Courier New;fontSize=13;fontColor=#2a2f3a"
_TEXT: Final = f"text;html=0;strokeColor=none;fillColor=none;verticalAlign=middle;spacing=0;{_FONT}"
_ALIGN: Final = {"start": "left", "middle": "center", "end": "right"}
_DASHES: Final = {"solid": "", "dashed": ";dashed=1;dashPattern=5 3", "dotted": ";dashed=1;dashPattern=1 3"}
_DOTS: Final = {
    "disc": f"ellipse;fillColor={_INK}", "circle": "ellipse;fillColor=#ffffff", "ring": "ellipse;fillColor=#ffffff",
    "bullseye": "shape=doubleEllipse;fillColor=#ffffff", "diamond": f"rhombus;fillColor={_INK}",
    "hollow-diamond": "rhombus;fillColor=#ffffff", "square": f"fillColor={_INK}", "hollow-square": "fillColor=#ffffff",
}
_SHAPES: Final = {
    "document": ";shape=document;boundedLbl=1", "storage": ";shape=cylinder3;boundedLbl=1;size=8",
    "io": ";shape=parallelogram;perimeter=parallelogramPerimeter", "ellipse": ";ellipse",
    "manual": ";shape=trapezoid;perimeter=trapezoidPerimeter;flipV=1",
    "trapezoid": ";shape=trapezoid;perimeter=trapezoidPerimeter", "choice": ";rhombus",
}
_DOT: Final = 8                         # pixels
_SPACING: Final = 2                     # pixels that draw.io itself leaves around a label
_MIDDLE: Final = 2                      # half-cells off the middle that still count as in the middle


def _value(lines: Iterable[str]) -> str:
    """Return lines as an attribute; an indent is of spaces that stay."""
    indented = ("\u00a0" * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ") for line in lines)
    return "&#10;".join(escape(line) for line in indented)


def _geometry(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle in half-cells as one in pixels."""
    values = (x * HALF[0], y * HALF[1], width * HALF[0], height * HALF[1])
    shown = (f'{name}="{number(value)}"' for name, value in zip(("x", "y", "width", "height"), values, strict=True))
    return f'<mxGeometry {" ".join(shown)} as="geometry"/>'


def _vertex(name: str, value: str, style: str, parent: str, geometry: str, link: str = "") -> str:
    rest = f'style="{escape(style)}" vertex="1" parent="{parent}">{geometry}</mxCell>'
    if link:
        return f'<UserObject id="{name}" label="{value}" link="{escape(link)}"><mxCell {rest}</UserObject>'
    return f'<mxCell id="{name}" value="{value}" {rest}'


def _stroke(weight: str, style: str, colour: str = _INK) -> str:
    width = {"light": "", "heavy": ";strokeWidth=3", "double": ";strokeWidth=4"}[weight]
    return f";strokeColor={colour}{width}{_DASHES[style]}"


def _label_style(node: Node) -> str:
    """Return where the label of a box stands: in its middle, or so far from its edges."""
    if len(node.words) != 1:
        return ""
    words = node.words[0]
    rules = [f"align={_ALIGN[words.anchor]}"]
    if words.anchor != "middle":
        rules.append(f"spacingLeft={number(max((words.x - node.x) * HALF[0] - _SPACING, 0))}")
    is_middle = abs(2 * (words.y - node.y) + words.height - node.height) <= _MIDDLE
    if node.is_container or not is_middle:
        top = max((words.y - node.y) * HALF[1] - _SPACING, 0)
        rules += ["verticalAlign=top", f"spacingTop={number(top)}"]
    return ";".join(("", *rules))


def _box(node: Node, parent: str, x: int, y: int) -> Iterator[str]:
    is_parent = node.is_container or len(node.words) > 1
    fill, line = "#f6f7f9" if node.is_container else "#ffffff", _INK
    if node.hue:
        fill, line = HUES[node.hue].tint[0], HUES[node.hue].line[0]
    is_double = node.weight == "double" and not node.shape
    style = "html=0" + (_SHAPES[node.shape] if node.shape else "")
    style += ";shape=ext;double=1" if is_double else ""
    style += ";rounded=1;absoluteArcSize=1;arcSize=16" if node.corners != "square" and not node.shape else ""
    style += f";fillColor={fill}"
    style += _stroke("light" if is_double else node.weight, node.style, line)
    style += ";container=1;collapsible=0;recursiveResize=0" if is_parent else ""
    style += f"{_label_style(node)};{_FONT}"
    value = _value(node.words[0].lines) if len(node.words) == 1 else ""
    place = _geometry(node.x - x, node.y - y, node.width, node.height)
    yield _vertex(node.name, value, style, parent, place, node.link)
    if len(node.words) > 1:
        for number_, words in enumerate(node.words, 1):
            yield _text(f"{node.name}-{number_}", words, node.name, node.x, node.y)


def _text(name: str, words: Words, parent: str, x: int, y: int, link: str = "") -> str:
    style = f"{_TEXT};align={_ALIGN[words.anchor]}"
    return _vertex(name, _value(words.lines), style, parent,
                   _geometry(words.x - x, words.y - y, words.width, words.height), link)


def _nodes(graph: Graph) -> Iterator[str]:
    for node in graph.nodes:
        parent = None if node.parent is None else graph.nodes[node.parent]
        name, x, y = (parent.name, parent.x, parent.y) if parent else (_LAYER, 0, 0)
        if node.kind == "box":
            yield from _box(node, name, x, y)
        elif node.kind == "text":
            yield _text(node.name, node.words[0], name, x, y, node.link)


def _mx_point(point: tuple[float, float], name: str = "") -> str:
    role = f' as="{name}"' if name else ""
    return f'<mxPoint x="{number(point[0] * HALF[0])}" y="{number(point[1] * HALF[1])}"{role}/>'


def _way(points: Sequence[tuple[float, float]], *, start: bool, end: bool) -> str:
    """Return the geometry of a line: its bends, and the ends that are tied to nothing."""
    parts = [_mx_point(points[0], "sourcePoint")] if start else []
    parts += [_mx_point(points[-1], "targetPoint")] if end else []
    if len(points) > 2:
        parts.append(f'<Array as="points">{"".join(map(_mx_point, points[1:-1]))}</Array>')
    return f'<mxGeometry relative="1" as="geometry">{"".join(parts)}</mxGeometry>'


def _line_style(line: Edge | Line) -> str:
    """Return the look of a line. A double line in draw.io has no arrowheads; one with heads is a thick one."""
    heads = "".join(
        f";{name}Arrow={'block' if has_head else 'none'};{name}Fill=1"
        for name, has_head in (("start", line.start_arrow), ("end", line.end_arrow)))
    is_link = line.weight == "double" and not line.start_arrow and not line.end_arrow
    link, weight = (";shape=link", "light") if is_link else ("", line.weight)
    return f"html=0;edgeStyle=none;rounded=0{link}{heads}{_stroke(weight, line.style)}"


def _tied(key: str, node: Node, point: tuple[float, float]) -> str:
    """Return where a connector meets its end, in shares of the end's width and height."""
    shares = (
        min(max((at - first) / size, 0), 1) if size else 0.5
        for at, first, size in ((point[0], node.x, node.width), (point[1], node.y, node.height)))
    x, y = (f"{share:.4f}".rstrip("0").rstrip(".") for share in shares)
    return f";{key}X={x};{key}Y={y};{key}Dx=0;{key}Dy=0;{key}Perimeter=0"


def _edge(edge: Edge, graph: Graph) -> str:
    style, ties, loose = _line_style(edge), "", []
    for key, name, index, point in (("exit", "source", edge.source, edge.points[0]),
                                    ("entry", "target", edge.target, edge.points[-1])):
        node = graph.nodes[index]
        loose.append(node.kind == "point" or not meets(node, point))
        if not loose[-1]:
            ties += f' {name}="{node.name}"'
            style += _tied(key, node, point)
    style += f";labelBackgroundColor=#ffffff;{_FONT}"
    geometry = _way(edge.points, start=loose[0], end=loose[1])
    return (f'<mxCell id="{edge.name}" value="{_value(edge.lines)}" style="{escape(style)}" edge="1" '
            f'parent="{_LAYER}"{ties}>{geometry}</mxCell>')


def _line(name: str, line: Line, graph: Graph) -> str:
    parent = None if line.parent is None else graph.nodes[line.parent]
    x, y = (parent.x, parent.y) if parent else (0, 0)
    geometry = _way([(px - x, py - y) for px, py in line.points], start=True, end=True)
    return (f'<mxCell id="{name}" value="" style="{_line_style(line)}" edge="1" '
            f'parent="{parent.name if parent else _LAYER}">{geometry}</mxCell>')


def _shapes(product: Product) -> Iterator[str]:
    """Yield terminals and bars."""
    width, height = _DOT / HALF[0], _DOT / HALF[1]
    for index, p in enumerate(product.scene.primitives):
        if isinstance(p, Dot):
            place = _geometry(p.x - width / 2, p.y - height / 2, width, height)
            yield _vertex(f"m{index}", "", f"{_DOTS[p.shape]};html=0;strokeColor={_INK}", _LAYER, place)
        elif isinstance(p, Tile) and not p.hue:
            style = f"html=0;strokeColor=none;fillColor={_INK};opacity={number(100 * p.shade)}"
            yield _vertex(f"m{index}", "", style, _LAYER, _geometry(p.x, p.y, p.width, p.height))


def write(product: Product) -> str:
    """Return a file of draw.io with one page."""
    graph = graph_of(product)
    cells = [
        '<mxCell id="0"/>', f'<mxCell id="{_LAYER}" parent="0"/>',
        *_nodes(graph), *(_edge(edge, graph) for edge in graph.edges),
        *(_line(f"l{index + 1}", line, graph) for index, line in enumerate(graph.lines)), *_shapes(product),
    ]
    name = escape(product.title.replace("\n", " ")) or "Diagram"
    return "\n".join([
        '<mxfile host="boxwright" compressed="false">', f'<diagram id="{escape(product.ident)}" name="{name}">',
        '<mxGraphModel grid="1" gridSize="8" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0">',
        "<root>", *cells, "</root>", "</mxGraphModel>", "</diagram>", "</mxfile>", "",
    ])
