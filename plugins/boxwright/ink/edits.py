"""What a rule for an idiom is asked, and what it answers: a row, and what stands around it -> Edit, ..."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from re import Pattern

from ..glyphs import GLYPHS, char_class
from ..model import Cell
from ..patterns import pattern
from ..typed import Final

Edit = tuple[Cell, str]
At = Callable[[int, int], str]


Find = Callable[[int], int]             # from a place in a text on -> where something begins; -1: nowhere


class Literals:
    """A trigger of several strings: each is found much quicker than a pattern of all of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def finds(self, whole: str) -> Iterator[Find]:
        """Yield what finds each of the strings; one character alone is found in no time."""
        return (partial(whole.find, text) for text in self._texts if text[0] in whole and text[-1] in whole)


class Matches:
    """A trigger that is a pattern."""

    def __init__(self, pattern: Pattern[str]) -> None:
        self._pattern = pattern

    def finds(self, whole: str) -> Iterator[Find]:
        """Yield what finds the pattern."""
        def find(start: int) -> int:
            match = self._pattern.search(whole, start)
            return match.start() if match else -1
        yield find


class Signs:
    """A trigger that begins with one of a few signs: these are found first, and the pattern is tried at each."""

    def __init__(self, signs: str, pattern: Pattern[str]) -> None:
        self._signs, self._pattern = signs, pattern

    def finds(self, whole: str) -> Iterator[Find]:
        """Yield what finds the pattern at each of the signs."""
        return (partial(self._find, whole, sign) for sign in self._signs)

    def _find(self, whole: str, sign: str, start: int) -> int:
        at = whole.find(sign, start)
        while at >= 0 and not self._pattern.match(whole, at):
            at = whole.find(sign, at + 1)
        return at


Trigger = Literals | Matches | Signs
#: What a row must hold for a rule to be asked, and the rule.
Rule = tuple[Trigger, Callable[[int, str, At], Iterator[Edit]]]


def rows_with(trigger: Trigger, whole: str, stride: int) -> set[int]:
    """Return the rows of `whole` that hold what a rule waits for; a row begins every `stride` characters."""
    found: set[int] = set()
    for find in trigger.finds(whole):
        at = find(0)
        while at >= 0:
            y = at // stride
            found.add(y)
            at = find((y + 1) * stride)
    return found


#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
