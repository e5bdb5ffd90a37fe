"""The section `diagrams`: each diagram of diagrams/, from text to SVG."""
from __future__ import annotations

from pathlib import Path
from typing import Final

from . import peers
from .report import OURS, Options, Section, is_whole, numbers, paragraphs, problems, progress
from .table import milliseconds, table
from .timing import Timing, time_in_turn

DIAGRAMS: Final = Path(__file__).parents[2] / "diagrams"
CALLS: Final = 20       # of a round


def run(options: Options) -> Section:
    progress("diagrams")
    cases: dict[str, dict[str, Timing]] = {}
    with peers.workers({OURS: peers.DRAWING[OURS]}, {}) as workers:
        for path in sorted(DIAGRAMS.rglob("*.txt")):
            source = path.read_text(encoding="utf-8")
            cases[path.relative_to(DIAGRAMS).as_posix()] = time_in_turn(
                workers, lambda _, source=source: source,       # type: ignore[misc]
                count=CALLS, rounds=options.rounds, limit=options.limit)
    rows = [[case, milliseconds(one.best), milliseconds(one.median)] if one.best and one.median else [case, "failed"]
            for case, timings in cases.items() for one in timings.values()]
    text = paragraphs("Boxwright alone, text to SVG:", table(["", "best", "median"], rows), problems(cases))
    return Section(text, numbers(cases), is_whole(cases))
