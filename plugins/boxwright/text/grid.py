"""Read text into a grid of cells, and write a grid back as text: str -> Grid -> str.

    "│ 柠 │"   ->   │ · 柠 ▫ · │      a wide character takes two cells: itself and a filler (▫)

A column is a string index. What is more or other than one character that speaks for itself gets a stand-in from a
private plane, its text kept aside: a grapheme of several code points, a glyph that the author calls text, a private
character of the author's own. Control characters become their Control Pictures, so that what a reader could not see
stays visible and no output has to think of them; a space of any other kind that joins no two words becomes blank.

Where Ambiguous counts two, so does box drawing, and a line goes on through its second column (▬):

    "┌─┐"   ->   ┌ ▬ ─ ▬ ┐ ▫
"""
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from ..glyphs import FORCED, GLYPHS, PRIVATE, char_class
from ..model import Grid
from ..typed import Final
from .width import JOINING, NARROW, PLAIN, PLAIN_WIDE, WIDE, class_of, clusters

FILLER: Final = "\ufdd0"                # noncharacters: they stand in no text
LINE_FILLER: Final = "\ufdd1"
TAB_STOP: Final = 8
_STAND_INS: Final = range(0xF0000, 0xFFFFE)     # Supplementary Private Use Area-A
_UNSAFE: Final = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u2028\u2029]"
_PRIVATE: Final = char_class("".join(map(chr, PRIVATE)))[:-1] + "\U000f0000-\U000ffffd]"    # twins, and stand-ins
_SPACE: Final = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0xFEFF:                  # a byte-order mark says nothing
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def _blanks(text: str) -> str:
    """Return `text` with other spaces (no-break, ideographic, ...) made blanks, but for one between two words."""
    word = f"[^\\s{re.escape(''.join(GLYPHS))}]"
    lone = f"{_SPACE}(?!{word})|(?<!{word}){_SPACE}"
    return re.sub(lone, lambda match: "  " if match.group() == "\u3000" else " ", text)


class _Asides:
    """Hands out stand-ins, the same for the same text. When all are taken, a text has to do without."""

    def __init__(self) -> None:
        self._by_text: dict[str, str] = {}
        self.by_char: dict[str, str] = {}

    def stand_in(self, text: str) -> str:
        """Return the stand-in of `text`, or `text` itself when there is none left."""
        if text not in self._by_text:
            if len(self._by_text) == len(_STAND_INS):
                return text
            self._by_text[text] = chr(_STAND_INS[len(self._by_text)])
            self.by_char[self._by_text[text]] = text
        return self._by_text[text]

    def twin(self, char: str) -> str:
        """Return the never-shy twin of a glyph, or the glyph itself where it has none."""
        if char not in FORCED:
            return char
        self.by_char[FORCED[char]] = char
        return FORCED[char]

    def text_of(self, cells: str) -> str:
        return "".join(self.by_char.get(char, char) for char in cells)


# ── from text to text: what is not to be taken for what it looks like ────────────────────────────────

def _safe(source: str, asides: _Asides) -> str:
    """Return `source` with its line ends made one, what cannot be seen visible, and private characters set aside."""
    text = source.replace("\r\n", "\n").replace("\r", "\n") if "\r" in source else source
    if text.replace("\n", " ").isprintable():       # most are, and need no pattern
        return text

    def set_aside(match: re.Match[str]) -> str:
        stand_in = asides.stand_in(match.group())
        return stand_in if stand_in in asides.by_char else "\ufffd"

    text = re.sub(_PRIVATE, set_aside, re.sub(_UNSAFE, _visible, text))
    return _blanks(text) if re.search(_SPACE, text) else text


def _as_told(text: str, plain: Collection[str], inked: Collection[str], asides: _Asides) -> str:
    """Return `text` with each occurrence of a string in `plain` made text, and of one in `inked` made ink."""
    if not plain and not inked:
        return text

    def as_text(char: str) -> str:
        return asides.stand_in(char) if char in GLYPHS else char

    rules: dict[str, Callable[[str], str]] = {}
    for strings, rule in ((inked, asides.twin), (plain, as_text)):
        rules.update((_safe(string, asides), rule) for string in strings)
    longest_first = sorted((s for s in rules if s and "\n" not in s), key=len, reverse=True)
    if not longest_first:
        return text
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return pattern.sub(lambda match: "".join(map(rules[match.group()], match.group())), text)


