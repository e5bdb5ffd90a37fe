"""Two languages in one pass, on real MkDocs sites made on the spot.

Each site is a table of files; what is looked at is what MkDocs wrote, and what it logged.
"""
from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from boxwright.hosts.mkdocs.plugin import BoxwrightPlugin

SITE_URL = "https://example.org/sub/"
EN_ZH = {"en": {"name": "English"}, "zh": {"name": "简体中文"}}
VALIDATION = {"links": {"anchors": "warn"}}


@dataclass
class Element:
    """One element of a page; its text is that of all elements within."""

    tag: str
    attrs: dict[str, str]
    text: str = ""


class Reader(HTMLParser):
    """Collects the elements of a page in the order of their start tags."""

    VOID = frozenset(("area", "base", "br", "hr", "img", "input", "link", "meta", "path", "wbr"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


@dataclass
class Site:
    """A built site, the configuration it was built with, and the warnings MkDocs gave."""

    root: Path
    config: MkDocsConfig
    warnings: list[str] = field(default_factory=list)

    @property
    def out(self) -> Path:
        return self.root / "site"

    def read(self, path: str) -> str:
        return (self.out / path).read_text(encoding="utf-8")

    def find(self, path: str, tag: str, css_class: str = "", **attrs: str) -> list[Element]:
        return [
            element
            for element in Reader(self.read(path)).elements
            if element.tag == tag
            and (not css_class or css_class in element.attrs.get("class", "").split())
            and all(element.attrs.get(key) == value for key, value in attrs.items())
        ]

    def text(self, path: str, tag: str, css_class: str = "") -> str:
        return " ".join(self.find(path, tag, css_class)[0].text.split())

    def nav(self, path: str) -> list[tuple[str, str]]:
        """The links of the primary navigation: label and address, links of the page's own contents left out."""
        links = self.find(path, "a", "md-nav__link")
        return [(" ".join(a.text.split()), a.attrs["href"]) for a in links if not a.attrs["href"].startswith("#")]

    def menu(self, path: str) -> dict[str, str]:
        return {a.attrs["hreflang"]: a.attrs["href"] for a in self.find(path, "a", "md-select__link")}

    def head_links(self, path: str) -> dict[str, str]:
        links = [link.attrs for link in self.find(path, "link") if link.attrs.get("rel", "").split() == ["alternate"]]
        return {link["hreflang"]: link["href"] for link in links}

    def script_config(self, path: str) -> dict[str, Any]:
        settings: dict[str, Any] = json.loads(self.find(path, "script", id="__config")[0].text)
        return settings

    def index(self, path: str) -> dict[str, Any]:
        index: dict[str, Any] = json.loads(self.read(path))
        return index

    def sitemap(self, path: str) -> dict[str, dict[str, str]]:
        """The addresses of a sitemap, each with its alternates."""
        names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
        return {
            str(url.findtext("s:loc", namespaces=names)): {
                link.attrib["hreflang"]: link.attrib["href"] for link in url.iterfind("x:link", names)
            }
            for url in ElementTree.fromstring(self.read(path)).iterfind("s:url", names)
        }


class Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def configure(root: Path, docs: Mapping[str, str], **settings: Any) -> MkDocsConfig:
    """Write a site to `root` and load its configuration."""
    for path, text in docs.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    settings = {"site_name": "Site", "theme": {"name": "material", "font": False}, "plugins": [], **settings}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return load_config(str(root / "mkdocs.yml"))


def run(config: MkDocsConfig, root: Path) -> Site:
    """Build a site and note the warnings."""
    handler = Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        build(config)
    finally:
        logger.removeHandler(handler)
    return Site(root, config, handler.lines)


def boxwright(languages: Any = None) -> dict[str, Any]:
    return {"boxwright": {"languages": EN_ZH if languages is None else languages}}


def pages(text: str, *paths: str) -> dict[str, str]:
    return {f"docs/{path}": text for path in paths}


# A site as an author would write it.

SHOP_DOCS = {
    "docs/en/index.md": "# Welcome\n\n[menu](drinks/menu.md) [中文](../zh/drinks/menu.md#sweet) ![](../photo.png)\n",
    "docs/en/drinks/menu.md": "# The menu\n\n## Sweet {#sweet}\n\nLemonade ![](leaf.png)\n",
    "docs/en/drinks/leaf.png": "en leaf",
    "docs/en/drinks/tea & milk.md": "# Tea\n\nTea with milk.\n",
    "docs/zh/index.md": "# 欢迎\n\n[English](../en/drinks/menu.md)\n",
    "docs/zh/drinks/menu.md": "# 菜单\n\n## 甜的 {#sweet}\n\n柠檬水 ![](../../photo.png)\n",
    "docs/zh/drinks/tea & milk.md": "# 茶\n\n奶茶。\n",
    "docs/photo.png": "shared photo",
}
SHOP_LANGUAGES = {
    "en": {"name": "English"},
    "zh": {
        "name": "简体中文",
        "site_name": "小店",
        "site_description": "一家小店",
        "copyright": "版权",
        "translations": {"Home": "首页", "Drinks": "饮料", "Dark": "深色", "Friends": "朋友"},
    },
}
SHOP_SETTINGS: dict[str, Any] = {
    "site_name": "Shop",
    "site_url": SITE_URL,
    "site_description": "A shop",
    "copyright": "All rights",
    "theme": {
        "name": "material",
        "font": False,
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
        ],
    },
    "nav": [
        {"Home": "index.md"},
        {"Drinks": [{"All drinks": "drinks/menu.md"}, "drinks/tea & milk.md"]},
        {"Friends": "https://example.com/"},
    ],
    "plugins": ["search", boxwright(SHOP_LANGUAGES)],
    "markdown_extensions": ["attr_list"],
    "validation": VALIDATION,
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Everything set: sub-path, navigation, palette, search."""
    root = tmp_path_factory.mktemp("shop")
    return run(configure(root, SHOP_DOCS, strict=True, **SHOP_SETTINGS), root)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The other half: no address, no navigation, flat addresses, instant navigation, a template of the author's."""
    root = tmp_path_factory.mktemp("plain")
    docs = {
        "docs/en/index.md": "# Start\n\n[zh](../zh/a.md) [en](guide/b.md) [out](https://example.com/zh/)\n",
        "docs/en/a.md": "# A\n",
        "docs/en/guide/b.md": "# B\n\n[zh](../../zh/guide/b.md#top)\n",
        "docs/zh/index.md": "# 开始\n\n[en](../en/a.md)\n",
        "docs/zh/a.md": "# 甲\n",
        "docs/zh/guide/b.md": "# 乙\n",
        "theme/partials/alternate.html": "<i class=mine>{{ config.extra.alternate|map(attribute='link')|join }}</i>",
        "theme/sitemap.xml": "<mine/>",
    }
    theme = {"name": "material", "font": False, "custom_dir": str(root / "theme"), "features": ["navigation.instant"]}
    languages = {"en": {"name": "English"}, "zh": {"name": "简体中文", "translations": {"Guide": "指南"}}}
    return run(
        configure(root, docs, theme=theme, use_directory_urls=False, plugins=[boxwright(languages)]), root
    )


def test_a_good_site_builds_with_strict_and_no_warning(shop: Site, plain: Site) -> None:
    assert (shop.warnings, plain.warnings) == ([], [])


def test_files_go_where_their_language_lives(shop: Site) -> None:
    written = {str(path.relative_to(shop.out)) for path in shop.out.rglob("*") if path.is_file()}
    assert {name for name in written if not name.startswith("assets/")} == {
        "index.html", "drinks/menu/index.html", "drinks/leaf.png", "drinks/tea & milk/index.html", "photo.png",
        "zh/index.html", "zh/drinks/menu/index.html", "zh/drinks/tea & milk/index.html",
        "404.html", "zh/404.html", "sitemap.xml", "sitemap.xml.gz", "zh/sitemap.xml", "zh/sitemap.xml.gz",
        "search/search_index.json", "zh/search/search_index.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("index.html", ("en", "Shop", "A shop", "All rights", "Dark"), id="default-home"),
        pytest.param(
            "drinks/menu/index.html", ("en", "All drinks - Shop", "A shop", "All rights", "Dark"), id="default"
        ),
        pytest.param("zh/index.html", ("zh", "小店", "一家小店", "版权", "深色"), id="other-home"),
        pytest.param("zh/drinks/menu/index.html", ("zh", "菜单 - 小店", "一家小店", "版权", "深色"), id="other"),
    ],
)
def test_each_page_is_in_the_words_of_its_language(shop: Site, path: str, expected: tuple[str, ...]) -> None:
    assert (
        shop.find(path, "html")[0].attrs["lang"],
        shop.text(path, "title"),
        shop.find(path, "meta", name="description")[0].attrs["content"],
        shop.text(path, "div", "md-copyright__highlight"),
        shop.find(path, "label", **{"for": "__palette_1"})[0].attrs["title"],
    ) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(
            "index.html",
            [("Home", "."), ("All drinks", "drinks/menu/"), ("Tea", "drinks/tea%20%26%20milk/"),
             ("Friends", "https://example.com/")],
            id="default",
        ),
        pytest.param(
            "zh/index.html",
            [("首页", "./"), ("菜单", "drinks/menu/"), ("茶", "drinks/tea%20%26%20milk/"),
             ("朋友", "https://example.com/")],
            id="other-and-a-title-without-translation-is-the-heading",
        ),
    ],
)  # fmt: skip
def test_each_language_has_its_own_navigation(shop: Site, path: str, expected: list[tuple[str, str]]) -> None:
    assert shop.nav(path) == expected


