"""The glyph table: complete, and right by the names that Unicode gives."""
from __future__ import annotations

import re
import unicodedata

import pytest

from boxwright.glyphs import BLOCKS, FORCED, GLYPHS, char_class, chars

BOX_DRAWING = [chr(code) for code in range(0x2500, 0x2580)]
DIAGONALS = "╱╲╳"
SIDES = {"UP": "N", "RIGHT": "E", "DOWN": "S", "LEFT": "W", "HORIZONTAL": "EW", "VERTICAL": "NS"}
OPPOSITE = {"N": "S", "E": "W", "S": "N", "W": "E", "↗": "↙", "↘": "↖", "↙": "↗", "↖": "↘"}
POINTS = {"NORTH EAST": "↗", "SOUTH EAST": "↘", "SOUTH WEST": "↙", "NORTH WEST": "↖"}
DASHES = {"DOUBLE DASH": "dash2", "TRIPLE DASH": "dashed", "QUADRUPLE DASH": "dash4"}
WEIGHTS = {"LIGHT": "l", "HEAVY": "h", "DOUBLE": "d", "SINGLE": "l"}
OWN = [glyph for glyph in GLYPHS.values() if glyph.char not in FORCED.values()]


def test_every_box_drawing_character_and_block_element_is_listed() -> None:
    assert [char for char in BOX_DRAWING if char not in GLYPHS] == []
    assert [chr(code) for code in range(0x2580, 0x25A0) if chr(code) not in BLOCKS] == []


def weights_by_name(name: str) -> dict[str, str]:
    """The weight of each side that the name tells: UP HEAVY AND RIGHT DOWN LIGHT, or LIGHT UP AND HEAVY DOWN."""
    words = name.removeprefix("BOX DRAWINGS ").split()
    weight = words[0]
    if words[-1] in WEIGHTS:            # each weight stands after its sides
        weight = words[-1]
        words.reverse()
    found: dict[str, str] = {}
    for word in words:
        weight = word if word in WEIGHTS else weight
        found |= dict.fromkeys(SIDES.get(word, ""), WEIGHTS[weight])
    return found


@pytest.mark.parametrize("char", [
    pytest.param(c, id=unicodedata.name(c)) for c in BOX_DRAWING
    if not any(word in unicodedata.name(c) for word in ("DASH", "ARC", "DIAGONAL"))
])
def test_each_arm_has_the_weight_that_the_name_says(char: str) -> None:
    glyph = GLYPHS[char]
    each = glyph.each or "".join((glyph.h if side in "EW" else glyph.v)[0] for side in glyph.arms)
    assert dict(zip(glyph.arms, each, strict=True)) == weights_by_name(unicodedata.name(char))


def test_blocks_lie_in_their_cell_and_do_not_overlap() -> None:
    for char, (parts, shade) in BLOCKS.items():
        cells = [(x, y) for left, top, right, bottom in parts for x in range(left, right) for y in range(top, bottom)]
        assert len(cells) == len(set(cells)), char
        assert set(cells) <= {(x, y) for x in range(8) for y in range(8)}, char
        assert 0 < shade <= 1


@pytest.mark.parametrize(("char", "eighths"), [
    pytest.param("▁", 8, id="one-eighth"), pytest.param("▇", 56, id="seven-eighths"), pytest.param("█", 64, id="full"),
    pytest.param("▏", 8, id="left-eighth"), pytest.param("▘", 16, id="a-quadrant"), pytest.param("▙", 48, id="three"),
    pytest.param("▚", 32, id="two-across"), pytest.param("▒", 64, id="a-shade-is-a-whole-cell"),
])
def test_blocks_cover_what_their_names_say(char: str, eighths: int) -> None:
    assert sum((right - left) * (bottom - top) for left, top, right, bottom in BLOCKS[char][0]) == eighths


def test_a_twin_is_its_character_but_never_shy() -> None:
    for char, twin in FORCED.items():
        assert GLYPHS[twin] == GLYPHS[char]._replace(char=twin, shy=False)
        assert GLYPHS[char].shy


@pytest.mark.parametrize("char", [pytest.param(c, id=unicodedata.name(c)) for c in BOX_DRAWING if c not in DIAGONALS])
def test_arms_are_as_the_name_says(char: str) -> None:
    words = unicodedata.name(char).replace("-", " ").split()
    assert set(GLYPHS[char].arms) == {side for word in words for side in SIDES.get(word, "")}


@pytest.mark.parametrize("char", [pytest.param(c, id=unicodedata.name(c)) for c in BOX_DRAWING if c not in DIAGONALS])
def test_weight_dash_and_corner_are_as_the_name_says(char: str) -> None:
    name, glyph = unicodedata.name(char), GLYPHS[char]
    assert glyph.round == (" ARC " in name)
    assert glyph.dash == next((dash for words, dash in DASHES.items() if words in name), "solid")
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


HEADS = [glyph for glyph in OWN if glyph.head]


@pytest.mark.parametrize("char", [glyph.char for glyph in HEADS])
def test_the_arm_of_a_head_is_opposite_its_tip(char: str) -> None:
    glyph = GLYPHS[char]
    assert glyph.head is not None
    assert (glyph.arms or glyph.slopes) == OPPOSITE[glyph.head]
    assert glyph.shy


@pytest.mark.parametrize("char", [glyph.char for glyph in HEADS if not glyph.char.isascii()])
def test_a_head_points_where_its_name_says(char: str) -> None:
    name = unicodedata.name(char)
    if diagonal := next((head for words, head in POINTS.items() if words in name), None):
        assert GLYPHS[char].head == diagonal
        return
    words = name.replace("WARDS", "").replace("LOGICAL AND", "UP").replace(
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
    assert sorted(chars(head=True)) == sorted(glyph.char for glyph in GLYPHS.values() if glyph.head)


@pytest.mark.parametrize("wanted", ["+-|", "^]\\", "─━│", "a-z", "cab", "┌", "-+,."])
def test_a_class_holds_its_characters_and_no_other(wanted: str) -> None:
    among = [chr(code) for code in (*range(0x20, 0x7F), *range(0x2500, 0x2520))]
    assert [char for char in among if re.fullmatch(char_class(wanted), char)] == sorted(wanted)
