"""Find the text diagrams of a file: bytes -> Page, with its Drawings and the lines they stand in.

    docs/en/page.md        a page: each fence of a drawing language is a drawing
    diagrams/order.txt     any other text: one drawing as a whole

Nothing of the file gets lost on the way: line ends, byte-order mark and what stands before a row are kept aside.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ... import KINDS, render
from ...typed import Any, Final
from ..fences import (
    Comment,
    Fence,
    Opener,
    Row,
    find_fences,
    includes_file,
    language_of,
    read_header,
    reading_of,
    shows_fence,
)
from .paths import is_markdown
from .settings import Settings, is_off, unknown_codes

#: Fence languages that may hold anything, drawings too.
PLAIN: Final = frozenset({"", "text", "txt", "plain", "plaintext", "none", "ascii", "ascii-art", "asciiart", "diagram"})
EVERYTHING: Final = "*"                 # in place of a code: all of them
_BOM: Final = "\ufeff"
_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_RULES: Final = re.compile(r"[-=_─━═┄┅┈┉╌╍]{2}")
_FEWEST_RULES: Final = 2                # a box has two edges, a receipt a rule and a frame
_ORDER: Final = re.compile(r"\s*boxwright:\s*(?P<order>\S*)(?P<codes>.*?)\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A text diagram. `first` is the index of the line that its first row is, `fence` is None for a whole file."""

    first: int
    rows: tuple[Row, ...]
    kind: str | None
    fence: Fence | None = None
    opener: Opener | None = None
    ignored: frozenset[str] = frozenset()
    straighten: bool = True
    hover: bool = True
    reading: Mapping[str, Any] = field(default_factory=dict)    # how it is to be read: keywords of the public functions

    @property
    def source(self) -> str:
        return "\n".join(row.text for row in self.rows)


@dataclass(frozen=True, slots=True)
class BadComment:
    """A comment to us that cannot be read: where it stands, and why."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """A file, line by line. `passed` are fences of plain text."""

    bom: str
    lines: list[str]
    ends: list[str]
    drawings: tuple[Drawing, ...]
    passed: tuple[Drawing, ...] = ()
    bad_comments: tuple[BadComment, ...] = ()


def _front_matter(lines: list[str]) -> int:
    """Return how many lines the front matter takes."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((i + 1 for i, line in enumerate(lines) if i and line.rstrip() in ("---", "...")), 0)


def _switched_off(lines: list[str]) -> set[str]:
    """Return what a page's front matter switches off for its figures."""
    if not any(line.startswith("boxwright") for line in lines):
        return set()
    from .yaml_part import read_yaml

    own = read_yaml("\n".join(lines)).get("boxwright")
    return {name for name, value in own.items() if is_off(value)} if isinstance(own, dict) else set()


def _read_order(comment: Comment) -> tuple[str, frozenset[str]] | BadComment | None:
    """Return what a comment orders and for which codes; None where it is not for us."""
    match = _ORDER.match(comment.text)
    if match is None:
        return None
    codes = re.split(r"[\s,]+", match["codes"].strip()) if match["codes"].strip() else []
    order = match["order"]
    if order == "figures":              # where a page lists its figures: nothing that concerns us
        return None
    if order not in ("ignore", "ignore-file"):
        return BadComment(comment.line, comment.column,
                          f"cannot read {order!r} in this comment; write `ignore` or `ignore-file`, then codes")
    if problem := unknown_codes(codes):
        return BadComment(comment.line, comment.column, problem)
    return order, frozenset(codes or [EVERYTHING])


def _kind(opener: Opener, settings: Settings) -> str | None:
    kind = opener.options.get("kind", settings.fences.get(opener.language, "auto"))
    return kind if kind in KINDS else None


def _site_reading(settings: Settings) -> dict[str, Any]:
    return {} if settings.ambiguous is None else {"ambiguous": settings.ambiguous}


