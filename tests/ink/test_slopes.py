"""Slopes, arcs and low lines: where they run, and where they are text."""
from __future__ import annotations

from typing import Final

import pytest

import boxwright
from boxwright.ink.sketch import sketch
from boxwright.model import Sketch
from boxwright.text.grid import read_grid


def seen(*rows: str) -> Sketch:
    return sketch(read_grid("\n".join(rows)))[2]


def paths(*rows: str) -> list[tuple[tuple[int, int], ...]]:
    return [wire.path for wire in seen(*rows).wires]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((" /", "/"), [((4, 0), (0, 4))], id="from-corner-to-corner"),
        pytest.param(("\\", " \\"), [((0, 0), (4, 4))], id="the-other-way"),
        pytest.param(("  +--", " /", "/"), [((9, 1), (5, 1), (0, 6))], id="into-a-node"),
        pytest.param(("|", "|", " \\", "  \\"), [((1, 1), (1, 3), (6, 8))], id="out-of-a-bar"),
        pytest.param(("   ___", "__/"), [((12, 2), (6, 2), (4, 4), (0, 4))], id="between-low-lines"),
        pytest.param((" /\\", "/  \\"), [((0, 4), (4, 0), (8, 4))], id="an-apex"),
        pytest.param((" /\\", "/__\\"), [((4, 0), (0, 4), (8, 4), (4, 0))], id="a-base-between-the-feet"),
        pytest.param(("\\__/",), [((0, 0), (2, 2), (6, 2), (8, 0))], id="a-cup"),
        pytest.param((" _", "| |_"), [((1, 4), (1, 2), (5, 2), (5, 4), (8, 4))], id="a-wave"),
    ],
)
def test_where_a_slope_runs(rows: tuple[str, ...], expected: list[tuple[tuple[int, int], ...]]) -> None:
    assert [set(path) for path in paths(*rows)] == [set(path) for path in expected]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param((" /\\", "/a \\", "\\  /", " \\/"), ["a"], id="a-diamond-of-four"),
        pytest.param(("  /\\", " /E2\\", "/____\\"), ["E2"], id="a-word-from-side-to-side"),
        pytest.param(("   /\\", "  /  \\", " /----\\", "/ End. \\"), ["End."], id="a-word-in-a-pyramid"),
        pytest.param((" ------", "/ moo! \\", "\\ moo? /", " ------"), ["moo!", "moo?"], id="words-in-a-bubble"),
    ],
)
def test_a_word_may_touch_the_sides_of_a_shape(rows: tuple[str, ...], labels: list[str]) -> None:
    assert [owned.label.text for owned in seen(*rows).labels] == labels


@pytest.mark.parametrize(
    ("rows", "slopes", "labels"),
    [
        pytest.param(("  8", " / \\", "3   10"), 2, ["8", "3", "10"], id="a-tree-of-numbers"),
        pytest.param(("   8", " /   \\", "3     10"), 2, ["8", "3", "10"], id="a-wide-tree"),
        pytest.param(("  root", " /    \\", "left  right"), 2, ["root", "left", "right"], id="a-tree-of-words"),
        pytest.param(("  __3__", " /     \\", "5       1"), 2, ["3", "5", "1"], id="a-tree-with-arms"),
        pytest.param(("    a.com/x", "   /       \\", "b.com/y   c.com/z"), 2, ["a.com/x", "b.com/y", "c.com/z"],
                     id="a-tree-of-addresses"),
        pytest.param(("   10.0/8", "    /  \\", "  /10  /12"), 2, ["10.0/8", "/10", "/12"], id="a-tree-of-netmasks"),
        pytest.param((" a/b", " / \\", "a   b"), 2, ["a/b", "a", "b"], id="a-slash-in-a-word"),
        pytest.param((" my-host", " /     \\", "eth-0  eth-1"), 2, ["my-host", "eth-0", "eth-1"], id="hyphens"),
        pytest.param(("     root", "    /    \\", " +---+   leaf/x", " | a |", " +---+"), 2, ["root", "leaf/x", "a"],
                     id="one-of-them-to-a-box"),
        pytest.param(("  a", " / \\", "b"), 0, ["a", "/ \\", "b"], id="half-of-a-fork"),
        pytest.param(("  /usr", " /    \\", "/usr/a  /usr/b"), 0, ["/usr", "/", "\\", "/usr/a", "/usr/b"],
                     id="the-first-slash-of-a-path"),
        pytest.param(("  B---C topic", " /", "A---D"), 1, ["B", "C topic", "A", "D"], id="a-graph-of-letters"),
    ],
)
def test_slopes_run_from_word_to_word(rows: tuple[str, ...], slopes: int, labels: list[str]) -> None:
    found = seen(*rows)
    assert sum(stroke.axis in "ud" for stroke in found.strokes) == slopes
    assert [owned.label.text for owned in found.labels] == labels


def test_an_arc_between_two_slopes_is_the_waist_of_one_ring() -> None:
    assert len(seen("  .---.", " /     \\", "(       )", " \\     /", "  '---'").wires) == 1


