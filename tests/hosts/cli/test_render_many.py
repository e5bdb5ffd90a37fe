"""`render` over many figures: files, folders, globs, Markdown; where each goes, and what is said of it."""
from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import boxwright
from boxwright.hosts.cli import main

BOX = "┌───┐\n│ {} │\n└───┘\n"
PAGE = f"""\
# Tea

```draw
{BOX.format('a')}```

> ```draw id="fig-tea" title="Tea" kind="drawing"
> ┌───┐
> │ b │
> └───┘
> ```

```python
print("no figure")
```

1. In a list:

    ```receipt alt="what was paid"
    Shop
    Tea: 1.20
    ```
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page, two drawings, a text that is none, and what is passed over."""
    for name, text in {
        "docs/page.md": PAGE, "docs/plans/one.txt": BOX.format("1"), "docs/plans/two.txt": BOX.format("2"),
        "docs/notes.txt": "only words\n", "docs/.hidden.txt": BOX.format("h"), "docs/empty.md": "# No figure\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("paths", "written"),
    [
        pytest.param(["docs"], ["page-1.svg", "page-3.svg", "page-fig-tea.svg", "plans/one.svg", "plans/two.svg"],
                     id="folder"),
        pytest.param(["docs/plans/one.txt"], ["one.svg"], id="one-file"),
        pytest.param(["docs/page.md"], ["page-1.svg", "page-3.svg", "page-fig-tea.svg"], id="page"),
        pytest.param(["docs/plans/*.txt"], ["one.svg", "two.svg"], id="glob"),
        pytest.param(["docs/**/*.txt"], ["one.svg", "two.svg"], id="deep-glob"),
        pytest.param(["docs/notes.txt"], ["notes.svg"], id="named-so-it-is-one"),
        pytest.param(["docs/plans/one.txt", "docs/plans", "docs/page.md"],
                     ["page-1.svg", "page-3.svg", "page-fig-tea.svg", "plans/one.svg", "plans/two.svg"],
                     id="no-file-twice"),
    ],
)
def test_each_figure_has_a_file_that_lies_as_its_source_does(site: Path, paths: list[str], written: list[str]) -> None:
    assert main(["render", *paths, "-o", "out/"]) == 0
    assert files(site / "out") == written


def test_a_fence_is_drawn_with_its_options(site: Path) -> None:
    assert main(["render", "docs/page.md", "-o", "out/"]) == 0
    tea = boxwright.render(BOX.format("b").rstrip("\n"), kind="drawing", title="Tea", ident="fig-tea").output
    paid = boxwright.render("Shop\nTea: 1.20", kind="receipt", alt="what was paid").output
    assert (site / "out/page-fig-tea.svg").read_text(encoding="utf-8") == tea
    assert (site / "out/page-3.svg").read_text(encoding="utf-8") == paid


@pytest.mark.parametrize("to", [name for name, endings in boxwright.OUTPUTS.items() if endings])
def test_any_format(site: Path, to: str) -> None:
    assert main(["render", "docs/plans", "-o", "out", "--to", to]) == 0
    ending = boxwright.OUTPUTS[to][0]
    assert files(site / "out") == [f"one{ending}", f"two{ending}"]
    assert (site / "out" / f"one{ending}").read_bytes() == as_bytes(boxwright.render(BOX.format("1"), to=to).output)


def as_bytes(output: str | bytes) -> bytes:
    return output if isinstance(output, bytes) else output.encode()


@pytest.mark.parametrize("arguments", [["--stage", "sketch"], ["--to", "outline"]], ids=["stage", "outline"])
def test_what_has_no_ending_of_its_own_is_text(site: Path, arguments: list[str]) -> None:
    assert main(["render", "docs/plans", "-o", "out/", *arguments]) == 0
    assert files(site / "out") == ["one.txt", "two.txt"]


@pytest.mark.parametrize("jobs", ["2", "0"])
def test_several_processes_write_the_same(site: Path, jobs: str) -> None:
    assert main(["render", "docs", "-o", "one/"]) == main(["render", "docs", "-o", "two/", "--jobs", jobs]) == 0
    assert files(site / "one") == files(site / "two")
    for name in files(site / "one"):
        assert (site / "one" / name).read_bytes() == (site / "two" / name).read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_error_in_a_process_is_told_as_any(
    site: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, jobs: str,
) -> None:
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    assert main(["render", "docs/plans", "-o", "out", "--to", "pdf", "--jobs", jobs]) == 2
    assert "pip install 'boxwright[pdf]'" in capfd.readouterr().err


