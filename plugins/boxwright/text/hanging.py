"""Find the labels that lines lead to: rows, y -> {where a label begins: the column of its line}.

Where a frame grows, the lines right of it move, and a label under the end of one goes along with it:

    ┌────┼──────────┐            ┌────┼──────────────┐
    PC1  PC2     [サーバー]  ->  PC1  PC2         [サーバー]

A line leads to a label from above or from below; a further row of words stands right under the row before it.
"""
from __future__ import annotations

from ..glyphs import GLYPHS
from ..patterns import pattern
from ..typed import Final
from .connectors import BETWEEN_WORDS
from .drift import BARE
from .layout import LABEL
from .marks import HEADS, HEADS_DOWN, HEADS_UP, PLUS
from .uprights import GOES_DOWN, GOES_UP

_WORD: Final = pattern(r"[^\W_]")


def _leads(rows: tuple[str, ...], y: int, x: int, step: int) -> bool:
    """Tell whether what stands in a cell leads on to the next row, down (1) or up (-1).

    A side or a head has to be part of a line, and a plus is the corner of a box more often than the end of a line.
    """
    char, goes, comes = rows[y][x], *((GOES_DOWN, GOES_UP) if step > 0 else (GOES_UP, GOES_DOWN))
    if char == " " or char in PLUS:
        return False
    is_head = char in (HEADS_DOWN if step > 0 else HEADS_UP)
    if (comes if is_head else goes).match(rows[y], x) is None or char in HEADS and not is_head:
        return False
    if not is_head and char not in BARE:
        return GLYPHS[char].arms != "NS" and not char.isascii()
    return 0 <= y - step < len(rows) and goes.match(rows[y - step], x) is not None and (
        BETWEEN_WORDS.search(rows[y], max(x - 2, 0), x + 3) is None)


def hanging_labels(rows: tuple[str, ...], y: int, above: dict[int, int]) -> dict[int, int]:
    """Return the labels of row `y` that a line leads to; `above` are those of the row before."""
    found: dict[int, int] = {}
    spans = [m.span() for m in LABEL.finditer(rows[y - 1])] if above else []
    for label in LABEL.finditer(rows[y]):
        begin, end = label.span()
        if _WORD.search(rows[y], begin, end) is None:
            continue                    # a soft corner is no label
        column = next((
            x for near, step in ((y - 1, 1), (y + 1, -1)) if 0 <= near < len(rows)
            for x in range(begin, end) if _leads(rows, near, x, step)), None)
        if column is None:
            column = next((above[a] for a, b in spans if a in above and a < end and begin < b), None)
        if column is not None:
            found[begin] = column
    return found
