"""Tell which labels name which wires: Labels, Wires -> {label: wire}.

    │ ask                   ask            a text stands in a line, over or under it, or beside it; over before under,
    ▼      ── reads ──►    ──────►         right before left, and nearer before farther
           from disk       answer
                           ◄──────         each wire has a name of its own before one has two: that tells whose is whose

Lines of text under one another are one name.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ..glyphs import GLYPHS, LEVEL
from ..model import Label, Point
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .ends import CHOSEN, PLUS
from .nets import Wired
from .shy import MARKS

_IN, _OVER, _UNDER = 0.0, 1.5, 2.5      # what a name costs in its line, over one, and under one
_LEFT: Final = .5                       # ... and more, left of an upright line; each blank beside one costs 1
_MOST_BLANKS: Final = 3                 # between a name and an upright line
_YIELDS: Final = 1.0                    # so much more a name may cost, where it makes room for another
_MOST_STEPS: Final = 200                # names that are asked to make room for one
_MOST_LINES: Final = 4                  # of a name
_FEWEST_TICKS: Final = 3                # numbers that make a scale, or texts at the ticks of one line
TICKS: Final = PLUS | MARKS | frozenset(char for char in CHOSEN if {"E", "W"} <= set(GLYPHS[char].arms))
_NUMBER: Final = pattern(r"[-+]?\d+(?:[.,:]\d+)*[%kM]?")
_MOST_COUNT: Final = 4                  # columns of what says how many: 0..*
_BEYOND: Final = 2                      # columns by which a line of a name may reach beyond its wire

_Costs = dict[int, float]               # wire -> cost


class _Row(NamedTuple):
    """The labels (by index) of a row from left to right, with the columns in which they begin and end."""

    labels: list[int]
    starts: list[int]
    ends: list[int]


def _by_row(labels: Sequence[Label], free: Collection[int]) -> dict[int, _Row]:
    found: dict[int, _Row] = {}
    for index in free:
        _, y, first, columns = labels[index]
        row = found.get(y)
        if row is None:
            row = found[y] = _Row([], [], [])
        row.labels.append(index)
        row.starts.append(first)
        row.ends.append(first + columns - 1)
    return found


def _near(path: Sequence[Point], by_row: dict[int, _Row], rows: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Yield the labels that could name the wire along `path`, and what that costs."""
    for (ax, ay), (bx, by) in pairwise(path):
        if ax != bx and ay != by:
            yield from _near_slope((ax, ay), (bx, by), by_row, rows)
            continue
        left, right = (ax >> 1, bx >> 1) if ax < bx else (bx >> 1, ax >> 1)
        top, bottom = (ay >> 1, by >> 1) if ay < by else (by >> 1, ay >> 1)
        is_level = top == bottom and left != right
        reach = 0 if is_level else _MOST_BLANKS + 1
        for y in range(top - is_level, bottom + is_level + 1):
            row = by_row.get(y)
            if row is None:
                continue
            beside = reach + (is_level and y == top)
            indices, starts, ends = row
            for k in range(bisect_left(ends, left - beside), bisect_right(starts, right + beside)):
                first, last = starts[k], ends[k]
                if is_level:            # in its row, also at its very end
                    yield indices[k], _IN if y == top else _OVER if y < top else _UNDER
                elif first <= right and last >= left:
                    yield indices[k], _IN
                else:
                    between = rows[y][right + 1 : first] if first > right else rows[y][last + 1 : left]
                    if not between.strip(" "):
                        yield indices[k], len(between) + _LEFT * (last < left)


def _costs_of(
    wires: Sequence[tuple[int, Wired]], by_row: dict[int, _Row], rows: Sequence[str],
) -> dict[int, _Costs]:
    """Return for each label that could name a wire what that costs, wire by wire."""
    found: dict[int, _Costs] = {}
    for number, (wire, _, _) in wires:
        for index, cost in _near(wire.path, by_row, rows):
            near = found.setdefault(index, {})
            if near.get(number, cost) >= cost:
                near[number] = cost
    return found


