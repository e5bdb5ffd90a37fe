"""Put the bars of a table without a frame under the crossings of its rule: rows -> {row: Match, ...}, Growth, ...

     CPU │ 缓存   │ 内存             CPU │ 缓存  │ 内存
    ─────┼───────┼─────     ->     ─────┼───────┼─────
     8核  │ 32MB  │ 64GB             8核 │ 32MB  │ 64GB

The rule has nothing beside it, and the rows over and under it have as many bars as it has crossings: what is a bar in
a text, and what a wall, is no question there. Bars beyond that are text of a cell (`ls | wc`). All rows of a table go
under its rule, or none.
"""
from __future__ import annotations

from ..glyphs import char_class
from ..patterns import pattern
from ..typed import Final
from .drift import BARE_SIDE, drift_limit
from .grid import FILLER
from .marks import ASCII_LINES, BAR, CROSSINGS, LINES, PLUS
from .matching import Match

_CROSS: Final = CROSSINGS - {PLUS}
_DRAWN: Final = char_class("".join(char for char in LINES if not char.isascii()))
_TYPED: Final = char_class(ASCII_LINES)
_RULE: Final = pattern(
    f" *(?:{_DRAWN}+(?:{char_class(''.join(sorted(_CROSS)))}{_DRAWN}+)+|{_TYPED}+(?:{char_class(PLUS)}{_TYPED}+)+) *")


def _bars(row: str, is_typed: bool) -> list[int]:
    return [m.start() for m in BARE_SIDE.finditer(row) if (m.group() == BAR) == is_typed]


def _matches(row: str, homes: list[int], is_typed: bool) -> list[Match] | None:
    """Return where the bars of a row are and belong, or None where it is no row of the table."""
    columns = _bars(row, is_typed)
    if len(columns) < len(homes):
        return None
    if len(columns) > len(homes):       # what is beyond the crossings is text: ls | wc
        columns = homes if set(homes) <= set(columns) else columns[: len(homes)]
    before = 0                          # how far the bar before is off
    for x, home in zip(columns, homes, strict=True):
        if min(abs(x - home), abs(x - home - before)) > drift_limit(row, home):
            return None
        before = x - home
    return [Match(home, x) for home, x in zip(homes, columns, strict=True)]


def _is_rule(row: str, homes: list[int]) -> bool:
    """Tell whether a row is a rule with crossings or tees at the same places: it goes along with the other one."""
    return [x for x, char in enumerate(row) if char not in LINES and char != " "] == homes


def ruled_tables(rows: tuple[str, ...]) -> list[dict[int, list[Match]]]:
    """Return, for each table with a bar out of line and wide text in it, where the bars of its rows are and belong."""
    found: list[dict[int, list[Match]]] = []
    done = -1
    for y, row in enumerate(rows):
        if y <= done or not _RULE.fullmatch(row):
            continue
        homes = [x for x, char in enumerate(row) if char in _CROSS or char in PLUS]
        is_typed = row[homes[0]] in PLUS
        table = {y: [Match(x, x) for x in homes]}
        is_whole = True
        for step in (-1, 1):
            at = y + step
            while 0 <= at < len(rows) and (matches := _matches(rows[at], homes, is_typed) or (
                    table[y] if _is_rule(rows[at], homes) else None)):
                table[at] = matches
                at += step
            is_whole = is_whole and not (0 <= at < len(rows) and _bars(rows[at], is_typed))
        done = max(table)
        if is_whole and min(table) < y < done and any(FILLER in rows[at] for at in table) and any(
                home != seen for matches in table.values() for home, seen in matches):
            found.append(table)
    return found
