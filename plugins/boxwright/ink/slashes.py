r"""Tell when a run of slopes is text, or the branch of a tree: Chains of `slopes` -> those that are no text.

    a / b     8       +---+
    x/y      / \      | x |       a word that touches a slope makes it text, and so does an edge alone that a slope of
            3   10    +---+       one cell comes to, unless its ends say otherwise
                       / \
                      y   z
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..glyphs import BARS, GLYPHS, LEVEL, UPRIGHT, those
from ..model import Cell, Point, Side, Stroke
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .apexes import AXES, ENDS, LEANS
from .around import Chain, End, World
from .points import STEP, middle
from .quotes import TEXT_SIGN
from .shy import is_word

_BACKED: Final = 3                      # points at an end that goes on to a bar beside it
_LEAST_CLEAR: Final = 2                 # cells of a slope that words touch elsewhere
_MOST_NAMED: Final = 5                  # letters of a node's name, with its brackets
#: What may stand in the row of a slope that is alone: another one, a wall or a corner of a box.
_APART: Final = LEANS["↗"] | LEANS["↖"] | frozenset("|+") | frozenset(
    those(lambda g: not g.shy and not g.head and not {"N", "S"}.isdisjoint(g.arms)))
_NAME: Final = pattern("[^ ]+")
_MOST_WIDE: Final = 80                  # cells of a word over or under a fork
BRACKETS: Final = frozenset("()[]{}")
_WITHIN: Final = frozenset((",", ".", ":", "/", "-", "_", TEXT_SIGN))


def word_ahead(world: World, cell: Cell, dx: int) -> Cell | None:
    """Return the start of a word that a slope runs to: at the cell, or in the slope's own column, or one cell on."""
    row, column = cell
    if not is_named(world, row, column):
        column += -dx if world.at(row, column) == " " and is_named(world, row, column - dx) else dx
        if not is_named(world, row, column):
            return None
    first = column - _MOST_WIDE
    while column > first and is_named(world, row, column - 1):
        column -= 1
    return Cell(row, column)


def is_named(world: World, row: int, column: int) -> bool:
    """Tell whether a cell is part of a name: a letter, a bracket, or a sign within it, as in [0,3] or a.b/c."""
    char = world.at(row, column)
    return _is_letter(char) or char in _WITHIN and _is_letter(world.at(row, column - 1)) \
        and _is_letter(world.at(row, column + 1))


def _is_letter(char: str) -> bool:
    return char.isalnum() or char in BRACKETS or char == FILLER


def is_under_a_word(world: World, cell: Cell, other: Cell) -> bool:
    r"""Tell whether a slope at `cell` is the end of a brace, and the one over it at `other` is part of a word.

        usr/lib/x
            \_/
    """
    if cell.row < other.row or not world.is_touched(*other) or world.is_touched(*cell):
        return False
    return world.at(cell.row, cell.column + (1 if cell.column > other.column else -1)) == "_"


def is_in_a_word(world: World, cell: Cell) -> bool:
    """Tell whether words touch a slope on both sides, as in a/b: at the end of a slope it is no part of that."""
    return world.touching(*cell) > 1


def is_flat(chain: Chain) -> bool:
    """Tell whether the cells of a chain are two columns apart."""
    return len(chain.cells) > 1 and abs(chain.cells[1].column - chain.cells[0].column) > 1


def is_typed(world: World, chain: Chain) -> bool:
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
    if is_flat(chain) and not any(end.held for end in chain.ends):
        return True
    if len(chain.cells) == 1 and all(len(end.points) > 1 and end.points[-1][1] == end.points[0][1]
                                     for end in chain.ends):
        return True                     # --/-->: a line with a sign in it
    # a / b in a box of one row: that an edge runs above and below it says nothing
    edges = [end.cell is not None and len(end.points) == 1 and world.at(*end.cell) in LEVEL
             and (chain.lean in AXES or end.cell.row == chain.cells[0].row) for end in chain.ends]
    into_more = any((end.cell or end.stem) and not edge for end, edge in zip(chain.ends, edges, strict=True))
    if len(chain.cells) == 1 and any(edges) and not into_more and GLYPHS[world.at(*chain.cells[0])].shy \
            and not (_leaves(world, chain, edges) or _is_arm(world, chain) or _turns_back(world, chain, edges)):
        return True
    if len(chain.cells) == 1 and chain.lean in AXES and _is_under_a_corner(world, chain):
        return True
    backs = [len(end.points) == _BACKED for end in chain.ends]
    if len(chain.cells) == 1 and any(backs) and (all(backs) or not all(
            end.cell or end.low or end.met for end in chain.ends)):
        return True
    doubled = any(world.at(c.row, c.column + k) == world.at(*c) for c in chain.cells for k in (-1, 1))
    return doubled and not into_more and (any(edges) or not all(ends))


