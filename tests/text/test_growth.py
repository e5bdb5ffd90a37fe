"""A box that grows makes room in every row: what crosses the new columns runs on through them."""
from __future__ import annotations

import json

import pytest

import boxwright
from boxwright.text.width import text_width


def box(text: str, columns: int, glyphs: str) -> list[str]:
    """Draw a text in a box; `glyphs` are two top corners, a line, a side and two bottom corners."""
    a, b, line, side, c, d = glyphs
    return [a + line * columns + b, f"{side} {text} {side}", c + line * columns + d]


@pytest.mark.parametrize("glyphs", ["┌┐─│└┘", "╭╮─│╰╯", "╔╗═║╚╝", "++-|++", "++=|++", "..-|''"])
@pytest.mark.parametrize("ragged_first", [True, False], ids=["above", "below"])
@pytest.mark.parametrize("offset", range(10))
def test_a_box_that_grows_leaves_the_next_one_whole(glyphs: str, ragged_first: bool, offset: int) -> None:
    """Whatever column the next box stands in, both come out closed, each around its text."""
    ragged = box("中文", 5, glyphs)
    other = [" " * offset + row for row in box("ABCD", 6, glyphs)]
    source = "\n".join([*ragged, *other] if ragged_first else [*other, *ragged])
    rows = boxwright.straighten(source).text.splitlines()
    for top, middle, bottom in (rows[:3], rows[3:]):
        assert " " not in top.strip() + bottom.strip()
        assert text_width(top) == text_width(middle) == text_width(bottom)
    drawing = json.loads(boxwright.render(source, to="json", kind="drawing").output)
    assert len(drawing["boxes"]) == 2


RAGGED = ["┌─────┐", "│ 中文 │", "└─────┘"]
GROWN = ["┌──────┐", "│ 中文 │", "└──────┘"]
ASCII_RAGGED = ["+-----+", "| 中文 |", "+-----+"]
ASCII_GROWN = ["+------+", "| 中文 |", "+------+"]


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["┌────┐",
             "│ ab │──────► out",
             "│ ab ├──────► out",
             "│ ab │◄────── in",
             "└────┘", *RAGGED],
            ["┌────┐",
             "│ ab │───────► out",
             "│ ab ├───────► out",
             "│ ab │◄─────── in",
             "└────┘", *GROWN], id="a-line-that-touches-a-wall-or-comes-out-of-it"),
        pytest.param(
            ["     ┌──────┐",
             "     │──────│",
             "     │ ABCD │",
             "     ├──────┤",
             "     │◄─────┤",
             "     └──────┘", *RAGGED],
            ["     ┌───────┐",
             "     │───────│",
             "     │  ABCD │",
             "     ├───────┤",
             "     │◄──────┤",
             "     └───────┘", *GROWN], id="a-divider-and-what-points-at-a-wall"),
        pytest.param(
            ["┌─────┐",
             "│ 中文 │",
             "└──┬──┘",
             "   │ ├── one",
             "   ├─┼── two",
             "   │ └┬─ three",
             "   │  └─ four"],
            ["┌──────┐",
             "│ 中文 │",
             "└──┬───┘",
             "   │ ├─── one",
             "   ├─┼─── two",
             "   │ └─┬─ three",
             "   │   └─ four"], id="branches-that-met"),
        pytest.param(
            ["┌─────┐",
             "│ 中文 │",
             "└──┬──┘",
             "   │ ┌──────┐",
             "   └▶│ AB   │",
             "     └──────┘"],
            ["┌──────┐",
             "│ 中文 │",
             "└──┬───┘",
             "   │ ┌───────┐",
             "   └▶│  AB   │",
             "     └───────┘"], id="a-box-that-a-line-leads-to"),
        pytest.param(
            ["     +--+---+",
             "     |--| a |",
             "     +--+---+",
             "     |--help|",
             "     |-x|   |",
             "     +-- T -+", *ASCII_RAGGED],
            ["     +---+---+",
             "     |---| a |",
             "     +---+---+",
             "     | --help|",
             "     | -x|   |",
             "     +--- T -+", *ASCII_GROWN], id="hyphens-before-a-word-are-text"),
        pytest.param(
            ["+----+",
             "| ab |---> out",
             "| ab |<--- in",
             "+----+  i++, -1", *ASCII_RAGGED],
            ["+----+",
             "| ab |----> out",
             "| ab |<---- in",
             "+----+   i++, -1", *ASCII_GROWN], id="arrows-beside-a-box"),
    ])
def test_what_crosses_new_columns_runs_on(crooked: list[str], expected: list[str]) -> None:
    assert boxwright.straighten("\n".join(crooked)).text.splitlines() == expected
