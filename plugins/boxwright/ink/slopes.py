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
from collections.abc import Iterable, Iterator

from ..glyphs import ASKEW, BARS, GLYPHS, LEVEL, UPRIGHT, char_class, those
from ..model import Cell, Side, Stroke
from ..patterns import pattern
from ..typed import Final
from .apexes import AXES, ENDS, LEANS, is_leaf, is_letter, points_at_a_box, stem_of
from .around import Chain, End, Slope, World
from .humps import ARC_ENDS, hooks, puffs, rims, round_ends
from .links import TURNS, links, low_start, place
from .lows import lozenges, trace_lows
from .points import OPPOSITE, STEP, middle
from .shy import CARET, HEADS, begins_a_pattern, is_word
from .slashes import BRACKETS, branches, is_flat, is_in_a_word, is_typed, is_under_a_word, word_ahead
from .spans import Spans
from .waves import trace_waves

_ANY: Final = pattern(char_class(those(lambda g: g.lean)))
_ROUND: Final = frozenset(those(lambda g: g.round or g.lean in ("(", ")")))
_INTO_ARCS: Final = frozenset(
    g.char for g in GLYPHS.values() if g.lean and g.char != "X" or g.shy and g.round or g.char in ASKEW.values())
_CORNERS: Final = frozenset(those(lambda g: g.shy and set("EW") <= set(g.arms) and len(g.arms) > 2))
_BAR: Final = pattern(r"[|│](?<![^ /╱].)(?![^ \\╲])")
_LEAST_LINKED: Final = 6                # round corners that are linked to one another alone
_WRITTEN: Final = frozenset("[]{}<>\"'`?$*")
_LEAST_ARMS: Final = 2                  # slopes at a crossing
_LEAST_FLAT: Final = 3                  # slopes of one cell, two columns apart, that are one line
_LEAST_CUP: Final = 2                   # cells of a low line between two slopes
_LEAST_CELLS: Final = 3                 # of a shape that touches no stroke


