"""The gutter of a compiler's message leads nowhere, and other bars beside numbers do."""
from __future__ import annotations

import pytest

import boxwright

_CODE = "2 |  pour(tea);\n  |       ^^^\n  |\n  = note: it is hot\n"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"error: no cup\n --> src/till.rs:2:13\n  |\n{_CODE}", id="a-place-behind-an-arrow"),
        pytest.param(f"tea.c:2:5: no cup\n{_CODE}tea.c:2:5: note: that is all\n", id="a-place-over-the-first-number"),
        pytest.param(" --> a.rs:9:2\n   |\n 9 | tea\n   |\n10 | cup\n   | ^^^\n", id="numbers-of-two-digits"),
    ],
)
def test_a_gutter_leads_nowhere(source: str) -> None:
    drawn = boxwright.render(source, to="figure", kind="drawing")
    assert drawn.figure.sketch.connectors == ()
    assert all(len(label.text.split("|")) == 1 for label, *_ in drawn.figure.sketch.labels)
    assert "joins" not in drawn.description


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("start\n  |\n2 |  tea\n  |\nend\n", "A line labelled “2 tea” joins start and end.", id="no-place"),
        pytest.param("a.log:1:2\n  |\n2 |  tea\n  v\nend\n", "An arrow labelled “2 tea” leads from a.log:1:2 to end.",
                     id="with-a-head"),
        pytest.param("tea.c:1:2\n   |\n   |\ncup.c:3:4\n", "A line joins tea.c:1:2 and cup.c:3:4.", id="no-number"),
        pytest.param("12:30:45\n   |\n 2 |\n   |\n12:31:00\n", "A line labelled “2” joins 12:30:45 and 12:31:00.",
                     id="times"),
    ],
)
def test_other_bars_beside_numbers_are_a_line(source: str, told: str) -> None:
    assert told in boxwright.render(source, kind="drawing").description


def test_an_axis_under_a_place_keeps_its_corner() -> None:
    drawn = boxwright.render("rate:3:5\n3 |    *\n  |  *\n1 | *\n  +------\n", to="figure", kind="drawing")
    assert [wire.path for wire in drawn.figure.sketch.wires] == [((5, 3), (5, 9), (17, 9))]
