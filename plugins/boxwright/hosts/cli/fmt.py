"""`boxwright fmt PATH…`: put the walls of text diagrams in line, in place.

Exit codes: 0 nothing to do, or done; 1 something is out of line (`--check`); 2 something could not be done.
"""
from __future__ import annotations

import argparse
import sys

from .arguments import for_the_door
from .files import decode, each_file, read_bytes, replace_file, unified_diff, write_bytes
from .mend import Mended, mend_page, mended_text
from .pages import Page, page_of
from .paths import STDIN, File
from .settings import settings_for


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _rows_in(rows: int, drawings: int) -> str:
    return f"{_count(rows, 'row')} in {_count(drawings, 'drawing')}"


class _Run:
    """One run of the command: what was asked for, and what was counted."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options, self._door = options, for_the_door(options)
        self._writes = not (options.check or options.diff)
        self.files = self.changed = self.rows = self.drawings = self.left = self.failed = 0

    def take(self, file: File) -> None:
        """Mend one file."""
        name = self._options.stdin_filename or STDIN if file.path == STDIN else file.path
        settings = settings_for(name, self._options.language)
        page = page_of(decode(read_bytes(file.path)), name, settings)
        self.files += 1
        drawings = (*page.drawings, *page.passed) if self._options.all_fences else page.drawings
        mended = mend_page(page, drawings, self._door)
        if self._options.diff and mended.lines:
            write_bytes(unified_diff(name, page.lines, page.ends, mended.lines, page.bom))
        elif file.path == STDIN and self._writes:
            write_bytes(mended_text(page, mended.lines).encode())
        elif mended.lines and self._writes:
            replace_file(file.path, mended_text(page, mended.lines).encode())
        self._count(mended)
        if self._options.verbose:
            self._tell(name, page, mended)
        elif mended.lines and not self._options.quiet and not (file.path == STDIN and self._writes):
            _say(f"{name}: {self._verb} {_rows_in(len(mended.lines), len(mended.drawings))}")

    @property
    def _verb(self) -> str:
        return "straightened" if self._writes else "would straighten"

    def _count(self, mended: Mended) -> None:
        self.changed += bool(mended.lines)
        self.rows += len(mended.lines)
        self.drawings += len(mended.drawings)
        self.left += len(mended.left)

    def _tell(self, name: str, page: Page, mended: Mended) -> None:
        """Tell of each drawing that is out of line what becomes of it."""
        told = [(line, f"{self._verb} {_count(rows, 'row')}") for line, rows in mended.drawings]
        told += [(line, f"left as written: {reason}") for line, reason in mended.left]
        if not self._options.all_fences:
            told += [(line, "left as written: its language is none of a drawing; --all-fences takes it too")
                     for line, _ in mend_page(page, page.passed, self._door).drawings]
        for line, text in sorted(told):
            _say(f"{name}:{line + 1}: {text}")

    def sum_up(self) -> str:
        """Return what was done, in a line."""
        if not self.changed:
            done = f"{_count(self.files, 'file')}: no wall is out of line"
        else:
            verb = "straightened" if self._writes else "would be straightened"
            done = f"{self.changed:,} of {_count(self.files, 'file')} {verb}: {_rows_in(self.rows, self.drawings)}"
        left = f"; left as written: {_count(self.left, 'drawing')}" if self.left else ""
        why = " (-v says why)" if self.left and not self._options.verbose else ""
        failed = f"; {_count(self.failed, 'file')} could not be read or written" if self.failed else ""
        return done + left + why + failed


def run(options: argparse.Namespace) -> int:
    """Mend what was asked for; go on where one file cannot be."""
    work = _Run(options)
    work.failed = each_file(options.paths, work.take)
    if work.files and not options.quiet and options.paths != [STDIN]:
        _say(work.sum_up())
    if work.failed:
        return 2
    return 1 if options.check and work.changed else 0
