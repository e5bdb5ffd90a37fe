"""Tell which boxes lie around a cell, and nest boxes in one another: Box, ... -> Box, ... with parents.

A row is swept once from left to right, so the cost grows with the cells and not with the boxes of a row:

    ┌──────────┐  ┌───┐       at the cell x: the outer box and the inner one, from the outside in
    │ ┌───┐    │  │   │
    │ │ x │    │  │   │
"""
from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

from ..model import Box, Cell


def holds(box: Box, cell: Cell) -> bool:
    """Tell whether a cell lies within the walls of a box."""
    return box.row < cell.row < box.row + box.rows - 1 and box.column < cell.column < box.column + box.columns - 1


def around(boxes: Sequence[Box], spots: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield for each of `spots` (row, column), in reading order, the boxes (indices) whose rectangle holds it."""
    below = [box.row + box.rows for box in boxes]
    beyond = [box.column + box.columns for box in boxes]
    waiting = sorted([(box.row, i) for i, box in enumerate(boxes)], reverse=True)
    active: list[tuple[int, int]] = []          # (column, box), from left to right
    row, at = -1, 0
    holding: list[int] = []
    for spot_row, column in spots:
        if spot_row != row:
            row, at, holding = spot_row, 0, []
            active = [edge for edge in active if below[edge[1]] > row]
            while waiting and waiting[-1][0] <= row:
                _, index = waiting.pop()
                if below[index] > row:
                    insort(active, (boxes[index].column, index))
        while at < len(active) and active[at][0] <= column:
            holding.append(active[at][1])
            at += 1
        if holding:
            holding = [i for i in holding if beyond[i] > column]
        yield holding


def innermost(boxes: Sequence[Box], spots: Sequence[tuple[int, int]]) -> list[int | None]:
    """Return for each of `spots`, in reading order, the innermost box that holds it; `boxes` are nested."""
    depths = [box.depth for box in boxes]
    return [max(found, key=depths.__getitem__) if len(found) > 1 else found[0] if found else None
            for found in around(boxes, spots)]


def nested(boxes: Sequence[Box]) -> list[Box]:
    """Return `boxes`, which come in reading order, each with the smallest box around it as parent, and its depth."""
    found: list[Box] = []
    containers: set[int] = set()
    for box, holding in zip(boxes, around(boxes, [(box.row, box.column) for box in boxes]), strict=True):
        outer = [
            i for i in holding
            if boxes[i].row < box.row and boxes[i].column < box.column
            and boxes[i].row + boxes[i].rows > box.row + box.rows
            and boxes[i].column + boxes[i].columns > box.column + box.columns
        ] if len(holding) > 1 else ()           # it holds its own corner
        if outer:
            parent = min(outer, key=lambda i: boxes[i].rows * boxes[i].columns)
            containers.add(parent)
            box = box._replace(parent=parent, depth=found[parent].depth + 1)
        found.append(box)
    for i in containers:
        found[i] = found[i]._replace(container=True)
    return found
