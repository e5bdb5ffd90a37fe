"""Say where a fork or a join between words belongs: rows, its cells -> its column.

    用户 ──┬──▶ 网页         用户 ──┬──▶ 网页       no frame says where it stands; but in each row there is room to
         └──▶ 手机    ->            └──▶ 手机       go further right, and some to go left, if the line is long

Rows with nothing wide before the fork tell more than those with wide text, which has pushed it.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..glyphs import GLYPHS
from ..typed import Final
from .drift import BARE, wide_before
from .marks import LINE_HEADS, LINES, SIDES

_PLAIN_VOTE: Final = 2                  # what a row with nothing wide before its cell is worth, in rows with some
_LEAST_LINE: Final = 2                  # glyphs that a line is left with ...
_LEAST_FROM_SIDE: Final = 3             # ... and one that comes from a side

#: Rows and columns of the cells of a line, from the top.
_Cells = Sequence[tuple[int, int]]


def _comes_from_text(row: str, x: int) -> bool:
    """Tell whether a line goes on from a cell to the left, be it by its head."""
    return "W" in GLYPHS[row[x]].arms and x > 0 and (row[x - 1] in LINES or row[x - 1] in LINE_HEADS)


def is_pushed_fork(rows: tuple[str, ...], cells: _Cells) -> bool:
    """Tell whether wide text has pushed some cells of a line, to which lines come; the others stand in one column.

        用户 ──┬──▶ 网页
        └──▶ 手机            a branch under the first letter hangs from the name
    """
    pushed = [(rows[y], x) for y, x in cells if wide_before(rows[y], x)]
    others = {x for y, x in cells if not wide_before(rows[y], x)}
    return len(others) <= 1 and any(_comes_from_text(row, x) for row, x in pushed) and not any(
        len(row) - len(row.lstrip(" ")) in others for row, _ in pushed)


def _spare(row: str, x: int) -> int:
    """Return what gives way of the line that comes to a cell from the left, be it by its head, or of the blanks."""
    before = row[:x]
    before = before[:-1] if before[-1:] in LINE_HEADS else before
    if before[-1:] == " ":
        return len(before) - len(before.rstrip(" ")) - 1
    rest = before.rstrip(LINES)
    return len(before) - len(rest) - (_LEAST_FROM_SIDE if rest[-1:] in SIDES else _LEAST_LINE)


def _leaves_name(row: str, x: int, home: int) -> bool:
    """Tell whether a line that begins or ends in column `x` of the next row would lose what stands there."""
    return row[x] != " " and not row[home : home + 1].strip(" ")


def fork_home(rows: tuple[str, ...], cells: _Cells, drifts: dict[int, int]) -> int | None:
    """Return the column that most of the cells are in, and that all can get to; `drifts` is as for chains."""
    columns: Counter[int] = Counter()
    spare: list[tuple[int, int]] = []
    for y, x in cells:
        column = x - drifts.get(y, 0)
        columns[column] += 1 if wide_before(rows[y], x) else _PLAIN_VOTE
        spare.append((column, _spare(rows[y], x)))
    ends = [(rows[at], x) for (y, x), at in ((cells[0], cells[0][0] - 1), (cells[-1], cells[-1][0] + 1))
            if rows[y][x] in BARE and 0 <= at < len(rows)]
    return max(
        (home for home in columns
         if all(column - home <= room for column, room in spare if column > home)
         and not any(_leaves_name(row, x, home) for row, x in ends)),
        key=lambda home: (columns[home], home), default=None)
