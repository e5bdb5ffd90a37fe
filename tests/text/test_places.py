"""From a cell back to the character that its author typed."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxwright.text.grid import read_grid
from boxwright.text.places import Places, cell_before_repair
from boxwright.text.straighten import straighten_grid


@pytest.mark.parametrize(
    ("line", "cell", "expected"),
    [
        pytest.param("abc", 1, 1, id="plain"),
        pytest.param("│ 柠 │", 5, 4, id="after-a-wide-one"),
        pytest.param("│ 柠 │", 3, 2, id="second-half-of-a-wide-one"),
        pytest.param("e\u0301x", 1, 2, id="after-a-mark"),
        pytest.param("👩‍💻x", 2, 3, id="after-joined-ones"),
        pytest.param("a\tb", 8, 2, id="after-a-tab"),
        pytest.param("a\tb", 5, 1, id="in-a-tab"),
        pytest.param("ab", 9, 2, id="past-the-end"),
        pytest.param("", 0, 0, id="empty"),
        pytest.param("\ufeffa", 0, 1, id="after-a-byte-order-mark"),
        pytest.param("柠\tb", 8, 2, id="after-a-wide-one-and-a-tab"),
        pytest.param("\x1bb", 1, 1, id="after-a-control-character"),
    ],
)
def test_the_character_at_a_cell(line: str, cell: int, expected: int) -> None:
    grid = read_grid(f"{line}\n.")
    assert Places(f"{line}\n.", grid, grid).typed(0, cell) == expected


@pytest.mark.parametrize(
    ("typed", "straight", "cell", "expected"),
    [
        pytest.param("│ a  │", "│ a │", 4, 5, id="a-wall-that-came-nearer"),
        pytest.param("│ a  │ x", "│ a │ x", 6, 7, id="what-stands-behind-it"),
        pytest.param("└──┘", "└────┘", 5, 3, id="a-corner-that-went-away"),
        pytest.param("└──┘", "└────┘", 4, 2, id="the-line-before-it"),
        pytest.param("└──┘", "└────┘", 1, 1, id="the-line-after-the-other"),
        pytest.param("abc", "abc", 2, 2, id="nothing-moved"),
    ],
)
def test_a_cell_before_the_repair(typed: str, straight: str, cell: int, expected: int) -> None:
    assert cell_before_repair(typed, straight, cell) == expected


CROOKED = "┌────────┐      ┌─┐\n│ 柠檬水  │ 茶 ─►│b│\n└────────┘      └─┘"


@pytest.mark.parametrize("mark", ["茶", "►", "b", "柠"])
def test_what_moved_is_found_again(mark: str) -> None:
    typed = read_grid(CROOKED)
    straight, repairs = straighten_grid(typed)
    assert repairs
    found = Places(CROOKED, typed, straight).straightened(1, straight.rows[1].index(mark))
    assert CROOKED.split("\n")[1][found] == mark


@given(st.text(st.sampled_from("│─┌┐└┘ ab柠\t\n"), max_size=80))
def test_any_cell_has_a_place_in_its_line(source: str) -> None:
    typed = read_grid(source)
    straight, _ = straighten_grid(typed)
    places, lines = Places(source, typed, straight), source.split("\n")
    for y, row in enumerate(straight.rows):
        assert all(0 <= places.straightened(y, x) <= len(lines[y]) for x in range(len(row)))
