"""The import rule: text climbs one floor at a time, and no floor knows the one above it."""
from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "boxwright"
FLOORS = ("beside", "text", "ink", "figures", "outputs", "door", "hosts")     # lowest first
LISTS = ("figures.kinds", "figures.remarks", "outputs.formats")     # a list of modules names what stands beside it
IMPURE = {"logging", "threading", "multiprocessing", "asyncio", "subprocess", "socket", "time", "datetime",
          "os", "io", "pathlib", "tempfile", "shutil", "random", "uuid", "locale", "platform"}
GUESTS = {"hosts.mkdocs": "hosts.markdown"}         # a host that is built on another one, and uses its door
SHARED = ("hosts.fences", "hosts.catalogues", "typed")      # several hosts need them
COMPILES = {"typed": {"eval"}}                      # the constructors of records, as `collections.namedtuple` does
NEEDS_AN_EXTRA = {"outputs.cairo": {"cairocffi", "cairosvg"}}

MODULES = {".".join(p.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): p
           for p in sorted(PACKAGE.rglob("*.py"))}


def imports(name: str) -> Iterator[tuple[str, int]]:
    """Yield the absolute name of everything that a module imports, and the line."""
    path = MODULES[name]
    here = ["boxwright", *name.split(".")] if name else ["boxwright"]
    package = here if path.stem == "__init__" else here[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            inner = stem.removeprefix("boxwright").lstrip(".")
            for alias in node.names:        # `from . import svg` names a module, `from .svg import x` does not
                is_module = f"{inner}.{alias.name}".lstrip(".") in MODULES and stem.startswith("boxwright")
                yield (f"{stem}.{alias.name}" if is_module else stem), node.lineno


def floor(name: str) -> str:
    """Tell a module's floor; records and tables (`model`, `glyphs`, ...) stand beside all floors."""
    head = name.split(".")[0]
    return head if head in FLOORS else "beside" if head else "door"


def is_above(one: str, other: str) -> bool:
    return FLOORS.index(floor(one)) > FLOORS.index(floor(other))


def breach(name: str, target: str) -> str | None:
    """Say how one import breaks the rule, or None."""
    inner = target.removeprefix("boxwright").lstrip(".")
    if target.split(".")[0] != "boxwright":
        top = target.split(".")[0]
        if top == "typing" and name != "typed":
            return "is slow to load: `boxwright.typed` has its words"
        if floor(name) == "hosts" or top in NEEDS_AN_EXTRA.get(name, ()):
            return None
        return "is not pure" if top in IMPURE else None if top in sys.stdlib_module_names else "is not standard"
    if floor(name) == "hosts":
        own = ".".join(name.split(".")[:2])
        may_use = inner in ("", own, *SHARED, GUESTS.get(own)) or inner.startswith(f"{own}.")
        return None if may_use else "is not the public API"
    if is_above(inner, name):
        return "stands on a higher floor"
    is_beside = floor(inner) == floor(name) in ("figures", "outputs") and name not in LISTS
    return "stands beside it" if is_beside else None


@pytest.mark.parametrize("name", [pytest.param(name, id=name or "the door") for name in MODULES])
def test_a_module_imports_only_from_below(name: str) -> None:
    found = [f"{MODULES[name].name}:{line} imports {target}, which {why}"
             for target, line in imports(name) if (why := breach(name, target))]
    assert not found


@pytest.mark.parametrize("name", [name for name in MODULES if floor(name) != "hosts"])
def test_a_floor_below_the_hosts_opens_no_file_and_prints_nothing(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert calls.isdisjoint({"open", "print", "input", "exec", "eval"} - COMPILES.get(name, set()))


def test_the_rule_sees_a_breach() -> None:
    assert breach("text.grid", "boxwright.ink.strokes") == "stands on a higher floor"
    assert breach("figures.receipt", "boxwright.figures.drawing") == "stands beside it"
    assert breach("ink.strokes", "logging") == "is not pure"
    assert breach("hosts.cli", "typing") == "is slow to load: `boxwright.typed` has its words"
    assert breach("hosts.cli", "boxwright.text.grid") == "is not the public API"
    assert breach("hosts.mkdocs.figures", "boxwright.hosts.markdown") is None
    assert breach("hosts.mkdocs.figures", "boxwright.hosts.markdown.figure") == "is not the public API"
    assert breach("hosts.cli.pages", "boxwright.hosts.fences") is None
    assert breach("hosts.fences", "boxwright.hosts.markdown") == "is not the public API"
    assert breach("outputs.cairo", "cairosvg") is None