def test_the_titles_of_sections_are_translated(shop: Site) -> None:
    assert "Drinks" in shop.text("index.html", "nav", "md-nav--primary")
    assert "Drinks" not in shop.read("zh/index.html")
    assert "饮料" in shop.text("zh/index.html", "nav", "md-nav--primary")


@pytest.mark.parametrize(
    ("path", "previous", "following"),
    [
        pytest.param("index.html", [], ["drinks/menu/"], id="first"),
        pytest.param("drinks/tea & milk/index.html", ["../menu/"], [], id="last-of-the-default-language"),
        pytest.param("zh/index.html", [], ["drinks/menu/"], id="first-of-the-other-language"),
        pytest.param("zh/drinks/menu/index.html", ["../../"], ["../tea%20%26%20milk/"], id="middle"),
    ],
)
def test_previous_and_next_stay_in_the_language(
    shop: Site, path: str, previous: list[str], following: list[str]
) -> None:
    assert [link.attrs["href"] for link in shop.find(path, "link", rel="prev")] == previous
    assert [link.attrs["href"] for link in shop.find(path, "link", rel="next")] == following


@pytest.mark.parametrize(
    ("path", "home"),
    [
        pytest.param("drinks/menu/index.html", "../..", id="default"),
        pytest.param("zh/drinks/menu/index.html", "../../", id="other"),
        pytest.param("zh/index.html", "./", id="other-home"),
        pytest.param("zh/404.html", "/sub/zh/", id="other-404"),
    ],
)
def test_the_logo_leads_to_the_home_of_the_language(shop: Site, path: str, home: str) -> None:
    assert {logo.attrs["href"] for logo in shop.find(path, "a", "md-logo")} == {home}


