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

from ..glyphs import AMID, GLYPHS, HOP_LEFT, HOP_RIGHT, LEVEL, LID, UPRIGHT, UPRIGHT_BARS, char_class, those
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
_LOOK: Final = slice(4, None)           # of the fields of a stroke: how it is drawn
_MOST_SHARED: Final = 3                 # edges on one line that may have a cell in common
_ASIDE: Final = 4                       # half-cells from the middle of a text to the upright line that it interrupts
_MOST_PADDED: Final = 2                 # blanks between a label and its line ...
_MOST_IN_EDGE: Final = 8                # ... which is an edge from corner to corner
#: What such an edge begins and ends with.
_TURNS: Final = frozenset(those(lambda g: len(g.arms) > 1 and not set("EW") <= set(g.arms)) + "+.,'`")
_AMID: Final = (("E", AMID["E"]), ("W", AMID["W"]))        # heads amid level lines
_LONGEST_EDGE_LABEL: Final = 60         # cells; a longer text between two lines is a sentence, not a title


#: Of a cell where an "h" and a "v" stroke meet: the sides on which they leave it, and the two.
Node = tuple[str, Stroke, Stroke]


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
#: Those of what may be the first corner of a box.
_FIRST: Final = frozenset(sides for sides in _SIDES if "E" in sides and "S" in sides)


def _nodes(rows: Sequence[str], h: Spans, v: Spans) -> dict[tuple[int, int], Node]:
    find, found = _NODE.finditer, dict[tuple[int, int], Node]()
    ahead = {column: strokes[::-1] for column, strokes in v.by_line.items()}        # those that end above are taken off
    for row in sorted(h.by_line):
        text = rows[row]
        for stroke in h.by_line[row]:
            start, stop = stroke.start, stroke.stop
            for match in find(text, start, stop + 1):
                column = match.start()
                walls = ahead.get(column)
                while walls and walls[-1].stop < row:
                    walls.pop()
                if walls and (wall := walls[-1]).start <= row:
                    mask = (wall.start < row) | (column < stop) << 1 | (row < wall.stop) << 2 | (start < column) << 3
                    if mask:
                        found[row, column] = _SIDES[mask], stroke, wall
    return found


def _joined(h: Spans, labels: Iterable[Label], rows: tuple[str, ...]) -> Spans:
    """Return level strokes, two of them made one where exactly one label stands between plain line ends."""
    several = {line: strokes for line, strokes in h.by_line.items() if len(strokes) > 1}
    stops = {(row, column): column + columns for _, row, column, columns in labels if row in several}
    found: dict[int, list[Stroke]] = {}
    for line, strokes in several.items():
        row, joined = rows[line], [strokes[0]]
        for stroke in strokes[1:]:
            last = joined[-1]
            at, start = last.stop + 1, stroke.start
            is_edge = row[last.start] in _TURNS and row[stroke.stop] in _TURNS
            if start - at <= _LONGEST_EDGE_LABEL and row[at - 1] in LEVEL and row[start] in LEVEL \
                    and _is_padded(at, start, row[at:start], stops, line, _MOST_IN_EDGE if is_edge else _MOST_PADDED) \
                    and (row.isascii() or not _is_chain(row, last, stroke)):
                joined[-1] = _one_of(last, stroke)
            else:
                joined.append(stroke)
        if len(joined) < len(strokes):
            found[line] = joined
    return h.with_lines(found) if found else h


def _is_chain(row: str, first: Stroke, second: Stroke) -> bool:
    """Tell whether two strokes each have a head of their own, that of one at least amid it, both pointing the same way,
    and one of them comes from a text, or leads to one: what stands between them is an end.

        A ──▶── B ──▶── C        ┌──▶── B ──▶──┐
    """
    first_cells, second_cells = (row[stroke.start : stroke.stop + 1] for stroke in (first, second))
    for side, sign in _AMID:
        if sign in first_cells or sign in second_cells:
            return all(sign in cells or any(GLYPHS[char].head == side for char in (cells[0], cells[-1]))
                       for cells in (first_cells, second_cells)) and any(
                char in LEVEL or GLYPHS[char].head == side for char in (first_cells[0], second_cells[-1]))
    return False


