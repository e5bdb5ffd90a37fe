"""Lines that go straight on in one another are drawn as one."""
from __future__ import annotations

import pytest

from boxwright.chains import chained
from boxwright.model import Dash, Path


def path(*points: tuple[int, int], dash: Dash = "solid", start: bool = False, end: bool = False) -> Path:
    return Path(points, "light", dash, "connector", start_head=start, end_head=end)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([path((0, 0), (4, 0)), path((4, 0), (9, 0), end=True), path((4, 0), (4, 6))],
                     [path((0, 0), (9, 0), end=True), path((4, 0), (4, 6))], id="a-branch"),
        pytest.param([path((4, 0), (0, 0), end=True), path((9, 0), (4, 0))],
                     [path((9, 0), (0, 0), end=True)], id="the-other-way"),
        pytest.param([path((4, 0), (0, 0), end=True), path((4, 0), (9, 0), (9, 5))],
                     [path((9, 5), (9, 0), (0, 0), end=True)], id="from-the-middle-both-ways"),
        pytest.param([path((0, 0), (4, 0)), path((4, 0), (4, 6))],
                     [path((0, 0), (4, 0)), path((4, 0), (4, 6))], id="a-turn-stays"),
        pytest.param([path((0, 0), (4, 0)), path((4, 0), (9, 0), dash="dashed")],
                     [path((0, 0), (4, 0)), path((4, 0), (9, 0), dash="dashed")], id="another-look-stays"),
        pytest.param([path((0, 0), (4, 0), end=True), path((4, 0), (9, 0))],
                     [path((0, 0), (4, 0), end=True), path((4, 0), (9, 0))], id="a-head-stays"),
        pytest.param([path((0, 0), (2, 0)), path((2, 0), (4, 0)), path((4, 0), (6, 0)), path((2, 0), (2, 3))],
                     [path((0, 0), (6, 0)), path((2, 0), (2, 3))], id="three-in-a-row"),
    ],
)
def test_what_goes_on(paths: list[Path], expected: list[Path]) -> None:
    assert chained(paths) == expected


def test_a_ring_of_parts_begins_in_one_of_them() -> None:
    found = chained([path((0, 0), (4, 0), (4, 4)), path((4, 4), (4, 9), (0, 9), (0, 4)), path((0, 4), (0, 0))])
    assert len(found) == 1
    assert set(found[0].points) == {(0, 0), (4, 0), (4, 9), (0, 9)}
