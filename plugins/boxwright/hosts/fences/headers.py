"""Read the headers of fences, and say what is wrong with a fence: header -> Opener -> Fault, ...

    draw title="A" id="fig-a"      language "draw", options {"title": "A", "id": "fig-a"}
    { .draw #fig-a title="A" }     the same in the form of attributes
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ... import KINDS
from ...typed import Any, Final, NamedTuple

#: Fence language -> kind; "auto" takes the first kind that recognises the text.
DEFAULT_FENCES: Final[Mapping[str, str]] = {
    "draw": "auto", "drawing": "drawing", "receipt": "receipt", "notice": "notice",
}
#: Option -> the values that it takes, where it does not take any.
OPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (), "caption": (), "alt": (), "id": (), "kind": (*KINDS, "auto"), "class": (),
    "ambiguous": ("1", "2"), "text": (), "ink": (), "links": (), "straighten": ("true", "false"),
    "labels": (), "hover": ("true", "false"),
}
_NAMED: Final = {"kind": "figure kind", "ambiguous": "ambiguous width"}     # as the errors of the library name them
MOST_ROWS: Final = 5_000                # rows of a figure on a page; a longer one would only stall a browser
#: The codes of what may be wrong with a fence, beside those of what is in it: (code, what is wrong, what to write).
FENCE_CODES: Final = (
    ("unknown-option", "an option that no fence has", "one of the options there are"),
    ("bad-option", "an option that is not quoted, or a value that it does not take", "the value in quotes, as told"),
    ("bad-fence", "a fence that is empty, not closed, or too long", "a fence with a text that ends"),
)

_LANGUAGE: Final = re.compile(r"[ \t]*\.?(?P<language>[\w#.+-]+)(?=[\t ]|$)(?P<rest>.*)")
_BRACED: Final = re.compile(r"[ \t]*\{[ \t]*\.?(?P<language>[\w#+-]+)(?P<rest>[^\n]*)\}[ \t]*$")
_OPTION: Final = re.compile(
    r"[ \t]+(?P<key>[a-zA-Z][a-zA-Z0-9_]*)(?:=(?P<quote>[\"'])(?P<value>.*?)(?P=quote))?(?=[\t ]|$)")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{(?P<rest>.*)\}[ \t]*$")
_ATTRIBUTE: Final = re.compile(r"(?P<key>[a-zA-Z][\w-]*)=(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)(?=[\t ]|$)")
_INCLUDE: Final = re.compile(r"""^[ \t]*-+8<-+[ \t](?:[ \t]*["'](?P<path>[^"'\n]+?)(?::[^"'\n/]*)?["'])?""", re.M)


@dataclass(slots=True)
class Opener:
    """The first line of a fence: its number in the text (from 1), and what is wrong with it, if anything."""

    line: int
    language: str
    options: dict[str, str] = field(default_factory=dict)
    error: str = ""
    braced: bool = False
    used: bool = False
    includes: bool = False              # its text comes from another file ...
    included: str = ""                  # ... this one, as the fence names it


class Fault(NamedTuple):
    """What is wrong with a fence; `word` is the part of its header that shows it, or ""."""

    code: str
    message: str
    word: str = ""


def _options(rest: str) -> tuple[dict[str, str], str]:
    """Return the options of a header, and what is left over where they cannot be read."""
    options: dict[str, str] = {}
    at = 0
    while match := _OPTION.match(rest, at):
        options[match["key"]] = match["value"] if match["value"] is not None else match["key"]
        at = match.end()
    return options, rest[at:].strip()


def language_of(header: str) -> str:
    """Return the language that a header names, or ""."""
    match = _BRACED.match(header) or _LANGUAGE.match(header)
    return match["language"] if match else ""


