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

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from ..model import Grid, Repair
from ..typed import Final
from .connectors import find_drifted_lines
from .drift import BARE, UPRIGHT
from .edges import find_edges
from .frames import find_frames
from .grid import FILLER
from .homes import Frame, crooked_rows, place_frames
from .marks import PLUS, SIDES, line_heads
from .short_ends import draw_short_ends_on

_MOST_PASSES: Final = 12                # frames, lines, ends: what one pass mends may show the next what to mend
_BARS: Final = SIDES - {PLUS}


def _may_head_lines(rows: tuple[str, ...], whole: str) -> bool:
    """Tell whether a row with wide characters stands over or under a row of nothing but upright lines.

    `whole` is all of the rows.
    """
    return FILLER in whole and any(
        not row.strip(UPRIGHT) and not row.isspace() and any(FILLER in near for near in rows[max(y - 1, 0) : y + 2])
        for y, row in enumerate(rows))


def _may_hold_messages(whole: str, stride: int, heads: Iterable[str], frames: Iterable[Frame]) -> bool:
    """Tell whether a head along the row stands at the bar of a lifeline, or one blank from it, as an arrow's does.

    A bar that is the wall of a frame is none. A row of `whole` begins every `stride` characters.
    """
    places = sorted(_at_heads(whole, heads))
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


def _at_heads(whole: str, heads: Iterable[str]) -> Iterator[int]:
    """Yield where in `whole` there is a bar beside one of the heads, or one blank from it."""
    for head in heads:
        at = whole.find(head)
        while at >= 0:
            for place in (at - 1 - (whole[at - 1 : at] == " "), at + 1 + whole.startswith(" ", at + 1)):
                if 0 <= place < len(whole) and whole[place] in _BARS:
                    yield place
            at = whole.find(head, at + 1)


def _one_pass(grid: Grid, is_straight: bool) -> tuple[Grid, list[Repair]]:
    edges = find_edges(grid.rows)
    frames = place_frames(grid.rows, find_frames(grid.rows, edges)) if edges else []
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    if not is_straight and (crooked := crooked_rows(grid.rows, frames)):
        from .mending import mend_frames
        laid, repairs = mend_frames(grid.rows, frames, crooked)
    if edges and not is_straight and not repairs and (drifted := find_drifted_lines(grid.rows, edges, frames)):
        from .mending import mend_lines
        laid, repairs = mend_lines(grid.rows, drifted, frames)
    whole, stride = "\n".join(grid.rows), grid.columns + 1
    heads = line_heads(whole)
    if not repairs and not is_straight and _may_hold_messages(whole, stride, heads, frames):
        from .lifelines import find_drifted_lifelines
        if drifted := find_drifted_lifelines(grid.rows, frames):
            from .mending import mend_lines
            laid, repairs = mend_lines(grid.rows, drifted, frames)
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
            from .mending import as_counted
            is_straight = is_in_line(grid.rows)
            counted, moved = (grid, []) if is_straight else as_counted(grid)
            if is_straight:
                after, found = _one_pass(grid, is_straight)
            elif moved:
                after, found, is_straight = counted, moved, True
        if not found and not passes:
            return current, ()
        if not found:
            from .told import merged
            return current, merged(passes)
        passes.append((current.rows, found))
        current = after
    return grid, ()
