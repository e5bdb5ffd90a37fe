"""Take the stars of a comment and of a timetable for text: rows -> the cells that are no glyphs.

    /* a --> b */       the marks of a comment, whatever is over or under them
    * * * * * run       four stars or more, or five fields of a timetable, before a word
    */5 2 * * 1         five fields alone, where no line leads to one of them

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
_FIELDS: Final = pattern(
    rf"(?<![^\s\"'`(|│])(?:\*(?: \*){{3,6}}(?= [^\W_])|{_FIELD}(?: {_FIELD}){{4}})(?P<named>(?= [\w<\"'/.$\[({{]))?"
    r"(?![^\s\"'`)|│])")
_STAR: Final = "*"
_LEAST_STARS: Final = 2                 # in five fields; sums and tables have fewer
_LINES: Final = UPRIGHT | frozenset("/\\^v")
STARRED: Final = ("* *", *_MARKS)       # what rows must hold for it


def _is_led_to(rows: Sequence[str], y: int, x: int) -> bool:
    """Tell whether an upright line or a slope leads to a cell."""
    beside = [rows[k][max(x - 1, 0) : x + 2] for k in (y - 1, y + 1) if 0 <= k < len(rows)]
    return any(not _LINES.isdisjoint(cells) for cells in beside)


def find_stars(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of `rows` that are marks of comments and stars of timetables."""
    for y, row in enumerate(rows):
        if _MARKS[0] in row and _MARKS[1] in row:
            for match in _COMMENT.finditer(row):
                yield from (Cell(y, x) for number in (1, 2) for x in range(*match.span(number)))
        if row.count(_STAR) < _LEAST_STARS:
            continue
        for match in _FIELDS.finditer(row):
            stars = [x for x in range(*match.span()) if row[x] == _STAR]
            if len(stars) < _LEAST_STARS or match["named"] is None and any(_is_led_to(rows, y, x) for x in stars):
                continue
            yield from (Cell(y, x) for x in range(*match.span()) if row[x] in "*/-,")
