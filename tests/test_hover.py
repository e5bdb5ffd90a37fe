"""What a box has to show to who points at it: on a page alone, what was drawn and nothing else, the innermost box."""
from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import boxwright
from boxwright import hover

DIAGRAMS = Path(__file__).parents[1] / "diagrams"
ALL = [pytest.param(path, id=path.relative_to(DIAGRAMS).with_suffix("").as_posix())
       for path in sorted(DIAGRAMS.rglob("*.txt"))]
SVG = "{http://www.w3.org/2000/svg}"
PAIR = "┌───┐    ┌───┐\n│ a ├───►│ b │\n└───┘    └───┘"
NESTED = """\
┌─ shop ─────────────┐
│ ┌─────┐    ┌─────┐ │  x  ┌─────┐
│ │ till├───►│ box │ ├────►│ out │
│ └─────┘    └─────┘ │     └─────┘
│ ┌─────┐            │
│ │ mop │            │
│ └─────┘            │
└────────────────────┘"""
DIAMOND = r"""
       /\
      /  \
     / ok \      +---+
---->\    /----->| a |
      \  /       +---+
       \/
"""


def root(source: str, **options: object) -> ElementTree.Element:
    output = boxwright.render(source, to="html", **options).output      # type: ignore[arg-type]
    return ElementTree.fromstring(str(output))


def groups(found: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The boxes that show something, by the texts in them."""
    return {" ".join(text.text or "" for text in group.iter(f"{SVG}text")): group
            for group in found.iter(f"{SVG}g") if group.get("class") == hover.GROUP}


def shown(group: ElementTree.Element, name: str = "bw-connector") -> list[str]:
    return [path.get("d", "") for path in group.findall(f"{SVG}path") if (path.get("class") or "").startswith(name)]


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("to", ["svg", "outline", "json"])
def test_only_a_page_is_pointed_at(path: Path, to: str) -> None:
    source = path.read_text(encoding="utf-8")
    output = str(boxwright.render(source, to=to).output)
    assert hover.GROUP not in output
    assert output == boxwright.render(source, to=to, hover=False).output


@pytest.mark.parametrize("path", ALL)
def test_what_is_shown_is_what_was_drawn(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    drawn = str(boxwright.render(source, to="html", hover=False).output)
    pieces = {piece for data in re.findall(r' d="([^"]*)"', drawn) for piece in re.split(r"(?=M)", data)}
    for group in groups(root(source)).values():
        for data in (*shown(group), *shown(group, "bw-head"), *shown(group, "bw-core")):
            assert set(re.split(r"(?=M)", data)) <= pieces


@pytest.mark.parametrize("path", ALL)
def test_all_texts_are_there_once(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    texts = [sorted("".join(text.itertext()) for text in root(source, hover=on).iter(f"{SVG}text")) if
             boxwright.render(source).figure.kind != "notice" else [] for on in (True, False)]
    assert texts[0] == texts[1]


def test_a_box_shows_its_own_connectors() -> None:
    found = groups(root(NESTED))
    assert set(found) == {"shop", "till", "box", "out"}
    assert shown(found["shop"]) == shown(found["out"]) != shown(found["till"]) == shown(found["box"])
    assert all(len(shown(group)) == len(shown(group, "bw-head")) == 1 for group in found.values())


def test_the_innermost_box_lies_above_and_one_without_connectors_covers() -> None:
    order = [" ".join(text.text or "" for text in child.iter(f"{SVG}text")) for child in root(NESTED)
             if child.tag == f"{SVG}g" and child.get("aria-hidden") is None]
    assert order.index("shop") < min(order.index(name) for name in ("till", "box", "mop"))
    cover = next(child for child in root(NESTED) if [t.text for t in child.iter(f"{SVG}text")] == ["mop"])
    assert cover.get("tabindex") is None and cover.get("class") is None
    assert cover[0].get("pointer-events") == "all"


def test_the_label_and_the_box_at_the_other_end_are_tinted() -> None:
    found = groups(root(NESTED))
    near = shown(found["out"], "bw-near")[0].split("M")[1:]
    assert len(near) == 2 and len(shown(found["till"], "bw-near")[0].split("M")[1:]) == 1


@pytest.mark.parametrize("source", [
    pytest.param("┌───┐  ┌───┐\n│ a │  │ b │\n└───┘  └───┘", id="boxes-alone"),
    pytest.param("┌───┐\n├───┤\n│ a │\n└───┘", id="a-divider"), pytest.param("a ──► b", id="no-box"),
])
def test_without_connectors_of_boxes_nothing_changes(source: str) -> None:
    pages = [str(boxwright.render(source, to="html", hover=on).output) for on in (True, False)]
    assert pages[0] == pages[1]


def test_a_box_that_is_no_rectangle_has_its_own_outline() -> None:
    group = groups(root(DIAMOND))["ok"]
    assert group[0].tag == f"{SVG}path" and group[0].get("d", "").endswith("Z")
    assert "bw-ring" in str(boxwright.render(DIAMOND, to="html").output)


def test_a_box_can_be_reached_by_its_name() -> None:
    found = groups(root(PAIR))
    assert [(g.get("tabindex"), g.get("role"), g.get("aria-label")) for g in found.values()] == [
        ("0", "graphics-symbol", "a"), ("0", "graphics-symbol", "b")]
    assert "a" in [g.get("aria-label") for g in groups(root(PAIR, lang="zh")).values()]


def test_a_box_with_a_link_is_reached_by_the_link() -> None:
    source = "┌────────┐    ┌───┐\n│ [a][x] ├───►│ b │\n└────────┘    └───┘"
    found = groups(root(source, links={"x": "https://example.org"}))
    linked, other = found.values()
    assert linked.find(f".//{SVG}a") is not None and linked.get("tabindex") is linked.get("role") is None
    assert (other.get("tabindex"), other.get("aria-label")) == ("0", "b")


def test_in_a_figure_that_is_too_large_to_walk_the_tab_key_does_not_stop() -> None:
    page = root("\n\n".join([PAIR] * 25))
    assert len(list(page.iter(f"{SVG}g"))) > 50
    assert page.get("role") == "img" and not [g for g in page.iter() if g.get("tabindex")]


def test_a_web_of_lines_between_many_boxes_is_not_written_out_for_each_of_them() -> None:
    rows = [f"┌───┐  │  ┌───┐\n│{k:3}├──┼──┤{k:3}│\n└───┘  │  └───┘" for k in range(60)]
    sizes = [len(str(boxwright.render("\n".join(rows[:n]), to="html").output)) / n for n in (15, 60)]
    assert sizes[1] < 1.3 * sizes[0]
