"""The pages that tools write: as the tools would write them now, and complete."""
from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from boxwright.glyphs import Glyph

REPOSITORY = Path(__file__).parents[1]
DIAGRAMS, DOCS = REPOSITORY / "diagrams", REPOSITORY / "docs"
INCLUDED = re.compile(r'^ *--8<-- "(.+)\.txt"$', re.M)


def tool(name: str) -> ModuleType:
    """Return a script of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GALLERY, GLYPH_TABLE = tool("gallery"), tool("glyph_table")


@pytest.mark.parametrize("module", [GALLERY, GLYPH_TABLE], ids=lambda module: module.__name__)
def test_the_pages_are_as_the_tool_writes_them(module: ModuleType) -> None:
    stale = [path for path, text in module.pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "these pages are stale; write them: make pages"


def test_each_diagram_is_in_the_gallery_or_on_another_page() -> None:
    listed = {f"{section.folder}/{row.name}" for section in GALLERY.SECTIONS for row in section.rows}
    shown = {name for path in DOCS.rglob("*.md") if path.name != "gallery.md"
             for name in INCLUDED.findall(path.read_text(encoding="utf-8"))}
    there = {path.relative_to(DIAGRAMS).with_suffix("").as_posix() for path in DIAGRAMS.rglob("*.txt")}
    assert listed | shown == there
    assert listed & shown == set(), "a drawing that another page shows needs no row"


def test_names_in_the_gallery_are_anchors() -> None:
    names = [name for section in GALLERY.SECTIONS for name in (section.folder, *(row.name for row in section.rows))]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", GALLERY.LANGUAGES)
def test_titles_in_the_gallery_differ_and_sentences_end(language: str) -> None:
    texts = [getattr(row, language) for section in GALLERY.SECTIONS for row in (section, *section.rows)]
    titles = [title for title, _ in texts]
    assert sorted(titles) == sorted(set(titles))
    assert [sentence for _, sentence in texts if sentence[-1] not in ".!?。！？"] == []


def test_a_drawing_without_a_png_is_one_of_the_gallery() -> None:
    listed = {f"{section.folder}/{row.name}" for section in GALLERY.SECTIONS for row in section.rows}
    assert set(GALLERY.WITHOUT_PNG) <= listed


def test_a_glyph_that_no_group_takes_ends_the_run() -> None:
    with pytest.raises(SystemExit, match="no group takes Glyph"):
        GLYPH_TABLE.group_of(Glyph("☃", ""))


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        pytest.param("", "", id="none"),
        pytest.param("─━", "`─ ━`", id="some"),
        pytest.param("'`", "`` ' ` ``", id="with-a-backtick"),
    ],
)
def test_a_cell_of_the_glyph_table(chars: str, expected: str) -> None:
    assert GLYPH_TABLE.cell(chars) == expected
