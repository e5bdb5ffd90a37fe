"""Find frames by their edges: edges -> the edges of each frame; its sides may be out of line.

A top edge and the bottom edge under it make a frame; the edges between are dividers.

    ┌────┬───┐    opens a frame
    │ 柠檬 │ 1 │   drifted: only counted as a row that has its walls
    ├────┼───┤    a divider: the frame goes on below it
    └────┴───┘    closes it

Open frames are kept by the column they start at, and their rows are looked at once: the time is linear.
"""
from __future__ import annotations

from ..glyphs import GLYPHS
from ..patterns import pattern
from ..typed import Final
from .drift import BARE, BARE_SIDE, MOST_DRIFT, crosses, has_walls, looseness, wide_before
from .edges import Edge
from .grid import FILLER
from .marks import AT_HOME, BENT, DOWN, LINES, PLUS, SIDE_MARK, SIDES, SOFT, THROUGH, UP

_NARROWEST_ASCII: Final = 4             # columns; what is narrower is a ring in a piece of ASCII art
_NARROWEST_SOFT: Final = 6
_TOPS: Final = frozenset(char for char in SOFT if "S" in GLYPHS[char].arms)
_BOTTOMS: Final = frozenset(char for char in SOFT if "N" in GLYPHS[char].arms)
_SLOPE: Final = pattern(r"[/\\](?:(?<!\w.)|(?!\w))")     # between letters it is text: to/from
_WORD: Final = pattern(r"[^\W_]")
_EDGE_DRIFT: Final = 2                  # an edge holds no text that could push it; it may be typed too long
_EDGE_SHIFT: Final = 3                  # ... but what stands before it can push it as a whole
_MOST_OPEN: Final = 4                   # open frames of one column that are tried


class _Open:
    """A frame whose bottom edge may be yet to come; its rows have been looked at down to `looked`."""

    __slots__ = ("edges", "is_held", "looked", "rows", "sealed", "walled")

    def __init__(self, edges: list[Edge], looked: int) -> None:
        self.edges, self.looked = edges, looked
        self.rows = self.walled = 0     # rows that count, and those of them with a wall near each side
        self.sealed = 0                 # edges down to the last one that could be its bottom edge
        self.is_held = True             # a wall is in line, or could be pushed: else a plus stands on no wall


def _misfit(rows: tuple[str, ...], top: Edge, edge: Edge) -> int | None:
    """Return by how many columns `edge` misses being under `top`, or None where it is not under it at all."""
    by_start, by_stop = edge.start - top.start, edge.stop - top.stop
    if not by_start and not by_stop:
        return 0
    start, stop = abs(by_start), abs(by_stop)
    if start > MOST_DRIFT or stop > MOST_DRIFT:
        return None
    below, above = rows[edge.row], rows[top.row]
    wide = 0 if below.isascii() and above.isascii() else wide_before(below, edge.stop) + wide_before(above, top.stop)
    if start <= min(wide, MOST_DRIFT) and stop <= min(wide + _EDGE_DRIFT, MOST_DRIFT):
        return start + stop
    is_shifted = by_start == by_stop and start <= _EDGE_SHIFT and (
        start <= _EDGE_DRIFT or looseness(below, edge.start) + looseness(above, top.start) > 0)
    return start + stop if is_shifted else None


def _goes_on(row: str, left: int, right: int) -> bool:
    """Tell whether a frame goes on below what may as well be its bottom edge: a side that nothing pushed is there."""
    return (row[left] != " " or _WORD.search(row, 0, left) is not None) and has_walls(row, left, right)


