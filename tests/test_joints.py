"""How the ends of lines meet lines of other weights, as a table; and that plain drawings pay nothing for it."""
from __future__ import annotations

import pytest

from boxwright import theme
from boxwright.joints import run_on
from boxwright.model import Path, Primitive, Rect, Weight

HALF = {name: width / 2 for name, width in theme.WEIGHTS.items()}
IN_A_DOUBLE = -theme.CORE / 2 - HALF["light"]


def line(*points: tuple[int, int], weight: Weight = "light", head: bool = False, divider: bool = False) -> Path:
    return Path(points, weight, "solid", "divider" if divider else "connector", end_head=head)


LEVEL = (1, 5), (9, 5)                  # a level line; upright ones come down to it, or end at its start
DOWN, PAST, CORNER = ((5, 1), (5, 5)), ((5, 5), (5, 9)), ((1, 1), (1, 5))
BOX = Rect(1, 5, 8, 4, "paper", "double", "solid", "square")


@pytest.mark.parametrize(("primitives", "expected"), [
    pytest.param([line(*LEVEL), line(*DOWN)], 0, id="alike"),
    pytest.param([line(*LEVEL, weight="double"), line(*DOWN)], IN_A_DOUBLE, id="a-single-stops-at-a-double"),
    pytest.param([BOX, line(*DOWN)], IN_A_DOUBLE, id="and-at-a-double-wall"),
    pytest.param([line(*LEVEL, weight="double"), line(*DOWN), line(*PAST)], 0, id="but-not-where-it-goes-on"),
    pytest.param([line(*LEVEL, weight="double"), line(*DOWN, head=True)], 0, id="nor-where-it-has-a-head"),
    pytest.param([line(*LEVEL, weight="double"), line(*DOWN, weight="double")], 0, id="double-opens-into-double"),
    pytest.param([line(*LEVEL, weight="double"), line(*CORNER)], HALF["double"] - HALF["light"], id="round-a-corner"),
    pytest.param([line(*LEVEL), line(*CORNER, weight="double")], HALF["light"], id="a-double-round-a-single"),
    pytest.param([line(*LEVEL, divider=True), line(*CORNER, divider=True)], HALF["light"], id="edges-drawn-one-by-one"),
    pytest.param([line(*LEVEL), line(*DOWN, weight="heavy")], HALF["light"] - HALF["heavy"], id="heavy-on-light"),
    pytest.param([line(*LEVEL, weight="heavy"), line(*DOWN)], 0, id="light-on-heavy"),
])
def test_the_last_end_runs_on(primitives: list[Primitive], expected: float) -> None:
    path = max(i for i, p in enumerate(primitives) if type(p) is Path and p.points[-1][1] == 5 and p.points[0][0] != 9)
    assert run_on(primitives).get(path, (0, 0))[1] == pytest.approx(expected)


def test_light_lines_among_light_boxes_are_not_looked_at() -> None:
    light = Rect(1, 5, 8, 4, "paper", "light", "solid", "square")
    assert run_on([light, line(*DOWN), line(*LEVEL)]) == {}


def test_cost_does_not_grow_with_what_stands_on_a_line() -> None:
    comb: list[Primitive] = [line((x, 5), (x + 2, 5), weight="double") for x in range(1, 20001, 2)]
    comb += [line((x, 1), (x, 5)) for x in range(1, 20001, 2)]
    assert len(run_on(comb)) == 10_001         # the first of the comb stands at a corner
