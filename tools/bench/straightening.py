"""The section `straighten`: the same texts with their walls knocked out of line, straightened by those who can.

A quick answer that mends nothing is worth nothing: so of the rows that were knocked the share that comes back to the
byte is told too, and of the rows that were not, how many changed.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from . import peers
from .ragged import knock
from .report import Options, Section, is_whole, numbers, paragraphs, problems, progress, side_by_side
from .table import milliseconds, table
from .texts import DIALECTS, SIZES, Size, make_text
from .timing import Timing, time_in_turn


class Mended(NamedTuple):
    knocked: int        # rows that were knocked
    back: int           # of these, the ones that came back as they were drawn
    harmed: int         # rows that were not, and came back otherwise


def run(options: Options) -> Section:
    cases: dict[str, dict[str, Timing]] = {}
    mended: dict[str, dict[str, Mended]] = {}
    with peers.workers(peers.STRAIGHTENING, options.peers) as workers:
        for name in ("medium", "large"):
            for dialect in DIALECTS:
                case, size = f"{name} {dialect}", SIZES[name]
                progress(f"straighten: {case}")
                cases[case] = time_in_turn(
                    workers, partial(_ragged, size, dialect),
                    count=size.texts, rounds=options.rounds, limit=options.limit)
                mended[case] = {tool: _mended(size, dialect, timing.outputs) for tool, timing in cases[case].items()}
    text = paragraphs(
        "Texts whose walls were knocked out of line, straightened in memory.\n"
        "Median time of a text, and how many times Boxwright's it is:",
        side_by_side(cases, lambda timing: timing.median, milliseconds),
        "Of the rows that were knocked the share that came back as it was drawn, and how many other rows changed:",
        _mended_table(mended),
        problems(cases),
    )
    records = [{**record, **mended[record["case"]][record["tool"]]._asdict()} for record in numbers(cases)]
    return Section(text, records, is_whole(cases))


def _ragged(size: Size, dialect: str, seed: int) -> str:
    return knock(make_text(size, dialect, seed), seed)


def _mended(size: Size, dialect: str, outputs: Sequence[str]) -> Mended:
    """Compare the outputs of round 0 with the texts as they were drawn."""
    knocked = back = harmed = 0
    for seed, output in enumerate(outputs):
        text = make_text(size, dialect, seed)
        rows = [row.rstrip() for row in output.splitlines()] + [""] * size.rows     # for who leaves rows away
        for wanted, ragged, row in zip(text.text.splitlines(), knock(text, seed).splitlines(), rows, strict=False):
            knocked += wanted != ragged
            back += wanted != ragged and row == wanted
            harmed += wanted == ragged and row != wanted
    return Mended(knocked, back, harmed)


def _mended_table(mended: Mapping[str, Mapping[str, Mended]]) -> str:
    tools = list(next(iter(mended.values())))
    rows = [[case, *(f"{one.back / one.knocked:.1%} {one.harmed:>6,}" if one.knocked else "" for one in row.values())]
            for case, row in mended.items()]
    return table(["", *tools], rows)
