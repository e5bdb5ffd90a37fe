"""What holds for each output that other tools read, over all diagrams and any label: it is read back as it was."""
from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import boxwright
from exports.readers import READERS, Seen

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
ALL = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(DIAGRAMS.rglob("*.txt"))]
#: Signs and words that mean something in one of the languages.
SIGNS = st.text(st.sampled_from("\"'`<>&#;:%${}[]()|\\/*_~-=.,!?^@+ ab1柠檬，éﬂ¶°😀👩‍👧"), min_size=1, max_size=16)
WORDS = st.sampled_from(["end", "subgraph", "graph", "node", "null", "label", "style", "click", "%%{init: {}}%%", "]]>",
                         "<b>x</b>", "&lt;", "&#9829;", "#35;", "#quot;", "\\N", "\\l", "${x}", "|md x|", "fa:fa-car",
                         "$$x^2$$", "1. one", "- one", "a -> b", "a --> b", "<br/>", "*.x", "_", "vars", "`**x**`",
                         "-->", "{{x}}", "</mxCell>", "\u202eabc", "\ufeffx", "x\u2028y", "a\x85b"])
LABELS = st.one_of(WORDS, SIGNS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))


@cache
def kind_of(path: Path) -> str:
    return path.parent.name if path.parent.name in boxwright.KINDS else "drawing"


def carried(source: str, to: str, kind: str | None = None) -> Seen:
    output = boxwright.render(source, to=to, kind=kind).output
    assert isinstance(output, str) and output.endswith("\n")
    return READERS[to](output)


