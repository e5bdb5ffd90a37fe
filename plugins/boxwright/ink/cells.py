r"""Take the signs of a closed cell that touch its walls for text: rows -> the cells that are no glyphs.

    +--------+-----------+       +-+-+-+        flags at a wall, and the items of a list whose bullets are hyphens;
    |-v      | verbose   |       |7|8|/|        signs that fill a cell beside one that holds a text
    |--help  | this text |       |1|2|-|
    +--------+-----------+       +-+-+-+

A cell is closed where edges lead over and under it from wall to wall. A line is ink in one, too, where it goes on:

    |--a-->  |       |-- title --|       a         trees and the lines of lives: no edges are around them
    |        |       |           |       |--b
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import LEVEL, UPRIGHT_BARS, char_class, chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import places
from .shy import HEADS, has_words, is_word

_BAR: Final = pattern(char_class("".join(UPRIGHT_BARS)))
_SOLID: Final = "|│"
_FLAGS: Final = tuple(f"{bar}--" for bar in _SOLID)
_NAME: Final = pattern(r" ?[^\W_]")
_ITEM: Final = "- "                     # what is over or under an item that has two hyphens and a blank
_KEY: Final = pattern(rf"(?<=[{_SOLID}])[-=/\\](?=[{_SOLID}])")
_MOST_ROWS: Final = 40                  # of a cell over one in it, and under it
_MOST_COLUMNS: Final = 80               # of the cell beside a key
_FLAT: Final = "".join(char for char in chars("EW") if not char.isalpha())
_ALONG: Final = frozenset(_FLAT)
_ENDS: Final = LEVEL | HEADS
_PLUS: Final = {"+"}
_LINE: Final = LEVEL | _PLUS


def _edge(rows: Sequence[str], y: int, wall: int, other: int, way: int) -> int | None:
    """Return the row of the edge that leads over (-1) or under (1) a cell from a wall to another, if there is one."""
    k = y + way
    while 0 <= k < len(rows) and rows[k][wall] in UPRIGHT_BARS and abs(k - y) < _MOST_ROWS:
        k += way
    if not 0 <= k < len(rows):
        return None
    edge = rows[k][wall + 1 : other]
    if edge[:1] not in _ALONG or edge[-1:] not in _ALONG:
        return None
    title = edge.strip(_FLAT)           # +-- like this --+
    return k if not title or "  " not in title and any(map(is_word, title)) else None


def find_flags(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the two hyphens before a word at the left wall of a closed cell, where they are no line."""
    whole, stride = "\n".join(rows), len(rows[0]) + 1
    for y, wall in (cell for flag in _FLAGS if flag[0] in whole for cell in places(flag, whole, stride)):
        row, first, stop = rows[y], wall + 1, wall + 3
        if not _NAME.match(row, stop):
            continue
        other = _BAR.search(row, stop)
        if other is None or row[other.start() - 1] in _ENDS or has_words(row, first, stop):
            continue
        if row[stop] == " " and not any(
                rows[k].startswith(_ITEM, first) for k in (y - 1, y + 1) if 0 <= k < len(rows)):
            continue                    # a tree that hangs on the wall
        if all(_edge(rows, y, wall, other.start(), way) is not None for way in (-1, 1)):
            yield from (Cell(y, x) for x in range(first, stop))


def find_keys(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the signs that fill a closed cell of one column, where the cell beside it holds a text."""
    for y, row in enumerate(rows):
        for match in _KEY.finditer(row):
            x = match.start()
            over, under = (_edge(rows, y, x - 1, x + 1, way) for way in (-1, 1))
            if over is not None and under is not None and any(
                    rows[over][beside] in _ALONG and rows[under][beside] in _ALONG and _is_beside_a_text(row, x, way)
                    for way in (-1, 1) if 0 <= (beside := x + 2 * way) < len(row)):
                yield Cell(y, x)


def _is_beside_a_text(row: str, x: int, way: int) -> bool:
    """Tell whether a text is in the cell beside that of a key, and neither nothing nor a line."""
    beside = row[max(x - 1 - _MOST_COLUMNS, 0) : x - 1][::-1] if way < 0 else row[x + 2 : x + 2 + _MOST_COLUMNS]
    bar = _BAR.search(beside)
    text = set(beside[: bar.start()] if bar else "") - {" "}
    return bool(text) and (text == _PLUS or not _LINE.issuperset(text))
