"""Write a sitemap: addresses with their versions in other languages -> XML."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """One page: its absolute address, the day of its last change, and `hreflang` and address of each version."""

    loc: str
    lastmod: str
    alternates: tuple[tuple[str, str], ...] = ()


def write_sitemap(entries: Iterable[SitemapEntry]) -> str:
    """Return the XML of a sitemap."""
    return _HEAD + "".join(map(_url, entries)) + "</urlset>\n"


def _url(entry: SitemapEntry) -> str:
    lines = [f"<loc>{escape(entry.loc)}</loc>"]
    if entry.lastmod:
        lines.append(f"<lastmod>{escape(entry.lastmod)}</lastmod>")
    for code, href in entry.alternates:
        lines.append(f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(href)}/>')
    return "<url>\n" + "".join(f"  {line}\n" for line in lines) + "</url>\n"
