"""Each diagram of diagrams/ as it came out when last looked at.

`pytest tests/test_goldens.py --update-goldens` writes the goldens anew. What changed stands side by side on one page,
before and after, which pytest names when it is done: look at it before you commit.
"""
from __future__ import annotations

import base64
import difflib
import html
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


def picture(svg: str) -> str:
    """Return an SVG as an image: apart from the others on its page, whose styles would reach it."""
    return f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}">' if svg else ""


def before_and_after(golden: Path, before: str, after: str) -> str:
    """Return a section of a page: two pictures; or two texts, under the diagram and its picture of now."""
    title = f"{golden.parent.name}/{golden.name}"
    if golden.suffix == ".svg":
        body = f"<table><tr><th>before<th>after<tr><td>{picture(before)}<td>{picture(after)}</table>"
    else:
        name = f"{golden.parent.name}/{golden.stem}"
        body = difflib.HtmlDiff(wrapcolumn=70).make_table(before.splitlines(), after.splitlines(), "before", "after")
        if (DIAGRAMS / f"{name}.txt").exists():
            source = html.escape((DIAGRAMS / f"{name}.txt").read_text(encoding="utf-8"))
            body = f"<table><tr><td><pre>{source}</pre><td>{picture(made(name, 'svg'))}</table>{body}"
    return f'<section id="{title}">\n<h2>{title}</h2>\n{body}\n</section>\n'


@pytest.fixture
def compare(request: pytest.FixtureRequest, check_golden: CheckGolden) -> CheckGolden:
    def check(actual: str, golden: Path) -> None:
        before = golden.read_text(encoding="utf-8") if golden.exists() else ""
        if request.config.getoption("--update-goldens") and before != actual and golden.is_relative_to(HERE.parent):
            part = request.config.cache.mkdir("goldens") / f"{golden.parent.name}-{golden.name}.part"
            part.write_text(before_and_after(golden, before, actual), encoding="utf-8", newline="\n")
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


def test_a_section_shows_what_was_and_what_is() -> None:
    section = before_and_after(Path("drawing/order.outline"), "one", "two")
    assert all(word in section for word in ("drawing/order.outline", "one", "two", "before", "after"))
    assert "shop 门店" in section and "<img" in section
    assert "<img" not in before_and_after(Path("a.outline"), "one", "two")
    assert before_and_after(Path("a.svg"), "<svg>1</svg>", "<svg>2</svg>").count("<img") == 2
    assert before_and_after(Path("a.svg"), "", "<svg>2</svg>").count("<img") == 1


def test_one_page_shows_all_that_changed_and_its_path_is_told(
    tmp_path: Path, changes: Callable[[Path], list[str]],
) -> None:
    assert changes(tmp_path) == []
    (tmp_path / "b.part").write_text('<section id="b">two</section>', encoding="utf-8")
    (tmp_path / "a.part").write_text('<section id="a">one</section>', encoding="utf-8")
    assert changes(tmp_path) == [f"2 goldens have changed; look at {tmp_path / 'index.html'}"]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.index("one") < page.index("two")
    assert '<a href="#a">a</a>' in page


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_text_in_a_readme_is_the_one_in_its_picture(readme: str, compare: CheckGolden) -> None:
    source = (DIAGRAMS / "drawing/order.txt").read_text(encoding="utf-8")
    assert f"\n{source}```\n" in (HERE.parent / readme).read_text(encoding="utf-8")
    output = boxwright.render(source, title="An order").output
    assert isinstance(output, str)
    compare(output, HERE.parent / "docs/assets/example.svg")
