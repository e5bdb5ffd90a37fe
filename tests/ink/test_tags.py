"""Tags and links: what is taken out of a label, what stays, and where the rest comes to stand."""
from __future__ import annotations

from typing import Any

import pytest

import boxwright
from boxwright.model import Link, Sketch, Style


def see(source: str, **options: Any) -> Sketch:
    figure = boxwright.render(source, kind="drawing", to="figure", **options).figure
    assert figure.kind == "drawing"
    return figure.sketch


def box(*rows: str) -> str:
    width = max(map(len, rows)) + 2
    return "\n".join((f"┌{'─' * width}┐", *(f"│ {row.ljust(width - 2)} │" for row in rows), f"└{'─' * width}┘"))


def texts(sketch: Sketch) -> list[str]:
    return [owned.label.text for owned in sketch.labels]


@pytest.mark.parametrize(
    ("rows", "left", "style"),
    [
        pytest.param(["Orders {d}"], ["Orders"], Style(shape="document"), id="document"),
        pytest.param(["{s} Orders"], ["Orders"], Style(shape="storage"), id="before-the-text"),
        pytest.param(["Or {io} ders"], ["Or ders"], Style(shape="io"), id="within-the-text"),
        pytest.param(["Orders", "{o}"], ["Orders"], Style(shape="ellipse"), id="a-row-of-its-own"),
        pytest.param(["{mo}"], [], Style(shape="manual"), id="nothing-else"),
        pytest.param(["a {tr} cGRE"], ["a"], Style(shape="trapezoid", hue="green"), id="two-tags"),
        pytest.param(["a {c} {d}"], ["a"], Style(shape="document"), id="the-last-one-counts"),
        pytest.param(["cRED"], [], Style(hue="red"), id="a-colour-by-name"),
        pytest.param(["a c3AF"], ["a"], Style(hue="blue"), id="a-colour-by-numbers"),
        pytest.param(["a {cRED}"], ["a"], Style(hue="red"), id="a-colour-in-braces"),
        pytest.param(["a {c101}"], ["a"], Style(hue="grey"), id="three-digits-in-braces"),
        pytest.param(["订单 {d}"], ["订单"], Style(shape="document"), id="wide-characters"),
        pytest.param(["{s}cBLU"], [], Style(shape="storage", hue="blue"), id="a-colour-glued-to-a-shape"),
        pytest.param(["cGRE{s}"], [], Style(shape="storage", hue="green"), id="a-shape-glued-to-a-colour"),
        pytest.param(["{c}cBLU{o} a"], ["a"], Style(shape="ellipse", hue="blue"), id="three-glued"),
        pytest.param(["a {c3AF}{d}"], ["a"], Style(shape="document", hue="blue"), id="glued-in-braces"),
        pytest.param(["{o}x"], ["x"], Style(shape="ellipse"), id="before-a-word"),
        pytest.param(["cRED{o}x y"], ["x y"], Style(shape="ellipse", hue="red"), id="two-before-a-word"),
        pytest.param(["订单{d}"], ["订单"], Style(shape="document"), id="behind-a-wide-character"),
        pytest.param(["{s}c101"], ["c101"], Style(shape="storage"), id="before-a-number"),
        pytest.param(["a {x}"], ["a {x}"], None, id="an-unknown-tag"),
        pytest.param(["{x}{d} {d}{x}"], ["{x}{d} {d}{x}"], None, id="at-an-unknown-tag"),
        pytest.param(["a{s}cRED {s}cREDx"], ["a{s}cRED cREDx"], Style(shape="storage"), id="colours-in-words"),
        pytest.param(["/u/{s} {s}/u {d}: {d}_"], ["/u/{s} {s}/u {d}: {d}_"], None, id="templates"),
        pytest.param(["f{d}", "{d}."], ["f{d}", "{d}."], None, id="not-a-word-of-its-own"),
        pytest.param(["c101"], ["c101"], None, id="three-digits-are-a-number"),
        pytest.param(["cBIG cred cREDD"], ["cBIG cred cREDD"], None, id="no-colour"),
        pytest.param(["{} { d }"], ["{} { d }"], None, id="braces"),
    ],
)
def test_tags(rows: list[str], left: list[str], style: Style | None) -> None:
    sketch = see(box(*rows))
    assert texts(sketch) == left
    assert sketch.boxes[0].style == style


