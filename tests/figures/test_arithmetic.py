"""What does not add up on a receipt, and what does, in its own way."""
from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boxwright

HEAD = "Shop\n-----\n"


def messages(rows: str) -> list[str]:
    notes = boxwright.check(HEAD + rows, kind="receipt")
    assert {note.code for note in notes} <= {"receipt-arithmetic"}
    return [note.message for note in notes]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Tea  1.20\nCake  3.00\nTotal  4.20", id="a-sum"),
        pytest.param("Tea  1.20\nSubtotal  1.20\nDiscount  -0.20\nTotal  1.00", id="a-discount"),
        pytest.param("Tea  1.20\nSubtotal  1.20\nDiscount  0.20\nTotal  1.00", id="a-discount-without-a-sign"),
        pytest.param("Tea  1.20\nVAT 10%  0.12\nTotal  1.32", id="a-tax-on-top"),
        pytest.param("Tea  1.20\nVAT 10%  0.11\nTotal  1.20", id="a-tax-within"),
        pytest.param("Tea  1.20\nTotal  1.20\nincl. VAT  0.11\nCard  1.20", id="a-tax-told-afterwards"),
        pytest.param("Tea  1.20\nService  0.30\nTotal  1.50", id="a-fee"),
        pytest.param("Tea 2 x 1.20  2.40\nTotal  2.40", id="quantity-and-price"),
        pytest.param("Tea 1.20 x 2  2.40\nTotal  2.40", id="price-and-quantity"),
        pytest.param("Apples 0.452 kg x 3.99  1.80\nTotal  1.80", id="a-weight-is-rounded"),
        pytest.param("Screen 15 x 2  30.00\nTotal  30.00", id="two-numbers-that-are-no-price"),
        pytest.param("Paper 80 x 120  3.00\nTotal  3.00", id="a-measure"),
        pytest.param("数量：2 杯\n单价：¥ 3.00\n小计：¥ 6.00\n总计：¥ 6.00", id="a-line-for-each-zh"),
        pytest.param("Quantity: 2\nPrice: 3.00\nAmount: 6.00\nTotal: 6.00", id="a-line-for-each"),
        pytest.param("Tea  2.00\n合计  2.00\n优惠  -0.50\n实付  1.50", id="two-totals"),
        pytest.param("A  1.00\nSubtotal  1.00\nB  2.00\nSubtotal  2.00\nTotal  3.00", id="a-subtotal-for-each-part"),
        pytest.param("Tea  $1.20\nTotal  $1.20\nCash  $5.00\nChange  $3.80", id="change"),
        pytest.param("TV  1,200.00\nCable  10.50\nTotal  1,210.50", id="thousands"),
        pytest.param("Tee  1,20\nSekt  1.003,00\nSumme  1.004,20", id="a-decimal-comma"),
        pytest.param("奶茶 .... 12\n蛋糕 .... 20\n合计 .... 32", id="whole-numbers"),
        pytest.param("Table: 7\nTea  1.20\nTotal  1.20", id="a-number-that-is-no-money"),
        pytest.param("Tea  1.20\nDiscount: 10%\nTotal  1.08", id="a-percentage-is-not-judged"),
        pytest.param("Tea  $1.20\nTotal  €1.10", id="two-currencies-are-not-judged"),
        pytest.param("Tea  1.20\nYou saved  0.30\nTotal  1.20", id="savings-are-only-told"),
        pytest.param("Birthday card  3.50\nTotal  3.50", id="a-card-that-is-bought"),
        pytest.param("Subtotal  3.50\nTotal  3.50", id="nothing-above"),
        pytest.param("Tea  1.20\nDate: 2025-10-21\nTime: 19:45", id="no-total"),
    ],
)
def test_what_adds_up(rows: str) -> None:
    assert messages(rows) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param("Tea  1.20\nCake  3.00\nTotal  4.30", ["the lines above come to 4.20, not 4.30; write 4.20"],
                     id="total"),
        pytest.param("Tea  1.20\nSubtotal  1.30", ["the lines above come to 1.20, not 1.30; write 1.20"],
                     id="subtotal"),
        pytest.param("Tea  1.20\nSubtotal  1.20\nTotal  1.30", ["the lines above come to 1.20, not 1.30; write 1.20"],
                     id="a-total-that-is-not-the-subtotal"),
        pytest.param("Tea  1.20\nSubtotal  1.20\nDiscount  -0.20\nTotal  1.20",
                     ["the lines above come to 1.00, not 1.20; write 1.00"], id="discount"),
        pytest.param("Tea 2 x 1.20  2.50\nTotal  2.50", ["2 x 1.20 is 2.40, not 2.50; write 2.40"], id="quantity"),
        pytest.param("Tea 2 @ 1.20  2.50\nTotal  2.50", ["2 @ 1.20 is 2.40, not 2.50; write 2.40"], id="quantity-at"),
        pytest.param("柠檬水 2 × ¥3  ¥7\n合计  ¥7", ["2 × ¥3 is ¥6, not ¥7; write ¥6"], id="quantity-zh"),
        pytest.param("数量：2 杯\n单价：¥ 3.00\n小计：¥ 6.50\n总计：¥ 6.50",
                     ["the lines above come to ¥ 6.00, not ¥ 6.50; write ¥ 6.00"], id="a-line-for-each"),
        pytest.param("Quantity: 2\nPrice: 3.00\nAmount: 6.50\nTotal: 6.00",
                     ["quantity times price is 6.00, not 6.50; write 6.00"], id="amount"),
        pytest.param("Tea  $1.20\nTotal  $1.20\nCash  $5.00\nChange  $3.00",
                     ["what was paid less the total is $3.80, not $3.00; write $3.80"], id="change"),
        pytest.param("Tee  1,20\nSumme  1,30", ["the lines above come to 1,20, not 1,30; write 1,20"], id="comma"),
        pytest.param("奶茶 .... 12\n蛋糕 .... 20\n合计 .... 30", ["the lines above come to 32, not 30; write 32"],
                     id="whole-numbers"),
    ],
)
def test_what_does_not_add_up(rows: str, found: list[str]) -> None:
    assert messages(rows) == found


