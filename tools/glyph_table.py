"""Write the table of glyphs into the handbook, in both languages, from `boxwright.glyphs`.

    python tools/glyph_table.py        rewrites what stands between the two comment marks

A glyph belongs to the first group below that takes it; one that no group takes ends the run, so that a new sort
of glyph gets a row here. tests/test_pages.py says when the table is stale.
"""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from boxwright.glyphs import BLOCKS, GLYPHS, PRIVATE, Glyph

DOCS = Path(__file__).parents[1] / "docs"
PAGE = "handbook/kinds.md"
BEGIN, END = "<!-- glyphs: written by tools/glyph_table.py -->\n", "<!-- /glyphs -->\n"
HEADS = {
    "en": "| what it draws | ASCII | Unicode |\n|---|---|---|\n",
    "zh": "| 画什么 | ASCII | Unicode |\n|---|---|---|\n",
}


class Group(NamedTuple):
    """What some glyphs draw, in each language, and which glyphs these are."""

    en: str
    zh: str
    takes: Callable[[Glyph], bool]


GROUPS = (
    Group("lines with two heads",       "两头都是箭头", lambda g: g.double_ended),
    Group("lines along the row",        "横线",         lambda g: g.arms == "EW" and g.dash == "solid"),
    Group("a wave along the row",       "横波浪线",     lambda g: g.arms == "EW" and g.dash == "wavy"),
    Group("dashed, along the row",      "横虚线",       lambda g: g.arms == "EW"),
    Group("along the bottom of the row", "行底的横线",  lambda g: g.char == "_"),
    Group("lines down the column",      "竖线",         lambda g: g.arms == "NS" and g.dash == "solid"),
    Group("dashed, down the column",    "竖虚线",       lambda g: g.arms == "NS"),
    Group("slopes and their crossing",  "斜线和斜线交叉", lambda g: bool(g.lean) and g.lean not in "()"),
    Group("arcs, and hops in a line",   "弧线，线上的跨越", lambda g: bool(g.lean)),
    Group("filled terminals",           "实心端点",     lambda g: g.mark in ("disc", "bullseye", "diamond", "square")),
    Group("hollow terminals",           "空心端点",     lambda g: g.mark is not None),
    Group("round corners and bends",    "圆角和弯",     lambda g: g.round),
    Group("corners",                    "角",           lambda g: len(g.arms) == 2),
    Group("tees",                       "丁字口",       lambda g: len(g.arms) == 3),
    Group("crossings, tees and corners", "十字口、丁字口和角", lambda g: g.arms == "NESW" and g.char.isascii()),
    Group("crossings",                  "十字口",       lambda g: g.arms == "NESW"),
    Group("heads to the right",         "向右的箭头",   lambda g: g.head == "E"),
    Group("heads to the left",          "向左的箭头",   lambda g: g.head == "W"),
    Group("heads up",                   "向上的箭头",   lambda g: g.head == "N"),
    Group("heads down",                 "向下的箭头",   lambda g: g.head == "S"),
    Group("heads of slopes",            "斜线的箭头",   lambda g: g.head is not None),
    Group("half lines",                 "半截线",       lambda g: len(g.arms) == 1),
)


BLOCK = {"en": "blocks and shades", "zh": "方块和阴影"}


def is_twin(char: str) -> bool:
    """Tell whether nobody types a character: it stands for another, or for an idiom."""
    return ord(char) in PRIVATE


def group_of(glyph: Glyph) -> Group:
    """Return the group of a glyph."""
    group = next((group for group in GROUPS if group.takes(glyph)), None)
    if group is None:
        raise SystemExit(f"no group takes {glyph}; give tools/glyph_table.py a row for what it draws")
    return group


def cell(chars: str) -> str:
    """Return characters as one piece of code, with the backticks that it needs."""
    mark = "``" if "`" in chars else "`"
    room = " " if "`" in chars else ""
    return f"{mark}{room}{' '.join(chars)}{room}{mark}" if chars else ""


def table(language: str) -> str:
    """Return the table in one language."""
    own = {char: glyph for char, glyph in GLYPHS.items() if not is_twin(char)}
    chars = {group: "".join(char for char, glyph in own.items() if group_of(glyph) is group) for group in GROUPS}
    rows = [HEADS[language]]
    for group, found in chars.items():
        ascii_ones = "".join(filter(str.isascii, found))
        others = "".join(char for char in found if not char.isascii())
        if found:
            rows.append(f"| {group.en if language == 'en' else group.zh} | {cell(ascii_ones)} | {cell(others)} |\n")
    rows.append(f"| {BLOCK[language]} | | {cell(''.join(BLOCKS))} |\n")
    return "".join(rows).replace("|  |", "| |")


def pages() -> dict[Path, str]:
    """Return what this tool writes: the text of each page."""
    written: dict[Path, str] = {}
    for language in HEADS:
        path = DOCS / language / PAGE
        before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
        _, end, after = rest.partition(END)
        if not (begin and end):
            raise SystemExit(f"{path} has no place for the table: put {BEGIN.strip()} and {END.strip()} there")
        written[path] = f"{before}{BEGIN}\n{table(language)}\n{END}{after}"
    return written


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
