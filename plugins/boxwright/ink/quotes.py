"""Take what stands in quotes for text: rows -> rows of the same size, with no ink in the quotes.

    A ──► "--- +++" ok        the strokes in the quotes are letters, whatever is above or below them
          +-------+

Only what stands like a quotation is one: it opens behind a blank, a bracket or a wall, it closes before a blank, a
mark or a wall, and nothing goes through it.
"""
from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from ..glyphs import FORCED, GLYPHS, UPRIGHT, char_class, chars
from ..patterns import pattern

_QUOTE: Final = '"'
#: What stands for ink that is text: no glyph, and no part of a word.
TEXT_SIGN: Final = _QUOTE
_LONGEST: Final = 38                    # cells between the quotes; two that stand further apart are no pair
_WALL: Final = "".join(UPRIGHT)
_QUOTED: Final = pattern(
    f'(?<![^{char_class(f" ([{{<=,:{_WALL}")[1:]})"(?=[^ "])(?P<text>[^"]{{1,{_LONGEST}}})(?<! )"'
    f'(?![^{char_class(f" .,;:!?)]}}>{_WALL}")[1:]})')
_DOWN, _UP = frozenset(chars("S", head=False)), frozenset(chars("N", head=False))
_FORCED: Final = frozenset(FORCED.values())
#: What stands for ink in quotes; a letter stays part of its word.
_TEXT: Final = {ord(char): "x" if char.isalnum() else TEXT_SIGN for char in GLYPHS if char not in _FORCED}


def quoted(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with what stands in quotes as text."""
    if not any(_QUOTE in row for row in rows):
        return rows
    spans = {y: [match.span("text") for match in _QUOTED.finditer(row)]
             for y, row in enumerate(rows) if row.count(_QUOTE) > 1}
    cells = {(y, x) for y, found in spans.items() for span in found for x in range(*span)}
    quiet = list(rows)
    for y, found in spans.items():
        for first, stop in found:
            if not any(_goes_through(rows, y, x, cells) for x in range(first, stop)):
                quiet[y] = quiet[y][:first] + rows[y][first:stop].translate(_TEXT) + quiet[y][stop:]
    return tuple(quiet)


def _goes_through(rows: Sequence[str], y: int, x: int, cells: Set[tuple[int, int]]) -> bool:
    """Tell whether an upright line goes through a cell; one that stands in quotes (`cells`) in every row does not."""
    return (
        0 < y < len(rows) - 1 and (rows[y][x] in _UP or rows[y][x] in _DOWN)
        and rows[y - 1][x] in _DOWN and rows[y + 1][x] in _UP and not {(y - 1, x), (y + 1, x)} <= cells
    )
