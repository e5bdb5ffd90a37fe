"""Frames whose corners are bars, or that have none, and those of low lines."""
from __future__ import annotations

import pytest

import boxwright


def told(*rows: str) -> str:
    return boxwright.render("\n".join(rows) + "\n", kind="drawing").description


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param(["|-----|     |-----|", "|  a  |---->|  b  |", "|-----|     |-----|"],
                     "a and b. An arrow leads from a to b.", id="bars-at-the-corners"),
        pytest.param(["│─────│", "│ 甲  │", "│─────│"], "甲.", id="drawn-bars"),
        pytest.param(["  a  a", "|------|", "| some |", "|------|"], "some. It also shows the texts “a” and “a”.",
                     id="texts-within-its-ends"),
        pytest.param(["|=====|", "|  a  |", "|=====|"], "a.", id="double-edges"),
        pytest.param(["|-------|", "| title |", "|=======|", "| body  |", "|-------|"], "title, with body.",
                     id="a-rule"),
        pytest.param(["|---|---|", "| a | b |", "|---|---|", "| c | d |", "|---|---|"],
                     "a table with two rows: a and b; c and d.", id="a-table"),
        pytest.param(["+---------+", "| a  | b  |", "|----|----|", "| c  | d  |", "+---------+"],
                     "a table with two rows: a and b; c and d.", id="a-rule-in-a-box"),
        pytest.param(["+---+---+", "| a | b |", "|---|---|", "| c | d |", "|---|---|", "| e | f |", "+---+---+"],
                     "a table with three rows: a and b; c and d; e and f.", id="two-rules-in-a-box"),
        pytest.param(["|----|----|", "| a  | b  |", "+----+----+"], "a table with one row: a and b.",
                     id="two-kinds-of-edges"),
        pytest.param(["-------", "|  a  |", "-------"], "a.", id="hyphens"),
        pytest.param([" -----        -----", "|  a  |----->|  b  |", " -----        -----"],
                     "a and b. An arrow leads from a to b.", id="hyphens-between-the-walls"),
        pytest.param(["===========", "| a  | b  |", "===========", "| c  | d  |", "==========="],
                     "a table with two rows: a and b; c and d.", id="a-table-of-double-lines"),
        pytest.param([" _____        _____", "|     |      |     |", "|  a  |----->|  b  |", "|_____|      |_____|"],
                     "a and b. An arrow leads from a to b.", id="low-lines"),
        pytest.param([" --------", "| a  | b |", "|--------|", "| c  | d |", " --------"],
                     "a table with two rows: a and b; c and d.", id="a-barred-rule-between-hyphens"),
        pytest.param(["    a", "    |", "|---|---|", "|       |", "v       v", "b       c"],
                     "Arrows lead from a to b and c.", id="a-bar-of-branches"),
        pytest.param(["a   b   c", "|   |   |", "|---|---|", "    |", "    v", "    d"],
                     "Arrows lead from a, b and c to d.", id="a-bar-of-branches-that-join"),
        pytest.param(["   _________________", "  |  ___       ___  |", "  | |   |     |   | |", "  | | a |---->| b | |",
                      "  | |___|     |___| |", "  |_________________|"],
                     "a and b. An arrow leads from a to b.", id="low-lines-around-others"),
        pytest.param([" _____", "| 甲  |", "|_____|", "   |", " __v__", "| 乙  |", "|_____|"],
                     "甲 and 乙. An arrow leads from 甲 to 乙.", id="low-lines-under-one-another"),
    ],
)
def test_what_is_closed_is_a_box(rows: list[str], words: str) -> None:
    assert told(*rows) in (words, f"The diagram shows {words}")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["| a  | b  |", "|----|----|", "| c  | d  |"], id="the-rule-of-a-table-in-markdown"),
        pytest.param(["|------|", "|------|", "|------|"], id="bars-of-measures"),
        pytest.param(["|-----|", "| a   |"], id="open-below"),
        pytest.param(["| a   |", "|-----|"], id="open-above"),
        pytest.param([" a     b", " |     |", " |-----|", " |     |", " |-----|", " |     |"], id="lines-of-life"),
        pytest.param([" A         B", " |---------|", " |  link   |", " |---------|"], id="messages-right-under-names"),
        pytest.param([" 客户端    服务器", "   │─────────│", "   │  请求   │", "   │─────────│"],
                     id="messages-in-chinese"),
        pytest.param(["---|-----|---", "   |  a  |", "---|-----|---"], id="a-line-that-goes-on"),
        pytest.param(["-------", "|  a   ", "-------"], id="one-wall"),
        pytest.param(["-------", "|  a  |"], id="one-edge"),
        pytest.param(["---------", "|  a  |", "---------"], id="a-longer-edge"),
        pytest.param(["|-----|", "|     |", "|-- --|"], id="a-gap-in-an-edge"),
        pytest.param(["     _____", "____|     |____"], id="a-wave"),
    ],
)
def test_what_is_open_is_none(rows: list[str]) -> None:
    sketch = boxwright.render("\n".join(rows) + "\n", to="figure", kind="drawing").figure.sketch
    assert sketch.boxes == ()
