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
from itertools import pairwise
from typing import Final, NamedTuple

from ..glyphs import GLYPHS, char_class
from .grid import FILLER

_SOFT: Final = ".,'`"                    # corners that are mostly punctuation: only in an edge of hyphens
_LEFT: Final = "".join(g.char for g in GLYPHS.values() if "E" in g.arms and set(g.arms) & set("NS")
                       and (not {"W"} & set(g.arms) or g.char == "+" or g.char in _SOFT))
_RIGHT: Final = "".join(g.char for g in GLYPHS.values() if "W" in g.arms and set(g.arms) & set("NS")
                        and (not {"E"} & set(g.arms) or g.char == "+" or g.char in _SOFT))
LINES: Final = "".join(g.char for g in GLYPHS.values() if g.arms == "EW")
_THROUGH: Final = "".join(
    g.char for g in GLYPHS.values()
    if {"E", "W"} <= set(g.arms) and g.char not in _SOFT or g.head in ("N", "S")
)
_NO_TEXT: Final = re.escape(_LEFT + _RIGHT + LINES) + " "
#: A title in an edge. Each character of an edge is read in one way alone, or matching would take exponential time:
#: where no space comes before it, a title does not begin with what could be part of the line.
_LABEL: Final = f"(?:(?: |(?!{char_class(_THROUGH)}))[^{_NO_TEXT}](?: ?[^{_NO_TEXT}]){{0,40}} ?)"
_EDGE: Final = re.compile(
    f"{char_class(_LEFT)}{char_class(LINES)}{char_class(_THROUGH)}*?"
    f"(?:{_LABEL}{char_class(LINES)}{char_class(_THROUGH)}*?)*{char_class(_RIGHT)}(?!{char_class(LINES)})"
)
#: Glyphs that a wall may show in a row: a side, or where a line meets it.
WALLS: Final = frozenset(
    g.char for g in GLYPHS.values() if set(g.arms) & set("NS") and not g.head and not g.round | (g.char == ":")
) | frozenset(g.char for g in GLYPHS.values() if g.round and not g.shy)
#: Glyphs that are a wall wherever they stand; any other wall glyph only counts in its place.
SIDES: Final = frozenset(g.char for g in GLYPHS.values() if g.char in WALLS and (g.arms == "NS" or not g.shy))
_UP: Final = frozenset(g.char for g in GLYPHS.values() if "N" in g.arms and not g.head)
_DOWN: Final = frozenset(g.char for g in GLYPHS.values() if "S" in g.arms and not g.head)
_NARROWEST_ASCII: Final = 4             # columns; what is narrower is a ring in a piece of ASCII art
_MOST_DRIFT: Final = 40                 # columns
_LEAST_DRIFT: Final = 4
_EDGE_DRIFT: Final = 2                  # an edge holds no text that could push it; it may be typed too long


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
    wide = row.count(FILLER, 0, column + _LEAST_DRIFT)
    return min(_MOST_DRIFT, _LEAST_DRIFT + row.count(FILLER, 0, column + _LEAST_DRIFT + wide))


def find_edges(rows: tuple[str, ...]) -> list[list[Edge]]:
    """Return the edges of each row."""
    return [[Edge(y, m.start(), m.end() - 1) for m in _EDGE.finditer(row)] for y, row in enumerate(rows)]


def _near_walls(row: str, column: int) -> list[int]:
    """Return the columns near `column` where a wall stands in `row`."""
    limit = drift_limit(row, column)
    return [
        x for x in range(max(column - limit, 0), min(column + limit + 1, len(row)))
        if row[x] in SIDES or x == column and (row[x] in WALLS or row[x] == ":")
    ]


def _has_walls(row: str, left: int, right: int) -> bool:
    """Tell whether `row` has a wall near each side of a frame, not one that is near both."""
    lefts, rights = _near_walls(row, left), _near_walls(row, right)
    return bool(lefts and rights) and 2 * (rights[-1] - lefts[0]) > right - left


def _is_close(top: Edge, edge: Edge) -> bool:
    return abs(edge.start - top.start) <= _MOST_DRIFT and abs(edge.stop - top.stop) <= _MOST_DRIFT


def _misfit(rows: tuple[str, ...], top: Edge, edge: Edge) -> int | None:
    """Return by how many columns `edge` misses being under `top`, or None where it is not under it at all."""
    wide = rows[edge.row].count(FILLER, 0, edge.stop) + rows[top.row].count(FILLER, 0, top.stop)
    start, stop = abs(edge.start - top.start), abs(edge.stop - top.stop)
    fits = start <= min(wide, _MOST_DRIFT) and stop <= min(wide + _EDGE_DRIFT, _MOST_DRIFT)
    return start + stop if fits else None


