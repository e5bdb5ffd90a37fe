"""Drawings: names, descriptions, and where text is set."""
from __future__ import annotations

from pathlib import Path

import pytest

import boxwright
from boxwright.figures.drawing import build_scene
from boxwright.model import Drawing, Gap, Head, Rect, Text, Tile
from boxwright.model import Path as Line

DRAWINGS = Path(__file__).parents[2] / "diagrams" / "drawing"


def draw(source: str) -> Drawing:
    figure = boxwright.render(source, kind="drawing", to="figure").figure
    assert isinstance(figure, Drawing)
    return figure


def scene_of(source: str, what: type) -> list[tuple[object, ...]]:
    return [p for p in build_scene(draw(source)).primitives if isinstance(p, what)]


def texts(source: str) -> dict[str, Text]:
    return {p.text: p for p in build_scene(draw(source)).primitives if isinstance(p, Text)}


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param("┌───┐ ┌───┐\n│ a │ │ b │\n└───┘ └───┘", "a and b", id="the-outermost-boxes"),
        pytest.param("a ──► b", "Diagram", id="no-box"),
        pytest.param("", "Diagram", id="nothing"),
        pytest.param("┌─┐\n│ │\n└─┘", "Diagram", id="a-box-without-a-name"),
    ],
)
def test_a_drawing_without_a_title_has_a_name(source: str, title: str) -> None:
    assert boxwright.render(source).title == title


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param("en", "The diagram shows a and b. An arrow labelled “yes” leads from a to b. "
                     "It also shows the text “free”.", id="en"),
        pytest.param("zh", "图中有 a 和 b。标着“yes”的箭头从 a 指向 b。图中还有文字“free”。", id="zh"),
    ],
)
def test_what_a_drawing_shows_is_told_in_words(lang: str, words: str) -> None:
    source = "┌───┐ yes  ┌───┐\n│ a ├─────►│ b │\n└───┘      └───┘\n\n\nfree\n"
    assert f">{words}</desc>" in str(boxwright.render(source, lang=lang).output)


@pytest.mark.parametrize(
    ("source", "text", "anchor"),
    [
        pytest.param("┌──────────────────┐\n│ tea              │\n└──────────────────┘", "tea", "start",
                     id="a-short-line-in-a-broad-box"),
        pytest.param("┌──────────┐\n│   tea    │\n└──────────┘", "tea", "middle",
                     id="half-a-column-off-counts-as-in-it"),
        pytest.param("┌──────────┐\n│  tea cup │\n└──────────┘", "tea cup", "middle",
                     id="a-lone-line-that-fills-its-box"),
        pytest.param("┌────────┐\n│ tea    │\n│ coffee │\n└────────┘", "tea", "start", id="a-list-keeps-its-left-edge"),
        pytest.param("┌────────────┐\n│    tea     │\n│   coffee   │\n└────────────┘", "tea", "middle",
                     id="all-centred"),
        pytest.param("free", "free", "start", id="free"),
    ],
)
def test_where_a_label_is_set(source: str, text: str, anchor: str) -> None:
    assert texts(source)[text].anchor == anchor


def test_the_title_of_a_container_is_set_as_a_title() -> None:
    found = texts((DRAWINGS / "control-plane.txt").read_text(encoding="utf-8"))
    assert [text for text, primitive in found.items() if primitive.role == "title"] == ["Control Plane", "Worker Node"]
    assert found["Control Plane"].anchor == "middle"
    assert found["kube-scheduler"].anchor == "start"


