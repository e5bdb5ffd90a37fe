"""The figures of the site before axe, which looks for what stands in the way of people who use a screen reader."""
from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

# the theme's copy button is none of ours
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async rules => {
  document.querySelectorAll('figure.boxwright details').forEach(details => details.open = true)
  const found = await axe.run({include: [['figure.boxwright']], exclude: [['.md-code__nav']]},
    {resultTypes: ['violations', 'passes'], ...(rules && {runOnly: rules})})
  const told = ({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`)
  return {violations: found.violations.flatMap(told), passes: found.passes.map(rule => rule.id)}
}"""


def looked_at(page: Page, rules: tuple[str, ...] = ()) -> dict[str, Any]:
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(RUN, list(rules) or None)
    return found


@pytest.mark.parametrize(
    ("scheme", "rules", "needed"),
    [
        pytest.param("light", (), {"svg-img-alt", "aria-roles", "color-contrast"}, id="light"),
        pytest.param("dark", ("color-contrast",), {"color-contrast"}, id="dark"),     # nothing else changes with it
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing_wrong_with_the_figures(
    site: Any, address: str, browser: Browser, language: str, scheme: str,
    rules: tuple[str, ...], needed: set[str],
) -> None:
    pages = [page for page in site.pages if page.startswith("zh/") == (language == "zh") and site.has_figure(page)]
    if (language, scheme) != ("en", "light"):
        pages.remove(f"{'zh/' if language == 'zh' else ''}handbook/gallery/")      # its many figures differ in no rule
    passed: set[str] = set()
    wrong: list[str] = []
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in pages:
        page.goto(address + path)
        found = looked_at(page, rules)
        passed.update(found["passes"])
        wrong += [f"{path}: {violation}" for violation in found["violations"]]
    context.close()
    assert wrong == []
    assert len(pages) > 5 and needed <= passed


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        pytest.param('<svg role="graphics-document"><rect/></svg>', "svg-img-alt", id="a-drawing-without-a-name"),
        pytest.param('<svg role="img" aria-label="a"><g aria-hidden="true"><a href="/b">b</a></g></svg>', "",
                     id="what-is-hidden-and-can-be-reached"),
    ],
)
def test_axe_sees_what_is_wrong(browser: Browser, body: str, rule: str) -> None:
    page = browser.new_page()
    page.set_content(f'<html lang="en"><title>a</title><main><figure class="boxwright">{body}</figure></main></html>')
    violations = looked_at(page)["violations"]
    page.close()
    assert violations and violations[0].startswith(rule)
