"""See the whole: Grid -> Sketch. The parts come from `strokes`, `labels`, `boxes`, `wires` and `ends`.

Each label gets an owner (the innermost box around it) or names a connector:

    ┌──────────┐   reads
    │ api      ├──────────►  etcd       "api" is the box's, "reads" the connector's, "etcd" stands free
    └──────────┘
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..model import Box, Cell, Divider, Grid, Label, Note, OwnedLabel, Sketch, Stroke, Wire
from .boxes import find_boxes, lay_ink
from .ends import End, Surroundings, attach, connect, heads_of
from .labels import find_labels
from .strokes import trace_strokes
from .wires import trace_wires, walls

_NEAR_ROWS: Final = 1                   # a label beside a connector is in the next row at most ...
_NEAR_COLUMNS: Final = 2                # ... or this many columns away in the same row


class _Innermost:
    """Answers which box a cell is in; boxes come in reading order, an inner one after the one around it."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._by_row: dict[int, list[int]] = {}
        for index, box in enumerate(boxes):
            for row in range(box.row, box.row + box.rows):
                self._by_row.setdefault(row, []).append(index)

    def at(self, row: int, column: int) -> int | None:
        around = [
            i for i in self._by_row.get(row, ())
            if self._boxes[i].column <= column < self._boxes[i].column + self._boxes[i].columns
        ]
        return max(around, key=lambda i: self._boxes[i].depth, default=None)


def _named(
    labels: Sequence[Label], owners: Sequence[int | None], wires: Sequence[tuple[Wire, End, End]], boxes: Sequence[Box],
) -> dict[int, int]:
    """Return which wire each label names: {label: wire}, the nearest wire that it stands in or beside.

    A label in a box that holds nothing else is the box's own; one that a wire points at is the wire's end.
    """
    targets = {end.text for _, start, stop in wires for end in (start, stop) if end.text}
    by_row: dict[int, list[int]] = {}
    for index, label in enumerate(labels):
        owner = owners[index]
        if label.text not in targets and (owner is None or boxes[owner].container):
            by_row.setdefault(label.row, []).append(index)
    best: dict[int, tuple[int, int]] = {}
    for number, (wire, start, stop) in enumerate(wires):
        if start.box is None and start.text is None and stop.box is None and stop.text is None:
            continue
        for a, b in zip(wire.path, wire.path[1:], strict=False):
            (top, bottom), (first, last) = sorted((a.row, b.row)), sorted((a.column, b.column))
            is_upright = top != bottom
            near_rows, near_columns = (0, _NEAR_COLUMNS) if is_upright else (_NEAR_ROWS, 0)
            for row in range(top - near_rows, bottom + near_rows + 1):
                for index in by_row.get(row, ()):
                    label = labels[index]
                    columns = max(first - (label.column + label.columns - 1), label.column - last, 0)
                    if columns <= near_columns:
                        distance = columns + max(top - row, row - bottom, 0)
                        best[index] = min(best.get(index, (distance, number)), (distance, number))
    return {index: number for index, (_, number) in best.items()}


def _as_rule(wire: Wire, start: End, stop: End, boxes: Sequence[Box], rows: tuple[str, ...]) -> Divider | None:
    """Return a line that lies inside a box and points at its walls with both ends: a rule, not a connector.

    Hyphens in a box that is not drawn with hyphens are a dashed rule.
    """
    if start.box is None or start.box != stop.box or start.arrow or stop.arrow or len(wire.path) != 2:
        return None
    (ay, ax), (by, bx) = wire.path
    box = boxes[start.box]
    if not (box.row < ay <= by < box.row + box.rows - 1 and box.column < ax <= bx < box.column + box.columns - 1):
        return None
    is_typed = rows[ay][ax].isascii() and not rows[box.row][box.column].isascii()
    across = ay == by
    stroke = Stroke("h" if across else "v", *((ay, ax, bx) if across else (ax, ay, by)), wire.weight, wire.dash)
    return Divider(start.box, stroke._replace(dash="dashed") if is_typed else stroke)


def _open_ends(wires: Sequence[tuple[Wire, End, End]], joints: Mapping[Cell, int]) -> Iterable[Note]:
    for _, start, stop in wires:
        for end, other in ((start, stop), (stop, start)):
            is_loose = end.box is None and end.text is None and joints.get(end.cell, 0) < 2
            if is_loose and (other.box is not None or end.arrow):
                yield Note(
                    "info", "open-end", end.cell.row, end.cell.column,
                    "this line ends at nothing; let it run on until it touches a box",
                )


def sketch(grid: Grid) -> tuple[tuple[Stroke, ...], tuple[Label, ...], Sketch]:
    """Return the strokes and labels of `grid`, and the sketch made of them."""
    strokes = trace_strokes(grid.rows)
    labels = tuple(find_labels(grid, strokes))
    ink = lay_ink(grid.rows, strokes, labels)
    boxes, dividers = find_boxes(ink)
    by_row: dict[int, list[Label]] = {}
    for label in labels:
        by_row.setdefault(label.row, []).append(label)
    world = Surroundings(grid.rows, boxes, walls(boxes), by_row)
    wires = [attach(wire, world) for wire in trace_wires(ink, boxes, dividers)]
    rules = [_as_rule(*parts, boxes, grid.rows) for parts in wires]
    wires = [parts for parts, rule in zip(wires, rules, strict=True) if rule is None]
    dividers = (*dividers, *(rule for rule in rules if rule is not None))
    inside = _Innermost(boxes)
    owners = [inside.at(label.row, label.column) for label in labels]
    names = _named(labels, owners, wires, boxes)
    by_wire: dict[int, list[str]] = {}
    for index, number in names.items():
        by_wire.setdefault(number, []).append(labels[index].text)
    joints: dict[Cell, int] = {}
    for wire, _, _ in wires:
        for cell in (wire.path[0], wire.path[-1]):
            joints[cell] = joints.get(cell, 0) + 1
    return strokes, labels, Sketch(
        rows=len(grid.rows), columns=grid.columns, strokes=strokes, boxes=boxes, dividers=dividers,
        wires=tuple(wire for wire, _, _ in wires), heads=tuple(heads_of([wire for wire, _, _ in wires])),
        connectors=tuple(connect(wires, {number: "\n".join(texts) for number, texts in by_wire.items()})),
        labels=tuple(OwnedLabel(label, owners[i], names.get(i)) for i, label in enumerate(labels)),
        notes=tuple(_open_ends(wires, joints)),
    )
