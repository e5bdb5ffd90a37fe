r"""Trace low lines: rows and their strokes and slopes -> Slope, ... A low line, ___, runs along the bottom of its row.

     ___
    /   \     its ends: the corner of a slope, the foot of a slope beside it, a bar, a round corner
    \___/
"""
from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from ..glyphs import GLYPHS, those
from ..model import Cell, Point, Stroke
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .around import Slope, World
from .points import middle
from .shy import is_word

_LOW: Final = pattern("_+")
_BAR: Final = pattern(r"\|")
_STATE: Final = pattern("<_(?:[^<>]*_)?>")
_ROUND: Final = frozenset(those(lambda g: g.round or g.lean in ("(", ")")))
_FEET: Final = {-1: "↗", 1: "↖"}        # what leans away from a low line, to its left and to its right
_TRUNK: Final = " |_"                   # what stands before a branch
_INDENT: Final = 2                      # cells from the blank before a name to a branch under it, at most
_LEAST_LOW: Final = 3                   # cells of a low line that touches nothing


class _Ink(NamedTuple):
    """What low lines may end at, beside strokes."""

    corners: Set[Point]                 # of slopes
    nodes: Collection[Cell]
    sloping: Collection[Cell]
    bends: Collection[Point]            # of slopes, where they turn into a bar
    posts: Mapping[Cell, int]           # the cells of bars that are no strokes, each with the row of the bar's top


def trace_lows(world: World, slopes: Sequence[Slope]) -> Iterator[Slope]:
    lines = [(y, x, x + len(line) - 1) for y, x, line in world.found(_LOW)]
    corners = {slope.path[k] for slope in slopes for k in (0, -1)}
    sloping = {cell for slope in slopes for cell in slope.cells}
    lines = [line for line in lines if _is_ink(world, corners, sloping, *line)]
    if not lines:
        return
    posts = list(_posts(world, lines, corners))
    ink = _Ink(
        corners, {cell for slope in slopes for cell in slope.nodes}, sloping,
        {point for slope in slopes for point in slope.path[1:-1]},
        {cell: post.cells[0].row for post in posts for cell in post.cells},
    )
    for y, start, stop in lines:
        if (y, start) in ink.sloping:
            continue
        left, right = _low_end(world, ink, y, start, -1), _low_end(world, ink, y, stop, 1)
        if left is None and right is None and (
                stop - start + 1 < _LEAST_LOW or world.at(y, start - 1) + world.at(y, stop + 1) == "()"):
            continue
        if left == right:               # one cell over a bar
            left = right = None
        left, right = left or ((2 * start, 2 * y + 2),), right or ((2 * stop + 2, 2 * y + 2),)
        hung = tuple((2 * x + 1, 2 * y + 2) for x in range(start, stop + 1) if _hangs(world, ink, y, x))
        path = tuple(dict.fromkeys((*left, *hung, *right[::-1])))
        smooth = tuple(point for point in path[1:-1] if point not in hung)
        yield Slope(path, tuple(Cell(y, x) for x in range(start, stop + 1)), (),
                    Stroke("h", y, start, stop, low=True), smooth)
    yield from posts


def lozenges(world: World) -> Iterator[Slope]:
    """Yield the ends of the states of a bus: angles between the ends of two low lines. Hyphens at a tip are a line.

          ______  ____
        -<______><_A0_>---
    """
    for y, row in enumerate(world.rows[1:], 1) if "<_" in world.whole else ():
        for match in _STATE.finditer(row) if "<_" in row else ():
            ends = (match.start(), 1), (match.end() - 1, -1)
            if any(world.at(y - 1, x) != " " or world.at(y - 1, x + inward) != "_" for x, inward in ends):
                continue
            for x, inward in ends:
                foot = 2 * x + (inward > 0) * 2
                tip = 2 * x + (inward < 0) * 2
                if world.h.at(y, x - inward):           # a line runs on to the middle of the cell
                    tip = 2 * x + 1
                yield Slope(((foot, 2 * y), (tip, 2 * y + 1), (foot, 2 * y + 2)), (Cell(y, x),), (), None)
                out = x - inward
                while world.at(y, out) == "-" and not world.h.at(y, out):
                    out -= inward
                dashes = tuple(Cell(y, k) for k in range(x - inward, out, -inward))
                if dashes and world.at(y, out) == " ":
                    yield Slope(((tip - 2 * inward * len(dashes), 2 * y + 1), (tip, 2 * y + 1)), dashes, (), None)


def _is_ink(world: World, corners: Set[Point], sloping: Set[Cell], y: int, start: int, stop: int) -> bool:
    """Tell whether a low line is one: no word touches it, but for a name that it leads from a slope to: __3__ ."""
    words = [is_word(world.at(y, x)) and (y, x) not in sloping for x in (start - 1, stop + 1)]
    if not any(words):
        return True
    return not all(words) and ((2 * stop + 2 if words[0] else 2 * start), 2 * y + 2) in corners


