"""`boxwright fmt`: which rows it writes anew, and that no other byte changes."""
from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.hosts.cli import main
from boxwright.hosts.cli.mend import mend_page, mended_text
from boxwright.hosts.cli.pages import page_of
from boxwright.hosts.cli.settings import Settings

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
STRAIGHT = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"
ROW, MENDED = "│ 柠檬水  │", "│ 柠檬水 │"
Output = pytest.CaptureFixture[str]


def fence(header: str = "draw", text: str = CROOKED, mark: str = "```") -> str:
    return f"{mark}{header}\n{text}{mark}\n"


def before_each_line(prefix: str, text: str) -> str:
    return "".join(f"{prefix}{line}" for line in text.splitlines(keepends=True))


def fmt(path: Path, *flags: str) -> str:
    """Run the command on a file that must be done; return the file's text."""
    assert main(["fmt", *flags, str(path)]) == 0
    return path.read_bytes().decode()


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str, name: str = "page.md") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return write


# ── which rows ──

@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fence(), id="alone"),
        pytest.param(f"# T\n\nprose  \n{fence()}prose\n\n\n", id="between-prose"),
        pytest.param(fence().replace("\n", "\r\n"), id="crlf"),
        pytest.param(fence().replace("\n", "\r"), id="cr"),
        pytest.param(fence().replace("\n", "\r\n", 1), id="mixed-line-ends"),
        pytest.param("\ufeff" + fence(), id="byte-order-mark"),
        pytest.param(fence().rstrip("\n"), id="no-newline-at-the-end"),
        pytest.param(fence(mark="~~~~"), id="tildes"),
        pytest.param(fence('draw title="A" id="b"'), id="options"),
        pytest.param(fence('{ .draw #b title="A" }'), id="braces"),
        pytest.param(fence(" draw title=A"), id="a-header-that-is-wrong"),
        pytest.param(before_each_line("    ", fence()).join(["- item\n\n", "\n- item\n"]), id="list-by-four"),
        pytest.param(before_each_line("   ", fence()).join(["1. item\n\n", ""]), id="list-by-three"),
        pytest.param(before_each_line("  ", fence()).join(["- item\n", ""]), id="list-by-two"),
        pytest.param("- " + before_each_line("  ", fence()).lstrip(), id="on-the-line-of-the-item"),
        pytest.param(before_each_line("> ", fence()), id="quote"),
        pytest.param(before_each_line(">", fence()), id="quote-without-blanks"),
        pytest.param(before_each_line("> > ", fence()), id="quote-in-quote"),
        pytest.param(before_each_line(">     ", fence()).join(["> - a\n>\n", ""]), id="list-in-quote"),
        pytest.param(before_each_line("    ", fence()).join(['!!! note "A"\n\n', ""]), id="admonition"),
        pytest.param(fence(text=f"  \n{CROOKED}\n\n  trailing  \n"), id="blanks-elsewhere-in-the-fence"),
        pytest.param(f"---\ntitle: a\n---\n{fence()}", id="front-matter"),
        pytest.param(fence("python", "a  \n") + fence() + fence("", "b\n"), id="other-fences-around"),
    ],
)
def test_only_the_row_that_is_out_of_line_changes(page: Callable[[str], Path], text: str) -> None:
    path = page(text)
    assert fmt(path) == text.replace(ROW, MENDED) != text
    assert fmt(path) == text.replace(ROW, MENDED), "twice is once"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fence(text=STRAIGHT), id="in-line"),
        pytest.param(CROOKED, id="no-fence"),
        pytest.param(fence("python"), id="another-language"),
        pytest.param(fence(""), id="no-language"),
        pytest.param(fence("text"), id="plain-text"),
        pytest.param(f"````markdown\n{fence()}````\n", id="shown-in-a-longer-fence"),
        pytest.param(f"````draw\n{fence('draw', STRAIGHT)}````\n", id="a-drawing-of-a-fence"),
        pytest.param(before_each_line("    ", fence()), id="indented-code"),
        pytest.param(f"<!--\n{fence()}-->\n", id="comment"),
        pytest.param(f"<pre>\n{fence()}</pre>\n", id="pre"),
        pytest.param(fence('draw straighten="false"'), id="straighten-off"),
        pytest.param(fence("{ .draw straighten=false }"), id="straighten-off-in-braces"),
        pytest.param(f"---\nboxwright: {{straighten: false}}\n---\n{fence()}", id="straighten-off-for-the-page"),
        pytest.param(f"---\nboxwright:\n  straighten: false\n---\n{fence()}", id="straighten-off-in-a-block"),
        pytest.param(f"<!-- boxwright: ignore ragged-wall -->\n{fence()}", id="ignored"),
        pytest.param(f"<!-- boxwright: ignore -->\n\n{fence()}", id="all-ignored"),
        pytest.param(f"{fence()}\n<!-- boxwright: ignore-file ragged-wall -->\n", id="ignored-in-the-page"),
        pytest.param(f"```draw\n{CROOKED}", id="not-closed"),
        pytest.param(before_each_line("> ", fence()).replace("> └", "└"), id="a-quote-that-ends-in-it"),
        pytest.param(fence(text=CROOKED.replace(" 柠", "\x1b柠")), id="a-control-character"),
        pytest.param(fence(text='--8<-- "a.txt"\n'), id="text-of-another-file"),
        pytest.param("", id="empty"),
        pytest.param("```draw\n```\n", id="an-empty-fence"),
    ],
)
def test_what_is_left_to_the_byte(page: Callable[[str], Path], text: str) -> None:
    path = page(text)
    before = path.stat().st_mtime_ns
    assert fmt(path) == text
    assert path.stat().st_mtime_ns == before, "it was not even written"


