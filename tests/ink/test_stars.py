"""Stars: those of a comment and of a timetable are text, those at the ends of lines are terminals."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch

_BOX = "+---+\n| a |\n+---+"


def sketch_of(source: str) -> Sketch:
    sketch: Sketch = boxwright.render(source, kind="drawing").figure.sketch
    return sketch


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param("* * * * * cmd\n" + _BOX, "* * * * * cmd", id="over-a-box"),
        pytest.param(_BOX + "\n* * * * * cmd", "* * * * * cmd", id="under-a-box"),
        pytest.param("* * * * * run\n| | | | |\n| | | | +-- day", "* * * * * run", id="over-its-key"),
        pytest.param("│ │ │ │ │\n* * * * * <command>", "* * * * * <command>", id="under-its-key"),
        pytest.param("* * * * *\n" + _BOX, "* * * * *", id="without-a-command"),
        pytest.param("*/5 2 * * 1 run\n" + _BOX, "*/5 2 * * 1 run", id="fields-with-numbers"),
        pytest.param("* * * * x\n" + _BOX, "* * * * x", id="four-stars"),
        pytest.param("* * * * * 备份\n" + _BOX, "* * * * * 备份", id="before-chinese"),
        pytest.param("|  .-- day\n|  |  |  |  |\n*  *  *  *  * user  run", "* user", id="two-blanks-apart"),
        pytest.param("* * * * *\n| | | | |\n| | | | +-- day".replace("\n", "  run\n", 1), "* * * * *",
                     id="a-command-two-blanks-behind"),
        pytest.param("# | .--- day\n# * * * run", "# * * * run", id="three-behind-a-hash"),
    ],
)
def test_the_stars_of_a_timetable_are_text(source: str, label: str) -> None:
    sketch = sketch_of(source)
    assert label in [owned.label.text for owned in sketch.labels]
    assert sketch.marks == ()


def test_the_marks_of_a_comment_are_text() -> None:
    sketch = sketch_of("/* -----> */\n// |------|\n")
    assert not sketch.marks and len(sketch.heads) == 1
    assert [o.label.text for o in sketch.labels if o.label.row == 0] == ["/*", "*/"]


@pytest.mark.parametrize(
    ("source", "inked"),
    [
        pytest.param("*************\n*  a | b    *\n*************\n", 0, id="a-frame-of-stars"),
        pytest.param("/*********************\n * a.c | b.c         *\n *********************/\n", 0,
                     id="a-comment-in-a-frame"),
        pytest.param("/*\n * +---+\n * | a |\n * +---+\n */\n", 1, id="a-drawing-in-a-comment"),
        pytest.param("/**\n * a -> b\n *\n * c | d\n **/\n +---+\n | a |\n +---+", 1, id="a-comment-over-a-box"),
    ],
)
def test_the_stars_of_a_frame_and_of_a_comment_are_text(source: str, inked: int) -> None:
    sketch = sketch_of(source)
    assert len(sketch.boxes) == inked
    assert not sketch.marks and not sketch.wires


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        pytest.param("*--* *--*", 4, id="the-ends-of-lines"),
        pytest.param("* * *\n| | |\n+-+-+", 3, id="three-over-lines"),
        pytest.param("* * * * *\n| | | | |\n+-+-+-+-+", 5, id="five-over-lines"),
        pytest.param("* * * *\n| | | |\n| | | |", 4, id="four-over-bars"),
        pytest.param("*  *  *  *\n|  |  |  |\n+--+--+--+", 4, id="further-apart"),
        pytest.param("   *\n  /\n */\n |\n |", 1, id="a-star-beside-a-slope"),
        pytest.param("*--->*", 2, id="two-ends"),
        pytest.param("  /*\n /  \\\n*    *---*\n", 2, id="behind-a-slope"),
        pytest.param("  |  |  |\n  *  *  *  here\n", 3, id="three-with-a-name"),
    ],
)
def test_other_stars_are_terminals(source: str, marks: int) -> None:
    assert len(sketch_of(source).marks) >= marks
