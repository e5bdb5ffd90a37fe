"""Tell when shy glyphs are ink: what a run of them, its neighbours and what crosses it say.

    -->   +---+   |--      ink: long enough, or held by a corner, a head or a wall, and no word touches it
    --flag   2025-10-21    text
"""
from __future__ import annotations

from collections.abc import Callable, Sequence

from ..glyphs import GLYPHS, LEVEL, PRIVATE, UPRIGHT, UPRIGHT_BARS, Glyph, char_class, chars, those
from ..model import Axis, Side, Stroke
from ..patterns import pattern
from ..typed import Final
from .spans import Spans

ROUND_SHY: Final = those(lambda g: g.shy and g.round)
CORNERS: Final = ROUND_SHY + "+"
NO_CORNER: Final = frozenset(CORNERS).isdisjoint
LINES: Final = {"h": LEVEL, "v": UPRIGHT}
_NO_WORDS: Final = " -|+"               # what mostly stands beside a wall


def is_word(char: str) -> bool:
    """Tell whether `char` is part of a word: touching it, a shy glyph is text."""
    return char.isalnum() or char in "$@#%&" or (ord(char) > 0x2E7F and ord(char) not in PRIVATE)


HEADS: Final = frozenset(chars(head=True))
CARET: Final = "^"
_STEMS: Final = UPRIGHT | {"+", "/", "\\"}
_DRAWN_BARS: Final = frozenset(char for char in UPRIGHT if not GLYPHS[char].shy)
_RISING, _FALLING = ({g.char for g in GLYPHS.values() if lean in g.lean} for lean in "↗↖")
_TO_CORNERS: Final = {1: frozenset("'`"), -1: frozenset(".,")}        # those that lead up to a head, and down to one
_OLD, _NEW = "---", "+++ "              # what two rows of a patch begin with
_SYMBOL: Final = pattern(r"[+][-=]+[+] \w")
_PLACE: Final = pattern(r" [^ ]{1,200}?[^\W\d]\W\d+\W\d+(?![^ ])")        # a.rs:3:5
_MOST_SYMBOL: Final = 8                 # cells of a sign in a legend
_OVER, _UNDER = (frozenset(chars(side)) - LEVEL | {"/", "\\"} for side in "SN")
_WIDEST_RULE: Final = 160               # cells of the rule under a heading
_OFF_MIDDLE: Final = 2                  # cells by which the blanks beside a text in the middle of its rule may differ
_AT_BARS: Final = frozenset("()[]{}<>\"'`")        # what touches a bar in code: [|] |> '|'
_OPENERS, _CLOSERS = frozenset("([{【「［（"), frozenset(")]}】」］）")
_BRACKETS: Final = frozenset("()[]{}")
_QUOTED: Final = _BRACKETS | frozenset("\"'`")
_PATTERN_SIGNS: Final = frozenset("()[]{}.\\/?\"'`")      # what follows a caret in a pattern: ^(a|b)$ ^\d+ ^.* ^/api/
MARKS: Final = frozenset(those(lambda g: g.mark))
_MARKS_OF_TEXT: Final = frozenset("()[]{}<>\"'`:;,.!?")
#: What the names of keys are made of: heads that no one types as letters, and what stands between two of them.
_KEYS: Final = frozenset(char for char in HEADS if not char.isascii()) | {"/"}
_LEAST_KEYS: Final = 2
_DRIFT: Final = 2                       # cells from a wall to its tee
_WALL, _NO_WALL = (f"[{sign}{char_class(''.join(UPRIGHT_BARS))[1:]}" for sign in ("", "^"))
#: A short arrow; and the two ends of a measure, each at a bar.
_MEASURE: Final = pattern("<[-=]+|[-=]+>")
_MEASURES: Final = {"W": pattern(f"{_WALL}<[-=]{_NO_WALL}*$"), "E": pattern(f"{_NO_WALL}*[-=]>{_WALL}")}
_ANCHORS: Final = frozenset(CORNERS) | HEADS | {
    g.char for g in GLYPHS.values() if g.mark and g.arms or g.double_ended
}
#: Which way a head points that comes onto a line from the side before it, and from the side behind it.
_ONTO: Final[dict[Axis, tuple[Side, Side]]] = {"h": ("S", "N"), "v": ("E", "W")}
_NO_GLYPH: Final = Glyph("")
_LEAST_NAMED: Final = 2                 # cells of a line beside its head, with a word at one of them
_FREE_FOR_ONE: Final = 3                # free cells of a line without a head, for each that a word touches
_ACROSS: Final = {"h": frozenset(chars("NS")), "v": frozenset(chars("EW"))}
#: What stands after the first half of an arrow with words in it, and before the second half of one that points back.
WORDS: Final = r"[^\s<>|=+~.,:;'`-](?: ?[^\s<>|=+-]){0,30}"      # a word, or a sign that says something: (x) "y" / ?
_WORDS_ON: Final = pattern(f" ?{WORDS} ?(-{{2,}}|={{2,}}|~{{2,}})>")
_WORDS_BACK: Final = pattern(f"<(-+|={{2,}}|~{{2,}}) ?{WORDS} ?$")
#: The same to a join, and from one, at which no head is needed; and what stands before the other half of each.
_TO_JOIN: Final = pattern(rf"(?=[(\[\"]?\w){WORDS}-{{2,}}(?:[(\[]|[+/\\](?![\w/\\]))")
_FROM_JOIN: Final = pattern(rf"(?=[(\[\"]?\w){WORDS}-{{2,}}(?![^ ])")
_BEFORE_JOIN: Final = pattern(rf"(?:^|[ ()\[\]])-{{2,}}(?=[(\[\"]?\w){WORDS}$")
_BEHIND_JOIN: Final = pattern(rf"(?<![\w/\\])[+/\\]-{{2,}}(?=[(\[\"]?\w){WORDS}$")
_TIP: Final = pattern("<[^<>]+>$")
_TYPED_LINES: Final = "-=~"
_SLOPES: Final = ("/", "\\")
_OPEN: Final = " ()[]{}|/\\"            # what may stand where such an arrow begins: a blank, or what it comes from
_MOST_WORDS: Final = 96                 # cells that these may take


