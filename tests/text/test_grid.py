"""Reading text into cells, and writing it back."""
from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boxwright.glyphs import GLYPHS
from boxwright.model import Grid
from boxwright.text import grid as grid_module
from boxwright.text.doubled import marked, solid
from boxwright.text.grid import FILLER, LINE_FILLER, TAB_STOP, cells_text, grid_text, read_grid
from boxwright.text.width import graphemes, text_width

DRAWN = "┌─┬┐│├┼┤└┴┘━┏┓╌║═·↑↓→←▶◀▲▼►-|+v>o "
WRITTEN = ("ab1é柠檬ー（ｶﾞ👩💻🏽🇨🇳❤⌚가\u1112\u1161\u11ab\u0301\u3099\u20e3\u0915\u094d\u093f"
           "\u200b\u200d\u200e\ufe0e\ufe0f\u0600")
SPACES = "\u3000\xa0\u2009"
ODD = "\t\r\x1b\x7f\x85\ufeff\ufdd0\ufdd1\ud800\u2028\uf700\uf72d\U000f0000\U000f0001\U0010ffff"
SOURCE = st.text(st.sampled_from(DRAWN + WRITTEN + SPACES + ODD + "    \n\n"), max_size=120)


def shown(grid: Grid) -> list[str]:
    """Return the rows with fillers that can be read, and what stands aside in brackets."""
    rows = [row.replace(FILLER, "▫").replace(LINE_FILLER, "▬") for row in grid.rows]
    return ["".join(f"[{grid.asides[char]}]" if char in grid.asides else char for char in row) for row in rows]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("\n\n", (), id="blank-rows-only"),
        pytest.param("\n a\n\n", ("  ", " a"), id="blank-rows-are-kept-at-the-start-alone"),
        pytest.param("ab\nc", ("ab", "c "), id="rows-are-equally-long"),
        pytest.param("柠a", (f"柠{FILLER}a",), id="a-wide-character-takes-two"),
        pytest.param("a\tb", ("a       b",), id="tab"),
        pytest.param("柠\tb", (f"柠{FILLER}      b",), id="tab-after-a-wide-character"),
        pytest.param("1234567\tb\n12345678\tb", ("1234567 b" + " " * 8, "12345678" + " " * 8 + "b"), id="tab-stops"),
        pytest.param("柠檬柠檬\tb", (f"柠{FILLER}檬{FILLER}" * 2 + " " * 8 + "b",), id="tab-at-a-stop"),
        pytest.param("\ufeffa", ("a",), id="byte-order-mark"),
        pytest.param("a\r\nb\rc", ("a", "b", "c"), id="line-ends-of-all-systems"),
        pytest.param("a  \n", ("a",), id="spaces-at-the-end"),
        pytest.param("a\u3000\xa0\n", ("a",), id="other-spaces-at-the-end"),
        pytest.param("\x1b[0m", ("␛[0m",), id="escape-becomes-visible"),
        pytest.param("a\x00b", ("a␀b",), id="nul-becomes-visible"),
        pytest.param("a\x0cb\x0bc", ("a␌b␋c",), id="form-feed-is-no-row-end"),
        pytest.param("a\x7fb", ("a␡b",), id="delete-becomes-visible"),
        pytest.param("a\x85b", ("a\ufffdb",), id="c1-becomes-visible"),
        pytest.param("a\u2028b", ("a\ufffdb",), id="line-separator-becomes-visible"),
        pytest.param("a\ud800b", ("a\ufffdb",), id="lone-surrogate-becomes-visible"),
        pytest.param("a\ufdd0b\uffff", ("a\ufffdb\ufffd",), id="noncharacters-become-visible"),
        pytest.param("│\xa0a\xa0│", ("│ a │",), id="no-break-spaces-are-blank"),
        pytest.param("│\u3000a", ("│  a",), id="an-ideographic-space-is-two-blanks"),
        pytest.param("\u3000\u3000a", ("    a",), id="ideographic-spaces-before-a-text"),
        pytest.param("10\xa0km", ("10\xa0km",), id="a-no-break-space-between-words-stays"),
        pytest.param("ｱ\u3000ﾞ", (f"ｱ\u3000{FILLER}ﾞ",), id="an-ideographic-space-between-words-stays"),
    ],
)
def test_read_grid(source: str, rows: tuple[str, ...]) -> None:
    assert read_grid(source).rows == rows


