"""Read text into a grid of cells, and write a grid back as text: str -> Grid -> str.

    "│ 柠 │"   ->   │ · 柠 ▫ · │      a wide character takes two cells: itself and a filler (▫)

A column is a string index. A grapheme of several code points is replaced by a stand-in from a private
plane, its text kept aside. Control characters become their Control Pictures, so that what a reader could
not see stays visible and no output has to think of them.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..model import Grid
from .width import graphemes, is_plain

FILLER: Final = "\ufdd0"                # a noncharacter: it stands in no text
TAB_STOP: Final = 8
_STAND_IN_FIRST: Final = 0xF0000        # Supplementary Private Use Area-A
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_UNSAFE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u2028\u2029]")
_STAND_INS: Final = re.compile("[\U000f0000-\U000ffffd]")


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0xFEFF:                  # a byte-order mark says nothing
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


class _Asides:
    """Hands out stand-ins, the same for the same grapheme, none that the source itself uses."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken, self._next = taken, _STAND_IN_FIRST
        self.by_text: dict[str, str] = {}

    def stand_in(self, grapheme: str) -> str:
        if grapheme not in self.by_text:
            while chr(self._next) in self._taken:
                self._next += 1
            self.by_text[grapheme] = chr(self._next)
            self._next += 1
        return self.by_text[grapheme]


def _cells(line: str, asides: _Asides) -> str:
    if is_plain(line):
        return line.expandtabs(TAB_STOP)
    cells: list[str] = []
    for grapheme, width in graphemes(line):
        if grapheme == "\t":
            cells.extend(" " * (TAB_STOP - len(cells) % TAB_STOP))
            continue
        cells.append(grapheme if len(grapheme) == 1 else asides.stand_in(grapheme))
        if width == 2:
            cells.append(FILLER)
    return "".join(cells)


def read_grid(source: str) -> Grid:
    """Return the grid of `source`; blank rows at its end are dropped, those at its start kept."""
    lines = _LINE_END.split(_UNSAFE.sub(_visible, _LINE_END.sub("\n", source)))
    while lines and not lines[-1].strip():
        lines.pop()
    asides = _Asides(frozenset(_STAND_INS.findall(source)))
    rows = [_cells(line.rstrip(), asides) for line in lines]
    columns = max(map(len, rows), default=0)
    return Grid(tuple(row.ljust(columns) for row in rows), {char: text for text, char in asides.by_text.items()})


def cells_text(cells: str, asides: Mapping[str, str]) -> str:
    """Return the text in a run of cells: fillers dropped, stand-ins replaced."""
    text = cells.replace(FILLER, "")
    return "".join(asides.get(char, char) for char in text) if asides else text


def grid_text(grid: Grid) -> str:
    """Return the text of a whole grid, no spaces at line ends, a newline after each row."""
    return "".join(f"{cells_text(row, grid.asides).rstrip()}\n" for row in grid.rows)
