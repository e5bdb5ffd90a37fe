"""`boxwright render FILE|-`: draw one text diagram."""
from __future__ import annotations

import argparse
import os
import sys
from typing import Any, Final

from ... import OUTPUTS, render
from . import RequestError
from .arguments import for_the_door

_OF_LABELS: Final = ("untranslated", "unused-label")
_BY_SUFFIX: Final = {suffix: name for name, suffixes in OUTPUTS.items() for suffix in suffixes}


def _format(options: argparse.Namespace) -> str:
    """Return the output asked for; "" where nothing tells it."""
    asked = options.stage or options.to
    if asked or not options.output:
        return asked or "svg"
    return _BY_SUFFIX.get(os.path.splitext(options.output)[1].lower(), "")


def _labels(options: argparse.Namespace, source: str, door: dict[str, Any]) -> dict[str, str]:
    """Return the other words for labels: those of a catalogue, or of the catalogues in a folder."""
    from pathlib import Path

    from ... import labels
    from ..catalogues import CatalogueError, Catalogues, read_catalogue

    try:
        if not os.path.isdir(options.labels):
            return read_catalogue(Path(options.labels))
        there = labels(source, **{key: door[key] for key in ("ambiguous", "text", "ink") if key in door})
        return dict(Catalogues(options.labels).words(
            options.lang, there, os.path.relpath(options.file, options.labels)).all)
    except CatalogueError as error:
        raise RequestError(str(error)) from None


def run(options: argparse.Namespace) -> int:
    """Draw the file; tell its warnings on standard error."""
    to = _format(options)
    if not to:
        known = ", ".join(_BY_SUFFIX)
        print(f"boxwright: the ending of {options.output} tells no format; use one of {known}, or say --to",
              file=sys.stderr)
        return 2
    if options.file == "-":
        data = sys.stdin.buffer.read()
    else:
        with open(options.file, "rb") as file:
            data = file.read()
    source, door = data.decode("utf-8-sig", errors="replace"), for_the_door(options)
    if options.labels:
        door["labels"] = _labels(options, source, door)
    rendering = render(source, to=to, **door)
    for note in rendering.notes:
        if note.severity == "warning" or options.labels and note.code in _OF_LABELS:
            place = f"{options.file}:{note.row + 1}:{note.column + 1}"
            print(f"{place}: {note.severity}: {note.message} [{note.code}]", file=sys.stderr)
    output = rendering.output
    raw = output.encode("utf-8", "replace") if isinstance(output, str) else output
    if options.output:
        with open(options.output, "wb") as file:
            file.write(raw)
    else:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    return 0
