"""Small changes to the HTML that a theme has rendered: str -> str."""
from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin

from jinja2.utils import htmlsafe_json_dumps

from ...typed import Final

_ALTERNATE: Final = re.compile(r"""\s*<link rel=["']?alternate["']?[^>]*\bhreflang=[^>]*>""")
_BASE: Final = re.compile(r"""(<script id=["']?__config["']?[^>]*>[^<]*?"base":\s*)"[^"]*\"""")
_LINK: Final = re.compile(r"""<a\b(?![^>]*\btarget=)[^>]*?\bhref="([^"]*)\"""")


def with_head_links(html: str, links: str) -> str:
    """Put `links` into the head, in the place of the language links of the theme."""
    head, end, rest = html.partition("</head>")
    return _ALTERNATE.sub("", head) + links + end + rest


def with_base(html: str, base: str) -> str:
    """Tell Material's script that the site begins at `base`: it looks for search index and sitemap there."""
    return _BASE.sub(lambda match: f"{match[1]}{htmlsafe_json_dumps(base)}", html, count=1)


def with_full_loads(html: str, url: str, folders: Collection[str]) -> str:
    """Make the browser load in full what lies in `folders`; `url` is the page's own address on the site.

    Instant navigation replaces only a part of the page: header and search would stay in the old language.
    """
    def mark(match: re.Match[str]) -> str:
        target = urljoin(f"/{url}", match[1])
        abroad = target.startswith(tuple(f"/{folder}" for folder in folders))
        return f'{match[0]} target="_self"' if abroad else match[0]

    return _LINK.sub(mark, html)