@pytest.mark.parametrize(
    ("language", "changes"),
    [
        pytest.param("", True, id="none"), pytest.param("text", True, id="text"), pytest.param("Text", True, id="Text"),
        pytest.param("ascii", True, id="ascii"), pytest.param("python", False, id="python"),
    ],
)
def test_all_fences_takes_those_of_plain_text(page: Callable[[str], Path], language: str, changes: bool) -> None:
    assert (fmt(page(fence(language)), "--all-fences") != fence(language)) is changes


def test_all_fences_takes_no_text_that_shows_a_fence(page: Callable[[str], Path]) -> None:
    text = f"````text\n{fence()}````\n"
    assert fmt(page(text), "--all-fences") == text


def test_a_language_can_be_added(page: Callable[[str], Path]) -> None:
    assert fmt(page(fence("小票")), "--language", "小票", "--language", "plan") == fence("小票", STRAIGHT)


def test_what_grows_keeps_its_indent_and_what_stands_around_it(page: Callable[[str], Path]) -> None:
    crooked = "┌────┐\n│ 柠檬水 │\n└────┘\n"
    text = before_each_line("> ", fence(text=crooked)).join(["> a\n>\n", ">\n> b\n"])
    assert fmt(page(text)) == before_each_line("> ", fence(text=STRAIGHT)).join(["> a\n>\n", ">\n> b\n"])


# ── how to read ──

WIDE = "┌────┐\n│柠檬水   │\n└────┘\n"        # typed where box drawing is two columns wide
WIDE_MENDED = "┌────┐\n│柠檬水  │\n└────┘\n"


@pytest.mark.parametrize(
    ("header", "flags", "site"),
    [
        pytest.param("draw", ["--ambiguous", "2"], "", id="by-the-command-line"),
        pytest.param('draw ambiguous="2"', [], "", id="by-the-fence"),
        pytest.param('draw ambiguous="2"', ["--ambiguous", "1"], "", id="the-fence-has-the-last-word"),
        pytest.param("draw", [], "plugins: [boxwright: {ambiguous: 2}]\n", id="by-the-site"),
        pytest.param('draw ambiguous="2"', [], "plugins: [boxwright: {ambiguous: 1}]\n", id="the-fence-not-the-site"),
    ],
)
def test_how_wide_box_drawing_is(
    page: Callable[..., Path], header: str, flags: list[str], site: str,
) -> None:
    page(site, "mkdocs.yml")
    path = page(fence(header, WIDE))
    assert main(["check", "-q", *flags, str(path)]) == 1
    assert fmt(path, *flags) == fence(header, WIDE_MENDED)
    assert main(["check", "-q", *flags, str(path)]) == 0


