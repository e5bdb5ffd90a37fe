"""Cut rows where something upright crosses them: Grid, Sketch -> Segment, ...

What stands upright (a wall, a side of a connector, a head that points up or down) has to stay in its column, whatever
happens in one row. So does what begins a column of text. Between two such places a row is elastic:

    │  柠檬   1.20 ├── yes ──►│      fixed: │ at 0, "1.20", ├, │
    0         10                    tokens: text "柠檬" │ text "1.20" │ ink, text, ink
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ..glyphs import BLOCKS, TRIANGLES, char_class, those
from ..model import Grid, Label, Sketch
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .marks import LINES

_COLUMN_GAP: Final = 2                  # blanks before a text that begins a column
NEAR: Final = 2                        # blanks between a text and what it goes with
_RUN: Final = pattern(f"({char_class(LINES + '.')})\\1+")
_LINE: Final = char_class(LINES)
_DASHES: Final = f"(?<!{_LINE})(?P<dash>{_LINE})(?: (?P=dash)(?!(?P=dash))){{2,}}"      # - - - is one line
_DASHED: Final = pattern(_DASHES)
_INK: Final = pattern(f"[^ ]?{_DASHES}[^ ]?|[^ ]+")
_BLOCK: Final = frozenset(BLOCKS) | frozenset(TRIANGLES)
_UP: Final = frozenset(those(lambda g: "N" in (g.head or g.arms)))
_DOWN: Final = frozenset(those(lambda g: "S" in (g.head or g.arms)))
_LEAST_LINE: Final = 2                  # glyphs that a line is left with


class Token(NamedTuple):
    """A run of text or of ink, from column `start` to before `stop`; `cells` is what it becomes."""

    start: int
    stop: int
    cells: str
    is_text: bool

    @property
    def is_changed(self) -> bool:
        return len(self.cells) != self.stop - self.start

    @property
    def least(self) -> int:
        """How short it can be made."""
        run = self.longest_run()
        return len(self.cells) - (max(run[1] - run[0] - _LEAST_LINE, 0) if run else 0)

    def longest_run(self) -> tuple[int, int] | None:
        """Return where the longest run of one line glyph stands in the cells."""
        if self.is_text:
            return None
        return max((m.span() for m in _RUN.finditer(self.cells)), key=lambda s: s[1] - s[0], default=None)

    def dashes(self) -> tuple[int, int] | None:
        """Return where dashes with a blank between them stand in the cells."""
        found = None if self.is_text else _DASHED.search(self.cells)
        return found.span() if found else None


class Segment(NamedTuple):
    """What stands in a row between two columns that are fixed: tokens from left to right.

    `left` is -1 at the margin, `right` None where the row ends. `glyph` is the ink at `left`, "" where a text begins
    there. `box` is the box whose walls or dividers both are, `is_edge` tells that the line between is an edge of one,
    `is_gap` that it lies between the walls of two, `ends_at_text` that a text begins at `right`.
    """

    row: int
    left: int
    right: int | None
    glyph: str
    tokens: tuple[Token, ...]
    box: int | None = None
    is_edge: bool = False
    is_gap: bool = False
    ends_at_text: bool = False

    @property
    def first(self) -> int:
        """The first column of it."""
        return self.left + (1 if self.glyph or self.left < 0 else 0)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The blanks before each token, and those before the end."""
        stops = (self.first, *(t.stop for t in self.tokens))
        starts = (*(t.start for t in self.tokens), stops[-1] if self.right is None else self.right)
        return tuple(start - stop for stop, start in zip(stops, starts, strict=True))

    @property
    def is_near(self) -> bool:
        """Whether its first token goes with what stands at `left`, and moves with it."""
        return self.left >= 0 and (self.box is not None or self.is_edge or self.gaps[0] <= NEAR)


class Band(NamedTuple):
    """Rows that boxes stand in, or rows between them: what is wider in one is not so in the next.

    `rigid` are spans of columns that cannot be parted (slopes); in a band between boxes `is_open` is set.
    """

    rows: range
    segments: tuple[Segment, ...]
    rigid: tuple[tuple[int, int], ...]
    is_open: bool


class Cut(NamedTuple):
    """The bands of a drawing from top to bottom, and what ties them: columns in which something goes on from one to
    the next, as (one band, next band, column)."""

    bands: tuple[Band, ...]
    ties: tuple[tuple[int, int, int], ...]


