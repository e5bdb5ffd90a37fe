"""Know where each fence begins: lines of Markdown -> Opener, ...; and mend what SuperFences would drop.

SuperFences tells a formatter neither the line nor that a header was wrong: a header it cannot read makes it drop
the fence, so that the picture falls apart into paragraphs. Here each opener is found beforehand; one that
would be dropped is rewritten so that it is not, and marked with what is wrong:

    ```draw title=Two words     ->     ```draw      (broken: options must be quoted)
"""
from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

_FENCE: Final = re.compile(
    r"(?P<prefix>[> \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})(?P<header>[^`\n]*)$")
_LANGUAGE: Final = re.compile(r"[ \t]*\.?(?P<language>[\w#.+-]+)(?=[\t ]|$)(?P<rest>.*)")
_BRACED: Final = re.compile(r"[ \t]*\{[ \t]*\.?(?P<language>[\w#+-]+)[^\n]*\}[ \t]*$")
_OPTION: Final = re.compile(
    r"[ \t]+(?P<key>[a-zA-Z][a-zA-Z0-9_]*)(?:=(?P<quote>[\"'])(?P<value>.*?)(?P=quote))?(?=[\t ]|$)")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{.*\}[ \t]*$")


@dataclass(slots=True)
class Opener:
    """The first line of a fence: its number in the text (from 1), and what is wrong with it, if anything."""

    line: int
    language: str
    options: dict[str, str] = field(default_factory=dict)
    error: str = ""
    braced: bool = False
    used: bool = False


def _options(rest: str) -> tuple[dict[str, str], str]:
    """Return the options of a header, and what is left over where they cannot be read."""
    options: dict[str, str] = {}
    at = 0
    while match := _OPTION.match(rest, at):
        options[match["key"]] = match["value"] if match["value"] is not None else match["key"]
        at = match.end()
    return options, rest[at:].strip()


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
            continue
        match = _FENCE.match(line)
        if match is None:
            out.append(line)
            continue
        mark, prefix = match["mark"], match["prefix"]
        header = match["header"]
        opener = _read(header, number, languages)
        if opener is not None:
            openers.append(opener)
            inner = opener
            if opener.error:
                line = f"{prefix}{mark}{opener.language}"
                opener.options = {}
        out.append(line)
    if mark and inner is not None:
        inner.error = f"the fence is not closed; write {mark} on a line of its own after it"
        out.append(f"{prefix}{mark}")
    return out, openers


def _read(header: str, number: int, languages: Collection[str]) -> Opener | None:
    if match := _BRACED.match(header):
        return Opener(number, match["language"], braced=True) if match["language"] in languages else None
    match = _LANGUAGE.match(header)
    if match is None or match["language"] not in languages:
        return None
    if _ATTRIBUTES.match(match["rest"]):
        return Opener(number, match["language"], braced=True)
    options, rest = _options(match["rest"])
    opener = Opener(number, match["language"], options)
    if rest:
        word = rest.split()[0]
        key, _, value = word.partition("=")
        example = f'{key}="{value.strip(chr(34) + chr(39)) or "…"}"' if value or "=" in word else 'title="…"'
        opener.error = f"cannot read {word!r} in the fence's options; options are quoted: write {example}"
    return opener


def take(openers: list[Opener], language: str, options: dict[str, str]) -> Opener | None:
    """Return the next opener not yet taken that has this language and these options."""
    for opener in openers:
        if not opener.used and opener.language == language and (opener.braced or opener.options == options):
            opener.used = True
            return opener
    return None
