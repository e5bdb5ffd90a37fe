"""Two languages in one pass, in Chromium: what Material's script makes of the pages.

The sites lie under a sub-path of a local server. The `site_url` of one names another host, as it does before it is
published: a script that asks for something at that host, or for something that is not there, is found out. The other
knows where it is, because instant navigation only works there.
"""
from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

DOCS = {
    "en/index.md": "# Welcome\n\nGood day. [中文](../zh/drinks/menu.md)\n",
    "en/drinks/menu.md": "# The menu\n\nWe have lemonade.\n",
    "zh/index.md": "# 欢迎\n\n你好。[English](../en/drinks/menu.md)\n",
    "zh/drinks/menu.md": "# 菜单\n\n我们有柠檬水，也有 lemonade。\n",
}
SETTINGS = {
    "site_name": "Shop",
    "strict": True,
    "plugins": ["search", {"boxwright": {"languages": {
        "en": {"name": "English"}, "zh": {"name": "简体中文", "site_name": "小店"},
    }}}],
}  # fmt: skip
THEME = {
    "name": "material",
    "font": False,
    "palette": [
        {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
        {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
    ],
}


@dataclass
class Visit:
    """A page in the browser, and all that went wrong since it was opened."""

    page: Page
    root: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("response", self._on_response)
        self.page.on("request", self._on_request)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith(("data:", self.root.removesuffix("sub/"))):
            self.troubles.append(f"abroad: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")

    def open(self, path: str) -> Page:
        self.page.goto(self.root + path, wait_until="load")
        return self.page

    def at(self) -> str:
        return self.page.url.removeprefix(self.root)


class NotFoundLikePages(SimpleHTTPRequestHandler):
    """Sends the 404 page at the root for every wrong address, as GitHub Pages does."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "sub", "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def build_shop(root: Path, site_url: str, features: list[str]) -> None:
    """Build the site into `root`/served/sub."""
    for path, text in DOCS.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {
        **SETTINGS,
        "site_url": site_url,
        "site_dir": str(root / "served" / "sub"),
        "theme": {**THEME, "features": features},
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(NotFoundLikePages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def language_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/sub/"


@pytest.fixture(scope="module")
def language_sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of two sites, without and with instant navigation."""
    roots = {name: tmp_path_factory.mktemp(name) for name in ("plain", "instant")}
    servers = {name: serve(root / "served") for name, root in roots.items()}
    build_shop(roots["plain"], "https://example.org/sub/", [])
    build_shop(roots["instant"], address(servers["instant"]), ["navigation.instant"])
    yield {name: address(server) for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, language_browser: Browser, language_sites: dict[str, str]
) -> Iterator[Visit]:
    """A fresh visit to the plain site, or to the one that the test asks for."""
    context = language_browser.new_context(locale="en-US")
    context.set_default_timeout(8000)
    yield Visit(context.new_page(), language_sites[getattr(request, "param", "plain")])
    context.close()


PATHS = ("", "drinks/menu/", "zh/", "zh/drinks/menu/", "zh/404.html")


@pytest.mark.parametrize("path", [pytest.param(path, id=path or "home") for path in PATHS])
def test_nothing_fails_on_a_page(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.locator("input.md-search__input").click()                  # loads the worker and the index
    page.wait_for_load_state("networkidle")
    assert visit.troubles == []


on_both_sites = pytest.mark.parametrize("visit", ["plain", "instant"], indirect=True)


@on_both_sites
@pytest.mark.parametrize(
    ("start", "language", "end", "title"),
    [
        pytest.param("drinks/menu/", "zh", "zh/drinks/menu/", "菜单 - 小店", id="there"),
        pytest.param("zh/drinks/menu/", "en", "drinks/menu/", "The menu - Shop", id="and-back"),
        pytest.param("zh/", "en", "", "Shop", id="home"),
    ],
)
def test_the_switcher_leads_to_the_same_page(visit: Visit, start: str, language: str, end: str, title: str) -> None:
    page = visit.open(start)
    page.locator(".md-select").hover()
    page.locator(f".md-select__link[hreflang={language}]").click()
    expect(page).to_have_title(title)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert (visit.at(), visit.troubles) == (end, [])


@on_both_sites
@pytest.mark.parametrize(
    ("start", "text", "end", "site_name"),
    [
        pytest.param("", "中文", "zh/drinks/menu/", "小店", id="there"),
        pytest.param("zh/", "English", "drinks/menu/", "Shop", id="and-back"),
    ],
)
def test_a_link_in_the_text_leads_where_it_says(
    visit: Visit, start: str, text: str, end: str, site_name: str
) -> None:
    page = visit.open(start)
    page.wait_for_load_state("networkidle")                         # instant navigation asks for the sitemap first
    page.locator("article").get_by_role("link", name=text, exact=True).click()
    page.wait_for_url(f"**/sub/{end}")
    expect(page.locator(".md-header__topic").first).to_have_text(site_name)
    assert visit.troubles == []


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        pytest.param("drinks/menu/", "day", "", id="english"),
        pytest.param("", "lemonade", "drinks/menu/", id="english-only-finds-english"),
        pytest.param("zh/drinks/menu/", "你好", "zh/", id="chinese"),
        pytest.param("zh/", "柠檬", "zh/drinks/menu/", id="the-beginning-of-a-chinese-word"),
        pytest.param("zh/", "lemonade", "zh/drinks/menu/", id="english-in-chinese-only-finds-chinese"),
        pytest.param("zh/404.html", "菜单", "zh/drinks/menu/", id="chinese-404"),
    ],
)
def test_search_stays_in_the_language(visit: Visit, start: str, words: str, end: str) -> None:
    page = visit.open(start)
    page.locator("input.md-search__input").fill(words)
    page.keyboard.press("Shift")                                    # the script listens for a key that comes up
    results = page.locator(".md-search-result__item > a, .md-search-result__item > details > a")
    expect(results).to_have_count(1)
    results.first.click()
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == visit.root + end)
    assert visit.troubles == []


@pytest.mark.parametrize("visit", ["instant"], indirect=True)
@pytest.mark.parametrize("folder", [pytest.param("", id="english"), pytest.param("zh/", id="chinese")])
def test_instant_navigation_works_within_a_language(visit: Visit, folder: str) -> None:
    page = visit.open(folder)
    page.wait_for_load_state("networkidle")                         # it asks for the sitemap first
    page.evaluate("window.still = 'here'")
    page.locator(".md-nav--primary a[href$='drinks/menu/']").evaluate("link => link.click()")     # in a closed section
    page.wait_for_url(f"**/sub/{folder}drinks/menu/")
    expect(page.locator("article h1")).to_have_text("菜单" if folder else "The menu")
    assert (page.evaluate("window.still"), visit.troubles) == ("here", [])


def test_the_chosen_colours_follow_into_the_other_language(visit: Visit) -> None:
    page = visit.open("drinks/menu/")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.open("zh/drinks/menu/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_wrong_chinese_address_is_answered_in_chinese_too(visit: Visit) -> None:
    page = visit.open("zh/no/such/page/")
    assert visit.troubles and all("404" in trouble for trouble in visit.troubles)
    visit.troubles.clear()
    page.locator("article").get_by_role("link", name="返回首页").click()
    page.wait_for_url("**/sub/zh/")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    assert visit.troubles == []
