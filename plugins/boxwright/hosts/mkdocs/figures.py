"""The figure side of the plugin: gives pages our Markdown extension, and keeps a PNG of each figure.

A PNG is made once and cached by content under `.cache/plugin/boxwright`; it goes into the site as
`assets/figures/<hash>.png`, linked from its figure, and the first one of a page is the page's preview image.
"""
from __future__ import annotations

import hashlib
import html
import logging
import os
import posixpath
import shlex
import struct
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ... import MissingDependencyError, __version__, render
from ..catalogues import Catalogues
from ..fences import DEFAULT_FENCES
from ..markdown import Numbered, Published, has_list, kind_problem, renumbered, with_list, with_references

log = logging.getLogger("mkdocs.plugins.boxwright")     # a warning here fails `build --strict`

_EXTENSION = "boxwright"
_FOLDER = "assets/figures"
_SWITCHES = ("straighten", "hover")     # what a page may switch off for its figures
_WITHOUT = "no-png"                     # the class of a figure that wants no PNG
CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")    # where the command looks for a site's fence languages


@dataclass(frozen=True, slots=True)
class _Picture:
    """A PNG in the site: its address from the site's root, its size in pixels, and what it shows."""

    uri: str
    width: int
    height: int
    title: str


def _package_digest() -> str:
    """Return a digest of the package's own code: a PNG made by other code is made anew."""
    digest = hashlib.sha256(__version__.encode())
    root = Path(__file__).parent.parent.parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _png_size(path: Path) -> tuple[int, int]:
    with path.open("rb") as file:
        width, height = struct.unpack(">II", file.read(24)[16:])      # the IHDR chunk comes first (PNG, 11.2.2)
    return width, height


def switches(page: Page, report: Callable[[str], None]) -> dict[str, bool]:
    """Return what figures of `page` may do: front matter may say, for example, `boxwright: {straighten: false}`."""
    own = page.meta.get("boxwright", {})
    if not isinstance(own, dict) or own.keys() - set(_SWITCHES) or not all(isinstance(v, bool) for v in own.values()):
        report(f"{page.file.src_uri}: cannot read `boxwright` in the front matter; "
               "write, for example, boxwright: {straighten: false}")
        own = {}
    return {name: own.get(name, True) for name in _SWITCHES}


