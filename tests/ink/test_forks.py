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
