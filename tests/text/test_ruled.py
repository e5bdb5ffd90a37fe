"""The bars of a table without a frame go under the crossings of its rule, if it holds wide text."""
from __future__ import annotations

import pytest

import boxwright


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            [" CPU │ 缓存   │ 内存",
             "─────┼────────┼──────",
             " 8核  │ 32MB  │ 64GB",
             "16核  │ 64MB  │ 128GB"],
            [" CPU │ 缓存   │ 内存",
             "─────┼────────┼──────",
             " 8核 │ 32MB   │ 64GB",
             "16核 │ 64MB   │ 128GB"], id="blanks-give-way"),
        pytest.param(
            [" 名称 | 说明        | 价格",
             "------+-------------+------",
             " 柠檬水  | 一杯清凉的饮料    | 1.20",
             " tea  | hot         | 2"],
            [" 名称   | 说明           | 价格",
             "--------+----------------+------",
             " 柠檬水 | 一杯清凉的饮料 | 1.20",
             " tea    | hot            | 2"], id="columns-grow"),
        pytest.param(
            ["名称   ║ 说明",
             "═══════╬══════",
             "柠檬水  ║ 饮料",
             "═══════╬══════",
             "茶     ║ 热的"],
            ["名称   ║ 说明",
             "═══════╬══════",
             "柠檬水 ║ 饮料",
             "═══════╬══════",
             "茶     ║ 热的"], id="a-rule-after-each-row"),
        pytest.param(
            [" 名称 | 命令",
             "------+------",
             " a | 甲",
             " b | ls | wc",
             " c | 丁"],
            [" 名称 | 命令",
             "------+------",
             " a    | 甲",
             " b    | ls | wc",
             " c    | 丁"], id="a-bar-in-the-last-cell"),
        pytest.param(
            [" 命令   | 说明",
             "--------+------",
             " a | b  | 甲",
             " 柠檬    | 乙"],
            [" 命令   | 说明",
             "--------+------",
             " a | b  | 甲",
             " 柠檬   | 乙"], id="a-bar-in-the-first-cell"),
        pytest.param(
            ["──────┬─────",
             "名称  │ 值",
             "──────┼─────",
             "柠檬水茶 │ 2",
             "──────┴─────"],
            ["─────────┬─────",
             "名称     │ 值",
             "─────────┼─────",
             "柠檬水茶 │ 2",
             "─────────┴─────"], id="the-rules-above-and-below-grow-too"),
        pytest.param(
            ["  名称  │ 一月",
             " ───────┼──────",
             "  柠檬水公司 │ 12",
             "  茶馆  │ 14"],
            ["  名称       │ 一月",
             " ────────────┼──────",
             "  柠檬水公司 │ 12",
             "  茶馆       │ 14"], id="rows-keep-their-indent"),
    ],
)
def test_a_table_goes_under_its_rule(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert {repair.what for repair in straightened.repairs} == {"wall"}
    assert boxwright.straighten(straightened.text).text == straightened.text


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([" 名称 | 说明", "------+------", " 柠檬 | 饮料"], id="in-line"),
        pytest.param([" name | what", "------+------", " tea   | hot"], id="nothing-wide"),
        pytest.param([" 名称 | 说明", "------+------", " 柠檬 | 饮料 | 冷"], id="more-bars-than-crossings"),
        pytest.param([" 名 | 价 | 说明", "----+----+------", " 甲  | 1  | 冷", " 乙 | 热"],
                     id="a-row-with-a-bar-too-few"),
        pytest.param([" 名   | 说明", "------+------", " 甲    | 冷", " 一杯柠檬水和红茶 | 热"],
                     id="a-row-that-is-far-off"),
        pytest.param(["| 名称 | 说明 |", "|---|---|", "| 柠檬水 | 饮料 |"], id="a-markdown-table"),
        pytest.param(["------+------", " 柠檬水 | 饮料"], id="no-head"),
        pytest.param([" 名 | 说明", "----+------", " 柠檬水和红茶 | 饮料"], id="far-off"),
        pytest.param(["名称 ─┼─ 说明", "柠檬  │  饮料"], id="a-crossing-between-words"),
    ],
)
def test_what_is_no_ruled_table_stays(rows: list[str]) -> None:
    source = "\n".join(rows)
    assert boxwright.straighten(source).text == source
