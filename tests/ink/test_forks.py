"""Where lines cross: two lines, or the branches of one."""
from __future__ import annotations

import pytest

import boxwright

SPLIT = """
        ┌─────┐
        │ top │
        └──┬──┘
    ┌──────┼──────┐
    ▼      ▼      ▼
  ┌───┐  ┌───┐  ┌───┐
  │ a │  │ b │  │ c │
  └───┘  └───┘  └───┘
"""
JOINED = """
  ┌───┐  ┌───┐  ┌───┐
  │ a │  │ b │  │ c │
  └─┬─┘  └─┬─┘  └─┬─┘
    └──────┼──────┘
           ▼
        ┌─────┐
        │ top │
        └─────┘
"""
FIVE = """
               ┌─────┐
               │ top │
               └──┬──┘
    ┌──────┬──────┼──────┬──────┐
    ▼      ▼      ▼      ▼      ▼
  ┌───┐  ┌───┐  ┌───┐  ┌───┐  ┌───┐
  │ a │  │ b │  │ c │  │ d │  │ e │
  └───┘  └───┘  └───┘  └───┘  └───┘
"""
SIDEWAYS = """
            ┌──► a
┌─────┐     │
│ top ├─────┼──► b
└─────┘     │
            └──► c
"""
OVER = """
  ┌───┐  ┌───┐
  │ a │  │ b │
  └─┬─┘  └─┬─┘
    └──────┼──────┐
           ▼      ▼
         ┌───┐  ┌───┐
         │ c │  │ d │
         └───┘  └───┘
"""
TWO_TRUNKS = """
         ┌───┐  ┌───┐
         │ p │  │ q │
         └─┬─┘  └─┬─┘
    ┌──────┼──────┼──────┐
    ▼      ▼      ▼      ▼
  ┌───┐  ┌───┐  ┌───┐  ┌───┐
  │ a │  │ b │  │ c │  │ d │
  └───┘  └───┘  └───┘  └───┘
"""
NO_HEADS = SPLIT.replace("▼", "│")
FEED = [("top", "->", "a"), ("top", "->", "b"), ("top", "->", "c")]
ASCII = str.maketrans("┌┐└┘┬┼─│▼►", "++++++-|v>")


def connectors(source: str) -> list[tuple[str, str, str]]:
    sketch = boxwright.render(source).figure.sketch
    names = [" ".join(o.label.text for o in sketch.labels if o.owner == i) for i in range(len(sketch.boxes))]
    found = []
    for c in sketch.connectors:
        ends = [text or names[box] for box, text in ((c.source, c.source_text), (c.target, c.target_text))]
        found.append((ends[0], f"{'<' * c.start_arrow}-{'>' * c.end_arrow}", ends[1]))
    return sorted(found)


@pytest.mark.parametrize("look", ["unicode", "ascii"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(SPLIT, FEED, id="one-to-three"),
        pytest.param(JOINED, [(one, "->", "top") for one in "abc"], id="three-to-one"),
        pytest.param(FIVE, [("top", "->", one) for one in "abcde"], id="one-to-five"),
        pytest.param(SIDEWAYS, FEED, id="sideways"),
        pytest.param(OVER, [("a", "->", "d"), ("b", "->", "c")], id="one-passes-over-the-other"),
        pytest.param(TWO_TRUNKS, [("a", "<->", "d"), ("p", "->", "b"), ("q", "->", "c")], id="two-trunks-are-no-fork"),
    ],
)
def test_what_crosses(source: str, look: str, expected: list[tuple[str, str, str]]) -> None:
    assert connectors(source.translate(ASCII) if look == "ascii" else source) == expected


@pytest.mark.parametrize("look", ["unicode", "ascii"])
def test_branches_without_heads_are_all_joined(look: str) -> None:
    joined = connectors(NO_HEADS.translate(ASCII) if look == "ascii" else NO_HEADS)
    assert {frozenset((one, two)) for one, _, two in joined} == {
        frozenset(pair) for pair in ("ab", "ac", "bc", ("top", "a"), ("top", "b"), ("top", "c"))}


