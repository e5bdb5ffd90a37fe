"""Dashed frames that are drawn with gaps."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch


def seen(*rows: str) -> Sketch:
    return boxwright.render("\n".join(rows) + "\n", to="figure", kind="drawing").figure.sketch


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["┌ ─ ─ ─ ─ ┐", "  cloud", "│         │", "          ", "└ ─ ─ ─ ─ ┘"], id="each-other-row"),
        pytest.param(["┌ ─ ─ ─ ─ ┐", "│ cloud   │", "└ ─ ─ ─ ─ ┘"], id="bars-in-each-row"),
        pytest.param(["┌ ─ ─ ─ ─ ┐", "  云端", "└ ─ ─ ─ ─ ┘"], id="one-row-without-bars"),
        pytest.param(["┌─ ─ ─ ─ ─┐", "│         │", "  cloud", "└─ ─ ─ ─ ─┘"], id="no-gap-at-the-corners"),
        pytest.param(["┌ ─ ─ ─ ─ ─", "  cloud    │", "│", " ─ ─ ─ ─ ─ ┘"], id="two-corners"),
        pytest.param(["╭ ─ ─ ─ ─ ╮", "  cloud", "│         │", "╰ ─ ─ ─ ─ ╯"], id="round"),
    ],
)
def test_a_frame_with_gaps_is_a_dashed_box(rows: list[str]) -> None:
    sketch = seen(*rows)
    (box,) = sketch.boxes
    assert (box.row, box.column, box.rows, box.columns) == (0, 0, len(rows), max(map(len, rows)))
    assert box.dash == "dashed"
    assert sketch.wires == sketch.notes == ()
    (owned,) = sketch.labels
    assert owned.owner == 0


def test_it_holds_boxes_and_lines_cross_its_sides() -> None:
    rows = ["┌ ─ ─ ─ ─ ─ ─ ┐", "  VPC               ┌───┐", "│ ┌───┐       │     │ C │", "  │ A ├─────────────▶   │",
            "│ └───┘       │     └───┘", "└ ─ ─ ─ ─ ─ ─ ┘"]
    sketch = seen(*rows)
    assert [box.parent for box in sketch.boxes] == [None, None, 0]
    assert boxwright.render("\n".join(rows)).description == (
        "The diagram shows VPC, with A. It also shows C. An arrow leads from A to C.")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["┌ ─ ─ ─ ─ ┐", "  cloud", "", "│         │", "└ ─ ─ ─ ─ ┘"], id="two-gaps"),
        pytest.param(["┌ ─ ─ ─ ─ ┐", "a cloud", "└ ─ ─ ─ ─ ┘"], id="a-word-in-the-side"),
        pytest.param(["┌ ─ ─ ─ ─ ┐", "  cloud"], id="no-bottom"),
        pytest.param(["┌ ─ ─ a", "  cloud", "└ ─ ─ b"], id="words-in-the-edges"),
        pytest.param(["┌ ─ ─ ─ ─ ┐", "│       │", "└ ─ ─ ─ ┘"], id="a-shorter-bottom"),
    ],
)
def test_other_gaps_make_no_box(rows: list[str]) -> None:
    assert seen(*rows).boxes == ()
