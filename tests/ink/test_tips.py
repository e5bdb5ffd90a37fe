r"""Heads of several characters: \|/ and /|\ on a line, --|> and <>-- at its end."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Sketch

_BOX = "+---+\n| a |\n+---+"


def sketch_of(source: str) -> Sketch:
    sketch: Sketch = boxwright.render(source, kind="drawing").figure.sketch
    return sketch


def texts(sketch: Sketch) -> list[str]:
    return [owned.label.text for owned in sketch.labels]


@pytest.mark.parametrize(
    ("source", "side", "words"),
    [
        pytest.param(f"  |\n \\|/\n{_BOX}", "S", ["a"], id="down-onto-a-box"),
        pytest.param(f"{_BOX}\n /|\\\n  |", "N", ["a"], id="up-to-a-box"),
        pytest.param("   │\n  \\│/\n┌─────┐\n│  a  │\n└─────┘", "S", ["a"], id="a-drawn-bar"),
        pytest.param("  | yes\n \\|/\n+---+\n| a |\n+---+", "S", ["yes", "a"], id="beside-its-word"),
        pytest.param("  |\n \\|/\n name", "S", ["name"], id="onto-a-word"),
        pytest.param("  |\n \\|/\n 名字", "S", ["名字"], id="onto-a-chinese-word"),
        pytest.param("name\n/|\\\n |", "N", ["name"], id="up-to-a-word"),
        pytest.param("   |\n  \\|/\n-------", "S", [], id="onto-the-ground"),
    ],
)
def test_a_bar_between_two_barbs_is_a_head(source: str, side: str, words: list[str]) -> None:
    sketch = sketch_of(source)
    assert [head.side for head in sketch.heads] == [side]
    assert texts(sketch) == words


def test_a_barbed_line_connects_its_boxes() -> None:
    connectors = sketch_of(f"{_BOX}\n  |\n \\|/\n+---+\n| b |\n+---+").connectors
    assert [(c.source, c.target) for c in connectors] == [(0, 1)]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(" O\n/|\\\n |\n/ \\", id="a-person"),
        pytest.param(",-.\n`-'\n/|\\\n |\n/ \\", id="a-person-with-a-round-head"),
        pytest.param(".-.\n'-'\n/|\\\n |\n |", id="one-without-legs"),
        pytest.param("+---+\n|   |\n+---+\n /|\\\n  |\n / \\", id="one-with-a-square-head"),
        pytest.param(" root\n  /|\\\n / | \\\na  b  c", id="a-tree"),
        pytest.param(" +----+\n | x  |\n +----+\n   /|\\\n  a | b\n    c", id="a-short-tree"),
        pytest.param("   |\n  \\|/\n ---+---\n  /|\\\n   |", id="a-star"),
        pytest.param("\\|/\n-*-\n/|\\", id="a-small-star"),
        pytest.param(" \\|/\n+---+\n| a |\n+---+", id="nothing-behind-it"),
        pytest.param("  |\n \\|/\n\n  a", id="nothing-in-front-of-it"),
        pytest.param("^(\\|/|\\\\)$", id="a-pattern"),
    ],
)
def test_other_barbs_are_none(source: str) -> None:
    assert not [head for head in sketch_of(source).heads if head.side in ("N", "S")]


@pytest.mark.parametrize(
    ("between", "side"),
    [
        pytest.param("----|>", "E", id="east"),
        pytest.param("<|----", "W", id="west"),
        pytest.param("────|>", "E", id="after-a-drawn-line"),
        pytest.param("==|>  ", "E", id="before-blanks"),
    ],
)
def test_a_bar_and_a_head_are_a_triangle(between: str, side: str) -> None:
    sketch = sketch_of(f"+---+{' ' * len(between)}+---+\n| a |{between}| b |\n+---+{' ' * len(between)}+---+")
    assert [(head.side, head.hollow) for head in sketch.heads] == [(side, True)]
    assert texts(sketch) == ["a", "b"]


@pytest.mark.parametrize(
    ("between", "column"), [
        pytest.param("<>----", 5, id="at-its-owner"),
        pytest.param("----<>", 10, id="at-the-other-end"),
        pytest.param("<>--->", 5, id="with-a-head"),
    ],
)
def test_two_heads_are_an_open_diamond(between: str, column: int) -> None:
    sketch = sketch_of(f"+---+      +---+\n| a |{between}| b |\n+---+      +---+")
    assert [(mark.cell.column, mark.shape) for mark in sketch.marks] == [(column, "hollow-diamond")]
    assert len(sketch.connectors) == 1 and texts(sketch) == ["a", "b"]


@pytest.mark.parametrize("source", ["A --|> B", "Animal <|-- Duck", "甲 --|> 乙"])
def test_a_triangle_between_words(source: str) -> None:
    sketch = sketch_of(source)
    assert [head.hollow for head in sketch.heads] == [True]
    assert texts(sketch) == [source.split()[0], source.split()[-1]]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("--|>|--", id="a-diode"),
        pytest.param("--|<|--", id="a-diode-that-points-back"),
        pytest.param("-|>|-", id="a-short-diode"),
        pytest.param("x |> f", id="a-pipe"),
        pytest.param("f <| x", id="a-pipe-that-points-back"),
        pytest.param("a <> b", id="an-operator"),
        pytest.param("where a <> -- no", id="a-comment"),
        pytest.param("p <|> q", id="a-choice"),
        pytest.param("-|> x -<> y", id="one-hyphen"),
    ],
)
def test_other_signs_are_neither(source: str) -> None:
    sketch = sketch_of(source)
    assert not any(head.hollow for head in sketch.heads) and not sketch.marks


@pytest.mark.parametrize(
    ("row", "direction"),
    [
        pytest.param("| a +-rq->+ b |", (0, 1), id="between-pluses"),
        pytest.param("| a +<-rq-+ b |", (1, 0), id="back"),
        pytest.param("| a |-rq->| b |", (0, 1), id="between-walls"),
        pytest.param("| a |<-rq-| b |", (1, 0), id="between-walls-and-back"),
    ],
)
def test_one_hyphen_on_each_side_of_a_word_is_an_arrow(row: str, direction: tuple[int, int]) -> None:
    sketch = sketch_of(f"+---+     +---+\n{row}\n+---+     +---+")
    assert len(sketch.boxes) == 2 and texts(sketch) == ["a", "rq", "b"]
    (connector,) = sketch.connectors
    ends = (connector.source, connector.target)
    assert ends == direction and connector.label == "rq"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("+---+      +---+\n| a +-rq-->+ b |\n+---+      +---+", id="one-long-half"),
        pytest.param("+---+      +---+\n| a +--rq->+ b |\n+---+      +---+", id="the-other-half-is-long"),
        pytest.param("┌───┐     ┌───┐\n│ a ├-rq->│ b │\n└───┘     └───┘", id="drawn-walls"),
        pytest.param("┌───┐     ┌───┐\n│ a │-rq->│ b │\n└───┘     └───┘", id="drawn-walls-without-a-tee"),
        pytest.param("+---+       +---+\n| a +-请求->+ b |\n+---+       +---+", id="chinese"),
        pytest.param("+---+      +---+\n| a +-rq->+ b |\n+---+      +---+", id="a-wall-one-off"),
    ],
)
def test_a_short_arrow_leaves_its_walls_whole(source: str) -> None:
    sketch = sketch_of(source)
    assert len(sketch.boxes) == 2 and len(sketch.connectors) == 1 and len(sketch.heads) == 1


@pytest.mark.parametrize(("row", "told"), [
    pytest.param("|- ask it --->|", "An arrow labelled “ask it” leads from A to B.", id="behind-the-tail"),
    pytest.param("|<-- x (y+1) -|", "An arrow labelled “x (y+1)” leads from B to A.", id="before-the-tail"),
    pytest.param("|- ask ----> |", "An arrow labelled “ask” leads from A to B.", id="a-wall-one-off"),
    pytest.param("|- - ask - ->|", "An arrow labelled “ask” leads from A to B.", id="with-gaps"),
])
def test_one_hyphen_beside_a_line_of_life_is_half_of_an_arrow(row: str, told: str) -> None:
    gap = " " * (len(row) - 2)
    assert told in boxwright.render(f"A{gap}B\n|{gap}|\n{row}\n|{gap}|").description


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("x |-a->| y", id="no-walls"),
        pytest.param("cmd +-x->+", id="no-boxes"),
        pytest.param("+--------+\n| a-b->c |\n+--------+", id="a-member-in-a-box"),
        pytest.param("+-----------+\n| -v x->y   |\n+-----------+", id="an-option-in-a-box"),
        pytest.param("+----+----+\n| x->| y  |\n+----+----+", id="one-half"),
    ],
)
def test_other_hyphens_beside_words_are_text(source: str) -> None:
    assert not sketch_of(source).heads


@pytest.mark.parametrize(("source", "told"), [
    pytest.param("--x----x---> t", "An arrow labelled “x x” leads to t.", id="an-axis"),
    pytest.param("A <--X---- B", "An arrow labelled “X” leads from B to A.", id="a-large-one"),
    pytest.param("A         B\n|         |\n|-- m --x |\n|         |", "A line labelled “m” joins A and x.", id="lost"),
    pytest.param("        A\n        |\nX-- m --|\n        |", "A line labelled “m” joins X and A.",
                 id="lost-on-its-way-back"),
    pytest.param("A          B\n|          |\n|          |\n|-- m --->X|\n|          |\n|          |",
                 "An arrow labelled “m” leads from A to X.", id="with-a-head"),
    pytest.param("A          B\n|          |\n| X<--- m -|\n|          |", "An arrow labelled “m” leads from B to X.",
                 id="with-a-head-on-its-way-back"),
])
def test_a_line_goes_on_to_an_x(source: str, told: str) -> None:
    assert told in boxwright.render(source).description


@pytest.mark.parametrize("text", [
    pytest.param("--x--y--z", id="letters"),
    pytest.param("-x-x-", id="single-hyphens"),
    pytest.param("|- tar -x |\n|- tar -X |", id="options"),
    pytest.param("1-x-----x-3", id="terms"),
    pytest.param("XXXX-XXXX-X", id="a-number-left-out"),
])
def test_an_x_in_a_word_is_a_letter(text: str) -> None:
    assert not [wire for wire in sketch_of(text).wires if wire.path[0][1] == wire.path[1][1]]


@pytest.mark.parametrize(("source", "told"), [
    pytest.param("+----+\n| a  |\n+----+\n  ||\n  \\/\n+----+\n| b  |\n+----+", "An arrow leads from a to b.",
                 id="boxes"),
    pytest.param("app\n /\\\n ||\n ||\nlib", "An arrow leads from lib to app.", id="words"),
    pytest.param(" 数据\n  /\\\n  ||\n  \\/\n 结果", "A two-way arrow joins 数据 and 结果.", id="both-ways"),
])
def test_two_bars_and_two_slopes_are_a_thick_arrow(source: str, told: str) -> None:
    assert told in boxwright.render(source).description
    assert [wire.weight for wire in sketch_of(source).wires] == ["double"]


@pytest.mark.parametrize("source", [
    pytest.param("a || b\n  \\/\n  c", id="operators"),
    pytest.param("  /\\\n /||\\\n  ||\nfire", id="a-rocket"),
    pytest.param("  /\\\n /  \\\n/____\\\n  ||\ngrass", id="a-tree"),
    pytest.param("||\n\\/", id="from-nothing-to-nothing"),
    pytest.param("x\n\\/\ny", id="without-bars"),
])
def test_other_bars_and_slopes_are_no_arrow(source: str) -> None:
    assert not sketch_of(source).heads


def test_a_line_of_life_goes_on_behind_a_message_that_is_lost() -> None:
    rows = ["A   B", "|   |", "|   |", "|---X", "|   |", "|   |"]
    paths = [wire.path for wire in sketch_of("\n".join(rows)).wires]
    assert ((9, 3), (9, 11)) in paths
    rows[3] = "|   X"
    paths = [wire.path for wire in sketch_of("\n".join(rows)).wires]
    assert ((9, 3), (9, 11)) not in paths
