"""Mend what SuperFences would drop: lines of Markdown -> the same lines, mended, and Opener, ...

SuperFences tells a formatter neither the line nor that a header was wrong: a header it cannot read makes it drop
the fence, so that the picture falls apart into paragraphs. Here each opener is found beforehand, by the rules of
SuperFences; one that would be dropped is rewritten so that it is not, and marked with what is wrong:

    ```draw title=Two words     ->     ```draw      (broken: options must be quoted)
"""
from __future__ import annotations

import re
from collections.abc import Collection

from ...typed import Final
from ..fences import Opener, included_file, includes_file, read_header, unclosed

_FENCE: Final = re.compile(
    r"(?P<prefix>[> \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})(?P<header>[^`\n]*)$")


def _content_closes(line: str, mark: str) -> bool:
    text = line.lstrip("> \t").rstrip()
    return text == mark


def scan(lines: list[str], languages: Collection[str]) -> tuple[list[str], list[Opener]]:
    """Return `lines`, mended where SuperFences would drop a fence of ours, and the openers of our fences."""
    out: list[str] = []
    openers: list[Opener] = []
    mark = ""                           # of the fence we are in
    prefix = ""
    inner: Opener | None = None
    for number, line in enumerate(lines, 1):
        if mark:
            out.append(line)
            if _content_closes(line, mark):
                mark, inner = "", None
            elif inner is not None and includes_file(line.lstrip("> \t")):
                inner.includes, inner.included = True, included_file(line.lstrip("> \t"))
            continue
        match = _FENCE.match(line)
        if match is None:
            out.append(line)
            continue
        mark, prefix = match["mark"], match["prefix"]
        opener = read_header(match["header"], number, languages)
        if opener is not None:
            openers.append(opener)
            inner = opener
            if opener.error:
                line = f"{prefix}{mark}{opener.language}"
                opener.options = {}
        out.append(line)
    if mark and inner is not None:
        inner.error = unclosed(mark).message
        out.append(f"{prefix}{mark}")
    return out, openers


def take(openers: list[Opener], language: str, options: dict[str, str]) -> Opener | None:
    """Return the next opener not yet taken that has this language and these options."""
    for opener in openers:
        if not opener.used and opener.language == language and (opener.braced or opener.options == options):
            opener.used = True
            return opener
    return None