def test_a_slope_into_a_bar_is_smooth_only_where_it_is_round_elsewhere() -> None:
    house, tank = seen(" /\\", "/  \\", "|  |", "|  |"), seen("  .--.", " /    \\", " |    |", " |    |")
    assert not any(wire.smooth for wire in house.wires)
    assert any((3, 3) in wire.smooth for wire in tank.wires)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((" .-.", "(   )", " '-'"), id="arcs"),
        pytest.param(("  .-.", " /   \\", "|     |", " \\   /", "  '-'"), id="slopes-and-bars"),
        pytest.param(("   .-----.", " .'       '.", "/           \\", "\\           /", " '.       .'", "   '-----'"),
                     id="round-corners"),
        pytest.param(("  .---.", " /     \\", "(       )", " \\     /", "  '---'"), id="slopes-and-a-waist"),
        pytest.param(("   ___", " ,'   `.", "/       \\", "\\       /", " `.___.'"), id="low-lines"),
        pytest.param(("    ____", "  .'    `.", " /        \\", "(          )", " \\        /", "  `.____.'"),
                     id="low-lines-and-a-waist"),
        pytest.param(("     _.-'''-._", "   .'         '.", "  /             \\",
                      " |               |", "  \\             /",
                      "   '._       _.'", "      '-...-'"), id="ticks-and-dots"),
        pytest.param(("     _..._", "   .'     '.", "  /         \\", "  \\         /", "   '._____.'"),
                     id="dots-in-a-low-line"),
        pytest.param(("   .-\"-.", "  /     \\", "  \\     /", "   `-.-'"), id="a-small-crown"),
        pytest.param((" .--.", "/    \\", "|    |", "\\    /", " '--'"), id="bars-alone-between-slopes"),
    ],
)
def test_a_ring_is_an_ellipse(rows: tuple[str, ...]) -> None:
    assert "<ellipse " in str(boxwright.render("\n".join(rows)).output)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("  +", " / \\", "+   +", " \\ /", "  +"), id="a-diamond"),
        pytest.param(("  .---.", " /   /", "'---'"), id="a-parallelogram"),
    ],
)
def test_another_ring_is_one_closed_path(rows: tuple[str, ...]) -> None:
    found = paths(*rows)
    assert len(found) == 1 and found[0][0] == found[0][-1]
    assert "<ellipse " not in str(boxwright.render("\n".join(rows)).output)


@pytest.mark.parametrize(
    "text",
    [
        "C:\\path", "http://a.example/b", "and/or", "1/2 cup", "// a\n// b", "km/h\nm/s", "f(x) + g(y)", "( )", "()",
        "(a)\n(b)", "\\n \\t", "/usr/bin\n/usr/lib", "__init__.py", "snake_case", "a_b\nc_d", "X marks it", "</b>",
        "it's 'so'", "a, b.\nc, d.", "a / b", "¯\\_(ツ)_/¯", "/* c */", "1. a\n2. b", "s/a/b/g",
        "  /usr\n /etc\n/var", "  a/b\n a/b\na/b", "// a\n  // b", "Path Size\n/ 10G\n/usr 1G",
        "miles\n per / km\n or h", "per km\n    /\n hour", "a---b or a---c",
        "2025-10-21", "A'--B'--C'", "a_..._b", "__...__", "x---y", "a_|b_|c", "x_||_y", "foo(_) (__)", "x^2 | y_",
    ],
)
@pytest.mark.parametrize("framed", [False, True], ids=["alone", "in-a-box"])
def test_text_stays_text(text: str, framed: bool) -> None:
    rows = text.split("\n")
    width = max(read_grid(row).columns for row in rows)
    if framed:
        inner = [f"│ {row}{' ' * (width - read_grid(row).columns)} │" for row in rows]
        rows = [f"┌─{'─' * width}─┐", *inner, f"└─{'─' * width}─┘"]
    found = seen(*rows)
    assert [owned.label.text for owned in found.labels] == [row.strip() for row in text.split("\n")]
    assert found.wires == ()


