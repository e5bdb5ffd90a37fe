"""HTML: a figure's body for a page: Product -> str. A drawing is inline SVG; a notice is text that wraps.

Its colours follow the page. There is no blank line in it, which would end an HTML block in Markdown.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..markup import escape, svg_element
from ..model import Block, Notice, Product
from ..phrases import phrase

_CARD: Final = "boxwright-card"
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


def write(product: Product) -> str:
    """Return the body of a figure, to be put inside a page."""
    if isinstance(product.figure, Notice):
        return _card(product.figure, product)
    return svg_element(product, "page")
