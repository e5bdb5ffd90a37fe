"""Two arrows that lean against each other under a box, or over it: their tips stand side by side."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.figures.drawing import build_scene
from boxwright.model import Drawing, Head


def tips(source: str) -> list[tuple[float, float]]:
    figure = boxwright.render(source, kind="drawing").figure
    assert isinstance(figure, Drawing)
    return sorted((p.x, p.y) for p in build_scene(figure).primitives if isinstance(p, Head))


BOX = "+-----+\n| box |\n+-----+"


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param(f"{BOX}\n  ^ ^\n /   \\\nA     B", [(6, 5), (8, 5)], id="from-below"),
    pytest.param(f"A     B\n \\   /\n  v v\n{BOX}", [(6, 7), (8, 7)], id="from-above"),
    pytest.param("+-------+\n| box   |\n+-------+\n  ^   ^\n /     \\\nA       B", [(7, 5), (11, 5)], id="wide-apart"),
    pytest.param(f"{BOX}\n  ^\n /\nA", [(7, 5)], id="one-alone"),
    pytest.param(f"{BOX}\n  ^\n / \\\nA   B", [(5, 5)], id="one-head-for-both"),
])
def test_tips_that_meet_are_set_apart(source: str, expected: list[tuple[int, int]]) -> None:
    assert tips(source) == expected


def test_lines_stay_straight() -> None:
    svg = str(boxwright.render(f"{BOX}\n  ^ ^\n /   \\\nA     B", kind="drawing").output)
    line = svg.split('class="bw-connector" d="')[1].split('"')[0]
    assert line.count("L") <= 2
