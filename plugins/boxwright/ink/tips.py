r"""Settle the heads that are typed with several characters: a barbed one, a triangle, an open diamond, a thick arrow;
and short lines beside words, bars and an x.

     |            |
    \|/     ->    ▼         --|>   ->   ---▷       <>--   ->   ◇---
  +-----+      +-----+
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import GHOST, GLYPHS, UPRIGHT_BARS, char_class, those
from ..model import Cell
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .edits import LEVEL_CLASS, At, Edit
from .shy import is_word

#: What an edge is made of, along its row.
_EDGE: Final = frozenset(those(lambda g: {"E", "W"} <= set(g.arms) and not (g.mark or g.round)))
_CORNER: Final = frozenset(those(lambda g: {"E", "W"} & set(g.arms) and not (g.mark or g.head)))
_BARBED: Final = pattern(r"\\[|│┃]/|/[|│┃]\\")
#: A triangle or a diamond at the end of two cells of line or more; a diode, -|>|-, and an operator have none.
_TRIANGLE_EAST: Final = pattern(rf"(?<={LEVEL_CLASS}{LEVEL_CLASS})\|>(?![-=~>])(?!\|[-=~<])")
_TRIANGLE_WEST: Final = pattern(rf"(?<![-=~<])(?<![-=~>]\|)<\|(?={LEVEL_CLASS}{LEVEL_CLASS})")
_DIAMOND_EAST: Final = pattern(rf"(?<={LEVEL_CLASS}{LEVEL_CLASS})<>(?![-=~<>])")
_DIAMOND_WEST: Final = pattern(rf"(?<![-=~<>])<>(?={LEVEL_CLASS}{LEVEL_CLASS})")

#: An arrow with a word in it, from wall to wall; and what is over or under the end of one where it is a wall.
_WALLS: Final = UPRIGHT_BARS | {"+"} | frozenset(
    g.char for g in GLYPHS.values() if {"N", "S"} & set(g.arms) and not (g.shy or g.mark or g.head))
_WALL: Final = char_class("".join(_WALLS))
_NAME: Final = r"[^\s<>|=+~.,:;'`-](?: ?[^\s<>|-]){0,30}"     # words, between walls also with a sum: SYN (x+1)
_SHORT: Final = pattern(
    rf"(?P<before>-(?<={_WALL}-)-*+) ?{_NAME} ?(?P<after>-++)> ?(?={_WALL})|"
    rf"(?:<(?<={_WALL}<)| <(?<={_WALL} <))(?P<behind>-++) ?{_NAME} ?(?P<first>-++)(?={_WALL})")
#: A line with letters in it that mark its points; and one with a word in it that ends in such a letter.
_CROSSED: Final = pattern(r"(?<![\w.<>-])<?-+(?:[xX]-+)+>?(?![\w.<>-])")
_LEAST_CROSSED: Final = 6
_LOST_EAST: Final = pattern(rf"(?<={_WALL})(-+) ?{_NAME} ?(--+)>?[xX](?![\w-])")
_LOST_WEST: Final = pattern(rf"(?<![\w-])[xX]<?(--+) ?{_NAME} ?(-+)(?={_WALL})")
_POINTED: Final = pattern(r"\\/|/\\")
_PIPED: Final = pattern(r"(?<=\S )(->)(?=\|\w(?: ?[^\s|]){0,30}\|)|\|\w(?: ?[^\s|]){0,30}\|(<-)(?= \S)")


def barbed(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""A bar between two barbs is a head, where a bar is behind it, and an edge or a word in front of it.

          |          |         root         O        .-.
         \|/        \|/         /|\        /|\       '-'      the barbs of a tree and of a star go on, those of a
        +---+       name       / | \        |        /|\      person are under a head, or have legs behind them
    """
    for match in _BARBED.finditer(row):
        x, way = match.start() + 1, 1 if match.group()[0] == "\\" else -1
        if at(y - way, x) not in UPRIGHT_BARS or at(y, x - 2) == match.group()[2] or at(y, x + 2) == match.group()[0]:
            continue
        near, far = ([at(y - way, x + k * side) for side in (-1, 1)] for k in (1, 2))
        if near != [" ", " "] or match.group()[0] == far[0] or match.group()[2] == far[1] or all(map(is_word, far)):
            continue
        front = [at(y + way, x + k) for k in (-1, 0, 1)]
        is_named = is_word(front[1]) and any(is_word(char) or char == FILLER for char in (front[0], front[2]))
        is_star = at(y + 2 * way, x - 1) + at(y + 2 * way, x + 1) == match.group()[::-2]
        has_legs = at(y - 2 * way, x - 1) + at(y - 2 * way, x + 1) == match.group()[::2]
        is_edge = front[1] in _EDGE and _CORNER.issuperset(front) and not _EDGE.isdisjoint(front[::2])
        if not has_legs and (is_named or is_edge and not is_star):
            yield Cell(y, x), "▼" if way > 0 else "▲"
            yield from ((Cell(y, x + side), GHOST) for side in (-1, 1))


