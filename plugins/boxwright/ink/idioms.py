"""The rules of idioms that are a letter or two: terminals, hops, corners, dots, bangs, double lines: row -> Edit, ...

`triggers` says what each waits for.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..glyphs import (
    DOT_LINE,
    DOT_WALL,
    GHOST,
    GLYPHS,
    HOP_LEFT,
    HOP_RIGHT,
    LEVEL,
    UPRIGHT,
    UPRIGHT_BARS,
    WIDE_CORNERS,
    char_class,
    chars,
    those,
)
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import LEVEL_CLASS, LEVELS, At, Edit
from .shy import CORNERS, is_word
from .triggers import ALONE, DOUBLE_WALL, POINT

_WALL: Final = UPRIGHT | {"+"}
_DOTTED: Final = _WALL | frozenset("H^v")       # what may stand over and under a crossing
_UP: Final = frozenset(those(lambda g: "N" in g.arms and not g.head)) | {"."}
_DOWN: Final = frozenset(those(lambda g: "S" in g.arms and not g.head)) | {"'", "`"}
_HARD_LEVEL: Final = char_class(those(lambda g: g.arms == "EW" and not g.shy))
_TYPED: Final = "[-=~]"
_ENDS: Final = re.escape("|+<>*oO.,'`()─│├┤")
#: What makes a letter beside it a terminal: two cells of line, one with something at its other end, or a drawn line.
_LINE_AFTER: Final = f"(?:{_TYPED}{_TYPED}|{_TYPED}[{_ENDS}]|{_HARD_LEVEL}|<{_TYPED})"
_LINE_BEFORE: Final = "|".join(
    f"(?<={line}[oO])" for line in (_TYPED + _TYPED, f"[{_ENDS}]{_TYPED}", _HARD_LEVEL, f"{_TYPED}>"))
#: The letter comes first, and what must stand before it after: so the search is quick.
_LETTER: Final = pattern(
    rf"[oO](?:(?<![\w\"'$/\\@#%&][oO])(?={_LINE_AFTER})|(?:{_LINE_BEFORE})(?![\w\"$/\\@#%&]))")
_OPTION: Final = pattern(r"(?<![-=~])-[oO]=(?![-=~>])")        # of a command: -o=, --out=
_LETTERS: Final = pattern(f"[oO]{ALONE}")
_RINGED: Final = pattern(r"\([oO*]\)")
_HOP: Final = pattern(rf"[()](?<={LEVEL_CLASS[:-1]}()].)(?={LEVEL_CLASS[:-1]}()])")
_SLOPE_CORNER: Final = pattern(rf"[/\\](?:(?={LEVEL_CLASS})|(?<={LEVEL_CLASS}.))")
_ROUND_CORNER: Final = pattern(
    rf"[.,'`](?:(?=[+]?{LEVEL_CLASS})|(?<={LEVEL_CLASS}.)|(?<={LEVEL_CLASS}[+][.']))")
_DOTS: Final = pattern(r"(?<![\w.])(<?)(\.(?:[.!:]*\.)?)(>?)(?![\w.])")
_MOST_WALL: Final = 60                  # cells of a wall on one side of a line of dots
_LEVEL_OR_CORNER: Final = LEVEL | frozenset(CORNERS) | frozenset(
    those(lambda g: {"E", "W"} & set(g.arms) and {"N", "S"} & set(g.arms) and not (g.mark or g.head)))
#: What dots may meet, and what goes on over it (-1) and under it (1).
_JOINED: Final = {":": ((-1, ":|"), (1, ":|")), "'": ((-1, ":"), (1, "")), "`": ((-1, ":"), (1, ""))}
#: By the way on which dots come: whether the upright line goes up, and down, and what it is there.
_JOINTS: Final[dict[int, dict[tuple[bool, ...], str]]] = {
    1: {(True, True): "┤", (True, False): "╯", (False, True): "╮"},
    -1: {(True, True): "├", (True, False): "╰", (False, True): "╭"},
}
_LEAST_DOTS: Final = 3                  # in a line that turns at one end only and has no head
_EDGE_OF_DOTS: Final = pattern(r"(?<=[+:'`])\.{2,}(?=[+:'`])")
_BANG: Final = pattern("!")
_HEADS_UP, _HEADS_DOWN = (frozenset(chars(side, head=True)) for side in "SN")
_NORM: Final = pattern("‖")
_HASH: Final = pattern("#")
_DASH_DOTS: Final = pattern(r"(?<![\w.-])(?:<-(?:\.-)+>?|-(?:\.-)+>)(?![\w-])")
#: corner of a slope -> the sides it joins: (across, up or down), as (columns, rows); then the glyph it is.
_CORNERS: Final = (
    ("/", 1, 1, "╭"), ("\\", -1, 1, "╮"), ("\\", 1, -1, "╰"), ("/", -1, -1, "╯"),
)
#: What goes on beyond a plus in the wall that such a corner begins.
_UNDER_PLUS: Final = {"/": UPRIGHT | {"\\"}, "\\": UPRIGHT | {"/"}}
#: A round corner set aside from its wall: the way to its line, to its wall, and what it becomes.
_ASIDE: Final = (
    (".,", 1, 1, WIDE_CORNERS["ES"]), (".,", -1, 1, WIDE_CORNERS["SW"]),
    ("'`", 1, -1, WIDE_CORNERS["NE"]), ("'`", -1, -1, WIDE_CORNERS["NW"]),
)
_HOLDS: Final = LEVEL | {"+"}
_EAST, _WEST = (char_class(chars(back, head=True)) for back in "WE")
_HEADS_EAST: Final = pattern(rf"(?<={LEVEL_CLASS})(?P<head>{_EAST})(?P=head){{1,2}}(?!(?P=head))")
_HEADS_WEST: Final = pattern(rf"(?P<head>{_WEST})(?<!(?P=head)(?P=head))(?P=head){{1,2}}(?={LEVEL_CLASS})")
_HOLDERS: Final = UPRIGHT_BARS | {"+", "<", ">"} | frozenset(
    g.char for g in GLYPHS.values() if not g.shy and set(g.arms) & set("NS") and set(g.arms) & set("EW"))
#: Which sides of a hash a double line goes to (west, east, north, south), and the corner that it is.
_HASH_CORNERS: Final = {
    (False, True, False, True): "╔", (True, False, False, True): "╗",
    (False, True, True, False): "╚", (True, False, True, False): "╝",
}


def letters(y: int, row: str, at: At) -> Iterator[Edit]:
    """A letter at the end of a line, level or upright, is a terminal."""
    for match in _LETTER.finditer(row):
        if not _OPTION.match(row, max(match.start() - 1, 0)):
            yield Cell(y, match.start()), "○"
    for match in _LETTERS.finditer(row):
        x = match.start()
        if any(is_word(char) or char in "\"'{}" for char in (at(y, x - 1), at(y, x + 1))):
            continue
        if any(at(y + k, x) in UPRIGHT and not is_word(at(y + k, x - 1)) and at(y + k, x) != ":" for k in (-1, 1)):
            yield Cell(y, x), "○"


def ringed(y: int, row: str, at: At) -> Iterator[Edit]:
    """A letter in parentheses on a line is a ring; its parentheses are ink too."""
    for match in _RINGED.finditer(row):
        x = match.start()
        west, east = bool(LEVELS.match(at(y, x - 1))), bool(LEVELS.match(at(y, x + 3)))
        upright = any(at(y + k, x + 1) in UPRIGHT for k in (-1, 1))
        if (west or east or upright) and not is_word(at(y, x - 1)) and not is_word(at(y, x + 3)):
            yield Cell(y, x), "─" if west else GHOST
            yield Cell(y, x + 1), "◎"
            yield Cell(y, x + 2), "─" if east else GHOST


def hops(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _HOP.finditer(row):
        x = match.start()
        if at(y - 1, x) in _DOWN and at(y + 1, x) in _UP:
            yield Cell(y, x), HOP_LEFT if match.group() == "(" else HOP_RIGHT


def slope_corners(y: int, row: str, at: At) -> Iterator[Edit]:
    """A slope between a level and an upright line is a round corner; a plus may be in the line, where it goes on.

        /-----\\
        | run +-->
        \\-----/
    """
    for match in _SLOPE_CORNER.finditer(row):
        x, char = match.start(), match.group()
        for typed, dx, dy, becomes in _CORNERS:
            if char != typed or not LEVELS.match(at(y, x + dx)):
                continue
            wall = at(y + dy, x)
            if wall not in UPRIGHT and (wall != "+" or at(y + 2 * dy, x) not in _UNDER_PLUS[char]):
                continue
            if wall == ":" and (beyond := at(y + 2 * dy, x)) not in _WALL and (
                    beyond not in _UNDER_PLUS[char] or not LEVELS.match(at(y + 2 * dy, x + dx))):
                continue                # one alone is of a text, over ~/.profile
            lean = 1 if char == "/" else -1
            if at(y - 1, x + lean) != char and at(y + 1, x - lean) != char and not is_word(at(y, x - dx)):
                yield Cell(y, x), becomes


def corners_aside(y: int, row: str, at: At) -> Iterator[Edit]:
    """A round corner one cell beside its wall: the blank cell over the wall is the corner."""
    for match in _ROUND_CORNER.finditer(row):
        x, char = match.start(), match.group()
        for typed, dx, dy, becomes in _ASIDE:
            if char not in typed or at(y, x - dx) != " " or at(y + dy, x - dx) not in _WALL:
                continue
            line = at(y, x + dx)
            if not LEVELS.match(line):
                if line != "+" or not LEVELS.match(at(y, x + 2 * dx)):
                    continue
                line = at(y, x + 2 * dx)
            if at(y + dy, x) not in UPRIGHT and at(y - dy, x - dx) not in UPRIGHT:
                yield Cell(y, x), line
                yield Cell(y, x - dx), becomes


def _turn(at: At, y: int, x: int) -> int:
    """Return where a line of dots turns at its end, to go on or to a head: up (-1), down (1) or not at all."""
    for dy, goes_on in ((1, ":v"), (-1, ":^")):
        if at(y + dy, x) in goes_on and not is_word(at(y + dy, x - 1)) and not is_word(at(y + dy, x + 1)):
            return dy
    return 0


def _branches(at: At, y: int, x: int) -> bool:
    """Tell whether a bar, or a round corner with a line, hangs on a dot or stands on a quote."""
    dy, corners = (1, "'`") if at(y, x) in ".," else (-1, ".,")
    end = at(y + dy, x)
    if end in corners:
        return any(LEVELS.match(at(y + dy, x + side)) for side in (-1, 1))
    return end in UPRIGHT and _is_clear(at, y + dy, x)


def _crossings(row: str, first: int, last: int) -> list[int]:
    return [x for x in range(first, last + 1) if row[x] != "."]


def _is_between(at: At, y: int, west: int, east: int) -> bool:
    """Tell whether two bars are walls of boxes that lie away from each other: dots in a cell of a table are none."""
    for x, inward in ((west, -1), (east, 1)):
        if at(y, x) not in UPRIGHT_BARS:
            return False
        for dy in (-1, 1):
            k = y + dy
            while at(k, x) in UPRIGHT_BARS and abs(k - y) < _MOST_WALL:
                k += dy
            if not _LEVEL_OR_CORNER.issuperset((at(k, x), at(k, x + inward))) or at(k, x - inward) in _LEVEL_OR_CORNER:
                return False
    return True


def _joint(at: At, y: int, x: int, way: int) -> str:
    """Return the corner or the tee at which dots that come from one side meet a dotted upright line, or nothing.

        |.....:          :
              :     |....'
    """
    char = at(y, x)
    if char not in _JOINED or is_word(at(y, x + way)) or is_word(at(y, x + 2 * way)):
        return ""
    met = tuple(at(y + dy, x) in goes_on and _is_clear(at, y + dy, x) for dy, goes_on in _JOINED[char])
    return _JOINTS[way].get(met, "")


def dots(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots with a head, or that turn into a dotted upright line at their ends, are a dotted line.

        ..>     .......     :            a bar or a colon between bars crosses it:  ...!...
                :     v     ....>

    So are those from the wall of a box to that of another one, or to a dotted upright line.
    """
    for match in _DOTS.finditer(row):
        before, dots, after = match.groups()
        first, last = match.start(2), match.end(2) - 1
        left = 0 if before else _turn(at, y, first)
        right = 0 if after else _turn(at, y, last)
        if len(dots) == 1:              # a dot alone has to turn on one side, and to have a head on the other
            left = right = _turn(at, y, first) if before or after else 0
        if before or after:
            is_line = len(dots) > 1 or left != 0
        else:
            is_line = bool(left and right) or len(dots) >= _LEAST_DOTS and (
                bool(left or right) or _is_between(at, y, first - 1, last + 1))
        joint, other = (_joint(at, y, last + 1, 1), at(y, first - 1)) if at(y, last + 1) in _JOINED else (
            _joint(at, y, first - 1, -1), at(y, last + 1))
        if joint and other in UPRIGHT_BARS and len(dots) >= _LEAST_DOTS and not is_line:
            is_line = True
            yield Cell(y, last + 1 if at(y, last + 1) in _JOINED else first - 1), joint
        if not is_line or any(at(y + k, x) not in _DOTTED for x in _crossings(row, first, last) for k in (-1, 1)):
            continue
        if left and not before:
            yield Cell(y, first), "╭" if left > 0 else "╰"
        if right and not after:
            yield Cell(y, last), "╮" if right > 0 else "╯"
        for x in range(first, last + 1):        # of two edits of a cell the first one counts
            yield Cell(y, x), DOT_LINE if row[x] == "." else "┼"
    for match in _DASH_DOTS.finditer(row):
        cells = range(match.start(), match.end())
        if not all(_branches(at, y, x) for x in cells if row[x] == "."):
            yield from ((Cell(y, x), "┄") for x in cells if row[x] in "-.")