class _Stacks:
    """The frames that are open while the rows are read from the top."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        self._rows = rows
        self._is_ascii = all(map(str.isascii, rows))
        self._by_start: dict[int, list[_Open]] = {}
        self._closed: list[list[Edge]] = []

    def _is_alive(self, found: _Open, y: int) -> bool:
        """Tell whether most rows down to `y` have a wall near both sides: else it only looks like a frame."""
        _, left, right = found.edges[0]
        walled = count = 0
        for row in self._rows[found.looked + 1 : y]:
            if row[left] in AT_HOME and row[right] in AT_HOME:
                walled += 1             # as in most rows
                found.is_held = True
            elif row.isspace() or crosses(row, left, right):
                return False            # a box has sides in every row
            else:
                walled += _goes_on(row, left, right) if found.sealed else has_walls(row, left, right)
                found.is_held = found.is_held or row[left] in AT_HOME or wide_before(row, left) > 0
            count += 1
        found.walled += walled
        found.rows += count
        found.looked = max(found.looked, y - 1)
        return found.is_held and 3 * found.walled >= 2 * found.rows

    def _above(self, edge: Edge) -> _Open | None:
        """Return the open frame that `edge` is under, the one that fits best; what is dead is dropped."""
        y, start, stop = edge
        exact = self._by_start.get(start)
        if exact and exact[-1].edges[0].stop == stop and self._is_alive(exact[-1], y):
            return exact[-1]
        around = most = _EDGE_SHIFT
        if not self._is_ascii:
            around, most = min(around + wide_before(self._rows[y], stop), MOST_DRIFT), MOST_DRIFT
        fits: list[tuple[int, int, int]] = []
        by_start = self._by_start
        for column in range(start - around, start + around + 1):
            if column not in by_start:
                continue
            for found in by_start[column][-_MOST_OPEN:]:
                top = found.edges[0]
                if abs(stop - top.stop) > most or self._is_within(top, edge):
                    continue
                if (misfit := _misfit(self._rows, top, edge)) is not None:
                    fits.append((misfit, -top.row, column))
        for misfit, place, column in sorted(fits) if fits else ():
            found = next(o for o in reversed(self._by_start[column]) if o.edges[0].row == -place)
            if not self._is_alive(found, y):
                self._drop(found)
            elif not misfit or not found.sealed or found.walled == found.rows:      # another box may begin here
                return found
        return None

    def _is_within(self, top: Edge, edge: Edge) -> bool:
        """Tell whether the side of a frame stands in its place before an edge: that of a box within.

            +--------+
            | +--------+ |
        """
        row = self._rows[edge.row]
        return edge.start > top.start + 1 and row[top.start] in BARE and not wide_before(row, edge.start)

    def _drop(self, found: _Open) -> None:
        start = found.edges[0].start
        opened = self._by_start[start]
        if len(opened) == 1:
            del self._by_start[start]
        else:
            opened.remove(found)
        edges = found.edges[: found.sealed]
        if edges and edges[-1].row > edges[0].row + 1:
            self._closed.append(edges)

    def add(self, edge: Edge) -> None:
        """Take in the next edge: it opens, divides or closes a frame. A "+" may be all of them: the next edge tells."""
        y, start, stop = edge
        row = self._rows[y]
        first, last = row[start], row[stop]
        goes_up = first in UP and last in UP
        goes_down = first in DOWN and last in DOWN
        if not goes_up and not goes_down and first in UP and self._by_start.get(start):
            top = self._by_start[start][-1].edges[0]
            if top.stop < stop and row[top.stop] in LINES + THROUGH:
                edge, goes_up = edge._replace(stop=top.stop), True      # the edge goes on as a line
        found = self._above(edge) if goes_up and self._by_start else None
        if found is None:
            if goes_down:
                self._by_start.setdefault(start, []).append(_Open([edge], y))
            return
        found.edges.append(edge)
        found.looked = y
        if goes_down and first not in PLUS:
            found.walled += 1
            found.rows += 1
            return
        found.sealed = len(found.edges)
        found.rows = found.walled = 0   # a plus may be a bottom corner: what follows has to be a frame for itself,
        found.is_held = False           # and may be two lines between two boxes that stand over one another
        if not goes_down or y + 1 == len(self._rows) or not _goes_on(self._rows[y + 1], start, stop):
            self._drop(found)

    def close(self) -> list[list[Edge]]:
        """Return the edges of each frame that has a bottom edge."""
        for opened in list(self._by_start.values()):
            for found in list(opened):
                self._drop(found)
        return self._closed


def _is_soft_box(rows: tuple[str, ...], edges: list[Edge], corners: str) -> bool:
    """Tell whether a frame with soft corners is a box for certain: its corners bend inwards, its rows have bars."""
    top, bottom = edges[0], edges[-1]
    if corners[0] not in _TOPS or corners[1] not in _TOPS or corners[2] not in _BOTTOMS or corners[3] not in _BOTTOMS:
        return False
    if top.stop - top.start < _NARROWEST_SOFT or top.stop - top.start != bottom.stop - bottom.start:
        return False
    left, right = top.start, top.stop
    for row in rows[top.row + 1 : bottom.row]:
        if _SLOPE.search(row, left, right) or not has_walls(row, left, right):
            return False
        if row[left] not in SIDES and not BARE_SIDE.search(row, 0, max(left - 1, 0)):
            return False                # nothing pushed it
        if left and row[left - 1] in SIDES and row[right + 1 : right + 2] in SIDES and (
                not SIDE_MARK.search(row, right - 1, right + 1)):
            return False                # a wide curve: its sides stand beside its corners
    return True


def _has_wide_curves(rows: tuple[str, ...], top: Edge, bottom: Edge) -> bool:
    """Tell whether some corners are wide curves, and others are not: the sides stand where the outer corners are.

        .----.
        | ab  |
         '----'
    """
    left, right = min(top.start, bottom.start), max(top.stop, bottom.stop)
    return top[1:] != bottom[1:] and all(
        row[left] in SIDES and row[right] in SIDES for row in rows[top.row + 1 : bottom.row])


def _is_art(rows: tuple[str, ...], edges: list[Edge]) -> bool:
    """Tell whether a frame may as well be a piece of ASCII art: rings, and curves that nothing wide pushes."""
    top, bottom = edges[0], edges[-1]
    above, below = rows[top.row], rows[bottom.row]
    corners = above[top.start] + above[top.stop] + below[bottom.start] + below[bottom.stop]
    if not SOFT.isdisjoint(corners):
        if _has_wide_curves(rows, top, bottom):
            return True
        return not _is_soft_box(rows, edges, corners) and not any(
            FILLER in rows[y] for y in range(top.row, bottom.row + 1))
    if top[1:] != bottom[1:] and any(
            BENT.search(row, max(top.start - 1, 0), top.stop + 2) for row in rows[top.row + 1 : bottom.row]):
        return True
    if corners[0] not in PLUS or top.stop - top.start >= _NARROWEST_SOFT:
        return False
    # Where a plus stands beside a plus, either may be the corner.
    is_double = above[max(top.start - 1, 0)] in PLUS and top.start > 0 or above[top.stop + 1 : top.stop + 2] == PLUS
    return is_double or top.stop - top.start < _NARROWEST_ASCII


def find_frames(rows: tuple[str, ...], edges_of: dict[int, list[Edge]]) -> list[list[Edge]]:
    """Return the edges of each frame, from its top edge to its bottom edge, in reading order."""
    stacks = _Stacks(rows)
    for found in edges_of.values():
        for edge in found:
            stacks.add(edge)
    return sorted([edges for edges in stacks.close() if not _is_art(rows, edges)])
