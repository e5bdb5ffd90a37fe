"""Take the colons of a list and the bars of code for text: rows -> rows of the same size, in which they are no glyphs.

    host : a         "id": 1         :      :       text in the first two, though the colons stand in a column;
    port : 80        "nm": 2         : text :       a side, or the line of a life, in the third

Colons in a column are read together: they are text where words are beside most of them, and neither a line that meets
them nor a corner, a head or two bars at their ends show that they are a line. So are operators:

    if (a            ++---++          .---.  .---.
      || b           || a ||         | a   || b   |     walls of two bars, from one line to another, or side by side
      || c)          ++---++          '---'  '---'
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import GLYPHS, LEADS_DOWN, LEADS_UP, LEVEL, UPRIGHT, UPRIGHT_BARS, chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import LEVEL_CLASS
from .shy import is_word

_SIGN: Final = ":"
_SIGNS: Final = pattern(_SIGN)
#: What has an arm for a colon under it (-1), or over it (1).
_JOINS: Final = {-1: LEADS_DOWN, 1: LEADS_UP}
_CORNERS: Final = {
    way: frozenset(c for c in joins if GLYPHS[c].head is None and not {"E", "W"}.isdisjoint(GLYPHS[c].arms))
    for way, joins in _JOINS.items()
}
_HEADS: Final = {-1: frozenset(chars("S", head=True)), 1: frozenset(chars("N", head=True))}
_TIPS: Final = {-1: frozenset(chars("W", head=True)), 1: frozenset(chars("E", head=True))}     # that point at a colon
_LINE: Final = LEVEL | {"."}
_MOST_EDGE: Final = 80                  # cells of an edge up to its corner
_QUOTES: Final = frozenset("\"'`")
_BRACKETS: Final = frozenset("()[]{}")
_STEMS: Final = {
    way: frozenset(c for c in joins if not c.isalpha() and c not in ".,*'`") for way, joins in _JOINS.items()
}
#: Operators of bars, each before a word: a || b, x |> f; a head is at the end of a line: --|> b
_ASIDE: Final = {-1: frozenset(".,"), 1: frozenset("'`")}         # corners beside the walls under them, and over them
_OPERATORS: Final = pattern(rf"(?<!\|)(?<!{LEVEL_CLASS}{LEVEL_CLASS})\|(?:\|(?!\|)|>)(?= [^\s|])")
#: Brackets with bars in them.
_BRACKETED: Final = pattern(r"\[[^\[\]|]*(?:\|[^\[\]|]*)+\]")


class _Rows:
    def __init__(self, rows: Sequence[str]) -> None:
        self._rows, self._height, self._width = rows, len(rows), len(rows[0])

    def at(self, y: int, x: int) -> str:
        return self._rows[y][x] if 0 <= y < self._height and 0 <= x < self._width else " "

    def is_read(self, y: int, x: int, way: int) -> bool:
        """Tell whether what stands at a cell on one side of a colon is of a word, its quotes or its brackets."""
        char = self.at(y, x)
        return is_word(char) or char in _BRACKETS or char in _QUOTES and self.at(y, x + way) not in LEVEL

    def is_beside_a_word(self, y: int, x: int) -> bool:
        """Tell whether a word touches a colon, or stands one blank away."""
        return any(self.is_read(y, x + way * (1 + (self.at(y, x + way) == " ")), way) for way in (-1, 1))

    def is_met(self, y: int, x: int) -> bool:
        """Tell whether a line of two cells or more leads to a colon; dots behind a word are leaders: Total....: 4"""
        for way in (-1, 1):
            near, far = self.at(y, x + way), self.at(y, x + 2 * way)
            if near == far == ".":
                end = x + 3 * way
                while self.at(y, end) == ".":
                    end += way
                if not is_word(self.at(y, end)):
                    return True
            elif near in LEVEL and (far in LEVEL or far in GLYPHS and GLYPHS[far].head) or \
                    near in _TIPS[-way] and far in LEVEL:
                return True
        return False

    def shows_the_way(self, y: int, x: int, way: int) -> bool:
        """Tell whether what stands over (-1) or under (1) colons is the corner of a line, or a head."""
        char = self.at(y, x)
        sides = self.at(y, x - 1), self.at(y, x + 1)
        if char in _HEADS[way]:
            return not any(map(is_word, sides))
        return char in _CORNERS[way] and (not GLYPHS[char].shy or not _LINE.isdisjoint(sides))

    def is_rounded(self, y: int, x: int, way: int, end: int) -> bool:
        """Tell whether a round corner with a line stands over (-1) or under (1) the cell beside a wall."""
        return self.at(y + end, x) in _ASIDE[end] and self.at(y + end, x + way) in LEVEL

    def is_between_boxes(self, y: int, x: int) -> bool:
        """Tell whether the edge over a colon is the bottom of a box: no wall goes on down from its corner."""
        k = x
        while self.at(y - 1, k) in LEVEL and x - k < _MOST_EDGE:
            k -= 1
        return self.at(y - 1, k) in _CORNERS[1] and self.at(y, k) not in UPRIGHT


def find_lists(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the colons that are text though something over or under them would join them."""
    world = _Rows(rows)
    for y, row in enumerate(rows):
        for match in _SIGNS.finditer(row):
            x = match.start()
            above = world.at(y - 1, x)
            if above == _SIGN:
                continue
            stop = y + 1
            while (below := world.at(stop, x)) == _SIGN:
                stop += 1
            if above not in _JOINS[-1] and below not in _JOINS[1] and stop == y + 1:
                continue
            cells = range(y, stop)
            if 2 * sum(world.is_beside_a_word(k, x) for k in cells) <= len(cells):
                continue
            if above in UPRIGHT_BARS and below in UPRIGHT_BARS:
                continue
            if world.shows_the_way(y - 1, x, -1) or world.shows_the_way(stop, x, 1):
                continue
            if above in LEVEL and below in LEVEL and world.is_between_boxes(y, x):
                continue
            if not any(world.is_met(k, x) for k in cells):
                yield from (Cell(k, x) for k in cells)


