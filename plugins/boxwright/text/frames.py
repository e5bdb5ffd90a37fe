"""Find frames by their edges: rows -> Frame, ...; their sides may be out of line.

A top edge and the bottom edge under it make a frame; the edges between are dividers. What the edges' tees
say of inner walls is taken over.

    ┌────┬───┐    top edge: walls at 0, 5 and 9
    │ 柠檬 │ 1 │   drifted: only counted as a row that has its walls
    └────┴───┘    bottom edge under it: a frame, with an inner wall at 5

Open frames are kept by the column they start at, and their rows are looked at once: the time is linear.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from ..glyphs import GLYPHS, char_class
from .edges import Edge
from .grid import FILLER
from .marks import AT_HOME, DOWN, SOFT, UP, WALLS

_NARROWEST_ASCII: Final = 4             # columns; what is narrower is a ring in a piece of ASCII art
_MOST_DRIFT: Final = 40                 # columns
LEAST_DRIFT: Final = 4
_EDGE_SHIFT: Final = 3                  # ... but what stands before it can push it as a whole
_WIDE_REACH: Final = 200                # columns; wide text further left is one drift for all that follows
_EDGE_DRIFT: Final = 2                  # an edge holds no text that could push it; it may be typed too long
WALL: Final = re.compile(char_class("".join(sorted(WALLS))))
_TEE: Final = re.compile(char_class("".join(sorted(DOWN))))
_SIDE: Final = re.compile(char_class("".join(sorted(char for char in WALLS if GLYPHS[char].arms == "NS"))))
_MOST_OPEN: Final = 4                   # open frames of one column that are tried


class Wall(NamedTuple):
    """A vertical line that shall be straight: its column, and the rows it crosses."""

    column: int
    rows: tuple[int, int]


class Frame(NamedTuple):
    """Edges from the top to the bottom one, and the walls they ask for, from left to right."""

    edges: tuple[Edge, ...]
    walls: tuple[Wall, ...]


@dataclass(slots=True, eq=False)
class _Open:
    """A frame whose bottom edge is yet to come; its rows have been looked at down to `looked`."""

    edges: list[Edge]
    looked: int
    walled: int = 0                     # rows with a wall near each side


def _wide_before(row: str, column: int) -> int:
    """Return how many wide characters stand before `column`, as far as they can push it."""
    return 0 if row.isascii() else row.count(FILLER, max(column - _WIDE_REACH, 0), max(column, 0))


def drift_limit(row: str, column: int) -> int:
    """Return how far a wall at `column` may have drifted: wide text before it pushes it along."""
    wide = _wide_before(row, column + LEAST_DRIFT)
    return min(_MOST_DRIFT, LEAST_DRIFT + (_wide_before(row, column + LEAST_DRIFT + wide) if wide else 0))


def _near(row: str, column: int) -> tuple[int, int] | None:
    """Return the first and the last column near `column` where a wall stands in `row`."""
    limit = drift_limit(row, column)
    first = WALL.search(row, max(column - limit, 0), column + limit + 1)
    if first is None:
        return None
    return first.start(), [m.start() for m in WALL.finditer(row, first.start(), column + limit + 1)][-1]


def _has_walls(row: str, left: int, right: int) -> bool:
    """Tell whether `row` has a wall near each side of a frame, not one that is near both."""
    if right < len(row) and row[left] in AT_HOME and row[right] in AT_HOME:
        return True
    lefts = _near(row, left)
    rights = _near(row, right) if lefts else None
    return bool(lefts and rights and 2 * (rights[1] - lefts[0]) > right - left)


def _looseness(row: str, column: int) -> int:
    """Return how much stands before `column` that can push what follows: sides, each after a text, and wide text."""
    return _wide_before(row, column) + len(_SIDE.findall(row, max(column - _WIDE_REACH, 0), column))


def _misfit(rows: tuple[str, ...], top: Edge, edge: Edge) -> int | None:
    """Return by how many columns `edge` misses being under `top`, or None where it is not under it at all."""
    start, stop = abs(edge.start - top.start), abs(edge.stop - top.stop)
    if not start and not stop:
        return 0
    wide = _wide_before(rows[edge.row], edge.stop) + _wide_before(rows[top.row], top.stop)
    fits = start <= min(wide, _MOST_DRIFT) and stop <= min(wide + _EDGE_DRIFT, _MOST_DRIFT)
    is_shifted = edge.start - top.start == edge.stop - top.stop and start <= _EDGE_SHIFT and (
        start <= _EDGE_DRIFT or _looseness(rows[edge.row], edge.start) + _looseness(rows[top.row], top.start) > 0)
    return start + stop if fits or is_shifted else None


class _Stacks:
    """The frames that are open while the rows are read from the top."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        self._rows = rows
        self._by_start: dict[int, list[_Open]] = {}
        self.closed: list[_Open] = []

    def _is_alive(self, found: _Open, y: int) -> bool:
        """Tell whether most rows down to `y` have a wall near both sides: else it only looks like a frame."""
        top = found.edges[0]
        for row in self._rows[found.looked + 1 : y]:
            found.walled += _has_walls(row, top.start, top.stop)
        found.looked = max(found.looked, y - 1)
        between = y - top.row - 1
        return 3 * found.walled >= 2 * between

    def _above(self, edge: Edge) -> _Open | None:
        """Return the open frame that `edge` is under, the one that fits best; what is dead is dropped."""
        exact = self._by_start.get(edge.start)
        if exact and exact[-1].edges[0].stop == edge.stop and self._is_alive(exact[-1], edge.row):
            return exact[-1]
        around = min(_EDGE_SHIFT + _wide_before(self._rows[edge.row], edge.stop), _MOST_DRIFT)
        columns = [x for x in range(edge.start - around, edge.start + around + 1) if x in self._by_start]
        if not columns:
            return None
        fits: list[tuple[int, int, int]] = []
        for column in columns:
            for found in self._by_start[column][-_MOST_OPEN:]:
                misfit = _misfit(self._rows, found.edges[0], edge)
                if misfit is not None:
                    fits.append((misfit, -found.edges[0].row, column))
        for _, top, column in sorted(fits):
            found = next(o for o in reversed(self._by_start[column]) if o.edges[0].row == -top)
            if self._is_alive(found, edge.row):
                return found
            self._drop(found)
        return None

    def _drop(self, found: _Open) -> None:
        start = found.edges[0].start
        opened = self._by_start[start]
        if len(opened) == 1:
            del self._by_start[start]
        else:
            opened.remove(found)

    def add(self, edge: Edge) -> None:
        """Take in the next edge: it opens, divides or closes a frame. A "+" is all: the row below it tells."""
        row = self._rows[edge.row]
        goes_up = row[edge.start] in UP and row[edge.stop] in UP
        goes_down = row[edge.start] in DOWN and row[edge.stop] in DOWN
        found = self._above(edge) if goes_up else None
        if found is None:
            if goes_down:
                self._by_start.setdefault(edge.start, []).append(_Open([edge], edge.row))
            return
        found.edges.append(edge)
        found.walled += 1
        found.looked = edge.row
        goes_on = edge.row + 1 < len(self._rows) and _has_walls(self._rows[edge.row + 1], edge.start, edge.stop)
        if not (goes_down and goes_on):
            self._drop(found)
            if edge.row > found.edges[0].row + 1:
                self.closed.append(found)


