"""Strokes: what is ink and what stays text."""
from __future__ import annotations

import itertools
import json
import random

import pytest

import boxwright
from boxwright.glyphs import GLYPHS
from boxwright.ink.sketch import sketch
from boxwright.ink.strokes import trace_strokes
from boxwright.model import Piece, Stroke
from boxwright.text.grid import read_grid


def stroke(axis: str, line: int, start: int, stop: int, weight: str = "light", dash: str = "solid") -> Stroke:
    return Stroke(axis, line, start, stop, weight, dash)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((), [], id="nothing"),
        pytest.param(("",), [], id="an-empty-row"),
        pytest.param(("──",), [stroke("h", 0, 0, 1)], id="two-facing-arms"),
        pytest.param(("─",), [], id="one-glyph-makes-no-ink"),
        pytest.param(("┐┌",), [], id="backs-do-not-join"),
        pytest.param(("│─",), [], id="nothing-faces-the-dash"),
        pytest.param(("┌", "│"), [stroke("v", 0, 0, 1)], id="corner-into-vertical"),
        pytest.param(("─┬─", " │ "), [stroke("h", 0, 0, 2), stroke("v", 1, 0, 1)], id="a-bar-on-a-tee"),
        pytest.param(("───", " │ "), [stroke("h", 0, 0, 2), stroke("v", 1, 1, 1)], id="a-bar-under-a-plain-edge"),
        pytest.param(("━━",), [stroke("h", 0, 0, 1, "heavy")], id="heavy"),
        pytest.param(("══",), [stroke("h", 0, 0, 1, "double")], id="double"),
        pytest.param(("┄┄",), [stroke("h", 0, 0, 1, "light", "dashed")], id="dashed"),
        pytest.param(("─┿━━━",), [Stroke("h", 0, 0, 4, "heavy", "solid", (
            Piece(0, 1, "light", "solid"), Piece(1, 4, "heavy", "solid")))], id="the-weight-of-most-and-its-pieces"),
        pytest.param(("━┥", ), [stroke("h", 0, 0, 1, "heavy")], id="a-line-tells-the-weight-of-a-joint"),
        pytest.param(("──►",), [stroke("h", 0, 0, 2)], id="an-arrowhead-belongs-to-its-stroke"),
        pytest.param(("──⇒ ⇐══",), [stroke("h", 0, 0, 2), stroke("h", 0, 4, 6, "double")],
                     id="a-head-of-two-strokes-goes-by-its-line"),
        pytest.param(("└⇒",), [stroke("h", 0, 0, 1)], id="and-by-its-corner"),
        pytest.param((" │ ", "─▼─"), [stroke("h", 1, 0, 2), stroke("v", 1, 0, 1)], id="a-line-goes-on-behind-a-head"),
        pytest.param((" ║ ", "━▼━"), [stroke("h", 1, 0, 2, "heavy"), stroke("v", 1, 0, 1, "double")],
                     id="with-its-own-weight"),
        pytest.param(("┐  ", "◄──", "┘  "), [stroke("h", 1, 0, 2), stroke("v", 0, 0, 2)], id="an-upright-one-too"),
        pytest.param(("   ", "─▼─"), [], id="but-not-behind-one-that-nothing-leads-to"),
        pytest.param(("---->",), [stroke("h", 0, 0, 4)], id="ascii-arrow"),
        pytest.param(("<----",), [stroke("h", 0, 0, 4)], id="ascii-arrow-to-the-left"),
        pytest.param(("+---+",), [stroke("h", 0, 0, 4)], id="ascii-edge"),
        pytest.param(("------",), [stroke("h", 0, 0, 5)], id="ascii-rule"),
        pytest.param(("|--  ",), [stroke("h", 0, 1, 2)], id="hyphens-at-a-wall"),
        pytest.param(("+", "|", "|", "+"), [stroke("v", 0, 0, 3)], id="ascii-wall"),
        pytest.param(("|", "v"), [stroke("v", 0, 0, 1)], id="a-letter-as-a-head"),
        pytest.param(("──", "▼ ", "──"), [stroke("h", 0, 0, 1), stroke("h", 2, 0, 1), stroke("v", 0, 1, 1)],
                     id="a-head-without-a-shaft"),
    ],
)
def test_trace_strokes(rows: tuple[str, ...], expected: list[Stroke]) -> None:
    level, upright = trace_strokes(rows)
    assert [*level, *upright] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-21", "XXXX-XXXX-X", "-¥ 0.00", "--flag", "a -> b", "x = y == z", "C++", "a | b", "1...2", "can't",
        "e.g.", "wait...", "...", "a → b", "a→b", "x != y", "a => b", "snake_case", "12:30", "::1", "^_^", "1+1=2",
        "a--b", "- item", "'quoted'", "`code`", "x || y", "<a>", "10.0.0.1", "v", "vim", "over", "name......3.40",
        "https://a.example/b--c?d=e+f", "交易号：XXXX-XXXX-X", "柠檬-水", "I/O", "||", "->", "+1",
    ],
)
@pytest.mark.parametrize("framed", [False, True], ids=["alone", "in-a-box"])
def test_text_stays_text(text: str, framed: bool) -> None:
    columns = read_grid(text).columns
    source = f"┌─{'─' * columns}─┐\n│ {text} │\n└─{'─' * columns}─┘\n" if framed else text
    structure = json.loads(boxwright.render(source, to="json", kind="drawing").output)
    assert [label["text"] for label in structure["labels"]] == [text]
    assert structure["connectors"] == []
    assert len(structure["boxes"]) == framed


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("A --(x)--> B", "An arrow labelled “(x)” leads from A to B.", id="in-parentheses"),
        pytest.param("A <--[y]-- B", "An arrow labelled “[y]” leads from B to A.", id="in-brackets"),
        pytest.param('A ==" x"==> B', "An arrow labelled “\" x\"” leads from A to B.", id="in-quotes"),
        pytest.param("A --/--> B", "An arrow labelled “/” leads from A to B.", id="a-slash"),
        pytest.param("A ---\\---> B", "An arrow labelled “\\” leads from A to B.", id="a-backslash-in-a-longer-line"),
        pytest.param("A -- ✓ --> B", "An arrow labelled “✓” leads from A to B.", id="a-sign-alone"),
        pytest.param("A ... x ...> B", "An arrow labelled “x” leads from A to B.", id="in-three-dots"),
        pytest.param("A <... x .... B", "An arrow labelled “x” leads from B to A.", id="in-three-dots-that-point-back"),
        pytest.param("A .. x ..> B", "An arrow labelled “x” leads from A to B.", id="in-dots"),
        pytest.param("A - - x - -> B", "An arrow labelled “x” leads from A to B.", id="in-dashes-with-gaps"),
    ],
)
def test_words_stand_in_an_arrow_whose_halves_are_typed_alike(row: str, told: str) -> None:
    assert told in boxwright.render(row).description


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("a --3--\\\n        \\\nb --4----> c", ["a", "3", "b", "4", "c"], id="to-a-slope"),
        pytest.param("a --3--+\nb --4--+--> c", ["a", "3", "b", "4", "c"], id="to-a-corner"),
        pytest.param("a --3--(+)--> c", ["a", "3", "(+)", "c"], id="to-a-node"),
        pytest.param("   /--3-- a\nc <\n   \\--4-- b", ["3", "a", "c", "4", "b"], id="from-two-slopes"),
        pytest.param("c <-+--3-- a\n    |\n    +--4-- b", ["c", "3", "a", "4", "b"], id="from-a-trunk"),
        pytest.param("  /\\\n /  \\\n/ a  \\--no--> b\n\\    /\n \\  /\n  \\/", ["a", "no", "b"], id="from-a-shape"),
        pytest.param("|--(C)-- ask ----->|\n|<-(D)-- yes ------|\n|                  |",
                     ["(C)", "ask", "(D)", "yes"], id="with-a-number-too"),
    ],
)
def test_words_stand_in_a_line_to_a_join_and_from_one(source: str, labels: list[str]) -> None:
    structure = json.loads(boxwright.render(source, to="json", kind="drawing").output)
    assert [label["text"] for label in structure["labels"]] == labels


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        pytest.param("prog --(x) --> y", ["prog --(x)", "y"], id="a-flag"),
        pytest.param('prog --"x" --> y', ['prog --"x"', "y"], id="a-flag-in-quotes"),
        pytest.param("well -- (x) ---> y", ["well -- (x)", "y"], id="a-dash-in-prose"),
        pytest.param("wait ... what ..> y", ["wait ... what", "y"], id="an-ellipsis"),
        pytest.param("--[no-]colour -> y", ["--[no-]colour -> y"], id="brackets-in-a-flag"),
        pytest.param("x <-n-- y", ["x <-n-- y"], id="less-than-a-negative-one"),
        pytest.param("x <-(n)-- y", ["x <-(n)-- y"], id="in-parentheses"),
        pytest.param("run --fast--\\\\ on", ["run --fast--\\\\ on"], id="the-end-of-a-row-in-another-language"),
        pytest.param("so --they say-- (or not)", ["so --they say-- (or not)"], id="an-aside"),
        pytest.param("a/--x--/b", ["a/--x--/b"], id="hyphens-in-a-path"),
        pytest.param("a/--x-- b", ["a/--x-- b"], id="hyphens-at-the-end-of-a-path"),
        pytest.param("run /--fast /--dry", ["run /--fast /--dry"], id="flags-behind-slashes"),
        pytest.param("run --fast (x) --dry [y]", ["run --fast (x) --dry [y]"], id="flags-before-brackets"),
    ],
)
def test_what_is_typed_otherwise_is_no_half_of_an_arrow(row: str, labels: list[str]) -> None:
    structure = json.loads(boxwright.render(row, to="json").output)
    assert [label["text"] for label in structure["labels"]] == labels


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param("  |\n  |\n  view\n", "view", id="v-begins-a-word-under-a-bar"),
        pytest.param("  |\n  |\n rev\n", "rev", id="v-ends-a-word-under-a-bar"),
        pytest.param("│\n│\nvim\n", "vim", id="v-under-a-drawn-bar"),
    ],
)
def test_a_letter_is_no_head_where_a_word_touches_it(source: str, label: str) -> None:
    structure = json.loads(boxwright.render(source, to="json").output)
    assert [found["text"] for found in structure["labels"]] == [label]