@pytest.mark.parametrize(
    ("source", "text", "heads"),
    [
        pytest.param("+----------+\n| x > y    |\n|  /* z */ |\n| end      |\n+----------+\n", "x > y", 0,
                     id="greater"),
        pytest.param("┌──────────┐\n│ a < b    │\n│    \\\\ z  │\n└──────────┘\n", "a < b", 0, id="less"),
        pytest.param("+-----------+\n| x >> 1    |\n|   // foo  |\n+-----------+\n", "x >> 1", 0, id="a-shift"),
        pytest.param("+-----------+\n| a   >> b  |\n|    // foo |\n+-----------+\n", ">> b", 0, id="set-apart"),
        pytest.param("+---+\n| A |\n+---+\n     \\\n      > B\n", "B", 1, id="one-word-beside"),
        pytest.param("+---+       +---+\n| A |   >   | B |\n+---+  /    +---+\n      /\n     +\n", "B", 1,
                     id="between-boxes"),
        pytest.param(" \\   /\n  v ^ v\n     \\\n      +---+\n      | a |\n      +---+\n", "a", 1, id="between-heads"),
    ],
)
def test_a_head_between_words_is_an_operator(source: str, text: str, heads: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert text in [owned.label.text for owned in sketch.labels]
    assert len(sketch.heads) == heads


def test_a_head_at_the_end_of_a_slope_points_on() -> None:
    assert [head.side for head in seen("\\", " \\", "  v").heads] == ["↘"]
    assert [head.side for head in seen("  ↗", " ╱", "╱").heads] == ["↗"]


@pytest.mark.parametrize(
    ("rows", "points"),
    [
        pytest.param((" /\\", "/__\\", "|  |", "|__|"), {(1, 3), (4, 0), (7, 3), (1, 4), (7, 4), (1, 8), (7, 8)},
                     id="a-house"),
        pytest.param((" _ _", "|a|b|", "|_|_|"), {(x, y) for x in (1, 5, 9) for y in (2, 6)}, id="keys"),
        pytest.param(("_____", "| | |", "|_|_|"), {(x, y) for x in (1, 5, 9) for y in (2, 6)}, id="a-grid"),
    ],
)
def test_bars_meet_low_lines(rows: tuple[str, ...], points: set[tuple[int, int]]) -> None:
    assert points <= {point for path in paths(*rows) for point in path}


@pytest.mark.parametrize(
    ("source", "labels", "wires"),
    [
        pytest.param("root\n|__ usr\n    |__ lib", ["root", "usr", "lib"], 2, id="a-row-of-only-children"),
        pytest.param("a\n|__ b\n|   |__ c\n|__ d", ["a", "b", "c", "d"], 4, id="beside-a-trunk"),
        pytest.param("src\n |_ a", ["src", "a"], 1, id="under-the-second-letter"),
        pytest.param("a | b\n|__ c | d", ["a | b", "|__ c | d"], 0, id="a-table"),
        pytest.param("ab\n|__ 5 __|", ["ab", "|__ 5 __|"], 0, id="a-measure"),
        pytest.param("x\n|__init__", ["x", "|__init__"], 0, id="a-word-with-low-lines"),
        pytest.param("\n|__ c", ["|__ c"], 0, id="under-nothing"),
        pytest.param("some\n   |_ c", ["some", "|_ c"], 0, id="under-the-end-of-a-name"),
    ],
)
def test_an_only_branch_of_a_tree_is_a_line(source: str, labels: list[str], wires: int) -> None:
    found = seen(*source.split("\n"))
    assert [owned.label.text for owned in found.labels] == labels
    assert len(found.wires) == wires


def test_a_low_line_meets_the_walls_beside_it() -> None:
    assert paths("|    |", "|    |", "|____|") == [((1, 1), (1, 6), (11, 6), (11, 1))]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("(A)---(B)\n |\\    |\n | \\   |\n |  \\  |\n |   \\ |\n(C)---(D)",
                     "Lines join (A) to (B), (D) and (C). Lines join (B) and (C) to (D).", id="nodes-in-parentheses"),
        pytest.param(" A---B\n |\\ /|\n | X |\n |/ \\|\n C---D",
                     "Lines join A to B, D and C. Lines join B to C and D. A line joins C and D.", id="all-joined"),
    ],
)
def test_a_slope_beside_a_bar_under_a_name_comes_from_the_name(source: str, told: str) -> None:
    assert boxwright.render(source).description == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("  5    15\n / \\   / \\\n2  7 12  20", "Lines join 5 to 2 and 7. Lines join 15 to 12 and 20.",
                     id="straight-under-its-slope"),
        pytest.param("  2   3\n / \\ / \\\n4  5 6  7", "Lines join 2 to 4 and 5. Lines join 3 to 6 and 7.",
                     id="beside-the-leaf-of-another"),
        pytest.param("  36  17\n / \\   /\n25 26 19", "Lines join 36 to 25 and 26. A line joins 17 and 19.",
                     id="a-blank-apart"),
        pytest.param("   甲\n / | \\\n乙 丙 丁", "Lines join 甲 to 乙, 丙 and 丁.", id="wide-ones"),
        pytest.param("  A\n /|\\\nB C D", "Lines join A to B, C and D.", id="under-a-bar-between-slopes"),
        pytest.param("   A\n / | \\\n25 26 27", "Lines join A to 25, 26 and 27.", id="under-a-bar"),
        pytest.param("   用户\n  /  \\\n 登录  注册", "Lines join 用户 to 登录 and 注册.",
                     id="wide-ones-of-two-letters"),
        pytest.param("   VP\n  /  \\\n V    NP", "Lines join VP to V and NP.", id="called-as-a-head"),
        pytest.param("   vp\n  /  \\\n np   v", "Lines join vp to np and v.", id="a-small-one"),
        pytest.param("   用户\n  /  \\\n v    网关", "Lines join 用户 to v and 网关.", id="beside-a-wide-one"),
        # near misses
        pytest.param("   a\n  / \\\n v   v", "Two arrows lead away from a.", id="two-heads"),
        pytest.param("   a\n  / \\\n v   b\n[x]", "An arrow leads from a to [x]. A line joins a and b.",
                     id="a-head-with-something-before-it"),
        pytest.param("   F\n  / \\\nleft of it and", "Two lines join F to left of it and.", id="a-sentence"),
        pytest.param("  A\n /|\\\n it", "The diagram shows the texts “A”, “/|\\” and “it”.", id="no-leaves"),
        pytest.param("   中文 / 英文\n 说明 \\ 注释",
                     "The diagram shows the texts “中文 / 英文” and “说明 \\ 注释”.", id="between-wide-words"),
        pytest.param("* 提交四\n|\\\n| * 提交三\n| * 提交二\n|/\n* 提交一",
                     "The diagram shows the texts “提交四”, “提交三”, “提交二” and “提交一”.",
                     id="the-texts-of-commits"),
        pytest.param("* four\n|\\\n| * three\n| * two\n|/\n* one",
                     "The diagram shows the texts “four”, “three”, “two” and “one”.", id="of-narrow-commits"),
    ],
)
def test_each_leaf_of_a_tree_is_an_end_of_its_slope(source: str, told: str) -> None:
    assert boxwright.render(source, kind="drawing").description == told


