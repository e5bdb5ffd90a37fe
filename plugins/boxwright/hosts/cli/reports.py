"""Write what `check` found: Problem, ... -> text, JSON, SARIF or annotations.

    text      page.md:12:5: warning: this wall is out of line; move it by +1 columns [ragged-wall]
    json      one object, for programs
    sarif     the exchange format of code scanners, version 2.1.0
    github    workflow commands, which GitHub shows beside the lines of a change
"""
from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from ... import __version__
from ...typed import Any, Final, NamedTuple
from .settings import ALL_CODES

_HOME: Final = "https://boxwright.github.io/boxwright/"
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS: Final = {"info": "note", "warning": "warning", "error": "error"}
_GITHUB_LEVELS: Final = {"info": "notice", "warning": "warning", "error": "error"}


class Problem(NamedTuple):
    """One thing that is amiss; line and column count from 1, columns count characters."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str


def _text(problems: Sequence[Problem], files: int) -> str:
    return "".join(f"{p.file}:{p.line}:{p.column}: {p.severity}: {p.message} [{p.code}]\n" for p in problems)


def _json(problems: Sequence[Problem], files: int) -> str:
    import json

    data = {"version": 1, "files": files, "problems": [problem._asdict() for problem in problems]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _uri(path: str) -> str:
    """Return a path as a URI: relative where it is, so that whoever reads the report finds it in the repository."""
    from urllib.parse import quote

    slashed = path.replace(os.sep, "/")
    if os.path.isabs(path):
        return "file://" + ("" if slashed.startswith("/") else "/") + quote(slashed)
    quoted = quote(slashed.removeprefix("./"))
    return f"./{quoted}" if ":" in quoted.split("/")[0] else quoted


def _rule(code: str) -> dict[str, Any]:
    severity, what, write = ALL_CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": f"{what[0].upper()}{what[1:]}."},
        "help": {"text": f"Write instead: {write}."},
        "helpUri": f"{_HOME}handbook/command/#codes",
        "defaultConfiguration": {"level": _SARIF_LEVELS[severity]},
    }


def _sarif(problems: Sequence[Problem], files: int) -> str:
    import json

    codes = list(ALL_CODES)
    results = [
        {
            "ruleId": p.code,
            "ruleIndex": codes.index(p.code),
            "level": _SARIF_LEVELS[p.severity],
            "message": {"text": p.message},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": _uri(p.file)},
                "region": {"startLine": p.line, "startColumn": p.column},
            }}],
        }
        for p in problems
    ]
    driver = {"name": "boxwright", "version": __version__, "informationUri": _HOME, "rules": [_rule(c) for c in codes]}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _escaped(text: str, more: Mapping[str, str] | None = None) -> str:
    """Return `text` as a workflow command takes it; `more` is what a property needs escaped beside."""
    for char, code in {"%": "%25", "\r": "%0D", "\n": "%0A", **(more or {})}.items():
        text = text.replace(char, code)
    return text


def _github(problems: Sequence[Problem], files: int) -> str:
    separators = {":": "%3A", ",": "%2C"}
    return "".join(
        f"::{_GITHUB_LEVELS[p.severity]} file={_escaped(p.file.replace(os.sep, '/'), separators)},"
        f"line={p.line},col={p.column},title={_escaped(f'boxwright: {p.code}', separators)}::{_escaped(p.message)}\n"
        for p in problems
    )


REPORTS: Final[Mapping[str, Callable[[Sequence[Problem], int], str]]] = {
    "text": _text, "json": _json, "sarif": _sarif, "github": _github,
}