def doubles(y: int, row: str, at: At) -> Iterator[Edit]:
    """H over H is a double upright line where a head or a corner is at one end, and something at the other.

        H       #===>
        v       H
    """
    for match in DOUBLE_WALL.finditer(row):
        x = match.start()
        if at(y - 1, x) == "H" or (at(y - 1, x) == "+" and at(y - 2, x) == "H"):
            continue
        stop = y
        while at(stop + 1, x) == "H" or (at(stop + 1, x) == "+" and at(stop + 2, x) == "H"):
            stop += 1
        ends = at(y - 1, x), at(stop + 1, x)
        heads = ends[0] == "^", ends[1] == "v"
        corners = [end == "#" for end in ends]
        held = [end in _HOLDS for end in ends]
        if not (any(heads) or any(corners)) or not all(map(any, zip(heads, corners, held, strict=True))):
            continue
        cells = range(y, stop + 1)
        if any(is_word(at(k, x + side)) for k in (*cells, y - heads[0], stop + heads[1]) for side in (-1, 1)):
            continue
        for k in cells:
            if at(k, x) == "H":
                crosses = LEVELS.match(at(k, x - 1)) and LEVELS.match(at(k, x + 1))
                yield Cell(k, x), "╫" if crosses else "║"


def norms(y: int, row: str, at: At) -> Iterator[Edit]:
    """The sign of a norm in a column of its kind is a double line, where no word touches it."""
    for match in _NORM.finditer(row):
        x = match.start()
        if (at(y - 1, x) == "‖" or at(y + 1, x) == "‖") and _is_clear(at, y, x):
            yield Cell(y, x), "║"


