"""Place the columns in which something upright stands: Band, ... -> where each goes.

Each such column of a band is one variable; each row says how far two neighbours have to be apart, and the columns are
placed from the left. A box whose words have changed takes as much room as they need, and gives each column that a line
goes out of its share of it. Where something goes on from one band to the next, the rightmost says where:

    ┌──────┐            ┌────────────┐
    │ cup  │            │ 一杯柠檬水 │
    └──┬───┘     ->     └─────┬──────┘
    ┌──▼──┐                ┌──▼──┐
    │ lid │                │ lid │
    └─────┘                └─────┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..model import Sketch
from ..typed import Final, NamedTuple
from .segments import Band, Cut, Segment

_OFF: Final = 2                         # blanks that a text in the middle may be nearer to one side ...
_TITLE_OFF: Final = 4                   # ... and the title of a box around others
_FAR: Final = 3                         # blanks before a line among others that is in the middle for certain
_TEXT_GAP: Final = 2                    # blanks that part two texts
_LINE_GAP: Final = 2                    # blanks that part two lines, or a line and a wall
_MOST_ROUNDS: Final = 20                # times that bands are brought in line with each other


# ── how much room a segment needs ─────────────────────────────────────────────────────────────────────

def _is_middle(segment: Segment, most: int = 1) -> bool:
    """Tell whether a segment holds one text, in the middle of its box or at most so many blanks nearer to one side."""
    if segment.box is None or len(segment.tokens) != 1 or not segment.tokens[0].is_text:
        return False
    lead, trail = segment.gaps
    return lead >= 1 and abs(lead - trail) <= most


def least_gaps(segment: Segment, middle: bool) -> list[int]:
    """Return the blanks that have to stay before each token, and at the end."""
    gaps = list(segment.gaps)
    tokens = segment.tokens
    for k, (a, b) in enumerate(pairwise(tokens), 1):
        if a.is_text and b.is_text:
            gaps[k] = min(gaps[k], _TEXT_GAP)
    if middle:
        gaps[0] = min(gaps[0], 1)
    if tokens:
        gaps[-1] = min(gaps[-1], _TEXT_GAP if segment.ends_at_text else 1)
    else:
        gaps[-1] = 0 if segment.box is not None else min(gaps[-1], _LINE_GAP)
    if tokens and tokens[-1].is_changed and segment.box is not None:
        gaps[-1] = max(gaps[-1], min(gaps[0], 1))       # it stood at the wall for want of room
    return gaps


def _need(segment: Segment, middle: bool, *, before: bool = False) -> int:
    """Return the least distance of the two ends of a segment; `before` asks for that of the text as it was."""
    tokens = [t if not before else t._replace(cells=" " * (t.stop - t.start)) for t in segment.tokens]
    own = sum(t.least if not before else (t.stop - t.start if t.is_text else old.least)
              for t, old in zip(tokens, segment.tokens, strict=True))
    return segment.first - segment.left + own + sum(least_gaps(segment, middle))


# ── where the columns go ──────────────────────────────────────────────────────────────────────────────

class _Zone(NamedTuple):
    """A box, or a column of a table, whose words have changed: it becomes `width` wide."""

    left: int
    right: int
    width: int


class Columns:
    """The columns of one band in which something stands, and where they go; some are tied to those of other bands."""

    def __init__(self, band: Band, containers: set[int | None], tied: set[int], step: int) -> None:
        self._band, self._containers, self._tied, self._step = band, containers, tied, step
        self._middle = self._middles()
        self._at = sorted({s.left for s in band.segments if s.left >= 0})
        self._least, self._demands = self._gaps(), self._needs()
        self._indent, self._floor = 0, dict[int, int]()
        self._to = self._placed()

    def lift(self, places: Mapping[int, int]) -> bool:
        """Move tied columns right to `places`: the band as far as all go, then each by itself. Tell if any moved."""
        by = {column: place - self._to[column] for column, place in places.items()}
        if not any(by.values()):
            return False
        together = min(by.values())
        self._indent += together - together % self._step
        self._floor.update(places)
        self._to = self._placed()
        return True

    def follow(self, others: Sequence[Columns]) -> None:
        """Let texts that stand by themselves go with the boxes in `others`, above or below them."""
        for column in self._at:
            if column not in self._tied:
                self._floor[column] = max((other.place(column) for other in others), default=0)
        self._to = self._placed()

    def _middles(self) -> set[tuple[int, int]]:
        """Return the segments, by row and left end, whose text stays in the middle: in a box where all texts do so,
        or far from the walls."""
        found: set[tuple[int, int]] = set()
        by_cell: dict[tuple[int, int, int | None], list[Segment]] = {}
        for segment in self._band.segments:
            if segment.box is not None and segment.right is not None and any(t.is_text for t in segment.tokens):
                by_cell.setdefault((segment.box, segment.left, segment.right), []).append(segment)
        for segments in by_cell.values():
            is_all = all(map(_is_middle, segments)) and (
                len(segments) == 1 or len({s.gaps[0] for s in segments}) > 1 or segments[0].gaps[0] > 1)
            most = _TITLE_OFF if segments[0].box in self._containers else _OFF
            found.update((s.row, s.left) for s in segments
                         if is_all or s.gaps[0] >= _FAR and s.gaps[-1] >= _FAR and _is_middle(s, most))
        return found

    def is_middle(self, segment: Segment) -> bool:
        return (segment.row, segment.left) in self._middle

    def _zones(self) -> list[_Zone]:
        cells: dict[tuple[int, int, int], list[Segment]] = {}
        for s in self._band.segments:
            if s.box is not None and s.right is not None and s.box not in self._containers:
                cells.setdefault((s.box, s.left, s.right), []).append(s)
        zones: list[_Zone] = []
        for (_, left, right), segments in cells.items():
            if any(t.is_changed for s in segments for t in s.tokens):
                now = max(_need(s, self.is_middle(s)) for s in segments)
                was = max(_need(s, self.is_middle(s), before=True) for s in segments)
                width = right - left
                zones.append(_Zone(left, right, max(now, width - max(was - now, 0))))
        return zones

    def _gaps(self) -> list[int]:
        """Return how far each column has to be from the one before, at the least."""
        least = [b - a for a, b in pairwise(self._at)]
        shares: dict[int, int] = {}
        for zone in self._zones():
            first, last = self._at.index(zone.left), self._at.index(zone.right)
            to = [round((x - zone.left) * zone.width / (zone.right - zone.left)) for x in self._at[first : last + 1]]
            for k, (a, b) in enumerate(pairwise(to), first):
                shares[k] = max(shares.get(k, 1), b - a)
        for k, pair in enumerate(pairwise(self._at)):
            if self._band.is_open and self._tied.issuperset(pair):
                shares.setdefault(k, 1)             # the boxes above and below say where they go
        return [shares.get(k, gap) for k, gap in enumerate(least)]

    def _anchor(self, segment: Segment) -> int:
        """Return the column that a segment's first token moves with; -1 is the margin."""
        if segment.is_near or not segment.tokens:
            return segment.left
        return max(segment.left, self._before(segment.tokens[0].start))

    def _before(self, column: int) -> int:
        k = bisect_right(self._at, column) - 1
        return self._at[k] if k >= 0 else -1

    def _needs(self) -> dict[int, list[tuple[int, int]]]:
        """Return what each column has to keep clear of: (another column, how far)."""
        changed = {s.box for s in self._band.segments if any(t.is_changed for t in s.tokens)}
        found: dict[int, list[tuple[int, int]]] = {}
        for s in self._band.segments:
            if s.right is None:
                continue
            anchor = self._anchor(s)
            need = _need(s, self.is_middle(s)) - (anchor - s.left)
            is_elastic = s.is_edge or s.box is not None and (s.box in changed or s.box in self._containers)
            if s.is_gap and not is_elastic:
                found.setdefault(s.right, []).append((s.left, s.right - s.left))
            if s.tokens or s.left >= 0:
                found.setdefault(s.right, []).append((anchor, need))
        return found

    def _placed(self) -> dict[int, int]:
        least, demands = self._least, self._demands
        rigid = {k for k, (a, b) in enumerate(pairwise(self._at), 1)
                 if any(start <= a and b <= stop for start, stop in self._band.rigid)}
        to: dict[int, int] = {-1: self._indent - 1}
        for k, column in enumerate(self._at):
            if k:
                wanted = to[self._at[k - 1]] + (least[k - 1] if k not in rigid else column - self._at[k - 1])
            else:
                wanted = self._indent + (0 if self._band.is_open and column in self._tied else column)
            clear = [to[other] + far for other, far in demands.get(column, ())]
            place = max([wanted, self._floor.get(column, 0), *clear])
            place += (column - place) % self._step
            if k in rigid and place > wanted:           # the slope moves as a whole
                back = k
                while back in rigid:
                    back -= 1
                    to[self._at[back]] += place - wanted
            to[column] = place
        return to

    def place(self, column: int) -> int:
        """Return where a column goes; one in which nothing stands goes with the one before it."""
        before = self._before(column)
        return self._to[before] + column - before

    def start(self, segment: Segment) -> int:
        """Return where a segment's first token would stand."""
        anchor = self._anchor(segment)
        return self._to[anchor] + segment.tokens[0].start - anchor


