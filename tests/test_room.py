"""Which labels are told their length, as a table: those that a wide font would push into something."""
from __future__ import annotations

import pytest

from boxwright import render
from boxwright.model import Anchor, Label
from boxwright.room import is_tight, wide_of


@pytest.mark.parametrize(("row", "text", "anchor", "expected"), [
    pytest.param("│ order   │", "order", "start", False, id="room-to-the-right"),
    pytest.param("│  order  │", "order", "middle", False, id="room-on-both-sides"),
    pytest.param("│order│", "order", "start", True, id="a-full-box"),
    pytest.param("│ order, then pay, then eat and leave │", "order, then pay, then eat and leave", "start", True,
                 id="a-long-one-with-little-room"),
    pytest.param("│  MMM  │", "MMM", "start", False, id="large-letters-with-room"),
    pytest.param("│ MMM │", "MMM", "start", True, id="large-letters"),
    pytest.param("   order", "order", "start", True, id="at-the-edge-of-the-sheet"),
    pytest.param("   order", "order", "end", False, id="set-from-there"),
    pytest.param("order  a", "order", "start", False, id="beside-a-word"),
    pytest.param("│\ufdd0店\ufdd0│", "店", "start", False, id="a-wide-one-is-narrower-than-its-cells"),
])
def test_a_label_is_tight(row: str, text: str, anchor: Anchor, expected: bool) -> None:
    column = row.index(text[0])
    columns = 2 if text == "店" else len(text)
    assert is_tight(Label(text, 0, column, columns), anchor, row) is expected


def test_a_bold_one_needs_more() -> None:
    row = "│ ten letters │"
    label = Label("ten letters", 0, 2, 11)
    assert not is_tight(label, "start", row)
    assert is_tight(label, "start", row, bold=True)


@pytest.mark.parametrize(("text", "columns", "wide"), [
    pytest.param("order", 5, 0, id="ascii"), pytest.param("店长", 4, 2, id="chinese"),
    pytest.param("店 no. 3", 8, 1, id="both"), pytest.param("é", 1, 0, id="narrow"),
    pytest.param("e\u0301", 1, -1, id="two-code-points-in-one-cell"), pytest.param("⌚", 2, -1, id="an-emoji"),
])
def test_wide_characters_are_counted_where_they_can_be(text: str, columns: int, wide: int) -> None:
    assert wide_of(text, columns) == wide


@pytest.mark.parametrize(("source", "length"), [
    pytest.param("┌──────┐\n│Memory│\n└──────┘", ' textLength="48">Memory<', id="letters-fill-their-cells"),
    pytest.param("┌─────────┐\n│店 order │\n└─────────┘", ">店 order<", id="with-room"),
    pytest.param("┌────────────┐\n│店 WWWWWWWWW│\n└────────────┘", ' textLength="93.33">店 WWWWWWWWW<',
                 id="with-chinese"),
    pytest.param("──\n W", ' textLength="8" lengthAdjust="spacingAndGlyphs">W<', id="a-letter-is-made-narrow"),
])
def test_the_length_is_written(source: str, length: str) -> None:
    assert length in str(render(source).output)


def test_a_line_beside_a_text_leaves_it_no_room() -> None:
    assert is_tight(Label("C", 0, 0, 1), "start", "C---D")
    assert not is_tight(Label("C", 0, 0, 1), "start", "C         D")
