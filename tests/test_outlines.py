"""Shapes in their rectangles: texts fit in, lines meet the outline, the path data says the same."""
from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxwright.model import BoxShape, Path, Rect, Side, Text
from boxwright.outlines import Extent, bite_of, fit, inset, outline_data, run_onto

SHAPES = get_args(BoxShape)
SIDES: tuple[Side, ...] = ("N", "E", "S", "W")
SLANTED = tuple(shape for shape in SHAPES if shape not in ("document", "storage"))


@pytest.mark.parametrize(
    ("shape", "side", "at", "far"),
    [
        pytest.param("io", "W", 2, 2, id="parallelogram-leans-to-the-right"),
        pytest.param("io", "E", 3, 3, id="parallelogram-on-the-right"),
        pytest.param("io", "N", 2, 2, id="parallelogram-where-its-top-is-gone"),
        pytest.param("io", "N", 10, 0, id="parallelogram-on-its-top"),
        pytest.param("manual", "W", 4, 4, id="narrow-at-the-bottom"),
        pytest.param("manual", "S", 2, 2, id="narrow-at-the-bottom-from-below"),
        pytest.param("trapezoid", "W", 0, 4, id="narrow-at-the-top"),
        pytest.param("choice", "W", 2, 0, id="diamond-at-its-corner"),
        pytest.param("choice", "E", 0, 4, id="diamond-at-its-top"),
        pytest.param("choice", "N", 2, 1, id="diamond-from-above"),
        pytest.param("ellipse", "W", 2, 0, id="ellipse-at-its-side"),
        pytest.param("ellipse", "N", 10, 0, id="ellipse-at-its-top"),
        pytest.param("ellipse", "N", 0, 2, id="ellipse-at-its-corner"),
        pytest.param("storage", "N", 10, 0, id="cylinder-at-its-top"),
        pytest.param("storage", "S", 0, 4, id="cylinder-at-its-foot"),
        pytest.param("storage", "W", 1, 0, id="cylinder-at-its-side"),
        pytest.param("document", "S", 5, 0, id="document-where-it-hangs"),
        pytest.param("document", "S", 15, 8, id="document-where-it-is-raised"),
        pytest.param("document", "N", 5, 0, id="document-at-its-top"),
    ],
)
def test_how_far_an_outline_lies_behind_the_edge(shape: BoxShape, side: Side, at: float, far: float) -> None:
    assert inset(shape, 20, 4, 4, side, at) == pytest.approx(far)


def rect(shape: BoxShape | None, width: int = 20, height: int = 4, bite: float = 4) -> Rect:
    return Rect(0, 0, width, height, "paper", "light", "solid", "square", shape=shape, bite=bite)


def line(*points: tuple[float, float]) -> Path:
    return Path(points, "light", "solid", "connector")


@pytest.mark.parametrize("shape", SHAPES)
@given(width=st.integers(4, 80), height=st.integers(4, 40), at=st.floats(0, 1), side=st.sampled_from(SIDES))
def test_a_line_meets_an_outline_within_the_rectangle(
    shape: BoxShape, width: int, height: int, at: float, side: Side,
) -> None:
    there, x, y = rect(shape, width, height, bite_of(shape, width, height, ())), at * width, at * height
    start, tip = {"N": ((x, -9), (x, 0)), "S": ((x, height + 9), (x, height)),
                  "W": ((-9, y), (0, y)), "E": ((width + 9, y), (width, y))}[side]
    met, = run_onto([line(start, tip)], [there])
    assert met.points[0] == start
    (x, y) = met.points[1]
    assert -1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= height + 1e-6
    assert x == tip[0] or y == tip[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(line((2, -5), (2, 0)), ((2, -5), (2, 2)), id="from-above"),
        pytest.param(line((0, 2), (-5, 2)), ((2, 2), (-5, 2)), id="its-first-end"),
        pytest.param(line((-5, 5), (-5, 2), (0, 2)), ((-5, 5), (-5, 2), (2, 2)), id="behind-a-bend"),
        pytest.param(line((-5, 9), (0, 9)), ((-5, 9), (0, 9)), id="below-the-box"),
        pytest.param(line((0, 2), (5, 2)), ((0, 2), (5, 2)), id="away-from-the-wall-within"),
        pytest.param(line((-5, -5), (0, 0)), ((-5, -5), (0, 0)), id="a-slope"),
    ],
)
def test_ends_of_lines(path: Path, expected: tuple[tuple[float, float], ...]) -> None:
    found = run_onto([path], [rect("io"), rect(None)])
    assert [one.points for one in found] == [expected]