# ── from text to cells ───────────────────────────────────────────────────────────────────────────────

def _tied(text: str, classes: str, ambiguous: int, asides: _Asides) -> str:
    """Return `text` with a stand-in for each grapheme of several code points, and its filler where it is wide."""
    parts: list[str] = []
    done = 0
    for start, stop, columns in clusters(classes, ambiguous):
        grapheme = asides.text_of(text[start:stop])
        stand_in = asides.stand_in(grapheme)
        if stand_in in asides.by_char:
            parts += text[done:start], stand_in, FILLER * (columns - 1)
            done = stop
    return "".join((*parts, text[done:]))


def _faces(char: str, side: str) -> bool:
    return char in GLYPHS and side in GLYPHS[char].arms


def _drawn_wide(match: re.Match[str]) -> str:
    """Return a wide glyph with its second column: a line where one goes on to the next glyph, or comes to a head.

        ┌──   ┌ ▬ ─ ▬ ─ ▬      ──▶   ─ ▬ ▬ ▶      a → b   a · → ▫ · b
    """
    text, char, glyph = match.string, match.group(), GLYPHS[match.group()]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]

    def meets(other: str, side: str) -> bool:       # two shy glyphs may be text
        return _faces(other, side) and not (glyph.shy and GLYPHS[other].shy)

    if glyph.head == "E" and meets(before, "E"):
        return LINE_FILLER + char
    if not _faces(char, "E"):
        return char + FILLER
    goes_on = meets(after, "W") or not glyph.shy and _faces(char, "W") and _faces(before, "E")
    return char + (LINE_FILLER if goes_on else FILLER)


def _cells(text: str, ambiguous: int, asides: _Asides) -> str:
    """Return the cells of `text`, all its rows at once: what costs time is done by the character set, not the cell."""
    if text.isascii() or ambiguous == 1 and NARROW.fullmatch(text):
        return text.expandtabs(TAB_STOP)
    if ambiguous == 1 and PLAIN.fullmatch(text):
        parts = PLAIN_WIDE.split(text)
        parts[1::2] = [FILLER.join(wide) + FILLER for wide in parts[1::2]]
        return "".join(parts).expandtabs(TAB_STOP)
    classes = {ord(char): class_of(asides.by_char.get(char, char)) for char in set(text)}
    if not JOINING.isdisjoint(classes.values()):
        text = _tied(text, text.translate(classes), ambiguous, asides)
    wide = {chr(code) for code, letter in classes.items() if letter in WIDE[ambiguous]}
    if glyphs := wide & GLYPHS.keys():
        text = re.sub(char_class("".join(sorted(glyphs))), _drawn_wide, text)
    cells = {code: chr(code) for code in classes} | {ord(char): char + FILLER for char in wide - glyphs}
    return text.translate(cells).expandtabs(TAB_STOP)


def split_lines(source: str) -> list[str]:
    """Return the lines of `source` without their ends; a row of its grid is the line of the same number."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_grid(source: str, *, ambiguous: int = 1, text: Collection[str] = (), ink: Collection[str] = ()) -> Grid:
    """Return the grid of `source`; blank rows at its end are dropped, those at its start kept.

    `ambiguous` is what a character of ambiguous width counts, 1 or 2. Every occurrence in a row of a string in `text`
    is text, whatever it looks like, and of one in `ink` is ink; the longest string comes first.
    """
    asides = _Asides()
    safe = _as_told(_safe(source, asides), text, ink, asides)
    lines = [line.rstrip() for line in safe.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    rows = _cells("\n".join(lines), ambiguous, asides).split("\n") if lines else []
    columns = max(map(len, rows), default=0)
    return Grid(tuple(row.ljust(columns) for row in rows), asides.by_char)


# ── and back ─────────────────────────────────────────────────────────────────────────────────────────

def cells_text(cells: str, asides: Mapping[str, str]) -> str:
    """Return the text in a run of cells: fillers dropped, stand-ins replaced."""
    if cells.isascii():
        return cells
    text = cells.replace(FILLER, "").replace(LINE_FILLER, "")
    return "".join(asides.get(char, char) for char in text) if asides else text


def grid_text(grid: Grid) -> str:
    """Return the text of a whole grid, no spaces at line ends, a newline after each row."""
    return "".join(f"{cells_text(row, grid.asides).rstrip()}\n" for row in grid.rows)