@pytest.mark.parametrize(
    ("source", "heads"),
    [
        pytest.param("+---------+\n| x^2 v y |\n| ^ up    |\n+---------+\n", 0, id="a-key-in-the-last-row"),
        pytest.param("+---------+\n|    up ^ |\n+---------+\n", 0, id="behind-its-word"),
        pytest.param("┌──────┐\n│ ↑ up │\n└──────┘\n", 0, id="the-only-row"),
        pytest.param("+---+\n| a |\n+---+\n  ^ up\n+---+\n| b |\n+---+\n", 1, id="between-boxes"),
        pytest.param("+-----+\n|  a  |\n+-----+\n  ^ note\n", 1, id="under-a-box"),
        pytest.param("┌───────┐\n│ a     │\n├───────┤\n│ [b ▼] │\n└───────┘\n", 0, id="in-brackets-under-a-divider"),
        pytest.param("┌─────┐\n└─────┘\n  (▼ b)\n┌─────┐\n└─────┘\n", 0, id="after-a-bracket"),
        pytest.param("┌─────┐\n└─────┘\n  ▼(b)\n┌─────┐\n└─────┘\n", 1, id="before-a-text-in-brackets"),
        pytest.param("Chapter two\n═══════════\n    ↑ top\n", 0, id="under-the-rule-of-a-heading"),
        pytest.param("   Chapter two\n══════════════════\n    ↑ top\n", 0, id="under-that-of-a-heading-in-the-middle"),
        pytest.param("the last words of a page,\nand more\n-------------------------\n^ top   ^ up\n", 0,
                     id="under-the-rule-after-a-paragraph"),
        pytest.param("-----------\n    ^ top   \n", 1, id="under-a-line-that-underlines-nothing"),
        pytest.param("====================\n  ^ cut    ^ and here\n", 2, id="two-under-a-line"),
        pytest.param("────────────────────\n  ^ cut    ▲ and here\n", 2, id="under-a-drawn-line"),
        pytest.param("Track\n--+--------------\n  ^ a       ^ b\n", 2, id="under-a-line-with-a-corner"),
        pytest.param("main  --o--o--o--o--\n           ^ tag v1\n", 1, id="under-a-line-with-terminals"),
        pytest.param("Volts\n5V ---------- GND\n      ^ probe\n", 1, id="under-a-line-between-words"),
        pytest.param("    a       b\n-----------------\n  ^ c     ^ d\n", 2, id="under-a-line-with-two-words-over-it"),
        pytest.param("┌─────────┐\n└─────────┘\n    ↑ push\n", 1, id="a-word-under-a-box"),
        pytest.param("───────────\n    ↓ b\n┌─────────┐\n└─────────┘\n", 1, id="from-a-rule-to-a-box"),
        pytest.param("push ↓  ↑ pop\n┌───────────┐\n│ a         │\n└───────────┘\n", 2, id="to-a-box-and-from-it"),
        pytest.param("price ↑ asc\n+---------+\n| a       |\n+---------+\n", 0, id="in-a-sentence-over-a-box"),
        pytest.param("costs ↑\n┌─────┐\n│ a ↑ │\n└─────┘\n", 0, id="at-its-end-beyond-the-box"),
        pytest.param("+---+\n| a |\n+---+\n  ^\n+---+\n", 1, id="no-word"),
        pytest.param("+---+\n| a |\n+---+\n  ^\n  | up\n+---+\n", 1, id="with-a-shaft"),
        pytest.param("┌───────────┐\n│ foo(a, b) │\n│     ^     │\n└───────────┘\n", 0, id="a-caret-under-code"),
        pytest.param("┌───────────┐\n│ foo(a, b) │\n│     ↑     │\n└───────────┘\n", 0, id="a-drawn-one-under-code"),
        pytest.param("+---+---+\n| ^ | a |\n+---+---+\n| b | ^ |\n+---+---+\n", 0, id="alone-in-a-cell"),
        pytest.param("┌─────┬─────┐\n│ CPU │  ↑  │\n│ RAM │  ↓  │\n└─────┴─────┘\n", 0, id="a-drawn-one-in-a-cell"),
        pytest.param("+-----+-----+\n| CPU |  ↑  |\n+-----+-----+\n| RAM |  ▼  |\n+-----+-----+\n", 0,
                     id="a-drawn-one-in-a-cell-of-one-row"),
        pytest.param("┌─────────┐\n│ 趋势  ↓ │\n├─────────┤\n│ 堆    ↑ │\n└─────────┘\n", 0, id="beside-wide-words"),
        pytest.param("┌────────┐\n│   ↕    │\n│ scroll │\n└────────┘\n", 0, id="of-two-heads"),
        pytest.param("┌───────────┐\n│ ↑/↓ move  │\n└───────────┘\n", 0, id="two-keys-with-a-name"),
        pytest.param("┌──────────┐\n│ list     │\n└──────────┘\n  ↑↓ move   q quit\n", 0, id="two-keys-under-a-box"),
        pytest.param("┌──────┐\n│ list │\n└──────┘\n   ↑↓\n  user\n", 2, id="two-to-a-word-and-back"),
        pytest.param("┌───┐\n└───┘\n ↑↓ x\n┌───┐\n└───┘\n", 2, id="two-between-boxes"),
        pytest.param("     │\n┌─────────┐\n│    ▼    │\n│  a      │\n└─────────┘\n", 1,
                     id="behind-the-edge-a-line-comes-to"),
        pytest.param("┌───┐\n│ a │\n├───┤\n│ ▼ │\n├───┤\n│ b │\n└───┘\n", 1, id="a-drawn-one-between-two-rules"),
        pytest.param("+-----------+\n|     ^     |\n|   +---+   |\n|   | a |   |\n|   +---+   |\n+-----------+\n", 1,
                     id="from-a-box-to-the-one-around-it"),
        pytest.param("+-----+\n|  a  |\n|  ^  |\n|  |  |\n+--+--+\n", 1, id="with-a-shaft-in-a-box"),
        pytest.param("+------+\n|  a   |\n+------+\n  ^\n", 1, id="under-a-box-without-a-word"),
    ],
)
def test_a_head_that_leads_nowhere_is_text(source: str, heads: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert len(sketch.heads) == heads


@pytest.mark.parametrize(
    ("source", "bars"),
    [
        pytest.param("┌─────────────┐\n│   Gateway   │\n│ a │ b │ c   │\n└─────────────┘\n", 0, id="in-the-last-row"),
        pytest.param("┌─────────────┐\n│ a │ b │ c   │\n│   Gateway   │\n└─────────────┘\n", 0, id="in-the-first-row"),
        pytest.param("┌──────────────┐\n│     网关     │\n│ 认证 │ 限流  │\n└──────────────┘\n", 0, id="wide-words"),
        pytest.param("┌─────────────┐\n│ a   │   b   │\n└─────────────┘\n", 1, id="the-only-row"),
        pytest.param("┌─────────────┐\n│ Gateway     │\n│ a   │ b     │\n└─────┴───────┘\n", 1, id="with-a-tee"),
        pytest.param("┌─────────────┐\n│ Gateway     │\n│ a    │ b    │\n└─────┴───────┘\n", 1, id="beside-a-tee"),
        pytest.param("┌─────────────┐\n│   Gateway   │\n│  a   │      │\n└─────────────┘\n", 1,
                     id="between-a-word-and-a-wall"),
        pytest.param("┌─────────────┐\n│   Gateway   │\n│  a   │   b  │\n└─────────────┘\n       │\n", 2,
                     id="a-line-goes-on-beyond"),
        pytest.param("┌───┐\n└───┘\n a│b\n", 1, id="under-a-box"),
        pytest.param("+-------------+\n| run: |      |\n|   make all  |\n+-------------+\n", 0,
                     id="a-typed-one-behind-a-word"),
        pytest.param("+-------------+\n|      |      |\n|   make all  |\n+-------------+\n", 1,
                     id="a-typed-one-with-nothing-beside"),
        pytest.param("+----+\n|    |\n+----+\n a |\n  in\n", 1, id="a-typed-one-under-a-box"),
    ],
)
def test_a_bar_between_the_words_of_one_row_is_text(source: str, bars: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    walls = {column for box in sketch.boxes for column in (box.column, box.column + box.columns - 1)}
    assert sum(stroke.axis == "v" and stroke.line not in walls for stroke in sketch.strokes) == bars


@pytest.mark.parametrize("regex", ["^(a|b)$", "^[0-9]+", "^\\d+$", "^.*$", "^/api/", "^{2}", "^"])
@pytest.mark.parametrize(
    "frame",
    [
        pytest.param("+---------+-----+\n| {:7} | key |\n+---------+-----+\n", id="in-a-cell"),
        pytest.param("┌─────────┐\n│ {:7} │\n│ a       │\n└─────────┘\n", id="in-the-first-row"),
        pytest.param("+--------+\n| a      |\n| {:7}|\n+--------+\n", id="in-the-last-row"),
    ],
)
def test_a_pattern_begins_with_a_caret(regex: str, frame: str) -> None:
    sketch = boxwright.render(frame.format(regex), to="figure", kind="drawing").figure.sketch
    assert regex in [owned.label.text for owned in sketch.labels]
    assert sketch.heads == ()


def test_a_pattern_is_text_over_a_slope_and_under_an_edge() -> None:
    for source in (" ^(a|b)$\n  \\___/\n", "+-----+\n|  a  |\n+-----+\n ^(a|b)$\n"):
        sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
        assert "^(a|b)$" in [owned.label.text for owned in sketch.labels]


@pytest.mark.parametrize(
    ("source", "labels", "heads"),
    [
        pytest.param("x = foo + bar;\n    ^^^   ^^^\n    |     |\n    here  there\n",
                     ["x = foo + bar;", "^^^", "^^^", "here", "there"], 0, id="at-the-first-one"),
        pytest.param("foo\n^^^\n |\n here\n", ["foo", "^^^", "here"], 0, id="in-the-middle"),
        pytest.param("foo\n^^^\n  |\n  +-- here\n", ["foo", "^^^", "here"], 0, id="at-the-last-one"),
        pytest.param(" ^^\n ||\n ||\n", [], 2, id="two-arrows-side-by-side"),
        pytest.param(" ^ ^\n | |\n", [], 2, id="two-arrows"),
        pytest.param("   +---+\n   |   |\n   +---+\n    ^^^\n   / | \\\n  /  |  \\\n", [], 3,
                     id="three-from-three-sides"),
        pytest.param("  ^(up)\n  |\n+---+\n", ["(up)"], 1, id="a-name-at-a-head"),
    ],
)
def test_carets_under_a_word_are_text_and_the_bar_below_is_a_line(source: str, labels: list[str], heads: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels
    assert len(sketch.heads) == heads and sketch.wires


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("┌────────────┐\n│ +---+ 表   │\n│ a          │\n└────────────┘\n", ["+---+ 表", "a"],
                     id="in-a-legend"),
        pytest.param("a +---+ b\n", ["a +---+ b"], id="between-words"),
        pytest.param("+---+ title\n|   |\n+---+ foot\n", ["title", "foot"], id="of-a-box"),
        pytest.param("  |     |\n  +-----+ bus\n", ["bus"], id="under-two-lines"),
        pytest.param("+-----+-----+ t\n0     5\n", ["t", "0", "5"], id="a-scale"),
        pytest.param("   +----+ b\n  /    /|\n +----+ |\n |    | +\n |    |/\n +----+ c\n", ["b", "c"],
                     id="of-a-cube"),
        pytest.param("+--------------+ wide\n", ["wide"], id="a-long-one"),
    ],
)
def test_a_short_lid_alone_beside_a_word_is_text(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("┌────────────┐\n│ --- a/f.py │\n│ +++ b/f.py │\n└────────────┘\n", ["--- a/f.py", "+++ b/f.py"],
                     id="a-patch"),
        pytest.param("--- title\n    +++ x\n", ["title", "+++ x"], id="not-right-under-it"),
    ],
)
def test_the_head_of_a_patch_is_text(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels


@pytest.mark.parametrize(
    ("source", "dash"),
    [
        pytest.param("┌──────────┐\n│ x | y    │\n│ z | w    │\n└──────────┘\n", "solid", id="bars-in-a-drawn-box"),
        pytest.param("+----------+\n| x | y    |\n| z | w    |\n+----------+\n", "solid", id="bars-in-a-typed-box"),
        pytest.param("┌──────────┐\n│ a        │\n│ -------- │\n│ b        │\n└──────────┘\n", "dashed",
                     id="hyphens"),
    ],
)
def test_only_hyphens_in_a_drawn_box_are_a_dashed_rule(source: str, dash: str) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [divider.stroke.dash for divider in sketch.dividers] == [dash]


_UNDER = "+-------+-------+\n"


@pytest.mark.parametrize(
    ("row", "labels", "heads"),
    [
        pytest.param("|<- 4 ->|<- 8 ->|", ["4", "8"], 4, id="short-ones"),
        pytest.param("|<- 4  >|<-- 8->|", ["4  >", "8"], 3, id="one-and-two-hyphens"),
        pytest.param("|<-a->  |<== 8 =|", ["<-a->", "8 ="], 1, id="a-word-touched-from-one-bar"),
        pytest.param("|<-16-b>|<=bits=>|", ["<-16-b>", "bits"], 2, id="a-word-touched-from-two-bars"),
        pytest.param("|<- back| go -> |", ["back", "go ->"], 1, id="at-one-bar"),
        pytest.param("|<-back |a <- b |", ["<-back", "a <- b"], 0, id="a-word-touched-and-no-other-end"),
    ],
)
def test_a_short_arrow_at_a_bar_is_a_measure(row: str, labels: list[str], heads: int) -> None:
    sketch = boxwright.render(f"{_UNDER}{row}\n{_UNDER}", to="figure", kind="drawing").figure.sketch
    found = [word for owned in sketch.labels for word in [owned.label.text]]
    assert "".join(found).replace(" ", "") == "".join(labels).replace(" ", "")
    assert len(sketch.heads) == heads


@pytest.mark.parametrize(
    ("source", "is_ink"),
    [
        pytest.param("+-----+\n| foo |\n+-----+\n   |\n  bar", True, id="from-a-box-down-to-a-text"),
        pytest.param("  top\n   |\n+-----+\n| bar |\n+-----+", True, id="from-a-text-down-to-a-box"),
        pytest.param("==========\n  |    |\n  a    b", True, id="under-a-bus"),
        pytest.param("-----\n  |\n (a)", True, id="to-a-word-in-brackets"),
        pytest.param("-----\n  |\n 门店", True, id="to-chinese"),
        pytest.param("-----\n  | reads\n  a", True, id="with-its-name-beside-it"),
        pytest.param("let x = y\n    ----- \n    |\n    moved here", True, id="from-the-line-under-a-word"),
        pytest.param("-----\n  |\n\n  a", False, id="to-nothing"),
        pytest.param("-----\n  |\n  =", False, id="to-a-sign"),
        pytest.param("-----\na | b\n  c", False, id="between-two-words"),
        pytest.param("+-----------+\n| cat x | y |\n| sort      |\n+-----------+", False, id="a-pipe-in-a-box"),
        pytest.param("word\n |\n word", False, id="between-texts"),
        pytest.param("a --> b\n    | \n    c", False, id="under-a-head"),
    ],
)
def test_a_lone_bar_leads_from_an_edge_to_a_text(source: str, is_ink: bool) -> None:
    labels = [text["text"] for text in json.loads(boxwright.render(source, to="json").output)["labels"]]
    assert any("|" in label for label in labels) != is_ink


@pytest.mark.parametrize("seed", range(100))
def test_strokes_of_one_axis_never_overlap(seed: int) -> None:
    rng = random.Random(seed)
    rows = tuple("".join(rng.choices([*GLYPHS, " ", "x"], k=60)) for _ in range(8))
    level, upright = trace_strokes(rows)
    found = [*level, *upright]
    assert all(
        (a.axis, a.line) != (b.axis, b.line) or a.stop < b.start for a, b in itertools.pairwise(found)
    )
    for one in found:
        run = rows[one.line][one.start : one.stop + 1] if one.axis == "h" else "".join(
            row[one.line] for row in rows[one.start : one.stop + 1])
        assert all(char in GLYPHS for char in run)


@pytest.mark.parametrize(("cell", "labels"), [("-", ["-"]), ("=", ["="]), ("─", [])])
def test_a_dash_alone_in_a_narrow_box_is_text(cell: str, labels: list[str]) -> None:
    source = f"┌───┐\n│ {cell} │\n└───┘"
    assert [owned.label.text for owned in sketch(read_grid(source))[2].labels] == labels
    boxwright.render(source)            # a rule of no length breaks nothing


@pytest.mark.parametrize(("rows", "told"), [
    pytest.param(("start", "  |", "  |yes", "  v", " end"), "An arrow labelled “yes” leads from start to end.",
                 id="right-of-it"),
    pytest.param((" A", " |", "g|", " |", " v", " C"), "An arrow labelled “g” leads from A to C.", id="left-of-it"),
    pytest.param(("  A", "  ^", "是|", "  |", "  C"), "An arrow labelled “是” leads from C to A.", id="a-wide-word"),
    pytest.param(("[A]", *(" |", " |", " |5", " |"), "[C]"), "A line labelled “5” joins [A] and [C].",
                 id="without-a-head"),
])
def test_a_word_that_touches_an_upright_line_names_it(rows: tuple[str, ...], told: str) -> None:
    assert told in boxwright.render("\n".join(rows)).description


@pytest.mark.parametrize("rows", [
    pytest.param(("a|b", " |", " v"), id="on-both-sides"),
    pytest.param(("x|", "y|", "z|", " v"), id="at-each-bar"),
    pytest.param(("grep y|", " sort x|", "      |"), id="two-bars"),
    pytest.param(("|yes", "v"), id="a-single-bar"),
    pytest.param(("12:30", "  :", "  v"), id="a-time"),
    pytest.param(("  |", "  view"), id="a-word-that-begins-like-a-head"),
])
def test_a_bar_at_a_word_stays_text(rows: tuple[str, ...]) -> None:
    assert sketch(read_grid("\n".join(rows)))[2].wires == ()


@pytest.mark.parametrize("row", [
    pytest.param("VCC -|1  8|- GND", id="a-blank-between"),
    pytest.param("TX 1-|    |-8 RX", id="touching"),
    pytest.param(" 是 -|    |- no", id="a-wide-word"),
    pytest.param(" 是 ─│    │─ no", id="drawn"),
])
def test_a_hyphen_between_a_word_and_a_wall_is_a_pin(row: str) -> None:
    edge, below = ["     +----+"] * 2 if "-" in row else ("     ┌────┐", "     └────┘")
    seen = sketch(read_grid(f"{edge}\n{row}\n{below}"))[2]
    assert len(seen.boxes) == 1 and len(seen.connectors) == 2


@pytest.mark.parametrize("row", ["|-5 |-3 |", "|5- | 3-|", "|- a|a -|"])
def test_a_hyphen_in_a_cell_is_text(row: str) -> None:
    assert sketch(read_grid(f"+---+---+\n{row}\n+---+---+"))[2].wires == ()


@pytest.mark.parametrize("points", range(3, 9))
@pytest.mark.parametrize(("before", "after"), [("'", "."), (".", "'")], ids=["down", "up"])
def test_the_last_point_of_a_curve_is_the_corner_of_the_line(before: str, after: str, points: int) -> None:
    row = f"{before * points}-{after}"
    for cells, span in ((row, (points - 1, points + 1)), (row[::-1], (0, 2))):
        level, _ = trace_strokes((cells,))
        assert [(stroke.start, stroke.stop) for stroke in level] == [span]