def _is_under_a_corner(world: World, chain: Chain) -> bool:
    """Tell whether a slope of one cell is the last sign of a text, and only happens to be at the corner of a box.

                    +-----+
                    | web |
                    +-----+
          location /            it leads to nothing
    """
    row, column = chain.cells[0]
    if world.at(row, column - 1) != " " or not is_word(world.at(row, column - 2)) or world.at(row, column + 1) != " ":
        return False
    corners = [end.cell for k, end in enumerate(chain.ends) if end != End(_own_corner(chain, k))]
    return len(corners) == 1 and corners[0] is not None and world.h.at(*corners[0]) is not None \
        and world.v.at(corners[0].column, corners[0].row) is not None


def _leaves(world: World, chain: Chain, edges: Sequence[bool]) -> bool:
    r"""Tell whether a slope of one cell leads from the edge of a box, which lies behind that edge, to another box or to
    a word, clear of others.

        +---+
        | x |
        +---+
         / \
        y   z
    """
    if not _is_clear(world, chain.cells):
        return False
    row, column = chain.cells[0]
    for side, is_edge in zip(ENDS[chain.lean], edges, strict=True):
        dy, dx = STEP[side]
        if is_edge:
            edge = world.h.at(row + dy, column + dx)
            if edge is None or not all(world.at(row + 2 * dy, x) in UPRIGHT and world.at(row, x) not in UPRIGHT
                                       for x in (edge.start, edge.stop)):
                return False
            if not all(edges) and not _is_branch(world, chain, side, edge):
                return False
        elif not _goes_on(world, chain.cells[0], dy, dx):
            return False
    return True


def _is_branch(world: World, chain: Chain, side: Side, edge: Stroke) -> bool:
    r"""Tell whether a slope of one cell at an `edge`, on a `side` of it, is one of a fork there, or stands alone in its
    row and leads to a word that does: in a list both have texts behind them.

        +-----+      +-----+      +------+
        +-----+      +-----+      +------+
         /   \          \          /   search      text
        a     b          b         n   next
    """
    (dy, dx), (row, column) = STEP[side], chain.cells[0]
    row_text = world.rows[row]
    mirrored = _twin(row_text, column, edge.stop + 1 if dx > 0 else edge.start - 1)
    if mirrored is not None:
        cell = Cell(row, mirrored)
        return _is_clear(world, (cell,)) and _goes_on(world, cell, -dy, dx)
    before, behind = row_text[:column].rstrip(), row_text[column + 1 :].lstrip()
    if before and before[-1] not in _APART or behind and behind[0] not in _APART:
        return False
    name = word_ahead(world, Cell(row - dy, column - dx), -dx)
    return name is None or not (rest := world.rows[name.row][name.column :].partition("  ")[2].lstrip()) \
        or rest[0] in _APART


def _goes_on(world: World, cell: Cell, dy: int, dx: int) -> bool:
    """Tell whether a slope comes to something on its way on, and not to one that is part of a word."""
    onward = Cell(cell.row + dy, cell.column + dx)
    if world.at(*onward) == world.at(*cell):
        return not world.is_touched(*onward)
    return not world.at(*onward) == world.at(onward.row, cell.column) == " "


def _turns_back(world: World, chain: Chain, edges: Sequence[bool]) -> bool:
    r"""Tell whether a slope of one cell is one of four between two lines as long as each other: the sides of a bubble.

         ------
        / moo! \
        \ moo? /
         ------
    """
    row, column = chain.cells[0]
    other = LEANS["↖" if chain.lean == "↗" else "↗"]
    for side, is_edge in zip(ENDS[chain.lean], edges, strict=True):
        dy, dx = STEP[side]
        if is_edge:
            edge = world.h.at(row + dy, column + dx)
            if edge is None or (edge.start if dx > 0 else edge.stop) != column + dx:
                return False
            far = edge.stop + 1 if dx > 0 else edge.start - 1
            if world.at(row - dy, column) not in other or world.at(row, far) not in other \
                    or world.at(row - dy, far) not in LEANS[chain.lean]:
                return False
    return True


def _is_arm(world: World, chain: Chain) -> bool:
    r"""Tell whether a slope of one cell is one of two beside a line: the arms of a person.

        .-.
        '-'
        /|\
         |
    """
    row, column = chain.cells[0]
    for side in ENDS[chain.lean]:
        dx = STEP[side][1]
        bar = world.v.at(column + dx, row) if world.at(row, column + dx) in UPRIGHT else None
        if bar and bar.start < bar.stop and world.at(row, column + 2 * dx) in LEANS["↖" if chain.lean == "↗" else "↗"]:
            return True
    return False


