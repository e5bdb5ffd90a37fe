"""Labels: where a run of text breaks."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxwright.ink.sketch import sketch
from boxwright.model import Grid
from boxwright.text.grid import cells_text, read_grid
from boxwright.text.width import text_width


def labels(source: str) -> list[tuple[str, int]]:
    """Return the labels of `source`, each with its column."""
    return [(label.text, label.column) for label in sketch(read_grid(source))[1]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a b  c", [("a b", 0), ("c", 5)], id="at-two-blanks"),
        pytest.param("│ 数据 库 │", [("│ 数据 库 │", 0)], id="not-at-one"),
        pytest.param("进度: [██░░] 8%", [("进度:", 0), ("[", 6), ("] 8%", 11)], id="a-bracket-before-a-bar"),
        pytest.param("进度[██░░]", [("进度", 0), ("[", 4), ("]", 9)], id="a-bracket-without-a-blank"),
        pytest.param("进度 |██  |", [("进度", 0), ("|", 5), ("|", 10)], id="a-wall-before-a-bar"),
        pytest.param("进度【██】", [("进度", 0), ("【", 4), ("】", 8)], id="a-wide-bracket"),
        pytest.param("[█] 进度 [█]", [("[", 0), ("] 进度", 2), ("[", 9), ("]", 11)], id="a-second-bar"),
        pytest.param("done [██░░]", [("done [", 0), ("]", 10)], id="letters-fill-their-cells"),
        pytest.param("进度:██", [("进度:", 0)], id="a-colon-goes-with-its-word"),
        pytest.param("见 [1] 与 (2)", [("见 [1] 与 (2)", 0)], id="a-bracket-in-a-sentence"),
        pytest.param("见 [", [("见 [", 0)], id="a-bracket-at-the-end"),
        pytest.param("数据 ─⎨ 验证\n     ⎩ 测试", [("数据", 0), ("─⎨ 验证", 5), ("⎩ 测试", 5)], id="a-tall-bracket"),
        pytest.param("数据⎱ 验证\n测试⎰", [("数据", 0), ("⎱ 验证", 4), ("测试", 0), ("⎰", 4)],
                     id="a-tall-bracket-at-a-word"),
        pytest.param("⎧ 训练 集", [("⎧ 训练 集", 0)], id="a-tall-bracket-that-comes-first"),
        pytest.param("┴────┬────┬───\n    周一 周二", [("周一", 4), ("周二", 9)], id="words-under-ticks"),
        pytest.param("周一 周二\n─┴────┴──", [("周一", 0), ("周二", 5)], id="words-over-ticks"),
        pytest.param("-+----+--\n周一 周二", [("周一", 0), ("周二", 5)], id="words-under-typed-ticks"),
        pytest.param("─●────●──\n周一 周二", [("周一", 0), ("周二", 5)], id="words-under-terminals"),
        pytest.param(" │    │\n ▼    ▼\n周一 周二", [("周一", 0), ("周二", 5)], id="words-under-arrows"),
        pytest.param("─┬───────\n周一 周二", [("周一 周二", 0)], id="one-tick"),
        pytest.param("─────────\n周一 周二", [("周一 周二", 0)], id="a-plain-line"),
        pytest.param("─┴────┴──\n周一 周二", [("周一 周二", 0)], id="ticks-that-point-away"),
        pytest.param("─┬────┬──\nMon. Tue.", [("Mon.", 0), ("Tue.", 5)], id="letters-under-ticks"),
        pytest.param("+---+---+\n|   |   |\nusr var tmp", [("usr", 0), ("var", 4), ("tmp", 8)],
                     id="letters-under-bars"),
        pytest.param("  |      |\n[ECU1] [ECU2]", [("|", 2), ("|", 9), ("[ECU1] [ECU2]", 0)], id="words-under-text"),
        pytest.param("--+------+--\n  |      |\n[ECU1] [ECU2]", [("[ECU1]", 0), ("[ECU2]", 7)], id="two-under-a-bus"),
        pytest.param("-+--------+--\n |        |\nuser service", [("user service", 0)], id="two-words-not-centred"),
        pytest.param("-+--+--+\n |  |  |\nuser service", [("user service", 0)], id="more-lines-than-words"),
        pytest.param("+-----------+\n| eth0 eth1 |\n+--+-----+--+\n   |     |", [("eth0 eth1", 2)],
                     id="over-the-edge-of-a-box"),
        pytest.param("   (7)\n   / \\\n (3) (9)", [("(7)", 3), ("(3)", 1), ("(9)", 5)], id="under-slopes"),
        pytest.param(" v    v\n周一 周二", [("v", 1), ("v", 6), ("周一 周二", 0)], id="letters-over-words"),
    ],
)
def test_where_labels_break(source: str, expected: list[tuple[str, int]]) -> None:
    assert labels(source) == expected


_TEXT = "数据a[【⎨"
_GRIDS = st.text(alphabet=f"{_TEXT} █░─┬┴│▼●\n", max_size=60).map(read_grid)


@given(_GRIDS)
def test_no_text_is_lost_where_labels_break(grid: Grid) -> None:
    found = sketch(grid)[1]
    for label in found:
        cells = grid.rows[label.row][label.column : label.column + label.columns]
        assert cells_text(cells, grid.asides) == label.text == label.text.strip()
        assert text_width(label.text) == label.columns
    assert "".join(char for label in found for char in label.text if char in _TEXT) == "".join(
        char for row in grid.rows for char in row if char in _TEXT)
