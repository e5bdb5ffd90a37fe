r"""Trace slopes, arcs and low lines: rows and their straight strokes -> Slope, ...

A slope runs from cell corner to cell corner. At each end it goes on to what stands there: along its own direction
to the middle of a cell that takes it, to the corner it shares with another slope or a low line, or it bends into
a bar. An arc, ( or ), is a bent slope of one cell. A low line, ___, runs along the bottom of its row.

      .---.         +           ___       |
     /     \         \         /   \      /       ends: a round corner, a node, the end of a low line, a bar above
    (       )         \        \___/     /

Slopes that hang together are ink where one of them touches a stroke, or where they make a shape of their own
(three cells in two rows); a word that touches a slope makes it text unless both its ends are held.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..glyphs import ASKEW, BARS, GLYPHS, LEVEL, UPRIGHT, char_class
from ..model import Axis, Cell, Point, Side, Stroke
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .around import Slope, World
from .humps import ARC_ENDS, puffs, rims
from .lows import trace_lows
from .points import OPPOSITE, STEP, middle
from .shy import CARET, HEADS, begins_a_pattern, is_word
from .spans import Spans

_LEANS: Final = {lean: frozenset(g.char for g in GLYPHS.values() if lean in g.lean) for lean in "↗↖()"}
_ANY: Final = pattern(char_class("".join(g.char for g in GLYPHS.values() if g.lean)))
#: lean -> its ends. An arc's ends point away to the same side.
_ENDS: Final[Mapping[str, tuple[Side, Side]]] = {"↗": ("↗", "↙"), "↖": ("↖", "↘"), "(": ("↗", "↘"), ")": ("↖", "↙")}
_AXES: Final[Mapping[str, Axis]] = {"↗": "u", "↖": "d"}
_LOWER: Final = pattern(f"[.,{ASKEW['ESW']}]")      # round corners that go on downwards, and ...
_UPPER: Final = frozenset(f"'`{ASKEW['NEW']}")         # ... upwards
_TURNS: Final = {-1: frozenset(".,"), 1: frozenset("'`")}       # corners over an arc, and under one
_ROUND: Final = frozenset(g.char for g in GLYPHS.values() if g.round or g.lean in ("(", ")"))
_INTO_ARCS: Final = frozenset(g.char for g in GLYPHS.values() if g.lean or g.shy and g.round) - {"X"}
_CORNERS: Final = frozenset(g.char for g in GLYPHS.values() if g.shy and set("EW") <= set(g.arms) and len(g.arms) > 2)
_LEAST_LINKED: Final = 6                # round corners that are linked to one another alone
_BACKED: Final = 3                      # points at an end that goes on to a bar beside it
_LEAST_CLEAR: Final = 2                 # cells of a slope that words touch elsewhere
_MOST_NAMED: Final = 5                  # letters of a node's name, with its brackets
_BRACKETS: Final = frozenset("()[]{}")
_WRITTEN: Final = frozenset("[]{}<>\"'`?$*")
_LEAST_ARMS: Final = 2                  # slopes at a crossing
_LEAST_CUP: Final = 2                   # cells of a low line between two slopes
_LEAST_CELLS: Final = 3                 # of a shape that touches no stroke


class End(NamedTuple):
    """Where an end of a slope goes: the points that follow, and the cell it runs into, if any."""

    points: tuple[Point, ...]
    cell: Cell | None = None
    held: bool = False                  # by a live stroke
    low: Cell | None = None             # the start of a low line that ends there
    met: bool = False                   # by a slope that leans the other way
    word: Cell | None = None            # the start of a word that it points at


def _end(world: World, cell: Cell, side: Side, lean: str) -> End:
    """Return where the end of a slope at `cell` goes; the order of the rules is their rank."""
    dy, dx = STEP[side]
    row, column = cell
    ahead, glyph = world.at(row + dy, column + dx), GLYPHS.get(world.at(row + dy, column + dx))
    onward = Cell(row + dy, column + dx)
    live = world.is_live(*onward)
    takes = glyph is not None and OPPOSITE[side] in glyph.slopes and (lean in _AXES or ahead in _INTO_ARCS)
    if glyph is not None and takes and ahead not in BARS and _is_no_text(world, onward, dy) and (
            live or glyph.lean or not world.is_touched(*onward)
            or not ahead.isalpha() and _is_pinched(world, onward, dy)):
        return End((middle(onward),), onward, live and not glyph.lean)
    if lean in "()":                    # a cloud: .--(    )--.
        out = -1 if lean == "(" else 1
        if world.at(row + dy, column + out) == world.at(row, column):
            return End((middle(Cell(row + dy, column + out)),), Cell(row + dy, column + out))
        if world.at(row + dy, column) in UPRIGHT and world.v.at(column, row + dy):
            return End((middle(Cell(row + dy, column)),), Cell(row + dy, column), True)
        for aside in (column, column + 2 * dx):         # typed one column off, where it turns back
            if world.at(row + dy, aside) in _TURNS[dy] and world.h.at(row + dy, aside):
                return End((middle(Cell(row + dy, aside)),), Cell(row + dy, aside), True)
        beside = Cell(row, column + out)                # a puff that ends in a corner: (   ).
        if world.at(*beside) in _TURNS[-dy] and not world.is_touched(*beside):
            return End((middle(beside),), beside, world.is_live(*beside))
        if world.at(row, column + out) in LEVEL and world.h.at(row, column + out):
            return End(((middle(cell)[0] + 2 * out, middle(cell)[1]),), Cell(row, column + out), True)
    if takes and ahead in UPRIGHT and _is_pinched(world, onward, dy):
        return End((middle(onward),), onward)
    corner = middle(cell)[0] + dx, middle(cell)[1] + dy
    if lean in _AXES and _is_open_tip(world, cell, side):
        return End(((corner[0] + dx, corner[1]),), met=True)
    other = "↖" if side in ("↗", "↙") else "↗"
    if lean in _AXES and (world.at(row, column + dx) in _LEANS[other] or world.at(row + dy, column) in _LEANS[other]):
        return End((corner,), met=True)
    level = row + min(dy, 0)
    for x in (column + dx, column) if dy < 0 else (column + dx,):
        if world.at(level, x) == "_":
            return End((corner,), low=_low_start(world, level, x))
    if world.at(row + dy, column) in UPRIGHT and world.v.at(column, row + dy):
        return End((middle(cell), (middle(cell)[0], middle(cell)[1] + 2 * dy)), Cell(row + dy, column), True)
    if lean in _AXES and world.at(row + dy, column) in UPRIGHT and world.at(row + 2 * dy, column) in _LEANS[other]:
        alone = Cell(row + dy, column)      # a bar between two slopes: the side of a ring
        return End((middle(cell), middle(alone)), alone)
    if world.at(row, column + dx) in LEVEL and world.h.at(row, column + dx):
        return End((middle(cell), (middle(cell)[0] + 2 * dx, middle(cell)[1])), Cell(row, column + dx), True)
    if takes and live:
        return End((middle(onward),), onward, True)
    if world.at(row, column + dx) in _CORNERS and world.h.at(row, column + dx):
        beside = Cell(row, column + dx)     # a folded corner: +\\
        return End((middle(beside),), beside, True)
    bar = world.v.at(column + dx, row) if lean in _AXES and world.at(row, column + dx) in UPRIGHT else None
    if bar and (bar.start if dy < 0 else bar.stop) == row:      # an amplifier: its back is a bar
        beside = Cell(row, column + dx)
        return End((corner, (middle(beside)[0], corner[1]), middle(beside)), beside, True)
    return End((corner,), word=_word_ahead(world, onward, dx))


def _is_no_text(world: World, cell: Cell, dy: int) -> bool:
    r"""Tell whether what a slope runs into may be ink: an X where slopes cross, a parenthesis that goes on or is free,
    a head that stands for itself.

          /
        (B)     a name in parentheses: a word touches it, and it does not go on      x > y     an operator
                                                                                      /* z */
    """
    char = world.at(*cell)
    if char == "X":
        return _is_crossing(world, *cell)
    if char in HEADS and not world.is_live(*cell):
        far, west, east, beyond = (world.at(cell.row, cell.column + k) for k in (-2, -1, 1, 2))
        if GLYPHS[char].head in ("E", "W") and char in (west, east) or begins_a_pattern(west, char, east) \
                or char == CARET and "_" in (west, east):
            return False                # >>  ^\d  ^_^
        if west == east == " " and all(is_word(side) or side in _BRACKETS for side in (far, beyond)) \
                and not {far, beyond} <= HEADS:         # x > y, and not  v ^ v
            return False
    if char in "()" and (world.is_touched(*cell) or _is_written(world, cell)):
        return world.at(cell.row + dy, cell.column + (1 if char == "(" else -1)) in ARC_ENDS
    return True


def _is_written(world: World, cell: Cell) -> bool:
    r"""Tell whether a parenthesis encloses what no shape does: a bracket, a quote, a letter behind a backslash.

        ^(\d{3})-([a-z])$
         \_____/
    """
    inward = 1 if world.at(*cell) == "(" else -1
    inside, beyond = world.at(cell.row, cell.column + inward), world.at(cell.row, cell.column + 2 * inward)
    return inside in _WRITTEN or inside == "\\" and is_word(beyond)


def _is_open_tip(world: World, cell: Cell, side: Side) -> bool:
    r"""Tell whether a blank alone parts the end of a slope from that of another one, as at the tip of a diamond.

         / \
        /   \     nothing but a line or a head stands over it, and both go on
    """
    dy, dx = STEP[side]
    row, column = cell
    char, other = world.at(row, column), world.at(row, column + 2 * dx)
    if other not in _LEANS["↖" if side in ("↗", "↙") else "↗"] or world.at(row, column + dx) != " ":
        return False
    beyond = world.at(row + dy, column + dx)
    if any(is_word(world.at(row + dy, column + k * dx)) for k in (0, 2)):          # two branches, each with its name
        return False
    goes_on = world.at(row - dy, column - dx) == char and world.at(row - dy, column + 3 * dx) == other
    return goes_on and (beyond == " " or beyond in UPRIGHT or GLYPHS.get(beyond, GLYPHS["-"]).head in ("N", "S"))


def _low_start(world: World, row: int, column: int) -> Cell:
    return Cell(row, len(world.rows[row][: column + 1].rstrip("_")))


def _low_beside(world: World, cell: Cell) -> Cell | None:
    """Return the start of a low line beside a round corner, over it where the corner goes on upwards."""
    row = cell.row - (world.at(*cell) in _UPPER)
    beside = (x for x in (cell.column - 1, cell.column + 1) if world.at(row, x) == "_")
    return next((_low_start(world, row, x) for x in beside), None)


def _word_ahead(world: World, cell: Cell, dx: int) -> Cell | None:
    """Return the start of a word that a slope runs to: at the cell, or one cell on."""
    row, column = cell
    column += 0 if _is_named(world, row, column) else dx
    if not _is_named(world, row, column):
        return None
    while _is_named(world, row, column - 1):
        column -= 1
    return Cell(row, column)


def _is_named(world: World, row: int, column: int) -> bool:
    char = world.at(row, column)
    return char.isalnum() or char in _BRACKETS


def _is_pinched(world: World, cell: Cell, dy: int) -> bool:
    """Tell whether a bar alone stands between two slopes, as in a ring: the second one goes on from it."""
    return any(world.at(cell.row + dy, cell.column + dx) in _LEANS["↗" if dx * dy < 0 else "↖"] for dx in (-1, 1))


class _Chain(NamedTuple):
    cells: tuple[Cell, ...]
    lean: str
    ends: tuple[End, End]


def _is_crossing(world: World, row: int, column: int) -> bool:
    r"""Tell whether the letter X is where two slopes cross: four lines come to its corners, and two of them at
    least are slopes; no word is beside it.

        \ /          \
         X            X       X
        / \          / \     / \        the others are nodes named X
    """
    around = [(side, world.at(row + dy, column + dx)) for side, (dy, dx) in STEP.items() if dy and dx]
    arms = sum(char in _LEANS["↗" if side in "↗↙" else "↖"] - {"X"} for side, char in around)
    return arms >= _LEAST_ARMS and not world.is_touched(row, column) and not any(
        char == " " or is_word(char) and char != "X" for _, char in around)


def _chains(world: World) -> Iterator[_Chain]:
    """Yield maximal straight runs of slopes, and arcs, each with its two ends."""
    cells: dict[str, dict[Cell, None]] = {lean: {} for lean in "↗↖()"}
    for y, row in enumerate(world.rows):
        for match in _ANY.finditer(row):
            char, x = match.group(), match.start()
            if char == "X" and not _is_crossing(world, y, x):
                continue
            for lean in GLYPHS[char].lean:
                cells[lean][Cell(y, x)] = None
    for lean, found in cells.items():
        first, last = _ENDS[lean]
        if lean in "()":
            for cell in found:
                chain = _Chain((cell,), lean, (_end(world, cell, first, lean), _end(world, cell, last, lean)))
                if all(end.cell and set(GLYPHS[world.at(*end.cell)].lean) & _AXES.keys() for end in chain.ends):
                    continue            # the waist of a ring: the slopes meet in its middle
                yield chain
                if all(end.cell for end in chain.ends):
                    yield from _to_sides(world, chain)
                else:
                    yield from _from_inside(world, chain)
            continue
        dy, dx = STEP[last]
        for cell in found:
            if Cell(cell.row - dy, cell.column - dx) in found:
                continue
            run = [cell]
            while (following := Cell(run[-1].row + dy, run[-1].column + dx)) in found:
                run.append(following)
            yield _Chain(tuple(run), lean, (_end(world, run[0], first, lean), _end(world, run[-1], last, lean)))


def _links(world: World) -> Iterator[_Chain]:
    """Yield the links between round corners that face each other, side by side or one row apart.

          .---        the corner above offers its lower left side, the one below its upper right
        .'
    """
    for y, row in enumerate(world.rows):
        for match in _LOWER.finditer(row):
            x = match.start()
            for other in ((y, x - 1), (y, x + 1), (y + 1, x - 1), (y + 1, x + 1)):
                if world.at(*other) not in _UPPER and not _is_crest(world, y, x, *other):
                    continue
                cells = Cell(y, x), Cell(*other)
                lives = [world.is_live(*cell) for cell in cells]
                if other[0] == y and world.h.at(y, x) is not None and world.h.at(y, x) is world.h.at(*other):
                    continue
                if not any(world.is_touched(*c) and not live for c, live in zip(cells, lives, strict=True)):
                    yield _Chain((), "~", tuple(End((middle(c),), c, live, _low_beside(world, c))  # type: ignore[arg-type]
                                                for c, live in zip(cells, lives, strict=True)))
                    yield from _to_walls(world, cells)


def _to_sides(world: World, arc: _Chain) -> Iterator[_Chain]:
    """Yield the links from an arc to a bar right above or below it: the sides of a cylinder."""
    cell = arc.cells[0]
    for dy in (-1, 1):
        bar = Cell(cell.row + dy, cell.column)
        if world.at(*bar) in UPRIGHT and world.v.at(bar.column, bar.row) and bar not in [e.cell for e in arc.ends]:
            yield _Chain((), "~", (End((middle(cell),), cell), End((middle(bar),), bar, True)))


def _is_crest(world: World, y: int, x: int, row: int, column: int) -> bool:
    """Tell whether two corners side by side are the top of a curve, which goes down from both.

          ..
        .'  '.
    """
    return row == y and column == x + 1 and world.at(row, column) in ".," \
        and world.at(y + 1, x - 1) in _UPPER and world.at(y + 1, column + 1) in _UPPER


def _from_inside(world: World, arc: _Chain) -> Iterator[_Chain]:
    """Yield the link from an arc that another one leads to, to where its other end goes: the bulge of a cloud.

         (
        (        the arc over it leads to its middle
         '--
    """
    cell = arc.cells[0]
    inward = 1 if arc.lean == "(" else -1
    for dy, end in zip((1, -1), arc.ends, strict=True):         # the upper end, and the arc under the cell
        if end.cell and world.at(cell.row + dy, cell.column + inward) == world.at(*cell) \
                and not world.is_touched(*cell):
            yield _Chain((), "~", (End((middle(cell),), cell), end))


def _to_walls(world: World, cells: Iterable[Cell]) -> Iterator[_Chain]:
    for cell in cells:
        for dx in (-1, 1):
            wall = Cell(cell.row, cell.column + dx)
            if not world.is_live(*cell) and world.at(*wall) in UPRIGHT and world.v.at(wall.column, wall.row):
                yield _Chain((), "~", (End((middle(cell),), cell), End((middle(wall),), wall, True)))


def _is_typed(world: World, chain: _Chain) -> bool:
    """Tell whether words or slopes beside it say that a chain is text, as far as it alone can tell."""
    ends = [end.cell is not None or end.points != _own_corner(chain, i) for i, end in enumerate(chain.ends)]
    if chain.lean in "()" and not all(end.cell or end.low for end in chain.ends):
        return True
    if touched := max((world.touching(*cell) for cell in chain.cells), default=0):
        # a word between two slopes is theirs (\\a/) where both run into nodes; between two words a slope is theirs
        nodes = all(end.cell is not None and world.at(*end.cell) not in BARS for end in chain.ends)
        if chain.lean in "()" or not _is_side(world, chain) and (touched > 1 or not nodes):
            return True
    if not chain.cells:
        return False
    if len(chain.cells) == 1 and all(len(end.points) > 1 and end.points[-1][1] == end.points[0][1]
                                     for end in chain.ends):
        return True                     # --/-->: a line with a sign in it
    # a / b in a box of one row: that an edge runs above and below it says nothing
    edges = [end.cell is not None and len(end.points) == 1 and world.at(*end.cell) in LEVEL for end in chain.ends]
    into_more = any(end.cell and not edge for end, edge in zip(chain.ends, edges, strict=True))
    met = any(end.met for end in chain.ends)        # the side of a bubble turns back
    if len(chain.cells) == 1 and any(edges) and not into_more and not met and GLYPHS[world.at(*chain.cells[0])].shy:
        return True
    backs = [len(end.points) == _BACKED for end in chain.ends]
    if len(chain.cells) == 1 and any(backs) and (all(backs) or not all(
            end.cell or end.low or end.met for end in chain.ends)):
        return True
    doubled = any(world.at(c.row, c.column + k) == world.at(*c) for c in chain.cells for k in (-1, 1))
    return doubled and not into_more and (any(edges) or not all(ends))


def _is_side(world: World, chain: _Chain) -> bool:
    """Tell whether a slope is the side of a shape, whatever word touches it: most of it is clear of words.

          /\\
         /a \\      a cell alone that is clear will do where both ends meet other lines
        /____\\
    """
    clear = sum(not world.is_touched(*cell) for cell in chain.cells)
    met = all(end.cell or end.low or end.met for end in chain.ends)
    return 2 * clear >= len(chain.cells) and (clear >= _LEAST_CLEAR or met)


def _own_corner(chain: _Chain, end: int) -> tuple[Point, ...]:
    cell, side = chain.cells[0 if end == 0 else -1], _ENDS[chain.lean][end]
    dy, dx = STEP[side]
    return ((middle(cell)[0] + dx, middle(cell)[1] + dy),)


def _groups(chains: list[_Chain]) -> Iterator[list[_Chain]]:
    """Yield the chains that hang together: they share a node, run into one another, or meet in a corner."""
    owner: dict[object, int] = {}
    parent = list(range(len(chains)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, chain in enumerate(chains):
        keys: list[object] = [*chain.cells]
        for end in chain.ends:
            keys.append(end.cell if end.cell is not None else end.points[-1])
            keys += [("low", end.low)] if end.low else []
        for key in keys:
            parent[root(owner.setdefault(key, i))] = root(i)
    groups: dict[int, list[_Chain]] = {}
    for i, chain in enumerate(chains):
        groups.setdefault(root(i), []).append(chain)
    yield from groups.values()


def _is_shape(world: World, group: list[_Chain]) -> bool:
    cells = {cell for chain in group for cell in chain.cells}
    cells |= {end.cell for chain in group for end in chain.ends if end.cell and world.at(*end.cell) in "()"}
    longest = max(len(chain.cells) for chain in group)
    if any(all(end.low for end in chain.ends) for chain in group):
        return True
    lows = Counter(end.low for chain in group for end in chain.ends if end.low)
    if any(ends > 1 and world.rows[low.row].startswith("_" * _LEAST_CUP, low.column) for low, ends in lows.items()):
        return True                     # a cup: \\___/
    if not cells:
        return len({end.cell for chain in group for end in chain.ends}) >= _LEAST_LINKED
    if longest >= 2:
        return True
    corners = {end.cell for chain in group if not chain.cells for end in chain.ends}
    is_enough = len(cells) >= _LEAST_CELLS or len(cells) + len(corners) >= _LEAST_LINKED
    return is_enough and len({cell.row for cell in cells}) >= 2


def _branches(world: World, chains: Iterable[_Chain]) -> Iterator[_Chain]:
    r"""Yield the slopes from word to word that stand clear in their rows: those of a tree, or a graph of letters.

          8              B---C         from one short word to another, or two at least from a word of any length
         / \            /
        3   10      A---D
    """
    found = [chain for chain in chains if chain.lean in _AXES and _is_clear(world, chain)
             and all(end.word or end.cell or end.low or end.met for end in chain.ends)]
    leaving: dict[tuple[Cell, int], set[str]] = {}
    for chain in found:
        for k, end in enumerate(chain.ends):
            if end.word:
                leaving.setdefault((end.word, k), set()).add(chain.lean)
    for chain in found:
        words = [(end.word, k) for k, end in enumerate(chain.ends) if end.word]
        if words and all(_is_short(world, word) for word, _ in words) or any(len(leaving[key]) > 1 for key in words):
            yield chain


def _is_clear(world: World, chain: _Chain) -> bool:
    """Tell whether no word stands beside a slope, nor the star of a comment."""
    beside = (world.at(row, column + k) for row, column in chain.cells for k in (-2, -1, 1, 2))
    return not any(char == "*" or is_word(char) for char in beside)


def _is_short(world: World, word: Cell) -> bool:
    """Tell whether a word may be a node's name: a few letters, and none before them."""
    row, start = word
    stop = start
    while _is_named(world, row, stop) and stop - start <= _MOST_NAMED:
        stop += 1
    goes_on = stop - start > 1 and world.at(row, stop) == " " and is_word(world.at(row, stop + 1))
    return stop - start <= _MOST_NAMED and not goes_on and not is_word(world.at(row, start - 2))


def _slope(chain: _Chain, rows: tuple[str, ...]) -> Slope:
    first, last = chain.ends
    inner = [middle(chain.cells[0])] if chain.lean in "()" else []
    if not chain.cells:
        ends = first.points[0], last.points[0]
        return Slope(ends, (), tuple(end.cell for end in chain.ends if end.cell), None, ends)
    path = (*reversed(first.points), *inner, *last.points)
    nodes = tuple(end.cell for end in chain.ends if end.cell is not None)
    stroke = None
    if chain.lean in _AXES:
        a, b = sorted((chain.cells[0], chain.cells[-1]), key=lambda cell: cell.column)
        line = a.row + a.column if chain.lean == "↗" else a.row - a.column
        stroke = Stroke(_AXES[chain.lean], line, a.column, b.column)
    smooth = [middle(cell) for cell in nodes if rows[cell.row][cell.column] in _ROUND]
    smooth += inner
    if inner or any(rows[cell.row][cell.column] in _ROUND for cell in nodes):
        smooth += [end.points[0] for end in chain.ends if len(end.points) == 2]
    return Slope(path, chain.cells, nodes, stroke, tuple(smooth))


def trace_slopes(rows: tuple[str, ...], h: Spans, v: Spans) -> list[Slope]:
    """Return the slopes, arcs and low lines of `rows`, beside the straight strokes `h` and `v`."""
    world = World(rows, h, v)
    found: list[Slope] = []
    chains = [chain for chain in _chains(world) if not _is_typed(world, chain)]
    chains += dict.fromkeys(_links(world))
    rest: list[_Chain] = []
    if chains:
        for group in _groups(chains):
            if any(end.held for chain in group for end in chain.ends) or _is_shape(world, group):
                found += (_slope(chain, rows) for chain in group)
            else:
                rest += group
        found += (_slope(chain, rows) for chain in _branches(world, rest))
    found += rims(world)
    if any(")─" in row or "─(" in row or ")-" in row for row in rows):
        found += puffs(world, {cell for slope in found for cell in slope.cells})
    if any("_" in row for row in rows):
        found += trace_lows(world, found)
    return found
