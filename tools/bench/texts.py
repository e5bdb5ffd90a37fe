"""Make a text diagram of a given size: (size, dialect, seed) -> Text. The same three give the same text, anywhere.

A text is cut in tiles of about 60 columns and bands of 10 rows. Each holds one motif of eight rows, and a connector
runs to the motif below:

    ┌────────┐            ╭─────────╮       row 0      a chain, a fork, a container or a table
    │ Orders ├── calls ──▶│ Ledger  │       ...
    └───┬────┘            ╰─────────╯       row 7
        └──────┐                            row 8      the connector
               ▼                            row 9
"""
from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final, NamedTuple

from .motifs import MOTIFS
from .pens import PENS, Pen
from .sheet import Sheet, put, text_of

BAND: Final = 10
TILE: Final = 60
GUTTER: Final = 3


class Size(NamedTuple):
    rows: int
    columns: int
    texts: int      # of one round: so many that a round can be timed


class Text(NamedTuple):
    """A text as cells (the second cell of a wide character is empty), and the right walls of its boxes."""
    cells: tuple[tuple[str, ...], ...]
    walls: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        return text_of(self.cells)


SIZES: Final = {
    "small":  Size(20, 60, 20),
    "medium": Size(100, 120, 4),
    "large":  Size(1000, 200, 1),
}
DIALECTS: Final = tuple(PENS)


def make_text(size: Size, dialect: str, seed: int) -> Text:
    """Return the text of `size` that `seed` gives: as many rows, and its widest row as many columns."""
    rng = random.Random(f"{size.rows} {size.columns} {dialect} {seed}")     # a text seeds alike in every Python
    pen = PENS[dialect]
    sheet = Sheet([[" "] * size.columns for _ in range(size.rows)], [])
    for left, width in _tiles(size.columns):
        _fill(sheet, rng, pen, left, width)
    return Text(tuple(map(tuple, sheet.cells)), tuple(sorted(sheet.walls)))


def _tiles(columns: int) -> Iterator[tuple[int, int]]:
    count = columns // TILE
    for index in range(count):
        left, right = columns * index // count, columns * (index + 1) // count
        yield left, right - left - (GUTTER if index < count - 1 else 0)


def _fill(sheet: Sheet, rng: random.Random, pen: Pen, left: int, width: int) -> None:
    """Fill a column of bands, and join each motif to the next one."""
    below = None
    deck: list[str] = []
    for top in range(0, len(sheet.cells), BAND):
        if not deck:        # a deck that is dealt out holds the mix; the next one is shuffled anew
            deck = ["chain", "fork", "container", "chain", "fork", "container", "table"]
            rng.shuffle(deck)
        enter, leave = MOTIFS[deck.pop()](sheet, rng, pen, top, left, width)
        if below is not None:
            _join(sheet, pen, top - 2, below, enter)
        below = leave
    put(sheet, len(sheet.cells) - 1, left, pen.words.phrase(rng, width))


def _join(sheet: Sheet, pen: Pen, row: int, start: int, end: int) -> None:
    """Draw a connector from the edge above `row` at `start` to the edge two rows below, at `end`."""
    line = pen.wire
    put(sheet, row - 1, start, pen.tees[sheet.cells[row - 1][start]])
    if start == end:
        put(sheet, row, start, line.down)
    else:
        first, last = min(start, end), max(start, end)
        put(sheet, row, first, line.across * (last - first + 1))
        put(sheet, row, start, line.up_right if start < end else line.up_left)
        put(sheet, row, end, line.down_left if start < end else line.down_right)
    put(sheet, row + 1, end, line.head_down)
