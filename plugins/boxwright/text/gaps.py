"""Find the rows of a frame that lack one of its sides: rows -> Gap, ...

    ┌────────────┐
    │ tea        │
    │ lemonade            its side was forgotten: the rows above and below have theirs
    │ coffee     │
    └────────────┘

A side that is merely out of line is none of these, nor is an opening: there stands no text that goes up to it.
A box of one row has no other row to go by, but both its edges; of a stack of such boxes, at most half lack a side.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import BLOCKS, those
from ..patterns import pattern
from ..typed import Final, Literal, NamedTuple
from .drift import BARE, LEAST_DRIFT
from .edges import Edge, find_edges
from .frames import find_frames
from .homes import Frame, place_frames
from .marks import AT_HOME, DOWN, SIDE_MARK, SOFT, UP

_INK: Final = frozenset(those(lambda g: not g.shy)) | BLOCKS.keys()
_LEAST_WHOLE: Final = 2                 # rows with a side for each one without
_LEAST_WIDTH: Final = 4                 # columns from corner to corner of a box of one row
_WORD: Final = pattern(r"\w")


class Gap(NamedTuple):
    """A cell where a side is missing; `like` is what the other rows have there, and `under` is what stands over it."""

    row: int
    column: int
    side: Literal["left", "right"]
    like: str
    under: Literal["wall", "corner"] = "wall"


def _lacks(row: str, left: int, right: int, column: int, others: set[int]) -> bool:
    """Tell whether a row has the side opposite to `column`, then nothing but text, and no side near that column."""
    if row[left + right - column] not in AT_HOME or row[column] != " ":
        return False
    text = row[left + 1 : right]
    if not text.strip(" ") or not _INK.isdisjoint(text):
        return False
    near = range(max(column - LEAST_DRIFT, 0), column + LEAST_DRIFT + 1)
    return all(m.start() in others for m in SIDE_MARK.finditer(row, near.start, near.stop))


def _gaps(rows: tuple[str, ...], frame: Frame, others: dict[int, set[int]]) -> Iterator[Gap]:
    left, right = frame.walls[0].column, frame.walls[-1].column
    edges = {edge.row for edge in frame.edges}
    if right >= len(rows[0]) or any(edge[1:] != (left, right) for edge in frame.edges):
        return
    inside = [y for y in range(frame.edges[0].row + 1, frame.edges[-1].row) if y not in edges]
    side: Literal["left", "right"]
    for column, side in ((left, "left"), (right, "right")):
        lacking = [y for y in inside if rows[y][column] not in AT_HOME]
        whole = len(inside) - len(lacking)
        if lacking and whole >= _LEAST_WHOLE * len(lacking) and all(
                _lacks(rows[y], left, right, column, others.get(y, set())) for y in lacking):
            like = next(rows[y][column] for y in inside if y not in lacking)
            yield from (Gap(y, column, side, like) for y in lacking)


def _cells(rows: tuple[str, ...], edges: dict[int, list[Edge]]) -> Iterator[list[Edge]]:
    """Yield the top edges of one row's boxes that stand on one another: each has an edge like it two rows below."""
    below = {y: {edge[1:] for edge in found} for y, found in edges.items()}
    done: set[Edge] = set()
    for y in edges:
        for edge in edges[y]:
            stack: list[Edge] = []
            while edge not in done and edge[1:] in below.get(edge.row + 2, ()) and _holds_a_row(rows, edge):
                done.add(edge)
                stack.append(edge)
                edge = edge._replace(row=edge.row + 2)
            if stack:
                yield stack


def _holds_a_row(rows: tuple[str, ...], edge: Edge) -> bool:
    """Tell whether both corners of an edge go down, and those two rows below it go up: curves of ASCII art apart."""
    above, below = rows[edge.row], rows[edge.row + 2]
    return edge.stop - edge.start >= _LEAST_WIDTH and all(
        above[x] in DOWN and below[x] in UP and not {above[x], below[x]} & SOFT for x in (edge.start, edge.stop))


def _gaps_of_cells(rows: tuple[str, ...], stack: list[Edge], others: dict[int, set[int]]) -> Iterator[Gap]:
    """Yield where the boxes of one row, in a stack of them, lack a side."""
    left, right = stack[0].start, stack[0].stop
    side: Literal["left", "right"]
    for column, side in ((left, "left"), (right, "right")):
        other = left + right - column
        lacking = [edge.row + 1 for edge in stack if rows[edge.row + 1][column] not in AT_HOME]
        if lacking and len(lacking) <= max(len(stack) - len(lacking), 1) and all(
                rows[y][other] in BARE and _WORD.search(rows[y], left, right)
                and _lacks(rows[y], left, right, column, others.get(y, set())) for y in lacking):
            yield from (Gap(y, column, side, rows[y][other], "corner") for y in lacking)


def find_gaps(rows: tuple[str, ...]) -> list[Gap]:
    """Return where a side is missing in `rows`, which are in line."""
    edges = find_edges(rows)
    frames = place_frames(rows, find_frames(rows, edges))
    others: dict[int, set[int]] = {}
    for frame in frames:
        for wall in frame.walls:
            for y in range(wall.rows[0], wall.rows[1] + 1):
                others.setdefault(y, set()).add(wall.column)
    found = [gap for frame in frames for gap in _gaps(rows, frame, others)]
    told = {(gap.row, gap.column) for gap in found}
    found += [gap for stack in _cells(rows, edges) for gap in _gaps_of_cells(rows, stack, others)
              if (gap.row, gap.column) not in told]
    return found