@pytest.mark.parametrize(
    ("source", "whole", "cells"),
    [
        pytest.param("+---+---+\n|cRED|cBLU|\n+---+---+".replace("---", "----"), None,
                     [(0, 0, 3, 6, "red"), (0, 5, 3, 6, "blue")], id="side-by-side"),
        pytest.param("+------+\n| cRED |\n+------+\n| cRED |\n+------+", None,
                     [(0, 0, 3, 8, "red"), (2, 0, 3, 8, "red")], id="one-under-the-other"),
        pytest.param("+------+----+\n| cRED | a  |\n+------+----+\n| b    |cBLU|\n+------+----+", None,
                     [(0, 0, 3, 8, "red"), (2, 7, 3, 6, "blue")], id="not-in-each-cell"),
        pytest.param("+---------+\n|  cRED   |\n+----+----+\n|cBLU| b  |\n+----+----+", None,
                     [(0, 0, 3, 11, "red"), (2, 0, 3, 6, "blue")], id="a-head-over-two-cells"),
        pytest.param("+------+\n| cRED |\n+------+\n| a    |\n+------+", "red", [], id="in-one-cell"),
        pytest.param("+------+\n| cRED |\n| cBLU |\n+------+\n| a    |\n+------+", "blue", [], id="two-in-one-cell"),
        pytest.param("+------+\n| cRED |\n| cBLU |\n+------+", "blue", [], id="no-cells"),
        pytest.param("+------+\n| cRED |\n+------+\n| {d}  |\n+------+", "red", [], id="a-shape-is-the-boxs"),
    ],
)
def test_cells_with_colours_of_their_own(source: str, whole: str | None, cells: list[tuple[object, ...]]) -> None:
    sketch = see(source)
    style = sketch.boxes[0].style
    assert style is not None and style.hue == whole
    assert [(*cell[:4], cell.style.hue) for cell in sketch.tints if cell.style] == cells
    assert str(boxwright.render(source).output).count("<rect") == len(cells) + (style.shape is None)


def test_a_tag_outside_of_a_box_is_text() -> None:
    assert texts(see("{d} cRED\n\n" + box("a"))) == ["{d} cRED", "a"]


def test_what_an_author_calls_text_is_text() -> None:
    sketch = see(box("{d} cRED {s}"), text=["{d}", "cRED"])
    assert texts(sketch) == ["{d} cRED"]
    assert sketch.boxes[0].style == Style(shape="storage")


def test_a_class_may_touch_another_tag() -> None:
    sketch = see(box("{hot}{d}tea") + "\nlegend:\nhot: red\n")
    assert texts(sketch) == ["tea"]
    assert sketch.boxes[0].style == Style(shape="document", hue="red", classes=("hot",))


def test_a_tag_under_a_line_is_no_ring() -> None:
    sketch = see("+---+---+\n|   |   |\n|  {o}  |\n+-------+\n")
    assert sketch.marks == ()
    assert texts(sketch) == ["{o}"]     # a line leads to it


def test_a_class_changes_the_box_and_a_tag_goes_over_it() -> None:
    sketch = see(box("a {hot} {d}") + "\nlegend:\nhot: red storage dashed heavy round\n")
    found = sketch.boxes[0]
    assert (found.dash, found.weight, found.corners) == ("dashed", "heavy", "round")
    assert found.style is not None
    assert (found.style.hue, found.style.shape, found.style.classes) == ("red", "document", ("hot",))


def test_a_class_may_have_the_name_of_a_tag() -> None:
    sketch = see(box("a {d}") + "\nlegend:\nd: red\n")
    assert sketch.boxes[0].style == Style(hue="red", classes=("d",))


@pytest.mark.parametrize(
    ("source", "column", "columns"),
    [
        pytest.param(box("{d}Orders", "and a much longer line"), 5, 6, id="at-the-left-of-a-word"),
        pytest.param(box("Orders {d}"), 4, 6, id="in-the-middle-of-its-box"),
        pytest.param(box("Orders {d}", "and a much longer line"), 2, 6, id="at-the-left"),
        pytest.param(box("{d} Orders", "and a much longer line"), 6, 6, id="at-the-left-behind-a-tag"),
        pytest.param(box("订单 {d}", "and a much longer line"), 2, 4, id="wide-characters"),
        pytest.param(box("see [this][x] now", "and a much longer line"), 2, 12, id="a-link"),
    ],
)
def test_what_is_left_keeps_its_place(source: str, column: int, columns: int) -> None:
    label = see(source, links={"x": "a.md"}).labels[0].label
    assert (label.column, label.columns) == (column, columns)


