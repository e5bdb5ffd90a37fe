"""Write numbers in columns, as plain text: a head and rows -> lines. Words stand left, numbers right.

                            boxwright              svgbob
    -----------------   -------------   -----------------
    small box drawing         2.31 ms      7.02 ms   3.0x
"""
from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from .sheet import width_of

GAP: Final = "   "


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the table; the first column is set left, the others right. A row may end early."""
    columns = list(zip_longest(head, *rows, fillvalue=""))
    widths = [max(map(width_of, column)) for column in columns]
    return "\n".join(_line(row, widths) for row in (head, ["-" * width for width in widths], *rows))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    (first, *others), blanks = row, [" " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=False)]
    cells = [blank + cell for cell, blank in zip(others, blanks[1:], strict=True)]
    return GAP.join((first + blanks[0], *cells)).rstrip()


def milliseconds(seconds: float) -> str:
    """Write a time with three digits that count: 0.12 ms, 12.3 ms, 1,234 ms."""
    value = seconds * 1000
    return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f} ms"


def times(value: float, base: float | None) -> str:
    """Write how many times `base` a value is: 3.0x; nothing where there is no base."""
    if not base:
        return ""
    ratio = value / base
    return f"{ratio:,.{0 if ratio >= 100 else 1 if ratio >= 0.1 else 2}f}x"


def beside(number: str, ratio: str) -> str:
    """Set a ratio beside its number, so that ratios of one column stand under each other."""
    return f"{number} {ratio:>7}"
