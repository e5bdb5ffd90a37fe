"""Which words name which lines: pictures -> sentences."""
from __future__ import annotations

import pytest

import boxwright

FORK = """
           ┌───┐
           │ R │
           └─┬─┘
    ┌────────┼────────┐
    │ a      │ b      │ c
    ▼        ▼        ▼
  ┌───┐    ┌───┐    ┌───┐
  │ A │    │ B │    │ C │
  └───┘    └───┘    └───┘
"""
JOIN = """
  ┌───┐    ┌───┐    ┌───┐
  │ A │    │ B │    │ C │
  └─┬─┘    └─┬─┘    └─┬─┘
    │ x      │ y      │ z
    └────────┼────────┘
             ▼
           ┌───┐
           │ R │
           └───┘
"""
OVER = """
┌───┐   ask    ┌───┐
│ A │─────────▶│ B │
│   │  answer  │   │
│   │◀─────────│   │
└───┘          └───┘
"""
UNDER = """
┌───┐          ┌───┐
│ A │─────────▶│ B │
│   │   ask    │   │
│   │◀─────────│   │
└───┘  answer  └───┘
"""
PARTING = """
┌─────────┐
│   ok?   │
└────┬────┘
 yes │ no
  ┌──┴───┐
  ▼      ▼
┌───┐  ┌───┐
│ A │  │ B │
└───┘  └───┘
"""
BOTH = """
┌─────┐
│  A  │
└──┬──┘
in │ out
   │
   ▼
┌─────┐
│  B  │
└─────┘
"""
LIVES = """
  A          B
  │ SELECT * │
  │─────────▶│
  │   rows   │
  │◀─────────│
"""
BESIDE = """
┌───┐
│ A │
└─┬─┘
  │{}
  ▼
┌───┐
│ B │
└───┘
"""
TWO_LINES = """
┌──────────┐              ┌──────────┐
│ Producer │─────────────▶│ Consumer │
└──────────┘ JSON events  └──────────┘
             over Kafka
"""


def arrows(source: str) -> dict[tuple[str, str], str]:
    sketch = boxwright.render(source).figure.sketch
    names = [" ".join(o.label.text for o in sketch.labels if o.owner == i) for i in range(len(sketch.boxes))]
    found = {}
    for c in sketch.connectors:
        ends = [text or names[box] for box, text in ((c.source, c.source_text), (c.target, c.target_text))]
        found[ends[1 if c.start_arrow else 0], ends[0 if c.start_arrow else 1]] = c.label
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(FORK, {("R", "A"): "a", ("R", "B"): "b", ("R", "C"): "c"}, id="right-of-branches"),
        pytest.param(FORK.replace("│ a      │ b      │ c", "│        │        │").replace(
            "    │        │        │\n    ▼", "  a │      b │      c │\n    ▼"),
            {("R", "A"): "a", ("R", "B"): "b", ("R", "C"): "c"}, id="left-of-branches"),
        pytest.param(JOIN, {("A", "R"): "x", ("B", "R"): "y", ("C", "R"): "z"}, id="over-a-join"),
        pytest.param(OVER, {("A", "B"): "ask", ("B", "A"): "answer"}, id="over-each"),
        pytest.param(UNDER, {("A", "B"): "ask", ("B", "A"): "answer"}, id="under-each"),
        pytest.param(PARTING, {("ok?", "A"): "yes", ("ok?", "B"): "no"}, id="on-both-sides-where-it-parts"),
        pytest.param(PARTING.replace("yes", "   ").replace("no", "  ").replace("▼      ▼", "▼ yes  ▼ no").replace(
            "┬────┘\n     │ ", "┬────┘\n     │ so"), {("ok?", "A"): "so\nyes", ("ok?", "B"): "so\nno"},
            id="a-trunk-with-one"),
        pytest.param(BOTH, {("A", "B"): "in\nout"}, id="on-both-sides-of-one-that-does-not-part"),
        pytest.param(LIVES, {("A", "B"): "SELECT *", ("B", "A"): "rows"}, id="between-lines-of-life"),
        pytest.param(BESIDE.format(" yes"), {("A", "B"): "yes"}, id="one-blank"),
        pytest.param(BESIDE.format("  yes"), {("A", "B"): "yes"}, id="two-blanks"),
        pytest.param(BESIDE.format("   yes, it is"), {("A", "B"): "yes, it is"}, id="three-blanks"),
        pytest.param(BESIDE.format("        far away"), {("A", "B"): ""}, id="far-away"),
        pytest.param(TWO_LINES, {("Producer", "Consumer"): "JSON events\nover Kafka"}, id="two-lines-under"),
    ],
)
def test_whose_name_it_is(source: str, expected: dict[tuple[str, str], str]) -> None:
    assert arrows(source) == expected
    typed = source.translate(str.maketrans("┌┐└┘┬┼─│▼▶◀", "++++++-|v><"))
    assert arrows(typed) == expected


