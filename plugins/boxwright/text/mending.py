"""Move what is out of line to where it belongs: rows, Frames, ... -> {row: new row}, Repairs.

Spaces (or the line's own fill) next to a wall give way; what does not fit widens the frame, in every row that
crosses it. Frames whose repair would do harm are left as they stand: where a row lost text, or where a line was torn
that went on from row to row.

    │ ab  │  ┌───┐           │ ab  │  ┌───┐
    │ 柠檬  │  │ x │    ->    │ 柠檬 │  │ x │
    └─────┘  └───┘           └─────┘  └───┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

from ..glyphs import char_class
from ..model import Grid, Repair
from ..patterns import pattern
from ..typed import Final
from .bars import bar_walls, with_bars
from .connectors import BETWEEN_WORDS
from .counted import match_as_counted
from .flush import Flush, flush_texts
from .hanging import hanging_labels
from .homes import Frame, match_rows
from .layout import Growth, demands, grow, lay, room
from .marks import DOWN, HEADS, LINES, PLUS, UP
from .matching import Match
from .ruled import ruled_tables
from .told import Names
from .uprights import GOES_DOWN, GOES_UP

_MARGIN: Final = frozenset((-1,))       # stands for the wall before the first text of a row, which keeps its indent
_MOST_TRIES: Final = 4                  # times that frames which do harm are left out
_FILL: Final = pattern(char_class(LINES + " "))
_DOTS: Final = pattern(r"\.{3,}")
_GOES_DOWN: Final = pattern(char_class("".join(sorted(DOWN))))
_GOES_UP: Final = pattern(char_class("".join(sorted(UP | HEADS))))


def _told(row: str) -> str:
    """Return what a row says: without blanks and lines; a typed dotted line is as long as it has to be."""
    return _DOTS.sub("..", _FILL.sub("", row))


def _joints(above: str, below: str) -> int:
    """Return how many cells of a row go on into the cell below."""
    downs = {m.start() for m in _GOES_DOWN.finditer(above)}
    return sum(m.start() in downs for m in _GOES_UP.finditer(below))


def blocks(rows: tuple[str, ...], crooked: set[int]) -> Iterator[range]:
    """Yield the runs of rows between blank ones that hold a crooked row.

    What a blank row parts grows apart: a frame does not push what stands in another drawing.
    """
    start, is_crooked = 0, False
    for y, row in enumerate((*rows, "")):
        if row.strip(" "):
            is_crooked = is_crooked or y in crooked
            continue
        if is_crooked:
            yield range(start, y)
        start, is_crooked = y + 1, False


def _first_ink(rows: tuple[str, ...], y: int) -> int | None:
    """Return the first column of a row that goes on into the row above or below.

    A plus that goes on already, to its other side, takes nothing in but what goes on to both sides itself:

        so: a | b         prose
        +-----+-----+     the plus has its wall
        | tea | cup |
    """
    def meets(at: int, x: int) -> bool:
        return 0 <= at < len(rows) - 1 and GOES_DOWN.match(rows[at], x) is not None and (
            GOES_UP.match(rows[at + 1], x) is not None)

    row = rows[y]
    for x in sorted({m.start() for ends in (GOES_UP, GOES_DOWN) for m in ends.finditer(row)}):
        above, below = meets(y - 1, x), meets(y, x)
        if above and below:
            return x
        if BETWEEN_WORDS.search(row, max(x - 2, 0), x + 3):
            continue                    # what goes on to one side alone, and by chance
        if above and not (rows[y - 1][x] in PLUS and meets(y - 2, x)) or (
                below and not (rows[y + 1][x] in PLUS and meets(y + 1, x))):
            return x
    return None


def ink_of(rows: tuple[str, ...], y: int, hanging: dict[int, int]) -> int | None:
    """Return the first column of a row that is part of its drawing: ink, or the line that a label hangs from."""
    return min((x for x in (_first_ink(rows, y), *hanging.values()) if x is not None), default=None)


def harmed(before: tuple[str, ...], after: dict[int, str], block: range) -> set[int]:
    """Return the rows that lost text, or where something was torn apart that went on from row to row."""
    harmed = {y for y, row in after.items() if _told(row) != _told(before[y])}
    torn: dict[int, int] = {}
    for y in range(block.start, block.stop - 1):
        if y in after or y + 1 in after:
            more = _joints(after.get(y, before[y]), after.get(y + 1, before[y + 1])) - _joints(before[y], before[y + 1])
            if more:
                torn[y] = more
    if sum(torn.values()) < 0:
        for y, more in torn.items():
            if more < 0:
                harmed.update((y, y + 1))
    return harmed


def _short_edges(rows: tuple[str, ...], frames: list[Frame]) -> dict[int, list[tuple[int, int]]]:
    """Return, for each row with an edge that falls short of its right corner, the line's last column and the gap."""
    short: dict[int, list[tuple[int, int]]] = {}
    for frame in frames:
        for y, start, stop in frame.edges:
            if rows[y][stop - 1] == " ":
                last = start + len(rows[y][start:stop].rstrip(" ")) - 1
                short.setdefault(y, []).append((last, stop - 1 - last))
    return short


