"""Find frames by their edges alone: rows -> Frame, ...; their sides may be out of line.

An edge runs from corner to corner. A top edge and the bottom edge under it make a frame; the edges
between are dividers. What an edge's tees say of inner walls is taken over.

    ┌────┬───┐    top edge: walls at 0, 5 and 9
    │ 柠檬 │ 1 │   drifted: not looked at here
    └────┴───┘    bottom edge under it: a frame, with an inner wall at 5
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..glyphs import GLYPHS, char_class
from .grid import FILLER

_SOFT: Final = ".,'`"                    # corners that are mostly punctuation: only in an edge of hyphens
_LEFT: Final = "".join(g.char for g in GLYPHS.values() if "E" in g.arms and set(g.arms) & set("NS")
                       and (not {"W"} & set(g.arms) or g.char == "+" or g.char in _SOFT))
_RIGHT: Final = "".join(g.char for g in GLYPHS.values() if "W" in g.arms and set(g.arms) & set("NS")
                        and (not {"E"} & set(g.arms) or g.char == "+" or g.char in _SOFT))
LINES: Final = "".join(g.char for g in GLYPHS.values() if g.arms == "EW")
_THROUGH: Final = "".join(g.char for g in GLYPHS.values() if {"E", "W"} <= set(g.arms) and g.char not in _SOFT) + "".join(
    g.char for g in GLYPHS.values() if g.head in ("N", "S")
)
_LABEL: Final = f"(?: ?[^{re.escape(_LEFT + _RIGHT + LINES)} ](?: ?[^{re.escape(_LEFT + _RIGHT + LINES)} ]){{0,40}} ?)"
_EDGE: Final = re.compile(
    f"{char_class(_LEFT)}{char_class(LINES)}{char_class(_THROUGH)}*?"
    f"(?:{_LABEL}{char_class(LINES)}{char_class(_THROUGH)}*?)*{char_class(_RIGHT)}(?!{char_class(LINES)})"
)
#: Glyphs that a wall may show in a row: a side, or where a line meets it.
WALLS: Final = frozenset(
    g.char for g in GLYPHS.values() if set(g.arms) & set("NS") and not g.head and not g.round | (g.char == ":")
) | frozenset(g.char for g in GLYPHS.values() if g.round and not g.shy)
_UP: Final = frozenset(g.char for g in GLYPHS.values() if "N" in g.arms and not g.head)
_DOWN: Final = frozenset(g.char for g in GLYPHS.values() if "S" in g.arms and not g.head)
_MOST_DRIFT: Final = 12                 # columns
_LEAST_DRIFT: Final = 4


class Edge(NamedTuple):
    """A line from corner to corner; `stop` is the column of its right corner."""

    row: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Wall:
    """A vertical line that shall be straight: its column, and the rows it crosses."""

    column: int
    rows: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """Edges from the top to the bottom one, and the walls they ask for."""

    edges: tuple[Edge, ...]
    walls: tuple[Wall, ...]


def drift_limit(row: str, column: int) -> int:
    """Return how far a wall at `column` may have drifted: wide text before it pushes it along."""
    return min(_MOST_DRIFT, _LEAST_DRIFT + row.count(FILLER, 0, column + _LEAST_DRIFT))


def find_edges(rows: tuple[str, ...]) -> list[list[Edge]]:
    """Return the edges of each row."""
    return [[Edge(y, m.start(), m.end() - 1) for m in _EDGE.finditer(row)] for y, row in enumerate(rows)]


def _near_wall(row: str, column: int) -> bool:
    limit = drift_limit(row, column)
    return any(char in WALLS or char == ":" for char in row[max(column - limit, 0) : column + limit + 1])


def _close(rows: tuple[str, ...], edges: list[list[Edge]], top: Edge) -> list[Edge] | None:
    """Return the edges from `top` to the bottom edge under it, or None where there is none."""
    found = [top]
    for y in range(top.row + 1, len(rows)):
        row = rows[y]
        edge = next((
            e for e in edges[y]
            if abs(e.start - top.start) <= drift_limit(row, e.start)
            and abs(e.stop - top.stop) <= drift_limit(row, e.stop)
            and row[e.start] in _UP and row[e.stop] in _UP
        ), None)
        if edge is not None:
            found.append(edge)
            goes_on = row[edge.start] in _DOWN and row[edge.stop] in _DOWN
            # a "+" is a corner and a tee at once: the next row tells
            if not goes_on or y + 1 == len(rows) or not _near_wall(rows[y + 1], top.start) \
                    or not _near_wall(rows[y + 1], top.stop):
                return found
        elif not _near_wall(row, top.start):
            return None
    return found if len(found) > 1 and rows[found[-1].row][found[-1].start] == "+" else None


def _columns(rows: tuple[str, ...], edges: list[Edge]) -> tuple[int, int]:
    """Return the columns of the sides: as most of the edges have them that hold no wide text."""
    def plain(edge: Edge) -> bool:
        return FILLER not in rows[edge.row][: edge.stop]
    exact = [e for e in edges if plain(e)] or edges
    spans = [(e.start, e.stop) for e in exact]
    return max(spans, key=lambda span: (spans.count(span), -spans.index(span)))


def _inner(rows: tuple[str, ...], edges: list[Edge], left: int, right: int) -> Iterator[Wall]:
    """Yield the walls between two neighbouring edges that both have a tee for them."""
    for above, below in zip(edges, edges[1:], strict=False):
        if (above.start, above.stop) != (left, right) or (below.start, below.stop) != (left, right):
            continue
        for column in range(left + 1, right):
            if rows[above.row][column] in _DOWN and rows[below.row][column] in _UP:
                yield Wall(column, (above.row, below.row))


def find_frames(rows: tuple[str, ...]) -> list[Frame]:
    """Return the frames of `rows`, in reading order of their top edges."""
    edges = find_edges(rows)
    frames: list[Frame] = []
    inside: set[Edge] = set()
    for row_edges in edges:
        for top in row_edges:
            row = rows[top.row]
            if top in inside or row[top.start] not in _DOWN or row[top.stop] not in _DOWN:
                continue
            found = _close(rows, edges, top)
            if found is None:
                continue
            inside.update(found[1:-1])
            left, right = _columns(rows, found)
            span = (found[0].row, found[-1].row)
            walls = (Wall(left, span), *_inner(rows, found, left, right), Wall(right, span))
            frames.append(Frame(tuple(found), walls))
    return frames
