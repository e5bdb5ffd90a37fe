"""What a rule for an idiom is asked, and what it answers: a row, and what stands around it -> Edit, ..."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from re import Pattern
from typing import Final

from ..glyphs import GLYPHS, char_class
from ..model import Cell
from ..patterns import pattern

Edit = tuple[Cell, str]
At = Callable[[int, int], str]


class Literals:
    """A trigger of several strings: each is found much quicker than a pattern of all of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def search(self, text: str) -> bool:
        """Tell whether one of the strings occurs in `text`."""
        return any(string in text for string in self._texts)


#: What a row must hold for a rule to be asked, and the rule.
Rule = tuple[Pattern[str] | Literals, Callable[[int, str, At], Iterator[Edit]]]

#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
