"""Widths and graphemes: what takes one column and what takes two."""
from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boxwright.glyphs import GLYPHS
from boxwright.text import width_table
from boxwright.text.width import JOINING, NARROW, PLAIN, PLAIN_WIDE, WIDE, class_of, clusters, graphemes, text_width

#: A character or two of each class, those that join foremost.
SAMPLES = (
    "ab1#é柠ー（가각ｶﾞﾟ─│→·®❤☝⌚⚽🍋〰🈚👩💻🏽🇨🇳\u1112\u1161\u11ab\u0301\u0308\u3099\u20e3\u0915\u0937\u094d\u093f\u093e\u0e01"
    "\u0e33\u0e35\u200b\u200c\u200d\u200e\ufe0e\ufe0f\u0600\u00ad\ue0b0\U000f1234\U000e0067\U000e007f\t \n"
)
JOINABLE = st.text(st.sampled_from(SAMPLES), max_size=40)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("kubelet", 7, id="ascii"),
        pytest.param("柠檬水", 6, id="cjk"),
        pytest.param("𠮷", 2, id="cjk-of-the-supplementary-plane"),
        pytest.param("ラーメン", 8, id="kana"),
        pytest.param("か\u3099", 2, id="kana-and-a-combining-voiced-mark"),
        pytest.param("ｱｲ", 2, id="half-width-kana"),
        pytest.param("ｶﾞﾊﾟ", 4, id="half-width-voiced-marks-have-cells-of-their-own"),
        pytest.param("한국", 4, id="hangul"),
        pytest.param("\u1112\u1161\u11ab", 2, id="hangul-from-its-parts"),
        pytest.param("\uac00\u11a8", 2, id="hangul-syllable-and-a-final"),
        pytest.param("\u1161\u11ab", 1, id="hangul-without-a-leading-consonant"),
        pytest.param("\uffa1\uffc2", 2, id="half-width-hangul"),
        pytest.param("\u3164", 2, id="hangul-filler"),
        pytest.param("（示意）：", 10, id="full-width-punctuation"),
        pytest.param("Ａ１￥", 6, id="full-width-letters"),
        pytest.param("\u3000", 2, id="ideographic-space"),
        pytest.param("漢\U000e0100", 2, id="ideographic-variation"),
        pytest.param("漢\u0301", 2, id="mark-on-cjk"),
        pytest.param("e\u0301a\u0308", 2, id="marks-on-latin"),
        pytest.param("e\u0301\u0302\u0303", 1, id="several-marks"),
        pytest.param("ที่", 1, id="thai-marks-above"),
        pytest.param("กำ", 2, id="thai-sara-am-takes-room"),
        pytest.param("कि", 2, id="devanagari-vowel-that-takes-room"),
        pytest.param("कु", 1, id="devanagari-vowel-below"),
        pytest.param("क्ष", 2, id="devanagari-conjunct"),
        pytest.param("हिन्दी", 4, id="devanagari-word"),
        pytest.param("\u060012", 3, id="arabic-number-sign"),
        pytest.param("שָׁלוֹם", 4, id="hebrew-points"),
        pytest.param("🍋", 2, id="emoji"),
        pytest.param("❤", 1, id="text-emoji"),
        pytest.param("❤\ufe0f", 2, id="text-emoji-with-vs16"),
        pytest.param("⌚", 2, id="picture-emoji"),
        pytest.param("⌚\ufe0e", 1, id="picture-emoji-with-vs15"),
        pytest.param("⌚\ufe0f", 2, id="picture-emoji-with-vs16"),
        pytest.param("▶\ufe0e", 1, id="text-emoji-with-vs15"),
        pytest.param("🈚\ufe0e㊗\ufe0e〰\ufe0e", 6, id="cjk-symbols-are-wide-as-text-too"),
        pytest.param("a\ufe0f", 1, id="vs16-on-no-emoji"),
        pytest.param("1\ufe0f\u20e3", 2, id="keycap"),
        pytest.param("1\u20e3", 1, id="keycap-without-vs16"),
        pytest.param("👍🏽", 2, id="skin-tone"),
        pytest.param("☝🏽", 2, id="skin-tone-makes-a-picture"),
        pytest.param("a🏽", 3, id="skin-tone-on-no-emoji"),
        pytest.param("🏻 🏽", 5, id="skin-tones-alone"),
        pytest.param("👩\u200d💻", 2, id="zwj-sequence"),
        pytest.param("👨\u200d👩\u200d👧\u200d👦", 2, id="zwj-family"),
        pytest.param("👩🏽\u200d🚀", 2, id="zwj-and-skin-tone"),
        pytest.param("❤\ufe0f\u200d🔥", 2, id="zwj-and-vs16"),
        pytest.param("❤\u200d🔥", 2, id="zwj-without-vs16"),
        pytest.param("🏳\ufe0f\u200d🌈", 2, id="zwj-flag"),
        pytest.param("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2, id="tag-sequence"),
        pytest.param("🇨🇳🇫🇷", 4, id="two-flags"),
        pytest.param("🇨🇳🇫", 3, id="half-a-flag"),
        pytest.param("─│┌╬═", 5, id="box-drawing-is-ambiguous-and-counts-one"),
        pytest.param("¥·…→°±α", 7, id="ambiguous-counts-one"),
        pytest.param("\ue0b0\U000f1234\U0010f123", 3, id="private-use"),
        pytest.param("co\u00adop", 5, id="soft-hyphen"),
        pytest.param("a\u200bb", 2, id="zero-width-space"),
        pytest.param("\u200eab", 2, id="bidi-mark-at-the-start"),
        pytest.param("\u200b", 1, id="zero-width-space-alone"),
        pytest.param("\u0301", 1, id="mark-alone"),
        pytest.param("\u200d", 1, id="joiner-alone"),
        pytest.param("\u0378", 1, id="unassigned"),
        pytest.param("\U0002fffd", 2, id="unassigned-ideograph"),
        pytest.param("¥ 3.00 元", 9, id="mixed"),
    ],
)
def test_text_width(text: str, columns: int) -> None:
    assert text_width(text) == columns == sum(width for _, width in graphemes(text))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("kubelet ñ", 9, id="narrow"),
        pytest.param("àé", 4, id="letters-of-pinyin"),
        pytest.param("柠檬", 4, id="wide"),
        pytest.param("─│┌╬═", 10, id="box-drawing"),
        pytest.param("╌╿", 2, id="box-drawing-that-is-not-ambiguous"),
        pytest.param("·…→°±α", 12, id="signs"),
        pytest.param("►", 1, id="pointer-is-not-ambiguous"),
        pytest.param("▶", 2, id="triangle"),
        pytest.param("®", 2, id="ambiguous-emoji"),
        pytest.param("α\u0301", 2, id="with-a-mark"),
        pytest.param("\u0301", 1, id="mark-alone"),
        pytest.param("\ue0b0", 2, id="private-use"),
        pytest.param("ｱ", 1, id="half-width-kana"),
    ],
)
def test_text_width_where_ambiguous_counts_two(text: str, columns: int) -> None:
    assert text_width(text, 2) == columns == sum(width for _, width in graphemes(text, 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a柠", ["a", "柠"], id="one-code-point-each"),
        pytest.param("e\u0301x", ["e\u0301", "x"], id="a-mark-joins-its-base"),
        pytest.param("\u0301x", ["\u0301", "x"], id="a-mark-alone-stands-alone"),
        pytest.param("a\t\u0301", ["a", "\t", "\u0301"], id="a-mark-does-not-join-a-tab"),
        pytest.param("👩\u200d💻!", ["👩\u200d💻", "!"], id="zwj-joins-two-pictures"),
        pytest.param("a\u200db", ["a\u200d", "b"], id="zwj-joins-no-letters"),
        pytest.param("柠\u200d👩", ["柠\u200d", "👩"], id="zwj-joins-no-ideograph"),
        pytest.param("👩\u200b\u200d💻", ["👩\u200b\u200d", "💻"], id="zwj-after-something-else"),
        pytest.param("🇨🇳🇫", ["🇨🇳", "🇫"], id="flags-go-in-pairs"),
        pytest.param("a🏽", ["a", "🏽"], id="a-skin-tone-joins-pictures-alone"),
        pytest.param("\u1112\u1161\u11ab\u1100", ["\u1112\u1161\u11ab", "\u1100"], id="hangul-parts"),
        pytest.param("\u1100\u1100\uac01\u11a8", ["\u1100\u1100\uac01\u11a8"], id="hangul-leads-before-a-syllable"),
        pytest.param("각\u1161", ["각", "\u1161"], id="a-closed-syllable-takes-no-vowel"),
        pytest.param("가\u1161\u11a8", ["가\u1161\u11a8"], id="an-open-syllable-does"),
        pytest.param("a\u1161", ["a", "\u1161"], id="a-vowel-joins-no-letter"),
        pytest.param("ｶﾞ", ["ｶ", "ﾞ"], id="half-width-voiced-mark"),
        pytest.param("का", ["का"], id="spacing-mark"),
        pytest.param("กำa", ["กำ", "a"], id="sara-am"),
        pytest.param("क्ष", ["क्ष"], id="conjunct"),
        pytest.param("क्\u200dष", ["क्\u200dष"], id="conjunct-with-a-joiner"),
        pytest.param("क्\u200cष", ["क्\u200c", "ष"], id="conjunct-kept-apart"),
        pytest.param("க்ஷ", ["க்", "ஷ"], id="virama-of-a-script-without-conjuncts"),
        pytest.param("\u06001", ["\u06001"], id="prefix"),
        pytest.param("\u200b\u200eab", ["\u200b\u200ea", "b"], id="format-characters-at-the-start"),
        pytest.param("a\u200b\u200eb", ["a\u200b\u200e", "b"], id="format-characters-after-a-letter"),
        pytest.param("a\n\u200bb", ["a", "\n", "\u200bb"], id="format-characters-at-a-line-s-start"),
    ],
)
def test_graphemes(text: str, expected: list[str]) -> None:
    assert [grapheme for grapheme, _ in graphemes(text)] == expected


