"""Find what says how long a box is: Wires with ends, Walls -> the wires (by index) that are dimensions, and their bars.

        └───────────────┘
        |<---- 16 ---->|      an arrow with two heads right over an edge, or right under it: it leads nowhere
"""
from __future__ import annotations

from collections.abc import Sequence

from ..model import Cell, Point
from ..typed import Final
from .nets import Wired
from .points import cell_of
from .walls import Walls

_NEXT: Final = 2                        # half-cells from the middle of one cell to that of the next


def dimensions(wired: Sequence[Wired], walls: Walls) -> set[int]:
    """Return the lines (by index) that say how long a box is, with the bars at their ends."""
    both = [(index, cell_of(wire.path[0]), cell_of(wire.path[-1])) for index, (wire, start, stop) in enumerate(wired)
            if start.arrow and stop.arrow and len(wire.path) == 2]
    found: set[int] = set()
    bars: set[Cell] = set()
    for index, a, b in both:
        edges = [walls.at(a.row + way, a.column) for way in (-1, 1) if a.row == b.row]
        for way, box in zip((-1, 1), edges, strict=False):
            _, *ends = wired[index]
            if box is not None and walls.at(b.row + way, b.column) == box and all(
                    end.text is None and end.box in (None, box) for end in ends):
                found.add(index)
                left, right = sorted((a.column, b.column))
                bars |= {Cell(a.row, left - 1), Cell(a.row, right + 1)}
    if bars:
        found.update(index for index, (wire, *_) in enumerate(wired) if len(wire.path) == 2 and not (
            wire.start_arrow or wire.end_arrow or bars.isdisjoint(map(cell_of, wire.path))) and _is_short(wire.path))
    return found


def _is_short(path: Sequence[Point]) -> bool:
    """Tell whether an upright line is no longer than from one cell to the next."""
    (ax, ay), (bx, by) = path
    return ax == bx and abs(ay - by) <= _NEXT