def _end(world: World, cell: Cell, side: Side, lean: str) -> End:
    """Return where the end of a slope at `cell` goes; the order of the rules is their rank."""
    dy, dx = STEP[side]
    row, column = cell
    ahead, glyph = world.at(row + dy, column + dx), GLYPHS.get(world.at(row + dy, column + dx))
    onward = Cell(row + dy, column + dx)
    live = world.is_live(*onward)
    if lean in AXES and (tip := stem_of(world, cell, side)):
        return End((tip,), held=True, met=True, stem=onward)
    takes = glyph is not None and OPPOSITE[side] in glyph.slopes and (lean in AXES or ahead in _INTO_ARCS)
    is_amid = ahead in HEADS and world.at(row + dy, column + 2 * dx) == ahead \
        and world.is_live(row + dy, column + 2 * dx)        # several heads side by side: vvv
    if glyph is not None and takes and ahead not in BARS and _is_no_text(world, onward, dy) \
            and not (glyph.lean and is_under_a_word(world, cell, onward)) and (
            live or is_amid or glyph.lean or not world.is_touched(*onward)
            or not ahead.isalpha() and _is_pinched(world, onward, dy)):
        held = live and not glyph.lean or is_amid or points_at_a_box(world, onward)
        return End((place(world, onward),), onward, held)
    if lean in "()":                    # a cloud: .--(    )--.
        out = -1 if lean == "(" else 1
        if world.at(row + dy, column + out) == world.at(row, column):
            return End((middle(Cell(row + dy, column + out)),), Cell(row + dy, column + out))
        if world.at(row + dy, column) in UPRIGHT and world.v.at(column, row + dy):
            return End((middle(Cell(row + dy, column)),), Cell(row + dy, column), True)
        for aside in (column, column + 2 * dx):         # typed one column off, where it turns back
            if world.at(row + dy, aside) in TURNS[dy] and world.h.at(row + dy, aside):
                return End((middle(Cell(row + dy, aside)),), Cell(row + dy, aside), True)
        if not takes and world.at(row - dy, column + dx) in TURNS[-dy] and world.h.at(row - dy, column + dx) \
                and _is_edge(world, row + dy, column, dy):
            on = Cell(row + dy, column)                 # a loop, from a round corner to the edge of its box
            return End((middle(on),), on, True)
        beside = Cell(row, column + out)                # a puff that ends in a corner: (   ).
        if world.at(*beside) in TURNS[-dy] and not world.is_touched(*beside):
            return End((middle(beside),), beside, world.is_live(*beside))
        if world.at(row, column + out) in LEVEL and world.h.at(row, column + out) \
                and world.at(row + dy, column - out) != world.at(row, column):          # but for a line at a bulge
            return End(((middle(cell)[0] + 2 * out, middle(cell)[1]),), Cell(row, column + out), True)
    if takes and ahead in UPRIGHT and _is_pinched(world, onward, dy):
        return End((middle(onward),), onward)
    corner = middle(cell)[0] + dx, middle(cell)[1] + dy
    if lean in AXES and _is_open_tip(world, cell, side):
        return End(((corner[0] + dx, corner[1]),), met=True)
    other = "↖" if side in ("↗", "↙") else "↗"
    if lean in AXES and (world.at(row, column + dx) in LEANS[other] or world.at(row + dy, column) in LEANS[other]
                         and not is_in_a_word(world, Cell(row + dy, column))):
        return End((corner,), met=True)
    level = row + min(dy, 0)
    for x in (column + dx, column) if dy < 0 else (column + dx,):
        if world.at(level, x) == "_":
            return End((corner,), low=low_start(world, level, x))
    if world.at(row + dy, column) in UPRIGHT and world.v.at(column, row + dy):
        return End((middle(cell), (middle(cell)[0], middle(cell)[1] + 2 * dy)), Cell(row + dy, column), True)
    if lean in AXES and world.at(row + dy, column) in UPRIGHT and world.at(row + 2 * dy, column) in LEANS[other]:
        alone = Cell(row + dy, column)      # a bar between two slopes: the side of a ring
        return End((middle(cell), middle(alone)), alone)
    if world.at(row, column + dx) in LEVEL and world.h.at(row, column + dx):
        if lean in AXES and world.at(row, column - dx) in LEVEL and world.h.at(row, column - dx) \
                and not _is_alone(world, cell, side) and world.at(row + dy, column + 2 * dx) != world.at(*cell):
            return End((middle(cell),), held=True)      # on an axis, which goes on: no slope comes on its other side
        return End((middle(cell), (middle(cell)[0] + 2 * dx, middle(cell)[1])), Cell(row, column + dx), True)
    if takes and live:
        return End((middle(onward),), onward, True)
    if world.at(row, column + dx) in _CORNERS and world.h.at(row, column + dx):
        beside = Cell(row, column + dx)     # a folded corner: +\\
        return End((middle(beside),), beside, True)
    bar = world.v.at(column + dx, row) if lean in AXES and world.at(row, column + dx) in UPRIGHT else None
    if bar and ahead == " " and (bar.start if dy < 0 else bar.stop) == row:     # an amplifier: its back is a bar
        beside = Cell(row, column + dx)
        return End((corner, (middle(beside)[0], corner[1]), middle(beside)), beside, True)
    if lean in AXES and ahead in TURNS[-dy] and world.h.at(*onward) and world.v.at(onward.column, onward.row):
        return End((middle(onward),), onward, True)     # the corner of a box, from outside
    return End((corner,), word=word_ahead(world, onward, dx))


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
        if is_letter(world, *cell) or is_leaf(world, *cell, dy):
            return False
        far, west, east, beyond = (world.at(cell.row, cell.column + k) for k in (-2, -1, 1, 2))
        if GLYPHS[char].head in ("E", "W") and char in (west, east) or begins_a_pattern(west, char, east) \
                or char == CARET and "_" in (west, east):
            return False                # >>  ^\d  ^_^
        if west == east == " " and all(is_word(side) or side in BRACKETS for side in (far, beyond)) \
                and not {far, beyond} <= HEADS:         # x > y, and not  v ^ v
            return False
    if GLYPHS[char].lean in AXES and is_in_a_word(world, cell):
        return False                    # a/b
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


def _is_edge(world: World, row: int, column: int, dy: int) -> bool:
    """Tell whether a level line runs on to both sides of a cell, or has a corner there, and has a wall beyond it, up or
    down: it is the edge of a box, and not the line from one winding of a coil.

         .----.
        (.-') |
        (.-') |
    """
    line = world.h.at(row, column)
    return line is not None and (line.start < column < line.stop or world.at(row, column) not in LEVEL) \
        and any(world.at(row + dy, end) in UPRIGHT for end in (line.start, line.stop))


