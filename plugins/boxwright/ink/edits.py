"""What a rule for an idiom is asked, and what it answers: a row, and what stands around it -> Edit, ..."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from re import Pattern

from ..glyphs import GLYPHS, char_class
from ..model import Cell
from ..patterns import pattern
from ..typed import Any, Final

Edit = tuple[Cell, str]
At = Callable[[int, int], str]


class Literals:
    """A trigger of several strings: each is found much quicker than a pattern of all of them. They are looked for
    `where` one of these signs is, or else where the rarest of their own is.
    """

    def __init__(self, texts: Iterable[str], where: str = "") -> None:
        self.texts, self.where = tuple(texts), where


class Starts(Literals):
    """A trigger of several strings with which a row begins."""


class Matches:
    """A trigger that is a pattern; where none of `signs` is, it is nowhere."""

    def __init__(self, pattern: Pattern[str], signs: str) -> None:
        self.pattern, self.signs = pattern, signs


class Signs:
    """A trigger that begins with one of a few signs: these are found first, and the pattern is tried at each."""

    def __init__(self, signs: str, pattern: Pattern[str]) -> None:
        self.signs, self.pattern = signs, pattern


#: What a row must hold for a rule to be asked.
Trigger = Literals | Matches | Signs
#: A rule is given the number of a row, the row, and how to ask for a cell.
Rule = Callable[[int, str, At], Iterator[Edit]]

_COMMON: Final = "vV -|+─│━┃.:/=>_"     # what many drawings hold, the commonest first
_POINTS: Final = ".."


def rarest(text: str) -> str:
    """Return the part of `text` that few drawings hold: where it is not, `text` is not."""
    if _POINTS in text:
        return _POINTS
    return next((sign for sign in text if sign not in _COMMON), "") or max(text, key=_COMMON.index)


@cache
def function_of(module: str, name: str) -> Any:
    """Return a function of a module of this floor, which is loaded when it is first asked for."""
    return getattr(import_module(f".{module}", __package__), name)


class _Awaited:
    """What is looked for where a sign is: strings, patterns that begin with it, and others; with rules' numbers."""

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.texts: dict[str, list[int]] = {}
        self.starts: dict[str, list[int]] = {}
        self.tried: list[tuple[Pattern[str], int]] = []
        self.searched: list[tuple[Pattern[str], int]] = []


class Lookout:
    """Tells which rows of a text some rules are to be asked about; what several wait for is looked for once."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        self._by_sign: dict[str, _Awaited] = {}
        self._all = self._by_sign.values()
        self._searched: list[tuple[str, tuple[Pattern[str], int]]] = []
        for number, trigger in enumerate(triggers):
            if isinstance(trigger, Literals):
                for text in trigger.texts:
                    for sign in trigger.where or (rarest(text),):
                        awaited = self._at(sign)
                        texts = awaited.starts if isinstance(trigger, Starts) else awaited.texts
                        texts.setdefault(text, []).append(number)
            elif isinstance(trigger, Signs):
                for sign in trigger.signs:
                    self._at(sign).tried.append((trigger.pattern, number))
            elif len(trigger.signs) == 1:
                self._at(trigger.signs).searched.append((trigger.pattern, number))
            else:
                self._searched.append((trigger.signs, (trigger.pattern, number)))
        self._ascii = [awaited for awaited in self._all if awaited.sign.isascii()]

    def _at(self, sign: str) -> _Awaited:
        if sign not in self._by_sign:
            self._by_sign[sign] = _Awaited(sign)
        return self._by_sign[sign]

    def asked(self, whole: str, stride: int) -> set[tuple[int, int]]:
        """Return the rows, each with the number of a rule; a row of `whole` begins every `stride` characters."""
        asked: set[tuple[int, int]] = set()
        searched = [search for signs, search in self._searched if any(map(whole.__contains__, signs))]
        awaiting = self._ascii if whole.isascii() else self._all
        for awaited in [awaited for awaited in awaiting if awaited.sign in whole]:      # one sign is found in no time
            for text, numbers in awaited.texts.items():
                at = whole.find(text)
                while at >= 0:
                    y = at // stride
                    for number in numbers:
                        asked.add((y, number))
                    at = whole.find(text, (y + 1) * stride)
            for text, numbers in awaited.starts.items():
                asked.update((0, number) for number in numbers if whole.startswith(text))
                at = whole.find(f"\n{text}")
                while at >= 0:          # the end of the row before
                    asked.update((at // stride + 1, number) for number in numbers)
                    at = whole.find(f"\n{text}", at + 1)
            at = whole.find(awaited.sign) if awaited.tried else -1
            while at >= 0:
                y = at // stride
                for tried, number in awaited.tried:
                    if (y, number) not in asked and tried.match(whole, at):
                        asked.add((y, number))
                at = whole.find(awaited.sign, at + 1)
            searched += awaited.searched
        for wanted, number in searched:
            match = wanted.search(whole)
            while match:
                y = match.start() // stride
                asked.add((y, number))
                match = wanted.search(whole, (y + 1) * stride)
        return asked


def places(text: str, whole: str, stride: int) -> Iterator[tuple[int, int]]:
    """Yield the row and column of each place of `text` in some rows, which begin every `stride` characters."""
    at = whole.find(text)
    while at >= 0:
        yield divmod(at, stride)
        at = whole.find(text, at + 1)


def alone(signs: str, rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the row and column of each of some signs that has nothing on either side."""
    whole = f" {' '.join(rows)} "
    for sign in signs:
        if sign in whole:
            yield from places(f" {sign} ", whole, len(rows[0]) + 1)     # the blank before it is the place in `rows`


#: What a level line is made of: as a class, and alone.
LEVEL_CLASS: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
LEVELS: Final = pattern(LEVEL_CLASS)
