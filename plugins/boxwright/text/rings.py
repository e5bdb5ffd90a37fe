"""Leave out the frames that are none: a fork and a join around boxes that stand in their branches.

        ┌─────┴─────┐          the fork and the join have the corners of a frame, and their lines go on into
    ┌───▼───┐   ┌───▼───┐      the boxes; but in the rows of the boxes is no side under the corners
    │ tea   │   │ cup   │
    └───┬───┘   └───┬───┘
        └─────┬─────┘
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Set

from .drift import wide_before
from .edges import Edge
from .marks import AT_HOME


def _is_broken(rows: tuple[str, ...], inner: Iterable[list[Edge]], column: int) -> bool:
    """Tell whether a box stands across a column, and no side goes down through it; wide text may push one there."""
    return any(
        top.start < column < top.stop and not all(
            row[column] in AT_HOME and not wide_before(row, column) for row in rows[top.row + 1 : bottom.row])
        for top, *_, bottom in inner)


def without_rings(rows: tuple[str, ...], frames: list[list[Edge]], hollow: Set[Edge]) -> list[list[Edge]]:
    """Return `frames`, in reading order, without the rings; `hollow` are the top edges of those that may be one."""
    kept: list[list[Edge]] = []
    for edges in frames:
        top, bottom = edges[0], edges[-1].row
        if top in hollow:
            first = bisect_left(frames, top.row + 1, key=lambda other: other[0].row)
            after = bisect_left(frames, bottom, key=lambda other: other[0].row)
            inner = [other for other in frames[first:after] if other[-1].row < bottom]
            if _is_broken(rows, inner, top.start) and _is_broken(rows, inner, top.stop):
                continue
        kept.append(edges)
    return kept
