"""Say where the walls of the frames belong: the edges of each frame -> Frame, ...; rows -> Match, ...

Edges are exact; but what stands before an edge in its row can push it, and then two edges of a frame disagree.
The frames are placed from the left to the right, so that it is known what has been pushed:

    │ ab  │  ┌────┐      the top edge stands a column to the right, as the side before it does;
    └────┘  │ cd │       so the frame belongs where the bottom edge has it
            └────┘
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from ..typed import Final, NamedTuple
from .drift import BARE, BARE_SIDE, MOST_DRIFT, looseness
from .edges import Edge
from .marks import AT_HOME, DOWN_MARKS, LINES, PLUS, SIDE_MARK, SIDES, UP_MARKS, WALLS
from .matching import Match, match_row
from .uprights import Uprights

_LOOK_BACK: Final = 6                   # walls before an edge that tell whether it was pushed
_WINDOW: Final = 300                    # columns before an edge that are looked at
_TEE_DRIFT: Final = 6                   # columns that the ends of an inner wall may be apart
_BESIDE: Final = 4                      # from a corner to where a side that has to make way is looked for
_UNKNOWN: Final = 0.8                   # the weight of an edge with nothing before it that could tell ...
_LOOSE: Final = 0.5                     # ... or with something that could have pushed it


class Wall(NamedTuple):
    """A vertical line that shall be straight: its column, and the rows it crosses."""

    column: int
    rows: tuple[int, int]


class Frame(NamedTuple):
    """Edges from the top to the bottom one, and the walls they ask for, from left to right.

    `tees` are the edges' ends of inner walls that are out of line: (row, home column, column where it stands), and the
    sides of a frame that has to be wider.
    """

    edges: tuple[Edge, ...]
    walls: tuple[Wall, ...]
    tees: tuple[tuple[int, int, int], ...] = ()


def _places(marks: tuple[re.Pattern[str], re.Pattern[str]], row: str, start: int, stop: int) -> list[int]:
    return [match.start() for match in marks[PLUS in row].finditer(row, start, stop)]


def _inner(
    rows: tuple[str, ...], edges: list[Edge], span: tuple[int, int]
) -> tuple[list[Wall], list[tuple[int, int, int]]]:
    """Return the walls between two neighbouring edges that both have a tee for them, and the tees out of line.

    Where two edges have as many tees, the first belongs to the first; the column that more edges have is right.
    """
    for y, start, stop in edges[:-1]:
        if rows[y][start + 1 : stop].strip(LINES):
            break
    else:
        return [], []                   # most frames have nothing but lines in their edges
    downs = [_places(DOWN_MARKS, rows[y], start + 1, stop) for y, start, stop in edges[:-1]]
    if not any(downs):
        return [], []
    ups = [_places(UP_MARKS, rows[y], start + 1, stop) for y, start, stop in edges[1:]]
    if not any(ups):
        return [], []
    right = {i for i, edge in enumerate(edges) if edge[1:] == span}
    counts = Counter(x for i in right for x in {*(downs[i] if i < len(downs) else ()), *(ups[i - 1] if i else ())})
    def is_shown(above: Edge, below: Edge) -> bool:
        """Tell whether a row between two edges has a side within: else lines leave outwards at their pluses."""
        return any(SIDE_MARK.search(row, span[0] + 1, span[1]) for row in rows[above.row + 1 : below.row])

    walls: list[Wall] = []
    tees: dict[tuple[int, int], int] = {}
    for i, (above, below) in enumerate(pairwise(edges)):
        upper, lower = downs[i], ups[i]
        if not upper and not lower or rows[above.row][above.start] in PLUS and not is_shown(above, below):
            continue
        is_exact = {i, i + 1} <= right
        if len(upper) != len(lower) or any(
                abs(a - b) > (0 if is_exact and rows[above.row][a] in PLUS else _TEE_DRIFT)     # a plus may go up alone
                for a, b in zip(upper, lower, strict=True)):
            if is_exact:
                walls += [Wall(x, (above.row, below.row)) for x in upper if x in lower]
            continue
        for a, b in zip(upper, lower, strict=True):
            home = tees.get((above.row, a), a if counts[a] >= counts[b] else b)
            tees[above.row, a] = tees[below.row, b] = home
            walls.append(Wall(home, (above.row, below.row)))
    return walls, [(y, home, x) for (y, x), home in tees.items() if x != home]


def _is_pushed(rows: tuple[str, ...], edge: Edge, towards: int) -> bool:
    """Tell whether the side before an edge does not go on into the next row: it is out of line, and so is the edge."""
    before = [m.start() for m in BARE_SIDE.finditer(rows[edge.row], max(edge.start - MOST_DRIFT, 0), edge.start)]
    y = edge.row + towards
    return bool(before) and 0 <= y < len(rows) and rows[y][before[-1]] == " "


class _Placed:
    """The walls placed so far, for the rows where an edge stands that is yet to be placed."""

    def __init__(self, rows: tuple[str, ...], wanted: set[int]) -> None:
        self._rows, self._uprights = rows, Uprights(rows)
        self._wanted = sorted(wanted)
        self._homes: dict[int, list[int]] = {y: [] for y in wanted}
        self._known: dict[int, dict[int, int]] = {y: {} for y in wanted}

    def add(self, edges: list[Edge], span: tuple[int, int]) -> None:
        first = bisect_left(self._wanted, edges[0].row)
        for y in self._wanted[first : bisect_right(self._wanted, edges[-1].row)]:
            self._homes[y] += span
        for edge in edges:
            if edge.row in self._known:
                self._known[edge.row] |= {span[0]: edge.start, span[1]: edge.stop}

    def pushed(self, edge: Edge) -> int | None:
        """Return how far what stands before `edge` has been pushed, or None where nothing tells."""
        start = max(edge.start - _WINDOW, 0)
        homes = sorted({x for x in self._homes[edge.row] if start <= x <= edge.start})[-_LOOK_BACK:]
        if not homes:
            return None
        known = {x - start: seen - start for x in homes
                 if start <= (seen := self._known[edge.row].get(x, -1)) < edge.start}
        matches = match_row(self._rows[edge.row][start : edge.start], [x - start for x in homes], known,
                            lambda x: self._uprights.stands(edge.row, x + start))
        return matches[-1].seen - matches[-1].home if matches else None


def _span(rows: tuple[str, ...], edges: list[Edge], placed: _Placed) -> tuple[int, int]:
    """Return the columns of the sides of a frame: most edges have them there, less what pushed them."""
    votes: dict[tuple[int, int], float] = {}
    for edge in edges:
        by = placed.pushed(edge)
        weight = 1.0 if by is not None else _LOOSE if looseness(rows[edge.row], edge.stop) else _UNKNOWN
        if not by and _is_pushed(rows, edge, 1 if edge is edges[-1] else -1):
            weight *= _LOOSE
        span = edge.start - (by or 0), edge.stop - (by or 0)
        votes[span] = votes.get(span, 0.0) + weight
    body = rows[edges[0].row + 1 : edges[-1].row]

    def rank(span: tuple[int, int]) -> tuple[float, int]:
        return votes[span], sum(row[x : x + 1] in WALLS for row in body for x in span)
    return max((span for span in votes if span[0] >= 0), key=rank, default=(edges[0].start, edges[0].stop))


def place_frames(rows: tuple[str, ...], stacks: list[list[Edge]]) -> list[Frame]:
    """Return the frames of `rows` with their walls; a stack holds the edges of one frame."""
    spans: dict[int, tuple[int, int]] = {}
    loose: list[int] = []
    for i, edges in enumerate(stacks):
        _, left, right = edges[0]
        spans[i] = left, right
        for _, start, stop in edges:
            if start != left or stop != right:
                loose.append(i)
                break
    if loose:
        placed = _Placed(rows, {edge.row for i in loose for edge in stacks[i]})
        is_loose = set(loose)
        for i, edges in enumerate(stacks):
            if i not in is_loose:
                placed.add(edges, spans[i])
        for i in sorted(loose, key=lambda i: min(edge.start for edge in stacks[i])):
            spans[i] = _span(rows, stacks[i], placed)
            placed.add(stacks[i], spans[i])
    frames: list[Frame] = []
    wider: dict[int, int] = {}
    beside = [i for i, (_, stop) in spans.items()
              if rows[stacks[i][0].row][stop + 1 : stop + _BESIDE].lstrip(" ")[:1] in BARE]
    if beside:
        from .nesting import outgrown
        wider = outgrown(rows, stacks, spans, beside)
    for i, edges in enumerate(stacks):
        span = left, right = spans[i]
        down = top, bottom = edges[0].row, edges[-1].row
        inner, tees = _inner(rows, edges, span)
        if i in wider:
            right = wider[i]
            tees += [(y, right, span[1]) for y in range(top + 1, bottom)
                     if rows[y][span[1]] in SIDES and rows[y][right : right + 1] not in SIDES]
        frames.append(Frame(tuple(edges), (Wall(left, down), *inner, Wall(right, down)), tuple(tees)))
    return frames


def match_rows(
    rows: tuple[str, ...], frames: list[Frame], wanted: frozenset[int], room: Callable[[str], int] | None = None,
) -> dict[int, list[Match]]:
    """Return the matches of each of the `wanted` rows that a frame crosses; `room` as for `match_row`."""
    homes: dict[int, set[int]] = {}
    known: dict[int, dict[int, int]] = {}
    for frame in frames:
        for wall in frame.walls:
            for y in range(wall.rows[0], wall.rows[1] + 1):
                if y in wanted:
                    homes.setdefault(y, set()).add(wall.column)
        left, right = frame.walls[0].column, frame.walls[-1].column
        for edge in frame.edges:
            if edge.row not in wanted:
                continue
            row = rows[edge.row]
            is_crossed = right < len(row) and row[left] in WALLS and row[right] in WALLS
            if not is_crossed or (edge.start, edge.stop) == (left, right):
                known.setdefault(edge.row, {}).update({left: edge.start, right: edge.stop})
        for y, home, seen in frame.tees:
            if y in wanted:
                known.setdefault(y, {})[home] = seen
    uprights = Uprights(rows)
    return {
        y: match_row(rows[y], sorted(found), known.get(y, {}), partial(uprights.stands, y), room)
        for y, found in sorted(homes.items())
    }


def crooked_rows(rows: tuple[str, ...], frames: list[Frame]) -> set[int]:
    """Return the rows in which a wall is not where its frame has it."""
    crooked: set[int] = set()
    width = len(rows[0]) if rows else 0
    for edges, walls, tees in frames:
        left, right = walls[0].column, walls[-1].column
        for y, start, stop in edges:
            row = rows[y]
            if row[stop - 1] == " " or (start != left or stop != right) and not (
                    right < width and row[left] in WALLS and row[right] in WALLS):
                crooked.add(y)
        for y, _, _ in tees:
            crooked.add(y)
        if right >= width:
            crooked.update(range(edges[0].row, edges[-1].row + 1))
            continue
        away: set[int] = set()
        for column, (first, last) in walls:
            for y in range(first + 1, last):
                if rows[y][column] not in AT_HOME:
                    away.add(y)
        if away:
            crooked |= away.difference([edge.row for edge in edges])
    return crooked
