"""D2: Product -> str.

    direction: right
    b1: "api" {
      b2: "db"
    }
    t1: "disk" {shape: text}
    b1.b2 -> t1: "reads"

D2 sets the shapes itself, so only the direction is kept of their places. A text that stands free has `shape: text`;
lines that join nothing and what is only drawn (bars, terminals) are not carried: words all are.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..graph import Edge, Graph, Node, children_of, graph_of
from ..model import Product
from ..palette import HUES
from ..typed import Final

_ESCAPES: Final[dict[int, int | str | None]] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], None),
    0x9: " ", 0xA: " ", 0xD: " ", ord('"'): '\\"', ord("\\"): "\\\\", ord("$"): "\\$",
}
_ARROWS: Final = {(False, False): "--", (False, True): "->", (True, False): "<-", (True, True): "<->"}
_DASHES: Final = {"solid": (), "dashed": ("stroke-dash: 5",), "dotted": ("stroke-dash: 2",)}
_WIDTHS: Final = {"light": (), "heavy": ("stroke-width: 4",), "double": ()}


_SHAPES: Final = {
    "document": "document", "storage": "cylinder", "io": "parallelogram", "ellipse": "oval", "choice": "diamond",
    "manual": "rectangle", "trapezoid": "rectangle",        # D2 has none that is nearer
}


def _quoted(lines: Iterable[str]) -> str:
    return '"' + "\\n".join(line.translate(_ESCAPES) for line in lines) + '"'


def _style(rules: list[str]) -> list[str]:
    return [f"style: {{{'; '.join(rules)}}}"] if rules else []


def _settings(node: Node) -> list[str]:
    """Return what a shape says of itself beside its label."""
    link = [f"link: {_quoted([node.link])}"] if node.link else []
    if node.kind == "text":
        return ["shape: text", *link]
    if node.kind == "point":
        return ["shape: circle", "width: 8", "height: 8"]
    rules = [*_DASHES[node.style], *_WIDTHS[node.weight]]
    rules += ["double-border: true"] if node.weight == "double" else []
    rules += ["border-radius: 8"] if node.corners != "square" and not node.shape else []
    if node.hue:
        rules += [f'fill: "{HUES[node.hue].tint[0]}"', f'stroke: "{HUES[node.hue].line[0]}"']
    return [*([f"shape: {_SHAPES[node.shape]}"] if node.shape else ()), *_style(rules), *link]


def _written(graph: Graph, children: dict[int | None, list[int]]) -> Iterator[str]:
    """Yield the shapes, each container with what it holds, to any depth."""
    waiting: list[tuple[int | None, int]] = [(index, 0) for index in reversed(children.get(None, []))]
    while waiting:
        index, depth = waiting.pop()
        indent = "  " * depth
        if index is None:
            yield f"{indent}}}"
            continue
        node, inner = graph.nodes[index], children.get(index, [])
        settings = _settings(node)
        start = f"{indent}{node.name}: {_quoted(node.lines)}"
        if not inner:
            yield f"{start} {{{'; '.join(settings)}}}" if settings else start
            continue
        yield f"{start} {{"
        yield from (f"{indent}  {setting}" for setting in settings)
        waiting.append((None, depth))
        waiting += ((child, depth + 1) for child in reversed(inner))


def _names(graph: Graph) -> list[str]:
    """Return the name of each shape from the outside: b1.b2."""
    found: list[str] = []
    for node in graph.nodes:
        found.append(node.name if node.parent is None else f"{found[node.parent]}.{node.name}")
    return found


def _edge(edge: Edge, names: list[str]) -> str:
    text = f"{names[edge.source]} {_ARROWS[edge.start_arrow, edge.end_arrow]} {names[edge.target]}"
    rules = [*_DASHES[edge.style], *(("stroke-width: 4",) if edge.weight != "light" else ())]
    label = f": {_quoted(edge.lines)}" if edge.lines else ":" if rules else ""
    return f"{text}{label} {{{'; '.join(_style(rules))}}}" if rules else f"{text}{label}"


def write(product: Product) -> str:
    """Return the drawing in D2; its title and description are comments."""
    graph = graph_of(product)
    names = _names(graph)
    comments = (product.title, product.description)
    return "".join(f"{line}\n" for line in (
        *(f"# {' '.join(text.split())}".translate(_ESCAPES) for text in comments if text.strip()),
        f"direction: {graph.direction}",
        *_written(graph, children_of(graph)),
        *(_edge(edge, names) for edge in graph.edges),
    ))
