"""HTML: a figure's body for a page: Product -> str. A drawing is inline SVG; a notice is text that wraps.

Its colours follow the page. There is no blank line in it, which would end an HTML block in Markdown. Who cannot see a
drawing walks from box to box and from connector to connector: shapes without ink that carry words. Who can, points at
a box or focuses it, and its connectors stand out; where there is too much to walk, the pointer alone does that, for a
hundred stops of the Tab key would lie in the way of all that follows.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..hover import GROUP, RULES, Spot, spots_of
from ..languages import phrase
from ..markup import Element, Front, elements, escape, grouped, has_links, pixels, svg_element, texts_of
from ..model import Block, Box, Connector, Drawing, Label, Notice, Product
from ..shapes import number
from ..telling import tell_symbols
from ..typed import Final

_CARD: Final = "boxwright-card"
_WALKS: Final = range(2, 61)            # boxes and connectors that one can walk
_ROLE: Final = 'role="graphics-symbol" aria-label='
_NAMED: Final = 'role="graphics-symbol" fill="none" aria-label='
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


def _box_markup(spot: Spot | None, box: Box, words: str, *, links: bool) -> Iterator[str]:
    """Yield a box as it stands before the drawing: one that shows its connectors can be reached, itself or by a link.

    `words` are its name, where one can walk; `links` tells whether there are any in the figure.
    """
    if spot is None:
        if words and not links:
            yield f'<rect {_NAMED}"{words}" {_place(box)}/>'
        return
    has_link = any("<a " in element.markup for element in spot.inside)
    name = f' {_ROLE}"{words}"' if words and not has_link else ""
    if spot.connectors:
        stop = ' tabindex="0"' if name else ""
        yield f'<g class="{GROUP}"{stop}{name}>'
        yield spot.area
    else:
        yield f"<g{name}>"
        tag, _, rest = spot.area.partition(" ")
        yield f'{tag} fill="none" pointer-events="all" {rest}'
    yield from _inside(spot.inside, is_hidden=bool(name))
    yield from spot.connectors
    yield "</g>"


def _inside(elements: Sequence[Element], *, is_hidden: bool) -> Iterator[str]:
    """Yield what stands in a box; it `is_hidden` from who hears it as the box's name."""
    anchors = {element.anchor for element in elements}
    anchor = ""
    if len(anchors) == 1 and anchors != {"start"}:         # said once for all of them
        anchor = f' text-anchor="{anchors.pop()}"'
        elements = [element._replace(anchor="start") for element in elements]
    shared = f"""{' aria-hidden="true"' if is_hidden and elements else ""}{anchor}"""
    yield from (f"<g{shared}>", *grouped(elements), "</g>") if shared else grouped(elements)


def _front(product: Product, drawing: Drawing, spots: Mapping[int, Spot]) -> Iterator[str]:
    """Yield what stands before a drawing: the boxes that show their connectors and, where it is a walk, its symbols."""
    sketch, links = drawing.sketch, has_links(texts_of(product.scene))
    is_walk = _is_walk(drawing)
    told = tell_symbols(sketch, product.lang) if is_walk else None
    for index, box in enumerate(sketch.boxes):
        words = escape(told.boxes[index]) if told else ""
        yield from _box_markup(spots.get(index), box, words, links=links)
    if told is None or links:
        return
    for owned in told.texts:
        yield f'<rect {_NAMED}"{escape(owned.label.text)}" {_place(owned.label)}/>'
    for connector, words in zip(sketch.connectors, told.connectors, strict=True):
        yield f'<path {_NAMED}"{escape(words)}" d="{_way(connector)}"/>'


def _is_walk(drawing: Drawing) -> bool:
    """Tell whether there is something to walk to, and not so much that one gets lost."""
    return len(drawing.sketch.boxes) + len(drawing.sketch.connectors) in _WALKS


def write(product: Product) -> str:
    """Return the body of a figure, to be put inside a page."""
    figure = product.figure
    if isinstance(figure, Notice):
        return _card(figure, product)
    if not isinstance(figure, Drawing):
        return svg_element(product, "page")
    drawn = elements(product.scene)
    spots, back = spots_of(figure.sketch, drawn) if product.hover else ({}, drawn)
    front = Front(back, tuple(_front(product, figure, spots)), RULES if spots else "", is_walk=_is_walk(figure))
    return svg_element(product, "page", drawn=drawn, front=front)
