"""Put drifted lines between the boxes back in line: rows -> {row: Match, ...}.

A vertical line is a chain of cells, each of which goes on into the cell below. Where a chain breaks off and
another one begins a column or two beside it, in the next row, they are one line, and it is out of line.

    └──┬──┘      the tee goes on down, the bar goes on up, and neither meets the other: one line;
        │        the tee and the head say where it stands
       ▼

Only what is held by something is moved: by a tee or a corner of a line, or by a head that points at an edge.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..glyphs import GLYPHS, char_class, those
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .drift import wide_before
from .edges import Edge
from .grid import FILLER
from .homes import Frame
from .marks import (
    ASCII_LINES,
    BAR,
    BENT,
    BOX,
    DASHED_SIDE,
    DOWN,
    LINE_HEADS,
    LINES,
    PLUS,
    SOFT,
    TOUCHED,
    TWO_WAY,
    UP,
    WALLS,
)
from .matching import Match
from .uprights import ends as ends_of

_REACH: Final = 4                       # columns that a line may be off; wide text before it pushes it further
_MOST_REACH: Final = 10
_MORE_REACH: Final = 2                  # ... where as many lines begin in the next row: they follow one another
_LEAST_EDGE: Final = 4                  # columns from corner to corner; less is a ring of ASCII art
_PURE: Final = frozenset(those(lambda g: g.arms == "NS" and not g.head and not g.shy)) | {
    BAR, DASHED_SIDE}


_LINE_END: Final = pattern(
    f"{char_class(PLUS)}[{re.escape(ASCII_LINES)}>]|[{re.escape(ASCII_LINES)}<]{char_class(PLUS)}")
_TEE: Final = pattern(f"{char_class(ASCII_LINES)}{char_class(PLUS)}{char_class(ASCII_LINES)}")
_TO_HEAD: Final = pattern(f"{char_class(PLUS)}{char_class(ASCII_LINES)}+>")
_BESIDE: Final = {*LINES, *BOX, *PLUS, *LINE_HEADS, *TWO_WAY} & GLYPHS.keys()    # what a corner or tee goes on into
_EASTWARD: Final = frozenset(char for char in _BESIDE if "E" in GLYPHS[char].arms)
_WESTWARD: Final = frozenset(char for char in _BESIDE if "W" in GLYPHS[char].arms)
_MOST_LABEL: Final = 30                # columns of a label that a line takes along
_BESIDE_LINE: Final = pattern(rf"(?<![^ ])[{BAR}{DASHED_SIDE}] {{1,2}}(?:[\w.,-]++ ?+)++$")
BETWEEN_WORDS: Final = pattern(r"\w [|+] \w")
_HEADED: Final = pattern(f"[{re.escape(ASCII_LINES + PLUS)}]>|<[{re.escape(ASCII_LINES + PLUS)}]")
_HYPHENS: Final = re.escape(ASCII_LINES)
_BRANCH: Final = pattern(rf"(?<=[{BAR}])[{_HYPHENS}][{_HYPHENS}>]|[{_HYPHENS}<][{_HYPHENS}](?=[{BAR}])")
_ART: Final = pattern(r"[/\\()*oO#]")   # what a line of ASCII art bends on into
_WEIGHT: Final = {"held": 4.0, "head": 2.5, "line": 1.0}
_MOST_NESTED: Final = 40                # cells behind one of a fork that may go along with it
_FIXED: Final = 10.0                    # the weight of what is part of a frame's edge
_PUSHED: Final = 0.6                    # the share of a vote that goes to where a cell stood before it was pushed


class _Spot(NamedTuple):
    row: int
    column: int


class Drifted(NamedTuple):
    """Where lines and walls are and belong, for each row with a cell out of line; `wholes` move as one, or not at all.

        ──┬── 成功       the bar under the tee goes along with the corner under the bar
        │
        └── 失败
    """

    rows: dict[int, list[Match]]
    wholes: list[set[int]]


class _Ends:
    """Which columns of each row go on into the row below (`downs`), and into the row above (`ups`).

    A corner of a frame, drawn as a plus, goes on down from the top edge alone, and up from the bottom edge.
    """

    def __init__(self, rows: tuple[str, ...], frames: list[Frame]) -> None:
        known = {row: ends_of(row) for row in set(rows)}           # equal rows are looked at once
        self.downs = [known[row][0] for row in rows]
        self.ups = [known[row][1] for row in rows]
        self._shut_down: dict[int, set[int]] = {}
        self._shut_up: dict[int, set[int]] = {}
        for edges, _, _ in frames:
            y, start, stop = edges[0]
            if rows[y][start] in PLUS:
                self._shut_up.setdefault(y, set()).update((start, stop))
            y, start, stop = edges[-1]
            if rows[y][start] in PLUS:
                self._shut_down.setdefault(y, set()).update((start, stop))
        for y in self._shut_up.keys() & self._shut_down.keys():
            shared = self._shut_up[y] & self._shut_down[y]
            self._shut_up[y] -= shared
            self._shut_down[y] -= shared
        for y, columns in self._shut_down.items():
            self.downs[y] = self.downs[y] - columns
        for y, columns in self._shut_up.items():
            self.ups[y] = self.ups[y] - columns

    def broken(self) -> list[int]:
        """Return the rows in which something goes on down to nothing, and something in the next row up to nothing."""
        return [y for y, (downs, ups) in enumerate(zip(self.downs, self.ups[1:], strict=False))
                if not (downs <= ups or ups <= downs)]

    def is_at_corner(self, y: int, x: int) -> bool:
        """Tell whether a cell stands right under a frame's corner, or right above one."""
        return x in self._shut_down.get(y - 1, ()) or x in self._shut_up.get(y + 1, ())


