"""Reading as the author says: drawings that were typed where Ambiguous counts two, and what is text or ink."""
from __future__ import annotations

import random
from collections import Counter
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.text.width import text_width

TWO_BOXES = """\
┌────┐      ┌────┐
│  订单  ├──▶│  shop  │
├────┤      └─┬──┘
│order 1 │◀────┘
└──┬─┘
      ↓
    结束 a → b · c ± 1
"""
WORDS = ("柠檬水", "店", "收银台：", "tea", "a1", "总部 hq", "→", "杯")


def seen(source: str, **told: object) -> tuple[list[tuple[int, ...]], set[str], list[tuple[str | None, str | None]]]:
    """Return boxes, labels and the texts of each connector's ends."""
    figure = boxwright.render(source, kind="drawing", to="figure", **told).figure  # type: ignore[arg-type]
    assert isinstance(figure, boxwright.model.Drawing)
    sketch = figure.sketch
    texts = [next((o.label.text for o in sketch.labels if o.owner == i), "") for i in range(len(sketch.boxes))]

    def end(box: int | None, text: str | None) -> str | None:
        return text if box is None else texts[box]

    return (
        [(b.row, b.column, b.rows, b.columns) for b in sketch.boxes], {o.label.text for o in sketch.labels},
        [(end(c.source, c.source_text), end(c.target, c.target_text)) for c in sketch.connectors],
    )


def test_a_drawing_that_was_typed_where_lines_are_two_columns_wide() -> None:
    boxes, labels, connectors = seen(TWO_BOXES, ambiguous=2)
    assert boxes == [(0, 0, 5, 11), (0, 18, 3, 11)]
    assert labels == {"订单", "shop", "order 1", "结束 a → b · c ± 1"}
    assert connectors == [("订单", "shop"), ("shop", "订单"), ("订单", "结束 a → b · c ± 1")]
    assert boxwright.check(TWO_BOXES, ambiguous=2) == ()
    assert boxwright.check(TWO_BOXES) != ()


@pytest.mark.parametrize("straighten", [True, False])
def test_its_text_is_given_back(straighten: bool) -> None:
    assert boxwright.render(TWO_BOXES, ambiguous=2, to="txt", straighten=straighten).output == TWO_BOXES


@pytest.mark.parametrize(
    ("crooked", "straight"),
    [
        pytest.param(
            "┌────┐\n│柠檬水   │\n│tea    │\n└────┘\n", "┌────┐\n│柠檬水  │\n│tea     │\n└────┘\n", id="spaces"),
        pytest.param(
            "┌───┐\n│柠檬水 a│\n│tea   │\n└───┘\n", "┌────┐\n│柠檬水 a│\n│tea     │\n└────┘\n", id="by-two"),
        pytest.param(
            "┌───┐\n│柠檬水a│\n│tea   │\n└───┘\n", "┌────┐\n│柠檬水a │\n│tea     │\n└────┘\n", id="by-one"),
        pytest.param(
            "┌──┐  ┌──┐\n│柠檬│▶│茶  │\n└──┘  └──┘\n", "┌──┐  ┌──┐\n│柠檬│▶│茶  │\n└──┘  └──┘\n", id="in-line"),
    ],
)
def test_walls_two_columns_wide_are_put_in_line(crooked: str, straight: str) -> None:
    straightened = boxwright.straighten(crooked, ambiguous=2)
    assert straightened.text == straight
    assert (straightened.repairs == ()) == (crooked == straight)
    assert tuple(boxwright.straighten(straight, ambiguous=2)) == (straight, (), ())


def frame(seed: int) -> tuple[str, str]:
    """Return a frame typed where lines are two columns wide, and the same one with its right walls knocked about."""
    rng = random.Random(seed)
    texts = [" ".join(rng.choices(WORDS, k=rng.randint(1, 3))) for _ in range(rng.randint(1, 5))]
    inner = max(text_width(text, 2) for text in texts) + 4
    inner += inner % 2
    aligned, crooked = ([f"┌{'─' * (inner // 2)}┐"] for _ in range(2))
    for text in texts:
        pad = inner - text_width(f" {text}", 2)
        aligned.append(f"│ {text}{' ' * pad}│")
        crooked.append(f"│ {text}{' ' * (pad + rng.choice((-2, -1, 0, 0, 1, 2)))}│")
    for rows in (aligned, crooked):
        rows.append(f"└{'─' * (inner // 2)}┘")
    return "\n".join(aligned) + "\n", "\n".join(crooked) + "\n"


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_walls_knocked_out_of_line_go_back(seed: int) -> None:
    aligned, crooked = frame(seed)
    assert boxwright.straighten(aligned, ambiguous=2).text == aligned
    assert boxwright.straighten(crooked, ambiguous=2).text == aligned


@settings(max_examples=150, deadline=None)
@given(
    source=st.text(st.sampled_from("┌─┬┐│├┼┤└┘═║━·↑→▶◀▲▼►-|+v    \n\n柠檬ab1：e\u0301❤\ufe0f"), max_size=200),
    told=st.lists(st.text(st.sampled_from("─│-|va柠"), min_size=1, max_size=3), max_size=3),
)
def test_whatever_is_told_no_letter_is_lost(source: str, told: list[str]) -> None:
    output = str(boxwright.render(source, kind="drawing", ambiguous=2, text=told, ink=told[::-1]).output)
    root = ElementTree.fromstring(output)
    shown = Counter(char for text in root.iter("{http://www.w3.org/2000/svg}text") for char in "".join(text.itertext()))
    assert not Counter(char for char in source if char in "柠檬ab1：e\u0301❤") - shown
    assert "\ufdd0" not in output and "\ufdd1" not in output


@pytest.mark.parametrize(
    ("source", "text", "labels"),
    [
        pytest.param("│ PIN  ------ │", ("------",), {"│ PIN", "------ │"}, id="hyphens"),
        pytest.param("┌───┐\n│ a │\n└───┘", ("┌───┐",), {"┌───┐"}, id="an-edge"),
        pytest.param("a ----> b", ("---->",), {"a ----> b"}, id="an-arrow"),
    ],
)
def test_what_is_called_text_is_no_ink(source: str, text: tuple[str, ...], labels: set[str]) -> None:
    assert labels <= seen(source, text=text)[1]
    assert not labels <= seen(source)[1]


def test_one_string_may_stand_for_itself() -> None:
    assert boxwright.render("a ----> b", text="---->").output == boxwright.render("a ----> b", text=["---->"]).output


@pytest.mark.parametrize("told", [{"ambiguous": 2}, {"text": ("─",)}, {"ink": ("-",)}])
def test_a_figure_read_otherwise_has_ids_of_its_own(told: dict[str, object]) -> None:
    plain, other = (str(boxwright.render("─ a", to="html", **given).output) for given in ({}, told))  # type: ignore[arg-type]
    assert plain.partition('labelledby="')[2][:11] != other.partition('labelledby="')[2][:11]


@pytest.mark.parametrize("ambiguous", [0, 3, "2", None])
def test_another_width_is_told_what_there_is(ambiguous: object) -> None:
    for ask in (boxwright.render, boxwright.straighten, boxwright.check):
        with pytest.raises(boxwright.AmbiguousWidthError, match=r"unknown ambiguous width .*; use one of: 1, 2"):
            ask("a", ambiguous=ambiguous)  # type: ignore[operator]
