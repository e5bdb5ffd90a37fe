r"""Settle the edges of boxes and tables where something stands in them: titles at corners, colons, lines that leave.

    ┌ bash ── _ × ┐   ->   ┌─bash ── _ ×─┐         +-|-+       +-┬-+
    └─────────────┘        └─────────────┘           |    ->     |
                                                     v           v
    | a   |   b |          | a   |   b |
    |:----|----:|   ->     |-----|-----|           the colons say how Markdown sets a column
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import GLYPHS, LEVEL, UPRIGHT_BARS, char_class, chars, those
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .triggers import FIRST_CORNERS, LAST_CORNERS, corners_of

#: What goes on upwards from a bar: a line, a head, a terminal.
_ABOVE: Final = frozenset(chars("S")) | frozenset(those(lambda g: g.mark or g.head == "S"))
_LINE: Final = "".join(char for char in LEVEL if not GLYPHS[char].shy)
_DOWN: Final = frozenset(corners_of("ES") + corners_of("SW"))
_UPRIGHTS: Final = those(lambda g: not g.shy and {"N", "S"} & set(g.arms))
_INNER: Final = f"[^{char_class(_UPRIGHTS)[1:]}"
#: An edge with a title, or the like, a blank from one of its corners.
_TITLED: Final = pattern(
    f"(?P<first>{char_class(FIRST_CORNERS)})(?P<inner>{_INNER}+)(?P<last>{char_class(LAST_CORNERS)})")
#: Rules under the heads of a table, with colons at their ends, or that fill the cells but for a blank.
_SEPARATOR: Final = pattern(r" *\|(?: *:?-+:? *\|)+ *")
_FULL: Final = pattern(r" *\|(?: ?-{3,} ?\|){2,} *")
_LOW_HEAD: Final = pattern("[vV](?<=__.)(?=__)")
#: A bar in a line: one with a hyphen alone on either side is of a text, as in |- a -|- b -|.
_PIERCED: Final = pattern(r"\|(?<=[^ \n][-=]\|)(?=[-=][^ \n])")
#: A line from a terminal, the bars before it, and what is over and under the two walls of its cell.
_POINTER: Final = pattern(r"[*oO●○•](?<=[ |│].)[-─]{2,}")
_BARS: Final = "|│"
_CELL_STARTS: Final = "+┌├┬┼", "+└├┴┼"
_CELL_ENDS: Final = "+┐┤", "+┘┤"
_RULE: Final = pattern(r" *\|? ?:?-+:? ?(?:\| ?:?-+:? ?)+\|? *")


def beside_titles(y: int, row: str, at: At) -> Iterator[Edit]:
    """A blank between a drawn corner and what stands in its edge is part of the edge: walls lead to both corners."""
    for match in _TITLED.finditer(row):
        inner, ends = match["inner"], (match.start(), match.end() - 1)
        line = next((char for char in inner if char in _LINE), None)
        is_wall = all(at(y + (1 if row[x] in _DOWN else -1), x) in UPRIGHT_BARS for x in ends)
        if line and is_wall and (row[ends[0]] in _DOWN) == (row[ends[1]] in _DOWN):
            for x, beyond in ((ends[0] + 1, ends[0] + 2), (ends[1] - 1, ends[1] - 2)):
                if row[x] == " " and row[beyond] != " " and row[beyond] not in LEVEL:
                    yield Cell(y, x), line


def separators(y: int, row: str, at: At) -> Iterator[Edit]:
    """Colons at the ends of the rules under the heads of a table are part of these; so is a blank beside a bar."""
    rules = _SEPARATOR if ":" in row else _FULL
    if rules.fullmatch(row) and any(at(y + k, row.index("|")) == "|" for k in (-1, 1)):
        yield from ((Cell(y, x), "-") for x in range(row.index("|"), row.rindex("|")) if row[x] in ": ")


def is_rule(y: int, row: str, at: At) -> bool:
    """Tell whether a row is the rule of a table as Markdown has it: those over and under it have as many bars.

        port | use
        ---|---
        80 | web
    """
    if not _RULE.fullmatch(row):
        return False
    bars = row.count("|")
    return all(sum(at(y + k, x) == "|" for x in range(len(row))) == bars for k in (-1, 1))


def pierced(y: int, row: str, at: At) -> Iterator[Edit]:
    """A bar in a level line that goes on downwards only is where a line leaves it."""
    if is_rule(y, row, at):
        return
    for match in _PIERCED.finditer(row):
        x = match.start()
        if at(y + 1, x) in UPRIGHT_BARS and at(y - 1, x) not in _ABOVE:
            yield Cell(y, x), "┬"


def low_heads(y: int, row: str, at: At) -> Iterator[Edit]:
    """A letter in a low line under a bar is a head, whose tip is on the line.

              |
          ____v____
         |         |
    """
    for match in _LOW_HEAD.finditer(row):
        if at(y - 1, match.start()) in UPRIGHT_BARS:
            yield Cell(y, match.start()), "▼"


def pointers(y: int, row: str, at: At) -> Iterator[Edit]:
    """A line from a terminal in a cell of one row goes through the wall, which stands between two corners.

        +---+---+
        | 1 | *----->
        +---+---+
    """
    for match in _POINTER.finditer(row):
        left = max(row.rfind(bar, 0, match.start()) for bar in _BARS)
        for x in range(match.start() + 1, match.end()) if left >= 0 else ():
            if at(y - 1, x) in _CELL_ENDS[0] and at(y + 1, x) in _CELL_ENDS[1] and at(y - 1, left) in _CELL_STARTS[0] \
                    and at(y + 1, left) in _CELL_STARTS[1] and all(
                    at(k, column) in LEVEL for k in (y - 1, y + 1) for column in range(left + 1, x)) \
                    and not any(at(k, x + 1) in LEVEL for k in (y - 1, y + 1)):
                yield Cell(y, x), "┼"
                break
