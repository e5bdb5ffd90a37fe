"""Quotes: what stands in them is text, and what only looks like it is not."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.ink.quotes import quoted


def changed(*rows: str) -> list[int]:
    """The rows that hold a quotation with ink in it."""
    width = max(map(len, rows))
    typed = tuple(row.ljust(width) for row in rows)
    return [y for y, (before, after) in enumerate(zip(typed, quoted(typed), strict=True)) if before != after]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(('"---"',), [0], id="a-line"),
        pytest.param(('say ("a | b").',), [0], id="in-brackets"),
        pytest.param(('|"+-+"|',), [0], id="between-walls"),
        pytest.param(('s="--", t="v"',), [0], id="two"),
        pytest.param(('"│ ├──"',), [0], id="drawn"),
        pytest.param(("|", '"a-b|c"', "|"), [1], id="a-label-in-a-line"),
        pytest.param(('"abc"', "abc"), [], id="no-ink"),
        pytest.param(('5" -- 6"',), [], id="inches"),
        pytest.param(('a" -- "b',), [], id="between-two-quotations"),
        pytest.param(('" -- "',), [], id="blanks-inside"),
        pytest.param(('"--"x',), [], id="a-word-behind"),
        pytest.param(("+--+", '"a |b"', "+--+"), [], id="a-wall-of-one-row"),
        pytest.param(('".--."', '"|  |"', '"|  |"', '"+--+"'), [0, 1, 2, 3], id="a-box-in-quotes"),
        pytest.param(("   |", '"a +-b"', "   |"), [], id="a-line-through"),
        pytest.param(('"' + "-" * 39 + '"',), [], id="too-long"),
        pytest.param(('"' + "-" * 38 + '"',), [0], id="as-long-as-may-be"),
    ],
)
def test_what_is_quoted(rows: tuple[str, ...], expected: list[int]) -> None:
    assert changed(*rows) == expected


@pytest.mark.parametrize(
    ("source", "labels", "boxes"),
    [
        pytest.param('A ──► "--- +++" ok\n      +-------+\n      |  box  |\n      +-------+\n',
                     ["A", '"--- +++" ok', "box"], 1, id="over-a-box"),
        pytest.param('+-----------+\n| s = "---" |\n+-----------+\n', ['s = "---"'], 1, id="in-a-box"),
        pytest.param('"A" ---> "B"\n', ['"A"', '"B"'], 0, id="an-arrow-between"),
        pytest.param('+---+---+\n| " | " |\n+---+---+\n', ['"', '"'], 1, id="ditto-marks"),
    ],
)
def test_quoted_ink_is_text(source: str, labels: list[str], boxes: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels
    assert len(sketch.boxes) == boxes


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("tok '->'", "tok '-'", "tok '-.'"), [0, 1, 2], id="under-one-another"),
        pytest.param(("s.split('=')",), [0], id="in-brackets"),
        pytest.param(("'='*40", "'-'.join(x)", "'-' + x"), [0, 1, 2], id="with-what-follows"),
        pytest.param(("tr '-' '_'",), [0], id="two"),
        pytest.param(("sep='--', end='|'",), [0], id="named"),
        pytest.param(("use `--` or `->`",), [0], id="backticks"),
        pytest.param(("' | '.join(x)",), [0], id="a-blank-at-each-end"),
        pytest.param(("用'-'表示",), [0], id="between-wide-letters"),
        pytest.param(("| '|'  |",), [0], id="a-bar"),
        pytest.param(("or `--all` x",), [0], id="a-flag-in-backticks"),
        pytest.param(("| ``--foo`` |",), [0], id="double-backticks"),
        pytest.param(("use ``a -> b``.",), [0], id="an-arrow-in-double-backticks"),
        pytest.param(("`--all `--b",), [], id="branches-with-words"),
        pytest.param(("`-a- -`",), [], id="a-line-between-backticks"),
        pytest.param((".---.", "| a |", "`-b-`"), [], id="a-bottom-with-a-word"),
        pytest.param((".-.", "| |", "'-'"), [], id="a-round-box"),
        pytest.param((".-.", "|a|", "`-`"), [], id="of-backticks"),
        pytest.param((" .-.", "( a )", " '-'"), [], id="a-circle"),
        pytest.param((" .--.", "/    \\", "\\    /", " '--'"), [], id="a-hexagon"),
        pytest.param((" .-.   .-.", "'   '-'   '-'"), [], id="a-wave"),
        pytest.param(("a b", ": :", "'-'"), [], id="a-dashed-line-that-turns-twice"),
        pytest.param((".----.", "|'--'|"), [], id="the-rim-of-a-cylinder"),
        pytest.param(("  .---.", " /   /", "'---'"), [], id="a-parallelogram"),
        pytest.param(("__.--.__    __.-->", "        '--'"), [], id="a-wave-along-low-lines"),
        pytest.param((" .+. ", " '-' "), [], id="a-lid-with-a-tee"),
        pytest.param(("-----", "'---'"), [1], id="a-long-one-under-a-line"),
        pytest.param(("price * count", "'---'   '---'", "each    items"), [], id="brackets-under-words"),
        pytest.param(("01 02 03", "'---' '-'"), [1], id="a-bracket-and-a-sign"),
        pytest.param(("", "'---'"), [1], id="a-bracket-under-nothing"),
        pytest.param(("f(x)", "'---'"), [], id="a-long-line-under-any-sign"),
        pytest.param((" a|b", "'--'"), [1], id="a-short-one-under-one-bar"),
        pytest.param(("|", "'-->"), [], id="a-corner"),
        pytest.param(("x' - y'", "'90s - '80s", "5' - 6'"), [], id="primes"),
        pytest.param(("'-----'",), [], id="too-many-signs"),
        pytest.param(("'- '",), [], id="a-blank-at-one-end"),
    ],
)
def test_which_signs_are_quoted(rows: tuple[str, ...], expected: list[int]) -> None:
    assert changed(*rows) == expected


@pytest.mark.parametrize(
    ("source", "labels", "boxes"),
    [
        pytest.param("+-------------+\n| tok '->'    |\n| tok '-'     |\n| s.split('=')|\n+-------------+\n",
                     ["tok '->'", "tok '-'", "s.split('=')"], 1, id="in-a-box"),
        pytest.param(" .-. tok '-'\n| a |\n '-' a '-'\n", ["tok '-'", "a", "a '-'"], 1, id="beside-a-circle"),
        pytest.param("'-' is stdin\n|\n'-->\n", ["'-' is stdin"], 0, id="over-a-line"),
    ],
)
def test_signs_in_ticks_are_text(source: str, labels: list[str], boxes: int) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels
    assert len(sketch.boxes) == boxes


def test_rows_without_quotes_are_the_same_object() -> None:
    rows = ("---", "| |")
    assert quoted(rows) is rows


def test_what_an_author_calls_ink_is_ink_in_quotes_too() -> None:
    sketch = boxwright.render('x "---" y\n', to="figure", kind="drawing", ink=["---"]).figure.sketch
    assert [(stroke.start, stroke.stop) for stroke in sketch.strokes] == [(3, 5)]


def test_so_it_is_in_ticks() -> None:
    sketch = boxwright.render("x '---' y\n", to="figure", kind="drawing", ink=["---"]).figure.sketch
    assert [stroke.stop - stroke.start for stroke in sketch.strokes] >= [2]
