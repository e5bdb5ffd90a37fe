"""Tell what was repaired, and where it stood: the repairs of each pass -> Repair, ... in the grid as it was typed.

    ┌─────┬───┐      edge, tee         What several passes moved is one repair: from where its author has it
    ├─────┼───┤      divider           to where it came to stand.
    │  ──►│   │      arrowhead, wall
"""
from __future__ import annotations

from ..model import Repair
from ..typed import Final
from .drift import BARE
from .homes import Frame
from .marks import HEADS, LINES

_ELASTIC: Final = frozenset(LINES) | {" "}


class Names:
    """What stands where the walls of `frames` are."""

    def __init__(self, frames: list[Frame]) -> None:
        self._ends: dict[tuple[int, int], str] = {}
        self._rows: set[int] = set()
        for frame in frames:
            for edge in frame.edges:
                is_divider = edge is not frame.edges[0] and edge is not frame.edges[-1]
                self._rows.add(edge.row)
                for x in (edge.start, edge.stop):
                    self._ends.setdefault((edge.row, x), "divider" if is_divider else "edge")

    def wall(self, row: str, y: int, x: int) -> str:
        """Return what a wall of a frame is in row `y`, cell `x`."""
        if y not in self._rows or row[x] in BARE:
            return "wall"
        return self._ends.get((y, x), "tee")

    def line(self, row: str, y: int, x: int) -> str:
        """Return what a cell of a line is, or of a wall that moved with it."""
        if row[x] in HEADS and row[x] not in BARE:
            return "arrowhead"
        return self._ends.get((y, x), "line")


def _fixed(row: str) -> list[int]:
    return [x for x, char in enumerate(row) if char not in _ELASTIC]


def merged(passes: list[tuple[tuple[str, ...], list[Repair]]]) -> tuple[Repair, ...]:
    """Return the repairs of all passes; a pass is the rows it began with, and what it moved in them.

    A glyph is found again in the rows as typed by its place among those of its row that are never put in or taken out.
    """
    typed, repairs = passes[0]
    found = {(r.row, r.column): r for r in repairs}
    for rows, later in passes[1:]:
        places: dict[int, dict[int, int]] = {}
        for repair in later:
            y = repair.row
            if y not in places:
                now, before = _fixed(rows[y]), _fixed(typed[y])
                places[y] = dict(zip(now, before, strict=True)) if len(now) == len(before) else {}
            column = places[y].get(repair.column, repair.column)
            first = found.get((y, column))
            found[y, column] = Repair(y, column, repair.by + (first.by if first else 0), repair.what)
    return tuple(repair for repair in found.values() if repair.by)
