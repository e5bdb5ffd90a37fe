"""Tell whether an author counted each wide character as one column: rows -> {row: Match, ...}, or nothing.

Many programs do. What they draw is in line when it is counted as they did, each of its upright lines, and so the
column of each is known, and nothing has to be guessed:

    ┌────┐           ┌────┐
    │ 柠檬 │  as it    │ XX │  as it was counted: each bar goes on in the rows above and below
    └────┘  stands   └────┘
"""
from __future__ import annotations

from ..glyphs import GLYPHS, char_class
from ..patterns import pattern
from ..typed import Final
from .drift import MOST_DRIFT
from .grid import FILLER
from .marks import DASHED_SIDE, DOWN, HEADS_DOWN, HEADS_UP, LINES, PLUS, SOFT, UP, WALLS
from .matching import Match

_TYPED: Final = frozenset({DASHED_SIDE, *SOFT, *"H#!"})      # uprights and corners that are text as well
_GOES_DOWN: Final = DOWN | HEADS_UP | _TYPED
_GOES_UP: Final = UP | HEADS_DOWN | _TYPED
_UPRIGHT: Final = pattern(char_class("".join(sorted(WALLS | HEADS_UP | HEADS_DOWN | _TYPED))))
_STOPS: Final = frozenset(LINES)        # where an upright line may end that no arm of the other one meets
_CORNERS: Final = frozenset(char for char in WALLS if char not in PLUS and set(GLYPHS[char].arms) & set("EW"))
_BARS: Final = WALLS - _CORNERS - set(PLUS)
_LEAST_PUSHED: Final = 2                # upright lines that wide text has pushed in their rows


def _misses(row: str, above: str, below: str, x: int) -> bool:
    """Tell whether the side of a soft right corner stands within it, and nothing where it should be.

        .------.       .------.
        | 店   |       | 店  |       the corner and the bar have missed each other
    """
    if row[max(x - 1, 0)] not in _STOPS or row[x + 1 : x + 2] in _STOPS:
        return False
    beyond = below if "S" in GLYPHS[row[x]].arms else above
    return not beyond[x : x + 2].strip(" ") and not _BARS.isdisjoint(beyond[max(x - MOST_DRIFT, 0) : x])


def _anchors(row: str, above: str, below: str) -> list[int] | None:
    """Return the columns of a row that go on into the row above or below, or None where a line does not go on.

    A bar may end at a line, a corner or tee may not, and a plus at a line has to go on to one side at least.
    """
    found: list[int] = []
    for match in _UPRIGHT.finditer(row):
        x, char = match.start(), match.group()
        up = char in _GOES_UP and above[x] in _GOES_DOWN
        down = char in _GOES_DOWN and below[x] in _GOES_UP
        if up or down:
            found.append(x)
        if char in _BARS:
            if not ((up or above[x] in _STOPS) and (down or below[x] in _STOPS)):
                return None
        elif char in _CORNERS:
            if up < (char in UP) or down < (char in DOWN):
                return None
        elif char in SOFT:
            if not (up or down) and _misses(row, above, below, x):
                return None
        elif char in PLUS and not (up or down) and not _STOPS.isdisjoint(row[max(x - 1, 0) : x + 2]):
            return None
    return found


def is_in_line(rows: tuple[str, ...]) -> bool:
    """Tell whether each upright line goes on in the rows above and below, up to a line or a corner."""
    blank = " " * len(rows[0])
    return all(
        _anchors(row, above, below) is not None
        for above, row, below in zip((blank, *rows[:-1]), rows, (*rows[1:], blank), strict=True))


def match_as_counted(rows: tuple[str, ...]) -> dict[int, list[Match]] | None:
    """Return where each upright line stands in each row and where it belongs, if `rows` are in line as counted."""
    if not any(FILLER in row for row in rows):
        return None
    counted = [row.replace(FILLER, "") for row in rows]
    width = max(map(len, counted))
    blank = " " * width
    counted = [blank, *(row.ljust(width) for row in counted), blank]
    found: dict[int, list[Match]] = {}
    pushed = 0
    for y, row in enumerate(rows):
        anchors = _anchors(counted[y + 1], counted[y], counted[y + 2])
        if anchors is None:
            return None
        if FILLER in row:
            columns = [x for x, char in enumerate(row) if char != FILLER]
            found[y] = [Match(x, columns[x]) for x in anchors]
            pushed += sum(match.home != match.seen for match in found[y])
        elif anchors:
            found[y] = [Match(x, x) for x in anchors]
    return found if pushed >= _LEAST_PUSHED else None
