r"""Settle the short pieces of a line that a slope or a corner shows to be one: rows -> rows with a drawn line there.

    a --\              [a]--yes---.        two hyphens beside a slope that leads on from them; the half before a word,
         +--->                    |        where the other one turns in a round corner
    b --/                         v
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import UPRIGHT
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .shy import WORDS, is_word

#: Two hyphens and the slope beside them, which nothing touches on its other side.
_AT_SLOPE: Final = pattern(r"(?<!\S)--(?P<east>[/\\])(?!\S)|(?<!\S)(?P<west>[/\\])--(?!\S)")
_WAYS: Final = {"\\": 1, "/": -1}       # the row to which a slope leads, at its right end
_ONWARD: Final = frozenset("+*>^v")     # what it may lead to, beside another cell of slope
_TO_CORNER: Final = pattern(rf"(?<=[\])])(?P<half>--+)(?=\w){WORDS}--+(?P<corner>[.,'`])(?!\S)")
_TURNS: Final = {".": 1, ",": 1, "'": -1, "`": -1}


def at_slope(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _AT_SLOPE.finditer(row):
        way = 1 if match["east"] else -1
        char = match["east"] or match["west"]
        x = match.end() - 1 if match["east"] else match.start()
        onward = at(y + way * _WAYS[char], x + way)
        if onward == char or onward in _ONWARD:
            yield from ((Cell(y, x - way * k), "─") for k in (1, 2))


def to_corner(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _TO_CORNER.finditer(row):
        x, way = match.start("corner"), _TURNS[match["corner"]]
        if at(y + way, x) in UPRIGHT and not any(is_word(at(y + way, x + side)) for side in (-1, 1)):
            yield from ((Cell(y, k), "─") for k in range(*match.span("half")))
