"""Who says the same in another language: the site's files -> pages grouped by where they go below their language.

    docs/en/guide/a.md  ->  guide/a/index.html     ┐ counterparts: both are
    docs/zh/guide/a.md  ->  zh/guide/a/index.html  ┘ `guide/a/index.html` of their language

The default language lives at the root, so its files move there first.
"""
from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from .language_options import Language

log = logging.getLogger("mkdocs.plugins.boxwright")

Peers = Mapping[str, File]
"""Language code -> the file that says the same in that language; the default language first."""


class Counterparts:
    """The pages of all languages, and which of them belong together."""

    def __init__(self, languages: tuple[Language, ...], files: Files) -> None:
        self._languages = languages
        self._groups: dict[str, dict[str, File]] = {}
        pages = files.documentation_pages()
        for language in languages:                                  # this order is the order of every group
            for file in pages:
                if file.src_uri.startswith(language.folder):
                    self._groups.setdefault(self._place(language, file), {})[language.code] = file

    def __iter__(self) -> Iterator[Peers]:
        return iter(self._groups.values())

    def of(self, file: File) -> Peers:
        """Return the versions of `file` in all languages, itself included; none outside the language folders."""
        for language in self._languages:
            if file.src_uri.startswith(language.folder):
                return self._groups.get(self._place(language, file), {})
        return {}

    def home(self, language: Language) -> File | None:
        """Return the page that greets the readers of a language."""
        return self._groups.get("index.html", {}).get(language.code)

    def find(self, language: Language, path: str, files: Files) -> File | None:
        """Return the file for a `path` of the navigation in a language, even if only its counterpart has this name."""
        if file := files.get_file_from_path(language.folder + path):
            return file
        for other in self._languages:
            if file := files.get_file_from_path(other.folder + path):
                return self.of(file).get(language.code)
        return None

    def warn_of_gaps(self, docs: str) -> None:
        """Log one warning for each page that a language lacks; `docs` is the name of the docs directory."""
        present = {code for peers in self for code in peers}
        for language in self._languages:
            if language.code not in present:
                log.warning("%s/%s has no pages; write them there", docs, language.code)
        for peers in self:
            code, file = next(iter(peers.items()))
            tail = file.src_uri.removeprefix(f"{code}/")
            for language in self._languages:
                if language.code in present and language.code not in peers:
                    log.warning(
                        "%s/%s has no counterpart in %s; write %s/%s%s",
                        docs, file.src_uri, language.name, docs, language.folder, tail,
                    )

    def _place(self, language: Language, file: File) -> str:
        default = language is self._languages[0]
        return file.dest_uri if default else file.dest_uri.removeprefix(language.folder)


def move_to_root(language: Language, files: Iterable[File]) -> None:
    """Let the files of the default language go to the root of the site: `en/a.png` -> `a.png`."""
    for file in files:
        if file.src_uri.startswith(language.folder) and file.dest_uri.startswith(language.folder):
            file.dest_uri = file.dest_uri.removeprefix(language.folder)
            for derived in ("url", "abs_dest_path"):                # cached properties made from dest_uri
                with contextlib.suppress(AttributeError):
                    delattr(file, derived)


def resolve_collisions(moved: Language, files: Files, theme_dirs: Iterable[str], docs: str) -> None:
    """Look after the files that `moved` finds at the root: one of a theme gives way, one of the docs is a warning."""
    theme, taken = set(theme_dirs), dict[str, File]()
    for file in list(files):
        if file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            continue
        other = taken.setdefault(file.dest_uri, file)
        if other is file or not any(one.src_uri.startswith(moved.folder) for one in (file, other)):
            continue
        if themes := next((one for one in (file, other) if one.src_dir in theme), None):
            files.remove(themes)
        else:
            log.warning(
                "%s/%s and %s/%s would both become '%s' on the site; rename one",
                docs, other.src_uri, docs, file.src_uri, file.dest_uri,
            )


def address(file: File, page: Page) -> str:
    """Return the address of `file` for a link on `page`: absolute if the site's address is known."""
    absolute = file.page.canonical_url if file.page else None
    return absolute or get_relative_url(file.url, page.url)


def alternates(peers: Peers, default: str, page: Page) -> list[tuple[str, str]]:
    """Return `hreflang` and address of each version of a page, and of the one for all other readers."""
    if len(peers) < 2:
        return []                                                   # a page that stands alone has no alternates
    rows = [(code, address(file, page)) for code, file in peers.items()]
    return [*rows, ("x-default", address(peers[default], page))] if default in peers else rows


def head_links(rows: Iterable[tuple[str, str]]) -> str:
    """Return the link elements for the head of a page.

    The space in `rel` is meant. Material's script takes each `link[rel=alternate]` for the root of a site, asks for a
    sitemap below it, and sends clicks on links there to this page's counterpart. `rel` holds words between spaces, so
    browsers and search engines read the same word; the script's selector compares the whole value and passes by.
    """
    return "".join(
        f'<link rel="alternate " hreflang="{escape(code)}" href="{escape(href)}">\n' for code, href in rows
    )
