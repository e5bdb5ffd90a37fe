"""Trees of names, as `tree` prints them: who hangs under whom."""
from __future__ import annotations

import pytest

import boxwright

LISTING = """
shop/
├── front/          # where people are
│   ├── till
│   └── 菜单.md
├── README
└── back/
    └── oven
"""
TYPED = str.maketrans({"├": "|", "│": "|", "└": "`", "─": "-"})
HANGS = {("shop/", "front/"), ("shop/", "README"), ("shop/", "back/"), ("front/", "till"), ("front/", "菜单.md"),
         ("back/", "oven")}


def lines(source: str) -> set[tuple[str | None, str | None]]:
    return {(c.source_text, c.target_text) for c in boxwright.render(source).figure.sketch.connectors}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(LISTING, HANGS, id="unicode"),
        pytest.param(LISTING.translate(TYPED), HANGS, id="typed"),
        pytest.param(LISTING.replace("├", "+").replace("└", "+").replace("─", "-").replace("│", "|"), HANGS, id="plus"),
        pytest.param(".\n├── a\n└── b", {(".", "a"), (".", "b")}, id="a-point-as-root"),
        pytest.param("/\n|-- a\n`-- b", {("/", "a"), ("/", "b")}, id="a-slash-as-root"),
        pytest.param("./\n|-- a\n|   `-- c\n`-- b", {("./", "a"), ("./", "b"), ("a", "c")}, id="a-point-and-a-slash"),
        pytest.param(" /\n │\n ├── a\n │\n └── b", {("/", "a"), ("/", "b")}, id="a-slash-over-a-trunk-of-its-own"),
        pytest.param("top\n│\n├── a\n└── b", {("top", "a"), ("top", "b")}, id="a-trunk-of-its-own"),
        pytest.param("top\n└── a", {("top", "a")}, id="one-branch"),
        pytest.param("a\n`- b\n   `- c\n      `- d", {("a", "b"), ("b", "c"), ("c", "d")}, id="backticks-under-names"),
        pytest.param("[x]\n  +- yy\n  \\- zz\n      \\- w", {("[x]", "yy"), ("[x]", "zz"), ("zz", "w")},
                     id="under-the-second-letter"),
        pytest.param("init-+-cron\n     |-sh---vi\n     `-log", {
            ("init", "cron"), ("init", "sh"), ("init", "log"), ("sh", "vi")}, id="processes"),
        pytest.param("a-+-b\n  |   `-y\n  `-(c)", {("a", "b"), ("a", "(c)")}, id="a-trunk-that-goes-by"),
        pytest.param("x-+-y=z\n  |-1", set(), id="a-sum"),
        pytest.param("foo\n`-x` is\nbar", set(), id="code-in-backticks"),
        pytest.param("bar\n`-y\n`-z", set(), id="backticks-without-a-tree"),
        pytest.param("┌── a\n├── b\n└── c", {("a", "b"), ("a", "c"), ("b", "c")}, id="a-bracket-is-no-tree"),
    ],
)
def test_names_hang_under_names(source: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(
    ("source", "slash"),
    [
        pytest.param("   b\n  /\n |-- a\n |-- c\n", (1, 2), id="from-a-node"),
        pytest.param("   --+\n   /\n  |\n  |-- a\n", (1, 3), id="from-a-line"),
        pytest.param("  ____\n /    \\\n |    |\n \\____/\n", (1, 1), id="the-top-of-a-tank"),
        pytest.param("  /\n  |\n  |\n  +--->\n", (0, 2), id="the-bend-of-an-arrow"),
    ],
)
def test_a_slash_over_another_line_is_a_slope(source: str, slash: tuple[int, int]) -> None:
    labels = [owned.label for owned in boxwright.render(source, kind="drawing").figure.sketch.labels]
    assert slash not in {(label.row, label.column + k) for label in labels for k in range(label.columns)}


def test_a_tree_is_told_from_its_root() -> None:
    assert boxwright.render("top\n├── a\n├── b\n│   └── d\n└── c").description == (
        "Lines join top to a, b and c. A line joins b and d.")
    assert boxwright.render("根\n├── 甲\n└── 乙", lang="zh").description.startswith("线")


CHART = """
         CEO
          │
    ┌─────┼─────┐
   CTO   CFO   COO
    │
  ┌─┴──┐
 Dev  Ops
"""
BY_RANK = {("CEO", "CTO"), ("CEO", "CFO"), ("CEO", "COO")}
TEAMS = {("CTO", "Dev"), ("CTO", "Ops")}
PLUS = str.maketrans("┌┐└┘┬┴┼─│", "+++++++-|")


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param(CHART, BY_RANK | TEAMS, id="names-right-under-it"),
    pytest.param(CHART.translate(PLUS), BY_RANK | TEAMS, id="typed"),
    pytest.param("        CEO\n   ┌─────┼─────┐\n   │     │     │\n  CTO   CFO   COO", BY_RANK,
                 id="a-name-right-over-it"),
    pytest.param("     CEO\n┌─────┴─────┐\nCTO        COO", {("CEO", "CTO"), ("CEO", "COO")}, id="no-bars"),
    pytest.param(" CTO   CFO   COO\n  └─────┼─────┘\n       CEO", BY_RANK, id="upright"),
    pytest.param("       总经理\n         │\n   ┌─────┼──────┐\n 技术部 财务部 运营部",
                 {("总经理", "技术部"), ("总经理", "财务部"), ("总经理", "运营部")}, id="wide"),
    pytest.param("    top\n ┌───┬┴──────┐\n a  bb      c", {("top", "a"), ("top", "bb"), ("top", "c")}, id="uneven"),
    pytest.param(" CPU  RAM  IO\n  └────┴───┘", {("CPU", "RAM"), ("CPU", "IO"), ("RAM", "IO")}, id="a-bus"),
    pytest.param("Jan  Feb  Mar\n|----|----|", {("Jan", "Mar")}, id="an-axis"),
    pytest.param(" 0     5     10\n +-----+-----+", {("0", "10")}, id="a-scale"),
    pytest.param("  total\n +-----+-----+\n 0     5     10", {("total", "10")}, id="a-scale-with-a-title"),
])
def test_a_chart_is_told_from_its_root(source: str, expected: set[tuple[str, str]]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param("   expr\n  /    \\\nterm  sum\n /      \\\nx        y",
                 {("expr", "term"), ("expr", "sum"), ("term", "x"), ("sum", "y")}, id="names"),
    pytest.param("    8\n   / \\\n  3   10\n / \\    \\\n1   6    14",
                 {("8", "3"), ("8", "10"), ("3", "1"), ("3", "6"), ("10", "14")}, id="numbers"),
    pytest.param("     8\n   /   \\\n  3     10", {("8", "3"), ("8", "10")}, id="a-column-aside"),
    pytest.param("   (8)\n   / \\\n (3) (10)", {("(8)", "(3)"), ("(8)", "(10)")}, id="brackets-one-blank-apart"),
    pytest.param("  root\n / | \\\na  b  c", {("root", "a"), ("root", "b"), ("root", "c")}, id="a-bar-amid"),
    pytest.param("   根\n  ╱  ╲\n 左    右", {("根", "左"), ("根", "右")}, id="wide"),
    pytest.param("     ok?\n    /   \\\nyes/     \\no\n  /       \\\n a         b", {("ok?", "a"), ("ok?", "b")},
                 id="labels-beside-slopes"),
    pytest.param("   ok?\n   / \\\n yes  no\n /      \\\na        b",
                 {("ok?", "yes"), ("ok?", "no"), ("yes", "a"), ("no", "b")}, id="words-on-their-way"),
    pytest.param("  it's\n / list \\\nof words", set(), id="slashes-around-a-word"),
    pytest.param(" /\\_/\\\n( o o )\n  cat", set(), id="a-cat"),
])
def test_slopes_lead_from_name_to_name(source: str, expected: set[tuple[str, str]]) -> None:
    assert lines(source) == expected


