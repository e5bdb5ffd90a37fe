"""Find the cells of boxes that have dividers: Sketch -> {box: rows of cells}.

    ┌──────────────┐       ((("Menu",),),              one cell over the whole width,
    │     Menu     │        (("tea",), ("3.00",)),     then two side by side:
    ├──────┬───────┤        (("milk",), ("4.00",)))    each line of a part without further dividers is a row
    │ tea  │ 3.00  │
    │ milk │ 4.00  │
    └──────┴───────┘
"""
from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ..model import Box, OwnedLabel, Sketch, Stroke

#: Rows of cells of lines.
Cells = tuple[tuple[tuple[str, ...], ...], ...]


def _row(labels: list[OwnedLabel], walls: list[int]) -> list[dict[int, list[OwnedLabel]]]:
    """Return the labels of a part between two rules: for each cell, its labels."""
    cells: list[dict[int, list[OwnedLabel]]] = [{} for _ in range(len(walls) + 1)]
    for owned in labels:
        cell = cells[bisect_left(walls, owned.label.column)]
        cell.setdefault(owned.label.row, []).append(owned)
    return cells


def _lines(cell: dict[int, list[OwnedLabel]]) -> tuple[str, ...]:
    return tuple(" ".join(owned.label.text for owned in row) for _, row in sorted(cell.items()))


def _part(labels: list[OwnedLabel], walls: list[int]) -> list[tuple[tuple[str, ...], ...]]:
    """Return the rows of a part: one for each line where each begins a new one, else all lines are one row."""
    cells = _row(labels, walls)
    rows = sorted({row for cell in cells for row in cell})
    if len(cells) > 1 and len(rows) > 1 and all(row in cells[0] for row in rows):
        return [tuple(_lines({row: cell[row]} if row in cell else {}) for cell in cells) for row in rows]
    return [tuple(map(_lines, cells))] if rows else []


def _cells(box: Box, dividers: list[Stroke], labels: list[OwnedLabel]) -> Cells:
    left, right = box.column, box.column + box.columns - 1
    rules = sorted({d.line for d in dividers if d.axis == "h" and d.start <= left + 2 and d.stop >= right - 2})
    uprights = [d for d in dividers if d.axis == "v"]
    found: list[tuple[tuple[str, ...], ...]] = []
    edges = [box.row, *rules, box.row + box.rows - 1]
    for top, bottom in pairwise(edges):
        walls = sorted({d.line for d in uprights if d.start < bottom and d.stop > top})
        found += _part([o for o in labels if top < o.label.row < bottom], walls)
    return tuple(found)


def cells_of(sketch: Sketch) -> dict[int, Cells]:
    """Return the rows of cells of each box that has dividers."""
    dividers: dict[int, list[Stroke]] = {}
    for divider in sketch.dividers:
        dividers.setdefault(divider.box, []).append(divider.stroke)
    labels: dict[int, list[OwnedLabel]] = {index: [] for index in dividers}
    for owned in sketch.labels:
        if owned.owner in labels and owned.connector is None:
            labels[owned.owner].append(owned)
    return {index: _cells(sketch.boxes[index], found, labels[index]) for index, found in dividers.items()}
