"""PDF: one page, as large as the drawing, and the same bytes whenever it is made."""
from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

import boxwright

DIAGRAMS = Path(__file__).parents[2] / "diagrams"


def pdf(source: str, **options: str) -> bytes:
    output = boxwright.render(source, to="pdf", **options).output  # type: ignore[arg-type]
    assert isinstance(output, bytes)
    return output


@pytest.mark.parametrize("name", ["drawing/control-plane", "receipt/lemonade", "notice/partner-zh"])
def test_one_page_as_large_as_the_drawing(name: str) -> None:
    source, kind = (DIAGRAMS / f"{name}.txt").read_text(encoding="utf-8"), name.partition("/")[0]
    data = pdf(source, kind=kind)
    assert data.startswith(b"%PDF-1.5\n") and data.endswith(b"%%EOF\n")
    svg = re.search(r'width="(\d+)" height="(\d+)">', str(boxwright.render(source, kind=kind).output))
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", data)
    assert svg and box and len(re.findall(rb"/Type /Page\b", data)) == 1
    assert [float(side) for side in box.groups()] == pytest.approx([float(side) * .75 for side in svg.groups()])


def test_the_same_bytes_a_second_later() -> None:
    first = pdf("┌────┐\n│ 店 │\n└────┘")
    time.sleep(1.1)                     # a date would tell a second
    assert pdf("┌────┐\n│ 店 │\n└────┘") == first
    assert b"19700101000000" in first


def test_its_letters_are_letters() -> None:
    assert b"/ToUnicode" in pdf("┌─────┐\n│ tea │\n└─────┘")


@pytest.mark.parametrize("title", ["Tea", "柠檬", "(x) \\ <y>", "\ud800\x00", ""])
def test_its_title_may_be_any_text(title: str) -> None:
    assert b"/Title" in pdf("┌─┐\n│a│\n└─┘", title=title)


def test_a_character_that_no_font_has_gets_a_note() -> None:
    note, = boxwright.render("\u0378", to="pdf").notes
    assert note.code == "missing-font" and "in the PDF" in note.message


@pytest.mark.parametrize("module", ["cairosvg", "cairocffi"])
def test_without_its_packages_the_error_says_what_to_install(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(boxwright.MissingDependencyError, match=re.escape("pip install 'boxwright[pdf]'")):
        pdf("a")