def is_live(run: str, axis: Axis, before: str, after: str, beside: str) -> bool:
    """Tell whether a run of shy glyphs only is ink. `before`, `after`: the cells next to its ends.

    It is where it is long enough, ends at something (a corner, an arrowhead, a wall), and no word touches it:

        +---+   ---->   |--   ------     ink
        --flag   2025-10-21   a -> b     text

    What fails here may still be held by a stroke across one of its corners: see `is_held`.
    """
    lines = sum(map(LINES[axis].__contains__, run))
    if not lines:
        return False
    across = _ACROSS[axis]
    held = [run[0] in _ANCHORS or before in across, run[-1] in _ANCHORS or after in across]
    if axis == "v":
        clear = not any(map(is_word, beside.strip(_NO_WORDS)))
        if ":" in run and not clear:        # 19:45 under a caret is a time
            return False
        clear = clear or not all(held) and _is_named_at_once(run, beside)
        return lines >= 2 and clear or (any(held) and (clear or all(held)))
    touched = [is_word(before), is_word(after)]
    if all(held) and not any(touched):
        return True
    if any(touched):
        return lines >= 2 and not all(touched) and held[touched.index(False)]
    return lines >= 2 if any(held) else len(run) >= 3


def _is_named_at_once(run: str, beside: str) -> bool:
    """Tell whether words touch an upright line as its name: on one side, and most of its cells are free.

        |        A       `beside` is what stands left of its cells, and then what stands right of them
        |yes     |
        v       f|       without a head three cells are free for each that is touched
                 |
    """
    left, right = beside[: len(run)], beside[len(run) :]
    touched = [is_word(west) + is_word(east) for west, east in zip(left, right, strict=True)]
    if max(touched) > 1:
        return False
    free = sum(char in UPRIGHT and not sides for char, sides in zip(run, touched, strict=True))
    has_head = any(run[end] in HEADS and not touched[end] for end in (0, -1))
    return free >= 1 and len(run) > _LEAST_NAMED if has_head else free >= _FREE_FOR_ONE * sum(touched)


