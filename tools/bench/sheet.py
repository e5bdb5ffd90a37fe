"""The sheet that the generator draws on: rows of cells, and the right walls that have been drawn.

A wide character (East Asian Width; ambiguous is 1) takes two cells, and the second is empty:

    │ 订单 │    "│", " ", "订", "", "单", "", " ", "│"
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from .pens import Frame


class Sheet(NamedTuple):
    cells: list[list[str]]
    walls: list[tuple[int, int]]        # row, column


def width_of(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def text_of(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"{''.join(row).rstrip()}\n" for row in rows)


def put(sheet: Sheet, row: int, column: int, text: str) -> None:
    """Write `text` from (row, column) on."""
    cells = sheet.cells[row]
    for char in text:
        cells[column] = char
        if width_of(char) == 2:
            cells[column + 1] = ""
        column += width_of(char)


def put_box(sheet: Sheet, frame: Frame, top: int, left: int, height: int, width: int, title: str = "") -> None:
    """Draw an empty box; a `title` stands in its top edge: ┌─ title ───┐."""
    inner = width - 2
    head = f"{frame.edge} {title} " if title else ""
    put(sheet, top, left, frame.top_left + head + frame.edge * (inner - width_of(head)) + frame.top_right)
    put(sheet, top + height - 1, left, frame.bottom_left + frame.edge * inner + frame.bottom_right)
    for row in range(top + 1, top + height - 1):
        put(sheet, row, left, frame.side)
        put(sheet, row, left + width - 1, frame.side)
        sheet.walls.append((row, left + width - 1))
