"""Which files are meant by paths, folders and globs."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from boxwright.hosts.cli import RequestError, main
from boxwright.hosts.cli.paths import find_files, is_markdown

FILES = (
    "a.md", "b.markdown", "c.txt", "d.rst", "sub/e.MD", "sub/deep/f.md", ".hidden.md", ".git/g.md", ".github/h.md",
    "node_modules/i.md", "venv/j.md", "other/pyvenv.cfg", "other/k.md", "__pycache__/l.md", "sub/.cache/m.txt",
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [file.path.replace(os.sep, "/") for file in find_files(paths)]


IN_TREE = ["a.md", "b.markdown", "c.txt", "sub/e.MD", "sub/deep/f.md"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["."], [f"./{name}" for name in IN_TREE], id="folder"),
        pytest.param(["sub"], ["sub/e.MD", "sub/deep/f.md"], id="folder-below"),
        pytest.param(["sub/"], ["sub/e.MD", "sub/deep/f.md"], id="folder-with-a-slash"),
        pytest.param(["a.md", "c.txt"], ["a.md", "c.txt"], id="files"),
        pytest.param(["c.txt", "a.md", "c.txt", "./a.md"], ["c.txt", "a.md"], id="no-file-twice"),
        pytest.param(["a.md", "."], ["a.md", *(f"./{name}" for name in IN_TREE[1:])], id="file-then-its-folder"),
        pytest.param(["d.rst"], ["d.rst"], id="a-named-file-of-any-sort"),
        pytest.param([".github/h.md"], [".github/h.md"], id="a-named-file-in-a-hidden-folder"),
        pytest.param([".github"], [".github/h.md"], id="a-hidden-folder-that-is-named"),
        pytest.param(["node_modules"], ["node_modules/i.md"], id="a-folder-that-is-named-after-all"),
        pytest.param(["*.md"], ["a.md"], id="glob"),
        pytest.param(["**/*.md"], ["a.md", "other/k.md", "sub/deep/f.md"], id="glob-at-any-depth"),
        pytest.param(["node_modules/*.md"], ["node_modules/i.md"], id="glob-that-names-a-folder-of-a-tool"),
        pytest.param(["s*"], ["sub/e.MD", "sub/deep/f.md"], id="glob-of-a-folder"),
        pytest.param(["-"], ["-"], id="standard-input"),
        pytest.param(["gone.md"], ["gone.md"], id="a-file-that-is-not-there-is-told-later"),
    ],
)
def test_what_is_meant(tree: Path, paths: list[str], expected: list[str]) -> None:
    assert found(*paths) == expected


def test_which_were_named(tree: Path) -> None:
    assert [file.is_named for file in find_files(["a.md", "sub", "*.markdown"])] == [True, False, False, False]


def test_a_name_with_a_bracket_is_a_name(tree: Path) -> None:
    (tree / "[a].md").write_text("", encoding="utf-8")
    assert found("[a].md") == ["[a].md"]


def test_a_glob_that_matches_nothing(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RequestError, match=r"nothing matches \*\.rts"):
        found("*.rts")
    (tree / "a.md").write_text("```draw\n┌──┐\n│柠 │\n└──┘\n```\n", encoding="utf-8")
    assert main(["fmt", "a.md", "*.rts"]) == 2
    assert "write a file, a folder or another pattern" in capfd.readouterr().err
    assert "│柠 │" in (tree / "a.md").read_text(encoding="utf-8"), "a wrong request does nothing by halves"


def test_links_are_followed_to_files_but_not_round_in_circles(tree: Path) -> None:
    (tree / "sub" / "up").symlink_to(tree, target_is_directory=True)
    (tree / "sub" / "same.md").symlink_to(tree / "sub" / "deep" / "f.md")
    (tree / "sub" / "broken.md").symlink_to(tree / "nowhere")
    assert found("sub") == ["sub/e.MD", "sub/same.md"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", True), ("a.MARKDOWN", True), ("a.mdx", True), ("a.txt", False), ("md", False), ("-", False)],
)
def test_a_name_tells_whether_it_is_a_page(name: str, expected: bool) -> None:
    assert is_markdown(name) is expected
