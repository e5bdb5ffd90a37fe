"""One navigation for all languages: the `nav` of mkdocs.yml -> a Navigation for each language.

It is written once, with paths relative to the language folder. MkDocs builds and checks it with one section for each
language; these sections are taken apart afterwards, because a page shows the navigation of its own language only.

    nav:                          en:                              zh:
      - index.md                    - en/index.md                    - zh/index.md
      - Guide:               ->     - Guide:                 +       - 指南:
        - First: guide/a.md           - First: en/guide/a.md           - zh/guide/a.md
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from ...typed import Any
from .language_options import Language

NavData = list[Any]
"""What MkDocs takes for `nav`: paths, or titles with a path or a list of the same."""


class LanguageHome(Page):
    """The home page of a language that lives below the root: themes title it like the home page of the site."""

    @property
    def is_homepage(self) -> bool:
        """Always true; MkDocs itself knows only the home at the root."""
        return True


def expand_nav(nav: object, language: Language, find: Callable[[str], File | None], *, is_default: bool) -> NavData:
    """Return `nav` for one language.

    A page title without a translation is left out, so that the page's own heading takes its place. A path that `find`
    does not know is left out too, but the default language keeps title and path, and MkDocs reports the path.
    """
    items: NavData = []
    for title, value in _entries(nav):
        if not isinstance(value, str):
            if children := expand_nav(value, language, find, is_default=is_default):
                items.append({language.translate(title or ""): children})
        elif _is_link(value):
            items.append({language.translate(title): value} if title else value)
        elif (file := find(value)) or is_default:
            path = file.src_uri if file else language.folder + value
            own = language.translations.get(title or "", title if is_default else None)
            items.append({own: path} if own else path)
    return items


def nav_from_folder(language: Language, files: Files) -> NavData:
    """Return what MkDocs would make of the folder of a language if it were a site of its own."""
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    own = [file for file in pages if file.src_uri.startswith(language.folder)]
    tails = [file.src_uri.removeprefix(language.folder) for file in sorted(own, key=file_sort_key)]
    return list(nest_paths(tails))  # type: ignore[no-untyped-call]


def title_of(path: str, nav: object) -> str | None:
    """Return the title that an expanded navigation gives to a path."""
    for title, value in _entries(nav):
        if not isinstance(value, str):
            if found := title_of(path, value):
                return found
        elif value == path:
            return title
    return None


def split_navigation(nav: Navigation, homes: Mapping[str, Page | None]) -> dict[str, Navigation]:
    """Take the sections of the languages apart; `homes` has the home page of each, the default first."""
    sections = {item.title: item for item in nav.items if isinstance(item, Section) and item.title in homes}
    items = {code: list(sections[code].children) if code in sections else [] for code in homes}
    default = next(iter(homes))
    items[default] += [item for item in nav.items if item not in sections.values()]    # added by another plugin
    return {code: _navigation(items[code], home) for code, home in homes.items()}


def _navigation(items: list[StructureItem], home: Page | None) -> Navigation:
    for item in items:
        item.parent = None
    pages = list(_pages(items))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    navigation = Navigation(items, pages)
    navigation.homepage = home
    return navigation


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _entries(nav: object) -> Iterator[tuple[str | None, Any]]:
    """Yield title and value of each entry, however it is written."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            yield from item.items()
        else:
            yield None, item


def _is_link(path: str) -> bool:
    parts = urlsplit(path)
    return bool(parts.scheme or parts.netloc or path.startswith("/"))
