"""Settle what typed corners, ticks and parentheses make of a line: branches, round sides, crowns, puffs, heads.

    --.-->      .-------.       _.-'''-._       .-(    )-.         ^
      |         ( start )     .'         '.    (          )      /_\\
      '-->      '-------'                       '-(____)-'        |
"""
from __future__ import annotations

from collections.abc import Iterator

from ..glyphs import ASKEW, GHOST, LEVEL, UPRIGHT, UPRIGHT_BARS, WIDE_CORNERS, those
from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import LEVEL_CLASS, LEVELS, At, Edit
from .shy import is_word
from .triggers import IN_LINE

#: A round corner in a straight line: what it becomes where a line leaves it, and the way to that line.
_TEES: Final = {".": ("┬", 1), ",": ("┬", 1), "'": ("┴", -1), "`": ("┴", -1)}
_LEAVES: Final = {1: UPRIGHT_BARS | frozenset("'`v+"), -1: UPRIGHT_BARS | frozenset(".,^+")}
_SETTLES: Final = {1: "'`", -1: ".,"}   # the corner on the slope beside it, where the line leaves askew
_LIDS: Final = pattern(rf"[.,]{LEVEL_CLASS}+[.,]")
_IN_LID: Final = frozenset(those(lambda g: {"E", "W"} <= set(g.arms) and not g.round)) | set("▼▲v^")
_OPENING: Final = pattern(r"\(")
_DRAWN_LID: Final = {"╭": ("╮", "╰", "╯"), "┌": ("┐", "└", "┘")}       # its other corner, and those under it
#: Two parentheses between round corners: right beside them, or hyphens are between, and perhaps a corner more.
_PUFF: Final = r"[.,'`](-*[.,'`]?)\([ _]+\)([.,'`]?-*)[.,'`]"
_PUFFS: Final = pattern(rf"(?<![^\s(]){_PUFF}(?![^\s)])")
_LID: Final = pattern(rf"[.,'`]-+[.,'`]|{_PUFF}")
_CROWN: Final = pattern(r"[.,]-+(['`\"]+)-+[.,](?![^\W_])|['`]-+([.,]+)-+['`](?![^\W_])|_(\.+)_")
_LOW_GROUP: Final = 3                   # of a crown
#: Dots before the hyphens of a curve that goes on upwards at their other end, and dots behind them.
_LOW_ENDS: Final = pattern(r"(?<![^\s|])(\.{2,})-*['`]|['`]-*(\.{2,})(?![^\s|])")
_OVER_LOW_ENDS: Final = UPRIGHT_BARS | frozenset(".,")
_SHOULDERS: Final = frozenset("/\\()|.,'`")
_REACH: Final = 4                       # cells from the end of a crown to its shoulder
_GENERAL: Final = pattern(r"/_\\(?![\w/\\])(?<![\w/\\]...)")
_LARGE_GENERAL: Final = pattern(r"/__\\(?![\w/\\])(?<![\w/\\]....)")
_OPEN_GENERAL: Final = pattern(r"/ \\(?!\S)(?<!\S...)")
_EDGES: Final = frozenset(those(lambda g: {"E", "W"} <= set(g.arms)))
_LEADS: Final = {".-.": (-1,), "'-'": (1,), "+-+": (-1, 1)}     # lids -> the sides on which they may have a lead
_SHORT_LIDS: Final = pattern(r"\.-\.|'-'|\+-\+")
_FOOT: Final = pattern(r"(?:-[.,'`]|[.,'`]-)(?!\S)(?<!\S..)")
_MOST_ARC: Final = 40                   # rows of an open arc
_ONTO: Final = LEVEL | {"+"}            # what a slope from a foot may lead to ...
_LEAST_STEEP: Final = 2                 # ... over so many rows
_CREST: Final = pattern(r"(?<!\S)\.{2,}-+\.{2,}(?!\S)")
_DASHED: Final = 3                      # cells of a slope between two dashes
_CROSSED: Final = pattern(r"(?<!-)-+[/\\](?=-)")


