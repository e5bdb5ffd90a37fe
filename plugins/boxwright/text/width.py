"""Cut text into graphemes and give their width in cells: str -> (grapheme, width), ...

    "é"  e + U+0301: 1 cell       "柠": 2 cells       "👩‍💻"  3 code points: 2 cells

Each code point has a class, a letter of the vendored table (`unicodedata` answers differently from one Python to the
next, and goldens would differ with it); graphemes are cut by a small pattern over the classes. They are those of
UAX #29, but that what has a cell of its own stands apart, and what has none does not:

    a skin tone after no picture, a half-width voiced mark     stand apart
    format characters (zero width space, bidi marks)           join the one before; at a line's start, the one after

A grapheme is 2 wide if its base is wide or full-width (UAX #11), else 1; Ambiguous counts what it is told to.
UAX #11 leaves open what marks and joiners make of it:

    emoji          2 with VS16 or a skin tone, in a ZWJ sequence, as a pair of flags; with VS15 it is text: 1
    marks          add nothing; but two parts that take room (a spacing mark, the consonants of a conjunct) are 2
    Hangul parts   are a syllable: 2
    what stands alone (a mark, a joiner, half a flag)     1, so that nothing is lost

So, of all code points, these are not as wide as `wcwidth` 0.9 says: what it gives no column (marks, joiners, format
characters, Hangul vowels and finals, the Hangul filler), and half a flag, which it gives two. Of the sequences:
☝🏽 is wide without VS16 too, and a CJK symbol (〰 ㊗ 🈚) does not become narrow by VS15.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ..patterns import pattern
from ..typed import Final

#: Classes whose members belong to a neighbour, whatever it is or if it is of a certain class.
JOINING: Final = frozenset("BEFIKLMNRSTVZf")
#: Classes that take two columns, by what Ambiguous counts.
WIDE: Final = {1: frozenset("GHLMOUW"), 2: frozenset("AGHLMOQUW")}
_ONE: Final = "\0-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u2319\u2500-\u25fc"
_TWO: Final = "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60"
#: A text of characters that take one column whatever is beside them, where Ambiguous counts one: most texts.
NARROW: Final = pattern(f"[{_ONE}]*+")
#: One of characters that take one or two, and where to split it: each second part takes two.
PLAIN: Final = pattern(f"[{_ONE}{_TWO}]*+")
PLAIN_WIDE: Final = pattern(f"([{_TWO}]+)")
_FIRST_SYLLABLE, _TAILS = 0xAC00, 28    # Hangul syllables: every 28th has no final consonant, and takes one
_MOST_KNOWN: Final = 20_000             # characters; whoever writes more is not writing


class _Classes(dict[int, str]):
    """Code point -> class, each looked up once: a table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        from .width_table import RANGES  # most texts need none of it
        first, last, letter = RANGES[bisect_left(RANGES, (code + 1,)) - 1]
        found = letter if first <= code <= last else "."
        if found == "H" and (code - _FIRST_SYLLABLE) % _TAILS == 0:
            found = "G"
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[code] = found
        return found


_CLASSES: Final = _Classes()


def class_of(char: str) -> str:
    """Return the class of a character: a letter of the table, "G" for a Hangul syllable without a final."""
    return _CLASSES[ord(char)]


@cache
def _grapheme() -> re.Pattern[str]:
    """Return the pattern of a grapheme, over classes: what comes before the base, the base, what comes after it."""
    picture = "[OPQUo]"
    bases = (
        "RR",                                           # a flag
        "L*(?:[GV]V*|H)T*", "L+", "T+",                 # Hangul
        f"{picture}(?:[EFKMNf]*Z{picture})*[EFKMNf]*",  # pictures with joiners between
        "K(?:[EFZf]*C)?", "[^X]",
    )
    return pattern(f"X|[BI]*(?:{'|'.join(bases)})(?:[EFINSZf]|K(?:[EFZf]*C)?)*")


@cache
def _knot() -> re.Pattern[str]:
    """Return the pattern of a stretch that holds graphemes of several code points: two neighbours that join are
    never both outside `JOINING`, so that one character more at each end is enough."""
    joining = "".join(sorted(JOINING))
    return pattern(f"[^{joining}]?[{joining}]+(?:[^{joining}][{joining}]+)*[^{joining}]?")


@cache
def _wide(ambiguous: int) -> re.Pattern[str]:
    """Return the pattern of what makes a grapheme wide, over its classes."""
    return pattern(f"[{''.join(sorted(WIDE[ambiguous] - {'U'}))}]|U(?!f)|RR|[DPQ]F")


_NO_ROOM: Final = frozenset("EFIKNTVXZf")    # classes that take no room in a grapheme


def _columns(classes: str, ambiguous: int) -> int:
    """Return 1 or 2: the columns of a grapheme whose code points have these classes."""
    if _wide(ambiguous).search(classes):
        return 2
    return 2 if len(classes) > 1 and sum(letter not in _NO_ROOM for letter in classes) > 1 else 1


def clusters(classes: str, ambiguous: int = 1) -> Iterator[tuple[int, int, int]]:
    """Yield start, stop and width of each grapheme of several code points, in the classes of a text."""
    for knot in _knot().finditer(classes):
        for match in _grapheme().finditer(classes, knot.start(), knot.end()):
            if match.end() - match.start() > 1:
                yield match.start(), match.end(), _columns(match.group(), ambiguous)


def graphemes(text: str, ambiguous: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the graphemes of `text`, each with its width in cells."""
    for match in _grapheme().finditer(text.translate(_CLASSES)):
        yield text[match.start() : match.end()], _columns(match.group(), ambiguous)


def text_width(text: str, ambiguous: int = 1) -> int:
    """Return the width of one line of `text` in cells."""
    if text.isascii():
        return len(text)
    classes = text.translate(_CLASSES)
    if JOINING.isdisjoint(classes):
        return len(classes) + sum(map(classes.count, WIDE[ambiguous]))
    return sum(columns for _, columns in graphemes(text, ambiguous))