def _role(rows: tuple[str, ...], edge: Edge, tops: list[list[Edge]]) -> str:
    """Return "top", "bottom" or "divider". A "+" is a corner and a tee at once: the row below it tells."""
    row = rows[edge.row]
    goes_up = row[edge.start] in _UP and row[edge.stop] in _UP
    goes_down = row[edge.start] in _DOWN and row[edge.stop] in _DOWN
    has_below = edge.row + 1 < len(rows) and _has_walls(rows[edge.row + 1], edge.start, edge.stop)
    has_above = any(_is_close(found[0], edge) and _misfit(rows, found[0], edge) is not None for found in tops)
    if goes_up and goes_down:
        return ("divider" if has_below else "bottom") if has_above else "top"
    return "bottom" if goes_up else "top" if goes_down else ""


def _stacks(rows: tuple[str, ...]) -> list[list[Edge]]:
    """Return the edges of each frame, from its top edge to its bottom edge; edges are matched as brackets are."""
    closed: list[list[Edge]] = []
    open_: list[list[Edge]] = []
    for y, edges in enumerate(find_edges(rows)):
        here = {(edge.start, edge.stop) for edge in edges}
        open_ = [
            found for found in open_
            if any(abs(start - found[0].start) <= _EDGE_DRIFT + _MOST_DRIFT for start, _ in here)
            or _near_walls(rows[y], found[0].start)
        ]
        for edge in edges:
            role = _role(rows, edge, open_)
            if role == "top":
                open_.append([edge])
                continue
            fits = [
                (misfit, -i) for i, found in enumerate(open_)
                if _is_close(found[0], edge) and (misfit := _misfit(rows, found[0], edge)) is not None
            ]
            if not role or not fits:
                continue
            index = -min(fits)[1]
            open_[index].append(edge)
            if role == "bottom":
                found = open_.pop(index)
                closed.append(found)
                # what was opened inside and is still open had no bottom edge
                open_ = [o for o in open_ if not (o[0].row > found[0].row and found[0].start <= o[0].start
                                                  and o[0].stop <= found[0].stop)]
    return sorted(closed)


def _has_sides(rows: tuple[str, ...], edges: list[Edge], left: int, right: int) -> bool:
    """Tell whether most rows between the edges have a wall near both sides: else it only looks like a frame."""
    between = [rows[y] for y in range(edges[0].row + 1, edges[-1].row)]
    walled = sum(_has_walls(row, left, right) for row in between)
    return bool(between) and 3 * walled >= 2 * len(between)


def _columns(rows: tuple[str, ...], edges: list[Edge]) -> tuple[int, int]:
    """Return the columns of the sides: as most of the edges have them that hold no wide text."""
    def plain(edge: Edge) -> bool:
        return FILLER not in rows[edge.row][: edge.stop]
    exact = [e for e in edges if plain(e)] or edges
    spans = [(e.start, e.stop) for e in exact]
    return max(spans, key=lambda span: (spans.count(span), -spans.index(span)))


def _inner(rows: tuple[str, ...], edges: list[Edge], left: int, right: int) -> Iterator[Wall]:
    """Yield the walls between two neighbouring edges that both have a tee for them."""
    for above, below in pairwise(edges):
        if (above.start, above.stop) != (left, right) or (below.start, below.stop) != (left, right):
            continue
        for column in range(left + 1, right):
            if rows[above.row][column] in _DOWN and rows[below.row][column] in _UP:
                yield Wall(column, (above.row, below.row))


def find_frames(rows: tuple[str, ...]) -> list[Frame]:
    """Return the frames of `rows`, in reading order of their top edges."""
    frames: list[Frame] = []
    for edges in _stacks(rows):
        left, right = _columns(rows, edges)
        is_soft = any(rows[e.row][x] in _SOFT for e in (edges[0], edges[-1]) for x in (e.start, e.stop))
        if is_soft and not any(FILLER in rows[y] for y in range(edges[0].row, edges[-1].row + 1)):
            continue                    # curves of ASCII art look like frames; only wide text makes them drift
        if right - left < _NARROWEST_ASCII and rows[edges[0].row][left].isascii():
            continue
        if not _has_sides(rows, edges, left, right):
            continue
        span = (edges[0].row, edges[-1].row)
        walls = (Wall(left, span), *_inner(rows, edges, left, right), Wall(right, span))
        frames.append(Frame(tuple(edges), walls))
    return frames
