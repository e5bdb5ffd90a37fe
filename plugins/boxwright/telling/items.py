"""Tell the items of a list from the lines of a sentence: lines -> items, with a title or without.

    │ Validates   │    "Validates the incoming request": a small letter goes on with the line before, which had
    │ the incoming│    no room for its word
    │ request     │
    │ Legend      │    "Legend", with "sync" and "async": single words are a list, and a capital over small letters
    │ sync        │    is its title
    │ async       │
"""
from __future__ import annotations

from collections.abc import Sequence

from ..patterns import pattern
from ..typed import Final
from .texts import is_wide, run_on

_SMALL: Final = pattern("[a-zß-öø-ÿ]")
_CAPITAL: Final = pattern("[A-ZÀ-ÖØ-Þ]")
_START: Final = pattern(r"""(?:\d+[.)] |[•·▪◦‣*-] )?["“']?[A-ZÀ-ÖØ-Þ]""")     # of a sentence
_PAIR: Final = pattern(r"[:：=]")       # "port: 80", "size = 3": an item, whatever it begins with
_AFTER_ITEM: Final = " ,;，；、"
#: With these no item begins or ends.
_LITTLE: Final = frozenset((
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is", "its", "of", "on", "or", "that",
    "the", "to", "with",
))
_BULLETS: Final = "•·▪◦‣ "
_STOPS: Final = (".", "!", "?")
_ENDS: Final = frozenset(",;:.!?…，；：、。！？")
_COLONS: Final = ":："
_COMMA: Final = "，"
_PROSE: Final = pattern("[，。]")
_LEAST_WIDTH: Final = 18                # columns; in narrower boxes no word has room beside another anyway
_FEWEST_HAN: Final = 6                  # characters of a full line: shorter ones are words that happen to be as long


def _columns(line: str) -> int:
    return len(line) if line.isascii() else sum(2 if is_wide(char) else 1 for char in line)


def _is_han(char: str) -> bool:
    return is_wide(char) and char.isalpha()


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Tell whether a line goes on with a sentence: it begins small, where the line before had no room for it."""
    if widest < _LEAST_WIDTH or before[-1] in _ENDS or not _SMALL.match(line):
        return False
    if _PAIR.search(before) or _PAIR.search(line):
        return False
    return _columns(before) + 1 + len(line.split(" ", 1)[0]) > widest


def _goes_on_in_han(before: str, line: str, widest: int) -> bool:
    if before[-1] == _COMMA:
        return True
    return (_is_han(before[-1]) and _is_han(line[0]) and len(before) >= _FEWEST_HAN
            and _columns(before) >= widest - 1)


def _is_sentence(lines: Sequence[str]) -> bool:
    """Tell whether lines are one sentence, however they are cut: a capital first, and no other, no stop between, but
    one at the end, or a little word where a line is cut, with which no item begins or ends.
    """
    if not _CAPITAL.match(lines[0]) or not all(map(_SMALL.match, lines[1:])) or any(
            line.endswith(_STOPS) or _PAIR.search(line) for line in lines[:-1]):
        return False
    cuts = (word for line in lines for word in (line.split(" ", 1)[0], line.rsplit(" ", 1)[-1]))
    return lines[-1].endswith(_STOPS) or not _LITTLE.isdisjoint(cuts)


def items_of(lines: Sequence[str]) -> list[str]:
    """Return lines with those joined that are one sentence, without bullets and the commas between items."""
    if len(lines) > 1 and _is_sentence(lines):
        return [run_on(lines)]
    widest = max(map(_columns, lines), default=0)
    is_han = any(map(_PROSE.search, lines))
    has_words = any(" " in line for line in lines)      # single words are a list
    parts: list[list[str]] = []
    for line in lines:
        if parts and (has_words and _START.match(parts[-1][0]) and _goes_on(parts[-1][-1], line, widest)
                      or is_han and _goes_on_in_han(parts[-1][-1], line, widest)):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [item_of(run_on(part).lstrip(_BULLETS)) or run_on(part) for part in parts]


def is_titled(lines: Sequence[str], columns: Sequence[int]) -> bool:
    """Tell whether the first of some lines is the title of the others: it ends in a colon, the others are set in, all
    have the same mark before them, or it has a capital and they have small letters.

    `columns` are where the lines begin.
    """
    first, *others = lines
    if first[-1] in _COLONS or len(set(columns[1:])) == 1 and columns[0] < columns[1]:
        return True
    marks = {line[0] for line in others}
    if len(marks) == 1 and not (mark := marks.pop()).isalnum() and first[0] != mark:
        return True
    return bool(_CAPITAL.match(first)) and first[-1] not in _ENDS and all(map(_SMALL.match, others))


def item_of(line: str) -> str:
    """Return a line as a thing in a sentence: without the comma that led on to the next line."""
    return line.rstrip(_AFTER_ITEM) or line


def title_of(line: str) -> str:
    """Return a title as a name: without its colon."""
    return line.rstrip(_COLONS).rstrip() or line
