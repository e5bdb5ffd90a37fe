"""Find where a cell stands in the text as its author typed it: a row and a cell -> the index of a character.

    "│ 柠檬水  │"    cell 10 is the wall, and so is character 7: three of the characters before it take two cells

What `straighten` moved is found again by what never moves: the text of a row, character after character.
"""
from __future__ import annotations

from collections.abc import Mapping

from ..model import Grid
from ..typed import Final
from .grid import FILLER, LINE_FILLER, TAB_STOP, split_lines
from .marks import LINES

_ELASTIC: Final = frozenset(LINES) | {" ", LINE_FILLER}     # what a repair may add to a row, or take away
_FILLERS: Final = frozenset((FILLER, LINE_FILLER))
_UNREAD: Final = "\ufeff"               # a byte-order mark takes no cell
_WIDE_BLANK: Final = "\u3000"           # an ideographic space that joins no words becomes two blanks


def cell_before_repair(typed: str, straight: str, cell: int) -> int:
    """Return the cell of the row `typed` that came to stand at `cell` of the row `straight`.

    A blank, or a piece of a line, stands as far from its nearest fixed neighbour as it did.
    """
    if typed == straight:
        return cell
    fixed = [x for x, char in enumerate(straight) if char not in _ELASTIC]
    before = [x for x, char in enumerate(typed) if char not in _ELASTIC]
    if not fixed or len(fixed) != len(before):
        return min(cell, max(len(typed) - 1, 0))
    nearest = min(range(len(fixed)), key=lambda i: abs(fixed[i] - cell))
    return max(0, min(before[nearest] + cell - fixed[nearest], len(typed) - 1))


def characters(line: str, cells: str, asides: Mapping[str, str]) -> list[int]:
    """Return for each of the `cells` of a row the index of the character of `line` that is there; then its length.

    A filler belongs to the character before it.
    """
    found: list[int] = []
    index = 0
    while len(found) < len(cells) and index < len(line):
        char, cell = line[index], cells[len(found)]
        if cell in _FILLERS:
            found.append(max(index - 1, 0))
        elif char == _UNREAD:
            index += 1
        elif char == "\t" or char == _WIDE_BLANK and cell == " ":
            found += [index] * (TAB_STOP - len(found) % TAB_STOP if char == "\t" else 2)
            index += 1
        else:
            found.append(index)
            index += len(asides.get(cell, " "))
    found += [max(index - 1, 0)] * (cells[len(found) : len(found) + 1] in _FILLERS and len(found) < len(cells))
    return [*found, len(line)]


class Places:
    """Answers where a cell stands in `source`; `typed` is its grid as read, `straight` the same straightened."""

    def __init__(self, source: str, typed: Grid, straight: Grid) -> None:
        self._lines, self._typed, self._straight = split_lines(source), typed, straight
        self._found: dict[int, list[int]] = {}

    def typed(self, row: int, cell: int) -> int:
        """Return the character at a cell of the grid as it was typed; past the end of its line, the line's length."""
        if row >= len(self._typed.rows):
            return 0
        if row not in self._found:
            self._found[row] = characters(self._lines[row], self._typed.rows[row], self._typed.asides)
        found = self._found[row]
        return found[min(cell, len(found) - 1)]

    def straightened(self, row: int, cell: int) -> int:
        """Return the character that came to stand at a cell of the straightened grid."""
        if row >= len(self._typed.rows):
            return 0
        typed, straight = self._typed.rows[row].rstrip(" "), self._straight.rows[row].rstrip(" ")
        return self.typed(row, cell_before_repair(typed, straight, cell))