def test_many_stacked_arrows_take_their_names_in_one_go() -> None:
    """Under each line: the last name has one line alone, and each makes room for the next, all the way up."""
    rows = "".join(f"│ │──────▶│ │\n│ │ n{k:03}  │ │\n" for k in range(100))
    found = boxwright.render(f"┌─┐       ┌─┐\n{rows}└─┘       └─┘").figure.sketch.connectors
    assert [c.label for c in found] == [f"n{k:03}" for k in range(100)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("""
┌───┐     ┌───┐
│ A │     │ B │
└─┬─┘     └─┬─┘
  │   hi    │
  │────────▶│
  │         │
  ├──ok────▶│
┌─┴─┐     ┌─┴─┐
│ A │     │ B │
└───┘     └───┘
""", {"An arrow labelled “hi” leads from A (1) to B (1).", "An arrow labelled “ok” leads from A (1) to B (1)."},
                     id="lines-of-life-end-in-their-feet"),
        pytest.param("""
       +---+
       | A |
       +---+
         |
+---+    |    +---+
| B |----|--->| C |
+---+    |    +---+
         v
       +---+
       | D |
       +---+
""", {"An arrow leads from A to D.", "An arrow leads from B to C."}, id="an-arrow-passes-behind-a-bar"),
        pytest.param("""
┌─────┐
│ App │
└──┬──┘
   │
   ├──┐ check
   │◀─┘
   │
""", {"An arrow labelled “check” leads from App back to itself."}, id="a-call-of-itself"),
        pytest.param("""
┌─ Legend ──┐
│ ──▶ sync  │
└───────────┘
""", {"An arrow leads to sync."}, id="an-arrow-in-a-legend"),
        pytest.param("""
+---+---+    +---+---+
| 1 | o-+--->| 2 | o-+---> NULL
+---+---+    +---+---+
""", {"An arrow leads from 1 to 2.", "An arrow leads from 2 to NULL."}, id="pointers-in-their-boxes"),
        pytest.param("a -> b\nb -> c\nc --> d\n", {"An arrow leads from c to d."}, id="what-is-said-above-is-no-name"),
        pytest.param("""
┌──────────┐         ┌──────────┐
│ customer ├1───────N┤  order   │
└──────────┘         └──────────┘
""", {"A line labelled “1 N” joins customer and order."}, id="how-many"),
    ],
)
def test_what_leads_where(source: str, expected: set[str]) -> None:
    told = boxwright.render(source).description
    assert all(sentence in told for sentence in expected), told


def labels(source: str) -> list[tuple[str | None, str | None, str]]:
    connectors = boxwright.render(source, kind="drawing").figure.sketch.connectors
    return [(c.source_text, c.target_text, c.label) for c in connectors]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("""
     http     sql
web ──────┬─────── db
          └─────── cache
""", [("web", "db", "http\nsql"), ("web", "cache", "http")], id="over-the-trunk"),
        pytest.param("""
              yes
 valid? ───┬─────── store
           │  no
           └─────── reject
""", [("valid?", "store", "yes"), ("valid?", "reject", "no")], id="over-branches"),
        pytest.param("""
      http
 web ──────┬────── db
           │
           │
""", [("web", "db", "http")], id="before-a-stub"),
        pytest.param("""
 web
  │
  │ http
  ├──── db
  └──── log
""", [("web", "db", "http"), ("web", "log", "http")], id="beside-the-trunk"),
        pytest.param("""
 web ──┬─── db
       │    x  ┌── one
       └───────┤
               └── two
""", [("web", "db", ""), ("web", "one", "x"), ("web", "two", "x")], id="before-a-second-fork"),
        pytest.param("""
src
├── a
│   of all
├── b
└── c
""", [("src", "a", "of all"), ("src", "b", ""), ("src", "c", "")], id="under-a-name-in-a-tree"),
    ],
)
def test_a_label_before_a_fork_is_that_of_each_branch(
    source: str, expected: list[tuple[str | None, str | None, str]],
) -> None:
    assert labels(source) == expected


