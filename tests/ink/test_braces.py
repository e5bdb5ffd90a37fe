"""Braces of low lines between two slopes: alike in a row, whatever word they stand under."""
from __future__ import annotations

import pytest

from boxwright.ink.sketch import sketch
from boxwright.text.grid import read_grid


def seen(source: str) -> tuple[list[str], list[str]]:
    """Return the texts of a source, and the axes of its slopes."""
    found = sketch(read_grid(source))[2]
    return [owned.label.text for owned in found.labels], sorted(s.axis for s in found.strokes if s.axis in "ud")


@pytest.mark.parametrize(
    ("source", "labels", "braces"),
    [
        pytest.param("src/main/App.java\n\\_/ \\__/ \\______/", ["src/main/App.java"], 3, id="under-a-path"),
        pytest.param("/usr/share/doc\n\\________/\\__/", ["/usr/share/doc"], 2, id="side-by-side"),
        pytest.param("foo://a.example/b\n      \\_______/\n          |\n        host",
                     ["foo://a.example/b", "host"], 1, id="a-bar-hangs-on-it"),
        pytest.param("a = b + c*d\n    \\_/ \\_/\n     |   |\n    sum prod", ["a = b + c*d", "sum", "prod"], 2,
                     id="short-ones-with-bars"),
    ],
)
def test_all_braces_of_a_row_are_ink(source: str, labels: list[str], braces: int) -> None:
    assert seen(source) == (labels, ["d"] * braces + ["u"] * braces)


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param("hi \\_/", "hi \\_/", id="a-smile"),
        pytest.param("¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯", id="a-shrug"),
        pytest.param("C:\\_tmp\\_x/", "C:\\_tmp\\_x/", id="a-path"),
        pytest.param("\\____/\n | a |", "| a |", id="a-row-of-a-table-under-one"),
        pytest.param("\\____/\n  | x", "| x", id="a-bar-before-a-word"),
    ],
)
def test_what_is_no_brace_or_hangs_on_none_is_text(source: str, label: str) -> None:
    assert label in seen(source)[0]