def test_the_back_of_an_amplifier_is_a_bar() -> None:
    assert {(1, 0), (2, 0), (5, 3), (2, 6), (1, 6)} <= {p for path in paths("|\\", "| >o--", "|/") for p in path}
    assert [owned.label.text for owned in seen("| a |", "|/  |").labels] == ["a", "/"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("  .-(    )-.", " (   net    )", "  '-(____)-'"), id="humps"),
        pytest.param(("   .-(    )-.", "  (   net    )", " (            )", "  (          )", "   '-(____)-'"),
                     id="tall"),
        pytest.param(("     .--.", "  .-(    )-.", " (   net    )", "  '--------'"), id="a-puff-on-top"),
        pytest.param(("  .-(    ).", " (         '-.", "(    net      )", " '-.______.--'"), id="a-puff-at-a-corner"),
        pytest.param(("  .--.", " (    ).", "( net   )", " '-----'"), id="an-arc-at-a-corner"),
        pytest.param(("    .-,(  ),-.", " .-(          )-.", "(    net         )", " '-(          ).-'",
                      "     '-.( ).-'"), id="corners-in-its-puffs-and-one-column-off"),
    ],
)
def test_a_cloud_is_one_ring(rows: tuple[str, ...]) -> None:
    found = seen(*rows)
    assert [owned.label.text for owned in found.labels] == ["net"]
    assert len(found.wires) == 1 and found.wires[0].path[0] == found.wires[0].path[-1]


HEXAGON: Final = ("   .----.", "  /      \\", " /   a    \\---->", " \\        /", "  \\      /", "   '----'")


def test_long_slopes_that_meet_at_the_waist_are_a_hexagon() -> None:
    found = seen(*HEXAGON)
    assert [box.outline for box in found.boxes] == ["hexagon"]
    assert "<ellipse " not in str(boxwright.render("\n".join(HEXAGON)).output)
    arrow = next(wire for wire in found.wires if wire.end_arrow)
    assert arrow.start_to == (21, 5)                    # in the middle of the slope's cell


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((*HEXAGON[:3], "(    a     )", *HEXAGON[3:]), id="a-waist-of-arcs"),
        pytest.param(("  .--.", " /    \\", "/      \\", "|  a   |", "\\      /", " \\    /", "  '--'"), id="bars"),
        pytest.param((" .---.", "/  a  \\", "\\     /", " '---'"), id="slopes-of-one-cell"),
    ],
)
def test_a_round_waist_is_of_an_ellipse(rows: tuple[str, ...]) -> None:
    assert [box.outline for box in seen(*rows).boxes] == ["ellipse"]


def test_a_line_ends_on_a_cloud() -> None:
    cloud = "   .--.\n.-(    ).\n(  net   )<--> [b]\n '-.__.-'"
    assert "A two-way arrow joins net and [b]." in boxwright.render(cloud).description


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("f(a)\n f(b)\n  f(c)", id="calls-that-step"),
        pytest.param("(a).\n(b).\n '", id="an-end-of-a-sentence"),
        pytest.param(" .(x).\n(see (y)).", id="parentheses-in-a-sentence"),
        pytest.param("-.( ).-", id="a-puff-without-a-cloud"),
        pytest.param(".(  ).", id="a-face"),
    ],
)
def test_parentheses_of_a_text_are_no_cloud(source: str) -> None:
    assert seen(*source.split("\n")).wires == ()


def test_an_empty_place_in_a_line_is_text() -> None:
    assert [owned.label.text for owned in seen("-->( )-->").labels] == ["( )"]


def test_slopes_cross_at_an_x() -> None:
    found = seen("\\ /", " X", "/ \\")
    assert sorted(stroke.axis for stroke in found.strokes) == ["d", "u"]
    assert found.labels == ()


@pytest.mark.parametrize(
    ("rows", "reach"),
    [
        pytest.param(("|      .--", "|   .-'", "+---------> x"), [], id="a-rise"),
        pytest.param(("|-.", "|  '-.", "|     '.", "+---------> x"), [], id="a-fall"),
        pytest.param(("  .--> a", "---------> x"), [(5, 3)], id="a-branch-from-the-axis"),
    ],
)
def test_a_curve_ends_over_its_axis_and_a_branch_reaches_it(
    rows: tuple[str, ...], reach: list[tuple[int, int]],
) -> None:
    *others, axis = sorted(seen(*rows).wires, key=lambda wire: wire.path[-1][1])
    ends = [to for wire in others for to in (wire.start_to, wire.end_to)]
    assert [to for to in ends if to and to[1] == axis.path[-1][1]] == reach


