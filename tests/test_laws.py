"""What holds for any text: a figure comes out, well-formed and safe, and nothing an author wrote is lost."""
from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.glyphs import BLOCKS, GLYPHS
from boxwright.text.grid import grid_text, read_grid

SVG = "{http://www.w3.org/2000/svg}"
TYPED = st.sampled_from("ab1柠檬，. -|+>v│─")
GLYPHS_DRAWN = "┌─┬┐│├┼┤└┴┘╔═╗║╚╝╭╮╯╰┄━┃+-|.':=/\\()_~oX╱╲█░●►▼◄▲→<>^v"
DRAWN = st.text(st.sampled_from(f"{GLYPHS_DRAWN}    \n\n\n柠檬ab1,#*：¥3"), max_size=300)
WILD = st.text(st.one_of(TYPED, st.characters(exclude_categories=["Cs"])), max_size=120)
HOSTILE = "<script>alert(1)</script> onload=x </text>&quot; javascript:x \x1b]8;;\x07 \x00\x85\ufeff\ufffe"
ANY_TEXT = st.one_of(DRAWN, WILD)
KINDS = [None, *boxwright.KINDS]


def drawn(source: str, kind: str | None) -> str:
    return str(boxwright.render(source, kind=kind).output)


def shown(source: str, kind: str | None) -> Counter[str]:
    """How often each character is in the picture's text."""
    root = ElementTree.fromstring(drawn(source, kind))
    return Counter(char for text in root.iter(f"{SVG}text") for char in "".join(text.itertext()))


def written(source: str) -> Counter[str]:
    return Counter(grid_text(read_grid(source)))


def only(counts: Counter[str], keep: str) -> Counter[str]:
    """Leave out of `counts` what `keep` names: letters, or all that is neither space nor ink."""
    if keep == "letters":
        return Counter({char: n for char, n in counts.items() if char.isalpha() and char not in GLYPHS})
    ink = {*GLYPHS, *BLOCKS}
    return Counter({char: n for char, n in counts.items() if not char.isspace() and char not in ink})


def leads_safely(address: str) -> bool:
    """Tell whether a browser takes an address for one of http, https or mailto, or for a relative one."""
    seen = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(0x21))))      # as the URL standard reads it
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", seen)
    if scheme:
        return scheme[1].lower() in ("http", "https", "mailto")
    return bool(seen) and not seen.replace("\\", "/").startswith("//")


def check_safe(svg: str) -> ElementTree.Element:
    """Hold an SVG to be well-formed, to name what it may name, and to lead nowhere but by a link."""
    root = ElementTree.fromstring(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "g", "rect", "path", "ellipse", "text", "a"}
    for element in root.iter():
        for name, value in element.attrib.items():
            if element.tag == f"{SVG}a":
                assert name == "href" and leads_safely(value)
                continue
            assert not name.startswith("on") and "href" not in name
            assert "://" not in value and not re.search(r"\b(?:nan|inf|None)\b", value)
    style = root.find(f"{SVG}style")
    assert style is not None and style.text is not None
    assert "url(" not in style.text and "@import" not in style.text
    return root


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(source=ANY_TEXT)
@example(source=HOSTILE)
@example(source=" ^\n │'╗")              # a line that turns straight back
def test_any_text_gives_well_formed_and_safe_svg(source: str, kind: str | None) -> None:
    check_safe(drawn(source, kind))


# ── tags, links and legends ──────────────────────────────────────────────────────────────────────────

TAGS = ("{d}", "{s}", "{io}", "{o}", "{mo}", "{tr}", "{c}", "{hot}", "{热}", "cRED", "c3AF", "{c808}")
TEXTS = ("{x}", "c101", "cABLE", "m[i][j]", "{}", "柠檬", "ok")
WORDS = st.sampled_from((*TAGS, *TEXTS, "[in][x]", "[y z][x]", "[no][where]"))
LOOKS = st.sampled_from(("red", "#3af", "heavy", "dashed", "storage", "round", "橙", "no-look", "url(x)", "}</style>"))
ADDRESSES = st.one_of(WILD, st.sampled_from((
    "https://example.org/a?b=c&d=e#f", "../b.md", "#here", "mailto:a@example.org", "javascript:alert(1)",
    "JaVaScRiPt:x", "data:text/html,x", "//example.org", "/\\example.org", "java\tscript:x", "vbscript:x",
    "\x01javascript:x", "http:x")))
ENTRIES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(("hot", "热", "d")), st.lists(LOOKS, min_size=1).map(" ".join)),
    st.builds("[{}]: {}".format, st.sampled_from(("x", "where")), ADDRESSES), WILD)


def boxed(rows: list[list[str]], tail: str = "") -> str:
    """Return words in a box, numbered ones between them so that each can be found again."""
    lines = [" ".join(f"{word} w{y}n{x}" for x, word in enumerate(row)) for y, row in enumerate(rows)]
    width = 2 * max(len(line) for line in lines) + 2
    wide = [sum("\u3400" < char < "\u9fff" for char in line) for line in lines]
    walls = [f"│ {line.ljust(width - wide[y])} │" for y, line in enumerate(lines)]
    return "\n".join((f"┌{'─' * (width + 2)}┐", *walls, f"└{'─' * (width + 2)}┘", tail))


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4),
       legend=st.lists(ENTRIES, max_size=3).map("\n".join))
