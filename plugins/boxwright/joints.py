"""How lines of unlike weights meet: Primitive, ... -> how far the ends of a path run on, in pixels.

A path ends in the middle of a cell. That is right where a line of its own kind meets it; elsewhere it must go on, or
stop sooner, by the thickness of the line that it meets:

    ═══════      a single line stops at the         │ single, on to the far line
    ───┬───      near line of a double one          ╘══ double
       │         (and so it does below a box)
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from . import theme
from .model import Path, Primitive, Rect, Weight
from .typed import Final, NamedTuple

_Spot = tuple[float, float]
_ACROSS: Final = {"h": "v", "v": "h"}


class _Lines(NamedTuple):
    """All level and upright lines: what ends at a spot, and what runs along a line, as sorted (start, stop, weight)."""

    ends: dict[_Spot, list[tuple[str, Weight]]]
    along: dict[tuple[str, float], list[tuple[float, float, Weight]]]

    def passing(self, axis: str, spot: _Spot) -> Weight | None:
        """Return the weight of a line that runs through a spot."""
        line, at = (spot[1], spot[0]) if axis == "h" else spot
        pieces = self.along.get((axis, line), [])
        k = bisect_left(pieces, (at,)) - 1
        return pieces[k][2] if k >= 0 and pieces[k][1] > at else None


def _axis(a: _Spot, b: _Spot) -> str | None:
    return "h" if a[1] == b[1] else "v" if a[0] == b[0] else None


def _lines(primitives: Iterable[Primitive]) -> _Lines:
    found = _Lines({}, {})
    ends, along = found.ends.setdefault, found.along.setdefault
    for primitive in primitives:
        weight: Weight
        if type(primitive) is Rect and not primitive.bare:
            left, top, weight = primitive.x, primitive.y, primitive.weight
            right, bottom = left + primitive.width, top + primitive.height
            for y in (top, bottom):
                along(("h", y), []).append((left, right, weight))
            for x in (left, right):
                along(("v", x), []).append((top, bottom, weight))
            for spot in ((left, top), (right, top), (left, bottom), (right, bottom)):
                ends(spot, []).extend((("h", weight), ("v", weight)))
        elif type(primitive) is Path:
            weight = primitive.weight
            for a, b in pairwise(primitive.points):
                axis = _axis(a, b)
                if axis is None or a == b:
                    continue
                (ax, ay), (bx, by) = (a, b) if a < b else (b, a)
                line, start, stop = (ay, ax, bx) if axis == "h" else (ax, ay, by)
                along((axis, line), []).append((start, stop, weight))
                ends(a, []).append((axis, weight))
                ends(b, []).append((axis, weight))
    for pieces in found.along.values():
        pieces.sort()
    return found


def _run_on(path: Path, end: _Spot, before: _Spot, lines: _Lines) -> float:
    """Return how far one end of a path runs on beyond `end`; less than nothing: it stops short."""
    axis = _axis(before, end)
    if axis is None or before == end:
        return 0
    across = _ACROSS[axis]
    meeting = lines.ends[end]
    met = [weight for met_axis, weight in meeting if met_axis == across]
    goes_on = sum(met_axis == axis for met_axis, _ in meeting) > 1
    passing = lines.passing(across, end) or (met[0] if len(met) > 1 else None)
    own = theme.WEIGHTS[path.weight]
    cap = own / 2 if path.role == "connector" and path.weight != "double" and path.dash == "solid" else 0
    if goes_on or not (passing or met):
        return 0
    if not passing:
        return max(theme.WEIGHTS[met[0]] / 2 - cap, 0)
    if passing == "double" and path.weight != "double":
        return -theme.CORE / 2 - cap
    return min(theme.WEIGHTS[passing] / 2 - cap, 0)     # a thick line shows no cap behind a thin one


def run_on(primitives: Sequence[Primitive]) -> Mapping[int, tuple[float, float]]:
    """Return, for paths by their index, how far their two ends run on."""
    if all(p.weight == "light" and p.role != "divider" for p in primitives if type(p) is Path) and not any(
            p.weight == "double" for p in primitives if type(p) is Rect):
        return {}
    lines = _lines(primitives)
    found: dict[int, tuple[float, float]] = {}
    for index, path in enumerate(primitives):
        if type(path) is Path:
            start = 0 if path.start_head else _run_on(path, path.points[0], path.points[1], lines)
            end = 0 if path.end_head else _run_on(path, path.points[-1], path.points[-2], lines)
            if start or end:
                found[index] = start, end
    return found