@pytest.mark.parametrize(
    ("header", "flags"),
    [
        pytest.param("draw", ["--text", "┌────────┐", "--text", "└────────┘"], id="by-the-command-line"),
        pytest.param('draw text="┌────────┐ └────────┘"', [], id="by-the-fence"),
        pytest.param('draw text="┌────────┐"', ["--text", "└────────┘"], id="by-both"),
    ],
)
def test_what_is_text_is_no_wall(page: Callable[..., Path], header: str, flags: list[str]) -> None:
    assert fmt(page(fence(header)), *flags) == fence(header)
    assert main(["check", "-q", *flags, str(page(fence(header)))]) == 0


# ── whole files ──

@pytest.mark.parametrize("name", ["a.txt", "drawing", "a.diagram"])
def test_a_file_that_is_no_page_is_a_drawing(page: Callable[..., Path], name: str) -> None:
    assert fmt(page(CROOKED, name)) == STRAIGHT


@pytest.mark.parametrize("text", ["prose\r\nwith\r\n", "\ufeffno newline", "a\tb\n\n\n"], ids=["crlf", "bom", "tabs"])
def test_a_file_without_a_frame_is_left_to_the_byte(page: Callable[..., Path], text: str) -> None:
    assert fmt(page(text, "a.txt")) == text


