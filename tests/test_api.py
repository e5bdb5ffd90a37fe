"""The door: render, straighten, check, and the errors of a wrong request."""
from __future__ import annotations

import subprocess
import sys

import pytest

import boxwright

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"


@pytest.mark.parametrize("name", boxwright.__all__)
def test_each_name_that_is_promised_is_there(name: str) -> None:
    assert getattr(boxwright, name) is getattr(boxwright, name)
    assert name in dir(boxwright)


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'draw'"):
        boxwright.draw  # noqa: B018


def test_an_import_alone_does_not_load_the_floors() -> None:
    script = "import sys, boxwright; print(*(m for m in sys.modules if m.startswith('boxwright')))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert sorted(loaded.split()) == ["boxwright", "boxwright.typed"]


def test_an_unknown_kind_is_told_what_there_is() -> None:
    with pytest.raises(boxwright.UnknownKindError, match="unknown figure kind 'flow'; use one of: ") as caught:
        boxwright.render("a", kind="flow")
    assert all(kind in str(caught.value) for kind in boxwright.KINDS)
    assert (caught.value.kind, caught.value.known) == ("flow", boxwright.KINDS)
    assert isinstance(caught.value, boxwright.BoxwrightError)


def test_an_unknown_output_is_told_what_there_is() -> None:
    with pytest.raises(boxwright.UnknownOutputError, match="unknown output 'gif'; use one of: ") as caught:
        boxwright.render("a", to="gif")
    assert all(name in str(caught.value) for name in boxwright.OUTPUTS)
    assert (caught.value.output, caught.value.known) == ("gif", tuple(boxwright.OUTPUTS))


def test_the_kinds_and_outputs_that_are_promised() -> None:
    assert set(boxwright.KINDS) >= {"drawing", "receipt", "notice"}
    assert {name: suffixes for name, suffixes in boxwright.OUTPUTS.items() if suffixes} == {
        "svg": (".svg",), "png": (".png",), "pdf": (".pdf",), "html": (".html", ".htm"), "txt": (".txt",),
        "json": (".json",), "mermaid": (".mmd",), "dot": (".dot", ".gv"), "d2": (".d2",), "drawio": (".drawio",),
        "excalidraw": (".excalidraw",)}


@pytest.mark.parametrize("kind", boxwright.KINDS)
def test_a_kind_that_is_asked_for_takes_any_text(kind: str) -> None:
    for source in ("", "tea", CROOKED, "a: 1\n\n- b"):
        assert boxwright.render(source, kind=kind).figure.kind == kind


def test_rendering_tells_what_was_done() -> None:
    rendering = boxwright.render(CROOKED, title="A cup")
    assert rendering.repairs == boxwright.straighten(CROOKED).repairs != ()
    assert rendering.title == "A cup"
    assert boxwright.render(CROOKED).title == "柠檬水"
    assert boxwright.render(CROOKED, straighten=False).repairs == ()


def test_straighten() -> None:
    straightened = boxwright.straighten(CROOKED)
    assert straightened.text == "┌────────┐\n│ 柠檬水 │\n└────────┘\n"
    assert straightened.repairs == (boxwright.Repair(1, 10, -1),)
    assert straightened.notes == ()
    loose = "cup -->\n"
    assert [note.code for note in boxwright.straighten(loose).notes] == ["open-end"]
    assert boxwright.straighten(loose).notes == boxwright.render(loose).notes


def test_check_names_each_wall_that_is_out_of_line() -> None:
    notes = boxwright.check(CROOKED)
    assert [(note.severity, note.code, note.row, note.column) for note in notes] == [("warning", "ragged-wall", 1, 7)]
    assert CROOKED.splitlines()[1][7] == "│", "columns count characters, and two of them are wide"
    assert "-1 columns" in notes[0].message


def test_check_has_nothing_to_say_of_what_is_well() -> None:
    assert boxwright.check(boxwright.straighten(CROOKED).text) == ()


def test_check_tells_of_a_line_that_ends_at_nothing() -> None:
    notes = boxwright.check("┌─┐\n│a├────\n└─┘\n")
    assert [(note.severity, note.code) for note in notes] == [("info", "open-end")]


def test_check_takes_walls_as_they_stand_if_told() -> None:
    assert boxwright.check(CROOKED, straighten=False) == ()


def test_check_looks_at_the_kind_that_is_asked_for() -> None:
    source = "Shop\n----\nTea  1.20\nTotal  1.30\n"
    assert [note.code for note in boxwright.check(source, kind="receipt")] == ["receipt-arithmetic"]
    assert boxwright.check(source) == ()
    with pytest.raises(boxwright.UnknownKindError):
        boxwright.check(source, kind="flow")


def test_each_code_says_what_is_wrong_and_what_to_write() -> None:
    for name, code in boxwright.CODES.items():
        assert (name, bool(code.what), bool(code.write)) == (code.name, True, True)
        assert code.severity in ("info", "warning")


@pytest.mark.parametrize(
    ("lang", "key", "words"),
    [
        pytest.param("en", "source", "Source", id="en"),
        pytest.param("zh-CN", "source", "源文本", id="zh-with-a-region"),
        pytest.param("zh_TW", "drawing", "示意图", id="zh-with-an-underscore"),
        pytest.param("de", "receipt", "Receipt", id="another"),
    ],
)
def test_phrases(lang: str, key: str, words: str) -> None:
    assert boxwright.phrase(lang, key) == words


def test_a_phrase_with_a_number() -> None:
    assert boxwright.phrase("en", "figure", number=3) == "Figure 3."
    assert boxwright.phrase("zh", "figure", number=3) == "图 3\u3000"
