r"""Set the tips of two leaning arrows that meet on the edge of a box apart: Paths, Rects -> Paths.

    +-----+
    | box |        straight on, both would come to the middle of the edge, and their heads lie on each other
    +-----+
      ^ ^
     /   \
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from .model import Path, Rect
from .typed import Final

_ASIDE: Final = 1                       # half-cells from where they meet to each tip

#: A tip on its way: the path (an index), its end (0 or -1), and which way it comes from, across.
_Tip = tuple[int, int, int]


def _tips(paths: Sequence[Path]) -> Iterator[tuple[tuple[float, float, bool], _Tip]]:
    """Yield where arrows that lean have their tips, and from above or from below."""
    for index, path in enumerate(paths):
        for end, before, has_head in ((0, 1, path.start_head), (-1, -2, path.end_head)):
            if has_head:
                (x, y), (bx, by) = path.points[end], path.points[before]
                if x != bx and y != by:
                    yield (x, y, by > y), (index, end, 1 if bx > x else -1)


def apart(paths: Sequence[Path], rects: Iterable[Rect]) -> list[Path]:
    """Return paths; two that lean against each other on an edge of a rectangle have their tips side by side there."""
    met: dict[tuple[float, float, bool], list[_Tip]] = {}
    for spot, tip in _tips(paths):
        met.setdefault(spot, []).append(tip)
    pairs = {spot: tips for spot, tips in met.items() if len(tips) == 2 and tips[0][2] != tips[1][2]}
    edges: dict[tuple[float, bool], list[tuple[int, int]]] = {}
    for rect in rects if pairs else ():
        if rect.shape is None:
            for line, is_bottom in ((rect.y, False), (rect.y + rect.height, True)):
                edges.setdefault((line, is_bottom), []).append((rect.x, rect.x + rect.width))
    for spans in edges.values():
        spans.sort()
    found = list(paths)
    for (x, y, is_below), tips in pairs.items():
        spans = edges.get((y, is_below), [])
        at = bisect_left(spans, (x - _ASIDE, 0)) - 1
        if at >= 0 and x + _ASIDE < spans[at][1]:
            for index, end, way in tips:
                points = list(found[index].points)
                points[end] = x + way * _ASIDE, y
                found[index] = found[index]._replace(points=tuple(points))
    return found
