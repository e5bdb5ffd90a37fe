"""Find the texts that begin in one column, row under row: rows, matches -> {row: where those cells begin}.

Blanks before a text give way where it stands in the middle, but not where another text begins right under it:

    ┌────────────────┐          ┌──────────────────┐
    │   柠檬水 (cup) │    ->    │   柠檬水 (cup)   │      and not     │ 柠檬水 (cup) │
    │   lid          │          │   lid            │                  │   lid        │
    └────────────────┘          └──────────────────┘
"""
from __future__ import annotations

from ..typed import Final
from .marks import LINES
from .matching import Match

_LEAST_LEAD: Final = 2                  # a blank beside the wall is no indent
_UNLIKE: Final = 2                      # columns: texts in the middle that differ by so much begin in other columns

#: Texts of one cell: (row, blanks before it, columns).
_Texts = list[tuple[int, int, int]]


def _add(texts: _Texts, left: int, found: dict[int, set[int]]) -> None:
    widths: dict[int, tuple[int, int]] = {}
    for _, lead, width in texts:
        least, most = widths.get(lead, (width, width))
        widths[lead] = min(least, width), max(most, width)
    for y, lead, _ in texts:
        if widths[lead][1] - widths[lead][0] >= _UNLIKE:
            found.setdefault(y, set()).add(left)


def flush_texts(rows: tuple[str, ...], matched: dict[int, list[Match]]) -> dict[int, set[int]]:
    """Return, for each row, the home columns of the walls behind which a text begins in the column of another one.

    Only texts between the same two walls count, with no line between them.
    """
    found: dict[int, set[int]] = {}
    cells: dict[tuple[int, int], _Texts] = {}
    for y in sorted(matched):
        for before, after in zip(matched[y], matched[y][1:], strict=False):
            text = rows[y][before.seen + 1 : after.seen]
            words = text.strip(" ")
            if not words:
                continue
            cell = before.home, after.home
            if words[0] in LINES:
                _add(cells.pop(cell, []), before.home, found)
            elif (lead := len(text) - len(text.lstrip(" "))) >= _LEAST_LEAD:
                cells.setdefault(cell, []).append((y, lead, len(words)))
    for (left, _), texts in cells.items():
        _add(texts, left, found)
    return found