@pytest.mark.parametrize(
    ("path", "menu", "current"),
    [
        pytest.param("index.html", {"en": "./", "zh": "zh/"}, "en", id="default-home"),
        pytest.param("drinks/menu/index.html", {"en": "./", "zh": "../../zh/drinks/menu/"}, "en", id="default"),
        pytest.param("zh/drinks/menu/index.html", {"en": "../../../drinks/menu/", "zh": "./"}, "zh", id="other"),
        pytest.param("404.html", {"en": "/sub/", "zh": "/sub/zh/"}, "en", id="404"),
        pytest.param("zh/404.html", {"en": "/sub/", "zh": "/sub/zh/"}, "zh", id="other-404"),
    ],
)
def test_the_switcher_stays_on_the_page(shop: Site, path: str, menu: dict[str, str], current: str) -> None:
    links = shop.find(path, "a", "md-select__link")
    assert shop.menu(path) == menu
    assert [a.attrs["lang"] for a in links if "aria-current" in a.attrs] == [current]
    assert {a.attrs["target"] for a in links} == {"_self"}
    assert [" ".join(a.text.split()) for a in links] == ["English", "简体中文"]


@pytest.mark.parametrize(
    ("path", "tail"),
    [
        pytest.param("index.html", "", id="default-home"),
        pytest.param("zh/index.html", "", id="other-home"),
        pytest.param("zh/drinks/tea & milk/index.html", "drinks/tea%20%26%20milk/", id="other"),
    ],
)
def test_the_head_names_all_versions_of_the_page(shop: Site, path: str, tail: str) -> None:
    en, zh = f"{SITE_URL}{tail}", f"{SITE_URL}zh/{tail}"
    assert shop.head_links(path) == {"en": en, "zh": zh, "x-default": en}
    assert shop.find(path, "link", rel="canonical")[0].attrs["href"] in (en, zh)