def _reach(above: str, below: str, column: int) -> int:
    wide = max(row.count(FILLER, max(column - 80, 0), column) for row in (above, below))
    return min(_REACH + wide, _MOST_REACH)


def _nearest(column: int, others: list[int], reach: int) -> int | None:
    near = others[bisect_left(others, column - reach) : bisect_right(others, column + reach)]
    return min(near, key=lambda x: (abs(x - column), x)) if near else None


def _meets(row: str, column: int, char: str) -> bool:
    """Tell whether an end faces something else in `column` of `row`: a text, or a bend of ASCII art."""
    facing = row[column : column + 1]
    if facing in LINE_HEADS and _HEADED.search(row, max(column - 1, 0), column + 2):
        return False                    # the head of a line that begins beside it
    if _ART.search(row, max(column - 1, 0), column + 2):
        return True
    return char.isascii() and facing.strip(" ") != "" and facing not in LINES and not (
        _BESIDE_LINE.search(row, max(column - _MOST_LABEL, 0), column + 1))


def _is_joined(row: str, column: int) -> bool:
    """Tell whether a corner or tee goes on into a cell beside it; alone it may be a character that a text names."""
    before, after = row[column - 1] if column else " ", row[column + 1 : column + 2]
    arms = GLYPHS[row[column]].arms
    return "W" in arms and before in _EASTWARD or "E" in arms and after in _WESTWARD


def _is_within(edges: Iterable[Edge], column: int) -> bool:
    return any(e.start < column < e.stop for e in edges)


