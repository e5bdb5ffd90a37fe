"""Find the fences of a page: lines of Markdown -> Fence, ..., Comment, ...

A fence may stand in lists and quotes, in admonitions, tabs and footnotes; a longer fence shows a fence in its text,
which is none of the page:

    > ```draw title="A"     prefix "> ", mark "```", header 'draw title="A"'
    > ┌──┐                  a row: its own prefix "> ", its text "┌──┐"
    > ```
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...typed import Final, NamedTuple

_TAB: Final = 4                         # columns from tab stop to tab stop, in Markdown
_MARK: Final = re.compile(r"(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<header>.*)$", re.DOTALL)
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_INDENTED: Final = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?) |\[\^[^\]\s]+\]:|:[ \t]{1,3}(?=\S)")     # all indent by four
_COMMENT: Final = re.compile(r"<!--(?P<text>.*?)-->")
_RAW: Final = {                         # what begins a block of raw HTML, and what ends it
    "<!--": re.compile("-->"),
    **{f"<{tag}": re.compile(f"</{tag}>", re.I) for tag in ("pre", "script", "style", "textarea")},
}
_RAW_START: Final = re.compile(r"<!--|<(?:pre|script|style|textarea)(?=[\s>]|$)", re.I)


class Row(NamedTuple):
    """A line in a fence: what its list or quote puts before it, and its own text."""

    prefix: str
    text: str


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block. `line` is the index of its first line, `stop` that of the line after its last row."""

    line: int
    stop: int
    prefix: str
    mark: str
    header: str
    rows: tuple[Row, ...]
    closed: bool


class Comment(NamedTuple):
    """An HTML comment at the beginning of a line outside of any fence; `column` is that of its text."""

    line: int
    column: int
    text: str


def _blanks(line: str, at: int, column: int) -> tuple[int, int]:
    """Return index and column of what follows the blanks at `at`."""
    while at < len(line) and line[at] in " \t":
        column += _TAB - column % _TAB if line[at] == "\t" else 1
        at += 1
    return at, column


class _Place(NamedTuple):
    """Where a line's own text begins: its index and column; that of what it stands in; quote marks, and their end."""

    at: int
    column: int
    base: int
    quotes: int
    inside: int                         # the column behind the last quote mark and its blank


class _Blocks:
    """Knows the lists and their kin that a line stands in, from the lines before it."""

    def __init__(self) -> None:
        self._quotes = 0
        self._columns: list[int] = []

    def enter(self, line: str) -> _Place:
        """Move on to `line`, which is not blank."""
        at, column, base, quotes, inside = *_blanks(line, 0, 0), 0, 0, 0
        while line[at : at + 1] == ">":
            quotes, base, inside = quotes + 1, column + 1, column + 1 + (line[at + 1 : at + 2] == " ")
            at, column = _blanks(line, at + 1, column + 1)
        if quotes != self._quotes:
            self._quotes, self._columns = quotes, []
        while self._columns and column < self._columns[-1]:
            self._columns.pop()
        base = self._columns[-1] if self._columns else base
        while column - base < _TAB and (item := _ITEM.match(line, at)):
            base = column + len(item.group()) + 1
            at, column = _blanks(line, item.end(), base - 1)
            if column - base >= _TAB:           # code right after the mark of an item
                column = base
            self._columns.append(max(base, column) if at < len(line) else base)
            base = self._columns[-1]
            while line[at : at + 1] == ">":     # a quote in the item
                quotes, base, inside = quotes + 1, column + 1, column + 1 + (line[at + 1 : at + 2] == " ")
                at, column = _blanks(line, at + 1, column + 1)
        if column - base < _TAB and _INDENTED.match(line, at):
            self._columns.append(column + _TAB)
        return _Place(at, column, base, quotes, inside)


def _row(line: str, place: _Place) -> Row | None:
    """Return a line in a fence that began at `place`, or None where the list or quote around it has ended."""
    at = column = 0
    for _ in range(place.quotes):
        at, column = _blanks(line, at, column)
        if line[at : at + 1] != ">":
            return None
        at, column = at + 1, column + 1
    if place.quotes and line[at : at + 1] == " ":
        at, column = at + 1, column + 1
    start = column
    while at < len(line) and line[at] in " \t":
        wide = _TAB - column % _TAB if line[at] == "\t" else 1
        if column + wide - start > place.column - place.inside:
            break
        at, column = at + 1, column + wide
    is_out = column - start < min(place.base, place.column) - place.inside and line[at:].strip()
    return None if is_out else Row(line[:at], line[at:])


def _closes(row: Row, mark: str) -> bool:
    text = row.text.strip(" \t")
    return len(text) >= len(mark) and not text.strip(mark[0]) and len(row.text) - len(row.text.lstrip()) < _TAB


def _read_rows(lines: list[str], first: int, place: _Place, mark: str) -> tuple[tuple[Row, ...], bool]:
    """Return the rows of the fence whose text begins at `first`, and whether it is closed."""
    rows: list[Row] = []
    for at in range(first, len(lines)):
        row = _row(lines[at], place)
        if row is None:
            return tuple(rows), False
        if _closes(row, mark):
            return tuple(rows), True
        rows.append(row)
    return tuple(rows), False


def find_fences(lines: list[str], first: int = 0) -> Iterator[Fence | Comment]:
    """Yield the fences of a page and the comments between them, in order; `lines` have no line ends.

    `first` is the index of the line to begin with: front matter comes before it. Fences in raw HTML and in
    indented code are text.
    """
    blocks, raw, at = _Blocks(), None, first
    while at < len(lines):
        line = lines[at]
        at += 1
        if raw is not None:
            raw = None if raw.search(line) else raw
            continue
        if not line.strip():
            continue
        place = blocks.enter(line)
        if place.column - place.base >= (_TAB if not place.base else 2 * _TAB):
            continue
        if comment := _COMMENT.match(line, place.at):
            yield Comment(at - 1, comment.start("text"), comment["text"])
        if start := _RAW_START.match(line, place.at):
            end = _RAW[start.group().lower()]
            raw = None if end.search(line, start.end()) else end
        elif match := _MARK.match(line, place.at):
            rows, is_closed = _read_rows(lines, at, place, match["mark"])
            stop = at + len(rows)
            yield Fence(at - 1, stop, line[: place.at], match["mark"], match["header"], rows, is_closed)
            at = stop + is_closed


def shows_fence(source: str) -> bool:
    """Tell whether a text shows fences, as a page about Markdown does."""
    return any(_MARK.match(line.lstrip("> \t")) for line in source.split("\n"))
