"""Match the walls of a row to the columns of the frames: row, homes -> Match, ...

    homes   0        9  13
    row     │ 柠檬水  │  │       in order, at least cost: a change of drift costs its columns, a wall that is
    seen    0        10 14       not there much, a glyph that is none of the frames' walls little
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from ..typed import Any, Final, NamedTuple
from .drift import LEAST_DRIFT, drift_limit, is_unpadded, overflow, padded_out
from .marks import AT_HOME, BAR, HEADS, LINES, PLUS, SIDE_MARK, SIDES, TOUCHED

_SKIP_WALL: Final = 20.0                # costs of a match, in columns: a wall that is not there ...
_LINE_THERE: Final = 12.0               # ... one that a line stands on ...
_LINE_OUT: Final = 12.0                 # ... or a line that comes out of the box, from the very glyph in question ...
_LINE_SET: Final = frozenset(LINES)
_HEAD_THERE: Final = 4.0                # ... or a head ...
_SKIP_GLYPH: Final = 1.0                # ... and a glyph that is none of the frames' walls
_WIDER: Final = 4.0                     # ... and a frame that has to grow
_TOUCHED: Final = 1.5                   # ... and a bar out of its column that a word touches
_STANDS: Final = 10.0                   # ... and one that is another frame's wall, by all its rows, if drift changes
_FROM_HOME: Final = 0.15                # a column away from home counts less than one away from the drift so far
_STILL_FROM_HOME: Final = 0.03          # ... and little where the drift goes on
_FAR_FROM_HOME: Final = 16
_MOST_STATES: Final = 8                 # ways of matching a row that are followed at once
_MOST_PASSED: Final = 20


class Match(NamedTuple):
    """A wall seen in a row: its home column (where the frame has it) and the column it stands in."""

    home: int
    seen: int


#: A way to match the walls of a row up to here: its cost, the drift so far, the matches as a list linked from its end.
_State = tuple[float, int, tuple[Match, Any] | None]


def _cost(x: int, home: int, drift: int) -> float:
    """Return what it costs to take the wall at `x` for the one of `home`, after a drift of `drift`."""
    away = abs(x - home - drift)
    if away > LEAST_DRIFT:              # a text that is too long pushes far, at once
        away = LEAST_DRIFT + (away - LEAST_DRIFT) // 4
    return away + (_FROM_HOME if away else _STILL_FROM_HOME) * min(abs(x - home), _FAR_FROM_HOME)


def _skip(row: str, home: int) -> float:
    """Return what it costs to say that the wall of `home` is not there: a head that points at a wall hides none."""
    there = row[home : home + 1]
    if there in HEADS and row[home + 1 : home + 2] not in SIDES:
        return _HEAD_THERE
    return _LINE_THERE if there and there in LINES else _SKIP_WALL


def _is_out_of(row: str, x: int, home: int) -> bool:
    """Tell whether a line comes out of a plus at `x` and runs through `home`: it crosses the wall there."""
    return row[x] in PLUS and row[home : home + 1] in _LINE_SET and _LINE_SET.issuperset(row[x + 1 : home + 2])


def _in_order(
    row: str, columns: list[int], homes: list[int], limits: list[int], stands: Callable[[int, int], bool]
) -> list[Match] | None:
    """Return the walls one by one, where there are as many as homes and none is far away."""
    if len(columns) != len(homes):
        return None
    if is_unpadded(row, columns, homes):
        return None if any(x != home and stands(x, x - home) for x, home in zip(columns, homes, strict=True)) else [
            Match(*pair) for pair in zip(homes, columns, strict=True)]
    drift, cost, before = 0, 0.0, -1
    for x, home, limit in zip(columns, homes, limits, strict=True):
        if x != home and (x < home and _is_out_of(row, x, home) or stands(x, x - home)):
            return None
        if abs(x - home) > limit and abs(x - home - drift) > limit and overflow(row, home) != x and (
                before < 0 or padded_out(row, before, home) != x):
            return None
        cost += _cost(x, home, drift)
        drift, before = x - home, x
    return [Match(*pair) for pair in zip(homes, columns, strict=True)] if cost < 2 * _SKIP_WALL else None


def match_row(
    row: str, homes: list[int], known: dict[int, int], stands: Callable[[int, int], bool],
    room: Callable[[str], int] | None = None,
) -> list[Match]:
    """Return the walls of a row matched to `homes` in order, at least cost; `known` fixes some of them.

    `stands` tells whether what is in a column, so far from a home column, belongs where it is.
    With `room`, which tells the least columns of a text, it costs to make a frame wider as well.
    """
    if all(known[home] == home if home in known else row[home : home + 1] in AT_HOME for home in homes):
        return [Match(home, home) for home in homes]
    limits = [LEAST_DRIFT if row.isascii() else drift_limit(row, home) for home in homes]
    columns = [m.start() for m in SIDE_MARK.finditer(row)]
    if len(columns) > len(homes) and not row.isascii():
        drawn = [x for x in columns if not row[x].isascii()]
        if len(drawn) >= len(homes):    # the bars are text
            columns = drawn
    if not known and room is None and (matches := _in_order(row, columns, homes, limits, stands)) is not None:
        return matches
    columns = sorted({*columns, *known.values(), *(
        home for home in homes if row[home : home + 1] in AT_HOME and home < len(row) and home not in known)})
    taken = frozenset(homes)            # where another wall may have come to stand by chance
    # states: the last glyph used -> the way to get there
    states: dict[int, _State] = {-1: (0.0, 0, None)}
    for home, limit in zip(homes, limits, strict=True):
        near: Sequence[int]
        if home in known:
            near = range(bisect_left(columns, known[home]), bisect_left(columns, known[home]) + 1)
        else:
            near = range(bisect_left(columns, home - limit), bisect_right(columns, home + limit))
            shifted = {home + drift for _, drift, _ in states.values() if abs(drift) > limit - LEAST_DRIFT}
            if (not near or columns[near[-1]] < home) and (wall := overflow(row, home)) is not None:
                shifted.add(wall)
            if shifted:
                near = sorted({*near, *(i for x in shifted for i in range(
                    bisect_left(columns, x - LEAST_DRIFT), bisect_right(columns, x + LEAST_DRIFT)))})
        skip = _skip(row, home)
        following: dict[int, _State] = {last: (cost + skip, drift, way) for last, (cost, drift, way) in states.items()}
        for at in near:
            x = columns[at]
            is_other = x != home and home not in known and stands(x, x - home)
            if is_other and x not in taken:
                continue
            best: _State | None = None
            for last, (cost, drift, way) in states.items():
                if last >= at:
                    continue
                if room and way and room(row[way[0].seen + 1 : x]) >= home - way[0].home:
                    cost += _WIDER
                if x < home and home not in known and _is_out_of(row, x, home):
                    cost += _LINE_OUT
                if x != home and row[x] in BAR and TOUCHED.search(row, max(x - 1, 0), x + 2):
                    cost += _TOUCHED
                if is_other and x - home != drift:
                    cost += _STANDS
                passed = 0 if home in known else min(at - last - 1, _MOST_PASSED)
                cost += _cost(x, home, drift) + _SKIP_GLYPH * passed
                if best is None or cost < best[0]:
                    best = (cost, x - home, (Match(home, x), way))
            if best is not None and (at not in following or best[0] < following[at][0]):
                following[at] = best
        if len(following) > _MOST_STATES:
            following = dict(sorted(following.items(), key=lambda item: item[1][0])[:_MOST_STATES])
        states = following
    matches = []
    linked = min(states.values(), key=lambda state: state[0])[2]
    while linked is not None:
        match, linked = linked
        matches.append(match)
    return matches[::-1]
