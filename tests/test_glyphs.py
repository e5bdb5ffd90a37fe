"""The glyph table: complete, and right by the names that Unicode gives."""
from __future__ import annotations

import unicodedata

import pytest

from boxwright.glyphs import GLYPHS, char_class, chars

BOX_DRAWING = [chr(code) for code in range(0x2500, 0x2580)]
DIAGONALS = "╱╲╳"
SIDES = {"UP": "N", "RIGHT": "E", "DOWN": "S", "LEFT": "W", "HORIZONTAL": "EW", "VERTICAL": "NS"}
OPPOSITE = {"N": "S", "E": "W", "S": "N", "W": "E"}


def test_every_box_drawing_character_but_the_diagonals_is_listed() -> None:
    assert [char for char in BOX_DRAWING if char not in GLYPHS] == list(DIAGONALS)


@pytest.mark.parametrize("char", [pytest.param(c, id=unicodedata.name(c)) for c in BOX_DRAWING if c not in DIAGONALS])
def test_arms_are_as_the_name_says(char: str) -> None:
    words = unicodedata.name(char).replace("-", " ").split()
    assert set(GLYPHS[char].arms) == {side for word in words for side in SIDES.get(word, "")}


@pytest.mark.parametrize("char", [pytest.param(c, id=unicodedata.name(c)) for c in BOX_DRAWING if c not in DIAGONALS])
def test_weight_dash_and_corner_are_as_the_name_says(char: str) -> None:
    name, glyph = unicodedata.name(char), GLYPHS[char]
    assert glyph.round == (" ARC " in name)
    assert (glyph.dash == "dashed") == ("DASH" in name)
    assert not glyph.shy
    if "DOUBLE" not in name.replace("DOUBLE DASH", ""):
        assert "double" not in (glyph.h, glyph.v)
    if "HEAVY" not in name:
        assert "heavy" not in (glyph.h, glyph.v)
    if name.startswith("BOX DRAWINGS HEAVY") and "LIGHT" not in name:
        assert "heavy" in (glyph.h, glyph.v)


@pytest.mark.parametrize(
    ("char", "h", "v"),
    [
        pytest.param("┼", "light", "light", id="light"),
        pytest.param("╋", "heavy", "heavy", id="heavy"),
        pytest.param("╬", "double", "double", id="double"),
        pytest.param("╪", "double", "light", id="double-across"),
        pytest.param("╫", "light", "double", id="double-down"),
        pytest.param("┿", "heavy", "light", id="heavy-across"),
        pytest.param("╂", "light", "heavy", id="heavy-down"),
        pytest.param("┽", "light", "light", id="an-axis-of-two-weights-is-the-lighter"),
    ],
)
def test_weights_by_axis(char: str, h: str, v: str) -> None:
    assert (GLYPHS[char].h, GLYPHS[char].v) == (h, v)


HEADS = [glyph for glyph in GLYPHS.values() if glyph.head]


@pytest.mark.parametrize("char", [glyph.char for glyph in HEADS])
def test_the_arm_of_a_head_is_opposite_its_tip(char: str) -> None:
    glyph = GLYPHS[char]
    assert glyph.head is not None
    assert glyph.arms == OPPOSITE[glyph.head]
    assert glyph.shy


@pytest.mark.parametrize("char", [glyph.char for glyph in HEADS if not glyph.char.isascii()])
def test_a_head_points_where_its_name_says(char: str) -> None:
    words = unicodedata.name(char).replace("WARDS", "").replace("LOGICAL AND", "UP").replace(
        "LOGICAL OR", "DOWN").replace("-", " ").split()
    assert [SIDES[word] for word in words if word in ("UP", "DOWN", "LEFT", "RIGHT")] == [GLYPHS[char].head]


def test_each_direction_has_heads_of_the_same_shapes() -> None:
    by_side = {side: "".join(g.char for g in HEADS if g.head == side) for side in "NESW"}
    assert {"►", "▶", "→", ">"} <= set(by_side["E"])
    assert {"◄", "◀", "←", "<"} <= set(by_side["W"])
    assert {"▲", "↑", "^"} <= set(by_side["N"])
    assert {"▼", "↓", "v", "V"} <= set(by_side["S"])


def test_what_is_typed_on_a_keyboard_is_shy() -> None:
    assert all(glyph.shy for glyph in GLYPHS.values() if glyph.char.isascii())


def test_chars_narrows_by_arms_shyness_and_heads() -> None:
    assert set("┌├┬┼+") <= set(chars("ES"))
    assert not set("─│┘►") & set(chars("ES"))
    assert "+" not in chars("ES", shy=False)
    assert chars(head=True) == "".join(glyph.char for glyph in HEADS)


def test_a_class_holds_its_characters_and_no_range() -> None:
    assert char_class("+-|") == "[\\+\\-\\|]"
