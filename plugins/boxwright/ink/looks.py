"""Say how a run of glyphs looks as a stroke: weight and dash, piece by piece where they change."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from ..glyphs import AMID, GLYPHS, char_class
from ..model import Axis, Dash, Piece, Side, Stroke, Weight
from ..patterns import pattern
from ..typed import Final
from .shy import CORNERS, LINES

FACING: Final[Mapping[Axis, tuple[Side, Side]]] = {"h": ("E", "W"), "v": ("S", "N")}
BARS_OF: Final[Mapping[Axis, str]] = {"h": "EW", "v": "NS"}
#: Runs that are drawn in one way from end to end, as most are.
_PLAIN: Final = {
    axis: pattern(char_class("".join(
        g.char for g in GLYPHS.values()
        if g.arms and g.dash == "solid" and not g.each and (g.h if axis == "h" else g.v) == "light"
    )) + "*")
    for axis in BARS_OF
}
_EACH: Final[dict[str, Weight]] = {"l": "light", "h": "heavy", "d": "double"}
_ORDER: Final = ("light", "heavy", "double")
_AMID: Final = frozenset(AMID.values())         # heads: what is beside them says how the line looks
_LIKE: Final = pattern(r"(.)\1*", re.DOTALL)


def weight_of(char: str, side: str) -> Weight:
    """Return the weight of a glyph's arm."""
    glyph = GLYPHS[char]
    if glyph.each:
        return _EACH[glyph.each[glyph.arms.index(side)]] if side in glyph.arms else "light"
    return glyph.h if side in "EW" else glyph.v


@cache
def _link(axis: Axis, near: str, far: str) -> tuple[Weight, Dash]:
    """Return how two facing cells are joined: as a plain line among them is drawn, else as the heavier arm; a head goes
    by what it is beside.
    """
    arms = (near, FACING[axis][0]), (far, FACING[axis][1])
    for char, side in arms:
        if char in LINES[axis] and char not in _AMID:
            return weight_of(char, side), GLYPHS[char].dash
    shafts = [arm for arm in arms if GLYPHS[arm[0]].head is None]
    return max((weight_of(*arm) for arm in shafts or arms), key=_ORDER.index), "solid"


def _pairs(run: str) -> Iterator[tuple[int, str, str]]:
    """Yield the pairs of neighbours in a run, each with its place; of like ones in a row the first pair only."""
    for match in _LIKE.finditer(run):
        near, stop = match[1], match.end()
        if stop - match.start() > 1:
            yield match.start(), near, near
        if stop < len(run):
            yield stop - 1, near, run[stop]


def _pieces(axis: Axis, run: str) -> tuple[Piece, ...]:
    """Return the parts of a run that look alike; what is typed has no look of its own at a corner: ==+> goes on."""
    found: list[tuple[int, tuple[Weight, Dash]]] = []          # where each begins, and its look
    lines = LINES[axis]
    for at, near, far in _pairs(run):
        look = found[-1][1] if found and near in CORNERS and far not in lines else _link(axis, near, far)
        if not found or found[-1][1] != look:
            found.append((at, look))
    end = len(run) - 1, found[0][1]
    return tuple(Piece(at, stop, *look) for (at, look), (stop, _) in pairwise([*found, end]))


@lru_cache(maxsize=4096)
def _look(axis: Axis, run: str) -> tuple[Weight, Dash, tuple[Piece, ...]]:
    """Return how a run looks as a whole, and its pieces from its own start on, where they are more than one.

    A drawing has the same few runs over and over.
    """
    if _PLAIN[axis].fullmatch(run):
        return "light", "solid", ()
    if len(run) == 1:
        glyph = GLYPHS[run]
        return glyph.h if axis == "h" else glyph.v, glyph.dash, ()
    pieces = _pieces(axis, run)
    lengths: dict[tuple[Weight, Dash], int] = {}
    for piece in pieces:
        lengths[piece[2:]] = lengths.get(piece[2:], 0) + piece.stop - piece.start
    weight, dash = max(lengths, key=lambda look: (lengths[look], -_ORDER.index(look[0]), look[1]))
    return weight, dash, pieces if len(pieces) > 1 else ()


def stroke_of(axis: Axis, line: int, start: int, run: str) -> Stroke:
    """Return the stroke of a run of glyphs that begins at `start`."""
    weight, dash, pieces = _look(axis, run)
    if pieces and start:
        pieces = tuple(piece._replace(start=piece.start + start, stop=piece.stop + start) for piece in pieces)
    return Stroke(axis, line, start, start + len(run) - 1, weight, dash, pieces)