def has_words(line: str, start: int, stop: int) -> bool:
    r"""Tell whether hyphens from `start` up to `stop` are half of an arrow in which words stand.

        a --reads--> b       a -- reads --> b       a <--(x)-- b        both halves are typed alike
        |--(x)-- reads ---->|      |<-(x)-- reads ---|                  but behind what is in parentheses

    A flag is none: what stands before it is a blank, but what follows is no arrow. A join is as good as a head:

        a --3--+     a --3--\     a --3--(c)
    """
    run, west, east = line[start:stop], line[start - 1 : start], line[stop : stop + 1]
    if west == ">" and _TIP.search(line, max(start - _MOST_WORDS, 0), start):       # the tip of a diamond
        west = ")"
    if len(run) < 2 or run[0] not in _TYPED_LINES or run.strip(run[0]):
        return False
    if not west or west in _OPEN:
        if on := _WORDS_ON.match(line, stop):
            is_apart = line[on.start(1) - 1] == " "     # a flag touches its word alone: --force -->
            return on[1][0] == run[0] and is_apart == (east == " ") and (
                not is_apart or len(on[1]) == len(run) or west in _CLOSERS)
        if run[0] == "-" and east != " " and (_TO_JOIN.match(line, stop) if west not in _SLOPES else (
                _is_free(line[start - 2 : start - 1]) and _FROM_JOIN.match(line, stop))):
            return True
    before = line[max(start - _MOST_WORDS, 0) : start]
    if (not east or east in _OPEN) and (back := _WORDS_BACK.search(before)):
        first = before[back.end(1)]
        if len(back[1]) == 1:           # a wall holds it
            return before[back.start() - 1 : back.start()] in UPRIGHT_BARS and first != " " and not is_word(first)
        return back[1][0] == run[0] and (first == " ") == (west == " ") and (first != " " or len(back[1]) == len(run))
    if run[0] != "-" or west == " ":
        return False
    if east in ("", " "):
        return _BEHIND_JOIN.search(before) is not None
    return (east in "([" or east in _SLOPES and _is_free(line[stop + 1 : stop + 2])) and (
        _BEFORE_JOIN.search(before) is not None)


def _is_free(beyond: str) -> bool:
    """Tell whether a slope is no sign of a path or a pattern, by what stands on its other side."""
    return beyond not in _SLOPES and not (beyond and is_word(beyond))


def passes(run: str, rows: Sequence[str], column: int) -> bool:
    """Tell whether a run in a column begins with the terminal of a level line that only happens to be there.

        --o      o--o--o      a corner or a terminal follows: rows of nodes under one another are no net
          +--    o--o--o

    `rows` are those of its first two cells.
    """
    if run[0] not in MARKS or run[1] not in CORNERS and run[1] not in MARKS:
        return False
    return any(column + way < len(rows[0]) and rows[0][column + way] in LEVEL for way in (-1, 1) if column + way >= 0)


def is_point(column: str, sides: tuple[str, str], at: int, out: int) -> bool:
    """Tell whether what could be the round end of an upright line is text; `out` is the way on, up or down.

    Nothing but words stands beside it, nor beside the next cell, where an arc may go on; and a word touches it, or
    what it would end is no plain typed bar: a branch goes off there, or it is a glyph of Box Drawing.
    """
    if not all(side[k] == " " or is_word(side[k]) for side in sides for k in (at, at + out) if 0 <= k < len(column)):
        return False
    inward = column[at - out]
    return sides[1][at] != " " or GLYPHS[inward].arms == "NS" and not GLYPHS[inward].shy or sides[1][at - out] in LEVEL


def is_touched(sides: tuple[str, str], at: int) -> bool:
    return any(is_word(side[at]) for side in sides)


def is_amid_heads(columns: Sequence[str], index: int, at: int) -> bool:
    r"""Tell whether the letters that touch a head of a column, a letter too, are heads: a slope comes to each.

        \ | /
         vvv       the same word under another one has none
    """
    return all(
        columns[index + way][at] == columns[index][at]
        and at and 0 <= index + 2 * way < len(columns) and columns[index + 2 * way][at - 1] in slopes
        for way, slopes in ((-1, _FALLING), (1, _RISING))
        if 0 <= index + way < len(columns) and is_word(columns[index + way][at]))


