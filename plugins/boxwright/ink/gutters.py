r"""Take the gutter of a compiler's message for a rule that leads nowhere: rows -> ticks for its bars.

     --> src/till.rs:2:13       cup.c:3:5: error:
      |                             3 |   pour(tea);
    2 | let x = 3.14;                 |        ^
      |

It stands under a place in a file, in one column, with the number of a line before one of its bars at least.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import LEADS_UP, TICK
from ..model import Cell
from ..typed import Final
from .edits import At, Edit
from .triggers import PLACE

_BAR: Final = "|"
_MOST_BEFORE: Final = 12                # cells before the bars


def gutters(y: int, row: str, at: At) -> Iterator[Edit]:
    """The bars in one column under a place are ticks, where a number stands before one of them, and they end there."""
    if not any(row[match.start() - 1 : match.start()].isalpha() for match in PLACE.finditer(row)):
        return
    column = next((x for x in range(_MOST_BEFORE) if at(y + 1, x) == _BAR), 0)
    stop, is_numbered = y + 1, False
    while column and at(stop, column) == _BAR:
        number = "".join(at(stop, x) for x in range(column)).strip()
        if number and not (number.isdecimal() and at(stop, column - 1) == " "):
            break
        is_numbered |= bool(number)
        stop += 1
    if is_numbered and at(stop, column) not in LEADS_UP:
        yield from ((Cell(k, column), TICK) for k in range(y + 1, stop))
