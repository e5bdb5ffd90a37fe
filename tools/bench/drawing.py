"""The section `drawing`: from a text to an SVG in memory, in three sizes and three dialects, time and bytes."""
from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from . import peers
from .report import Options, Section, is_whole, numbers, paragraphs, problems, progress, side_by_side
from .table import milliseconds, table
from .texts import DIALECTS, SIZES, Size, make_text
from .timing import Timing, time_in_turn

LINE: Final = re.compile(r"[\u2500-\u257f|]")
TEXT: Final = re.compile(r"<text\b.*?</text>", re.DOTALL)


def run(options: Options) -> Section:
    cases: dict[str, dict[str, Timing]] = {}
    with peers.workers(peers.DRAWING, options.peers) as workers:
        for name, size in SIZES.items():
            for dialect in DIALECTS:
                progress(f"drawing: {name} {dialect}")
                cases[f"{name} {dialect}"] = time_in_turn(
                    workers, partial(_text, size, dialect),
                    count=size.texts, rounds=options.rounds, limit=options.limit)
    letters = {f"{name} {dialect}": {tool: _as_letters(size, dialect, timing.outputs)
                                     for tool, timing in cases[f"{name} {dialect}"].items()}
               for name, size in SIZES.items() for dialect in DIALECTS}
    sizes = ", ".join(f"{name} is {size.rows} x {size.columns}" for name, size in SIZES.items())
    text = paragraphs(
        f"From a text to an SVG in memory; rows x columns: {sizes}.\n"
        "Median time of a text, and how many times Boxwright's it is:",
        side_by_side(cases, lambda timing: timing.median, milliseconds),
        "Median bytes of the SVG (UTF-8), likewise:",
        side_by_side(cases, lambda timing: timing.bytes, lambda size: f"{size:,.0f}"),
        "Lines that are not drawn: of the box drawing and the | of a text, the share that the SVG sets as letters:",
        table(["", *peers.DRAWING], [[case, *map(_percent, row.values())] for case, row in letters.items()]),
        problems(cases),
    )
    records = [{**record, "lines_as_letters": letters[record["case"]][record["tool"]]} for record in numbers(cases)]
    return Section(text, records, is_whole(cases))


def _text(size: Size, dialect: str, seed: int) -> str:
    return make_text(size, dialect, seed).text


def _as_letters(size: Size, dialect: str, outputs: Sequence[str]) -> float | None:
    """Return the share of the line glyphs that the outputs have in text elements: it is quick to draw none of them."""
    lines = sum(len(LINE.findall(_text(size, dialect, seed))) for seed in range(len(outputs)))
    letters = sum(len(LINE.findall(html.unescape(text))) for output in outputs for text in TEXT.findall(output))
    return letters / lines if lines else None


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
