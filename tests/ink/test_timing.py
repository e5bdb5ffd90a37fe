"""Timing diagrams: the states of a bus, and signals that rise and fall in a row."""
from __future__ import annotations

import pytest

from boxwright.ink.sketch import sketch
from boxwright.text.grid import read_grid


def texts(source: str) -> list[str]:
    return [owned.label.text for owned in sketch(read_grid(source))[2].labels]


def paths(source: str) -> list[tuple[tuple[int, int], ...]]:
    return [wire.path for wire in sketch(read_grid(source))[2].wires]


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("    ______  ____\nD  <______><____>", ["D"], id="lozenges"),
        pytest.param("      ______  ____\nD  --<______><____>-", ["D"], id="lines-at-both-tips"),
        pytest.param("    _____ _____\nD   _____X_____", ["D"], id="a-crossing"),
        pytest.param("    ______ ________ __\nD   ______X__A0____X__", ["D", "A0"], id="a-name-in-a-state"),
        pytest.param("    ______\nD -<______>---", ["D"], id="lines-at-its-tips"),
    ],
)
def test_the_states_of_a_bus_are_ink(source: str, labels: list[str]) -> None:
    assert texts(source) == labels


def test_lozenges_meet_in_their_tips() -> None:
    points = [point for path in paths("  __  __\n <__><__>") for point in path]
    assert {(2, 3), (10, 3), (18, 3)} <= set(points)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(" ______\n<__init.py__>", "<__init.py__>", id="over-half-of-a-name"),
        pytest.param("a <__ b\n   c", "a <__ b", id="no-line-over-it"),
        pytest.param(" ____\n ____X of", "____X of", id="one-side-of-an-x"),
        pytest.param("____ ____\n____X", "X", id="an-x-at-an-end"),
    ],
)
def test_other_signs_at_low_lines_are_text(source: str, text: str) -> None:
    assert any(text in label for label in texts(source))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("_/~\\_", ((0, 2), (2, 2), (4, 1), (6, 1), (8, 2), (10, 2)), id="slopes"),
        pytest.param("_|~|_", ((0, 2), (3, 2), (3, 1), (7, 1), (7, 2), (10, 2)), id="bars"),
        pytest.param("~~~\\___", ((0, 1), (6, 1), (8, 2), (14, 2)), id="a-fall"),
        pytest.param("__--__--__", ((0, 2), (4, 2), (4, 1), (8, 1), (8, 2), (12, 2), (12, 1), (16, 1), (16, 2),
                                    (20, 2)), id="hyphens"),
        pytest.param("--__--__", ((0, 1), (4, 1), (4, 2), (8, 2), (8, 1), (12, 1), (12, 2), (16, 2)),
                     id="high-at-first"),
        pytest.param("a --____--", ((4, 1), (8, 1), (8, 2), (16, 2), (16, 1), (20, 1)), id="twice-behind-a-name"),
    ],
)
def test_a_signal_in_a_row_is_one_line(row: str, expected: tuple[tuple[int, int], ...]) -> None:
    assert paths(row) == [expected]


def test_signals_right_under_each_other_stay_apart() -> None:
    source = "C _/~\\_/~\\_/~\\_\nE ___|~~~~~|___\nD ~~~\\___/~~~~~"
    assert texts(source) == ["C", "E", "D"]
    assert len(paths(source)) == 3


@pytest.mark.parametrize(
    "row", ["~_~", "-__-", "a_/~\\_b", "x~~\\__", "~/_cache", "__--x--__", "^_~", "_-_-_", "so --__-- it"],
    ids=range(9))
def test_signs_of_a_signal_in_a_text_are_text(row: str) -> None:
    assert texts(row) == [row]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("__----__", id="a-roof"),
        pytest.param("/ --____--", id="beside-a-slope"),
        pytest.param("a ____----", id="one-step"),
        pytest.param("a ______ ---- b", id="two-lines"),
    ],
)
def test_hyphens_beside_low_lines_are_no_signal(row: str) -> None:
    assert not [path for path in paths(row) if len({y for _, y in path}) > 1]


def test_the_hull_of_a_boat_is_no_signal() -> None:
    source = "    \\       /\n ~~~~\\_____/~~~~"
    points = {point for path in paths(source) for point in path}
    assert {(8, 0), (12, 4), (22, 4), (26, 0)} <= points
