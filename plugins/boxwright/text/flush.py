"""Find the texts that begin in one column, row under row: rows, matches -> where they do, and rows eased.

Blanks before a text give way where it stands in the middle, but not where another text begins right under it. There
they give way in all rows alike, if all are out of line anyway; else the box grows:

    ┌───────────┐          ┌───────────┐
    │   柠檬水  │    ->    │   柠檬水  │      and not     │ 柠檬水  │     and where there is no room
    │   lid    │           │   lid     │                  │   lid    │     │ 柠檬柠檬 │
    └───────────┘          └───────────┘                                 │ lid      │
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from ..typed import Final, NamedTuple
from .marks import LINES
from .matching import Match

_LEAST_LEAD: Final = 2                  # a blank beside the wall is no indent
_UNLIKE: Final = 2                      # columns: texts in the middle that differ by so much begin in other columns

#: Texts of one cell: (row, blanks before it, columns).
_Texts = list[tuple[int, int, int]]


class Flush(NamedTuple):
    """For each row, the home columns of the walls before texts that keep their column; and rows with others eased."""

    kept: dict[int, set[int]]
    rows: tuple[str, ...]


def _flush_rows(texts: _Texts) -> list[int]:
    """Return the rows whose texts begin in the column of one that is longer or shorter."""
    widths: dict[int, tuple[int, int]] = {}
    for _, lead, width in texts:
        if lead >= _LEAST_LEAD:
            least, most = widths.get(lead, (width, width))
            widths[lead] = min(least, width), max(most, width)
    uneven = {lead for lead, (least, most) in widths.items() if most - least >= _UNLIKE}
    return [y for y, lead, _ in texts if lead in uneven]


def _cells(rows: tuple[str, ...], matched: dict[int, list[Match]]) -> Iterator[tuple[tuple[int, int], _Texts]]:
    """Yield the texts between the same two walls (by their home columns), as far as no line is between them."""
    open_cells: dict[tuple[int, int], _Texts] = {}
    for y in sorted(matched):
        for before, after in pairwise(matched[y]):
            text = rows[y][before.seen + 1 : after.seen]
            words = text.strip(" ")
            if not words:
                continue
            cell = before.home, after.home
            if words[0] in LINES:
                yield cell, open_cells.pop(cell, [])
            else:
                open_cells.setdefault(cell, []).append((y, len(text) - len(text.lstrip(" ")), len(words)))
    yield from open_cells.items()


def _eased(row: str, matches: list[Match], shifts: dict[int, int]) -> str:
    """Return a row in which blanks before texts are behind them; `shifts` tells how many, by the wall before."""
    for before, after in pairwise(matches):
        if by := shifts.get(before.home):
            text = row[before.seen + 1 : after.seen]
            row = f"{row[: before.seen + 1]}{text[by:]}{' ' * by}{row[after.seen :]}"
    return row


def flush_texts(
    rows: tuple[str, ...], matched: dict[int, list[Match]], bad: Set[int], growths: Iterable[tuple[int, int]] = (),
) -> Flush:
    """Return where texts begin in the column of another one between the same walls; `bad` are the rows out of line.

    Where room is put in anyway (`growths`: the home column and how much), fewer blanks give way.
    """
    kept: dict[int, set[int]] = {}
    shifts: dict[int, dict[int, int]] = {}
    for (left, right), texts in _cells(rows, matched):
        flush = _flush_rows(texts)
        if not flush:
            continue
        over = max(lead + width for _, lead, width in texts) + 1 - (right - left - 1)
        gained = sum(by for column, by in growths if left < column <= right)
        if gained < over < min(lead for _, lead, _ in texts) and all(y in bad for y, _, _ in texts):
            for y, _, _ in texts:
                shifts.setdefault(y, {})[left] = over - gained
        else:
            for y in flush:
                kept.setdefault(y, set()).add(left)
    if shifts:
        rows = tuple(_eased(row, matched[y], shifts[y]) if y in shifts else row for y, row in enumerate(rows))
    return Flush(kept, rows)