def is_led(lines: Sequence[str], index: int, at: int, way: int) -> bool:
    """Tell whether a lone typed bar leads from a plain edge to a text, which lies down (1) or up (-1) from it.

        +-----+      -----      top         a word beside the bar may name it, but then the text is right at its end
        +-----+       | in       |
           |          d       +-----+
          bar                 +-----+
    """
    if not 0 <= at + way < len(lines[index]) or lines[index][at - way] not in LEVEL:
        return False
    if is_word(lines[index][at + way]):
        return True
    beside = [lines[k] for k in (index - 1, index + 1) if 0 <= k < len(lines)]
    is_named = any(is_word(lines[k][at]) for k in (index - 2, index + 2) if 0 <= k < len(lines))
    return not is_named and any(is_word(line[at + way]) for line in beside)


def is_met_askew(columns: Sequence[str], index: int, at: int, behind: int) -> bool:
    r"""Tell whether slopes alone come to an upright head, from `behind` (down is 1), or a round corner beside it.

        +-----+       +---+
          ^ ^          ^   )
         /   \          '-'
    """
    if columns[index][at + behind : at + behind + 1] not in ("", " "):
        return False
    far, rising, falling, beyond = (columns[k][at + behind : at + behind + 1] if 0 <= k < len(columns) else ""
                                    for k in (index + behind * step for step in (-2, -1, 1, 2)))
    corners = _TO_CORNERS[behind]
    return rising in _RISING or falling in _FALLING or rising in corners and far in LEVEL \
        or falling in corners and beyond in LEVEL


def is_typed(lines: Sequence[str], index: int, at: int) -> bool:
    """Tell whether a lone shy glyph in a column stands in a line of text: "a | b", "x || y", "[|]", "|> f", "^_^"."""
    west, beside_west, char, beside_east, east = (
        lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 2, index + 3)
    )
    if any(is_word(side) or side in (char, "_") for side in (beside_west, beside_east)):
        return True
    if char == "|" and any(side in _AT_BARS and far not in LEVEL
                           for side, far in ((beside_west, west), (beside_east, east))):
        return True
    return beside_west == beside_east == " " and all(is_word(far) or far in _QUOTED for far in (west, east))


def is_operators(lines: Sequence[str], index: int, start: int, run: str) -> bool:
    """Tell whether the bars and the head of a run in a column are operators, each of them between two words.

        | a ^ b |
        | a | b |
    """
    if not 2 <= index < len(lines) - 2 or not is_word(lines[index - 2][start]) or HEADS.isdisjoint((run[0], run[-1])):
        return False
    near, far = ("".join([lines[index + side * way][start : start + len(run)] for side in (-1, 1)]) for way in (1, 2))
    return not near.strip() and all(map(is_word, far))


def is_named(lines: Sequence[str], index: int, at: int, ahead: Stroke | None, behind: Stroke | None) -> bool:
    """Tell whether a head without a shaft stands in a text: beside a word, and neither `ahead` nor `behind` is an edge
    that it stands over or under from outside.

        | ^ up  |        the key of a list, though a wall is behind it          ^ up     points at the edge over it
        +-------+                                                             push ↓   ↑ pop
                                                                             +--------------+
        | [ a ▼ ] |      in brackets, or under the rule of a heading, which is no edge
    """
    row = [lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 2, index + 3)]
    if row[1 - (row[1] == " ")] in _OPENERS or row[3 + (row[3] == " ")] in _CLOSERS:
        return True
    named = row[1] == " " and is_word(row[0]), row[3] == " " and is_word(row[4])
    if not any(named):
        return False
    if ahead is None and (all(named) or behind is not None and index in (behind.start, behind.stop)):
        return True                     # a word of a sentence over an edge, or over its corner
    edge = ahead or behind
    if edge is None or any(lines[end][at] in UPRIGHT for end in (edge.start, edge.stop)):
        return True
    return behind is None and _underlines(lines, edge)


def _underlines(lines: Sequence[str], edge: Stroke) -> bool:
    """Tell whether a level stroke is the rule under one text, at its start or in the middle; `lines` are columns.

        Heading          Heading        -----        a   b        5V -------- GND
        =========       =========       ^ a         -------         ^ a
        ↑ top             ↑ top        a drawing:   ^ here                   and so is what bears a terminal: --o--
    """
    start, stop, row = edge.start, edge.stop + 1, edge.line
    if not row or stop - start > _WIDEST_RULE:
        return False
    if any(lines[k][row] not in LEVEL for k in range(start, stop)) \
            or any(is_word(lines[k][row]) for k in (start - 2, start - 1, stop, stop + 1) if 0 <= k < len(lines)):
        return False
    over = "".join(lines[k][row - 1] for k in range(start, stop))
    text = over.strip()
    if not any(map(is_word, text)) or "  " in text:
        return False
    west, east = len(over) - len(over.lstrip()), len(over) - len(over.rstrip())
    return west <= 1 or abs(west - east) <= _OFF_MIDDLE


