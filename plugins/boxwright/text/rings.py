"""Leave out the frames that are none: a fork and a join around boxes that stand in their branches.

        ┌─────┴─────┐          the fork and the join have the corners of a frame, and their lines go on into
    ┌───▼───┐   ┌───▼───┐      the boxes; but in the rows of the boxes is no side under the corners
    │ tea   │   │ cup   │
    └───┬───┘   └───┬───┘
        └─────┬─────┘
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set

from .drift import wide_before
from .edges import Edge
from .marks import AT_HOME

#: The frames that begin in each row, from left to right.
_ByRow = dict[int, list[list[Edge]]]


def _is_broken(rows: tuple[str, ...], begun: _ByRow, outer: list[Edge], column: int) -> bool:
    """Tell whether a box within a frame stands across a column, and no side goes down there: wide text may push one."""
    for y in range(outer[0].row + 1, outer[-1].row):
        boxes = begun.get(y, [])
        k = bisect_left(boxes, column, key=lambda edges: edges[0].start) - 1
        if k >= 0 and boxes[k][0].stop > column and boxes[k][-1].row < outer[-1].row and not all(
                row[column] in AT_HOME and not wide_before(row, column) for row in rows[y + 1 : boxes[k][-1].row]):
            return True
    return False


def without_rings(rows: tuple[str, ...], frames: list[list[Edge]], hollow: Set[Edge]) -> list[list[Edge]]:
    """Return `frames`, in reading order, without the rings; `hollow` are the top edges of those that may be one."""
    begun: _ByRow = {}
    for edges in frames:
        begun.setdefault(edges[0].row, []).append(edges)
    return [
        edges for edges in frames if edges[0] not in hollow or not (
            _is_broken(rows, begun, edges, edges[0].start) and _is_broken(rows, begun, edges, edges[0].stop))]
