"""Settle the heads that stand in a line which goes on behind them: rows -> rows in which the line is one.

    ┌───┐     ┌───┐       |       ┌───┐   ┌───┐
    │ a │──▶──│ b │       v       │ a ├─↔─┤ b │       a leads to b, and the head is drawn where it stands
    └───┘     └───┘       |       └───┘   └───┘

A typed one needs two cells of line on both sides along its row; a letter is none where a word touches it. What a drawn
line goes on with may be a corner, or where branches leave it.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..glyphs import AMID, AMID_SIGNS, GLYPHS, LEVEL, UPRIGHT_BARS
from ..model import Arrowhead, Cell, Point, Side
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .nets import Lines, Wired
from .points import STEP, middle
from .shy import is_word
from .spans import Spans
from .triggers import LEVEL_HEAD, TURNS, UPRIGHT_HEADS

_TYPED: Final = pattern(r"(?<=-[-=~])[<>](?=-[-=~])|(?<=={2})[<>](?=={2})|(?<=~{2})[<>](?=~{2})")
_SIDES: Final = {sign: side for side, sign in AMID.items()}


def level(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in (*LEVEL_HEAD.finditer(row), *_TYPED.finditer(row)):
        x, head = match.start(), GLYPHS[match.group()].head
        first, last = x - 1, x + 1
        while at(y, first) in LEVEL:
            first -= 1
        while at(y, last) in LEVEL:
            last += 1
        if head and not (is_word(at(y, first)) and is_word(at(y, last)) and match.group().isascii()):
            yield Cell(y, x), AMID[head]


def upright(y: int, row: str, at: At) -> Iterator[Edit]:
    for x, char in enumerate(row):
        head = GLYPHS[char].head if char in UPRIGHT_HEADS else None
        if head is None:
            continue
        onward = y + (1 if head == "S" else -1)
        ahead, behind = at(onward, x), at(2 * y - onward, x)
        if behind not in UPRIGHT_BARS or ahead not in UPRIGHT_BARS and ahead not in TURNS[head]:
            continue
        typed = [k for k in (y, onward) if at(k, x).isascii()]
        if not any(is_word(at(k, x + side)) for k in typed for side in (-1, 1)):         # a bar at a word: |x|
            yield Cell(y, x), AMID[head]


def _ways(sign: str) -> tuple[Side, ...]:
    if sign in _SIDES:
        return (_SIDES[sign],)
    return ("E", "W") if "E" in GLYPHS[sign].arms else ("N", "S")


def find_amid(rows: Sequence[str], given: Sequence[str], level: Spans, upright: Spans) -> Iterator[Arrowhead]:
    """Yield the heads amid lines; `rows` are settled, and those `given` say which heads are hollow."""
    for y, row in enumerate(rows):
        for sign in AMID_SIGNS if not row.isascii() else ():
            x = row.find(sign)
            while x >= 0:
                line, place = (level.at(y, x), x) if "E" in GLYPHS[sign].arms else (upright.at(x, y), y)
                if line is not None and line.start < place < line.stop:
                    yield from (Arrowhead(Cell(y, x), side, GLYPHS[given[y][x]].hollow) for side in _ways(sign))
                x = row.find(sign, x + 1)


def led(wired: Sequence[Wired], amid: Iterable[Arrowhead]) -> tuple[list[Wired], tuple[Arrowhead, ...]]:
    """Return the wires as they lead, with a head at the end to which one amid them points, where no other wire joins
    them; and the heads, each with its wire.
    """
    lines, found, heads = Lines(wired), list(wired), list[Arrowhead]()
    met = Counter(point for wire, _, _ in wired for point in (wire.path[0], wire.path[-1]))
    for head in amid:
        dy, dx = STEP[head.side]
        index = lines.level(head.cell) if dx else lines.upright(head.cell)
        heads.append(head._replace(wire=index))
        if index is None:               # in the edge of a box
            continue
        wire, start, stop = found[index]
        is_onward = _is_onward(wire.path, middle(head.cell), dx + dy)
        end = stop if is_onward else start
        if met[wire.path[-1 if is_onward else 0]] == 1:
            end = end._replace(arrow=True)
            found[index] = (wire, start, end) if is_onward else (wire, end, stop)
    return found, tuple(heads)


def _is_onward(path: Sequence[Point], at: Point, way: int) -> bool:
    """Tell whether a way, to the right or down (1), or back (-1), is that of a path where it runs through a point."""
    for a, b in pairwise(path):
        if min(a, b) <= at <= max(a, b) and (a[0] == at[0] == b[0] or a[1] == at[1] == b[1]):
            return (b > a) == (way > 0)
    return True