def test_containers_are_tinted_and_what_stands_in_them_is_paper() -> None:
    boxes = scene_of((DRAWINGS / "nested-ragged.txt").read_text(encoding="utf-8"), Rect)
    assert [box.level for box in boxes] == ["fill", "paper", "paper", "paper", "fill"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("rows", "titled"),
    [
        pytest.param(("   Kitchen and oven     ", "   a chair, and a table "), set(), id="as-the-line-under-it"),
        pytest.param(("   a chair and table    ", "   Kitchen              "), set(), id="as-the-line-over-it"),
        pytest.param(("   chairs and a table   ", "   Kitchen and stove    "),
                     {"chairs and a table", "Kitchen and stove"}, id="two-alike-in-the-middle"),
        pytest.param(("        Kitchen         ", "    oven and a table    "),
                     {"Kitchen", "oven and a table"}, id="two-in-the-middle"),
        pytest.param(("        Kitchen         ", " oven                   "), {"Kitchen"}, id="over-a-line-elsewhere"),
        pytest.param(("        Kitchen         ", "                        ", "        of a shop, open "), {"Kitchen"},
                     id="with-a-row-between"),
    ],
)
def test_a_line_that_begins_as_its_neighbour_is_no_title(rows: tuple[str, ...], titled: set[str]) -> None:
    source = "\n".join(f"│{row}│" for row in (*rows, "   ┌────────────────┐   ", "   │ tea            │   ",
                                              "   └────────────────┘   "))
    found = texts(f"┌{'─' * 24}┐\n{source}\n└{'─' * 24}┘")
    assert {text for text, primitive in found.items() if primitive.role == "title"} == titled
    assert {text for text, primitive in found.items() if primitive.anchor == "middle"} - {"tea"} == titled


def test_a_box_whose_edge_holds_a_title_has_a_gap_there() -> None:
    source = (DRAWINGS / "titles-in-edges.txt").read_text(encoding="utf-8")
    assert len(scene_of(source, Gap)) == 4
    assert texts(source)["门店"].role == "title"


def test_a_line_is_broken_where_a_label_stands_in_it() -> None:
    source = "┌─┐              ┌─┐\n│a├─ yes ── no ─►│b│\n└─┘              └─┘"
    pieces = [p.points for p in build_scene(draw(source)).primitives if isinstance(p, Line)]
    assert len(pieces) == 3
    spans = [(2 * label.column, 2 * (label.column + label.columns))
             for label in (owned.label for owned in draw(source).sketch.labels) if label.text in ("yes", "no")]
    assert all(right <= a[0] or left >= b[0] for a, b in pieces for left, right in spans)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a ──[b]════[c]──", [((4, 8), "light"), ((14, 22), "double"), ((28, 32), "light")],
                     id="in-brackets"),
        pytest.param("a ── b ══ c", [((4, 9), "light"), ((13, 18), "double")], id="between-blanks"),
        pytest.param("a ──一━━━▶ c", [((4, 8), "light"), ((12, 20), "heavy")], id="up-to-a-head"),
        pytest.param("┌──[b]══┐\n│       │\n└───────┘", [((1, 6), "light"), ((12, 17), "double")], id="in-an-edge"),
    ],
)
def test_a_line_looks_on_each_side_of_a_label_as_it_was_drawn(
    source: str, expected: list[tuple[tuple[int, int], str]],
) -> None:
    lines = [p for p in build_scene(draw(source)).primitives if isinstance(p, Line)]
    row = min(p.points[0][1] for p in lines)
    assert [((p.points[0][0], p.points[-1][0]), p.weight) for p in lines
            if {y for _, y in p.points} == {row}][: len(expected)] == expected


def test_an_arrowhead_ends_on_the_edge_it_points_at() -> None:
    source = "┌───┐   ┌───┐\n│ a ├──►│ b │\n└───┘   └───┘"
    assert scene_of(source, Head) == [Head(17, 3, "E", wires=(0,))]


