"""Idioms: what several typed characters mean together, and where they stay what they are."""
from __future__ import annotations

import pytest

from boxwright.glyphs import ASKEW, DOT_LINE, DOT_WALL, GHOST, HOP_LEFT, HOP_RIGHT, WAVE_WALL, WIDE_CORNERS
from boxwright.ink.idioms import settle

#: Shown in the tables below: the stand-ins, by letters that no row uses.
SHOWN = str.maketrans({
    DOT_LINE: "d", DOT_WALL: "D", WAVE_WALL: "S", GHOST: "g", HOP_LEFT: "L", HOP_RIGHT: "R",
    ASKEW["ESW"]: "T", ASKEW["NEW"]: "U",
    WIDE_CORNERS["ES"]: "┌", WIDE_CORNERS["SW"]: "┐", WIDE_CORNERS["NW"]: "┘", WIDE_CORNERS["NE"]: "└",
})


def settled(*rows: str) -> list[str]:
    width = max(map(len, rows))
    return [row.translate(SHOWN).rstrip() for row in settle(tuple(row.ljust(width) for row in rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("/--", "|"), ["╭--", "|"], id="a-slope-as-a-corner"),
        pytest.param((" |", "-/"), [" |", "-╯"], id="and-at-the-bottom"),
        pytest.param((" .--.", "|    |", " '--'"), ["┌----┐", "|    |", "└----┘"], id="corners-set-aside"),
        pytest.param((" .-+", "+"), ["┌--+", "+"], id="a-corner-aside-of-a-plus"),
        pytest.param(("+---a", "|   \\---b", "\\---c"), ["├---a", "|   └---b", "└---c"], id="a-tree-of-folders"),
        pytest.param(("|  +- b", "|  \\- c"), ["|  ├- b", "|  └- c"], id="a-tree-of-modules"),
        pytest.param(("[I] +- a.b", "[I] |  \\- c"), ["[I] +- a.b", "[I] |  └- c"], id="a-tree-in-a-log"),
        pytest.param(("app", "\\- a", "   \\- b"), ["app", "└- a", "   └- b"], id="an-only-branch"),
        pytest.param(("src", "|-- a", "    |--b"), ["src", "└-- a", "    └--b"], id="an-only-branch-of-a-bar"),
        pytest.param(("--.-->", "  |"), ["--┬-->", "  |"], id="a-branch-of-a-line"),
        pytest.param(("  |", "--'--"), ["  |", "--┴--"], id="a-branch-that-joins"),
        pytest.param((".--.--.", "|a |b |", "'--'--'"), [".--┬--.", "|a |b |", "'--┴--'"], id="boxes-with-one-wall"),
        pytest.param(("    .-", "---'--"), ["    .─", "---U--"], id="a-branch-that-joins-askew"),
        pytest.param(("--.---", "   '--"), ["--T---", "   '─-"], id="a-branch-askew"),
        pytest.param(("--.-->",), ["--T-->"], id="a-line-that-nothing-leaves"),
        pytest.param(("+ - - - +", "|  opt  |", "+ - - - +"), ["+┄┄┄┄┄┄┄+", "|  opt  |", "+┄┄┄┄┄┄┄+"],
                     id="an-edge-with-gaps-all-along"),
        pytest.param(("+ - - +", "|  a  |"), ["+┄┄┄┄┄+", "|  a  |"], id="a-short-one-with-sides"),
        pytest.param(("+ - - -+- - - +",), ["+┄┄┄┄┄┄+┄┄┄┄┄┄+"], id="with-a-gap-at-one-corner"),
        pytest.param(("+-+-+", "~ a ~", "+-+-+"), ["+-+-+", "S a S", "+-+-+"], id="a-field-of-any-length"),
        pytest.param(("+---+", "|   |", "~ a ~", "|   |", "+---+"), ["+---+", "|   |", "S a S", "|   |", "+---+"],
                     id="torn-in-the-middle"),
        pytest.param(("+-+-+", "/   /", "/ a /", "+-+-+"), ["+-+-+", "S   S", "S a S", "+-+-+"],
                     id="slashes-for-sides"),
        pytest.param(("+-+-+", "~a|b~", "+-+-+"), ["+-+-+", "Sa|bS", "+-+-+"], id="two-fields-in-a-row"),
        pytest.param((".---.", "( a )", "'---'"), ["┌---┐", "│ a │", "└---┘"], id="a-stadium"),
        pytest.param((".---.", "(a  )", "(b  )", "`---'"), ["┌---┐", "│a  │", "│b  │", "└---┘"], id="a-tall-stadium"),
        pytest.param(("A---B---C x",), ["A───B───C x"], id="a-row-of-nodes"),
        pytest.param(("A---B", "     \\"), ["A───B", "     \\"], id="two-nodes-and-a-line"),
        pytest.param(("(A)---5---(B)",), ["(A)───5───(B)"], id="nodes-in-parentheses"),
        pytest.param(("A----B",), ["A────B"], id="two-nodes-alone"),
        pytest.param((" A'--B'--C' x", "/"), [' A"──B"──C" x', "/"], id="ticked-nodes-and-a-line"),
        pytest.param(("A .. a b ..> B",), ["A dd a b dd> B"], id="words-in-a-dotted-arrow"),
        pytest.param(("A <... (x) ... B",), ["A <ddd (x) ddd B"], id="and-in-one-that-points-back"),
        pytest.param(("|- - x - ->|",), ["|┄┄┄ x ┄┄┄>|"], id="words-in-dashes-with-gaps"),
        pytest.param(("|- - x y - - - ->|", "|<- - x -|"), ["|┄┄┄ x y ┄┄┄┄┄┄┄>|", "|<┄┄┄ x ┄|"],
                     id="halves-of-two-lengths-between-lines"),
        pytest.param(("A < - - x - - B",), ["A <┄┄┄┄ x ┄┄┄ B"], id="and-in-dashes-that-point-back"),
        pytest.param((" ^", "/_\\", " |"), [" △", "g│g", " |"], id="a-hollow-head"),
        pytest.param(("/_\\", " |"), ["g△g", " |"], id="a-hollow-head-without-its-apex"),
        pytest.param((" |", ".-.", "| |", "'-'", " |"), [" │", ".-.", "| |", "'-'", " │"], id="leads-of-a-resistor"),
        pytest.param((" .-.", "-' '-"), [" .-.", "─' '─"], id="feet-of-a-wave"),
        pytest.param(("      .--", " ...--'"), ["      .--", " ───--'"], id="the-low-end-of-a-curve"),
        pytest.param(("--.", "   '--...", "         '.."), ["--.", "   '--──.", "         '──"], id="a-falling-curve"),
        pytest.param(("    |", "|...'"), ["    |", "|───'"], id="dots-from-a-wall"),
        pytest.param(("o--",), ["○--"], id="a-letter-at-a-line"),
        pytest.param(("--o--",), ["--○--"], id="a-letter-in-a-line"),
        pytest.param(("|", "o"), ["|", "○"], id="a-letter-under-a-bar"),
        pytest.param((">o--",), [">○--"], id="a-letter-between-a-head-and-a-line"),
        pytest.param(("--(o)--",), ["--─◎─--"], id="a-ring-in-a-line"),
        pytest.param(("--(o)",), ["--─◎g"], id="a-ring-at-the-end"),
        pytest.param((" |", "-)-", " |"), [" |", "-R-", " |"], id="a-hop"),
        pytest.param((" |", "-(-", " |"), [" |", "-L-", " |"], id="a-hop-to-the-left"),
        pytest.param(("...>",), ["ddd>"], id="dots-with-a-head"),
        pytest.param((".....", ":   :"), ["╭ddd╮", ":   :"], id="dots-over-dotted-sides"),
        pytest.param(("+....+", ":    :", "+....+"), ["+dddd+", "D    D", "+dddd+"], id="a-box-of-dots"),
        pytest.param(("+....+..+", "|    !  |", "+....+..+"), ["+dddd+dd+", "|    D  |", "+dddd+dd+"],
                     id="dots-over-other-sides"),
        pytest.param((":    :", ":....:"), ["D    D", "╰dddd╯"], id="an-edge-of-dots-between-colons"),
        pytest.param((":    |", "'....'"), ["D    |", "╰dddd╯"], id="and-between-quotes"),
        pytest.param(("+~~~+", "! a !", "!   !", "'---'"), ["+~~~+", "┆ a ┆", "┆   ┆", "'---'"], id="sides-of-bangs"),
        pytest.param(("+--", ":", "!", "|"), ["+--", ":", "┆", "|"], id="a-bang-in-a-side"),
        pytest.param(("-.->",), ["┄┄┄>"], id="dash-dot"),
        pytest.param(("+-.->", "| |"), ["+-┬->", "| |"], id="a-branch-hangs-on-a-line"),
        pytest.param(("-.->", " '->"), ["-┬->", " '->"], id="a-branch-that-turns-at-once"),
        pytest.param(("  |", "<-'->"), ["  |", "<-┴->"], id="a-branch-stands-on-a-line"),
        pytest.param(("<-.-.->", "    |"), ["<┄┄┄┬┄>", "    |"], id="dashes-with-a-bar-under-one"),
        pytest.param(("<-.-.->", "  | |"), ["<-┬-┬->", "  | |"], id="two-branches"),
        pytest.param(("<- - -",), ["<┄┄┄┄┄"], id="dashes-with-gaps"),
        pytest.param(("|- - - - >|",), ["|┄┄┄┄┄┄┄┄>|"], id="dashes-and-a-head-after-a-gap"),
        pytest.param(("│◀ ─ ─ ─ ─│", "│━ ━ ▶│"), ["│◀┄┄┄┄┄┄┄┄│", "│┅┅┅┅▶│"], id="drawn-dashes-with-gaps"),
        pytest.param(("│<─ ─ ─ │", "│ - -->|"), ["│<┄┄┄┄┄┄│", "│ - -->|"], id="a-gap-before-a-line-is-the-last-one"),
        pytest.param(("| - - ->|", "| - - -> |", "|<- -  |"), ["|┄┄┄┄┄┄>|", "| ┄┄┄┄┄> |", "|<┄┄┄  |"],
                     id="a-gap-before-a-line-that-the-head-touches"),
        pytest.param(("┌ ─ ─ ─ ┐", "└ ─ ─ ─ ┘"), ["┌┄┄┄┄┄┄┄┐", "└┄┄┄┄┄┄┄┘"], id="corners-beside-gaps"),
        pytest.param(("+--+", "  ! ", "  v "), ["+--+", "  ┆", "  v"], id="an-exclamation-mark-and-a-head"),
        pytest.param(("+--+", "  ^ ", "  ! ", "+-+"), ["+--+", "  ^", "  ┆", "+-+"], id="one-that-points-up"),
        pytest.param(("in ->|a b|-> c", "x", "|q|<- p"), ["in ─>|a b|-> c", "x", "|q|<─ p"],
                     id="onto-words-between-bars"),
        pytest.param(("A - - > B",), ["A ┄┄┄┄> B"], id="two-dashes-and-a-head"),
        pytest.param(("A < - -> B",), ["A <┄┄┄┄> B"], id="two-dashes-and-two-heads"),
        pytest.param(("-->> <<==",), ["---> <==="], id="a-double-head"),
        pytest.param(("--->>>",), ["----->"], id="a-triple-head"),
        pytest.param(("|->> <<-+",), ["|--> <--+"], id="a-double-head-at-one-cell-of-line"),
        pytest.param(("<<->>",), ["<--->"], id="double-heads-at-both-ends"),
        pytest.param(("──►► ◄◄─┤",), ["───► ◄──┤"], id="a-drawn-double-head"),
    ],
)
def test_an_idiom_is_settled(rows: tuple[str, ...], expected: list[str]) -> None:
    assert settled(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("foo--",), id="the-end-of-a-word"),
        pytest.param(("-o file",), id="an-option"),
        pytest.param(("-o=, --out=", "-O=3"), id="an-option-with-its-value"),
        pytest.param(('"o" in over',), id="a-letter-in-quotes"),
        pytest.param(("f(o)",), id="a-call"),
        pytest.param(("-)-",), id="nothing-to-hop-over"),
        pytest.param(("wait...",), id="an-ellipsis"),
        pytest.param(("name......3.40",), id="a-leader"),
        pytest.param(("a.-b",), id="a-full-stop"),
        pytest.param(("/usr", "|"), id="a-path"),
        pytest.param(("see \\-b", "x \\- y"), id="a-backslash-before-a-hyphen"),
        pytest.param(("over", "\\- x"), id="no-tree"),
        pytest.param(("a---b is", "it---so---it"), id="dashes-in-prose"),
        pytest.param(("^_^", "/_\\"), id="no-line-under-a-triangle"),
        pytest.param(("a | b", ".-."), id="a-bar-between-words"),
        pytest.param(("x -.- y",), id="a-dot-that-nothing-leaves"),
        pytest.param((".---.", "(o) |", "'---'"), id="a-parenthesis-at-one-side"),
        pytest.param(("x - y - z",), id="minus-signs"),
        pytest.param(("..",), id="the-folder-above"),
        pytest.param(("  |", "--'~~"), id="unlike-lines-at-a-corner"),
        pytest.param(("a -.- b", "  view"), id="dash-dot-without-a-head"),
        pytest.param(("+---+", "| ! |", "+---+"), id="a-bang-in-a-box"),
        pytest.param(("+---+", "wow!", "+--+"), id="a-bang-behind-a-word"),
        pytest.param(("|   |", "|...|", "|   |"), id="more-rows"),
        pytest.param((":   :", ":...:", ":   :"), id="more-rows-between-colons"),
        pytest.param(("a +..+ b", "c    d"), id="dots-without-sides"),
        pytest.param(("a ->> b",), id="an-operator"),
        pytest.param(("cat <<-EOF >> x",), id="a-redirection"),
        pytest.param(("a >> b -- >>",), id="heads-without-a-line"),
        pytest.param(("--->>>>",), id="four-heads"),
        pytest.param(("+- -+", "|   |"), id="two-corners"),
        pytest.param(("+ - - + 3", "a+ - - +b", "+ - x"), id="sums"),
        pytest.param(("+---+", "~ a b", "+---+"), id="a-tilde-alone"),
        pytest.param(("+---+", "| ~/x ~/y |", "+---+"), id="paths-in-a-box"),
        pytest.param(("+--+  +--+", "~ text   ~", "+--+  +--+"), id="tildes-between-two-boxes"),
        pytest.param(("~ a ~", "+---+"), id="tildes-over-an-edge"),
        pytest.param(("  +----+", " /    /", "+----+"), id="leaning-sides"),
        pytest.param(("x--y--z", "x---y", "/a--b"), id="letters-with-few-hyphens"),
        pytest.param(("f(x)---g(x)---h(x)", "(one)--(two)---(three)"), id="calls-and-words-in-parentheses"),
        pytest.param(("|A---B|", "it's a'--b'--c'"), id="hyphens-in-a-cell-and-in-prose"),
        pytest.param(("- x - y ->", "well - - that - is ->"), id="no-half-alike"),
        pytest.param(("wait...--'", "so '..' it '...", "'../usr'"), id="an-ellipsis-in-quotes"),
        pytest.param(("end.", "it ...--' is", "'--...x"), id="dots-that-no-curve-has"),
        pytest.param(("name", "|-- 5 -|", " ab", " |--> c", "abc", " |-- d"), id="a-measure-an-arrow-no-first-letter"),
        pytest.param(("- > a", "x - - y", "x- - >", "- - >y"), id="a-list"),
        pytest.param(("hi!", "  !", "  v"), id="words-with-exclamation-marks"),
        pytest.param(("+--+", "  !", "  vx"), id="a-word-under-an-exclamation-mark"),
        pytest.param(("  !", "  v"), id="from-nothing"),
        pytest.param(("|a ->|b|", "|c ->|d|"), id="cells"),
        pytest.param(("│ ─ │ ─ │", "─ a ─ b", "─ ─", "a ─ ─ b", "│ ─ ─ │", "── ──"), id="cells-that-say-none"),
    ],
)
def test_text_is_left_alone(rows: tuple[str, ...]) -> None:
    assert settled(*rows) == [row.rstrip() for row in rows]


def test_a_row_of_nothing_is_the_same_object() -> None:
    rows = ("│ abc │", "└─────┘")
    assert settle(rows) is rows
