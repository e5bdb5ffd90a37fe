"""How lines of unlike weights meet: Primitive, ... -> how far the ends of a path run on, in pixels.

A path ends in the middle of a cell. That is right where a line of its own kind meets it; elsewhere it must go on, or
stop sooner, by the thickness of the line that it meets:

    ═══════      a single line stops at the         │ single, on to the far line
    ───┬───      near line of a double one          ╘══ double
       │         (and so it does below a box)
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from . import theme
from .model import Path, Primitive, Rect, Weight
from .typed import Final, NamedTuple

_Spot = tuple[float, float]
_Piece = tuple[float, float, Weight]
_ACROSS: Final = {"h": "v", "v": "h"}


class _Lines(NamedTuple):
    """The level and upright lines, as far as they are asked about: what ends at a spot, and what runs along a line."""

    ends: dict[_Spot, list[tuple[str, Weight]]]
    along: dict[str, dict[float, list[_Piece]]]         # axis -> y or x of a line -> sorted (start, stop, weight)

    def passing(self, axis: str, spot: _Spot) -> Weight | None:
        """Return the weight of a line that runs through a spot."""
        line, at = (spot[1], spot[0]) if axis == "h" else spot
        pieces = self.along[axis][line]
        k = bisect_left(pieces, (at,)) - 1
        return pieces[k][2] if k >= 0 and pieces[k][1] > at else None


class _End(NamedTuple):
    """An end of a path (by index; its first end or its last, 0 or 1), and the axis along which the path comes there."""

    path: int
    which: int
    spot: _Spot
    axis: str


def _axis(a: _Spot, b: _Spot) -> str | None:
    """Return the axis along which a piece of a line runs, where it does so."""
    if a[1] == b[1]:
        return None if a == b else "h"
    return "v" if a[0] == b[0] else None


def _is_capped(path: Path) -> bool:
    """Tell whether the ends of a path are drawn beyond its points, by half of its weight."""
    return path.role == "connector" and path.weight != "double" and path.dash == "solid"


def _unlike(primitives: Iterable[Primitive]) -> dict[str, set[float]]:
    """Return where lines run that are not light: {axis: y of level ones, or x of upright ones}."""
    found: dict[str, set[float]] = {"h": set(), "v": set()}
    for primitive in primitives:
        if type(primitive) is Rect and primitive.weight != "light":
            found["h"] |= {primitive.y, primitive.y + primitive.height}
            found["v"] |= {primitive.x, primitive.x + primitive.width}
        elif type(primitive) is Path and primitive.weight != "light":
            found["h"].update([y for _, y in primitive.points])
            found["v"].update([x for x, _ in primitive.points])
    return found


def _ends(paths: Iterable[tuple[int, Path]], unlike: Mapping[str, Collection[float]]) -> Iterator[_End]:
    """Yield the ends that may have to run on, or to stop short: none in a head, nor a cap of a light line where nothing
    `unlike` it runs across.
    """
    for index, path in paths:
        points = path.points
        is_plain = path.weight == "light" and _is_capped(path)
        for which, spot, before, has_head in ((0, points[0], points[1], path.start_head),
                                              (1, points[-1], points[-2], path.end_head)):
            axis = None if has_head else _axis(before, spot)
            if axis and not (is_plain and (spot[0] not in unlike["v"] if axis == "h" else spot[1] not in unlike["h"])):
                yield _End(index, which, spot, axis)


def _lines(primitives: Iterable[Primitive], asked: Iterable[_End]) -> _Lines:
    """Return the lines that meet the ends that are asked about."""
    level: dict[float, list[_Piece]] = {}
    upright: dict[float, list[_Piece]] = {}
    ends: dict[_Spot, list[tuple[str, Weight]]] = {}
    for end in asked:
        ends[end.spot] = []
        if end.axis == "h":
            upright[end.spot[0]] = []
        else:
            level[end.spot[1]] = []
    for primitive in primitives:
        if type(primitive) is Rect and not primitive.bare:
            left, top, weight = primitive.x, primitive.y, primitive.weight
            right, bottom = left + primitive.width, top + primitive.height
            for y in (top, bottom):
                if y in level:
                    level[y].append((left, right, weight))
            for x in (left, right):
                if x in upright:
                    upright[x].append((top, bottom, weight))
            corners: tuple[_Spot, ...] = (left, top), (right, top), (left, bottom), (right, bottom)
            for spot in corners:
                if spot in ends:
                    ends[spot] += ("h", weight), ("v", weight)
        elif type(primitive) is Path:
            weight = primitive.weight
            for a, b in pairwise(primitive.points):
                axis = _axis(a, b)
                if axis is None:
                    continue
                (ax, ay), (bx, by) = (a, b) if a < b else (b, a)
                if axis == "h" and ay in level:
                    level[ay].append((ax, bx, weight))
                elif axis == "v" and ax in upright:
                    upright[ax].append((ay, by, weight))
                for spot in (a, b):
                    if spot in ends:
                        ends[spot].append((axis, weight))
    for pieces in (*level.values(), *upright.values()):
        pieces.sort()
    return _Lines(ends, {"h": level, "v": upright})


def _run_on(path: Path, spot: _Spot, axis: str, lines: _Lines) -> float:
    """Return how far a path that ends at a spot runs on beyond it along an axis; less than nothing: it stops short."""
    across, meeting = _ACROSS[axis], lines.ends[spot]
    met = [weight for met_axis, weight in meeting if met_axis == across]
    if len(meeting) - len(met) > 1:     # a line goes on there
        return 0
    passing = lines.passing(across, spot) or (met[0] if len(met) > 1 else None)
    cap = theme.WEIGHTS[path.weight] / 2 if _is_capped(path) else 0
    if passing == "double" and path.weight != "double":
        return -theme.CORE / 2 - cap
    if passing:
        return min(theme.WEIGHTS[passing] / 2 - cap, 0)         # a thick line shows no cap behind a thin one
    return max(theme.WEIGHTS[met[0]] / 2 - cap, 0) if met else 0


def run_on(primitives: Sequence[Primitive]) -> Mapping[int, tuple[float, float]]:
    """Return, for paths by their index, how far their two ends run on."""
    paths = [(index, p) for index, p in enumerate(primitives) if type(p) is Path]
    if all(p.weight == "light" and p.role != "divider" for _, p in paths) and not any(
            p.weight == "double" for p in primitives if type(p) is Rect):
        return {}
    asked = list(_ends(paths, _unlike(primitives)))
    lines = _lines(primitives, asked)
    path_at = dict(paths)
    found: dict[int, tuple[float, float]] = {}
    for index, which, spot, axis in asked:
        if by := _run_on(path_at[index], spot, axis, lines):
            start, stop = found.get(index, (0, 0))
            found[index] = (start, by) if which else (by, stop)
    return found
