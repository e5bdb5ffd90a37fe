"""Words that interrupt an upright arrow name it, and the line is drawn up to them."""
from __future__ import annotations

import pytest

import boxwright

BOXES = "┌───┐\n│ a │\n└─┬─┘\n  │\nreads\n  │\n  ▼\n┌───┐\n│ b │\n└───┘"
UNICODE = "┌┐└┘─│┬▼"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param(BOXES, "An arrow labelled “reads” leads from a to b.", id="boxes"),
        pytest.param(BOXES.translate(str.maketrans(UNICODE, "++++-|+v")),
                     "An arrow labelled “reads” leads from a to b.", id="typed"),
        pytest.param("a\n|\nyes\n|\nv\nb", "An arrow labelled “yes” leads from a to b.", id="texts"),
        pytest.param(" 甲\n │\n合格\n │\n ▼\n 乙", "An arrow labelled “合格” leads from 甲 to 乙.", id="chinese"),
        pytest.param(" go\n │\nyes\n ▼\n do", "An arrow labelled “yes” leads from go to do.", id="one-bar-and-a-head"),
        pytest.param(" go\n |\nyes\n v\n do", "An arrow labelled “yes” leads from go to do.", id="typed-bar-and-head"),
        pytest.param(" do\n ▲\nyes\n │\n go", "An arrow labelled “yes” leads from go to do.", id="a-head-and-a-bar"),
        pytest.param("+---+\n| a |\n+---+\n  |\n yes\n  v\n+---+\n| b |\n+---+",
                     "An arrow labelled “yes” leads from a to b.", id="one-bar-between-boxes"),
        pytest.param("开始\n │\n 是\n ▼\n结束", "An arrow labelled “是” leads from 开始 to 结束.",
                     id="one-bar-in-chinese"),
        pytest.param(" ▲\n │\nback\n │\n a", "An arrow labelled “back” leads away from a.", id="upwards"),
    ],
)
def test_an_arrow_goes_on_behind_its_words(source: str, told: str) -> None:
    assert told in boxwright.render(source).description


@pytest.mark.parametrize("source", [
    pytest.param("a  |  b\n   or\nc  v  d", id="nothing-to-lead-from"),
    pytest.param("a\n|x\nyes\nv\nb", id="a-word-beside-the-bar"),
    pytest.param("a\n|\n yes\n v\nb", id="not-in-line"),
])
def test_a_bar_and_a_letter_may_be_text(source: str) -> None:
    assert "arrow" not in boxwright.render(source).description


def test_lines_without_a_head_end_at_the_words_between_them() -> None:
    assert "labelled" not in boxwright.render("  a\n  │\n  │\nwords\n  │\n  │\n  b").description


def test_the_line_leaves_the_row_of_the_words_free() -> None:
    assert "M20 40V64M20 80V" in boxwright.render(BOXES).output        # the words stand from 64 to 80


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("  │\n yes\n  │\n  ▼\n", id="a-word"),
        pytest.param("  |\n [x]\n  |\n  v\n", id="a-letter-in-brackets"),
        pytest.param("  │\n 合格\n  │\n  ▼\n", id="chinese"),
    ],
)
def test_a_line_that_connects_nothing_leaves_it_free_too(source: str) -> None:
    figure = boxwright.render(source, to="figure", kind="drawing").figure
    (wire,) = figure.sketch.wires
    assert wire.path[0][1] == 1 and wire.path[-1][1] == 7        # one line
    assert 'V16' in boxwright.render(source, kind="drawing").output


def test_a_word_in_a_line_names_it_though_another_one_that_reads_the_same_is_an_end() -> None:
    told = boxwright.render(" go\n │\nyes       ok?\n ▼       /   \\\n do    yes    no").description
    assert "An arrow labelled “yes” leads from go to do." in told
    assert "Lines join ok? to yes and no." in told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("A\n│\nB", "A line joins A and B.", id="names"),
        pytest.param(" 输入\n  │\n 输出", "A line joins 输入 and 输出.", id="chinese"),
        pytest.param("[a]\n │\n(b)", "A line joins [a] and (b).", id="names-in-brackets"),
        pytest.param(" A───B\n │   │\n C───D", "Lines join A to B and C. Lines join B and C to D.", id="a-square"),
        pytest.param(" A---B\n |   |\n C---D", "Lines join A to B and C. Lines join B and C to D.",
                     id="a-typed-square"),
        pytest.param("A──B──C\n│  │\nD  E", "A line joins A, B and C. A line joins A and D. A line joins B and E.",
                     id="names-under-a-row"),
    ],
)
def test_a_drawn_bar_alone_leads_from_name_to_name(source: str, told: str) -> None:
    rendering = boxwright.render(source)
    assert rendering.description == told
    assert ">│<" not in str(rendering.output)


@pytest.mark.parametrize("source", [
    pytest.param("A\n|\nB", id="a-typed-one"),
    pytest.param("first one here\nleft  │  right\nlast one there", id="words-on-both-sides"),
    pytest.param("a line\n  x│\nanother", id="a-word-at-it"),
    pytest.param("A\n│\n\nB", id="nothing-under-it"),
    pytest.param("pages 3---4\n|\nend", id="hyphens-in-prose"),
    pytest.param("a---b\nc---d", id="rows-of-hyphens"),
])
def test_other_bars_alone_are_text(source: str) -> None:
    assert "line" not in boxwright.render(source).description.replace("a line", "")
