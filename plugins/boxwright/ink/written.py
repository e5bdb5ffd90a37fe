r"""Take what is written with signs for text: rows -> the cells that are no glyphs.

    * one       ls | sort       +---+-...-+---+       | tea | --- |
    * two          |
    +---+          '-- pipe

    [====>    ] 40%
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import LEADS_DOWN, LEADS_UP, LEVEL, UPRIGHT, UPRIGHT_BARS
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import alone
from .shy import is_word
from .signs import BRACKETS

_BULLETS: Final = "*+:"
_THREE: Final = "..."
_ELLIPSIS: Final = pattern(r"\.{3}(?<![\w.]\.{3})(?![\w.])")
_HEADED: Final = pattern(r"\.{3}>|<\.{3}(?!\.*>)")          # a message in dots: <... ok ....
_TURNS: Final = frozenset(":v^'`/\\()")      # what is over or under the ends of dots that are a line or a curve
_MOST_CELLS: Final = 12                 # beside one that says "none", up to one with a word
_NONE: Final = pattern(r"(?P<wall>[|│]) {1,40}(?P<none>---) {1,40}(?=(?P=wall))")
_SIZE: Final = pattern(                 # |x|
    r"\|(?=[^\W_]|[(])(?<![^ \n(\[{=,*/+-]\|)[^|\n]{1,24}(?:(?<=[^\W_])|(?<=[)]))\|(?![^ \n)\]}=,.;:^*/+-])")
_VEE: Final = pattern(                  # p \/ q
    r"(?:\\/|/\\)(?:(?<=[\w(\[{)\]}] ..)|(?<=[(\[{]  ..))(?= [\w(\[{~!¬])")
_AROUND: Final = {"\\": (-1, "\\", "/"), "/": (1, "/", "\\")}        # a vee goes on over it, a peak under it
_GAUGE: Final = pattern(r"\[(?P<bar>(?:=++|-++|~++)[>*o]?[-=~. _]*+(?<=[-=~>*o. _]{3}))\]")
_PIPE: Final = pattern(r"\|(?<=[\w)\]}\"'/*.] \|)(?= [\w(\[{\"'/*.$-])")
#: The corner from which a bar leads to what is said of a pipe, under it or over it.
_ELBOWS: Final = {1: frozenset("'`+└╰"), -1: frozenset(".,+┌╭")}
_CURVED: Final = frozenset(".,'`")


def find_bullets(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the bullets of a list right under the corner of a box, or over it: a word is one blank from each of them.

        +---+          --+          --+--
        | a |            * end        * end       terminals: no wall leads to the corner from its other side
        +---+
        * one
        * two
    """
    height = len(rows)
    for y, x in alone(_BULLETS, rows):
        for way in (-1, 1):             # where the corner is
            if not 0 <= y + 2 * way < height or rows[y + 2 * way][x] not in UPRIGHT or rows[y + way][x] != "+":
                continue
            edge = rows[y + way]
            if (edge[x - 1 : x] in LEVEL) + (edge[x + 1 : x + 2] in LEVEL) != 1:
                continue
            stop = y
            while 0 <= stop < height and _is_bullet(rows[stop], x):
                stop -= way
            cells = range(y, stop, -way)
            end = rows[stop][x] if 0 <= stop < height else " "
            is_starred = end == "+" and all(rows[k][x] == "*" for k in cells)
            # Colons from corner to corner are a side, stars are none.
            if is_starred or end not in (LEADS_UP if way < 0 else LEADS_DOWN):
                yield from (Cell(k, x) for k in cells)


def _is_bullet(row: str, x: int) -> bool:
    """Tell whether a sign stands one blank from a word, or from a bar that it is beside: | *"""
    if row[x] not in _BULLETS or row[x - 1 : x] not in ("", " ") or row[x + 1 : x + 2] not in ("", " "):
        return False
    beside = [row[k] for k in (x - 2, x + 2) if 0 <= k < len(row)]
    return any(is_word(char) or char in BRACKETS or char in UPRIGHT_BARS for char in beside)


