"""The structure as JSON, version 1: these keys, in this order. A change here asks for a new version."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import boxwright

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
KEYS = {
    "": ["version", "kind", "size", "boxes", "connectors", "labels", "repairs", "notes"],
    "size": ["rows", "columns"],
    "boxes": ["id", "label", "parent", "row", "column", "rows", "columns", "weight", "dash", "corners"],
    "connectors": ["id", "from", "to", "from_text", "to_text", "label", "start_arrow", "end_arrow", "weight", "dash",
                   "path"],
    "labels": ["text", "row", "column", "owner"],
    "repairs": ["row", "column", "by"],
    "notes": ["severity", "code", "row", "column", "message"],
}
MAY_FOLLOW = {"boxes": ("shape", "style", "cells"), "labels": ("links",)}     # where there is one, or it was asked for
ALL = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(DIAGRAMS.rglob("*.txt"))]
CROOKED = "┌────────┐\n│ 柠檬水  ├───\n└────────┘\n"


def see(source: str, kind: str | None = None) -> dict[str, Any]:
    text = boxwright.render(source, to="json", kind=kind).output
    assert isinstance(text, str) and text.endswith("}\n")
    structure: dict[str, Any] = json.loads(text)
    return structure


@pytest.mark.parametrize("path", ALL)
def test_keys_and_their_order(path: Path) -> None:
    kind = path.parent.name if path.parent.name in boxwright.KINDS else "drawing"
    structure = see(path.read_text(encoding="utf-8"), kind)
    own = [] if kind == "drawing" else [kind]
    assert list(structure) == [*KEYS[""], *own]
    assert structure["version"] == 1
    assert structure["kind"] == kind
    assert list(structure["size"]) == KEYS["size"]
    for name in ("boxes", "connectors", "labels", "repairs", "notes"):
        more = MAY_FOLLOW.get(name, ())
        assert all(list(record) == KEYS[name] + [key for key in more if key in record] for record in structure[name])


@pytest.mark.parametrize("name", ["boxes", "connectors", "labels", "repairs", "notes"])
def test_each_list_is_seen_filled(name: str) -> None:
    source = CROOKED + "\n┌─┐  ┌─┐\n│a├─►│b│\n└─┘  └─┘\n"
    assert list(see(source)[name][0]) == KEYS[name]


def test_what_was_asked_of_a_box_and_of_a_text() -> None:
    structure = see("┌──────────────┐\n│ [a b][x] {d} │\n│ cRED {hot}   │\n└──────────────┘\n"
                    "legend:\nhot: dashed\n[x]: ../x.md\n")
    box, = structure["boxes"]
    assert (box["label"], box["dash"]) == ("a b", "dashed")
    assert box["style"] == {"shape": "document", "colour": "red", "classes": ["hot"]}
    assert [label.get("links") for label in structure["labels"]] == [[{"text": "a b", "href": "../x.md"}]]


def test_cells_with_colours_of_their_own_are_told() -> None:
    (box,) = see("+------+------+\n| cRED | cBLU |\n+------+------+")["boxes"]
    assert [(cell["column"], cell["colour"]) for cell in box["cells"]] == [(0, "red"), (7, "blue")]


@pytest.mark.parametrize("path", ALL)
def test_references_lead_to_boxes_and_lists_are_in_reading_order(path: Path) -> None:
    structure = see(path.read_text(encoding="utf-8"))
    ids = [box["id"] for box in structure["boxes"]]
    assert ids == [f"b{i + 1}" for i in range(len(ids))]
    refs = [box["parent"] for box in structure["boxes"]] + [label["owner"] for label in structure["labels"]]
    refs += [connector[end] for connector in structure["connectors"] for end in ("from", "to")]
    assert set(refs) <= {None, *ids}
    for name in ("boxes", "labels"):
        places = [(record["row"], record["column"]) for record in structure[name]]
        assert places == sorted(places)
    assert [connector["id"] for connector in structure["connectors"]] == [
        f"c{i + 1}" for i in range(len(structure["connectors"]))]


def test_values() -> None:
    assert see("┌─┐   ┌─┐\n│a├──►│b│\n└─┘   └─┘\n") == {
        "version": 1, "kind": "drawing", "size": {"rows": 3, "columns": 9},
        "boxes": [
            {"id": "b1", "label": "a", "parent": None, "row": 0, "column": 0, "rows": 3, "columns": 3,
             "weight": "light", "dash": "solid", "corners": "square"},
            {"id": "b2", "label": "b", "parent": None, "row": 0, "column": 6, "rows": 3, "columns": 3,
             "weight": "light", "dash": "solid", "corners": "square"},
        ],
        "connectors": [
            {"id": "c1", "from": "b1", "to": "b2", "from_text": None, "to_text": None, "label": "",
             "start_arrow": False, "end_arrow": True, "weight": "light", "dash": "solid", "path": [[1, 2], [1, 5]]},
        ],
        "labels": [
            {"text": "a", "row": 1, "column": 1, "owner": "b1"}, {"text": "b", "row": 1, "column": 7, "owner": "b2"},
        ],
        "repairs": [], "notes": [],
    }


def test_a_wide_character_takes_two_columns() -> None:
    structure = see("┌────┐ x\n│ 柠 │ y\n└────┘\n")
    assert [(label["text"], label["column"]) for label in structure["labels"]] == [("x", 7), ("柠", 2), ("y", 7)]


def test_repairs_are_told() -> None:
    assert see("┌────────┐\n│ 柠檬水  │\n└────────┘\n")["repairs"] == [{"row": 1, "column": 10, "by": -1}]


def test_a_receipt_and_a_notice_bring_their_own() -> None:
    assert see("Shop\n----\nTea: 1.20", "receipt")["receipt"] == {"title": "Shop", "lines": [
        {"role": "shop", "left": "Shop", "right": ""}, {"role": "dashed-rule", "left": "", "right": ""},
        {"role": "pair", "left": "Tea", "right": "1.20"}]}
    assert see("Hear ye\n\n- a\n- b", "notice")["notice"] == {"title": "Hear ye", "blocks": [
        {"role": "heading", "texts": ["Hear ye"]}, {"role": "list", "texts": ["a", "b"]}]}
