"""Mermaid: a flowchart for Markdown that knows it: Product -> str.

    flowchart LR
    subgraph b1["api"]
      b2["db"]
    end
    t1["disk"]:::text
    b2 -->|"reads"| t1

Mermaid sets the nodes itself, so only the direction is kept of their places. Heavy and double lines are thick ones,
dashed and dotted lines have the same dots; a node leads where the first link in it does. A text that stands free is a
node without a frame. Lines that join nothing and what is only drawn (bars, terminals) are not carried: words all are.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..graph import Edge, Graph, Node, children_of, graph_of
from ..model import Product
from ..palette import HUES
from ..typed import Final

_DIRECTIONS: Final = {"down": "TB", "up": "BT", "right": "LR", "left": "RL"}
#: Beside what ends a string: the signs of entities, tags, Markdown, formulas, directives and icons.
_SPECIAL: Final = '"#&<>`$%:;\\'
_CODES: Final[dict[int, int | str | None]] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029, 0xFFFE, 0xFFFF], None),
    0x9: " ", 0xA: " ", 0xD: " ", **{ord(char): f"#{ord(char)};" for char in _SPECIAL},
}


_SHAPES: Final = {
    "document": "[{}]", "storage": "[({})]", "io": "[/{}/]", "ellipse": "([{}])", "manual": "[\\{}/]",
    "trapezoid": "[/{}\\]", "choice": "{{{}}}",
}
_IN_ADDRESS: Final = {ord(char): f"%{ord(char):02X}" for char in '"<>{};` '}


def _quoted(lines: Iterable[str]) -> str:
    text = "<br/>".join(line.strip().translate(_CODES) for line in lines)
    return f'"{text or " "}"'


def _node(node: Node) -> str:
    label = _quoted(node.lines)
    if node.kind != "box":
        return f"{node.name}[{label}]:::text"
    if node.shape:
        return node.name + _SHAPES[node.shape].format(label)
    if node.weight == "double":
        return f"{node.name}[[{label}]]"
    return f"{node.name}[{label}]" if node.corners == "square" else f"{node.name}({label})"


def _written(graph: Graph, children: dict[int | None, list[int]]) -> Iterator[str]:
    """Yield the nodes, each container with what it holds, to any depth."""
    waiting: list[tuple[int | None, int]] = [(index, 0) for index in reversed(children.get(None, []))]
    ends: list[int] = []                # the depths of the containers that are open
    while waiting:
        index, depth = waiting.pop()
        if index is None:
            yield f"{'  ' * ends.pop()}end"
            continue
        node = graph.nodes[index]
        inner = children.get(index, [])
        if not inner:
            yield f"{'  ' * depth}{_node(node)}"
            continue
        yield f"{'  ' * depth}subgraph {node.name}[{_quoted(node.lines)}]"
        ends.append(depth)
        waiting.append((None, depth))
        waiting += ((child, depth + 1) for child in reversed(inner))


def _edge(edge: Edge, graph: Graph) -> str:
    source, target = graph.nodes[edge.source].name, graph.nodes[edge.target].name
    start, end = edge.start_arrow, edge.end_arrow
    if start and not end:               # there is no arrow that points back alone
        source, target, start, end = target, source, False, True
    if edge.weight != "light":
        shaft = "==" if end else "==="
    elif edge.style != "solid":
        shaft = "-.-"
    else:
        shaft = "--" if end else "---"
    label = f"|{_quoted(edge.lines)}|" if edge.lines else ""
    return f"{source} {'<' if start else ''}{shaft}{'>' if end else ''}{label} {target}"


def _styles(graph: Graph) -> Iterator[str]:
    """Yield what the shapes do not tell: texts and loose ends have no frame, boxes may have heavy or dashed ones."""
    if any(node.kind != "box" for node in graph.nodes):
        yield "classDef text fill:none,stroke:none"
    for node in graph.nodes:
        rules = [f"fill:{HUES[node.hue].tint[0]}", f"stroke:{HUES[node.hue].line[0]}"] if node.hue else []
        rules += ["stroke-width:3px"] if node.weight == "heavy" else []
        rules += {"dashed": ["stroke-dasharray:5 3"], "dotted": ["stroke-dasharray:1 3"]}.get(node.style, [])
        if rules:
            yield f"style {node.name} {','.join(rules)}"
        if node.link:
            yield f'click {node.name} href "{node.link.translate(_IN_ADDRESS)}"'


def write(product: Product) -> str:
    """Return a flowchart; its title and description are for who cannot see it."""
    graph = graph_of(product)
    return "".join(f"{line}\n" for line in (
        f"flowchart {_DIRECTIONS[graph.direction]}",
        f"accTitle: {product.title.translate(_CODES).strip() or 'Diagram'}",
        f"accDescr: {product.description.translate(_CODES).strip() or '-'}",
        *_written(graph, children_of(graph)),
        *(_edge(edge, graph) for edge in graph.edges),
        *_styles(graph),
    ))