def hashes(y: int, row: str, at: At) -> Iterator[Edit]:
    """A hash between a double line and an upright one of H, or a head, is their corner."""
    for match in _HASH.finditer(row):
        x = match.start()
        west, east = at(y, x - 1) in "=<", at(y, x + 1) in "=>"
        north, south = at(y - 1, x) in "H^", at(y + 1, x) in "Hv"
        corner = _HASH_CORNERS.get((west, east, north, south))
        if corner:
            yield Cell(y, x), corner


def doubled_heads(y: int, row: str, at: At) -> Iterator[Edit]:
    """Two or three heads at the end of a line are one, at its tip: -->>. One cell of line has to touch something."""
    for heads, way in ((_HEADS_EAST, 1), (_HEADS_WEST, -1)):
        for match in heads.finditer(row):
            first, tip = (match.start(), match.end() - 1)[::way]
            line = at(y, first - way)
            if LEVELS.match(at(y, first - 2 * way)) or {at(y, first - 2 * way), at(y, tip + way)} & _HOLDERS:
                yield from ((Cell(y, x), line) for x in range(first, tip, way))


def points(y: int, row: str, at: At) -> Iterator[Edit]:
    """Points alone in their rows, from a bar down to another one, are the dotted part of its line.

        |
        .       what is left out
        .
        |
    """
    for match in POINT.finditer(row):
        x = match.start()
        if at(y - 1, x) not in UPRIGHT:
            continue
        stop = y
        while at(stop, x) == "." and at(stop, x - 1) == at(stop, x + 1) == " ":
            stop += 1
        beside = [at(k, x + side) for k in (y - 1, stop) for side in (-1, 1)]
        if at(stop, x) in UPRIGHT and not any(is_word(char) or char in "/\\" for char in beside):     # a joint: /.\
            yield from ((Cell(k, x), DOT_WALL) for k in range(y, stop))


