"""Put the lifelines of a sequence back in line: rows, Frame, ... -> {row: Match, ...}.

Nothing holds such a line in its place: it comes from a name, has no tee, and the arrows end on it.

     用户            前端             用户            前端      exact are the rows of bare lines, and of arrows
      │               │                │               │        without words; where they differ, most say so
      │── 登录 ──>│         ->     │── 登录 ──────>│
      │<── 跳转 ─────│                 │<── 跳转 ──────│

A column is a lifeline where something stands over it, and there has to be a message: a line with one head, from one
lifeline to the next. A table, a tree and a program with bars in it have none.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from ..glyphs import GLYPHS, char_class
from ..patterns import pattern
from ..typed import Final
from .connectors import BETWEEN_WORDS
from .drift import UPRIGHT, wide_before
from .homes import Frame
from .marks import BAR, BENT, LINE_HEADS, LINES, PLUS, SIDE_MARK, SIDES
from .matching import Match

_REACH: Final = 2                       # columns that a bar may be off; wide text before it pushes it further
_MOST_REACH: Final = 10
_APART: Final = 4                       # columns between two lifelines, at the least
_LEAST_ROWS: Final = 2                  # rows that have a lifeline in its column
_LEAST_SHOWN: Final = 2                 # lifelines of a sequence, and those that a row has to show
_BARE_VOTE: Final = 3                   # what a row of bare lines is worth, in rows of arrows
_EAST: Final = frozenset(char for char in LINE_HEADS if GLYPHS[char].head == "E")
_WEST: Final = LINE_HEADS - _EAST
_EXACT: Final = pattern(char_class("".join(sorted({" ", *SIDES - set(PLUS), *LINES, *LINE_HEADS}))) + "++")
_TWO: Final = pattern("{0}.*{0}".format(char_class("".join(sorted(SIDES - set(PLUS))))))
_IN_TEXT: Final = pattern(rf"{BETWEEN_WORDS.pattern}|\w[{BAR}]\w")
_RUN: Final = frozenset(LINES) | LINE_HEADS


def _is_message(text: str) -> bool:
    """Tell whether what stands between two bars is a line from the one to the other, with one head and maybe a label.

        │── tea ──>│      │ <──── │      and no measure: │<── 20 ──>│
    """
    if text[:1] == " " == text[-1:]:
        text = text[1:-1]
    if len(text) < 3:
        return False
    if text[0] in LINES:
        return text[-1] in _EAST and text[-2] in LINES
    return text[0] in _WEST and text[1] in LINES and text[-1] in LINES


def _is_measure(text: str) -> bool:
    text = text.strip(" ")
    return text[:1] in _WEST and text[-1:] in _EAST


def _exact_rows(rows: tuple[str, ...]) -> list[int]:
    """Return the rows of bare lines and of arrows without words, from the top."""
    return [y for y, row in enumerate(rows) if _EXACT.fullmatch(row) and _TWO.search(row)]


def _bars(row: str, walls: Set[int]) -> list[int]:
    """Return the columns of the bars in a row that are none of its `walls`."""
    return [x for m in SIDE_MARK.finditer(row) if (x := m.start()) not in walls and not (
        row[x] in PLUS or BENT.search(row, max(x - 1, 0), x + 2))]


def _showing(rows: tuple[str, ...], frames: Sequence[Frame], exact: list[int]) -> list[int]:
    """Return those of the exact rows that show lifelines: two bars or more that are no walls of frames."""
    walls: dict[int, set[int]] = {y: set() for y in exact}
    for frame in frames:
        for column, (first, last) in frame.walls:
            for y in exact[bisect_left(exact, first) : bisect_right(exact, last)]:
                walls[y].add(column)
    return [y for y in exact if len(_bars(rows[y], walls[y])) >= _LEAST_SHOWN]


def _blocks(rows: tuple[str, ...], exact: list[int]) -> Iterator[tuple[range, set[int]]]:
    """Yield the runs of rows between blank ones that hold an exact row, and those."""
    ahead = iter(exact)
    y = next(ahead, len(rows))
    while y < len(rows):
        start, stop = y, y + 1
        while start and rows[start - 1].strip(" "):
            start -= 1
        while stop < len(rows) and rows[stop].strip(" "):
            stop += 1
        found: set[int] = set()
        while y < stop:
            found.add(y)
            y = next(ahead, len(rows))
        yield range(start, stop), found


class _Frames:
    """Where the frames have their walls and edges, in each row."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.walls: dict[int, set[int]] = {}
        self.edges: dict[int, list[tuple[int, int]]] = {}
        for frame in frames:
            for column, (first, last) in frame.walls:
                for y in range(first, last + 1):
                    self.walls.setdefault(y, set()).add(column)
            for y, start, stop in frame.edges:
                self.edges.setdefault(y, []).append((start, stop))
        for spans in self.edges.values():
            spans.sort()

    def is_edge(self, y: int, x: int) -> bool:
        """Tell whether an edge runs through a cell."""
        spans = self.edges.get(y, [])
        k = bisect_left(spans, (x, 0)) - 1
        return k >= 0 and x < spans[k][1]


class _Bars(dict[int, list[int]]):
    """The bars of rows that are no part of a frame, each found when it is first asked for: most rows never are."""

    def __init__(self, rows: tuple[str, ...], frames: _Frames) -> None:
        super().__init__()
        self._rows, self._frames = rows, frames

    def __missing__(self, y: int) -> list[int]:
        found = self[y] = _bars(self._rows[y], self._frames.walls.get(y, frozenset()))
        return found