def test_a_text_above_a_corner_does_not_make_it_text() -> None:
    """    |planner |
        +---+----+
        +---+----+    the letter over the plus is the box's
            v
    """
    assert connectors("""
  +--------+
  |planner |
  +---+----+
      +-----+
      v     v
      a     b
""") == [("planner", "->", "a"), ("planner", "->", "b")]


def test_a_fork_is_drawn_as_before_and_has_no_loose_ends() -> None:
    found = boxwright.render(SPLIT)
    assert not found.notes
    assert "two-way" not in found.description


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param(" A     B     C\n │     │     │\n └─────┴─────┘\n       │\n       ▼\n       D",
                 "Arrows lead from A, B and C to D.", id="under-a-tee"),
    pytest.param("       D\n       │\n ┌─────┬─────┐\n ▼     ▼     ▼\n A     B     C",
                 "Arrows lead from D to A, B and C.", id="over-a-tee"),
    pytest.param(" A ──┐\n B ──├──▶ D\n C ──┘", "Arrows lead from A, B and C to D.", id="left-of-a-tee"),
    pytest.param("  甲      乙\n  └───┴────┘\n      │\n      ▼\n      丙", "Arrows lead from 甲 and 乙 to 丙.",
                 id="a-tee-that-nothing-else-comes-to"),
    pytest.param("┌──┬──┐\n│ a│ b│\n└──┴──┘\n   │\n   ▼\n   c",
                 "The diagram shows a table with one row: a and b. An arrow leads from the table to c.",
                 id="under-a-table"),
    pytest.param(" A     B\n └──┴──┘\n\n    │\n    ▼\n    D", "A line joins A and B. An arrow leads to D.",
                 id="a-row-below"),
    pytest.param("    │\n ┌─────┐\n A     B", "A line joins A and B.", id="over-a-line-without-a-tee"),
])
def test_a_line_that_stops_at_the_back_of_a_tee_is_joined_to_it(source: str, expected: str) -> None:
    assert boxwright.render(source).description == expected


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param("  ┌─ 甲 ─┐\n──┤      ├──▶ 丁\n  └─ 乙 ─┘", "Arrows lead from 甲 and 乙 to 丁.", id="wide"),
    pytest.param("  ┌─ tea ──┐\n──┤        ├──▶ shop\n  └─ milk ─┘", "Arrows lead from tea and milk to shop.",
                 id="drawn"),
    pytest.param("   ┌─ 甲 ─┐\n丁◀┤      ├──\n   └─ 乙 ─┘", "Arrows lead from 甲 and 乙 to 丁.", id="to-the-left"),
    pytest.param("  ┌─ a ─┐   ┌───┐\n──┤     ├──▶│ d │\n  └─ b ─┘   └───┘",
                 "The diagram shows d. Arrows lead from a and b to d.", id="to-a-box"),
    pytest.param("     ┌── W1 ──┐\nLB ──┤        ├──▶ DB\n     └── W2 ──┘",
                 "Lines join LB to W1 and W2. Arrows lead from W1 and W2 to DB.", id="from-a-name"),
    pytest.param("  ┌─ a ─┐\n──┤     ├──▶ d\n  └─────┘",
                 "The diagram shows a. A line leads away from a. An arrow leads from a to d.",
                 id="one-text-is-a-title"),
])
def test_texts_in_branches_from_nowhere_are_where_an_arrow_comes_from(source: str, expected: str) -> None:
    assert boxwright.render(source, kind="drawing").description == expected


def test_the_title_of_a_frame_that_a_slip_breaks_leads_nowhere() -> None:
    source = "╔═ title ═══┘════╗\n║ x              ║\n╚═══╤══════]═════╝\n    │\n    ▼\n┌───────┐\n│ b     │\n└───────┘"
    assert "from title" not in boxwright.render(source, kind="drawing").description
