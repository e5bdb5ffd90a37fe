"""Settle what several typed characters mean together: rows -> rows of the same size, with plain glyphs in them.

    /--   ->  ╭──        .--   ->   ╭───       o--  ->  ○──       |            |
    |         │         |           │                          --)--   ->   --⤾--   the upright line springs over
                                                                 |            |
Only cells that a shape around them explains are changed; what the cells hold as text is read from the grid, so
nothing an author wrote is lost by it.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ..glyphs import ASKEW, DOT_LINE, GHOST, GLYPHS, HOP_LEFT, HOP_RIGHT, LEVEL, UPRIGHT, WIDE_CORNERS, char_class
from ..model import Cell
from ..patterns import pattern
from .strokes import is_word

_LEVEL: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and g.char != "·"))
_WALL: Final = UPRIGHT | {"+"}
_DOTTED: Final = _WALL | frozenset("H^v")       # what may stand over and under a crossing
_UP: Final = frozenset(g.char for g in GLYPHS.values() if "N" in g.arms and not g.head) | {"."}
_DOWN: Final = frozenset(g.char for g in GLYPHS.values() if "S" in g.arms and not g.head) | {"'", "`"}
_HARD_LEVEL: Final = char_class("".join(g.char for g in GLYPHS.values() if g.arms == "EW" and not g.shy))
_TYPED: Final = "[-=~]"
_ENDS: Final = re.escape("|+<>*oO.,'`()─│├┤")
#: What makes a letter beside it a terminal: two cells of line, one with something at its other end, or a drawn line.
_LINE_AFTER: Final = f"(?:{_TYPED}{_TYPED}|{_TYPED}[{_ENDS}]|{_HARD_LEVEL}|<{_TYPED})"
_LINE_BEFORE: Final = "|".join(
    f"(?<={line}[oO])" for line in (_TYPED + _TYPED, f"[{_ENDS}]{_TYPED}", _HARD_LEVEL, f"{_TYPED}>"))
#: The letter comes first, and what must stand before it after: so the search is quick.
_LETTER: Final = pattern(
    rf"[oO](?:(?<![\w\"'$/\\@#%&][oO])(?={_LINE_AFTER})|(?:{_LINE_BEFORE})(?![\w\"$/\\@#%&]))")
_LETTERS: Final = pattern(r"[oO](?![^\W_])(?<![^\W_][oO])")
_RINGED: Final = pattern(r"\([oO*]\)")
_HOP: Final = pattern(rf"(?<={_LEVEL[:-1]}()])[()](?={_LEVEL[:-1]}()])")
_SLOPE_CORNER: Final = pattern(rf"[/\\](?={_LEVEL})|(?<={_LEVEL})[/\\]")
#: An elbow of a typed tree, with the name after it; then what an elbow hangs on.
_BRANCH: Final = pattern(r"(?<![^ |])[+\\\\](-+ ?)(?=[\[({<\"'@~$.]?\w)")
_LEAST_BRANCH: Final = 3                # hyphens of an elbow that hangs on nothing but the name over it
_ROUND_CORNER: Final = pattern(rf"[.,'`](?={_LEVEL})|(?<={_LEVEL})[.,'`]|(?<={_LEVEL}[+])[.']|[.,'`](?=[+]{_LEVEL})")
_DOTS: Final = pattern(r"(?<![\w.])(<?)(\.(?:[.!:]*\.)?)(>?)(?![\w.])")
_LEAST_DOTS: Final = 3                  # in a line that turns at one end only and has no head
_DOUBLE: Final = pattern(r"(?<!\w)H(?!\w)")
_HASH: Final = pattern("#")
_GAPPED: Final = pattern(r"(?<![\w-])-(?: -){2,}(?![\w-])")
_DASH_DOTS: Final = pattern(r"(?<![\w.-])(?:<-(?:\.-)+>?|-(?:\.-)+>)(?![\w-])")
#: corner of a slope -> the sides it joins: (across, up or down), as (columns, rows); then the glyph it is.
_CORNERS: Final = (
    ("/", 1, 1, "╭"), ("\\", -1, 1, "╮"), ("\\", 1, -1, "╰"), ("/", -1, -1, "╯"),
)
#: A round corner set aside from its wall: the way to its line, to its wall, and what it becomes.
_ASIDE: Final = (
    (".,", 1, 1, WIDE_CORNERS["ES"]), (".,", -1, 1, WIDE_CORNERS["SW"]),
    ("'`", 1, -1, WIDE_CORNERS["NE"]), ("'`", -1, -1, WIDE_CORNERS["NW"]),
)
_LEVELS: Final = pattern(_LEVEL)
#: A round corner in a straight line: what it becomes where a line leaves it, and the way to that line.
_IN_LINE: Final = pattern(rf"[.,'`](?={_LEVEL})(?<={_LEVEL}.)")
_TEES: Final = {".": ("┬", 1), ",": ("┬", 1), "'": ("┴", -1), "`": ("┴", -1)}
_LEAVES: Final = {1: UPRIGHT - {":"} | frozenset("'`v+"), -1: UPRIGHT - {":"} | frozenset(".,^+")}
_SETTLES: Final = {1: "'`", -1: ".,"}   # the corner on the slope beside it, where the line leaves askew
#: Letters with hyphens between them, each with a digit at the most.
_LETTERED: Final = pattern(r"(?<![^\s/\\|])[^\W_]\d?(?:-{3,}[^\W_]\d?)+(?![\w'-])")
_LEAVING: Final = ((-1, 1, "/"), (1, -1, "/"), (-1, -1, "\\"), (1, 1, "\\"))
_GENERAL: Final = pattern(r"/_\\(?![\w/\\])(?<![\w/\\]...)")
_LEADS: Final = {".-.": (-1,), "'-'": (1,), "+-+": (-1, 1)}     # lids -> the sides on which they may have a lead
_SHORT_LIDS: Final = pattern(r"\.-\.|'-'|\+-\+")
_FOOT: Final = pattern(r"(?:-[.,'`]|[.,'`]-)(?!\S)(?<!\S..)")
_PUFFS: Final = pattern(r"(?<![^\s(])[.,'`](-+)\([ _]+\)(-+)[.,'`](?![^\s)])")
_LID: Final = pattern(r"[.,'`]-+[.,'`]")
_CROWN: Final = pattern(r"[.,]-+(['`\"]+)-+[.,](?![^\W_])|['`]-+([.,]+)-+['`](?![^\W_])|_(\.+)_")
_LOW_GROUP: Final = 3                   # of a crown
_SHOULDERS: Final = frozenset("/\\()|.,'`")
_REACH: Final = 4                       # cells from the end of a crown to its shoulder
_LINK: Final = pattern("-+")
_LIDS: Final = pattern(rf"[.,]{_LEVEL}+[.,]")
_HOLDS: Final = LEVEL | {"+"}
#: Which sides of a hash a double line goes to (west, east, north, south), and the corner that it is.
_HASH_CORNERS: Final = {
    (False, True, False, True): "╔", (True, False, False, True): "╗",
    (False, True, True, False): "╚", (True, False, True, False): "╝",
}

Edit = tuple[Cell, str]
At = Callable[[int, int], str]


def _letters(y: int, row: str, at: At) -> Iterator[Edit]:
    """A letter at the end of a line, level or upright, is a terminal."""
    for match in _LETTER.finditer(row):
        yield Cell(y, match.start()), "○"
    for match in _LETTERS.finditer(row):
        x = match.start()
        if any(is_word(char) or char in "\"'" for char in (at(y, x - 1), at(y, x + 1))):
            continue
        if any(at(y + k, x) in UPRIGHT and not is_word(at(y + k, x - 1)) and at(y + k, x) != ":" for k in (-1, 1)):
            yield Cell(y, x), "○"


def _ringed(y: int, row: str, at: At) -> Iterator[Edit]:
    """A letter in parentheses on a line is a ring; its parentheses are ink too."""
    for match in _RINGED.finditer(row):
        x = match.start()
        west, east = bool(_LEVELS.match(at(y, x - 1))), bool(_LEVELS.match(at(y, x + 3)))
        upright = any(at(y + k, x + 1) in UPRIGHT for k in (-1, 1))
        if (west or east or upright) and not is_word(at(y, x - 1)) and not is_word(at(y, x + 3)):
            yield Cell(y, x), "─" if west else GHOST
            yield Cell(y, x + 1), "◎"
            yield Cell(y, x + 2), "─" if east else GHOST


def _hops(y: int, row: str, at: At) -> Iterator[Edit]:
    for match in _HOP.finditer(row):
        x = match.start()
        if at(y - 1, x) in _DOWN and at(y + 1, x) in _UP:
            yield Cell(y, x), HOP_LEFT if match.group() == "(" else HOP_RIGHT


def _slope_corners(y: int, row: str, at: At) -> Iterator[Edit]:
    """A slope between a level and an upright line is a round corner."""
    for match in _SLOPE_CORNER.finditer(row):
        x, char = match.start(), match.group()
        for typed, dx, dy, becomes in _CORNERS:
            if char != typed or not _LEVELS.match(at(y, x + dx)) or at(y + dy, x) not in UPRIGHT:
                continue
            lean = 1 if char == "/" else -1
            if at(y - 1, x + lean) != char and at(y + 1, x - lean) != char and not is_word(at(y, x - dx)):
                yield Cell(y, x), becomes


def _trees(y: int, row: str, at: At) -> Iterator[Edit]:
    """A backslash before a name, under its trunk or the name it belongs to, is the last elbow of a typed tree.

        C:.             app
        +---a           +- a        under the name, as one that has no elder sister
        |   \\---b       |  \\- b
        \\---c           \\- c
    """
    for match in _BRANCH.finditer(row):
        x = match.start()
        if row[x] != "\\" or not _hangs(y, x, match, at):
            continue
        yield Cell(y, x), "└"
        k = y - 1
        while (above := at(k, x)) in "|+":
            if above == "+" and at(k, x + 1) == "-" and at(k, x - 1) in " |":
                yield Cell(k, x), "├"
            k -= 1


def _hangs(y: int, x: int, elbow: re.Match[str], at: At) -> bool:
    """Tell whether the trunk is over an elbow, or the first letter of the name that it belongs to."""
    above = at(y - 1, x)
    if above in "|+" or not is_word(above):
        return above in "|+"
    dash = x - 1 - (at(y - 1, x - 1) == " ")
    if at(y - 1, dash) == "-":
        while at(y - 1, dash) == "-":
            dash -= 1
        return at(y - 1, dash) in "+\\├└"
    # the name of a root: a branch of the elbow's own, or many hyphens tell so
    if at(y - 1, x - 1) != " ":
        return False
    has_branch = at(y + 1, elbow.end()) in "+\\" and at(y + 1, elbow.end() + 1) == "-"
    return has_branch or elbow.group(1).count("-") >= _LEAST_BRANCH and not elbow.string[:x].strip(" ")


def _corners_aside(y: int, row: str, at: At) -> Iterator[Edit]:
    """A round corner one cell beside its wall: the blank cell over the wall is the corner."""
    for match in _ROUND_CORNER.finditer(row):
        x, char = match.start(), match.group()
        for typed, dx, dy, becomes in _ASIDE:
            if char not in typed or at(y, x - dx) != " " or at(y + dy, x - dx) not in _WALL:
                continue
            line = at(y, x + dx)
            if not _LEVELS.match(line):
                if line != "+" or not _LEVELS.match(at(y, x + 2 * dx)):
                    continue
                line = at(y, x + 2 * dx)
            if at(y + dy, x) not in UPRIGHT and at(y - dy, x - dx) not in UPRIGHT:
                yield Cell(y, x), line
                yield Cell(y, x - dx), becomes


def _tees(y: int, row: str, at: At) -> Iterator[Edit]:
    """A round corner in a line that goes on to both sides is a branch of it.

        --.-->      .---.---.       |  .-
          |         | a | b |       +-'--->       here the branch leaves askew
          '-->      '---'---'
    """
    for match in _IN_LINE.finditer(row):
        x = match.start()
        tee, dy = _TEES[match.group()]
        if at(y + dy, x) in _LEAVES[dy] and not (is_word(at(y + dy, x - 1)) and is_word(at(y + dy, x + 1))):
            yield Cell(y, x), tee
            continue
        for dx in (-1, 1):
            if at(y + dy, x + dx) in _SETTLES[dy] and _LEVELS.match(at(y + dy, x + 2 * dx)):
                yield Cell(y, x), ASKEW["ESW" if dy > 0 else "NEW"]
                yield Cell(y + dy, x + 2 * dx), "─"


def _stadiums(y: int, row: str, at: At) -> Iterator[Edit]:
    """Parentheses right under a lid's corners are its round sides.

        .-------.
        ( start )
        '-------'
    """
    for match in _LIDS.finditer(row):
        left, right = match.start(), match.end() - 1
        stop = y + 1
        while at(stop, left) == "(" and at(stop, right) == ")":
            stop += 1
        if stop == y + 1 or at(stop, left) not in "'`" or at(stop, right) not in "'`":
            continue
        if not (_LEVELS.match(at(stop, left + 1)) and _LEVELS.match(at(stop, right - 1))):
            continue
        yield from ((Cell(k, x), WIDE_CORNERS[corner]) for k, x, corner in (
            (y, left, "ES"), (y, right, "SW"), (stop, right, "NW"), (stop, left, "NE")))
        yield from ((Cell(k, x), "│") for k in range(y + 1, stop) for x in (left, right))


def _lettered(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""Hyphens between letters are lines between nodes, where there are three, or another line leaves one of two.

              B---C topic
             /
        A---D---E main
    """
    for match in _LETTERED.finditer(row):
        links = [link.span() for link in _LINK.finditer(row, match.start(), match.end())]
        if len(links) > 1 or any(
                at(y + dy, x + dx) == char and at(y + dy, x + 2 * dx) == " " and not is_word(at(y + dy, x))
                for x in (match.start(), links[0][1]) for dy, dx, char in _LEAVING):
            yield from ((Cell(y, x), "─") for start, stop in links for x in range(start, stop))


