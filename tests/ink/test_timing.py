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