class _Block:
    """The rows between two blank ones, with the bars in them that are no part of a frame."""

    def __init__(self, rows: tuple[str, ...], block: range, exact: set[int], frames: _Frames) -> None:
        self._rows, self._block, self._exact, self._frames = rows, block, exact, frames
        self._bars = _Bars(rows, frames)

    def _near(self, y: int, x: int) -> list[int]:
        """Return the bars of a row that the lifeline in column `x` may be, out of line."""
        limit = min(_REACH + wide_before(self._rows[y], x), _MOST_REACH)
        bars = self._bars[y]
        return bars[bisect_left(bars, x - limit) : bisect_right(bars, x + limit)]

    def _is_headed(self, y: int, x: int) -> bool:
        """Tell whether something stands over the line that goes through a cell: a name, or the edge of a box."""
        while y >= self._block.start:
            row = self._rows[y]
            if self._frames.is_edge(y, x):
                return True
            if row[x] not in SIDES and row[x] not in _RUN and not self._near(y, x):
                return row[max(x - 1, 0) : x + 2].strip(" ") != ""
            y -= 1
        return False

    def parts(self) -> Iterator[list[int]]:
        """Yield the rows that the same frames cross: in a frame around some messages, lifelines may stand elsewhere."""
        parts: dict[frozenset[int], list[int]] = {}
        for y in self._block:
            parts.setdefault(frozenset(self._frames.walls.get(y, ())), []).append(y)
        yield from parts.values()

    def homes(self, part: list[int]) -> list[int]:
        """Return the columns of the lifelines in some rows, from left to right."""
        votes: dict[int, int] = {}
        first: dict[int, int] = {}
        for y in part:
            if y in self._exact:
                vote = 1 if self._rows[y].strip(UPRIGHT) else _BARE_VOTE
                for x in self._bars[y]:
                    votes[x] = votes.get(x, 0) + vote
                    first.setdefault(x, y)
        taken: set[int] = set()
        found: list[int] = []
        for x in sorted(votes, key=lambda x: (-votes[x], first[x])):
            if x not in taken:
                taken.update(range(x - _APART, x + _APART + 1))
                if self._is_most_often(part, x) and self._is_headed(first[x], x):
                    found.append(x)
        return sorted(found)

    def _is_most_often(self, part: list[int], x: int) -> bool:
        """Tell whether no column near a lifeline is shown in more of the rows that do not have it."""
        shown = 0
        others: Counter[int] = Counter()
        for y in part:
            if self._rows[y][x] in SIDES:
                shown += 1
            else:
                others.update(self._near(y, x))
        return shown >= max([_LEAST_ROWS, *others.values()])

    def _shows(self, y: int, home: int) -> bool:
        return y in self._block and (self._rows[y][home] in SIDES or bool(self._near(y, home)))

    def shown(self, y: int, homes: list[int], columns: Set[int]) -> dict[int, int]:
        """Return the lifelines that a row shows: where it has each, and where that belongs; none where it is unclear.

        Where two bars are near to a column, neither is it: a bar on each side of it is a lifeline at work.
        """
        row, found = self._rows[y], dict[int, int]()
        for home in homes:
            if row[home] in SIDES:
                found[home] = home
                continue
            near = [x for x in self._near(y, home) if not (
                x in columns or _IN_TEXT.search(row, max(x - 2, 0), x + 3))]
            if len(near) > 1 or near and near[0] in found:
                return {}
            if near and (self._shows(y - 1, home) or self._shows(y + 1, home)):
                found[near[0]] = home
        return found

    def messages(self, y: int, shown: dict[int, int]) -> set[int]:
        """Return the lifelines that a message in a row comes from or goes to; a measure is no message."""
        row = self._rows[y]
        return {
            shown[x] for a, b in pairwise(self._bars[y])
            if a in shown and b in shown and _is_message(row[a + 1 : b]) for x in (a, b)}

    def matches(self, y: int, shown: dict[int, int]) -> list[Match] | None:
        """Return where the lines and walls of a row are and belong, or None where it had better stay as it is."""
        row, bars, walls = self._rows[y], self._bars[y], self._frames.walls.get(y, set())
        if any(_is_measure(row[a + 1 : b]) for a, b in pairwise(bars)):
            return None
        kept = {x for x in bars if x not in shown and any(
            near in self._block and self._rows[near][x] in SIDES for near in (y - 1, y + 1))}
        matches = [Match(shown.get(x, x), x) for x in sorted(kept | shown.keys() | walls)]
        return matches if all(b.home - a.home > (b.seen - a.seen > 1) for a, b in pairwise(matches)) else None


def _drifted(block: _Block, part: list[int]) -> Iterator[tuple[int, list[Match]]]:
    """Yield the rows of a part of a block with a lifeline out of line, and where what is in them belongs."""
    homes = block.homes(part)
    if len(homes) < _LEAST_SHOWN:
        return
    columns = frozenset(homes)
    rows = {y: block.shown(y, homes, columns) for y in part}
    joined = {home for y, shown in rows.items() for home in block.messages(y, shown)}
    for y, shown in rows.items():
        shown = {x: home for x, home in shown.items() if x == home or home in joined}
        if len(shown) >= _LEAST_SHOWN and any(x != home for x, home in shown.items()):
            matches = block.matches(y, shown)
            if matches is not None:
                yield y, matches


def find_drifted_lifelines(rows: tuple[str, ...], frames: Sequence[Frame]) -> dict[int, list[Match]]:
    """Return, for each row with a lifeline out of line, where its lines and walls are and belong."""
    exact = _showing(rows, frames, _exact_rows(rows))
    if not exact:
        return {}
    where = _Frames(frames)
    return {
        y: matches
        for span, exact_there in _blocks(rows, exact)
        for block in (_Block(rows, span, exact_there, where),)
        for part in block.parts()
        for y, matches in _drifted(block, part)
    }