def _is_padded(
    at: int, stop: int, between: str, stops: Mapping[tuple[int, int], int], line: int, most: int,
) -> bool:
    """Tell whether one label is all that is between two strokes, with a blank on each side at the most, or with a few
    on one side alone.
    """
    text = between.lstrip(" ")
    first = stop - len(text)
    last = stops.get((line, first))
    return last is not None and last - first == len(text.rstrip(" ")) and first - at <= most >= stop - last \
        and min(first - at, stop - last) <= 1


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
        (line, above.stop + 1) for line, strokes in v.by_line.items() if len(strokes) > 1
        for above, below in pairwise(strokes) if below.start - above.stop == 2 and (
            _is_arrow_in_parts(columns[line], above, below) or _is_lost(columns, line, above, below))
    }
    worded = {
        (line, label.row) for label in (labels if parted else ())
        for line in range(label.column, label.column + label.columns)
        if (line, label.row) in parted and abs(2 * label.column + label.columns - 2 * line - 1) <= _ASIDE
    }
    if not worded:
        return v
    found: dict[int, list[Stroke]] = {}
    for line in {line for line, _ in worded}:
        first, *others = v.by_line[line]
        found[line] = joined = [first]
        for stroke in others:
            if (line, joined[-1].stop + 1) in worded:
                joined[-1] = joined[-1]._replace(stop=stroke.stop)
            else:
                joined.append(stroke)
    return v.with_lines(found)


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
    joined, v = _joined(h, labels, rows), _through_words(v, labels, columns)
    return Ink(rows, h, v, joined, columns, _nodes(rows, joined, v))


def crossings(ink: Ink) -> Iterator[Cell]:
    """Yield the cells where two lines cross."""
    return (Cell(*cell) for cell, (sides, _, _) in ink.nodes.items() if sides == _CROSSING)


_Corners = tuple[Cell, Cell]            # top left, bottom right
#: Where a line leaves an upright one to the right: {column: [row, ...]}, a level one downwards: {row: [column, ...]}.
_Tees = tuple[dict[int, list[int]], dict[int, list[int]]]


def _closed(ink: Ink, at: tuple[int, int], node: Node) -> _Corners | None:
    """Return the rectangle with four true corners whose top left one is at `at`: nothing runs on past them."""
    nodes, (row, column), (_, top, left) = ink.nodes, at, node
    bottom, right = left.stop, top.stop
    east, south, far = nodes.get((row, right)), nodes.get((bottom, column)), nodes.get((bottom, right))
    if east is None or east[0] != "SW" or south is None or south[0] != "NE" or far is None or far[0] != "NW":
        return None
    return (Cell(row, column), Cell(bottom, right)) if far[1] is south[1] and far[2] is east[2] else None


def _crossed(ink: Ink, at: tuple[int, int], node: Node) -> _Corners | None:
    """Return the rectangle whose top left corner is at `at`, where lines may run on past its corners.

    One line may run on there; where two cross, neither is an edge that ends. Of several rectangles it is that past
    whose corners the fewest lines run on, and of those the smallest:

        +---+---+
        | a | b |      the whole, whose lower corners are tees, and not the cell a
        +---+---+
        |<- 2 ->|
    """
    nodes, (row, column), (sides, top, left) = ink.nodes, at, node
    if sides == _CROSSING:
        return None
    rights = [
        x for match in islice(_NODE.finditer(ink.rows[row], column + 1, top.stop + 1), _MOST_TRIES)
        if _is_corner(nodes.get((row, x := match.start())), "SW")
    ]
    bottoms = [
        y for match in islice(_NODE.finditer(ink.columns[column], row + 1, left.stop + 1), _MOST_TRIES)
        if _is_corner(nodes.get((y := match.start(), column)), "NE")
    ] if rights else ()
    best, least = None, 4
    for right in rights:
        east, _, wall = nodes[row, right]
        for bottom in bottoms:
            (south, edge, _), far = nodes[bottom, column], nodes.get((bottom, right))
            if wall.stop >= bottom and edge.stop >= right and far and _is_corner(far, "NW"):
                over = len(east) + len(south) + len(far[0]) - 6
                if over < least:
                    best, least = (Cell(row, column), Cell(bottom, right)), over
    return best


def _is_corner(node: Node | None, sides: str) -> bool:
    """Tell whether lines leave a node on two `sides`, and one of them ends there."""
    return node is not None and node[0] != _CROSSING and sides[0] in node[0] and sides[1] in node[0]


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
    return "" if node is None else node[0]