def read_header(header: str, number: int, languages: Collection[str]) -> Opener | None:
    """Return what the header of the fence at line `number` says, or None where its language is none of ours."""
    if match := _BRACED.match(header):
        found = {m["key"]: m["value"] for m in _ATTRIBUTE.finditer(match["rest"])}
        return Opener(number, match["language"], found, braced=True) if match["language"] in languages else None
    match = _LANGUAGE.match(header)
    if match is None or match["language"] not in languages:
        return None
    if attributes := _ATTRIBUTES.match(match["rest"]):
        found = {m["key"]: m["value"] for m in _ATTRIBUTE.finditer(attributes["rest"])}
        return Opener(number, match["language"], found, braced=True)
    options, rest = _options(match["rest"])
    opener = Opener(number, match["language"], options)
    if rest:
        word = rest.split()[0]
        key, _, value = word.partition("=")
        example = f'{key}="{value.strip(chr(34) + chr(39)) or "…"}"' if value or "=" in word else 'title="…"'
        opener.error = f"cannot read {word!r} in the fence's options; options are quoted: write {example}"
    return opener


def _pairs(value: str) -> list[str]:
    """Return the parts of the option `links`; a comma may stand between two of them."""
    return [pair for part in value.split() if (pair := part.removesuffix(","))]


def option_faults(options: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what is wrong with options that could be read."""
    for key, value in options.items():
        known = OPTIONS.get(key)
        if known is None:
            yield Fault("unknown-option", f"unknown option {key!r}; use one of: {', '.join(OPTIONS)}", key)
        elif key in _NAMED and value not in known:
            values = ", ".join(value for value in known if value != "auto")
            yield Fault("bad-option", f"unknown {_NAMED[key]} {value!r}; use one of: {values}", key)
        elif known and value not in known:
            yield Fault("bad-option", f"{key} takes {' or '.join(known)}, not {value!r}; "
                                      f'write {key}="{known[-1]}"', key)
        elif key == "id" and any(char.isspace() for char in value):
            yield Fault("bad-option", f"the id {value!r} has a space in it; write {'-'.join(value.split())!r}", key)
        elif key == "labels" and value.strip() and "=" not in value.partition(",")[0]:
            yield Fault("bad-option", f"labels takes labels and other words, not {value!r}; "
                                      'write labels="cup=杯子, tea=茶"', key)
        elif key == "links":
            for pair in _pairs(value):
                if "=" not in pair:
                    yield Fault("bad-option", f"links takes names and addresses, not {pair!r}; "
                                              'write links="docs=https://example.org"', key)


def reading_of(options: Mapping[str, str]) -> dict[str, Any]:
    """Return what a fence's options say of how its text is to be read, as keywords of the public functions."""
    found: dict[str, Any] = {key: tuple(options[key].split()) for key in ("text", "ink") if key in options}
    if "links" in options:
        pairs = (pair.partition("=") for pair in _pairs(options["links"]))
        found["links"] = {name: address for name, sign, address in pairs if sign}
    return {**found, "ambiguous": int(options["ambiguous"])} if options.get("ambiguous") in ("1", "2") else found


def text_faults(source: str) -> Iterator[Fault]:
    """Yield what is wrong with the text of a fence as a whole."""
    if not source.strip():
        yield Fault("bad-fence", "the fence is empty; write the text picture between its two lines")
    rows = source.count("\n") + 1
    if rows > MOST_ROWS:
        yield Fault(
            "bad-fence",
            f"{rows:,} rows are too many for a figure on a page (at most {MOST_ROWS:,}); "
            "cut it into parts, or draw it to a file with the command `boxwright render`")


def unclosed(mark: str) -> Fault:
    """Return what is wrong with a fence that has no last line."""
    return Fault("bad-fence", f"the fence is not closed; write {mark} on a line of its own after it")


def taken_id(ident: str) -> Fault:
    """Return what is wrong with an id that an earlier fence of the page has."""
    return Fault("bad-option", f"the id {ident!r} is taken on this page; write another one", "id")


def includes_file(source: str) -> bool:
    """Tell whether a fence's text comes from another file (a snippet)."""
    return _INCLUDE.search(source) is not None


def included_file(line: str) -> str:
    """Return the file that a line of a fence includes, or ""."""
    match = _INCLUDE.match(line)
    return (match["path"] or "") if match else ""