def test_the_head_has_nothing_for_the_script_to_take_for_a_site(shop: Site) -> None:
    for path in shop.out.rglob("*.html"):
        assert not shop.find(str(path.relative_to(shop.out)), "link", rel="alternate"), path


def test_links_between_the_languages_and_to_shared_files(shop: Site) -> None:
    links = [a.attrs["href"] for a in shop.find("index.html", "a") if a.text in ("menu", "中文")]
    assert "zh/drinks/menu/#sweet" in links and "drinks/menu/" in links
    assert [a.attrs["href"] for a in shop.find("zh/index.html", "a") if a.text == "English"] == ["../drinks/menu/"]
    assert shop.find("index.html", "img")[0].attrs["src"] == "photo.png"
    assert shop.find("drinks/menu/index.html", "img")[0].attrs["src"] == "../leaf.png"
    assert shop.find("zh/drinks/menu/index.html", "img")[0].attrs["src"] == "../../../photo.png"


@pytest.mark.parametrize(
    ("path", "locations", "settings"),
    [
        pytest.param(
            "search/search_index.json",
            {"", "drinks/menu/", "drinks/menu/#sweet", "drinks/tea%20%26%20milk/"},
            {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]},
            id="default",
        ),
        pytest.param(
            "zh/search/search_index.json",
            {"", "drinks/menu/", "drinks/menu/#sweet", "drinks/tea%20%26%20milk/"},
            {"lang": ["zh"], "separator": r"[\s\u200b\u3000\-、。，．？！；]+", "pipeline": ["stemmer"]},
            id="other-with-the-settings-the-theme-has-for-it",
        ),
    ],
)
def test_each_language_has_its_own_search_index(
    shop: Site, path: str, locations: set[str], settings: dict[str, Any]
) -> None:
    index = shop.index(path)
    assert {doc["location"] for doc in index["docs"]} == locations
    assert {key: index["config"][key] for key in settings} == settings
    assert ("Welcome" in str(index)) is (path == "search/search_index.json")


@pytest.mark.parametrize(
    ("path", "base"),
    [
        pytest.param("index.html", ".", id="default-home"),
        pytest.param("drinks/menu/index.html", "../..", id="default"),
        pytest.param("zh/index.html", ".", id="other-home"),
        pytest.param("zh/drinks/menu/index.html", "../..", id="other"),
        pytest.param("404.html", "/sub/", id="404"),
        pytest.param("zh/404.html", "/sub/zh/", id="other-404"),
    ],
)
def test_the_script_takes_the_language_for_the_site(shop: Site, path: str, base: str) -> None:
    assert shop.script_config(path)["base"] == base


def test_the_chosen_colours_belong_to_the_whole_site(shop: Site) -> None:
    assert '__md_scope=new URL("../../..",location)' in shop.read("zh/drinks/menu/index.html")


def test_the_404_page_at_the_root_speaks_all_languages(shop: Site) -> None:
    homes = {a.text: a.attrs["href"] for a in shop.find("404.html", "a", target="_self") if "class" not in a.attrs}
    blocks = {div.attrs["lang"]: div.text for div in shop.find("404.html", "div") if "lang" in div.attrs}
    assert shop.text("404.html", "title") == "Page not found - Shop"
    assert shop.text("404.html", "h1") == "404 - Page not found"
    assert "There is no page" in blocks["en"] and "这个地址没有对应的页面" in blocks["zh"]
    assert homes == {"Go to the home page": "/sub/", "返回首页": "/sub/zh/"}
    assert shop.nav("404.html")[1] == ("All drinks", "/sub/drinks/menu/")


