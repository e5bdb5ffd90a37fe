"""Draw a line on to the box that it stops short of: rows, Frame, ... -> {row: new row}, Repair, ...

    │ A ├───►  │ B │   ->   │ A ├─────►│ B │      two blanks before a side are a slip
    │ A ├───► │ B │           one blank is a style, and stays

Only a line that comes out of the side of one box and points at the side of another one is drawn on.
"""
from __future__ import annotations

from collections.abc import Iterable

from ..glyphs import GLYPHS, char_class
from ..model import Repair
from ..patterns import pattern
from ..typed import Final
from .homes import Frame
from .marks import LINE_HEADS, LINES, SIDES

_GAP: Final = "  "
_SIDE: Final = char_class("".join(sorted(SIDES)))
_LINE: Final = f"(?P<line>{char_class(LINES)})(?P=line)+"


def _head(side: str) -> str:
    return f"(?P<head>{char_class(''.join(sorted(c for c in LINE_HEADS if GLYPHS[c].head == side)))})"


_EAST: Final = pattern(f"(?<={_SIDE}){_LINE}{_head('E')}{_GAP}(?={_SIDE})")
_WEST: Final = pattern(f"(?<={_SIDE}){_GAP}{_head('W')}{_LINE}(?={_SIDE})")
#: What a row has to hold: each is found much quicker than a pattern of all of them.
_HINTS_EAST: Final = {char: char + _GAP for char in LINE_HEADS if GLYPHS[char].head == "E"}
_HINTS_WEST: Final = {char: _GAP + char for char in LINE_HEADS if GLYPHS[char].head == "W"}


def _sides(frames: list[Frame], wanted: set[int]) -> set[tuple[int, int]]:
    """Return the cells of the `wanted` rows where a frame has a side."""
    return {
        (y, wall.column)
        for frame in frames for wall in (frame.walls[0], frame.walls[-1])
        for y in range(wall.rows[0] + 1, wall.rows[1]) if y in wanted
    }


def draw_short_ends_on(
    rows: tuple[str, ...], frames: list[Frame], whole: str, heads: Iterable[str],
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows that change, and by how much the head of each line that was too short has moved.

    `whole` is all of the rows, and `heads` are those along the row that it holds.
    """
    found = [
        (y, match, by)
        for hints, pattern, by in ((_HINTS_EAST, _EAST, len(_GAP)), (_HINTS_WEST, _WEST, -len(_GAP)))
        if (held := [hints[head] for head in heads if head in hints and hints[head] in whole])
        for y, row in enumerate(rows) if any(hint in row for hint in held)
        for match in pattern.finditer(row)
    ]
    if not found:
        return {}, []
    sides = _sides(frames, {y for y, _, _ in found})
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    for y, match, by in found:
        if (y, match.start() - 1) not in sides or (y, match.end()) not in sides:
            continue
        line = match["line"] * (len(match[0]) - 1)
        row = laid.get(y, rows[y])
        laid[y] = row[: match.start()] + (line + match["head"] if by > 0 else match["head"] + line) + row[match.end() :]
        repairs.append(Repair(y, match.start("head"), by, "arrowhead"))
    return laid, repairs
