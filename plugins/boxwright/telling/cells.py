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
from ..typed import Final

_FEWEST_COLUMNS: Final = 4              # of a table that may have empty cells in its first column
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


def _is_grid(cells: list[dict[int, list[OwnedLabel]]], rows: list[int]) -> bool:
    """Tell whether the lines of a part are rows, though some begin with empty cells: words in most of many columns,
    as in a calendar. In a cell of running text some line has two words.
    """
    return len(cells) >= _FEWEST_COLUMNS and all(
        2 * sum(row in cell for cell in cells) > len(cells) for row in rows) and not any(
        " " in line for cell in cells for line in _lines(cell))


def _part(labels: list[OwnedLabel], walls: list[int]) -> list[tuple[tuple[str, ...], ...]]:
    """Return the rows of a part: one for each line where each begins a new one, else all lines are one row."""
    cells = _row(labels, walls)
    rows = sorted({row for cell in cells for row in cell})
    if len(cells) > 1 and len(rows) > 1 and (all(row in cells[0] for row in rows) or _is_grid(cells, rows)):
        return [tuple(_lines({row: cell[row]} if row in cell else {}) for cell in cells) for row in rows]
    return [tuple(map(_lines, cells))] if rows else []


def _head(labels: list[OwnedLabel], walls: list[int]) -> list[tuple[tuple[str, ...], ...]]:
    """Return the titles in the upper edge as a row, where two columns or more have one; one alone is the box's.

        ┌─ Todo ──┬─ Done ──┐
        │ oven    │ till    │
    """
    cells = _row(labels, walls) if len(labels) > 1 else []
    return [tuple(map(_lines, cells))] if len(labels) == sum(map(bool, cells)) > 1 else []


def _cells(box: Box, dividers: list[Stroke], labels: list[OwnedLabel]) -> Cells:
    left, right = box.column, box.column + box.columns - 1
    bottom = box.row + box.rows - 1     # walls whose edges differ are among the dividers
    rules = sorted({d.line for d in dividers if d.axis == "h" and box.row < d.line < bottom
                    and d.start <= left + 2 and d.stop >= right - 2})
    uprights = [d for d in dividers if d.axis == "v" and left < d.line < right]
    found: list[tuple[tuple[str, ...], ...]] = []
    for top, end in pairwise([box.row, *rules, bottom]):
        walls = sorted({d.line for d in uprights if d.start < end and d.stop > top})
        if top == box.row:
            found += _head([o for o in labels if o.label.row == top], walls)
        found += _part([o for o in labels if top < o.label.row < end], walls)
    return tuple(found)


def cells_of(sketch: Sketch) -> dict[int, Cells]:
    """Return the rows of cells of each box that has dividers, and no boxes in it."""
    if not sketch.dividers:
        return {}
    filled = {box.parent for box in sketch.boxes if box.outline is None}
    dividers: dict[int, list[Stroke]] = {}
    for index, stroke in sketch.dividers:
        if index not in filled:
            dividers.setdefault(index, []).append(stroke)
    labels: dict[int, list[OwnedLabel]] = {index: [] for index in dividers}
    for owned in sketch.labels:
        if owned.owner in labels and owned.connector is None:
            labels[owned.owner].append(owned)
    return {index: _cells(sketch.boxes[index], found, labels[index]) for index, found in dividers.items()}
