"""Put drifted walls back in line: Grid -> Grid, Repairs.

The model: edges are exact, text rows drift and the drift grows to the right, padding is elastic, text never
changes. In each row the walls are matched to the frames' columns in order, and spaces (or the line's own fill)
next to a wall give way. What does not fit widens the frame, in every row that crosses it.

    ┌────────┐          ┌────────┐         ┌────┐           ┌──────┐
    │ 柠檬水  │    ->    │ 柠檬水 │         │ 柠檬水 │   ->   │ 柠檬水 │
    └────────┘          └────────┘         └────┘           └──────┘

Laws: what is in line comes back to the byte; twice is once; each row keeps its text; no row comes or goes.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, Final, NamedTuple

from ..glyphs import GLYPHS
from ..model import Grid, Repair
from .frames import LINES, SIDES, WALLS, Frame, drift_limit, find_frames

_SKIP_WALL: Final = 20.0                # costs of a match, in columns: a wall that is not there ...
_SKIP_GLYPH: Final = 1.0                # ... and a glyph that is none of the frames' walls
_FROM_HOME: Final = 0.25                # a column away from home counts less than one away from the drift so far
_SHORTEST_FILL: Final = 3
_MOST_STATES: Final = 16                # ways of matching a row that are followed at once
_MOST_PASSED: Final = 20
_MOST_PASSES: Final = 4                 # one mends, one finds nothing left; art that looks like frames may take more
_MOST_TRIES: Final = 40                 # frames tried one by one where all together do harm
_DOWN: Final = frozenset(g.char for g in GLYPHS.values() if "S" in g.arms and g.char in WALLS)
_UP: Final = frozenset(g.char for g in GLYPHS.values() if "N" in g.arms and (g.char in WALLS or g.head))
_ALL_HEADS: Final = frozenset(g.char for g in GLYPHS.values() if g.head)
_HEADS: Final = frozenset(g.char for g in GLYPHS.values() if g.head in ("E", "W") and not g.char.isascii()) | {">", "<"}
_FILL: Final = re.compile(f"( *)(([{re.escape(LINES)}])\\3*)( *)")
_LABEL: Final = re.compile(
    f"[^ {re.escape(LINES + ''.join(sorted(WALLS)))}]+(?: [^ {re.escape(LINES + ''.join(sorted(WALLS)))}]+)*")


class Match(NamedTuple):
    """A wall seen in a row: its home column (where the frame has it) and the column it stands in."""

    home: int
    seen: int


class _State(NamedTuple):
    """A way to match the walls of a row up to here."""

    cost: float
    drift: int
    matches: tuple[Match, Any] | None


class Demand(NamedTuple):
    """The text between two walls needs at least `room` columns between them."""

    home_left: int
    home_right: int
    room: int


def _match_row(row: str, homes: list[int], known: dict[int, int]) -> list[Match]:
    """Return the walls of a row matched to `homes` in order, at least cost; `known` fixes some of them."""
    if not known and all(home < len(row) and row[home] in WALLS for home in homes):
        return [Match(home, home) for home in homes]
    sides = list(accumulate((char in SIDES for char in row), initial=0))
    # states: the last glyph used -> (cost, drift so far, the matches as a list linked from its end)
    states: dict[int, _State] = {-1: _State(0.0, 0, None)}
    for home in homes:
        if home in known:
            spots = [known[home]]
        else:
            limit = drift_limit(row, home)
            spots = [
                x for x in range(max(home - limit, 0), min(home + limit + 1, len(row)))
                if row[x] in SIDES or x == home and (row[x] in WALLS or row[x] == ":")
            ]
        following: dict[int, _State] = {}
        for last, state in states.items():
            options = [(last, state._replace(cost=state.cost + _SKIP_WALL))]
            for x in spots:
                if x > last:
                    away = abs(x - home - state.drift) + _FROM_HOME * abs(x - home)
                    passed = 0 if home in known else min(sides[x] - sides[last + 1], _MOST_PASSED)
                    cost = state.cost + away + _SKIP_GLYPH * passed
                    options.append((x, _State(cost, x - home, (Match(home, x), state.matches))))
            for at, option in options:
                if at not in following or option.cost < following[at].cost:
                    following[at] = option
        states = dict(sorted(following.items(), key=lambda item: item[1].cost)[:_MOST_STATES])
    matches: list[Match] = []
    linked = min(states.values(), key=lambda state: state.cost).matches
    while linked is not None:
        match, linked = linked
        matches.append(match)
    return matches[::-1]


def _is_centred(text: str) -> bool:
    lead, trail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return lead >= 2 and trail >= 1 and abs(lead - trail) <= 2


def _end_fill(text: str) -> tuple[int, int]:
    """Return the run of line (start, stop) at the right end of `text`, a head after it allowed; or at the left end."""
    stop = len(text) - (1 if text and text[-1] in _HEADS else 0)
    start = stop
    while start > 0 and text[start - 1] in LINES and text[start - 1] == text[stop - 1]:
        start -= 1
    if stop - start >= 2:
        return start, stop
    start = 1 if text and text[0] in _HEADS else 0
    stop = start
    while stop < len(text) and text[stop] in LINES and text[stop] == text[start]:
        stop += 1
    return (start, stop) if stop - start >= 2 else (0, 0)


def _room(text: str) -> int:
    """Return the least columns that the cells between two walls can do with."""
    if not text.strip(" "):
        return 0
    if rule := _FILL.fullmatch(text):
        return min(1, len(rule[1])) + min(len(rule[2]), _SHORTEST_FILL) + min(1, len(rule[4]))
    lead, trail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    start, stop = _end_fill(text)
    spare = trail - min(trail, 1) + max(stop - start - 1, 0)
    return len(text) - spare - (lead - 1 if _is_centred(text) else 0)


def _fit(text: str, room: int) -> str:
    """Return `text` with spaces or fill added or taken away, so that it takes `room` columns if it can."""
    if len(text) == room:
        return text
    if not text.strip(" "):
        return " " * room
    if rule := _FILL.fullmatch(text):
        lead, fill, trail = rule[1], rule[2], rule[4]
        short = room - len(lead) - len(fill) - len(trail)
        longer = max(len(fill) + short, min(len(fill), _SHORTEST_FILL))
        text = lead + rule[3] * longer + trail
        return text if len(text) <= room else text.strip(" ").center(room)
    start, stop = _end_fill(text)
    if room > len(text):
        if stop:
            return text[:start] + text[start] * (stop - start + room - len(text)) + text[stop:]
        return text + " " * (room - len(text))
    trail = len(text) - len(text.rstrip(" "))
    cut = min(len(text) - room, trail - min(trail, 1))
    text = text[: len(text) - cut]
    if len(text) > room and stop:
        cut = min(len(text) - room, stop - start - 1)
        text = text[:start] + text[start + cut :]
    if len(text) > room and text.startswith("  "):
        lead = len(text) - len(text.lstrip(" "))
        text = text[min(len(text) - room, lead - 1) :]
    return text


def _widen(text: str, start: int, growths: Iterable[tuple[int, int]]) -> str:
    """Return `text`, whose first cell is at home column `start`, with columns put in before home columns.

    Lines run on through the new columns; a text is not cut: its padding grows after it.
    """
    for column, by in sorted(growths, reverse=True):
        at = column - start
        if at >= len(text):
            continue
        if at > 0 and text[at - 1] in LINES and (text[at] in LINES or text[at] in WALLS or text[at] in _HEADS):
            text = text[:at] + text[at - 1] * by + text[at:]
            continue
        at = next((
            m.end() for m in _LABEL.finditer(text) if m.start() <= at < m.end() and m.group() not in _ALL_HEADS
        ), at)
        text = text[:at] + " " * by + text[at:]
    return text


def _grow(demands: list[Demand]) -> dict[int, int]:
    """Solve for the walls, left to right: {home column: columns to put in before it}."""
    growth: dict[int, int] = {}
    for demand in sorted(demands, key=lambda d: (d.home_right, d.home_left)):
        gained = sum(by for column, by in growth.items() if demand.home_left < column <= demand.home_right)
        short = demand.room - (demand.home_right - demand.home_left - 1) - gained
        if short > 0:
            growth[demand.home_right] = growth.get(demand.home_right, 0) + short
    return growth


def _lay(row: str, matches: list[Match], growth: dict[int, int]) -> tuple[str, list[int]]:
    """Return `row` with its walls at home (and the growth put in), and the walls' new columns."""
    def moved(home: int) -> int:
        return home + sum(by for column, by in growth.items() if column <= home)

    out, columns = "", []
    home_before, seen_before = -1, -1
    for home, seen in matches:
        target = moved(home)
        between = [(c, by) for c, by in growth.items() if home_before < c < home]
        text = _fit(_widen(row[seen_before + 1 : seen], home_before + 1, between), target - len(out))
        out += text
        columns.append(len(out))
        out += row[seen]
        home_before, seen_before = home, seen
    rest = [(c, by) for c, by in growth.items() if c > home_before]
    return out + _widen(row[seen_before + 1 :].rstrip(" "), home_before + 1, rest), columns