@pytest.mark.parametrize(
    ("grapheme", "columns"),
    [
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("漢\u0301", 2, id="combining-on-a-wide-character"),
        pytest.param("का", 2, id="spacing-mark"),
        pytest.param("👩\u200d💻", 2, id="zwj"),
        pytest.param("🇨🇳", 2, id="flag"),
        pytest.param("❤\ufe0f", 2, id="vs16"),
        pytest.param("⌚\ufe0e", 1, id="vs15"),
        pytest.param("1\ufe0f\u20e3", 2, id="keycap"),
        pytest.param("v\u0302", 1, id="a-glyph-with-a-mark-is-text"),
    ],
)
def test_a_grapheme_of_several_code_points_is_one_cell_and_comes_back(grapheme: str, columns: int) -> None:
    grid = read_grid(f"a{grapheme}b{grapheme}")
    assert grid.columns == 2 + 2 * columns
    assert list(grid.asides.values()) == [grapheme]
    assert grid_text(grid) == f"a{grapheme}b{grapheme}\n"
    assert cells_text(grid.rows[0][1 : 1 + columns], grid.asides) == grapheme


@pytest.mark.parametrize(
    ("source", "columns"),
    [
        pytest.param("\u200bab", 2, id="zero-width-space"),
        pytest.param("\u200e柠", 2, id="bidi-mark"),
        pytest.param("\u200b", 1, id="zero-width-space-alone"),
        pytest.param("\u0301a", 2, id="mark"),
        pytest.param("\ufe0fa", 2, id="selector"),
        pytest.param("\u200da", 2, id="joiner"),
        pytest.param("a\n\u200bb", 1, id="in-a-later-row"),
    ],
)
def test_what_has_no_width_is_not_lost_at_the_start_of_a_row(source: str, columns: int) -> None:
    grid = read_grid(source)
    assert grid.columns == columns
    assert grid_text(grid) == f"{source}\n"


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("char", ["\U000f0000", "\U000ffffd", "\uf700", "\uf72d", "\uf7ff"])
def test_a_private_character_of_the_source_is_taken_for_no_stand_in(char: str, ambiguous: int) -> None:
    source = f"{char} e\u0301{char}"
    grid = read_grid(source, ambiguous=ambiguous)
    assert sorted(grid.asides.values()) == sorted([char, "e\u0301"])
    assert grid_text(grid) == f"{source}\n"
    assert grid.columns == 2 + 2 * ambiguous


def test_when_all_stand_ins_are_taken_each_code_point_is_a_cell() -> None:
    source = "".join(chr(0x4E00 + i % 20_000) + chr(0x300 + i // 20_000) for i in range(70_000))
    grid = read_grid(f"{source}\U000f0000")
    assert len(grid.asides) == 0xFFFE
    assert grid_text(grid) == f"{source}\U000f0000\n"


@pytest.mark.parametrize("source", ["┌──┐\n│柠│\n└──┘\n", "  a\n\n b 👍🏽\n", "（示意）\n"], ids=["box", "gap", "wide"])
def test_a_grid_gives_its_text_back(source: str) -> None:
    assert grid_text(read_grid(source)) == source


# ── where Ambiguous counts two ───────────────────────────────────────────────────────────────────────

@pytest.mark.parametrize(
    ("source", "row"),
    [
        pytest.param("┌──┐", "┌▬─▬─▬┐▫", id="an-edge"),
        pytest.param("│ab│", "│▫ab│▫", id="walls"),
        pytest.param("├─┼┤", "├▬─▬┼▬┤▫", id="a-divider"),
        pytest.param("┏━┳━┓", "┏▬━▬┳▬━▬┓▫", id="heavy"),
        pytest.param("──▶│", "─▬─▬▬▶│▫", id="a-head-touches-what-it-points-at"),
        pytest.param("│◀──", "│▫◀▬─▬─▬", id="a-head-to-the-left"),
        pytest.param("──►│", "─▬─▬►│▫", id="a-head-that-is-not-ambiguous"),
        pytest.param("┌╌╌┐", "┌▬╌╌┐▫", id="a-line-that-is-not-ambiguous"),
        pytest.param("▼", "▼▫", id="a-head-down"),
        pytest.param("a → b", "a →▫ b", id="an-arrow-in-prose"),
        pytest.param("a ← b", "a ←▫ b", id="an-arrow-in-prose-to-the-left"),
        pytest.param("甲·乙", "甲▫·▫乙▫", id="a-dot-between-words"),
        pytest.param("·→", "·▫→▫", id="shy-glyphs-alone-may-be-text"),
        pytest.param("─·─", "─▬·▬─▬", id="a-shy-glyph-in-a-line"),
        pytest.param("a ─ b", "a ─▫ b", id="one-glyph-alone-makes-no-line"),
        pytest.param("── a", "─▬─▬ a", id="a-line-to-its-end"),
        pytest.param("┌ a", "┌▫ a", id="a-corner-alone"),
        pytest.param("－-", "－▫-", id="full-width-is-wide-anyway"),
    ],
)
def test_box_drawing_that_counts_two(source: str, row: str) -> None:
    grid = read_grid(source, ambiguous=2)
    assert shown(grid) == [row]
    assert len(row) == text_width(source, 2)
    assert grid_text(grid) == f"{source}\n"


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param("┌──┐\n│abcd│\n└──┘", ["┌─────┐ ", "│ abcd│ ", "└─────┘ "], id="a-box"),
        pytest.param("├─▶│", ["├────▶│ "], id="a-connector"),
        pytest.param("│◀═╡", ["│ ◀═══╡ "], id="a-double-connector"),
        pytest.param("┏┓", ["┏━┓ "], id="corners"),
        pytest.param("┳┳", ["┳━┳━"], id="tees-of-one-weight"),
        pytest.param("a→b 柠", ["a→▫b 柠▫"], id="text-keeps-its-fillers"),
    ],
)
def test_a_solid_grid_is_as_good_as_one_typed_narrow(source: str, rows: list[str]) -> None:
    grid = read_grid(source, ambiguous=2)
    assert shown(solid(grid)) == rows
    assert marked(solid(grid)) == grid


