"""Excalidraw: a scene, everything where it stands: Product -> str.

    {"id": "b2", "type": "rectangle", "groupIds": ["in-b1"], "boundElements": [{"type": "arrow", "id": "c1"}], …}
    {"id": "c1", "type": "arrow", "points": [[0, 0], [72, 0]], "endBinding": {"elementId": "t1", …}, …}

A cell is 8 by 16 pixels. A box's label is bound to it, a connector's label to its arrow, and an arrow to what it joins,
where it meets that. Excalidraw has no boxes in boxes: a container and what it holds are a group. A text that stands
free is a text; a box whose texts stand apart is a group of them. Dividers, lines that join nothing, terminals and bars
are drawn as they are. Double lines are lines of a middling width. Seeds come from the content: always the same bytes.
"""
from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..graph import Edge, Graph, Line, Node, graph_of, meets
from ..model import Dot, Point, Product, Tile
from ..palette import HUES
from ..theme import HALF
from ..typed import Any, Final
from ..words import Words

_INK: Final = "#3b4252"
_WIDTHS: Final = {"light": 1, "heavy": 4, "double": 2}
_ALIGN: Final = {"start": "left", "middle": "center", "end": "right"}
_FONT: Final = {"fontSize": 13, "fontFamily": 3, "lineHeight": 1.2}
_DOT: Final = 8                         # pixels
_DOTS: Final = {"diamond": "diamond", "hollow-diamond": "diamond", "square": "rectangle", "hollow-square": "rectangle"}
_SHAPES: Final = {"ellipse": "ellipse", "choice": "diamond"}         # it has no other
_FILLED: Final = ("disc", "diamond", "square", "bullseye")
_UNSAFE: Final = dict.fromkeys([*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
Element = dict[str, Any]


def _round(value: float) -> float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


class _Scene:
    """Makes the elements; `bound` are those that hang on an element, by its id."""

    def __init__(self, graph: Graph, ident: str) -> None:
        self.graph = graph
        self.ident = ident
        self.bound: dict[str, list[dict[str, str]]] = {}
        for edge in graph.edges:
            ends = ((edge.source, edge.points[0]), (edge.target, edge.points[-1]))
            for index in dict.fromkeys(index for index, point in ends if meets(graph.nodes[index], point)):
                self.bound.setdefault(graph.nodes[index].name, []).append({"type": "arrow", "id": edge.name})

    def element(
        self, name: str, kind: str, place: tuple[float, float, float, float], groups: Sequence[str], **more: Any,
    ) -> Element:
        """Return an element; `place` is a rectangle in half-cells."""
        x, y, width, height = place
        seed = zlib.crc32(f"{self.ident} {name}".encode("utf-8", "replace"))
        whole = {
            "id": name, "type": kind,
            "x": _round(x * HALF[0]), "y": _round(y * HALF[1]),
            "width": _round(width * HALF[0]), "height": _round(height * HALF[1]), "angle": 0,
            "strokeColor": _INK, "backgroundColor": "transparent", "fillStyle": "solid", "strokeWidth": 1,
            "strokeStyle": "solid", "roughness": 0, "opacity": 100, "groupIds": list(groups), "frameId": None,
            "index": None, "roundness": None, "seed": seed >> 1, "version": 1,
            "versionNonce": zlib.crc32(f"{seed}".encode()) >> 1, "isDeleted": False,
            "boundElements": self.bound.get(name, []), "updated": 1, "link": None, "locked": False,
        }
        return whole | more

    def groups(self, index: int | None) -> list[str]:
        """Return the groups of what stands in a node, from the innermost out."""
        found: list[str] = []
        while index is not None:
            node = self.graph.nodes[index]
            found.append(f"in-{node.name}")
            index = node.parent
        return found

    def text(
        self, name: str, words: Words, groups: Sequence[str], holder: str | None = None, at: str = "top",
    ) -> Element:
        lines = "\n".join(line.translate(_UNSAFE) for line in words.lines)
        return self.element(
            name, "text", (words.x, words.y, words.width, words.height), groups, **_FONT, text=lines,
            originalText=lines, textAlign=_ALIGN[words.anchor], verticalAlign=at, containerId=holder, autoResize=True)

    def box(self, index: int, node: Node) -> Iterator[Element]:
        has_inside = node.is_container or len(node.words) > 1
        groups = self.groups(index if has_inside else node.parent)
        named = f"{node.name}-label"
        if len(node.words) == 1:
            self.bound.setdefault(node.name, []).append({"type": "text", "id": named})
        yield self.element(
            node.name, _SHAPES.get(node.shape or "", "rectangle"), (node.x, node.y, node.width, node.height), groups,
            **_look(node), **_colours(node), link=node.link or None,
            roundness=None if node.corners == "square" else {"type": 3})
        if len(node.words) == 1:
            words = node.words[0]
            is_middle = not node.is_container and abs(2 * (words.y - node.y) + words.height - node.height) <= 2
            yield self.text(named, words, groups, node.name, "middle" if is_middle else "top")
        else:
            yield from (self.text(f"{node.name}-{i}", words, groups) for i, words in enumerate(node.words, 1))

    def nodes(self) -> Iterator[Element]:
        for index, node in enumerate(self.graph.nodes):
            if node.kind == "box":
                yield from self.box(index, node)
            elif node.kind == "text":
                yield {**self.text(node.name, node.words[0], self.groups(node.parent)), "link": node.link or None}

    def way(self, name: str, kind: str, line: Edge | Line, groups: Sequence[str], **more: Any) -> Element:
        """Return a line through points; they are counted from the first one."""
        points = [(x * HALF[0], y * HALF[1]) for x, y in line.points]
        (x, y), (xs, ys) = points[0], zip(*points, strict=True)
        size = ((max(xs) - min(xs)) / HALF[0], (max(ys) - min(ys)) / HALF[1])
        return self.element(name, kind, (*line.points[0], *size), groups, **{
            **_look(line), "points": [[_round(px - x), _round(py - y)] for px, py in points],
            "lastCommittedPoint": None, "startBinding": None, "endBinding": None,
            "startArrowhead": "triangle" if line.start_arrow else None,
            "endArrowhead": "triangle" if line.end_arrow else None, **more})

    def binding(self, index: int, point: Point) -> Mapping[str, Any] | None:
        node = self.graph.nodes[index]
        is_tied = node.kind != "point" and meets(node, point)
        return {"elementId": node.name, "focus": 0, "gap": 1} if is_tied else None

    def edge(self, edge: Edge) -> Iterator[Element]:
        nodes = self.graph.nodes
        shared = set(self.groups(nodes[edge.source].parent))
        groups = [group for group in self.groups(nodes[edge.target].parent) if group in shared]
        named = f"{edge.name}-label"
        if edge.lines:
            self.bound.setdefault(edge.name, []).append({"type": "text", "id": named})
        yield self.way(edge.name, "arrow", edge, groups, elbowed=False,
                       startBinding=self.binding(edge.source, edge.points[0]),
                       endBinding=self.binding(edge.target, edge.points[-1]))
        if edge.lines:
            x, y = _halfway(edge.points)
            width, height = 2 * max(_columns(line) for line in edge.lines), 2 * len(edge.lines)
            words = Words(edge.lines, round(x - width / 2), round(y - height / 2), width, height, "middle")
            yield self.text(named, words, groups, edge.name, "middle")

    def marks(self, product: Product) -> Iterator[Element]:
        """Yield terminals and bars."""
        width, height = _DOT / HALF[0], _DOT / HALF[1]
        for index, p in enumerate(product.scene.primitives):
            if isinstance(p, Dot):
                fill = _INK if p.shape in _FILLED else "#ffffff"
                yield self.element(f"m{index}", _DOTS.get(p.shape, "ellipse"),
                                   (p.x - width / 2, p.y - height / 2, width, height), (), backgroundColor=fill)
            elif isinstance(p, Tile) and not p.hue:
                yield self.element(
                    f"m{index}", "rectangle", (p.x, p.y, p.width, p.height), (), backgroundColor=_INK,
                    strokeColor="transparent", opacity=round(100 * p.shade))


def _look(drawn: Node | Edge | Line) -> Element:
    return {"strokeWidth": _WIDTHS[drawn.weight], "strokeStyle": drawn.style}


def _colours(node: Node) -> Element:
    if node.hue:
        return {"backgroundColor": HUES[node.hue].tint[0], "strokeColor": HUES[node.hue].line[0]}
    return {"backgroundColor": "#f6f7f9" if node.is_container else "#ffffff"}


def _columns(line: str) -> int:
    """Return about how many columns a line takes; Excalidraw measures it when it is edited."""
    return sum(2 if ord(char) >= 0x2E80 else 1 for char in line)


def _halfway(points: Iterable[tuple[int, int]]) -> tuple[float, float]:
    """Return the place halfway along a line, where Excalidraw sets its label."""
    found = list(points)
    lengths = [abs(b[0] - a[0]) * HALF[0] + abs(b[1] - a[1]) * HALF[1] for a, b in pairwise(found)]
    left = sum(lengths) / 2
    for ((ax, ay), (bx, by)), length in zip(pairwise(found), lengths, strict=True):
        if left <= length:
            share = left / length if length else 0
            return ax + (bx - ax) * share, ay + (by - ay) * share
        left -= length
    return found[-1]


def write(product: Product) -> str:
    """Return a file of Excalidraw."""
    import json  # here, since it takes longer to import than a drawing takes

    graph = graph_of(product)
    scene = _Scene(graph, product.ident)
    elements = [
        *scene.nodes(), *(element for edge in graph.edges for element in scene.edge(edge)),
        *(scene.way(f"l{index + 1}", "line", line, scene.groups(line.parent))
          for index, line in enumerate(graph.lines)),
        *scene.marks(product),
    ]
    data = {"type": "excalidraw", "version": 2, "source": "boxwright", "elements": elements,
            "appState": {"gridSize": None, "viewBackgroundColor": "#ffffff"}, "files": {}}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
