"""The section `growth`: what twice as much text costs, and a large text, measured by a medium one.

The last column is the measure: how the cost of one character grows; 1.0x says that it does not. Times are the best of
the rounds, as a ratio of two medians is as noisy as both of them.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from . import peers
from .hostile import HOSTILE
from .report import OURS, Options, Section, paragraphs, progress
from .table import milliseconds, table, times
from .texts import DIALECTS, SIZES, make_text
from .timing import time_in_turn
from .workers import Worker


class Growth(NamedTuple):
    case: str
    lengths: tuple[int, int]            # characters of the two texts
    seconds: tuple[float, ...]          # the best of each, or none
    problem: str


def run(options: Options) -> Section:
    with peers.workers({OURS: peers.DRAWING[OURS]}, {}) as workers:
        sizes = [_grow(workers, options, dialect, _sizes(dialect)) for dialect in DIALECTS]
        worst = [_grow(workers, options, case, [make(length), make(2 * length)])
                 for case, (length, make) in HOSTILE.items()]
    text = paragraphs(
        "Boxwright alone, text to SVG, best of the rounds. The last column: what a character costs in the longer text,"
        "\nas a multiple of what it costs in the shorter one; 1.0x says that the cost grows as the text does.",
        table(["", "medium", "large", "time", "length", "a character"], [_row(growth) for growth in sizes]),
        "Hostile input, once and twice as much of it:",
        table(["", "n", "time of n", "time of 2n", "time", "length", "a character"],
              [_row(growth, f"{HOSTILE[growth.case][0]:,}") for growth in worst]),
    )
    every = [*sizes, *worst]
    return Section(text, [growth._asdict() for growth in every], not any(growth.problem for growth in every))


def _sizes(dialect: str) -> list[str]:
    return [make_text(SIZES[size], dialect, 0).text for size in ("medium", "large")]


def _grow(workers: Sequence[Worker], options: Options, case: str, texts: Sequence[str]) -> Growth:
    """Time a short and a long text in turn."""
    progress(f"growth: {case}")
    timing = time_in_turn(
        workers, lambda index: texts[index % 2], count=2, rounds=options.rounds, limit=options.limit)[OURS]
    seconds = (min(timing.seconds[::2]), min(timing.seconds[1::2])) if timing.seconds else ()
    return Growth(case, (len(texts[0]), len(texts[1])), seconds, timing.problem)


def _row(growth: Growth, *before: str) -> list[str]:
    if not growth.seconds:
        return [growth.case, *before, growth.problem]
    (short, long), (less, more) = growth.lengths, growth.seconds
    return [growth.case, *before, milliseconds(less), milliseconds(more), times(more, less), times(long, short),
            times(more / long, less / short)]
