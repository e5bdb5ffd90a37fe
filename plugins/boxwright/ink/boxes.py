"""Find boxes and their dividers: Strokes -> Box, ..., Divider, ...

A box is a rectangle of strokes with four true corners: no stroke runs on past them. A line from wall to
wall inside it is a divider. An edge may hold a title between two pieces of line:

    ┌─ title ─┐       corner, edge, label, edge, corner: one top edge
    ├─────────┤       wall to wall: a divider
    └─────────┘
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from ..glyphs import GLYPHS, HOP_LEFT, HOP_RIGHT, LEVEL, LID, UPRIGHT, UPRIGHT_BARS, char_class, those
from ..model import Box, Cell, Corners, Divider, Label, Piece, Stroke, Style
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .nesting import nested
from .shy import MARKS
from .spans import Spans

#: What can be a corner or a tee of a box: not a terminal, nor a hop.
_NODE: Final = pattern(char_class("".join(
    g.char for g in GLYPHS.values()
    if set(g.arms) & set("EW") and set(g.arms) & set("NS") and not g.mark and g.char not in (HOP_LEFT, HOP_RIGHT)
)))
_ROUND: Final = frozenset(those(lambda g: g.round))
_WIDE: Final = frozenset(those(lambda g: g.wide))
_MOST_TRIES: Final = 64                 # corners looked at for a box whose own corner is not a true one
_ENDLESS: Final = 1 << 60
_MOST_SHARED: Final = 3                 # edges on one line that may have a cell in common
_ASIDE: Final = 4                       # half-cells from the middle of a text to the upright line that it interrupts
_MOST_PADDED: Final = 2                 # blanks between a label and its line
_LONGEST_EDGE_LABEL: Final = 60         # cells; a longer text between two lines is a sentence, not a title


class Node(NamedTuple):
    """A cell where an "h" and a "v" stroke meet, and the sides on which they leave it."""

    sides: str
    h: Stroke
    v: Stroke


class Ink(NamedTuple):
    """The strokes of a grid, by axis, with the edges that hold a label joined into one span."""

    rows: tuple[str, ...]
    h: Spans
    v: Spans
    joined: Spans                       # the "h" strokes, joined across labels
    columns: tuple[str, ...]
    nodes: Mapping[tuple[int, int], Node]


#: Which sides of a node are linked: north, east, south, west as bits.
_SIDES: Final = tuple("".join(side for bit, side in enumerate("NESW") if mask >> bit & 1) for mask in range(16))


_CROSSING: Final = "NESW"


def _nodes(rows: Sequence[str], h: Spans, v: Spans) -> dict[tuple[int, int], Node]:
    find, upright = _NODE.finditer, v.at
    found: dict[tuple[int, int], Node] = {}
    for row in sorted(h.by_line):
        text = rows[row]
        for stroke in h.by_line[row]:
            start, stop = stroke.start, stroke.stop
            for match in find(text, start, stop + 1):
                column = match.start()
                wall = upright(column, row)
                if wall is not None:
                    mask = (wall.start < row) | (column < stop) << 1 | (row < wall.stop) << 2 | (start < column) << 3
                    if mask:
                        found[row, column] = Node(_SIDES[mask], stroke, wall)
    return found


def _joined(strokes: Iterable[Stroke], labels: Iterable[Label], rows: tuple[str, ...]) -> Iterator[Stroke]:
    """Yield "h" strokes, two of them made one where exactly one label stands between plain line ends."""
    starts = {(label.row, label.column): label for label in labels}
    last: Stroke | None = None
    for stroke in strokes:
        if last is not None and last.line == stroke.line:
            row, stop = rows[stroke.line], last.stop
            line, gap = stroke.line, stroke.start - stop - 1
            if gap <= _LONGEST_EDGE_LABEL and row[stop] in LEVEL and row[stroke.start] in LEVEL:
                label = starts.get((line, stop + 1)) or starts.get((line, stop + 2)) or starts.get((line, stop + 3))
                if (
                    label is not None
                    and 0 <= stroke.start - label.column - label.columns <= _MOST_PADDED
                    and gap - label.columns < 2 * _MOST_PADDED          # of two blanks, only those on one side
                    and len(row[stop + 1 : stroke.start].strip(" ")) == label.columns
                ):
                    last = _one_of(last, stroke)
                    continue
        if last is not None:
            yield last
        last = stroke
    if last is not None:
        yield last


def _one_of(first: Stroke, second: Stroke) -> Stroke:
    """Return two strokes of a line as one, which looks on each side of what stands between them as it was drawn.

    The look changes under it: ──[lock]════
    """
    if (first.weight, first.dash, first.pieces) == (second.weight, second.dash, second.pieces):
        return first._replace(stop=second.stop)
    one, two = (s.pieces or (Piece(s.start, s.stop, s.weight, s.dash),) for s in (first, second))
    seam = (first.stop + second.start) // 2
    return first._replace(stop=second.stop, pieces=(
        *one[:-1], one[-1]._replace(stop=seam), two[0]._replace(start=seam), *two[1:]))


def _through_words(v: Spans, labels: Iterable[Label], columns: Sequence[str]) -> Spans:
    """Return upright strokes, those made one between which one label stands in the line of an arrow.

         │           │
        yes      ────X    the label's middle lies on the line, and a head is at one of its ends, or it is an x at
         ▼           │    which a message is lost
    """
    parted = {
        (line, above.stop + 1) for line, strokes in v.by_line.items() for above, below in pairwise(strokes)
        if below.start - above.stop == 2 and (
            _is_arrow_in_parts(columns[line], above, below) or _is_lost(columns, line, above, below))
    }
    worded = {
        (line, label.row) for label in (labels if parted else ())
        for line in range(label.column, label.column + label.columns)
        if (line, label.row) in parted and abs(2 * label.column + label.columns - 2 * line - 1) <= _ASIDE
    }
    if not worded:
        return v
    joined: list[Stroke] = []
    for line, strokes in v.by_line.items():
        last = strokes[0]
        for stroke in strokes[1:]:
            if (line, last.stop + 1) in worded:
                last = last._replace(stop=stroke.stop)
            else:
                joined.append(last)
                last = stroke
        joined.append(last)
    return Spans(joined)


def _is_lost(columns: Sequence[str], line: int, above: Stroke, below: Stroke) -> bool:
    """Tell whether an x between two strokes ends a level line."""
    at, column = above.stop + 1, columns[line]
    return column[at] in "xX" and {column[above.stop], column[below.start]} <= UPRIGHT and any(
        columns[x][at] in LEVEL for x in (line - 1, line + 1) if 0 <= x < len(columns))


def _is_arrow_in_parts(column: str, above: Stroke, below: Stroke) -> bool:
    """Tell whether two strokes are plain towards each other, and a head is at the other end of one."""
    ends = column[above.stop], column[below.start]
    is_plain = all(end in UPRIGHT or GLYPHS[end].head == head for end, head in zip(ends, ("N", "S"), strict=True))
    return is_plain and (GLYPHS[column[below.stop]].head == "S" or GLYPHS[column[above.start]].head == "N")


def lay_ink(
    rows: tuple[str, ...], columns: tuple[str, ...], h: Spans, v: Spans, labels: Iterable[Label],
) -> Ink:
    """Return the level and upright strokes of `rows`, ready to be asked about."""
    joined, v = Spans(_joined(h, labels, rows)), _through_words(v, labels, columns)
    return Ink(rows, h, v, joined, columns, _nodes(rows, joined, v))


def crossings(ink: Ink) -> Iterator[Cell]:
    """Yield the cells where two lines cross."""
    return (Cell(*cell) for cell, node in ink.nodes.items() if len(node.sides) == len(_CROSSING))


_Corners = tuple[Cell, Cell]            # top left, bottom right


def _closed(ink: Ink, at: tuple[int, int], node: Node) -> _Corners | None:
    """Return the rectangle with four true corners whose top left one is at `at`: nothing runs on past them."""
    nodes, (row, column), right, bottom = ink.nodes, at, node.h.stop, node.v.stop
    east, south, far = nodes.get((row, right)), nodes.get((bottom, column)), nodes.get((bottom, right))
    if east is None or south is None or far is None or (east.sides, south.sides, far.sides) != ("SW", "NE", "NW"):
        return None
    return (Cell(row, column), Cell(bottom, right)) if far.v is east.v and far.h is south.h else None


def _crossed(ink: Ink, at: tuple[int, int], node: Node) -> _Corners | None:
    """Return the rectangle whose top left corner is at `at`, where lines may run on past its corners.

    One line may run on there; where two cross, neither is an edge that ends. Of several rectangles it is that past
    whose corners the fewest lines run on, and of those the smallest:

        +---+---+
        | a | b |      the whole, whose lower corners are tees, and not the cell a
        +---+---+
        |<- 2 ->|
    """
    nodes, (row, column) = ink.nodes, at
    if len(node.sides) == len(_CROSSING):
        return None
    rights = [
        m.start() for m in islice(_NODE.finditer(ink.rows[row], column + 1, node.h.stop + 1), _MOST_TRIES)
        if _is_corner(nodes.get((row, m.start())), "SW")
    ]
    bottoms = [
        m.start() for m in islice(_NODE.finditer(ink.columns[column], row + 1, node.v.stop + 1), _MOST_TRIES)
        if _is_corner(nodes.get((m.start(), column)), "NE")
    ]
    best, least = None, 4
    for right in rights:
        wall = nodes[row, right].v
        for bottom in bottoms:
            far = nodes.get((bottom, right))
            if wall.stop >= bottom and nodes[bottom, column].h.stop >= right and far and _is_corner(far, "NW"):
                over = sum(len(corner.sides) - 2 for corner in (nodes[row, right], nodes[bottom, column], far))
                if over < least:
                    best, least = (Cell(row, column), Cell(bottom, right)), over
    return best


def _is_corner(node: Node | None, sides: str) -> bool:
    """Tell whether lines leave a node on two `sides`, and one of them ends there."""
    return node is not None and node.sides != _CROSSING and sides[0] in node.sides and sides[1] in node.sides


def _is_loop(ink: Ink, at: Cell, to: Cell) -> bool:
    """Tell whether a rectangle is lines that part and meet again, and no box: words or terminals are in all of its
    lines along the row, nothing else is in it, and lines come to it from both sides.

             ┌── W1 ──┐            ●──┬──●──┬──● main
        LB ──┼── W2 ──┼── DB          ╰──●──╯
             └── W3 ──┘
    """
    rows, (left, right) = ink.rows, (at.column, to.column)
    first = rows[at.row + 1][left + 1 : right]          # asked first: most boxes hold a text there
    if to.row > at.row + 1 and first[:1] not in LEVEL and not first.isspace():
        return False
    if not (_is_broken(ink, at.row, left, right) and _is_broken(ink, to.row, left, right)):
        return False
    for row in range(at.row + 1, to.row):
        if not rows[row][left + 1 : right].isspace() and not _is_broken(ink, row, left, right):
            return False
    inner = range(at.row, to.row + 1)
    return any("W" in _sides(ink, row, left) for row in inner) and any("E" in _sides(ink, row, right) for row in inner)


def _is_broken(ink: Ink, row: int, left: int, right: int) -> bool:
    """Tell whether a line leads along the row from one column to another, with words or terminals in it."""
    piece = ink.h.at(row, left)
    if piece is None:
        return False
    if piece.stop >= right:
        return not MARKS.isdisjoint(ink.rows[row][left + 1 : right])
    line = ink.joined.at(row, left)
    return line is not None and line.stop >= right


def _sides(ink: Ink, row: int, column: int) -> str:
    node = ink.nodes.get((row, column))
    return "" if node is None else node.sides


def _edges(ink: Ink, at: Cell, to: Cell) -> tuple[Stroke, ...]:
    """Return the strokes of the four edges: top, bottom, left, right."""
    first, last = ink.nodes[at], ink.nodes[to]
    return first.h, last.h, first.v, last.v


def _part(stroke: Stroke, first: int, last: int) -> Iterator[Stroke]:
    """Yield the parts of a stroke from `first` to `last`, one for each look."""
    for piece in stroke.pieces or (Piece(stroke.start, stroke.stop, stroke.weight, stroke.dash),):
        if piece.start < last and piece.stop > first:
            yield stroke._replace(start=max(piece.start, first), stop=min(piece.stop, last), weight=piece.weight,
                                  dash=piece.dash, pieces=())


def _make_box(ink: Ink, at: Cell, to: Cell) -> Box:
    edges = _edges(ink, at, to)
    top, side = edges[0], edges[2]
    if _is_dashed(ink, at, to):
        edges = tuple(edge._replace(weight="light", dash="dashed", pieces=()) for edge in edges)
        top, side = edges[0], edges[2]
    char = ink.rows[at.row][at.column]
    if char == LID:
        return Box(at.row, at.column, to.row - at.row + 1, to.column - at.column + 1, top.weight, top.dash, "round",
                   style=Style(shape="storage"))
    corners: Corners = "wide" if char in _WIDE else "round" if char in _ROUND else "square"
    look = {(e.weight, e.dash) for e in edges}
    mixed = len(look) > 1 or any(e.pieces for e in edges) and _is_mixed(edges, at, to)
    dash = top.dash if top.dash == side.dash or not mixed else "solid"
    weight = top.weight if top.weight == side.weight or not mixed else "light"
    return Box(at.row, at.column, to.row - at.row + 1, to.column - at.column + 1, weight, dash, corners, mixed=mixed)


def _is_dashed(ink: Ink, at: Cell, to: Cell) -> bool:
    """Tell whether a box that was typed is dashed all round, as ditaa has it: by a mark in one of its edges.

        +---=---+    +-----+    +=====+    |     |    ~     ~     not where a box is torn in two places of a row:
        |       |    |     :    :     :    :     :    +-----+     then it is only said that there is more of it;
        +-------+    +-----+    +=====+    |     |    :     :     nor where it is but one of several fields
    """
    lids = [ink.rows[row][at.column + 1 : to.column] for row in (at.row, to.row)]
    left, right = (ink.columns[column][at.row + 1 : to.row] for column in (at.column, to.column))
    if any("~" in lid for lid in lids):
        return False
    if any(lid.count("=") == 1 and "-" in lid for lid in lids):
        return True
    if "+" in left and "+" in right and not UPRIGHT_BARS.isdisjoint(left + right):
        return False
    return ":" in left + right and (left != right or "|" not in left)


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
    yield from _walled(ink, index, box, rules)
    if len(rules["h"]) + len(rules["v"]) > 4:
        yield from _hanging(ink, index, box, rules)


def _walled(ink: Ink, index: int, box: Box, rules: dict[str, set[int]]) -> Iterator[Divider]:
    """Yield the lines of `box` from wall to wall; note them in `rules`."""
    nodes, bottom, right = ink.nodes, box.row + box.rows - 1, box.column + box.columns - 1
    for match in _NODE.finditer(ink.columns[box.column], box.row + 1, bottom):
        row = match.start()
        node = nodes.get((row, box.column))
        if node and "E" in node.sides and node.h.stop >= right and (row, right) in nodes:
            rules["h"].add(row)
            yield from (Divider(index, part) for part in _part(node.h, box.column, right))
    for match in _NODE.finditer(ink.rows[box.row], box.column + 1, right):
        column = match.start()
        node = nodes.get((box.row, column))
        if node and "S" in node.sides and node.v.stop >= bottom and (bottom, column) in nodes:
            rules["v"].add(column)
            yield from (Divider(index, part) for part in _part(node.v, box.row, bottom))


def _hanging(ink: Ink, index: int, box: Box, rules: dict[str, set[int]]) -> Iterator[Divider]:
    """Yield the lines of `box` from wall or divider to divider; one may hang on another, deeper nests are not drawn."""
    bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
    for _ in range(2):
        for axis, spans, lines, (first, last) in (
            ("h", ink.joined, range(box.row + 1, bottom), (box.column, right)),
            ("v", ink.v, range(box.column + 1, right), (box.row, bottom)),
        ):
            across = sorted(rules["v" if axis == "h" else "h"])
            for line in lines:
                if line in rules[axis]:
                    continue
                for stroke in spans.between(line, first, last):
                    low = bisect_left(across, max(first, stroke.start))
                    high = bisect_right(across, min(last, stroke.stop)) - 1
                    if low < high and all(_is_tee(ink, axis, line, across[k]) for k in (low, high)):
                        rules[axis].add(line)
                        yield from (Divider(index, part) for part in _part(stroke, across[low], across[high]))


def _is_tee(ink: Ink, axis: str, line: int, position: int) -> bool:
    return ((line, position) if axis == "h" else (position, line)) in ink.nodes


def find_boxes(ink: Ink) -> tuple[tuple[Box, ...], tuple[Divider, ...]]:
    """Return boxes in reading order, nested, and their dividers."""
    corners = [(cell, node) for cell, node in ink.nodes.items() if "E" in node.sides and "S" in node.sides]
    rectangles: dict[tuple[int, int], _Corners] = {}
    for cell, node in corners:
        if node.sides == "ES" and (found := _closed(ink, cell, node)) and not _is_loop(ink, *found):
            rectangles[cell] = found
    inked = _Perimeters(rectangles.values())
    for cell, node in corners:          # a connector may run into a corner; but a cell of a table is no box
        if cell not in rectangles and not inked.covers(cell, node) and (found := _crossed(ink, cell, node)):
            at, to = found
            if not any(inked.is_at(*corner) for corner in ((at.row, to.column), (to.row, at.column), to)) \
                    and not _is_loop(ink, at, to):
                rectangles[cell] = found
                inked.add(at, to)
    boxes = nested([_make_box(ink, at, to) for at, to in sorted(rectangles.values())])
    dividers = [d for i, box in enumerate(boxes) for d in _dividers(ink, i, box)]
    return tuple(boxes), tuple(dividers)


class _Perimeters:
    """The edges of rectangles, by side and line: their first and last cells, and the line of the opposite side."""

    def __init__(self, rectangles: Iterable[_Corners]) -> None:
        self._found: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
        for at, to in rectangles:
            self.add(at, to)

    def add(self, at: Cell, to: Cell) -> None:
        across, down = (at.column, to.column), (at.row, to.row)
        for side, line, ends, far in (("N", at.row, across, to.row), ("S", to.row, across, at.row),
                                      ("W", at.column, down, to.column), ("E", to.column, down, at.column)):
            insort(self._found.setdefault((side, line), []), (*ends, far))

    def _is_on(self, side: str, line: int, position: int, far: int | None = None) -> bool:
        """Tell whether a place on a line is on the side of a rectangle, which goes on as far as `far` (if asked)."""
        edges = self._found.get((side, line))
        if edges is None:
            return False
        last = bisect_right(edges, (position, _ENDLESS))
        for _, stop, end in edges[max(last - _MOST_SHARED, 0) : last]:
            if position <= stop and (far is None or (end >= far if side in "NW" else end <= far)):
                return True
        return False

    def is_at(self, row: int, column: int) -> bool:
        """Tell whether a cell is on an edge."""
        on = self._is_on
        return on("N", row, column) or on("S", row, column) or on("W", column, row) or on("E", column, row)

    def covers(self, cell: tuple[int, int], node: Node) -> bool:
        """Tell whether a corner is a cell of a table: it stands on an edge, or a line through it ends inside on one.

            +---+---+
            | a | b |
            +-+-+---+
              |             a line that comes from outside leads to another box
              +---+---+
              | c | d |
        """
        (row, column), on = cell, self._is_on
        return (
            self.is_at(row, column)
            or on("W", node.h.start, row, column) or on("E", node.h.stop, row, column)
            or on("N", node.v.start, column, row) or on("S", node.v.stop, column, row)
            or on("N", row, node.h.start) or on("N", row, node.h.stop)
            or on("S", row, node.h.start) or on("S", row, node.h.stop)
            or on("W", column, node.v.start) or on("W", column, node.v.stop)
            or on("E", column, node.v.start) or on("E", column, node.v.stop)
        )
