"""The legend: what counts as one, what its lines mean, and what is said of a line that is not understood."""
from __future__ import annotations

import pytest

from boxwright.model import Style
from boxwright.text.legend import cut_legend, is_safe, look_of

BOX = "┌──────────────┐\n│ {hot} [a][x] │\n└──────────────┘\n"


@pytest.mark.parametrize(
    ("line", "style"),
    [
        pytest.param("hot: red", Style(hue="red"), id="colour"),
        pytest.param("hot: Red DASHED", Style(hue="red", dash="dashed"), id="capitals"),
        pytest.param("hot: #3af", Style(hue="blue"), id="hex"),
        pytest.param("hot: #33aaff", Style(hue="blue"), id="six-digits"),
        pytest.param("hot: c3AF", Style(hue="blue"), id="as-a-tag"),
        pytest.param("hot: storage", Style(shape="storage"), id="shape"),
        pytest.param("hot: blue double round", Style(hue="blue", weight="double", corners="round"), id="three-words"),
        pytest.param("hot: red, heavy", Style(hue="red", weight="heavy"), id="commas"),
        pytest.param("hot: red blue", Style(hue="blue"), id="the-last-one-counts"),
        pytest.param("hot：橙色、虚线 椭圆", Style(hue="orange", dash="dashed", shape="ellipse"), id="chinese"),
        pytest.param("  hot  :  gray  ", Style(hue="grey"), id="spaces"),
    ],
)
def test_a_class(line: str, style: Style) -> None:
    legend = cut_legend(f"{BOX}legend:\n{line}\n")
    assert legend.classes == {"hot": style._replace(classes=("hot",))}
    assert (legend.body, legend.tail, legend.notes) == (BOX, f"legend:\n{line}\n", ())


@pytest.mark.parametrize(
    ("tail", "is_legend"),
    [
        pytest.param("legend:\nhot: red\n", True, id="plain"),
        pytest.param("\n\n  LEGEND:  \n\n  hot: red\n\n", True, id="blank-lines-and-capitals"),
        pytest.param("图例：\nhot: red\n", True, id="chinese"),
        pytest.param("图例:\nhot: red", True, id="chinese-half-width-and-no-last-line-end"),
        pytest.param("legend:\r\nhot: red\r\n", True, id="windows"),
        pytest.param("legend:\n[x]: ../b.md\ncold: blue\n", True, id="one-name-is-used"),
        pytest.param("legend:\nA: apples\nB: bananas\n", False, id="a-legend-for-people"),
        pytest.param("legend:\ncold: blue\n", False, id="no-name-is-used"),
        pytest.param("legend: hot\nhot: red\n", False, id="not-alone-on-its-line"),
        pytest.param("legend:\n", False, id="nothing-in-it"),
        pytest.param("legend:\nhot: red\n┌──┐\n└──┘\n", False, id="a-drawing-below"),
        pytest.param("legend:\nhot: red\nlegend:\nhot: blue\n", True, id="the-last-one"),
        pytest.param("", False, id="none"),
    ],
)
def test_what_counts(tail: str, is_legend: bool) -> None:
    legend = cut_legend(BOX + tail)
    assert bool(legend.tail) == is_legend
    assert legend.body + legend.tail == BOX + tail


def test_a_legend_alone_is_text() -> None:
    assert cut_legend("legend:\nhot: red {hot}\n").tail == ""


@pytest.mark.parametrize(
    ("lines", "row", "code", "words"),
    [
        pytest.param("hot: redd", 4, "bad-legend", "'redd' is no colour, shape or line; write, for example, hot: red",
                     id="a-word-that-says-nothing"),
        pytest.param("hot: red\n\nhot", 6, "bad-legend", "this line gives no name a look", id="no-colon"),
        pytest.param("[x]: javascript:alert(1)", 4, "unsafe-link", "'javascript:alert(1)' is no address to link to",
                     id="a-script"),
        pytest.param("[x]: a b", 4, "bad-legend", "this line gives no name a look", id="a-space-in-an-address"),
    ],
)
def test_a_bad_line_keeps_the_whole_legend_text_and_is_told(lines: str, row: int, code: str, words: str) -> None:
    source = f"{BOX}legend:\n{lines}\n"
    legend = cut_legend(source)
    assert (legend.body, legend.tail, legend.classes, legend.links) == (source, "", {}, {})
    note, = legend.notes
    assert (note.severity, note.code, note.row, note.column) == ("warning", code, row, 0)
    assert words in note.message


def test_links() -> None:
    legend = cut_legend(f"{BOX}legend:\n[x]: https://example.org/a?b=c#d\n[y]：../z.md\n")
    assert legend.links == {"x": "https://example.org/a?b=c#d", "y": "../z.md"}


@pytest.mark.parametrize("address", [
    "https://example.org", "HTTP://example.org/a", "mailto:a@example.org", "b.md", "../b/c.md#d", "#here", "?q=1",
    "/root", "./a:b", "a?b:c", "页面.md",
])
def test_safe_addresses(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize("address", [
    "", "javascript:x", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///etc", "ftp://example.org", "a:b",
    "//example.org", "\\\\example.org", "/\\example.org", "https://", "https:///a", "mailto:", "java\tscript:x",
    " javascript:x", "a b", 'a"b', "a<b", "a\u00a0b", "a\x00b", "\u2028a", "a\ud800b",
])
def test_unsafe_addresses(address: str) -> None:
    assert not is_safe(address)


def test_an_unknown_word_has_no_look() -> None:
    assert look_of("loud") is None
    assert look_of("RED") == look_of("red") == Style(hue="red")