def _near_slope(
    one: Point, two: Point, by_row: dict[int, _Row], rows: Sequence[str],
) -> Iterator[tuple[int, float]]:
    """Yield the labels that stand beside a slope, in a row in which it has a cell."""
    (ax, ay), (bx, by) = one, two
    for y in range(min(ay, by) >> 1, (max(ay, by) + 1) >> 1):
        row = by_row.get(y)
        if row is None:
            continue
        x = int(ax + (bx - ax) * (2 * y + 1 - ay) / (by - ay)) >> 1
        for k in range(bisect_left(row.ends, x - _MOST_BLANKS - 1), bisect_right(row.starts, x + _MOST_BLANKS + 1)):
            first, last = row.starts[k], row.ends[k]
            between = rows[y][x + 1 : first] if first > x else rows[y][last + 1 : x]
            if not between.strip(" "):
                yield row.labels[k], len(between) + _LEFT * (last < x)


def _blocks(labels: Sequence[Label], free: Collection[int], owners: Sequence[int | None]) -> list[list[int]]:
    """Return the labels that are one name, from the top down: they begin or are centred alike, row under row."""
    by_start: dict[tuple[int, int | None, int], list[int]] = {}
    by_middle: dict[tuple[int, int | None, int], list[int]] = {}
    found: list[list[int]] = []
    for index in free:
        (_, row, start, columns), owner = labels[index], owners[index]
        middle = 2 * start + columns
        block = by_start.get((row - 1, owner, start)) or by_middle.get((row - 1, owner, middle))
        if block is None:
            block = []
            found.append(block)
        block.append(index)
        by_start[row, owner, start] = by_middle[row, owner, middle] = block
    return found


def _has_place(name: int, most: float, asked: set[int], costs: Sequence[_Costs], taken: dict[int, int]) -> bool:
    """Give a name the cheapest wire of at most so much that is not taken, or one whose name finds another as good."""
    near = sorted((cost, wire) for wire, cost in costs[name].items() if cost <= most and wire not in asked)
    for _, wire in near:
        if wire not in taken:
            taken[wire] = name
            return True
    for _, wire in near:
        if len(asked) < _MOST_STEPS and wire not in asked:
            asked.add(wire)
            other = taken[wire]
            if _has_place(other, costs[other][wire] + _YIELDS, asked, costs, taken):
                taken[wire] = name
                return True
    return False


def _matched(costs: Sequence[_Costs]) -> dict[int, int]:
    """Return {wire: name}: each name has one wire, a cheap one, and as many wires as can be have one.

    Where all wires near a name have one, one of those names makes room, if it finds another wire as good.
    """
    taken: dict[int, int] = {}
    for name in sorted(range(len(costs)), key=lambda k: (min(costs[k].values()), k)):
        _has_place(name, _UNDER + _MOST_BLANKS, set(), costs, taken)
    return taken


def _parting(
    costs: dict[int, _Costs], labels: Sequence[Label], wired_of: dict[int, Wired],
) -> list[tuple[int, int, int]]:
    """Return two names with the trunk between them, where each stands over or under a branch, and beside nothing else.

        yes │ no
        ┌───┴───┐      neither is the trunk's: they say which way is which
        ▼       ▼
    """
    near_of: dict[tuple[int, int], list[int]] = {}
    for index, near in costs.items():
        if len(near) > 1:
            for wire in near:
                near_of.setdefault((wire, labels[index].row), []).append(index)
    found: list[tuple[int, int, int]] = []
    for (trunk, _), names in near_of.items():
        for left, right in pairwise(sorted(names, key=lambda index: labels[index].column)):
            stop, start = labels[left].column + labels[left].columns, labels[right].column
            own = [{wire: cost for wire, cost in costs[name].items() if wire != trunk} for name in (left, right)]
            if own[0].keys() != own[1].keys() and all(
                    cost in (_OVER, _UNDER) for each in own for cost in each.values()) and any(
                    a[0] == b[0] and stop <= a[0] >> 1 < start for a, b in pairwise(wired_of[trunk][0].path)):
                found.append((left, trunk, right))
    return found


def _is_margin(label: Label, rows: Sequence[str]) -> bool:
    """Tell whether signs begin a row, as those in the row above or below it do: what comments out each of some rows.

        # .--- minute
        # * command
    """
    text, y, x = label.text, label.row, label.column
    if text[0].isalnum() or any(map(str.isalnum, text)) or rows[y][:x].strip(" "):
        return False
    others = (rows[k] for k in (y - 1, y + 1) if 0 <= k < len(rows))
    return any(row.startswith(text, x) and not row[:x].strip(" ") for row in others)