def test_two_dots_are_the_crest_of_a_curve() -> None:
    found = seen("   ..", " .'  '.", "'      '")
    assert found.labels == () and len(found.wires) == 1


@pytest.mark.parametrize(
    "source", ["a ..\n'b' 'c'", " ..\n'  '", "..  ..\n.'  '."], ids=["quotes", "a-roof", "two-lists"])
def test_other_dots_are_no_crest(source: str) -> None:
    assert seen(*source.split("\n")).wires == ()


OPEN_TIPS = """
    |
    v
   / \\
  /   \\        yes
 < ok? > ----------> [b]
  \\   /
   \\ /
    |
    v
   end
"""


def test_a_diamond_with_open_tips_is_one() -> None:
    told = boxwright.render(OPEN_TIPS).description
    assert "The diagram shows ok?" in told
    assert "leads to ok? Arrows lead from ok? to [b] (labelled “yes”) and end." in told


@pytest.mark.parametrize("source", ["a / \\ b", "x/ \\y", "s / \\ s\n", "and/ \\or\n  /   \\"], ids=range(4))
def test_a_slash_and_a_backslash_are_no_tip(source: str) -> None:
    sketch = boxwright.render(source, kind="drawing").figure.sketch
    assert not any(stroke.axis in "ud" for stroke in sketch.strokes)


def test_a_connector_under_each_foot_of_a_hexagon_leads_from_it() -> None:
    told = boxwright.render(
        "  ╱─────────╲\n ╱   ok?     ╲\n ╲           ╱\n  ╲─────────╱\n"
        "   │       │\n   ▼       ▼\n   a       b\n").description
    assert "Arrows lead from ok? to a and b." in told


CYLINDERS = """
  .------.        .----------.      .---------.
 (        )       |'--------'|     (           )
 |'------'|       | Postgres |     |`---------'|
 |  till  |----+  |          |     |    DB     |
 |        |    |  '----------'     `-----------'
  '------'     |        ^                ^
               +--------+----------------+
"""


def test_cylinders_are_boxes_and_their_rims_no_lines() -> None:
    assert boxwright.render(CYLINDERS).description == (
        "The diagram shows till, Postgres and DB. Arrows lead from till to Postgres and DB.")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("a   b", " \\ /", "  X", " / \\", "c   d"), id="from-name-to-name"),
        pytest.param(("+   +", " \\ /", "  X", " / \\", "+   +"), id="from-corner-to-corner"),
        pytest.param(("\\ /  ", " X   ", "/ \\ /", "   X ", "  / \\"), id="two-of-them"),
        pytest.param(("---.   .--", "    \\ /", "     X", "    / \\", "---'   '--"), id="two-lines-that-change-places"),
    ],
)
def test_a_crossing_has_four_arms(rows: tuple[str, ...]) -> None:
    assert "X" not in {owned.label.text for owned in seen(*rows).labels}


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("   X\n  / \\\n A   Y", ["X", "A", "Y"], id="a-root-called-x"),
        pytest.param("A   Y\n \\ /\n  X", ["A", "Y", "X"], id="a-child-called-x"),
        pytest.param("M\n \\\n  X\n / \\\nA   B", ["M", "X", "A", "B"], id="a-node-called-x-with-children"),
        pytest.param("     (+)\n    /   \\\n  (*)   (-)\n  / \\   / \\\n a   b c   d",
                     ["(+)", "(*)", "(-)", "a", "b", "c", "d"], id="signs-in-parentheses"),
        pytest.param("   (=)\n   / \\\n  a  (/)\n     / \\\n    b   c", ["(=)", "a", "(/)", "b", "c"],
                     id="a-slash-too"),
        pytest.param(" a   b\n  \\ /\n  (*)\n    \\\n    (+)\n     |\n     v\n     c", ["a", "b", "(*)", "(+)", "c"],
                     id="signs-that-lines-come-down-to"),
        pytest.param("      +\n     / \\\n    *   5\n   / \\\n  2   3", ["+", "*", "5", "2", "3"], id="an-expression"),
        pytest.param("       +\n      / \\\n     *   -\n    / \\ / \\\n   a  b c  d",
                     ["+", "*", "-", "a", "b", "c", "d"],
                     id="an-expression-of-three-signs"),
        pytest.param("    S\n   / \\\n NP   VP\n |    / \\\n |   V   NP\n |   |   |\n x   y   z",
                     ["S", "NP", "VP", "V", "NP", "x", "y", "z"], id="a-verb"),
        pytest.param("   u\n  / \\\n v   w\n |   |\n a   b", ["u", "v", "w", "a", "b"], id="a-node-called-v"),
        pytest.param("   S --- T\n    \\     \\\n     V --- W", ["S", "T", "V", "W"], id="a-node-called-v-at-a-line"),
        pytest.param("     A\n    / \\\n   V   X\n    \\ /\n     B", ["A", "V", "X", "B"],
                     id="a-node-called-v-in-a-ring"),
        pytest.param("   t\n  / \\\n o   e\n     |\n     a", ["t", "o", "e", "a"], id="a-leaf-called-o"),
        pytest.param("D---E---F\n     \\\n      X---Y", ["D", "E", "F", "X", "Y"], id="a-node-called-x"),
        pytest.param("  A\n / \\\nX   B", ["A", "X", "B"], id="a-leaf-called-x"),
        pytest.param("   f\n  / \\\n(1) (2)", ["f", "(1)", "(2)"], id="names-in-brackets"),
        pytest.param("    (A)\n   /   \\\n (B)   (C)\n / \\   / \\\n(D)(E)(F)(G)",
                     ["(A)", "(B)", "(C)", "(D)(E)(F)(G)"], id="names-in-brackets-in-a-row"),
    ],
)
def test_slopes_eat_no_name(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels if owned.label.text != "|"] == labels
    assert any(stroke.axis in "ud" for stroke in sketch.strokes)


