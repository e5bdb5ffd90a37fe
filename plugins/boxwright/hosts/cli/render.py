"""`boxwright render PATH…`: draw text diagrams: files, folders, globs, the fences of Markdown, standard input.

Exit codes: 0 all is drawn; 2 something could not be read, drawn or written.
"""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from ... import BoxwrightError, render
from ...typed import Final, NamedTuple
from . import RequestError
from .paths import STDIN
from .targets import format_of, is_folder, targets_of
from .wanted import Finder, Wanted

_OF_LABELS: Final = ("untranslated", "unused-label")     # told where other words for labels were asked for


class Drawn(NamedTuple):
    """What became of a figure: its bytes, the warnings to tell, or why it could not be drawn."""

    data: bytes = b""
    warnings: tuple[str, ...] = ()
    error: str = ""


def draw(job: tuple[Wanted, str]) -> Drawn:
    """Draw one figure, here or in a process of its own."""
    wanted, to = job
    try:
        rendering = render(wanted.source, to=to, **wanted.asked)
    except BoxwrightError as error:     # as text: an error of ours does not travel between processes
        return Drawn(error=str(error))
    output = rendering.output
    return Drawn(
        output.encode("utf-8", "replace") if isinstance(output, str) else output,
        tuple(f"{wanted.place(note.row, note.column)}: {note.severity}: {note.message} [{note.code}]"
              for note in rendering.notes if note.severity == "warning" or note.code in _OF_LABELS),
    )


def _each(jobs: Sequence[tuple[Wanted, str]], processes: int) -> Iterator[Drawn]:
    """Yield what becomes of each figure, in order."""
    processes = min(processes or os.cpu_count() or 1, len(jobs))
    if processes <= 1:
        yield from map(draw, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(draw, jobs, chunksize=max(len(jobs) // (8 * processes), 1))


class _Progress:
    """Says on a terminal how far the work is; anywhere else, and over a single figure, nothing."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._done, self._width = total, 0, 0
        self._shows = total > 1 and not quiet and sys.stderr.isatty()

    def step(self, name: str) -> None:
        self._done += 1
        if self._shows:
            self._write(f"{self._done:,} of {self._total:,}  {name}")

    def clear(self) -> None:
        """Make room for what is said in between, and at the end."""
        if self._width:
            self._write("")
            print(end="\r", file=sys.stderr)
            self._width = 0

    def _write(self, text: str) -> None:
        try:
            room = os.get_terminal_size(sys.stderr.fileno()).columns - 1
        except (ValueError, OSError):
            room = 79
        text = text[:room]
        print(f"\r{text}{' ' * (self._width - len(text))}", end="", file=sys.stderr, flush=True)
        self._width = len(text)


def _write(data: bytes, target: str | None) -> None:
    if target is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with open(target, "wb") as file:
        file.write(data)


def _draw_all(
    wanted: Sequence[Wanted], targets: Iterable[str | None], to: str, options: argparse.Namespace, *, in_folder: bool,
) -> None:
    progress = _Progress(len(wanted), quiet=options.quiet)
    jobs = [(one, to) for one in wanted]
    for one, target, drawn in zip(wanted, targets, _each(jobs, options.jobs), strict=True):
        if drawn.error:
            progress.clear()
            raise RequestError(drawn.error)
        if drawn.warnings:
            progress.clear()
        for warning in drawn.warnings:
            print(warning, file=sys.stderr)
        if target is not None and in_folder:
            os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        _write(drawn.data, target)
        progress.step(one.file)
    progress.clear()


def run(options: argparse.Namespace) -> int:
    """Draw what was asked for; go on where a file or a fence cannot be read."""
    if options.jobs < 0:
        raise RequestError(f"--jobs takes a number of processes, not {options.jobs}; write --jobs 4")
    finder = Finder(options)
    wanted = list(finder.find())
    if not wanted:
        if not finder.failed:
            named = "standard input" if options.paths == [STDIN] else " ".join(options.paths)
            print(f"boxwright: there is no figure in {named}", file=sys.stderr)
        return 2
    in_folder = is_folder(options, len(wanted))
    to = format_of(options, in_folder=in_folder)
    targets = targets_of(options, wanted, to)
    _draw_all(wanted, targets, to, options, in_folder=in_folder)
    if in_folder and not options.quiet:
        print(f"{len(wanted):,} figure{'' if len(wanted) == 1 else 's'} in {options.output}", file=sys.stderr)
    return 2 if finder.failed else 0