# ── what the author calls text or ink ────────────────────────────────────────────────────────────────

@pytest.mark.parametrize(
    ("source", "text", "row"),
    [
        pytest.param("--o-- x", ("--o--",), "[-][-][o][-][-] x", id="each-glyph-in-it"),
        pytest.param("a|b a|b", ("a|b",), "a[|]b a[|]b", id="every-occurrence"),
        pytest.param("a|b|c", ("|b",), "a[|]b|c", id="no-other"),
        pytest.param("柠|檬|", ("柠|",), "柠▫[|]檬▫|", id="with-wide-characters"),
        pytest.param("│é│|", ("é│",), "│é[│]|", id="a-glyph-that-is-never-shy"),
        pytest.param("--->", ("--", "--->"), "[-][-][-][>]", id="the-longest-comes-first"),
        pytest.param("---", ("--",), "[-][-]-", id="from-left-to-right"),
        pytest.param("a-\n-b", ("--", "a-\n-b"), "a-", id="not-across-rows"),
        pytest.param("a.*b", ("a.*",), "a[.][*]b", id="taken-literally"),
        pytest.param("a|b", ("", "x"), "a|b", id="nothing-to-be-found"),
        pytest.param("v\u0302v", ("v",), "[v\u0302][v]", id="in-a-grapheme"),
        pytest.param("\x1b-", ("\x1b-",), "␛[-]", id="with-a-control-character"),
        pytest.param("\U000f0000|", ("\U000f0000|",), "[\U000f0000][|]", id="with-a-private-character"),
    ],
)
def test_text_that_is_told(source: str, text: tuple[str, ...], row: str) -> None:
    grid = read_grid(source, text=text)
    assert shown(grid)[0] == row
    assert grid_text(grid) == f"{source}\n".replace("\x1b", "␛")


def test_text_that_is_told_counts_as_wide_as_it_was() -> None:
    assert shown(read_grid("──a→", ambiguous=2, text=("─a",))) == ["─▫[─]▫a→▫"]


