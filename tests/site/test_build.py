"""The built files: a quiet build, whole links, unique ids, pictures that are pictures."""
from __future__ import annotations

import collections
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Elements(HTMLParser):
    """Every start tag of a page, with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_build_is_strict_and_quiet(attempt: Any) -> None:
    assert attempt.returncode == 0, attempt.log
    assert not re.findall(r"^(?:WARNING|ERROR|CRITICAL)\b.*", attempt.log, re.M)


def test_every_page_is_there_in_both_languages(site: Any) -> None:
    english = {page for page in site.pages if not page.startswith("zh/")} - {"404.html"}
    chinese = {page.removeprefix("zh/") for page in site.pages if page.startswith("zh/")} - {"404.html"}
    assert english == chinese
    assert len(english) > 10


# ── links ─────────────────────────────────────────────────────────────────────────────────────────

def lychee(stage: Path, url: str) -> dict[str, Any]:
    """Check every link and anchor under `stage`; an address under the site's own origin is a file there."""
    origin = "{0.scheme}://{0.netloc}/".format(urlsplit(url))
    process = subprocess.run(
        [shutil.which("lychee", path=str(Path(sys.executable).parent)) or "lychee", "--offline", "--include-fragments",
         "--no-progress", "--format", "json", "--extensions", "html,xml", "--index-files", "index.html",
         "--root-dir", stage, "--remap", f"^{re.escape(origin)} file://{stage}/", stage],
        capture_output=True, encoding="utf-8", check=False,
    )
    assert process.returncode in (0, 2), process.stderr
    report: dict[str, Any] = json.loads(process.stdout)
    assert bool(report["errors"]) == bool(process.returncode)
    return report


def test_every_link_and_anchor_is_whole(site: Any) -> None:
    report = lychee(site.stage, site.url)
    assert not report["error_map"]
    assert report["successful"] > 20 * len(site.pages)      # a page has its navigation at the least


def test_the_link_check_sees_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("""
        <meta charset="utf-8"><h1 id="here">A</h1><h2 id="这里">B</h2>
        <a href="#here"></a> <a href="#这里"></a> <a href="/site/#here"></a> <a href="https://example.org/site/#here"></a>
        <a href="#gone"></a> <a href="#没有"></a> <a href="gone/"></a> <a href="https://example.org/site/lost/"></a>
    """, encoding="utf-8")
    report = lychee(tmp_path, "https://example.org/site/")
    broken = [problem["url"] for problems in report["error_map"].values() for problem in problems]
    assert len(broken) == report["errors"] == 4
    assert all("gone" in url or "lost" in url or "%E6%B2%A1" in url or "没有" in url for url in broken)


def test_ids_are_unique_and_no_link_is_empty(site: Any) -> None:
    problems = []
    for page in site.pages:
        found = Elements(site.read(page)).found
        ids = collections.Counter(attributes["id"] for _, attributes in found if "id" in attributes)
        problems += [f"{page}: id {name!r} {count} times" for name, count in ids.items() if count > 1 or not name]
        problems += [f"{page}: <{tag}> with an empty href" for tag, a in found if "href" in a and not a["href"]]
    assert not problems


def test_each_figure_links_its_picture_and_the_page_previews_one(site: Any) -> None:
    problems, pictures = [], 0
    for page in filter(site.has_figure, site.pages):
        found = Elements(site.read(page)).found
        links = [a["href"] or "" for tag, a in found if tag == "a" and "bw-link" in (a.get("class") or "").split()]
        previews = [a["content"] or "" for tag, a in found if tag == "meta" and a.get("property") == "og:image"]
        if not links:
            problems.append(f"{page}: no figure links its picture")
        if len(previews) != 1 or not previews[0].startswith(site.url):
            problems.append(f"{page}: og:image is {previews}")
        for link in [*links, *previews]:
            path = site.stage / unquote(urlsplit(urljoin(site.url + page, link)).path).lstrip("/")
            pictures += 1
            if not (path.is_file() and path.read_bytes().startswith(PNG_SIGNATURE)):
                problems.append(f"{page}: {link} is no PNG")
    assert not problems
    assert pictures
