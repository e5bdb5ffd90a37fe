"""Keep in one column the bars of a frame that stand in one, row under row: rows, frames, matches -> matches.

No tee in an edge asks for such a bar, but in line it is, and what moves beside it in one row must not part it:

    ┌─────────────────┐          ┌──────────────────┐
    │ 应用  │ HTTP、FTP  │         │ 应用  │ HTTP、FTP │
    ├─────────────────┤    ->    ├──────────────────┤      and not     │ 应用 │ HTTP、FTP │
    │ 传输  │ TCP       │         │ 传输  │ TCP       │                  │ 传输  │ TCP      │
    └─────────────────┘          └──────────────────┘

Each row between two edges has them: else they are lines, or walls of something else.
"""
from __future__ import annotations

from itertools import pairwise

from ..typed import Final
from .drift import BARE_SIDE
from .homes import Frame
from .matching import Match

_LEAST_ROWS: Final = 2


def _bars(row: str, matches: list[Match], left: int, right: int) -> list[int] | None:
    """Return the bars of a row between the walls of a frame, or None where there are other walls, or the left one
    is out of line."""
    for before, after in pairwise(matches):
        if before.home == left:
            if before.seen != left or after.home != right:
                return None
            found = [m.start() for m in BARE_SIDE.finditer(row, left + 1, after.seen)]
            return found if not found or found[-1] < right - 1 else None
    return None


def with_bars(
    rows: tuple[str, ...], frames: list[Frame], matched: dict[int, list[Match]]
) -> dict[int, list[Match]]:
    """Return `matched` with the bars that stand in one column in two rows or more of a frame."""
    added: dict[int, list[Match]] = {}
    for frame in frames:
        left, right = frame.walls[0].column, frame.walls[-1].column
        places: dict[int, list[int]] = {}
        for above, below in pairwise(frame.edges):
            inside = range(above.row + 1, below.row)
            bars = [_bars(rows[y], matched.get(y, []), left, right) for y in inside]
            if bars and bars[0] and all(found == bars[0] for found in bars):
                for x in bars[0]:
                    places.setdefault(x, []).extend(inside)
        for x, shown in places.items():
            if len(shown) >= _LEAST_ROWS:
                for y in shown:
                    added.setdefault(y, []).append(Match(x, x))
    return {y: sorted([*matches, *added.get(y, ())]) for y, matches in matched.items()} if added else matched