def test_a_drawing_keeps_what_no_repair_touches(page: Callable[..., Path]) -> None:
    text = f"\ufeff a title \t \r\n{CROOKED}\r\n\r\nno end  "
    assert fmt(page(text, "a.txt")) == text.replace(ROW, MENDED)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(fence().encode("gb18030"), "not UTF-8 (line 2)", id="another-encoding"),
        pytest.param(fence().encode("utf-16"), "not UTF-8 (line 1)", id="utf-16"),
        pytest.param(b"```draw\n\0\n```\n", "zero byte", id="binary"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_left(tmp_path: Path, capfd: Output, data: bytes, why: str) -> None:
    bad, good = tmp_path / "a.md", tmp_path / "b.md"
    bad.write_bytes(data)
    good.write_text(fence(), encoding="utf-8")
    assert main(["fmt", str(tmp_path)]) == 2
    assert bad.read_bytes() == data
    assert good.read_text(encoding="utf-8") == fence(text=STRAIGHT), "the others are done all the same"
    err = capfd.readouterr().err
    assert f"{bad}: it is" in err and why in err and "1 file could not be read" in err


def test_a_file_is_replaced_as_a_whole(page: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = page(fence())

    def fail(source: str, target: str) -> None:
        assert Path(source).parent == path.parent and Path(source).read_bytes() == fence(text=STRAIGHT).encode()
        raise OSError(28, "No space left on device", target)

    monkeypatch.setattr(os, "replace", fail)
    assert main(["fmt", str(path)]) == 2
    assert path.read_bytes() == fence().encode()
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"


def test_permissions_and_links_stay(page: Callable[..., Path], tmp_path: Path) -> None:
    target = page(fence(), "deep/target.md")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    assert fmt(link) == fence(text=STRAIGHT)
    assert link.is_symlink() and target.read_bytes() == fence(text=STRAIGHT).encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_read_only_file_is_left(
    page: Callable[[str], Path], capfd: Output, monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = page(fence())
    monkeypatch.setattr(os, "access", lambda name, mode: False)     # an administrator may write anything
    assert main(["fmt", str(path)]) == 2
    assert path.read_bytes() == fence().encode()
    assert "read-only" in capfd.readouterr().err


# ── standard input ──

@pytest.mark.parametrize(
    ("flags", "given", "expected"),
    [
        pytest.param([], CROOKED, STRAIGHT, id="a-drawing"),
        pytest.param(["--stdin-filename", "a.md"], fence(), fence(text=STRAIGHT), id="a-page"),
        pytest.param(["--stdin-filename", "a.md"], CROOKED, CROOKED, id="a-page-without-a-fence"),
        pytest.param(["--stdin-filename", "a.txt"], CROOKED, STRAIGHT, id="a-text"),
        pytest.param([], STRAIGHT, STRAIGHT, id="in-line"),
    ],
)
def test_standard_input_is_printed(
    feed: Callable[[str], None], capfdbinary: pytest.CaptureFixture[bytes], flags: list[str], given: str, expected: str,
) -> None:
    feed(given)
    assert main(["fmt", *flags, "-"]) == 0
    assert capfdbinary.readouterr() == (expected.encode(), b"")


def test_standard_input_can_be_checked(feed: Callable[[str], None], capfd: Output) -> None:
    feed(CROOKED)
    assert main(["fmt", "--check", "-"]) == 1
    out, err = capfd.readouterr()
    assert out == "" and err == "-: would straighten 1 row in 1 drawing\n"


# ── what is said ──

def test_check_writes_nothing(page: Callable[..., Path], capfd: Output) -> None:
    page(fence(text=STRAIGHT), "a.md")
    path = page(fence() + fence(), "b.md")
    assert main(["fmt", "--check", str(path.parent)]) == 1
    assert path.read_bytes() == (fence() * 2).encode()
    assert capfd.readouterr() == ("", f"{path}: would straighten 2 rows in 2 drawings\n"
                                      "1 of 2 files would be straightened: 2 rows in 2 drawings\n")
    fmt(path)
    assert main(["fmt", "--check", str(path.parent)]) == 0


def test_the_summary(page: Callable[..., Path], capfd: Output) -> None:
    path = page(fence() + fence('draw straighten="false"'))
    fmt(path)
    assert capfd.readouterr() == ("", f"{path}: straightened 1 row in 1 drawing\n1 of 1 file straightened: "
                                      "1 row in 1 drawing; left as written: 1 drawing (-v says why)\n")
    fmt(path, "-q")
    assert capfd.readouterr() == ("", "")


REASONS = {
    "straighten is off for it": fence('draw straighten="false"'),
    "a comment says to ignore ragged-wall": f"<!-- boxwright: ignore ragged-wall -->\n{fence()}",
    "the fence is not closed": f"```draw\n{CROOKED}",
    "its text comes from another file": fence(text=f'{CROOKED}--8<-- "a.txt"\n'),
    "its language is none of a drawing; --all-fences takes it too": fence("text"),
    "row 2 holds a character that cannot be seen, which would be lost": fence(text=CROOKED.replace(" 柠", "\x1b柠")),
    "there is a fence in its text; it may have lost its last line": f"```draw\n{CROOKED}{fence()}",
}


@pytest.mark.parametrize("reason", REASONS)
def test_why_a_drawing_is_left(page: Callable[[str], Path], capfd: Output, reason: str) -> None:
    text = f"a\n{REASONS[reason]}"
    path = page(text)
    assert fmt(path, "-v") == text
    line = 3 if "<!--" in text else 2
    assert f"{path}:{line}: left as written: {reason}\n" in capfd.readouterr().err


def patched(text: bytes, diff: bytes) -> bytes:
    """Do to `text` what a unified diff says, as the program `patch` would."""
    lines, out, at = text.splitlines(keepends=True), list[bytes](), 0
    for line in diff.replace(b"\n\\ No newline at end of file\n", b"").splitlines(keepends=True)[2:]:
        if hunk := re.match(rb"@@ -(\d+),\d+ \+\d+,\d+ @@\n", line):
            out, at = out + lines[at : int(hunk[1]) - 1], int(hunk[1]) - 1
            continue
        if line[:1] in b" -":
            assert lines[at] == line[1:]
            at += 1
        if line[:1] in b" +":
            out.append(line[1:])
    return b"".join(out + lines[at:])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"a\nb\nc\nd\n{fence()}e\nf\ng\nh\n{fence()}", id="two-hunks"),
        pytest.param(fence(text=CROOKED * 2), id="two-changes-in-a-hunk"),
        pytest.param(f"```draw\n{CROOKED}```", id="no-newline-at-the-end"),
        pytest.param(f"```draw\r\n{CROOKED}```\r\n", id="mixed-line-ends"),
    ],
)
def test_a_diff_is_a_patch(page: Callable[[str], Path], capfdbinary: pytest.CaptureFixture[bytes], text: str) -> None:
    path = page(text)
    assert main(["fmt", "--diff", str(path)]) == 0
    diff = capfdbinary.readouterr().out
    assert path.read_bytes() == text.encode(), "nothing is written"
    assert main(["fmt", "--diff", "--check", str(path)]) == (1 if diff else 0)
    assert fmt(path).encode() == patched(text.encode(), diff) != text.encode()