def test_joints_that_are_all_alike_are_ink() -> None:
    found = seen("    +", "   / \\", "  +   c", " / \\", "a   b")
    assert sorted(owned.label.text for owned in found.labels) == ["a", "b", "c"]


def test_the_sides_of_a_bubble_turn_back() -> None:
    found = seen("  _________", " / a cow   \\", " \\ or two  /", "  ---------")
    assert sorted(owned.label.text for owned in found.labels) == ["a cow", "or two"]
    assert len([stroke for stroke in found.strokes if stroke.axis in "ud"]) == 4


def test_ears_are_no_heads() -> None:
    found = seen("    ^__^", "    (oo)\\_______", "    (__)\\       )", "        ||----||")
    assert found.heads == () and "^__^" in [owned.label.text for owned in found.labels]


@pytest.mark.parametrize(
    ("text", "brace"),
    [
        pytest.param("  ^(\\d{3})-(\\d{2})$", "   \\____/  \\____/", id="a-bracket-in-parentheses"),
        pytest.param(" (\\d+)-x", "  \\___/", id="a-letter-behind-a-backslash"),
        pytest.param(" (\"ab\")-x", "  \\___/", id="a-quotation"),
        pytest.param("  (src)/(main)/(java)", "  \\___/ \\____/ \\____/", id="slashes-between-parentheses"),
        pytest.param("  f(a, b) + g(c)", "  \\_____/   \\__/", id="a-call"),
    ],
)
def test_a_brace_under_a_text_eats_nothing_of_it(text: str, brace: str) -> None:
    sketch = seen(text, brace)
    assert [owned.label.text for owned in sketch.labels] == [text.strip()]


@pytest.mark.parametrize(
    ("source", "heads", "marks"),
    [
        pytest.param("    *\n   / \\\n  *   c\n / \\\na   b", 0, 2, id="discs-over-letters"),
        pytest.param("    |\n    *\n   / \\\n  +   c\n / \\\na   b", 0, 1, id="a-disc-under-a-line"),
        pytest.param("a    b\n|    |\nv    v\n/ \\  c", 2, 0, id="heads-over-a-fork"),
        pytest.param("    |       |\n    v      end\n   / \\\n  /   \\\n  \\   /\n   \\ /\n", 1, 0,
                     id="a-head-beside-a-word"),
        pytest.param("+---+---+\n|       |\nV       b\n", 1, 0, id="a-head-over-nothing"),
        pytest.param(" A\n  \\\n   V\n +---+\n | B |\n +---+\n", 1, 0, id="a-head-of-a-slope"),
        pytest.param("+---+\n| a |\n+---+\n  |\n  V -- b\n+---+\n| c |\n+---+\n", 1, 0, id="a-head-beside-a-line"),
        pytest.param("    o\n   / \\\n  o   a\n / \\\nb   c", 0, 2, id="rings-over-letters"),
        pytest.param("  --+\n    |\n    o   a\n", 0, 1, id="a-ring-at-a-line"),
    ],
)
def test_other_letters_are_heads_and_rings(source: str, heads: int, marks: int) -> None:
    sketch = boxwright.render(source, kind="drawing").figure.sketch
    assert (len(sketch.heads), len(sketch.marks)) == (heads, marks)


def test_the_end_of_a_comment_is_no_branch() -> None:
    source = "+---------+\n|  /*     |\n|  alpha  |\n|  */     |\n|  omega  |\n+---------+\n"
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == ["/*", "alpha", "*/", "omega"]