def test_a_word_in_the_row_of_a_name_is_no_label_of_a_slope() -> None:
    told = boxwright.render("    A\n   / \\\n  B   C\n / \\  |\nE   F G").description
    assert told == "Lines join A to B and C. Lines join B to E and F. A line joins C and G."


@pytest.mark.parametrize(("source", "told"), [
    pytest.param("market\n├── home\n└── abroad ──▶ US",
                 "Lines join market to home and abroad. An arrow leads from abroad to US.",
                 id="an-arrow-behind-a-leaf"),
    pytest.param("app\n├── core ──▶ db\n├── ui\n└── api ──▶ http",
                 "Lines join app to core, ui and api. An arrow leads from core to db. An arrow leads from api to http.",
                 id="arrows-behind-some-leaves"),
    pytest.param("ask\n├──yes──▶ go\n└──no───▶ stop", "Arrows labelled “yes no” lead from ask to go and stop.",
                 id="labels-of-branches"),
    pytest.param("Bob ◀── ack ── Carol", "An arrow labelled “ack” leads from Carol to Bob.", id="a-label-of-an-arrow"),
    pytest.param("        ┌─ Paris\n France ┤\n        └─ Lyon", "Lines join France to Paris and Lyon.",
                 id="a-name-before-a-brace"),
    pytest.param("     ┌─ a\n甲乙 ┼─ b\n     └─ c", "Lines join 甲乙 to a, b and c.", id="a-wide-one-before-three"),
    pytest.param("     ┌── W1 ──┐\nLB ──┤        ├── DB\n     └── W2 ──┘",
                 "Lines join LB to W1 and W2. Lines join W1 and W2 to DB.", id="two-ways-that-meet-again"),
    pytest.param("     ┌── W1 ──┐\nLB ──┼── W2 ──┼─▶ DB\n     └── W3 ──┘",
                 "Lines join LB to W1, W2 and W3. Arrows lead from W1, W2 and W3 to DB.", id="three-ways-and-a-head"),
    pytest.param("     +-- W1 --+\nLB --+        +-- DB\n     +-- W2 --+",
                 "Lines join LB to W1 and W2. Lines join W1 and W2 to DB.", id="typed-ways"),
    pytest.param("┌─ head ─┐\n│        ├──▶ x\n└─ foot ─┘",
                 "The diagram shows head foot. An arrow leads from head foot to x.",
                 id="a-box-with-titles"),
    pytest.param("●──┬──●─────┬──● main\n   ╰──●──●──╯    dev", "The diagram shows the texts “main” and “dev”.",
                 id="terminals-on-two-ways"),
    pytest.param("[a] --- [b] --- (c)", "A line joins [a], [b] and (c).", id="nodes-in-a-line"),
    pytest.param("[a] --- b --- (c)", "A line labelled “b” joins [a] and (c).", id="a-label-between-nodes"),
    pytest.param("[a] ─── [b] ───▶ [c]", "A line joins [a] and [b]. An arrow leads from [b] to [c].",
                 id="a-head-behind-nodes"),
    pytest.param("[a] --[ok]--> [c]", "An arrow labelled “[ok]” leads from [a] to [c].", id="a-guard"),
    pytest.param("[a]──┐\n     ├──[s]──[r]\n[b]──┘", "Lines join [s] to [a] and [b]. A line joins [r] and [s].",
                 id="nodes-that-join"),
])
def test_words_in_lines_that_are_names(source: str, told: str) -> None:
    assert boxwright.render(source).description == told
