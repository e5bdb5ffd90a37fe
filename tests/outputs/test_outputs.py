"""All outputs over all diagrams, and the plain ones by themselves."""
from __future__ import annotations

from pathlib import Path

import pytest

import boxwright

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
ALL = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(DIAGRAMS.rglob("*.txt"))]


@pytest.mark.parametrize("to", [name for name in boxwright.OUTPUTS if name not in ("png", "pdf")])
@pytest.mark.parametrize("path", ALL)
def test_each_output_writes_each_diagram_and_twice_the_same(path: Path, to: str) -> None:
    source = path.read_text(encoding="utf-8")
    kind = path.parent.name if path.parent.name in boxwright.KINDS else "drawing"
    first = boxwright.render(source, to=to, kind=kind).output
    assert isinstance(first, str) and (first.strip() or to in ("strokes", "labels"))
    assert first == boxwright.render(source, to=to, kind=kind).output


def test_txt_is_the_straightened_text() -> None:
    crooked = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
    assert boxwright.render(crooked, to="txt").output == boxwright.straighten(crooked).text
    assert boxwright.render(crooked, to="txt", straighten=False).output == crooked


@pytest.mark.parametrize(
    ("to", "start"),
    [
        pytest.param("grid", "   0 柠▫ ──►\n", id="grid"),
        pytest.param("repair", "柠 ──►\n", id="repair"),
        pytest.param("strokes", "Stroke(axis='h', line=0, start=3, stop=5,", id="strokes"),
        pytest.param("labels", "Label(text='柠', row=0, column=0, columns=2)", id="labels"),
        pytest.param("sketch", "wire ─► ", id="sketch"),
        pytest.param("figure", "kind drawing\n", id="figure"),
        pytest.param("scene", "scene drawing 12x2\n", id="scene"),
        pytest.param("outline", "title 'Diagram'\ndescription ", id="outline"),
    ],
)
def test_what_each_stage_shows(to: str, start: str) -> None:
    assert str(boxwright.render("柠 ──►", to=to).output).startswith(start)
