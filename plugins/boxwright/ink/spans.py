"""Answer which stroke covers a cell: Stroke, ... -> Spans.

    line 3:   ──────   ───────        at(3, 8) is the second, at(3, 7) none
              0    5   8     14
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

from ..model import Stroke
from ..typed import Final

_START: Final = attrgetter("start")


class Spans:
    """Strokes of one axis, which never overlap on a line; those of a line come in order."""

    __slots__ = ("_starts", "by_line")

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        by_line: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            line = stroke.line
            if line in by_line:
                by_line[line].append(stroke)
            else:
                by_line[line] = [stroke]
        self.by_line = by_line
        self._starts: dict[int, list[int]] = {}         # of the lines with several strokes that were asked about

    def with_lines(self, lines: Mapping[int, list[Stroke]]) -> Spans:
        """Return these strokes, but for those of some lines: {line: [stroke, ...]}."""
        found = Spans(())
        found.by_line = {**self.by_line, **lines}
        return found

    def with_more(self, strokes: Iterable[Stroke]) -> Spans:
        """Return these strokes and others, which come in any order."""
        lines: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            lines.setdefault(stroke.line, [*self.by_line.get(stroke.line, ())]).append(stroke)
        for row in lines.values():
            row.sort(key=_START)
        return self.with_lines(lines)

    def __iter__(self) -> Iterator[Stroke]:
        """Return the strokes line by line, each line from its start."""
        return chain.from_iterable(map(self.by_line.__getitem__, sorted(self.by_line)))

    def _starts_on(self, line: int) -> list[int]:
        starts = self._starts.get(line)
        if starts is None:
            starts = self._starts[line] = [stroke.start for stroke in self.by_line[line]]
        return starts

    def at(self, line: int, position: int) -> Stroke | None:
        """Return the stroke on `line` that covers `position`."""
        strokes = self.by_line.get(line)
        if strokes is None:
            return None
        stroke = strokes[bisect_right(self._starts_on(line), position) - 1] if len(strokes) > 1 else strokes[0]
        return stroke if stroke.start <= position <= stroke.stop else None

    def between(self, line: int, first: int, last: int) -> list[Stroke]:
        """Return the strokes on `line` that cover any position from `first` to `last`."""
        strokes = self.by_line.get(line)
        if strokes is None:
            return []
        starts = self._starts_on(line)
        low = max(bisect_right(starts, first) - 1, 0)
        return [s for s in strokes[low : bisect_right(starts, last)] if s.stop >= first]
