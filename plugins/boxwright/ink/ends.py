"""Say what the ends of wires touch: Wires, Boxes, Labels -> Wires with ends, Connectors, Arrowheads.

An end belongs to the box on whose wall it lies, or that it points at across at most one blank cell. An end
that points just past a box's corner was meant for the box, and is moved under its edge:

    ────┘            ───┬┘
         └──►   ->      └───►
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ..glyphs import FORCED, GLYPHS, LEVEL, UPRIGHT_BARS, char_class
from ..model import TOWARDS, Arrowhead, Box, Cell, Label, Point, Side, Wire
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final, NamedTuple
from .nesting import holds
from .points import OPPOSITE, STEP, cell_of, middle, side_of
from .shy import HEADS, MARKS
from .spans import Spans
from .walls import Walls

_BLANK: Final = frozenset((" ", FILLER))     # the second column of a glyph holds nothing
_REACH: Final = 2                       # cells from an end to the wall it points at; one blank between
_MOST_ACROSS: Final = 40                # cells from a terminal to the wall of the box that it stands in
_FEWEST_PARTS: Final = 2                # of a chain: words, since what has blanks in it may be a text with an arrow
_LONGEST_PART: Final = 24               # characters of a text in a chain
_MOST_PASSED: Final = 3                 # rows of a message that passes over a line of life
_MOST_COUNT: Final = 4                  # cells of a word that says how many, as 0..*
_PAST_CORNER: Final = 2                 # cells an end may point past a corner
_INSET: Final = 2                       # cells from the corner at which such an end is set


#: What leads from text to text in a chain of them.
_LINK: Final = pattern(" (?:" + char_class("".join(
    g.char for g in GLYPHS.values() if g.head in ("E", "W") and not g.char.isascii())) + "|<?-{1,2}>|<-{1,2}) ")

DIAGONAL: Final = ("↗", "↘", "↙", "↖")
#: Corners and tees of Box Drawing: who typed one chose its arms.
CHOSEN: Final = frozenset(
    g.char for g in GLYPHS.values()
    if not (g.shy or g.head or g.mark) and {"N", "S"} & set(g.arms) and {"E", "W"} & set(g.arms))
_ROUND: Final = frozenset(g.char for g in GLYPHS.values() if g.round and not g.wide)
#: Upright bars of one cell that a level line leaves.
_PLATES: Final = frozenset(char for char in CHOSEN if {"N", "S"} <= set(GLYPHS[char].arms))
#: Those that a line leaves on one side alone.
PLATES: Final[Mapping[str, frozenset[str]]] = {
    side: frozenset(char for char in _PLATES if not set(other) & set(GLYPHS[char].arms))
    for side, other in (("E", "W"), ("W", "E"))
}
_TYPED_PLUS: Final = [g.char for g in GLYPHS.values() if g.shy and g.arms == "NESW" and not g.mark]
#: What offers arms to all sides, and means those that are met; and what may stand in a ruler at equal distances.
PLUS: Final = frozenset((*_TYPED_PLUS, *(FORCED[char] for char in _TYPED_PLUS)))
_TICKS: Final = PLUS | MARKS


class Surroundings(NamedTuple):
    """What an end can touch: rows of the grid and of its ink, boxes, their walls and dividers, texts by row."""

    rows: tuple[str, ...]
    ink: tuple[str, ...]
    boxes: tuple[Box, ...]
    walls: Walls
    rules: Walls                        # the dividers of the boxes
    h: Spans
    v: Spans
    sloping: Collection[Cell]           # cells of slopes and arcs, and their nodes
    labels: Mapping[int, Sequence[Label]]


class End(NamedTuple):
    """One end of a wire: its cell, where it points, what it touches."""

    cell: Cell
    side: Side | None = None
    reach: int = 1                      # cells from the end to what it touches (1: the next cell; 0: its own edge)
    box: int | None = None
    text: str | None = None
    arrow: bool = False
    rule: int | None = None             # the box whose divider it ends at


@cache
def _onward(arms: str, inward: Side | None) -> tuple[Side, ...]:
    """Return the sides of the arms that are free where a wire comes from `inward`, straight on before all others; or
    what is straight on.
    """
    free = [side for side in STEP if side in arms and side != inward]
    straight = OPPOSITE[inward] if inward else None
    return tuple(sorted(free, key=lambda side: side != straight)) or ((straight,) if straight else ())


def is_blank(world: Surroundings, row: int, column: int) -> bool:
    """Tell whether there is a cell, and it is blank."""
    rows = world.rows
    return 0 <= row < len(rows) and 0 <= column < len(rows[0]) and rows[row][column] in _BLANK


def ahead(cell: Cell, side: Side, steps: int, aside: int = 0) -> Cell:
    dy, dx = STEP[side]
    return Cell(cell.row + dy * steps + abs(dx) * aside, cell.column + dx * steps + abs(dy) * aside)


def label_ahead(world: Surroundings, cell: Cell, side: Side, reach: int = _REACH) -> Label | None:
    """Return the label that an end points at: next in its row, or in the row above or below it."""
    dy, dx = STEP[side]
    row = world.labels.get(cell.row + dy, ())
    near = bisect_right(row, cell.column + reach, key=lambda label: label.column)
    for label in row[max(near - reach - 1, 0) : near]:      # no more than that can begin so near
        last = label.column + label.columns - 1
        if dy and label.column - 1 <= cell.column <= last + 1:
            return label
        if dx > 0 and 1 <= label.column - cell.column <= reach:
            return label
        if dx < 0 and 1 <= cell.column - last <= reach:
            return label
    return None


def _is_within_a_text(world: Surroundings, cell: Cell) -> bool:
    """Tell whether a blank stands between two words of a label: an end over it points at the text, not past it."""
    row = world.labels.get(cell.row, ())
    at = bisect_right(row, cell.column, key=lambda label: label.column) - 1
    return at >= 0 and cell.column < row[at].column + row[at].columns


def text_ahead(world: Surroundings, cell: Cell, side: Side) -> str | None:
    """Return the text of the label that an end points at; of a chain of texts that one which it points at."""
    label = label_ahead(world, cell, side)
    if label is None:
        return None
    return part_at(label, cell.column, world.rows) if side in ("N", "S") and " " in label.text else label.text


@lru_cache(maxsize=256)
def parts_of(text: str) -> tuple[str, ...]:
    """Return the texts of a chain, or the text alone: plan → do → check."""
    return tuple(_LINK.split(text))


@lru_cache(maxsize=256)
def _is_chain(text: str) -> bool:
    """Tell whether a text is a chain of short ones; two of several words may be a text with an arrow in it."""
    parts = parts_of(text)
    if len(parts) == 1 or len(parts) == _FEWEST_PARTS and any(" " in part for part in parts):
        return False
    return max(map(len, parts)) <= _LONGEST_PART


@lru_cache(maxsize=256)
def _links(cells: str) -> list[int]:
    """Return where in the cells of a chain its texts are parted."""
    return [match.start() + 1 for match in _LINK.finditer(cells)]


def part_at(label: Label, column: int, rows: Sequence[str]) -> str:
    """Return the text in a chain that is over or under a column; a chain at which a line ends is one text.

        A → B → C
        ↑       │
        └───────┘
    """
    text, y, first, columns = label
    stop = first + columns
    if not _is_chain(text) or any(
            side and side in LEVEL for side in (rows[y][max(first - 2, 0) : first].strip()[-1:],
                                                rows[y][stop : stop + 2].strip()[:1])):
        return text                     # a sentence, or the name of a branch
    parts, passed = parts_of(text), bisect_left(_links(rows[y][first:stop]), column - first)
    return parts[min(passed, len(parts) - 1)]


def label_at_slope(world: Surroundings, cell: Cell, side: Side, *, aside: bool = False) -> Label | None:
    """Return the label at which a slope ends that runs to a diagonal `side`: over or under its last cell, or beyond;
    or, where none is there, one column `aside` of these."""
    dy, dx = STEP[side]
    first, last = sorted((cell.column, cell.column + dx))
    row = world.labels.get(cell.row + dy, ())
    for reach in range(aside + 1):
        at = bisect_right(row, last + reach, key=lambda label: label.column) - 1
        if at >= 0 and row[at].column + row[at].columns > first - reach:
            return row[at]
    return None


def _behind(world: Surroundings, cell: Cell, side: Side) -> int | None:
    """Return the box behind a short word at its wall, which says how many: ┤ one ├1────N┤ many ├."""
    dx = STEP[side][1]
    if side not in ("E", "W"):
        return None
    row = world.labels.get(cell.row, ())
    for label in row[max(bisect_right(row, cell.column, key=lambda label: label.column) - 1, 0):][:2]:
        near, far = label.column, label.column + label.columns - 1
        if dx < 0:
            near, far = far, near
        if near == cell.column + dx and label.columns <= _MOST_COUNT:
            return world.walls.at(cell.row, far + dx)
    return None


def _around(world: Surroundings, cell: Cell, side: Side) -> int | None:
    """Return the box in which a terminal stands, as far as the wall on one side of it tells: | 1 | o-+-->."""
    if side in DIAGONAL:
        return None
    for steps in range(1, _MOST_ACROSS):
        at = ahead(cell, side, steps)
        if not (0 <= at.row < len(world.rows) and 0 <= at.column < len(world.rows[0])):
            return None
        index = world.walls.at(*at)
        if index is not None:
            return index if holds(world.boxes[index], cell) else None
    return None


def _line_ahead(world: Surroundings, cell: Cell, side: Side) -> bool:
    """Tell whether a line crosses the way of an end right before it: the edge of a shape that is no box."""
    if side in DIAGONAL:
        return False
    across = world.h.at(cell.row, cell.column) if side in ("N", "S") else world.v.at(cell.column, cell.row)
    is_plate = side in ("E", "W") and across is None and ink_at(world, cell) in _PLATES
    return is_plate or across is not None and across.start < across.stop or cell in world.sloping


def _is_tick(world: Surroundings, cell: Cell, inward: Side, side: Side, text: str) -> bool:
    """Tell whether a plus ends a ruler: there is another one in its line, or a terminal, and they are all alike.

        +-----+-----+       root            |           +---+       here it is a corner, right under its text,
        0     5    10        +-- a     +----+----+      R1  C1      the end of a fork, which has a trunk (and no number
                                      tea  milk  ice    +---+       at its end), or of a bar with another one opposite
    """
    is_level = inward in ("E", "W")
    line = world.h.at(cell.row, cell.column) if is_level else world.v.at(cell.column, cell.row)
    if line is None:
        return False
    places = range(line.start, line.stop + 1)
    cells = (world.ink[cell.row][line.start : line.stop + 1] if is_level else
             "".join(world.ink[row][cell.column] for row in places))
    if sum(char in _TICKS for char in cells) < 2 or ink_at(world, ahead(cell, side, 2)) in PLUS:
        return False
    return text[:1].isdigit() or not any(
        world.v.at(place, cell.row) if is_level else world.h.at(place, cell.column) for place in places)


def ink_at(world: Surroundings, cell: Cell) -> str:
    """Return the glyph in a cell, or a blank outside of the grid."""
    rows, columns = len(world.ink), len(world.ink[0])
    return world.ink[cell.row][cell.column] if 0 <= cell.row < rows and 0 <= cell.column < columns else " "


def is_turned_away(world: Surroundings, cell: Cell, side: Side, reach: int = 1, *, leads: bool = False) -> bool:
    """Tell whether a wall has nothing for the arm of a corner or a tee, which is that of a tree in a box or beside it.

        ┌────────┐      ┌───┐
        │ ├── a  │      └───┘         under the middle of an edge it hangs on the box, and so does an arrow,
        │ └── b  │      └── a         which `leads` from it, at its corner
        └────────┘
    """
    target = ahead(cell, side, reach)
    index = world.walls.at(*target)
    if index is None or world.ink[cell.row][cell.column] not in CHOSEN:
        return False
    glyph = GLYPHS.get(world.ink[target.row][target.column])
    if glyph is not None and OPPOSITE[side] in glyph.arms:
        return False
    box = world.boxes[index]
    at_corner = target.row in (box.row, box.row + box.rows - 1) and target.column in (
        box.column, box.column + box.columns - 1)
    return holds(box, cell) or at_corner and not leads


def find_end(
    world: Surroundings, cell: Cell, inward: Side | None, sides: tuple[Side, ...] | None = None, *,
    turns: bool = True, leads: bool = False,
) -> End:
    """Return what the end at `cell` touches; `inward` is the side on which its wire goes on.

    One that never `turns` runs straight on to a line: the end of a curve stays over the axis of its plot. One that
    `leads` is of a wire with a head at its other end.
    """
    (row, column), wall_at = cell, world.walls.at
    char = world.ink[row][column]
    glyph = GLYPHS.get(char)
    arrow = glyph is not None and (glyph.double_ended or glyph.head is not None and glyph.head != inward)
    if inward is not None and (box := wall_at(row, column)) is not None:
        return End(cell, None, 0, box, None, arrow)         # a head in the wall has its tip on it
    if not arrow and inward is not None and inward not in DIAGONAL and (box := world.rules.at(row, column)) is not None:
        return End(cell, None, 0, rule=box)      # it divides on what is on one side of a divider
    if inward in DIAGONAL:             # a slope ends in its node; only a head looks further
        if not arrow:
            return End(cell)
        sides = (OPPOSITE[inward],)
    if sides is None:
        sides = () if glyph is None else (glyph.head,) if glyph.head else _onward(glyph.arms, inward)
    is_mark = glyph is not None and glyph.mark is not None
    is_plus = char in PLUS             # it offers all arms, and means those that are met
    ahead_of = sides[:1] if is_mark else sides
    ends_measure = ahead_of == sides and not arrow and len(sides) > 1 and sides[0] == OPPOSITE[sides[-1]]
    for side in ahead_of:               # the bar at the end of a measure ├──┤ reaches for nothing
        dy, dx = STEP[side]
        for reach in range(1, _REACH + (not ends_measure and not is_plus)):
            y, x = row + dy * reach, column + dx * reach
            box = wall_at(y, x)
            if box is not None and char in CHOSEN and is_turned_away(world, cell, side, reach, leads=leads):
                return End(cell)
            if box is not None:         # a terminal touches what is next to it; across a blank it only means it
                is_apart = reach > 1 and is_mark
                return End(cell, None if is_apart else side, 0 if is_apart else reach, box, None, arrow)
            if not is_blank(world, y, x) or side in ("N", "S") and _is_within_a_text(world, Cell(y, x)):
                break
    if not arrow and char in UPRIGHT_BARS and ahead_of[:1] in (("N",), ("S",)) \
            and (life := _life(world, cell, ahead_of[0])) is not None:
        return life
    for side in () if ends_measure and char in _PLATES else ahead_of:
        if (turns or side == sides[0]) and _line_ahead(world, ahead(cell, side, 1), side):
            return End(cell, side, 1, None, None, arrow)
    for side in sides:
        if text := text_ahead(world, cell, side):
            box = _behind(world, cell, side)        # a text is not run into; one aside names a terminal or a tick
            is_aside = inward is not None and side != OPPOSITE[inward] and (
                is_mark or is_plus and _is_tick(world, cell, inward, side, text))
            return End(cell, None if is_aside else side, 0, box, text if box is None else None, arrow)
    if not arrow:
        for side in sides:
            if side not in DIAGONAL and (moved := _past_corner(world, cell, side)):
                return End(cell, None, 0, moved.box) if is_mark else moved      # a terminal stays where it stands
    if is_mark and sides and (box := _around(world, cell, sides[0])) is not None:
        return End(cell, None, 0, box, None, arrow)         # a pointer in its box
    # a loose end fills its own cell: a bar is as long as it was typed
    is_bar = glyph is not None and bool(sides) and (arrow or glyph.arms in ("EW", "NS") and sides[0] in glyph.arms)
    return End(cell, sides[0] if is_bar else None, 0, None, None, arrow)


def _life(world: Surroundings, cell: Cell, side: Side) -> End | None:
    """Return an end right at a message that passes over a line of life, as one of whoever's life this is.

        A     B     C
        |     |     |
        | big file  |
        |---------->|
        |     |     |
    """
    (y, x), step = cell, STEP[side][0]
    y, is_message = y + step, False
    while 0 <= y < len(world.ink) and abs(cell.row - y) <= _MOST_PASSED and world.walls.at(y, x) is None and (
            world.ink[y][x] in LEVEL or _is_within_a_text(world, Cell(y, x))):
        is_message = is_message or _is_message(world, y, x)
        y += step
    if not is_message or not 0 <= y < len(world.ink) or world.ink[y][x] not in UPRIGHT_BARS or world.v.at(x, y) is None:
        return None
    reach, y = int(world.ink[cell.row + step][x] in LEVEL), cell.row if step > 0 else y
    while y >= 0 and world.ink[y][x] in UPRIGHT_BARS:
        y -= 1
    box, text = (world.walls.at(y, x), text_ahead(world, Cell(y + 1, x), "N")) if y >= 0 else (None, None)
    if box is None and text is None:
        return None
    return End(cell, side, reach, box, text if box is None and side == "N" else None)   # above, its name is at its head


def _is_message(world: Surroundings, row: int, column: int) -> bool:
    """Tell whether a level line with a head runs through a cell, or one in which a text stands there."""
    strokes = [stroke] if (stroke := world.h.at(row, column)) is not None else []
    labels = () if strokes else world.labels.get(row, ())
    if labels:
        label = labels[bisect_right(labels, column, key=lambda label: label.column) - 1]
        first, stop = label.column, label.column + label.columns
        near = (world.h.at(row, x) for x in (first - 1, first - 2, stop, stop + 1))
        strokes = [stroke for stroke in near if stroke is not None]
    return any(world.ink[row][x] in HEADS for stroke in strokes for x in (stroke.start, stroke.stop))


def _past_corner(world: Surroundings, cell: Cell, side: Side) -> End | None:
    """Return the end set under a box's edge, where it points just past one of the box's corners."""
    for aside in (k * sign for k in range(1, _PAST_CORNER + 1) for sign in (-1, 1)):
        corner = ahead(cell, side, 1, aside)
        index = world.walls.at(*corner)
        if index is None:
            continue
        box, inset = world.boxes[index], aside + (_INSET if aside > 0 else -_INSET)
        if side in ("N", "S") and box.columns <= 2 * _INSET or side in ("E", "W") and box.rows <= 2 * _INSET:
            continue
        place = ahead(cell, side, 0, inset)
        between = [ahead(cell, side, 0, k) for k in range(min(inset, 1), max(inset, -1) + 1) if k]
        if world.walls.at(*ahead(cell, side, 1, inset)) is not None and all(is_blank(world, *at) for at in between):
            return End(place, side, 1, index)
    return None


def _run_on(point: Point, end: End) -> Point | None:
    """Return where an end runs on to: the middle of the wall that it touches, or the edge of its own cell."""
    if end.side is None:
        return None
    dx, dy = TOWARDS[end.side]
    steps = 2 * end.reach or 1
    return point[0] + dx * steps, point[1] + dy * steps


def attach(wire: Wire, world: Surroundings, joints: Mapping[Point, int]) -> tuple[Wire, End, End]:
    """Return `wire` with its ends, moved where they had to be; `joints` counts the wires that end at a point."""
    path, weight, dash, _, _, _, _, smooth, rounds = wire
    if len(path) > 2 and path[0] == path[-1]:       # a ring
        end = End(cell_of(path[0]))
        return wire, end, end
    if len(path) == 2 and path[0] == path[1]:       # one cell, two ends
        cell = cell_of(path[0])
        glyph = GLYPHS[world.ink[cell.row][cell.column]]
        back: Side = OPPOSITE[glyph.head] if glyph.head else ("N" if "N" in glyph.arms else "W")
        start, end = find_end(world, cell, None, (back,)), find_end(world, cell, None, (OPPOSITE[back],))
        start, end = start._replace(arrow=glyph.double_ended), end._replace(
            arrow=glyph.double_ended or glyph.head is not None)
    else:
        start = _end_of(world, wire, 0, 1, joints)
        end = _end_of(world, wire, -1, -2, joints)
        if start.text is not None and start.text == end.text and start.side is end.side is None:
            start, end = _apart(world, start, end)
        if end.arrow and start.rule is not None:        # an arrow that leaves a divider comes from its box
            start = start._replace(box=start.rule)
        if start.arrow and end.rule is not None:
            end = end._replace(box=end.rule)
    first = middle(start.cell) if start.side else path[0]
    last = middle(end.cell) if end.side else path[-1]
    if first != path[0] or last != path[-1]:
        path = first, *path[1:-1], last
    for at, to, one in ((first, path[1], start), (last, path[-2], end)):
        if one.side and (at[0] == to[0]) == (one.side in ("E", "W")) and ink_at(world, one.cell) in _ROUND:
            rounds = *rounds, at
    return Wire(path, weight, dash, _run_on(first, start), _run_on(last, end), start.arrow, end.arrow, smooth, rounds
                ), start, end


def _apart(world: Surroundings, *ends: End) -> tuple[End, End]:
    """Return the ends of a line that each have a text aside; that over or under all of the line is at none of them.

         o-----o
         standby
    """
    start, end = ends
    for side in ("N", "S"):
        labels = [label_ahead(world, each.cell, side) for each in ends]
        if labels[0] is not None and labels[0] is labels[1]:
            return start._replace(text=None), end._replace(text=None)
    return start, end


def settled(wire: Wire, start: End, end: End) -> tuple[Wire, End, End]:
    """Return a wire that runs on to what its ends touch, with these."""
    path, weight, dash, _, _, _, _, smooth, rounds = wire
    return Wire(path, weight, dash, _run_on(path[0], start), _run_on(path[-1], end), start.arrow, end.arrow,
                smooth, rounds), start, end


def _end_of(world: Surroundings, wire: Wire, last: int, next_to_it: int, joints: Mapping[Point, int]) -> End:
    """Return what the end of a wire, its `last` point, touches: where others join it, only the wall that it stands on.

    The corner of a cell touches what has that corner.
    """
    point, before = wire.path[last], wire.path[next_to_it]
    if point[0] % 2 and point[1] % 2:
        cell = Cell(point[1] >> 1, point[0] >> 1)
        inward = side_of(point, before)
        if joints[point] > 1:           # a head in a line has its tip on it, as one in a wall has
            glyph = GLYPHS.get(world.ink[cell.row][cell.column])
            arrow = glyph is not None and glyph.head is not None and inward in glyph.arms
            return End(cell, None, 0, world.walls.at(*cell), None, arrow)
        far = wire.path[-1 - last]
        leads = far[0] % 2 == far[1] % 2 == 1 and world.ink[far[1] // 2][far[0] // 2] in HEADS
        return find_end(world, cell, inward, turns=not wire.smooth, leads=leads)
    return End(cell_of((point[0] - (point[0] > before[0]), point[1] - (point[1] > before[1]))))


def heads_of(wires: Sequence[Wire], rows: tuple[str, ...]) -> Iterator[Arrowhead]:
    """Yield the arrowheads at the ends of attached `wires`; `rows` hold their glyphs."""
    for path, _, _, start_to, end_to, start_arrow, end_arrow, _, _ in wires:
        if start_arrow:
            yield _head(path[0], start_to or path[1], rows)
        if end_arrow:
            yield _head(path[-1], end_to or path[-2], rows)


def _head(at: Point, to: Point, rows: tuple[str, ...]) -> Arrowhead:
    cell = cell_of(at)
    return Arrowhead(cell, side_of(at, to), GLYPHS[rows[cell.row][cell.column]].hollow)
