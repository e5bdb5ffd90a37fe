r"""Say where two slopes meet at a bar or at a head, which leads on from there: World -> the stem of an apex.

    [ a ]                 \   /
      |      a bar         \ /      a head: its tip is on what stands before it, a box or a word
     / \                    v
    /   \                 [ b ]

What has nothing before it leads nowhere: a typed head is the tip of the shape then, and a bar is text.
"""
from __future__ import annotations

from collections.abc import Mapping

from ..glyphs import GLYPHS, LEVEL, UPRIGHT, UPRIGHT_BARS
from ..model import Axis, Cell, Point, Side
from ..text.grid import FILLER
from ..typed import Final
from .around import World
from .points import STEP
from .shy import HEADS, is_word

LEANS: Final = {lean: frozenset(g.char for g in GLYPHS.values() if lean in g.lean) for lean in "↗↖()"}
#: lean -> its ends. An arc's ends point away to the same side.
ENDS: Final[Mapping[str, tuple[Side, Side]]] = {"↗": ("↗", "↙"), "↖": ("↖", "↘"), "(": ("↗", "↘"), ")": ("↖", "↙")}
AXES: Final[Mapping[str, Axis]] = {"↗": "u", "↖": "d"}
#: side -> how a slope leans that comes to the same apex as one which ends on that side.
_FACING: Final = {side: LEANS["↖" if side in ("↗", "↙") else "↗"] for side in STEP}
_LED: Final = {-1: frozenset(c for c in HEADS if GLYPHS[c].head == "N"),
               1: frozenset(c for c in HEADS if GLYPHS[c].head == "S")}
_REACH: Final = 2                       # cells from a head to the edge at its tip; one blank between


def stem_of(world: World, cell: Cell, side: Side) -> Point | None:
    """Return where a slope that ends on a `side` of `cell` meets the bar or the head that leads on, or None."""
    dy, dx = STEP[side]
    row, column = cell.row + dy, cell.column + dx
    char = world.at(row, column)
    if char not in UPRIGHT_BARS and char not in _LED[dy]:
        return None
    tip = 2 * column + 1, 2 * max(cell.row, row)
    is_apex = world.at(cell.row, column + dx) in _FACING[side]
    between = world.at(cell.row, column)
    if char in _LED[dy]:
        comes = between in UPRIGHT_BARS and world.v.at(column, cell.row) is not None
        if not (comes or is_apex and between == " " and _forks(world, cell, side)):
            return None
        is_meant = not char.isascii() or leads(world, row, column, dy)
        return tip if is_meant and not is_closed(world, row, column, dy) else None
    if not is_apex or between != " " or world.v.at(column, row) or not _forks(world, cell, side):
        return None
    beside = world.at(row, column - 1) + world.at(row, column + 1)
    return tip if beside == "  " and leads(world, row, column, dy, 1) else None


def _forks(world: World, cell: Cell, side: Side) -> bool:
    """Tell whether both slopes of an apex go on, or come to something at their other ends."""
    dy, dx = STEP[side]
    ends = [world.at(cell.row - dy, x) for x in (cell.column - dx, cell.column, cell.column + 3 * dx,
                                                 cell.column + 2 * dx)]
    return ends[:2] != [" ", " "] and ends[2:] != [" ", " "]


def leads(world: World, row: int, column: int, dy: int, reach: int = _REACH) -> bool:
    """Tell whether a word is right before a cell, up or down, or the edge of a box."""
    over = world.at(row + dy, column)
    if over == " ":
        if any(is_word(world.at(row + dy, column + k)) for k in (-1, 1)):
            return True
        if reach > 1:
            row, over = row + dy, world.at(row + 2 * dy, column)
            return over in LEVEL and world.h.at(row + dy, column) is not None
        return False
    return is_word(over) or over in "()[]{}" + FILLER or world.h.at(row + dy, column) is not None


def points_at_a_box(world: World, cell: Cell) -> bool:
    """Tell whether an upright head has its tip at an edge from outside."""
    head = GLYPHS[world.at(*cell)].head
    if head not in ("N", "S"):
        return False
    edge = world.h.at(cell.row + STEP[head][0], cell.column)
    return edge is not None and not any(world.at(cell.row, x) in UPRIGHT for x in (edge.start, edge.stop))


def is_closed(world: World, row: int, column: int, dy: int) -> bool:
    r"""Tell whether two slopes from a head are the sides of a shape.

           ^          ^
          / \        / \      they turn, or end at others, or a low line is between their feet
         <   >      /___\
          \ /
           v
    """
    for dx in (-1, 1):
        lean = LEANS["↗" if dx * dy > 0 else "↖"]
        y, x = row - dy, column + dx
        if world.at(y, x) not in lean:
            return False
        while world.at(y, x) in lean:
            y, x = y - dy, x + dx
        turns = LEANS["↖" if dx * dy > 0 else "↗"]
        if world.at(y, x) not in "<>" and world.at(y, x - dx) not in turns and world.at(y + dy, x - 2 * dx) != "_":
            return False
    return True


def is_letter(world: World, row: int, column: int) -> bool:
    r"""Tell whether what could be a head between two slopes is a node's name: v, with nothing before it.

        u   w
         \ /
          v
    """
    char = world.at(row, column)
    if not char.isalpha():
        return False
    dy = 1 if GLYPHS[char].head == "S" else -1
    is_apex = all(world.at(row - dy, column + dx) in LEANS["↗" if dx * dy > 0 else "↖"] for dx in (-1, 1))
    return is_apex and not leads(world, row, column, dy) and not is_closed(world, row, column, dy)


def is_leaf(world: World, row: int, column: int, dy: int) -> bool:
    r"""Tell whether what could be a head under a slope, or over it, is a node's name: V, with nothing before it, and a
    name at the slope that parts from that one.

           VP
          /  \
         V    NP
    """
    if not world.at(row, column).isalpha() or leads(world, row, column, dy):
        return False
    slopes = world.rows[row - dy]
    for dx in (-1, 1):                  # where the slope is
        lean, other = (LEANS["↗"], LEANS["↖"]) if dx * dy > 0 else (LEANS["↖"], LEANS["↗"])
        if world.at(row - dy, column + dx) not in lean:
            continue
        x = column + 2 * dx
        while 0 <= x < len(slopes) and slopes[x] == " ":
            x += dx
        feet = (x + dx, x, x + 2 * dx) if 0 <= x < len(slopes) and slopes[x] in other else ()
        foot = next((k for k in feet if is_word(world.at(row, k))), None)
        return foot is not None and (
            world.at(row, foot) not in HEADS or any(is_word(world.at(row, foot + k)) for k in (-1, 1)))
    return False
