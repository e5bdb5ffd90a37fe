"""The arguments of the commands: one row each. A row tells which commands take it, and what of the public API it sets.

    Row("render", "--kind", sets="kind")      `boxwright render --kind receipt`   ->   render(…, kind="receipt")
"""
from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from ... import KINDS, OUTPUTS, __version__
from ...typed import Any, Final, NamedTuple

STAGES: Final = ("grid", "repair", "strokes", "labels", "sketch", "figure", "scene")
FORMATS: Final = tuple(name for name in OUTPUTS if name not in STAGES)
REPORTS: Final = ("text", "json", "sarif", "github")
COMMANDS: Final = {
    "render": "draw text diagrams",
    "fmt":    "put the walls of text diagrams in line, in place",
    "check":  "say what is out of line or amiss in text diagrams",
    "labels": "write the labels of text diagrams into a catalogue, to be put into another language",
}


class Row(NamedTuple):
    """An argument. `sets` is the keyword of the public functions that takes its value, or ""."""

    commands: str
    flags: str
    help: str
    sets: str = ""
    settings: Mapping[str, Any] = MappingProxyType({})          # more for argparse

    @property
    def dest(self) -> str:
        """The name under which argparse keeps the value."""
        named = self.settings.get("dest") or self.flags.split()[-1].lstrip("-").replace("-", "_")
        return str(named)


class _Pairs(argparse.Action):
    """Keeps NAME=VALUE, given once for each, as a map."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any,
        option_string: str | None = None,
    ) -> None:
        name, sign, value = str(values).partition("=")
        if not sign:
            parser.error(f"{option_string} takes a name and an address, not {values!r}; "
                         f"write {option_string} docs=https://example.org")
        setattr(namespace, self.dest, {**(getattr(namespace, self.dest) or {}), name: value})


class _Strings(argparse.Action):
    """Keeps strings that are given one by one. Of `--ink=--` the parser of some Pythons leaves nothing."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any,
        option_string: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), "--" if values == [] else values])


ROWS: Final = (
    Row("render fmt check labels", "paths", "files, folders or globs; - is standard input",
        settings={"metavar": "PATH", "nargs": "+"}),
    Row("labels", "-o --output", "the catalogue to write (default: labels.LANG.yml in the folder, or beside the file)",
        settings={"metavar": "OUT"}),
    Row("labels", "--lang", "the language of the catalogue (default: zh)", settings={"default": "zh"}),
    Row("render", "--labels", "a catalogue with other words for labels, or a folder of catalogues for --lang",
        settings={"metavar": "PATH"}),
    Row("render", "-o --output", "the file to write, whose ending tells the format; or a folder, for many figures",
        settings={"metavar": "OUT"}),
    Row("render", "--to", f"one of: {', '.join(FORMATS)} (default: svg)",
        settings={"metavar": "FORMAT", "choices": FORMATS}),
    Row("render", "--stage", f"print what one stage made instead; one of: {', '.join(STAGES)}",
        settings={"metavar": "NAME", "choices": STAGES}),
    Row("render", "--kind", f"one of: {', '.join(KINDS)} (default: as it looks)", "kind",
        settings={"metavar": "KIND", "choices": KINDS}),
    Row("render", "--lang", "language of the words that figures add (default: en)", "lang",
        settings={"default": "en"}),
    Row("render", "--title", "the figure's name", "title", settings={"default": ""}),
    Row("render", "--alt", "what the figure shows, for who cannot see it", "alt", settings={"default": ""}),
    Row("render fmt check labels", "--ambiguous",
        "columns of a character of ambiguous width, box drawing among them (default: 1)", "ambiguous",
        {"metavar": "1|2", "type": int, "choices": (1, 2)}),
    Row("render fmt check labels", "--text", "is text wherever it occurs", "text",
        {"metavar": "STRING", "action": _Strings}),
    Row("render fmt check labels", "--ink", "is ink wherever it occurs", "ink",
        {"metavar": "STRING", "action": _Strings}),
    Row("render check", "--link", "the address of a reference", "links",
        {"metavar": "NAME=ADDRESS", "action": _Pairs, "dest": "links"}),
    Row("render", "--no-straighten", "leave walls that are out of line where they are", "straighten",
        settings={"action": "store_false", "dest": "straighten"}),
    Row("render", "--no-hover", "in HTML, show no connectors where a reader points at a box", "hover",
        settings={"action": "store_false", "dest": "hover"}),
    Row("render", "--jobs", "draw in so many processes at once; 0 is one for each processor (default: 1)",
        settings={"metavar": "N", "type": int, "default": 1}),
    Row("fmt", "--check", "write nothing; exit with 1 if anything is out of line", settings={"action": "store_true"}),
    Row("fmt", "--diff", "write nothing; print what would change", settings={"action": "store_true"}),
    Row("check", "--format", f"one of: {', '.join(REPORTS)} (default: text)",
        settings={"metavar": "FORMAT", "choices": REPORTS, "default": "text"}),
    Row("render fmt check labels", "--language",
        "a fence language that holds drawings, beside the known ones; may be given again",
        settings={"metavar": "NAME", "action": "append", "default": []}),
    Row("fmt check", "--all-fences", "also fences of no language, or of plain text, that hold a drawing",
        settings={"action": "store_true"}),
    Row("render fmt check", "--stdin-filename", "the name that standard input goes by",
        settings={"metavar": "NAME", "default": ""}),
    Row("fmt", "-v --verbose", "say what is left alone, and why", settings={"action": "store_true"}),
    Row("render fmt check", "-q --quiet", "say nothing but what could not be done", settings={"action": "store_true"}),
)


def _width() -> int:
    """Return the columns of the terminal, or 80."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) or 80
    except (ValueError, OSError):           # no terminal
        return 80


def parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the command line `given`: of the command that is asked for, or of all that there are."""
    asked = next((word for word in given if not word.startswith("-")), "")
    # Left to itself, what lays the help out would load half of the library to ask for the width; and it is made anew
    # for each argument.
    formatter = partial(argparse.HelpFormatter, width=_width() - 2)
    whole = argparse.ArgumentParser(
        prog="boxwright", description="Turn text diagrams into figures.", formatter_class=formatter)
    whole.add_argument("--version", action="version", version=f"boxwright {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS), prog="boxwright")
    for name, help_ in COMMANDS.items() if asked not in COMMANDS else ((asked, COMMANDS[asked]),):
        one = commands.add_parser(
            name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.", formatter_class=formatter)
        for row in ROWS:
            if name in row.commands.split():
                one.add_argument(*row.flags.split(), help=row.help, **row.settings)
    return whole


def for_the_door(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the options of a command set, by the keywords of the public API."""
    given = {row.sets: getattr(options, row.dest) for row in ROWS
             if row.sets and options.command in row.commands.split()}
    return {keyword: value for keyword, value in given.items() if value is not None}
