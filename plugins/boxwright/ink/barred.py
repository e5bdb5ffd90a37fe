"""Settle the frames of which the corners are bars, or that have none: rows -> rows with corners and tees in them.

    |-----|        ┌-----┐       -------        ┌-----┐        -----         ┌-----┐
    |  a  |   ->   |  a  |       |  b  |   ->   |  b  |       |  c  |   ->   |  c  |
    |-----|        └-----┘       -------        └-----┘        -----         └-----┘

A frame is closed: bars lead down both of its sides, in each row, from one edge to the other, something stands between
two edges, and nothing goes on beyond its corners. Where it has corners of its own, a rule in it begins and ends in
bars all the same. The rules of a table that is open above or below stay what they are:

    +---------+        +---------+        | a  | b  |
    | a  | b  |        | a  | b  |        |----|----|
    |----|----|   ->   ├----┼----┤        | c  | d  |
    | c  | d  |        | c  | d  |
    +---------+        +---------+
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..glyphs import char_class, chars
from ..model import Cell
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .edits import At, Edit
from .shy import is_word

_BARS: Final = frozenset("|│┃")
_BAR: Final = char_class("|│┃")
_LINES: Final = frozenset("-=─━═")
_LINE: Final = char_class("-=─━═")
_BARRED: Final = pattern(rf"{_BAR}(?:{_LINE}+{_BAR})+")
_RUN: Final = pattern(r"(?<!\S)(?:-{3,}|={3,})(?!\S)")
_DOUBLE: Final = frozenset("=═")
#: What may be a corner of an edge that is over walls (S), and of one under them (N), at its left and its right end.
_CORNERS: Final = {
    way: tuple(frozenset(char for char in chars(way + side, head=False) if not char.isalpha()) for side in "EW")
    for way in "SN"
}
_EDGE: Final = frozenset(chars("EW"))
_UP, _DOWN = (frozenset(chars(side, shy=False)) | {"|", "+"} for side in "NS")      # what goes on beyond a corner
#: A corner or a tee, by the sides on which lines leave it, and whether its level line is double.
_TEES: Final = {
    False: {"ES": "┌", "SW": "┐", "NE": "└", "NW": "┘", "NES": "├", "NSW": "┤", "ESW": "┬", "NEW": "┴"},
    True: {"ES": "╒", "SW": "╕", "NE": "╘", "NW": "╛", "NES": "╞", "NSW": "╡", "ESW": "╤", "NEW": "╧"},
}
_CROSS: Final = {False: "┼", True: "╪"}


def _tee(y: int, x: int, left: int, right: int, at: At, *, up: bool, down: bool) -> Edit:
    """Return the tee of a rule in a column, from which lines go up and down."""
    sides = "N" * up + "E" * (x < right) + "S" * down + "W" * (x > left)
    is_double = at(y, x + (1 if x < right else -1)) in _DOUBLE
    return Cell(y, x), _TEES[is_double].get(sides, _CROSS[is_double])


def _is_barred(y: int, left: int, right: int, at: At) -> bool:
    """Tell whether a rule of lines and bars leads from one bar to another."""
    if at(y, left + 1) not in _LINES or at(y, right - 1) not in _LINES:
        return False
    return all((char := at(y, x)) in _LINES or char in _BARS for x in range(left + 1, right))


def _is_edge(y: int, left: int, right: int, way: str, at: At) -> bool:
    """Tell whether an edge with corners of its own is over walls (S), or under them (N)."""
    return at(y, left) in _CORNERS[way][0] and at(y, right) in _CORNERS[way][1] \
        and at(y, left + 1) in _EDGE and at(y, right - 1) in _EDGE


def _is_free(y: int, left: int, right: int, beyond: int, way: frozenset[str], at: At) -> bool:
    """Tell whether nothing goes on from the ends of a barred rule."""
    return way.isdisjoint((at(beyond, left), at(beyond, right))) \
        and _EDGE.isdisjoint((at(y, left - 1), at(y, right + 1)))


def _is_between_lives(y: int, left: int, right: int, at: At) -> bool:
    """Tell whether a name of its own stands over each end of a rule: a message from one line of life to another.

        A         B
        |---------|
    """
    names = [[at(y - 1, x + k) for k in (-1, 0, 1)] for x in (left, right)]
    between = "".join([at(y - 1, x) for x in range(left, right + 1)])
    return all(any(char == FILLER or is_word(char) for char in name) for name in names) and "  " in between


def barred(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _BARRED.finditer(row):
        left, right = match.start(), match.end() - 1

        yield from _forked(y, left, right, at)

        def walls(k: int, left: int = left, right: int = right) -> bool:
            return at(k, left) in _BARS and at(k, right) in _BARS

        top, bottom, rules = y - 1, y + 1, [y]
        while walls(top) and not _is_barred(top, left, right, at):
            top -= 1
        over = _is_edge(top, left, right, "S", at)
        if not over and (top != y - 1 or not _is_free(y, left, right, top, _DOWN, at)
                         or _is_between_lives(y, left, right, at)):
            continue
        while walls(bottom):
            if _is_barred(bottom, left, right, at):
                rules.append(bottom)
            bottom += 1
        under = _is_edge(bottom, left, right, "N", at)
        if not under and (rules[-1] != bottom - 1 or not _is_free(rules[-1], left, right, bottom, _UP, at)):
            continue
        edges = [*([top] if over else ()), *rules, *([bottom] if under else ())]
        if all(b - a == 1 for a, b in pairwise(edges)):
            continue                    # bars of measures under one another
        for k in rules:
            for x in (x for x in range(left, right + 1) if at(k, x) in _BARS):
                yield _tee(k, x, left, right, at, up=at(k - 1, x) in _DOWN, down=at(k + 1, x) in _UP)


def _forked(y: int, left: int, right: int, at: At) -> Iterator[Edit]:
    """Yield the corners and tees of a bar of branches.

            |
        |---|---|       lines leave its ends to one side, and one comes to it from the other
        |       |
    """
    bars = [x for x in range(left, right + 1) if at(y, x) in _BARS]
    ways = [(at(y - 1, x) in _BARS, at(y + 1, x) in _BARS) for x in bars]
    (up, down), inner = ways[0], ways[1:-1]
    if up != down and ways[-1] == ways[0] and any(way[up] for way in inner) and all(map(any, inner)) \
            and _EDGE.isdisjoint((at(y, left - 1), at(y, right + 1))):
        yield from (_tee(y, x, left, right, at, up=up, down=down) for x, (up, down) in zip(bars, ways, strict=True))


def _is_run(y: int, left: int, right: int, at: At) -> bool:
    char = at(y, left)
    return char in "-=" and at(y, left - 1) == at(y, right + 1) == " " and all(
        at(y, x) == char for x in range(left, right + 1))


def ruled(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _RUN.finditer(row):
        first, last = match.start(), match.end() - 1
        for left, right in ((first, last), (first - 1, last + 1)):
            if left < 0 or at(y + 1, left) not in _BARS or at(y + 1, right) not in _BARS \
                    or not _DOWN.isdisjoint((at(y - 1, left), at(y - 1, right))):
                continue
            rules, k = [y], y + 1
            while at(k, left) in _BARS and at(k, right) in _BARS:
                if _is_barred(k, left, right, at):
                    rules.append(k)
                k += 1
                if _is_run(k, first, last, at):
                    rules.append(k)
                    k += 1
            if rules[-1] != k - 1 or len(rules) == 1 or not _UP.isdisjoint((at(k, left), at(k, right))):
                continue
            within = [row for row in range(y, k) if row not in rules]
            columns = [x for x in range(left, right + 1) if all(at(row, x) in _BARS for row in within)]
            for rule in rules:
                yield from (_tee(rule, x, left, right, at, up=rule > y, down=rule < k - 1) for x in columns)
