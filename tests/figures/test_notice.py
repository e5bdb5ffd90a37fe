"""Notices: running text, block by block."""
from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import boxwright
from boxwright.model import Block, Notice
from boxwright.text.width import text_width

NOTICES = Path(__file__).parents[2] / "diagrams" / "notice"


def read(source: str) -> Notice:
    figure = boxwright.render(source, kind="notice", to="figure").figure
    assert isinstance(figure, Notice)
    return figure


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        pytest.param("one\ntwo", [Block("paragraph", ("one two",))], id="lines-are-joined-with-a-space"),
        pytest.param("柠檬\n水", [Block("paragraph", ("柠檬水",))], id="wide-lines-without-one"),
        pytest.param("One.\n\nTwo.", [Block("paragraph", ("One.",)), Block("paragraph", ("Two.",))], id="blank-line"),
        pytest.param("Hear ye\n\nTwo.", [Block("heading", ("Hear ye",)), Block("paragraph", ("Two.",))], id="heading"),
        pytest.param("# Hear ye\nTwo.", [Block("heading", ("Hear ye",)), Block("paragraph", ("Two.",))], id="hash"),
        pytest.param("- a\n- b\n  more", [Block("list", ("a", "b more"))], id="list"),
        pytest.param("• a\n* b", [Block("list", ("a", "b"))], id="other-bullets"),
        pytest.param("1. a\n2) b\n3、c", [Block("numbered", ("a", "b", "c"))], id="numbered-list"),
        pytest.param("Yes:\n- a", [Block("paragraph", ("Yes:",)), Block("list", ("a",))], id="list-after-a-text"),
        pytest.param("Yes.\n\n#one #two", [Block("paragraph", ("Yes.",)), Block("tags", ("#one #two",))], id="tags"),
        pytest.param("#征婚 #82年", [Block("tags", ("#征婚 #82年",))], id="tags-alone"),
        pytest.param("┌─────┐\n│ Yes │\n└─────┘", [Block("paragraph", ("Yes",))], id="a-frame-is-taken-off"),
    ],
)
def test_blocks(source: str, blocks: list[Block]) -> None:
    assert list(read(source).blocks) == blocks


@pytest.mark.parametrize("name", ["partner-en", "partner-zh"])
def test_a_notice_is_never_guessed(name: str) -> None:
    source = (NOTICES / f"{name}.txt").read_text(encoding="utf-8")
    assert boxwright.render(source).figure.kind == "drawing"
    assert [block.role for block in read(source).blocks][-2:] == ["list", "tags"]


@pytest.mark.parametrize("name", ["partner-en", "partner-zh"])
def test_as_a_picture_it_wraps_at_its_measure_and_keeps_its_words(name: str) -> None:
    source = (NOTICES / f"{name}.txt").read_text(encoding="utf-8")
    root = ElementTree.fromstring(str(boxwright.render(source, kind="notice").output))
    lines = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert len(lines) > 10
    assert max(map(text_width, lines)) <= 58
    assert not any(line[0] in "，。、；：？！" for line in lines)
    squeezed = re.sub(r"[\s•-]", "", source)
    assert re.sub(r"[\s•-]", "", "".join(lines)) == squeezed


def test_on_a_page_it_is_text_that_wraps() -> None:
    output = str(boxwright.render("Hear ye\n\n- <a>\n\n1. b\n\n#one", kind="notice", to="html").output)
    assert "<svg" not in output
    assert '<p class="bw-heading">Hear ye</p>' in output
    assert "<ul>\n<li>&lt;a&gt;</li>\n</ul>" in output
    assert "<ol>\n<li>b</li>\n</ol>" in output
    assert '<p class="bw-tags"><span>#one</span></p>' in output
    assert 'aria-label="Hear ye"' in output
    assert "\n\n" not in output