def hollow(y: int, row: str, at: At) -> Iterator[Edit]:
    """A bar and a head at the end of a line are a triangle, two heads are a diamond: drawn in outline, at its tip."""
    for ends, way, shape in (
        (_TRIANGLE_EAST, 1, "▷"), (_TRIANGLE_WEST, -1, "◁"), (_DIAMOND_EAST, 1, "◇"), (_DIAMOND_WEST, -1, "◇"),
    ):
        for match in ends.finditer(row):
            line, tip = (match.start(), match.start() + 1)[::way]
            yield Cell(y, line), at(y, line - way)
            yield Cell(y, tip), shape


def short(y: int, row: str, at: At) -> Iterator[Edit]:
    """A hyphen, a word, hyphens and a head are an arrow from one wall to another: a half of two shows it itself.

        +---+     +---+        |- ask --->|
        | a +-rq->+ b |        |<-- yes -|
        +---+     +---+
    """
    for match in _SHORT.finditer(row):
        way, names = (1, ("before", "after")) if match["before"] else (-1, ("behind", "first"))
        halves = [match.span(name) for name in names]
        if min(stop - start for start, stop in halves) == 1 and all(
                at(y - 1, x) in _WALLS or at(y + 1, x) in _WALLS for x in (match.start() - 1, match.end())):
            yield from ((Cell(y, x), "─") for start, stop in halves for x in range(start, stop))
            beside = match.end() - 1 if way > 0 else match.start()
            if row[beside] == " ":      # a wall that drifted is met all the same
                yield from ((Cell(y, beside - way), "─"), (Cell(y, beside), ">" if way > 0 else "<"))


def thick(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""Two bars and two slopes are a thick arrow, from an edge or a word to another one.

        +-----+       api
           ||         /\
           \/         ||       operators have words beside them:  a || b
        +-----+       web                                           \/
    """
    for match in _POINTED.finditer(row):
        x, way = match.start(), 1 if match.group() == "\\/" else -1
        tail = y - way
        while at(tail, x) in UPRIGHT_BARS and at(tail, x + 1) == at(tail, x):
            tail -= way
        ends = [(at(k, x), at(k, x + 1)) for k in (y + way, tail)]
        if tail == y - way or not all(_EDGE.issuperset(pair) or any(map(is_word, pair)) or pair == ("/", "\\")[::way]
                                      for pair in ends):
            continue
        cells = range(min(tail + way, y), max(tail + way, y) + 1)
        beside = [at(k, x + side) for k in cells for side in (-1, 2)]
        if set(beside) != {" "} or any(is_word(at(k, x + side)) for k in cells for side in (-2, 3)):
            continue
        yield from ((Cell(k, x), "║") for k in cells if k != y)
        yield Cell(y, x), "▼" if way > 0 else "▲"
        yield from ((Cell(k, x + 1), GHOST) for k in cells)


def crossed(y: int, row: str, at: At) -> Iterator[Edit]:
    """A line goes on through an x, as an axis does; a message that is lost ends in one, and comes from a wall.

        --x----x-----> t          |--- ask --x  |
    """
    for match in _CROSSED.finditer(row):
        if len(match.group()) >= _LEAST_CROSSED and "---" in match.group():
            yield from ((Cell(y, x), "─") for x in range(*match.span()) if row[x] == "-")
    for lost, wall in ((_LOST_EAST, -1), (_LOST_WEST, 0)):
        for match in lost.finditer(row):
            x = match.end() if wall == 0 else match.start() - 1
            if at(y - 1, x) in _WALLS or at(y + 1, x) in _WALLS:
                yield from ((Cell(y, x), "─") for half in (1, 2) for x in range(*match.span(half)))


def piped(y: int, row: str, at: At) -> Iterator[Edit]:
    """One hyphen and a head lead to a word between two bars, as they do away from one: in ->|filter|-> out"""
    for match in _PIPED.finditer(row):
        span = match.span(1) if match[1] else match.span(2)
        if not any(at(y + way, x) in _WALLS for x in (span[0] - 1, span[1]) for way in (-1, 1)):
            yield Cell(y, span[0] if match[1] else span[1] - 1), "─"
