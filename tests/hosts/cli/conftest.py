"""What the tests of the command share: a crooked and a straight file, and standard input."""
from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from boxwright.hosts.cli import settings

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
STRAIGHT = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"


@pytest.fixture
def crooked(tmp_path: Path) -> Path:
    path = tmp_path / "crooked.txt"
    path.write_text(CROOKED, encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def straight(tmp_path: Path) -> Path:
    path = tmp_path / "straight.txt"
    path.write_text(STRAIGHT, encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a text into standard input."""
    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    return put


@pytest.fixture(autouse=True)
def forget_settings() -> None:
    """Forget the settings of folders: a test makes its own."""
    settings._for_folder.cache_clear()
