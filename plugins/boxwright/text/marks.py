"""What a glyph can be in a drawing that is out of line: sets of characters, from the glyph table.

    ┌─┬─┐    corners and tees: an edge runs from a left corner to a right one
    │ │ ▼    sides are walls wherever they stand; heads are none
    └─┴─┘    lines are what an edge is made of, and what stretches with it

Only glyphs whose arms lie along the rows and columns count. Of the shy ones, which are punctuation as well,
the bar, the plus and the corners that stand at a line of hyphens do.
"""
from __future__ import annotations

import re
from collections.abc import Collection

from ..glyphs import GLYPHS, char_class, those
from ..patterns import pattern
from ..typed import Final

BAR: Final = "|"
PLUS: Final = "+"                       # a corner, a tee and a crossing at once
SOFT: Final = frozenset(".,'`")         # corners that are mostly punctuation
DASHED_SIDE: Final = ":"
DOTS: Final = "·"                       # a line between boxes, but a leader within a text
LINE_FILLER: Final = "\ufdd1"           # a second cell of a line that is drawn wide
_SHY: Final = {BAR, PLUS, *SOFT}
_NO_LINES: Final = "_~"                 # they lie along the row, but letters and paths hold them too

_SIDES: Final = frozenset("NESW")
_PLAIN: Final = {
    g.char: frozenset(g.arms) for g in GLYPHS.values()
    if not g.head and g.arms and _SIDES.issuperset(g.arms) and (not g.shy or g.char in _SHY)
}


def _with(arms: str, but: str = "") -> str:
    asked, barred = frozenset(arms), frozenset(but)
    return "".join([char for char, offered in _PLAIN.items() if asked <= offered and not barred & offered])


LINES: Final = "".join(sorted({LINE_FILLER, *(
    g.char for g in GLYPHS.values() if g.arms == "EW" and not g.head and g.char not in _NO_LINES)}))
ASCII_LINES: Final = "".join(char for char in LINES if char.isascii())
#: Corners and tees that begin or end an edge; the plus and the soft corners are told apart by their place.
LEFT: Final = "".join(char for char in _with("E", "W") if char not in SOFT and set(GLYPHS[char].arms) & set("NS"))
RIGHT: Final = "".join(char for char in _with("W", "E") if char not in SOFT and set(GLYPHS[char].arms) & set("NS"))
#: Tees and crossings within an edge.
THROUGH: Final = "".join(char for char in _with("EW") if char not in SOFT and char not in PLUS + LINES)


_LINE, _PLUS = char_class(LINES), re.escape(PLUS)
#: What follows a plus that is ink: one that touches a letter or another plus, and no line, is a sum: a+b, i++.
PLUS_IS_INK: Final = rf"(?<={_LINE}{_PLUS})|(?={_LINE})|(?<![\w{_PLUS}]{_PLUS})(?![\w{_PLUS}])"


def mark(chars: Collection[str]) -> str:
    """Return a pattern of `chars`, sums apart."""
    return char_class("".join(sorted(chars))) + (f"(?:(?<!{_PLUS})|{PLUS_IS_INK})" if PLUS in chars else "")


def _marks(chars: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of `chars` in a row without a plus, which is compiled much sooner, and in one with some."""
    return pattern(mark(chars - {PLUS})), pattern(mark(chars))


UP: Final = frozenset(_with("N"))       # what goes on into the cell above
UP_MARKS: Final = _marks(UP - SOFT)     # ... from an edge; a point in its title is none
DOWN: Final = frozenset(_with("S"))
DOWN_MARKS: Final = _marks(DOWN - SOFT)
#: What a wall may show in a row: a side, or where a line meets it.
WALLS: Final = frozenset(char for char in UP | DOWN if char not in SOFT)
#: What a side is, or where something meets it: it goes on both up and down.
SIDES: Final = frozenset(_with("NS"))
SIDE_MARK: Final = pattern(mark(SIDES))
#: ... and in its own column alone also a dashed side of points.
AT_HOME: Final = WALLS | {DASHED_SIDE}
#: A bar that a word touches may be text.
TOUCHED: Final = pattern(rf"\w{re.escape(BAR)}|{re.escape(BAR)}\w")
#: A bar with a slope at it is no wall: a transistor, a tree.
BENT: Final = pattern(rf"[{BAR}][/\\](?!\w)|(?<!\w)[/\\][{BAR}]")
HEADS: Final = frozenset(those(lambda g: g.head))
HEADS_UP: Final = frozenset(those(lambda g: g.head == "N"))
HEADS_DOWN: Final = frozenset(those(lambda g: g.head == "S"))
#: Heads along the row: where a line ends in one, it is the line that stretches.
LINE_HEADS: Final = frozenset(
    g.char for g in GLYPHS.values() if g.head in ("E", "W") and not g.char.isascii()) | {">", "<"}
_ASCII_HEADS: Final = sorted(head for head in LINE_HEADS if head.isascii())


def line_heads(whole: str) -> list[str]:
    """Return the heads along the row that a text holds."""
    return [head for head in (_ASCII_HEADS if whole.isascii() else LINE_HEADS) if head in whole]


#: What a drawing made of Box Drawing alone is told by: a title in an edge holds none of them.
BOX: Final = "".join(char for char in _PLAIN if not GLYPHS[char].shy)
