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

    def rows(self, whole: str, stride: int) -> set[int]:
        """Return the rows of `whole` that hold one of the strings."""
        found: set[int] = set()
        for text in self._texts:
            at = whole.find(text) if text[0] in whole else -1       # one character is found in no time
            while at >= 0:
                found.add(at // stride)
                at = whole.find(text, (at // stride + 1) * stride)
        return found


class Signs:
    """A trigger that begins with one of a few signs: these are found first, and the pattern is tried at each."""

    def __init__(self, signs: str, pattern: Pattern[str]) -> None:
        self._signs, self._pattern = signs, pattern

    def rows(self, whole: str, stride: int) -> set[int]:
        """Return the rows of `whole` in which the pattern matches at one of the signs."""
        found: set[int] = set()
        for sign in self._signs:
            at = whole.find(sign)
            while at >= 0:
                if self._pattern.match(whole, at):
                    found.add(at // stride)
                    at = (at // stride + 1) * stride - 1
                at = whole.find(sign, at + 1)
        return found


Trigger = Pattern[str] | Literals | Signs
#: What a row must hold for a rule to be asked, and the rule.
Rule = tuple[Trigger, Callable[[int, str, At], Iterator[Edit]]]


def rows_with(trigger: Trigger, whole: str, stride: int) -> set[int]:
    """Return the rows of `whole` that hold what a rule waits for; a row begins every `stride` characters."""
    if isinstance(trigger, Literals | Signs):
        return trigger.rows(whole, stride)
    found: set[int] = set()
    match = trigger.search(whole)
    while match:
        y = match.start() // stride
        found.add(y)
        match = trigger.search(whole, (y + 1) * stride)
    return found


#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
