"""Heads that stand in a line which goes on behind them."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch


def seen(*rows: str) -> Sketch:
    return boxwright.render("\n".join(rows) + "\n", to="figure", kind="drawing").figure.sketch


@pytest.mark.parametrize(
    ("rows", "sides", "told"),
    [
        pytest.param(["┌───┐     ┌───┐", "│ a │──▶──│ b │", "└───┘     └───┘"], "E", "An arrow leads from a to b.",
                     id="drawn"),
        pytest.param(["┌───┐     ┌───┐", "│ a │──◀──│ b │", "└───┘     └───┘"], "W", "An arrow leads from b to a.",
                     id="to-the-left"),
        pytest.param(["+---+      +---+", "| a |-->---| b |", "+---+      +---+"], "E", "An arrow leads from a to b.",
                     id="typed"),
        pytest.param(["╔═══╗     ╔═══╗", "║ 甲║══▷══║ 乙║", "╚═══╝     ╚═══╝"], "E", "An arrow leads from 甲 to 乙.",
                     id="hollow-in-a-double-line"),
        pytest.param(["a ---->---- b"], "E", "An arrow leads from a to b.", id="between-words"),
        pytest.param(["┌───┐   ┌───┐", "│ a ├─↔─┤ b │", "└───┘   └───┘"], "EW", "A two-way arrow joins a and b.",
                     id="two-way"),
        pytest.param(["┌───┐", "│ a │", "└─┬─┘", "  ↕", "┌─┴─┐", "│ b │", "└───┘"], "NS",
                     "A two-way arrow joins a and b.", id="two-way-upright"),
        pytest.param(["┌───┐         ┌───┐", "│ a ├──◄───►──┤ b │", "└───┘         └───┘"], "WE",
                     "A two-way arrow joins a and b.", id="two-heads"),
        pytest.param(["a", "│", "▼", "│", "b"], "S", "An arrow leads from a to b.", id="upright"),
        pytest.param(["a", "|", "^", "|", "b"], "N", "An arrow leads from b to a.", id="a-typed-upright-one"),
        pytest.param(["┌───┐", "│ a ├──▶──┐", "└───┘     ▼", "          b"], "E", "An arrow leads from a to b.",
                     id="turns"),
        pytest.param(["a         b", "│         │", "│───▶─────│", "│         │", "│─────◀───│", "│         │"], "EW",
                     "An arrow leads from a to b. An arrow leads from b to a.", id="between-lines-of-life"),
        pytest.param(["a", "│", "▼", "├──▶ b", "└──▶ c"], "S", "Arrows lead from a to b and c.", id="before-a-fork"),
        pytest.param(["┌───┐", "│ a ├──▶┐", "└───┘   ▼", "        b"], "E", "An arrow leads from a to b.",
                     id="right-at-a-corner"),
        pytest.param(["┌──▶──┐", "│  a  │", "└─────┘"], "E", "The diagram shows a.", id="in-the-edge-of-a-box"),
    ],
)
def test_a_line_goes_on_behind_a_head(rows: list[str], sides: str, told: str) -> None:
    sketch = seen(*rows)
    assert sorted(head.side for head in sketch.amid) == sorted(sides)
    assert sketch.notes == ()
    assert told in boxwright.render("\n".join(rows) + "\n", kind="drawing").description


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("A ──▶── B ──▶── C", "An arrow leads from A to B. An arrow leads from B to C.", id="drawn"),
        pytest.param("[A] -->-- [B] -->-- [C]", "An arrow leads from [A] to [B]. An arrow leads from [B] to [C].",
                     id="typed"),
        pytest.param("用户 ──▶── 网关 ──▶── 服务",
                     "An arrow leads from 用户 to 网关. An arrow leads from 网关 to 服务.", id="wide"),
        pytest.param("A ─▶─ B ─▶─ C ─▶─ D",
                     "An arrow leads from A to B. An arrow leads from B to C. An arrow leads from C to D.",
                     id="of-four"),
        pytest.param("A ◀── B ──◀── C", "An arrow leads from B to A. An arrow leads from C to B.", id="to-the-left"),
        pytest.param("A ──▶── B ──▶ C", "An arrow leads from A to B. An arrow leads from B to C.", id="the-last-ends"),
        # near misses
        pytest.param("A ──▶── yes ──── C", "An arrow labelled “yes” leads from A to C.", id="one-head"),
        pytest.param("A ──── yes ──▶── C", "An arrow labelled “yes” leads from A to C.", id="one-head-behind-the-text"),
        pytest.param("A ──◀── x ──▶── B", "A two-way arrow labelled “x” joins A and B.", id="two-ways"),
        pytest.param("┌───┐           ┌───┐\n│ A ├──▶─ x ─▶──┤ B │\n└───┘           └───┘",
                     "The diagram shows A and B. An arrow labelled “x” leads from A to B.", id="from-box-to-box"),
        pytest.param("┌──▶── B ──▶──┐\n│             │\n└──◀── D ──◀──┘", "The diagram shows B D.", id="in-edges"),
    ],
)
def test_in_a_chain_each_piece_with_a_head_leads_to_the_next_name(source: str, told: str) -> None:
    assert boxwright.render(source, kind="drawing").description == told


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["a ----> b"], id="at-the-end"),
        pytest.param(["a -->> b"], id="doubled"),
        pytest.param(["+---+", "| a |->- b", "+---+"], id="one-cell-of-typed-line"),
        pytest.param(["foo-->--bar"], id="in-a-text"),
        pytest.param(["--|>|--"], id="a-diode"),
        pytest.param(["a --> -- b"], id="apart"),
        pytest.param(["a |", "vat", "b |"], id="a-letter-of-a-word"),
        pytest.param([" │", " ▼", "┌┴──┐", "│ a │", "└───┘"], id="at-a-tee"),
        pytest.param(["  │", "  ▼", "┌───┐", "│ a │", "└───┘"], id="at-a-box"),
        pytest.param(["┌───┐  ┌───┐", "│ a ├─▶┤ b │", "└───┘  └───┘"], id="at-a-wall"),
        pytest.param(["┌───┬───┐", "│ ▲ │ ▼ │", "└───┴───┘"], id="in-a-cell"),
        pytest.param(["a ↔ b"], id="without-a-line"),
        pytest.param(["a ──↔ b"], id="two-way-at-the-end"),
    ],
)
def test_other_heads_end_their_lines(rows: list[str]) -> None:
    assert seen(*rows).amid == ()


def test_a_head_amid_a_line_is_drawn_there_and_stands_out_with_it() -> None:
    (head,) = seen("┌───┐     ┌───┐", "│ a │──▶──│ b │", "└───┘     └───┘").amid
    assert (head.cell, head.wire, head.hollow) == ((1, 7), 0, False)
    output = boxwright.render("a ----▷---- b\n").output
    assert 'class="bw-box bw-paper" d="M' in output
