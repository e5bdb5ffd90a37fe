"""The command: `boxwright render|fmt|check`. It reads files or standard input, and translates to the public API."""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from .. import KINDS, OUTPUTS, BoxwrightError, Note, __version__, check, render, straighten

_STAGES: Final = ("grid", "repair", "strokes", "labels", "sketch", "figure", "scene")
_BY_SUFFIX: Final = {suffix: name for name, suffixes in OUTPUTS.items() for suffix in suffixes}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="boxwright", description="Turn text diagrams into figures.")
    parser.add_argument("--version", action="version", version=f"boxwright {__version__}")
    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--ambiguous", type=int, choices=(1, 2), default=1, metavar="1|2",
                         help="columns of a character of ambiguous width, box drawing among them (default: 1)")
    reading.add_argument("--text", action="append", default=[], metavar="STRING", help="is text wherever it occurs")
    reading.add_argument("--ink", action="append", default=[], metavar="STRING", help="is ink wherever it occurs")
    commands = parser.add_subparsers(dest="command", required=True, metavar="render|fmt|check")
    one = commands.add_parser("render", parents=[reading], help="draw a text diagram")
    one.add_argument("file", metavar="FILE|-", help="the text diagram; - is standard input")
    one.add_argument("-o", "--output", type=Path, metavar="OUT", help="the file to write; its ending tells the format")
    one.add_argument("--to", choices=[name for name in OUTPUTS if name not in _STAGES], metavar="FORMAT",
                     help=f"one of: {', '.join(name for name in OUTPUTS if name not in _STAGES)} (default: svg)")
    one.add_argument("--stage", choices=_STAGES, metavar="NAME",
                     help=f"print what one stage made instead; one of: {', '.join(_STAGES)}")
    one.add_argument("--kind", choices=KINDS, metavar="KIND", help=f"one of: {', '.join(KINDS)} (default: as it looks)")
    one.add_argument("--lang", default="en", help="language of the words that figures add (default: en)")
    one.add_argument("--title", default="", help="the figure's name")
    one.add_argument("--alt", default="", help="what the figure shows, for who cannot see it")
    one.add_argument("--no-straighten", action="store_true", help="leave walls that are out of line where they are")
    fmt = commands.add_parser("fmt", parents=[reading],
                              help="put walls in line, in place; - reads standard input and prints")
    fmt.add_argument("files", nargs="+", metavar="FILE|-")
    look = commands.add_parser("check", parents=[reading], help="say what is out of line; exits with 1 if anything is")
    look.add_argument("files", nargs="+", metavar="FILE|-")
    return parser


def _read(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig", errors="replace")


def _reading(options: argparse.Namespace) -> dict[str, Any]:
    return {"ambiguous": options.ambiguous, "text": options.text, "ink": options.ink}


def _write(data: str | bytes, target: Path | None) -> None:
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if target is not None:
        target.write_bytes(raw)
        return
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()


def _say(name: str, notes: Sequence[Note]) -> None:
    for note in notes:
        place = f"{name}:{note.row + 1}:{note.column + 1}"
        print(f"{place}: {note.severity}: {note.message} [{note.code}]", file=sys.stderr)


def _render(options: argparse.Namespace) -> int:
    target: Path | None = options.output
    to = options.stage or options.to
    if to is None:
        suffix = target.suffix.lower() if target else ""
        if target and suffix not in _BY_SUFFIX:
            known = ", ".join(_BY_SUFFIX)
            message = f"boxwright: the ending of {target} tells no format; use one of {known}, or say --to"
            print(message, file=sys.stderr)
            return 2
        to = _BY_SUFFIX.get(suffix, "svg")
    rendering = render(
        _read(options.file), to=to, kind=options.kind, lang=options.lang, straighten=not options.no_straighten,
        title=options.title, alt=options.alt, **_reading(options),
    )
    _say(options.file, [note for note in rendering.notes if note.severity == "warning"])
    _write(rendering.output, target)
    return 0


def _fmt(options: argparse.Namespace) -> int:
    for name in options.files:
        source = _read(name)
        straightened = straighten(source, **_reading(options))
        if name == "-":
            _write(straightened.text, None)
        elif straightened.text != source:
            Path(name).write_bytes(straightened.text.encode())
            print(f"{name}: {len(straightened.repairs)} walls moved", file=sys.stderr)
    return 0


def _check(options: argparse.Namespace) -> int:
    found = 0
    for name in options.files:
        notes = check(_read(name), **_reading(options))
        _say(name, notes)
        found += sum(note.severity == "warning" for note in notes)
    return 1 if found else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 well, 1 something is out of line, 2 it could not be done."""
    options = _parser().parse_args(arguments)
    try:
        return {"render": _render, "fmt": _fmt, "check": _check}[options.command](options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())     # nobody reads on: no fault
        return 0
    except BoxwrightError as error:
        print(f"boxwright: {error}", file=sys.stderr)
    except OSError as error:
        print(f"boxwright: {error.filename}: {error.strerror}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
