"""Pointing at a box, and reaching it by keyboard, in real Chromium: its connectors show, those of others do not."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import boxwright

from .test_axe import looked_at

FIGURE = "figure.boxwright:has(#fig-components)"
DARK_LINK, LIGHT_LINK = "rgb(168, 196, 255)", "rgb(26, 79, 191)"
NESTED = """\
┌─ shop ─────────────┐
│ ┌─────┐    ┌─────┐ │  x  ┌─────┐
│ │ till├───►│ box │ ├────►│ out │
│ └─────┘    └─────┘ │     └─────┘
│ ┌─────┐            │
│ │ mop │            │
│ └─────┘            │
└────────────────────┘"""
LINKED = "┌────────┐    ┌───┐\n│ [a][x] ├───►│ b │\n└────────┘    └───┘"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def put(page: Page, source: str, **options: Any) -> None:
    body = boxwright.render(source, to="html", **options).output
    page.set_content(f'<html lang="en"><title>a</title><body data-md-color-scheme="default"><a href="#">before</a>'
                     f'<main><h1>a</h1><figure class="boxwright">{body}</figure></main></body></html>')


def box(page: Page, name: str) -> Locator:
    return page.locator("svg > g").filter(has=page.get_by_text(name, exact=True)).last


def shown(page: Page) -> list[str]:
    """The boxes whose connectors stand out, by their first text."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll('g.bw-hover')]
        .filter(group => [...group.querySelectorAll(':scope > path.bw-connector')]
          .some(path => getComputedStyle(path).opacity === '1'))
        .map(group => group.querySelector('text').textContent)""")
    return found


@pytest.mark.parametrize("home", ["", "zh/"], ids=["en", "zh"])
@pytest.mark.parametrize(("scheme", "colour"), [("light", LIGHT_LINK), ("dark", DARK_LINK)])
def test_on_a_page_a_box_that_is_pointed_at_shows_its_connectors(
    site: Any, address: str, browser: Browser, home: str, scheme: str, colour: str,
) -> None:
    context = browser.new_context(color_scheme=scheme)          # with its motion: what shows comes within a moment
    page = context.new_page()
    page.goto(f"{address}{home}article/one-in-another/")
    figure = page.locator(FIGURE)
    groups = figure.locator("g.bw-hover:not(:has(> rect[width='0']))")
    one, other = groups.nth(0), groups.nth(groups.count() - 1)
    lines, others = one.locator("> path.bw-connector"), other.locator("> path.bw-connector")
    expect(lines).to_have_css("opacity", "0")
    one.locator("text").first.hover()
    expect(lines).to_have_css("opacity", "1")
    expect(lines).to_have_css("stroke", colour)
    expect(lines).to_have_css("stroke-width", "2px")
    expect(others).to_have_css("opacity", "0")
    expect(figure.locator("g[aria-hidden] > .bw-connector").first).to_have_css("opacity", "0.4")
    page.mouse.move(0, 0)
    expect(lines).to_have_css("opacity", "0")
    expect(figure.locator("g[aria-hidden] > .bw-connector").first).to_have_css("opacity", "1")
    page.emulate_media(media="print")
    one.locator("text").first.hover()
    expect(lines).to_have_css("opacity", "0")
    context.close()


def test_a_tap_shows_the_connectors_on_a_phone(site: Any, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}article/one-in-another/")
    one = page.locator(f"{FIGURE} g.bw-hover").first
    one.locator("text").first.tap()
    expect(one.locator("> path.bw-connector")).to_have_css("opacity", "1")
    context.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("till", ["till"], id="inner"), pytest.param("out", ["out"], id="outer"),
        pytest.param("shop", ["shop"], id="container"), pytest.param("mop", [], id="without-connectors"),
    ],
)
def test_the_innermost_box_decides(page: Page, name: str, expected: list[str]) -> None:
    put(page, NESTED)
    assert shown(page) == []
    box(page, name).locator("text").hover()
    assert shown(page) == expected


def test_the_room_of_a_box_counts_as_well_as_its_text(page: Page) -> None:
    put(page, NESTED)
    area = box(page, "shop").locator("> rect").first.bounding_box()
    assert area
    page.mouse.move(area["x"] + area["width"] - 8, area["y"] + area["height"] - 8)
    assert shown(page) == ["shop"]
    page.mouse.move(area["x"] + area["width"] + 12, area["y"] + 40)      # on its connector
    assert shown(page) == []


def test_the_tab_key_goes_from_box_to_box(page: Page) -> None:
    put(page, NESTED)
    page.keyboard.press("Tab")
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(shown(page))
        ring = page.evaluate("getComputedStyle(document.activeElement.firstElementChild).strokeWidth")
        assert ring == "3.5px"
    assert seen == [["shop"], ["till"], ["box"], ["out"]]
    page.keyboard.press("Tab")
    assert shown(page) == []


def test_the_focus_on_a_link_shows_the_connectors_of_its_box(page: Page) -> None:
    put(page, LINKED, links={"x": "https://example.org"})
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "a"
    assert shown(page) == ["a"]


def test_texts_can_still_be_selected(page: Page) -> None:
    put(page, NESTED)
    box(page, "till").locator("text").dblclick()
    assert page.evaluate("getSelection().toString().trim()") == "till"


@pytest.mark.parametrize(("source", "options"), [(NESTED, {}), (LINKED, {"links": {"x": "https://example.org"}})],
                         ids=["a-walk", "links"])
def test_axe_finds_nothing_wrong_while_a_box_is_focused(page: Page, source: str, options: dict[str, Any]) -> None:
    put(page, source, **options)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert shown(page)
    assert looked_at(page)["violations"] == []


def test_a_screen_reader_hears_the_name_of_a_box_once(page: Page) -> None:
    put(page, NESTED)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [(node["role"]["value"], node["name"]["value"]) for node in tree
            if not node["ignored"] and node.get("name", {}).get("value") == "till"]
    assert [role for role, _ in told if role == "graphics-symbol"] == ["graphics-symbol"]
    assert len(told) == 1, told


def test_a_figure_without_it_has_no_stop(page: Page) -> None:
    put(page, NESTED, hover=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "body"
