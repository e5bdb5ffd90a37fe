"""Measures: the bars at their ends are ticks, other bars beside a line stay what they are."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.glyphs import TICK
from boxwright.ink.settle import settle
from boxwright.model import Sketch


def sketch_of(source: str) -> Sketch:
    sketch: Sketch = boxwright.render(source, kind="drawing").figure.sketch
    return sketch


def settled(source: str) -> str:
    rows = source.split("\n")
    width = max(map(len, rows))
    return "\n".join(row.rstrip() for row in settle(tuple(row.ljust(width) for row in rows))).replace(TICK, "I")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("|-- 5 --|", "├── 5 ──┤", id="with-a-word"),
        pytest.param("|-----|", "├─────┤", id="without-one"),
        pytest.param("|-----|-----|", "├─────┼─────┤", id="two"),
        pytest.param("|<-- 5 -->|", "I<── 5 ──>I", id="with-heads"),
        pytest.param("|<- 4 ->|<-16 bits->|", "I<─ 4 ─>I<─16 bits─>I", id="short-ones-with-heads"),
        pytest.param("|<->|", "I<─>I", id="a-very-short-one"),
        pytest.param("|---->|", "├────>I", id="one-head"),
        pytest.param("|-- 宽度 --|", "├── 宽度 ──┤", id="chinese"),
        pytest.param("|-----|-----|\n0     5    10", "├─────┼─────┤\n0     5    10", id="over-its-numbers"),
        pytest.param("|-----|-----|--> t\n0     5    10", "├─────┼─────┼--> t\n0     5    10", id="an-axis"),
        pytest.param("|--|->", "├──┼->", id="an-axis-without-a-name"),
        pytest.param("|-----|-----|\n[=MVP=]\n      [==b==]", "├─────┼─────┤\n[=MVP=]\n      [==b==]",
                     id="over-a-plan"),
        pytest.param("[==========]\n|-----|-----|", "[==========]\n├─────┼─────┤", id="under-a-plan"),
        pytest.param("|\n|<-- 5 -->|", "|\n|<── 5 ──>I", id="one-end-at-a-wall"),
        pytest.param("|---|\n    |-----|\n          |--|", "├───┤\n    ├─────┤\n          ├──┤",
                     id="one-behind-another"),
        pytest.param("|---|\n  |-----|", "├───┤\n  ├─────┤", id="one-over-another"),
        pytest.param("|--plan--|\n         |--do--|", "├──plan──┤\n         ├──do──┤", id="with-words"),
        pytest.param("|====|\n     |===|", "├════┤\n     ├═══┤", id="of-double-lines"),
    ],
)
def test_the_bars_of_a_measure_are_ticks(source: str, expected: str) -> None:
    assert settled(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("+-------+\n|  box  |\n+-------+\n|-- 5 --|", id="under-the-walls-of-a-box"),
        pytest.param("| 名字 | a |\n|-------|---|\n| b | c |", id="the-rule-of-a-table"),
        pytest.param(" .-----.\n|-------|\n '-----'", id="a-lid"),
        pytest.param(" _______\n|-------|", id="under-a-roof"),
        pytest.param("A ||--|| B", id="a-relation"),
        pytest.param("A |--|{ B", id="another-relation"),
        pytest.param("x|--|y", id="between-words"),
        pytest.param("|- a -|", id="single-hyphens"),
        pytest.param("Name | Value | Default\n---|---|---\nport | 8080 | none", id="the-rule-of-a-ragged-table"),
        pytest.param("Name | Value\n:---|---:\nport | 8080", id="a-rule-with-colons"),
        pytest.param("|-- a\n|-- b", id="a-tree"),
        pytest.param("|-- a --> b", id="a-branch-with-a-head"),
        pytest.param("|     |     |\n|---->|---->|--> log\n|     |     |", id="messages-between-lines-of-life"),
        pytest.param("|---->|     |\n|     |-----|", id="one-message-after-another"),
        pytest.param("=========\n|---|---|", id="under-a-double-line"),
        pytest.param("|---|\n|---|\n|---|", id="with-the-same-ends"),
        pytest.param("+---+     +---+\n| a |---->| b |\n+---+     +---+", id="between-boxes"),
        pytest.param("|---|---|\n| a | b |", id="over-the-walls-of-a-table"),
        pytest.param("|---|\n    |\n    |---|", id="with-a-wall-between"),
        pytest.param("|---|---|\n+===+===+", id="over-an-edge"),
    ],
)
def test_other_bars_are_left_alone(source: str) -> None:
    assert set("├┼┤I").isdisjoint(settled(source))


@pytest.mark.parametrize(
    ("source", "words"), [
        pytest.param("|-- 5 --|", ["5"], id="without-heads"),
        pytest.param("|<-- 5 -->|", ["5"], id="with-heads"),
        pytest.param("|<- 4 ->|<-16 bits->|", ["4", "16 bits"], id="two"),
    ],
)
def test_the_ticks_are_no_letters(source: str, words: list[str]) -> None:
    assert [owned.label.text for owned in sketch_of(source).labels] == words


def test_a_hyphen_alone_at_a_bar_is_text_though_a_bar_is_under_it() -> None:
    assert settled("|- a -|- b -|\n|--c--|--d--|").split("\n")[0] == "|- a -|- b -|"
    assert settled("a ---|--- b\n     |").split("\n")[0] == "a ---┬--- b"
    assert settled("+-|-+\n  |").split("\n")[0] == "+-┬-+"


def test_a_head_has_its_tip_on_the_tick() -> None:
    sketch = sketch_of("|<-- 5 -->|")
    assert {end for wire in sketch.wires for end in (wire.start_to, wire.end_to)} >= {(1, 1), (21, 1)}
    assert {wire.path for wire in sketch.wires} >= {((1, 0), (1, 2)), ((21, 0), (21, 2))}


def test_the_tip_of_a_head_is_on_the_plate_that_it_points_at() -> None:
    wires = sketch_of("a -->|-- b").wires
    assert [wire.end_to for wire in wires if wire.end_arrow] == [(11, 1)]


def test_a_line_looks_on_each_side_of_its_ticks_as_it_was_typed() -> None:
    wires = sketch_of("---o===|===*---\n   1   2   3").wires
    assert {(w.path[0][0], w.path[-1][0]): w.weight for w in wires if w.path[0][1] == w.path[-1][1]} == {
        (1, 7): "light", (7, 23): "double", (23, 29): "light"}


def test_a_line_with_a_word_in_it_looks_on_each_side_as_it_was_typed() -> None:
    assert {w.weight for w in sketch_of("a --- b ====> c").wires} == {"light", "double"}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("A ---| |--- B", "A line joins A and B.", id="a-capacitor"),
        pytest.param("A ---||---> B", "An arrow leads from A to B.", id="side-by-side"),
        pytest.param("A ──┤ ├──┤ ├── B", "A line joins A and B.", id="two-contacts"),
        pytest.param("A --| |-- b --| |-- C", "A line labelled “b” joins A and C.", id="with-a-word-between"),
        pytest.param("A --->|--- B\nC ---|<--- D", "An arrow leads from A to B. An arrow leads from D to C.",
                     id="diodes-under-one-another"),
        pytest.param("0 ├──┤ ├──┤ 5", "The diagram shows the texts “0” and “5”.", id="two-measures"),
        pytest.param("A ──┤ x ├── B", "The diagram shows the texts “A”, “x” and “B”.", id="a-word-between-bars"),
    ],
)
def test_a_line_goes_on_through_its_plates(source: str, told: str) -> None:
    assert boxwright.render(source, kind="drawing").description == told


def test_plates_reach_for_no_line_over_or_under_them() -> None:
    bars = {wire.path for wire in sketch_of("A --->|--- B\nC ---|<--- D").wires if wire.path[0][0] == wire.path[-1][0]}
    assert {(min(a[1], b[1]), max(a[1], b[1])) for a, b in bars} == {(0, 1), (1, 2), (2, 3), (3, 4)}


BOX = "+--------+--------+\n|  high  |  low   |\n+--------+--------+"
TABLE = "The diagram shows a table with one row: high and low."


@pytest.mark.parametrize(("source", "told"), [
    pytest.param(f"{BOX}\n|<----- 16 ------>|", f"{TABLE} It also shows the text “16”.", id="under-a-table"),
    pytest.param(f"|<----- 16 ------>|\n{BOX}", f"{TABLE} It also shows the text “16”.", id="over-a-table"),
    pytest.param(f"{BOX}\n|<- 8 -->|<- 8 -->|", f"{TABLE} It also shows the texts “8” and “8”.", id="two-of-them"),
    pytest.param("┌─────────┐\n│ a       │\n└─────────┘\n◄── 16 ──►",
                 "The diagram shows a. It also shows the text “16”.",
                 id="no-bars"),
    pytest.param("┌────┬────┐\n│ 甲 │ 乙 │\n└────┴────┘\n └───┬───┘\n    头部",
                 "The diagram shows a table with one row: 甲 and 乙. It also shows the text “头部”.", id="a-brace"),
    pytest.param("┌───┐\n│ a ├──┐\n│   ├──┘\n└───┘",
                 "The diagram shows a. A line leads from a back to itself.", id="a-loop"),
    pytest.param("┌───┐     ┌───┐\n│ a │◄───►│ b │\n└───┘     └───┘",
                 "The diagram shows a and b. A two-way arrow joins a and b.",
                 id="between-boxes"),
])
def test_what_measures_a_box_joins_nothing(source: str, told: str) -> None:
    found = boxwright.render(source)
    assert (found.description, found.notes) == (told, ())


@pytest.mark.parametrize("source", [
    pytest.param("+-----+\n|  a  |\n+-----+\n|<- (6>|", id="half-a-dimension"),
    pytest.param("|<---- 15●00 ---->|\n+------+----------+\n|  a   |    b     |\n+------+---------+\n"
                 "|<-20->|<- 1(0 -->|", id="with-terminals-in-it"),
])
def test_what_measures_half_a_box_is_drawn(source: str) -> None:
    assert boxwright.render(source).output
