"""Settle what a line means whose ends stop short of something: Wires with ends -> Wires with ends.

One rule for each side of a wall. Outside, an end reaches across three blanks at most if both ends do so: to two boxes,
to a box and a text, or to two lines, of which an arrow stops short on both sides:

    │ A │  ----->  │ B │          CLI   ────▶ │ core │          │ ── hello ──▶ │

So does an arrow between two texts, which are padded for it to line up with others, and a line that leads from a text
into a fork or a bar of several:

    client  --->  server         Redis  ──▶ cache          camera ──┐
                                 Mongo  ──▶ store          lidar  ──┼──▶ fusion

Across two or three it means a wall, not a corner nor the rim between corners; and where the other end is at a text, the
head points at the wall. What leads from blanks to a text, or is one of several kinds of line, is a legend:

    │ B │   ──▶ sync          │ B │   <-- reply
    │   │   ══▶ bulk          │   │   <== bulk

Within a box a line that comes from no other box is the box's own, as in a legend or in the cell of a table, and no end
of it reaches for the wall:

    │ ──► sync  │             │ <--- returns │
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..glyphs import BARS
from ..model import Box, Cell, Label, Point, Wire
from ..typed import Final, NamedTuple
from .ends import CHOSEN, End, Surroundings, ahead, ink_at, is_blank, label_ahead, settled
from .keys import COLONS, NEAR
from .nesting import holds
from .nets import Wired
from .points import cell_of
from .shy import CORNERS, HEADS, is_word

_REACH: Final = 2                       # cells from an end to the wall that it means across one blank
_FAR: Final = 4                         # ... and where the other end means something too
_MOST_PADDED: Final = 12                # cells from an end to a text that is padded for the ends to be in one column
_MOST_BEFORE: Final = 8                 # cells from a line to a text, where others begin in its column
_MOST_LINES: Final = 12                 # over or under one, that begin in its column
_FORKS: Final = CHOSEN | frozenset(CORNERS)     # where lines meet that lead on
_FEWEST_JOINED: Final = 2
_MOST_RULED: Final = 40                 # rows from a row of a table to the rule over it


class _Met(NamedTuple):
    """What an end touches or means: a box (by its index), a line (by its column), or a text; and the end."""

    kind: str
    which: int
    end: End


def _begins_behind_a_text(world: Surroundings, cell: Cell, way: int) -> bool:
    """Tell whether of the lines over (-1) or under (1) one that begins in a cell, which begin in its column row by row,
    one has a text some blanks before it.
    """
    row, column = cell
    for y in range(row + way, row + way * (_MOST_LINES + 1), way):
        line = world.h.at(y, column)
        if line is None or line.start != column:
            return False
        if world.rows[y][max(column - _MOST_BEFORE, 0) : column].strip(" "):
            return True
    return False


def _label(world: Surroundings, end: End) -> Label | None:
    """Return the text before or behind an end, across a few blanks, or across more where lines begin in one column:

        guest   --->  till
        milk    --->  kitchen
    """
    if end.side not in ("E", "W"):
        return None
    if (label := label_ahead(world, end.cell, end.side, _FAR)) is not None or end.side == "E":
        return label
    reach = 1
    if not any(_begins_behind_a_text(world, end.cell, way) for way in (-1, 1)):
        return None
    while reach <= _MOST_PADDED and is_blank(world, *ahead(end.cell, end.side, reach)):
        reach += 1
    return label_ahead(world, end.cell, end.side, reach) if reach <= _MOST_PADDED else None


def _met(world: Surroundings, end: End) -> _Met | None:
    """Return what an end touches, or what is straight on across a few blanks."""
    if end.box is not None:
        return _Met("box", end.box, end)
    if end.text is not None:
        return _Met("text", 0, end)
    if end.side not in ("E", "W"):
        return None
    if end.reach:
        return _Met("line", ahead(end.cell, end.side, end.reach).column, end)
    for reach in range(1, _FAR + 1):
        cell = ahead(end.cell, end.side, reach)
        if (box := world.walls.at(*cell)) is not None:
            top, rows = world.boxes[box].row, world.boxes[box].rows
            is_rim = reach > _REACH and cell.row in (top, top + rows - 1)
            if is_rim or holds(world.boxes[box], end.cell):
                return None
            return _Met("box", box, End(end.cell, end.side, reach, box, None, end.arrow))
        line = world.v.at(cell.column, cell.row)
        if line is not None and line.start < line.stop and world.rules.at(*cell) is None:
            return _Met("line", cell.column, End(end.cell, end.side, reach, None, None, end.arrow))
        if not is_blank(world, *cell):
            break
    label = _label(world, end)
    if label is None or not any(map(is_word, label.text)):
        return None
    return _Met("text", 0, End(end.cell, end.side, 0, None, label.text, end.arrow))


def _is_ruled(world: Surroundings, row: int, left: int, right: int) -> bool:
    """Tell whether two upright lines are those of a table: a level line without a head leads from one to the other.

        | op  | means |
        |-----|-------|
        | --> | leads |
    """
    for y in range(row - 1, max(row - _MOST_RULED, 0) - 1, -1):
        line = world.h.at(y, left + 1)
        if line is not None and line.start <= left + 1 and line.stop >= right - 1 \
                and HEADS.isdisjoint(world.ink[y][left + 1 : right]):
            return True
    return False


def _is_of_legend(world: Surroundings, wire: Wire, end: End) -> bool:
    """Tell whether an end across some blanks from a box, of a line to a text, is one in a legend beside that box: it is
    a tail, or a line of another kind begins in its column one or two rows on.
    """
    if not end.arrow:
        return True
    row, left = end.cell.row, min(wire.path)[0] // 2
    lines = (world.h.at(row + step, left) for step in NEAR)
    return any(line is not None and line.start == left and (line.weight, line.dash) != (wire.weight, wire.dash)
               for line in lines)


def _gap(world: Surroundings, end: End) -> tuple[int, bool]:
    """Return how many blanks are between an end and its text, and whether this begins its row, or goes on with what
    does: it is no title of a legend.
    """
    label = _label(world, end)
    if label is None:
        return 0, False
    row, first = world.rows[label.row], label.column
    gap = (first - end.cell.column if end.side == "E" else end.cell.column - first - label.columns + 1) - 1
    before = row[:first].rstrip(" ")
    if before[-1:] in HEADS and (line := world.h.at(label.row, len(before) - 1)):
        before = row[: line.start].rstrip(" ")
        is_led = bool(before) and not before.endswith(COLONS)
        return gap, is_led or world.ink[label.row][line.start] in _FORKS
    return gap, (not before or before[-1] in BARS) and not label.text.endswith(COLONS)


def _is_led(world: Surroundings, start: End, stop: End) -> bool:
    """Tell whether an arrow leads from text to text: across no more blanks from the one before it than to the one at
    its head, if that does not begin the row. Else the arrow begins anew, as in a legend:

        ──▶ sync   ══▶ bulk
    """
    head, tail = (stop, start) if stop.arrow else (start, stop)
    if not all(any(map(is_word, end.text or "")) for end in (head, tail)):
        return False                    # [==>  ]
    gap, is_first = _gap(world, tail)
    return is_first or gap <= _gap(world, head)[0]


def _bridged(wired: Wired, world: Surroundings) -> Wired:
    """Return a line with its ends at what they mean across a few blanks, where both mean something."""
    wire, *ends = wired
    start, stop = (_met(world, end) for end in ends)
    if start is None or stop is None:
        return wired
    has_head = start.end.arrow or stop.end.arrow
    kinds = {start.kind, stop.kind}
    if kinds == {"text"}:
        return settled(wire, start.end, stop.end) if has_head and _is_led(world, start.end, stop.end) else wired
    if start[:2] == stop[:2]:
        return wired
    if kinds == {"line"}:
        near, far = sorted(met.end.reach for met in (start, stop))
        left, right = sorted(met.which for met in (start, stop))
        if not has_head or near == 1 or far - near > 1 or _is_ruled(world, start.end.cell.row, left, right):
            return wired
    elif "box" not in kinds or "line" in kinds or "text" in kinds and not has_head:
        return wired
    elif "text" in kinds:
        box = (start if start.kind == "box" else stop).end
        if box.reach > _REACH and _is_of_legend(world, wire, box):
            return wired
    return settled(wire, start.end, stop.end)


def _let_go(wired: Wired, boxes: Sequence[Box], joints: Mapping[Point, int]) -> Wired:
    """Return a line that lies in a box by itself: what is a blank from its wall is no end of it."""
    wire, start, stop = wired

    def kept(end: End, other: End, far: Point) -> End:
        if end.box is None or end.reach != _REACH or end.side is None or end.arrow and (
                joints.get(far, 0) > 1 or other.box not in (None, end.box)):
            return end
        is_within = all(holds(boxes[end.box], each.cell) for each in (start, stop))
        return End(end.cell, end.side, 0, None, None, end.arrow) if is_within else end

    ends = kept(start, stop, wire.path[-1]), kept(stop, start, wire.path[0])
    return wired if ends == (start, stop) else settled(wire, *ends)


def _is_a_blank_off(end: End) -> bool:
    return end.reach == _REACH and end.box is not None


def _is_loose(end: End) -> bool:
    return end.side in ("E", "W") and end.reach == 0 and end.box is None and end.text is None


def _padded(wired: Wired, world: Surroundings, joints: Mapping[Point, int]) -> Wired:
    """Return a line that turns, or leads into a fork, with its ends at the texts from which some blanks part them."""
    wire, *ends = wired
    found = [_met(world, end) if _is_loose(end) and (end.arrow or end.side == "W") else None for end in ends]
    for k, (end, point) in enumerate(zip(ends, (wire.path[0], wire.path[-1]), strict=True)):
        met, other, far = found[k], ends[1 - k], wire.path[-1] if k == 0 else wire.path[0]
        if met is None or met.kind != "text" or not (end.arrow or _gap(world, met.end)[1]):
            continue
        leads = ink_at(world, cell_of(far)) in _FORKS if joints.get(far, 0) > 1 else (
            other.box is not None or other.text is not None or found[1 - k] is not None)
        if leads and joints.get(point, 0) < _FEWEST_JOINED:
            ends[k] = met.end
    start, stop = ends
    return settled(wire, start, stop)


def with_gaps(wired: Wired, world: Surroundings, joints: Mapping[Point, int]) -> Wired:
    """Return a wire with its ends, those that stop short of something settled; `joints` counts the wires of a point."""
    if _is_a_blank_off(wired[1]) or _is_a_blank_off(wired[2]):
        wired = _let_go(wired, world.boxes, joints)
    wire, start, stop = wired
    if not (_is_loose(start) or _is_loose(stop)):
        return wired
    path = wire.path
    if len(path) > 2 or joints.get(path[0], 0) > 1 or joints.get(path[-1], 0) > 1:
        return _padded(wired, world, joints)
    return _bridged(wired, world) if path[0][1] == path[1][1] else wired
