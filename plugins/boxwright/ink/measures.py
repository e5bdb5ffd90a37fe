"""Settle the bars of a measure: rows -> bars that are ticks, and lines that touch them.

    |-- 5 --|   ->   ├-- 5 --┤        |-----|-----|   ->   ├-----┼-----┤        |<- 5 ->|   ->   ticks at the tips

    |--|--|--> t   ->   ├--┼--┼--> t      an axis, over or under its numbers, or the bars of a plan:  [=MVP=]

    | 名字 | a |
    |------|---|        a rule of a table is none

    --|--   --| |--   -->|--   --|>|--       the tick of a scale, the plates of a capacitor, a diode: a line goes on

A bar that has something over or under it is a wall, the end of a trunk or of a lid, and stays what it is.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import LEADS_DOWN, LEADS_UP, LEVEL, TICK
from ..model import Cell, Wire
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .edges import is_rule
from .edits import At, Edit
from .points import middle
from .shy import WORDS, is_word

_LEAST: Final = 2                       # cells of line on each side of a word, where no two heads show what it is
_MOST_BAR: Final = 80                   # cells of a bar of a plan
#: From one bar to the next: a line with or without heads, and with or without a word in it.
_ONE: Final = pattern(rf"(?P<west><?)(?P<first>-+|=+)(?: ?{WORDS} ?(?P<second>-+|=+))?(?P<east>>?)")
_SPAN: Final = rf"<?(?:-++|=++)(?: ?{WORDS} ?(?:-++|=++))?>?(?=\|)"
_MEASURE: Final = pattern(rf"\|(?<!\S\|){_SPAN}(?:\|{_SPAN})*\|(?P<axis>--*>)?(?!\S)")
#: Bars in a line, first what shows best what they are.
_PLATES: Final = pattern(
    r"(?:\|(?<=[-=]{2}\|)(?:[<>]\|| ?\||<)?|>(?<=[-=]{2}>)\|)(?=[-=]{2})")
_LINE: Final = frozenset("-=")
_OF_MEASURES: Final = _LINE | {"|"}
_DRAWN: Final = {"-": "─", "=": "═"}
#: Which sides of a bar a line comes from, west and east: the tee that it is.
_TEES: Final = {(True, True): "┼", (False, True): "├", (True, False): "┤", (False, False): TICK}


def _is_free(at: At, y: int, x: int, *, in_plan: bool = False) -> bool:
    """Tell whether nothing but words is over and under a bar, and beside these cells; the bar of a plan is one, and so
    are other bars without heads where the bar is `in_plan` itself.
    """
    for side in (0, -1, 1):
        for way in (-1, 1):
            char = at(y + way, x + side)
            if not (char in (" ", FILLER) or is_word(char) or char in "[]=" and _is_in_brackets(at, y + way, x + side)
                    or in_plan and char in _OF_MEASURES and _spans(at, y + way, x + side)):
                return False
    return not (in_plan and "|" in (at(y - 1, x), at(y + 1, x)) and _is_wall(at, y, x))


def _span(at: At, y: int, x: int) -> tuple[int, int] | None:
    """Return the bars of the measure in whose line a cell is."""
    ends = []
    for way in (-1, 1):
        k = x
        while (char := at(y, k)) in _LINE or is_word(char) or char == " " != at(y, k + way):
            k += way
            if abs(k - x) > _MOST_BAR:
                return None
        if char != "|" or at(y, k - way) not in _LINE:
            return None
        ends.append(k)
    return ends[0], ends[1]


def _spans(at: At, y: int, x: int) -> list[tuple[int, int]]:
    """Return the bars of the measures that meet in a bar, or in whose line a cell is."""
    lines = [k for k in (x - 1, x + 1) if at(y, k) in _LINE] if at(y, x) == "|" else [x]
    return [span for k in lines if (span := _span(at, y, k)) is not None]


def _is_wall(at: At, y: int, x: int) -> bool:
    """Tell whether the bars over and under a bar are a wall: one is of no measure, or two are of some with the same
    ends.

        a  |-----|             |-----|
        b        |--|          | tea |
    """
    seen = set(_spans(at, y, x))
    for k in (y - 1, y + 1):
        spans = _spans(at, k, x) if at(k, x) == "|" else None
        if spans is None:
            continue
        if not spans or not seen.isdisjoint(spans):
            return True
        seen.update(spans)
    return False


def _is_in_brackets(at: At, y: int, x: int) -> bool:
    """Tell whether a sign is of the bar of a plan, or at its end: [==MVP==]"""
    for k in range(x - (at(y, x) == "]"), x - _MOST_BAR, -1):
        char = at(y, k)
        if char == "[":
            return True
        if char != "=" and not is_word(char):
            return False
    return False


def measures(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _MEASURE.finditer(row):
        bars = [x for x in range(*match.span()) if row[x] == "|"]
        in_plan = {"<", ">"}.isdisjoint(row[bars[0] : bars[-1]])
        free = [x for x in bars if _is_free(at, y, x, in_plan=in_plan)]
        if not free:
            continue
        spans = [span for bar in bars[:-1] if (span := _ONE.match(row, bar + 1))]
        if not all(
            span["west"] and span["east"] or len(span["first"]) >= _LEAST <= len(span["second"] or span["first"])
            for span in spans
        ):
            continue
        if len(free) < len(bars) and in_plan:
            continue                    # the rule of a table, whose other rows have walls elsewhere
        if match["axis"] and len(free) < len(bars):
            continue                    # messages between lines of life
        yield from ((Cell(y, x), _TEES[row[x - 1 : x] in LEVEL, at(y, x + 1) in LEVEL]) for x in free)
        yield from ((Cell(y, x), _DRAWN[row[x]]) for span in spans for name in ("first", "second") if span[name]
                    for x in range(*span.span(name)))


def plates(y: int, row: str, at: At) -> Iterator[Edit]:
    """A bar in a line of two cells or more on both sides, with a head or another bar beside it, is a plate of it."""
    if row.lstrip()[0] == "|" or is_rule(y, row, at):
        return                          # the rule of a table
    for match in _PLATES.finditer(row):
        bars = [x for x in range(*match.span()) if row[x] == "|"]
        inner = match.group()
        is_led = not {"<", ">"}.isdisjoint(inner)       # a head tells what the bar is, whatever is aslant of it
        if not all(at(y - 1, x) not in LEADS_DOWN and at(y + 1, x) not in LEADS_UP if is_led else _is_free(at, y, x)
                   for x in bars):
            continue
        if inner in ("|>|", "|<|"):     # the base of the triangle is the head's
            base, plate = bars if inner == "|>|" else bars[::-1]
            yield from ((Cell(y, base), "─"), (Cell(y, plate), "┼"))
        elif len(bars) > 1:
            yield from ((Cell(y, bars[0]), "┤"), (Cell(y, bars[1]), "├"))
        else:
            yield Cell(y, bars[0]), "├" if inner[0] == ">" else "┤" if inner[-1] == "<" else "┼"


def ticks(cells: list[Cell]) -> Iterator[Wire]:
    """Yield the bars at the tips of heads, each as high as its cell."""
    for x, y in map(middle, cells):
        yield Wire(((x, y - 1), (x, y + 1)), "light")
