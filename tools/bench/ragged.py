"""Knock the walls of a generated text out of line, as people and language models do: (Text, seed) -> str.

A row drifts to the right of a label that was taken for shorter or longer than it is; edges stay as they are.

    ┌────────┐        ┌────────┐
    │ 订单   │        │ 订单  │       a blank too few before the wall, and all to the right of it comes along
    └────────┘        └────────┘
"""
from __future__ import annotations

import random
from typing import Final

from .sheet import text_of
from .texts import Text

CORNERS: Final = set("┌┐└┘╭╮╰╯┏┓┗┛╔╗╚╝├┼┬┴+.'")
SHARE: Final = 0.35                             # of the walls that may be knocked
BY: Final = ((1, 82), (2, 13), (3, 5))          # columns, and how often of a hundred times: mostly one


def knock(text: Text, seed: int) -> str:
    """Return `text` with its walls out of line; only blanks are put in or taken out."""
    rng = random.Random(f"knock {seed}")
    rows = [list(row) for row in text.cells]
    for row, column in reversed(text.walls):        # from right to left: the columns of the others still hold
        cells = rows[row]
        if CORNERS.isdisjoint(cells[column + 1:]) and rng.random() < SHARE:
            _move(cells, column, rng.choice((-1, 1)) * rng.choices(*zip(*BY, strict=True))[0])
    return text_of(rows)


def _move(cells: list[str], column: int, by: int) -> None:
    """Move the wall at `column`; to the left so far as there are blanks before it."""
    if by > 0:
        cells[column:column] = [" "] * by
        return
    blanks = 0
    while blanks < -by and cells[column - blanks - 1] == " ":
        blanks += 1
    del cells[column - blanks : column]