def find_ellipses(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the three points that say that something is left out: in a line or behind one, or over a line's end.

        +---+-...-+---+      |-- ... more      | and so on  ...
                                               +--------------+

    Beside the head of a dotted line they are the other part of it:  a ... reads ...> b
    """
    for y, row in enumerate(rows):
        if _THREE not in row:
            continue
        is_headed = _HEADED.search(row) is not None
        for match in _ELLIPSIS.finditer(row):
            first, stop = match.span()
            around = [rows[k][max(first - 1, 0) : stop + 1] for k in (y - 1, y + 1) if 0 <= k < len(rows)]
            if not all(map(_TURNS.isdisjoint, around)):
                continue
            west, east = row[first - 1 : first], row[stop : stop + 1]
            if east in LEVEL:
                is_text = west in LEVEL and not {_line_end(row, first, -1), _line_end(row, stop - 1, 1)} & _CURVED
            else:
                is_text = east in ("", " ") and (west not in LEVEL or _begins(row, stop + 1)) \
                    and not is_headed
            if is_text:
                yield from (Cell(y, x) for x in range(first, stop))


def _line_end(row: str, at: int, way: int) -> str:
    """Return what stands at the other end of the line that begins beside a cell."""
    at += way
    while 0 <= at < len(row) and row[at] in LEVEL:
        at += way
    return row[at] if 0 <= at < len(row) else " "


def find_nones(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the three hyphens of a cell that says "none": they stand alone in it, and a word in the cell beside it, or
    beyond cells of its table that are empty or say so too.

        | tea  | --- |      | tea |     | --- |      | ---- | --- |      a rule

    Rows between two walls that nothing breaks have the same edges: the walls are followed once.
    """
    known: dict[tuple[int, int], tuple[int, int | None]] = {}       # of two walls: where they end, and an edge there
    for y, row in enumerate(rows):
        for match in _NONE.finditer(row):
            near, far, wall = match.start(), match.end(), match["wall"]
            if y >= known.get((near, far), (0, None))[0]:
                stop, is_edge = _wall_end(rows, y, near, far, 1)
                top, is_top = (stop, True) if is_edge else _wall_end(rows, y, near, far, -1)
                known[near, far] = stop, top if is_top else None
            edge = known[near, far][1]
            if edge is not None and any(_is_told(row, rows[edge], wall, at, way) for at, way in ((near, -1), (far, 1))):
                yield from (Cell(y, x) for x in range(*match.span("none")))


def _is_told(row: str, edge: str, wall: str, at: int, way: int) -> bool:
    """Tell whether a word stands in the cell beside a wall, or beyond cells with nothing to say, over the same edge."""
    for number in range(_MOST_CELLS):
        end = row.find(wall, at + 1) if way > 0 else row.rfind(wall, 0, at)
        if end < 0:
            return False
        first, last = sorted((at, end))
        is_under = " " not in edge[first : last + 1]
        if (number == 0 or is_under) and any(map(is_word, row[first:last])):
            return True
        if not is_under:
            return False
        at = end
    return False


def _wall_end(rows: Sequence[str], y: int, near: int, far: int, way: int) -> tuple[int, bool]:
    """Return the row where a wall ends, and whether an edge leads from it to the other: between two boxes none does."""
    k = y + way
    while 0 <= k < len(rows) and rows[k][near] != " ":
        if rows[k][near + 1] in LEVEL and rows[k][far - 1] in LEVEL:
            return k, True
        if rows[k][near] not in UPRIGHT:
            break
        k += way
    return k, False


def find_pipes(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the pipes of a command which a bar leads from, or to, that turns off to what is said of them.

        ls | sort
           |
           '-- a pipe
    """
    stride = len(rows[0]) + 1
    for match in _PIPE.finditer("\n".join(rows)):
        y, x = divmod(match.start(), stride)
        for way in (1, -1):
            behind, k = y - way, y + way
            if 0 <= behind < len(rows) and rows[behind][x] != " ":
                continue
            while 0 <= k < len(rows) and rows[k][x] in UPRIGHT:
                k += way
            if k != y + way and 0 <= k < len(rows) and rows[k][x] in _ELBOWS[way] and _says(rows[k], x):
                yield Cell(y, x)


def find_sizes(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the bars around a word, of which a line meets at most one, and that from one side.

        |x| = 3          |a|        |a|
        |                +-+        | |      walls
        v
    """
    stride, blank = len(rows[0]) + 1, " " * len(rows[0])
    for match in _SIZE.finditer("\n".join(rows)):
        y, x = divmod(match.start(), stride)
        last = x + len(match.group()) - 1
        above, below = (rows[k] if 0 <= k < len(rows) else blank for k in (y - 1, y + 1))
        met = [(above[bar] in LEADS_DOWN) + (below[bar] in LEADS_UP) for bar in (x, last)]
        if sum(met) == 1:
            yield from (Cell(y, x), Cell(y, last))


def find_gauges(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield what fills a bar of progress, whose ends are brackets: [====>    ] 40%"""
    for y, row in enumerate(rows):
        for match in _GAUGE.finditer(row) if "[" in row else ():
            yield from (Cell(y, x) for x in range(*match.span("bar")))


def find_vees(rows: Sequence[str]) -> Iterator[Cell]:
    r"""Yield the signs for "or" and "and" between words: slopes do not go on from both of their sides.

        p \/ q        \   /        /\
                     a \/ b     a /  \ b     slopes
    """
    blank = " " * len(rows[0])
    for y, row in enumerate(rows):
        for match in _VEE.finditer(row):
            x = match.start()
            way, west, east = _AROUND[row[x]]
            beyond = rows[y + way] if 0 <= y + way < len(rows) else blank
            if beyond[x - 1] != west or beyond[x + 2 : x + 3] != east:
                yield from (Cell(y, x), Cell(y, x + 1))


def _begins(row: str, x: int) -> bool:
    return x < len(row) and is_word(row[x])


def _says(row: str, x: int) -> bool:
    """Tell whether a line goes from a corner to the right, up to a text."""
    stop = x + 1
    while stop < len(row) and row[stop] in LEVEL:
        stop += 1
    return stop > x + 1 and row[x - 1 : x] not in LEVEL and row[stop : stop + 1] == " " and _begins(row, stop + 1)
