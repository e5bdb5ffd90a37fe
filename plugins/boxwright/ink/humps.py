"""Trace what curves beside level lines: the humps of a cloud, the rims of a cylinder: World -> Slope, ...

     .-(    )-.        |          |
    (          )       |'--------'|     each from a corner, or a line, to another one
     '-(____)-'
"""
from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..glyphs import GLYPHS, UPRIGHT
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .apexes import points_at_a_box
from .around import Slope, World
from .points import middle
from .shy import HEADS, ROUND_SHY

_PUFF: Final = pattern(r"[.,'`][-─]*(\((?: +|_+)\))[-─]*[.,'`]")
#: What an arc goes on to: a slope, or a round corner.
ARC_ENDS: Final = frozenset("/\\.,'`")
_ONWARD: Final = {char: 1 if "S" in GLYPHS[char].arms else -1 for char in ROUND_SHY}      # down, or up


def puffs(world: World, taken: Collection[Cell]) -> Iterator[Slope]:
    """Yield the humps between two parentheses in a line: of a cloud, upwards over blanks, and downwards along ___.

         .-(    )-.        .-(    ).
        (          )      (         '-.        one of them may stand right beside a corner
         '-(____)-'        '-._____.--'
    """
    for y, row in enumerate(world.rows):
        for match in _PUFF.finditer(row):
            left, right = match.start(1), match.end(1) - 1
            outer = [Cell(y, left - 1), Cell(y, right + 1)]
            beside = [world.h.at(*cell) is not None for cell in outer]
            if (y, left) in taken or not any(beside) or not all(
                    is_live or world.at(*cell) in ARC_ENDS for cell, is_live in zip(outer, beside, strict=True)):
                continue
            across = 2 * y + 2 * (row[left + 1] == "_")
            (ax, ay), (bx, by) = middle(Cell(y, left)), middle(Cell(y, right))
            bends = (ax, ay), (ax, across), (bx, across), (bx, by)
            cells = [left, right, *(range(left, right) if row[left + 1] == "_" else ())]
            yield Slope((middle(outer[0]), *bends, middle(outer[1])), tuple(Cell(y, x) for x in dict.fromkeys(cells)),
                        (), None, bends)


def round_ends(world: World) -> Iterator[tuple[int, int, int, int]]:
    """Yield the round corners at the ends of level lines: row, column, the way out of the line, the way on."""
    for y, strokes in world.h.by_line.items() if any(map(world.whole.__contains__, _ONWARD)) else ():
        row = world.rows[y]
        for stroke in strokes:
            for x, dx in ((stroke.start, -1), (stroke.stop, 1)):
                if row[x] in _ONWARD:
                    yield y, x, dx, _ONWARD[row[x]]


def hooks(world: World, ends: Iterable[tuple[int, int, int, int]]) -> Iterator[Slope]:
    """Yield the curves from a round corner at the end of a line to a head beside it that points at an edge: of a loop.

         .-.        a --.
        (   v            >--- c         and two that meet in an angle
        +-----+     b --'
    """
    for y, x, dx, dy in ends:
        char = world.at(y + dy, x + dx)
        if char not in HEADS:
            continue
        head = Cell(y + dy, x + dx)
        node, end = middle(Cell(y, x)), middle(head)
        if char == "<>"[dx > 0] and _merges(world, y, x, dx, dy):
            yield Slope((node, end), (head,), (Cell(y, x),), None, (node,))
            if dy > 0:
                yield Slope((end, (end[0] + 2 * dx, end[1])), (head,), (), None)
        elif GLYPHS[char].head == ("S" if dy > 0 else "N") and not world.v.at(x, y) \
                and world.at(head.row, x) == world.at(head.row, x + 2 * dx) == world.at(y, x + dx) == " " \
                and points_at_a_box(world, head):
            yield Slope((node, (end[0], node[1]), end), (head,), (Cell(y, x),), None, ((end[0], node[1]),))


def _merges(world: World, y: int, x: int, dx: int, dy: int) -> bool:
    """Tell whether the corner at (y, x) and one two rows on turn to one line, which begins with an angle."""
    other, on = Cell(y + 2 * dy, x), Cell(y + dy, x + 2 * dx)
    return world.at(*other) in ("'`" if dy > 0 else ".,") and world.h.at(*other) is not None \
        and world.at(y + dy, x) == " " and world.h.at(*on) is not None


def rims(world: World, ends: Iterable[tuple[int, int, int, int]]) -> Iterator[Slope]:
    """Yield the curves from a round corner to the wall beside it, one row on: the rim of a cylinder.

        |          |
        |'--------'|
    """
    for y, x, dx, dy in ends:
        if world.at(y, x + dx) not in UPRIGHT:
            continue
        wall = world.v.at(x + dx, y)
        if wall and wall.start <= y + dy <= wall.stop and not world.v.at(x, y):
            node, end = middle(Cell(y, x)), middle(Cell(y + dy, x + dx))
            yield Slope((node, (end[0], node[1]), end), (), (Cell(y, x), Cell(y + dy, x + dx)), None,
                        ((end[0], node[1]),))
