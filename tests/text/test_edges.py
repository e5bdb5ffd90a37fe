"""Edges are found by a row alone, in a time that is linear in it."""
from __future__ import annotations

import time

import pytest

from boxwright.text.edges import find_edges


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("┌──┐  ╔══╗", ["┌──┐", "╔══╗"], id="two"),
        pytest.param("├──┼──┤", ["├──┼──┤"], id="a-divider-with-a-tee"),
        pytest.param("┌─ pre-commit ─┐", ["┌─ pre-commit ─┐"], id="a-title"),
        pytest.param("└──▼──┘", ["└──▼──┘"], id="a-head-in-an-edge"),
        pytest.param("├────── ┤", ["├────── ┤"], id="short-of-its-end"),
        pytest.param("+---++---+", ["+---+", "+---+"], id="a-double-plus"),
        pytest.param("+--+--+ +-- a.b --+", ["+--+--+", "+-- a.b --+"], id="plus-as-tee-and-as-corner"),
        pytest.param(".---.  '---'", [".---.", "'---'"], id="soft"),
        pytest.param("| A |---->| B |", [], id="a-line-between-bars"),
        pytest.param("|---|---|", [], id="a-markdown-rule"),
        pytest.param("--+----+", [], id="a-line-into-a-corner"),
    ],
)
def test_find_edges(row: str, expected: list[str]) -> None:
    assert [row[e.start : e.stop + 1] for e in find_edges(("", row)).get(1, [])] == expected


@pytest.mark.parametrize("unit", ["+-", "├─┼", ".- ", ".----", "+- a ", "├─ a ", "┌─", "─┼", "+-+ ", "v-"])
def test_a_long_row_is_read_once(unit: str) -> None:
    def best(count: int) -> float:
        row, times = ("+-" + unit * count,), []
        for _ in range(3):
            start = time.perf_counter()
            find_edges(row)
            times.append(time.perf_counter() - start)
        return min(times)

    assert best(40_000) < 12 * best(10_000) + 0.01      # four times the cells; twelve times would be a square
