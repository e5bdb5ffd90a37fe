"""Where fences stand in a page, what is in them, and what their headers say."""
from __future__ import annotations

import pytest

from boxwright.hosts.fences import (
    Comment,
    Fence,
    Opener,
    find_fences,
    includes_file,
    language_of,
    option_faults,
    read_header,
    shows_fence,
    text_faults,
)


def fences(text: str) -> list[Fence]:
    return [part for part in find_fences(text.split("\n")) if isinstance(part, Fence)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("```draw\na\n b\n```", [("", "a"), ("", " b")], id="alone"),
        pytest.param("~~~draw\na\n~~~", [("", "a")], id="tildes"),
        pytest.param("~~~draw\n```\n~~~", [("", "```")], id="another-mark-in-it"),
        pytest.param("```draw\n```` \n", [], id="closed-by-a-longer-mark"),
        pytest.param("````draw\n```\n````", [("", "```")], id="a-shorter-mark-in-it"),
        pytest.param("```draw\na\n   ```", [("", "a")], id="closed-a-little-aside"),
        pytest.param("```draw\na\n    ```\n```", [("", "a"), ("", "    ```")], id="a-mark-too-far-aside-is-a-row"),
        pytest.param("```draw\n``` x\n```", [("", "``` x")], id="a-mark-with-words-is-a-row"),
        pytest.param("   ```draw\n   a\n b\n   ```", [("   ", "a"), (" ", "b")], id="indented-by-three"),
        pytest.param("- x\n\n  ```draw\n  a\n\n   b\n  ```", [("  ", "a"), ("", ""), ("  ", " b")], id="list"),
        pytest.param("- ```draw\n  a\n  ```", [("  ", "a")], id="after-the-mark-of-an-item"),
        pytest.param("1. x\n\n    ```draw\n    a\n    ```", [("    ", "a")], id="numbered-by-four"),
        pytest.param("- x\n    - y\n\n        ```draw\n        a\n        ```", [("        ", "a")], id="list-in-list"),
        pytest.param("> ```draw\n> a\n>\n>   b\n> ```", [("> ", "a"), (">", ""), ("> ", "  b")], id="quote"),
        pytest.param("> > ```draw\n> > a\n>>  b\n> > ```", [("> > ", "a"), (">> ", " b")], id="quote-in-quote"),
        pytest.param("> - ```draw\n>   a\n>   ```", [(">   ", "a")], id="list-in-quote"),
        pytest.param("- > ```draw\n  > a\n  > ```", [("  > ", "a")], id="quote-in-list"),
        pytest.param("\t```draw\n\ta\n\t```", [], id="indented-by-a-tab-is-code"),
        pytest.param("- x\n\n\t```draw\n\ta\n\t```", [("\t", "a")], id="list-indented-by-a-tab"),
        pytest.param('!!! note "A"\n\n    ```draw\n    a\n    ```', [("    ", "a")], id="admonition"),
        pytest.param('???+ note\n\n    ```draw\n    a\n    ```', [("    ", "a")], id="details"),
        pytest.param('=== "One"\n\n    ```draw\n    a\n    ```', [("    ", "a")], id="tab"),
        pytest.param('!!! note\n\n    === "One"\n\n        ```draw\n        a\n        ```', [("        ", "a")],
                     id="tab-in-admonition"),
        pytest.param("[^1]: x\n\n    ```draw\n    a\n    ```", [("    ", "a")], id="footnote"),
        pytest.param("word\n:   x\n\n    ```draw\n    a\n    ```", [("    ", "a")], id="definition"),
    ],
)
def test_the_rows_of_a_fence(text: str, rows: list[tuple[str, str]]) -> None:
    found = fences(text)
    assert [tuple(row) for fence in found for row in fence.rows] == rows
    assert all(fence.closed for fence in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("    ```draw\n    a\n    ```", id="indented-code"),
        pytest.param("<!--\n```draw\na\n```\n-->", id="comment"),
        pytest.param("<pre>\n```draw\na\n```\n</pre>", id="pre"),
        pytest.param("a ```draw b```", id="code-in-a-line"),
        pytest.param("``` draw `x`\n", id="a-backtick-in-the-header"),
        pytest.param("``draw\na\n``", id="two-ticks"),
    ],
)
def test_what_is_no_fence(text: str) -> None:
    assert fences(text) == []


