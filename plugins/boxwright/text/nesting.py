"""Find the frames that a frame within has outgrown: rows, edges, spans -> {frame: the column of its right side}.

Edges are exact, those of the inner frame as well; so the outer side belongs where it stands beside them:

    ┌──────────┐           ┌───────────┐
    │ shop     │           │ shop      │
    │  ┌───────┐│    ->    │  ┌───────┐│
    │  │ tea   ││          │  │ tea   ││
    │  └───────┘│          │  └───────┘│
    └──────────┘           └───────────┘
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..glyphs import char_class
from ..patterns import pattern
from ..typed import Final
from .drift import BARE
from .edges import Edge
from .marks import LINES, PLUS, SIDES

_OUTER: Final = pattern(f" {{0,2}}+{char_class(''.join(sorted(BARE)))}")
_MOST_OVER: Final = 2                   # columns that the inner frame stands beyond the outer side, or runs across it
_MOST_LOOKED_AT: Final = 4              # frames of one column


def _side_beside(rows: tuple[str, ...], edges: list[Edge], right: int) -> int | None:
    """Return the column of the bare side that stands right of both the top and the bottom corner of a frame."""
    found: set[int] = set()
    for y, _, stop in (edges[0], edges[-1]):
        row = rows[y]
        side = _OUTER.match(row, stop + 1)
        if stop != right or side is None or row[stop] in SIDES and row[stop] not in PLUS:
            return None                 # a tee is part of a side that goes on
        found.add(side.end() - 1)
    return found.pop() if len(found) == 1 else None


def outgrown(
    rows: tuple[str, ...], stacks: list[list[Edge]], spans: dict[int, tuple[int, int]], inner: Iterable[int],
) -> dict[int, int]:
    """Return the frames whose right side a frame within has pushed outwards, and where that side belongs.

    `inner` are the frames that may have done so: a side stands beside their top.
    A side that is a wall of some other frame belongs to that one.
    """
    beside = {i: x for i in inner if (x := _side_beside(rows, stacks[i], spans[i][1])) is not None}
    if not beside:
        return {}
    by_column: dict[int, list[tuple[int, int]]] = {}        # in reading order
    for i, edges in enumerate(stacks):
        for x in spans[i]:
            by_column.setdefault(x, []).append((edges[0].row, i))

    def around(x: int, row: int) -> Iterator[int]:
        """Yield the frames with a side in column `x` that begin above a row and reach down to it."""
        found = by_column.get(x, [])
        before = bisect_left(found, (row, -1))
        yield from (i for _, i in found[max(before - _MOST_LOOKED_AT, 0) : before] if stacks[i][-1].row > row)

    wider: dict[int, int] = {}
    for i, x in beside.items():
        top, bottom = stacks[i][0].row, stacks[i][-1].row
        left, right = spans[i]
        if any(True for _ in around(x, bottom)):
            continue
        for column in range(left + 1, right + 1):
            if column < right - _MOST_OVER and (rows[top][column] not in LINES or rows[bottom][column] not in LINES):
                continue
            for outer in around(column, top):
                if spans[outer][0] < left and spans[outer][1] == column and stacks[outer][-1].row > bottom:
                    wider[outer] = max(x, wider.get(outer, x))
    return wider
