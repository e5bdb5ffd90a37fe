"""`boxwright check`: where it finds what, and what it is told to leave out."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import boxwright
from boxwright.hosts.cli import main

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
STRAIGHT = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"
OPEN = "┌─┐\n│a├────\n└─┘\n"
RAGGED = "this wall is out of line; move it by -1 columns"
Output = pytest.CaptureFixture[str]


def fence(header: str = "draw", text: str = CROOKED, mark: str = "```") -> str:
    return f"{mark}{header}\n{text}{mark}\n"


@pytest.fixture
def check(tmp_path: Path, capfd: Output, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[int, int, str]]]:
    """Check a page; return line, column and code of what is found."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, *flags: str, name: str = "page.md", code: int | None = None) -> list[tuple[int, int, str]]:
        (tmp_path / name).write_bytes(text.encode())
        exit_code = main(["check", *flags, name])
        out = capfd.readouterr().out.splitlines()
        assert code is None or exit_code == code
        assert exit_code == any(": warning: " in line or ": error: " in line for line in out)
        return [(int(line.split(":")[1]), int(line.split(":")[2]), line.rpartition("[")[2].rstrip("]")) for line in out]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(fence(), [(3, 8, "ragged-wall")], id="alone"),
        pytest.param(f"a\n\n{fence()}b\n{fence(text=STRAIGHT)}{fence()}",
                     [(5, 8, "ragged-wall"), (16, 8, "ragged-wall")], id="two-of-three"),
        pytest.param("".join(f"> {line}\n" for line in fence().splitlines()), [(3, 10, "ragged-wall")], id="quote"),
        pytest.param("- a\n\n" + "".join(f"    {line}\n" for line in fence().splitlines()), [(5, 12, "ragged-wall")],
                     id="list"),
        pytest.param(fence().replace("\n", "\r\n"), [(3, 8, "ragged-wall")], id="crlf"),
        pytest.param("\ufeff---\ntitle: a\n---\n" + fence(), [(6, 8, "ragged-wall")], id="front-matter"),
        pytest.param(fence(text=OPEN), [(3, 7, "open-end")], id="open-end"),
        pytest.param(fence(text="┌──┐\n│ 柠├──\n└──┘\n"),
                     [(2, 4, "ragged-wall"), (3, 6, "open-end"), (4, 4, "ragged-wall")], id="behind-a-ragged-wall"),
        pytest.param(fence("receipt", "Shop\n---\nTea  1.20\nTotal  1.30\n"), [(5, 8, "receipt-arithmetic")],
                     id="receipt-by-its-language"),
        pytest.param(fence('draw kind="receipt"', "Shop\n---\nTea  1.20\nTotal  1.30\n"),
                     [(5, 8, "receipt-arithmetic")], id="receipt-by-its-option"),
        pytest.param(fence(text="┌────────┐\n│ [a][x] │\n└────────┘\n"), [(3, 3, "open-link")], id="open-link"),
        pytest.param(fence('draw links="x=a.md"', "┌────────┐\n│ [a][x] │\n└────────┘\n"), [], id="link-of-a-fence"),
        pytest.param(fence('draw links="x"', STRAIGHT), [(1, 9, "bad-option")], id="no-link"),
        pytest.param(fence(text="┌───────┐\n│ {hot} │\n└───────┘\nlegend:\nhot: redd\n"), [(6, 1, "bad-legend")],
                     id="bad-legend"),
        pytest.param(fence("notice", "a\tb\n"), [], id="notice"),
        pytest.param(fence("draw", "a\tb\n"), [(2, 2, "tab")], id="tab"),
        pytest.param(fence('draw colour="x"', STRAIGHT), [(1, 9, "unknown-option")], id="unknown-option"),
        pytest.param(fence('draw title="colour" colour="x"', STRAIGHT), [(1, 24, "unknown-option")],
                     id="the-option-and-not-the-word"),
        pytest.param(fence("draw title=x", STRAIGHT), [(1, 9, "bad-option")], id="not-quoted"),
        pytest.param(fence('draw straighten="no"', STRAIGHT), [(1, 9, "bad-option")], id="no-such-value"),
        pytest.param(fence('draw kind="tree"', STRAIGHT), [(1, 9, "bad-option")], id="no-such-kind"),
        pytest.param(fence('draw id="a"', STRAIGHT) * 2, [(6, 9, "bad-option")], id="id-taken"),
        pytest.param(fence('{ .draw colour="x" }', STRAIGHT), [(1, 12, "unknown-option")], id="braces"),
        pytest.param(fence(text="\n"), [(1, 1, "bad-fence")], id="empty"),
        pytest.param("> ```draw\n> ┌─\n", [(1, 3, "bad-fence")], id="not-closed"),
        pytest.param(fence(text="a\n" * 5_001), [(1, 1, "bad-fence")], id="too-long"),
        pytest.param(fence(text='--8<-- "a.txt"\n'), [], id="text-of-another-file"),
        pytest.param(fence('draw straighten="false"'), [], id="straighten-off"),
        pytest.param(fence("text"), [], id="plain-text"),
        pytest.param(f"````text\n{fence()}````\n", [], id="shown-in-a-longer-fence"),
        pytest.param(f"no fence\n{CROOKED}", [], id="prose"),
    ],
)
def test_what_is_found(check: Callable[..., list[tuple[int, int, str]]], text: str, found: list[object]) -> None:
    assert check(text) == found