def test_standard_input_may_be_a_page(
    site: Path, feed: Callable[[str], None], capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    feed(PAGE)
    assert main(["render", "-", "--stdin-filename", "tea.md", "-o", "out/"]) == 0
    assert files(site / "out") == ["tea-1.svg", "tea-3.svg", "tea-fig-tea.svg"]


def test_standard_input_into_a_folder(site: Path, feed: Callable[[str], None]) -> None:
    feed(BOX.format("x"))
    assert main(["render", "-", "docs/plans", "-o", "out/"]) == 0
    assert files(site / "out") == ["figure.svg", "one.svg", "two.svg"]


def test_a_page_with_one_figure_is_drawn_like_a_file(site: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (site / "one.md").write_text(f"```draw\n{BOX.format('a')}```\n", encoding="utf-8")
    assert main(["render", "one.md", "--to", "d2"]) == 0
    assert capfdbinary.readouterr().out.decode().endswith('b1: "a"\n')


def test_the_project_says_which_fences_are_drawn(site: Path) -> None:
    (site / "pyproject.toml").write_text('[tool.boxwright]\nlanguages = ["plan"]\n', encoding="utf-8")
    (site / "one.md").write_text(f"```plan\n{BOX.format('a')}```\n\n```map\n{BOX.format('b')}```\n", encoding="utf-8")
    assert main(["render", "one.md", "-o", "out/"]) == 0
    assert main(["render", "one.md", "-o", "more/", "--language", "map"]) == 0
    assert (files(site / "out"), files(site / "more")) == (["one-1.svg"], ["one-1.svg", "one-2.svg"])


# ── what is said ──

def test_how_many_there_are(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "docs", "-o", "out"]) == 0
    assert capfd.readouterr() == ("", "5 figures in out\n")
    assert main(["render", "docs", "-o", "out", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")


def test_progress_is_for_a_terminal(
    site: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["render", "docs/plans", "-o", "out"]) == 0
    said = capfd.readouterr().err
    assert "\r1 of 2  docs/plans/one.txt" in said and "\r2 of 2  docs/plans/two.txt" in said
    assert said.endswith("\r2 figures in out\n")


def test_a_warning_names_the_line_of_the_page(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (site / "one.md").write_text("# A\n\n> ```draw\n> ┌───┐\n> │ \u0378 │\n> └───┘\n> ```\n", encoding="utf-8")
    assert main(["render", "one.md", "-o", "one.png"]) == 0
    assert "one.md:4:3: warning: no font here can draw" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("fence", "why"),
    [
        pytest.param("```draw\n\n```", "the fence is empty", id="empty"),
        pytest.param('```draw titel="x"\na\n```', "unknown option 'titel'", id="unknown-option"),
        pytest.param('```draw title=x\na\n```', "options are quoted", id="not-quoted"),
        pytest.param('```draw kind="tree"\na\n```', "unknown figure kind 'tree'", id="unknown-kind"),
        pytest.param('```draw\n--8<-- "tea.txt"\n```', "comes from another file", id="included"),
        pytest.param('```draw id="x"\na\n```\n\n```draw id="x"\nb\n```', "the id 'x' is taken", id="id-taken"),
        pytest.param("```draw\na", "the fence is not closed", id="not-closed"),
    ],
)
def test_a_fence_that_cannot_be_drawn_is_named_and_the_others_are_drawn(
    site: Path, capfd: pytest.CaptureFixture[str], fence: str, why: str,
) -> None:
    (site / "one.md").write_text(f"```draw\n{BOX.format('a')}```\n\n{fence}\n", encoding="utf-8")
    assert main(["render", "one.md", "-o", "out/"]) == 2
    said = capfd.readouterr().err
    assert "boxwright: one.md:" in said and "not drawn: " in said and why in said
    assert "one-1.svg" in files(site / "out")


def test_a_file_that_is_not_there_is_named_and_the_others_are_drawn(
    site: Path, capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["render", "nowhere.txt", "docs/plans/one.txt", "-o", "out/"]) == 2
    assert "nowhere.txt: No such file" in capfd.readouterr().err
    assert files(site / "out") == ["one.svg"]


# ── what cannot be done ──

@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["docs"], "there are 5 figures; write -o FOLDER/", id="many-and-nowhere"),
        pytest.param(["docs/page.md"], "docs/page.md holds 3 figures; write -o FOLDER/", id="a-page-and-nowhere"),
        pytest.param(["docs", "-o", "all.svg"], "there are 5 figures; all.svg is one file", id="one-file-for-many"),
        pytest.param(["docs/empty.md"], "there is no figure in docs/empty.md", id="none"),
        pytest.param(["*.gif", "-o", "out/"], "nothing matches *.gif", id="no-match"),
        pytest.param(["docs", "-o", "out/", "--jobs", "-1"], "--jobs 4", id="jobs"),
    ],
)
def test_it_says_what_to_write_instead(
    site: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], words: str,
) -> None:
    before = files(site)
    assert main(["render", *arguments]) == 2
    assert words in capfd.readouterr().err
    assert files(site) == before


def test_two_figures_do_not_share_a_file(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (site / "tea.txt").write_text(BOX.format("a"), encoding="utf-8")
    (site / "tea.text").write_text(BOX.format("b"), encoding="utf-8")
    assert main(["render", "tea.txt", "tea.text", "-o", "out/"]) == 2
    said = capfd.readouterr().err
    assert "tea.txt" in said and "tea.text" in said and "would both be written to" in said
    assert not (site / "out").exists()


def test_no_source_is_written_over(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    crooked = "┌──┐\n│ 柠│\n└──┘\n"
    (site / "docs/plans/one.txt").write_text(crooked, encoding="utf-8")
    assert main(["render", "docs/plans", "-o", "docs/plans", "--to", "txt"]) == 2
    assert "over its own source" in capfd.readouterr().err
    assert (site / "docs/plans/one.txt").read_text(encoding="utf-8") == crooked


@pytest.mark.parametrize("ident", ["../up", "a/b", "..", ".x"])
def test_an_id_leads_out_of_no_folder(site: Path, ident: str) -> None:
    (site / "one.md").write_text(f'```draw id="{ident}"\n{BOX.format("a")}```\n', encoding="utf-8")
    before = files(site)
    assert main(["render", "one.md", "-o", "out/"]) == 0
    new, = set(files(site)) - set(before)
    assert new.startswith("out/one-") and new.endswith(".svg") and new.count("/") == 1


def test_a_single_figure_may_still_go_anywhere(site: Path) -> None:
    assert main(["render", "docs/plans/one.txt", "-o", "x.dat", "--to", "json"]) == 0
    assert json.loads((site / "x.dat").read_text(encoding="utf-8"))["kind"] == "drawing"
