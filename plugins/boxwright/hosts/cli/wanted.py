"""Find the figures that `render` is to draw: paths -> Wanted, ...

    order.txt        one figure, whatever the file is called
    docs/page.md     each fence of a drawing language is one, with the options of its header
    diagrams/        what of it holds drawings
    -                one figure, or a page of Markdown if --stdin-filename names one

Nothing is loaded for Markdown before there is some: a picture of a text file is there sooner.
"""
from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Mapping

from ...typed import TYPE_CHECKING, Any, Final, NamedTuple
from .arguments import for_the_door
from .paths import STDIN, File, find_files, is_markdown

if TYPE_CHECKING:
    from .pages import Drawing
    from .words import WordFinder

_UNFIT: Final = r"[^\w.-]+|^\.+"        # what of an id is no part of a file name


class Wanted(NamedTuple):
    """A figure to draw. `mark` tells it from the others on its page: its id or its number, "" for a whole file."""

    file: str                           # as messages name it
    source: str
    asked: Mapping[str, Any]            # keywords of `render`
    mark: str = ""
    first: int = 0                      # the line in which it begins, from 0
    before: tuple[int, ...] = ()        # the characters before each of its rows

    def place(self, row: int, column: int) -> str:
        """Return where a cell stands in the file, to print."""
        before = self.before[row] if row < len(self.before) else 0
        return f"{self.file}:{self.first + row + 1}:{before + column + 1}"


class Finder:
    """Reads the files that are meant. `failed` counts those, and the fences, that could not be read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._door = for_the_door(options)
        self._words: WordFinder | None = None
        self.failed = 0

    def find(self) -> Iterator[Wanted]:
        """Yield the figures in the order in which they are named."""
        for file in list(find_files(self._options.paths)):
            try:
                if file.path == STDIN:
                    data = sys.stdin.buffer.read()
                else:
                    with open(file.path, "rb") as stream:
                        data = stream.read()
            except OSError as error:
                self.failed += 1
                print(f"boxwright: {error.filename or file.path}: {error.strerror}", file=sys.stderr)
                continue
            yield from self._in_file(file, data.decode("utf-8-sig", errors="replace"))

    def _in_file(self, file: File, text: str) -> Iterator[Wanted]:
        name = self._options.stdin_filename or STDIN if file.path == STDIN else file.path
        if is_markdown(name):
            yield from self._in_page(name, text)
        elif file.is_named or _holds_drawing(text):
            yield Wanted(name, text, self._in_other_words(text, self._door, name))

    def _in_page(self, name: str, text: str) -> Iterator[Wanted]:
        from .pages import page_of
        from .settings import settings_for

        page = page_of(text, name, settings_for(name, self._options.language))
        idents: set[str] = set()
        for number, drawing in enumerate(page.drawings, 1):
            if problem := _problem(drawing, idents):
                self.failed += 1
                print(f"boxwright: {name}:{drawing.first}: not drawn: {problem}", file=sys.stderr)
            else:
                yield self._on_page(name, drawing, number)

    def _on_page(self, name: str, drawing: Drawing, number: int) -> Wanted:
        from .pages import asked_of

        own = drawing.opener.options if drawing.opener else {}
        asked = asked_of(drawing, self._door)
        for key, value in (("kind", drawing.kind), ("title", own.get("title") or own.get("caption")),
                           ("alt", own.get("alt")), ("ident", own.get("id"))):
            if value:
                asked[key] = value
        if not drawing.straighten:
            asked["straighten"] = False
        if not drawing.hover:
            asked["hover"] = False
        mark = re.sub(_UNFIT, "-", own.get("id", "")) or str(number)
        asked = self._in_other_words(drawing.source, asked, name, own.get("labels", ""))
        return Wanted(name, drawing.source, asked, mark, drawing.first, tuple(len(row.prefix) for row in drawing.rows))


    def _in_other_words(self, source: str, asked: Mapping[str, Any], name: str, own: str = "") -> dict[str, Any]:
        """Return what is asked of a figure with other words for its labels, where there are any."""
        if not self._options.labels and not own:
            return dict(asked)
        from .words import WordFinder  # few figures are put into other words

        if self._words is None:
            self._words = WordFinder(self._options.labels, self._options.lang)
        words = self._words.words(source, asked, name, own)
        return {**asked, "labels": words} if words else dict(asked)


def _holds_drawing(text: str) -> bool:
    """Tell whether a text that lay in a folder is a drawing: it may be anything."""
    from ..fences import Row
    from .pages import Drawing, holds_drawing

    return holds_drawing(Drawing(0, tuple(Row("", line) for line in text.splitlines()), None))


def _problem(drawing: Drawing, idents: set[str]) -> str:
    """Return why a fence cannot be drawn, or ""; `idents` are the ids of those before it."""
    from ..fences import includes_file, option_faults, taken_id, unclosed

    fence, opener = drawing.fence, drawing.opener
    if fence is not None and not fence.closed:
        return unclosed(fence.mark).message
    if includes_file(drawing.source):
        return "its text comes from another file; draw that file"
    if not drawing.source.strip():
        return "the fence is empty; write the text picture between its two lines"
    if opener is None:
        return ""
    if opener.error:
        return opener.error
    ident = opener.options.get("id", "")
    if ident and ident in idents:
        return taken_id(ident).message
    idents.add(ident)
    return next((fault.message for fault in option_faults(opener.options)), "")


def stem_of(wanted: Wanted) -> str:
    """Return the name of a figure's file, without its ending: that of its source, and its mark."""
    name = os.path.splitext(os.path.basename(wanted.file))[0] if wanted.file != STDIN else "figure"
    return f"{name}-{wanted.mark}" if wanted.mark else name
