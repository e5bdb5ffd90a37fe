"""The command: `boxwright render|fmt|check|labels`. It reads files or standard input, and translates to the public API.

A command is a module with a `run`, and is loaded when it is asked for; so a picture does not wait for what only
`fmt` or `check` need.
"""
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from ... import BoxwrightError
from ...typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ...typed import NoReturn

__all__ = ["command", "main"]
_PATIENCE: Final = 50_000               # objects until the collector looks for rings: a short run makes fewer


class RequestError(Exception):
    """What was asked for cannot be done: it says why, and what to write instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 well, 1 something is out of line or amiss, 2 it could not be done."""
    from .arguments import parser

    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given).parse_args(given)
    try:
        match options.command:
            case "render":
                from .render import run
            case "fmt":
                from .fmt import run
            case "labels":
                from .labels import run
            case _:
                from .check import run
        return run(options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())     # nobody reads on: no fault
        return 0
    except (BoxwrightError, RequestError) as error:
        print(f"boxwright: {error}", file=sys.stderr)
    except OSError as error:
        print(f"boxwright: {error.filename}: {error.strerror}", file=sys.stderr)
    return 2


def command() -> NoReturn:
    """Run the command as a process of its own. It ends with no look at what it leaves, which goes with the process."""
    gc.set_threshold(_PATIENCE)
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:             # nobody reads on
        pass
    os._exit(code)
