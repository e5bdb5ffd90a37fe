"""HTML: a figure's body for a page: Product -> str. A drawing is inline SVG; a notice is text that wraps.

Its colours follow the page. There is no blank line in it, which would end an HTML block in Markdown. Who cannot see a
drawing walks from box to box and from connector to connector: shapes without ink that carry words.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..languages import phrase
from ..markup import escape, pixels, svg_element
from ..model import Block, Box, Connector, Drawing, Label, Notice, Product
from ..shapes import number
from ..telling import tell_symbols

_CARD: Final = "boxwright-card"
_WALKS: Final = range(2, 61)            # boxes and connectors that one can walk
_STYLE: Final = f"""\
.{_CARD}{{box-sizing:border-box;max-width:36em;margin:0 auto;padding:1em 1.4em;border-radius:8px;\
background:var(--md-code-bg-color,#f6f7f9);color:var(--md-typeset-color,inherit);text-align:start;overflow-wrap:anywhere}}
.{_CARD} p,.{_CARD} ul,.{_CARD} ol{{margin:.6em 0}}
.{_CARD} .bw-heading{{font-size:1.12em;font-weight:700;margin:.2em 0 .6em}}
.{_CARD} .bw-tags{{opacity:.72;font-size:.92em}}
.{_CARD} .bw-tags span{{display:inline-block}}"""


def _block(block: Block) -> Iterator[str]:
    if block.role in ("list", "numbered"):
        tag = "ul" if block.role == "list" else "ol"
        yield f"<{tag}>"
        for text in block.texts:
            yield f"<li>{escape(text)}</li>"
        yield f"</{tag}>"
        return
    if block.role == "tags":
        tags = " ".join(f"<span>{escape(tag)}</span>" for tag in block.texts[0].split())
        yield f'<p class="bw-tags">{tags}</p>'
        return
    name = {"heading": ' class="bw-heading"'}.get(block.role, "")
    yield f"<p{name}>{escape(block.texts[0])}</p>"


def _card(notice: Notice, product: Product) -> str:
    body = [line for block in notice.blocks for line in _block(block)]
    label = escape(product.title or phrase(product.lang, "notice"))
    return "\n".join([
        f'<div class="{_CARD}" role="group" aria-label="{label}">', f"<style>{_STYLE}</style>", *body, "</div>",
    ])


def _place(box: Box | Label) -> str:
    rows = box.rows if isinstance(box, Box) else 1
    (x, y), (width, height) = pixels(2 * box.column, 2 * box.row), pixels(2 * box.columns, 2 * rows)
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'


def _way(connector: Connector) -> str:
    points = (pixels(2 * column + 1, 2 * row + 1) for row, column in connector.path)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _symbols(drawing: Drawing, lang: str) -> Iterator[str]:
    """Yield the symbols of a drawing, where there is something to walk to, and not so much that one gets lost."""
    sketch = drawing.sketch
    if len(sketch.boxes) + len(sketch.connectors) not in _WALKS:
        return
    boxes, connectors, texts = tell_symbols(sketch, lang)
    named = 'role="graphics-symbol" fill="none" aria-label='
    for box, words in zip(sketch.boxes, boxes, strict=True):
        yield f'<rect {named}"{escape(words)}" {_place(box)}/>'
    for owned in texts:
        yield f'<rect {named}"{escape(owned.label.text)}" {_place(owned.label)}/>'
    for connector, words in zip(sketch.connectors, connectors, strict=True):
        yield f'<path {named}"{escape(words)}" d="{_way(connector)}"/>'


def write(product: Product) -> str:
    """Return the body of a figure, to be put inside a page."""
    if isinstance(product.figure, Notice):
        return _card(product.figure, product)
    symbols = tuple(_symbols(product.figure, product.lang)) if isinstance(product.figure, Drawing) else ()
    return svg_element(product, "page", symbols=symbols)
