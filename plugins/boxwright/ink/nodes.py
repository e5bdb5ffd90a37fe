r"""Take the signs that are the names of nodes, or of them, for letters: rows -> the cells that hold one.

      (+)  (V)     in parentheses of its own a sign is a node, as any letter is; a star is a ring where a line comes
      / \          to its parentheses: --(*)
    (/)  b

      S            a letter that may be a head or a ring is a node where the node beside it is one, and it has a child,
     / \           or hangs on a letter by a slope
    V   N
    |   |
"""
from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from ..glyphs import LEVEL, UPRIGHT, UPRIGHT_BARS
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import alone
from .shy import is_word

_OPERATOR: Final = pattern(r"[-+*/\\=<>^~:.,'vVX](?<=\(.)(?=\))|/(?<=[)\]}]/)(?=[(\[{])|[vVX+](?<=\[.)(?=\])")
_STAR: Final = "*"
_FORK: Final = "/ \\"
_EXPRESSED: Final = frozenset("+-*=%∧∨")
_ANGLES: Final = pattern(r"<(?:[^\W_][^<>|]{0,38}(?<=[^\W_])|\[\^[^\s|]{1,38})>")         # <owns> <[^>]+>
_CLASSES: Final = "[^"
_CLASS: Final = pattern(r"\[\^[^\]\s]{1,38}\]")
_LETTERS: Final = "VvoO"
_INK: Final = frozenset("oOvVX")
_FAR: Final = 40                        # cells to each side in which a node beside one is looked for
_HEADS: Final = "vV"
_NAME: Final = pattern(r"(?<![^ ])[^\W\d_]{1,4}(?![^ ])")
_BESIDE, _BEFORE = pattern(r" -{2,30} ?\w"), pattern(r"\w ?-{2,30} $")
_LINES: Final = UPRIGHT_BARS | {"/", "\\"}


def find_operators(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of the signs that are alone in parentheses, and of slashes between two of them: (a)/(b)"""
    for y, row in enumerate(rows):
        for match in _OPERATOR.finditer(row) if "(" in row or "[" in row else ():
            x = match.start()
            if row[x] == _STAR:
                beside = row[max(x - 2, 0) : x - 1] + row[x + 2 : x + 3]
                over = [rows[k][x] for k in (y - 1, y + 1) if 0 <= k < len(rows)]
                if not LEVEL.isdisjoint(beside) or not UPRIGHT.isdisjoint(over):
                    continue
            yield Cell(y, x)


def _below(rows: Sequence[str], y: int, x: int, dx: int) -> tuple[int, int]:
    """Return the cell under the slope that begins at a cell and goes down to the left (-1) or to the right (1)."""
    slope = rows[y][x]
    while y < len(rows) and 0 <= x < len(rows[y]) and rows[y][x] == slope:
        y, x = y + 1, x + dx
    return y, x


def find_expressions(rows: Sequence[str]) -> Iterator[Cell]:
    r"""Yield the signs of an expression that is a tree: from each a slope goes down to both sides, to words or signs.

          +           where all of them are alike, they may be joints; so may those over which a line comes down
         / \
        *   5
       / \
      2   3
    """
    found: dict[tuple[int, int], str] = {}
    for y in range(len(rows) - 2, -1, -1):              # what is under a sign comes before it
        at = rows[y + 1].find(_FORK)
        while at >= 0:
            x = at + 1
            above = rows[y - 1][x] if y else " "
            if rows[y][x] in _EXPRESSED and rows[y][x - 1] == rows[y][x + 1] == above == " ":
                ends = _below(rows, y + 1, at, -1), _below(rows, y + 1, x + 1, 1)
                if all(_is_operand(rows, found, *end) for end in ends):
                    found[y, x] = rows[y][x]
            at = rows[y + 1].find(_FORK, x)
    if len(set(found.values())) > 1:
        yield from (Cell(*cell) for cell in found)


def _is_operand(rows: Sequence[str], found: Container[tuple[int, int]], y: int, x: int) -> bool:
    """Tell whether a word or a sign of the same tree is at a cell, or right beside it."""
    near = range(max(x - 1, 0), x + 2) if y < len(rows) else ()
    return any((y, k) in found or any(is_word(char) or char in "([" for char in rows[y][k : k + 1]) for k in near)


def find_angles(rows: Sequence[str]) -> Iterator[Cell]:
    r"""Yield the angle brackets around a word: they have no shaft behind them, and no slope runs into them.

             /\
        ---<owns>---
             \/
    """
    for y, row in enumerate(rows):
        for match in _ANGLES.finditer(row):
            yield Cell(y, match.start())
            yield Cell(y, match.end() - 1)


def find_classes(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the carets of what a pattern leaves out: <[^>]+>"""
    for y, row in enumerate(rows):
        for match in _CLASS.finditer(row) if _CLASSES in row else ():
            yield Cell(y, match.start() + 1)


def _is_met(rows: Sequence[str], y: int, first: int, stop: int) -> bool:
    """Tell whether a line or a slope is in a row over or under some cells."""
    return 0 <= y < len(rows) and not _LINES.isdisjoint(rows[y][max(first - 1, 0) : stop + 1])


def _parent(rows: Sequence[str], y: int, x: int) -> str:
    """Return what is at the upper end of the slope that comes down to a cell."""
    for slope, dx in (("/", 1), ("\\", -1)):
        k, at = y - 1, x + dx
        while k >= 0 and 0 <= at < len(rows[k]) and rows[k][at] == slope:
            k, at = k - 1, at + dx
        if k < y - 1:
            return rows[k][at] if k >= 0 and 0 <= at < len(rows[k]) else " "
    return " "


def find_letters(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the letters that would be heads and rings, but are nodes of a tree of letters, or of a graph."""
    for y, x in alone(_LETTERS, rows):
        char = rows[y][x]
        if not _is_met(rows, y - 1, x, x + 1):
            continue
        if char == "V" and _goes_on(rows, y, x) and _is_letter(_parent(rows, y, x)):
            yield Cell(y, x)
            continue
        is_hung = char not in _HEADS and rows[y - 1][x] in UPRIGHT
        if not (_is_met(rows, y + 1, x, x + 1) if char in _HEADS else is_hung or _is_letter(_parent(rows, y, x))):
            continue
        left = max(x - _FAR, 0)
        names = [name.span() for name in _NAME.finditer(rows[y][left : x + _FAR]) if name.group() not in _INK]
        others = sum(_is_met(rows, y - 1, left + first, left + stop) for first, stop in names
                     if char == "V" or stop - first == 1)
        if others > is_hung:            # a letter may name a line beside a ring: two are more likely nodes
            yield Cell(y, x)


def _goes_on(rows: Sequence[str], y: int, x: int) -> bool:
    r"""Tell whether a slope goes down from a letter, or a line leads from it to a word, or comes to it from one.

          A        S
         /          \
        V            V --- W
         \
          B
    """
    under = f" {rows[y + 1]} "[x : x + 3] if y + 1 < len(rows) else ""
    return under[:1] == "/" or under[2:] == "\\" or _BESIDE.match(rows[y], x + 1) is not None \
        or _BEFORE.search(rows[y], max(x - _FAR, 0), x) is not None


def _is_letter(char: str) -> bool:
    return is_word(char) and char not in _INK
