"""Make a grid in which Ambiguous counts two like any other, and back: Grid -> Grid.

Whoever types where box drawing is two columns wide gets lines that go on through their second column, and walls with
an empty one behind them. Seen so, the drawing is as good as one that was typed narrow, and no other stage has to know:

    ┌ ▬ ─ ▬ ┐ ▫             ┌───┐
    │ ▫ a b │ ▫     <->     │ ab│       (▬ the line's filler, ▫ the filler)
    └ ▬ ─ ▬ ┘ ▫             └───┘

Law: there and back is nothing done. What was straightened in between may lack the room for a second column; then the
glyph is left as it is.
"""
from __future__ import annotations

from ..glyphs import GLYPHS, those
from ..model import Grid
from ..typed import Final
from .grid import FILLER, LINE_FILLER
from .width import WIDE, class_of

_LINES: Final = frozenset(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != LINE_FILLER)
_LINE: Final[dict[str, str]] = {
    weight: next(g.char for g in GLYPHS.values() if g.char in _LINES and g.h == weight and not g.shy)
    for weight in ("light", "heavy", "double")
}
_UPRIGHT: Final = frozenset(those(lambda g: set(g.arms) & set("NS")))


def _line_after(before: str, after: str) -> str:
    """Return the line glyph for the second column between two cells."""
    if before in _LINES or after in _LINES:
        return before if before in _LINES else after
    return _LINE[GLYPHS[before].h]


def _solid(row: str) -> str:
    cells = list(row)
    for at, cell in enumerate(row):
        if cell == LINE_FILLER:
            cells[at] = _line_after(cells[at - 1], row[at + 1 : at + 2])
        elif cell == FILLER and row[at - 1] in _UPRIGHT:
            cells[at] = " "
    return "".join(cells)


def _is_doubled(cell: str) -> bool:
    return cell in GLYPHS and class_of(cell) in WIDE[2]


def _marked(row: str) -> str:
    cells = list(row)
    at = 0
    while at < len(cells):
        cell, after = cells[at], cells[at + 1] if at + 1 < len(cells) else ""
        if not _is_doubled(cell) or after == FILLER:
            pass
        elif GLYPHS[cell].head == "E" and at and cells[at - 1] in _LINES:
            cells[at - 1] = LINE_FILLER
        elif after in _LINES and "E" in GLYPHS[cell].arms:
            at += 1
            cells[at] = LINE_FILLER
        elif after == " " and cell in _UPRIGHT:
            at += 1
            cells[at] = FILLER
        at += 1
    return "".join(cells)


def solid(grid: Grid) -> Grid:
    """Return `grid` with lines in the place of their fillers, and nothing behind walls."""
    return grid._replace(rows=tuple(map(_solid, grid.rows)))


def marked(grid: Grid) -> Grid:
    """Return a solid `grid` with its second columns marked as such, so that its text is the author's again."""
    return grid._replace(rows=tuple(map(_marked, grid.rows)))