def begins_a_pattern(west: str, char: str, east: str) -> bool:
    """Tell whether a caret is the first sign of a pattern, or of a word set apart: what stands beside it."""
    return char == CARET and west not in _PATTERN_SIGNS and east in _PATTERN_SIGNS


def is_shut_in(lines: Sequence[str], index: int, at: int, near: Stroke | None, far: Stroke | None) -> bool:
    """Tell whether a head without a shaft leads nowhere: it is of a text, or it stands within the cell whose edges are
    next to it (`near`, `far`), and no line comes to these from beyond.

        | f(a, b) |       | ^.*$ |      | CPU | ↑ |            |                a drawn head alone between two rules
        |   ^     |       +------+      | RAM | ↓ |        +---------+          leads from one part of its box to the
        +---------+                     +-----+---+        |   ▼     |  ink     next
    """
    west, char, east = (lines[k][at] if 0 <= k < len(lines) else " " for k in range(index - 1, index + 2))
    if begins_a_pattern(west, char, east):
        return True
    edges = [(edge, way) for edge, way in ((near, -1), (far, 1)) if edge is not None]
    if not all(_encloses(lines, at, edge) for edge, _ in edges):
        return False
    if char == CARET:
        return True
    if any(_is_met_beyond(lines, index, at, way) for _, way in edges):
        return False
    return near is None or far is None or not _parts(lines, index, at, near)


def _encloses(lines: Sequence[str], at: int, edge: Stroke) -> bool:
    """Tell whether an edge is that of the cell in which `at` is, whose walls begin at its ends."""
    return lines[edge.start][at] in UPRIGHT and lines[edge.stop][at] in UPRIGHT


def _is_met_beyond(lines: Sequence[str], index: int, at: int, way: int) -> bool:
    """Tell whether a bar stands on the other side of the edge that is next to a cell."""
    return 0 <= at + 2 * way < len(lines[index]) and lines[index][at + 2 * way] in UPRIGHT_BARS


def is_separator(lines: Sequence[str], index: int, at: int, edge: Stroke, way: int) -> bool:
    """Tell whether a bar alone under an `edge` of its cell (`way` is -1), or over it, stands in a text: a drawn one
    between two words, a typed one a blank from a word.

        |  Gateway                 |        +-----------+
        |  Auth │ Limits │ Routes  |        | run: |    |
        +--------------------------+        |   build   |
    """
    if not _encloses(lines, at, edge) or _is_met_beyond(lines, index, at, way):
        return False
    if any(line[at + way] not in LEVEL for line in lines[max(index - _DRIFT, 0) : index + _DRIFT + 1]):
        return False                    # a wall that drifted from its tee
    if GLYPHS[lines[index][at]].shy:
        return any(lines[index + side][at] == " " and _is_read(lines[index + 2 * side][at])
                   for side in (-1, 1) if 0 <= index + 2 * side < len(lines))
    return all(_is_read(_nearest(lines, index, at, side)) for side in (-1, 1))


def _is_read(char: str) -> bool:
    """Tell whether `char` may begin or end a text: it is of a word, or a mark beside one."""
    return is_word(char) or char in _MARKS_OF_TEXT


def _nearest(lines: Sequence[str], index: int, at: int, side: int) -> str:
    """Return what stands next to a cell in its row, behind any blanks."""
    k = index + side
    while 0 <= k < len(lines) and lines[k][at] == " ":
        k += side
    return lines[k][at] if 0 <= k < len(lines) else " "


def _parts(lines: Sequence[str], index: int, at: int, over: Stroke) -> bool:
    """Tell whether nothing else stands in a row between two rules of a box, which goes on over and under them."""
    walls = [lines[end][at + way : at + way + 1] for end in (over.start, over.stop) for way in (-2, 2)]
    return UPRIGHT.issuperset(walls) and all(
        lines[k][at] == " " for k in range(over.start + 1, over.stop) if k != index)


