"""The idioms, in the order in which they are settled: what a row must hold for one to be asked about, and its rule.

A rule is a function of a module of this floor, which is loaded when there is something for it: most drawings hold few.
"""
from __future__ import annotations

from ..glyphs import GLYPHS, char_class, chars, those
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .edits import LEVEL_CLASS, Literals, Matches, Signs, Starts, Trigger
from .quotes import TEXT_SIGN


class Idiom(NamedTuple):
    """`rule` is the name of an `edits.Rule` in `module`."""

    trigger: Trigger
    module: str
    rule: str


_COLONS: Final = f":{TEXT_SIGN}"        # one over a bar has been taken for text
#: A place in a program: its line and column.
PLACE: Final = pattern(rf"[{_COLONS}]\d+[{_COLONS}]\d+(?!\w)")


def corners_of(arms: str) -> str:
    """Return the drawn corners that offer these arms, and no other."""
    return those(lambda g: g.arms == arms and not g.shy)


#: What an edge begins with, and ends with.
FIRST_CORNERS, LAST_CORNERS = corners_of("ES") + corners_of("NE"), corners_of("SW") + corners_of("NW")
#: A corner with a blank in its edge, all of them first, which is quick.
_BESIDE_BLANK: Final = pattern(
    f"{char_class(FIRST_CORNERS + LAST_CORNERS)}"
    f"(?:(?<={char_class(FIRST_CORNERS)})(?= )|(?<= {char_class(LAST_CORNERS)}))")
#: The letter o alone: o.k is a word.
ALONE: Final = r"(?![^\W_]|[.:&][^\W_])(?<![^\W_].)(?<![^\W_][.:&].)"
#: The brace that begins a path: /-- name
UPPER_BRACE: Final = pattern(r"/(?<![^ ]/)-+ ?(?=[\[({<\"'@~$.]?\w)")
_AT_BLANK: Final = pattern(r".(?:(?![^ \n])(?<!\w.)|(?<![^ \n].)(?!\w))")
POINT: Final = pattern(r"\.(?![^ \n])(?<![^ \n].)")
IN_LINE: Final = pattern(rf"[.,'`](?={LEVEL_CLASS})(?<={LEVEL_CLASS}.)")
_AT_CROWN: Final = pattern("['`\".,](?<=[-_].)[.,'`\"]*[-_]")        # quick to miss
_AT_FOOT: Final = pattern(r"[.,'`](?:(?!\S)(?<=-.)(?<!\S..)|(?=-(?!\S))(?<!\S.))")
#: Where a line turns or branches right behind a head, by the side of its tip: no wall, and no edge of a box, begins so.
TURNS: Final = {
    side: frozenset(g.char for g in GLYPHS.values() if g.arms in ways and not (g.shy or g.wide or g.mark))
    for side, ways in (("E", ("SW", "NW", "ESW", "NEW")), ("W", ("ES", "NE", "ESW", "NEW")),
                       ("N", ("ES", "SW", "NES", "NSW")), ("S", ("NE", "NW", "NES", "NSW")))
}
_HEADS_EAST, _HEADS_WEST = (
    "".join([char for char in chars(back, head=True) if not char.isascii() and GLYPHS[char].shy]) for back in "WE")
_ALONG: Final = LEVEL_CLASS[1:-1]
#: A drawn head amid a level line, or right before its turn.
LEVEL_HEAD: Final = pattern(
    f"{char_class(_HEADS_EAST)}(?<={LEVEL_CLASS}.)(?=[{_ALONG}{''.join(sorted(TURNS['E']))}])|"
    f"{char_class(_HEADS_WEST)}(?={LEVEL_CLASS})(?<=[{_ALONG}{''.join(sorted(TURNS['W']))}].)")
UPRIGHT_HEADS: Final = "".join([char for back in "SN" for char in chars(back, head=True) if GLYPHS[char].shy])
_FREE: Final = pattern(r".(?<!\w.)(?!\w)")
#: A piece of a double upright line.
DOUBLE_WALL: Final = pattern(r"H(?<!\wH)(?!\w)")