def test_columns_point_at_the_character(tmp_path: Path, capfd: Output) -> None:
    text = "> " + "\n> ".join(fence().splitlines())
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.md")]) == 1
    line, column = map(int, capfd.readouterr().out.removeprefix(f"{tmp_path / 'a.md'}:").split(":")[:2])
    assert text.splitlines()[line - 1][column - 1 :] == "│"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(f"<!-- boxwright: ignore ragged-wall -->\n{fence()}", [], id="one-code"),
        pytest.param(f"<!-- boxwright: ignore tab, ragged-wall -->\n{fence()}", [], id="several-codes"),
        pytest.param(f"<!-- boxwright: ignore -->\n\ntext\n\n{fence()}", [], id="all-codes"),
        pytest.param(f"<!-- boxwright: ignore tab -->\n{fence()}", ["ragged-wall"], id="another-code"),
        pytest.param(f"<!-- boxwright: ignore ragged-wall -->\n{fence()}{fence()}", ["ragged-wall"],
                     id="the-next-only"),
        pytest.param(f"<!-- boxwright: ignore ragged-wall -->\n{fence('python')}{fence()}", ["ragged-wall"],
                     id="the-next-of-any-language"),
        pytest.param(f"<!-- boxwright: ignore-file ragged-wall -->\n{fence()}{fence()}", [], id="file"),
        pytest.param(f"{fence()}\n<!--boxwright:ignore-file-->\n", [], id="file-from-anywhere"),
        pytest.param("- a\n\n  <!-- boxwright: ignore ragged-wall -->\n  " + fence().replace("\n", "\n  "), [],
                     id="in-a-list"),
        pytest.param(f"`<!-- boxwright: ignore-file -->`\n{fence()}", ["ragged-wall"], id="shown-in-a-line"),
        pytest.param(f"```\n<!-- boxwright: ignore-file -->\n```\n{fence()}", ["ragged-wall"], id="shown-in-a-fence"),
        pytest.param(f"<!-- ignore ragged-wall -->\n{fence()}", ["ragged-wall"], id="a-comment-to-somebody-else"),
        pytest.param(f"<!-- boxwright: ignore ragged -->\n{fence(text=STRAIGHT)}", ["bad-comment"], id="unknown-code"),
        pytest.param(f"<!-- boxwright: skip -->\n{fence(text=STRAIGHT)}", ["bad-comment"], id="unknown-order"),
    ],
)
def test_comments(check: Callable[..., list[tuple[int, int, str]]], text: str, codes: list[str]) -> None:
    assert [code for _, _, code in check(text)] == codes


