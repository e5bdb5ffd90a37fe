"""The o that was typed for the bullet of a list, and the o that is a word."""
from __future__ import annotations

import json
from typing import Any

import pytest

import boxwright


def boxed(*lines: str) -> str:
    width = max(map(len, lines))
    edge = f"+{'-' * (width + 2)}+"
    return "\n".join([edge, *(f"| {line:{width}} |" for line in lines), edge])


def label(source: str) -> str:
    seen: dict[str, Any] = json.loads(boxwright.render(source, to="json", kind="drawing").output)
    return str(seen["boxes"][0]["label"])


@pytest.mark.parametrize(("lines", "bullets"), [
    pytest.param(["o tea", "o milk"], 2, id="two-and-nothing-else"),
    pytest.param(["Menu", "o tea", "o milk", "o water"], 3, id="three-under-a-heading"),
    pytest.param(["Menu", "", "o tea", "o milk", "  (cold)", "o water"], 3, id="an-item-goes-on-in-the-next-line"),
    pytest.param(["o tea   o ice", "o milk  o cup"], 4, id="two-columns"),
    pytest.param(["Menu", "o tea", "o milk"], 0, id="two-under-a-heading"),
    pytest.param(["o tea"], 0, id="one"),
    pytest.param(["Sistema valida", "o CPF e", "o e-mail"], 0, id="an-article-twice"),
    pytest.param(["o banco lê", "o cartão,", "o valor", "e responde"], 0, id="an-article-and-another-such-word"),
    pytest.param(["A list", "o tea", "o milk", "o water"], 0, id="a-heading-that-begins-with-one"),
    pytest.param(["o tea", "o milk", "o water", "served cold"], 0, id="a-line-under-the-items"),
    pytest.param(["orders o", "o.id", "o.total"], 0, id="a-short-name"),
])
def test_an_o_is_a_bullet_in_a_list_alone(lines: list[str], bullets: int) -> None:
    seen = boxwright.render(boxed(*lines), kind="drawing")
    assert str(seen.output).count("•") >= bullets
    assert label(boxed(*lines)).count("•") == bullets


def test_words_and_picture_say_the_same() -> None:
    seen = boxwright.render(boxed("Menu", "o tea", "o milk", "o water"), kind="drawing")
    assert "Menu, with tea, milk and water" in seen.description


def test_lines_outside_of_boxes_stay() -> None:
    seen = boxwright.render("o tea\no milk", kind="drawing")
    assert "•" not in str(seen.output)


def test_an_item_that_a_line_ends_at_is_a_name() -> None:
    rows = ["+-----------+", "| o a <---+ |", "| o b     | |", "| o c ----+ |", "+-----------+"]
    assert "•" not in str(boxwright.render("\n".join(rows), kind="drawing").output)