def test_tags_and_legends_are_safe_and_take_no_other_word(rows: list[list[str]], legend: str) -> None:
    source = boxed(rows, f"legend:\n{legend}")
    rendering = boxwright.render(source, kind="drawing")
    text = "\n".join("".join(t.itertext()) for t in check_safe(str(rendering.output)).iter(f"{SVG}text"))
    assert {f"w{y}n{x}" for y, row in enumerate(rows) for x in range(len(row))} <= set(re.findall(r"w\dn\d", text))
    for word in TEXTS:
        assert text.count(word) >= sum(row.count(word) for row in rows)
    assert rendering.figure.kind == "drawing"
    is_cut = "legend:" not in text                      # it counted, so each of its lines was understood
    assert not is_cut or not {"bad-legend"} & {note.code for note in rendering.notes}


@settings(max_examples=100, deadline=None)
@given(tail=st.one_of(WILD, st.lists(ENTRIES, max_size=4).map("\n".join)), ends=st.sampled_from(("\n", "\r\n")))
@example(tail="hot: red\t \n\n[x]:  ../b.md\n\n", ends="\r\n")
def test_a_text_comes_back_with_its_legend_unchanged(tail: str, ends: str) -> None:
    source = f"┌──────────┐\n│ 柠檬 {{hot}}│\n│ [a][x]  │\n└──────────┘\n\n图例：\n{tail}".replace("\n", ends)
    straightened = boxwright.straighten(source)
    assert straightened.repairs
    out = str(boxwright.render(source, to="txt").output)
    assert out == straightened.text
    legend = source[source.index("图例") :]
    kept = straightened.text[straightened.text.index("图例") :]
    if all("{hot}" not in o.label.text for o in boxwright.render(source, kind="drawing").figure.sketch.labels):
        assert kept == legend


@settings(max_examples=100, deadline=None)
@given(address=ADDRESSES)
def test_no_address_leads_astray(address: str) -> None:
    rendering = boxwright.render("┌──────┐\n│ [a][x] │\n└──────┘\n", kind="drawing", links={"x": address})
    root = check_safe(str(rendering.output))
    is_told = "unsafe-link" in {note.code for note in rendering.notes}
    assert (root.find(f".//{SVG}a") is None) == is_told


@settings(max_examples=80, deadline=None)
@given(source=ANY_TEXT)
@example(source=HOSTILE)
def test_a_drawing_loses_no_character_that_is_not_ink(source: str) -> None:
    missing = only(written(source), "all but ink") - shown(source, "drawing")
    assert not missing


@settings(max_examples=80, deadline=None)
@given(source=ANY_TEXT)
@example(source=HOSTILE)
def test_in_a_drawing_each_cell_is_ink_or_text(source: str) -> None:
    grid = read_grid(boxwright.straighten(source).text)
    covered = [[0] * grid.columns for _ in grid.rows]
    figure = boxwright.render(source, kind="drawing", to="figure").figure
    assert figure.kind == "drawing"
    for stroke in figure.sketch.strokes:
        for at in range(stroke.start, stroke.stop + 1):
            row, column = {"h": (stroke.line, at), "v": (at, stroke.line), "u": (stroke.line - at, at),
                           "d": (stroke.line + at, at)}[stroke.axis]
            covered[row][column] |= 1
    for row, column in figure.sketch.claims:
        covered[row][column] |= 1
    for owned in (*figure.sketch.labels, *figure.sketch.tags):
        for column in range(owned.label.column, owned.label.column + owned.label.columns):
            covered[owned.label.row][column] |= 2
    assert not [(y, x) for y, row in enumerate(grid.rows) for x, char in enumerate(row)
                if char != " " and covered[y][x] not in (1, 2)]


@pytest.mark.parametrize("kind", [None, "receipt", "notice"])
@settings(max_examples=80, deadline=None)
@given(source=ANY_TEXT)
@example(source="Shop\nName: tea ....... 1.20\n***\na：b\n1. c\n#d #e")
def test_no_kind_loses_a_letter(source: str, kind: str | None) -> None:
    missing = only(written(source), "letters") - shown(source, kind)
    assert not missing


@settings(max_examples=40, deadline=None)
@given(source=ANY_TEXT, to=st.sampled_from(["svg", "html", "json", "outline", "txt"]))
def test_the_same_text_gives_the_same_bytes(source: str, to: str) -> None:
    assert boxwright.render(source, to=to).output == boxwright.render(source, to=to).output


@settings(max_examples=60, deadline=None)
@given(source=ANY_TEXT, kind=st.sampled_from(KINDS))
def test_a_body_for_a_page_has_no_blank_line(source: str, kind: str | None) -> None:
    assert not re.search(r"\n[ \t]*\n", str(boxwright.render(source, to="html", kind=kind).output))


@settings(max_examples=60, deadline=None)
@given(source=ANY_TEXT, words=st.text(max_size=20))
def test_title_alt_and_prefix_may_be_any_text(source: str, words: str) -> None:
    root = ElementTree.fromstring(str(boxwright.render(source, title=words, alt=words, ident=words).output))
    assert root.get("role") == "img"


@settings(max_examples=60, deadline=None)
@given(source=ANY_TEXT)
def test_check_tells_of_every_repair(source: str) -> None:
    repairs = boxwright.straighten(source).repairs
    ragged = [note for note in boxwright.check(source) if note.code == "ragged-wall"]
    assert [note.row for note in ragged] == sorted(repair.row for repair in repairs)


@settings(max_examples=60, deadline=None)
@given(source=ANY_TEXT, kind=st.sampled_from(KINDS))
def test_check_points_into_the_text(source: str, kind: str | None) -> None:
    lines = re.split("\r\n|\r|\n", source)
    for note in boxwright.check(source, kind=kind):
        assert 0 <= note.row < len(lines) and 0 <= note.column <= len(lines[note.row])
        assert note.code in boxwright.CODES and note.severity == boxwright.CODES[note.code].severity