def test_two_branches_that_come_near_are_no_tip() -> None:
    source = "   .       .\n  / \\     / \\\n /   \\   /   \\\na     \\ /     d\n       b c"
    ends = {wire.path[-1] for wire in boxwright.render(source, kind="drawing").figure.sketch.wires}
    assert {(14, 8), (16, 8)} <= ends, "each slope ends in a place of its own"


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("   ___\n A|   \\\n  | &  )--- Q\n B|___/", ["A", "&", "Q", "B"], id="a-gate"),
        pytest.param("   /-- a\nx -+\n   \\-- b", ["a", "x", "b"], id="a-brace"),
    ],
)
def test_nothing_of_a_shape_is_left_as_letters(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels


@pytest.mark.parametrize(
    ("rows", "wires"),
    [
        pytest.param((" .--.", "(", " '--.", "     )", " '--'"), 1, id="an-s"),
        pytest.param(("   .--.", "  (    )", " .-'--'-.", "(        )", " '------'"), 3, id="a-head-on-shoulders"),
        pytest.param(("  .--.--.", " (  ( )  )", "  '--'--'"), 4, id="two-rings-that-overlap"),
    ],
)
def test_round_lines_on_both_sides_are_alike(rows: tuple[str, ...], wires: int) -> None:
    found = seen(*rows)
    assert found.labels == () and len(found.wires) == wires


@pytest.mark.parametrize("source", ["f(a)\n x '--'", "(a)\n'--'", "see (b)\n   '--'"], ids=range(3))
def test_hyphens_in_ticks_under_a_parenthesis_are_text(source: str) -> None:
    assert [owned.label.text for owned in seen(*source.split("\n")).labels] == [
        row.strip() for row in source.split("\n")]


def test_an_arrow_ends_on_the_low_line_that_it_stands_in() -> None:
    sketch = boxwright.render("     |\n  ___v___\n |       |\n |_______|", kind="drawing").figure.sketch
    arrow, ring = sketch.wires
    assert arrow.end_arrow and arrow.end_to == (11, 4)
    assert ring.path[0] == ring.path[-1] and min(y for _, y in ring.path) == 4
    assert not sketch.labels


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("   .-.\n  (   v\n +-----+\n | run |\n +-----+", "An arrow leads from run back to itself.",
                     id="over-a-box"),
        pytest.param(" +-----+\n | run |\n +-----+\n  ^   )\n   '-'", "An arrow leads from run back to itself.",
                     id="under-a-box"),
        pytest.param("in ----.\n        v\n     +-----+\n     | end |\n     +-----+", "An arrow leads from in to end.",
                     id="a-turn"),
    ],
)
def test_a_round_line_ends_in_a_head_beside_its_corner(source: str, told: str) -> None:
    assert told in boxwright.render(source).description


@pytest.mark.parametrize(
    "source", ["( x ).\n------ v", "(a) .-\n----------", "see (a\n------"], ids=range(3))
def test_a_parenthesis_over_an_edge_is_text(source: str) -> None:
    assert source.split("\n")[0].split()[0] in seen(*source.split("\n")).labels[0].label.text


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("   ..--..", " .'      '.", "/          \\"), id="a-crest-of-dots"),
        pytest.param(("       _.-._", "     .'  |  '.", "    /    |    \\", " _.'     |     '._",
                      "---------+---------"),
                     id="over-a-bar"),
        pytest.param(("    .--.", "   /    \\", "--/------\\------/-->", "          \\    /", "           '--'"),
                     id="across-an-axis"),
    ],
)
def test_a_curve_is_all_ink(rows: tuple[str, ...]) -> None:
    assert seen(*rows).labels == ()


def test_an_axis_goes_straight_on_under_a_curve_that_ends_on_it() -> None:
    found = paths("    .--.", "   /    \\", "--/------\\------/-->", "          \\    /", "           '--'")
    axis = {point for path in found for point in path if point[1] == 5}
    assert min(axis) == (1, 5) and (5, 5) in axis and (33, 5) in axis
    assert all(path[0][1] == 5 for path in found)


@pytest.mark.parametrize(
    "source",
    ["a ..--.. b", "..--..", "-/-", "x --/-- y", "see ..-- it\n'x'"], ids=range(5))
def test_dots_and_slashes_among_hyphens_are_text(source: str) -> None:
    assert not any(stroke.axis in "ud" for stroke in seen(*source.split("\n")).strokes)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("a ---.\n      >--- c\nb ---'", "A line joins a, c and b.", id="a-merge"),
        pytest.param("       .--- y\nx ----<\n       '--> z", "Arrows lead from y and x to z.", id="a-fork"),
    ],
)
def test_two_round_corners_meet_in_an_angle(source: str, told: str) -> None:
    assert told in boxwright.render(source).description
    assert not any(char in label.label.text for label in seen(*source.split("\n")).labels for char in "<>")


@pytest.mark.parametrize(
    ("rows", "outlines"),
    [
        pytest.param(("      .--.", "   .-(    )-.", "  (          )", " (   cloud    )---> db", "  '-(      )-'",
                      "     '----'"), 1, id="a-line-at-the-widest-of-a-cloud"),
        pytest.param(("      .--.", "   .-(    )-.", "  (          )---> db", " (   cloud    )", "  '-(      )-'",
                      "     '----'"), 1, id="a-line-over-the-widest-of-a-cloud"),
        pytest.param(("     |", "  ___|___", " /_______\\"), 0, id="a-foot-under-a-post"),
    ],
)
def test_a_shape_is_closed_beside_what_comes_to_it(rows: tuple[str, ...], outlines: int) -> None:
    found = seen(*rows)
    assert sum(box.outline is not None for box in found.boxes) == outlines
    assert not any(char in owned.label.text for owned in found.labels for char in "/\\()")


