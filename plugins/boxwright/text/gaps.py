"""Find the rows of a frame that lack one of its sides: rows -> Gap, ...

    ┌────────────┐
    │ tea        │
    │ lemonade            its side was forgotten: the rows above and below have theirs
    │ coffee     │
    └────────────┘

A side that is merely out of line is none of these, nor is an opening: there stands no text that goes up to it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import BLOCKS, those
from ..typed import Final, Literal, NamedTuple
from .drift import LEAST_DRIFT
from .edges import find_edges
from .frames import find_frames
from .homes import Frame, place_frames
from .marks import AT_HOME, SIDE_MARK

_INK: Final = frozenset(those(lambda g: not g.shy)) | BLOCKS.keys()
_LEAST_WHOLE: Final = 2                 # rows with a side for each one without


class Gap(NamedTuple):
    """A cell where a side is missing; `like` is what the other rows have there."""

    row: int
    column: int
    side: Literal["left", "right"]
    like: str


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


def find_gaps(rows: tuple[str, ...]) -> list[Gap]:
    """Return where a side is missing in `rows`, which are in line."""
    frames = place_frames(rows, find_frames(rows, find_edges(rows)))
    others: dict[int, set[int]] = {}
    for frame in frames:
        for wall in frame.walls:
            for y in range(wall.rows[0], wall.rows[1] + 1):
                others.setdefault(y, set()).add(wall.column)
    return [gap for frame in frames for gap in _gaps(rows, frame, others)]
