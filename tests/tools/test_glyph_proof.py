"""Each glyph's drawing overlaps the font's, and is nearer to it than that of any other glyph is."""
from __future__ import annotations

from functools import cache

import pytest
from PIL import Image

import glyph_proof
from boxwright.glyphs import GLYPHS
from boxwright.ink import looks
from glyph_proof import CLOSING, SIZE, Proof, arms_of, compared, draw, font_glyph, grown, overlap, pens, plan, prove

#: The least overlap in each group. What keeps it below 1: corners have a radius of 2 pixels and arcs of 6, where the
#: font has none and 2; a half line ends in a round cap; the font's light shade has less than a quarter of ink.
BOUNDS = {
    "line": .92, "half": .78, "corner": .87, "tee": .92, "cross": .92, "dash": .92, "arc": .5, "diagonal": .94,
    "block": .92, "shade": .65, "head": .88, "terminal": .8,
}
JOINTS = [char for char in map(chr, range(0x2500, 0x2580)) if GLYPHS[char].arms and GLYPHS[char].dash == "solid"
          and not GLYPHS[char].round]


@cache
def proof(char: str) -> Proof:
    return prove(char)


@pytest.mark.parametrize("char", [pytest.param(c, id=f"{c}-{glyph_proof.group_of(c)}") for c in glyph_proof.chars()])
def test_the_drawing_overlaps_the_glyph_of_the_font(char: str) -> None:
    found = proof(char)
    assert found.overlap >= BOUNDS[found.group]


def test_every_group_has_a_bound() -> None:
    assert {glyph_proof.group_of(char) for char in glyph_proof.chars()} == set(BOUNDS)


def small(image: Image.Image) -> Image.Image:
    return grown(image, glyph_proof.GROWTH).resize((SIZE[0] // 4, SIZE[1] // 4))


def test_no_other_joint_is_drawn_nearer_to_the_glyph_of_the_font() -> None:
    drawn, font = ({char: small(image(proof(char))) for char in JOINTS} for image in (
        lambda found: found.drawn, lambda found: found.font))
    nearest = {char: max(JOINTS, key=lambda other: overlap(drawn[other], font[char])) for char in JOINTS}
    assert {char: other for char, other in nearest.items() if other != char} == {}


@pytest.mark.parametrize(("char", "other"), [
    pytest.param("├", "┤", id="an-arm-on-the-wrong-side"), pytest.param("┬", "┼", id="an-arm-too-many"),
    pytest.param("┼", "├", id="an-arm-too-few"), pytest.param("╼", "╾", id="the-wrong-half-heavy"),
    pytest.param("┢", "┡", id="the-wrong-arm-heavy"), pytest.param("╪", "╫", id="the-wrong-axis-double"),
    pytest.param("═", "─", id="single-for-double"), pytest.param("╭", "╯", id="the-wrong-arc"),
    pytest.param("╱", "╲", id="the-wrong-slope"), pytest.param("▚", "▞", id="the-wrong-quadrants"),
    pytest.param("▃", "▅", id="too-high-a-block"), pytest.param("▲", "▼", id="a-head-upside-down"),
    pytest.param("○", "●", id="filled-for-hollow"), pytest.param("▒", "▓", id="too-dark-a-shade"),
])
def test_a_wrong_drawing_is_found_out(char: str, other: str) -> None:
    assert prove(char, plan(other)).overlap < BOUNDS[glyph_proof.group_of(char)]


@pytest.mark.parametrize("char", ["╼", "╽", "╾", "╿"])
def test_a_wrong_row_in_the_table_is_found_out(char: str, monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = GLYPHS[char].each.translate(str.maketrans("lh", "hl"))
    monkeypatch.setitem(GLYPHS, char, GLYPHS[char]._replace(each=swapped))      # type: ignore[misc]
    for kept in ("_link", "_look"):                                         # forget what the right row says
        monkeypatch.setattr(looks, kept, getattr(looks, kept).__wrapped__)
    assert prove(char).overlap < BOUNDS[glyph_proof.group_of(char)]


@pytest.mark.parametrize(("char", "dashes"), [
    pytest.param(char, count, id=char) for chars, count in (("╌╎╍╏", 2), ("┄┆┅┇", 3), ("┈┊┉┋", 4)) for char in chars])
def test_a_line_has_its_dashes_in_the_height_of_a_cell(char: str, dashes: int) -> None:
    """Along the row as well, where that is two cells: dashes are as long in both directions."""
    is_level = "E" in GLYPHS[char].arms
    text = char * 9 if is_level else "\n".join(char * 9)
    text = "\n\n" + text if is_level else "\n".join(f"  {line}" for line in text.split("\n"))
    starts = 0
    for cells in range(2 if is_level else 1):
        drawn = draw(text if not cells else text.replace(char, "", 1), pens())
        middle = drawn.crop((0, SIZE[1] // 2, SIZE[0], SIZE[1] // 2 + 1) if is_level else
                            (SIZE[0] // 2, 0, SIZE[0] // 2 + 1, SIZE[1])).tobytes()
        starts += sum(a < 128 <= b for a, b in zip(b"\0" + middle, middle, strict=False))
    assert abs(starts - dashes) <= 1, "one more where a dash is cut by the cell's edge"


def test_arms_are_read_from_names_in_both_of_their_orders() -> None:
    assert arms_of("╼") == {"W": "light", "E": "heavy"}
    assert arms_of("┡") == {"S": "light", "E": "heavy", "N": "heavy"}
    assert arms_of("╪") == {"N": "light", "S": "light", "E": "double", "W": "double"}
    assert arms_of("╏") == {"N": "heavy", "S": "heavy"}


def test_an_empty_drawing_overlaps_nothing() -> None:
    empty = Image.new("L", SIZE)
    assert compared("line", empty, font_glyph("─", "")) == 0
    assert SIZE[0] // 2 > CLOSING