def _is_clear(at: At, y: int, x: int) -> bool:
    return not is_word(at(y, x - 1)) and not is_word(at(y, x + 1))


def bangs(y: int, row: str, at: At) -> Iterator[Edit]:
    """Exclamation marks from a corner of an edge, or a bar, down to another one are a dashed side.

    From an edge, or a bar, to a head they are a dashed arrow.
    """
    for match in _BANG.finditer(row):
        x = match.start()
        if at(y - 1, x) == "!":
            continue
        stop = y
        while at(stop, x) == "!" and _is_clear(at, stop, x):
            stop += 1
        ends = (y - 1, "+.,"), (stop, "+'`")
        is_side = all(
            at(k, x) in UPRIGHT or at(k, x) in corners and any(LEVELS.match(at(k, x + side)) for side in (-1, 1))
            for k, corners in ends)
        heads = at(y - 1, x) in _HEADS_UP, at(stop, x) in _HEADS_DOWN
        if is_side or stop > y and any(heads) and all(
            is_head and _is_clear(at, k, x) or not is_head and (at(k, x) in UPRIGHT or LEVELS.match(at(k, x)) or at(
                k, x) in corners) for is_head, (k, corners) in zip(heads, ends, strict=True)
        ):
            yield from ((Cell(k, x), "┆") for k in range(y, stop))


def dotted_edges(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots between two corners of upright lines are the edge of a box, and its colons are dotted sides.

        +....+      :    :
        :    :      :....:
    """
    for match in _EDGE_OF_DOTS.finditer(row):
        first, last = match.start() - 1, match.end()
        ends = row[first], row[last]
        for dy in (-1, 1):
            if not all(_is_side_end(at, y, x, dy) for x in (first, last)):
                continue
            yield from ((Cell(y, x), DOT_LINE) for x in range(first + 1, last))
            if "+" not in ends:
                yield Cell(y, first), "╰"
                yield Cell(y, last), "╯"
            for x in (first, last):
                k = y + dy
                while at(k, x) in ":!":
                    yield Cell(k, x), DOT_WALL
                    k += dy


def _is_side_end(at: At, y: int, x: int, dy: int) -> bool:
    """Tell whether a side ends in a corner: a plus, or one that only a bottom edge has."""
    if not (at(y + dy, x) in UPRIGHT or at(y + dy, x) == "!") or not _is_clear(at, y + dy, x):
        return False
    return at(y, x) == "+" or dy < 0 and (at(y, x) != ":" or at(y + 1, x) != ":")
