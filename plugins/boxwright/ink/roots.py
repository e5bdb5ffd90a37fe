r"""Take the slash over the trunk of a tree of folders for text: rows -> the cells that are no glyphs.

    /             ./                    B
    |-- bin       |-- a                /        ink: it comes from something, or nothing branches off
    `-- usr       `-- b               |-- x
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..glyphs import LEVEL, UPRIGHT, chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .shy import is_word

_SLASH: Final = pattern("/(?![^ ])")
_BEFORE: Final = ("", ".", "..", "~")
_BRANCHES: Final = UPRIGHT | frozenset(chars("NE", head=False))
_AHEAD: Final = frozenset("([{<\"'@~$.")          # what a name may begin with, beside a letter


def _has_branch(rows: Sequence[str], y: int, x: int) -> bool:
    """Tell whether a branch with a name goes off to the right of a bar, or further down from it."""
    for k in range(y, len(rows)):
        row = rows[k]
        if row[x] not in _BRANCHES:
            return False
        stop = x + 1
        while stop < len(row) and row[stop] in LEVEL:
            stop += 1
        if stop > x + 1:
            name = row[stop:].lstrip(" ")[:1] or " "
            return row[x - 1 : x] not in LEVEL and (is_word(name) or name in _AHEAD)
        if row[stop : stop + 1] not in ("", " "):
            return False
    return False


def find_roots(rows: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of the roots of trees: a slash, with one point or two before it."""
    for y, row in enumerate(rows[:-1]):
        for match in _SLASH.finditer(row) if "/" in row else ():
            x = match.start()
            first = row.rfind(" ", 0, x) + 1
            if row[first:x] not in _BEFORE or y and rows[y - 1][max(first - 1, 0) : x + 2].strip():
                continue
            if any(rows[y + 1][k] in UPRIGHT and _has_branch(rows, y + 1, k) for k in range(first, x + 1)):
                yield from (Cell(y, k) for k in range(first, x + 1))