def _met(
    grid: Grid, fixed: Mapping[int, set[int]], level: set[tuple[int, int]], typed: set[tuple[int, int]],
) -> Iterator[tuple[int, int, int]]:
    """Yield where something upright points at a level line above or below: (row, row of the line, column)."""
    for row, columns in fixed.items():
        for other, points in ((row - 1, _UP), (row + 1, _DOWN)):
            for column in columns:
                if (other, column) in level and column not in fixed.get(other, ()) and (
                        grid.rows[row][column] in points or (row, column) in typed):
                    yield row, other, column


def _upright(grid: Grid, sketch: Sketch) -> tuple[dict[int, set[int]], set[tuple[int, int, int]]]:
    """Return the columns of each row in which ink has to stay, and what goes on into the next row: (row, next, column).

    Where a line points at an edge, the edge holds on to the place.
    """
    fixed: dict[int, set[int]] = {}
    joints: set[tuple[int, int, int]] = set()
    level = {(s.line, x) for s in sketch.strokes if s.axis == "h" for x in range(s.start, s.stop + 1)}
    for s in sketch.strokes:
        if s.axis == "v":
            for row in range(s.start, s.stop + 1):
                fixed.setdefault(row, set()).add(s.line)
            joints.update((row, row + 1, s.line) for row in range(s.start, s.stop))
    typed = {(row, s.line) for s in sketch.strokes if s.axis == "v" for row in range(s.start, s.stop + 1)
             if grid.rows[row][s.line].isalpha()}               # a double line, typed as H
    blocks = {(b.row, b.column + k) for b in sketch.blocks for k in range(b.columns)}
    for head in sketch.heads:
        if head.side not in ("E", "W"):
            fixed.setdefault(head.cell.row, set()).add(head.cell.column)
    for row, column in (*sketch.claims, *(mark.cell for mark in sketch.marks)):
        if (row, column) not in blocks and (row, column) not in level:
            fixed.setdefault(row, set()).add(column)
    for row, other, column in list(_met(grid, fixed, level, typed)):
        fixed.setdefault(other, set()).add(column)
        joints.add((min(row, other), max(row, other), column))
    return fixed, joints


def _slopes(sketch: Sketch, rows: range) -> Iterator[tuple[int, int]]:
    for s in sketch.strokes:
        if s.axis in ("u", "d"):
            row = s.line - s.start if s.axis == "u" else s.line + s.start
            if row in rows:
                yield s.start, s.stop


def _tokens(row: str, labels: Iterable[tuple[Label, str]], fixed: set[int]) -> list[Token]:
    """Return the tokens of a row: its labels, and what else is written between what is fixed."""
    tokens = [Token(label.column, label.column + label.columns, cells, True) for label, cells in labels]
    masked = list(row)
    for token in tokens:
        masked[token.start : token.stop] = " " * (token.stop - token.start)
    for column in fixed:
        if column < len(masked):
            masked[column] = " "
    ink = (Token(m.start(), m.end(), m.group(), False) for m in _INK.finditer("".join(masked)))
    return sorted([*tokens, *ink])


class _Walls:
    """Which boxes have a wall or a divider at a place."""

    def __init__(self, sketch: Sketch) -> None:
        self._at: dict[tuple[int, int], set[int]] = {}
        self.edges: dict[int, list[tuple[int, int]]] = {}
        for index, box in enumerate(sketch.boxes):
            span = box.column, box.column + box.columns - 1
            for row in range(box.row, box.row + box.rows):
                for column in span:
                    self._at.setdefault((row, column), set()).add(index)
            for row in (box.row, box.row + box.rows - 1):
                self.edges.setdefault(row, []).append(span)
        for divider in sketch.dividers:
            s = divider.stroke
            if s.axis == "v":
                for row in range(s.start, s.stop + 1):
                    self._at.setdefault((row, s.line), set()).add(divider.box)
            else:
                self.edges.setdefault(s.line, []).append((s.start, s.stop))

    def shared(self, row: int, left: int, right: int | None) -> int | None:
        """Return the innermost box that has a wall in both columns."""
        if right is None:
            return None
        return max(self._at.get((row, left), set()) & self._at.get((row, right), set()), default=None)

    def face(self, row: int, left: int, right: int | None) -> bool:
        """Tell whether there is a wall in both columns."""
        return right is not None and (row, left) in self._at and (row, right) in self._at

    def is_edge(self, row: int, left: int, right: int | None) -> bool:
        return right is not None and any(a <= left and right <= b for a, b in self.edges.get(row, ()))


