"""What holds for any text that is straightened: walls go back, nothing is lost, and twice is once."""
from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.glyphs import GLYPHS
from boxwright.text.grid import grid_text, read_grid

Draw = Callable[[int], tuple[str, str]]
PROSE = (                               # of the generator
    "The cost = 4 - 3, see below.", "a well-known shop - and its till", "so: a | b, or a + b, or a -> b", "x == y -- z")
LINES = re.escape("".join(g.char for g in GLYPHS.values() if g.arms == "EW"))


def straight(source: str) -> str:
    return boxwright.straighten(source).text


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_walls_knocked_out_of_line_go_back(draw_both: Draw, seed: int) -> None:
    aligned, crooked = draw_both(seed)
    assert straight(aligned) == aligned
    assert straight(crooked) == aligned


def boxed_cells(source: str) -> int:
    """Return how many cells lie in boxes: of a crooked table a column may be closed, of a straight one the whole is."""
    boxes = boxwright.render(source, kind="drawing", straighten=False).figure.sketch.boxes
    return len({(y, x) for box in boxes for y in range(box.row, box.row + box.rows)
                for x in range(box.column, box.column + box.columns)})


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_no_closed_box_opens(draw_both: Draw, seed: int) -> None:
    crooked = draw_both(seed)[1]
    assert boxed_cells(straight(crooked)) >= boxed_cells(crooked)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_longer_label_grows_its_box_and_leaves_the_rest(draw_both: Draw, seed: int, other: int) -> None:
    rows = draw_both(seed)[0].splitlines()
    boxed = [y for y, row in enumerate(rows) if re.search(r"[│║|] \w", row) and re.match(r" *[│║|]", row)]
    if not boxed:
        return
    y = boxed[other % len(boxed)]
    at = re.search(r"[│║|] (?=\w)", rows[y])
    assert at
    crooked = "\n".join([*rows[:y], f"{rows[y][:at.end()]}更长的标签{rows[y][at.end():]}", *rows[y + 1:]])
    text = straight(crooked)
    assert just_text(text) == just_text(crooked + "\n")
    assert boxwright.straighten(text).repairs == ()
    assert boxed_cells(text) >= boxed_cells(crooked)
    for row, before in zip(text.splitlines(), crooked.splitlines(), strict=True):
        if before.lstrip() in PROSE:
            assert row == before


def just_text(source: str) -> list[str]:
    return [re.sub(f"[\\s{LINES}]", "", row) for row in grid_text(read_grid(source)).split("\n")]


INKED = st.text(st.sampled_from("┌─┬┐│├┼┤└┴┘╔═╗║╚╝+-|.'►▼<>v  \n\n柠檬ab1,e\u0301"), max_size=300)


@settings(max_examples=100, deadline=None)
@given(st.one_of(INKED, st.text(max_size=200)))
@example("  +---+\n+ +   +-+\n  +---+ |\n 柠     '-'")      # an edge that belongs behind the end of its row
def test_any_text_keeps_its_rows_and_its_words_and_is_done_after_one_pass(source: str) -> None:
    straightened = boxwright.straighten(source)
    assert just_text(straightened.text) == just_text(source)
    if not straightened.repairs:
        assert straightened.text == source
    assert boxwright.straighten(straightened.text).repairs == ()


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_a_knocked_drawing_is_done_after_one_pass(draw_both: Draw, seed: int) -> None:
    once = straight(draw_both(seed)[1])
    assert boxwright.straighten(once).repairs == ()
