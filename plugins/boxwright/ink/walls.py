"""Answer on which box's edge a cell lies: Box, ... -> Walls.

    ┌───┐      every cell of the four edges belongs to the box; where boxes share an edge, the later one has it
    └───┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from ..model import Box, Divider

_Interval = tuple[int, int, int]        # first, last, box


class Walls:
    """The edges of boxes, by row and by column, and `dividers`, if it is asked for these."""

    __slots__ = ("_across", "_down")

    def __init__(self, boxes: Iterable[Box], dividers: Iterable[Divider] = ()) -> None:
        self._across: dict[int, _Line] = {}
        self._down: dict[int, _Line] = {}
        for index, box in enumerate(boxes):
            row, column, rows, columns = box[:4]
            bottom, right = row + rows - 1, column + columns - 1
            for lines, near, far, edge in ((self._across, row, bottom, (column, right, index)),
                                           (self._down, column, right, (row, bottom, index))):
                for line in (near, far):
                    if line in lines:
                        lines[line].intervals.append(edge)
                    else:
                        lines[line] = _Line(edge)
        for index, stroke in dividers:
            lines = self._across if stroke.axis == "h" else self._down
            part = stroke.start, stroke.stop, index
            if stroke.line in lines:
                lines[stroke.line].intervals.append(part)
            else:
                lines[stroke.line] = _Line(part)

    def at(self, row: int, column: int) -> int | None:
        """Return the box (its index) on whose edge the cell lies."""
        level, upright = self._across.get(row), self._down.get(column)
        found = max(-1 if level is None else level.at(column), -1 if upright is None else upright.at(row))
        return found if found >= 0 else None


class _Line:
    """Intervals on one line, all of them there before it is asked; `furthest` is how far those up to one of them go."""

    __slots__ = ("_firsts", "_furthest", "intervals")

    def __init__(self, first: _Interval) -> None:
        self.intervals = [first]
        self._firsts: list[int] = []
        self._furthest: list[int] = []

    def _sort(self) -> None:
        self.intervals.sort()
        self._firsts = [first for first, _, _ in self.intervals]
        self._furthest = list(accumulate([last for _, last, _ in self.intervals], max))

    def at(self, position: int) -> int:
        """Return the last box (its index) whose interval covers `position`, or -1."""
        if len(self.intervals) == 1:
            first, last, box = self.intervals[0]
            return box if first <= position <= last else -1
        if not self._firsts:
            self._sort()
        found, index = -1, bisect_right(self._firsts, position) - 1
        while index >= 0 and self._furthest[index] >= position:
            if self.intervals[index][1] >= position:
                found = max(found, self.intervals[index][2])
            index -= 1
        return found
