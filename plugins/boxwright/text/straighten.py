"""Put drifted walls back in line: Grid -> Grid, Repairs.

The model: edges are exact, text rows drift and the drift grows to the right, padding is elastic, text never
changes. In each row the walls are matched to the frames' columns in order, and spaces (or the line's own fill)
next to a wall give way. What does not fit widens the frame, in every row that crosses it. Once the frames stand,
the lines between them follow, and the arrows that stop short; and so on until nothing is left to mend.

    ┌────────┐          ┌────────┐         ┌────┐           ┌──────┐
    │ 柠檬水  │    ->    │ 柠檬水 │         │ 柠檬水 │   ->   │ 柠檬水 │
    └────────┘          └────────┘         └────┘           └──────┘

Most drawings are in line: what it takes to move something is loaded where something is out of line.

Laws: what is in line comes back to the byte; twice is once; each row keeps its text; no row comes or goes.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator

from ..glyphs import GLYPHS, char_class
from ..model import Grid, Repair
from ..patterns import pattern
from ..typed import Final
from .connectors import find_drifted_lines
from .drift import BARE, UPRIGHT
from .edges import find_edges
from .frames import find_frames
from .grid import FILLER
from .homes import Frame, crooked_rows, place_frames
from .marks import CROSSINGS, LINE_HEADS, LINES, PLUS, SIDES, WALLS, line_heads
from .short_ends import draw_short_ends_on

_BEGINS_RULE: Final = pattern(f" *+{char_class(LINES)}++{char_class(''.join(sorted(CROSSINGS)))}")
_FORK: Final = pattern(
    char_class("".join(sorted({*LINES, *LINE_HEADS})))
    + char_class("".join(sorted(char for char in WALLS - BARE if "W" in GLYPHS[char].arms))))
_MOST_SHORT: Final = 3                  # blanks from a head to its line of life
_MOST_PASSES: Final = 12                # frames, lines, ends: what one pass mends may show the next what to mend


def _at_head(bars: Collection[str], heads: Collection[str]) -> re.Pattern[str]:
    either, bar, head = (char_class("".join(sorted(chars))) for chars in ({*bars, *heads}, bars, heads))
    gap = f" {{0,{_MOST_SHORT}}}+"      # one class comes first, which is what makes the search quick
    return pattern(f"{either}(?:(?<={bar}){gap}(?={head})|(?<={head}){gap}(?P<bar>(?={bar})))")


_BARS: Final = SIDES - {PLUS}
_AT_HEAD: Final = (                     # in any text, and in ASCII
    _at_head(_BARS, LINE_HEADS),
    _at_head(*(list(filter(str.isascii, chars)) for chars in (_BARS, LINE_HEADS))))


def _may_hold_forks(rows: tuple[str, ...], whole: str) -> bool:
    """Tell whether a line comes to a corner or a tee behind wide characters: lines fork between words."""
    return FILLER in whole and any(_FORK.search(row, at) for row in rows if (at := row.find(FILLER)) >= 0)


def _may_hold_rules(rows: tuple[str, ...], whole: str) -> bool:
    """Tell whether a line with a crossing in it begins a row of a text with wide characters."""
    return FILLER in whole and any(char in whole for char in CROSSINGS) and any(map(_BEGINS_RULE.match, rows))


def _may_head_lines(rows: tuple[str, ...], whole: str) -> bool:
    """Tell whether a row with wide characters stands over or under a row of nothing but upright lines.

    `whole` is all of the rows.
    """
    return FILLER in whole and any(
        not row.strip(UPRIGHT) and not row.isspace() and any(FILLER in near for near in rows[max(y - 1, 0) : y + 2])
        for y, row in enumerate(rows))


def _may_hold_messages(whole: str, stride: int, heads: Iterable[str], frames: Iterable[Frame]) -> bool:
    """Tell whether a head along the row stands at the bar of a lifeline, or a few blanks from it, as an arrow's does.

    A bar that is the wall of a frame is none. A row of `whole` begins every `stride` characters.
    """
    places = list(_at_heads(whole)) if heads else []
    if all(whole[place] not in BARE for place in places):
        return False                    # tees alone
    bars: dict[int, list[int]] = {}     # by column, from the top
    for place in places:
        y, x = divmod(place, stride)
        bars.setdefault(x, []).append(y)
    for frame in frames:
        for column, (first, last) in frame.walls:
            if column in bars:
                there = bars[column]
                del there[bisect_left(there, first) : bisect_right(there, last)]
    return any(bars.values())


def _at_heads(whole: str) -> Iterator[int]:
    """Yield where in `whole` there is a bar beside a head along the row, or a few blanks from it, in reading order."""
    for match in _AT_HEAD[whole.isascii()].finditer(whole):
        yield match.start() if match["bar"] is None else match.end()


def _one_pass(grid: Grid, is_straight: bool) -> tuple[Grid, list[Repair]]:
    edges = find_edges(grid.rows)
    frames = place_frames(grid.rows, find_frames(grid.rows, edges)) if edges else []
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    if not is_straight and (crooked := crooked_rows(grid.rows, frames)):
        from .mending import mend_frames
        laid, repairs = mend_frames(grid.rows, frames, crooked)
    whole, stride = "\n".join(grid.rows), grid.columns + 1
    if not repairs and not is_straight and (edges or _may_hold_forks(grid.rows, whole)) and (
            lines := find_drifted_lines(grid.rows, edges, frames)).rows:
        from .mending import as_counted, mend_lines
        laid, repairs = mend_lines(grid.rows, lines.rows, frames, lines.wholes)
        if not repairs:
            from .counted import is_in_line
            if not is_in_line(grid.rows):
                counted, moved = as_counted(grid)
                if moved:
                    return counted, moved
    heads = line_heads(whole)
    if not repairs and not is_straight and _may_hold_messages(whole, stride, heads, frames):
        from .lifelines import find_drifted_lifelines
        if drifted := find_drifted_lifelines(grid.rows, frames):
            from .apart import mend_lifelines
            laid, repairs = mend_lifelines(grid.rows, drifted, frames)
    if not repairs and not is_straight and _may_hold_rules(grid.rows, whole):
        from .mending import mend_tables
        laid, repairs = mend_tables(grid.rows)
    if not repairs and frames:
        laid, repairs = draw_short_ends_on(grid.rows, frames, whole, heads)
    if not repairs and _may_head_lines(grid.rows, whole):
        from .heads import set_names_over_lines
        laid, repairs = set_names_over_lines(grid.rows)
    if not repairs:
        return grid, []
    rows = [laid.get(y, row) for y, row in enumerate(grid.rows)]
    width = max(map(len, rows))
    return Grid(tuple(row.ljust(width) for row in rows), grid.asides), repairs


def straighten_grid(grid: Grid) -> tuple[Grid, tuple[Repair, ...]]:
    """Return `grid` with its walls in line, and what was moved; the same grid where nothing was.

    What comes out needs no further repair. A text that never settles is none of ours, and is left as it is.
    """
    current, passes = grid, list[tuple[tuple[str, ...], list[Repair]]]()
    is_straight = False                 # asked only where something seems to be amiss, since most drawings are in line
    for turn in range(_MOST_PASSES):
        after, found = _one_pass(current, is_straight)
        if found and turn == 0:
            from .counted import is_in_line
            is_straight = is_in_line(grid.rows)
            if is_straight:
                after, found = _one_pass(grid, is_straight)
            else:
                from .mending import as_counted
                counted, moved = as_counted(grid)
                if moved:
                    after, found, is_straight = counted, moved, is_in_line(counted.rows)
        if not found and not passes:
            return current, ()
        if not found:
            from .told import merged
            return current, merged(passes)
        passes.append((current.rows, found))
        current = after
    return grid, ()
