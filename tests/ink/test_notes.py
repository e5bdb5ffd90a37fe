"""What a drawing does not tell, or tells amiss: each code with drawings that have it, and near misses that do not."""
from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.glyphs import GLYPHS


def codes(source: str, kind: str | None = "drawing") -> list[tuple[str, int, int]]:
    return [(note.code, note.row, note.column) for note in boxwright.check(source, kind=kind)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("┌─┐\n│a├────\n└─┘", [("open-end", 1, 6)], id="open-end"),
        pytest.param("┌─┐\n│a├───►\n└─┘", [("dangling-head", 1, 6)], id="a-head-before-nothing"),
        pytest.param("┌─┐\n└┬┘\n │\n ▼\n\n\n", [("dangling-head", 3, 1)], id="a-head-down-to-nothing"),
        pytest.param("┌─┐          ┌─┐\n│a│     ►    │b│\n└─┘          └─┘", [("dangling-head", 1, 8)],
                     id="a-head-without-a-line"),
        pytest.param("┌─┐       ┌─┐\n│a├─yes──►│b│\n└─┘       └─┘", [("label-on-stroke", 1, 4)],
                     id="a-word-that-touches-both-sides"),
        pytest.param("┌─┐       ┌─┐\n│a├─yes ─►│b│\n└─┘       └─┘", [("label-on-stroke", 1, 4)],
                     id="a-word-that-touches-one-side"),
        pytest.param("  ┌─┐\n  └┬┘\n   │\n  yes\n   │\n  ┌┴┐\n  └─┘", [("label-on-stroke", 3, 2)],
                     id="a-word-in-the-way-of-a-column"),
        pytest.param("┌──────┐\n│ 柠檬  │\n└──────┘", [("ragged-wall", 1, 6)], id="ragged-wall"),
        pytest.param("┌──────┐\n│ 柠檬  ├───\n└──────┘", [("ragged-wall", 1, 6), ("open-end", 1, 9)],
                     id="behind-a-wall-that-moved"),
        pytest.param("┌──────┐\n│ tea  │\n│ 柠檬\n│ cup  │\n└──────┘", [("missing-wall", 2, 4)], id="a-wall-forgotten"),
        pytest.param("+------+\n| tea  |\n  cup  |\n| lid  |\n+------+", [("missing-wall", 2, 0)], id="a-left-wall"),
        pytest.param("┌────────┐\n│ ┌────┐ │\n│ │ a  │ │\n│ │ b    │\n│ │ c  │ │\n│ └────┘ │\n└────────┘",
                     [("missing-wall", 3, 7)], id="a-wall-of-a-box-within"),
        pytest.param("┌────┐  ┌────┐\n│ a  │  │ d  │\n│ b  │  │ e\n│ c  │  │ 柠  │\n└────┘  └────┘",
                     [("missing-wall", 2, 11), ("ragged-wall", 3, 13)], id="a-wall-beside-a-box"),
        pytest.param("+-----+     +-----+\n| tea |---->| cup\n+-----+     +-----+", [("missing-wall", 1, 17)],
                     id="a-wall-of-a-box-of-one-row"),
        pytest.param("┌──────┐     ┌──────┐\n│ tea  │     │ cup\n└──────┘     └──────┘", [("missing-wall", 1, 18)],
                     id="a-wall-of-a-box-of-one-row-in-box-drawing"),
        pytest.param("┌──────┐\n  柠檬 │\n└──────┘", [("missing-wall", 1, 0)], id="a-left-wall-of-a-box-of-one-row"),
        pytest.param("┌──────┐\n│ tea\n├──────┤\n│ cup  │\n└──────┘", [("missing-wall", 1, 5)],
                     id="a-wall-in-a-stack"),
    ],
)
def test_what_is_amiss(source: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(source) == found


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("┌─┐   ┌─┐\n│a├──►│b│\n└─┘   └─┘", id="a-head-at-a-box"),
        pytest.param("┌─┐\n│a├──► text\n└─┘", id="a-head-at-a-text"),
        pytest.param("┌─┐\n│a├──►   text\n└─┘", id="a-head-in-sight-of-a-text"),
        pytest.param("a → b", id="an-arrow-in-prose"),
        pytest.param("┌───────┐\n│ ▶ play│\n└───────┘", id="a-sign-in-a-text"),
        pytest.param("┌───┐\n│ ▼ │\n└───┘", id="a-sign-in-a-box"),
        pytest.param("│     │\n│────►│\n│     │", id="a-head-at-a-lifeline"),
        pytest.param("┌─title─┐\n│       │\n└───────┘", id="a-title-in-an-edge"),
        pytest.param("┌─┐        ┌─┐\n│a├─ yes ─►│b│\n└─┘        └─┘", id="a-word-with-blanks-around"),
        pytest.param("a\n├── b\n│   └── c\n├── d\n│   └── e\n└── f", id="a-tree"),
        pytest.param("|-- a\n|   |-- b\n|-- cd\n|   |-- e", id="a-tree-in-ascii"),
        pytest.param("┌───┬───┐\n│ a │ b │\n├───┴───┤\n│ under │\n├───┬───┤\n│ c │ d │\n└───┴───┘",
                     id="a-cell-over-two"),
        pytest.param("┌─────┐\n│ hall│\n│\n│     │\n│  in │\n└─────┘", id="a-door"),
        pytest.param("┌─────┐\n│ a   │\n│ b  ─┼──► c\n│ d   │\n└─────┘", id="a-line-through-a-wall"),
        pytest.param("┌─────┐\n│ a   │\n│ b ──► c\n│ d   │\n└─────┘", id="a-line-through-an-opening"),
        pytest.param("┌─────┐\n│ a\n│ b\n│ c   │\n└─────┘", id="an-open-side"),
        pytest.param("├── a\n│   b\n├── c\n│   d", id="a-tree-with-texts"),
        pytest.param("┌─────┐\n│ a\n├─────┤\n│ b\n└─────┘", id="a-stack-that-is-open"),
        pytest.param("┌─────┐\n│ a ──► c\n└─────┘", id="a-line-out-of-an-open-box-of-one-row"),
        pytest.param("┌─────┐\n│\n└─────┘", id="an-open-box-of-one-row-without-a-text"),
        pytest.param("┌─────┐\n│ a long text\n└─────┘", id="a-text-that-runs-out-of-a-box-of-one-row"),
        pytest.param("────────\n│ title\n────────", id="a-title-between-rules"),
        pytest.param("a │ b\n──┼──\nc │\n──┼──\ne │ f", id="a-table-without-a-frame"),
    ],
)
def test_what_is_well(source: str) -> None:
    assert codes(source) == []


