"""Keep in one column the bars of a frame that stand in one, row under row: rows, frames, ... -> frames, matches.

No tee in an edge asks for such a bar, but in line it is, and what moves beside it in one row must not part it:

    ┌─────────────────┐          ┌──────────────────┐
    │ 应用  │ HTTP、FTP  │         │ 应用  │ HTTP、FTP │
    ├─────────────────┤    ->    ├──────────────────┤      and not     │ 应用 │ HTTP、FTP │
    │ 传输  │ TCP       │         │ 传输  │ TCP       │                  │ 传输  │ TCP      │
    └─────────────────┘          └──────────────────┘

Each row between two edges has them: else they are lines, or walls of something else. Where most have them, a row with
wide text and as many bars, alone with the frame, has them too:

    │  │         │  │
    │  │── 下单申请 ──>│  │      each bar is one of those above, and the last one the wall
    │  │         │  │
"""
from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ..typed import Final
from .drift import BARE_SIDE, drift_limit
from .grid import FILLER
from .homes import Frame, Wall
from .marks import BAR
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


def _shown(row: str, left: int) -> tuple[int, ...]:
    """Return the bars between the sides of a frame, if they and nothing else are drawn in a row."""
    sides = [m.start() for m in BARE_SIDE.finditer(row) if m.group() != BAR]
    is_alone = len(sides) > 2 and sides[0] == left and not row[:left].strip(" ") and not row[sides[-1] + 1 :].strip(" ")
    return tuple(sides[1:-1]) if is_alone else ()


def bar_walls(rows: tuple[str, ...], frames: list[Frame]) -> list[Frame]:
    """Return `frames` with walls for the bars that most rows of a frame have, in those and in the rows pushed."""
    crossed = Counter(y for frame in frames for y in range(frame.edges[0].row, frame.edges[-1].row + 1))
    found: list[Frame] = []
    for frame in frames:
        left = frame.walls[0].column
        inside = [y for a, b in pairwise(frame.edges) for y in range(a.row + 1, b.row) if crossed[y] == 1]
        if len(frame.walls) == 2 and any(FILLER in rows[y] for y in inside):
            shown = {y: bars for y in inside if (bars := _shown(rows[y], left))}
            usual, count = Counter(shown.values()).most_common(1)[0] if shown else ((), 0)
            if count >= _LEAST_ROWS and len(set(shown.values())) > 1:
                more = [Wall(home, (y, y)) for y, bars in shown.items() if bars == usual or FILLER in rows[y] and (
                    len(bars) == len(usual) and all(
                        abs(x - home) <= drift_limit(rows[y], home) for x, home in zip(bars, usual, strict=True)))
                    for home in usual]
                frame = frame._replace(walls=(frame.walls[0], *sorted(more), frame.walls[-1]))
        found.append(frame)
    return found
