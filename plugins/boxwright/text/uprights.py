"""Tell which upright lines stand where they are meant to: rows -> is the cell part of a line that is whole?

A line whose cells each go on into the next, from a corner to a corner, has nothing amiss. It is no wall that drifted
away from somewhere else, however well it would fit there:

    │ ab       ┌────┐      the right wall of "ab" is not there (a line may run through it), and
    │ ab ──────┤ cd │      the next wall is none that was pushed: it goes on up, and down
    └─────┘    └────┘
"""
from __future__ import annotations

import re

from ..glyphs import GLYPHS, char_class
from ..patterns import pattern
from ..typed import Final
from .marks import ASCII_LINES, BENT, DASHED_SIDE, DOWN, HEADS_DOWN, HEADS_UP, PLUS, PLUS_IS_INK, SOFT, UP

_SHY: Final = frozenset(g.char for g in GLYPHS.values() if g.shy and (g.head in ("N", "S") or g.char == DASHED_SIDE))
_LOOSE: Final = "".join(char for char in sorted(_SHY) if char.isascii())
_LINES: Final = frozenset(ASCII_LINES)


def _token_pattern(chars: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of `chars`; what is a letter or a colon as well counts where blanks are on both sides.

    Without a plus among `chars` it is compiled much sooner.

    The class of all of them comes first, which is what makes the search quick; the others are small ones.
    """
    every, typed, loose, soft = (
        char_class("".join(sorted(found)))
        for found in (chars, SOFT | set(_LOOSE + PLUS), chars & set(_LOOSE), chars & SOFT)
    )
    line = char_class(ASCII_LINES)
    pluses = f"(?<={char_class(PLUS)})(?:{PLUS_IS_INK})|" if PLUS in chars else ""
    return pattern(
        f"{every}(?:(?<!{typed})|{pluses}(?<={loose})(?<![^ ]{loose})(?![^ ])"
        f"|(?<={soft})(?:(?={line})|(?<={line}{soft})))")


_DOWNS: Final = DOWN | HEADS_UP | {DASHED_SIDE}
_UPS: Final = UP | HEADS_DOWN | {DASHED_SIDE}
GOES_DOWN: Final = _token_pattern(_DOWNS)
GOES_UP: Final = _token_pattern(_UPS)
_GOES: Final = _token_pattern((_DOWNS | _UPS) - {PLUS}), _token_pattern(_DOWNS | _UPS)     # in a row with a plus
_BEGINS: Final = (DOWN | HEADS_UP) - UP    # what an upright line can begin with, and end with; a plus at a line can
_ENDS: Final = (UP | HEADS_DOWN) - DOWN
_LEAST_WITH_PLUS: Final = 3             # cells of a line that ends in a plus: two of them may stand over one another


def ends(row: str) -> tuple[set[int], set[int]]:
    """Return the columns of a row that go on into the row below, and those that go on into the row above."""
    downs: set[int] = set()
    ups: set[int] = set()
    for match in _GOES[PLUS in row].finditer(row):
        x = match.start()
        char = row[x]
        if char in _DOWNS:
            downs.add(x)
        if char in _UPS:
            ups.add(x)
    return downs, ups


class Uprights:
    """Which cells of `rows` belong to an upright line that is whole; a line is followed once."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        self._rows = rows
        self._whole: dict[tuple[int, int], bool] = {}

    def stands(self, y: int, x: int) -> bool:
        """Tell whether a cell is part of a line that is whole, or is no wall at all."""
        return BENT.search(self._rows[y], max(x - 1, 0), x + 2) is not None or self.is_whole(y, x)

    def is_whole(self, y: int, x: int) -> bool:
        """Tell whether the upright line through a cell goes on without a break from corner to corner."""
        if (y, x) not in self._whole:
            top, bottom = y, y
            while top and self._goes_on(top - 1, x):
                top -= 1
            while bottom + 1 < len(self._rows) and self._goes_on(bottom, x):
                bottom += 1
            is_whole = top < bottom and self._is_end(top, x, _BEGINS) and self._is_end(bottom, x, _ENDS) and (
                bottom - top + 1 >= _LEAST_WITH_PLUS or PLUS not in (self._rows[top][x], self._rows[bottom][x]))
            self._whole |= dict.fromkeys(((at, x) for at in range(top, bottom + 1)), is_whole)
        return self._whole[y, x]

    def _goes_on(self, y: int, x: int) -> bool:
        return GOES_DOWN.match(self._rows[y], x) is not None and GOES_UP.match(self._rows[y + 1], x) is not None

    def _is_end(self, y: int, x: int, ends: frozenset[str]) -> bool:
        row = self._rows[y]
        return row[x] in ends or row[x] in PLUS and not _LINES.isdisjoint(row[max(x - 1, 0) : x + 2])