def test_the_404_page_of_a_language_speaks_it_alone(shop: Site) -> None:
    assert shop.find("zh/404.html", "html")[0].attrs["lang"] == "zh"
    assert shop.text("zh/404.html", "title") == "页面不存在 - 小店"
    assert shop.nav("zh/404.html")[1] == ("菜单", "/sub/zh/drinks/menu/")
    assert "Page not found" not in shop.read("zh/404.html")
    assert shop.head_links("zh/404.html") == {}


@pytest.mark.parametrize(
    ("path", "folders"),
    [
        pytest.param("sitemap.xml", ["", "zh/"], id="the-whole-site"),
        pytest.param("zh/sitemap.xml", ["zh/"], id="one-language"),
    ],
)
def test_sitemaps_list_each_page_with_its_versions(shop: Site, path: str, folders: list[str]) -> None:
    tails = ("", "drinks/menu/", "drinks/tea%20%26%20milk/")
    assert shop.sitemap(path) == {
        f"{SITE_URL}{folder}{tail}": {
            "en": f"{SITE_URL}{tail}", "zh": f"{SITE_URL}zh/{tail}", "x-default": f"{SITE_URL}{tail}",
        }
        for folder in folders
        for tail in tails
    }  # fmt: skip
    assert shop.read(path).count("<lastmod>20") == len(folders) * len(tails)
    assert gzip.decompress((shop.out / f"{path}.gz").read_bytes()).decode() == shop.read(path)


def test_the_configuration_is_back_in_the_default_language_afterwards(shop: Site) -> None:
    theme = shop.config.theme
    assert (shop.config.site_name, shop.config.copyright, theme["language"]) == ("Shop", "All rights", "en")
    assert theme["palette"][0]["toggle"]["name"] == "Dark"
    assert shop.config.nav == SHOP_SETTINGS["nav"]


# Flat addresses, no navigation, an author's own templates.


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("index.html", [("Start", "index.html"), ("A", "a.html"), ("B", "guide/b.html")], id="default"),
        pytest.param("zh/index.html", [("开始", "index.html"), ("甲", "a.html"), ("乙", "guide/b.html")], id="other"),
    ],
)
def test_without_nav_each_language_gets_one_from_its_folder(
    plain: Site, path: str, expected: list[tuple[str, str]]
) -> None:
    assert plain.nav(path) == expected
    assert ("指南" if path.startswith("zh") else "Guide") in plain.text(path, "nav", "md-nav--primary")


def test_flat_addresses(plain: Site) -> None:
    assert plain.head_links("zh/guide/b.html") == {
        "en": "../../guide/b.html", "zh": "b.html", "x-default": "../../guide/b.html",
    }  # fmt: skip
    assert [plain.script_config(path)["base"] for path in ("guide/b.html", "zh/guide/b.html")] == ["..", ".."]
    assert [a.attrs["href"] for a in plain.find("zh/index.html", "a") if a.text == "en"] == ["../a.html"]
    assert {logo.attrs["href"] for logo in plain.find("zh/guide/b.html", "a", "md-logo")} == {"../index.html"}


def test_an_authors_templates_win_over_ours(plain: Site) -> None:
    assert plain.text("zh/a.html", "i", "mine") == "a.htmlzh/a.html"
    assert plain.read("sitemap.xml") == "<mine/>"


def test_instant_navigation_is_led_around_links_to_other_languages(plain: Site) -> None:
    def full(path: str) -> dict[str, bool]:
        return {a.text: "target" in a.attrs for a in plain.find(path, "a") if a.text in ("zh", "en", "out")}

    assert full("index.html") == {"zh": True, "en": False, "out": False}
    assert full("guide/b.html") == {"zh": True}
    assert full("zh/index.html") == {"en": False}


# Sites with something wrong.


@dataclass(frozen=True)
class Fault:
    docs: dict[str, str]
    warning: str
    settings: dict[str, Any] = field(default_factory=dict)


HOMES = pages("# Home\n", "en/index.md", "zh/index.md")
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


# No harm to sites that do not ask for languages, or use something else.