def is_key(lines: Sequence[str], index: int, at: int) -> bool:
    """Tell whether a head without a shaft is a key that a text names: others are right beside it, and a word.

        ↑/↓ move     ↑↓ move
    """
    first = last = index
    while first and lines[first - 1][at] in _KEYS:
        first -= 1
    while last < len(lines) - 1 and lines[last + 1][at] in _KEYS:
        last += 1
    if len({lines[k][at] for k in range(first, last + 1)}) < _LEAST_KEYS:
        return False
    return any(0 <= beyond < len(lines) and lines[beside][at] == " " and is_word(lines[beyond][at])
               for beside, beyond in ((first - 1, first - 2), (last + 1, last + 2)) if 0 <= beside < len(lines))


def is_underline(lines: Sequence[str], index: int, at: int) -> bool:
    r"""Tell whether a caret over a bar is one of several under a word: no bar and no slope leads to the next one.

        word        ^^      ^^^
        ^^^^        ||     / | \        heads
         |
    """
    for way in (-1, 1):
        beside, beyond = (lines[k] if 0 <= k < len(lines) else "" for k in (index + way, index + 2 * way))
        if beside[at : at + 1] == CARET and not _STEMS.issuperset(beside[at + 1]) \
                and not {"/", "\\"}.issuperset(beyond[at + 1 : at + 2] or " "):
            return True
    return False


def is_notation(run: str, lines: Sequence[str], across: Sequence[str], index: int, start: int) -> bool:
    """Tell whether a run in a row is a sign that texts have: the end of a comment, the head of a patch, a short lid in
    a legend with nothing over or under its corners, what leads to the place of an error.

        <!-- a -->      --- a/f.py       +---+ table        +---+ title                       --> a.rs:3:5
                        +++ b/f.py                          |   |          the lid of a box    |
    """
    if run == "-->":
        line = lines[index]
        return "<!--" in line[:start] or not line[:start].strip() and _PLACE.match(line, start + len(run)) is not None
    if run == _OLD:
        return index + 1 < len(lines) and lines[index + 1].startswith(_NEW, start)
    if run[0] != "+" or len(run) > _MOST_SYMBOL or not _SYMBOL.match(lines[index], start):
        return False
    for x in (start, start + len(run) - 1):
        for column in across[max(x - 1, 0) : x + 2]:
            if index and column[index - 1] in _OVER or column[index + 1 : index + 2] in _UNDER:
                return False
    return True


def is_measure(run: str, line: str, start: int) -> bool:
    """Tell whether a short arrow may be one end of a measure: a bar is at its tip, and where a word is at its other
    end, there is a tip at a bar on the other side of the word too.

        |<- 4 ->|<-16 bits->|
    """
    stop = start + len(run)
    if not _MEASURE.fullmatch(run):
        return False
    is_first = run[0] in HEADS
    bar, beside = (start - 1, stop) if is_first else (stop, start - 1)
    if not 0 <= bar < len(line) or line[bar] not in UPRIGHT_BARS:
        return False
    is_free = not 0 <= beside < len(line) or not is_word(line[beside])
    if is_free:
        return True
    return bool(_MEASURES["E"].match(line, stop) if is_first else _MEASURES["W"].search(line, 0, start))


def is_held(lines: Sequence[str], index: int, start: int, run: str, axis: Axis, across: Spans) -> bool:
    """Tell whether the corners of a short shy run are in strokes across it, and its ends are corners, heads or bars.

        --+      --+       +--      |           a wall of one row or a step, a head at a corner,
          +--      v     <-+      <-+- a        a bar from a corner, a line crossed

    A corner to which the head of such a stroke points is as good as in it: it is the wall of a box of one row. So is
    one between the corners of two edges that are alike, if there is a wall at their other end.

              +---+             +----+
        ----->+ B |        in   + fw +   out
              +---+             +----+
    """
    if NO_CORNER(run):                 # a measure: its head touches a bar
        return across.at(start - 1 if run[0] in HEADS else start + len(run), index) is not None
    return all(
        char not in CORNERS or across.at(start + k, index) or _is_met(lines, index, start + k, axis, across)
        or axis == "v" and _is_walled(lines, index, start + k, across)
        for k, char in enumerate(run))


