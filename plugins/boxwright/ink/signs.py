r"""Take the signs of a text for text, whatever line is over or under them: rows -> the cells that are no glyphs.

    The queue (FIFO):      int *p        A list of them...
    +-------+                  |                    |
    | a | b |                  '-- star          +-----+

A sign is of a text where a word touches it, or the bracket that the text closes: a point, a comma, a colon, a tick, a
star, a plus between two words. It is ink where a line comes along its row, or goes through it:

       |
    .--+       |
    |  *name   +name        a corner; a terminal and a tick with a text beside them
       |       |
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import LEADS_DOWN, LEADS_UP, LEVEL, UPRIGHT
from ..model import Cell
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .shy import is_word

_PART: Final = pattern(r"(?<=-)\| ?\|(?=-)|(?:/\\){2,}/?|(?:\\/){2,}\\?")
_POLE: Final = pattern(r"(?<!\S)[+-](?!\S)")
_ASIDE: Final = 3                       # cells from a pole to its part
#: What follows a plus that is a corner, and no sign: most are. It begins where the plus ends.
_CORNER: Final = r"(?<=[-=|+ \n]\+)[-=|+]|(?<=[-=|+]\+)[ \n]"
#: A sign behind a letter or a bracket, or before one, a star that is of a path, and what may be an operator.
_TOUCHED: Final = pattern(
    rf"[.,:'`*+^](?!{_CORNER})(?:(?<=[^\W_].)|(?<=[{FILLER}$@#%&\])}}\"!?;].)|(?=[^\W_])|(?=[$@#%&\]])|(?=[.*]\w)|(?<=\.\.)(?=[)}}])|"
    r"(?<=[/.]\*)|(?<= [*+])(?= [^ ])|(?<=\^)(?=[(\[\\./]|= ))")
_PATH: Final = pattern(r"\*{1,2}(?:(?<=\w[/.]\*)|(?<=\.\.\*)|(?=\.\w)|(?<=\*\*)(?=/\w))")       # a/* 0..* *.c **/b
_CARET: Final = "^"
_ASSIGNED: Final = pattern(r"\^(?<=[\w)\]] \^)=(?= )")            # a ^= b
_EXPRESSION: Final = pattern(r"\^(?<![^ \"'`/]\^)[^ \n](?:[^ \n]| (?! )){0,80}\$(?![\w{(])")        # ^(a|b)$
_MOST_SIGNS: Final = 40                 # in a run of which the ends are touched
_OPERATORS: Final = "+*"
BRACKETS: Final = frozenset("()[]{}\"'")
_PLUS, _STAR, _COLON, _POINT = "+*:."
_RUNS: Final = "+*."
_LOWER, _UPPER = ".,", "'`"             # round corners: what they join is under them, or over them
_ROUND: Final = _LOWER + _UPPER
_ALONG: Final = frozenset(LEVEL | set("/\\()_" + _ROUND))       # what a line goes on with along its row
_ENDS: Final = frozenset("\"!?;")       # of a quotation, or of a sentence
_LONGEST: Final = 80                    # cells of a text in brackets
_OPENERS: Final = {")": "(", "]": "[", "}": "{"}
_INK_LETTERS: Final = frozenset("oOvVX")
_LINES: Final = LEVEL | {"+"}
_SLOPES: Final = {"/", "\\"}
_ABOVE, _BELOW = LEADS_DOWN | _SLOPES, LEADS_UP | _SLOPES


def _closes(row: str, at: int) -> bool:
    """Tell whether a bracket closes a text that stands in its row: (FIFO), and not the puff of a cloud, (    )."""
    opener = row.rfind(_OPENERS[row[at]], max(at - _LONGEST, 0), at)
    text = row[opener + 1 : at]
    return opener >= 0 and text[:1] != " " and text[-1:] != " " and "  " not in text


def _reads(row: str, at: int, way: int) -> bool:
    """Tell whether what stands on one side of a sign is of its text; a letter alone may be a terminal or a head."""
    char = row[at] if 0 <= at < len(row) else " "
    if char in _OPENERS:
        return way > 0 or _closes(row, at)
    if char in _ENDS:
        return way < 0 < at and (is_word(row[at - 1]) or row[at - 1] in _ENDS or row[at - 1] in _OPENERS)
    if char in _INK_LETTERS:
        return 0 <= at + way < len(row) and (is_word(row[at + way]) or row[at + way] == " ")
    return is_word(char) or way < 0 < at and char in "/\\" and (row[at - 1] in "~.:" or is_word(row[at - 1]))  # ~/.a


def _is_between(row: str, at: int) -> bool:
    """Tell whether a star or a plus is an operator: a blank and a word are on each side of it, no terminal: o * v"""
    if not 2 <= at < len(row) - 2 or row[at - 1] != " " or row[at + 1] != " ":
        return False
    return all(
        near in BRACKETS or near.isalnum() and (near not in _INK_LETTERS or is_word(far))
        for near, far in ((row[at - 2], row[at - 3 : at - 2] or " "), (row[at + 2], row[at + 3 : at + 4] or " ")))


def _run(row: str, at: int) -> tuple[int, int]:
    """Return where the run of one sign that goes through a cell begins and stops."""
    first, stop = at, at + 1
    if row[at] in _RUNS:
        while first and row[first - 1] == row[at] and at - first < _MOST_SIGNS:
            first -= 1
        while stop < len(row) and row[stop] == row[at] and stop - at < _MOST_SIGNS:
            stop += 1
    return first, stop


def _is_over_a_box(rows: Sequence[str], y: int, x: int) -> bool:
    """Tell whether a plus before a word stands over the corner of a box, and no line comes to it:

        +49 30 1234         +a      a tick
        +---------+         |
        | Berlin  |         +b
    """
    if not 0 <= y < len(rows) - 2 or rows[y][x - 1 : x].strip() or y and rows[y - 1][x] in _ABOVE:
        return False
    corner = rows[y + 1]
    return corner[x] == _PLUS and rows[y + 2][x] in UPRIGHT \
        and (corner[x - 1 : x] in LEVEL) + (corner[x + 1 : x + 2] in LEVEL) > 0


def _is_text(row: str, first: int, stop: int, above: str, below: str, *, is_signed: bool) -> bool:
    """Tell whether signs that a text touches are text too; `above` and `below` are the cells over and under them, and
    a plus before a number or a name `is_signed`.
    """
    sign, west, east = row[first], row[first - 1 : first] or " ", row[stop : stop + 1] or " "
    is_run = stop - first > 1
    before, after = _reads(row, first - 1, -1), _reads(row, stop, 1)
    if sign == _CARET:
        return before and after or any(sign.match(row, first) for sign in (_EXPRESSION, _ASSIGNED))
    is_between = sign in _OPERATORS and _is_between(row, first)
    if not (before or after or is_between or sign == _STAR and _PATH.match(row, first)):
        return False
    if sign == _PLUS and not (is_between or before and (after or is_run) or is_signed and after and not is_run):
        return False
    if sign == _COLON and _COLON in above + below:
        return False                    # see `pairs`
    if sign != _STAR and not (is_run and sign == _POINT) and (
            west in _ALONG and not before or east in _ALONG and not after):
        return False
    return sign in _ROUND or not any(a in LEADS_DOWN and b in LEADS_UP for a, b in zip(above, below, strict=True))


def find_signs(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of signs that are text and that a line over or under them, or a star's line, would join."""
    stride, blank, done = len(rows[0]) + 1, " " * len(rows[0]), (-1, 0)
    for match in _TOUCHED.finditer("\n".join(rows)):
        y, x = divmod(match.start(), stride)
        if (y, x) < done:
            continue
        first, stop = _run(row := rows[y], x)
        done, left = (y, stop), max(first - 1, 0)
        above, below = (rows[k] if 0 <= k < len(rows) else blank for k in (y - 1, y + 1))
        if (row[x] not in _LOWER and not _ABOVE.isdisjoint(above[left : stop + 1])
                or row[x] not in _UPPER and not _BELOW.isdisjoint(below[left : stop + 1])
                or row[x] == _STAR and not _LINES.isdisjoint(row[left : stop + 1])
                or row[x] == _CARET and _ASSIGNED.match(row, x)) \
                and _is_text(row, first, stop, above[first:stop], below[first:stop],
                             is_signed=row[x] == _PLUS and _is_over_a_box(rows, y, first)):
            yield from (Cell(y, k) for k in range(first, stop))


def find_poles(rows: Sequence[str]) -> Iterator[Cell]:
    r"""Yield the signs of the poles of a capacitor or a resistor, over it or under it; to a corner a line leads.

        o--| |--o       o--/\/\/\--o       --| |--
          +   -           +      -          |
                                            +--
    """
    for y, row in enumerate(rows):
        for part in _PART.finditer(row):
            for k in (y - 1, y + 1):
                beyond = rows[2 * k - y] if 0 <= 2 * k - y < len(rows) else " " * len(row)
                for pole in _POLE.finditer(rows[k], max(part.start() - _ASIDE, 0)) if 0 <= k < len(rows) else ():
                    if pole.start() >= part.end() + _ASIDE:
                        break
                    if beyond[pole.start()] not in (LEADS_UP if k > y else LEADS_DOWN):
                        yield Cell(k, pole.start())
