"""Cylinders: which drawings are one, where they stand, what meets them, and what only looks like one."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.ink.cylinders import lidded
from boxwright.model import Sketch, Style


def see(*rows: str) -> Sketch:
    sketch: Sketch = boxwright.render("\n".join(rows), kind="drawing", to="figure").figure.sketch
    return sketch


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param((" .----.", "(      )", "|'----'|", "|  db  |", " '----'"), (0, 0, 5, 8), id="an-open-lid"),
        pytest.param(("  .---.", " (_   _)", " |`---'|", " | db  |", "  `---'"), (0, 1, 5, 7), id="a-low-line-in-it"),
        pytest.param((".------.", "|'----'|", "|  db  |", "'------'"), (0, 0, 4, 8), id="a-flat-lid"),
        pytest.param((" ,-----.", "|`-----'|", "|  db   |", "`-------'"), (0, 0, 4, 9), id="a-lid-aside"),
        pytest.param(("╭──────╮", "│╰────╯│", "│  db  │", "╰──────╯"), (0, 0, 4, 8), id="a-drawn-one"),
        pytest.param(("╭──────╮", "╰──────╯", "│  db  │", "╰──────╯"), (0, 0, 4, 8), id="a-lid-on-the-walls"),
        pytest.param(("  ____", " /    \\", "|\\____/|", "|  db  |", " \\____/"), (0, 0, 5, 8), id="low-lines"),
        pytest.param((" ____", "/    \\", "\\____/", "| db |", "\\____/"), (0, 0, 5, 6), id="low-lines-on-the-walls"),
        pytest.param((".-\"\"\"\"-.", "|`-..-'|", "|  db  |", "`-....-'"), (0, 0, 4, 8), id="quotes-and-dots"),
    ],
)
def test_a_cylinder_is_a_box_with_a_lid(rows: tuple[str, ...], place: tuple[int, int, int, int]) -> None:
    sketch = see(*rows)
    (box,) = sketch.boxes
    assert (*box[:4], box.style) == (*place, Style(shape="storage"))
    assert [owned.label.text for owned in sketch.labels] == ["db"]
    assert not sketch.wires and not sketch.dividers


def test_lines_meet_the_walls_of_a_cylinder() -> None:
    sketch = see("   |", " .-v--.", "(      )", "|'----'|", "|  db  +--> a", "|      |", " '-+--'", "   |")
    assert [(c.source, c.target, c.target_text) for c in sketch.connectors] == [
        (None, 0, None), (0, None, "a"), (0, None, None)]
    assert [box[:4] for box in sketch.boxes] == [(1, 0, 6, 8)]
    assert len(sketch.wires) == 3


def test_a_colour_goes_over_the_shape_that_was_drawn() -> None:
    (box,) = see(".--------.", "|'------'|", "| a cRED |", "'--------'").boxes
    assert box.style == Style(shape="storage", hue="red")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((".-------.", "| '---' |", "|  db   |", "'-------'"), id="a-bracket-apart-from-the-walls"),
        pytest.param(("╭──────╮", "│  ab  │", "╰──────╯", "│", "╰──►"), id="a-line-under-a-corner"),
        pytest.param(("╭────╮", "╰────╯", "│    │", "+----+"), id="another-bottom"),
        pytest.param((".------.", "'------'", "'------'"), id="no-body"),
        pytest.param((" .-.", " '-'", " | |", " '-'"), id="a-narrow-one"),
        pytest.param(("+------+", "|'----'|", "|  db  |", "+------+"), id="square-corners"),
        pytest.param((".------.", "|'a--b'|", "|  db  |", "'------'"), id="words-in-the-rim"),
        pytest.param(("x = '-----'", "|'-----'|", "| y     |"), id="quotes"),
    ],
)
def test_what_is_no_cylinder(rows: tuple[str, ...]) -> None:
    width = max(map(len, rows))
    same = tuple(row.ljust(width) for row in rows)
    assert lidded(same) == same


def test_rows_without_a_rim_are_the_same_object() -> None:
    rows = ("---", "| |")
    assert lidded(rows) is rows


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("'" + "-" * 20_000,) * 8, id="wide"),
        pytest.param(("╭───╮", "╰───╯", *("│   │",) * 40_000), id="high"),
        pytest.param(("|'---'|",) * 20_000, id="rims"),
    ],
)
def test_cost_grows_with_the_cells(rows: tuple[str, ...]) -> None:
    assert lidded(rows) is rows
