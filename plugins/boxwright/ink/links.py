"""Link round corners that face each other: World -> Chains without cells, each from corner to corner.

          .--.
        .'    '.        corners side by side, and corners one row apart; a bar or an angle alone may stand between
       |        |       two of them
        '.    .'
          '--'

Where such steps follow one another they are one slope: it runs through the middle of each.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..glyphs import ASKEW, UPRIGHT
from ..model import Cell, Point
from ..patterns import pattern
from ..typed import Final
from .around import Chain, End, World
from .points import middle

_LOWER: Final = pattern("[.,]")         # round corners that go on downwards; one is slow to compile with them
_ASKEW: Final = pattern(ASKEW["ESW"])
_UPPER: Final = frozenset(f"'`{ASKEW['NEW']}")         # those that go on upwards
_HAS_NO_UPPER: Final = _UPPER.isdisjoint
TURNS: Final = {-1: frozenset(".,"), 1: frozenset("'`")}       # corners over an arc, and under one
_MOST_LOW: Final = 16                   # cells of a low line that is part of a curve
_ONWARD: Final = {way: UPRIGHT | frozenset(f"<>.,'`{slope}") for way, slope in ((1, "/"), (-1, "\\"))}
_STEPS: Final = frozenset(".,'`")


def links(world: World) -> Iterator[Chain]:
    """Yield the links between round corners that face each other, side by side or one row apart.

          .---        the corner above offers its lower left side, the one below its upper right
        .'
    """
    rows = world.rows
    for y, row in enumerate(rows):
        below = rows[y + 1] if y + 1 < len(rows) else ""
        for match in (*_LOWER.finditer(row), *(_ASKEW.finditer(row) if ASKEW["ESW"] in row else ())):
            x = match.start()
            near = slice(max(x - 1, 0), x + 2)
            if _HAS_NO_UPPER(row[near]) and _HAS_NO_UPPER(below[near]):
                continue
            yield from _pinches(world, y, x)
            for other in ((y, x - 1), (y, x + 1), (y + 1, x - 1), (y + 1, x + 1)):
                if world.at(*other) not in _UPPER and not _is_crest(world, y, x, *other):
                    continue
                cells = Cell(y, x), Cell(*other)
                lives = [world.is_live(*cell) for cell in cells]
                if other[0] == y and world.h.at(y, x) is not None and world.h.at(y, x) is world.h.at(*other):
                    continue
                if not any(world.is_touched(*c) and not live for c, live in zip(cells, lives, strict=True)):
                    one, two = (_corner(world, *each) for each in zip(cells, lives, strict=True))
                    yield Chain((), "~", (one, two))
                    yield from _to_walls(world, cells)


def _corner(world: World, cell: Cell, live: bool) -> End:
    """Return the end of a link at a round corner."""
    low = _low_beside(world, cell)
    return End((place(world, cell),), cell, live or low is not None and _is_held(world, low), low)


def place(world: World, cell: Cell) -> Point:
    """Return the point of a round corner: its middle, or that of the step which it is part of, in a row of steps.

           .'
         .'         each step is a round corner that goes on downwards, beside one that goes on upwards
    """
    row, column = cell
    char = world.at(row, column)
    if char not in _STEPS or world.is_live(row, column) or _low_beside(world, cell):
        return middle(cell)
    down = char in TURNS[-1]
    for way in (-1, 1):                 # from the lower corner of the step to the upper one
        lower = column if down else column - way
        onward = world.at(row + 1, column - way) if down else world.at(row - 1, column + way)
        if onward in _ONWARD[way] and _is_step(world, row, lower, way) \
                and world.at(row, lower - way) == world.at(row, lower + 2 * way) == " " \
                and any(_is_step(world, row + k, lower - 2 * k * way, way) for k in (-1, 1)):
            return 2 * lower + 1 + way, 2 * row + 1
    return middle(cell)


def _is_step(world: World, row: int, lower: int, way: int) -> bool:
    """Tell whether a round corner that goes on downwards has one beside it that goes on upwards."""
    return world.at(row, lower) in TURNS[-1] and world.at(row, lower + way) in TURNS[1]


def _pinches(world: World, y: int, x: int) -> Iterator[Chain]:
    """Yield the links through a bar or an angle alone between two steps: the side of a ring, the tip of a diamond.

          '.        .'
            >      |
          .'        '.
    """
    for way, angle in ((-1, "<"), (1, ">")):
        between = Cell(y + 1, x + way)
        char = world.at(*between)
        if (char == angle or char in UPRIGHT and world.v.at(between.column, between.row) is None) \
                and world.at(y, x - way) in _UPPER and world.at(y + 2, x) in _UPPER \
                and world.at(y + 2, x - way) in TURNS[-1]:
            for corner in (Cell(y, x), Cell(y + 2, x)):
                yield Chain((), "~", (End((place(world, corner),), corner), End((middle(between),), between)))


def _is_crest(world: World, y: int, x: int, row: int, column: int) -> bool:
    """Tell whether two corners side by side are the top of a curve, which goes down from both.

          ..
        .'  '.
    """
    return row == y and column == x + 1 and world.at(row, column) in ".," \
        and world.at(y + 1, x - 1) in _UPPER and world.at(y + 1, column + 1) in _UPPER


def low_start(world: World, row: int, column: int) -> Cell:
    return Cell(row, len(world.rows[row][: column + 1].rstrip("_")))


def _is_held(world: World, low: Cell) -> bool:
    """Tell whether a low line that starts at `low` has the live round corner of a level line at an end: _.---"""
    stop = low.column
    while world.at(low.row, stop) == "_" and stop - low.column < _MOST_LOW:
        stop += 1
    return any(world.at(low.row, x) in TURNS[-1] and world.h.at(low.row, x) for x in (low.column - 1, stop))


def _low_beside(world: World, cell: Cell) -> Cell | None:
    """Return the start of a low line beside a round corner, over it where the corner goes on upwards."""
    row = cell.row - (world.at(*cell) in _UPPER)
    beside = (x for x in (cell.column - 1, cell.column + 1) if world.at(row, x) == "_")
    return next((low_start(world, row, x) for x in beside), None)


def _to_walls(world: World, cells: Iterable[Cell]) -> Iterator[Chain]:
    for cell in cells:
        for dx in (-1, 1):
            wall = Cell(cell.row, cell.column + dx)
            if not world.is_live(*cell) and world.at(*wall) in UPRIGHT and world.v.at(wall.column, wall.row):
                yield Chain((), "~", (End((place(world, cell),), cell), End((middle(wall),), wall, True)))
