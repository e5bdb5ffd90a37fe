"""`boxwright check PATH…`: say what is out of line or amiss, with file, line, column and a code that stays.

Exit codes: 0 nothing worse than an info; 1 a warning or an error was found; 2 something could not be done.
"""
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping

from ... import check
from ...typed import Any, Final
from ..fences import Fault, Fence, includes_file, option_faults, taken_id, text_faults, unclosed
from .arguments import for_the_door
from .files import decode, each_file, read_bytes, write_bytes
from .pages import EVERYTHING, Drawing, Page, asked_of, holds_drawing, page_of
from .paths import STDIN, File, is_markdown
from .reports import REPORTS, Problem
from .settings import BAD_COMMENT, Settings, settings_for

_VALUE: Final = re.compile(r"=(?:\"[^\"]*\"|'[^']*')")
Found = tuple[int, int, str, str]       # line and column from 1, code, message


def _place(fence: Fence, word: str) -> int:
    """Return the column, from 1, of an option in a fence's header, or of the fence."""
    before = len(fence.prefix) + len(fence.mark)
    values_hidden = _VALUE.sub(lambda value: "=" * len(value.group()), fence.header)
    at = max(values_hidden.find(word), fence.header.find(word) if word not in values_hidden else -1) if word else -1
    return before + at + 1 if at >= 0 else len(fence.prefix) + 1


def _fence_faults(drawing: Drawing, fence: Fence, idents: set[str]) -> Iterator[Fault]:
    """Yield what is wrong with a fence's header and with its text as a whole."""
    if not fence.closed:
        yield unclosed(fence.mark)
    opener = drawing.opener
    if opener is None:
        return
    if opener.error:
        yield Fault("bad-option", opener.error, opener.error.split("'")[1])
    yield from option_faults(opener.options)
    if ident := opener.options.get("id"):
        if ident in idents:
            yield taken_id(ident)
        idents.add(ident)
    if fence.closed:
        yield from text_faults(drawing.source)


def _in_drawing(page: Page, drawing: Drawing, idents: set[str], door: Mapping[str, Any]) -> Iterator[Found]:
    fence = drawing.fence
    if fence is not None:
        for fault in _fence_faults(drawing, fence, idents):
            yield fence.line + 1, _place(fence, fault.word), fault.code, fault.message
        if not fence.closed or includes_file(drawing.source):
            return                      # its rows are not known
    if not drawing.source.strip() or any(text_faults(drawing.source)) and fence is not None:
        return
    for note in check(drawing.source, kind=drawing.kind, straighten=drawing.straighten, **asked_of(drawing, door)):
        line = drawing.first + note.row
        before = len(drawing.rows[note.row].prefix) if note.row < len(drawing.rows) else 0
        yield line + 1, before + note.column + 1, note.code, note.message


def find_problems(
    page: Page, name: str, settings: Settings, drawings: tuple[Drawing, ...], door: Mapping[str, Any],
) -> list[Problem]:
    """Return the problems of a page in the order of its lines, those left out that nobody wants to hear of."""
    ignored = settings.ignored_in(name)
    found: list[Found] = []
    if BAD_COMMENT not in ignored:
        found += ((comment.line + 1, comment.column + 1, BAD_COMMENT, comment.message) for comment in page.bad_comments)
    idents: set[str] = set()
    for drawing in drawings:
        skip = ignored | drawing.ignored
        if EVERYTHING not in skip:
            found += (one for one in _in_drawing(page, drawing, idents, door) if one[2] not in skip)
    return [Problem(name, line, column, settings.severity_of(code), code, message)
            for line, column, code, message in sorted(found)]


def _take(file: File, options: argparse.Namespace, door: Mapping[str, Any]) -> list[Problem]:
    name = options.stdin_filename or STDIN if file.path == STDIN else file.path
    settings = settings_for(name, options.language)
    page = page_of(decode(read_bytes(file.path)), name, settings)
    drawings = page.drawings
    if not file.is_named and not is_markdown(name):     # a text that lay in a folder may be anything
        drawings = tuple(drawing for drawing in drawings if holds_drawing(drawing))
    if options.all_fences:
        more = (drawing for drawing in page.passed if holds_drawing(drawing))
        drawings = tuple(sorted((*drawings, *more), key=lambda drawing: drawing.first))
    return find_problems(page, name, settings, drawings, door)


def run(options: argparse.Namespace) -> int:
    """Look at what was asked for; go on where one file cannot be read."""
    door = for_the_door(options)
    pages: list[list[Problem]] = []
    failed = each_file(options.paths, lambda file: pages.append(_take(file, options, door)))
    problems = [problem for page in pages for problem in page]
    if not options.quiet or options.format != "text":
        write_bytes(REPORTS[options.format](problems, len(pages)).encode("utf-8", "replace"))
    if pages and options.format == "text" and not options.quiet:
        print(_sum_up(problems, len(pages), failed), file=sys.stderr)
    if failed:
        return 2
    return 1 if any(problem.severity != "info" for problem in problems) else 0


def _sum_up(problems: list[Problem], files: int, failed: int) -> str:
    """Return what was found, in a line, and what mends it."""
    looked = f"{files:,} file{'' if files == 1 else 's'}"
    if not problems:
        text = f"{looked}: nothing to say"
    else:
        counts = {severity: sum(p.severity == severity for p in problems) for severity in ("error", "warning", "info")}
        told = ", ".join(f"{number:,} {name}{'' if number == 1 or name == 'info' else 's'}"
                         for name, number in counts.items() if number)
        text = f"{looked}: {told}"
        ragged = sum(problem.code == "ragged-wall" for problem in problems)
        if ragged:
            text += f"; boxwright fmt mends {ragged:,} of them"
    return text + (f"; {failed:,} could not be read" if failed else "")
