"""DOT: a graph for Graphviz: Product -> str.

    digraph "api, disk" {
      subgraph cluster_b1 { label="api" b2 [label="db" pos="54,30!" width=0.83 height=0.5] }
      t1 [label="disk" shape=plaintext pos="…"]
      b2 -> t1 [label="reads" pos="e,…"]
    }

`dot` sets the nodes itself, in the direction of the drawing; `neato -n2` sets nodes and lines where they stand: a cell
is 6 by 12 points, which fits a monospaced font of 10 points. A container is a cluster; since no line of DOT can end at
one, a line leads to an invisible node in it and is cut at its edge. A text that stands free is a node without a frame;
lines that join nothing and what is only drawn (bars, terminals) are not carried: words all are.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

from ..graph import Edge, Graph, Node, children_of, graph_of
from ..model import Point, Product
from ..palette import HUES
from ..shapes import number
from ..typed import Final
from ..words import Words

_DIRECTIONS: Final = {"down": "TB", "up": "BT", "right": "LR", "left": "RL"}
_POINTS: Final = (3, 6)                 # of a half-cell
_INCH: Final = 72
_HEAD: Final = 7                        # points: the length of an arrowhead
_ESCAPES: Final[dict[int, int | str | None]] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], None),
    0x9: " ", 0xA: " ", 0xD: " ", ord('"'): '\\"', ord("\\"): "\\\\", ord("&"): "&amp;",
}
_SHAPES: Final = {
    "document": "note", "storage": "cylinder", "io": "parallelogram", "ellipse": "ellipse", "manual": "invtrapezium",
    "trapezoid": "trapezium", "choice": "diamond",
}
_FONT: Final = 'fontname="DejaVu Sans Mono,Noto Sans Mono CJK SC,monospace" fontsize=10'


def _quoted(lines: Iterable[str], end: str = "") -> str:
    """Return lines as a string of DOT; `end` is what ends a line: set to the middle, or to the left."""
    found = [line.translate(_ESCAPES) for line in lines]
    text = end.join(found) + end if end == "\\l" else "\\n".join(found)
    return f'"{text}"'


def _inches(value: float) -> str:
    return f"{value / _INCH:.4f}".rstrip("0").rstrip(".")


def _pair(x: float, y: float) -> str:
    return f"{number(x)},{number(y)}"


class _Dot:
    """Writes a graph. DOT counts from below, so it needs to know where the bottom is."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.children = children_of(graph)
        self.bottom = max((node.y + node.height for node in graph.nodes), default=0)
        self.anchors: dict[int, str] = {}
        self._own_anchors: set[int] = set()
        for edge in graph.edges:
            self._anchor(edge.source)
            self._anchor(edge.target)

    def _anchor(self, index: int) -> None:
        """Give a container that a line leads to a node in it that the line can end at."""
        if index in self.children and index not in self.anchors:
            self.anchors[index] = f"{self.graph.nodes[index].name}_at"
            self._own_anchors.add(index)

    def place(self, x: float, y: float) -> str:
        return _pair(x * _POINTS[0], (self.bottom - y) * _POINTS[1])

    def _middle(self, node: Node | Words) -> str:
        return self.place(node.x + node.width / 2, node.y + node.height / 2)

    def node(self, node: Node) -> str:
        middle = any(words.anchor == "middle" for words in node.words) or node.kind != "box"
        rules = [f"label={_quoted(node.lines, '' if middle and len(node.words) < 2 else chr(92) + 'l')}"]
        rules.append(f'pos="{self._middle(node)}!"')
        if node.kind == "point":
            return f"{node.name} [shape=point {rules[1]}]"
        rules.append(f"width={_inches(node.width * _POINTS[0])} height={_inches(node.height * _POINTS[1])}")
        if node.kind == "text":
            rules.append("shape=plaintext")
        if node.shape:
            rules.append(f"shape={_SHAPES[node.shape]}")
        rules += _look(node)
        return f"{node.name} [{' '.join(rules)}]"

    def nodes(self) -> Iterator[str]:
        """Yield the nodes, each container with what it holds, to any depth."""
        waiting: list[tuple[int | None, int]] = [(index, 1) for index in reversed(self.children.get(None, []))]
        while waiting:
            index, depth = waiting.pop()
            indent = "  " * depth
            if index is None:
                yield f"{indent}}}"
                continue
            node, inner = self.graph.nodes[index], self.children.get(index, [])
            if not inner:
                yield f"{indent}{self.node(node)}"
                continue
            corners = f"{self.place(node.x, node.y + node.height)},{self.place(node.x + node.width, node.y)}"
            rules = [f"label={_quoted(node.lines)}", f'bb="{corners}"', *_look(node)]
            rules += (f'lp="{self._middle(words)}"' for words in node.words[:1])
            yield f"{indent}subgraph cluster_{node.name} {{"
            yield from (f"{indent}  {rule}" for rule in rules)
            if index in self._own_anchors:
                yield f'{indent}  {self.anchors[index]} [shape=point style=invis pos="{self._middle(node)}!"]'
            waiting.append((None, depth))
            waiting += ((child, depth + 1) for child in reversed(inner))

    def _is_in(self, index: int, container: int) -> bool:
        at: int | None = index
        while at is not None and at != container:
            at = self.graph.nodes[at].parent
        return at is not None

    def _at(self, point: Point) -> tuple[float, float]:
        return point[0] * _POINTS[0], (self.bottom - point[1]) * _POINTS[1]

    def _spline(self, edge: Edge) -> str:
        """Return the straight pieces of a line as a spline, which stops where its arrowheads begin."""
        points = [self._at(point) for point in edge.points]
        marks = ""
        for sign, has_head, tip, before in (("s", edge.start_arrow, 0, 1), ("e", edge.end_arrow, -1, -2)):
            if has_head:
                (x, y), (bx, by) = points[tip], points[before]
                length = hypot(bx - x, by - y)
                marks += f"{sign},{_pair(x, y)} "
                share = min(_HEAD, length / 2) / length if length else 0
                points[tip] = x + (bx - x) * share, y + (by - y) * share
        pieces = (f"{_pair(*a)} {_pair(*b)} {_pair(*b)}" for a, b in pairwise(points))
        return f"{marks}{_pair(*points[0])} {' '.join(pieces)}"

    def _label_place(self, edge: Edge) -> str:
        """Return a place beside the middle of the longest piece of a line."""
        a, b = max(pairwise(map(self._at, edge.points)), key=lambda ab: hypot(ab[1][0] - ab[0][0], ab[1][1] - ab[0][1]))
        x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        if a[0] == b[0]:
            return _pair(x + max(map(len, edge.lines)) * _POINTS[0] + _POINTS[1], y)
        return _pair(x, y + len(edge.lines) * _POINTS[1])

    def edge(self, edge: Edge) -> str:
        ends = (edge.source, edge.target)
        source, target = (self.anchors.get(end, self.graph.nodes[end].name) for end in ends)
        rules = [f'pos="{self._spline(edge)}"']
        if edge.lines:
            rules += [f"label={_quoted(edge.lines)}", f'lp="{self._label_place(edge)}"']
        for end, other, key in ((*ends, "ltail"), (*ends[::-1], "lhead")):
            if end in self.anchors and not self._is_in(other, end):
                rules.append(f"{key}=cluster_{self.graph.nodes[end].name}")
        arrows = {(False, False): ["dir=none"], (True, False): ["dir=back"], (True, True): ["dir=both"]}
        rules += arrows.get((edge.start_arrow, edge.end_arrow), [])
        rules += {"heavy": ["penwidth=2.5"], "double": ['color="black:invis:black"']}.get(edge.weight, [])
        rules += [f"style={edge.style}"] if edge.style != "solid" else []
        return f"{source} -> {target}" + (f" [{' '.join(rules)}]" if rules else "")