def _settle(columns: list[Columns], tied: list[dict[int, list[tuple[int, int]]]]) -> None:
    """Bring the columns that are tied to each other in line: all go where the rightmost of them is."""
    for _ in range(_MOST_ROUNDS + 2 * len(columns)):
        has_moved = False
        for own, ties in zip(columns, tied, strict=True):
            if ties:
                has_moved = own.lift({
                    column: max(own.place(column), *(columns[other].place(x) for other, x in others))
                    for column, others in ties.items()
                }) or has_moved
        if not has_moved:
            break


def _is_next_to(band: Band, others: Sequence[Band]) -> bool:
    return any(band.rows.start == other.rows.stop or band.rows.stop == other.rows.start for other in others)


def place_columns(parts: Cut, sketch: Sketch, step: int) -> list[Columns]:
    """Return where the columns of each band go, so that what goes on from band to band stays in line."""
    containers = {box.parent for box in sketch.boxes}
    tied: list[dict[int, list[tuple[int, int]]]] = [{} for _ in parts.bands]
    for above, below, column in parts.ties:
        tied[above].setdefault(column, []).append((below, column))
        tied[below].setdefault(column, []).append((above, column))
    columns = [Columns(band, containers, set(own), step) for band, own in zip(parts.bands, tied, strict=True)]
    _settle(columns, tied)
    for k, band in enumerate(parts.bands):
        if band.is_open:
            columns[k].follow([columns[at] for at in (k - 1, k + 1) if _is_next_to(band, parts.bands[at : at + 1])])
    _settle(columns, tied)
    return columns