class Figures:
    """The figures of one build."""

    def __init__(
        self, fences: object = None, ambiguous: int | None = None, *, straighten: bool = True, hover: bool = True,
        labels: str = "", numbering: str = "page",
    ) -> None:
        self._fences = {} if fences is None else fences
        self._ambiguous = ambiguous
        self._switches = {"straighten": straighten, "hover": hover}
        self._catalogues = Catalogues(labels)
        self._pictures: dict[str, list[_Picture]] = {}
        self._numbered: dict[str, list[Numbered]] = {}
        self._numbering = numbering
        self._langs: dict[str, str] = {}
        self._order: list[str] = []         # of pages, as the navigation has them
        self._said: set[str] = set()
        self._files: Files | None = None
        self._config: MkDocsConfig | None = None
        self._digest = ""

    def on_config(self, config: MkDocsConfig) -> None:
        """Register the Markdown extension; what the site's own configuration of it says stays in force."""
        if problem := kind_problem(self._fences):
            raise PluginError(f"boxwright: {problem}")
        if _EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(_EXTENSION)
        self._config = config
        folder = Path(config.config_file_path).parent if config.config_file_path else Path()
        self._catalogues = Catalogues(str(folder / self._catalogues.folder))
        self._digest = _package_digest()

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files, lang: str) -> None:
        """Tell the extension, which is made anew for each page, which page it is on."""
        self._langs[page.file.src_uri] = lang
        self._files = files                 # those of this pass: another plugin may build the site once a language
        uri = page.file.src_uri
        self._pictures[uri], self._numbered[uri] = [], []
        options = config.mdx_configs.setdefault(_EXTENSION, {})
        own = options.get("fences") or {}
        options.update({
            "fences": {**own, **self._fences},  # type: ignore[dict-item]
            "lang": lang, "page": uri, "first_line": self._first_line(page, markdown), "report": self._report,
            "publish": lambda published: self._publish(published, page),
            "address": lambda address: self._address(address, page.file),
            **{name: on and self._switches[name] for name, on in switches(page, self._report).items()},
            "inform": log.info,
            "mend": lambda language: self._mend(page, language), "labels": self._catalogues,
            "refer": False,
        })
        if self._ambiguous is not None:
            options["ambiguous"] = self._ambiguous

    def on_page_content(self, page: Page) -> None:
        """Make the figures' anchors known to MkDocs, which sees only those of headings."""
        anchors = getattr(page, "present_anchor_ids", None)
        if anchors is not None:
            anchors.update(figure.ident for figure in self._numbered.get(page.file.src_uri, ()))

    def on_nav(self, pages: Iterable[Page]) -> None:
        """Keep the order in which figures are numbered and listed."""
        self._order = [page.file.src_uri for page in pages]

    def on_env(self, files: Files) -> None:
        """Number the figures of the site, fill in references to them, and list them."""
        pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page is not None}
        uris = list(dict.fromkeys(uri for uri in (*self._order, *pages) if uri in pages and uri in self._numbered))
        if self._numbering == "site":
            self._number_through(uris, pages)
        by_address = {(pages[uri].url, figure.ident): figure for uri in uris for figure in self._numbered[uri]}
        for uri in uris:
            page = pages[uri]
            content = with_references(page.content or "", partial(_figure_at, by_address, page.url))
            if has_list(content):
                content = with_list(content, self._parts(uris, pages, page))
            page.content = content

    def _number_through(self, uris: Iterable[str], pages: Mapping[str, Page]) -> None:
        last: Counter[str] = Counter()
        for uri in uris:
            numbers: dict[str, int] = {}
            for k, figure in enumerate(self._numbered[uri]):
                if figure.number:
                    last[figure.lang] += 1
                    numbers[figure.ident] = last[figure.lang]
                    self._numbered[uri][k] = figure._replace(number=last[figure.lang])
            if numbers:
                pages[uri].content = renumbered(pages[uri].content or "", numbers, self._numbered[uri][0].lang)

    def _parts(
        self, uris: Iterable[str], pages: Mapping[str, Page], page: Page,
    ) -> Iterator[tuple[str, str, list[Numbered]]]:
        """Yield what a list on `page` holds: the figures in its language, under the titles of their pages."""
        lang = self._langs[page.file.src_uri]
        for uri in uris:
            if self._langs[uri] == lang:
                title = "" if self._numbering == "site" else str(pages[uri].title or "")
                address = "" if pages[uri] is page else get_relative_url(pages[uri].url, page.url)
                yield title, address, self._numbered[uri]

    def on_pages_built(self) -> None:
        """Tell of entries that no figure needs."""
        for path, label in self._catalogues.unused():
            log.info("%s: no figure has a label %r; boxwright labels marks such entries", path, label)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Name the page's first figure as its preview image, unless the page names one."""
        pictures = self._pictures.get(page.file.src_uri)
        if not pictures or 'property="og:image"' in output or not config.site_url:
            return output
        picture = pictures[0]
        tags = {
            "og:image": urljoin(config.site_url, picture.uri), "og:image:type": "image/png",
            "og:image:width": str(picture.width), "og:image:height": str(picture.height),
            "og:image:alt": picture.title, "og:title": str(page.title or config.site_name), "og:type": "article",
            "og:url": page.canonical_url or "",
        }
        lines = [
            f'<meta property="{name}" content="{html.escape(value)}">' for name, value in tags.items()
            if value and f'property="{name}"' not in output
        ]
        if 'name="twitter:card"' not in output:
            lines.append('<meta name="twitter:card" content="summary_large_image">')
        head, end, rest = output.partition("</head>")
        return f"{head}{''.join(f'{line}{chr(10)}' for line in lines)}{end}{rest}" if end else output

    # ── inside ──

    def _report(self, message: str) -> None:
        log.warning(message)

    def _mend(self, page: Page, language: str) -> str:
        """Return the command that mends the source of `page`, from where MkDocs runs."""
        path = page.file.abs_src_path
        if path is None:                    # another plugin made the page
            return "boxwright fmt, on the text that the page is made from"
        words = ["boxwright", "fmt", os.path.relpath(path)]
        if language not in DEFAULT_FENCES and not self._is_found_from(Path(path)):
            words += ["--language", language]
        return shlex.join(words)

    def _is_found_from(self, path: Path) -> bool:
        """Tell whether the command finds this site's configuration, where our fence languages are, from `path`."""
        config = self._config.config_file_path if self._config else None
        folder = Path(config).resolve().parent if config else None
        return config is not None and Path(config).name in CONFIG_NAMES and folder in path.resolve().parents

    def _first_line(self, page: Page, markdown: str) -> int:
        """Return the line of the file on which `markdown` begins: front matter comes before it."""
        try:
            source = page.file.content_string
        except (OSError, UnicodeDecodeError):
            return 1
        lines, body = source.splitlines(), markdown.splitlines()
        if body and lines[-len(body):] == body:
            return len(lines) - len(body) + 1
        return 1

    def _publish(self, published: Published, page: Page) -> str:
        """Put a figure's PNG into the site; return its address from `page`, or "" where there is none."""
        self._numbered[page.file.src_uri].append(
            Numbered(published.ident, published.number, published.rendering.title, published.lang))
        if _WITHOUT in published.css_class.split():
            return ""
        assert self._config is not None and self._files is not None
        key = hashlib.sha256("\0".join((
            self._digest, published.source, published.kind or "", published.lang, published.title, published.alt,
            repr(sorted(published.reading.items())),
        )).encode("utf-8", "replace")).hexdigest()[:20]
        cached = self._cache_folder() / f"{key}.png"
        if not cached.is_file():
            try:
                rendering = render(
                    published.source, to="png", kind=published.kind, lang=published.lang, title=published.title,
                    alt=published.alt, **published.reading,
                )
            except MissingDependencyError as error:
                self._say_once(str(error))
                return ""
            faults = [note.message for note in rendering.notes if note.code == "missing-font"]
            for fault in faults:
                self._say_once(f"{page.file.src_uri}: {fault}")
            assert isinstance(rendering.output, bytes)
            if faults:                      # not kept: the next build may have the font
                cached = cached.with_suffix(".incomplete.png")
            _write_atomically(cached, rendering.output)
        uri = posixpath.join(_FOLDER, f"{key}.png")
        if self._files.get_file_from_path(uri) is None:
            self._files.append(File.generated(self._config, uri, abs_src_path=str(cached)))
        width, height = _png_size(cached)
        self._pictures[page.file.src_uri].append(_Picture(uri, width, height, published.rendering.title))
        return get_relative_url(uri, page.url)

    def _address(self, address: str, start: File) -> str:
        """Return an address as seen from a page: that of a file of the docs becomes its place in the site.

        "" where there is no such page.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return address
        assert self._files is not None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(start.src_uri), unquote(parts.path)))
        file = self._files.get_file_from_path(path)
        if file is None:
            return "" if path.endswith(".md") else address
        return urlunsplit(("", "", file.url_relative_to(start), parts.query, parts.fragment))

    def _say_once(self, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            log.warning(message)

    def _cache_folder(self) -> Path:
        assert self._config is not None
        base = Path(self._config.config_file_path).parent if self._config.config_file_path else Path()
        return base / ".cache" / "plugin" / "boxwright"


def _figure_at(figures: Mapping[tuple[str, str], Numbered], url: str, href: str) -> Numbered | None:
    """Return the figure that a link on the page at `url` leads to."""
    address, _, ident = urljoin(f"/{url}", href).removeprefix("/").partition("#")
    return figures.get((address, unquote(ident)))


def _write_atomically(path: Path, data: bytes) -> None:
    """Write so that a reader sees the whole file or none: two builds may share the cache."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)
