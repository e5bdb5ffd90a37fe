"""Path data: short, exact, the same bytes everywhere."""
from __future__ import annotations

import pytest

from boxwright.model import TOWARDS, Side
from boxwright.shapes import box_data, dot_data, head_data, line_data, number, pair, shortened, triangle_data, wave_data


@pytest.mark.parametrize(("value", "text"), [
    pytest.param(3, "3", id="whole"), pytest.param(3.0, "3", id="a-whole-float"), pytest.param(60.3, "60.3", id="one"),
    pytest.param(0.5, ".5", id="below-one"), pytest.param(-0.25, "-.25", id="negative"),
    pytest.param(10.0, "10", id="ten"),
    pytest.param(0.001, "0", id="next-to-nothing"), pytest.param(-0.001, "0", id="no-minus-nothing"),
    pytest.param(7.126, "7.13", id="two-decimals"), pytest.param(100.04, "100.04", id="zeros-inside"),
])
def test_a_number_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_a_pair_needs_a_space_unless_a_sign_parts_it() -> None:
    assert (pair(1, 2), pair(1, -2)) == ("1 2", "1-2")


@pytest.mark.parametrize(
    ("points", "data"),
    [
        pytest.param([(0, 8), (40, 8)], "M0 8H40", id="level"),
        pytest.param([(4, 0), (4, 48)], "M4 0V48", id="upright"),
        pytest.param([(0, 0), (8, 16)], "M0 0L8 16", id="sloping"),
        pytest.param([(0, 8), (40, 8), (40, 48)], "M0 8H38q2 0 2 2V48", id="a-right-bend"),
        pytest.param([(0, 0), (40, 80), (80, 0)], "M0 0L40 80L80 0", id="a-point"),
    ],
)
def test_a_line(points: list[tuple[float, float]], data: str) -> None:
    assert line_data(points) == data


def test_a_ring_closes_and_has_a_bend_at_each_corner() -> None:
    data = line_data([(0, 0), (80, 0), (80, 80), (0, 80), (0, 0)])
    assert data.endswith("Z") and data.count("q") == 4


def test_a_bend_at_a_round_glyph_is_a_quarter_of_a_circle() -> None:
    assert line_data([(0, 8), (40, 8), (40, 48)], rounds=[(40, 8)]) == "M0 8H34a6 6 0 0 1 6 6V48"


def test_a_bend_of_slopes_at_a_round_glyph_is_a_curve() -> None:
    assert "q" in line_data([(0, 0), (40, 80), (80, 0)], curves=[(40, 80)])


@pytest.mark.parametrize(("side", "down", "sweep"), [
    pytest.param("E", True, 1, id="to-the-right-going-down"), pytest.param("W", True, 0, id="to-the-left-going-down"),
    pytest.param("E", False, 0, id="to-the-right-going-up"), pytest.param("W", False, 1, id="to-the-left-going-up"),
])
def test_a_hop_springs_to_its_side(side: Side, down: bool, sweep: int) -> None:
    points: list[tuple[float, float]] = [(4, 8), (4, 72)] if down else [(4, 72), (4, 8)]
    assert f"A5 5 0 0 {sweep} " in line_data(points, hops=[((4, 40), side)])


def test_a_box_with_a_radius_for_each_corner() -> None:
    assert box_data(0, 0, 20, 10, [0, 0, 0, 0]) == "M0 0H20V10H0V0z"
    assert box_data(0, 0, 20, 10, [3, 0, 3, 0]) == "M3 0H20V7a3 3 0 0 1-3 3H0V3a3 3 0 0 1 3-3z"


def test_a_triangle_is_a_box_without_one_of_its_corners() -> None:
    assert triangle_data(0, 0, 8, 16, "↖") == "M8 0L8 16L0 16z"
    assert triangle_data(8, 0, 8, 16, "↘") == "M8 0L16 0L8 16z"


def test_a_wave_goes_from_end_to_end() -> None:
    assert wave_data([(0, 8), (16, 8)]).count("t") == 3


@pytest.mark.parametrize("side", TOWARDS)
def test_a_head_lies_behind_its_tip(side: Side) -> None:
    dx, dy = TOWARDS[side]
    x, y = map(float, head_data(100, 100, side)[1:].partition("l")[0].replace("-", " -").split())
    assert abs(x - 100) <= 1 and abs(y - 100) <= 1
    back = head_data(100, 100, side).partition("l")[2].partition("q")[0].replace("-", " -").split()
    assert float(back[0]) * dx <= 0 or float(back[1]) * dy <= 0


def test_a_terminal_is_hollow_or_has_something_inside() -> None:
    assert dot_data(0, 0, "circle")[1] == "" and dot_data(0, 0, "disc")[1]


def test_a_line_is_never_shortened_past_its_start() -> None:
    assert shortened((10, 0), (0, 0), 4) == (6, 0)
    assert shortened((10, 0), (0, 0), 40) == (0, 0)
    assert shortened((3, 3), (3, 3), 4) == (3, 3)