# ── laws ──

BOXES = st.sampled_from([
    CROOKED, STRAIGHT, "┌──┐ ┌──┐\n│柠│►│ a│\n└──┘ └──┘\n", "+----+\n| 柠檬 |\n+----+\n", "a\n\n  b  \n", "│ a │\n",
])
PREFIXES = st.sampled_from(["", "> ", "    ", "  "])
LINES = st.sampled_from(
    ["", "prose  ", "- item", "> quote", "1. one", "    code", "│ wall │", "<!-- a -->", "# T", "\t"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of Markdown: lines, fences of all sorts in lists and quotes, line ends as they come."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        parts += [f"{line}\n" for line in draw(st.lists(LINES, max_size=3))]
        mark = draw(st.sampled_from(["```", "~~~", "````"]))
        header = draw(st.sampled_from(["draw", "text", "", "python", 'receipt title="a"', "draw x=y"]))
        closed = draw(st.sampled_from([mark, mark, mark + mark[0], ""]))
        body = f"{mark}{header}\n{draw(BOXES)}{closed}\n"
        parts.append(before_each_line(draw(PREFIXES), body))
    text = "".join(f"{line}{draw(ENDS)}" for line in "".join(parts).split("\n"))
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from([text, text.rstrip("\r\n")]))


def mended(text: str, *, all_fences: bool = False) -> str:
    page = page_of(text, "page.md", Settings())
    drawings = (*page.drawings, *page.passed) if all_fences else page.drawings
    return mended_text(page, mend_page(page, drawings, {}).lines)


def bare(line: str) -> str:
    return re.sub("[ ─-]", "", line)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages(), st.booleans())
@example("```draw\r\n" + CROOKED + "```\r", True)
def test_only_walls_change_and_only_in_fences_and_only_once(text: str, all_fences: bool) -> None:
    after = mended(text, all_fences=all_fences)
    assert mended(after, all_fences=all_fences) == after
    split = re.compile("(\r\n|\r|\n)")
    before_lines, after_lines = split.split(text), split.split(after)
    assert len(before_lines) == len(after_lines)
    changed = [(a, b) for a, b in zip(before_lines, after_lines, strict=True) if a != b]
    for a, b in changed:
        assert bare(a) == bare(b) and set(a) & set("│┌└+|"), "a row of a drawing, and its text and walls in order"
        assert re.match("[> ]*", a)[0] == re.match("[> ]*", b)[0]  # type: ignore[index]


@settings(max_examples=100, deadline=None)
@given(pages())
def test_nothing_changes_where_the_drawings_are_in_line(text: str) -> None:
    aligned = mended(text, all_fences=True)
    assert mended(aligned) == aligned
    for box in (CROOKED, "+----+\n| 柠檬 |\n+----+\n"):
        assert mended(text.replace(box, STRAIGHT)) .count("\n") == text.count("\n")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("`~>- \t\n\r│┌─┐└┘柠a\ufeff<!-1.:{}="), max_size=200))
@example("```\n")
def test_any_text_comes_back_but_for_walls(text: str) -> None:
    after = mended(text, all_fences=True)
    assert "".join(bare(after).split()) == "".join(bare(text).split())
    if not boxwright.straighten(text).repairs and "```" not in text and "~~~" not in text:
        assert after == text
