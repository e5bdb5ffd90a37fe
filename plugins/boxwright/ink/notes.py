"""Say what a drawing does not tell, or tells amiss: Grid, Sketch -> Note, ...

    │ tea        missing-wall: no wall to its right
    ├──►         dangling-head: nothing before its tip         ├──yes──►   label-on-stroke: no blank
    ├────        open-end: it leads nowhere                     │
    ▲ (alone)    dangling-head: no line behind it              yes          label-on-stroke: the line is cut
                                                                │
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..codes import CODES
from ..glyphs import GLYPHS
from ..model import TOWARDS, Cell, Grid, Label, Note, Repair, Side, Sketch, Stroke
from ..text.gaps import find_gaps
from ..typed import Final

#: Heads without a shaft of their own, as → has one: triangles, which Unicode keeps among the geometric shapes.
_BARE_HEADS: Final = frozenset(g.char for g in GLYPHS.values() if g.head and "\u25a0" <= g.char <= "\u25ff")
_SIGHT: Final[Mapping[Side, int]] = {"E": 4, "W": 4}     # cells before a tip that are looked at, along the row ...
_SIGHT_ELSEWHERE: Final = 2             # ... and in any other direction
_NEAREST: Final = 2                     # cells: a line that ends this near to a word goes on behind it
_SHORTEST_WORD: Final = 2               # letters or digits; a lone one is as good as a glyph


def note(code: str, row: int, column: int, message: str) -> Note:
    """Return a note of the severity that its code has."""
    return Note(CODES[code].severity, code, row, column, message)


def _is_blank_ahead(rows: Sequence[str], cell: Cell, side: Side) -> bool:
    right, down = TOWARDS[side]
    for step in range(1, _SIGHT.get(side, _SIGHT_ELSEWHERE) + 1):
        row, column = cell.row + down * step, cell.column + right * step
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]) and rows[row][column] != " ":
            return False
    return True


def _ends(grid: Grid, sketch: Sketch) -> Iterator[Note]:
    """Yield the sketch's own notes; an open end with a head on it is a head that points at nothing."""
    heads = {head.cell: head.side for head in sketch.heads}
    for found in sketch.notes:
        cell = Cell(found.row, found.column)
        if found.code != "open-end" or cell not in heads:
            yield found
        elif _is_blank_ahead(grid.rows, cell, heads[cell]):
            yield note("dangling-head", *cell,
                       "this arrowhead points at nothing; let its line run on until it touches a box or a text")


def _lone_heads(sketch: Sketch) -> Iterator[Note]:
    """Yield a note for each head that stands free, alone and without a line."""
    for owned in sketch.labels:
        is_free = owned.owner is None or sketch.boxes[owned.owner].container
        if is_free and owned.label.text in _BARE_HEADS:
            yield note("dangling-head", owned.label.row, owned.label.column,
                       "this arrowhead has no line; draw one into its back, from where the arrow comes")


class _Rows:
    """Answers where the strokes along the rows are."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self._ends: set[Cell] = set()
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for stroke in strokes:
            if stroke.axis == "h":
                self._ends |= {Cell(stroke.line, stroke.start), Cell(stroke.line, stroke.stop)}
                self._spans.setdefault(stroke.line, []).append((stroke.start, stroke.stop))

    def covers(self, cell: Cell) -> bool:
        return any(start <= cell.column <= stop for start, stop in self._spans.get(cell.row, ()))

    def near(self, label: Label) -> tuple[int, int]:
        """Return how far before and behind a label the next stroke ends: 1 where it touches, 0 where none is near."""
        first, last = label.column, label.column + label.columns - 1
        steps = range(1, _NEAREST + 1)
        return (next((k for k in steps if Cell(label.row, first - k) in self._ends), 0),
                next((k for k in steps if Cell(label.row, last + k) in self._ends), 0))


def _cut_lines(sketch: Sketch) -> Iterator[tuple[Label, str]]:
    """Yield the words that stand in a line along their row and touch it, or in the way of a line down the columns.

    No fault: a title in an edge, a word at the end of a line (as in a tree), one under a corner or a tee.
    """
    rows = _Rows(sketch.strokes)
    edges = frozenset(
        Cell(row, column) for box in sketch.boxes for row in (box.row, box.row + box.rows - 1)
        for column in range(box.column, box.column + box.columns)
    )
    ends_above = {Cell(s.stop, s.line) for s in sketch.strokes if s.axis == "v"}
    ends_below = {Cell(s.start, s.line) for s in sketch.strokes if s.axis == "v"}
    for owned in sketch.labels:
        label = owned.label
        if sum(map(str.isalnum, label.text)) < _SHORTEST_WORD:
            continue
        before, behind = rows.near(label)
        if before and behind and 1 in (before, behind) and Cell(label.row, label.column) not in edges:
            yield label, "this word touches the line it stands in; leave a blank on both sides of it"
            continue
        cells = range(label.column, label.column + label.columns) if not before and not behind else ()
        for column in cells:
            above, below = Cell(label.row - 1, column), Cell(label.row + 1, column)
            if above in ends_above and below in ends_below and not rows.covers(above) and not rows.covers(below):
                yield label, "this word interrupts the line that comes down to it; write it beside the line"
                break


def _missing_walls(grid: Grid) -> Iterator[Note]:
    """Yield a note for each row of a box in which one of its sides is missing."""
    for gap in find_gaps(grid.rows):
        yield note("missing-wall", gap.row, gap.column,
                   f"the {gap.side} wall of the box is missing here; write {gap.like} under "
                   + ("that of the row above" if gap.under == "wall" else "the corner above"))


def drawing_notes(grid: Grid, sketch: Sketch) -> Iterator[Note]:
    """Yield what there is to say of a drawing, its walls apart."""
    yield from _ends(grid, sketch)
    yield from _lone_heads(sketch)
    yield from _missing_walls(grid)
    for label, message in _cut_lines(sketch):
        yield note("label-on-stroke", label.row, label.column, message)


def wall_notes(repairs: Iterable[Repair]) -> Iterator[Note]:
    """Yield a note for each wall, edge or line that had to be moved, in the grid as it was typed."""
    for repair in repairs:
        yield note("ragged-wall", repair.row, repair.column,
                   f"this {repair.what} is out of line; move it by {repair.by:+} columns")


def tab_notes(lines: Iterable[str]) -> Iterator[Note]:
    """Yield a note for the first tab of each line; its column counts characters."""
    for row, line in enumerate(lines):
        if "\t" in line:
            yield note("tab", row, line.index("\t"), "a tab is as wide as each program likes; write spaces")


def paper_notes(sketch: Sketch) -> Iterator[Note]:
    """Yield a note for each text outside of the one frame around a receipt or a notice."""
    if sum(box.parent is None for box in sketch.boxes) != 1:
        return
    for owned in sketch.labels:
        if owned.owner is None:
            yield note("text-outside", owned.label.row, owned.label.column,
                       "this text stands outside of the frame; write it within, or in the page around the fence")