def _is_alone(world: World, cell: Cell, side: Side) -> bool:
    """Tell whether a slope does not go on behind the cell of its end."""
    dy, dx = STEP[side]
    return world.at(cell.row - dy, cell.column - dx) != world.at(*cell)


def _is_open_tip(world: World, cell: Cell, side: Side) -> bool:
    r"""Tell whether a blank alone parts the end of a slope from that of another one, as at the tip of a diamond.

         / \
        /   \     nothing but a line or a head stands over it, and both go on
    """
    dy, dx = STEP[side]
    row, column = cell
    char, other = world.at(row, column), world.at(row, column + 2 * dx)
    if other not in LEANS["↖" if side in ("↗", "↙") else "↗"] or world.at(row, column + dx) != " ":
        return False
    beyond = world.at(row + dy, column + dx)
    if any(is_word(world.at(row + dy, column + k * dx)) for k in (0, 2)):          # two branches, each with its name
        return False
    goes_on = world.at(row - dy, column - dx) == char and world.at(row - dy, column + 3 * dx) == other
    return goes_on and (beyond == " " or beyond in UPRIGHT or GLYPHS.get(beyond, GLYPHS["-"]).head in ("N", "S"))


def _is_pinched(world: World, cell: Cell, dy: int) -> bool:
    """Tell whether a bar alone stands between two slopes, as in a ring: the second one goes on from it."""
    return any(world.at(cell.row + dy, cell.column + dx) in LEANS["↗" if dx * dy < 0 else "↖"] for dx in (-1, 1))


def _is_crossing(world: World, row: int, column: int) -> bool:
    r"""Tell whether the letter X is where two slopes cross, or two low lines; no word is beside it.

        \ /          \                  ____ ____
         X            X       X         ____X____      four lines come to its corners, two of them at least slopes;
        / \          / \     / \                       the others are nodes named X
    """
    around = [(side, world.at(row + dy, column + dx)) for side, (dy, dx) in STEP.items() if dy and dx]
    arms = sum(char in LEANS["↗" if side in "↗↙" else "↖"] - {"X"} for side, char in around)
    is_met = arms >= _LEAST_ARMS and not any(char == " " or is_word(char) and char != "X" for _, char in around) or all(
        world.at(y, column + dx) == "_" for y in (row - 1, row) for dx in (-1, 1))
    return is_met and not world.is_touched(row, column)


def _chains(world: World) -> Iterator[Chain]:
    """Yield maximal straight runs of slopes, and arcs, each with its two ends; some that are text are left out."""
    cells: dict[str, dict[Cell, None]] = {lean: {} for lean in "↗↖()"}
    for y, x, char in world.found(_ANY):
        if char != "X" or _is_crossing(world, y, x):
            for lean in GLYPHS[char].lean:
                cells[lean][Cell(y, x)] = None
    for lean, found in cells.items():
        first, last = ENDS[lean]
        if lean in "()":
            for cell in found:
                if world.is_touched(*cell) and not any(
                        world.at(cell.row + dy, cell.column) in UPRIGHT for dy in (-1, 1)):
                    continue            # text, wherever its ends go, and no rim over a side
                chain = Chain((cell,), lean, (_end(world, cell, first, lean), _end(world, cell, last, lean)))
                if all(end.cell and set(GLYPHS[world.at(*end.cell)].lean) & AXES.keys() for end in chain.ends):
                    continue            # the waist of a ring: the slopes meet in its middle
                yield chain
                if all(end.cell for end in chain.ends):
                    yield from _to_sides(world, chain)
                else:
                    yield from _from_inside(world, chain)
            continue
        dy, dx = STEP[last]
        runs: list[tuple[Cell, ...]] = []
        for cell in found:
            before = Cell(cell.row - dy, cell.column - dx)
            if before in found and not is_under_a_word(world, cell, before):
                continue
            run = [cell]
            while (following := Cell(run[-1].row + dy, run[-1].column + dx)) in found \
                    and not is_under_a_word(world, following, run[-1]):
                run.append(following)
            while len(run) > 1 and is_in_a_word(world, run[0]):
                run.pop(0)
            while len(run) > 1 and is_in_a_word(world, run[-1]):
                run.pop()
            runs.append(tuple(run))
        flat = _flat_runs(world, runs, dx)
        for along in runs:
            if len(along) == 1 and is_in_a_word(world, along[0]):
                continue                # a/b is text, wherever its ends go
            yield Chain(along, lean, (_end(world, along[0], first, lean), _end(world, along[-1], last, lean)))
        for along in flat:
            yield Chain(along, lean, (_flat_end(world, along[0], first, lean), _flat_end(world, along[-1], last, lean)))


