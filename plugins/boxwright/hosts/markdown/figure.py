"""Put a figure's body into a `<figure>` with anchor, caption, number and source; no blank line in it.

    <figure>
      <h6 id>     the anchor, unseen: a heading makes a search result that scrolls to the figure
      body        inline SVG, or a card
      <figcaption>  Figure 1. Title. Caption
      tools       PNG, what it shows in words, and the source, to show and copy
"""
from __future__ import annotations

import html
import re
from dataclasses import dataclass

from ... import phrase
from ...typed import Final

_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_ENDS_SENTENCE: Final = frozenset(".!?。！？…")
STYLE: Final = """\
.boxwright{margin:1.5em auto;max-width:100%;width:auto;text-align:center}
.boxwright .bw-anchor{position:absolute;\
width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bw-svg{display:block;max-width:100%;height:auto;margin:0 auto;overflow:visible}
.boxwright figcaption{max-width:44em;margin:.6em auto 0;font-size:.8em;font-style:normal;line-height:1.5;opacity:.8}
.boxwright .bw-title{font-weight:600}
.boxwright .bw-tools{display:flex;flex-wrap:wrap;justify-content:center;align-items:start;gap:0 1em;\
margin-top:.3em;font-size:.7em;line-height:1.6;opacity:.75}
.boxwright .bw-tools:has([open]),.boxwright .bw-tools:hover,.boxwright .bw-tools:focus-within{opacity:1}
.boxwright details.bw-more{display:block;\
margin:0;padding:0;border:0;background:none;box-shadow:none;font-size:inherit;overflow:visible}
.boxwright details.bw-more[open]{flex-basis:100%;min-width:0}
.boxwright .bw-more>summary{display:block;line-height:inherit;font-size:inherit;\
margin:0;padding:0;border:0;background:none;font-weight:400;cursor:pointer;\
min-height:0;list-style:none;text-decoration:underline;text-underline-offset:.2em}
.boxwright .bw-more>summary::before,.boxwright .bw-more>summary::after,\
.boxwright .bw-more>summary::-webkit-details-marker{display:none}
.boxwright .bw-link{font-size:inherit;text-decoration:underline;text-underline-offset:.2em;color:inherit}
.boxwright .bw-source pre{\
margin:.5em 0 0;text-align:start;font-size:1.15em;line-height:1.25;overflow-x:auto;position:relative}
.boxwright .bw-words p{max-width:44em;margin:.5em auto 0;text-align:start;font-size:1.15em;line-height:1.5}
@media print{.boxwright .bw-tools{display:none}.boxwright{break-inside:avoid}}
.boxwright-broken{margin:1em 0;padding:.1em 1em;border-inline-start:4px solid #c62828;background:rgba(198,40,40,.07)}
.boxwright-broken .bw-error{font-weight:600}
.boxwright-broken pre{overflow-x:auto}"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a figure's body. `number` is 0 where it has none."""

    ident: str
    kind: str
    lang: str
    name: str                           # what it is called where it has no title
    title: str = ""
    caption: str = ""
    css_class: str = ""
    number: int = 0
    words: str = ""                     # what it shows, or "" where that is the text itself
    png: str = ""                       # an address, or "" where there is no PNG
    with_style: bool = False


def _safe(text: str) -> str:
    return html.escape(text, quote=True)


def source_block(source: str) -> str:
    """Return a source as preformatted text, its blank lines kept by a reference (a blank line would end the block)."""
    lines = [_safe(line) if line.strip() else "&#32;" for line in source.rstrip("\n").split("\n")]
    return "\n".join(lines)


def _caption(frame: Frame) -> str:
    if not frame.number:
        return ""
    number = phrase(frame.lang, "figure", number=frame.number)
    gap = "" if number.endswith("　") else " "
    title = f'<span class="bw-title">{_safe(frame.title)}</span>' if frame.title else ""
    between = ""
    if title and frame.caption:
        between = " " if frame.title[-1] in _ENDS_SENTENCE else phrase(frame.lang, "title-end")
    return (f'<figcaption><span class="bw-number">{number.rstrip("　")}</span>{gap or "　"}'
            f"{title}{between}{_safe(frame.caption)}</figcaption>")


def figure_html(body: str, source: str, frame: Frame) -> str:
    """Return the whole `<figure>`."""
    classes = " ".join(filter(None, ("boxwright", f"bw-{frame.kind}", _safe(frame.css_class))))
    name = frame.title or frame.name
    png = f'<a class="bw-link" href="{_safe(frame.png)}" data-search-exclude="1">PNG</a>' if frame.png else ""
    source_name, words_name = phrase(frame.lang, "source"), phrase(frame.lang, "words")
    words = (f'<details class="bw-more bw-words"><summary>{words_name}</summary><p>{_safe(frame.words)}</p></details>'
             if frame.words else "")
    parts = [
        f'<figure class="{classes}" lang="{_safe(frame.lang)}">',
        f"<style>{STYLE}</style>" if frame.with_style else "",
        f'<h6 class="bw-anchor" id="{_safe(frame.ident)}" role="presentation">{_safe(name)}</h6>',
        f'<div class="bw-body">\n{body}\n</div>',
        _caption(frame),
        '<div class="bw-tools" data-search-exclude="1">',
        png,
        words,
        f'<details class="bw-more bw-source"><summary>{source_name}</summary>'
        f'<pre><code>{source_block(source)}</code></pre></details>',
        "</div>",
        "</figure>",
    ]
    return _BLANK_LINES.sub("\n", "\n".join(part for part in parts if part))


def broken_html(message: str, source: str, *, with_style: bool) -> str:
    """Return a fence that could not be drawn: what is wrong, and its source."""
    style = f"<style>{STYLE}</style>" if with_style else ""
    return (f'<div class="boxwright-broken" role="note">{style}<p class="bw-error">Boxwright: {_safe(message)}</p>'
            f"<pre><code>{source_block(source)}</code></pre></div>")