def _markdown_page(bom: str, lines: list[str], ends: list[str], settings: Settings) -> Page:
    before = _front_matter(lines)
    site = _site_reading(settings)
    off = _switched_off(lines[:before])
    straightens, hovers = settings.straighten and "straighten" not in off, settings.hover and "hover" not in off
    drawings: list[Drawing] = []
    passed: list[Drawing] = []
    bad: list[BadComment] = []
    for_file, for_next = frozenset[str](), frozenset[str]()
    for part in find_fences(lines, before):
        if isinstance(part, Comment):
            match _read_order(part):
                case BadComment() as comment:
                    bad.append(comment)
                case ("ignore-file", codes):
                    for_file |= codes
                case (_, codes):
                    for_next |= codes
            continue
        opener = read_header(part.header, part.line + 1, settings.fences)
        if opener is not None:
            own = straightens and opener.options.get("straighten") != "false"
            kind = _kind(opener, settings)
            reading = {**site, **reading_of(opener.options)}
            hover = hovers and opener.options.get("hover") != "false"
            drawings.append(Drawing(part.line + 1, part.rows, kind, part, opener, for_next, own, hover, reading))
        elif language_of(part.header).lower() in PLAIN:
            drawing = Drawing(part.line + 1, part.rows, None, part, None, for_next, straightens, hovers, site)
            if not shows_fence(drawing.source):
                passed.append(drawing)
        for_next = frozenset()
    found, plain = ([replace(d, ignored=d.ignored | for_file) for d in some] for some in (drawings, passed))
    return Page(bom, lines, ends, tuple(found), tuple(plain), tuple(bad))


def page_of(text: str, path: str, settings: Settings) -> Page:
    """Return a file's page; its name `path` tells whether it is one of Markdown."""
    bom = _BOM if text.startswith(_BOM) else ""
    found = [(match[1], match[2]) for match in _LINE.finditer(text, len(bom))]
    if len(found) > 1 and found[-1] == ("", ""):
        found.pop()                     # what follows the last line end is no line
    lines, ends = [line for line, _ in found], [end for _, end in found]
    if is_markdown(path):
        return _markdown_page(bom, lines, ends, settings)
    rows = tuple(Row("", line) for line in lines)
    drawing = Drawing(0, rows, None, straighten=settings.straighten, reading=_site_reading(settings))
    return Page(bom, lines, ends, (drawing,))



def asked_of(drawing: Drawing, door: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the public functions are asked of a drawing: the command line, then the site, then its fence.

    Strings that are text, or ink, come from all of them together, and so do links; the fence comes first.
    """
    together = {
        key: (*door.get(key, ()), *drawing.reading.get(key, ()))
        for key in ("text", "ink") if key in door or key in drawing.reading
    }
    links = {**door.get("links", {}), **drawing.reading.get("links", {})}
    return {**door, **drawing.reading, **together, **({"links": links} if links else {})}


def holds_drawing(drawing: Drawing) -> bool:
    """Tell whether a text that need not be a drawing is one: it has a box, or is more than a drawing."""
    if len(_RULES.findall(drawing.source)) < _FEWEST_RULES:
        return False                    # most texts are none: they need not be drawn to tell
    figure = render(drawing.source, to="txt").figure
    return figure.kind != "drawing" or bool(figure.sketch.boxes)


def why_left(drawing: Drawing) -> Iterator[str]:
    """Yield why a drawing's rows are not rewritten."""
    if drawing.fence is not None and not drawing.fence.closed:
        yield "the fence is not closed"
    if not drawing.straighten:
        yield "straighten is off for it"
    if drawing.ignored & {"ragged-wall", EVERYTHING}:
        yield "a comment says to ignore ragged-wall"
    if drawing.fence is not None and shows_fence(drawing.source):
        yield "there is a fence in its text; it may have lost its last line"
    if includes_file(drawing.source):
        yield "its text comes from another file"

