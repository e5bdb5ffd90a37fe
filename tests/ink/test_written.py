"""What is written with signs beside boxes and lines: bullets, three points, pipes, cells that say none."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch

_BOX = "+-----+\n| a   |\n+-----+\n"


def sketch_of(source: str) -> Sketch:
    sketch: Sketch = boxwright.render(source, kind="drawing").figure.sketch
    return sketch


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param(_BOX + "* one\n* two\n", ["a", "* one", "* two"], id="under-a-box"),
        pytest.param("* one\n* two\n" + _BOX, ["* one", "* two", "a"], id="over-a-box"),
        pytest.param(_BOX + "+ one\n- two\n", ["a", "+ one", "- two"], id="pluses"),
        pytest.param(_BOX + ": a note\n", ["a", ": a note"], id="a-colon"),
        pytest.param("rows *\n+----+\n| hi |\n+----+\n", ["rows *", "hi"], id="behind-a-word"),
        pytest.param(_BOX + "* 注一\n* 注二\n", ["a", "* 注一", "* 注二"], id="before-chinese"),
        pytest.param(_BOX + "* one\n" + _BOX, ["a", "* one", "a"], id="between-two-boxes"),
    ],
)
def test_bullets_at_a_corner_are_text(source: str, labels: list[str]) -> None:
    sketch = sketch_of(source)
    assert [owned.label.text for owned in sketch.labels] == labels
    assert not sketch.marks and not sketch.wires


def test_a_star_beside_a_line_is_how_many() -> None:
    sketch = sketch_of("+---+\n| a |\n+---+\n  |\n  | *\n+---+\n| b |\n+---+\n")
    assert [owned.label.text for owned in sketch.labels] == ["a", "*", "b"]
    assert len(sketch.connectors) == 1


def test_colons_between_two_boxes_are_sides() -> None:
    sketch = sketch_of("+-----+\n|     |\n+-----+\n: a   :\n: b   :\n+-----+\n|     |\n+-----+\n")
    assert [owned.label.text for owned in sketch.labels] == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        pytest.param("a --+\n    |\n    * end\n", 1, id="at-the-end-of-a-line"),
        pytest.param("a ---+\n     * end\n", 1, id="under-a-corner-of-a-line"),
        pytest.param("+--+--+\n|     |\n+--+--+\n   * out\n", 1, id="under-a-tee"),
        pytest.param("+-----+\n|     |\n+-----+\n*\n|\nv\n", 1, id="in-a-line-from-a-corner"),
        pytest.param("+-----+\n|     |\n+-----+\n* one\n|\nv\n", 1, id="with-a-line-that-goes-on"),
    ],
)
def test_terminals_at_corners_are_ink(source: str, marks: int) -> None:
    assert len(sketch_of(source).marks) == marks
