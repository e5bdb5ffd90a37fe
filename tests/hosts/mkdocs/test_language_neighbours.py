"""Languages do no harm: to sites that ask for none, to themes and other plugins, and to the next build."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from boxwright.hosts.mkdocs.plugin import BoxwrightPlugin

from .sites import (
    EN_ZH,
    HOMES,
    SHOP_DOCS,
    SHOP_SETTINGS,
    SITE_URL,
    Site,
    boxwright,
    configure,
    pages,
    run,
)


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