def test_an_unknown_code_is_an_error_that_names_the_known_ones(tmp_path: Path, capfd: Output) -> None:
    page = tmp_path / "a.md"
    page.write_text("a\n<!-- boxwright: ignore ragged -->\n", encoding="utf-8")
    assert main(["check", str(page)]) == 1
    assert capfd.readouterr().out.startswith(
        f"{page}:2:5: error: unknown code 'ragged'; use one of: ragged-wall, missing-wall, open-end, ")


def test_all_fences_takes_what_holds_a_drawing(check: Callable[..., list[tuple[int, int, str]]]) -> None:
    text = fence("text") + fence("", "a\tb\n--\n--\n") + fence("python") + fence()
    assert check(text) == [(18, 8, "ragged-wall")]
    assert check(text, "--all-fences") == [(3, 8, "ragged-wall"), (18, 8, "ragged-wall")]


def test_a_language_can_be_added(check: Callable[..., list[tuple[int, int, str]]]) -> None:
    assert check(fence("plan"), "--language", "plan") == [(3, 8, "ragged-wall")]


# ── whole files ──

def test_what_is_said_of_a_drawing(crooked: Path, capfd: Output) -> None:
    assert main(["check", str(crooked)]) == 1
    assert capfd.readouterr() == (f"{crooked}:2:8: warning: {RAGGED} [ragged-wall]\n",
                                  "1 file: 1 warning; boxwright fmt mends 1 of them\n")


def test_it_is_quiet_where_all_is_well(straight: Path, capfd: Output) -> None:
    assert main(["check", str(straight)]) == 0
    assert capfd.readouterr() == ("", "1 file: nothing to say\n")
    assert main(["check", "-q", str(straight)]) == 0
    assert capfd.readouterr() == ("", "")


def test_it_looks_at_every_file(crooked: Path, straight: Path, capfd: Output) -> None:
    assert main(["check", str(crooked.parent)]) == 1
    assert capfd.readouterr().err.startswith("2 files: 1 warning")


def test_a_hint_is_told_but_is_no_failure(tmp_path: Path, capfd: Output) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OPEN, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capfd.readouterr().out.startswith(f"{path}:2:7: info: ")


def test_a_text_that_lies_in_a_folder_need_not_be_a_drawing(tmp_path: Path, capfd: Output) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("a\tb ---->\n----\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert capfd.readouterr() == ("", "1 file: nothing to say\n")
    assert main(["check", str(path)]) == 1, "it is one if it is named"


def test_standard_input(feed: Callable[[str], None], capfd: Output) -> None:
    feed(CROOKED)
    assert main(["check", "-"]) == 1
    assert capfd.readouterr().out == f"-:2:8: warning: {RAGGED} [ragged-wall]\n"
    feed(fence())
    assert main(["check", "--stdin-filename", "docs/a.md", "-"]) == 1
    assert capfd.readouterr().out == f"docs/a.md:3:8: warning: {RAGGED} [ragged-wall]\n"


def test_what_cannot_be_read_wins(crooked: Path, capfd: Output) -> None:
    (crooked.parent / "bad.md").write_bytes(b"\xff")
    assert main(["check", str(crooked.parent)]) == 2
    out, err = capfd.readouterr()
    assert "ragged-wall" in out and "bad.md: it is not UTF-8" in err and "1 could not be read" in err


def test_fmt_leaves_nothing_that_check_calls_ragged(tmp_path: Path, capfd: Output) -> None:
    page = tmp_path / "a.md"
    page.write_text(fence() + "> " + "\n> ".join(fence().splitlines()), encoding="utf-8")
    assert main(["check", str(page)]) == 1
    assert main(["fmt", str(page)]) == 0
    assert main(["check", str(page)]) == 0


def test_a_page_says_what_the_library_says(tmp_path: Path, capfd: Output) -> None:
    source = "┌──┐\n│ 柠├──► \n└──┘\n"
    page = tmp_path / "a.md"
    page.write_text(f"\n{fence(text=source)}", encoding="utf-8")
    main(["check", str(page)])
    assert capfd.readouterr().out == "".join(
        f"{page}:{note.row + 3}:{note.column + 1}: {note.severity}: {note.message} [{note.code}]\n"
        for note in boxwright.check(source))
