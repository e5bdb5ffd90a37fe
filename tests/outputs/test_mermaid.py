"""Mermaid: its arrows, its shapes, and its own signs told from an author's."""
from __future__ import annotations

from collections.abc import Callable

import pytest

import boxwright


def lines(source: str) -> list[str]:
    return str(boxwright.render(source, to="mermaid").output).splitlines()


@pytest.mark.parametrize(
    ("drawn", "line"),
    [
        pytest.param("───", "b1 --- b2", id="none"), pytest.param("──►", "b1 --> b2", id="end"),
        pytest.param("◄──", "b2 --> b1", id="start-is-the-target"), pytest.param("◄─►", "b1 <--> b2", id="both"),
        pytest.param("━━►", "b1 ==> b2", id="heavy"), pytest.param("━━━", "b1 === b2", id="heavy-none"),
        pytest.param("══►", "b1 ==> b2", id="double"), pytest.param("╌╌►", "b1 -.-> b2", id="dashed"),
        pytest.param("┈┈┈", "b1 -.- b2", id="dotted-none"), pytest.param("◄┈►", "b1 <-.-> b2", id="dotted-both"),
    ],
)
def test_lines(drawn: str, line: str, pair: Callable[[str], str]) -> None:
    assert line in lines(pair(drawn))


@pytest.mark.parametrize(
    ("box", "line"),
    [
        pytest.param("┌───┐\n│ a │\n└───┘", 'b1["a"]', id="square"),
        pytest.param("╭───╮\n│ a │\n╰───╯", 'b1("a")', id="round"),
        pytest.param("╔═══╗\n║ a ║\n╚═══╝", 'b1[["a"]]', id="double"),
        pytest.param("┏━━━┓\n┃ a ┃\n┗━━━┛", "style b1 stroke-width:3px", id="heavy"),
        pytest.param("┌╌╌╌┐\n╎ a ╎\n└╌╌╌┘", "style b1 stroke-dasharray:5 3", id="dashed"),
        pytest.param("┌───────┐\n│ a {s} │\n└───────┘", 'b1[("a")]', id="storage"),
        pytest.param("┌───────┐\n│ a {c} │\n└───────┘", 'b1{"a"}', id="choice"),
        pytest.param("┌────────┐\n│ a cRED │\n└────────┘", "style b1 fill:#ffdfdb,stroke:#c22a1f", id="red"),
        pytest.param("┌───┐\n│   │\n└───┘", 'b1[" "]', id="empty"), pytest.param("a", 't1["a"]:::text', id="text"),
    ],
)
def test_shapes(box: str, line: str) -> None:
    assert line in lines(box)


@pytest.mark.parametrize(
    ("label", "written"),
    [
        pytest.param("end", "end", id="keyword"), pytest.param('say "hi"', "say #34;hi#34;", id="quotes"),
        pytest.param("#35;", "#35;35#59;", id="entity"), pytest.param("<b>", "#60;b#62;", id="tag"),
        pytest.param("`**x**`", "#96;**x**#96;", id="markdown"),
        pytest.param("%%{x}%%", "#37;#37;{x}#37;#37;", id="directive"),
        pytest.param("$$x$$", "#36;#36;x#36;#36;", id="formula"), pytest.param("fa:fa-car", "fa#58;fa-car", id="icon"),
        pytest.param("柠檬 [水]", "柠檬 [水]", id="as-it-is"),
    ],
)
def test_labels(label: str, written: str) -> None:
    assert lines(label)[3] == f't1["{written}"]:::text'


def test_lines_of_a_label_are_broken() -> None:
    assert 'b1["a<br/>b"]' in lines("┌───┐\n│ a │\n│ b │\n└───┘")


def test_title_and_description_are_for_those_who_cannot_see() -> None:
    output = str(boxwright.render("a", to="mermaid", title="Tea: #1", alt='A\n"cup"').output)
    assert output.splitlines()[1:3] == ["accTitle: Tea#58; #35;1", "accDescr: A #34;cup#34;"]
