"""Each diagram of diagrams/ as it came out when last looked at.

`pytest tests/test_goldens.py --update-goldens` writes the goldens anew, and for each one that changed a page
with what was and what is, in the folder that pytest names when it is done: look at them before you commit.
"""
from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

import boxwright

HERE = Path(__file__).parent
DIAGRAMS, GOLDENS = HERE.parent / "diagrams", HERE / "goldens"
ALL = sorted(DIAGRAMS.rglob("*.txt"))
DRAWN = ("drawing/components", "drawing/control-plane", "receipt/lemonade", "receipt/lemonade-en")
CheckGolden = Callable[[str, Path], None]


def name_of(path: Path) -> str:
    return path.relative_to(DIAGRAMS).with_suffix("").as_posix()


def made(name: str, to: str) -> str:
    folder = name.partition("/")[0]                 # papers ask for their kind; all else has to be seen as a drawing
    kind = folder if folder in boxwright.KINDS and folder != "drawing" else None
    source = (DIAGRAMS / f"{name}.txt").read_text(encoding="utf-8")
    output = boxwright.render(source, to=to, kind=kind).output
    assert isinstance(output, str)
    return output


def before_and_after(golden: Path, before: str, after: str) -> str:
    """Return a page: two pictures beside each other, or two texts line by line."""
    if golden.suffix == ".svg":
        return (f"<!doctype html><meta charset=utf-8><title>{golden.stem}</title>"
                f"<h1>{golden.stem}</h1><h2>Before</h2>{before}<h2>After</h2>{after}")
    return difflib.HtmlDiff(wrapcolumn=90).make_file(before.splitlines(), after.splitlines(), "before", "after")


@pytest.fixture
def compare(request: pytest.FixtureRequest, check_golden: CheckGolden) -> CheckGolden:
    def check(actual: str, golden: Path) -> None:
        before = golden.read_text(encoding="utf-8") if golden.exists() else ""
        if request.config.getoption("--update-goldens") and before != actual:
            page = request.config.cache.mkdir("goldens") / f"{golden.parent.name}-{golden.name}.html"
            page.write_text(before_and_after(golden, before, actual), encoding="utf-8", newline="\n")
            print(f"{golden.name} has changed: look at {page}")
        check_golden(actual, golden)

    return check


@pytest.mark.parametrize("name", [name_of(path) for path in ALL])
def test_outline(name: str, compare: CheckGolden) -> None:
    compare(made(name, "outline"), GOLDENS / f"{name}.outline")


@pytest.mark.parametrize("name", DRAWN)
def test_svg(name: str, compare: CheckGolden) -> None:
    compare(made(name, "svg"), GOLDENS / f"{name}.svg")


def test_each_golden_has_its_diagram() -> None:
    wanted = {f"{name_of(path)}.outline" for path in ALL} | {f"{name}.svg" for name in DRAWN}
    assert {path.relative_to(GOLDENS).as_posix() for path in GOLDENS.rglob("*.*")} == wanted


def test_a_missing_golden_fails(tmp_path: Path, compare: CheckGolden, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-goldens"):
        compare("text", tmp_path / "new.outline")
        assert (tmp_path / "new.outline").read_text(encoding="utf-8") == "text"
        return
    with pytest.raises(AssertionError, match="missing\\.outline"):
        compare("text", tmp_path / "missing.outline")


def test_a_golden_that_differs_fails_and_names_its_file(
    tmp_path: Path, compare: CheckGolden, pytestconfig: pytest.Config,
) -> None:
    golden = tmp_path / "old.outline"
    golden.write_text("old", encoding="utf-8")
    if pytestconfig.getoption("--update-goldens"):
        compare("new", golden)
        assert golden.read_text(encoding="utf-8") == "new"
        return
    with pytest.raises(AssertionError, match="old\\.outline"):
        compare("new", golden)


def test_a_page_shows_what_was_and_what_is() -> None:
    assert all(word in before_and_after(Path("a.outline"), "one", "two") for word in ("one", "two", "before", "after"))
    assert before_and_after(Path("a.svg"), "<svg>1</svg>", "<svg>2</svg>").count("<svg>") == 2


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_text_in_a_readme_is_the_one_in_its_picture(readme: str, compare: CheckGolden) -> None:
    source = (DIAGRAMS / "drawing/order.txt").read_text(encoding="utf-8")
    assert f"\n{source}```\n" in (HERE.parent / readme).read_text(encoding="utf-8")
    output = boxwright.render(source, title="An order").output
    assert isinstance(output, str)
    compare(output, HERE.parent / "docs/assets/example.svg")