def _is_side(world: World, chain: Chain) -> bool:
    """Tell whether a slope is the side of a shape, whatever word touches it: most of it is clear of words.

          /\\
         /a \\      a cell alone that is clear will do where both ends meet other lines
        /____\\
    """
    clear = sum(not world.is_touched(*cell) for cell in chain.cells)
    met = all(end.cell or end.low or end.met for end in chain.ends)
    return 2 * clear >= len(chain.cells) and (clear >= _LEAST_CLEAR or met)


def _own_corner(chain: Chain, end: int) -> tuple[Point, ...]:
    cell, side = chain.cells[0 if end == 0 else -1], ENDS[chain.lean][end]
    dy, dx = STEP[side]
    return ((middle(cell)[0] + dx, middle(cell)[1] + dy),)


def branches(world: World, chains: Iterable[Chain], kept: Sequence[Chain]) -> list[Chain]:
    r"""Return the slopes from word to word that stand clear in their rows: those of a tree, or a graph of letters.

          8              B---C         from one short word to another, or two at least from a word of any length,
         / \            /              of which some may be among those `kept` already; or on from a word at which one
        3   10      A---D              that leans alike ends
    """
    found = [chain for chain in chains if chain.lean in AXES and _is_clear(world, chain.cells)
             and all(end.word or end.cell or end.low or end.met for end in chain.ends)]
    if not found:
        return found
    leaving: dict[tuple[Cell, int], set[str]] = {}
    for chain in (*found, *kept):
        for k, end in enumerate(chain.ends):
            if end.word:
                leaving.setdefault((end.word, k), set()).add(chain.lean)
    drawn: list[Chain] = []
    for chain in found:
        words = [(end.word, k) for k, end in enumerate(chain.ends) if end.word]
        if words and all(_is_short(world, word) or _is_listed(world, word, k, leaving) for word, k in words) or any(
                len(leaving[word, k]) > 1 or chain.lean in leaving.get((word, 1 - k), ()) for word, k in words):
            drawn.append(chain)
    cells = {cell for chain in (*drawn, *kept) for cell in chain.cells}
    return [chain for chain in drawn if all(twin in cells for twin in _twins(world, chain))]


def _twins(world: World, chain: Chain) -> Iterator[Cell]:
    r"""Yield the other slope of each fork that a chain is of: at the other end of the same word.

          a/b
          / \        the left one would go on as part of the word, and so is text; then the other is too
    """
    for k, end in enumerate(chain.ends):
        if end.word:
            row, column = chain.cells[-k]
            if (chain.lean == "↗") == (k == 0):
                last = world.rows[end.word.row].find(" ", end.word.column)
                last = len(world.rows[row]) if last < 0 else last
            else:
                last = world.rows[end.word.row].rfind(" ", 0, end.word.column)
            if (twin := _twin(world.rows[row], column, last)) is not None:
                yield Cell(row, twin)


def _twin(row: str, column: int, last: int) -> int | None:
    """Return where the next slope is that leans the other way, from a column on up to the `last` one, or None."""
    others = LEANS["↖"] if row[column] in LEANS["↗"] else LEANS["↗"]
    if last > column:
        at = min((x for sign in others if (x := row.find(sign, column + 1, last + 1)) > 0), default=-1)
    else:
        at = max(row.rfind(sign, max(last, 0), column) for sign in others)
    return at if at >= 0 else None


def _is_clear(world: World, cells: Iterable[Cell]) -> bool:
    """Tell whether no word stands beside a slope, nor the star of a comment."""
    beside = (world.at(row, column + k) for row, column in cells for k in (-2, -1, 1, 2))
    return not any(char == "*" or is_word(char) for char in beside)


def _is_listed(world: World, word: Cell, end: int, leaving: Mapping[tuple[Cell, int], set[str]]) -> bool:
    r"""Tell whether a word is one of several short ones, a blank apart, each with a slope of its own.

          36  17
         / \   /
        25 26 19
    """
    row, beside = world.rows[word.row], word.row + (1 if end == 0 else -1)
    first, stop = row.rfind("  ", 0, word.column) + 1, row.find("  ", word.column)
    names = [name.span() for name in _NAME.finditer(row, first, len(row) if stop < 0 else stop)]
    return len(names) > 1 and all(
        stop - start <= _MOST_NAMED and any((Cell(word.row, x), end) in leaving or world.at(beside, x) in UPRIGHT
                                            for x in range(start, stop)) for start, stop in names)


def _is_short(world: World, word: Cell) -> bool:
    """Tell whether a word may be a node's name: a few letters, and none before them."""
    row, start = word
    stop = start
    while is_named(world, row, stop) and stop - start <= _MOST_NAMED:
        stop += 1
    letters = stop - start - world.rows[row].count(FILLER, start, stop)
    goes_on = letters > 1 and world.at(row, stop) == " " and is_word(world.at(row, stop + 1))
    return stop - start <= _MOST_NAMED and not goes_on and not is_word(world.at(row, start - 2))
