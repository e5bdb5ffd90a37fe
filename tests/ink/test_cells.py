"""Signs at the walls of closed cells: flags, items and keys are text; trees, lives, titles and rules are ink."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch


def sketch_of(*rows: str) -> Sketch:
    sketch: Sketch = boxwright.render("\n".join(rows), kind="drawing").figure.sketch
    return sketch


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param(("+--+--+", "|-1| 0|", "+--+--+", "|-2| 3|", "+--+--+"), {"-1", "-2"}, id="numbers"),
        pytest.param(("┌──┬──┐", "│-1│ 2│", "├──┼──┤", "│ 3│-4│", "└──┴──┘"), {"-1", "-4"}, id="drawn-walls"),
        pytest.param(("+--+--+", "|1-| 0|", "+--+--+"), {"1-"}, id="behind-a-number"),
        pytest.param(("+-------+-----+", "|-v     |loud |", "|--help |this |", "+-------+-----+"), {"-v", "--help"},
                     id="flags"),
        pytest.param(("┌────────┐", "│Name    │", "├────────┤", "│--force │", "└────────┘"), {"--force"},
                     id="a-flag-under-a-rule"),
        pytest.param(("+- Flags ---+", "|--help     |", "+-----------+"), {"--help"}, id="under-a-title"),
        pytest.param(("+------------+", "|- milk      |", "|-- brand A  |", "+------------+"), {"- milk", "-- brand A"},
                     id="items"),
        pytest.param(("+-+-+-+", "|8|9|/|", "+-+-+-+", "|2|3|-|", "+-+-+-+", "|.|=|+|", "+-+-+-+"),
                     {"/", "-", "=", "."}, id="keys"),
        pytest.param(("+------+-+", "| list |v|", "| a    |-|", "| b    |o|", "+------+-+"), {"-"},
                     id="a-key-beside-a-text"),
    ],
)
def test_signs_of_a_closed_cell_are_text(rows: tuple[str, ...], labels: set[str]) -> None:
    assert labels <= {owned.label.text for owned in sketch_of(*rows).labels}


@pytest.mark.parametrize(
    ("rows", "inked"),
    [
        pytest.param(("src", "|--main.c", "|--lib", "|  |--a.c"), {(1, 1), (2, 2), (3, 4)}, id="a-tree"),
        pytest.param(("+---------+", "|-- a     |", "|-- b     |", "+---------+"), {(1, 1), (2, 2)},
                     id="a-tree-at-a-wall"),
        pytest.param(("+------------+", "| lib        |", "| |--main.c  |", "+------------+"), {(2, 3)},
                     id="a-tree-in-a-box"),
        pytest.param(("+---+      +---+", "| A |      | B |", "+---+      +---+", "  |--msg-->  |", "  |--note    |",
                      "+---+      +---+", "| A |      | B |", "+---+      +---+"), {(3, 3), (4, 3)}, id="lives"),
        pytest.param(("+-----------+", "|-- Title --|", "| a         |", "+-----------+"), {(1, 1), (1, 2), (1, 10)},
                     id="a-title-in-a-rule"),
        pytest.param(("+-+-+", "|a|b|", "|-|-|", "|c|d|", "+-+-+"), {(2, 1), (2, 3)}, id="a-rule-of-narrow-cells"),
        pytest.param(("+-+", "|a|", "|-|", "|b|", "+-+"), {(2, 1)}, id="a-rule-of-a-narrow-box"),
        pytest.param(("+---+ +---+", "| a |-| b |", "+---+ +---+"), {(1, 5)}, id="a-line-between-boxes"),
        pytest.param(("┌──┬──┐", "│─1│ 2│", "└──┴──┘"), {(1, 1)}, id="a-drawn-line"),
    ],
)
def test_lines_at_a_wall_are_ink(rows: tuple[str, ...], inked: set[tuple[int, int]]) -> None:
    said = {(o.label.row, o.label.column + k) for o in sketch_of(*rows).labels for k in range(o.label.columns)}
    assert not inked & said
