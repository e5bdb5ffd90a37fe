"""The glyph table: what each character can draw. One row a character; no other module names one.

`arms` are the sides that a glyph *offers* to its neighbour: a stroke needs two that face each other.
A *shy* glyph is also a letter or punctuation; `ink.shy` says when it is ink. The table stands beside
the floors, since reading (straightening) and seeing both go by it.
A glyph with a `head` is an arrowhead: its shaft comes in by its arm, its tip is on the side `head`.
A glyph with a `mark` is a terminal: a shape that stands on a stroke, at its end or in it.

       N
     W ┼ E        ┌ offers E and S       ► offers W, its head points E       ● is a disc, open to all sides
       S
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from .model import Dash, MarkShape, Side, Weight
from .typed import Final, NamedTuple


class Glyph(NamedTuple):
    """What one character can draw; `h` and `v` are its weights along the row and down the column.

    Where the arms of one axis differ, `each` has a weight for each of `arms`: l(ight), h(eavy), d(ouble).
    `slopes` are the diagonal sides from which a slope may come in; `lean` is a slope's own direction.
    """

    char: str
    arms: str = ""
    h: Weight = "light"
    v: Weight = "light"
    dash: Dash = "solid"
    round: bool = False
    shy: bool = False
    head: Side | None = None
    mark: MarkShape | None = None
    each: str = ""
    slopes: str = "↖↗↘↙"
    lean: str = ""
    wide: bool = False                  # a round corner that takes a whole cell
    hollow: bool = False                # a head that is drawn in outline
    double_ended: bool = False          # a line with a head at each end, wherever it ends


#: Private characters of ours; an author's own are set aside by the reader. In the Basic Multilingual Plane a class of
#: glyphs is one table, which a search looks up in a step.
PRIVATE: Final = range(0xF700, 0xF800)
_TWINS: Final = PRIVATE[0x11:]
#: Characters that no text holds: `ink.settle` puts them where several typed ones mean one thing.
GHOST: Final = "\uf700"                 # ink that shows nothing of its own: a parenthesis of "(o)"
HOP_LEFT: Final = "\uf701"              # the upright line springs over the level one: -(-
HOP_RIGHT: Final = "\uf702"             # -)-
DOT_LINE: Final = "\uf703"              # a dotted line
DOT_WALL: Final = "\uf704"              # a dotted line down the column
WAVE_WALL: Final = "\uf70b"             # a wavy line down the column
TICK: Final = "\uf70c"                  # the bar at the end of a measure, at which a head has its tip: |<- 5 ->|
LID: Final = "\uf70d"                   # the first corner of a cylinder
WAVE_HIGH: Final = "\uf70e"             # the high level of a signal in a row: _/~\\_
WAVE_SLOPE: Final = "\uf70f"            # what leads from one of its levels to the other, aslant and ...
WAVE_BAR: Final = "\uf710"              # ... upright
#: A head in a line that goes on behind it, by the side of its tip.
AMID: Final[Mapping[Side, str]] = {"E": "\uf7f0", "W": "\uf7f1", "N": "\uf7f2", "S": "\uf7f3"}
WIDE_CORNERS: Final = {"ES": "\uf705", "SW": "\uf706", "NW": "\uf707", "NE": "\uf708"}
ASKEW: Final = {"NEW": "\uf709", "ESW": "\uf70a"}     # a round corner in a line that a branch leaves askew

_ROWS: Final = (
    # ── ASCII: all shy ──
    Glyph("-", "EW",   shy=True),
    Glyph("=", "EW",   shy=True, h="double"),
    Glyph("~", "EW",   shy=True, dash="wavy"),
    Glyph("·", "EW",   shy=True, dash="dashed"),
    Glyph("|", "NS",   shy=True),
    Glyph(":", "NS",   shy=True, dash="dashed"),
    Glyph("+", "NESW", shy=True),
    Glyph(".", "ESW",  shy=True, round=True, slopes="↙↘"),
    Glyph(",", "ESW",  shy=True, round=True, slopes="↙↘"),
    Glyph("'", "NEW",  shy=True, round=True, slopes="↖↗"),
    Glyph("`", "NE",   shy=True, round=True, slopes="↖↗"),
    Glyph("*", "NESW", shy=True, mark="disc"),
    Glyph(">", "W",    shy=True, head="E"),
    Glyph("<", "E",    shy=True, head="W"),
    Glyph("^", "S",    shy=True, head="N"),
    Glyph("v", "N",    shy=True, head="S"),
    Glyph("V", "N",    shy=True, head="S"),
    # ── ASCII again: no arms; a slope leans, an arc joins the slopes at its ends ──
    Glyph("/",         shy=True, lean="↗", slopes="↗↙"),
    Glyph("\\",        shy=True, lean="↖", slopes="↖↘"),
    Glyph("X",         shy=True, lean="↗↖"),
    Glyph("(",         shy=True, lean="(", slopes="↗↘"),
    Glyph(")",         shy=True, lean=")", slopes="↖↙"),
    Glyph("_",         shy=True, slopes=""),
    Glyph("o",         shy=True, mark="circle"),
    Glyph("O",         shy=True, mark="circle"),
    # ── arrowheads: shy too, since they stand in prose ("a → b") ──
    Glyph("►", "W",    shy=True, head="E"),
    Glyph("▶", "W",    shy=True, head="E"),
    Glyph("▸", "W",    shy=True, head="E"),
    Glyph("▷", "W",    shy=True, head="E", hollow=True),
    Glyph("▹", "W",    shy=True, head="E", hollow=True),
    Glyph("⏵", "W",    shy=True, head="E"),
    Glyph("→", "W",    shy=True, head="E"),
    Glyph("⟶", "W",    shy=True, head="E"),
    Glyph("➔", "W",    shy=True, head="E"),
    Glyph("➜", "W",    shy=True, head="E"),
    Glyph("➤", "W",    shy=True, head="E"),
    Glyph("⇒", "W",    shy=True, h="double", head="E"),
    Glyph("◄", "E",    shy=True, head="W"),
    Glyph("◀", "E",    shy=True, head="W"),
    Glyph("◂", "E",    shy=True, head="W"),
    Glyph("◁", "E",    shy=True, head="W", hollow=True),
    Glyph("◃", "E",    shy=True, head="W", hollow=True),
    Glyph("⏴", "E",    shy=True, head="W"),
    Glyph("←", "E",    shy=True, head="W"),
    Glyph("⟵", "E",    shy=True, head="W"),
    Glyph("⇐", "E",    shy=True, h="double", head="W"),
    Glyph("▲", "S",    shy=True, head="N"),
    Glyph("▴", "S",    shy=True, head="N"),
    Glyph("△", "S",    shy=True, head="N", hollow=True),
    Glyph("▵", "S",    shy=True, head="N", hollow=True),
    Glyph("∧", "S",    shy=True, head="N"),
    Glyph("↑", "S",    shy=True, head="N"),
    Glyph("⇑", "S",    shy=True, v="double", head="N"),
    Glyph("▼", "N",    shy=True, head="S"),
    Glyph("▾", "N",    shy=True, head="S"),
    Glyph("▽", "N",    shy=True, head="S", hollow=True),
    Glyph("▿", "N",    shy=True, head="S", hollow=True),
    Glyph("∨", "N",    shy=True, head="S"),
    Glyph("↓", "N",    shy=True, head="S"),
    Glyph("⇓", "N",    shy=True, v="double", head="S"),
    Glyph("↗",         shy=True, head="↗", slopes="↙"),
    Glyph("↘",         shy=True, head="↘", slopes="↖"),
    Glyph("↙",         shy=True, head="↙", slopes="↗"),
    Glyph("↖",         shy=True, head="↖", slopes="↘"),
    Glyph("↔", "EW",   shy=True, double_ended=True),
    Glyph("⟷", "EW",   shy=True, double_ended=True),
    Glyph("⇔", "EW",   shy=True, h="double", double_ended=True),
    Glyph("↕", "NS",   shy=True, double_ended=True),
    # ── terminals ──
    Glyph("●", "NESW", shy=True, mark="disc"),
    Glyph("⬤", "NESW", shy=True, mark="disc"),
    Glyph("○", "NESW", shy=True, mark="circle"),
    Glyph("◯", "NESW", shy=True, mark="circle"),
    Glyph("◌", "NESW", shy=True, mark="circle"),
    Glyph("◎", "NESW", shy=True, mark="ring"),
    Glyph("◉", "NESW", shy=True, mark="bullseye"),
    Glyph("◍", "NESW", shy=True, mark="bullseye"),
    Glyph("◆", "NESW", shy=True, mark="diamond"),
    Glyph("◇", "NESW", shy=True, mark="hollow-diamond"),
    Glyph("■", "NESW", shy=True, mark="square"),
    Glyph("▪", "NESW", shy=True, mark="square"),
    Glyph("□", "NESW", shy=True, mark="hollow-square"),
    Glyph("▫", "NESW", shy=True, mark="hollow-square"),
    # ── Box Drawing, U+2500 to U+257F ──
    Glyph("─", "EW"),
    Glyph("━", "EW",    h="heavy"),
    Glyph("│", "NS"),
    Glyph("┃", "NS",    v="heavy"),
    Glyph("┄", "EW",    dash="dashed"),
    Glyph("┅", "EW",    h="heavy", dash="dashed"),
    Glyph("┆", "NS",    dash="dashed"),
    Glyph("┇", "NS",    v="heavy", dash="dashed"),
    Glyph("┈", "EW",    dash="dash4"),
    Glyph("┉", "EW",    h="heavy", dash="dash4"),
    Glyph("┊", "NS",    dash="dash4"),
    Glyph("┋", "NS",    v="heavy", dash="dash4"),
    Glyph("┌", "ES"),
    Glyph("┍", "ES",    h="heavy"),
    Glyph("┎", "ES",    v="heavy"),
    Glyph("┏", "ES",    h="heavy", v="heavy"),
    Glyph("┐", "SW"),
    Glyph("┑", "SW",    h="heavy"),
    Glyph("┒", "SW",    v="heavy"),
    Glyph("┓", "SW",    h="heavy", v="heavy"),
    Glyph("└", "NE"),
    Glyph("┕", "NE",    h="heavy"),
    Glyph("┖", "NE",    v="heavy"),
    Glyph("┗", "NE",    h="heavy", v="heavy"),
    Glyph("┘", "NW"),
    Glyph("┙", "NW",    h="heavy"),
    Glyph("┚", "NW",    v="heavy"),
    Glyph("┛", "NW",    h="heavy", v="heavy"),
    Glyph("├", "NES"),
    Glyph("┝", "NES",   h="heavy"),
    Glyph("┞", "NES",   each="hll"),
    Glyph("┟", "NES",   each="llh"),
    Glyph("┠", "NES",   v="heavy"),
    Glyph("┡", "NES",   each="hhl", h="heavy"),
    Glyph("┢", "NES",   each="lhh", h="heavy"),
    Glyph("┣", "NES",   h="heavy", v="heavy"),
    Glyph("┤", "NSW"),
    Glyph("┥", "NSW",   h="heavy"),
    Glyph("┦", "NSW",   each="hll"),
    Glyph("┧", "NSW",   each="lhl"),
    Glyph("┨", "NSW",   v="heavy"),
    Glyph("┩", "NSW",   each="hlh", h="heavy"),
    Glyph("┪", "NSW",   each="lhh", h="heavy"),
    Glyph("┫", "NSW",   h="heavy", v="heavy"),
    Glyph("┬", "ESW"),
    Glyph("┭", "ESW",   each="llh"),
    Glyph("┮", "ESW",   each="hll"),
    Glyph("┯", "ESW",   h="heavy"),
    Glyph("┰", "ESW",   v="heavy"),
    Glyph("┱", "ESW",   each="lhh", v="heavy"),
    Glyph("┲", "ESW",   each="hhl", v="heavy"),
    Glyph("┳", "ESW",   h="heavy", v="heavy"),
    Glyph("┴", "NEW"),
    Glyph("┵", "NEW",   each="llh"),
    Glyph("┶", "NEW",   each="lhl"),
    Glyph("┷", "NEW",   h="heavy"),
    Glyph("┸", "NEW",   v="heavy"),
    Glyph("┹", "NEW",   each="hlh", v="heavy"),
    Glyph("┺", "NEW",   each="hhl", v="heavy"),
    Glyph("┻", "NEW",   h="heavy", v="heavy"),
    Glyph("┼", "NESW"),
    Glyph("┽", "NESW",  each="lllh"),
    Glyph("┾", "NESW",  each="lhll"),
    Glyph("┿", "NESW",  h="heavy"),
    Glyph("╀", "NESW",  each="hlll"),
    Glyph("╁", "NESW",  each="llhl"),
    Glyph("╂", "NESW",  v="heavy"),
    Glyph("╃", "NESW",  each="hllh"),
    Glyph("╄", "NESW",  each="hhll"),
    Glyph("╅", "NESW",  each="llhh"),
    Glyph("╆", "NESW",  each="lhhl"),
    Glyph("╇", "NESW",  each="hhlh", h="heavy"),
    Glyph("╈", "NESW",  each="lhhh", h="heavy"),
    Glyph("╉", "NESW",  each="hlhh", v="heavy"),
    Glyph("╊", "NESW",  each="hhhl", v="heavy"),
    Glyph("╋", "NESW",  h="heavy", v="heavy"),
    Glyph("╌", "EW",    dash="dash2"),
    Glyph("╍", "EW",    h="heavy", dash="dash2"),
    Glyph("╎", "NS",    dash="dash2"),
    Glyph("╏", "NS",    v="heavy", dash="dash2"),
    Glyph("═", "EW",    h="double"),
    Glyph("║", "NS",    v="double"),
    Glyph("╒", "ES",    h="double"),
    Glyph("╓", "ES",    v="double"),
    Glyph("╔", "ES",    h="double", v="double"),
    Glyph("╕", "SW",    h="double"),
    Glyph("╖", "SW",    v="double"),
    Glyph("╗", "SW",    h="double", v="double"),
    Glyph("╘", "NE",    h="double"),
    Glyph("╙", "NE",    v="double"),
    Glyph("╚", "NE",    h="double", v="double"),
    Glyph("╛", "NW",    h="double"),
    Glyph("╜", "NW",    v="double"),
    Glyph("╝", "NW",    h="double", v="double"),
    Glyph("╞", "NES",   h="double"),
    Glyph("╟", "NES",   v="double"),
    Glyph("╠", "NES",   h="double", v="double"),
    Glyph("╡", "NSW",   h="double"),
    Glyph("╢", "NSW",   v="double"),
    Glyph("╣", "NSW",   h="double", v="double"),
    Glyph("╤", "ESW",   h="double"),
    Glyph("╥", "ESW",   v="double"),
    Glyph("╦", "ESW",   h="double", v="double"),
    Glyph("╧", "NEW",   h="double"),
    Glyph("╨", "NEW",   v="double"),
    Glyph("╩", "NEW",   h="double", v="double"),
    Glyph("╪", "NESW",  h="double"),
    Glyph("╫", "NESW",  v="double"),
    Glyph("╬", "NESW",  h="double", v="double"),
    Glyph("╭", "ES",    round=True),
    Glyph("╮", "SW",    round=True),
    Glyph("╯", "NW",    round=True),
    Glyph("╰", "NE",    round=True),
    Glyph("╴", "W"),
    Glyph("╵", "N"),
    Glyph("╶", "E"),
    Glyph("╷", "S"),
    Glyph("╸", "W",     h="heavy"),
    Glyph("╹", "N",     v="heavy"),
    Glyph("╺", "E",     h="heavy"),
    Glyph("╻", "S",     v="heavy"),
    Glyph("╼", "EW",    each="hl"),
    Glyph("╽", "NS",    each="lh"),
    Glyph("╾", "EW",    each="lh"),
    Glyph("╿", "NS",    each="hl"),
    Glyph("╱",           lean="↗", slopes="↗↙"),
    Glyph("╲",           lean="↖", slopes="↖↘"),
    Glyph("╳",           lean="↗↖"),
    # ── what idioms stand for ──
    Glyph(GHOST),
    Glyph(TICK),
    Glyph(WAVE_HIGH,           slopes=""),
    Glyph(WAVE_SLOPE,          slopes=""),
    Glyph(WAVE_BAR,            slopes=""),
    Glyph(HOP_LEFT,            "NESW"),
    Glyph(HOP_RIGHT,           "NESW"),
    Glyph(DOT_LINE,            "EW",  dash="dotted"),
    Glyph(DOT_WALL,            "NS",  dash="dotted"),
    Glyph(WAVE_WALL,           "NS",  dash="wavy"),
    Glyph(AMID["E"],           "EW",  each="ll"),
    Glyph(AMID["W"],           "EW",  each="ll"),
    Glyph(AMID["N"],           "NS",  each="ll"),
    Glyph(AMID["S"],           "NS",  each="ll"),
    Glyph(LID,                 "ES",  round=True),
    Glyph(WIDE_CORNERS["ES"],  "ES",  round=True, wide=True),
    Glyph(WIDE_CORNERS["SW"],  "SW",  round=True, wide=True),
    Glyph(WIDE_CORNERS["NW"],  "NW",  round=True, wide=True),
    Glyph(WIDE_CORNERS["NE"],  "NE",  round=True, wide=True),
    Glyph(ASKEW["NEW"],        "EW",  slopes="↖↗"),
    Glyph(ASKEW["ESW"],        "EW",  slopes="↙↘"),
)

#: From which sides a slope may run into an arrowhead: from behind, never over its tip.
_INTO_HEADS: Final = {"N": "↘↙", "E": "↖↙", "S": "↖↗", "W": "↗↘"}


def _completed(glyph: Glyph) -> Glyph:
    return glyph._replace(slopes=_INTO_HEADS[glyph.head]) if glyph.head in _INTO_HEADS else glyph


_COMPLETE: Final = {glyph.char: _completed(glyph) for glyph in _ROWS}
assert len(_COMPLETE) == len(_ROWS), "a character is listed twice"

#: Shy characters that the author declared ink, each with a twin that is never shy.
FORCED: Final[Mapping[str, str]] = {
    glyph.char: chr(_TWINS[index]) for index, glyph in enumerate(_ROWS) if glyph.shy
}
GLYPHS: Final[Mapping[str, Glyph]] = {
    **_COMPLETE,
    **{twin: _COMPLETE[char]._replace(char=twin, shy=False) for char, twin in FORCED.items()},
}

#: Block Elements, U+2580 to U+259F, as exact parts of a cell in eighths: (left, top, right, bottom), ...; then shade.
_Part = tuple[int, int, int, int]
_UPPER_LEFT, _UPPER_RIGHT, _LOWER_LEFT, _LOWER_RIGHT = (0, 0, 4, 4), (4, 0, 8, 4), (0, 4, 4, 8), (4, 4, 8, 8)
BLOCKS: Final[Mapping[str, tuple[tuple[_Part, ...], float]]] = {
    "▀": (((0, 0, 8, 4),), 1),
    "▁": (((0, 7, 8, 8),), 1),
    "▂": (((0, 6, 8, 8),), 1),
    "▃": (((0, 5, 8, 8),), 1),
    "▄": (((0, 4, 8, 8),), 1),
    "▅": (((0, 3, 8, 8),), 1),
    "▆": (((0, 2, 8, 8),), 1),
    "▇": (((0, 1, 8, 8),), 1),
    "█": (((0, 0, 8, 8),), 1),
    "▉": (((0, 0, 7, 8),), 1),
    "▊": (((0, 0, 6, 8),), 1),
    "▋": (((0, 0, 5, 8),), 1),
    "▌": (((0, 0, 4, 8),), 1),
    "▍": (((0, 0, 3, 8),), 1),
    "▎": (((0, 0, 2, 8),), 1),
    "▏": (((0, 0, 1, 8),), 1),
    "▐": (((4, 0, 8, 8),), 1),
    "░": (((0, 0, 8, 8),), .25),
    "▒": (((0, 0, 8, 8),), .5),
    "▓": (((0, 0, 8, 8),), .75),
    "▔": (((0, 0, 8, 1),), 1),
    "▕": (((7, 0, 8, 8),), 1),
    "▖": ((_LOWER_LEFT,), 1),
    "▗": ((_LOWER_RIGHT,), 1),
    "▘": ((_UPPER_LEFT,), 1),
    "▙": ((_UPPER_LEFT, (0, 4, 8, 8)), 1),
    "▚": ((_UPPER_LEFT, _LOWER_RIGHT), 1),
    "▛": (((0, 0, 8, 4), _LOWER_LEFT), 1),
    "▜": (((0, 0, 8, 4), _LOWER_RIGHT), 1),
    "▝": ((_UPPER_RIGHT,), 1),
    "▞": ((_UPPER_RIGHT, _LOWER_LEFT), 1),
    "▟": ((_UPPER_RIGHT, (0, 4, 8, 8)), 1),
}
#: Triangles that fill half of their cell, each with the corner that is missing.
TRIANGLES: Final[Mapping[str, Side]] = {"◢": "↖", "◣": "↗", "◤": "↘", "◥": "↙"}


#: Plain lines along the row, and down the column.
LEVEL: Final = frozenset(glyph.char for glyph in GLYPHS.values() if glyph.arms == "EW")
UPRIGHT: Final = frozenset(glyph.char for glyph in GLYPHS.values() if glyph.arms == "NS")
BARS: Final = LEVEL | UPRIGHT
UPRIGHT_BARS: Final = UPRIGHT - {":"}   # those that are no punctuation: a colon may be dashes, or belong to a text


def _kinds() -> list[tuple[Glyph, str]]:
    """Return one glyph of each kind, and its characters: they differ in weights and dashes alone."""
    found: dict[tuple[object, ...], list[Glyph]] = {}
    for glyph in GLYPHS.values():
        found.setdefault((glyph.arms, *glyph[_ALIKE_FROM:]), []).append(glyph)
    return [(glyphs[0], "".join([glyph.char for glyph in glyphs])) for glyphs in found.values()]


_ALIKE_FROM: Final = Glyph._fields.index("round")       # what stands before it in a glyph, but its arms, is its look
_KINDS: Final = _kinds()                # some eighty, of three hundred glyphs: they are asked for often


def those(is_asked: Callable[[Glyph], object]) -> str:
    """Return the characters whose glyphs are asked for, by anything but the character, its weights and its dashes."""
    return "".join([chars for glyph, chars in _KINDS if is_asked(glyph)])


#: What is a head amid a line: once settled, or with a head at each end.
AMID_SIGNS: Final = (*AMID.values(), *those(lambda g: g.double_ended and g.shy))
_OFFERS: Final = [(frozenset(glyph.arms), glyph.shy, glyph.head is not None, alike) for glyph, alike in _KINDS]


@cache
def chars(arms: str = "", *, shy: bool | None = None, head: bool | None = None) -> str:
    """Return the characters that offer all of `arms`, narrowed to (un)shy ones or to (no) heads."""
    asked = frozenset(arms)
    return "".join([
        alike for offered, is_shy, has_head, alike in _OFFERS
        if asked <= offered and (shy is None or is_shy == shy) and (head is None or has_head == head)
    ])


#: What goes on into the cell below, and above: lines, corners, heads and punctuation that can be one of them.
LEADS_DOWN: Final = frozenset(chars("S"))
LEADS_UP: Final = frozenset(chars("N"))

_IN_CLASS: Final = {char: f"\\{char}" for char in "\\]^-[&~|"}       # what means more than itself in a class


@cache
def char_class(chars: str) -> str:
    """Return a regular-expression class of `chars`: neighbours as ranges, which compile much faster."""
    codes = set(map(ord, chars))
    firsts = sorted([code for code in codes if code - 1 not in codes])
    lasts = sorted([code for code in codes if code + 1 not in codes])
    named = [(_IN_CLASS.get(a, a), _IN_CLASS.get(b, b)) for a, b in zip(map(chr, firsts), map(chr, lasts), strict=True)]
    return f"[{''.join([a if a == b else f'{a}-{b}' for a, b in named])}]"
