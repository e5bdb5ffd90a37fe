r"""Read signals that rise and fall within a row: rows -> stand-ins -> Slope, ..., one line for each signal.

    CLK _/~\_/~\_       a low line is the low level, and ~ the high one; so are hyphens between low lines
    EN  __|~~~|__
    D   __--__--__      from one to the other leads a slope, a bar, or nothing
    Q   --____--        hyphens that rise or fall but twice, behind a name

What is in the row above or below has no part in it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import WAVE_BAR, WAVE_HIGH, WAVE_SLOPE, char_class
from ..model import Cell, Point
from ..patterns import pattern
from ..typed import Final
from .around import Slope, World
from .edits import At, Edit
from .shy import is_word

_SIGNAL: Final = pattern(
    r"(?<!\S)(?:(?:_+[/|]?|[/|])?(?:~+[\\|]?_+[/|]?)+(?:~+[\\|]?)?|_+[/|]?~+[\\|]?"
    r"|-*(?:_{2,}-{2,}){2,}_*|-{2,}_{2,}-{2,}(?:_{2,})?|_{2,}-{2,}_{2,})(?!\S)")
_LEVELS: Final = pattern(r"_+|[~-]+")
_LEAST: Final = 5                       # cells of a signal of three levels and more
_LEAST_OF_TWO: Final = 7                # cells of one that rises or falls once, or has hyphens and a name
_LEAST_LEVELS: Final = 4                # of one that has hyphens and no name
_STAND_INS: Final = {"~": WAVE_HIGH, "-": WAVE_HIGH, "|": WAVE_BAR, "/": WAVE_SLOPE, "\\": WAVE_SLOPE}
_LEANS: Final = {"/": -1, "\\": 1}      # columns to the right, a row down
_MARKS: Final = frozenset(_STAND_INS.values())
_WAVE: Final = pattern(f"{char_class('_' + ''.join(_MARKS))}+")
_RUN: Final = pattern(f"_+|{WAVE_HIGH}+|.")


def signals(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""What is not low in a signal has stand-ins, which are part of no other line. A slope that goes on is in none:

           \     /
        ~~~~\___/~~~~
    """
    for match in _SIGNAL.finditer(row):
        levels, cells = len(_LEVELS.findall(match.group())), range(*match.span())
        if "-" in match.group() and levels < _LEAST_LEVELS and (
                len(cells) < _LEAST_OF_TWO or not is_word(row[: cells[0]].rstrip()[-1:] or " ")):
            continue
        if len(cells) >= (_LEAST if levels > 2 else _LEAST_OF_TWO) and not any(
                at(y + k, x + k * dx) == row[x] for x in cells if (dx := _LEANS.get(row[x])) for k in (-1, 1)):
            yield from ((Cell(y, x), _STAND_INS[row[x]]) for x in cells if row[x] != "_")


def trace_waves(world: World) -> Iterator[Slope]:
    """Yield the signals, each one line through all its cells."""
    if world.whole.isascii() or not any(mark in world.whole for mark in _MARKS):
        return
    for y, x, wave in world.found(_WAVE):
        if not _MARKS.isdisjoint(wave):
            path = dict.fromkeys(_path(world.rows[y], y, x, x + len(wave)))
            yield Slope(tuple(path), tuple(Cell(y, k) for k in range(x, x + len(wave))), (), None)


def _path(row: str, y: int, start: int, stop: int) -> Iterator[Point]:
    heights = {"_": 2 * y + 2, WAVE_HIGH: 2 * y + 1}
    runs = [(run.group()[0], run.start(), run.end()) for run in _RUN.finditer(row, start, stop)]
    at = None
    for k, (char, first, last) in enumerate(runs):
        if char in heights:
            if at is None or at != heights[char]:
                yield 2 * first, heights[char]
            at = heights[char]
            yield 2 * last, at
        else:
            after = heights[runs[k + 1][0]] if k + 1 < len(runs) else None
            before = at if at is not None else sum(heights.values()) - (after or 0)
            after = after if after is not None else sum(heights.values()) - before
            ends = (2 * first, 2 * last) if char == WAVE_SLOPE else (2 * first + 1, 2 * first + 1)
            yield ends[0], before
            yield ends[1], after
            at = after
