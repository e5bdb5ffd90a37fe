"""The hooks for pre-commit: the file is of the right form, and what it says to run does what it says."""
from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parents[3]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))}
CROOKED = "```draw\n┌────────┐\n│ 柠檬水  │\n└────────┘\n```\n"
KEYS = {"id", "name", "description", "entry", "language", "types_or", "exclude_types"}     # of those that there are


def run(hook: str, *files: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry, found beside Python, and the names of the files."""
    command, *arguments = shlex.split(HOOKS[hook]["entry"])
    return subprocess.run([str(Path(sys.executable).with_name(command)), *arguments, *files], cwd=cwd,
                          capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def test_there_are_two_hooks() -> None:
    assert list(HOOKS) == ["boxwright-fmt", "boxwright-check"]


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_has_what_pre_commit_asks_for(name: str) -> None:
    hook = HOOKS[name]
    assert set(hook) == KEYS and hook["language"] == "python" and hook["types_or"] == ["markdown", "plain-text"]
    assert all(hook[key] for key in KEYS)


def test_the_entry_of_fmt_mends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CROOKED, encoding="utf-8")
    (tmp_path / "b.txt").write_text("prose\n", encoding="utf-8")
    done = run("boxwright-fmt", "a.md", "b.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "│ 柠檬水 │" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "prose\n"


def test_the_entry_of_check_finds(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CROOKED, encoding="utf-8")
    done = run("boxwright-check", "a.md", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("a.md:3:8: warning: ")
