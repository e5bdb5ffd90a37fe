r"""Draw lines that have gaps between their dashes, and arrows with words in them: rows -> dashed glyphs.

    - - - >      <- - -      ┌ ─ ─ ┐      a ... reads ...> b
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import DOT_LINE, GLYPHS, UPRIGHT, UPRIGHT_BARS, char_class, chars
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .shy import WORDS

_TIP_WEST, _TIP_EAST = (char_class(chars(side, head=True)) for side in "EW")
_APART: Final = f"{_TIP_WEST[:-1]}{_TIP_EAST[1:-1]}─━\\-\\w]"        # what stands beside no line with gaps
_GAPPED: Final = pattern(
    rf"(?<!{_APART})(?:(?P<head>{_TIP_WEST}) ?)?(?P<dash>[-─━])(?P<dashes>(?: (?P=dash))+)"
    rf"(?: ?(?P<tip>{_TIP_EAST}))?(?!{_APART})")
_TURNS_EAST, _TURNS_WEST = (frozenset(
    char for char in chars(side, shy=False, head=False) if {"N", "S"} & set(GLYPHS[char].arms)) for side in "EW")
_BROKEN: Final = {"━": "┅", ".": DOT_LINE}      # what a line with gaps is, where it is no light dashed one
_LEAST_GAPS: Final = len(" - -")        # in a line that has no head
#: The half of such a line, the words in it, and the half with the head.
_HALF: Final = r"(?P<half>\.{2,}|(?P<dash>[-─━])(?: (?P=dash))+)"
_OTHER: Final = r"(?(dash)(?P=half)|(?:(?P=half)|\.{3,}))"      # of dots there may be more, or fewer
_BESIDE: Final = f"[^{char_class(' ()[]{}' + ''.join(UPRIGHT))[1:]}"          # what stands beside no half
_WORDS_ON: Final = pattern(
    rf"(?<!{_BESIDE})(?<![-─━] ){_HALF} (?![─━]){WORDS} {_OTHER}(?:{_TIP_EAST}|(?<=[-─━]) {_TIP_EAST})")
_WORDS_BACK: Final = pattern(
    rf"{_TIP_WEST}(?: (?=[-─━]))?{_HALF} (?![─━]){WORDS} (?P<other>{_OTHER})(?! [-─━])(?!{_BESIDE})")
_BAR: Final = char_class("".join(UPRIGHT_BARS))
_WALLED_ON: Final = pattern(rf"(?<={_BAR})(?P<half>-(?: -)*) {WORDS} (?:- )+-? ?{_TIP_EAST}(?={_BAR})")
_WALLED_BACK: Final = pattern(rf"(?<={_BAR}){_TIP_WEST} ?-?(?: -)+ {WORDS} (?P<other>-(?: -)*)(?={_BAR})")


def gaps(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens with a blank between each two are a dashed line: three of them, or two and a head.

    The blank before a corner is its last gap, and where its head touches an upright line so is that before another one:

        ┌ ─ ─ ─ ┐        |<- - - |
    """
    for match in _GAPPED.finditer(row):
        if match["head"] or match["tip"] or len(match["dashes"]) >= _LEAST_GAPS:
            first, stop = match.start() + bool(match["head"]), match.end() - bool(match["tip"])
            first -= at(y, first - 1) == " " and at(y, first - 2) in _TURNS_EAST
            stop += at(y, stop) == " " and at(y, stop + 1) in _TURNS_WEST
            if bool(match["head"]) != bool(match["tip"]):
                touched, *tail = [at(y, x) for x in (
                    (first - 2, stop, stop + 1) if match["head"] else (stop + 1, first - 1, first - 2))]
                if tail[0] == " " and touched in UPRIGHT_BARS and tail[1] in UPRIGHT_BARS:
                    first, stop = (first, stop + 1) if match["head"] else (first - 1, stop)
            yield from ((Cell(y, x), _BROKEN.get(match["dash"], "┄")) for x in range(first, stop))


def worded(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots, or hyphens with gaps, are half of an arrow in which words stand where its other half is typed alike, or
    both touch lines. A blank before a line is the last gap.

        a ... reads ...> b       a <- - reads - - b       |- reads - - ->|
    """
    for worded, half in ((_WORDS_ON, "half"), (_WORDS_BACK, "other"), (_WALLED_ON, "half"), (_WALLED_BACK, "other")):
        for match in worded.finditer(row):
            char, (first, stop) = _BROKEN.get(match[half][0], "┄"), match.span(half)
            head, tail, step = (match.end(), first - 1, -1) if half == "half" else (match.start() - 1, stop, 1)
            if at(y, head) in UPRIGHT_BARS and at(y, tail) == " " and at(y, tail + step) in UPRIGHT_BARS:
                first, stop = min(first, tail), max(stop, tail + 1)
            yield from ((Cell(y, x), char) for x in range(first, stop))
