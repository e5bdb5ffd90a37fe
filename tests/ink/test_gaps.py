"""Lines whose ends stop short of something: what they mean outside of a box, and within one."""
from __future__ import annotations

import json
from typing import Any

import pytest

import boxwright
from boxwright.ink.sketch import sketch
from boxwright.model import Wire
from boxwright.text.grid import read_grid


def arrows(rows: list[str]) -> list[tuple[str | None, str, str | None]]:
    """Each connector as (from, "->", to), boxes by their labels."""
    seen: dict[str, Any] = json.loads(boxwright.render("\n".join(rows), to="json", kind="drawing").output)
    names = {None: None, **{box["id"]: box["label"].partition("\n")[0] for box in seen["boxes"]}}
    signs = {(False, False): "--", (False, True): "->", (True, False): "<-", (True, True): "<->"}
    return [
        (names[c["from"]] or c["from_text"], signs[c["start_arrow"], c["end_arrow"]], names[c["to"]] or c["to_text"])
        for c in seen["connectors"]
    ]


def wires(rows: list[str]) -> tuple[Wire, ...]:
    return sketch(read_grid("\n".join(rows)))[2].wires


def between(row: str) -> list[str]:
    """Two boxes with something between their middles."""
    gap = len(row) - 10
    edge = "+---+" + " " * gap + "+---+"
    return [edge, row, edge]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param(between("| a |  ----->  | b |"), [("a", "->", "b")], id="two-blanks-from-each-box"),
    pytest.param(between("| a |-----   | b |"), [("a", "--", "b")], id="three-blanks-from-one"),
    pytest.param(between("| a |    ----->    | b |"), [], id="four-blanks"),
    pytest.param(["REST  ---> +---+", "CLI   ---> | c | --->   db", "           +---+"],
                 [("REST", "->", "c"), ("CLI", "->", "c"), ("c", "->", "db")], id="a-word-and-a-box"),
    pytest.param(["           +---+", "CLI --->   | c |   <--- note", "           +---+"],
                 [("CLI", "->", "c"), ("note", "->", "c")], id="a-word-and-a-box-across-three-blanks"),
    pytest.param(["        +---+", "a --->  | c |", "b --->  |   |", "        +---+"],
                 [("a", "->", "c"), ("b", "->", "c")], id="two-alike-from-words"),
    pytest.param(["+---+        +---+", "| a |  --->  | b |", "|   |  ===>  |   |", "+---+        +---+"],
                 [("a", "->", "b"), ("a", "->", "b")], id="two-unlike-from-box-to-box"),
    pytest.param(["+---+", "| c |   --->  sync", "|   |   - ->  async", "+---+"], [], id="a-legend-beside-a-box"),
    pytest.param(["┌───┐", "│ c │  <── sync", "│   │  <══ bulk", "└───┘"], [], id="a-legend-of-lines-back"),
    pytest.param(["+---+  ---> sync", "| c |", "+---+  ---> async"], [], id="beside-corners"),
    pytest.param(["+---+", "|   |  ------>  +---+", "| c |           | d |", "+---+           +---+"],
                 [], id="at-a-corner"),
    pytest.param(["+---+        +---+", "| c |  --->  | d |", "|   |        +---+", "+---+"], [("c", "->", "d")],
                 id="two-boxes-of-two-heights"),
    pytest.param(["one   --->   two"], [("one", "->", "two")], id="two-words"),
    pytest.param(["one    --->    two"], [], id="two-words-and-four-blanks"),
    pytest.param(["一  ──▶ 二", "三  ──▶  四"], [("一", "->", "二"), ("三", "->", "四")], id="padded-words-in-columns"),
    pytest.param(["guest  --> till", "ad     --> kiosk", "kiosk  --> ad"],
                 [("guest", "->", "till"), ("ad", "->", "kiosk"), ("kiosk", "->", "ad")],
                 id="a-short-word-in-a-column"),
    pytest.param(["guest  --> till", "ad    --> kiosk"], [("guest", "->", "till")], id="not-in-one-column"),
    pytest.param(["GET   --> auth  --> end", "PUT   --> parse --> end"],
                 [("GET", "->", "auth"), ("auth", "->", "end"), ("PUT", "->", "parse"), ("parse", "->", "end")],
                 id="a-chain-in-columns"),
    pytest.param(["one   ---   two"], [], id="two-words-and-no-head"),
    pytest.param(["──▶ sync   ══▶ bulk"], [], id="a-legend-in-a-row"),
    pytest.param(["Key:  ──▶ sync   ══▶ bulk"], [], id="a-legend-with-a-title"),
    pytest.param(["[==>   ] 40%"], [], id="a-bar-of-progress-in-brackets"),
    pytest.param(["camera ──┐", "lidar  ──┼──▶ fusion", "radar  ──┘"],
                 [("camera", "->", "fusion"), ("lidar", "->", "fusion"), ("radar", "->", "fusion")], id="a-join"),
    pytest.param(["frontend ──┐", "api      ──┼──▶ fusion", "db       ──┘"],
                 [("frontend", "->", "fusion"), ("api", "->", "fusion"), ("db", "->", "fusion")],
                 id="a-join-of-padded-words"),
    pytest.param(["frontend    ──┐", "backend     ──┼──▶ fusion", "database    ──┘"],
                 [("frontend", "->", "fusion"), ("backend", "->", "fusion"), ("database", "->", "fusion")],
                 id="a-join-of-words-padded-as-counted"),
    pytest.param(["client    --> server    --> store", "client    <-- server    <-- store"],
                 [("client", "->", "server"), ("server", "->", "store"), ("server", "->", "client"),
                  ("store", "->", "server")], id="chains-padded-as-counted"),
    pytest.param(["frontend ──▶ a", "api      ──▶ b", "db       ──▶ c", "x        ──▶ d"],
                 [("frontend", "->", "a"), ("api", "->", "b"), ("db", "->", "c"), ("x", "->", "d")],
                 id="several-short-words-in-a-column"),
    pytest.param(["frontend ──▶ a", "", "db       ──▶ c"], [("frontend", "->", "a")], id="a-blank-row-between"),
    pytest.param(["         ┌──▶  web", "user  ───┼──▶  api", "         └──▶  cli"],
                 [("user", "->", "web"), ("user", "->", "api"), ("user", "->", "cli")], id="a-fork"),
    pytest.param(["   ┌──▶ [test]  ──┐", "x ─┤              ├──▶ y", "   └──▶ [scan]  ──┘"],
                 [("x", "->", "[test]"), ("x", "->", "[scan]"), ("[test]", "->", "y"), ("[scan]", "->", "y")],
                 id="a-fork-and-a-join"),
    pytest.param(["src/", "├── main.py  ──▶ calls it", "└── conf.py"],
                 [("src/", "--", "main.py"), ("main.py", "->", "calls it"), ("src/", "--", "conf.py")],
                 id="beside-a-leaf"),
    pytest.param(["  ══╪════  10.0.0.0", "    │", "    a"], [], id="what-explains-a-bar"),
    pytest.param(["             +---+", "key   --->   | c |", "wire   ---   |   |", "             +---+"],
                 [("key", "->", "c")], id="a-word-and-a-line-without-a-head"),
    pytest.param([" a             b", " |             |", " | --- hi ---> |", " | <--- ok --- |", " |             |"],
                 [("a", "->", "b"), ("b", "->", "a")], id="between-lines-of-life"),
    pytest.param([" a      b", " |      |", " | -->  |", " |   -> |", " |      |"], [("a", "->", "b")],
                 id="two-blanks-from-one-line-of-life"),
    pytest.param(["a |=====>   | 50%", "b |=======> | 70%", "c |==>      | 20%"], [], id="bars-of-progress"),
    pytest.param(["| op    | x |", "|-------|---|", "|  -->  | a |", "|  <--  | b |"], [], id="cells-under-a-rule"),
])
def test_ends_reach_across_blanks_where_both_mean_something(
    rows: list[str], expected: list[tuple[str, str, str]],
) -> None:
    assert [arrow for arrow in arrows(rows) if None not in arrow] == expected