def _match_all(rows: tuple[str, ...], frames: list[Frame]) -> list[list[Match]]:
    homes: list[set[int]] = [set() for _ in rows]
    known: list[dict[int, int]] = [{} for _ in rows]
    for frame in frames:
        for wall in frame.walls:
            for y in range(wall.rows[0], wall.rows[1] + 1):
                homes[y].add(wall.column)
        left, right = frame.walls[0].column, frame.walls[-1].column
        for edge in frame.edges:
            row = rows[edge.row]
            is_crossed = right < len(row) and row[left] in WALLS and row[right] in WALLS
            if (edge.start, edge.stop) != (left, right) and not is_crossed:
                known[edge.row].update({left: edge.start, right: edge.stop})
    return [_match_row(row, sorted(homes[y]), known[y]) if homes[y] else [] for y, row in enumerate(rows)]


def _text_only(row: str) -> str:
    return re.sub(f"[ {re.escape(LINES)}]", "", row)


def _pairs(above: str, below: str) -> int:
    return sum(a in _DOWN and b in _UP for a, b in zip(above, below, strict=False) if a != " " and b != " ")


def _facing(rows: list[str], before: tuple[str, ...]) -> int:
    """Return by how many more cells `rows` go on into the cell below than `before`: a repair tears nothing apart."""
    return sum(
        _pairs(rows[y], rows[y + 1]) - _pairs(before[y], before[y + 1])
        for y in range(len(rows) - 1) if rows[y] is not before[y] or rows[y + 1] is not before[y + 1]
    )