def test_texts_are_set_for_their_shape() -> None:
    texts = [Text(10, 2, "tea", 3, "middle"), Text(4, 2, "tea", 3), Text(4, 2, "tea", 3)]
    rects = {0: rect("storage", bite=0), 1: rect("choice", bite=0), 2: rect(None, bite=0)}
    fit(rects, texts, [0, 1, None])
    assert 2 < texts[0].y <= 2.5 and not texts[0].tight
    assert texts[1] == Text(4, 2, "tea", 3, tight=True)
    assert texts[2] == Text(4, 2, "tea", 3)
    assert [one.bite > 0 for one in rects.values()] == [True, True, False]


@pytest.mark.parametrize(("height", "rows", "filled", "expected"), [
    pytest.param(8, [4], (), [5], id="a-line-in-the-middle"),
    pytest.param(12, [4, 6, 8], (), [5, 7, 9], id="lines-in-the-middle"),
    pytest.param(8, [4], (0,), [4], id="beside-a-box-or-a-rule"),
    pytest.param(12, [4, 6], (), [4, 6], id="lines-over-the-middle"),
    pytest.param(8, [6], (), [6], id="a-line-under-the-middle"),
    pytest.param(6, [2, 4], (), [2.425, 4.425], id="lines-that-fill-it"),
])
def test_what_is_in_the_middle_of_a_cylinder_is_set_to_that_of_its_body(
    height: int, rows: list[int], filled: tuple[int, ...], expected: list[float],
) -> None:
    texts = [Text(10, y, "tea", 3, "middle") for y in rows]
    fit({0: rect("storage", height=height, bite=0)}, texts, [0] * len(rows), filled)
    assert [text.y for text in texts] == pytest.approx(expected)


@pytest.mark.parametrize("shape", SLANTED)
@given(rows=st.lists(st.integers(4, 40), min_size=1, max_size=5))
def test_texts_stay_inside(shape: BoxShape, rows: list[int]) -> None:
    width, height = max(rows) + 6, 2 * (len(rows) + 1)
    texts = [Extent((width - row) / 2, (width + row) / 2, 2 * y + 2) for y, row in enumerate(rows)]
    bite = bite_of(shape, width, height, texts)
    for text in texts:
        for y in (text.y - .75, text.y + .75):
            assert inset(shape, width, height, bite, "W", y) < text.left
            assert inset(shape, width, height, bite, "E", y) < width - text.right


@pytest.mark.parametrize(("rows", "most"), [(1, .5), (3, .5), (5, 1)])
def test_a_lid_leaves_room_for_the_first_line(rows: int, most: float) -> None:
    first = 2 if rows < 5 else 4
    bite = bite_of("storage", 20, 2 * (rows + 1), [Extent(4, 16, first)])
    assert .4 <= bite <= most and 2 * bite < first - .75


@pytest.mark.parametrize(
    ("shape", "bite", "data"),
    [
        pytest.param("io", 8, "M80 0L72 32L0 32L8 0z", id="parallelogram"),
        pytest.param("manual", 8, "M80 0L72 32L8 32L0 0z", id="manual"),
        pytest.param("trapezoid", 8, "M72 0L80 32L0 32L8 0z", id="trapezoid"),
        pytest.param("choice", 40, "M40 0L80 16L40 32L0 16z", id="diamond-has-four-corners"),
        pytest.param("choice", 8, "M72 0L80 16L72 32L8 32L0 16L8 0z", id="hexagon-where-a-diamond-is-too-small"),
        pytest.param("ellipse", 40, "M40 0a40 16 0 0 1 0 32a40 16 0 0 1 0-32z", id="ellipse"),
        pytest.param("ellipse", 10, "M10 0h60a10 16 0 0 1 0 32h-60a10 16 0 0 1 0-32z", id="flat-ellipse"),
        pytest.param("storage", 4, "M0 4a40 4 0 0 1 80 0V28a40 4 0 0 1-80 0zM80 4a40 4 0 0 1-80 0", id="cylinder"),
        pytest.param("document", 3, "M0 29V0h80V29q-20-6-40 0q-20 6-40 0z", id="document"),
    ],
)
def test_path_data(shape: BoxShape, bite: float, data: str) -> None:
    assert outline_data(shape, 0, 0, 80, 32, bite) == data
