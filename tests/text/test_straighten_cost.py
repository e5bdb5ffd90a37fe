"""What straightening costs grows with the cells of a text, whatever the text is."""
from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from boxwright.text.grid import read_grid
from boxwright.text.straighten import straighten_grid


def _nested(depth: int) -> str:
    """Return boxes in boxes, and the text within knocked out of line."""
    rows = ["│" * i + "┌" + "─" * (2 * (depth - i)) + "┐" + "│" * i for i in range(depth)]
    ends = ["│" * i + "└" + "─" * (2 * (depth - i)) + "┘" + "│" * i for i in range(depth)]
    return "\n".join([*rows, "│" * depth + "   " + "│" * depth, *reversed(ends)])


@pytest.mark.parametrize(
    ("draw", "size"),
    [
        pytest.param(lambda n: ("+-" * n + "\n") * 20, 1000, id="rows-of-corners"),
        pytest.param(lambda n: ("+-" * n + "+\n") * 20, 500, id="a-grid-of-corners"),
        pytest.param(lambda n: "┌────┬────┐\n" + "│ a  │ b │\n├────┼────┤\n" * n, 300, id="an-open-table"),
        pytest.param(lambda n: "+----+----+\n" + "| a  | b |\n+----+----+\n" * n, 300, id="an-open-ascii-table"),
        pytest.param(lambda n: "┌────┐" * n + "\n" + "│ 柠檬水 │" * n + "\n" + "└────┘" * n, 300,
                     id="crooked-boxes-in-a-row"),
        pytest.param(lambda n: "┌────┐\n│ 柠檬水 │\n└────┘\n" * n, 200, id="crooked-boxes-in-a-column"),
        pytest.param(lambda n: "┌────┐\n" + "│ 柠檬水 │\n" * n + "└────┘\n", 500, id="a-tall-crooked-box"),
        pytest.param(lambda n: "|\n" * n, 5000, id="rows-of-bars"),
        pytest.param(lambda n: "+" * n, 5000, id="a-row-of-pluses"),
        pytest.param(lambda n: ("┌──┐ " * 10 + "\n") * n, 300, id="tops-without-bottoms"),
        pytest.param(lambda n: "┌───┐\n" + "├───┤\n" * n + "└───┘\n", 1000, id="dividers"),
        pytest.param(lambda n: "└┬┘\n" + " │\n  │\n" * n + " ▼\n┌─┐\n", 300, id="a-line-that-staggers"),
    ],
)
def test_the_cost_grows_with_the_cells(draw: Callable[[int], str], size: int) -> None:
    def best(count: int) -> float:
        grid, times = read_grid(draw(count)), []
        for _ in range(3):
            start = time.perf_counter()
            straighten_grid(grid)
            times.append(time.perf_counter() - start)
        return min(times)

    assert best(4 * size) < 12 * best(size) + 0.02      # four times the cells; sixteen times would be a square


def test_boxes_in_boxes_cost_what_their_cells_do() -> None:
    grid = read_grid(_nested(150))
    start = time.perf_counter()
    straighten_grid(grid)
    assert time.perf_counter() - start < 5
