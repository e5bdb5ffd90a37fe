"""Arms that find no line, terminals, and what touches what: pictures -> wires and labels."""
from __future__ import annotations

from itertools import pairwise

import pytest

import boxwright
from boxwright.model import Sketch


def sketch_of(source: str) -> Sketch:
    figure = boxwright.render(source, kind="drawing").figure
    sketch: Sketch = figure.sketch
    return sketch


def pieces(source: str) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the straight pieces of all wires, in half-cells, run on to what they touch."""
    found = set()
    for wire in sketch_of(source).wires:
        path = [*([wire.start_to] if wire.start_to else []), *wire.path, *([wire.end_to] if wire.end_to else [])]
        found |= {(min(a, b), max(a, b)) for a, b in pairwise(path) if a != b}
    return found


def texts(source: str) -> list[str]:
    return [owned.label.text for owned in sketch_of(source).labels]


@pytest.mark.parametrize(
    ("source", "arms"),
    [
        pytest.param("├──┤", {((1, 0), (1, 1)), ((1, 1), (1, 2)), ((7, 0), (7, 1)), ((7, 1), (7, 2))}, id="dimension"),
        pytest.param("└┬─", {((1, 0), (1, 1)), ((3, 1), (3, 2))}, id="ticks-of-an-axis"),
        pytest.param("a\n├─ b\n└─ c", {((1, 2), (1, 3))}, id="a-trunk-hangs-from-its-folder"),
        pytest.param("─┬─\n───", {((3, 1), (3, 3))}, id="up-to-a-line-right-behind"),
    ],
)
def test_an_arm_that_finds_no_line_is_drawn(
    source: str, arms: set[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    assert arms <= pieces(source)


@pytest.mark.parametrize("source", ["+--+", "--+--", "╭──╮", "┌──┐\n└──┘", "│\n├── a\n└── b\n", "├ text"])
def test_other_glyphs_have_no_arms_to_spare(source: str) -> None:
    """No piece is as short as half a cell, but those in which a line fills its own cell."""
    assert not {(a, b) for a, b in pieces(source) if a[0] == b[0] and b[1] - a[1] == 1 and "│" not in source}


@pytest.mark.parametrize(
    ("source", "not_drawn"),
    [
        pytest.param("+---+---+\n| 1 | o-+-->\n+---+---+", ((13, 1), (13, 3)), id="up-to-an-edge"),
        pytest.param("+-----+\n| o---+--> a\n+-----+", ((1, 3), (5, 3)), id="across-a-blank-to-a-wall"),
        pytest.param("──●──●──\n     └─○ wip", ((15, 1), (15, 3)), id="up-to-a-line"),
        pytest.param("  <---\n  *--> a", ((5, 1), (5, 3)), id="up-to-a-head"),
        pytest.param("o─┤ A ├─o\n        +---+\n        | b |\n        +---+", ((17, 1), (17, 3)), id="to-a-corner"),
    ],
)
def test_a_terminal_ends_one_line(source: str, not_drawn: tuple[tuple[int, int], tuple[int, int]]) -> None:
    assert not_drawn not in pieces(source)
    assert not any(word in "o*" for word in texts(source))


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("[A]--no-->[B]", ["[A]", "no", "[B]"], id="touching"),
        pytest.param("(start) --ok--> (end)", ["(start)", "ok", "(end)"], id="after-a-blank"),
        pytest.param("A -- text here --> B", ["A", "text here", "B"], id="with-blanks"),
        pytest.param("B <--ok-- A", ["B", "ok", "A"], id="back"),
        pytest.param("A ==yes==> B", ["A", "yes", "B"], id="double"),
        pytest.param("(甲)--下单-->(乙)", ["(甲)", "下单", "(乙)"], id="chinese"),
        pytest.param("git log --oneline -- path", ["git log --oneline -- path"], id="flags"),
        pytest.param("x --no-cache --> y", ["x --no-cache", "y"], id="a-flag-before-an-arrow"),
        pytest.param("<!-- more -->", ["<!-- more -->"], id="a-comment"),
        pytest.param("a--b-->c", ["a--b-->c"], id="between-words"),
        pytest.param("one -- two ---> three", ["one -- two", "three"], id="a-dash-and-an-arrow"),
    ],
)
def test_words_in_an_arrow(source: str, labels: list[str]) -> None:
    assert texts(source) == labels


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param(".\n├── bin\n└── lib", [".", "bin", "lib"], id="root"),
        pytest.param(".\n|-- bin\n`-- lib", [".", "bin", "lib"], id="typed-root"),
        pytest.param(".\n│\n└── lib", [".", "lib"], id="over-a-trunk"),
        pytest.param(".git/\n├── x", [".git/", "x"], id="a-hidden-folder"),
        pytest.param("│ 1g.10gb\n└──┬─┘\n   │", ["1g.10gb"], id="a-number"),
        pytest.param(" .--.\n |  |\n '--'", [], id="round-corners"),
        pytest.param("   .\n   |\n.--+--.\n|     |", [], id="an-end-of-a-line"),
    ],
)
def test_a_point_over_a_line(source: str, labels: list[str]) -> None:
    assert [text for text in texts(source) if text != "│"] == labels


def test_a_typed_rule_meets_the_walls_that_it_touches() -> None:
    whole = sketch_of("+------+\n| USER |\n|------|\n| id   |\n+------+").dividers
    apart = sketch_of("+------+\n| USER |\n| ---- |\n| id   |\n+------+").dividers
    assert [(d.stroke.start, d.stroke.stop) for d in (*whole, *apart)] == [(0, 7), (2, 5)]


def test_a_word_in_a_line_keeps_half_of_the_blanks_around_it() -> None:
    assert "H52M76" in boxwright.render("a <--- is ---> b").output        # the word takes 56 to 72


def test_an_arm_that_was_set_under_its_box_is_no_longer_there() -> None:
    source = "┌─────┐\n│ box │\n└─────┘\n       └──► out"
    assert ((15, 6), (15, 7)) not in pieces(source)
    assert ((9, 5), (9, 7)) in pieces(source), "it begins at the box's edge"


@pytest.mark.parametrize("source", ["──┬──▶ a\n   │\n   ▼\n   b", "   │\n──┴──▶ a"], ids=["down", "up"])
def test_an_arm_stands_not_beside_the_line_it_was_typed_for(source: str) -> None:
    assert not any(a[0] == b[0] == 5 for a, b in pieces(source))


@pytest.mark.parametrize("source", ["tool -v --verbose --out FILE --> run", "git --no-pager log --> less"])
def test_a_flag_before_an_arrow_is_a_word(source: str) -> None:
    assert texts(source)[0] == source.partition(" -->")[0]


@pytest.mark.parametrize(
    ("source", "is_bent"),
    [
        pytest.param("o-----o-----o\nv1    v2    v3", False, id="a-line-of-versions"),
        pytest.param("main\no----o", False, id="a-branch-with-its-name"),
        pytest.param("●──●\na  b", False, id="drawn-terminals"),
        pytest.param("+-----+-----+\n0     5    10", False, id="a-ruler"),
        pytest.param("+=====+\n0     5", False, id="a-double-ruler"),
        pytest.param("a     b\n+-----+", False, id="under-its-marks"),
        pytest.param("+-----+----->\n0     5     t", False, id="an-axis"),
        pytest.param("root\n +-- a", True, id="a-corner-under-a-root"),
        pytest.param("a ----+\n      b", True, id="a-corner-over-a-name"),
        pytest.param("┌─────┐\n0     5", True, id="corners-chosen"),
    ],
)
def test_a_line_bends_to_no_text_that_names_its_end(source: str, is_bent: bool) -> None:
    assert any(a[0] == b[0] for a, b in pieces(source)) == is_bent


@pytest.mark.parametrize(
    ("source", "drops"),
    [
        pytest.param("   |\n+--+--+\na     b", {1, 13}, id="a-fork"),
        pytest.param("a     b\n+--+--+\n   |", {1, 13}, id="a-join"),
        pytest.param("   |\n+--+--+\n0     5", set(), id="a-ruler-with-a-pointer"),
        pytest.param("+--R--+\nV     C\n+-----+", {1, 13}, id="a-bar-with-one-opposite"),
    ],
)
def test_which_ends_bend_to_their_texts(source: str, drops: set[int]) -> None:
    assert {a[0] for a, b in pieces(source) if a[0] == b[0]} - {7} == drops


def test_marks_beside_an_upright_ruler_are_not_run_into() -> None:
    assert not any(a[1] == b[1] for a, b in pieces("10 +\n   |\n 5 +\n   |\n 0 +"))


@pytest.mark.parametrize("source", ["+--+\n|a |\n+--+\n\n+---", "+--+\n|a |\n+--+\n\n+--\n|"])
def test_a_plus_reaches_no_wall_across_a_blank(source: str) -> None:
    assert not any(a[0] == b[0] and a[1] < 7 < b[1] for a, b in pieces(source))


@pytest.mark.parametrize(
    ("source", "uprights"),
    [
        pytest.param("o--o--o\no--o", set(), id="branches-of-a-history"),
        pytest.param("o--o\no--o\no--o\no--o", set(), id="four-rows-alike"),
        pytest.param("●──●──●\n●──●──●", set(), id="drawn-terminals"),
        pytest.param("o--> a\n*--> b", set(), id="the-terminals-of-a-key"),
        pytest.param("●── a\n●── b", set(), id="a-drawn-key"),
        pytest.param("o--o\n|  |\no--o", {((1, 1), (1, 5)), ((7, 1), (7, 5))}, id="a-box-with-sides"),
        pytest.param("o--o\n|  |\no--o\no--o", {((1, 1), (1, 5)), ((7, 1), (7, 5))}, id="a-row-under-a-box"),
        pytest.param("*--+\n   |\n*--+", {((7, 1), (7, 5))}, id="a-line-that-turns"),
    ],
)
def test_terminals_under_one_another_are_not_joined(source: str, uprights: set[object]) -> None:
    assert {(a, b) for a, b in pieces(source) if a[0] == b[0]} == uprights


@pytest.mark.parametrize(
    ("source", "column", "is_tied"),
    [
        pytest.param("┌────────┐\n│ ├── a  │\n│ └── b  │\n└────────┘", 5, False, id="a-tree-in-the-first-row"),
        pytest.param("┌────────┐\n│ └── b  │\n│        │\n└────────┘", 5, False, id="a-branch-in-the-first-row"),
        pytest.param("╭────────╮\n│ ╰── b  │\n╰────────╯", 5, False, id="a-round-branch"),
        pytest.param("┌────────┐\n│        │\n│ └── b  │\n└────────┘", 5, False, id="a-row-lower"),
        pytest.param("┌───┐\n│ A │\n└───┘\n├── x\n└── y", 1, False, id="a-tree-under-a-corner"),
        pytest.param("┌───┐\n│ A │\n└───┘\n└── y", 1, False, id="a-branch-under-a-corner"),
        pytest.param("┌─────┐\n│  A  │\n└─────┘\n  ├── x\n  └── y", 5, True, id="a-tree-under-an-edge"),
        pytest.param("┌─────┐\n│  A  │\n└─────┘\n  └── y", 5, True, id="a-branch-under-an-edge"),
        pytest.param("┌───┐\n│ A │\n└───┘\n└──► B", 1, True, id="an-arrow-from-a-corner"),
        pytest.param("┌───┐\n│ A │\n├───┘\n├── x\n└── y", 1, True, id="a-corner-that-goes-on"),
        pytest.param("┌─┬──────┐\n│ ├── a  │\n│ └── b  │\n└────────┘", 5, True, id="a-tee-in-the-roof"),
        pytest.param("+--------+\n|        |\n+--------+\n└── b", 1, True, id="a-typed-corner-offers-all"),
    ],
)
def test_a_tree_is_tied_to_no_wall_that_offers_it_nothing(source: str, column: int, is_tied: bool) -> None:
    rows = source.split("\n")
    x = column // 2
    y = next(y for y, row in enumerate(rows) if y and row[x] in "├└╰" and rows[y][x + 1 : x + 3] == "──"
             and rows[y][x + 3] in " ►")
    wall = 2 * max(k for k in range(y) if rows[k][x] in "─└┘├┬+") + 1
    assert any(a[0] == b[0] == column and a[1] <= wall < b[1] for a, b in pieces(source)) == is_tied