@pytest.mark.parametrize(
    ("source", "tip"),
    [
        pytest.param("     │\n     ▼\n┌─ Pods ─┐\n│ x      │\n└────────┘", (11, 4, "S"), id="from-above"),
        pytest.param("     ║\n     ▼\n┌─ Pods ─┐\n│ x      │\n└────────┘", (11, 4, "S"), id="a-double-shaft"),
        pytest.param("┌────────┐\n│ x      │\n└─ Pods ─┘\n     ▲\n     │", (11, 6, "N"), id="from-below"),
        pytest.param("     |\n     v\n+- 集群 -+\n| x      |\n+--------+", (11, 4, "S"), id="typed-and-wide"),
        pytest.param("┌───────┐\n│ ┌───┐ │\n│ └─┬─┘ │\n│   ▼   │\n└─ Pod ─┘", (9, 8, "S"), id="from-within"),
        pytest.param(" │\n ▼\n┌─ Pods ─┐\n│ x      │\n└────────┘", (3, 5, "S"), id="the-line-beside-a-title"),
        pytest.param("  │\n  ▼\n┌── Pods ─┐\n│ x       │\n└─────────┘", (5, 5, "S"), id="two-cells-from-a-title"),
        pytest.param("     │\n     ▼\n┌────────┐\n│ Pods   │\n└────────┘", (11, 5, "S"), id="no-title-in-the-edge"),
        pytest.param("   │\n   ▼\n┌───────┐\n└─ Pod ─┘", (7, 5, "S"), id="a-title-in-the-other-edge"),
    ],
)
def test_an_arrow_does_not_run_into_a_title(source: str, tip: tuple[int, int, str]) -> None:
    heads = [p for p in build_scene(draw(source)).primitives if isinstance(p, Head)]
    assert [(head.x, head.y, head.side) for head in heads] == [tip]
    ends = {p.points[k] for p in build_scene(draw(source)).primitives if isinstance(p, Line) for k in (0, -1)}
    assert tip[:2] in ends


@pytest.mark.parametrize(
    ("source", "tip"),
    [
        pytest.param("  │\n  ▼\n  ◇\n ╱ ╲\n╱   ╲\n", (5, 4.5), id="a-diamond-with-slopes"),
        pytest.param("──►●──►", (6, 1), id="a-disc-in-a-line"),
    ],
)
def test_a_head_ends_on_the_edge_of_a_terminal(source: str, tip: tuple[float, float]) -> None:
    heads = [primitive for primitive in build_scene(draw(source)).primitives if isinstance(primitive, Head)]
    assert (heads[0].x, heads[0].y) == tip


@pytest.mark.parametrize(
    ("source", "sharp"),
    [
        pytest.param("┌──┐\n│a │\n└──┘", [()], id="a-box-alone"),
        pytest.param("┌──┬──\n│a │\n└──┘", [(False, True, False, False)], id="a-line-runs-on"),
        pytest.param("┌──┐\n│a ├──\n└──┘", [()], id="a-line-from-the-middle-of-a-wall"),
        pytest.param("╭──╮\n│a │\n╰──┴──", [()], id="a-round-corner-stays"),
    ],
)
def test_a_corner_that_lines_run_into_is_not_round(source: str, sharp: list[tuple[bool, ...]]) -> None:
    figure = boxwright.render(source, kind="drawing", to="figure").figure
    assert isinstance(figure, Drawing)
    assert [p.sharp for p in build_scene(figure).primitives if isinstance(p, Rect)] == sharp


@pytest.mark.parametrize(
    ("source", "cuts"),
    [
        pytest.param("◢◣\n◥◤", ["↖", "↗", "↙", "↘"], id="a-diamond"),
        pytest.param("◢█◣", ["↖", "↗", None], id="beside-a-block"),
        pytest.param("◢\n█", ["↖", None], id="over-a-block"),
        pytest.param("◢ a\n▶ b", [], id="the-mark-of-an-item"),
    ],
)
def test_triangles_that_touch_a_block_fill_their_cells(source: str, cuts: list[str | None]) -> None:
    tiles = [p for p in build_scene(draw(source)).primitives if isinstance(p, Tile)]
    assert [tile.cut for tile in tiles] == cuts


@pytest.mark.parametrize(("message", "pieces"), [
    pytest.param("-----X", 2, id="at-the-line"), pytest.param("-----x", 2, id="a-small-one"),
    pytest.param("---->|", 1, id="no-x"), pytest.param("---X |", 1, id="beside-the-line"),
])
def test_the_x_of_a_message_that_is_lost_stands_free_of_the_line_of_life(message: str, pieces: int) -> None:
    rows = ["a     b", "|     |", "|     |", f"|{message}", "|     |", "|     |"]
    lines = [p.points for p in build_scene(draw("\n".join(rows))).primitives if isinstance(p, Line)]
    assert sum({x for x, _ in points} == {13} for points in lines) == pieces


def test_the_sheet_begins_where_the_drawing_does() -> None:
    scene = build_scene(draw("\n\n     ┌───┐\n     │ a │\n     └───┘\n"))
    assert (scene.left, scene.top, scene.width, scene.height) == (10, 4, 10, 6)
