"""Whether a text may outgrow the room it has, where a reader's font is wider than its cells: row, label -> bool.

Letters are 8 pixels wide in most fonts for code, a little more in some, and of any width in others. A label with blanks
around it can bear that; one that fills its box is told its length, so that each browser sets it in just that:

    │ order │            room on both sides           │filled│        none: it gets a length
"""
from __future__ import annotations

from . import theme
from .glyphs import LEVEL
from .model import Anchor, Label
from .typed import Final

_WIDEST: Final = 13.3                   # pixels of the widest letter, a W, in the widest fonts of common use
_USUAL: Final = 8.7                     # pixels of a letter there, the mean of a word
_BOLD: Final = 1.2                      # pixels more for a bold one
_CAPITAL: Final = 1.6                   # pixels more for a capital
_LARGE: Final = 3                       # and more again for these
_LARGE_LETTERS: Final = "MW@%mw"
_MOST_SPARE: Final = _WIDEST + _BOLD - theme.CELL[0]     # pixels more than a cell that any letter may take
_IN_A_CELL: Final = theme.CELL[0] / 2 - 1            # pixels from a cell's side to the line in its middle


def _may_take(text: str, narrow: int, wide: int, bold: bool) -> float:
    """Return how many pixels a text may take in a font that is wide and proportional."""
    narrow_one = _USUAL + _BOLD * bold
    large = sum(map(text.count, _LARGE_LETTERS))
    capitals = 0 if text.islower() else sum(map(str.isupper, text))
    return narrow_one * narrow + _CAPITAL * capitals + _LARGE * large + theme.TYPES["label"].size * wide


def wide_of(text: str, columns: int) -> int:
    """Return how many of a text's characters are two columns wide, one code point each; -1: that cannot be told."""
    if text.isascii():
        return 0
    wide, east_asian = columns - len(text), sum("\u2e80" <= char < "\uffe7" for char in text)
    return wide if 0 <= wide <= east_asian else -1


def is_tight(label: Label, anchor: Anchor, row: str, *, bold: bool = False, in_line: bool = False) -> bool:
    """Tell whether a label may outgrow its room; `row` has the cells that it stands in.

    A label `in_line` stands in a gap of a line, which is half a cell wider on each side.
    """
    text, _, start, columns = label
    stop = start + columns
    most = columns + 1                      # blanks that are of use
    if in_line:
        room = 2 * _IN_A_CELL
    elif anchor == "start":
        room = _room(row[stop : stop + most])
    else:
        room = _room(row[max(start - most, 0) : start][::-1])
        if anchor == "middle":
            room = 2 * min(room, _room(row[stop : stop + most]))
    if room >= _MOST_SPARE * columns:
        return False
    wide = wide_of(text, columns)
    if wide < 0:
        return False
    return _may_take(text, columns - 2 * wide, wide, bold) > theme.CELL[0] * columns + room


def _room(cells: str) -> float:
    """Return the pixels in `cells`, which lead away from a text, up to a line in the middle of a cell, or a word."""
    beside = cells.lstrip(" ")
    blanks = len(cells) - len(beside)
    if not blanks and beside[:1] in LEVEL:      # a level line reaches the side of its cell
        return 0
    return blanks * theme.CELL[0] + (_IN_A_CELL if beside and not beside[0].isalnum() else 0)