def tree(site: Site) -> dict[str, bytes]:
    """All files of a site but the compressed sitemap, which holds the path of the build."""
    files = (path for path in site.out.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {str(path.relative_to(site.out)): path.read_bytes() for path in files}


UNTOUCHED: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "one-language": (
        pages("# Home\n\n[a](en/a.md)\n", "index.md") | pages("# A\n", "en/a.md", "zh/a.md"),
        {
            "plugins": ["search"],
            "site_url": SITE_URL,
            "extra": {"alternate": [{"name": "x", "link": "/x/", "lang": "x"}]},
        },
    ),
    "the-plugin-i18n": (
        HOMES | pages("# A\n", "en/a.md", "zh/a.md"),
        {
            "site_url": SITE_URL,
            "plugins": [
                "search",
                {
                    "i18n": {
                        "docs_structure": "folder",
                        "languages": [
                            {"locale": "en", "name": "English", "default": True, "build": True},
                            {"locale": "zh", "name": "简体中文", "build": True},
                        ],
                    }
                },
            ],
        },
    ),
    "another-theme": (HOMES, {"theme": {"name": "readthedocs"}, "plugins": ["search"]}),
}


@pytest.mark.parametrize(("docs", "settings"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_without_the_option_nothing_changes(docs: dict[str, str], settings: dict[str, Any], tmp_path: Path) -> None:
    trees = []
    for name, added in (("without", ()), ("with", ("boxwright",))):
        root = tmp_path / name
        root.mkdir()
        site = run(configure(root, docs, **{**settings, "plugins": [*settings["plugins"], *added]}), root)
        assert site.warnings == []
        trees.append(tree(site))
    assert trees[0] == trees[1]


def test_two_plugins_for_languages_are_one_too_many(tmp_path: Path) -> None:
    i18n = {"i18n": {"languages": [{"locale": "en", "name": "English", "default": True}]}}
    config = configure(tmp_path, HOMES, plugins=[i18n, boxwright()])
    with pytest.raises(ConfigurationError, match="remove i18n from the plugins, or remove the option languages"):
        run(config, tmp_path)


def test_themes_without_a_language_menu(tmp_path: Path) -> None:
    config = configure(
        tmp_path,
        pages("# Home\n", "en/index.md", "en/a.md", "zh/index.md", "zh/a.md"),
        theme={"name": "readthedocs"},
        site_url=SITE_URL,
        plugins=["search", boxwright()],
        strict=True,
    )
    site = run(config, tmp_path)
    assert site.find("zh/a/index.html", "html")[0].attrs["lang"] == "zh"
    assert site.find("a/index.html", "html")[0].attrs["lang"] == "en"
    assert site.head_links("zh/a/index.html")["x-default"] == f"{SITE_URL}a/"
    assert {doc["location"] for doc in site.index("search/search_index.json")["docs"]} >= {"a/", "zh/a/"}
    assert not (site.out / "zh/search").exists() and not (site.out / "zh/404.html").exists()
    assert len(site.sitemap("zh/sitemap.xml")) == 2


def test_a_map_of_one_language(tmp_path: Path) -> None:
    docs = pages("# Home\n", "en/index.md")
    settings = {"site_url": SITE_URL, "plugins": [boxwright({"en": {"name": "English"}})], "strict": True}
    site = run(configure(tmp_path, docs, **settings), tmp_path)
    assert site.text("index.html", "title") == "Site"
    assert (site.menu("index.html"), site.head_links("index.html")) == ({}, {})


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        pytest.param({"separator": "[ -]+"}, {"separator": ("[ -]+", "[ -]+")}, id="one-separator-for-all"),
        pytest.param({"lang": ["en", "zh"]}, {"lang": (["en"], ["zh"])}, id="the-fitting-language-of-a-list"),
        pytest.param({"lang": "de"}, {"lang": (["de"], ["de"])}, id="one-language-for-all"),
        pytest.param({"pipeline": ["trimmer"]}, {"pipeline": (["trimmer"], ["trimmer"])}, id="a-pipeline-for-all"),
    ],
)
def test_search_settings_of_the_author_stay(
    search: dict[str, Any], expected: dict[str, tuple[Any, Any]], tmp_path: Path
) -> None:
    site = run(configure(tmp_path, HOMES, plugins=[{"search": search}, boxwright()]), tmp_path)
    indexes = [site.index(path)["config"] for path in ("search/search_index.json", "zh/search/search_index.json")]
    for key, values in expected.items():
        assert tuple(index[key] for index in indexes) == values