@pytest.mark.parametrize("ambiguous", [1, 2])
@settings(max_examples=300, deadline=None)
@given(text=JOINABLE)
def test_graphemes_are_the_text_and_their_widths_its_width(text: str, ambiguous: int) -> None:
    found = list(graphemes(text, ambiguous))
    assert "".join(grapheme for grapheme, _ in found) == text
    assert {width for _, width in found} <= {1, 2}
    assert sum(width for _, width in found) == text_width(text, ambiguous)


@settings(max_examples=300, deadline=None)
@given(text=JOINABLE)
def test_the_clusters_are_the_graphemes_of_several_code_points(text: str) -> None:
    found = [(text[start:stop], width) for start, stop, width in clusters("".join(map(class_of, text)))]
    assert found == [(grapheme, width) for grapheme, width in graphemes(text) if len(grapheme) > 1]


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_a_character_that_joins_nothing_has_its_own_width_anywhere(ambiguous: int) -> None:
    for code in range(0x20, 0x30000):
        char = chr(code)
        if class_of(char) not in JOINING:
            width = 2 if class_of(char) in WIDE[ambiguous] else 1
            assert text_width(f"{char}a{char}柠", ambiguous) == 2 * width + 3, hex(code)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" + "\u0301" * 50_000, id="marks"),
        pytest.param("🇨" * 50_000, id="flags"),
        pytest.param("👩\u200d" * 50_000, id="joined"),
        pytest.param("❤" + "\ufe0f\u0301" * 25_000, id="pictures-without-a-joiner"),
        pytest.param("\u200d" * 50_000, id="joiners"),
        pytest.param("क्" * 25_000, id="conjuncts"),
        pytest.param("क" + "\u094d" * 50_000, id="viramas"),
        pytest.param("\u1100" * 50_000, id="leads"),
        pytest.param("\u200b" * 50_000, id="format-characters"),
    ],
)
def test_a_hostile_text_is_cut_whole(text: str) -> None:
    assert "".join(grapheme for grapheme, _ in graphemes(text)) == text


