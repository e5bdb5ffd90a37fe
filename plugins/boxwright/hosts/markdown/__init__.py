"""The Markdown extension: fences of the languages it is told become figures.

    markdown.markdown(text, extensions=["boxwright"])

It stands on SuperFences (pymdown-extensions), so that fences work in lists, quotes, admonitions, tabs and details.
SuperFences swallows what a formatter raises and drops a fence whose header it cannot read; so nothing is left to
it: every failure is caught here, reported with its page and line, and shown with the source.
"""
from __future__ import annotations

import hashlib
import html
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from ... import KINDS, AmbiguousWidthError, BoxwrightError, Rendering, Repair, labels, render
from ...typed import Any, Final, Literal
from ..catalogues import CatalogueError, Catalogues, pairs_of
from ..fences import DEFAULT_FENCES, Opener, option_faults, reading_of, taken_id, text_faults
from .figure import Frame, broken_html, figure_html
from .numbers import Numbered, has_list, renumbered, with_list, with_references
from .openers import scan, take

__all__ = [
    "BoxwrightExtension", "Numbered", "Published", "has_list", "kind_problem", "makeExtension", "renumbered",
    "with_list", "with_references",
]

_ADDRESS: Final = re.compile(r'<a href="([^"]*)"')      # texts are escaped, so this is a link and nothing else
_SUPERFENCES: Final = "pymdownx.superfences"
_LAST: Final = -10                      # when what was set aside as raw HTML is back in its place
_BEFORE_SNIPPETS: Final = 33            # pymdownx.snippets runs at 32: before it, line numbers are the author's


