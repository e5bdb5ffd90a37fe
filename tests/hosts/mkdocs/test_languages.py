"""Two languages in one pass, on real MkDocs sites made on the spot: what a good site has.

What is looked at is what MkDocs wrote, and what it logged.
"""
from __future__ import annotations

import gzip
from typing import Any

import pytest

from .sites import (
    SHOP_DOCS,
    SHOP_SETTINGS,
    SITE_URL,
    Site,
    boxwright,
    configure,
    run,
)


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
