"""What a rule for an idiom is asked, and what it answers: a row, and what stands around it -> Edit, ..."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Pattern
from typing import Final

from ..glyphs import GLYPHS, char_class
from ..model import Cell
from ..patterns import pattern

Edit = tuple[Cell, str]
At = Callable[[int, int], str]
#: What a row must hold for a rule to be asked, and the rule.
Rule = tuple[Pattern[str], Callable[[int, str, At], Iterator[Edit]]]

#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
