"""What is around a cell, what runs of slopes and traced slopes are: shared by those that trace slopes and low lines."""
from __future__ import annotations

from re import Pattern

from ..model import Cell, Point, Stroke
from ..typed import NamedTuple
from .shy import is_word
from .spans import Spans


class Slope(NamedTuple):
    """A traced line through `path`. `cells` are its own, `nodes` those it runs into; `stroke` its straight part."""

    path: tuple[Point, ...]
    cells: tuple[Cell, ...]
    nodes: tuple[Cell, ...]
    stroke: Stroke | None
    smooth: tuple[Point, ...] = ()


class End(NamedTuple):
    """Where an end of a slope goes: the points that follow, and the cell it runs into, if any."""

    points: tuple[Point, ...]
    cell: Cell | None = None
    held: bool = False                  # by a live stroke
    low: Cell | None = None             # the start of a low line that ends there
    met: bool = False                   # by a slope that leans the other way
    word: Cell | None = None            # the start of a word that it points at
    stem: Cell | None = None            # the bar or the head that leads on from an apex


class Chain(NamedTuple):
    """A maximal straight run of slopes, or an arc, with its ends; a link between two round corners has no cells."""

    cells: tuple[Cell, ...]
    lean: str
    ends: tuple[End, End]


class World(NamedTuple):
    """The rows and their straight strokes; `whole` is the rows, with a newline between two of them."""

    rows: tuple[str, ...]
    h: Spans
    v: Spans
    whole: str

    def found(self, pattern: Pattern[str]) -> list[tuple[int, int, str]]:
        """Return where a pattern that stays in its row matches: row, column, what is there."""
        stride = len(self.rows[0]) + 1
        return [(*divmod(match.start(), stride), match.group()) for match in pattern.finditer(self.whole)]

    def at(self, row: int, column: int) -> str:
        rows = self.rows
        return rows[row][column] if 0 <= row < len(rows) and 0 <= column < len(rows[0]) else " "

    def is_live(self, row: int, column: int) -> bool:
        return self.h.at(row, column) is not None or self.v.at(column, row) is not None

    def touching(self, row: int, column: int) -> int:
        """Return on how many sides a word touches a glyph, or a run of the same glyph: //a is touched."""
        char, sides = self.at(row, column), 0
        for step in (-1, 1):
            at = column + step
            while self.at(row, at) == char:
                at += step
            beside = self.at(row, at)
            sides += is_word(beside) or beside == ":" and step < 0 and self.at(row, at - 1).isalnum()
        return sides

    def is_touched(self, row: int, column: int) -> bool:
        return self.touching(row, column) > 0