def _repair(grid: Grid, frames: list[Frame]) -> tuple[list[str], list[Repair]] | None:
    """Return the rows with the walls of `frames` in line, or None where that would harm."""
    matched = _match_all(grid.rows, frames)
    blocks = list(accumulate((not row.strip(" ") for row in grid.rows), initial=0))[1:]
    demands: dict[int, list[Demand]] = {}
    for row, matches, block in zip(grid.rows, matched, blocks, strict=True):
        if all(home == seen for home, seen in matches):
            continue
        before = Match(-1, -1)
        for match in matches:
            demand = Demand(before.home, match.home, _room(row[before.seen + 1 : match.seen]))
            demands.setdefault(block, []).append(demand)
            before = match
    # what a blank row parts grows apart: a frame does not push what stands in another drawing
    growths = {block: _grow(found) for block, found in demands.items()}
    rows: list[str] = []
    repairs: list[Repair] = []
    for y, (row, matches) in enumerate(zip(grid.rows, matched, strict=True)):
        growth = growths.get(blocks[y], {})
        if not growth and all(home == seen for home, seen in matches):
            rows.append(row)
            continue
        laid, columns = _lay(row, matches, growth)
        if _text_only(laid) != _text_only(row):
            return None                     # the text comes first
        rows.append(laid)
        repairs.extend(
            Repair(y, match.seen, column - match.seen)
            for match, column in zip(matches, columns, strict=True) if column != match.seen
        )
    return (rows, repairs) if _facing(rows, grid.rows) >= 0 else None


def _crooked(grid: Grid, frames: list[Frame]) -> list[Frame]:
    """Return the frames that have a wall out of line, or share a row with one that has."""
    matched = _match_all(grid.rows, frames)
    bad = {y for y, matches in enumerate(matched) if any(home != seen for home, seen in matches)}
    return [frame for frame in frames if any(frame.edges[0].row <= y <= frame.edges[-1].row for y in bad)]


def _one_pass(grid: Grid) -> tuple[Grid, tuple[Repair, ...]]:
    frames = find_frames(grid.rows)
    crooked = _crooked(grid, frames) if frames else []
    if not crooked:
        return grid, ()
    repaired = _repair(grid, frames)
    if repaired is None:                    # some of them only look like frames: take those that do no harm
        kept: list[Frame] = []
        for frame in crooked[:_MOST_TRIES]:
            if _repair(grid, [*kept, frame]) is not None:
                kept.append(frame)
        repaired = _repair(grid, kept) if kept else None
    if repaired is None or not repaired[1]:
        return grid, ()
    rows, repairs = repaired
    width = max(map(len, rows))
    return Grid(tuple(row.ljust(width) for row in rows), grid.asides), tuple(repairs)


def straighten_grid(grid: Grid) -> tuple[Grid, tuple[Repair, ...]]:
    """Return `grid` with its walls in line, and what was moved; the same grid where nothing was.

    What comes out needs no further repair. A text that never settles is none of ours, and is left as it is.
    """
    current, repairs = grid, tuple[Repair, ...]()
    for _ in range(_MOST_PASSES):
        current, found = _one_pass(current)
        if not found:
            return current, repairs
        repairs += found
    return grid, ()
