"""Where two slopes meet: the bar or the head that leads on, and what is a tip or a name."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.ink.sketch import sketch
from boxwright.model import Sketch
from boxwright.text.grid import read_grid


def seen(source: str) -> Sketch:
    return sketch(read_grid(source))[2]


def texts(source: str) -> list[str]:
    return [owned.label.text for owned in seen(source).labels]


@pytest.mark.parametrize(
    ("source", "sides"),
    [
        pytest.param("A     B\n \\   /\n  \\ /\n   v\n +---+\n | C |\n +---+", ["S"], id="onto-a-box"),
        pytest.param(" A B\n \\ /\n  V\n merge", ["S"], id="onto-a-word-in-one-row"),
        pytest.param(" merge\n   ^\n  / \\\n /   \\\nA     B", ["N"], id="upwards"),
        pytest.param(" \\   /\n  \\ /\n   ▼\n  丙", ["S"], id="a-drawn-head-over-a-wide-word"),
        pytest.param("A  B  C\n \\ | /\n  \\|/\n   v\n+-----+\n|  D  |\n+-----+", ["S"], id="with-a-bar-between"),
        pytest.param("a    ^    b\n    / \\\n   /   \\\n  /_____\\", [], id="a-mountain"),
        pytest.param(" Alps\n  ^\n / \\\n/___\\", [], id="a-mountain-with-a-name"),
        pytest.param(" top\n  ^\n / \\\n<   >\n \\ /\n  v\n end", [], id="a-diamond-of-heads"),
        pytest.param("  ^\n / \\\n2   3", [], id="a-power"),
    ],
)
def test_a_head_where_two_slopes_meet(source: str, sides: list[str]) -> None:
    assert [head.side for head in seen(source).heads] == sides


def test_both_slopes_lead_to_what_the_head_points_at() -> None:
    source = (" +---+   +---+\n | A |   | B |\n +---+   +---+\n     \\   /\n      \\ /\n       v\n"
              "     +---+\n     | C |\n     +---+")
    assert "Arrows lead from A and B to C." in boxwright.render(source).description


def test_a_letter_between_slopes_that_points_at_nothing_is_a_name() -> None:
    assert texts("u     w\n \\   /\n  \\ /\n   v") == ["u", "w", "v"]


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("+---+\n| a |\n+---+\n  |\n / \\\n/   \\", ["a"], id="from-a-box"),
        pytest.param(" net\n  |\n / \\\nL   R", ["net", "L", "R"], id="from-a-word"),
        pytest.param(" left  right\n   \\   /\n    \\ /\n     |\n   sum", ["left", "right", "sum"], id="to-a-word"),
    ],
)
def test_a_bar_at_an_apex_is_a_line(source: str, labels: list[str]) -> None:
    assert texts(source) == labels


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("a | b\n / \\", id="nothing-over-it"),
        pytest.param("x|y\n/ \\", id="between-words"),
        pytest.param("or\n |\n/ \\", id="slopes-to-nothing"),
        pytest.param(" ^ up\n/ \\", id="a-caret-with-a-word-beside"),
    ],
)
def test_other_bars_over_slashes_are_text(source: str) -> None:
    assert not any(stroke.axis in "ud" for stroke in seen(source).strokes)


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("+---+\n| x |\n+---+\n / \\\ny   z", ["x", "y", "z"], id="from-a-box-to-words"),
        pytest.param("  +---+\n  | x |\n  +---+\n  /   \\\n+---+ +---+\n| a | | b |\n+---+ +---+", ["x", "a", "b"],
                     id="between-boxes"),
        pytest.param(" name   addr\n   \\    /\n +--------+\n | person |\n +--------+", ["name", "addr", "person"],
                     id="onto-a-box"),
        pytest.param(".---.\n| x |\n'---'\n  \\\n   y", ["x", "y"], id="one-slope"),
        pytest.param("+---+\n| x |\n+---+\n  \\    +---+\n   y   | z |\n       +---+", ["x", "y", "z"],
                     id="one-slope-beside-a-box"),
        pytest.param("+---+\n| x |\n+---+\n  /\n  \\\n  /\n+---+\n| y |\n+---+", ["x", "y"], id="a-zigzag"),
        pytest.param(" .-.\n '-'\n /|\\\n  |\n / \\\n Ann", ["Ann"], id="arms-under-a-head-of-corners"),
        pytest.param("+---+\n| a |\n+---+\n /|\\\nb c d", ["a", "b", "c", "d"], id="three-from-a-box"),
    ],
)
def test_a_fork_of_one_row_is_joined_to_boxes(source: str, labels: list[str]) -> None:
    assert texts(source) == labels


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param("+-------+\n|  / \\  |\n+-------+", "/ \\", id="in-a-box"),
        pytest.param("+-----+\n| a   |\n+-----+\n| / b |\n|x    |\n+-----+", "/ b", id="under-a-divider"),
        pytest.param("Path\n----\n  /\n x", "/", id="under-a-rule"),
        pytest.param("+------+\n| x    |\n+------+\n a / b\n c", "a / b", id="a-choice-under-a-box"),
        pytest.param("+---+\n| x |\n+---+\n  /\n\n", "/", id="to-nothing"),
        pytest.param("+-----+\n|  /  |\n|  \\  |\n+-----+", "\\", id="over-its-like-in-a-box"),
        pytest.param("+---+------+\n| / | find |\n| \\ | quit |\n+---+------+", "\\", id="over-its-like-in-a-table"),
        pytest.param(" ----\n/  a\n\\  b", "/", id="over-its-like-under-a-rule"),
        pytest.param("+-----+\n| vim |\n+-----+\n /   find\n n   next", "/", id="a-list-of-keys"),
        pytest.param("+-----+\n| web |\n+-----+\n /   -> home\n /us -> we", "/", id="a-list-of-routes"),
        pytest.param("+-----+\n| dir |\n+-----+\n us   /\n we   /we", "/", id="behind-a-word"),
        pytest.param("          +---+\n          | x |\n          +---+\nlocation /", "location /",
                     id="under-a-corner"),
        pytest.param(" +------+\n | root |\n +------+\n  /    \\\na/      b/", "\\", id="half-of-a-fork"),
    ],
)
def test_a_slash_at_an_edge_may_be_text(source: str, label: str) -> None:
    assert label in texts(source)


@pytest.mark.parametrize(
    ("source", "sides"),
    [
        pytest.param("+-----+\n| box |\n+-----+\n  ^ ^\n /   \\\nA     B", ["↗", "↖"], id="up"),
        pytest.param("  A\n   \\\n    ▼\n+------+\n| box  |\n+------+", ["↘"], id="a-drawn-head"),
        pytest.param("A     B\n \\   /\n  v v\n+-----+\n| box |\n+-----+", ["↙", "↘"], id="down"),
        pytest.param("+---+\n| C |\n+---+\n  ^\n / \\\nA   B", ["N"], id="one-for-both"),
        pytest.param("+---+\n| C |\n+---+\n  ^\n  |\n  a", ["N"], id="a-bar"),
        pytest.param("+---------+\n| f(a, b) |\n|   ^     |\n|  and/or |\n+---------+", [], id="a-caret-in-a-box"),
    ],
)
def test_a_head_lies_along_the_slope_that_comes_to_it(source: str, sides: list[str]) -> None:
    assert sorted(head.side for head in seen(source).heads) == sorted(sides)


@pytest.mark.parametrize(
    ("source", "labels", "heads"),
    [
        pytest.param(" \\ | /\n  vvv\n-->o<--\n  ^^^\n / | \\", [], 8, id="around-a-node"),
        pytest.param("A B C\n\\ | /\n vvv\n  D", ["A", "B", "C", "D"], 3, id="short-ones"),
        pytest.param("\\ | /\n vvv\n[ x ]", ["[ x ]"], 3, id="onto-a-word"),
        pytest.param("[ x ]\n ^^^\n/ | \\", ["[ x ]"], 3, id="up-to-a-word"),
        pytest.param("\\ |\n vv\n[ab]", ["[ab]"], 2, id="two"),
        pytest.param(" |\nvvv", ["|", "vvv"], 0, id="a-word-under-a-bar"),
        pytest.param("a | b\n vvv", ["a | b", "vvv"], 0, id="between-words"),
        pytest.param("\\ |\n vview", ["\\ |", "vview"], 0, id="the-start-of-a-word"),
        pytest.param("/ | \\\n vvv", ["/ | \\", "vvv"], 0, id="slopes-that-part"),
    ],
)
def test_letters_side_by_side_are_heads_of_three_lines(source: str, labels: list[str], heads: int) -> None:
    assert texts(source) == labels
    assert len(seen(source).heads) == heads


def test_signs_within_a_name_are_of_the_name() -> None:
    found = seen("     [0,3]\n      / \\\n  [0,1] [2,3]\n   / \\   / \\\n  0   1 2   3")
    assert sum(stroke.axis in "ud" for stroke in found.strokes) == 6
    assert [owned.label.text for owned in found.labels] == ["[0,3]", "[0,1]", "[2,3]", "0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("source", "hollow"),
    [
        pytest.param("+------+\n| Base |\n+------+\n   /\\\n  /__\\\n   |\n+------+\n| Sub  |\n+------+", [True],
                     id="large"),
        pytest.param("+------+\n| Base |\n+------+\n   ^\n  / \\\n  ---\n   |\n+------+\n| Sub  |\n+------+", [True],
                     id="a-caret-and-hyphens"),
        pytest.param(" Base\n  /\\\n /__\\\n   |\n  Sub", [True], id="to-a-word"),
        pytest.param("  /\\\n /__\\\n |  |\n |__|", [], id="a-house"),
        pytest.param("  /\\\n /__\\\n  ||", [], id="a-tree"),
        pytest.param("  ^\n / \\\n ---\n a", [], id="a-power-over-a-line"),
    ],
)
def test_a_triangle_between_an_edge_and_a_line_is_a_hollow_head(source: str, hollow: list[bool]) -> None:
    assert [head.hollow for head in seen(source).heads] == hollow
