"""Receipts: which texts are taken for one, and what is read from it."""
from __future__ import annotations

from pathlib import Path

import pytest

import boxwright
from boxwright.model import Line, Receipt

RECEIPTS = Path(__file__).parents[2] / "diagrams" / "receipt"


def read(source: str, kind: str | None = "receipt") -> Receipt:
    figure = boxwright.render(source, kind=kind, to="figure").figure
    assert isinstance(figure, Receipt)
    return figure


def test_the_lemonade_is_read_line_by_line() -> None:
    source = (RECEIPTS / "lemonade.txt").read_text(encoding="utf-8")
    assert read(source, None) == Receipt("蜜雪冰城门店", (
        Line("shop", "蜜雪冰城门店"), Line("soft", "收银小票（示意）"), Line("rule"),
        Line("pair", "品名", "穷鬼柠檬水"), Line("pair", "数量", "1 杯"), Line("pair", "单价", "¥ 3.00"),
        Line("dashed-rule"), Line("pair", "小计", "¥ 3.00"), Line("pair", "优惠", "-¥ 0.00"),
        Line("total", "总计", "¥ 3.00"), Line("rule"), Line("pair", "付款方式", "现金／微信"),
        Line("pair", "交易号", "XXXX-XXXX-X"), Line("pair", "日期", "2025-10-21"), Line("pair", "时间", "19:45"),
        Line("rule"), Line("text", "谢谢惠顾，欢迎再来！"),
    ))


@pytest.mark.parametrize("name", ["lemonade", "lemonade-en", "coffee"])
def test_a_receipt_is_recognised_unasked(name: str) -> None:
    source = (RECEIPTS / f"{name}.txt").read_text(encoding="utf-8")
    assert read(source, None) == read(source)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        pytest.param("Tea: 1.20", Line("pair", "Tea", "1.20"), id="colon"),
        pytest.param("品名：柠檬水", Line("pair", "品名", "柠檬水"), id="full-width-colon"),
        pytest.param("Tea ..... 1.20", Line("pair", "Tea", "1.20"), id="dotted-leader"),
        pytest.param("Tea·····1.20", Line("pair", "Tea", "1.20"), id="middle-dots"),
        pytest.param("Tea       1.20", Line("pair", "Tea", "1.20"), id="wide-gap"),
        pytest.param("Off  -$ 1.20", Line("pair", "Off", "-$ 1.20"), id="less-than-nothing"),
        pytest.param("Time: 19:45", Line("pair", "Time", "19:45"), id="a-colon-in-the-value"),
        pytest.param("Tea:1.20", Line("pair", "Tea", "1.20"), id="no-blank-after-the-colon"),
        pytest.param("Off:-$1.20", Line("pair", "Off", "-$1.20"), id="no-blank-and-a-sign"),
        pytest.param("单号:A-17", Line("pair", "单号", "A-17"), id="no-blank-and-a-word"),
        pytest.param("Total : 3.00", Line("total", "Total", "3.00"), id="a-blank-before-the-colon"),
        pytest.param("Table 12: 3 cups", Line("pair", "Table 12", "3 cups"), id="a-digit-before-the-colon"),
        pytest.param("时间: 2025-06-01 09:12", Line("pair", "时间", "2025-06-01 09:12"), id="a-time-told"),
        pytest.param("09:12: paid", Line("pair", "09:12", "paid"), id="a-time-that-labels"),
        pytest.param("2025-06-01 09:12:33", Line("text", "2025-06-01 09:12:33"), id="a-time"),
        pytest.param("2025-06-01 09：12", Line("text", "2025-06-01 09：12"), id="a-time-in-full-width"),
        pytest.param("http://x.cn", Line("text", "http://x.cn"), id="an-address"),
        pytest.param("Site: http://x.cn", Line("pair", "Site", "http://x.cn"), id="an-address-told"),
        pytest.param("Thank you :)", Line("text", "Thank you :)"), id="a-face"),
        pytest.param("Thank you:)", Line("text", "Thank you:)"), id="a-face-at-a-word"),
        pytest.param("Total: 3.00", Line("total", "Total", "3.00"), id="total"),
        pytest.param("Subtotal: 3.00", Line("pair", "Subtotal", "3.00"), id="subtotal-is-no-total"),
        pytest.param("合計  ¥300", Line("total", "合計", "¥300"), id="total-in-japanese"),
        pytest.param("-----------", Line("dashed-rule"), id="hyphens"),
        pytest.param("===========", Line("rule"), id="equals-signs"),
        pytest.param("───────────", Line("rule"), id="drawn-rule"),
        pytest.param("╌╌╌╌╌╌╌╌╌╌╌", Line("dashed-rule"), id="a-rule-of-dashes"),
        pytest.param("├╌╌╌╌╌╌╌╌╌┤", Line("dashed-rule"), id="dashes-from-wall-to-wall"),
        pytest.param("├┈┈┈┈┈┈┈┈┈┤", Line("dashed-rule"), id="short-dashes-from-wall-to-wall"),
        pytest.param("├─────────┤", Line("rule"), id="a-line-from-wall-to-wall"),
        pytest.param("+---------+", Line("rule"), id="hyphens-from-wall-to-wall"),
        pytest.param("Come again!", Line("text", "Come again!"), id="a-text-after-a-pair"),
    ],
)
def test_lines(row: str, line: Line) -> None:
    assert read(f"Shop\nCup: 1\n{row}\nend") .lines[2] == line


def test_a_slip_with_its_time_and_address_is_recognised() -> None:
    source = (
        "┌────────────────────┐\n│        小票        │\n├────────────────────┤\n"
        "│ 咖啡        ¥18.00 │\n│ 合计        ¥18.00 │\n├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤\n"
        "│ 2025-06-01 09:12   │\n│ http://x.cn        │\n│ 谢谢               │\n└────────────────────┘")
    assert read(source, None).lines[4:] == (
        Line("dashed-rule"), Line("text", "2025-06-01 09:12"), Line("text", "http://x.cn"), Line("text", "谢谢"))


def test_what_stands_above_the_first_pair_is_shop_then_soft() -> None:
    assert [line.role for line in read("Shop\nHarbour Street\nTel. 4711\nTea: 1.20").lines] == [
        "shop", "soft", "soft", "pair"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("┌───────────┐\n│   Shop    │\n├───────────┤\n│ cups: 1   │\n│ name: tea │\n└───────────┘",
                     id="pairs-but-no-money"),
        pytest.param("┌───────────┐\n│   Shop    │\n│ Tea: 1.20 │\n│ Cup: 0.30 │\n└───────────┘", id="no-rule"),
        pytest.param("┌─────┬──────┐\n│ Tea │ 1.20 │\n├─────┼──────┤\n│ Cup │ 0.30 │\n└─────┴──────┘", id="a-table"),
        pytest.param("Shop\n-----\nTea: 1.20\nCup: 0.30", id="no-frame"),
        pytest.param("┌──────────────────────┐\n│ spec                 │\n├──────────────────────┤\n"
                     "│ price: \"3.00\"        │\n"
                     "│ kind: Order          │\n└──────────────────────┘", id="an-object"),
    ],
)
def test_near_misses_stay_drawings(source: str) -> None:
    assert boxwright.render(source).figure.kind == "drawing"


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        pytest.param("en", "Receipt", id="en"),
        pytest.param("zh", "小票", id="zh"),
        pytest.param("fr", "Receipt", id="fr"),
    ],
)
def test_a_receipt_without_a_shop_has_the_name_of_its_kind(lang: str, title: str) -> None:
    assert boxwright.render("Tea: 1.20", kind="receipt", lang=lang).title == title