def name_wires(
    labels: Sequence[Label], owners: Sequence[int | None], free: Collection[int], wires: Sequence[tuple[int, Wired]],
    rows: Sequence[str],
) -> dict[int, int]:
    """Return which wire each label names: {label: wire}. Labels and wires are told by index.

    `free` are the labels, in reading order, that may name a wire, and `wires` the wires that may have a name.
    """
    free = [index for index in free if not _is_margin(labels[index], rows)]
    costs = _costs_of(wires, _by_row(labels, free), rows) if free else {}
    if not costs:
        return {}
    wired_of = dict(wires)
    for left, trunk, right in _parting(costs, labels, wired_of):
        for index in (left, right):
            costs[index].pop(trunk, None)
    named = {index: min(near, key=lambda k: (near[k], k)) for index, near in costs.items() if min(near.values()) == _IN}
    if len(named) == len(costs):
        return _without_scales(named, labels)
    names: list[tuple[list[int], _Costs]] = []
    for block in _blocks(labels, [index for index in free if index not in named], owners):
        touching = [index for index in block if index in costs]
        if not touching or len(touching) > _MOST_LINES:         # a paragraph is no name
            continue
        merged: _Costs = {}
        for index in touching:
            for wire, cost in costs[index].items():
                merged[wire] = min(cost, merged.get(wire, cost))
        names.append((block if len(block) <= _MOST_LINES else touching, merged))
    has_one = set(named.values())
    wire_of = {name: wire for wire, name in _matched([
        {wire: cost for wire, cost in near.items() if wire not in has_one} or near for _, near in names]).items()}
    chosen = [wire_of.get(name, min(near, key=lambda k: (near[k], k))) for name, (_, near) in enumerate(names)]
    rows_of = Counter((wire, labels[block[0]].row) for wire, (block, _) in zip(chosen, names, strict=True)
                      if labels[block[0]].columns > _MOST_COUNT)
    for wire, (block, near) in zip(chosen, names, strict=True):
        if wire in has_one and rows_of[wire, labels[block[0]].row] > 1 and near[wire] in (_OVER, _UNDER):
            continue                    # texts side by side under a line that has its name: they are of what is there
        columns = [x >> 1 for x, _ in wired_of[wire][0].path]
        left, right = min(columns) - _BEYOND, max(columns) + _BEYOND
        for index in block:             # a line that does not touch the wire lies over or under it all the same
            first, last = labels[index].column, labels[index].column + labels[index].columns - 1
            if index in costs or left <= first and last <= right:
                named[index] = wire
    return _without_scales(_without_ticks(named, labels, rows), labels)


def _without_ticks(named: dict[int, int], labels: Sequence[Label], rows: Sequence[str]) -> dict[int, int]:
    """Return `named` without the names of ticks: three labels or more in a row, each over a tick of one line, or under
    one.

         2019   2020   2021
        --+------+------+-->
    """
    by_row: dict[int, list[int]] = {}
    for index in named:
        by_row.setdefault(labels[index].row, []).append(index)
    ticks: set[int] = set()
    for row, found in by_row.items():
        if len(found) < _FEWEST_TICKS:
            continue
        for y in (row - 1, row + 1):
            if not 0 <= y < len(rows):
                continue
            at: dict[int, list[int]] = {}       # where the line begins -> those over a tick of it
            for index in found:
                first = max(labels[index].column - 1, 0)
                stop = labels[index].column + labels[index].columns + 1
                tick = next((x for x in range(first, min(stop, len(rows[y]))) if rows[y][x] in TICKS and not
                             LEVEL.isdisjoint(rows[y][max(x - 1, 0) : x + 2])), None)
                if tick is not None:
                    at.setdefault(rows[y].rfind(" ", 0, tick), []).append(index)
            ticks.update(index for each in at.values() if len(each) >= _FEWEST_TICKS for index in each)
    return {index: wire for index, wire in named.items() if index not in ticks} if ticks else named


def _without_scales(named: dict[int, int], labels: Sequence[Label]) -> dict[int, int]:
    """Return `named` without the numbers of scales: a line has one number or two, an axis has one at each tick."""
    if len(named) < _FEWEST_TICKS:
        return named
    numbers: dict[int, list[int]] = {}
    for index, wire in named.items():
        if _NUMBER.fullmatch(labels[index].text):
            numbers.setdefault(wire, []).append(index)
    scales = {index for found in numbers.values() if len(found) >= _FEWEST_TICKS for index in found}
    return {index: wire for index, wire in named.items() if index not in scales} if scales else named
