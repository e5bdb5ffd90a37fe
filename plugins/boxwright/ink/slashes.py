r"""Tell when a run of slopes is text, or the branch of a tree: Chains of `slopes` -> those that are no text.

    a / b     8       +---+
    x/y      / \      | x |       a word that touches a slope makes it text, and so does an edge alone that a slope of
            3   10    +---+       one cell comes to, unless its ends say otherwise
                       / \
                      y   z
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..glyphs import BARS, GLYPHS, LEVEL, UPRIGHT
from ..model import Cell, Point
from ..typed import Final
from .apexes import AXES, ENDS, LEANS
from .around import Chain, World
from .points import STEP, middle
from .quotes import TEXT_SIGN
from .shy import is_word

_BACKED: Final = 3                      # points at an end that goes on to a bar beside it
_LEAST_CLEAR: Final = 2                 # cells of a slope that words touch elsewhere
_MOST_NAMED: Final = 5                  # letters of a node's name, with its brackets
BRACKETS: Final = frozenset("()[]{}")
_WITHIN: Final = frozenset((",", ".", ":", TEXT_SIGN))


def word_ahead(world: World, cell: Cell, dx: int) -> Cell | None:
    """Return the start of a word that a slope runs to: at the cell, or one cell on."""
    row, column = cell
    column += 0 if is_named(world, row, column) else dx
    if not is_named(world, row, column):
        return None
    while is_named(world, row, column - 1):
        column -= 1
    return Cell(row, column)


def is_named(world: World, row: int, column: int) -> bool:
    """Tell whether a cell is part of a name: a letter, a bracket, or a sign within it, as in [0,3]."""
    char = world.at(row, column)
    return _is_letter(char) or char in _WITHIN and _is_letter(world.at(row, column - 1)) \
        and _is_letter(world.at(row, column + 1))


def _is_letter(char: str) -> bool:
    return char.isalnum() or char in BRACKETS


def is_under_a_word(world: World, cell: Cell, other: Cell) -> bool:
    r"""Tell whether a slope at `cell` is the end of a brace, and the one over it at `other` is part of a word.

        usr/lib/x
            \_/
    """
    if cell.row < other.row or not world.is_touched(*other) or world.is_touched(*cell):
        return False
    return world.at(cell.row, cell.column + (1 if cell.column > other.column else -1)) == "_"


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
    met = any(end.met for end in chain.ends)        # the side of a bubble turns back
    if len(chain.cells) == 1 and any(edges) and not into_more and not met and GLYPHS[world.at(*chain.cells[0])].shy \
            and not _leaves(world, chain, edges) and not _is_arm(world, chain):
        return True
    backs = [len(end.points) == _BACKED for end in chain.ends]
    if len(chain.cells) == 1 and any(backs) and (all(backs) or not all(
            end.cell or end.low or end.met for end in chain.ends)):
        return True
    doubled = any(world.at(c.row, c.column + k) == world.at(*c) for c in chain.cells for k in (-1, 1))
    return doubled and not into_more and (any(edges) or not all(ends))


def _leaves(world: World, chain: Chain, edges: Sequence[bool]) -> bool:
    r"""Tell whether a slope of one cell leads from the edge of a box, which lies behind that edge, to another box or to
    a word, clear of others.

        +---+
        | x |
        +---+
         / \
        y   z
    """
    if not _is_clear(world, chain):
        return False
    row, column = chain.cells[0]
    for side, is_edge in zip(ENDS[chain.lean], edges, strict=True):
        dy, dx = STEP[side]
        if is_edge:
            edge = world.h.at(row + dy, column + dx)
            if edge is None or not all(world.at(row + 2 * dy, x) in UPRIGHT and world.at(row, x) not in UPRIGHT
                                       for x in (edge.start, edge.stop)):
                return False
        elif world.at(row + dy, column + dx) == world.at(row + dy, column) == " ":
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


def branches(world: World, chains: Iterable[Chain]) -> Iterator[Chain]:
    r"""Yield the slopes from word to word that stand clear in their rows: those of a tree, or a graph of letters.

          8              B---C         from one short word to another, or two at least from a word of any length
         / \            /
        3   10      A---D
    """
    found = [chain for chain in chains if chain.lean in AXES and _is_clear(world, chain)
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


def _is_clear(world: World, chain: Chain) -> bool:
    """Tell whether no word stands beside a slope, nor the star of a comment."""
    beside = (world.at(row, column + k) for row, column in chain.cells for k in (-2, -1, 1, 2))
    return not any(char == "*" or is_word(char) for char in beside)


def _is_short(world: World, word: Cell) -> bool:
    """Tell whether a word may be a node's name: a few letters, and none before them."""
    row, start = word
    stop = start
    while is_named(world, row, stop) and stop - start <= _MOST_NAMED:
        stop += 1
    goes_on = stop - start > 1 and world.at(row, stop) == " " and is_word(world.at(row, stop + 1))
    return stop - start <= _MOST_NAMED and not goes_on and not is_word(world.at(row, start - 2))
