"""D2: its arrows, its shapes, and its own signs told from an author's."""
from __future__ import annotations

from collections.abc import Callable

import pytest

import boxwright


def lines(source: str) -> list[str]:
    return str(boxwright.render(source, to="d2").output).splitlines()


@pytest.mark.parametrize(
    ("drawn", "line"),
    [
        pytest.param("───", "b1 -- b2", id="none"), pytest.param("──►", "b1 -> b2", id="end"),
        pytest.param("◄──", "b2 -> b1", id="start-is-the-target"), pytest.param("◄─►", "b1 <-> b2", id="both"),
        pytest.param("━━►", "b1 -> b2: {style: {stroke-width: 4}}", id="heavy"),
        pytest.param("╌╌►", "b1 -> b2: {style: {stroke-dash: 5}}", id="dashed"),
        pytest.param(".....>", "b1 -> b2: {style: {stroke-dash: 2}}", id="dotted"),
    ],
)
def test_lines(drawn: str, line: str, pair: Callable[[str], str]) -> None:
    assert line in lines(pair(drawn))


@pytest.mark.parametrize(
    ("box", "line"),
    [
        pytest.param("┌───┐\n│ a │\n└───┘", 'b1: "a"', id="square"),
        pytest.param("╭───╮\n│ a │\n╰───╯", 'b1: "a" {style: {border-radius: 8}}', id="round"),
        pytest.param("╔═══╗\n║ a ║\n╚═══╝", 'b1: "a" {style: {double-border: true}}', id="double"),
        pytest.param("┌───────┐\n│ a {s} │\n└───────┘", 'b1: "a" {shape: cylinder}', id="storage"),
        pytest.param("┌────────┐\n│ a cRED │\n└────────┘",
                     'b1: "a" {style: {fill: "#ffdfdb"; stroke: "#c22a1f"}}', id="red"),
        pytest.param("┌───┐\n│ a │\n│ b │\n└───┘", 'b1: "a\\nb"', id="two-lines"),
        pytest.param("a", 't1: "a" {shape: text}', id="text"), pytest.param('"', 't1: "\\"" {shape: text}', id="quote"),
        pytest.param("${x}", 't1: "\\${x}" {shape: text}', id="variable"),
        pytest.param("C:\\n", 't1: "C:\\\\n" {shape: text}', id="backslash"),
    ],
)
def test_shapes(box: str, line: str) -> None:
    assert line in lines(box)


def test_an_edge_names_its_ends_from_the_outside() -> None:
    source = "┌─────────┐\n│ ┌─────┐ │\n│ │ db  ├─┼─►disk\n│ └─────┘ │\n└─────────┘"
    assert lines(source)[-1] == "b1.b2 -> t1"
