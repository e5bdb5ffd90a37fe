r"""Take the signs that are the names of nodes for letters: rows -> the cells that hold one.

      (+)          in parentheses of its own a sign is a node, as a letter is; a star is a ring where a line comes
      / \          to its parentheses: --(*)
    (/)  b
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import LEVEL, UPRIGHT
from ..model import Cell
from ..patterns import pattern
from ..typed import Final

OPERATORS: Final = "("                  # what rows must hold for it
_OPERATOR: Final = pattern(r"\([-+*/\\=<>^~:.,']\)")
_STAR: Final = "*"


def find_operators(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of the signs that are alone in parentheses."""
    for y, row in enumerate(rows):
        for match in _OPERATOR.finditer(row):
            x = match.start() + 1
            if row[x] == _STAR:
                beside = row[max(x - 2, 0) : x - 1] + row[x + 2 : x + 3]
                over = [rows[k][x] for k in (y - 1, y + 1) if 0 <= k < len(rows)]
                if not LEVEL.isdisjoint(beside) or not UPRIGHT.isdisjoint(over):
                    continue
            yield Cell(y, x)
