"""SVG, alone and in a page: well-formed, named, themed, and safe."""
from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import boxwright
from boxwright import theme

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
ALL = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(DIAGRAMS.rglob("*.txt"))]
DRAWN = [param for param in ALL if not str(param.id).startswith("notice")]
SVG = "{http://www.w3.org/2000/svg}"


def svg(path: Path, to: str = "svg", **options: str) -> str:
    kind = path.parent.name if path.parent.name in boxwright.KINDS else "drawing"
    return str(boxwright.render(path.read_text(encoding="utf-8"), to=to, kind=kind, **options).output)


@pytest.mark.parametrize("path", ALL)
def test_it_has_a_role_a_title_and_a_description(path: Path) -> None:
    root = ElementTree.fromstring(svg(path, title="Name", alt="What it shows"))
    assert root.tag == f"{SVG}svg"
    has_links = root.find(f".//{SVG}a") is not None
    assert root.get("role") == ("group" if has_links else "img")        # what is in an image cannot be reached
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and desc is not None
    assert (title.text, desc.text) == ("Name", "What it shows")
    assert root.get("class") == theme.ROOT
    assert not [each.attrib for each in root.iter() if "id" in each.attrib]         # a page may hold it twice


@pytest.mark.parametrize("path", ALL)
def test_the_view_box_is_as_large_as_the_picture(path: Path) -> None:
    root = ElementTree.fromstring(svg(path))
    assert root.attrib["viewBox"].split()[2:] == [root.attrib["width"], root.attrib["height"]]
    assert int(root.attrib["width"]) > 0 and int(root.attrib["height"]) > 0


@pytest.mark.parametrize("path", ALL)
def test_it_ends_with_one_newline_and_names_one_element_a_line(path: Path) -> None:
    text = svg(path)
    assert text.endswith("</svg>\n") and not text.endswith("\n\n")
    assert all(line.startswith(("<", ".", "@")) for line in text.splitlines())


@pytest.mark.parametrize("path", ALL)
def test_a_body_for_a_page_has_no_blank_line(path: Path) -> None:
    body = svg(path, "html")
    assert not re.search(r"\n[ \t]*\n", body)
    assert body == body.strip()


@pytest.mark.parametrize("path", ALL)
def test_paths_are_whole(path: Path) -> None:
    data = re.findall(r' d="([^"]*)"', svg(path))
    assert all(re.fullmatch("M[MLHVAQCTZmlhvaqctz0-9 .-]+", each) for each in data), data


@pytest.mark.parametrize("path", DRAWN)
def test_ids_are_unique_and_begin_with_the_prefix(path: Path) -> None:
    found = re.findall(r'\bid="([^"]*)"', svg(path, "html", ident="fig-9"))
    assert found == ["fig-9-title", "fig-9-desc"]


def test_without_a_prefix_ids_come_from_the_content() -> None:
    ids = [re.findall(r'\bid="([^"]*)"', str(boxwright.render(source, to="html").output)) for source in ("a", "a", "b")]
    assert len(ids[0]) == 2
    assert ids[0] == ids[1]
    assert not set(ids[0]) & set(ids[2])


def dark_rules(text: str) -> list[str]:
    """The media queries whose rules are about a dark scheme."""
    return re.findall(r"@media ([^{]*)\{[^{}]*\{", text)


@pytest.mark.parametrize("path", ALL)
def test_dark_rules_are_for_the_screen_alone(path: Path) -> None:
    alone, page = svg(path), svg(path, "html")
    assert dark_rules(alone) == ["screen and (prefers-color-scheme:dark)"]
    outside = re.sub(r"@media screen[^{]*\{[^{}]*\{[^{}]*\}\}", "", alone)
    assert all(colour.dark not in outside for colour in theme.COLOURS)
    assert page.count("slate") == page.count("@media screen{[data-md-color-scheme=slate] ")
    assert "prefers-color-scheme" not in page


def test_on_a_page_colours_follow_the_page() -> None:
    page = svg(DIAGRAMS / "drawing" / "control-plane.txt", "html")
    assert "--bw-ink:var(--md-code-fg-color," in page
    receipt = svg(DIAGRAMS / "receipt" / "lemonade.txt", "html")
    assert "@media screen{[data-md-color-scheme=slate] .bw-svg{" in receipt


@pytest.mark.parametrize(("to", "prefix"), [("svg", ".bw-"), ("html", f".{theme.ROOT}")], ids=["file", "page"])
@pytest.mark.parametrize("path", DRAWN)
def test_rules_are_for_figures_alone(path: Path, to: str, prefix: str) -> None:
    styles = re.findall(r"<style>(.*?)</style>", svg(path, to), re.DOTALL)[0]
    selectors = [name.strip() for names in re.findall(r"(?:^|[{}])\s*([^{}@]+)\{", styles)
                 for name in re.split(r",(?![^(]*\))", names)]
    assert selectors
    assert [name for name in selectors if not name.startswith((prefix, "[data-md-color-scheme=slate] ."))] == []


@pytest.mark.parametrize("path", ALL)
def test_each_class_that_is_used_has_a_rule(path: Path) -> None:
    text = svg(path)
    used = {name for names in re.findall(r'class="(bw-[^"]*)"', text) for name in names.split()}
    assert theme.ROOT in used
    assert [name for name in used - {theme.ROOT} if not re.search(
        rf"\.{name}(?:\.{name})?[{{,]", text)] == []


@pytest.mark.parametrize("to", ["svg", "html"])
def test_what_an_author_writes_is_escaped(to: str) -> None:
    source = "┌────────────────────┐\n│ </text><script>&\"' │\n└────────────────────┘"
    hostile = "\"><script>alert(1)</script>&'"
    text = str(boxwright.render(source, to=to, title=hostile, alt=hostile, ident=hostile).output)
    root = ElementTree.fromstring(text)
    assert "<script" not in text
    assert [t.text for t in root.iter(f"{SVG}text")] == ["</text><script>&\"'"]
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == hostile
    assert title.get("id") == (f"{hostile}-title" if to == "html" else None)


@pytest.mark.parametrize(
    "text",
    [pytest.param("a\x00\x1b\x7fb", id="controls"), pytest.param("a\ud800b", id="surrogate"),
     pytest.param("a\ufffe\uffffb", id="noncharacters")],
)
def test_what_no_xml_may_hold_is_left_out_of_a_title(text: str) -> None:
    root = ElementTree.fromstring(str(boxwright.render("x", title=text, alt=text).output))
    assert [root[0].text, root[1].text] == ["ab", "ab"]


@pytest.mark.parametrize("source", ["", " ", "\n\n"], ids=["nothing", "a-space", "blank-rows"])
def test_nothing_gives_an_empty_picture(source: str) -> None:
    root = ElementTree.fromstring(str(boxwright.render(source).output))
    assert [child.tag.removeprefix(SVG) for child in root] == ["title", "desc", "style"]
    assert int(root.attrib["width"]) > 0
