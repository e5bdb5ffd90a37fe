"""Reading text into cells, and writing it back."""
from __future__ import annotations

import pytest

from boxwright.text.grid import FILLER, cells_text, grid_text, read_grid


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("\n\n", (), id="blank-rows-only"),
        pytest.param("\n a\n\n", ("  ", " a"), id="blank-rows-are-kept-at-the-start-alone"),
        pytest.param("ab\nc", ("ab", "c "), id="rows-are-equally-long"),
        pytest.param("柠a", (f"柠{FILLER}a",), id="a-wide-character-takes-two"),
        pytest.param("a\tb", ("a       b",), id="tab"),
        pytest.param("柠\tb", (f"柠{FILLER}      b",), id="tab-after-a-wide-character"),
        pytest.param("\ufeffa", ("a",), id="byte-order-mark"),
        pytest.param("a\r\nb\rc", ("a", "b", "c"), id="line-ends-of-all-systems"),
        pytest.param("a  \n", ("a",), id="spaces-at-the-end"),
        pytest.param("\x1b[0m", ("␛[0m",), id="escape-becomes-visible"),
        pytest.param("a\x00b", ("a␀b",), id="nul-becomes-visible"),
        pytest.param("a\x0cb\x0bc", ("a␌b␋c",), id="form-feed-is-no-row-end"),
        pytest.param("a\x7fb", ("a␡b",), id="delete-becomes-visible"),
        pytest.param("a\x85b", ("a\ufffdb",), id="c1-becomes-visible"),
        pytest.param("a\u2028b", ("a\ufffdb",), id="line-separator-becomes-visible"),
        pytest.param("a\ud800b", ("a\ufffdb",), id="lone-surrogate-becomes-visible"),
        pytest.param("a\ufdd0b\uffff", ("a\ufffdb\ufffd",), id="noncharacters-become-visible"),
    ],
)
def test_read_grid(source: str, rows: tuple[str, ...]) -> None:
    assert read_grid(source).rows == rows


@pytest.mark.parametrize(
    ("grapheme", "columns"),
    [
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("👩\u200d💻", 2, id="zwj"),
        pytest.param("🇨🇳", 2, id="flag"),
        pytest.param("❤\ufe0f", 2, id="vs16"),
    ],
)
def test_a_grapheme_of_several_code_points_is_one_cell_and_comes_back(grapheme: str, columns: int) -> None:
    grid = read_grid(f"a{grapheme}b{grapheme}")
    assert grid.columns == 2 + 2 * columns
    assert list(grid.asides.values()) == [grapheme]
    assert grid_text(grid) == f"a{grapheme}b{grapheme}\n"
    assert cells_text(grid.rows[0][1 : 1 + columns], grid.asides) == grapheme


def test_a_stand_in_is_none_that_the_source_uses() -> None:
    source = "\U000f0000 e\u0301"
    grid = read_grid(source)
    assert "\U000f0000" not in grid.asides
    assert grid_text(grid) == f"{source}\n"


@pytest.mark.parametrize("source", ["┌──┐\n│柠│\n└──┘\n", "  a\n\n b 👍🏽\n", "（示意）\n"], ids=["box", "gap", "wide"])
def test_a_grid_gives_its_text_back(source: str) -> None:
    assert grid_text(read_grid(source)) == source