def test_each_language_can_be_searched_offline(tmp_path: Path) -> None:
    site = run(configure(tmp_path, HOMES, plugins=["search", "offline", boxwright()]), tmp_path)
    for folder in ("", "zh/"):
        index = site.read(f"{folder}search/search_index.json")
        assert site.read(f"{folder}search/search_index.js") == f"var __index = {index}"
        assert {doc["location"] for doc in json.loads(index)["docs"]} == {"index.html"}


def test_a_file_of_the_docs_wins_over_one_of_the_theme(tmp_path: Path) -> None:
    docs = HOMES | pages("my icon", "en/assets/images/favicon.png")
    site = run(configure(tmp_path, docs, plugins=[boxwright()]), tmp_path)
    assert (site.read("assets/images/favicon.png"), site.warnings) == ("my icon", [])


def test_files_move_even_if_another_plugin_has_asked_for_their_address(tmp_path: Path) -> None:
    def on_files(files: Any, *, config: Any) -> None:
        assert {file.url for file in files.documentation_pages()} == {"en/", "zh/"}
        assert all(file.abs_dest_path for file in files)

    config = configure(tmp_path, HOMES, plugins=[boxwright()])
    config.plugins.events["files"].insert(0, on_files)
    site = run(config, tmp_path)
    assert site.menu("index.html") == {"en": "./", "zh": "zh/"}
    assert not (site.out / "en").exists()


@pytest.mark.parametrize(
    "nav",
    [
        pytest.param(["a.md"], id="not-in-the-navigation"),
        pytest.param([{"Start": ["index.md"]}, "a.md"], id="in-a-section"),
    ],
)
def test_the_logo_leads_home_wherever_the_navigation_has_the_home_page(nav: list[Any], tmp_path: Path) -> None:
    docs = HOMES | pages("# A\n", "en/a.md", "zh/a.md")
    site = run(configure(tmp_path, docs, nav=nav, plugins=[boxwright()]), tmp_path)
    logos = [{a.attrs["href"] for a in site.find(path, "a", "md-logo")} for path in ("a/index.html", "zh/a/index.html")]
    assert logos == [{".."}, {"../"}]


# Many builds with one plugin, as `mkdocs serve` does.


def test_building_again_gives_the_same_site(tmp_path: Path) -> None:
    config = configure(tmp_path, SHOP_DOCS, **SHOP_SETTINGS)
    first = tree(run(config, tmp_path))
    again = run(config, tmp_path)
    assert again.warnings == []
    assert tree(again) == first


def test_nothing_is_left_of_the_last_build(tmp_path: Path) -> None:
    plugin = BoxwrightPlugin()

    def build_with(languages: dict[str, Any], docs: dict[str, str]) -> Site:
        config = configure(tmp_path, docs)
        plugin.load_config({"languages": languages})                # serve loads anew, and may keep the object
        config.plugins["boxwright"] = plugin
        return run(config, tmp_path)

    assert len(build_with(EN_ZH, HOMES | pages("# A\n", "en/a.md")).warnings) == 1
    assert build_with(EN_ZH, pages("# A\n", "zh/a.md")).warnings == []
    site = build_with({}, {})
    assert site.menu("en/a/index.html") == site.head_links("en/a/index.html") == {}
    assert not (site.out / "a").exists()


@pytest.mark.parametrize(
    ("languages", "path", "expected"),
    [
        pytest.param(EN_ZH, "en/index.md", "en", id="default"),
        pytest.param(EN_ZH, "zh/index.md", "zh", id="other"),
        pytest.param(EN_ZH, "photo.png", "en", id="outside-is-the-default"),
        pytest.param({}, "zh/index.md", "de", id="off-is-the-language-of-the-theme"),
    ],
)
def test_language_of(languages: dict[str, Any], path: str, expected: str, tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "language": "de"}
    docs = HOMES | pages("x", "photo.png")
    config = configure(tmp_path, docs, theme=theme, plugins=[boxwright(languages)])
    asked: list[str] = []
    plugin: Any = config.plugins["boxwright"]
    config.plugins.events["nav"].append(recorder(path, plugin, asked))
    run(config, tmp_path)
    assert asked == [expected]


def recorder(path: str, plugin: Any, asked: list[str]) -> Callable[..., None]:
    def on_nav(nav: Any, *, config: Any, files: Any) -> None:
        asked.append(plugin.languages.language_of(files.get_file_from_path(path)))

    return on_nav


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    yield