@pytest.mark.parametrize(
    ("source", "free"),
    [
        pytest.param("0----5----10----15\n     ^ here", ["^ here"], id="under-a-name"),
        pytest.param("   x    y\nA----B----C", ["x", "y"], id="over-pieces"),
    ],
)
def test_a_line_in_which_names_stand_has_no_label(source: str, free: list[str]) -> None:
    sketch = boxwright.render(source).figure.sketch
    assert [owned.label.text for owned in sketch.labels if owned.label.text in free and owned.connector is None] == free
    assert not any(c.label for c in sketch.connectors)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# .---- minute\n# | .-- hour\n# * * run", {""}, id="comment-signs"),
        pytest.param("//   A -----.\n//          |\n//          v\n//          C", {""}, id="slashes"),
        pytest.param(" a\n |\n*|*\n |\n v\n b", {"*\n*"}, id="signs-at-both-sides"),
        pytest.param(" a\n | ?\n | ?\n v\n b", {"?\n?"}, id="signs-to-the-right"),
        pytest.param("  a\n  |\n* |\n  v\n  b", {"*"}, id="one-sign-to-the-left"),
        pytest.param("  a\n  |\n1 |\n1 |\n  v\n  b", {"1\n1"}, id="numbers-to-the-left"),
        pytest.param("   ?\na ----> b\n   !", {"?\n!"}, id="over-and-under"),
    ],
)
def test_signs_that_begin_row_after_row_are_no_label(source: str, expected: set[str]) -> None:
    assert {label for _, _, label in labels(source)} == expected


@pytest.mark.parametrize(("row", "told"), [
    pytest.param("a --- no  ---> b", "An arrow labelled “no” leads from a to b.", id="padded-behind"),
    pytest.param("a ──  no ─▶ b", "An arrow labelled “no” leads from a to b.", id="padded-before"),
    pytest.param("a ───  no  ── b", "The diagram shows the texts “a”, “no” and “b”.", id="two-blanks-on-both-sides"),
])
def test_a_label_in_its_line_may_be_padded_on_one_side(row: str, told: str) -> None:
    assert boxwright.render(row).description == told


@pytest.mark.parametrize("rows", [
    pytest.param(["┌─ 标题   ────┐", "│ some text   │", "└─────────────┘"], id="behind"),
    pytest.param(["╭──────   标题 ─╮", "│ some text     │", "╰───────────────╯"], id="before"),
    pytest.param(["+- 标题   ----+", "| some text   |", "+-------------+"], id="typed"),
    pytest.param([".- 标题   ----.", "| some text   |", "'-------------'"], id="typed-and-round"),
])
def test_an_edge_goes_on_behind_a_title_with_a_few_blanks(rows: list[str]) -> None:
    rendering = boxwright.render("\n".join(rows), kind="drawing")
    assert rendering.description == "The diagram shows 标题 some text."
    assert not rendering.notes


@pytest.mark.parametrize("row", ["a ──   no   ── b", "┌─   ab   ─┐", "┌─ ab          ─┐"])
def test_lines_far_from_a_text_are_two(row: str) -> None:
    assert len(boxwright.render(row, to="figure", kind="drawing").figure.sketch.strokes) == 2


def test_a_title_in_an_edge_may_be_padded_on_one_side() -> None:
    assert boxwright.render("┌── Title  ──┐\n│ x          │\n└────────────┘").title == "Title"


TCP = """
+---+        +---+
| a |        | b |
+-+-+        +-+-+
  '--- tcp ----'
{}
"""


@pytest.mark.parametrize(("under", "label"), [
    pytest.param(" kubelet    proxy", "tcp", id="two-texts-side-by-side"),
    pytest.param("    in chunks", "tcp in chunks", id="one-text-goes-on"),
    pytest.param("  1           n", "tcp 1 n", id="how-many"),
])
def test_texts_under_a_line_with_its_name_in_it(under: str, label: str) -> None:
    assert f"A line labelled “{label}” joins a and b." in boxwright.render(TCP.format(under)).description