@pytest.mark.parametrize("kind", ["receipt", "notice"])
def test_a_text_outside_of_the_frame(kind: str) -> None:
    assert codes("┌─────────┐\n│ Tea 1.20│ x\n└─────────┘\nthanks", kind) == [
        ("text-outside", 1, 12), ("text-outside", 3, 0)]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Shop\nTea 1.20", id="no-frame"),
        pytest.param("┌───┐ ┌───┐\n│ a │ │ b │ x\n└───┘ └───┘", id="two-frames"),
    ],
)
def test_without_one_frame_no_text_is_outside(source: str) -> None:
    assert codes(source, "receipt") == []


def test_the_first_tab_of_each_line() -> None:
    assert codes("a\tb\tc\n柠\td") == [("tab", 0, 1), ("tab", 1, 1)]


def test_a_tab_in_a_notice_is_a_blank_like_any_other() -> None:
    assert codes("a\tb", "notice") == []
    assert codes("a\tb") == [("tab", 0, 1)]


def test_severities_come_from_the_table() -> None:
    for source in ("┌─┐\n│a├────\n└─┘", "┌─┐\n│a├───►\n└─┘"):
        note, = boxwright.check(source)
        assert note.severity == boxwright.CODES[note.code].severity


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from([*GLYPHS, *" " * 60, *"ab柠\n\n\n\n\n\n"]), max_size=160))
@example("╲\n ╲\n  ↘")
def test_whatever_is_drawn_has_its_say(source: str) -> None:
    for note in boxwright.check(source, kind="drawing"):
        assert note.message and note.code in boxwright.CODES
