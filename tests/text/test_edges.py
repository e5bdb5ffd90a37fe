"""Edges are found by a row alone, in a time that is linear in it."""
from __future__ import annotations

import pytest

from boxwright.text.edges import find_edges


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("┌──┐  ╔══╗", ["┌──┐", "╔══╗"], id="two"),
        pytest.param("├──┼──┤", ["├──┼──┤"], id="a-divider-with-a-tee"),
        pytest.param("┌┴─┐  ├┼──┤  └─┬┘  ┌┬┐", ["┌┴─┐", "├┼──┤", "└─┬┘"], id="a-tee-beside-a-corner"),
        pytest.param("├┬─ a  ──┴┴── b", [], id="tees-of-a-tree"),
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
    assert [row[e.start : e.stop + 1] for e in find_edges((" " * len(row), row)).get(1, [])] == expected
