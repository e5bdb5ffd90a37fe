"""draw.io: everything where it stands, a child's place counted from what holds it."""
from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

import boxwright


def cells(source: str, **options: str) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(str(boxwright.render(source, to="drawio", **options).output))  # type: ignore[arg-type]
    return {cell.get("id", ""): cell for cell in root.iter("mxCell")}


def place(cell: ElementTree.Element) -> tuple[str, ...]:
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    return tuple(geometry.get(key, "") for key in ("x", "y", "width", "height"))


NESTED = "┌─────────┐\n│ ┌─────┐ │  up\n│ │ db  ├─┼───►disk\n│ └─────┘ │\n└─────────┘"


def test_a_cell_is_8_by_16_pixels_and_a_child_is_counted_from_its_parent() -> None:
    found = cells(NESTED)
    assert (place(found["b1"]), found["b1"].get("parent")) == (("4", "8", "80", "64"), "1")
    assert (place(found["b2"]), found["b2"].get("parent")) == (("16", "16", "48", "32"), "b1")
    assert place(found["t1"]) == ("120", "32", "32", "16")


def test_a_connector_is_tied_where_it_meets_its_ends() -> None:
    edge = cells(NESTED)["c1"]
    style = dict(part.partition("=")[::2] for part in str(edge.get("style")).split(";"))
    assert (edge.get("source"), edge.get("target"), edge.get("value")) == ("b2", "t1", "up")
    assert [style[key] for key in ("exitX", "exitY", "entryX", "entryY")] == ["1", "0.5", "0", "0.5"]


def test_it_has_its_bends() -> None:
    found = cells("┌───┐\n│ a ├──┐\n└───┘  ▼\n     ┌───┐\n     │ b │\n     └───┘")
    assert [(p.get("x"), p.get("y")) for p in found["c1"].iter("mxPoint")] == [("60", "24")]


def test_a_loose_end_is_a_point() -> None:
    points = [(p.get("as"), p.get("x"), p.get("y")) for p in cells("┌───┐\n│ a ├──►\n└───┘")["c1"].iter("mxPoint")]
    assert points == [("targetPoint", "64", "24")]


@pytest.mark.parametrize(
    ("drawn", "rules"),
    [
        pytest.param("───", "startArrow=none;startFill=1;endArrow=none", id="none"),
        pytest.param("◄─►", "startArrow=block;startFill=1;endArrow=block", id="both"),
        pytest.param("━━►", "strokeWidth=3", id="heavy"), pytest.param("═══", "shape=link", id="double"),
        pytest.param("══►", "strokeWidth=4", id="double-with-a-head"),
        pytest.param("╌╌►", "dashed=1;dashPattern=5 3", id="dashed"),
        pytest.param(".....>", "dashed=1;dashPattern=1 3", id="dotted"),
    ],
)
def test_lines(drawn: str, rules: str, pair: Callable[[str], str]) -> None:
    assert rules in str(cells(pair(drawn))["c1"].get("style"))


def test_the_cells_of_a_table_stay_where_they_are() -> None:
    found = cells("┌────┬────┐\n│ a  │  b │\n└────┴────┘")
    texts = [(found[name].get("value"), place(found[name])[0]) for name in ("b1-1", "b1-2")]
    assert texts == [("a", "12"), ("b", "60")]
    assert found["l1"].get("parent") == "b1"


def test_lines_of_a_label_are_broken_and_keep_their_indent() -> None:
    assert cells("┌──────────┐\n│ abc      │\n│   b c    │\n└──────────┘")["b1"].get("value") == "abc\n\u00a0\u00a0b c"


def test_terminals_and_bars_are_shapes() -> None:
    styles = [str(cell.get("style")) for name, cell in cells("●──●\n\n███").items() if name.startswith("m")]
    assert len(styles) == 3 and sum(style.startswith("ellipse") for style in styles) == 2