def _look(node: Node) -> list[str]:
    styles: list[str] = [node.style] if node.style != "solid" else []
    styles += ["rounded"] if node.corners != "square" and not node.shape else []
    styles += ["filled"] if node.hue else []
    rules = [f'style="{",".join(styles)}"'] if styles else []
    rules += {"heavy": ["penwidth=2.5"], "double": ["peripheries=2"]}.get(node.weight, [])
    rules += [f'fillcolor="{HUES[node.hue].tint[0]}"', f'color="{HUES[node.hue].line[0]}"'] if node.hue else []
    return [*rules, f"URL={_quoted([node.link])}"] if node.link else rules


def write(product: Product) -> str:
    """Return the drawing in DOT; its title is the graph's name."""
    dot = _Dot(graph_of(product))
    name = _quoted([product.title or "Diagram"])
    return "".join(f"{line}\n" for line in (
        f"digraph {name} {{",
        f"  graph [compound=true rankdir={_DIRECTIONS[dot.graph.direction]} inputscale=72 {_FONT}]",
        f"  node [shape=box margin=0 {_FONT}]",
        f"  edge [arrowsize=.7 {_FONT}]",
        *dot.nodes(),
        *(f"  {dot.edge(edge)}" for edge in dot.graph.edges),
        "}",
    ))
