"""Signs of a text over and under lines: a word touches them, so they are text; other ones are corners and terminals."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch

_BOX = " +----------------+\n | a | b | c      |\n +----------------+"
_SHORT = " +-----------+\n | a         |\n +-----------+\n"
_FROM = "+---+\n| x |\n+---+\n  |\n"


def sketch_of(source: str) -> Sketch:
    sketch: Sketch = boxwright.render(source, kind="drawing").figure.sketch
    return sketch


def labels_of(source: str) -> list[str]:
    return [owned.label.text for owned in sketch_of(source).labels]


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param(" Fig. 1: The queue.\n" + _BOX, "Fig. 1: The queue.", id="a-point-over-a-corner"),
        pytest.param("  Fig. 1: The queue:\n" + _BOX, "Fig. 1: The queue:", id="a-colon-beside-a-corner"),
        pytest.param(" And the output is:\n" + _BOX, "And the output is:", id="a-colon-over-a-corner"),
        pytest.param(" Here: (a, b, c...):\n" + _BOX, "Here: (a, b, c...):", id="a-colon-behind-a-bracket"),
        pytest.param(" They are (or not).\n" + _BOX, "They are (or not).", id="a-point-behind-a-bracket"),
        pytest.param(" A queue, and so...\n" + _BOX, "A queue, and so...", id="three-points"),
        pytest.param(" text [..........]\n" + _BOX, "text [..........]", id="points-in-brackets"),
        pytest.param("It goes on.\n          |\n          v\n         x\n", "It goes on.", id="a-point-over-a-line"),
        pytest.param("   |\n   | 0..n\n+-----+\n| a   |\n+-----+\n", "0..n", id="how-many-over-a-corner"),
        pytest.param("┌────┐\n│    │\n└────┘\n f(a).\n     │\n     ▼\n", "f(a).", id="a-point-over-a-drawn-line"),
        pytest.param("   |\n   | 1..*\n+-------+\n| a     |\n+-------+\n", "1..*", id="many-over-a-corner"),
        pytest.param("+---+1    0..*+---+\n| a |---------| b |\n+---+         +---+\n", "0..*",
                     id="many-beside-a-corner"),
        pytest.param(" x^2 + y\n  |\n  +-- power\n", "x^2 + y", id="a-power"),
        pytest.param(" ^(a|b) c$\n |\n '-- start\n", "^(a|b) c$", id="a-caret-of-a-pattern"),
        pytest.param("  int *p\n      +-----+\n      |  7  |\n      +-----+\n", "int *p", id="a-star-over-a-corner"),
        pytest.param("  int **p\n      ||\n      |'-- a\n      '--- b\n", "int **p", id="two-stars-over-lines"),
        pytest.param("  *.txt\n  |\n  '-- glob\n", "*.txt", id="a-star-before-a-suffix"),
        pytest.param("  a/**/b\n    |\n    '-- glob\n", "a/**/b", id="two-stars-in-a-path"),
        pytest.param("  *p++ = *q;\n  |      |\n  |      '-- b\n  '-- a\n", "*p++ = *q;", id="stars-over-lines"),
        pytest.param("  c+d\n   |\n   '-- sum\n", "c+d", id="a-plus-over-a-line"),
        pytest.param("  C++ code\n   |\n   '-- name\n", "C++ code", id="two-pluses-over-a-line"),
        pytest.param("   .-- star\n   |\n   *.c\n", "*.c", id="a-star-under-a-line"),
        pytest.param("  ~/.foo/bar\n    |\n    '-- hidden\n", "~/.foo/bar", id="a-point-in-a-path"),
        pytest.param("      (8,B)\n     /     \\\n  (5,R)   (9,R)\n  /  \\\n (3,B)(6,B)\n", "(5,R)",
                     id="a-comma-in-a-tree"),
        pytest.param("nginx ──/api/*──▶ backend\n", "/api/*", id="a-star-in-a-line"),
        pytest.param("nginx --/static/*--> cdn\n", "/static/*", id="a-star-in-a-typed-line"),
        pytest.param("+---+-...-+---+\n| 0 |     | n |\n+---+-...-+---+\n", "...", id="points-in-an-edge"),
        pytest.param("+---+-...-+---+  a ...> b\n| 0 |     | n |\n+---+-...-+---+\n", "...", id="beside-an-arrow"),
        pytest.param("a <...> b\n+-------+\n| and so ...\n+----------+\n", "and so ...", id="points-under-a-gap"),
        pytest.param("├── a\n├── b\n'--... more\n", "... more", id="points-behind-a-branch"),
        pytest.param("+----------+\n| a (0...)  ...\n+-------------+\n", "...", id="points-over-an-edge"),
        pytest.param("ls | sort | uniq\n   |      |\n   |      '-- two\n   '-- one\n", "ls | sort | uniq", id="pipes"),
        pytest.param("      .-- bar\n      |\ncat a | sort\n", "cat a | sort", id="a-pipe-under-its-bar"),
        pytest.param("    .-- letter\n    |\n  x.o.k\n", "x.o.k", id="a-letter-of-a-path"),
        pytest.param("SELECT * FROM t\n       |      |\n       |      '-- b\n       '-- a\n", "SELECT * FROM t",
                     id="a-star-for-all"),
        pytest.param("a + b\n  |\n  '-- sum\n", "a + b", id="a-plus-for-a-sum"),
        pytest.param("f(a) * (b)\n     |\n     '-- product\n", "f(a) * (b)", id="a-star-between-brackets"),
        pytest.param("|\\_/\\_/\\_/\n| |  |  |\n| u  g  o\n", "o", id="a-letter-beside-letters"),
        pytest.param(" --> src/main.rs:4:20\n  |\n4 |  let s;\n  |\n", "--> src/main.rs:4:20",
                     id="the-place-of-an-error"),
        pytest.param("+------+-----+\n| tea  | --- |\n| cake |  2  |\n+------+-----+\n", "---",
                     id="a-cell-that-says-none"),
        pytest.param("+-----+------+\n| --- | tea  |\n+-----+------+\n", "---", id="in-the-first-column"),
        pytest.param("┌──────┬─────┬─────┐\n│ 茶   │ 1   │ 有  │\n│ 咖啡 │     │ --- │\n└──────┴─────┴─────┘\n", "---",
                     id="beyond-an-empty-cell"),
        pytest.param("     /\\\n ---<owns>---\n     \\/\n", "<owns>", id="angle-brackets-under-a-peak"),
        pytest.param("    /\\\n---<o>---\n    \\/\n", "<o>", id="angle-brackets-around-a-letter"),
        pytest.param(" 输出的是这些:\n" + _SHORT, "输出的是这些:", id="behind-a-wide-letter"),
        pytest.param(' He said "go".\n' + _SHORT, 'He said "go".', id="behind-a-quotation"),
        pytest.param(" And then, go!:\n" + _SHORT, "And then, go!:", id="behind-a-call"),
        pytest.param(" +49 30 1234\n" + _SHORT, "+49 30 1234", id="the-plus-of-a-number"),
        pytest.param("@@ -1,4 +1,4 @@\n +------+\n | foo  |\n +------+\n", "@@ -1,4 +1,4 @@",
                     id="a-plus-over-a-right-corner"),
        pytest.param(" +more\n" + _SHORT, "+more", id="the-plus-of-a-word"),
        pytest.param(" x ^= ~y & 0xFF\n" + _SHORT, "x ^= ~y & 0xFF", id="a-caret-that-assigns"),
        pytest.param("|x| = 3\n|\nv\ndone\n", "|x| = 3", id="bars-over-a-line"),
        pytest.param("   |\n   v\nb) |y| = 4\n", "b) |y| = 4", id="bars-under-a-head"),
        pytest.param(" |x| + |y|\n +-------+\n | norm  |\n +-------+\n", "|x| + |y|", id="bars-over-corners"),
        pytest.param("  p \\/ q   and  p /\\ q\n  ~p \\/ ~q\n", "~p \\/ ~q", id="or"),
        pytest.param("      || d\n  then  {  \\/ and /\\ }\n", "\\/ and /\\ }", id="or-behind-a-bracket"),
        pytest.param(" (a /\\ b)\n  +---+\n  | a |\n  +---+\n", "(a /\\ b)", id="and-over-a-box"),
        pytest.param("o---| |---o\n    + -\n", "+ -", id="poles-under-a-capacitor"),
        pytest.param("    +\no---||---o\n", "+", id="a-pole-over-one"),
        pytest.param("o--/\\/\\/\\--o\n  +     -\n", "+", id="poles-under-a-resistor"),
        pytest.param("Ship  [----------]   0%\n", "[----------]", id="a-bar-of-progress"),
        pytest.param("+----------------+\n| [====>----] 5% |\n+----------------+\n", "[====>----] 5%",
                     id="a-bar-of-progress-in-a-box"),
        pytest.param("o---[====]---o\n", "[====]", id="a-bar-in-a-line"),
        pytest.param("+-------+\n| a ^ b |\n| a | b |\n+-------+\n", "a ^ b", id="a-caret-over-a-bar-between-words"),
        pytest.param("+-------+\n| 2 | 5 |\n| 2 | 6 |\n| a v b |\n+-------+\n", "a v b",
                     id="a-v-under-bars-between-words"),
        pytest.param(" 甲 ^ 乙\n 甲 | 乙\n", "甲 ^ 乙", id="between-wide-words"),
        pytest.param("+---------+\n| <[^>]+> |\n| \\\\|/    |\n+---------+\n", "<[^>]+>",
                     id="what-a-pattern-leaves-out"),
        pytest.param(" [^a-z]\n  |\n  '-- not\n", "[^a-z]", id="a-class-over-a-bar"),
        pytest.param("  +---+\n  |   |\n (V)  R\n  |   |\n  +---+\n", "(V)", id="a-meter"),
        pytest.param("  |\n (v)\n  |\n", "(v)", id="a-letter-in-parentheses"),
        pytest.param("  |\n  |\n [v]\n  |\n  |\n", "[v]", id="a-letter-in-brackets"),
        pytest.param("  |\n  |\n [+]\n  |\n  |\n", "[+]", id="a-plus-in-brackets"),
    ],
)
def test_the_signs_of_a_text_are_text(source: str, label: str) -> None:
    assert label in labels_of(source)


@pytest.mark.parametrize(
    ("source", "inked"),
    [
        pytest.param(" a.--+\n  |  |\n b'--+\n", {(0, 2), (2, 2)}, id="a-corner-that-a-word-touches"),
        pytest.param("  --.end\n    |\n  --'\n", {(0, 4)}, id="a-corner-before-a-word"),
        pytest.param(_FROM + "  *name\n  |\n  v\n", {(4, 2)}, id="a-terminal-in-a-line"),
        pytest.param(_FROM + " 1+2\n  |\n  v\n", {(4, 2)}, id="a-tick-in-a-line"),
        pytest.param("a ──*──▶ b\n", {(0, 4)}, id="a-star-in-a-line"),
        pytest.param("a --(*)--> b\n", {(0, 5)}, id="a-ring-in-a-line"),
        pytest.param("+---+\n|   |\n+---+\n  |\n (*)\n  |\n  v\n", {(4, 2)}, id="a-ring-in-an-upright-line"),
        pytest.param(" .-----.\n(   +   )\n '--|--'\n", {(2, 4)}, id="a-cloud-with-a-sign-in-it"),
        pytest.param("  *   *\n  |   |\n  +---+\n", {(0, 2), (0, 6)}, id="stars-alone"),
        pytest.param("   .--.\n  (    ).\n (  ab   )\n  '-----'\n", {(1, 8)}, id="the-puff-of-a-cloud"),
        pytest.param("   .---o\n   |\n   o---.\n       |\n", {(0, 3), (2, 7)}, id="corners-of-lines"),
        pytest.param(_FROM + "  +a\n  |\n  +b\n  |\n  v\n", {(4, 2), (6, 2)}, id="ticks-with-names"),
        pytest.param("a --+\n yes | no\n     |\n     '--> b\n", {(1, 5)}, id="an-arrow-named-on-both-sides"),
        pytest.param(" a | b\n   |\n---+---\n", {(1, 3)}, id="a-table-of-two"),
        pytest.param("  _.-'\"'-._\n .'       '.\n(           )\n '._     _.'\n    '-...-'\n", {(4, 6), (4, 7), (4, 8)},
                     id="the-bottom-of-a-ring"),
        pytest.param(" :     v\n .......\n", {(1, 1), (1, 4)}, id="a-line-of-points"),
        pytest.param("  ...>\n", {(0, 3)}, id="an-arrow-of-points"),
        pytest.param(" --> api:8080\n", {(0, 2)}, id="an-arrow-to-a-host"),
        pytest.param("+-----+-----+\n| abc | def |\n| --- | --- |\n| 1   | 2   |\n+-----+-----+\n", {(2, 3), (2, 9)},
                     id="rules"),
        pytest.param("+-----+\n| abc |\n| --- |\n| 1   |\n+-----+\n", {(2, 3)}, id="a-rule-in-a-box"),
        pytest.param("+---+     +-----+\n| a |     | abc |\n| b |     | --- |\n+---+     +-----+\n", {(2, 13)},
                     id="a-rule-in-a-box-beside-another"),
        pytest.param(_FROM + "a * b\n  |\n  v\n", {(4, 2)}, id="a-terminal-with-words-at-both-sides"),
        pytest.param("| | | |\n| | | |\no * o v\n", {(2, 2)}, id="terminals-and-a-head"),
        pytest.param("  *   *\n  |   |\n  +---+ sum\n", {(0, 2), (0, 6)}, id="stars-over-a-line"),
        pytest.param("---+---+\n   |   |\n   |   |\n   a   o\n", {(3, 7)}, id="a-ring-beside-a-name"),
        pytest.param(" yes ^ no\n     |\n     |\n   +---+\n   | a |\n   +---+\n", {(0, 5)}, id="a-head-between-words"),
        pytest.param(" ^up\n |\n +---+\n", {(0, 1)}, id="a-head-that-a-word-touches"),
        pytest.param(" yes | no\n     v\n   +---+\n   | a |\n   +---+\n", {(1, 5)}, id="a-head-under-words"),
        pytest.param(" a | b\n c | d\n   v\n", {(2, 3)}, id="a-head-under-two-columns"),
        pytest.param("  |\n  |\n (o)\n  |\n", {(2, 2)}, id="a-ring-in-parentheses"),
        pytest.param("o---| |---o\n    +\n    |\n", {(1, 4)}, id="a-corner-under-a-capacitor"),
        pytest.param("a <--x--> b\n", {(0, 2), (0, 8)}, id="heads-around-a-line-with-a-word"),
        pytest.param("     .\n    / \\\n---< a >---\n    \\ /\n     '\n", {(2, 3), (2, 7)},
                     id="the-sides-of-a-diamond"),
        pytest.param("  +---+\n  | a |\n b+---+c\n", {(2, 2), (2, 6)}, id="corners-with-letters"),
        pytest.param("+foo\n|\n+bar\n|\n+baz\n", {(2, 0)}, id="ticks-from-the-first-row-on"),
        pytest.param("+a---+\n|    |\n+----+\n", {(0, 0)}, id="a-corner-with-a-title"),
        pytest.param("+-+\n|x|\n+-+\n  |\n  v\n", {(1, 0), (1, 2)}, id="the-walls-of-a-cell"),
        pytest.param("    |____\n____|    |\n|________|\n", {(2, 0), (2, 9)}, id="low-lines-between-bars"),
        pytest.param("  \\    /\n a \\  / b\n  p \\/ q\n", {(2, 4), (2, 5)}, id="a-valley-between-words"),
        pytest.param("  a /\\ b\n   /  \\\n  /    \\\n x      y\n", {(0, 4), (0, 5)}, id="a-peak-between-words"),
        pytest.param(" up ^\n    |\n    x\n", {(0, 4)}, id="a-head-behind-a-word"),
    ],
)
def test_signs_of_lines_are_ink(source: str, inked: set[tuple[int, int]]) -> None:
    sketch = sketch_of(source)
    said = {(o.label.row, o.label.column + k) for o in sketch.labels for k in range(o.label.columns)}
    assert not inked & said


def test_three_hyphens_between_two_boxes_are_a_line() -> None:
    source = "+------+     +-------+\n| menu | --- | queue |\n+------+     +-------+"
    assert boxwright.render(source).description == "The diagram shows menu and queue. A line joins menu and queue."
