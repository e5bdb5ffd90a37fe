"""The site in real Chromium: each figure measured, in both languages and schemes, on a desktop and on a phone."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
LEFT = "net::ERR_ABORTED"       # a request still under way when the test goes on to the next page
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


@contextmanager
def opened(browser: Browser, screen: str = "desktop", scheme: str = "light") -> Iterator[tuple[Page, list[str]]]:
    """Open a page for a reader whose system has the colour scheme; the list gets all that goes wrong on it."""
    context = browser.new_context(**SCREENS[screen], color_scheme=scheme, reduced_motion="reduce")
    page, wrong = context.new_page(), []
    page.on("console", lambda message: message.type == "error" and wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("requestfailed", lambda asked: asked.failure != LEFT and wrong.append(f"{asked.failure}: {asked.url}"))
    page.on("response", lambda answer: answer.status >= 400 and wrong.append(f"{answer.status}: {answer.url}"))
    try:
        yield page, wrong
    finally:
        context.close()


def measure(page: Page, screen: str, scheme: str) -> dict[str, Any]:
    width = SCREENS[screen]["viewport"]["width"]
    report: dict[str, Any] = page.evaluate(MEASURE, {"width": width, "scheme": scheme})
    return report


def pages_of(site: Any, language: str) -> list[str]:
    return [page for page in site.pages if page.startswith("zh/") == (language == "zh")]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_sound(
    site: Any, address: str, browser: Browser, language: str, scheme: str, screen: str,
) -> None:
    problems: list[str] = []
    figures = texts = 0
    with opened(browser, screen, scheme) as (page, wrong):
        for path in pages_of(site, language):
            page.goto(address + path)
            shown = page.evaluate("document.body.dataset.mdColorScheme")
            report = measure(page, screen, scheme)
            figures, texts = figures + report["figures"], texts + report["texts"]
            if shown != {"light": "default", "dark": "slate"}[scheme]:
                problems.append(f"{path}: the scheme is {shown!r}")
            if site.has_figure(path) and not report["figures"]:
                problems.append(f"{path}: no figure is to be seen")
            problems += [f"{path}: {problem}" for problem in (*report["problems"], *wrong)]
            wrong.clear()
    assert not problems, "\n".join(problems)
    assert figures > 5
    assert texts > 5 * figures


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_read_in_the_dark_prints_dark_on_light(
    site: Any, address: str, browser: Browser, language: str,
) -> None:
    problems = []
    with opened(browser, scheme="dark") as (page, _):
        page.emulate_media(media="print", color_scheme="dark")
        for path in filter(site.has_figure, pages_of(site, language)):
            page.goto(address + path)
            report = measure(page, "desktop", "light")
            problems += [f"{path}: {problem}" for problem in report["problems"] if "luminance" in problem]
    assert not problems, "\n".join(problems)


def test_the_readers_choice_of_scheme_reaches_the_figure(site: Any, address: str, browser: Browser) -> None:
    path = next(filter(site.has_figure, site.pages))
    with opened(browser) as (page, wrong):
        page.goto(address + path)
        page.locator("label[for=__palette_1]").click()
        assert measure(page, "desktop", "dark")["problems"] == []
        page.reload()                               # the choice is remembered
        assert measure(page, "desktop", "dark")["problems"] == []
    assert not wrong


def test_the_switcher_stays_on_the_page(site: Any, address: str, browser: Browser) -> None:
    with opened(browser) as (page, wrong):
        page.goto(f"{address}article/receipt/")
        for language, there in (("zh", "zh/article/receipt/"), ("en", "article/receipt/")):
            page.locator(".md-select button").hover()
            page.locator(f".md-select a[hreflang={language}]").click()
            expect(page).to_have_url(address + there)
            expect(page.locator(f"html[lang|={language}]")).to_have_count(1)
    assert not wrong


@pytest.mark.parametrize(("home", "query"), [("", "kubelet"), ("zh/", "柠檬水")])
def test_the_search_finds_pages_of_its_own_language(
    site: Any, address: str, browser: Browser, home: str, query: str,
) -> None:
    with opened(browser) as (page, wrong):
        page.goto(address + home)
        page.locator(".md-search__input").first.click()
        page.locator(".md-search__input").first.fill(query)
        page.keyboard.press("End")                  # the search listens to keys
        links = page.locator(".md-search-result__link")
        expect(links.first).to_be_visible()
        found = links.evaluate_all("links => links.map(link => link.href)")
    assert found and all(link.startswith(f"{address}zh/") == (home == "zh/") for link in found)
    assert not wrong


def test_the_measure_sees_what_is_wrong(browser: Browser) -> None:
    page_html = """
      <meta name="viewport" content="width=device-width"><body style="margin:0">
      <figure class="boxwright" id="a" style="margin:0"><div class="bw-body">
        <svg class="bw-svg" width="200" height="100" viewBox="0 0 200 100">
          <rect class="bw-box" x="10" y="10" width="60" height="40"/>
          <text x="20" y="34">far too long</text><text x="30" y="36">on it</text>
          <text x="150" y="80" fill="white">off the sheet</text>
        </svg></div></figure>
      <figure class="boxwright" id="b" style="margin:0"><div class="bw-body">
        <svg class="bw-svg" width="300" height="30" viewBox="0 0 300 30" style="width:450px;height:45px">
          <text x="5" y="20">wide</text></svg>
      </div></figure>"""
    with opened(browser, "phone") as (page, _):
        page.set_content(page_html)
        problems = measure(page, "phone", "light")["problems"]
    expected = ["screen of 390", '"far too long" crosses', '" overlap', '"off the sheet" leaves the sheet',
                '"off the sheet" has luminance', "past its natural 300"]
    assert [part for part in expected if not any(part in problem for problem in problems)] == []
