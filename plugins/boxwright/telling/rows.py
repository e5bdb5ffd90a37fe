"""Tell which row of a table of one column a connector ends at: Sketch, cells of boxes -> {box: Column}.

    ┌─────┐            each row is one line, between rules: the arrow leads from "1", and not from the whole
    │  0  │──▶ tea
    ├─────┤            Are the rows on a par, or is the first the name of the others? Four rows or more are on a par,
    │  1  │──▶ milk    and so are three of which the first and another one have a connector of their own. Those of a
    ├─────┤            box whose walls are torn always are, and lines in them run on.
    │  2  │
    └─────┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping

from ..model import Cell, Connector, Sketch
from ..typed import Final, NamedTuple
from .cells import Cells
from .texts import run_on

_FEWEST: Final = 3                      # rows of a column; a name and what stands under it are two
_FEWEST_TORN: Final = 2                 # ... of a box with torn walls
_ON_A_PAR: Final = 4                    # so many rows without a name are likelier than with one


class Row(NamedTuple):
    """A row (an index) of a box (an index)."""

    box: int
    row: int


#: A box, a row of one, a free text, or "" for nothing: boxes may share a name, and have none.
End = int | Row | str


class Column(NamedTuple):
    """The texts of a table of one column; `rules` are the rows of the grid at which they end."""

    texts: tuple[str, ...]
    rules: tuple[int, ...]
    on_a_par: bool


def torn_boxes(sketch: Sketch) -> set[int]:
    """Return the boxes (indices) with walls that are wavy in part: these stand for any length."""
    return {box for box, stroke in sketch.dividers
            if stroke.dash == "wavy" and stroke.axis == "v" and stroke.line == sketch.boxes[box].column}


def _columns(sketch: Sketch, cells: Mapping[int, Cells], torn: Collection[int]) -> dict[int, Column]:
    """Return the tables of one column with a line in each row, or torn walls; only these are on a par yet."""
    rules: dict[int, set[int]] = {}
    for index, stroke in sketch.dividers:
        if index in cells and stroke.axis == "h":
            rules.setdefault(index, set()).add(stroke.line)
    found: dict[int, Column] = {}
    for index, lines in rules.items():
        rows, box = cells[index], sketch.boxes[index]
        inner = {line for line in lines if box.row < line < box.row + box.rows - 1}
        is_torn = index in torn
        if len(rows) == len(inner) + 1 >= (_FEWEST_TORN if is_torn else _FEWEST) and all(
                len(row) == 1 and (is_torn or len(row[0]) == 1) for row in rows):
            found[index] = Column(tuple(run_on(row[0]) for row in rows), tuple(sorted(inner)), is_torn)
    return found


def _row_at(column: Column, cell: Cell) -> int | None:
    """Return the row beside which a cell is; None at a rule."""
    return None if cell.row in column.rules else bisect_right(column.rules, cell.row)


def ends_of(c: Connector) -> tuple[End, End]:
    """Return what a connector joins."""
    source = c.source_text or "" if c.source is None else c.source
    return source, c.target_text or "" if c.target is None else c.target


def read_rows(
    sketch: Sketch, cells: Mapping[int, Cells], torn: Collection[int],
) -> tuple[dict[int, Column], list[tuple[End, End]]]:
    """Return the columns, and the ends of each connector, at rows of columns where they lie beside them.

    `cells` are those of boxes in which no others stand; of these boxes `torn` have torn walls.

    Over or under a box a connector is the whole box's, but where the rows are on a par it is that of the row there.
    """
    columns = _columns(sketch, cells, torn)
    if not columns:
        return {}, [ends_of(c) for c in sketch.connectors]

    def beside(box: int, cell: Cell) -> bool:
        return sketch.boxes[box].row < cell.row < sketch.boxes[box].row + sketch.boxes[box].rows - 1

    met: dict[int, set[int | None]] = {}
    for c in sketch.connectors:
        for box, cell in ((c.source, c.path[0]), (c.target, c.path[-1])):
            if box in columns and beside(box, cell):
                met.setdefault(box, set()).add(_row_at(columns[box], cell))
    for index, column in columns.items():
        rows = met.get(index, set()) - {None}
        if len(column.texts) >= _ON_A_PAR or 0 in rows and len(rows) > 1:
            columns[index] = column._replace(on_a_par=True)

    def read(end: End, cell: Cell) -> End:
        if not isinstance(end, int) or end not in columns:
            return end
        column = columns[end]
        row = _row_at(column, cell) if beside(end, cell) or column.on_a_par else None
        return end if row is None or row == 0 and not column.on_a_par else Row(end, row)

    return columns, [
        (read(source, c.path[0]), read(target, c.path[-1]))
        for c, (source, target) in ((c, ends_of(c)) for c in sketch.connectors)]
