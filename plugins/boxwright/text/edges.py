"""Find edges: one row -> Edge, ...

An edge is a line from corner to corner, with tees and titles in it.

    ┌─ title ──┬───┐      +-- title --+---+      .------.
    0              15     each of them is one edge; so is ├────── ┤, which falls short of its end

A search begins only where an edge can, and no character is read in two ways: the time is linear in the row.
"""
from __future__ import annotations

import re

from ..glyphs import char_class
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .marks import ASCII_LINES, BAR, BOX, LEFT, LINES, PLUS, RIGHT, SOFT, THROUGH

_MOST_TITLE: Final = 80                 # cells of a title in an edge
_CORNERS: Final = PLUS + "".join(sorted(SOFT))
_LEAST_LINE: Final = 4                  # a quarter of the cells
_MOST_TITLES: Final = 4                 # beyond them it is prose with rules in it

_SUM: Final = rf"(?<=[\w{re.escape(PLUS)}]){char_class(PLUS)}(?!{char_class(ASCII_LINES)})"    # a plus in a title: i++


def _edge_pattern(left: str, lines: str, part: str, word: str, gap: str, right: str) -> re.Pattern[str]:
    """Return the pattern of an edge; a title is of words with one space between, and the line goes on after it."""
    lines = char_class(lines)
    title = f"(?P<title>(?>(?: ?{word}){{1,{_MOST_TITLE}}}+ ?(?={lines})))"
    return pattern(
        f"{left}{lines}(?:{part})*+(?:{title}(?:{part})++){{0,{_MOST_TITLES}}}+{gap}{right}(?!{lines})")


_BOX_EDGE: Final = _edge_pattern(
    f"{char_class(LEFT)}{char_class(THROUGH)}?", LINES, char_class(LINES + THROUGH) + "++",     # ┌┴─┐
    f"[^{re.escape(BOX + LINES)} ]", " {0,2}+", char_class(RIGHT))
_ASCII_EDGE: Final = _edge_pattern(
    f"(?<!{char_class(LINES)}){char_class(_CORNERS)}", ASCII_LINES,
    f"{char_class(ASCII_LINES)}++|{char_class(PLUS)}(?={char_class(ASCII_LINES)})",
    f"(?:[^{re.escape(BOX + LINES + PLUS + BAR)} ]|{_SUM})", "", char_class(_CORNERS))


class Edge(NamedTuple):
    """A line from corner to corner; `stop` is the column of its right corner."""

    row: int
    start: int
    stop: int


def _is_mostly_line(edge: str) -> bool:
    """Tell whether an edge with a title in ASCII is no piece of a program or of prose."""
    return sum(map(edge.count, ASCII_LINES + PLUS)) * _LEAST_LINE >= len(edge)


def _edges_of(row: str, y: int) -> list[Edge]:
    found: list[Edge] = []
    if "-" in row or "=" in row:
        found = [
            Edge(y, m.start(), m.end() - 1) for m in _ASCII_EDGE.finditer(row)
            if m["title"] is None or _is_mostly_line(m.group())
        ]
    if not row.isascii():
        boxes = [Edge(y, m.start(), m.end() - 1) for m in _BOX_EDGE.finditer(row)]
        found = sorted(found + boxes) if found and boxes else found or boxes
    return found


def find_edges(rows: tuple[str, ...]) -> dict[int, list[Edge]]:
    """Return the edges of each row that has some, from left to right."""
    return {y: found for y, row in enumerate(rows) if (found := _edges_of(row, y))}
