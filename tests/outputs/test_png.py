"""PNG: a picture twice the size of the SVG, and a word where a font is missing."""
from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

import pytest

import boxwright

DIAGRAMS = Path(__file__).parents[2] / "diagrams"


def size_of(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert data[12:16] == b"IHDR"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize("name", ["drawing/control-plane", "receipt/lemonade", "notice/partner-zh"])
def test_a_png_is_twice_as_large_as_the_svg(name: str) -> None:
    source, kind = (DIAGRAMS / f"{name}.txt").read_text(encoding="utf-8"), name.partition("/")[0]
    svg = re.search(r'width="(\d+)" height="(\d+)">', str(boxwright.render(source, kind=kind).output))
    png = boxwright.render(source, to="png", kind=kind).output
    assert svg and isinstance(png, bytes)
    assert size_of(png) == (2 * int(svg[1]), 2 * int(svg[2]))


def test_the_same_source_gives_the_same_picture() -> None:
    assert boxwright.render("a ──► b", to="png").output == boxwright.render("a ──► b", to="png").output


def test_text_is_drawn() -> None:
    with_text, without = (boxwright.render(f"┌───┐\n│ {c} │\n└───┘", to="png").output for c in "x ")
    assert with_text != without


@pytest.mark.parametrize("char", ["\u0378", "\u05ff"], ids=["unassigned", "another"])
def test_a_character_that_no_font_has_gets_a_note_that_names_a_package(char: str) -> None:
    notes = boxwright.render(f"┌───┐\n│ {char} │\n└───┘", to="png").notes
    assert [(note.severity, note.code) for note in notes] == [("warning", "missing-font")]
    assert char in notes[0].message
    assert "fonts-noto-cjk" in notes[0].message


def test_without_such_a_character_there_is_no_note() -> None:
    assert boxwright.render("┌─────┐\n│ tea │\n└─────┘", to="png").notes == ()


@pytest.mark.parametrize("module", ["cairosvg", "cairocffi"])
def test_without_its_packages_the_error_says_what_to_install(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(boxwright.MissingDependencyError, match=re.escape("pip install 'boxwright[png]'")) as caught:
        boxwright.render("a", to="png")
    assert (caught.value.output, caught.value.extra) == ("png", "png")
    assert isinstance(caught.value, boxwright.BoxwrightError)


def test_other_outputs_need_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    assert str(boxwright.render("a").output).startswith("<svg")
