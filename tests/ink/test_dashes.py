"""An arrow that is marked in one cell is dashed as a whole."""
from __future__ import annotations

import pytest

from boxwright.ink.sketch import sketch
from boxwright.text.grid import read_grid


def dashes(source: str) -> list[str]:
    return [wire.dash for wire in sketch(read_grid(source))[2].wires]


@pytest.mark.parametrize("source", [
    pytest.param("a --=--> b", id="level"),
    pytest.param("a <--=-- b", id="back"),
    pytest.param("a\n|\n:\n|\nv\nb", id="upright"),
    pytest.param("a\n:\n|\n+---->", id="round-a-corner"),
    pytest.param("a -=--.\n      |\n      v", id="round-a-round-corner"),
    pytest.param("a\n|\n\\--=--+\n      |\n<-----+", id="round-three-corners"),
])
def test_one_mark_dashes_an_arrow(source: str) -> None:
    assert dashes(source) == ["dashed"]


@pytest.mark.parametrize("source", [
    pytest.param("a ----> b", id="no-mark"),
    pytest.param("a =====> b", id="double"),
    pytest.param("+--=--+\n|     |\n+-----+", id="an-edge"),
    pytest.param("+---+\n|   |-->\n+---+\n\nhost: a\nport: b", id="a-list"),
    pytest.param("|\nx:\n|\nv", id="a-word"),
])
def test_other_lines_are_as_they_were(source: str) -> None:
    assert "dashed" not in dashes(source)


@pytest.mark.parametrize("source", ["a --=--=--> b", "a --==--> b"])
def test_two_marks_are_a_piece_of_a_double_line(source: str) -> None:
    assert {wire.weight for wire in sketch(read_grid(source))[2].wires} == {"light", "double"}
