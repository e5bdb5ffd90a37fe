"""The tables of what is settled, and of what is text: each row leads to a function, and each rule stands in a row."""
from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import boxwright.ink
from boxwright.ink.triggers import IDIOMS
from boxwright.ink.wording import WORDINGS

RULES = {(idiom.module, idiom.rule) for idiom in IDIOMS}
SEARCHES = {(wording.module, wording.search) for wording in WORDINGS}
FLOOR = Path(boxwright.ink.__file__).parent
BOX = "┌───┐\n│ a │\n└───┘\n"


def public(module: str, arguments: list[str]) -> set[tuple[str, str]]:
    """Return the public functions of a module of the floor that take these arguments."""
    tree = ast.parse((FLOOR / f"{module}.py").read_text(encoding="utf-8"))
    return {(module, node.name) for node in tree.body if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_") and [argument.arg for argument in node.args.args] == arguments}


@pytest.mark.parametrize(("module", "name"), sorted(RULES), ids=map(".".join, sorted(RULES)))
def test_a_rule_is_there(module: str, name: str) -> None:
    rule = getattr(import_module(f"boxwright.ink.{module}"), name)
    assert list(inspect.signature(rule).parameters) == ["y", "row", "at"]


@pytest.mark.parametrize(("module", "name"), sorted(SEARCHES), ids=map(".".join, sorted(SEARCHES)))
def test_a_search_is_there(module: str, name: str) -> None:
    search = getattr(import_module(f"boxwright.ink.{module}"), name)
    assert list(inspect.signature(search).parameters) == ["rows"]


def test_no_rule_is_forgotten() -> None:
    there = set().union(*(public(path.stem, ["y", "row", "at"]) for path in FLOOR.glob("*.py")))
    assert there - {("edges", "is_rule")} == RULES


def test_no_search_is_forgotten() -> None:
    there = set().union(*(public(module, ["rows"]) for module, _ in SEARCHES))
    assert there == SEARCHES


def loaded_by(source: str) -> set[str]:
    """Return the modules of the floor that a picture of `source` loads."""
    code = ("import sys, boxwright; boxwright.render(sys.argv[1]); "
            "print(*(name.rpartition('.')[2] for name in sys.modules if name.startswith('boxwright.ink.')))")
    return set(subprocess.run([sys.executable, "-c", code, source], capture_output=True, text=True, timeout=60,
                              check=True).stdout.split())


@pytest.mark.parametrize(
    ("source", "module"),
    [
        pytest.param("┌───┐\n│ a │ _/~\\_\n└───┘\n", "waves", id="an-idiom"),
        pytest.param("┌─────────┐\n│ a ... b │\n└─────────┘\n", "written", id="a-wording"),
        pytest.param("┌───┐\n│ a │  ╲\n└───┘   ╲\n", "slopes", id="a-slope"),
    ],
)
def test_a_module_is_loaded_where_there_is_something_for_it(source: str, module: str) -> None:
    assert module in loaded_by(source)
    assert module not in loaded_by(BOX)
