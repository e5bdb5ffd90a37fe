"""Answer on which box's edge a cell lies: Box, ... -> Walls.

    ┌───┐      every cell of the four edges belongs to the box; where boxes share an edge, the later one has it
    └───┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ..model import Box, Divider

_Interval = tuple[int, int, int]        # first, last, box


class Walls:
    """The edges of boxes, by row and by column, and `dividers`, if it is asked for these."""

    __slots__ = ("_across", "_down")

    def __init__(self, boxes: Iterable[Box], dividers: Iterable[Divider] = ()) -> None:
        across: dict[int, list[_Interval]] = {}
        down: dict[int, list[_Interval]] = {}
        for index, box in enumerate(boxes):
            bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
            for row in (box.row, bottom):
                across.setdefault(row, []).append((box.column, right, index))
            for column in (box.column, right):
                down.setdefault(column, []).append((box.row, bottom, index))
        for index, stroke in dividers:
            (across if stroke.axis == "h" else down).setdefault(stroke.line, []).append(
                (stroke.start, stroke.stop, index))
        self._across = {line: _Line(found) for line, found in across.items()}
        self._down = {line: _Line(found) for line, found in down.items()}

    def at(self, row: int, column: int) -> int | None:
        """Return the box (its index) on whose edge the cell lies."""
        found = -1
        for lines, line, position in ((self._across, row, column), (self._down, column, row)):
            if line in lines:
                found = max(found, lines[line].at(position))
        return found if found >= 0 else None

    def claimed(self) -> Mapping[tuple[str, int], list[tuple[int, int]]]:
        """Return the intervals that edges take: {("h" or "v", line): [(first, last), ...], ...}, merged and sorted."""
        return {
            (axis, line): merged((first, last) for first, last, _ in intervals.intervals)
            for axis, lines in (("h", self._across), ("v", self._down)) for line, intervals in lines.items()
        }


class _Line:
    """Intervals on one line; `reach` is how far back an interval that covers a position may begin."""

    __slots__ = ("firsts", "furthest", "intervals")

    def __init__(self, intervals: list[_Interval]) -> None:
        self.intervals = sorted(intervals)
        self.firsts = [first for first, _, _ in self.intervals]
        self.furthest: list[int] = []
        for _, last, _ in self.intervals:
            self.furthest.append(max(last, self.furthest[-1] if self.furthest else last))

    def at(self, position: int) -> int:
        found, index = -1, bisect_right(self.firsts, position) - 1
        while index >= 0 and self.furthest[index] >= position:
            if self.intervals[index][1] >= position:
                found = max(found, self.intervals[index][2])
            index -= 1
        return found


def merged(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `intervals` sorted, those that share a cell made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(intervals):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def covers(intervals: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether merged `intervals` cover `position`."""
    index = bisect_right(intervals, (position, 1 << 60)) - 1
    return index >= 0 and intervals[index][1] >= position
