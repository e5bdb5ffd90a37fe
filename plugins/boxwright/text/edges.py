"""Find edges: rows -> {row: Edge, ...}

An edge is a line from corner to corner, with tees and titles in it.

    ┌─ title ──┬───┐      +-- title --+---+      .------.
    0              15     each of them is one edge; so is ├────── ┤, which falls short of its end

A search begins only where an edge can, and no character is read in two ways: the time is linear in the rows.
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
    f"[^{re.escape(BOX + LINES)} \\n]", " {0,2}+", char_class(RIGHT))
_ASCII_EDGE: Final = _edge_pattern(
    f"{char_class(_CORNERS)}(?<!{char_class(LINES)}.)", ASCII_LINES,       # the corner first: so the search is quick
    f"{char_class(ASCII_LINES)}++|{char_class(PLUS)}(?={char_class(ASCII_LINES)})",
    f"(?:[^{re.escape(BOX + LINES + PLUS + BAR)} \\n]|{_SUM})", "", char_class(_CORNERS))


class Edge(NamedTuple):
    """A line from corner to corner; `stop` is the column of its right corner."""

    row: int
    start: int
    stop: int


def _is_mostly_line(edge: str) -> bool:
    """Tell whether an edge with a title in ASCII is no piece of a program or of prose."""
    return sum(map(edge.count, ASCII_LINES + PLUS)) * _LEAST_LINE >= len(edge)


def _spans(whole: str) -> list[tuple[int, int]]:
    """Return where the edges in some rows begin and stop, in reading order."""
    found: list[tuple[int, int]] = []
    if "-" in whole or "=" in whole:
        found = [m.span() for m in _ASCII_EDGE.finditer(whole) if m["title"] is None or _is_mostly_line(m.group())]
    if whole.isascii():
        return found
    boxes = [m.span() for m in _BOX_EDGE.finditer(whole)]
    return sorted(found + boxes) if found and boxes else found or boxes


def find_edges(rows: tuple[str, ...]) -> dict[int, list[Edge]]:
    """Return the edges of each row that has some, from left to right; rows are as long as one another."""
    edges: dict[int, list[Edge]] = {}
    stride = len(rows[0]) + 1 if rows else 1
    for start, stop in _spans("\n".join(rows)):
        y, x = divmod(start, stride)
        edge = Edge(y, x, x + stop - start - 1)
        if y in edges:
            edges[y].append(edge)
        else:
            edges[y] = [edge]
    return edges