def _generals(y: int, row: str, at: At) -> Iterator[Edit]:
    """A triangle over a line is a hollow head, as of a general class; its apex may be a caret over it.

          ^
         /_\\
          |
    """
    for match in _GENERAL.finditer(row):
        x = match.start() + 1
        if at(y + 1, x) not in UPRIGHT or is_word(at(y + 1, x - 1)) or is_word(at(y + 1, x + 1)):
            continue
        if at(y - 1, x) == "^":
            yield Cell(y - 1, x), "△"
            yield Cell(y, x), "│"
        else:
            yield Cell(y, x), "△"
        yield Cell(y, x - 1), GHOST
        yield Cell(y, x + 1), GHOST


def _leads(y: int, row: str, at: At) -> Iterator[Edit]:
    """A bar alone in the middle over or under a lid is a line that leads to it.

         |
        .-.     the lid is short: a bar over a long line is text as well
        | |
        '-'
         |
    """
    for match in _SHORT_LIDS.finditer(row):
        x = match.end() - 2
        for dy in _LEADS[match.group()]:
            beside = at(y + dy, x - 1) + at(y + dy, x + 1)
            if at(y + dy, x) == "|" and beside == "  " and at(y + 2 * dy, x) in " |^v+-":
                yield Cell(y + dy, x), "│"