def _columns_of_text(tokens: list[Token], fixed: set[int], hangs: set[int], is_open: bool) -> Iterator[int]:
    """Yield where a text begins a column: after another one and two blanks, or at the margin between the boxes.

    A text at which an upright line ends (in one of the columns `hangs`) goes with the line instead.
    """
    taken = sorted([*((x, x + 1, False) for x in fixed), *((t.start, t.stop, True) for t in tokens)])
    solid = {t.start for t in tokens if t.is_text or t.cells[0] in _BLOCK}
    if is_open and taken and taken[0][0] in solid and hangs.isdisjoint(range(*taken[0][:2])):
        yield taken[0][0]
    for (_, stop, is_token), (start, _, _) in pairwise(taken):
        if is_token and start in solid and start - stop >= _COLUMN_GAP:
            yield start


def _row_segments(
    y: int, row: str, tokens: list[Token], fixed: set[int], starts: Iterable[int], walls: _Walls,
) -> Iterator[Segment]:
    bounds: list[tuple[int, str]] = [(-1, ""), *sorted([*((x, row[x]) for x in fixed), *((x, "") for x in starts)])]
    at = 0
    for k, (left, glyph) in enumerate(bounds):
        right, after = bounds[k + 1] if k + 1 < len(bounds) else (None, "")
        inside: list[Token] = []
        while at < len(tokens) and (right is None or tokens[at].start < right):
            inside.append(tokens[at])
            at += 1
        is_edge = len(inside) == 1 and not inside[0].is_text and walls.is_edge(y, left, right)
        yield Segment(y, left, right, glyph, tuple(inside), walls.shared(y, left, right), is_edge,
                      walls.face(y, left, right), not after)


def _bands(grid: Grid, sketch: Sketch) -> Iterator[tuple[range, bool]]:
    """Yield the rows of each band, and whether they are between boxes; a blank row is in none."""
    covered = [0] * (len(grid.rows) + 1)        # by how many outermost boxes that began above, less those that ended
    joined: set[int] = set()                    # rows that go on with the one above, in the same box
    for box in sketch.boxes:
        if box.parent is None:
            covered[box.row] += 1
            covered[box.row + box.rows] -= 1
            joined.update(range(box.row + 1, box.row + box.rows))
    start, depth, before = 0, 0, 0
    for y in range(len(grid.rows) + 1):
        depth += covered[y]
        is_end = y == len(grid.rows) or not grid.rows[y].strip(" ")
        if y > start and (is_end or (before > 0) != (depth > 0) or depth > 0 and y not in joined):
            yield range(start, y), before == 0
            start = y
        if is_end:
            start = y + 1
        before = depth


def cut(grid: Grid, sketch: Sketch, words: Mapping[int, str]) -> Cut:
    """Return the bands of a drawing; `words` are the cells that some labels (by index) become."""
    (fixed, joints), walls = _upright(grid, sketch), _Walls(sketch)
    labels: dict[int, list[tuple[Label, str]]] = {}
    for index, owned in enumerate(sketch.labels):
        label = owned.label
        cells = words.get(index, grid.rows[label.row][label.column : label.column + label.columns])
        labels.setdefault(label.row, []).append((label, cells))
    bands: list[Band] = []
    band_of: dict[int, int] = {}
    for rows, is_open in _bands(grid, sketch):
        segments: list[Segment] = []
        for y in rows:
            band_of[y] = len(bands)
            own = fixed.get(y, set())
            tokens = _tokens(grid.rows[y], labels.get(y, ()), own)
            hangs = fixed.get(y - 1, set()) | fixed.get(y + 1, set())
            starts = _columns_of_text(tokens, own, hangs, is_open)
            segments += _row_segments(y, grid.rows[y], tokens, own, starts, walls)
        bands.append(Band(rows, tuple(segments), tuple(_slopes(sketch, rows)), is_open))
    ties = {(band_of[a], band_of[b], x) for a, b, x in joints if a in band_of and b in band_of}
    return Cut(tuple(bands), tuple(sorted(tie for tie in ties if tie[0] != tie[1])))