def _counted(repairs: Iterable[Repair]) -> str:
    """Return what was moved, as "2 walls, 1 line and 1 arrowhead"."""
    told = [f"{n} {what}{'s' if n > 1 else ''}" for what, n in Counter(r.what for r in repairs).most_common()]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that came to stand on a page, for a host that keeps pictures of it."""

    ident: str
    source: str
    kind: str | None
    lang: str
    title: str
    alt: str
    rendering: Rendering
    reading: Mapping[str, Any]          # options of `render`: how the source is to be read
    css_class: str = ""
    number: int = 0                     # on its page; 0 where it has none


class FenceError(BoxwrightError):
    """A fence that cannot be drawn as its author asked."""


def kind_problem(fences: object) -> str:
    """Return what is wrong with a map of fence languages to kinds, or ""."""
    if not isinstance(fences, Mapping):
        return "`fences` must be a map of fence languages to kinds; write, for example, {draw: drawing}"
    for language, kind in fences.items():
        if kind not in (*KINDS, "auto"):
            known = ", ".join((*KINDS, "auto"))
            return f"fence language {language!r}: unknown figure kind {kind!r}; use one of: {known}"
    return ""


class _Page:
    """What is counted on one page."""

    def __init__(self) -> None:
        self.openers: list[Opener] = []
        self.idents: set[str] = set()
        self.number = 0
        self.figures: list[Numbered] = []
        self.has_style = False

    def style_once(self) -> bool:
        first, self.has_style = not self.has_style, True
        return first

    def free(self, ident: str) -> str:
        """Return `ident`, numbered where the page has it already."""
        found, count = ident, 1
        while found in self.idents:
            count += 1
            found = f"{ident}-{count}"
        return found


class _Scanner(Preprocessor):
    """Finds our fences while the lines are still the author's own."""

    def __init__(self, md: Markdown, extension: BoxwrightExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self._extension.join_superfences(self.md)
        lines, self._extension.page.openers = scan(lines, self._extension.fences)
        return lines


class _References(Postprocessor):
    """Fills in references and lists, when all figures of the page have their numbers."""

    def __init__(self, md: Markdown, extension: BoxwrightExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        if not self._extension.getConfig("refer"):
            return text
        figures = {f"#{figure.ident}": figure for figure in self._extension.page.figures}
        return with_list(with_references(text, figures.get), [("", "", figures.values())])


class BoxwrightExtension(Extension):
    """Options: `fences`, a map of fence languages to kinds, added to the default one; `lang`, of the page;
    `straighten`; `hover`; `ambiguous`, columns of a character of ambiguous width.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "fences": [{}, "Fence languages and the figure kinds they stand for, beside the default ones."],
            "lang": ["en", "Language of the words that figures add."],
            "ambiguous": [1, "Columns of a character of ambiguous width, 1 or 2, where a fence does not say."],
            "page": ["", "Name of the page, for messages."],
            "first_line": [1, "Line of the page on which the text begins (front matter comes before it)."],
            # no None for "not given": Python-Markdown would make a bool of whatever takes its place
            "publish": ["", "A function that takes a Published and returns the address of its PNG, or ''."],
            "refer": [True, "Fill in references to figures; a host that knows of other pages does so itself."],
            "labels": ["", "A folder with catalogues: other words for labels, by language; or what reads them."],
            "straighten": [True, "Draw walls that are out of line where they belong."],
            "hover": [True, "Show the connectors of a box to who points at it or focuses it."],
            "address": ["", "A function that takes a link's address and returns the one to write, or ''."],
            "report": ["", "A function that takes a message; by default the logger `boxwright`."],
            "inform": ["", "The same, for what is only worth knowing."],
            "mend": ["", "A function that takes a fence language and returns the command that mends the page."],
        }
        super().__init__(**options)
        problem = kind_problem(self.getConfig("fences"))
        if problem:
            raise ValueError(problem)
        if self.getConfig("ambiguous") not in (1, 2):
            raise AmbiguousWidthError(self.getConfig("ambiguous"))
        found = self.getConfig("labels")
        self._catalogues: Catalogues | None = Catalogues(found) if found and isinstance(found, str) else found or None
        self.fences: dict[str, str] = {**DEFAULT_FENCES, **self.getConfig("fences")}
        self.page = _Page()
        self._md: Markdown | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        self._md = md
        md.registerExtension(self)
        md.preprocessors.register(_Scanner(md, self), "boxwright", _BEFORE_SNIPPETS)
        md.postprocessors.register(_References(md, self), "boxwright", _LAST)
        if not _superfences(md):
            md.registerExtensions([_SUPERFENCES], {})

    def reset(self) -> None:
        """Begin a new page."""
        self.page = _Page()
        if self._md is not None:            # all extensions are registered by now, and no line was read yet
            self.join_superfences(self._md)

    def join_superfences(self, md: Markdown) -> None:
        """Give our languages to the SuperFences in charge: the last one registered, which may come after us."""
        superfences = _superfences(md)
        if superfences is None:             # another extension took the fences over
            md.registerExtensions([_SUPERFENCES], {})
            superfences = _superfences(md)
        known = {entry["name"] for entry in superfences.superfences}
        for language in self.fences:
            if language not in known:
                superfences.extend_super_fences(language, self.format, _accept, None)

    # ── SuperFences calls these ──

    def format(
        self, src: str = "", language: str = "", options: Mapping[str, str] | None = None,
        classes: list[str] | None = None, id_value: str = "", **_: Any,
    ) -> str:
        """Return the HTML of one fence; whatever happens, something readable and a report."""
        given = dict(options or {})
        opener = take(self.page.openers, language, given)
        if id_value:
            given.setdefault("id", id_value)
        if classes:
            given["class"] = " ".join(filter(None, (given.get("class", ""), *classes)))
        try:
            if opener and opener.error:
                raise FenceError(opener.error)
            return self._figure(src, language, given, opener)
        except BoxwrightError as error:
            message = str(error)
        except Exception as error:
            logging.getLogger("boxwright").debug("a fence failed", exc_info=True)
            fault = f"{type(error).__name__}: {error}"
            message = f"this is a fault of Boxwright ({fault}); please report it with the source"
        self._report(opener, f"{language} fence: {message}")
        return broken_html(message, src, with_style=self.page.style_once())

    # ── the work ──

    def _report(self, opener: Opener | None, message: str) -> None:
        report: Callable[[str], None] = self.getConfig("report") or logging.getLogger("boxwright").warning
        report(f"{self._place(opener)}: {message}")

    def _inform(self, opener: Opener | None, language: str, repairs: Iterable[Repair]) -> None:
        """Tell that a figure is straighter than its source, and the command that mends the source."""
        mend: Callable[[str], str] = self.getConfig("mend") or (lambda _: f"boxwright fmt {self.getConfig('page')}")
        command = "boxwright fmt, on the file that the fence includes" if opener and opener.includes else mend(language)
        self._tell(f"{self._place(opener)}: {language} fence: drawn straight, with {_counted(repairs)} out of line "
                   f"in the source; to mend it: {command.strip()}")

    def _tell(self, message: str) -> None:
        inform: Callable[[str], None] = self.getConfig("inform") or logging.getLogger("boxwright").info
        inform(message)

    def _place(self, opener: Opener | None) -> str:
        line = f":{opener.line + self.getConfig('first_line') - 1}" if opener else ""
        return f"{self.getConfig('page') or 'Markdown'}{line}"

    def _reading(self, options: Mapping[str, str]) -> dict[str, Any]:
        """Return the options of `render` that say how the source is to be read, those of the fence first."""
        straighten = bool(self.getConfig("straighten")) and options.get("straighten") != "false"
        return {
            "ambiguous": self.getConfig("ambiguous"), "text": (), "ink": (), "straighten": straighten,
            **reading_of(options),
        }

    def _words(
        self, source: str, options: Mapping[str, str], opener: Opener | None, reading: Mapping[str, Any],
    ) -> dict[str, str] | None:
        """Return the other words for the labels of a source, or None where there are none for any of them."""
        own = pairs_of(options.get("labels", ""))
        if self._catalogues is None:
            return own or None
        there = labels(source, **{key: reading[key] for key in ("ambiguous", "text", "ink")})
        try:
            found = self._catalogues.words(self.getConfig("lang"), there, opener.included if opener else "")
        except CatalogueError as error:
            raise FenceError(str(error)) from None
        if all(label == words for label, words in found.all.items()):
            return own or None              # names that are the same everywhere make no translation
        return {**found.all, **own}

    def _kind(self, language: str, options: Mapping[str, str]) -> str | None:
        kind = options.get("kind", self.fences[language])
        return None if kind == "auto" else kind

    def _figure(self, source: str, language: str, options: dict[str, str], opener: Opener | None) -> str:
        for fault in (*option_faults(options), *text_faults(source)):
            raise FenceError(fault.message)
        kind, lang, reading = self._kind(language, options), self.getConfig("lang"), self._reading(options)
        title, caption, alt = (options.get(key, "") for key in ("title", "caption", "alt"))
        if words := self._words(source, options, opener, reading):
            reading["labels"] = words
        wanted = options.get("id") or f"fig-{hashlib.sha256(source.encode('utf-8', 'replace')).hexdigest()[:8]}"
        ident = self.page.free(wanted)
        hover = bool(self.getConfig("hover")) and options.get("hover") != "false"
        rendering = render(
            source, to="html", kind=kind, lang=lang, title=title or caption, alt=alt, ident=ident, hover=hover,
            **reading)
        self.page.idents.add(ident)         # only now: a fence that fails takes no id
        if options.get("id") and ident != wanted:
            self._report(opener, f"{language} fence: {taken_id(wanted).message}")
        for note in rendering.notes:
            if note.severity == "warning":
                self._report(opener, f"{language} fence, row {note.row + 1}: {note.message}")
            elif note.code in ("untranslated", "unused-label"):
                self._tell(f"{self._place(opener)}: {language} fence: {note.message}")
        if rendering.repairs:
            self._inform(opener, language, rendering.repairs)
        publish: Callable[[Published], str] | Literal[""] = self.getConfig("publish")
        css_class = options.get("class", "")
        number = 0
        if title or caption:
            self.page.number += 1
            number = self.page.number
        self.page.figures.append(Numbered(ident, number, rendering.title, lang))
        published = Published(ident, source, kind, lang, title or caption, alt, rendering, reading, css_class, number)
        png = publish(published) if publish else ""
        frame = Frame(
            ident, rendering.figure.kind, lang, rendering.title, title, caption, css_class, number,
            "" if rendering.figure.kind == "notice" else rendering.description, png,
            with_style=self.page.style_once(),
        )
        body = str(rendering.output).replace("<desc ", '<desc data-search-exclude="1" ', 1)
        return figure_html(_ADDRESS.sub(lambda match: self._link(match[1], opener, language), body), source, frame)

    def _link(self, escaped: str, opener: Opener | None, language: str) -> str:
        """Return the start of a link in a figure, with its address as seen from the page."""
        written = html.unescape(escaped)
        find: Callable[[str], str] = self.getConfig("address") or str
        found = find(written)
        if not found:
            self._report(opener, f"{language} fence: the link to {written!r} leads to no page; write the path of one")
        return f'<a href="{html.escape(found or written, quote=True)}"'


def _accept(
    language: str, inputs: dict[str, str], options: dict[str, str], attrs: dict[str, str], md: Markdown,
) -> bool:
    """Accept every option: SuperFences would drop the fence for one that it is told to refuse."""
    options.update(inputs)
    superfences = _superfences(md)
    if superfences is not None:
        md.preprocessors["fenced_code_block"].get_hl_settings()  # type: ignore[attr-defined]
    return True


def _superfences(md: Markdown) -> Any:
    """Return the SuperFences extension in charge of fences, or None."""
    if "fenced_code_block" not in md.preprocessors:
        return None
    extension = getattr(md.preprocessors["fenced_code_block"], "extension", None)
    return extension if hasattr(extension, "extend_super_fences") else None


def makeExtension(**options: Any) -> BoxwrightExtension:  # noqa: N802 (Python-Markdown's name)
    """Return the extension: Python-Markdown's way in."""
    return BoxwrightExtension(**options)