def _growth(row: str, matches: list[Match]) -> int:
    """Return by how much frames would have to grow, if it were for this row alone."""
    return sum(growth.by for growth in grow(demands(row, matches)))


def _holds_as_much(row: str, matches: list[Match], other: list[Match]) -> bool:
    """Tell whether the last wall of a row has no text within more by `matches` than by `other`.

        +-----------------+
        | tea | cup | lid |       the last bar is the wall, and the frame too narrow; were it the bar before,
        +-----------------+       "lid" would stand outside
    """
    return not matches or not row[other[-1].seen + 1 : matches[-1].seen].strip(" ")


def _without_growth(
    rows: tuple[str, ...], frames: list[Frame], matched: dict[int, list[Match]]
) -> dict[int, list[Match]]:
    """Return better matches of the rows that would make a frame grow: as many walls, and less growth.

        |     +----+
          |   | ab |     the bar is out of line by two, and its box by none
        |     +----+     (a bar taken for the left wall of the box would leave no room for "| ab")
    """
    wide = {y: by for y, matches in matched.items() if (by := _growth(rows[y], matches))}
    if not wide:
        return {}
    others = match_rows(rows, frames, frozenset(wide), room)
    return {
        y: other for y, other in others.items()
        if len(other) >= len(matched[y]) and _growth(rows[y], other) < wide[y]
        and _holds_as_much(rows[y], matched[y], other)
    }


