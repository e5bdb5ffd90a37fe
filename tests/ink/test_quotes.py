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


def test_rows_without_quotes_are_the_same_object() -> None:
    rows = ("---", "| |")
    assert quoted(rows) is rows


def test_what_an_author_calls_ink_is_ink_in_quotes_too() -> None:
    sketch = boxwright.render('x "---" y\n', to="figure", kind="drawing", ink=["---"]).figure.sketch
    assert [(stroke.start, stroke.stop) for stroke in sketch.strokes] == [(3, 5)]
