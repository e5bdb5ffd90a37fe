"""How far a wall may be out of line: a row and a column -> columns.

    │ 柠檬水  │     wide text pushes what stands behind it, a column for each character or two;
    │ ab  │        a few columns are typed wrong anywhere
"""
from __future__ import annotations

import re
from itertools import pairwise

from ..glyphs import GLYPHS, char_class
from ..patterns import pattern
from ..typed import Final
from .grid import FILLER
from .marks import ASCII_LINES, AT_HOME, BAR, HEADS, LINES, PLUS, RIGHT, SIDE_MARK, SIDES, SOFT, THROUGH

MOST_DRIFT: Final = 40                  # columns
LEAST_DRIFT: Final = 4
_WIDE_REACH: Final = 200                # columns; wide text further left is one drift for all that follows
_MOST_OVERFLOW: Final = 60              # columns that a text is too long for its box
_TIGHT: Final = 2                       # blanks around a text that was typed without padding
_GAP: Final = "   "                     # what stands on either side of it is no one text
_SIDES_A_COLUMN: Final = 2              # sides before a wall that can push it by one more
_HYPHENS: Final = re.escape(ASCII_LINES)
_NOT_IN_TEXT: Final = pattern(
    rf"  |(?<![\w{_HYPHENS}])[{_HYPHENS}]{{2,}}+(?!\w)|[/\\] [/\\]"       # slopes in a row are a mesh
    + "|" + char_class("".join(char for char in LINES if not char.isascii())))
_NO_TEXT: Final = {"", " ", *LINES, *AT_HOME}
_ALONG: Final = {*LINES, *THROUGH, *SOFT, PLUS}
BARE: Final = frozenset(char for char in SIDES if GLYPHS[char].arms == "NS")
UPRIGHT: Final = " " + "".join(sorted(BARE))     # what a row of upright lines holds
_ACROSS: Final = pattern(
    f"{char_class(LINES)}{char_class(LINES + THROUGH + PLUS)}*{char_class(RIGHT + PLUS)} {{0,2}}"
    + char_class("".join(sorted(BARE))))
BARE_SIDE: Final = pattern(char_class("".join(sorted(BARE))))


def wide_before(row: str, column: int) -> int:
    """Return how many wide characters stand before `column`, as far as they can push it."""
    return 0 if row.isascii() else row.count(FILLER, max(column - _WIDE_REACH, 0), max(column, 0))


def _bare_sides(row: str, start: int, stop: int) -> int:
    """Return how many sides stand between two columns; bars alone are counted much quicker."""
    return row.count(BAR, start, stop) if row.isascii() else len(BARE_SIDE.findall(row, start, stop))


def looseness(row: str, column: int) -> int:
    """Return how much stands before `column` that can push what follows: sides, each after a text, and wide text."""
    return wide_before(row, column) + _bare_sides(row, max(column - _WIDE_REACH, 0), column)


def drift_limit(row: str, column: int) -> int:
    """Return how far a wall at `column` may have drifted."""
    wide = wide_before(row, column + LEAST_DRIFT)
    return min(MOST_DRIFT, LEAST_DRIFT + (wide_before(row, column + LEAST_DRIFT + wide) if wide else 0))


def _near(row: str, column: int) -> tuple[int, int] | None:
    """Return the first and the last column near `column` where a wall stands in `row`; sides before it may push it."""
    limit = LEAST_DRIFT if row.isascii() else drift_limit(row, column)
    if column > limit:
        limit += _bare_sides(row, max(column - _WIDE_REACH, 0), column - limit) // _SIDES_A_COLUMN
    first = SIDE_MARK.search(row, max(column - limit, 0), column + limit + 1)
    if first is None:
        return None
    return first.start(), [m.start() for m in SIDE_MARK.finditer(row, first.start(), column + limit + 1)][-1]


