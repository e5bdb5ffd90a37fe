"""What a rule for an idiom is asked, and what it answers: a row, and what stands around it -> Edit, ..."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from re import Pattern

from ..glyphs import GLYPHS, char_class
from ..model import Cell
from ..patterns import pattern
from ..typed import Final

Edit = tuple[Cell, str]
At = Callable[[int, int], str]


Find = Callable[[str, int], int]        # a text, and a place in it from which on -> where something begins; -1: nowhere


@cache
def literal(sign: str) -> Find:
    """Return what finds `sign`, the same one each time: rules that wait for the same share it."""
    return lambda whole, start: whole.find(sign, start)


def _search(pattern: Pattern[str], whole: str, start: int) -> int:
    match = pattern.search(whole, start)
    return match.start() if match else -1


def _match(sign: str, pattern: Pattern[str], whole: str, start: int) -> int:
    at = whole.find(sign, start)
    while at >= 0 and not pattern.match(whole, at):
        at = whole.find(sign, at + 1)
    return at


def places(signs: str, pattern: Pattern[str], whole: str) -> Iterator[int]:
    """Yield the places of each of some signs where a pattern matches: quicker than a pattern of rare signs."""
    for sign in signs:
        at = _match(sign, pattern, whole, 0)
        while at >= 0:
            yield at
            at = _match(sign, pattern, whole, at + 1)


class Literals:
    """A trigger of several strings: each is found much quicker than a pattern of all of them. Where there are none of
    the signs `beside` them, if some are asked for, it is nowhere.
    """

    def __init__(self, texts: Iterable[str], beside: str = "") -> None:
        self._texts, self._beside = tuple(texts), frozenset(beside)
        self.signs = self._beside.union(*self._texts)

    def finds(self, present: frozenset[str]) -> list[Find]:
        """Return what finds each of the strings that can be there, where of all signs those `present` are."""
        is_there = not self._beside or not self._beside.isdisjoint(present)
        return [literal(text) for text in self._texts if present.issuperset(text)] if is_there else []


def _start(sign: str, whole: str, start: int) -> int:
    if whole.startswith(sign, start) and (not start or whole[start - 1] == "\n"):
        return start
    return whole.find("\n" + sign, start) + 1 or -1


class Starts(Literals):
    """A trigger of several strings with which a row begins."""

    def finds(self, present: frozenset[str]) -> list[Find]:
        """Return what finds each of the strings that can be there, where of all signs those `present` are."""
        return [partial(_start, text) for text in self._texts if present.issuperset(text)]


class Matches:
    """A trigger that is a pattern; where there are none of `signs`, it is nowhere."""

    def __init__(self, pattern: Pattern[str], signs: str = "") -> None:
        self._pattern, self.signs = pattern, frozenset(signs)

    def finds(self, present: frozenset[str]) -> list[Find]:
        """Return what finds the pattern."""
        return [partial(_search, self._pattern)] if not self.signs or self.signs & present else []


class Signs:
    """A trigger that begins with one of a few signs: these are found first, and the pattern is tried at each."""

    def __init__(self, signs: str, pattern: Pattern[str]) -> None:
        self.signs, self._pattern = frozenset(signs), pattern

    def finds(self, present: frozenset[str]) -> list[Find]:
        """Return what finds the pattern at each of the signs that are there."""
        return [partial(_match, sign, self._pattern) for sign in sorted(self.signs & present)]


Trigger = Literals | Matches | Signs
#: What a row must hold for a rule to be asked, and the rule.
Rule = tuple[Trigger, Callable[[int, str, At], Iterator[Edit]]]


def rows_with(find: Find, whole: str, stride: int) -> Iterator[int]:
    """Yield the rows of `whole` that hold what is found; a row begins every `stride` characters."""
    at = find(whole, 0)
    while at >= 0:
        y = at // stride
        yield y
        at = find(whole, (y + 1) * stride)


#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
