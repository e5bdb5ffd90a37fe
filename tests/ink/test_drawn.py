"""What was drawn is what is read: random boxes on a grid, joined by routed lines -> the same boxes and connectors.

    ┌────┐      ┌────┐     A line leaves its box below, runs through lanes of its own between the rows and the columns
    │ a  │      │ b  │     of boxes, and comes down on its target; lines cross, and a fork shares one lane. Each cell
    └─┬──┘      └────┘     knows the sides on which it goes on, and a style says with which glyph.
      └────┬──────┐
"""
from __future__ import annotations

import json
import random
from typing import Final, NamedTuple

import pytest

import boxwright
from boxwright.text.width import text_width

NAMES: Final = {
    "latin": ("api", "store", "till", "cook", "order", "guest", "shop", "menu"),
    "cjk": ("门店", "收银台", "柠檬水", "订单 hq", "骑手", "주문", "ログ", "总部"),
}
WORDS: Final = {"latin": ("asks", "sends", "reads"), "cjk": ("下单", "配送", "观察 ok")}
BOX_ROWS: Final = 3
LANES: Final = 12                       # rows between two rows of boxes, columns between two columns
PORT: Final = 3                         # columns between two lines that leave or reach a box


class Style(NamedTuple):
    """Glyphs of lines by the sides they go on to, and the head of a line that comes down."""

    line: dict[str, str]
    head: str
    is_ascii: bool
    dash: str = "solid"
    weight: str = "light"


def style(glyphs: str, head: str, *, is_ascii: bool = False, dash: str = "solid", weight: str = "light") -> Style:
    sides = ("EW", "NS", "ES", "SW", "NE", "NW", "NES", "NSW", "ESW", "NEW", "NESW")
    return Style(dict(zip(sides, glyphs, strict=True)), head, is_ascii, dash, weight)


STYLES: Final = {
    "light": style("─│┌┐└┘├┤┬┴┼", "▼"),
    "round": style("─│╭╮╰╯├┤┬┴┼", "▼"),
    "heavy": style("━┃┏┓┗┛┣┫┳┻╋", "▼", weight="heavy"),
    "double": style("═║╔╗╚╝╠╣╦╩╬", "▼", weight="double"),
    "dashed": style("┄┆┌┐└┘├┤┬┴┼", "▼", dash="dashed"),
    "ascii": style("-|+++++++++", "v", is_ascii=True),
    "ascii-dotted": style(".:........:", "v", is_ascii=True, dash="dotted"),
    "ascii-double": style("=H########+", "v", is_ascii=True, weight="double"),
}


class Drawn(NamedTuple):
    """A drawing and what it shows."""

    text: str
    boxes: list[str]
    connectors: list[tuple[str, str, str]]


class _Canvas:
    """Cells that know on which sides they go on, and texts."""

    def __init__(self) -> None:
        self.sides: dict[tuple[int, int], set[str]] = {}
        self.chars: dict[tuple[int, int], str] = {}

    def line(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        """Draw from a to b, along a row or a column."""
        step = ((b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1]))
        out, back = {(0, 1): "EW", (0, -1): "WE", (1, 0): "SN", (-1, 0): "NS"}[step]
        while a != b:
            self.sides.setdefault(a, set()).add(out)
            a = a[0] + step[0], a[1] + step[1]
            self.sides.setdefault(a, set()).add(back)

    def write(self, row: int, column: int, text: str) -> None:
        for char in text:
            self.chars[row, column] = char
            if text_width(char) == 2:
                self.chars[row, column + 1] = ""
            column += text_width(char)

    def is_free(self, row: int, columns: range) -> bool:
        return not any((row, x) in self.sides or (row, x) in self.chars for x in columns)

    def text(self, look: Style) -> str:
        rows: dict[int, dict[int, str]] = {}
        for (y, x), sides in self.sides.items():
            glyph = look.line["".join(side for side in "NESW" if side in sides)] if len(sides) > 1 else (
                look.line["NS" if sides & {"N", "S"} else "EW"])
            rows.setdefault(y, {})[x] = glyph
        for (y, x), char in self.chars.items():
            rows.setdefault(y, {})[x] = char
        return "".join(
            "".join(rows.get(y, {}).get(x, " ") for x in range(max(rows.get(y, {0: ""})) + 1)).rstrip() + "\n"
            for y in range(max(rows) + 1))