def overflow(row: str, column: int) -> int | None:
    """Return where the wall stands that a text has pushed away from `column`: the text runs on up to it.

        +------+
        | much too long |     the text crosses the column 7, and goes on to the wall;
        +------+              what begins there, after a gap, stands in the wall's place: a resistor in a wire
    """
    if column >= len(row) or row[max(column - 2, 0) : column] == "  ":
        return None
    here = row[column : column + 1]
    if here in _NO_TEXT and (here != " " or row[column - 1] in _NO_TEXT) and not (
            here in ASCII_LINES and row[column - 1].isalnum() and row[column + 1 : column + 2].isalnum()):
        return None                     # but 10-21 is a text
    wall = SIDE_MARK.search(row, column, column + _MOST_OVERFLOW)
    if wall is None:
        return None
    stop = wall.start()
    while stop > column and row[stop - 1] == " ":
        stop -= 1
    before = [m.end() for m in SIDE_MARK.finditer(row, max(column - _MOST_OVERFLOW, 0), column)]
    text = row[before[-1] if before else 0 : stop].strip(" ")
    if _GAP in text or before and len(text) < column - before[-1]:
        return None                     # it would have fitted: a cell of two columns
    return wall.start() if not _NOT_IN_TEXT.search(row, column, stop) else None


def padded_out(row: str, left: int, right: int) -> int | None:
    """Return where the wall of `right` stands that padding alone has pushed: the next one after the wall at `left`.

        +------+
        | long           |      one text, and blanks after it
        +------+
    """
    wall = SIDE_MARK.search(row, left + 1, right + _MOST_OVERFLOW)
    if wall is None or wall.start() <= right or not (text := row[left + 1 : wall.start()].strip(" ")):
        return None
    return None if text in HEADS or _NOT_IN_TEXT.search(text) else wall.start()     # a head stands on the wall


def is_unpadded(row: str, columns: list[int], homes: list[int]) -> bool:
    """Tell whether a row of nothing but walls and texts was typed without padding: a wall stands right behind its text.

        +------+--------+
        | id | name |             the walls are as many as the frame's, and begin where it begins
        +------+--------+
    """
    if columns[0] != homes[0] or row[: columns[0]].strip(" ") or row[columns[-1] + 1 :].strip(" "):
        return False
    for (a, b), (home, after) in zip(pairwise(columns), pairwise(homes), strict=True):
        text = row[a + 1 : b].strip(" ")
        if b - a != after - home and (
                not text or b - a - 1 - len(text) > _TIGHT or text in HEADS or _NOT_IN_TEXT.search(text)):
            return False
    return True


def _ends_early(row: str, left: int, right: int) -> bool:
    """Tell whether a row that begins at `left`, and was typed without padding, ends at a side short of `right`."""
    stop = len(row.rstrip(" ")) - 1
    return left < stop < right and row[stop] in BARE and row[left] in BARE and is_unpadded(
        row, [left, stop], [left, right])


def _is_run_across(row: str, column: int) -> bool:
    """Tell whether the edge of a box within runs across a column, and a side stands beside its corner.

        +---------+
        | +-----------+ |       the box within has outgrown this one
    """
    return row[column - 1] in LINES and _ACROSS.match(row, column, column + _MOST_OVERFLOW) is not None


def crosses(row: str, left: int, right: int) -> bool:
    """Tell whether lines run through both columns and on: the edge of a wider frame."""
    return right + 2 < len(row) and row[left] in LINES and row[right] in LINES and (
        _ALONG.issuperset(row[max(left - 2, 0) : left + 2]) and _ALONG.issuperset(row[right - 1 : right + 3]))


def _is_edge(row: str, left: int, right: int) -> bool:
    """Tell whether lines run inwards from both columns: an edge, and no sides."""
    return row[left] not in BARE and row[right] not in BARE and row[left + 1] in LINES and row[right - 1] in LINES


def has_walls(row: str, left: int, right: int) -> bool:
    """Tell whether `row` has a wall near each side of a frame, not one that is near both."""
    if right < len(row) and row[left] in AT_HOME and row[right] in AT_HOME:
        return True
    lefts = _near(row, left)
    if lefts is None:
        pushed = overflow(row, left)
        return pushed is not None and SIDE_MARK.search(
            row, pushed + 1, pushed + 1 + right - left + _MOST_OVERFLOW) is not None
    rights = _near(row, right)
    if rights is None or rights[1] <= lefts[0]:
        return overflow(row, right) is not None or padded_out(row, lefts[0], right) is not None or (
            _ends_early(row, left, right) or _is_run_across(row, right))
    apart, most = rights[0] - lefts[1], right - left + LEAST_DRIFT
    if apart > most and apart > most + wide_before(row, rights[0]) and overflow(row, right) is None:
        return False                    # they are the walls of something wider
    return 2 * (rights[1] - lefts[0]) > right - left and not _is_edge(row, lefts[0], rights[1])
