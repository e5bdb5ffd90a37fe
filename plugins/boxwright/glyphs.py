"""The glyph table: what each character can draw. One row a character; no other module names one.

`arms` are the sides that a glyph *offers* to its neighbour: a stroke needs two that face each other.
A *shy* glyph is also a letter or punctuation; `ink.strokes` says when it is ink. The table stands beside
the floors, since reading (straightening) and seeing both go by it.
A glyph with a `head` is an arrowhead: its shaft comes in by its arm, its tip is on the side `head`.

       N
     W ┼ E        ┌ offers E and S       ► offers W, its head points E
       S
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .model import Dash, Side, Weight


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one character can draw; `h` and `v` are its weights along the row and down the column."""

    char: str
    arms: str
    h: Weight = "light"
    v: Weight = "light"
    dash: Dash = "solid"
    round: bool = False
    shy: bool = False
    head: Side | None = None


_ROWS: Final = (
    # ── ASCII: all shy ──
    Glyph("-", "EW",   shy=True),
    Glyph("=", "EW",   shy=True, h="double"),
    Glyph("·", "EW",   shy=True, dash="dashed"),
    Glyph("|", "NS",   shy=True),
    Glyph(":", "NS",   shy=True, dash="dashed"),
    Glyph("+", "NESW", shy=True),
    Glyph(".", "ESW",  shy=True, round=True),
    Glyph(",", "ESW",  shy=True, round=True),
    Glyph("'", "NEW",  shy=True, round=True),
    Glyph("`", "NE",   shy=True, round=True),
    Glyph(">", "W",    shy=True, head="E"),
    Glyph("<", "E",    shy=True, head="W"),
    Glyph("^", "S",    shy=True, head="N"),
    Glyph("v", "N",    shy=True, head="S"),
    Glyph("V", "N",    shy=True, head="S"),
    # ── arrowheads: shy too, since they stand in prose ("a → b") ──
    Glyph("►", "W",    shy=True, head="E"),
    Glyph("▶", "W",    shy=True, head="E"),
    Glyph("▸", "W",    shy=True, head="E"),
    Glyph("▷", "W",    shy=True, head="E"),
    Glyph("▹", "W",    shy=True, head="E"),
    Glyph("→", "W",    shy=True, head="E"),
    Glyph("➔", "W",    shy=True, head="E"),
    Glyph("➜", "W",    shy=True, head="E"),
    Glyph("➤", "W",    shy=True, head="E"),
    Glyph("⇒", "W",    shy=True, head="E"),
    Glyph("◄", "E",    shy=True, head="W"),
    Glyph("◀", "E",    shy=True, head="W"),
    Glyph("◂", "E",    shy=True, head="W"),
    Glyph("◁", "E",    shy=True, head="W"),
    Glyph("◃", "E",    shy=True, head="W"),
    Glyph("←", "E",    shy=True, head="W"),
    Glyph("⇐", "E",    shy=True, head="W"),
    Glyph("▲", "S",    shy=True, head="N"),
    Glyph("▴", "S",    shy=True, head="N"),
    Glyph("∧", "S",    shy=True, head="N"),
    Glyph("△", "S",    shy=True, head="N"),
    Glyph("▵", "S",    shy=True, head="N"),
    Glyph("↑", "S",    shy=True, head="N"),
    Glyph("⇑", "S",    shy=True, head="N"),
    Glyph("▼", "N",    shy=True, head="S"),
    Glyph("▾", "N",    shy=True, head="S"),
    Glyph("∨", "N",    shy=True, head="S"),
    Glyph("▽", "N",    shy=True, head="S"),
    Glyph("▿", "N",    shy=True, head="S"),
    Glyph("↓", "N",    shy=True, head="S"),
    Glyph("⇓", "N",    shy=True, head="S"),
    # ── Box Drawing, U+2500 to U+257F (where an axis mixes two weights, the lighter is named) ──
    Glyph("─", "EW"),
    Glyph("━", "EW",   h="heavy"),
    Glyph("│", "NS"),
    Glyph("┃", "NS",   v="heavy"),
    Glyph("┄", "EW",   dash="dashed"),
    Glyph("┅", "EW",   h="heavy", dash="dashed"),
    Glyph("┆", "NS",   dash="dashed"),
    Glyph("┇", "NS",   v="heavy", dash="dashed"),
    Glyph("┈", "EW",   dash="dashed"),
    Glyph("┉", "EW",   h="heavy", dash="dashed"),
    Glyph("┊", "NS",   dash="dashed"),
    Glyph("┋", "NS",   v="heavy", dash="dashed"),
    Glyph("┌", "ES"),
    Glyph("┍", "ES",   h="heavy"),
    Glyph("┎", "ES",   v="heavy"),
    Glyph("┏", "ES",   h="heavy", v="heavy"),
    Glyph("┐", "SW"),
    Glyph("┑", "SW",   h="heavy"),
    Glyph("┒", "SW",   v="heavy"),
    Glyph("┓", "SW",   h="heavy", v="heavy"),
    Glyph("└", "NE"),
    Glyph("┕", "NE",   h="heavy"),
    Glyph("┖", "NE",   v="heavy"),
    Glyph("┗", "NE",   h="heavy", v="heavy"),
    Glyph("┘", "NW"),
    Glyph("┙", "NW",   h="heavy"),
    Glyph("┚", "NW",   v="heavy"),
    Glyph("┛", "NW",   h="heavy", v="heavy"),
    Glyph("├", "NES"),
    Glyph("┝", "NES",  h="heavy"),
    Glyph("┞", "NES"),
    Glyph("┟", "NES"),
    Glyph("┠", "NES",  v="heavy"),
    Glyph("┡", "NES",  h="heavy"),
    Glyph("┢", "NES",  h="heavy"),
    Glyph("┣", "NES",  h="heavy", v="heavy"),
    Glyph("┤", "NSW"),
    Glyph("┥", "NSW",  h="heavy"),
    Glyph("┦", "NSW"),
    Glyph("┧", "NSW"),
    Glyph("┨", "NSW",  v="heavy"),
    Glyph("┩", "NSW",  h="heavy"),
    Glyph("┪", "NSW",  h="heavy"),
    Glyph("┫", "NSW",  h="heavy", v="heavy"),
    Glyph("┬", "ESW"),
    Glyph("┭", "ESW"),
    Glyph("┮", "ESW"),
    Glyph("┯", "ESW",  h="heavy"),
    Glyph("┰", "ESW",  v="heavy"),
    Glyph("┱", "ESW",  v="heavy"),
    Glyph("┲", "ESW",  v="heavy"),
    Glyph("┳", "ESW",  h="heavy", v="heavy"),
    Glyph("┴", "NEW"),
    Glyph("┵", "NEW"),
    Glyph("┶", "NEW"),
    Glyph("┷", "NEW",  h="heavy"),
    Glyph("┸", "NEW",  v="heavy"),
    Glyph("┹", "NEW",  v="heavy"),
    Glyph("┺", "NEW",  v="heavy"),
    Glyph("┻", "NEW",  h="heavy", v="heavy"),
    Glyph("┼", "NESW"),
    Glyph("┽", "NESW"),
    Glyph("┾", "NESW"),
    Glyph("┿", "NESW", h="heavy"),
    Glyph("╀", "NESW"),
    Glyph("╁", "NESW"),
    Glyph("╂", "NESW", v="heavy"),
    Glyph("╃", "NESW"),
    Glyph("╄", "NESW"),
    Glyph("╅", "NESW"),
    Glyph("╆", "NESW"),
    Glyph("╇", "NESW", h="heavy"),
    Glyph("╈", "NESW", h="heavy"),
    Glyph("╉", "NESW", v="heavy"),
    Glyph("╊", "NESW", v="heavy"),
    Glyph("╋", "NESW", h="heavy", v="heavy"),
    Glyph("╌", "EW",   dash="dashed"),
    Glyph("╍", "EW",   h="heavy", dash="dashed"),
    Glyph("╎", "NS",   dash="dashed"),
    Glyph("╏", "NS",   v="heavy", dash="dashed"),
    Glyph("═", "EW",   h="double"),
    Glyph("║", "NS",   v="double"),
    Glyph("╒", "ES",   h="double"),
    Glyph("╓", "ES",   v="double"),
    Glyph("╔", "ES",   h="double", v="double"),
    Glyph("╕", "SW",   h="double"),
    Glyph("╖", "SW",   v="double"),
    Glyph("╗", "SW",   h="double", v="double"),
    Glyph("╘", "NE",   h="double"),
    Glyph("╙", "NE",   v="double"),
    Glyph("╚", "NE",   h="double", v="double"),
    Glyph("╛", "NW",   h="double"),
    Glyph("╜", "NW",   v="double"),
    Glyph("╝", "NW",   h="double", v="double"),
    Glyph("╞", "NES",  h="double"),
    Glyph("╟", "NES",  v="double"),
    Glyph("╠", "NES",  h="double", v="double"),
    Glyph("╡", "NSW",  h="double"),
    Glyph("╢", "NSW",  v="double"),
    Glyph("╣", "NSW",  h="double", v="double"),
    Glyph("╤", "ESW",  h="double"),
    Glyph("╥", "ESW",  v="double"),
    Glyph("╦", "ESW",  h="double", v="double"),
    Glyph("╧", "NEW",  h="double"),
    Glyph("╨", "NEW",  v="double"),
    Glyph("╩", "NEW",  h="double", v="double"),
    Glyph("╪", "NESW", h="double"),
    Glyph("╫", "NESW", v="double"),
    Glyph("╬", "NESW", h="double", v="double"),
    Glyph("╭", "ES",   round=True),
    Glyph("╮", "SW",   round=True),
    Glyph("╯", "NW",   round=True),
    Glyph("╰", "NE",   round=True),
    Glyph("╴", "W"),
    Glyph("╵", "N"),
    Glyph("╶", "E"),
    Glyph("╷", "S"),
    Glyph("╸", "W",    h="heavy"),
    Glyph("╹", "N",    v="heavy"),
    Glyph("╺", "E",    h="heavy"),
    Glyph("╻", "S",    v="heavy"),
    Glyph("╼", "EW"),
    Glyph("╽", "NS"),
    Glyph("╾", "EW"),
    Glyph("╿", "NS"),
)
GLYPHS: Final[Mapping[str, Glyph]] = {glyph.char: glyph for glyph in _ROWS}
assert len(GLYPHS) == len(_ROWS), "a character is listed twice"
#: Shy character -> its twin that is never shy, from a private plane: what an author calls ink.
FORCED: Final[Mapping[str, str]] = {}


def chars(arms: str = "", *, shy: bool | None = None, head: bool | None = None) -> str:
    """Return the characters that offer all of `arms`, narrowed to (un)shy ones or to (no) heads."""
    return "".join(
        glyph.char
        for glyph in GLYPHS.values()
        if set(arms) <= set(glyph.arms)
        and (shy is None or glyph.shy == shy)
        and (head is None or (glyph.head is not None) == head)
    )


def char_class(chars: str) -> str:
    """Return a regular-expression class of `chars`."""
    return f"[{re.escape(chars)}]"