def test_a_fence_shown_in_a_fence_is_text() -> None:
    outer, = fences("````markdown\n```draw\na\n```\n````")
    assert language_of(outer.header) == "markdown"
    assert [row.text for row in outer.rows] == ["```draw", "a", "```"]


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        pytest.param("```draw\na\nb", 3, id="end-of-page"),
        pytest.param("> ```draw\n> a\nb\n```draw\n```", 2, id="end-of-quote"),
        pytest.param("- ```draw\n  a\nb\n```draw\n```", 2, id="end-of-list"),
    ],
)
def test_a_fence_that_is_not_closed_ends_with_what_it_stands_in(text: str, stop: int) -> None:
    first, *others = fences(text)
    assert (first.closed, first.stop) == (False, stop)
    assert [fence.closed for fence in others] in ([], [True])


def test_lines_prefix_mark_and_header() -> None:
    fence, = fences("x\n\n> ~~~~ draw title=\"a\"\n> b\n> ~~~~\ny")
    assert (fence.line, fence.stop, fence.prefix, fence.mark, fence.header) == (2, 4, "> ", "~~~~", ' draw title="a"')


def test_comments_between_fences() -> None:
    text = "<!-- one -->\n```\n<!-- two -->\n```\n- <!-- three -->\n`<!-- four -->` <!-- five -->\n"
    assert [part for part in find_fences(text.split("\n")) if isinstance(part, Comment)] == [
        Comment(0, 4, " one "), Comment(4, 6, " three ")]


def test_a_comment_over_several_lines_ends() -> None:
    assert len(fences("<!-- a\n```draw\n-->\n```draw\n```\n")) == 1


# ── headers ──

@pytest.mark.parametrize(
    ("header", "opener"),
    [
        pytest.param("draw", Opener(1, "draw"), id="bare"),
        pytest.param(" draw ", Opener(1, "draw"), id="blanks"),
        pytest.param('draw title="a b" id=\'c\'', Opener(1, "draw", {"title": "a b", "id": "c"}), id="options"),
        pytest.param('{ .draw #x title="a" }', Opener(1, "draw", {"title": "a"}, braced=True), id="braced"),
        pytest.param('draw {title="a"}', Opener(1, "draw", {"title": "a"}, braced=True), id="attributes"),
        pytest.param("python", None, id="another-language"),
        pytest.param("", None, id="none"),
    ],
)
def test_headers(header: str, opener: Opener | None) -> None:
    assert read_header(header, 1, {"draw"}) == opener


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        pytest.param({"title": "a", "straighten": "false", "kind": "auto"}, [], id="well"),
        pytest.param({"titel": "a"}, ["unknown-option"], id="unknown"),
        pytest.param({"straighten": "no"}, ["bad-option"], id="no-such-value"),
        pytest.param({"kind": "tree"}, ["bad-option"], id="no-such-kind"),
        pytest.param({"id": "a b"}, ["bad-option"], id="a-space-in-the-id"),
        pytest.param({"x": "", "y": ""}, ["unknown-option", "unknown-option"], id="two"),
    ],
)
def test_options_that_are_wrong(options: dict[str, str], codes: list[str]) -> None:
    assert [fault.code for fault in option_faults(options)] == codes


def test_a_value_that_an_option_does_not_take_is_told_what_to_write() -> None:
    fault, = option_faults({"straighten": "no"})
    assert fault.message == "straighten takes true or false, not 'no'; write straighten=\"false\""


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        pytest.param("a", 0, id="well"), pytest.param(" \n", 1, id="empty"), pytest.param("a\n" * 5_000, 1, id="long"),
    ],
)
def test_texts_that_are_wrong(source: str, faults: int) -> None:
    assert [fault.code for fault in text_faults(source)] == ["bad-fence"] * faults


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('--8<-- "a.txt"', True, id="snippet"), pytest.param("-8<- a.txt", True, id="short"),
        pytest.param("a --8<-- b", False, id="in-a-line"), pytest.param("────", False, id="a-line"),
    ],
)
def test_a_text_from_another_file(source: str, expected: bool) -> None:
    assert includes_file(source) is expected


def test_a_text_that_shows_fences() -> None:
    assert shows_fence("a\n> ```draw\n")
    assert not shows_fence("a ``` b\n┌──┐\n")