def _edges(ink: Ink, at: Cell, to: Cell) -> tuple[Stroke, ...]:
    """Return the strokes of the four edges: top, bottom, left, right."""
    (_, top, left), (_, bottom, right) = ink.nodes[at], ink.nodes[to]
    return top, bottom, left, right


def _part(stroke: Stroke, first: int, last: int) -> Iterator[Stroke]:
    """Yield the parts of a stroke from `first` to `last`, one for each look."""
    axis, line, start, stop, weight, dash, pieces, _ = stroke
    for begin, end, heft, breaks in pieces or ((start, stop, weight, dash),):
        if begin < last and end > first:
            yield Stroke(axis, line, max(begin, first), min(end, last), heft, breaks)


def _make_box(ink: Ink, at: Cell, to: Cell) -> Box:
    edges = _edges(ink, at, to)
    if _is_dashed(ink, at, to):
        edges = tuple(edge._replace(weight="light", dash="dashed", pieces=()) for edge in edges)
    top, bottom, left, right = edges
    (row, column), weight, dash = at, top.weight, top.dash
    rows, columns = to.row - row + 1, to.column - column + 1
    char = ink.rows[row][column]
    if char == LID:
        return Box(row, column, rows, columns, weight, dash, "round", style=Style(shape="storage"))
    corners: Corners = "wide" if char in _WIDE else "round" if char in _ROUND else "square"
    if not top.pieces and top[_LOOK] == bottom[_LOOK] == left[_LOOK] == right[_LOOK]:
        return Box(row, column, rows, columns, weight, dash, corners)
    if len({(e.weight, e.dash) for e in edges}) == 1 and not _is_mixed(edges, at, to):
        return Box(row, column, rows, columns, weight, dash, corners)
    return Box(row, column, rows, columns, weight if weight == left.weight else "light",
               dash if dash == left.dash else "solid", corners, mixed=True)


def _is_dashed(ink: Ink, at: Cell, to: Cell) -> bool:
    """Tell whether a box that was typed is dashed all round, as ditaa has it: by a mark in one of its edges.

        +---=---+    +-----+    +=====+    |     |    ~     ~     not where a box is torn in two places of a row:
        |       |    |     :    :     :    :     :    +-----+     then it is only said that there is more of it;
        +-------+    +-----+    +=====+    |     |    :     :     nor where it is but one of several fields
    """
    rows, columns = (ink.rows[at.row], ink.rows[to.row]), (ink.columns[at.column], ink.columns[to.column])
    if not ("=" in rows[0] or "=" in rows[1] or ":" in columns[0] or ":" in columns[1]):
        return False
    top, bottom = (row[at.column + 1 : to.column] for row in rows)
    left, right = (column[at.row + 1 : to.row] for column in columns)
    if "~" in top or "~" in bottom:
        return False
    if top.count("=") == 1 and "-" in top or bottom.count("=") == 1 and "-" in bottom:
        return True
    if "+" in left and "+" in right and not UPRIGHT_BARS.isdisjoint(left + right):
        return False
    return ":" in left + right and (left != right or "|" not in left)


def _is_mixed(edges: tuple[Stroke, ...], at: Cell, to: Cell) -> bool:
    spans = ((at.column, to.column),) * 2 + ((at.row, to.row),) * 2
    return len({(p.weight, p.dash) for e, span in zip(edges, spans, strict=True) for p in _part(e, *span)}) > 1


