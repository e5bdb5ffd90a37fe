"""Answer which stroke covers a cell: Stroke, ... -> Spans.

    line 3:   ──────   ───────        at(3, 8) is the second, at(3, 7) none
              0    5   8     14
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from ..model import Stroke
from ..typed import Final

_START: Final = attrgetter("start")


class Spans:
    """Strokes of one axis, which never overlap on a line."""

    __slots__ = ("_starts", "by_line")

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self.by_line: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            self.by_line.setdefault(stroke.line, []).append(stroke)
        self._starts: dict[int, list[int]] = {}
        for line, row in self.by_line.items():
            starts = [stroke.start for stroke in row]
            if len(row) > 1:
                row.sort(key=_START)
                starts.sort()
            self._starts[line] = starts

    def __iter__(self) -> Iterator[Stroke]:
        """Yield the strokes line by line, each line from its start."""
        for line in sorted(self.by_line):
            yield from self.by_line[line]

    def at(self, line: int, position: int) -> Stroke | None:
        """Return the stroke on `line` that covers `position`."""
        starts = self._starts.get(line)
        if starts is None:
            return None
        index = bisect_right(starts, position) - 1
        if index < 0:
            return None
        stroke = self.by_line[line][index]
        return stroke if position <= stroke.stop else None

    def between(self, line: int, first: int, last: int) -> list[Stroke]:
        """Return the strokes on `line` that cover any position from `first` to `last`."""
        starts = self._starts.get(line)
        if starts is None:
            return []
        low = max(bisect_right(starts, first) - 1, 0)
        return [s for s in self.by_line[line][low : bisect_right(starts, last)] if s.stop >= first]