def tees(y: int, row: str, at: At) -> Iterator[Edit]:
    """A round corner in a line that goes on to both sides is a branch of it; between unlike lines it ends both.

        --.-->      .---.---.       |  .-
          |         | a | b |       +-'--->       here the branch leaves askew
          '-->      '---'---'

           .--.
          (    )        two arcs leave it
        .-'----'-.
    """
    for match in IN_LINE.finditer(row):
        x = match.start()
        if row[x - 1] != row[x + 1]:
            continue
        tee, dy = _TEES[match.group()]
        if at(y + dy, x) in _LEAVES[dy] and not (is_word(at(y + dy, x - 1)) and is_word(at(y + dy, x + 1))):
            yield Cell(y, x), tee
            continue
        for dx in (-1, 1):
            if at(y + dy, x + dx) in _SETTLES[dy] and LEVELS.match(at(y + dy, x + 2 * dx)):
                yield Cell(y, x), ASKEW["ESW" if dy > 0 else "NEW"]
                yield Cell(y + dy, x + 2 * dx), "─"
        beside = at(y + dy, x - 1) + at(y + dy, x) + at(y + dy, x + 1)
        if (beside[0] == "(" or beside[2] == ")") and at(y + 2 * dy, x) in _SETTLES[dy]:        # an arc leaves it
            yield Cell(y, x), ASKEW["ESW" if dy > 0 else "NEW"]
        if beside == "   " and LEVELS.match(at(y, x - 2)) and LEVELS.match(at(y, x + 2)):     # nothing leaves it
            yield Cell(y, x), ASKEW["ESW" if dy > 0 else "NEW"]


def stadiums(y: int, row: str, at: At) -> Iterator[Edit]:
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
        if not (LEVELS.match(at(stop, left + 1)) and LEVELS.match(at(stop, right - 1))):
            continue
        yield from ((Cell(k, x), WIDE_CORNERS[corner]) for k, x, corner in (
            (y, left, "ES"), (y, right, "SW"), (stop, right, "NW"), (stop, left, "NE")))
        yield from ((Cell(k, x), "│") for k in range(y + 1, stop) for x in (left, right))


def drawn_stadiums(y: int, row: str, at: At) -> Iterator[Edit]:
    """So are those under the corners of a drawn lid, or beside these.

        ╭───────╮        ╭──────╮
        ( start )       (  stop  )
        ╰───────╯        ╰──────╯
    """
    for match in _OPENING.finditer(row):
        left = match.start()
        aside = next((k for k in (0, 1) if at(y - 1, left + k) in _DRAWN_LID), None)
        if aside is None:
            continue
        others = _DRAWN_LID[at(y - 1, left + aside)]
        right = left + aside + 1
        while at(y - 1, right) in _IN_LID:
            right += 1
        if at(y - 1, right) != others[0]:
            continue
        right += aside
        stop = y
        while at(stop, left) == "(" and at(stop, right) == ")":
            stop += 1
        if stop == y or (at(stop, left + aside), at(stop, right - aside)) != others[1:] \
                or aside and {at(k, x) for k in (y - 1, stop) for x in (left, right)} != {" "}:
            continue
        for k, ends in ((y - 1, ("ES", "SW")), (stop, ("NE", "NW"))):
            for x, end, inward in zip((left, right), ends, (1, -1), strict=True):
                yield Cell(k, x), WIDE_CORNERS[end]
                if aside:
                    yield Cell(k, x + inward), at(k, x + 2 * inward)
        yield from ((Cell(k, x), "│") for k in range(y, stop) for x in (left, right))


def puffs(y: int, row: str, at: At) -> Iterator[Edit]:
    """Hyphens between a round corner and a parenthesis, on both sides of a row, are the puffs of a cloud.

         .-(    )-.         .-(    ).
        (          )       (         '-.        on one side they may be left out
         '-(____)-'         '-._____.--'
    """
    for match in _PUFFS.finditer(row):
        if "-" not in match.group(1) + match.group(2):
            continue
        outside = y - 1 if row[match.start()] in ".," else y + 1
        over = "".join(at(outside, x) for x in range(match.end(1) + 1, match.start(2) - 1))
        if over.strip() and not _LID.fullmatch(over.strip()):
            continue
        for group in (1, 2):
            yield from ((Cell(y, x), "─") for x in range(*match.span(group)))


def crowns(y: int, row: str, at: At) -> Iterator[Edit]:
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