def _flat_end(world: World, cell: Cell, side: Side, lean: str) -> End:
    """Return where the end of a slope goes whose cells are two columns apart: it may be as far to a stroke."""
    end = _end(world, cell, side, lean)
    (dy, dx), (row, column) = STEP[side], cell
    onward = Cell(row + dy, column + 2 * dx)
    if end.cell or end.low or end.met or end.held or not world.is_live(*onward) \
            or not world.at(row, column + dx) == world.at(row + dy, column + dx) == " ":
        return end
    return End((middle(onward),), onward, True)


def _flat_runs(world: World, runs: list[tuple[Cell, ...]], dx: int) -> list[tuple[Cell, ...]]:
    r"""Take those of `runs` that are one cell out, where they follow one another two columns apart, and return these.

        ---\
             \
               \
                |
    """
    alone = {run[0]: None for run in runs if len(run) == 1}
    if len(alone) < _LEAST_FLAT:
        return []

    def next_to(cell: Cell, way: int) -> Cell | None:
        other = Cell(cell.row + way, cell.column + 2 * way * dx)
        is_free = world.at(cell.row, cell.column + way * dx) == world.at(other.row, other.column - way * dx) == " "
        return other if is_free and other in alone else None

    flat: list[tuple[Cell, ...]] = []
    for cell in alone:
        if next_to(cell, -1) is None:
            run = [cell]
            while after := next_to(run[-1], 1):
                run.append(after)
            if len(run) >= _LEAST_FLAT:
                flat.append(tuple(run))
    if flat:
        taken = {cell for cells in flat for cell in cells}
        runs[:] = [run for run in runs if run[0] not in taken]
    return flat


def _to_sides(world: World, arc: Chain) -> Iterator[Chain]:
    """Yield the links from an arc to a bar right above or below it: the sides of a cylinder."""
    cell = arc.cells[0]
    for dy in (-1, 1):
        bar = Cell(cell.row + dy, cell.column)
        if world.at(*bar) in UPRIGHT and world.v.at(bar.column, bar.row) and bar not in [e.cell for e in arc.ends]:
            yield Chain((), "~", (End((middle(cell),), cell), End((middle(bar),), bar, True)))


def _from_inside(world: World, arc: Chain) -> Iterator[Chain]:
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
            yield Chain((), "~", (End((middle(cell),), cell), end))


def _groups(chains: list[Chain]) -> Iterator[list[Chain]]:
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
    groups: dict[int, list[Chain]] = {}
    for i, chain in enumerate(chains):
        groups.setdefault(root(i), []).append(chain)
    yield from groups.values()


def _is_on_a_base(world: World, chain: Chain) -> bool:
    r"""Tell whether a low line begins beside the lower end of a slope.

          ___
         /   \
        /_____\
    """
    if not chain.cells or chain.lean not in AXES:
        return False
    row, column = chain.cells[-1]
    return world.at(row, column + (1 if chain.lean == "↗" else -1)) == "_"


def _is_shape(world: World, group: list[Chain]) -> bool:
    cells = {cell for chain in group for cell in chain.cells}
    cells |= {end.cell for chain in group for end in chain.ends if end.cell and world.at(*end.cell) in "()"}
    longest = max(len(chain.cells) for chain in group)
    if any(all(end.low for end in chain.ends) or chain.ends[0].low and _is_on_a_base(world, chain) for chain in group):
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