def find_bars(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the bars of operators that stand under one another, and lead from no line to another."""
    found = {(y, match.start()): match.group() for y, row in enumerate(rows) for match in _OPERATORS.finditer(row)}
    world = _Rows(rows)
    for (y, x), operator in found.items():
        if found.get((y - 1, x)) == operator:
            continue
        stop = y + 1
        while found.get((stop, x)) == operator:
            stop += 1
        ends = [(world.at(y - 1, k), world.at(stop, k)) for k in range(x, x + operator.count("|"))]
        if any(above in _STEMS[-1] or below in _STEMS[1] or above in LEVEL and below in LEVEL for above, below in ends):
            continue
        if all(world.is_rounded(*cell) for cell in ((y, x - 1, -1, -1), (stop - 1, x - 1, -1, 1),
                                                    (y, x + 2, 1, -1), (stop - 1, x + 2, 1, 1))):
            continue
        yield from (Cell(k, x + beside) for k in range(y, stop) for beside in range(operator.count("|")))


def _padding(row: str, x: int) -> tuple[bool, bool]:
    return row[x - 1] == " ", row[x + 1] == " "


def find_bracketed(rows: Sequence[str]) -> Iterator[Cell]:
    r"""Yield the bars between the words in a pair of brackets, where a line at the most leads to one of them; where
    lines do on both sides, a bar in other brackets of the row has to show what it is, typed alike.

          [ 30 | 60 ]
         /     |     \
    [1|2]  [40 | 50]  [7|8]
    """
    cells = [(y, x) for y, row in enumerate(rows) for match in _BRACKETED.finditer(row)
             if any(map(is_word, match.group()))
             for x in range(match.start(), match.end()) if row[x] == "|"]
    found, world = set(cells), _Rows(rows)
    crossed = {(y, x) for y, x in cells
               if all((y + k, x) not in found and world.at(y + k, x) in _STEMS[k] for k in (-1, 1))}
    told = {(y, _padding(rows[y], x)) for y, x in found - crossed}
    yield from (Cell(y, x) for y, x in cells if (y, _padding(rows[y], x)) in told)