class _Chains:
    """Lines with a break in them, each as the cells it is made of."""

    def __init__(
        self, rows: tuple[str, ...], edges: dict[int, list[Edge]], frames: list[Frame], ends: _Ends, broken: list[int],
    ) -> None:
        self._rows, self._edges, self._ends = rows, edges, ends
        self._framed: dict[int, list[Edge]] = {}
        self._closing: dict[int, list[Edge]] = {}           # edges with the inside of a frame above them ...
        self._opening: dict[int, list[Edge]] = {}           # ... and below them
        for frame in frames:
            for found, edges_of in (
                    (self._framed, frame.edges), (self._closing, frame.edges[1:]), (self._opening, frame.edges[:-1])):
                for edge in edges_of:
                    found.setdefault(edge.row, []).append(edge)
        self._done: set[_Spot] = set()
        self._walls: dict[int, list[int]] = {}              # of the rows that were asked about
        self._below: dict[_Spot, _Spot] = {}
        self._above: dict[_Spot, _Spot] = {}
        for upper, lower in self._broken(broken):
            self._below[upper] = lower
            self._above[lower] = upper

    def _is_open(self, y: int, x: int, towards: int) -> bool:
        """Tell whether a cell that goes on up (-1) or down (1), and meets nothing there, ought to meet something."""
        rows, char = self._rows, self._rows[y][x]
        if _meets(rows[y + towards], x, char) or char in BAR and TOUCHED.search(rows[y], max(x - 1, 0), x + 2):
            return False
        back = y - towards
        if char not in PLUS or not 0 <= back < len(rows):
            return True
        inside = self._closing if towards < 0 else self._opening
        if _is_within(inside.get(y, ()), x) and rows[back][x] in (UP if towards < 0 else DOWN):
            return False                    # a tee that a line leaves outwards
        if self.touches_frame(y, x) or _TEE.match(rows[y], max(x - 1, 0)) or (
                _TO_HEAD.match(rows[y], x) and wide_before(rows[y + towards], x + _REACH)):
            return True                     # else a plus that meets something on its other side may be a corner
        return not (_meets(rows[back], x, char) or rows[back][x] in (DOWN if towards > 0 else UP))

    def _broken(self, broken: list[int]) -> Iterator[tuple[_Spot, _Spot]]:
        """Yield the pairs of an end and the beginning beside it, in the next row, that face nothing else."""
        for y in broken:
            downs, ups = self._ends.downs[y], self._ends.ups[y + 1]
            above = sorted(x for x in downs - ups if self._is_open(y, x, 1))
            below = sorted(x for x in ups - downs if self._is_open(y + 1, x, -1)) if above else []
            above, below = (
                [x for x in above if not self._is_bar(y, x, 1, below)],
                [x for x in below if not self._is_bar(y + 1, x, -1, above)])
            if not above or not below:
                continue
            done_above = {x for x in above if self._is_done(y, x, 1, below)}
            done_below = {x for x in below if self._is_done(y + 1, x, -1, above)} if done_above else set()
            if not done_below:
                yield from self._pairs(y, above, below)
                continue
            self._done.update(_Spot(y, x) for x in done_above)
            self._done.update(_Spot(y + 1, x) for x in done_below)
            found = list(self._pairs(y, [x for x in above if x not in done_above], below))
            done_below.update(lower.column for _, lower in found)
            yield from found
            yield from self._pairs(y, sorted(done_above), [x for x in below if x not in done_below])

    def _is_bar(self, y: int, x: int, towards: int, others: list[int]) -> bool:
        """Tell whether a plus has its line, and others leave the bar that it stands in, on both sides of it.

                 |
            =====+=====
              |     |
        """
        row = self._rows[y]
        if len(others) < 2 or row[x] not in PLUS or self.touches_frame(y, x) or not self._joins(y, x, -towards):
            return False
        first, stop = len(row[:x].rstrip(LINES + PLUS)), len(row) - len(row[x:].lstrip(LINES + PLUS))
        return first <= others[0] < x < others[-1] < stop

    def _is_done(self, y: int, x: int, towards: int, others: list[int]) -> bool:
        """Tell whether a cell needs none of `others`, to go on up (-1) or down (1).

        A plus in the outline of a frame has its wall within; a line has an end at the plain part of the edge:

            +-----+-----+
            | tea | cup |
            +-----+-----+       so both are where they are meant to be; but a bar that ends in the open, one column
               |                beside the plus, has missed it
              till
        """
        rows = self._rows
        if rows[y][x] in PLUS:
            inside = self._opening if towards > 0 else self._closing
            return self.touches_frame(y, x) and not _is_within(inside.get(y, ()), x) and self._joins(y, x, -towards)
        if rows[y + towards][x] not in LINES or not self.touches_edge(y + towards, x):
            return False
        last, is_held, is_pushed = y, self._is_branch(y, x), wide_before(rows[y], x) > 0
        while self._joins(last, x, -towards):
            last -= towards
            is_held = is_held or self._is_branch(last, x)
            is_pushed = is_pushed and wide_before(rows[last], x) > 0
        return not is_pushed and (is_held or self._has_end(last, x, -towards, others))

    def _joins(self, y: int, x: int, towards: int) -> bool:
        """Tell whether a cell meets the one above (-1) or below (1)."""
        if not 0 <= y + towards < len(self._rows):
            return False
        upper = min(y, y + towards)
        return x in self._ends.downs[upper] and x in self._ends.ups[upper + 1]

    def _is_branch(self, y: int, x: int) -> bool:
        """Tell whether a line along the row begins or ends in a cell; a bar between two is the bound of a measure."""
        if self._rows[y][x] in BAR:
            return len(_BRANCH.findall(self._rows[y], max(x - 2, 0), x + 3)) == 1
        return self.kind(_Spot(y, x)) == "held"

    def _has_end(self, y: int, x: int, towards: int, others: list[int]) -> bool:
        """Tell whether a line that goes on up (-1) or down (1) no further ends at something, or far from `others`."""
        if not 0 <= y + towards < len(self._rows):
            return _nearest(x, others, 1) is None
        row = self._rows[y + towards]
        if row[x] != " ":
            return True
        goes_back = self._ends.ups[y + towards] if towards > 0 else self._ends.downs[y + towards]
        if not goes_back.isdisjoint(range(x - _REACH, x + _REACH + 1)):
            return False                # it goes on there, out of line
        return row[max(x - 1, 0) : x + 2].strip(" ") != "" or _nearest(x, others, 1) is None

    def _pairs(self, y: int, above: list[int], below: list[int]) -> Iterator[tuple[_Spot, _Spot]]:
        """Yield the ends in row `y` with their beginnings in the next: one by one, or else those that are nearest."""
        reaches = [_reach(self._rows[y], self._rows[y + 1], x) for x in above]
        if len(above) == len(below) and all(
                abs(x - other) <= reach + _MORE_REACH
                for x, other, reach in zip(above, below, reaches, strict=True)):
            yield from ((_Spot(y, x), _Spot(y + 1, other)) for x, other in zip(above, below, strict=True))
            return
        if not self._framed and (met := self._met_as_counted(y, dict(zip(above, reaches, strict=True)), below)):
            yield from ((_Spot(y, x), _Spot(y + 1, other)) for x, other in met.items())
            reaches = [reach for x, reach in zip(above, reaches, strict=True) if x not in met]
            above = [x for x in above if x not in met]
            below = [x for x in below if x not in met.values()]
        for x, reach in zip(above, reaches, strict=True):
            other = _nearest(x, below, reach)
            if other is not None and _nearest(other, above, reach) == x:
                yield _Spot(y, x), _Spot(y + 1, other)

    def _met_as_counted(self, y: int, above: dict[int, int], below: list[int]) -> dict[int, int]:
        """Return which ends, each with its reach, meet which beginnings where a wide character counts as one column.

            用户管理 ─┬─ 新增
                  │  └─ 校验      the tee is over the bar, and the corner under the name
                  └─ 删除
        """
        upper, lower = self._rows[y], self._rows[y + 1]
        if FILLER not in upper and FILLER not in lower:
            return {}
        counted = {other - wide_before(lower, other): other for other in below}
        found = {x: counted.get(x - wide_before(upper, x)) for x in above}
        return {x: other for x, other in found.items() if other is not None and abs(x - other) <= above[x]}

    def nested(self, chain: list[_Spot], home: int) -> Iterator[tuple[_Spot, int]]:
        """Yield what goes along with a fork that moves, and where to: lines that stand behind it in all their rows.

            ──┬── 新增
              │   ├── 校验
              │   └── 保存      the inner fork keeps its distance
              └── 删除
        """
        fork = dict(chain)
        seen: set[_Spot] = set()
        for spot in (_Spot(y, x) for y, column in chain if column != home for x in self._behind(y, column)):
            if spot in seen:
                continue
            seen.add(spot)
            run, first = [spot], fork[spot.row]
            for at in run:
                ahead = [other for other in self._next(at) if other not in seen]
                seen.update(ahead)
                run += ahead
            if len(run) > 1 and all(fork.get(y) == first and x > first for y, x in run):
                yield from ((at, at.column + home - first) for at in run)

    def stays(self, spot: _Spot) -> bool:
        """Tell whether a cell that no chain moves keeps its column when what is before it moves."""
        return self._joins(*spot, -1) or self._joins(*spot, 1) or spot in self._done or self._ends.is_at_corner(*spot)

    def walls(self, y: int) -> list[int]:
        """Return the columns of row `y` where something goes up or down."""
        if y not in self._walls:
            self._walls[y] = sorted(self._ends.downs[y] | self._ends.ups[y])
        return self._walls[y]

    def _behind(self, y: int, column: int) -> list[int]:
        """Return the next few columns behind one where something goes up or down in a row."""
        found = self.walls(y)
        first = bisect_right(found, column)
        return found[first : first + _MOST_NESTED]

    def _next(self, spot: _Spot) -> Iterator[_Spot]:
        y, x = spot
        if spot in self._below:
            yield self._below[spot]
        elif y + 1 < len(self._rows) and x in self._ends.downs[y] and x in self._ends.ups[y + 1]:
            yield _Spot(y + 1, x)
        if spot in self._above:
            yield self._above[spot]
        elif y > 0 and x in self._ends.ups[y] and x in self._ends.downs[y - 1]:
            yield _Spot(y - 1, x)

    def __iter__(self) -> Iterator[list[_Spot]]:
        seen: set[_Spot] = set()
        for start in self._below:
            if start in seen:
                continue
            seen.add(start)
            chain, ahead = [start], [start]
            while ahead:
                for spot in self._next(ahead.pop()):
                    if spot not in seen:
                        seen.add(spot)
                        chain.append(spot)
                        ahead.append(spot)
            yield sorted(chain)

    def without_text(self, chain: list[_Spot]) -> list[_Spot]:
        """Return a chain without the bars at its ends that are part of a text: alone in a frame, or between two words.

            │ left | right │      so: a | b      the tee goes up to nothing, or down
            └───────┬──────┘      ┌───┬────┐
        """
        while len(chain) > 1 and self._is_text(chain[0], chain[1], self._closing):
            chain = chain[1:]
        while len(chain) > 1 and self._is_text(chain[-1], chain[-2], self._opening):
            chain = chain[:-1]
        return chain

    def _is_text(self, spot: _Spot, beside: _Spot, edges: dict[int, list[Edge]]) -> bool:
        return self.kind(spot) == "line" and (
            _is_within(edges.get(beside.row, ()), beside.column)
            or BETWEEN_WORDS.search(self._rows[spot.row], max(spot.column - 2, 0), spot.column + 3) is not None)

    def kind(self, spot: _Spot) -> str:
        """Return "line" for a bar or what stands alone, "head", or "held" for what is part of a line along the row."""
        char = self._rows[spot.row][spot.column]
        if char in _PURE:
            return "line"
        if char not in WALLS and char not in SOFT:
            return "head"
        return "held" if _is_joined(self._rows[spot.row], spot.column) else "line"

    def is_art(self, chain: list[_Spot], home: int) -> bool:
        """Tell whether a chain has a part in ASCII that no frame holds, and is no line with two ends either."""
        if any(BENT.search(self._rows[y], max(x - 1, 0), x + 2) for y, x in chain):
            return True
        loose = [
            (y, x) for y, x in chain
            if self._rows[y][x].isascii() and self.kind(_Spot(y, x)) == "held" and not self.touches_frame(y, x)]
        if not loose:
            return False
        ends = (chain[0], chain[0].row - 1), (chain[-1], chain[-1].row + 1)
        return not (
            all(_LINE_END.search(self._rows[y], max(x - 1, 0), x + 2) and not self._is_ring(y, x) for y, x in loose)
            and all(self.kind(spot) != "line" or self.touches_edge(y, home) for spot, y in ends))

    def _is_ring(self, y: int, x: int) -> bool:
        return any(x in (e.start, e.stop) and e.stop - e.start < _LEAST_EDGE for e in self._edges.get(y, ()))

    def is_of_measures(self, chain: list[_Spot]) -> bool:
        """Tell whether a chain is but ends of lines that are closed at both ends, one under the other: spans of time.

            a ├──────┤
            b        ├────────┤
            c             ├────────┤
        """
        return all(not self.touches_frame(y, x) and any(
            e.start <= x <= e.stop and GLYPHS[self._rows[y][e.start]].arms == "NES"
            and GLYPHS[self._rows[y][e.stop]].arms == "NSW" for e in self._edges.get(y, ())) for y, x in chain)

    def touches_frame(self, y: int, x: int) -> bool:
        """Tell whether an edge of a frame runs through a cell, or ends there."""
        return any(e.start <= x <= e.stop for e in self._framed.get(y, ()))

    def touches_edge(self, y: int, x: int) -> bool:
        """Tell whether an edge runs through a cell."""
        return any(e.start < x < e.stop for e in self._edges.get(y, ()))

    def is_held(self, chain: list[_Spot], home: int) -> bool:
        """Tell whether something holds a chain in its place."""
        kinds = {self.kind(spot) for spot in chain}
        top, bottom = chain[0], chain[-1]
        touches = self.touches_edge(top.row - 1, home), self.touches_edge(bottom.row + 1, home)
        return "held" in kinds or all(touches) or "head" in kinds and any(touches)

    def is_placed(self, chain: list[_Spot]) -> bool:
        """Tell whether an edge says where a chain stands, or a head in it."""
        first, last = chain[0], chain[-1]
        return self.touches_edge(first.row - 1, first.column) or self.touches_edge(last.row + 1, last.column) or any(
            self.kind(spot) == "head" or self._is_drawn_edge(*spot) for spot in chain)

    def _is_drawn_edge(self, y: int, x: int) -> bool:
        """Tell whether an edge of nothing but line and tees runs through a cell, or ends there."""
        return any(e.start <= x <= e.stop and not self._rows[y][e.start : e.stop + 1].strip(BOX + LINES)
                   for e in self._edges.get(y, ()))

    def home(self, chain: list[_Spot], drifts: dict[int, int]) -> int | None:
        """Return the column where a chain belongs, or None where what is fixed cannot be brought in line.

        `drifts` says how far each row has been pushed further left: what follows is likely to be pushed as far.
        """
        votes: dict[int, float] = {}
        fixed: set[int] = set()
        for spot in chain:
            weight = _WEIGHT[self.kind(spot)]
            pushed = drifts.get(spot.row, 0)
            if self.touches_frame(*spot):
                weight = _FIXED
                fixed.add(spot.column)
            elif self.kind(spot) == "held" and not pushed and self._rows[spot.row][spot.column].isascii():
                fixed.add(spot.column)
            elif pushed:
                votes[spot.column - pushed] = votes.get(spot.column - pushed, 0) + weight * _PUSHED
                weight *= 1 - _PUSHED
            votes[spot.column] = votes.get(spot.column, 0) + weight
        middle = sorted(spot.column for spot in chain)[(len(chain) - 1) // 2]     # drift mostly goes to the right
        home = max(votes, key=lambda x: (votes[x], -abs(x - middle), -x))
        return home if fixed <= {home} else None


def find_drifted_lines(
    rows: tuple[str, ...], edges: dict[int, list[Edge]], frames: list[Frame]
) -> Drifted:
    """Return where the lines and walls are and belong in each row with a cell of a line out of line."""
    ends = _Ends(rows, frames)
    broken = ends.broken()
    if not broken:
        return Drifted({}, [])
    from .forks import fork_home, is_pushed_fork  # most lines are in line
    chains = _Chains(rows, edges, frames, ends, broken)
    moves: dict[int, dict[int, int]] = {}
    drifts: dict[int, int] = {}
    shifted: list[set[int]] = []        # the rows in which each chain moves ...
    through: dict[int, set[int]] = {}   # ... and the numbers of the chains of each row
    forks: list[list[_Spot]] = []
    for whole in sorted(chains, key=lambda chain: min(spot.column for spot in chain)):
        chain = chains.without_text(whole)
        if len(chain) < 2:
            continue
        is_fork = is_pushed_fork(rows, chain) and not chains.is_placed(chain)
        home = fork_home(rows, chain, drifts) if is_fork else chains.home(chain, drifts)
        if home is None or not chains.is_held(chain, home) or chains.is_art(chain, home) or (
                chains.is_of_measures(chain)) or not edges and not is_fork:
            continue
        for y, x in chain:
            drifts[y] = x - home
            moves.setdefault(y, {})[x] = home
            through.setdefault(y, set()).add(len(shifted))
        shifted.append({y for y, x in chain if x != home})
        if is_fork:
            forks.append(chain)
            for (y, x), to in chains.nested(chain, home):
                moves[y].setdefault(x, to)
    found: dict[int, list[Match]] = {}
    for y, homes in moves.items():
        if all(x == home for x, home in homes.items()):
            continue
        matches = [
            Match(homes.get(x, x), x) for x in chains.walls(y) if x in homes or chains.stays(_Spot(y, x))
        ]
        if all(b.home - a.home > (b.seen - a.seen > 1) for a, b in pairwise(matches)):
            found[y] = matches
    beside = [{k for y, _ in fork for k in through[y]} for fork in forks]
    return Drifted(found, [{y for k in numbers for y in shifted[k]} for numbers in beside])