@pytest.mark.parametrize(
    ("source", "stays"),
    [
        pytest.param(box("a {c}  ", *box("b").split("\n")), True, id="a-box-in-it"),
        pytest.param(box("a {s}  ", *box("b").split("\n")), False, id="a-box-in-a-cylinder"),
        pytest.param("┌─────┐\n│ {c} │\n├─────┤\n│ b   │\n└─────┘\n", True, id="a-rule"),
        pytest.param("┌─ a ───┐\n│  {d}  │\n└───────┘\n", True, id="a-title-in-its-edge"),
    ],
)
def test_a_shape_that_a_box_cannot_take_stays_text(source: str, stays: bool) -> None:
    sketch = see(source)
    assert any("{" in text for text in texts(sketch)) == stays
    assert [note.code for note in sketch.notes] == ["no-shape"] * stays


def test_a_class_gives_the_rest_where_its_shape_does_not_fit() -> None:
    sketch = see("┌───────┐\n│ {hot} │\n├───────┤\n│ b     │\n└───────┘\nlegend:\nhot: red choice\n")
    assert texts(sketch) == ["b"]
    assert sketch.boxes[0].style == Style(hue="red", classes=("hot",))


@pytest.mark.parametrize(
    ("text", "left", "links"),
    [
        pytest.param("[docs][x]", "docs", [Link(0, 4, "a.md")], id="alone"),
        pytest.param("see [the docs][x] now", "see the docs now", [Link(4, 12, "a.md")], id="within-a-text"),
        pytest.param("[a][x] [b][y]", "a b", [Link(0, 1, "a.md"), Link(2, 3, "#b")], id="two"),
        pytest.param("[柠檬][x]", "柠檬", [Link(0, 2, "a.md")], id="wide-characters"),
        pytest.param("见[柠檬][x]", "见柠檬", [Link(1, 3, "a.md")], id="right-behind-a-wide-character"),
        pytest.param("m[i][x]", "m[i][x]", [], id="an-index"),
        pytest.param("m[i][j][x]", "m[i][j][x]", [], id="two-indices"),
        pytest.param("[a][z]", "[a][z]", [], id="no-such-reference"),
        pytest.param("[a] [x]", "[a] [x]", [], id="apart"),
    ],
)
def test_links(text: str, left: str, links: list[Link]) -> None:
    for source in (box(text), text):
        owned, = see(source, links={"x": "a.md", "y": "#b"}).labels
        assert (owned.label.text, list(owned.links)) == (left, links)


def test_a_reference_without_an_address_is_told() -> None:
    note, = boxwright.check(box("[docs][d]"))
    assert (note.severity, note.code, note.row, note.column) == ("info", "open-link", 1, 2)
    assert "[docs][d] leads nowhere; give 'd' an address" in note.message


def test_an_address_that_is_not_safe_is_told_and_its_link_stays_text() -> None:
    rendering = boxwright.render(box("[docs][d]"), links={"d": "javascript:alert(1)"})
    assert [note.code for note in rendering.notes] == ["unsafe-link"]
    assert ">[docs][d]</text>" in str(rendering.output)


def test_what_a_call_says_goes_before_the_legend() -> None:
    source = box("[docs][d]") + "\nlegend:\n[d]: old.md\n"
    assert see(source, links={"d": "new.md"}).labels[0].links == (Link(0, 4, "new.md"),)


def test_a_connector_is_named_without_brackets() -> None:
    source = "┌───┐  [goes to][x]   ┌───┐\n│ a ├──────────────►│ b │\n└───┘               └───┘\n"
    sketch = see(source, links={"x": "c.md"})
    assert [c.label for c in sketch.connectors] == ["goes to"]
    sketch = see("┌───┐\n│ a ├──► [the menu][x]\n└───┘\n", links={"x": "c.md"})
    assert [c.target_text for c in sketch.connectors] == ["the menu"]


def test_a_receipt_keeps_its_braces() -> None:
    source = "Shop\n-----\nTea {d}   1.20\nMilk    0.50\n"
    assert "{d}" in str(boxwright.render(source, kind="receipt").output)


def test_a_text_with_a_legend_is_a_drawing() -> None:
    source = box("Shop {hot}", "-" * 16, "Tea         1.20", "Milk        0.50") + "\n"
    assert boxwright.render(source).figure.kind == "receipt"
    assert boxwright.render(f"{source}legend:\nhot: red\n").figure.kind == "drawing"
    kept = boxwright.render(f"{source}legend:\nhot: red\n", kind="receipt")
    assert "legend" in str(kept.output)
