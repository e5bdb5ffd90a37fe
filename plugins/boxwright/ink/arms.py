"""Draw the arms that offer a line and find none: rows, strokes -> Wires of half a cell.

    ├────┤    the bars of a dimension      4 ┤ ╭╮     the tick of an axis        src/
                                           2 ┼─╯╰                                ├── a      a trunk that hangs
                                             └┬──┬─                              └── b      from what is above

Who types a glyph of Box Drawing chose its arms; a typed `+` offers all, and means those that are met. Round corners
have none to spare: theirs is one curve. An arm reaches the edge of its cell, or the middle of a line right behind it;
the bar at an end of a dimension, and a plate, have both of their arms free and reach for nothing.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..glyphs import GLYPHS, char_class
from ..model import TOWARDS, Cell, Side, Wire
from ..patterns import pattern
from ..typed import Final
from .boxes import Ink
from .ends import Surroundings, is_turned_away
from .looks import weight_of
from .points import STEP, middle
from .spans import Spans

_GLYPHS: Final[dict[str, str]] = {
    g.char: g.arms for g in GLYPHS.values()
    if not (g.shy or g.head or g.mark or g.round) and set(g.arms) <= set("NESW") and g.arms not in ("", "EW", "NS")
    and len(g.arms) > 1
}
_ARMED: Final = pattern(char_class("".join(_GLYPHS)))


def _linked(cell: Cell, level: Spans, upright: Spans) -> set[Side]:
    """Return the sides to which lines leave a cell."""
    h, v = level.at(*cell), upright.at(cell.column, cell.row)
    goes: dict[Side, bool] = {
        "W": h is not None and h.start < cell.column, "E": h is not None and h.stop > cell.column,
        "N": v is not None and v.start < cell.row, "S": v is not None and v.stop > cell.row,
    }
    return {side for side, is_so in goes.items() if is_so}


def _is_meant(ink: Ink, cell: Cell, way: int) -> bool:
    """Tell whether an upright line begins one column beside a cell, as it does where a tee was typed one off:

        ──┬──
           │        the line is drawn, and the arm would stand beside it
           ▼
    """
    beside = (ink.v.at(cell.column + side, cell.row) for side in (-1, 1))
    return any(line is not None and cell.row == (line.start if way > 0 else line.stop) for line in beside)


def _unmet(ink: Ink) -> Iterator[tuple[Cell, str]]:
    """Yield the cells, with their glyphs, in which an arm may be met by none."""
    nodes, met_in = ink.nodes, dict.fromkeys(range(len(ink.rows)), 0)
    for (y, x), (sides, _, _) in nodes.items():
        met_in[y] += sides == _GLYPHS.get(ink.rows[y][x])
    for y, row in enumerate(ink.rows):
        if row.isascii() or len(_ARMED.findall(row)) == met_in[y]:          # as in most rows
            continue
        for match in _ARMED.finditer(row):
            cell, char = Cell(y, match.start()), match.group()
            if cell not in nodes or nodes[cell][0] != _GLYPHS[char]:
                yield cell, char


def free_arms(
    ink: Ink, drawn: Iterable[Wire], attached: Iterable[tuple[Wire, Wire]], world: Surroundings,
) -> Iterator[Wire]:
    """Yield the arms of inked cells that are met by none.

    The ends of wires as they are `drawn` may run on where an arm is; those that were `attached`, (before, after), may
    have been set elsewhere.
    """
    unmet = list(_unmet(ink))
    if not unmet:
        return
    ways = {(at, ((to[0] > at[0]) - (to[0] < at[0]), (to[1] > at[1]) - (to[1] < at[1]))) for wire in drawn
            for at, to in ((wire.path[0], wire.start_to), (wire.path[-1], wire.end_to)) if to is not None}
    moved = {before.path[end] for before, after in attached for end in (0, -1) if before.path[end] != after.path[end]}
    for cell, char in unmet:
        arms, linked, at = _GLYPHS[char], _linked(cell, ink.h, ink.v), middle(cell)
        if not linked or len(linked) == len(arms) or at in moved:
            continue
        is_plate = {"N", "S"} <= set(arms) and linked.isdisjoint("NS")
        for side in STEP:
            if side in arms and side not in linked and (at, TOWARDS[side]) not in ways:
                (dx, dy), behind = TOWARDS[side], Cell(cell.row + STEP[side][0], cell.column + STEP[side][1])
                if dy and _is_meant(ink, behind, dy):
                    continue
                met = ink.h.at(*behind) if dy else ink.v.at(behind.column, behind.row)
                reach = 1 + (met is not None and not (is_plate and dy) and not is_turned_away(world, cell, side))
                yield Wire((at, (at[0] + dx * reach, at[1] + dy * reach)), weight_of(char, side))
