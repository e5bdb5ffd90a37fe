"""Cut text into graphemes and give their width in cells: str -> (grapheme, width), ...

Width follows East Asian Width (UAX #11) with Ambiguous = 1, as all box drawing is ambiguous. A grapheme
is a base with its marks, joiners and selectors (the part of UAX #29 that occurs in diagrams); VS16 asks
for the emoji picture, which is wide. The tables are vendored: `unicodedata` answers differently
from one Python to the next, and goldens would differ with it.

    "é"  e + U+0301: 1 cell       "柠": 2 cells       "👩‍💻"  3 code points: 2 cells
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .width_table import EXTEND, WIDE


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    """Return the inside of a regular-expression class for code point ranges."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_VS16: Final = "\ufe0f"
_IS_WIDE: Final = re.compile(f"[{_class(WIDE)}]")
_FLAG: Final = "[\U0001f1e6-\U0001f1ff]"
_GRAPHEME: Final = re.compile(f"(?:{_FLAG}{_FLAG}|.)(?:\u200d[^\\s\x00-\x7f]|[{_class(EXTEND)}])*", re.DOTALL)
_PLAIN: Final = re.compile(f"[^{_class(WIDE)}{_class(EXTEND)}\U0001f1e6-\U0001f1ff]*")


def is_plain(text: str) -> bool:
    """Tell whether every character of `text` is one grapheme of one cell."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def grapheme_width(grapheme: str) -> int:
    """Return 1 or 2: the columns of one grapheme. A mark that stands alone takes one."""
    if len(grapheme) > 1 and (_VS16 in grapheme or re.match(_FLAG, grapheme)):
        return 2
    return 2 if _IS_WIDE.match(grapheme) else 1


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """Yield the graphemes of one line of `text`, each with its width in cells."""
    for match in _GRAPHEME.finditer(text):
        yield match.group(), grapheme_width(match.group())


def text_width(text: str) -> int:
    """Return the width of one line of `text` in cells."""
    return len(text) if is_plain(text) else sum(width for _, width in graphemes(text))