@pytest.mark.parametrize(
    ("rows", "outline"),
    [
        pytest.param(("   .--.", " .'    '.", "|  ring  |", " '.    .'", "   '--'"), "ellipse", id="bars-at-its-sides"),
        pytest.param(("      .", "    .' '.", "  .'     '.", " <  full?  >--> yes", "  '.     .'", "    '. .'",
                      "      '"), "diamond", id="angles-at-its-sides"),
    ],
)
def test_steps_of_round_corners_are_the_sides_of_a_shape(rows: tuple[str, ...], outline: str) -> None:
    found = seen(*rows)
    assert [box.outline for box in found.boxes] == [outline]
    assert {owned.label.text for owned in found.labels} <= {"ring", "full?", "yes"}


def test_steps_that_follow_one_another_are_one_straight_slope() -> None:
    [path] = paths("        .", "      .'", "    .'", "  .'", "  |", "  |")
    turns = [(a, b, c) for a, b, c in zip(path, path[1:], path[2:], strict=False)
             if (b[0] - a[0]) * (c[1] - b[1]) != (b[1] - a[1]) * (c[0] - b[0])]
    assert len(turns) <= 3


@pytest.mark.parametrize("source", ["a.'b\n.'c", "'a.'\n 'b.'", "x.\n > y\nz'"], ids=range(3))
def test_dots_and_ticks_of_words_are_no_steps(source: str) -> None:
    assert seen(*source.split("\n")).wires == ()


def test_slopes_two_columns_apart_are_one_line_where_an_end_is_held() -> None:
    source = "a ---\\\n       \\\n         \\\n           +---+\n           | b |\n           +---+"
    assert seen(*source.split("\n")).wires[0].path == ((5, 1), (11, 1), (23, 7))
    assert "A line joins a and b." in boxwright.render(source).description


@pytest.mark.parametrize(
    "source",
    ["x \\\nyyy \\\nzzzzz \\\nend", "\\\n  \\\n    \\", " /\n\n     /\n a"],
    ids=["shell", "loose", "far-apart"])
def test_slopes_two_columns_apart_that_lead_nowhere_are_text(source: str) -> None:
    assert seen(*source.split("\n")).wires == ()


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("   .-", "  /", " |", "  \\", "   '-"), id="a-bar"),
        pytest.param(("-.", "  \\", "   |", "   |", "  /", "-'"), id="two-bars"),
        pytest.param((" .---", "/", "\\", " '-"), id="no-bar"),
    ],
)
def test_an_open_arc_of_slopes_is_one_line(rows: tuple[str, ...]) -> None:
    found = seen(*rows)
    assert found.labels == () and len(found.wires) == 1


def test_a_foot_leads_down_to_an_edge() -> None:
    source = "       .- b\n      /\n     /\n+---+\n| a |\n+---+"
    assert [owned.label.text for owned in seen(*source.split("\n")).labels] == ["b", "a"]
    assert "A line joins b and a." in boxwright.render(source).description


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("  .- ~ -.", " /       \\", "|  net   |", " \\       /", "   ~- . -'"), id="a-cloud-of-letters"),
        pytest.param((" .- first", "/", "|  - second", " \\", "  '- third"), id="an-arc-that-is-crooked"),
        pytest.param((" .- first", "/", "x"), id="half-of-one"),
    ],
)
def test_of_an_arc_that_is_not_whole_no_foot_is_a_line(rows: tuple[str, ...]) -> None:
    assert not any(stroke.axis == "h" for stroke in seen(*rows).strokes)


@pytest.mark.parametrize("source", ["a.- b\n /\n/", ".-\nx / y", "-.\n  x"], ids=range(3))
def test_a_hyphen_at_a_dot_is_text(source: str) -> None:
    assert any("-" in owned.label.text for owned in seen(*source.split("\n")).labels)


def test_slopes_reach_the_round_corners_of_boxes() -> None:
    source = "   .---.\n   | a |\n   '---'\n  /     \\\n.---. .---.\n| b | | c |\n'---' '---'"
    assert [owned.label.text for owned in seen(*source.split("\n")).labels] == ["a", "b", "c"]


def test_a_winding_of_a_coil_ends_at_no_line_over_it() -> None:
    coil = "  .----.\n (.-') |\n (.-') |\n (.-'  |\n |     |"
    wires = boxwright.render(coil, to="figure", kind="drawing").figure.sketch.wires
    assert not any(y == 1 and 5 < x < 13 for wire in wires for x, y in wire.path)
@pytest.mark.parametrize(
    ("rows", "corner"),
    [
        pytest.param((".------- minute", "| .--- day", "* * run"), (5, 3), id="over-a-star"),
        pytest.param(("a --.", "    b"), (9, 1), id="over-a-word"),
        pytest.param(("  .-------.", " .-------.|", " | cards |'", " '-------'"), (21, 5), id="at-a-wall-beside-it"),
    ],
)
def test_a_round_corner_is_round_where_its_line_ends_at_it(rows: tuple[str, ...], corner: tuple[int, int]) -> None:
    assert corner in {point for wire in seen(*rows).wires for point in wire.round}