# ── the table ────────────────────────────────────────────────────────────────────────────────────────

def test_the_ranges_of_the_table_are_sorted_disjoint_and_merged() -> None:
    assert all(first <= last for first, last, _ in width_table.RANGES)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(width_table.RANGES))
    assert not [a for a, b in itertools.pairwise(width_table.RANGES) if a[1] + 1 == b[0] and a[2] == b[2]]


def test_each_class_of_the_table_is_explained_in_it() -> None:
    legend = (width_table.__doc__ or "").partition('"." (')[2]
    assert {letter for _, _, letter in width_table.RANGES} <= set(legend.split())


@pytest.mark.parametrize("char", ["柠", "（", "ー", "가", "㈱", "𠮷", "🍋"])
def test_the_table_has_what_unicode_calls_wide(char: str) -> None:
    assert unicodedata.east_asian_width(char) in "WF"
    assert class_of(char) in WIDE[1]


def test_the_table_agrees_with_this_python_on_what_this_python_knows() -> None:
    changed = {                         # by Unicode 16: trigrams, digrams, hexagrams, tetragrams, counting rods
        *range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00), *range(0x1D300, 0x1D377),
    }
    odd = [
        code for code in range(0x20, 0x110000)
        if unicodedata.category(char := chr(code)) not in ("Cn", "Cs", "Cc", "Cf", "Mn", "Me", "Mc")
        and code not in changed and class_of(char) not in JOINING
        and (unicodedata.east_asian_width(char) in "WF") != (class_of(char) in WIDE[1])
    ]
    assert [hex(code) for code in odd] == []


def test_the_table_says_where_it_comes_from() -> None:
    assert width_table.__doc__ is not None
    assert f"Generated by tools/width_table.py from Unicode {width_table.UNICODE_VERSION}" in width_table.__doc__
    assert [int(part) >= 0 for part in width_table.UNICODE_VERSION.split(".")] == [True] * 3


def test_plain_characters_take_what_the_table_says() -> None:
    plain = [char for char in map(chr, range(0x110000)) if PLAIN.fullmatch(char)]
    wide = [char for char in plain if PLAIN_WIDE.fullmatch(char)]
    assert JOINING.isdisjoint(map(class_of, plain))
    assert wide == [char for char in plain if class_of(char) in WIDE[1]]
    assert wide == [char for char in plain if not NARROW.fullmatch(char)]
    assert GLYPHS.keys().isdisjoint(wide)