@pytest.mark.parametrize(
    ("source", "ink", "text", "row"),
    [
        pytest.param("a -- b", ("--",), (), "a [-][-] b", id="shy-glyphs"),
        pytest.param("a -x- b-", ("-x-",), (), "a [-]x[-] b-", id="what-has-no-twin-stays"),
        pytest.param("│-", ("│-",), (), "│[-]", id="what-is-never-shy-stays"),
        pytest.param("--", ("--",), ("--",), "[-][-]", id="text-where-both-are-told"),
        pytest.param("-->", ("--",), ("-->",), "[-][-][>]", id="the-longest-comes-first"),
        pytest.param("-\u0301-", ("-",), (), "[-\u0301][-]", id="in-a-grapheme"),
    ],
)
def test_ink_that_is_told(
    source: str, ink: tuple[str, ...], text: tuple[str, ...], row: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    twin = "\uf72d"
    monkeypatch.setattr(grid_module, "FORCED", {"-": twin})
    grid = read_grid(source, ink=ink, text=text)
    assert shown(grid) == [row]
    assert (twin in grid.rows[0]) == (not text)
    assert grid.asides.get(twin, "-") == "-"
    assert grid_text(grid) == f"{source}\n"


# ── laws ─────────────────────────────────────────────────────────────────────────────────────────────

def with_care(source: str) -> list[str]:
    """Return the rows of `source`, grapheme by grapheme: what `read_grid` must give, however fast it is."""
    rows: list[str] = []
    for line in source.split("\n"):
        cells: list[str] = []
        for grapheme, width in graphemes(line.rstrip()):
            if grapheme == "\t":
                cells += " " * (TAB_STOP - len(cells) % TAB_STOP)
                continue
            cells.append(grapheme if len(grapheme) == 1 else f"[{grapheme}]")
            cells += "▫" * (width - 1)
        rows.append("".join(cells))
    return rows


@settings(max_examples=400, deadline=None)
@given(source=st.text(st.sampled_from(DRAWN + WRITTEN + "\t   \n"), max_size=100))
@example(source="👩\u200d\t💻 e\u0301│\n\u200b柠\u0301─\t한")
def test_cells_are_those_of_the_graphemes_one_by_one(source: str) -> None:
    expected = with_care(source)
    while expected and not expected[-1]:
        expected.pop()
    assert [row.rstrip() for row in shown(read_grid(source))] == [row.rstrip() for row in expected]


@pytest.mark.parametrize("ambiguous", [1, 2])
@settings(max_examples=300, deadline=None)
@given(source=SOURCE, told=st.lists(st.text(st.sampled_from(DRAWN + "柠a\u0301"), max_size=3), max_size=3))
def test_a_grid_is_a_rectangle_that_reads_the_same_again(source: str, told: list[str], ambiguous: int) -> None:
    grid = read_grid(source, ambiguous=ambiguous, text=told, ink=told[:1])
    assert {len(row) for row in grid.rows} <= {grid.columns}
    text = grid_text(grid)
    again = read_grid(text, ambiguous=ambiguous, text=told, ink=told[:1])
    assert grid_text(again) == text
    assert not any(char in "\t\r\x1b\x7f\x85\ufeff\ud800\u2028" or char in (FILLER, LINE_FILLER) for char in text)
    if "\t" not in source:              # what has no width stands alone after a tab, and joins a space
        assert grid.columns == max((text_width(line, ambiguous) for line in text.split("\n")), default=0)


@settings(max_examples=400, deadline=None)
@given(source=SOURCE)
def test_solid_and_back_is_nothing_done(source: str) -> None:
    grid = read_grid(source, ambiguous=2)
    there = solid(grid)
    assert LINE_FILLER not in "".join(there.rows)
    assert marked(there) == grid


@settings(max_examples=200, deadline=None)
@given(source=SOURCE)
def test_told_text_is_no_ink(source: str) -> None:
    drawn = re.findall(f"[{re.escape(''.join(GLYPHS))}]+", source)
    grid = read_grid(source, text=drawn)
    assert not set("".join(grid.rows)) & GLYPHS.keys() - set(" ")


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize(
    "source",
    [
        pytest.param("a" + "\u0301" * 10_000, id="marks"),
        pytest.param("🇨" * 10_000, id="flags"),
        pytest.param("a\t" * 10_000 + "b", id="tabs"),
        pytest.param("👩\u200d" * 10_000, id="joined"),
        pytest.param("─" * 10_000, id="lines"),
        pytest.param("\u3000" * 10_000 + "a", id="ideographic-spaces"),
        pytest.param("\x1b" * 10_000, id="controls"),
        pytest.param("".join(map(chr, range(0xF0000, 0xF0000 + 10_000))), id="private"),
    ],
)
def test_a_hostile_text_is_read_whole(source: str, ambiguous: int) -> None:
    (row,) = read_grid(source, ambiguous=ambiguous).rows
    assert row.strip()
