"""The site as a reader gets it: built once, staged under the path of `site_url`, served, seen in Chromium.

Workers of pytest-xdist share the one build: the first to take the lock makes it, the others read its record.
"""
from __future__ import annotations

import fcntl
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)


@dataclass(frozen=True)
class Site:
    """A built site. `stage` is the web root; the site stands in the folder `home` under it."""

    stage: Path
    url: str            # site_url
    returncode: int
    log: str

    @property
    def home(self) -> Path:
        return self.stage / urlsplit(self.url).path.strip("/")

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages, relative to the site's root, as a link would give them."""
        paths = (path.relative_to(self.home).as_posix() for path in self.home.rglob("*.html"))
        return sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in paths)

    def read(self, page: str) -> str:
        path = self.home / page
        return (path if path.suffix == ".html" else path / "index.html").read_text(encoding="utf-8")

    def has_figure(self, page: str) -> bool:
        return '<figure class="boxwright' in self.read(page)


def build(repository: Path, stage: Path) -> Site:
    url = re.search(r"^site_url: (\S+)", (repository / "mkdocs.yml").read_text(encoding="utf-8"), re.M)[1]
    home = stage / urlsplit(url).path.strip("/")
    process = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", home],
        cwd=repository, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )
    return Site(stage, url, process.returncode, process.stdout)


@pytest.fixture(scope="session")
def attempt(repository: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The build as it went, well or not."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    record = shared / "site.json"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not record.exists():
            made = build(repository, shared / "stage")
            record.write_text(json.dumps([made.url, made.returncode, made.log]), encoding="utf-8")
    return Site(shared / "stage", *json.loads(record.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def site(attempt: Site) -> Site:
    """The built site; a build that failed is told by its own test, the others only say so."""
    if attempt.returncode:
        pytest.fail("the site was not built: see test_the_build_is_strict_and_quiet", pytrace=False)
    return attempt


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"       # one connection for all the files of a page

    def log_message(self, format: str, *args: object) -> None: pass


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The site's address on a local server."""
    handler = functools.partial(QuietHandler, directory=site.stage)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(site.url).path}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (os.environ.get("BOXWRIGHT_CHROMIUM", ""), *CHROMIUM)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("no Chromium here; `make test` installs it, or set BOXWRIGHT_CHROMIUM to its path", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*CHROMIUM_ARGUMENTS])
        yield chromium
        chromium.close()