def draw(seed: int, look: Style, names: str, *, forks: bool, labels: bool) -> Drawn:
    """Return a drawing of some boxes in rows and columns, each line with lanes of its own."""
    rng = random.Random(seed)
    canvas = _Canvas()
    down, right = rng.randint(2, 3), rng.randint(2, 3)
    words = rng.sample(NAMES[names], min(down * right, len(NAMES[names])))
    width = 3 * PORT + 9
    box, corners = (STYLES["ascii"] if look.is_ascii else STYLES["light"]).line, {}
    places: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        y, x = (i // right) * (BOX_ROWS + 2 * LANES) + LANES, (i % right) * (width + LANES) + LANES
        places.append((y, x))
        for dy, (left, fill, end) in enumerate((("ES", "EW", "SW"), ("NS", "", "NS"), ("NE", "EW", "NW"))):
            edge = box[left] + (box[fill] if fill else " ") * (width - 2) + box[end]
            corners.update({(y + dy, x + k): char for k, char in enumerate(edge) if char != " "})
        canvas.write(y + 1, x + (width - text_width(word)) // 2, word)
    outs, ins = [0] * len(words), [0] * len(words)
    lanes = {"h": dict[int, int](), "v": dict[int, int]()}
    found: list[tuple[str, str, str]] = []

    def lane(axis: str, gap: int) -> int:
        lanes[axis][gap] = lanes[axis].get(gap, 0) + 1
        return lanes[axis][gap]

    for _ in range(rng.randint(2, 5)):
        a = rng.randrange(len(words))
        targets = rng.sample([i for i in range(len(words)) if i != a], 2 if forks and rng.random() < .6 else 1)
        if outs[a] == 4 or any(ins[b] == 4 for b in targets) or len({b // right for b in targets}) > 1:
            continue
        (y, x), band = places[a], targets[0] // right
        start = y + BOX_ROWS, x + PORT + PORT * outs[a]
        outs[a] += 1
        first = y + BOX_ROWS + 2 * lane("h", 2 * (a // right))
        column = places[targets[0]][1] - 2 * lane("v", targets[0] % right)
        last = places[targets[0]][0] - 2 - 2 * lane("h", 2 * band - 1)
        if max(lanes["h"].values()) > LANES // 2 - 2 or max(lanes["v"].values()) > LANES // 2 - 1:
            break
        canvas.line(start, (first, start[1]))
        canvas.line((first, start[1]), (first, column))
        canvas.line((first, column), (last, column))
        for b in targets:
            top = places[b][0] - 1, places[b][1] + PORT + PORT * ins[b]
            ins[b] += 1
            canvas.line((last, column), (last, top[1]))
            canvas.line((last, top[1]), top)
            canvas.chars[top] = look.head
            found.append((words[a], words[b], ""))
            label = rng.choice(WORDS[names])
            if labels and len(targets) == 1:
                room = range(min(column, top[1]) + 2, min(column, top[1]) + text_width(label) + 4)
                if room.stop < max(column, top[1]) and canvas.is_free(last - 1, range(room.start - 3, room.stop + 3)):
                    canvas.write(last - 1, room.start, label)
                    found[-1] = (words[a], words[b], label)
    canvas.chars.update(corners)
    return Drawn(canvas.text(look), words, found)


def read(text: str) -> tuple[list[str], list[tuple[str, str, str]], set[tuple[str, str]]]:
    structure = json.loads(boxwright.render(text, to="json", kind="drawing").output)
    assert structure["repairs"] == []
    names = {None: "", **{box["id"]: box["label"] for box in structure["boxes"]}}
    connectors = structure["connectors"]
    assert all(c["end_arrow"] and not c["start_arrow"] for c in connectors)
    return (
        list(names.values())[1:], [(names[c["from"]], names[c["to"]], c["label"]) for c in connectors],
        {(c["weight"], c["dash"]) for c in connectors},
    )


@pytest.mark.parametrize("names", ["latin", "cjk"])
@pytest.mark.parametrize("style_name", STYLES)
@pytest.mark.parametrize("seed", range(8))
def test_what_was_drawn_is_what_is_read(seed: int, style_name: str, names: str) -> None:
    look = STYLES[style_name]
    forks = not look.is_ascii or style_name == "ascii"      # typed dots and hashes have no tee of their own
    drawn = draw(seed, look, names, forks=forks, labels=True)
    boxes, connectors, looks = read(drawn.text)
    assert sorted(boxes) == sorted(drawn.boxes), drawn.text
    assert sorted(connectors) == sorted(drawn.connectors), drawn.text
    assert looks <= {(look.weight, look.dash)}, drawn.text
