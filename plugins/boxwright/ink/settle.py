"""Settle what several typed characters mean together: rows -> rows of the same size, with plain glyphs in them.

    /--   ->  ╭──        .--   ->   ╭───       o--  ->  ○──       |            |
    |         │         |           │                          --)--   ->   --⤾--   the upright line springs over
                                                                 |            |
Only cells that a shape around them explains are changed; what the cells hold as text is read from the grid, so
nothing an author wrote is lost by it.
"""
from __future__ import annotations

from ..typed import Final
from .edits import Lookout, Rule, function_of
from .triggers import IDIOMS

_LOOKOUT: Final = Lookout([idiom.trigger for idiom in IDIOMS])


def settle(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with the idioms replaced by the glyphs that they stand for."""
    height, width = len(rows), len(rows[0]) if rows else 0

    def at(y: int, x: int) -> str:
        return rows[y][x] if 0 <= y < height and 0 <= x < width else " "

    edits: dict[int, dict[int, str]] = {}
    for y, number in sorted(_LOOKOUT.asked("\n".join(rows), width + 1)):
        rule: Rule = function_of(IDIOMS[number].module, IDIOMS[number].rule)
        for cell, char in rule(y, rows[y], at):
            edits.setdefault(cell.row, {}).setdefault(cell.column, char)
    if not edits:
        return rows
    settled = list(rows)
    for y, changed in edits.items():
        cells = list(rows[y])
        for x, char in changed.items():
            cells[x] = char
        settled[y] = "".join(cells)
    return tuple(settled)