def _low_end(world: World, ink: _Ink, y: int, x: int, dx: int) -> tuple[Point, ...] | None:
    """Return the points at the end of a low line, outermost first, or None where it touches nothing."""
    bottom, edge = 2 * y + 2, 2 * x + 1 + dx
    beside = GLYPHS.get(world.at(y, x + dx))
    if beside is not None and _FEET[dx] in beside.lean and (y, x + dx) in ink.sloping:
        return ((edge + (dx if middle(Cell(y, x + dx)) in ink.bends else 2 * dx), bottom),)
    if (edge, bottom) in ink.corners:
        beyond = (2 * (x + dx) + 1, bottom)             # the wall of a die: its top edge goes on to it
        return (beyond, (edge, bottom)) if _hangs(world, ink, y, x + dx) else ((edge, bottom),)
    if _hangs(world, ink, y, x):
        return ((2 * x + 1, bottom),)
    for row in (y, y + 1):
        if world.v.at(x + dx, row) and world.at(row, x + dx) not in _ROUND or (row, x + dx) in ink.posts:
            return ((2 * (x + dx) + 1, bottom),)
        glyph = GLYPHS.get(world.at(row, x + dx))
        is_ink = world.is_live(row, x + dx) or (row, x + dx) in ink.nodes
        if glyph is not None and glyph.round and glyph.shy and is_ink:
            return (middle(Cell(row, x + dx)), (edge, bottom))
    return None


def _hangs(world: World, ink: _Ink, y: int, x: int) -> bool:
    """Tell whether a bar begins under a cell."""
    bar = world.v.at(x, y + 1)
    return bar is not None and bar.start == y + 1 or ink.posts.get(Cell(y + 1, x)) == y + 1


def _posts(world: World, lines: Iterable[tuple[int, int, int]], corners: Set[Point]) -> Iterator[Slope]:
    r"""Yield the bars that are no strokes, between a low line at the top and one at the bottom.

            ___     ___          ___ ___
        ___|   |___|   |___     |Esc| 1 |       a bar at the end of a wave has a low line at one end only, as has
                                |___|___|       the only branch of a name: see `_is_branch`

        \_____/       and one that hangs on a brace
           |
    """
    line_at = {Cell(y, x): (y, start) for y, start, stop in lines for x in range(start, stop + 1)}
    cups = {Cell(y, x) for y, start, stop in lines if {(2 * start, 2 * y + 2), (2 * stop + 2, 2 * y + 2)} <= corners
            for x in range(start, stop + 1)}
    runs: list[tuple[range, int, list[tuple[int, int]], list[tuple[int, int]]]] = []
    for y, row in enumerate(world.rows):
        for match in _BAR.finditer(row):
            x = match.start()
            if not _is_lone(world, y, x) or _is_lone(world, y - 1, x):
                continue
            stop = y + 1
            while _is_lone(world, stop, x):
                stop += 1
            tops = [line_at[Cell(y - 1, k)] for k in (x - 1, x, x + 1) if (y - 1, k) in line_at]
            feet = [line_at[Cell(stop - 1, k)] for k in (x - 1, x + 1) if (stop - 1, k) in line_at]
            if tops or feet:
                runs.append((range(y, stop), x, tops, feet))
    held = {line for _, _, tops, feet in runs if tops and feet for line in (*tops, *feet)}
    for cells, x, tops, feet in runs:
        if tops and feet or not held.isdisjoint((*tops, *feet)) and not any(world.is_touched(y, x) for y in cells) \
                or feet and len(cells) == 1 and _is_branch(world, cells.start, x) \
                or len(cells) == 1 and (cells.start - 1, x) in cups and _is_clear(world, cells.start, x):
            yield Slope(((2 * x + 1, 2 * cells.start), (2 * x + 1, 2 * cells.stop)),
                        tuple(Cell(y, x) for y in cells), (), None)


def _is_branch(world: World, y: int, x: int) -> bool:
    """Tell whether a bar is the only branch of a tree's name: a low line leads from it to a name, and it stands under
    one of the first letters of another, which is alone in its row but for branches too.

        root
        |__ usr
             |__ lib
    """
    row, above = world.rows[y], world.at(y - 1, x)
    before, name = row[:x], row[x + 1 :].lstrip("_")
    is_last = not before.strip(_TRUNK) and name[:1] == " " and is_word(name[1:2]) and "|" not in name
    return is_last and is_word(above) and not world.rows[y - 1][: max(x - _INDENT, 0)].strip(_TRUNK) and " " in (
        world.at(y - 1, x - 1), world.at(y - 1, x - _INDENT))


def _is_clear(world: World, y: int, x: int) -> bool:
    """Tell whether no word stands beside a cell, nor a blank away from it."""
    return world.at(y, x - 1) == world.at(y, x + 1) == " " and not any(is_word(world.at(y, x + k)) for k in (-2, 2))


def _is_lone(world: World, y: int, x: int) -> bool:
    return world.at(y, x) == "|" and world.v.at(x, y) is None
