"""The hues: text and lines can be read in both schemes, whatever colour an author names."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxwright import theme
from boxwright.palette import HUES, WORDS, nearest

SCHEMES = ("light", "dark")
LEAST_TEXT, LEAST_LINE = 4.5, 3.0       # WCAG 2, success criteria 1.4.3 and 1.4.11
#: What Material sets on a page in place of our own ink, paper and fill: its two schemes.
MATERIAL = {"light": ("#36464e", "#ffffff", "#f5f5f5"), "dark": ("#c6c9d9", "#1e2129", "#272a35")}


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= .04045 else ((part + .055) / 1.055) ** 2.4 for part in parts)
    return .2126 * r + .7152 * g + .0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + .05) / (low + .05)


def colours(scheme: str) -> dict[str, str]:
    return {colour.name: getattr(colour, scheme) for colour in theme.COLOURS}


def test_the_formula() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_text_and_links_can_be_read_on_a_tint(hue: str, scheme: str) -> None:
    own, tint = colours(scheme), colours(scheme)[f"{hue}-tint"]
    for text in (own["ink"], own["link"], MATERIAL[scheme][0]):
        assert contrast(text, tint) >= LEAST_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_a_line_stands_out_from_what_lies_on_both_its_sides(hue: str, scheme: str) -> None:
    own = colours(scheme)
    line = own[f"{hue}-line"]
    for beside in (own["paper"], own["fill"], own[f"{hue}-tint"], *MATERIAL[scheme][1:]):
        assert contrast(line, beside) >= LEAST_LINE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_link_can_be_read_on_paper_and_fill(scheme: str) -> None:
    own = colours(scheme)
    for under in (own["paper"], own["fill"], *MATERIAL[scheme][1:]):
        assert contrast(own["link"], under) >= LEAST_TEXT


@pytest.mark.parametrize(
    ("digits", "hue"),
    [
        pytest.param("F00", "red", id="red"),
        pytest.param("f02", "red", id="red-on-the-other-side"),
        pytest.param("FA0", "orange", id="orange"),
        pytest.param("FF3", "yellow", id="yellow"),
        pytest.param("9D9", "green", id="a-pale-green"),
        pytest.param("0BB", "teal", id="teal"),
        pytest.param("3AF", "blue", id="sky"),
        pytest.param("000080", "blue", id="navy-in-six-digits"),
        pytest.param("808", "purple", id="purple-without-a-letter"),
        pytest.param("F0A", "pink", id="pink"),
        pytest.param("000", "grey", id="black"),
        pytest.param("fff", "grey", id="white"),
        pytest.param("776", "grey", id="nearly-grey"),
    ],
)
def test_the_nearest_hue(digits: str, hue: str) -> None:
    assert nearest(digits) == hue


@given(st.text("0123456789abcdefABCDEF", min_size=3, max_size=3), st.booleans())
def test_every_colour_has_a_hue_and_three_digits_are_six(digits: str, twice: bool) -> None:
    assert nearest(digits) in HUES
    assert nearest("".join(2 * digit for digit in digits)) == nearest(digits)


def test_a_word_asks_for_one_hue() -> None:
    words = [word for hue in HUES.values() for word in hue.words.split()]
    assert len(words) == len(set(words)) == len(WORDS)