def test_a_fault_stands_at_its_amount() -> None:
    source = ("┌──────────────┐\n│ 茶室         │\n├──────────────┤\n"
              "│ 绿茶  ¥ 1.20 │\n│ 总计  ¥ 1.30 │\n└──────────────┘")
    note, = boxwright.check(source, kind="receipt")
    assert (note.code, note.row) == ("receipt-arithmetic", 4)
    assert source.split("\n")[note.row][note.column :].startswith("1.30")


PRICES = st.lists(st.decimals("0.01", "999", places=2), min_size=1, max_size=8)


@given(PRICES)
def test_a_true_sum_is_never_a_fault(prices: list[Decimal]) -> None:
    rows = "".join(f"Item {chr(65 + i)}  {price}\n" for i, price in enumerate(prices))
    assert messages(f"{rows}Total  {sum(prices)}") == []


@given(PRICES, st.decimals("0.01", "5", places=2))
def test_a_wrong_sum_always_is(prices: list[Decimal], off: Decimal) -> None:
    rows = "".join(f"Item {chr(65 + i)}  {price}\n" for i, price in enumerate(prices))
    assert messages(f"{rows}Total  {sum(prices) + off}") == [
        f"the lines above come to {sum(prices)}, not {sum(prices) + off}; write {sum(prices)}"]


@given(st.text(st.sampled_from("Total 1.20,x@¥%-:\nx×2"), max_size=120))
def test_any_text_is_judged_without_a_fault_of_ours(text: str) -> None:
    assert all(note.message for note in boxwright.check(text, kind="receipt"))