def _slope(world: World, chain: Chain) -> Slope:
    rows = world.rows
    first, last = chain.ends
    inner = [middle(chain.cells[0])] if chain.lean in "()" else []
    if not chain.cells:
        ends = first.points[0], last.points[0]
        return Slope(ends, (), tuple(end.cell for end in chain.ends if end.cell), None, ends)
    path = (*reversed(first.points), *inner, *last.points)
    nodes = tuple(end.cell for end in chain.ends if end.cell is not None)
    stroke = None
    if chain.lean in AXES and not is_flat(chain):
        a, b = sorted((chain.cells[0], chain.cells[-1]), key=lambda cell: cell.column)
        line = a.row + a.column if chain.lean == "↗" else a.row - a.column
        stroke = Stroke(AXES[chain.lean], line, a.column, b.column)
    smooth = [end.points[-1] for end in chain.ends if end.cell and rows[end.cell.row][end.cell.column] in _ROUND]
    smooth += inner
    if inner or any(rows[cell.row][cell.column] in _ROUND for cell in nodes):
        smooth += [end.points[0] for end in chain.ends if len(end.points) == 2]
        smooth += [middle(cell) for cell in nodes if world.at(*cell) in UPRIGHT and not world.is_live(*cell)]
    return Slope(path, chain.cells, nodes, stroke, tuple(smooth))


def _short_cups(world: World, chains: Iterable[Chain], kept: Iterable[Chain]) -> Iterator[Chain]:
    r"""Yield the slopes of the cups of one cell that are braces: a bar hangs on them, or their row holds other cups.

         src/main/x           a + b
         \_/ \__/             \_/
                               |
    """
    sides: dict[Cell, list[Chain]] = {}
    for chain in chains:
        for end in chain.ends:
            if end.low and world.at(end.low.row, end.low.column + 1) != "_" and len(chain.cells) == 1:
                sides.setdefault(end.low, []).append(chain)
    if not sides:
        return
    rows = {end.low.row for chain in kept for end in chain.ends if end.low}
    for (row, column), pair in sides.items():
        if len(pair) > 1 and (row in rows or world.at(row + 1, column) == "|"):
            yield from pair


def _stems(world: World, chains: Iterable[Chain]) -> Iterator[Slope]:
    """Yield the bars and heads that lead on from an apex, those that are no strokes, each from its back to its middle.

          |           \\   /
         / \\           \\ /
        /   \\           v
    """
    stems = {end.stem: end.points[0] for chain in chains for end in chain.ends if end.stem}
    for cell, tip in stems.items():
        if not world.is_live(*cell):
            yield Slope((tip, middle(cell)), (cell,), (), None)


def _between(world: World, chains: Iterable[Chain]) -> Iterator[Slope]:
    """Yield the bars alone in a row of slopes, with a word over them, and under them: the branches that go straight.

         root       a
        / | \\      /|\\
       a  b  c    b c d
    """
    cells = {cell for chain in chains for cell in chain.cells}
    for row in sorted({cell.row for cell in cells}):
        for match in _BAR.finditer(world.rows[row]):
            bar = Cell(row, match.start())
            if any(world.at(row, x) != " " and (row, x) not in cells for x in (bar.column - 1, bar.column + 1)):
                continue                # part of a word
            if not world.is_live(*bar) and all(is_word(world.at(row + dy, bar.column)) for dy in (-1, 1)):
                x, y = middle(bar)
                yield Slope(((x, y - 1), (x, y + 1)), (bar,), (), None)


def trace_slopes(rows: tuple[str, ...], h: Spans, v: Spans) -> list[Slope]:
    """Return the slopes, arcs and low lines of `rows`, beside the straight strokes `h` and `v`."""
    whole = "\n".join(rows)
    world = World(rows, h, v, whole)
    found: list[Slope] = []
    kept: list[Chain] = []
    chains = [chain for chain in _chains(world) if not is_typed(world, chain)]
    chains += dict.fromkeys(links(world))
    rest: list[Chain] = []
    if chains:
        for group in _groups(chains):
            if any(end.held for chain in group for end in chain.ends) or _is_shape(world, group):
                kept += group
            else:
                rest += group
        if cups := dict.fromkeys(_short_cups(world, rest, kept)):
            kept += cups
            rest = [chain for chain in rest if chain not in cups]
        kept += branches(world, rest, kept)
    found += (_slope(world, chain) for chain in kept if chain.cells or chain.ends[0].points != chain.ends[1].points)
    found += _stems(world, kept)
    found += _between(world, kept)
    ends = list(round_ends(world))
    found += rims(world, ends)
    found += hooks(world, ends)
    if ")─" in whole or "─(" in whole or ")-" in whole:
        found += puffs(world, {cell for slope in found for cell in slope.cells})
    if "_" in whole:
        found += trace_waves(world)
        found += lozenges(world)
        found += trace_lows(world, found)
    return found
