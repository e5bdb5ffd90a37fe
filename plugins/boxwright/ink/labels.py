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
_RUN: Final = pattern(f"[^ \n{FILLER}][^ \n]*(?: [^ \n]+)*")


def mask_ink(rows: tuple[str, ...], strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> list[str]:
    """Return `rows` with each inked cell replaced by a newline."""
    upright: dict[int, list[int]] = {}
    level: dict[int, list[tuple[int, int]]] = {}
    for axis, line, start, stop, *_ in strokes:
        if axis == "h":
            level.setdefault(line, []).append((start, stop))
        else:
            for row in range(start, stop + 1):
                upright.setdefault(row, []).append(line)
    for row, column in claims:
        upright.setdefault(row, []).append(column)
    masked = list(rows)
    for y in level.keys() | upright.keys():
        cells = list(rows[y])
        for start, stop in level.get(y, ()):
            cells[start : stop + 1] = _INK * (stop - start + 1)
        for x in upright.get(y, ()):
            cells[x] = _INK
        masked[y] = "".join(cells)
    return masked


def find_labels(grid: Grid, strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> Iterator[Label]:
    """Yield the labels of `grid` in reading order; `strokes` are level and upright ones."""
    asides = grid.asides
    for row, cells in enumerate(mask_ink(grid.rows, strokes, claims)):
        for match in _RUN.finditer(cells):
            run = match.group()
            text = run if run.isascii() else cells_text(run, asides)
            yield Label(text, row, match.start(), len(run))
