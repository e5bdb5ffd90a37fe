"""Excalidraw: everything where it stands, labels and arrows bound, what is in a box a group with it."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import boxwright


def elements(source: str, **options: str) -> dict[str, dict[str, Any]]:
    data = json.loads(str(boxwright.render(source, to="excalidraw", **options).output))  # type: ignore[arg-type]
    return {element["id"]: element for element in data["elements"]}


NESTED = "┌─────────┐\n│ ┌─────┐ │  up\n│ │ db  ├─┼───►disk\n│ └─────┘ │\n└─────────┘"


def test_places_are_absolute() -> None:
    found = elements(NESTED)
    assert [found["b2"][key] for key in ("x", "y", "width", "height")] == [20, 24, 48, 32]
    assert [found["t1"][key] for key in ("x", "y", "width", "height")] == [120, 32, 32, 16]


def test_a_label_is_bound_to_its_box_and_to_its_arrow() -> None:
    found = elements(NESTED)
    assert (found["b2-label"]["text"], found["b2-label"]["containerId"]) == ("db", "b2")
    assert (found["c1-label"]["text"], found["c1-label"]["containerId"]) == ("up", "c1")
    assert {"type": "text", "id": "c1-label"} in found["c1"]["boundElements"]


def test_an_arrow_is_bound_to_what_it_joins() -> None:
    arrow = elements(NESTED)["c1"]
    assert (arrow["startBinding"]["elementId"], arrow["endBinding"]["elementId"]) == ("b2", "t1")
    assert (arrow["x"], arrow["y"], arrow["points"]) == (68, 40, [[0, 0], [52, 0]])
    assert (arrow["startArrowhead"], arrow["endArrowhead"]) == (None, "triangle")


def test_what_is_in_a_box_is_a_group_with_it() -> None:
    found = elements(NESTED)
    assert [found[name]["groupIds"] for name in ("b1", "b2", "b2-label", "t1", "c1")] == [
        ["in-b1"], ["in-b1"], ["in-b1"], [], []]


@pytest.mark.parametrize(
    ("drawn", "look"),
    [
        pytest.param("───", (1, "solid"), id="light"), pytest.param("━━►", (4, "solid"), id="heavy"),
        pytest.param("══►", (2, "solid"), id="double"), pytest.param("╌╌►", (1, "dashed"), id="dashed"),
        pytest.param(".....>", (1, "dotted"), id="dotted"),
    ],
)
def test_lines(drawn: str, look: tuple[int, str], pair: Callable[[str], str]) -> None:
    arrow = elements(pair(drawn))["c1"]
    assert (arrow["strokeWidth"], arrow["strokeStyle"]) == look


def test_seeds_come_from_the_content() -> None:
    one, same, other = (elements(text)["b1"]["seed"] for text in ("┌─┐\n│a│\n└─┘", "┌─┐\n│a│\n└─┘", "┌─┐\n│b│\n└─┘"))
    assert one == same != other


def test_a_bar_is_a_rectangle_of_ink() -> None:
    bar = next(element for name, element in elements("███").items() if name.startswith("m"))
    assert (bar["type"], bar["width"], bar["strokeColor"]) == ("rectangle", 24, "transparent")