def _is_walled(columns: Sequence[str], index: int, at: int, across: Spans) -> bool:
    """Tell whether a cell of a column is the side of a box of one row, from one of its edges to the other."""
    top, bottom = across.at(at - 1, index), across.at(at + 1, index)
    if top is None or bottom is None or (top.start, top.stop) != (bottom.start, bottom.stop):
        return False
    ends = {top.start, top.stop}
    return index in ends and all(columns[end][at] in UPRIGHT or columns[end][at] in CORNERS for end in ends)


def _is_met(lines: Sequence[str], index: int, at: int, axis: Axis, across: Spans) -> bool:
    """Tell whether the tip of a stroke's head is at a cell, from one of the two sides of its line."""
    return any(
        0 <= beside < len(lines) and GLYPHS.get(lines[beside][at], _NO_GLYPH).head == head and across.at(at, beside)
        for beside, head in zip((index - 1, index + 1), _ONTO[axis], strict=True))


def is_bar_before_a_head(columns: Sequence[str], index: int, at: int) -> int:
    """Return where, up (-1) or down (1), a head alone follows on a bar alone behind a word, or 0.

        start
          │       over the bar and under the head is what they lead from and to
         yes
          ▼
        stop
    """
    column = columns[index]
    if column[at] not in UPRIGHT_BARS:
        return 0
    for step, head in ((1, "S"), (-1, "N")):
        word, on, far = at + step, at + 2 * step, at + 3 * step
        if min(far, at - step) < 0 or max(far, at - step) >= len(column) or not is_word(column[word]) or " " in (
                column[at - step], column[far]) or column[on] not in HEADS or GLYPHS[column[on]].head != head:
            continue
        if all(columns[x][y] == " " for x in (index - 1, index + 1) if 0 <= x < len(columns) for y in (at, on)):
            return step
    return 0


def is_between_names(
    columns: Sequence[str], index: int, at: int, words: Callable[[int], tuple[int, int]],
) -> bool:
    """Tell whether a drawn bar leads from a name to the one under it; one with words on both sides parts them.

        A
        │
        B

    `words` tells the first and the last column of a row that are of a word.
    """
    column = columns[index]
    if column[at] not in _DRAWN_BARS or not 0 < at < len(column) - 1 or not all(
            is_word(char) or char in _BRACKETS for char in (column[at - 1], column[at + 1])):
        return False
    if any(columns[x][at] != " " for x in (index - 1, index + 1) if 0 <= x < len(columns)):
        return False
    first, last = words(at)
    return not first < index < last


def is_of_a_life(columns: Sequence[str], index: int, at: int, along: Spans, across: Spans) -> bool:
    """Tell whether a bar alone under a name is the beginning of its line, over which a message passes at once.

        A     B     C
        |     |     |       with the text of the message over its line, or in it
        | big file  |
        |---------->|
        |     |     |
    """
    column = columns[index]
    if column[at] not in UPRIGHT_BARS or not at or not is_word(column[at - 1]):
        return False
    for row in range(at + 1, min(at + 3, len(column) - 1)):
        if column[row + 1] in UPRIGHT_BARS and along.at(index, row + 1) is not None:
            strokes = across.by_line.get(row, ())
            through = [s for s in strokes if s.start < index < s.stop]
            before, behind = ([s for s in strokes if s.stop < index][-1:], [s for s in strokes if s.start > index][:1])
            message = through or (before + behind if row == at + 1 and before and behind else [])
            return any(columns[x][row] in HEADS for s in message for x in (s.start, s.stop))
    return False


def is_parted_by_a_word(column: str, index: int, at: int, along: Spans) -> bool:
    """Tell whether a bar is all that is left of a line behind a text that interrupts it.

         a
         │      beyond the text the line goes on with a bar, and ends in a head
        yes
         │
         ▼
    """
    if column[at] not in UPRIGHT:
        return False
    for step, head in ((1, "S"), (-1, "N")):
        word, on = at + step, at + 2 * step
        if 0 <= on < len(column) and is_word(column[word]) and column[on] in UPRIGHT and (rest := along.at(index, on)):
            end = rest.stop if step > 0 else rest.start
            if on in (rest.start, rest.stop) and GLYPHS[column[end]].head == head:
                return True
    return False
