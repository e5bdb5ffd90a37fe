"""Put names over the lines that they head: rows -> {row: new row}, Repair, ...

Who counts a wide character as one column sets what follows it in the row beside its line:

     用户     服务器       DB             用户     服务器     DB
      │          │         │      ->       │          │       │
      ├─────────>│         │               ├─────────>│       │

A row of nothing but names, as many as the lines in the next row, which holds nothing but them; the first name belongs
to the first line. What stands over its line, be it not over the middle, stays. The same at the foot of the lines.
"""
from __future__ import annotations

from ..glyphs import GLYPHS
from ..model import Repair
from ..patterns import pattern
from ..typed import Final
from .drift import BARE, UPRIGHT
from .grid import FILLER
from .uprights import GOES_DOWN, GOES_UP

_NAME: Final = pattern(r"[^ ]+(?: [^ ]+)*")
_INK: Final = BARE | {g.char for g in GLYPHS.values() if not g.shy}
_GAP: Final = 2                         # blanks between two names


def _lines(rows: tuple[str, ...], y: int, step: int) -> list[int]:
    """Return the columns of the lines that begin beside row `y`, down (1) or up (-1), if there is nothing else."""
    if not 0 <= y + 2 * step < len(rows):
        return []
    row = rows[y + step]
    if row.strip(UPRIGHT):
        return []
    columns = [x for x, char in enumerate(row) if char != " "]
    goes = GOES_UP if step > 0 else GOES_DOWN
    return columns if all(goes.match(rows[y + 2 * step], x) for x in columns) else []


def _set(row: str, columns: list[int]) -> tuple[str, list[tuple[int, int]]]:
    """Return a row with each name over its line, and (column, by) of those that were moved."""
    names = [m.span() for m in _NAME.finditer(row)]
    if len(names) != len(columns) or not _INK.isdisjoint(row):
        return row, []
    out, before, moved = "", 0, list[tuple[int, int]]()
    for (start, stop), x in zip(names, columns, strict=True):
        first = len(out) + min(start - before, _GAP)
        at = start
        if not start <= x < stop:
            if min(abs(x - start), abs(x - stop + 1)) > row.count(FILLER, 0, start):
                return row, []
            at = max(x - (stop - start - 1) // 2, first)
            moved.append((start, at - start))
        if at < first or not at <= x < at + stop - start:
            return row, []
        out, before = out.ljust(at) + row[start:stop], stop
    return out, moved


def set_names_over_lines(rows: tuple[str, ...]) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows of names that change, and the names that have moved."""
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    for y, row in enumerate(rows):
        if FILLER not in row:
            continue
        for step in (1, -1):
            columns = _lines(rows, y, step)
            if len(columns) > 1:
                after, moved = _set(row, columns)
                if moved:
                    laid[y] = after
                    repairs += [Repair(y, x, by, "name") for x, by in moved]
                    break
    return laid, repairs
