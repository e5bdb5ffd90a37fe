"""Follow the lines that are no part of a box: Ink, Boxes -> Wire, ..., each between two ends or junctions.

    ┌───┐      a wire from box to box: it starts in the cell where the wall offers an arm, turns with
    │ a ├──┐   its corners, and ends in an arrowhead. At ┬ ┴ ├ ┤ wires join; two that cross at ┼ stay
    └───┘  ▼   two wires.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from ..glyphs import GLYPHS, char_class
from ..model import Box, Cell, Dash, Divider, Side, Stroke, Weight, Wire
from .boxes import Ink
from .strokes import Spans

STEP: Final[dict[Side, tuple[int, int]]] = {"N": (-1, 0), "E": (0, 1), "S": (1, 0), "W": (0, -1)}
OPPOSITE: Final[dict[Side, Side]] = {"N": "S", "E": "W", "S": "N", "W": "E"}
_BOTH: Final = re.compile(char_class("".join(
    g.char for g in GLYPHS.values() if set(g.arms) & set("EW") and set(g.arms) & set("NS")
)))


class Segment(NamedTuple):
    """A piece of a stroke between two neighbouring nodes."""

    a: Cell
    b: Cell
    weight: Weight
    dash: Dash


def walls(boxes: Iterable[Box]) -> dict[Cell, int]:
    """Return the box (its index; the innermost) on whose edges each cell lies."""
    found: dict[Cell, int] = {}
    for index, box in enumerate(boxes):
        bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
        for column in range(box.column, right + 1):
            found[Cell(box.row, column)] = found[Cell(bottom, column)] = index
        for row in range(box.row, bottom + 1):
            found[Cell(row, box.column)] = found[Cell(row, right)] = index
    return found


def _claimed(boxes: Iterable[Box], dividers: Iterable[Divider]) -> dict[tuple[str, int], list[tuple[int, int]]]:
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for box in boxes:
        bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
        for row in (box.row, bottom):
            found.setdefault(("h", row), []).append((box.column, right))
        for column in (box.column, right):
            found.setdefault(("v", column), []).append((box.row, bottom))
    for divider in dividers:
        s = divider.stroke
        found.setdefault((s.axis, s.line), []).append((s.start, s.stop))
    return {line: _merged(intervals) for line, intervals in found.items()}


def _merged(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `intervals` sorted, those that share a cell made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(intervals):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _left_over(stroke: Stroke, claimed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of `stroke` between `claimed` intervals (sorted, apart); a part may end on a claimed cell."""
    at, is_claimed = stroke.start, False
    for first, last in claimed[max(bisect_left(claimed, (stroke.start, -1)) - 1, 0):]:
        if first > stroke.stop:
            break
        if last < at:
            continue
        is_claimed = True
        if first > at:
            yield at, first
        at = max(at, last)
    if at < stroke.stop or (at == stroke.stop == stroke.start and not is_claimed):
        yield at, stroke.stop


def _segments(ink: Ink, boxes: tuple[Box, ...], dividers: tuple[Divider, ...]) -> Iterator[Segment]:
    claimed = _claimed(boxes, dividers)
    parts: dict[str, list[tuple[int, int, int, Stroke]]] = {"h": [], "v": []}
    for axis, spans in (("h", ink.joined), ("v", ink.v)):
        for line, strokes in spans.by_line.items():
            for stroke in strokes:
                for first, last in _left_over(stroke, claimed.get((axis, line), [])):
                    parts[axis].append((line, first, last, stroke))
    left_over = {axis: Spans(s._replace(start=a, stop=b) for _, a, b, s in found) for axis, found in parts.items()}

    def meets(row: int, column: int) -> bool:
        """Both a left-over "h" and a "v" pass here, and at least one of them ends here: no crossing."""
        h, v = left_over["h"].between(row, column, column), left_over["v"].between(column, row, row)
        ends_here = any(column in (s.start, s.stop) for s in h) or any(row in (s.start, s.stop) for s in v)
        return bool(h and v) and ends_here

    for axis, found in parts.items():
        for line, first, last, stroke in found:
            text = ink.rows[line] if axis == "h" else None
            spots = [m.start() for m in _BOTH.finditer(text, first, last + 1)] if text is not None else [
                row for row in range(first, last + 1) if _BOTH.match(ink.rows[row][line])
            ]
            cuts = [p for p in spots if first < p < last and (meets(line, p) if axis == "h" else meets(p, line))]
            stops = [first, *cuts, last]
            for a, b in pairwise(stops):
                ends = (Cell(line, a), Cell(line, b)) if axis == "h" else (Cell(a, line), Cell(b, line))
                yield Segment(*ends, stroke.weight, stroke.dash)


def side_of(a: Cell, b: Cell) -> Side:
    """Return the side of `a` on which `b` lies (they share a row or a column)."""
    if a.row == b.row:
        return "E" if b.column > a.column else "W"
    return "S" if b.row > a.row else "N"


def trace_wires(ink: Ink, boxes: tuple[Box, ...], dividers: tuple[Divider, ...]) -> tuple[Wire, ...]:
    """Return the wires of `ink`, in reading order of their starts, ends not yet attached to anything."""
    around: dict[Cell, list[Segment]] = {}
    lone: list[Segment] = []
    on_wall = walls(boxes)
    for segment in _segments(ink, boxes, dividers):
        if segment.a == segment.b:
            lone.append(segment)
            continue
        around.setdefault(segment.a, []).append(segment)
        around.setdefault(segment.b, []).append(segment)

    def passes(cell: Cell) -> bool:
        return len(around[cell]) == 2 and cell not in on_wall

    done: set[int] = set()
    wires = [Wire((s.a, s.b), s.weight, s.dash) for s in lone]

    def walk(start: Cell, segment: Segment) -> Wire:
        path, at = [start], start
        weight, dash = segment.weight, segment.dash
        while True:
            done.add(id(segment))
            at = segment.b if segment.a == at else segment.a
            path.append(at)
            if not passes(at):
                break
            following = next((s for s in around[at] if id(s) not in done), None)
            if following is None:
                break
            segment = following
        return Wire(tuple(_bends(path)), weight, dash)

    ends = sorted(cell for cell in around if not passes(cell))
    for start in [*ends, *sorted(around)]:          # what is left after the ends are rings
        for segment in around[start]:
            if id(segment) not in done:
                wires.append(walk(start, segment))
    return tuple(sorted(wires, key=lambda w: w.path[0]))


def _bends(path: list[Cell]) -> Iterator[Cell]:
    """Yield the ends of `path` and the cells where it turns."""
    for i, cell in enumerate(path):
        if 0 < i < len(path) - 1:
            before, after = path[i - 1], path[i + 1]
            if before.row == cell.row == after.row or before.column == cell.column == after.column:
                continue
        yield cell
