"""Cut the text out of the grid: Grid, Strokes -> Label, ...

A label is a run in what no stroke claimed. It breaks at a stroke and at two spaces or more, not at one:

    │ kube-proxy  │ a  b     ->   "kube-proxy", "a", "b"
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import Grid, Label, Stroke
from ..text.grid import cells_text

_INK: Final = "\n"                      # a character that no row holds
_RUN: Final = re.compile(r"[^ \n]+(?: [^ \n]+)*")


def mask_ink(rows: tuple[str, ...], strokes: tuple[Stroke, ...]) -> list[str]:
    """Return `rows` with each inked cell replaced by a newline."""
    cells = [list(row) for row in rows]
    for stroke in strokes:
        if stroke.axis == "h":
            cells[stroke.line][stroke.start : stroke.stop + 1] = _INK * (stroke.stop - stroke.start + 1)
        else:
            for row in range(stroke.start, stroke.stop + 1):
                cells[row][stroke.line] = _INK
    return ["".join(row) for row in cells]


def find_labels(grid: Grid, strokes: tuple[Stroke, ...]) -> Iterator[Label]:
    """Yield the labels of `grid` in reading order."""
    for row, cells in enumerate(mask_ink(grid.rows, strokes)):
        for match in _RUN.finditer(cells):
            run = match.group()
            yield Label(cells_text(run, grid.asides), row, match.start(), len(run))
