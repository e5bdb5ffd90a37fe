"""Take the stars of a comment and of a timetable for text: rows -> the cells that are no glyphs.

    /* a --> b */       the marks of a comment, whatever is over or under them
    * * * * * run       four stars or more, or five fields of a timetable, before a word; two behind a hash
    */5 2 * * 1         five fields alone, where no line leads to one of them
    *************       a rule of three stars or more

    * * * * *
    | | | | |           the ends of lines
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import UPRIGHT
from ..model import Cell
from ..patterns import pattern
from ..typed import Final

_MARKS: Final = ("/*", "*/")
_COMMENT: Final = pattern(r"(?<![^\s|│])(/\*+)(?=\s)[^*]*(?<=\s)(\*+/)(?![^\s|│])")
_FIELD: Final = r"(?:\*(?:/\d{1,2})?|\d[\d,/-]{0,20})"
_NAMED: Final = r"(?= {1,3}[^\W_])"     # a command behind them, set apart at most as far as they are
_FIELDS: Final = pattern(
    rf"(?<![^\s\"'`(|│])(?:\*(?: \*){{3,6}}(?= [^\W_])|\*(?P<gap> {{2,3}})\*(?:(?P=gap)\*){{3,5}}{_NAMED}|"
    rf"(?<=# )\*(?: \*)+{_NAMED}|{_FIELD}(?: {_FIELD}){{4}})"
    r"(?P<named>(?= {1,3}[\w<\"'/.$\[({]))?(?![^\s\"'`)|│])")
_OPENING: Final = pattern(r"\s*(/\*+)(?=\s|$)(?!.*\*/)")
_CLOSING: Final = pattern(r"\s*\*+/")
_STAR: Final = "*"
_RULE: Final = pattern(r"\*{3,}")
_RULED: Final = 3 * _STAR
_LEAST_STARS: Final = 2                 # in five fields; sums and tables have fewer
_LINES: Final = UPRIGHT | frozenset("/\\^v")


def _is_led_to(rows: Sequence[str], y: int, x: int) -> bool:
    """Tell whether an upright line or a slope leads to a cell."""
    beside = [rows[k][max(x - 1, 0) : x + 2] for k in (y - 1, y + 1) if 0 <= k < len(rows)]
    return any(not _LINES.isdisjoint(cells) for cells in beside)


def _commented(rows: Sequence[str], y: int, left: int) -> Iterator[Cell]:
    """Yield the marks of a comment of several rows, which begins at a cell and has a star at the front of each row.

        /*
         * +---+
         */
    """
    for k in range(y + 1, len(rows)):
        if rows[k][left + 1 : left + 2] != _STAR or rows[k][: left + 1].strip():
            return
        if closing := _CLOSING.match(rows[k]):
            yield from (Cell(row, left + 1) for row in range(y, k))
            yield from (Cell(k, x) for x in range(left + 1, closing.end()))
            yield Cell(y, left)
            return


def find_stars(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of `rows` that are marks of comments and stars of timetables."""
    for y, row in enumerate(rows):
        if _MARKS[0] in row and _MARKS[1] in row:
            for match in _COMMENT.finditer(row):
                yield from (Cell(y, x) for number in (1, 2) for x in range(*match.span(number)))
        if _RULED in row:
            yield from (Cell(y, x) for match in _RULE.finditer(row) for x in range(*match.span()))
        if _MARKS[0] in row and (opening := _OPENING.match(row)):
            yield from _commented(rows, y, opening.start(1))
        if row.count(_STAR) < _LEAST_STARS:
            continue
        for match in _FIELDS.finditer(row):
            stars = [x for x in range(*match.span()) if row[x] == _STAR]
            if len(stars) < _LEAST_STARS or match["named"] is None and any(_is_led_to(rows, y, x) for x in stars):
                continue
            yield from (Cell(y, x) for x in range(*match.span()) if row[x] in "*/-,")
