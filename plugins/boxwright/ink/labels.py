"""Cut the text out of the grid: Grid, Strokes -> Label, ...

A label is a run in what no stroke claimed. It breaks at a stroke and at two spaces or more, not at one:

    │ kube-proxy  │ a  b     ->   "kube-proxy", "a", "b"
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..model import Cell, Grid, Label, Stroke
from ..patterns import pattern
from ..text.grid import FILLER, cells_text

_INK: Final = "\n"                      # a character that no row holds
_RUN: Final = pattern(f"[^ \n](?<!{FILLER})[^ \n]*(?: [^ \n]+)*")


def mask_ink(rows: tuple[str, ...], strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> list[str]:
    """Return `rows` with each inked cell replaced by a newline."""
    width = len(rows[0]) if rows else 0
    cells = list("".join(rows))
    for axis, line, start, stop, *_ in strokes:
        if axis == "h":
            cells[line * width + start : line * width + stop + 1] = _INK * (stop - start + 1)
        else:
            cells[start * width + line : stop * width + line + 1 : width] = _INK * (stop - start + 1)
    for row, column in claims:
        cells[row * width + column] = _INK
    masked = "".join(cells)
    return [masked[start : start + width] for start in range(0, len(masked), width)] if width else list(rows)


def find_labels(grid: Grid, strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> Iterator[Label]:
    """Yield the labels of `grid` in reading order; `strokes` are level and upright ones."""
    asides = grid.asides
    for row, cells in enumerate(mask_ink(grid.rows, strokes, claims)):
        for match in _RUN.finditer(cells):
            run = match.group()
            text = run if run.isascii() else cells_text(run, asides)
            yield Label(text, row, match.start(), len(run))
