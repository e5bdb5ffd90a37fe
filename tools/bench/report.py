"""What a section is given and what it hands back, and the tables that set tools side by side."""
from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .peers import Peer
from .table import beside, table, times
from .timing import Timing

OURS = "boxwright"

#: A row for each case, a column for each tool.
Cases = Mapping[str, Mapping[str, Timing]]


class Options(NamedTuple):
    rounds: int
    limit: float                # seconds a tool may take for one round of one case
    peers: dict[str, Peer]


class Section(NamedTuple):
    """One part of the report: its text, its numbers for `--json`, and whether all of Boxwright could be measured."""
    text: str
    numbers: list[dict[str, Any]]
    whole: bool = True


def progress(what: str) -> None:
    """Tell who waits where the run is."""
    print(f"... {what}", file=sys.stderr, flush=True)


def side_by_side(cases: Cases, value: Callable[[Timing], float | None], write: Callable[[float], str]) -> str:
    """Return a table of one value, with its ratio to Boxwright's; a tool that has none says why."""
    tools = list(next(iter(cases.values())))
    rows = [[case, *(_cell(timings[tool], timings[OURS], value, write) for tool in tools)]
            for case, timings in cases.items()]
    return table(["", *tools], rows)


def _cell(
    timing: Timing, ours: Timing, value: Callable[[Timing], float | None], write: Callable[[float], str],
) -> str:
    number = value(timing)
    if number is None:
        return timing.problem.split(":")[0]
    return write(number) if timing is ours else beside(write(number), times(number, value(ours)))


def problems(cases: Cases) -> str:
    """Return a line for each case that a tool gave up, with the reason."""
    return "\n".join(f"{tool}, {case}: {timing.problem}" for case, timings in cases.items()
                     for tool, timing in timings.items() if timing.problem and timing.problem != "absent")


def numbers(cases: Cases) -> list[dict[str, Any]]:
    """Return a record for each case and tool."""
    return [{"case": case, "tool": tool, "median_seconds": timing.median, "best_seconds": timing.best,
             "texts": len(timing.seconds), "bytes": timing.bytes, "problem": timing.problem}
            for case, timings in cases.items() for tool, timing in timings.items()]


def is_whole(cases: Cases) -> bool:
    """Tell whether Boxwright could be measured in every case."""
    return not any(timings[OURS].problem for timings in cases.values())


def paragraphs(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))