def _columns(rows: tuple[str, ...], edges: list[Edge]) -> tuple[int, int]:
    """Return the columns of the sides: as the edges have them that least can have pushed, most of them, and most rows."""
    spans = [(e.start, e.stop) for e in edges]
    if len(set(spans)) == 1:
        return spans[0]
    body = rows[edges[0].row + 1 : edges[-1].row]
    looseness = {span: min(
        _looseness(rows[e.row], e.start) + _wide_before(rows[e.row][e.start :], e.stop - e.start)
        for e in edges if (e.start, e.stop) == span) for span in spans}

    def votes(span: tuple[int, int]) -> tuple[int, int, int, int]:
        seen = sum(row[x : x + 1] in WALLS for row in body for x in span)
        return -looseness[span], spans.count(span), seen, -spans.index(span)
    return max(dict.fromkeys(spans), key=votes)


def _inner(rows: tuple[str, ...], edges: list[Edge], left: int, right: int) -> Iterator[Wall]:
    """Yield the walls between two neighbouring edges that both have a tee for them."""
    for above, below in pairwise(edges):
        if (above.start, above.stop) != (left, right) or (below.start, below.stop) != (left, right):
            continue
        lower = rows[below.row]
        for tee in _TEE.finditer(rows[above.row], left + 1, right):
            if lower[tee.start()] in UP:
                yield Wall(tee.start(), (above.row, below.row))


def find_frames(rows: tuple[str, ...], edges_of: dict[int, list[Edge]]) -> list[Frame]:
    """Return the frames of `rows`, in reading order of their top edges; the edges are given by their row."""
    stacks = _Stacks(rows)
    for found_edges in edges_of.values():
        for edge in found_edges:
            stacks.add(edge)
    frames: list[Frame] = []
    for found in sorted(stacks.closed, key=lambda o: o.edges[0]):
        edges = found.edges
        left, right = _columns(rows, edges)
        top, bottom = rows[edges[0].row], rows[edges[-1].row]
        corners = top[edges[0].start], top[edges[0].stop], bottom[edges[-1].start], bottom[edges[-1].stop]
        if not SOFT.isdisjoint(corners) and not any(FILLER in rows[y] for y in range(edges[0].row, edges[-1].row + 1)):
            continue                    # curves of ASCII art look like frames; only wide text makes them drift
        if right - left < _NARROWEST_ASCII and rows[edges[0].row][left].isascii():
            continue
        span = (edges[0].row, edges[-1].row)
        walls = (Wall(left, span), *_inner(rows, edges, left, right), Wall(right, span))
        frames.append(Frame(tuple(edges), walls))
    return frames