def _mend_block(
    rows: tuple[str, ...], frames: list[Frame], block: range
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows of a block that change, and the repairs; frames whose repair would do harm are left out."""
    frames = bar_walls(rows, frames)
    for _ in range(_MOST_TRIES):
        matched = match_rows(rows, frames, frozenset(block))
        bad = {y for y, matches in matched.items() if any(home != seen for home, seen in matches)}
        matched |= _without_growth(rows, frames, {y: matched[y] for y in bad})
        matched = with_bars(rows, frames, matched) if bad else matched
        short = _short_edges(rows, frames)
        bad |= short.keys()
        kept, eased = flush_texts(rows, matched, bad) if bad else Flush({}, rows)
        growths: list[Growth] = grow(
            [d for y in sorted(bad) for d in demands(eased[y], matched[y], kept.get(y, frozenset()))])
        if growths and eased != rows:
            eased = flush_texts(rows, matched, bad, growths).rows
        laid: dict[int, str] = {}
        repairs: list[Repair] = []
        names = Names(frames)
        hanging: dict[int, int] = {}
        for y in block:
            matches: list[Match] = matched.get(y, [])
            if not growths and y not in bad:
                continue
            hanging = hanging_labels(rows, y, hanging) if growths else {}
            row, columns = lay(eased[y], matches, growths, ink_of(rows, y, hanging) if growths else None, hanging)
            if row == rows[y].rstrip(" "):
                continue
            laid[y] = row
            moved = len(repairs)
            repairs.extend(
                Repair(y, match.seen, column - match.seen, names.wall(rows[y], y, match.seen))
                for match, column in zip(matches, columns, strict=True) if column != match.seen
            )
            if len(repairs) == moved and y in short:
                repairs += [Repair(y, x, by, names.wall(rows[y], y, x + by + 1)) for x, by in short[y]]
        hurt = harmed(rows, laid, block)
        if not hurt:
            return laid, repairs
        blamed = [f for f in frames if not hurt.isdisjoint(range(f.edges[0].row, f.edges[-1].row + 1))]
        frames = [f for f in frames if f not in blamed] if len(blamed) < len(frames) else []
        if not frames:
            break
    return {}, []


def mend_frames(
    rows: tuple[str, ...], frames: list[Frame], crooked: set[int],
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows that change when the walls of `frames` are put in line, and the repairs.

    `crooked` are the rows in which a wall is out of line.
    """
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    ahead = iter(frames)
    frame = next(ahead, None)
    for block in blocks(rows, crooked):
        inside: list[Frame] = []
        while frame is not None and frame.edges[0].row < block.stop:
            if frame.edges[0].row >= block.start:
                inside.append(frame)
            frame = next(ahead, None)
        rows_of_block, found = _mend_block(rows, inside, block)
        laid |= rows_of_block
        repairs += found
    return laid, repairs


def mend_lines(
    rows: tuple[str, ...], drifted: dict[int, list[Match]], frames: list[Frame], wholes: Sequence[Set[int]] = (),
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows that change when the lines between the boxes are put in line, and the repairs.

    The rows of each of `wholes` change all, or none of them does.
    """
    laid: dict[int, str] = {}
    for y, matches in sorted(drifted.items()):
        if all(home == seen for home, seen in matches):
            continue
        row, columns = lay(rows[y], matches, [])
        if columns != [match.home for match in matches] or _told(row) != _told(rows[y]):
            continue
        laid[y] = row
    while torn := [y for whole in wholes if not whole <= laid.keys() for y in whole & laid.keys()]:
        for y in torn:
            laid.pop(y, None)
    names = Names(frames)
    return laid, [
        Repair(y, seen, home - seen, names.line(rows[y], y, seen))
        for y in laid for home, seen in drifted[y] if home != seen]


def mend_tables(rows: tuple[str, ...]) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows that change when the bars of tables without a frame are put in line, and the repairs."""
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    for table in ruled_tables(rows):
        growths = grow([d for y, matches in table.items() for d in demands(rows[y], matches, _MARGIN)])
        after = {y: lay(rows[y], matches, growths) for y, matches in table.items()}
        if any(_told(row) != _told(rows[y]) for y, (row, _) in after.items()):
            continue
        laid |= {y: row for y, (row, _) in after.items()}
        repairs += [
            Repair(y, match.seen, column - match.seen, "wall")
            for y, matches in sorted(table.items())
            for match, column in zip(matches, after[y][1], strict=True) if column != match.seen]
    return laid, repairs


def as_counted(grid: Grid) -> tuple[Grid, list[Repair]]:
    """Return the grid laid out anew where its author counted a wide character as one column, and all is in line so."""
    matched = match_as_counted(grid.rows)
    if matched is None:
        return grid, []
    growths = grow([d for y, matches in matched.items() for d in demands(grid.rows[y], matches)])
    at, put_in = [growth.column for growth in growths], [0, *accumulate(growth.by for growth in growths)]
    rows: list[str] = []
    repairs: list[Repair] = []
    hanging: dict[int, int] = {}
    for y, row in enumerate(grid.rows):
        matches = matched.get(y, [])
        hanging = hanging_labels(grid.rows, y, hanging) if growths else {}
        laid, columns = lay(row, matches, growths, len(row) - len(row.lstrip(" ")), hanging)
        if _told(laid) != _told(row) or columns != [home + put_in[bisect_right(at, home)] for home, _ in matches]:
            return grid, []
        rows.append(laid.rstrip(" "))
        repairs += [
            Repair(y, match.seen, column - match.seen)
            for match, column in zip(matches, columns, strict=True) if column != match.seen
        ]
    width = max(map(len, rows))
    return Grid(tuple(row.ljust(width) for row in rows), grid.asides), repairs
