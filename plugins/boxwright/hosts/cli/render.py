"""`boxwright render FILE|-`: draw one text diagram."""
from __future__ import annotations

import argparse
import os
import sys
from typing import Final

from ... import OUTPUTS, render
from .arguments import for_the_door

_BY_SUFFIX: Final = {suffix: name for name, suffixes in OUTPUTS.items() for suffix in suffixes}


def _format(options: argparse.Namespace) -> str:
    """Return the output asked for; "" where nothing tells it."""
    asked = options.stage or options.to
    if asked or not options.output:
        return asked or "svg"
    return _BY_SUFFIX.get(os.path.splitext(options.output)[1].lower(), "")


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
    rendering = render(data.decode("utf-8-sig", errors="replace"), to=to, **for_the_door(options))
    for note in rendering.notes:
        if note.severity == "warning":
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
