"""What every test may ask for, and the page that shows which goldens were written anew."""
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens instead of comparing with them")


CHANGES_STYLE = """\
body{font:16px/1.5 sans-serif;margin:2em} section{border-top:1px solid #ccc;padding:1em 0} pre{line-height:1.2}
td{vertical-align:top;padding:.2em 1em} .diff{font:13px monospace} .diff_add{background:#cfc} .diff_chg{background:#ffa}
.diff_sub{background:#fcc} .diff_next{display:none}"""


def index_of_changes(folder: Path) -> list[str]:
    """Join the sections that the tests left in `folder` to one page, index.html; return what to tell about it."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.part"))]
    if not parts:
        return []
    names = re.findall(r'^<section id="(.*?)"', "\n".join(parts), re.M)
    links = " · ".join(f'<a href="#{name}">{name}</a>' for name in names)
    page = folder / "index.html"
    page.write_text(f"<!doctype html>\n<meta charset=utf-8>\n<title>Goldens</title>\n<style>{CHANGES_STYLE}</style>\n"
                    f"<h1>{len(parts)} goldens have changed</h1>\n<p>{links}</p>\n{''.join(parts)}",
                    encoding="utf-8", newline="\n")
    return [f"{len(parts)} goldens have changed; look at {page}"]


def _leads(config: pytest.Config) -> bool:
    """Tell whether goldens are being written, and this process is the one that the others report to."""
    return bool(config.getoption("--update-goldens")) and not hasattr(config, "workerinput")


def pytest_sessionstart(session: pytest.Session) -> None:
    if _leads(session.config):
        for path in session.config.cache.mkdir("goldens").iterdir():
            path.unlink()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if _leads(config):
        for line in index_of_changes(config.cache.mkdir("goldens")):
            terminalreporter.write_sep("=", "goldens")
            terminalreporter.write_line(line)


@pytest.fixture
def changes() -> Callable[[Path], list[str]]:
    """Give the tests what makes the page of changes."""
    return index_of_changes


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds mkdocs.yml, diagrams/ and docs/."""
    return REPOSITORY


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compare a text with its golden, or write it under `--update-goldens`; a missing golden fails."""
    update = request.config.getoption("--update-goldens")

    def check(actual: str, golden: Path) -> None:
        if update:
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(actual, encoding="utf-8", newline="\n")
        assert golden.exists(), f"there is no golden {golden}; write it: make goldens"
        assert actual == golden.read_text(encoding="utf-8"), f"{golden} has changed; if it should: make goldens"

    return check
