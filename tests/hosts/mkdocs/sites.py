"""Sites of several languages for the tests: made of a table of files, built by MkDocs, read as a browser reads them."""
from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

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
HOMES = pages("# Home\n", "en/index.md", "zh/index.md")