IDIOMS: Final = (
    Idiom(Signs(_COLONS, PLACE), "gutters", "gutters"),
    Idiom(Literals("~/"), "fields", "torn_sides"),
    Idiom(Matches(pattern(r"\+ ?- -"), "+"), "fields", "gapped_edges"),
    Idiom(Literals(("||",)), "fields", "double_walls"),
    Idiom(Literals(bar + line for bar, line in ("|-", "|=", "│─", "│═", "┃━")), "barred", "barred"),
    Idiom(Literals((" ---", " ==="), "|│┃"), "barred", "ruled"),
    Idiom(Starts(("---", "===")), "barred", "ruled"),
    Idiom(Literals(("┌ ─", "╭ ─", "┏ ━", "┌─ ─", "╭─ ─", "┏━ ━")), "broken", "gapped"),
    Idiom(Matches(_BESIDE_BLANK, FIRST_CORNERS + LAST_CORNERS), "edges", "beside_titles"),
    Idiom(Literals((":-", "-:", "| ---")), "edges", "separators"),
    Idiom(Literals(("-|-", "=|=")), "edges", "pierced"),
    Idiom(Literals(("_v_", "_V_")), "edges", "low_heads"),
    Idiom(Literals(("*-", "o-", "O-", "●─", "○─", "•─")), "edges", "pointers"),
    Idiom(Literals(("_/~", "~\\_", "_|~", "~|_", "_~", "~_", "_-", "-_")), "waves", "signals"),
    Idiom(Literals(("\\|/", "/|\\", "\\│/", "/│\\", "\\┃/", "/┃\\")), "tips", "barbed"),
    Idiom(Literals(("|>", "<|", "<>")), "tips", "hollow"),
    Idiom(Matches(pattern("-> ?(?:(?=[+|])|│|├)"), ">"), "tips", "short"),
    Idiom(Literals(("\\/", "/\\")), "tips", "thick"),
    Idiom(Literals(("->|", "|<-")), "tips", "piped"),
    Idiom(Signs("xX", pattern("[xX](?:[-<]|(?<=[->][xX]))")), "tips", "crossed"),
    Idiom(Matches(pattern("<-(?:(?<=[+|]..)|(?<=[+|] ..)|(?<=│..)|(?<=│ ..)|(?<=┤..)|(?<=┤ ..))"), "<"),
          "tips", "short"),
    Idiom(Literals(("--\\", "--/", "\\--", "/--")), "halves", "at_slope"),
    Idiom(Literals(("]--", ")--")), "halves", "to_corner"),
    Idiom(Matches(pattern(r"\|(?<!\S\|)(?:<?-|=)"), "|"), "measures", "measures"),
    Idiom(Literals(("-|", "=|", ">|")), "measures", "plates"),
    Idiom(Literals(("=-", ":")), "dashes", "marked"),
    Idiom(Matches(pattern(f"o{ALONE}"), "o"), "idioms", "letters"),
    Idiom(Matches(pattern(f"O{ALONE}"), "O"), "idioms", "letters"),
    Idiom(Literals("("), "idioms", "ringed"),
    Idiom(Literals("()"), "idioms", "hops"),
    Idiom(Literals(("\\-", "`-")), "namings", "trees"),
    Idiom(Signs("/", UPPER_BRACE), "namings", "braces"),
    Idiom(Literals(("|--",)), "namings", "only"),
    Idiom(Literals(("`-",)), "namings", "processes"),
    Idiom(Literals("/\\"), "idioms", "slope_corners"),
    Idiom(Literals((".-", ",-")), "curves", "stadiums"),
    Idiom(Literals("(", "╭┌"), "curves", "drawn_stadiums"),
    Idiom(Signs(".,'`", _AT_BLANK), "idioms", "corners_aside"),
    Idiom(Literals(".." + sign for sign in "+:'`"), "idioms", "dotted_edges"),
    Idiom(Literals("!"), "idioms", "bangs"),
    Idiom(Signs(".", POINT), "idioms", "points"),
    Idiom(Signs(".,'`", IN_LINE), "curves", "tees"),
    Idiom(Literals(("/_\\",)), "curves", "generals"),
    Idiom(Literals(("/__\\", "/ \\")), "curves", "large_generals"),
    Idiom(Literals((".-.", "'-'", "+-+")), "curves", "leads"),
    Idiom(Signs("'`\".,", _AT_CROWN), "curves", "crowns"),
    Idiom(Literals(("..-", "-..", "..'", "'..")), "curves", "low_ends"),
    Idiom(Matches(pattern(r"\([ _]+\)[-.,'`]"), "("), "curves", "puffs"),
    Idiom(Signs(".,'`", _AT_FOOT), "curves", "feet"),
    Idiom(Literals(("..-",)), "curves", "crests"),
    Idiom(Literals(("-/-", "-\\-")), "curves", "axes"),
    Idiom(Literals(("..", ".>", "<.")), "idioms", "dots"),
    Idiom(Literals(("-.-",)), "idioms", "dots"),
    Idiom(Matches(pattern(r"--(?<=[\w')]--)[\w(-]"), "-"), "namings", "lettered"),
    Idiom(Literals(("- -", "─ ─", "━ ━")), "gapped", "gaps"),
    Idiom(Literals(("..>", "<..", "- -", "─ ─", "━ ━")), "gapped", "worded"),
    Idiom(Signs(_HEADS_EAST + _HEADS_WEST, LEVEL_HEAD), "amid", "level"),
    Idiom(Literals(line + head + line for line in "-=~" for head in "<>"), "amid", "level"),
    Idiom(Signs(UPRIGHT_HEADS, _FREE), "amid", "upright"),
    Idiom(Literals(2 * head for side in "WE" for head in chars(side, head=True)), "idioms", "doubled_heads"),
    Idiom(Signs("H", DOUBLE_WALL), "idioms", "doubles"),
    Idiom(Literals("‖"), "idioms", "norms"),
    Idiom(Matches(pattern("#(?:[=>]|(?<=[=<]#))"), "#"), "idioms", "hashes"),
)
