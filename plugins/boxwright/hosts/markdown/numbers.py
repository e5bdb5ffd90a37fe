"""Refer to figures by number, and list them: HTML, figures -> HTML.

    [](#fig-order)                   ->   <a href="#fig-order">Figure 2</a>       an empty link is filled in
    <!-- boxwright: figures -->      ->   a list of links, "Figure 1. The order", ...
"""
from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping

from ... import phrase
from ...typed import Final, NamedTuple

_EMPTY: Final = re.compile(r'(?P<start><a\b[^>]*?\bhref="(?P<href>[^"]*#[^"]+)"[^>]*>)\s*</a>')
_MARKER: Final = re.compile(r"<!--\s*boxwright:\s*figures\s*-->")
_NUMBER: Final = r'(id="{}" role="presentation">.*?<span class="bw-number">)[^<]*'


class Numbered(NamedTuple):
    """A figure that can be referred to; `number` is 0 where it has none, and it goes by its title."""

    ident: str
    number: int
    title: str
    lang: str

    @property
    def reference(self) -> str:
        """What a link to it reads, as HTML."""
        return html.escape(phrase(self.lang, "reference", number=self.number) if self.number else self.title)

    @property
    def entry(self) -> str:
        """What it is in a list, as HTML."""
        number = phrase(self.lang, "figure", number=self.number)
        return html.escape(number + ("" if number.endswith("　") else " ") + self.title)


def with_references(text: str, find: Callable[[str], Numbered | None]) -> str:
    """Return HTML with empty links to figures filled in; `find` gives the figure of an address."""
    def fill(match: re.Match[str]) -> str:
        figure = find(html.unescape(match["href"]))
        return f"{match['start']}{figure.reference}</a>" if figure else match[0]

    return _EMPTY.sub(fill, text) if "<a" in text else text


def has_list(text: str) -> bool:
    """Tell whether HTML asks for a list of figures."""
    return _MARKER.search(text) is not None


def with_list(text: str, parts: Iterable[tuple[str, str, Iterable[Numbered]]]) -> str:
    """Return HTML with a list in the place of its marker. `parts` are pages: title, address, figures.

    Where a page has a title, its figures stand under it.
    """
    def items(address: str, figures: Iterable[Numbered]) -> str:
        return "".join(f'<li><a href="{html.escape(f"{address}#{f.ident}")}">{f.entry}</a></li>\n'
                       for f in figures if f.number)

    lines = []
    for title, address, figures in parts:
        if inside := items(address, figures):
            lines.append(f"<li>{html.escape(title)}\n<ul>\n{inside}</ul></li>\n" if title else inside)
    found = f'<ul class="boxwright-figures">\n{"".join(lines)}</ul>' if lines else ""
    return _MARKER.sub(lambda _: found, text)


def renumbered(text: str, numbers: Mapping[str, int], lang: str) -> str:
    """Return a page with other numbers in the captions of its figures."""
    for ident, number in numbers.items():
        said = html.escape(phrase(lang, "figure", number=number).rstrip("　"))
        pattern = re.compile(_NUMBER.format(re.escape(html.escape(ident))), re.DOTALL)
        text = pattern.sub(lambda match, said=said: match[1] + said, text, count=1)      # type: ignore[misc]
    return text
