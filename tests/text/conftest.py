"""Drawings in line, and the same ones knocked out of line: a seed -> (aligned, crooked).

Boxes stand in bands, one above the other: alone, side by side with arrows between, as a table, one in another.
Prose may stand above, below and beside a band. What is knocked is the padding before a wall, as people and
programs do who count a wide character as one column: by one or two, never to nothing, so that the aligned
drawing is what it must become again.
"""
from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from boxwright.text.width import text_width

WORDS: Final = (
    "柠檬水", "店", "收银台：", "tea", "a1", "总部 hq", "，", "Kubernetes", "杯", "주문 서버", "ログ", "✅ ok", "v2",
    "🚀", "👩‍💻 dev", "🇨🇳", "to/from", "a+b", "i++", "x = 4 - 3", "e.g.", "--dry-run", "2025-10-21", "O'Hara", "v",
)
BARRED: Final = "(a | b)"               # where bars are walls as well, nobody can tell which of them was moved
PROSE: Final = (
    "The cost = 4 - 3, see below.", "图一：下单", "a well-known shop - and its till", "so: a | b, or a + b, or a -> b",
    "Fig. 2 (v2.1) shows it", "* first", "", "see v, and o", "`code` and 'quotes', e.g.", "x == y -- z",
)


class Style(NamedTuple):
    """The glyphs of a drawing: corners and tees row by row, lines, and heads."""

    top: str            # left corner, tee, right corner
    middle: str
    bottom: str
    line: str
    side: str
    right: str          # heads
    down: str


STYLES: Final = (
    Style("┌┬┐", "├┼┤", "└┴┘", "─", "│", "►", "▼"),
    Style("╭┬╮", "├┼┤", "╰┴╯", "─", "│", "→", "↓"),
    Style("╔╦╗", "╠╬╣", "╚╩╝", "═", "║", "▶", "▼"),
    Style("+++", "+++", "+++", "-", "|", ">", "v"),
    Style("+++", "+++", "+++", "=", "|", ">", "v"),
)
SOFT: Final = Style(".+.", "+++", "'+'", "-", "|", ">", "v")


def padded(text: str, columns: int) -> str:
    """Return `text` with blanks after it, so that it takes `columns`."""
    return text + " " * (columns - text_width(text))


