"""Type in Chromium, in fonts of several widths: no text of a diagram touches a line, another text, or the edge."""
from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from boxwright import render

LOOK = Path(__file__).with_name("type.js").read_text(encoding="utf-8")
#: What stands for a reader's font, and the width of its letters: of an i and of an M, in parts of the type size.
FONTS = {
    "dejavu": ('"DejaVu Sans Mono"', .602, .602),
    "liberation": ('"Liberation Mono"', .600, .600),
    "cjk": ('"Noto Sans Mono CJK SC"', .500, .500),
    "none-but-sans-serif": ('"no such font", "DejaVu Sans", sans-serif', .278, .863),
    "none-but-serif": ('"no such font", "DejaVu Serif", serif', .320, 1.024),
}
WIDTHS = """family => ["i", "M"].map(letter => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `100px ${family}`;
  return pen.measureText(letter).width / 100;
})"""
#: For each text: how long each of its characters is, and on which line it stands.
CHARACTERS = """() => [...document.querySelectorAll("svg text:not([textLength])")].map(text => Array.from(
  { length: text.getNumberOfChars() },
  (_, k) => [text.textContent[k], text.getSubStringLength(k, 1), text.getStartPositionOfChar(k).y]))"""


@pytest.fixture(scope="module")
def figures(repository: Path, browser: Browser) -> Iterator[Page]:
    """A page with the figures of all diagrams."""
    html = ["<!doctype html>"]
    for path in sorted((repository / "diagrams").rglob("*.txt")):
        rendering = render(path.read_text(encoding="utf-8"), to="html", ident=path.stem)
        if rendering.figure.kind != "notice":
            html.append(f'<figure id="{path.parent.name}-{path.stem}">{rendering.output}</figure>')
    page = browser.new_page()
    page.set_content("\n".join(html))
    yield page
    page.close()


def look(page: Page, family: str) -> dict[str, Any]:
    report: dict[str, Any] = page.evaluate(LOOK, family)
    return report


@pytest.mark.parametrize("font", FONTS)
def test_no_text_touches_anything(figures: Page, font: str) -> None:
    report = look(figures, FONTS[font][0])
    assert report["problems"] == []
    assert report["texts"] > 500 and report["points"] > 50_000


@pytest.mark.parametrize("font", FONTS)
def test_the_fonts_are_there(figures: Page, font: str) -> None:
    family, *widths = FONTS[font]
    assert figures.evaluate(WIDTHS, family) == pytest.approx(widths, abs=.01), "make test installs the fonts"


def test_chinese_has_its_full_size_and_stands_on_one_line_with_latin(figures: Page) -> None:
    look(figures, '"DejaVu Sans Mono", "Noto Sans Mono CJK SC"')
    texts = figures.evaluate(CHARACTERS)
    lengths = {round(length / 13.33, 2) for text in texts for char, length, _ in text if "\u4e00" <= char < "\ua000"}
    mixed = [text for text in texts if {char > "\u2e80" for char, *_ in text if char != " "} == {True, False}]
    assert lengths == {1, *(round(size / 13.33, 2) for size in (12.5, 14, 17))}, 'labels, and the lines of a slip'
    assert len(mixed) > 10
    assert all(len({y for *_, y in text}) == 1 for text in mixed)


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize(("text", "shades"), [
    pytest.param("│\n│\n│", ["dark"], id="light"), pytest.param("║\n║\n║", ["dark", "pale", "dark"], id="double"),
])
def test_a_line_is_crisp(browser: Browser, text: str, shades: list[str], scale: int) -> None:
    """Across a line every pixel is nearly dark or nearly white; twice as fine, an edge may be half of each."""
    context = browser.new_context(device_scale_factor=scale, viewport={"width": 100, "height": 100})
    page = context.new_page()
    page.set_content(f'<!doctype html><body style="margin:0">{render(text, to="html").output}')
    image = Image.open(io.BytesIO(page.screenshot())).convert("L")
    context.close()
    ink = [(255 - image.getpixel((x, 20 * scale))) / (255 - image.getextrema()[0]) for x in range(12 * scale)]
    assert [value for value in ink if .3 < value < .7 and scale == 1] == []
    found = "".join("d" if value > .7 else "p" for value in ink).strip("p")
    assert [name for name, _ in itertools.groupby(found)] == [shade[0] for shade in shades]
    assert found.count("d") == (2 * scale if "pale" in shades else scale)


def test_a_text_that_touches_is_found_out(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("""
      <figure id="a"><svg class="bw-svg" viewBox="0 0 200 100" width="200" height="100">
        <rect class="bw-box" x="4" y="8" width="64" height="32" fill="none"/><path class="bw-connector" d="M100 0V50"/>
        <rect class="bw-box" x="4" y="60" width="90" height="32" fill="none"/>
        <rect class="bw-paper" x="16" y="57" width="40" height="6"/>
        <text x="20" y="64" font-size="13">gap</text>
        <text x="12" y="28" font-size="13">far too long</text><text x="110" y="28" font-size="13">beside it</text>
        <text x="150" y="28" font-size="13">on</text><text x="180" y="80" font-size="13">away</text>
      </svg></figure>""")
    problems = look(page, "monospace")["problems"]
    page.close()
    found = [what for what in ("gap", '"far too long": <rect', '"far too long": <path', '"beside it" runs into "on"',
                               '"away" leaves the sheet') if any(what in problem for problem in problems)]
    assert found == ['"far too long": <rect', '"far too long": <path', '"beside it" runs into "on"',
                     '"away" leaves the sheet']
