"""Sites of several languages with something wrong: one warning each, which says what to write."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from .sites import (
    HOMES,
    SITE_URL,
    VALIDATION,
    boxwright,
    configure,
    pages,
    run,
)


@dataclass(frozen=True)
class Fault:
    docs: dict[str, str]
    warning: str
    settings: dict[str, Any] = field(default_factory=dict)

FAULTS = {
    "a-page-without-counterpart": Fault(
        HOMES | pages("# A\n", "en/guide/a.md"),
        "docs/en/guide/a.md has no counterpart in 简体中文; write docs/zh/guide/a.md",
    ),
    "a-page-the-default-language-lacks": Fault(
        HOMES | pages("# A\n", "zh/a.md"),
        "docs/zh/a.md has no counterpart in English; write docs/en/a.md",
    ),
    "an-entry-of-the-navigation-without-counterpart": Fault(
        HOMES | pages("# A\n", "en/a.md"),
        "docs/en/a.md has no counterpart in 简体中文; write docs/zh/a.md",
        {"nav": ["index.md", {"Letters": ["a.md"]}]},
    ),
    "an-entry-of-the-navigation-that-no-language-has": Fault(
        HOMES,
        "A reference to 'en/b.md' is included in the 'nav' configuration, "
        "which is not found in the documentation files.",
        {"nav": ["index.md", "b.md"]},
    ),
    "a-language-without-pages": Fault(pages("# Home\n", "en/index.md"), "docs/zh has no pages; write them there"),
    "a-page-outside-the-folders": Fault(
        HOMES | pages("# A\n", "about.md"),
        "docs/about.md is in no language folder; move it to docs/en/about.md",
    ),
    "two-files-for-one-address": Fault(
        HOMES | pages("x", "en/a.png", "a.png"),
        "docs/a.png and docs/en/a.png would both become 'a.png' on the site; rename one",
    ),
    "a-link-to-a-page-the-other-language-lacks": Fault(
        {**HOMES, "docs/en/index.md": "[x](../zh/lost.md)"},
        "Doc file 'en/index.md' contains a link '../zh/lost.md', "
        "but the target 'zh/lost.md' is not found among documentation files.",
    ),
    "a-link-to-an-anchor-the-other-language-lacks": Fault(
        {**HOMES, "docs/en/index.md": "[x](../zh/index.md#lost)"},
        "Doc file 'en/index.md' contains a link '../zh/index.md#lost', "
        "but the doc 'zh/index.md' does not contain an anchor '#lost'.",
    ),
    "a-menu-of-the-authors": Fault(
        HOMES,
        "extra.alternate is replaced; remove it, the menu is made from the option languages",
        {"extra": {"alternate": [{"name": "x", "link": "/x/", "lang": "x"}]}},
    ),
    "a-language-the-theme-does-not-know": Fault(
        pages("# Home\n", "en/index.md", "xx/index.md"),
        "the theme has no words in Xish; write them in partials/languages/xx.html in the theme's custom_dir",
        {"plugins": [boxwright({"en": {"name": "English"}, "xx": {"name": "Xish"}})]},
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_gives_one_warning(fault: Fault, tmp_path: Path) -> None:
    settings = {"plugins": [boxwright()], "validation": VALIDATION, **fault.settings}
    site = run(configure(tmp_path, fault.docs, **settings), tmp_path)
    assert site.warnings == [fault.warning]


def test_a_missing_counterpart_fails_strict_builds(tmp_path: Path) -> None:
    config = configure(tmp_path, HOMES | pages("# A\n", "en/a.md"), plugins=[boxwright()], strict=True)
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        run(config, tmp_path)


def test_a_page_that_stands_alone_has_no_versions(tmp_path: Path) -> None:
    docs = HOMES | pages("# A\n", "en/a.md") | pages("# B\n", "zh/guide/b.md")
    nav = ["index.md", "a.md", {"Guide": ["guide/b.md"]}]
    ignore = {"nav": {"not_found": "ignore"}}
    config = configure(tmp_path, docs, site_url=SITE_URL, nav=nav, plugins=[boxwright()], validation=ignore)
    site = run(config, tmp_path)
    assert (site.head_links("a/index.html"), site.head_links("zh/guide/b/index.html")) == ({}, {})
    assert site.menu("a/index.html") == {"en": "./", "zh": "../zh/"}            # the home instead
    assert site.sitemap("zh/sitemap.xml")[f"{SITE_URL}zh/guide/b/"] == {}
    assert [href for _, href in site.nav("zh/index.html")] == ["./", "guide/b/"]


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        pytest.param(["en", "zh"], "must map language codes to settings, not ['en', 'zh']; for example", id="a-list"),
        pytest.param({False: {"name": "Norsk"}}, "False is not a language code; put the code in quotes", id="yaml-no"),
        pytest.param({"docs/en": {"name": "x"}}, "'docs/en' is not a language code; write one like en", id="a-path"),
        pytest.param({"en": "English"}, "en: must hold settings, not 'English'; write en: {name: …}", id="a-name"),
        pytest.param({"en": {}}, "en: has no name; write en: {name: …}", id="no-name"),
        pytest.param({"en": {"name": 1}}, "en: name must be text, not 1; put it in quotes", id="a-number"),
        pytest.param({"en": {"name": "E", "title": "x"}}, "en: unknown setting title; use one of: name,", id="unknown"),
        pytest.param({"en": {"name": "E", "translations": ["x"]}}, "translations must map text to text", id="no-map"),
        pytest.param({"en": {"name": "E", "translations": {"x": 1}}}, "'x': 1 is not text for text", id="no-text"),
    ],
)
def test_a_wrong_option_says_what_to_write(languages: Any, message: str, tmp_path: Path) -> None:
    config = configure(tmp_path, HOMES, plugins=[boxwright(languages)])
    with pytest.raises(ConfigurationError) as caught:
        run(config, tmp_path)
    assert str(caught.value).startswith("plugin boxwright: languages: ")
    assert message in str(caught.value)


def test_a_navigation_that_names_the_folder_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = configure(tmp_path, HOMES, plugins=[boxwright()], nav=["zh/index.md"])
    with pytest.raises(Abort):
        run(config, tmp_path)
    assert "nav: 'zh/index.md' names a language folder; write 'index.md'" in caplog.text