class _Pen:
    """Writes the rows of a drawing twice: in line, and knocked out of line."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.aligned: list[str] = []
        self.crooked: list[str] = []

    def add(self, row: str) -> None:
        self.aligned.append(row.rstrip())
        self.crooked.append(row.rstrip())

    def add_cells(self, cells: list[str], walls: list[str], *, knock: int = 2, beside: str = "") -> None:
        """Write a row of cells, a wall before each of them and one after the last; padding is knocked."""
        walls = [*walls[:-1], walls[-1] + beside]
        self.aligned.append("".join(w + c for w, c in zip(walls, [*cells, ""], strict=True)).rstrip())
        knocked: list[str] = []
        for cell in cells:
            by = self._rng.choice((0, 0, *range(-knock, knock + 1)))
            blanks = len(cell) - len(cell.rstrip(" "))
            knocked.append(cell.rstrip(" ") + " " * max(1, blanks + by) if blanks and cell.strip() else cell)
        self.crooked.append("".join(w + c for w, c in zip(walls, [*knocked, ""], strict=True)).rstrip())


def _words(style: Style) -> tuple[str, ...]:
    return WORDS if style.side == "|" else (*WORDS, BARRED)


def _texts(rng: random.Random, style: Style, rows: int) -> list[str]:
    return [" ".join(rng.choices(_words(style), k=rng.randint(1, 3))) for _ in range(rows)]


def _draw_row_of_boxes(pen: _Pen, rng: random.Random, style: Style, arrows: bool) -> list[int]:
    """Draw boxes side by side; return the columns of their middles."""
    boxes = [_texts(rng, style, 2) for _ in range(rng.randint(1, 3))]
    inner = [max(map(text_width, texts)) + 5 for texts in boxes]
    gap = rng.randint(3, 6)

    def edge(corners: str) -> str:
        return (" " * gap).join(corners[0] + style.line * n + corners[2] for n in inner)

    pen.add(edge(style.top))
    for i in range(2):
        cells, walls = [], [style.side]
        for k, (texts, columns) in enumerate(zip(boxes, inner, strict=True)):
            cells.append(padded(f" {texts[i]}", columns))
            is_last = k == len(boxes) - 1
            arrow = style.line * (gap - 1) + style.right if arrows and i == 0 else " " * gap
            walls.append(style.side if is_last else style.side + arrow + style.side)
        pen.add_cells(cells, walls, beside="   " + rng.choice(PROSE) if rng.random() < 0.2 else "")
    pen.add(edge(style.bottom))
    starts = [sum(inner[:k]) + k * (gap + 2) for k in range(len(inner))]
    return [start + 1 + columns // 2 for start, columns in zip(starts, inner, strict=True)]


def _draw_table(pen: _Pen, rng: random.Random, style: Style) -> None:
    columns = rng.randint(2, 4)
    rows = [[rng.choice(_words(style)) for _ in range(columns)] for _ in range(rng.randint(2, 4))]
    inner = [max(text_width(row[k]) for row in rows) + 4 for k in range(columns)]

    def edge(corners: str) -> str:
        return corners[0] + corners[1].join(style.line * n for n in inner) + corners[2]

    pen.add(edge(style.top))
    for i, row in enumerate(rows):
        if i == 1:
            pen.add(edge(style.middle))
        pen.add_cells([padded(f" {text}", n) for text, n in zip(row, inner, strict=True)], [style.side] * (columns + 1))
    pen.add(edge(style.bottom))


def _draw_nested(pen: _Pen, rng: random.Random, style: Style) -> None:
    texts = _texts(rng, style, rng.randint(1, 3))
    inner = max(map(text_width, texts)) + 5
    outer = inner + 5
    left, _, right = style.top
    pen.add(left + style.line * outer + right)
    pen.add_cells([padded(f" {texts[0]}", outer)], [style.side] * 2)
    pen.add(f"{style.side} {left}{style.line * inner}{right}  {style.side}")
    for text in texts:
        pen.add_cells([padded(f" {text}", inner)], [f"{style.side} {style.side}", f"{style.side}  {style.side}"])
    left, _, right = style.bottom
    pen.add(f"{style.side} {left}{style.line * inner}{right}  {style.side}")
    pen.add(left + style.line * outer + right)


def _write_prose(pen: _Pen, rng: random.Random) -> None:
    """Write a sentence or two, right at the drawing or a row apart."""
    for _ in range(rng.randint(1, 2)):
        pen.add(" " * rng.choice((0, 0, 3, 12)) + rng.choice(PROSE))


def draw(seed: int) -> tuple[str, str]:
    """Return a drawing with its walls in line, and the same one with walls that drifted."""
    rng = random.Random(seed)
    pen = _Pen(rng)
    for band in range(rng.randint(1, 3)):
        if band:
            pen.add("")
        kind = rng.choice(("boxes", "arrows", "table", "nested", "flow"))
        style = rng.choice(STYLES if kind == "table" else (*STYLES, SOFT))
        if rng.random() < 0.4:
            _write_prose(pen, rng)
        if kind == "table":
            _draw_table(pen, rng, style)
        elif kind == "nested":
            _draw_nested(pen, rng, style)
        else:
            middles = _draw_row_of_boxes(pen, rng, style, kind == "arrows")
            if kind == "flow":
                column = middles[0]
                edge = pen.aligned.pop()
                pen.crooked.pop()
                tee = style.top[1]
                pen.add(edge[:column] + tee + edge[column + 1 :])
                pen.add(" " * column + style.side)
                pen.crooked[-1] = " " * (column + rng.choice((-1, 0, 1))) + style.side
                pen.add(" " * column + style.down)
                _draw_single(pen, rng, style, column)
        if rng.random() < 0.4:
            _write_prose(pen, rng)
    return "\n".join(pen.aligned).rstrip() + "\n", "\n".join(pen.crooked).rstrip() + "\n"


def _draw_single(pen: _Pen, rng: random.Random, style: Style, middle: int) -> None:
    """Draw the box that an arrow points at from above."""
    text = rng.choice(_words(style))
    inner = text_width(text) + 4
    indent = " " * max(middle - 1 - inner // 2, 0)
    pen.add(indent + style.top[0] + style.line * inner + style.top[2])
    pen.add_cells([padded(f" {text}", inner)], [indent + style.side, style.side])
    pen.add(indent + style.bottom[0] + style.line * inner + style.bottom[2])


@pytest.fixture(scope="session")
def draw_both() -> Callable[[int], tuple[str, str]]:
    """A function that draws from a seed: what is in line, and the same knocked out of line."""
    return draw
