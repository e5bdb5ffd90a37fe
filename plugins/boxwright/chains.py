"""Draw lines that go on in one another as one: Paths -> Paths.

    a ──┬──► b      seen, three lines: from a to the tee, and from there to b and to c;
        └──► c      drawn, two: from a to b, whose dashes and hairline run through, and the branch
"""
from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from .model import Path
from .typed import NamedTuple


class _Tie(NamedTuple):
    """Where an end of a path may go on: the place, the way that it runs there, and how the line looks."""

    at: tuple[float, float]
    way: tuple[bool, bool, bool]        # rightwards, downwards, along the row
    look: Hashable


def _tie(path: Path, end: int) -> _Tie | None:
    """Return where a path may go on behind its start (0) or its end (-1)."""
    at, before = path.points[:2] if end == 0 else path.points[:-3:-1]
    if at == before or at[0] != before[0] and at[1] != before[1] or path.dash == "wavy":
        return None
    way = at[0] > before[0], at[1] > before[1], at[1] == before[1]
    return _Tie(at, way, (path.weight, path.dash, path.role, path.bends, path.level, path.hue))


def _open_ends(paths: Sequence[Path]) -> Iterator[tuple[int, int]]:
    """Yield the ends without a head at which other paths end too."""
    ends = [(path.points[0], path.points[-1]) for path in paths]
    met: set[tuple[float, float]] = set()
    shared: set[tuple[float, float]] = set()
    for both in ends:
        for point in both:
            (shared if point in met else met).add(point)
    if not shared:
        return
    for index, (first, last) in enumerate(ends):
        if first != last:
            if first in shared and not paths[index].start_head:
                yield index, 0
            if last in shared and not paths[index].end_head:
                yield index, -1


def _reversed(path: Path) -> Path:
    return path._replace(points=path.points[::-1], start_head=path.end_head, end_head=path.start_head,
                         hops=path.hops[::-1])


def _joined(one: Path, two: Path) -> Path:
    """Return two paths as one; the second goes straight on where the first ends."""
    return one._replace(
        points=(*one.points[:-1], *two.points[1:]), end_head=two.end_head,
        smooth=one.smooth + two.smooth, round=one.round + two.round, hops=one.hops + two.hops)


def chained(paths: Sequence[Path]) -> list[Path]:
    """Return `paths`, each line that goes straight on in another of its look made one with it."""
    ties = {key: tie for key in _open_ends(paths) if (tie := _tie(paths[key[0]], key[1]))}
    waiting: dict[_Tie, tuple[int, int]] = {}
    next_of: dict[tuple[int, int], tuple[int, int]] = {}
    for key, tie in ties.items():
        right, down, level = tie.way
        other = waiting.pop(_Tie(tie.at, (level and not right, not level and not down, level), tie.look), None)
        if other is None:
            waiting.setdefault(tie, key)
        elif other[0] != key[0]:
            next_of[key], next_of[other] = other, key
    if not next_of:
        return list(paths)
    found: list[Path] = []
    done: set[int] = set()
    for index in range(len(paths)):
        if index in done:
            continue
        at, end = index, 0
        while (at, end) in next_of:         # back to where the chain begins; a ring of them begins anywhere
            at, end = next_of[at, end]
            end = -1 - end
            if at == index:
                break
        chain = paths[at] if end == 0 else _reversed(paths[at])
        done.add(at)
        end = -1 - end
        while (at, end) in next_of and next_of[at, end][0] not in done:
            at, end = next_of[at, end]
            done.add(at)
            chain = _joined(chain, paths[at] if end == 0 else _reversed(paths[at]))
            end = -1 - end
        found.append(chain)
    return found