def _dividers(ink: Ink, index: int, box: Box, tees: _Tees) -> Iterator[Divider]:
    """Yield the lines of `box` from wall to wall; then those from wall or divider to divider."""
    nodes, row, column = ink.nodes, box.row, box.column
    bottom, right = row + box.rows - 1, column + box.columns - 1
    if box.mixed:
        edges = _edges(ink, Cell(row, column), Cell(bottom, right))
        for edge, span in zip(edges, ((column, right),) * 2 + ((row, bottom),) * 2, strict=True):
            yield from (Divider(index, part) for part in _part(edge, *span))
    eastward, southward = tees
    level = [y for y in _between(eastward[column], row, bottom)
             if nodes[y, column][1].stop >= right and (y, right) in nodes] if column in eastward else []
    upright = [x for x in _between(southward[row], column, right)
               if nodes[row, x][2].stop >= bottom and (bottom, x) in nodes] if row in southward else []
    if level or upright:
        for y in level:
            yield from (Divider(index, part) for part in _part(nodes[y, column][1], column, right))
        for x in upright:
            yield from (Divider(index, part) for part in _part(nodes[row, x][2], row, bottom))
        yield from _hanging(ink, index, box, {"h": {row, bottom, *level}, "v": {column, right, *upright}})


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Return those of sorted places that lie between two others."""
    return places[bisect_right(places, first) : bisect_left(places, last)]


def _hanging(ink: Ink, index: int, box: Box, rules: dict[str, set[int]]) -> Iterator[Divider]:
    """Yield the lines of `box` from wall or divider to divider; one may hang on another, deeper nests are not drawn."""
    bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
    for _ in range(2):
        known = sum(map(len, rules.values()))
        for axis, spans, lines, (first, last) in (
            ("h", ink.joined, range(box.row + 1, bottom), (box.column, right)),
            ("v", ink.v, range(box.column + 1, right), (box.row, bottom)),
        ):
            across = sorted(rules["v" if axis == "h" else "h"])
            for line in lines:
                if line in rules[axis] or line not in spans.by_line:
                    continue
                for stroke in spans.between(line, first, last):
                    low = bisect_left(across, max(first, stroke.start))
                    high = bisect_right(across, min(last, stroke.stop)) - 1
                    if low < high and all(_is_tee(ink, axis, line, across[k]) for k in (low, high)):
                        rules[axis].add(line)
                        yield from (Divider(index, part) for part in _part(stroke, across[low], across[high]))
        if sum(map(len, rules.values())) == known:
            break


def _is_tee(ink: Ink, axis: str, line: int, position: int) -> bool:
    return ((line, position) if axis == "h" else (position, line)) in ink.nodes


def find_boxes(ink: Ink) -> tuple[tuple[Box, ...], tuple[Divider, ...]]:
    """Return boxes in reading order, nested, and their dividers."""
    rectangles: dict[tuple[int, int], _Corners] = {}
    corners: list[tuple[tuple[int, int], Node]] = []
    tees: _Tees = {}, {}
    eastward, southward = tees
    for cell, node in ink.nodes.items():
        sides = node[0]
        if sides in _FIRST:
            if sides == "ES" and (found := _closed(ink, cell, node)) and not _is_loop(ink, *found):
                rectangles[cell] = found
                continue
            corners.append((cell, node))
            row, column = cell
            if "N" in sides:
                eastward.setdefault(column, []).append(row)
            if "W" in sides:
                southward.setdefault(row, []).append(column)
    inked = _Perimeters(rectangles.values() if corners else ())
    for cell, node in corners:          # a connector may run into a corner; but a cell of a table is no box
        if not inked.covers(cell, node) and (found := _crossed(ink, cell, node)):
            at, to = found
            if not any(inked.is_at(*corner) for corner in ((at.row, to.column), (to.row, at.column), to)) \
                    and not _is_loop(ink, at, to):
                rectangles[cell] = found
                inked.add(at, to)
    boxes = nested([_make_box(ink, at, to) for at, to in sorted(rectangles.values())])
    return tuple(boxes), tuple([
        divider for i, box in enumerate(boxes) if box.mixed or box.column in eastward or box.row in southward
        for divider in _dividers(ink, i, box, tees)])


class _Perimeters:
    """The edges of rectangles, by side and line: their first and last cells, and the line of the opposite side."""

    def __init__(self, rectangles: Iterable[_Corners]) -> None:
        self._found: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
        for at, to in rectangles:
            self.add(at, to)

    def add(self, at: Cell, to: Cell) -> None:
        found, (top, left), (bottom, right) = self._found, at, to
        for key, edge in ((("N", top), (left, right, bottom)), (("S", bottom), (left, right, top)),
                          (("W", left), (top, bottom, right)), (("E", right), (top, bottom, left))):
            if key in found:
                insort(found[key], edge)
            else:
                found[key] = [edge]

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
        (row, column), (_, h, v), on = cell, node, self._is_on
        return (
            self.is_at(row, column)
            or on("W", h.start, row, column) or on("E", h.stop, row, column)
            or on("N", v.start, column, row) or on("S", v.stop, column, row)
            or on("N", row, h.start) or on("N", row, h.stop) or on("S", row, h.start) or on("S", row, h.stop)
            or on("W", column, v.start) or on("W", column, v.stop)
            or on("E", column, v.start) or on("E", column, v.stop)
        )