def _feet(y: int, row: str, at: At) -> Iterator[Edit]:
    """A hyphen alone at a round corner is a line, where the corner stands on one that goes on the other way.

         .-.   .-.
        -' '---' '-
    """
    for match in _FOOT.finditer(row):
        west = match.group().startswith("-")
        dash, x = (match.start(), match.end() - 1) if west else (match.end() - 1, match.start())
        dy, facing = (-1, ".,") if row[x] in "'`" else (1, "'`")
        if at(y + dy, x) in facing and _LEVELS.match(at(y + dy, 2 * x - dash)):
            yield Cell(y, dash), "─"


def _puffs(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens between a round corner and a parenthesis, on both sides of a row, are the puffs of a cloud.

         .-(    )-.
        (          )
         '-(____)-'
    """
    for match in _PUFFS.finditer(row):
        outside = y - 1 if row[match.start()] in ".," else y + 1
        over = "".join(at(outside, x) for x in range(match.end(1) + 1, match.start(2) - 1))
        if over.strip() and not _LID.fullmatch(over):
            continue
        for group in (1, 2):
            yield from ((Cell(y, x), "─") for x in range(*match.span(group)))


def _crowns(y: int, row: str, at: At) -> Iterator[Edit]:
    """Ticks in the middle of a lid, and dots in the middle of a bottom or of a low line, are the ends of a ring.

          _.-'''-._         _..._
        .'         '.     .'     '.         what goes on from both ends shows that it is one
           ...               ...
         '-...-'           '-...-'
    """
    for match in _CROWN.finditer(row):
        dy = -1 if match.group(2) else 1
        first, last = match.start(), match.end() - 1
        if any(at(y + dy, first - k) in _SHOULDERS for k in range(_REACH)) \
                and any(at(y + dy, last + k) in _SHOULDERS for k in range(_REACH)):
            group = match.lastindex or 1
            yield from ((Cell(y, x), "_" if group == _LOW_GROUP else "─") for x in range(*match.span(group)))


def _turn(at: At, y: int, x: int) -> int:
    """Return where a line of dots turns at its end, to go on or to a head: up (-1), down (1) or not at all."""
    for dy, goes_on in ((1, ":v"), (-1, ":^")):
        if at(y + dy, x) in goes_on and not is_word(at(y + dy, x - 1)) and not is_word(at(y + dy, x + 1)):
            return dy
    return 0


def _crossings(row: str, first: int, last: int) -> list[int]:
    return [x for x in range(first, last + 1) if row[x] != "."]


def _dots(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots with a head, or that turn into a dotted upright line at their ends, are a dotted line.

        ..>     .......     :            a bar or a colon between bars crosses it:  ...!...
                :     v     ....>
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
            is_line = bool(left and right) or bool(left or right) and len(dots) >= _LEAST_DOTS
        if not is_line or any(at(y + k, x) not in _DOTTED for x in _crossings(row, first, last) for k in (-1, 1)):
            continue
        if left and not before:
            yield Cell(y, first), "╭" if left > 0 else "╰"
        if right and not after:
            yield Cell(y, last), "╮" if right > 0 else "╯"
        for x in range(first, last + 1):        # of two edits of a cell the first one counts
            yield Cell(y, x), DOT_LINE if row[x] == "." else "┼"
    for match in _DASH_DOTS.finditer(row):
        for x in range(match.start(), match.end()):
            if row[x] in "-.":
                yield Cell(y, x), "┄"


def _doubles(y: int, row: str, at: At) -> Iterator[Edit]:
    """H over H is a double upright line where a head or a corner is at one end, and something at the other.

        H       #===>
        v       H
    """
    for match in _DOUBLE.finditer(row):
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
                crosses = _LEVELS.match(at(k, x - 1)) and _LEVELS.match(at(k, x + 1))
                yield Cell(k, x), "╫" if crosses else "║"


def _hashes(y: int, row: str, at: At) -> Iterator[Edit]:
    """A hash between a double line and an upright one of H, or a head, is their corner."""
    for match in _HASH.finditer(row):
        x = match.start()
        west, east = at(y, x - 1) in "=<", at(y, x + 1) in "=>"
        north, south = at(y - 1, x) in "H^", at(y + 1, x) in "Hv"
        corner = _HASH_CORNERS.get((west, east, north, south))
        if corner:
            yield Cell(y, x), corner


def _gaps(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens with a blank between each two are a dashed line."""
    for match in _GAPPED.finditer(row):
        yield from ((Cell(y, x), "┄") for x in range(match.start(), match.end()))


#: What a row must hold for a rule to be asked.
_RULES: Final = (
    (pattern("[oO]"), _letters),
    (pattern(r"\("), _ringed),
    (pattern("[()]"), _hops),
    (pattern(r"\\-"), _trees),
    (pattern(r"[/\\]"), _slope_corners),
    (pattern("[.,]-"), _stadiums),
    (pattern("[.,'`]"), _corners_aside),
    (pattern(r"\.\.|\.>|<\."), _dots),
    (pattern(r"-\.-"), _dots),
    (_IN_LINE, _tees),
    (pattern(r"/_\\"), _generals),
    (_SHORT_LIDS, _leads),
    (_CROWN, _crowns),
    (pattern(r"\([ _]+\)-"), _puffs),
    (_FOOT, _feet),
    (pattern("---"), _lettered),
    (pattern("- - -"), _gaps),
    (_DOUBLE, _doubles),
    (pattern("#[=>]|[=<]#"), _hashes),
)


def settle(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with the idioms replaced by the glyphs that they stand for."""
    height, width = len(rows), len(rows[0]) if rows else 0

    def at(y: int, x: int) -> str:
        return rows[y][x] if 0 <= y < height and 0 <= x < width else " "

    whole = "\n".join(rows)
    rules = [(trigger, rule) for trigger, rule in _RULES if trigger.search(whole)]
    edits: dict[int, dict[int, str]] = {}
    for y, row in enumerate(rows if rules else ()):
        for trigger, rule in rules:
            if trigger.search(row):
                for cell, char in rule(y, row, at):
                    edits.setdefault(cell.row, {}).setdefault(cell.column, char)
    if not edits:
        return rows
    settled = list(rows)
    for y, changed in edits.items():
        cells = list(rows[y])
        for x, char in changed.items():
            cells[x] = char
        settled[y] = "".join(cells)
    return tuple(settled)