@pytest.mark.parametrize("row", [
    "| --> sync |", "| <-- back |", "| <-> both |", "|  <---->  |", "|  x <---- |", "| ----> x  |"])
def test_an_arrow_in_a_legend_is_as_long_as_it_was_typed(row: str) -> None:
    edge = "+----------+"
    arrow, = wires([edge, row, edge])
    ends = [i for i, char in enumerate(row) if char in "-<>"]
    assert [arrow.start_to, arrow.end_to] == [(2 * ends[0], 3), (2 * ends[-1] + 2, 3)]


def test_an_arrow_from_another_box_reaches_the_wall_around_it() -> None:
    rows = ["+-------------+", "|   +---+     |", "| x | a |---> |", "|   +---+     |", "+-------------+"]
    assert [wire.end_to for wire in wires(rows)] == [(29, 5)]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param(["┌─┐   ┌─┐   ┌─┐", "│a│ → │b│ ⇒ │c│", "└─┘   └─┘   └─┘"], [("a", "->", "b"), ("b", "->", "c")],
                 id="one-blank"),
    pytest.param(["┌─┐     ┌─┐       ┌─┐", "│a│  ⟵  │b│   ↔   │c│", "└─┘     └─┘       └─┘"],
                 [("b", "->", "a"), ("b", "<->", "c")], id="two-and-three-blanks"),
    pytest.param(["╔═══╗   ┌───┐", "║ 甲║ → │ 乙│", "╚═══╝   └───┘"], [("甲", "->", "乙")], id="walls-of-two-kinds"),
    pytest.param(["+---+   +---+", "| a | → | b |", "+---+   +---+"], [("a", "->", "b")], id="typed-boxes"),
    pytest.param(["+---+   +---+", "| a | > | b |", "+---+   +---+"], [], id="an-operator"),
    pytest.param(["┌───┬───┬───┐", "│ a │ → │ b │", "└───┴───┴───┘"], [], id="a-cell-of-a-table"),
    pytest.param(["| op | x |", "|----|---|", "| →  | a |"], [], id="a-cell-under-a-rule"),
    pytest.param(["┌───────┐   ┌─┐", "│ a → │ │ → │b│", "└───────┘   └─┘"], [("a →", "->", "b")], id="in-a-label"),
    pytest.param(["┌───┐", "│ a │  →  b", "└───┘"], [], id="one-box-alone"),
    pytest.param(["┌─┐     ┌─┐", "│a│ → ? │b│", "└─┘     └─┘"], [], id="a-word-on-its-way"),
])
def test_a_head_alone_leads_from_one_box_to_another(rows: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert sorted(arrows(rows)) == expected


@pytest.mark.parametrize("rows", [
    pytest.param(["+-----------+", "|   +---+   |", "|   | a |   |", "|   +-+-+   |", "|     v     |", "|   go on   |",
                  "+-----------+"], id="over-it"),
    pytest.param(["+-----------+", "|   go on   |", "|     ^     |", "|   +-+-+   |", "|   | a |   |", "|   +---+   |",
                  "+-----------+"], id="under-it"),
])
def test_an_arrow_stops_at_a_text_though_its_tip_is_at_a_blank_between_two_words(rows: list[str]) -> None:
    assert arrows(rows) == [("a", "->", "go on")]
    tip = next(y for y, row in enumerate(rows) if "v" in row or "^" in row)
    assert [wire.end_to if wire.end_arrow else wire.start_to for wire in wires(rows)] == [
        (13, 2 * tip + 2 * ("v" in rows[tip]))]


@pytest.mark.parametrize(("head", "weight"), [("→", "light"), ("⇒", "double"), ("⇐", "double"), ("⇔", "double")])
def test_a_head_alone_has_as_many_strokes_as_it_was_typed_with(head: str, weight: str) -> None:
    assert [wire.weight for wire in wires(["┌─┐   ┌─┐", f"│a│ {head} │b│", "└─┘   └─┘"])] == [weight]
