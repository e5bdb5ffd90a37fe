"""Find boxes and their dividers: Strokes -> Box, ..., Divider, ...

A box is a rectangle of strokes with four true corners: no stroke runs on past them. A line from wall to
wall inside it is a divider. An edge may hold a title between two pieces of line:

    ┌─ title ─┐       corner, edge, label, edge, corner: one top edge
    ├─────────┤       wall to wall: a divider
    └─────────┘
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from ..glyphs import GLYPHS, char_class
from ..model import Box, Cell, Corners, Divider, Label, Piece, Stroke
from ..patterns import pattern
from .spans import Spans
from .walls import covers, merged

_NODE: Final = pattern(char_class("".join(
    g.char for g in GLYPHS.values() if set(g.arms) & set("EW") and set(g.arms) & set("NS")
)))
_LINE: Final = frozenset(g.char for g in GLYPHS.values() if g.arms == "EW")
_ROUND: Final = frozenset(g.char for g in GLYPHS.values() if g.round)
_WIDE: Final = frozenset(g.char for g in GLYPHS.values() if g.wide)
_MOST_TRIES: Final = 64                 # corners looked at for a box whose own corner is not a true one
_LONGEST_EDGE_LABEL: Final = 60         # cells; a longer text between two lines is a sentence, not a title


class Ink(NamedTuple):
    """The strokes of a grid, by axis, with the edges that hold a label joined into one span."""

    rows: tuple[str, ...]
    h: Spans
    v: Spans
    joined: Spans                       # the "h" strokes, joined across labels
    columns: tuple[str, ...]

    def node(self, row: int, column: int) -> str:
        """Return the sides on which strokes leave a cell where an "h" and a "v" stroke meet, or ""."""
        h, v = self.joined.at(row, column), self.v.at(column, row)
        if h is None or v is None or not _NODE.match(self.rows[row][column]):
            return ""
        return "".join(
            side for side, is_linked in (
                ("N", v.start < row), ("E", column < h.stop), ("S", row < v.stop), ("W", h.start < column),
            ) if is_linked
        )


def _joined(strokes: list[Stroke], labels: Iterable[Label], rows: tuple[str, ...]) -> Iterator[Stroke]:
    """Yield "h" strokes, two of them made one where exactly one label stands between plain line ends."""
    starts = {(label.row, label.column): label for label in labels}
    last: Stroke | None = None
    for stroke in strokes:
        if last is not None and last.line == stroke.line:
            row, gap = rows[stroke.line], stroke.start - last.stop - 1
            label = starts.get((stroke.line, last.stop + 1)) or starts.get((stroke.line, last.stop + 2))
            if (
                label is not None
                and 0 <= stroke.start - (label.column + label.columns) <= 1
                and gap <= _LONGEST_EDGE_LABEL
                and row[last.stop] in _LINE
                and row[stroke.start] in _LINE
            ):
                last = last._replace(stop=stroke.stop)
                continue
        if last is not None:
            yield last
        last = stroke
    if last is not None:
        yield last


def lay_ink(
    rows: tuple[str, ...], h: Spans, v: Spans, strokes: Iterable[Stroke], labels: Iterable[Label],
) -> Ink:
    """Return the strokes of `rows`, ready to be asked about."""
    joined = Spans(_joined([s for s in strokes if s.axis == "h"], labels, rows))
    return Ink(rows, h, v, joined, tuple(map("".join, zip(*rows, strict=True))))


def _nodes(ink: Ink) -> Iterator[tuple[Cell, str]]:
    for row in sorted(ink.joined.by_line):
        for stroke in ink.joined.by_line[row]:
            for match in _NODE.finditer(ink.rows[row], stroke.start, stroke.stop + 1):
                if sides := ink.node(row, match.start()):
                    yield Cell(row, match.start()), sides


_TRUE_CORNERS: Final = ("ES", "SW", "NE", "NW")     # top left, top right, bottom left, bottom right


def _closings(ink: Ink, nodes: dict[Cell, str], at: Cell, *, exact: bool) -> Iterator[tuple[Cell, Cell]]:
    """Yield (top left, bottom right) of the rectangles whose top left corner is `at`, smallest first."""
    def fits(cell: Cell, corner: str) -> bool:
        sides = nodes.get(cell, "")
        return sides == corner if exact else set(corner) <= set(sides)

    top, side = ink.joined.at(at.row, at.column), ink.v.at(at.column, at.row)
    if top is None or side is None or not fits(at, _TRUE_CORNERS[0]):
        return
    most = None if exact else _MOST_TRIES
    row, column = ink.rows[at.row], ink.columns[at.column]
    rights = [                          # looked for one by one: the first is often the one
        m.start() for m in islice(_NODE.finditer(row, at.column + 1, top.stop + 1), most)
        if fits(Cell(at.row, m.start()), _TRUE_CORNERS[1])
    ]
    if not rights:
        return
    bottoms = [
        m.start() for m in islice(_NODE.finditer(column, at.row + 1, side.stop + 1), most)
        if fits(Cell(m.start(), at.column), _TRUE_CORNERS[2])
    ]
    for right in rights:
        wall = ink.v.at(right, at.row)
        for bottom in bottoms:
            edge = ink.joined.at(bottom, at.column)
            if wall and edge and wall.stop >= bottom and edge.stop >= right \
                    and fits(Cell(bottom, right), _TRUE_CORNERS[3]):
                yield at, Cell(bottom, right)


def _edges(ink: Ink, at: Cell, to: Cell) -> tuple[Stroke, ...]:
    """Return the strokes of the four edges: top, bottom, left, right."""
    found = (
        ink.joined.at(at.row, at.column), ink.joined.at(to.row, at.column),
        ink.v.at(at.column, at.row), ink.v.at(to.column, at.row),
    )
    return tuple(stroke for stroke in found if stroke is not None)


def _part(stroke: Stroke, first: int, last: int) -> Iterator[Stroke]:
    """Yield the parts of a stroke from `first` to `last`, one for each look."""
    for piece in stroke.pieces or (Piece(stroke.start, stroke.stop, stroke.weight, stroke.dash),):
        if piece.start < last and piece.stop > first:
            yield stroke._replace(start=max(piece.start, first), stop=min(piece.stop, last), weight=piece.weight,
                                  dash=piece.dash, pieces=())


def _make_box(ink: Ink, at: Cell, to: Cell) -> Box:
    edges = _edges(ink, at, to)
    top, side = edges[0], edges[2]
    char = ink.rows[at.row][at.column]
    corners: Corners = "wide" if char in _WIDE else "round" if char in _ROUND else "square"
    look = {(e.weight, e.dash) for e in edges}
    mixed = len(look) > 1 or any(e.pieces for e in edges) and _is_mixed(edges, at, to)
    dash = top.dash if top.dash == side.dash or not mixed else "solid"
    weight = top.weight if top.weight == side.weight or not mixed else "light"
    return Box(at.row, at.column, to.row - at.row + 1, to.column - at.column + 1, weight, dash, corners, mixed=mixed)


def _is_mixed(edges: tuple[Stroke, ...], at: Cell, to: Cell) -> bool:
    spans = ((at.column, to.column),) * 2 + ((at.row, to.row),) * 2
    return len({(p.weight, p.dash) for e, span in zip(edges, spans, strict=True) for p in _part(e, *span)}) > 1


def _dividers(ink: Ink, index: int, box: Box) -> Iterator[Divider]:
    """Yield the lines of `box` from wall to wall; then those from wall or divider to divider."""
    bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
    rules = {"h": {box.row, bottom}, "v": {box.column, right}}
    if box.mixed:
        at, to = Cell(box.row, box.column), Cell(bottom, right)
        for edge, span in zip(_edges(ink, at, to), ((box.column, right),) * 2 + ((box.row, bottom),) * 2, strict=True):
            yield from (Divider(index, part) for part in _part(edge, *span))
    for _ in range(2):                  # a piece may hang on another; deeper nests are not drawn
        for axis, spans, lines, (first, last) in (
            ("h", ink.joined, range(box.row + 1, bottom), (box.column, right)),
            ("v", ink.v, range(box.column + 1, right), (box.row, bottom)),
        ):
            across = rules["v" if axis == "h" else "h"]
            for line in lines:
                if line in rules[axis]:
                    continue
                for stroke in spans.between(line, first, last):
                    if stroke.stop - stroke.start < 2:
                        continue
                    ends = [p for p in sorted(across) if first <= p <= last and stroke.start <= p <= stroke.stop]
                    if len(ends) >= 2 and all(_is_tee(ink, axis, line, p) for p in (ends[0], ends[-1])):
                        rules[axis].add(line)
                        yield from (Divider(index, part) for part in _part(stroke, ends[0], ends[-1]))


def _is_tee(ink: Ink, axis: str, line: int, position: int) -> bool:
    return bool(ink.node(line, position) if axis == "h" else ink.node(position, line))


def _nested(boxes: list[Box]) -> list[Box]:
    """Return `boxes`, each with the smallest box around it as parent, and its depth."""
    found: list[Box] = []
    active: list[int] = []
    containers = set()
    for box in boxes:                   # in reading order, so a box comes after the one around it
        active = [i for i in active if found[i].row + found[i].rows > box.row]
        around = [
            i for i in active
            if found[i].row < box.row and found[i].column < box.column
            and found[i].row + found[i].rows > box.row + box.rows
            and found[i].column + found[i].columns > box.column + box.columns
        ]
        parent = min(around, key=lambda i: found[i].rows * found[i].columns, default=None)
        if parent is not None:
            containers.add(parent)
        depth = 0 if parent is None else found[parent].depth + 1
        active.append(len(found))
        found.append(box._replace(parent=parent, depth=depth))
    return [box._replace(container=i in containers) for i, box in enumerate(found)]


def find_boxes(ink: Ink) -> tuple[tuple[Box, ...], tuple[Divider, ...]]:
    """Return boxes in reading order, nested, and their dividers."""
    nodes = dict(_nodes(ink))
    corners = [cell for cell, sides in nodes.items() if set("ES") <= set(sides)]
    rectangles: dict[Cell, Cell] = {}
    for cell in corners:
        for at, to in _closings(ink, nodes, cell, exact=True):
            rectangles.setdefault(at, to)
    inked = _Perimeters(ink, rectangles.items())
    for cell in corners:                # a connector may run into a corner; but a cell of a table is no box
        if cell not in rectangles and not inked.covers(cell):
            for at, to in _closings(ink, nodes, cell, exact=False):
                rectangles[at] = to
                inked.add(at, to)
                break
    boxes = _nested([_make_box(ink, at, to) for at, to in sorted(rectangles.items())])
    dividers = [d for i, box in enumerate(boxes) for d in _dividers(ink, i, box)]
    return tuple(boxes), tuple(dividers)


class _Perimeters:
    """The edges of rectangles, and the lines that hang on them inside."""

    def __init__(self, ink: Ink, rectangles: Iterable[tuple[Cell, Cell]]) -> None:
        self._ink = ink
        self._found: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for at, to in rectangles:
            self.add(at, to)
        self._found = {line: merged(intervals) for line, intervals in self._found.items()}

    def add(self, at: Cell, to: Cell) -> None:
        for line, interval in ((("h", at.row), (at.column, to.column)), (("h", to.row), (at.column, to.column)),
                               (("v", at.column), (at.row, to.row)), (("v", to.column), (at.row, to.row))):
            intervals = self._found.setdefault(line, [])
            index = bisect_right(intervals, interval)
            intervals.insert(index, interval)
            if index and intervals[index - 1][1] >= interval[0] or \
                    index + 1 < len(intervals) and intervals[index + 1][0] <= interval[1]:
                intervals[:] = merged(intervals)

    def _is_on(self, row: int, column: int) -> bool:
        return covers(self._found.get(("h", row), ()), column) or covers(self._found.get(("v", column), ()), row)

    def covers(self, cell: Cell) -> bool:
        """Tell whether a corner is a cell of a table: it stands on an edge, or a line through it ends on one."""
        if self._is_on(*cell):
            return True
        h, v = self._ink.joined.at(cell.row, cell.column), self._ink.v.at(cell.column, cell.row)
        return bool(
            h and (self._is_on(cell.row, h.start) or self._is_on(cell.row, h.stop))
            or v and (self._is_on(v.start, cell.column) or self._is_on(v.stop, cell.column))
        )