def low_ends(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots at the low end of a curve of hyphens are part of it; the outermost is a corner where it goes on downwards.

              .--
         ...-'        '-...
    """
    for match in _LOW_ENDS.finditer(row):
        group = match.lastindex or 1
        way = 1 if group == 1 else -1                   # from the dots to the quote
        quote = match.end() - 1 if way > 0 else match.start()
        if at(y - 1, quote + way) not in ".," and at(y - 1, quote) not in _OVER_LOW_ENDS:
            continue
        first, last = match.start(group), match.end(group) - 1
        outer = first if way > 0 else last
        goes_down = at(y + 1, outer - way) in "'`"
        yield from ((Cell(y, x), "─") for x in range(first, last + 1) if not (goes_down and x == outer))


def generals(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""A triangle over a line is a hollow head, as of a general class; its apex may be a caret over it.

          ^
         /_\
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


def large_generals(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""So is a larger one between an edge, or a word, and a line.

        +------+        +------+
           /\              ^
          /__\            / \
           |              ---
                           |
    """
    for match in _LARGE_GENERAL.finditer(row):
        x = match.start() + 1
        bars = [k for k in (x, x + 1) if at(y + 1, k) in UPRIGHT]
        if len(bars) == 1 and at(y + 1, 2 * x + 1 - bars[0]) == " " and at(y - 1, x) + at(y - 1, x + 1) == "/\\" \
                and _is_over(at(y - 2, bars[0])):
            yield Cell(y - 1, bars[0]), "△"
            yield Cell(y, bars[0]), "│"
            yield Cell(y - 1, 2 * x + 1 - bars[0]), GHOST
            yield from ((Cell(y, k), GHOST) for k in range(x - 1, x + 3) if k != bars[0])
    for match in _OPEN_GENERAL.finditer(row):
        x = match.start() + 1
        base = "".join(at(y + 1, x + k) for k in range(-2, 3))
        if at(y - 1, x) == "^" and base.strip() in ("---", "───") and base[0] == base[-1] == " " \
                and at(y + 2, x) in UPRIGHT and _is_over(at(y - 2, x)):
            yield Cell(y - 1, x), "△"
            yield from ((Cell(k, x), "│") for k in (y, y + 1))
            yield from ((Cell(k, x + side), GHOST) for k in (y, y + 1) for side in (-1, 1))


def _is_over(char: str) -> bool:
    """Tell whether a head may point at `char`: at an edge, or at a word."""
    return is_word(char) or char == "]" or char in _EDGES


def leads(y: int, row: str, at: At) -> Iterator[Edit]:
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


def feet(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""A hyphen alone at a round corner is a line, where the corner stands on one that goes on the other way, or at
    both ends of an open arc.

                          .-
         .-.   .-.       /
        -' '---' '-     |
                         \
                          '-
    """
    for match in _FOOT.finditer(row):
        west = match.group().startswith("-")
        dash, x = (match.start(), match.end() - 1) if west else (match.end() - 1, match.start())
        dy, facing = (-1, ".,") if row[x] in "'`" else (1, "'`")
        if at(y + dy, x) in facing and LEVELS.match(at(y + dy, 2 * x - dash)):
            yield Cell(y, dash), "─"
            continue
        if _turns_round(at, y, x, dy, x - dash):
            yield Cell(y, dash), "─"


def _turns_round(at: At, y: int, x: int, dy: int, way: int) -> bool:
    """Tell whether slopes lead on from a round corner, and through bars, or none, back to one in its column: the way
    is the same from either end. Two slopes or more may also lead to an edge.
    """
    slope, back = ("/", "\\") if way * dy < 0 else ("\\", "/")
    top, first = y, x
    y, x = y + dy, x + way
    if at(y, x) != slope:
        return False
    while at(y, x) == slope:
        y, x = y + dy, x + way
    if at(y, x) in _ONTO and abs(y - top) > _LEAST_STEEP:
        return True
    if at(y, x) in UPRIGHT_BARS:
        while at(y, x) in UPRIGHT_BARS and abs(y - top) < _MOST_ARC:
            y += dy
        x -= way
    else:
        x -= way                        # the other slope begins right under this one
    while at(y, x) == back:
        y, x = y + dy, x - way
    return x == first and at(y, x) in _SETTLES[dy] and LEVELS.match(at(y, x - way)) is not None


def crests(y: int, row: str, at: At) -> Iterator[Edit]:
    """Dots at both ends of hyphens from which a curve goes down are its crest, the outermost ones corners.

         ..--..
        '      '
    """
    for match in _CREST.finditer(row):
        if at(y + 1, match.start() - 1) in "'`" and at(y + 1, match.end()) in "'`":
            yield from ((Cell(y, x), "─") for x in range(match.start() + 1, match.end() - 1))


def axes(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""Hyphens on both sides of a slope that goes on over or under them are a line that it crosses: an axis.

         /    \
        /------\------/-->
                \    /
    """
    for match in _CROSSED.finditer(row):
        x = match.end() - 1
        char, dx = row[x], 1 if row[x] == "/" else -1
        if at(y - 1, x + dx) not in (char, ".", ",") and at(y + 1, x - dx) not in (char, "'", "`"):
            continue
        stop = x + 1
        while row[stop : stop + 1] == "-":
            stop += 1
        is_dashed = stop - match.start() <= _DASHED and at(y, stop) == " "
        if not is_dashed and not is_word(at(y, match.start() - 1)) and not is_word(at(y, stop)):
            yield from ((Cell(y, k), "─") for k in range(match.start(), stop) if k != x)
