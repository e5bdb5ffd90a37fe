"""Short pieces of a line that a slope, a diamond or a corner shows to be one."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.ink.settle import settle


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param(" a --\\\n      +---> x\n b --/\n", "Arrows lead from a and b to x.", id="two-that-join"),
        pytest.param("       /-- A\n x ---+\n       \\-- B\n", "Lines join x to A and B.", id="two-that-part"),
        pytest.param(" 甲 --\\\n       \\\n        +---> 乙\n", "An arrow leads from 甲 to 乙.", id="a-longer-slope"),
        pytest.param("[a]--yes---.\n           |\n           v\n          [b]\n",
                     "An arrow labelled “yes” leads from [a] to [b].", id="a-word-before-a-corner"),
        pytest.param("         [b]\n          ^\n          |\n(a)--yes--'\n",
                     "An arrow labelled “yes” leads from (a) to [b].", id="a-word-before-a-corner-up"),
        pytest.param("     .---------.\n    /           \\\n   <   ready?    >-- no --> x\n"
                     "    \\           /\n     '---------'\n",
                     "An arrow labelled “no” leads from ready? to x.", id="at-the-tip-of-a-shape"),
    ],
)
def test_a_short_half_is_a_line(source: str, words: str) -> None:
    assert words in boxwright.render(source, kind="drawing").description


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("C:\\ --\\ foo", id="a-path"),
        pytest.param("--/", id="nothing-before-it"),
        pytest.param("a --/b", id="a-word-behind-the-slope"),
        pytest.param("[a]--yes--.", id="a-sentence-in-brackets"),
        pytest.param("see (b)--or not--.", id="an-aside"),
    ],
)
def test_other_hyphens_are_left_alone(row: str) -> None:
    width = len(row)
    assert settle((" " * width, row, " " * width))[1] == row