def structure(source: str, kind: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(str(boxwright.render(source, to="json", kind=kind).output))
    return found


def words(texts: Any) -> set[str]:
    return set(re.findall(r"\w+", " ".join(texts)))


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("path", ALL)
def test_boxes_stand_in_the_boxes_that_they_stand_in(path: Path, to: str) -> None:
    source = path.read_text(encoding="utf-8")
    if kind_of(path) != "drawing":
        assert len([name for name in carried(source, to, kind_of(path)).nodes if re.fullmatch(r"b\d+", name)]) == 1
        return
    seen = carried(source, to, "drawing")
    boxes = {name: parent for name, parent in seen.parents.items() if re.fullmatch(r"b\d+", name)}
    assert boxes == {box["id"]: box["parent"] for box in structure(source, "drawing")["boxes"]}


#: Formats that keep the places.
PLACED = ("drawio", "excalidraw")


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("path", ALL)
def test_connectors_lead_where_they_lead(path: Path, to: str) -> None:
    source = path.read_text(encoding="utf-8")
    kind = kind_of(path)

    def end(name: str | None) -> str | None:
        return name if name and name.startswith("b") else None

    found = [(end(a), end(b), text, start, stop) for a, b, text, start, stop in carried(source, to, kind).edges]
    data = structure(source, kind)
    boxes = {box["id"]: box for box in data["boxes"]}

    def divides(c: dict[str, Any]) -> bool:
        box = boxes.get(c["from"])
        return box is not None and c["from"] == c["to"] and not c["start_arrow"] and not c["end_arrow"] and all(
            0 <= row - box["row"] < box["rows"] and 0 <= column - box["column"] < box["columns"]
            for row, column in c["path"])

    def tied(ident: str | None, cell: list[int]) -> str | None:
        """Return the box at an end, where the format has places only if the end lies at it, and on no line there."""
        box = boxes.get(ident or "")
        away = box is not None and to in ("drawio", "excalidraw") and (
            max(box["row"] - cell[0], cell[0] - box["row"] - box["rows"] + 1) > 2
            or max(box["column"] - cell[1], cell[1] - box["column"] - box["columns"] + 1) > 3)
        return None if away else ident

    wanted = [(tied(c["from"], c["path"][0]), tied(c["to"], c["path"][-1]), c["label"],
               c["start_arrow"], c["end_arrow"])
              for c in data["connectors"] if kind == "drawing" and not divides(c)]
    if to == "mermaid":         # it has no arrow that points back alone
        wanted = [(b, a, text, False, True) if start and not stop else (a, b, text, start, stop)
                  for a, b, text, start, stop in wanted]
    if to in PLACED:            # an arrow between two lines of life stays where it is, and so touches neither's name
        found, wanted = ([one for one in some if one[0] or one[1]] for some in (found, wanted))
    assert found == wanted


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("path", ALL)
def test_no_word_is_lost(path: Path, to: str) -> None:
    source, kind = path.read_text(encoding="utf-8"), kind_of(path)
    seen, data = carried(source, to, kind), structure(source, kind)
    written = [label["text"] for label in data["labels"]] if kind == "drawing" else [
        text for line in data.get("receipt", {}).get("lines", ()) for text in (line["left"], line["right"])
    ] + [text for block in data.get("notice", {}).get("blocks", ()) for text in block["texts"]]
    if kind == "notice":                # its lines are broken elsewhere
        assert set("".join(written)) - set(" \n") <= set("".join(seen.texts()))
    else:
        assert words(written) <= words(seen.texts())


@pytest.mark.parametrize("to", READERS)
@settings(max_examples=120, deadline=None)
@given(label=LABELS)
@example(label="end")
@example(label="1. \"a\" `b` <c> & #35; %%{d}%% ${e} \\n $$f$$")
def test_any_label_comes_back(to: str, label: str, around: Callable[[str], tuple[str, str]]) -> None:
    source, _ = around(label)
    data = structure(source, "drawing")
    seen = carried(source, to, "drawing")
    letters = {char for one in data["labels"] for char in one["text"] if not char.isspace()}
    back = set("".join(seen.texts()))
    assert {char for char in letters if char.isprintable()} <= back


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize(
    "label",
    ["end", 'say "hi"', "a < b & c > d", "柠檬 · 水", "😀 ok", "#35; 100%", "C:\\new\\table", "${x} $$y$$", "{x}"])
def test_a_label_is_the_name_of_all_that_bears_it(
    to: str, label: str, around: Callable[[str], tuple[str, str]],
) -> None:
    seen = carried(around(label)[0], to)
    assert (seen.nodes["b1"], seen.nodes["b2"], seen.nodes["t1"]) == (label, label, f"to {label}")
    assert seen.edges == [("b2", "t1", f"on {label}", False, True)]
    assert seen.parents["b2"] == "b1"


@pytest.mark.parametrize("to", READERS)
@settings(max_examples=60, deadline=None)
@given(source=st.text(st.sampled_from("┌─┬┐│├┼┤└┴┘╔═╗║╚╝╭╮╯╰┄━┃+-|.':=/\\>v<^ab1柠 \n\n█●"), max_size=200),
       kind=st.sampled_from([None, *boxwright.KINDS]))
@example(source="", kind=None)
@example(source="x" * 3000, kind="notice")
@example(source="┌┐" * 40 + "\n" + "└┘" * 40, kind="drawing")
def test_any_text_is_written_and_twice_the_same(to: str, source: str, kind: str | None) -> None:
    carried(source, to, kind)
    assert boxwright.render(source, to=to, kind=kind).output == boxwright.render(source, to=to, kind=kind).output


@pytest.mark.parametrize("to", READERS)
def test_boxes_in_boxes_to_any_depth(to: str) -> None:
    deep = 150
    rows = [f"{'│' * i}┌{'─' * (2 * (deep - i) + 1)}┐{'│' * i}" for i in range(deep)]
    rows += [f"{'│' * i}└{'─' * (2 * (deep - i) + 1)}┘{'│' * i}" for i in reversed(range(deep))]
    seen = carried("\n".join(rows), to)
    assert len(seen.nodes) == deep and seen.parents[f"b{deep}"] == f"b{deep - 1}"


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("words_", ["", "a\nb", '"</x>', "\ud800\x00", "%%{init}%%", "\\"])
def test_title_and_description_may_be_any_text(to: str, words_: str) -> None:
    output = str(boxwright.render("┌─┐\n│a│\n└─┘", to=to, title=words_, alt=words_, ident=words_).output)
    assert READERS[to](output.encode("utf-8", "replace").decode()).nodes["b1"] == "a"


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("address", ["https://example.org/a?b=c&d=%20#e", "../page.md#x", "https://x.org/;${b}"])
def test_a_link_is_carried(to: str, address: str) -> None:
    seen = carried(f"┌────────────┐\n│ see [x][d] │\n└────────────┘\n\nlegend:\n[d]: {address}\n", to)
    if to == "mermaid":
        address = re.sub(r'["<>{};`]', lambda m: f"%{ord(m[0]):02X}", address)
    assert seen.links == {"b1": address}
