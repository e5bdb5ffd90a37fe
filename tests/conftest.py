"""What every test may ask for."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens instead of comparing with them")


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
