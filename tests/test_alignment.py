"""Where the labels of a box are set: to the middle, from its left edge, from its right wall."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.figures.drawing import build_scene
from boxwright.model import Drawing, Text
from boxwright.text.width import text_width


def anchors(source: str) -> dict[str, str]:
    figure = boxwright.render(source, kind="drawing", to="figure").figure
    assert isinstance(figure, Drawing)
    return {p.text: p.anchor for p in build_scene(figure).primitives if isinstance(p, Text)}


def boxed(*rows: str) -> str:
    """Return `rows` in a box as wide as the widest of them."""
    columns = max(map(text_width, rows))
    walled = (f"│{row}{' ' * (columns - text_width(row))}│" for row in rows)
    return "\n".join(("┌" + "─" * columns + "┐", *walled, "└" + "─" * columns + "┘"))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((" 1. item ", " 2. 项目 "), id="numbers"),
        pytest.param((" 1.item ", " 2.项目 "), id="numbers-without-a-blank"),
        pytest.param((" 1) item ", " 2) cups "), id="numbers-in-a-bracket"),
        pytest.param((" a) item ", " b) cups "), id="letters"),
        pytest.param((" 1、茶水 ", " 2、咖啡 "), id="numbers-with-a-comma"),
        pytest.param((" + new   ", " - old   ", " ~ other "), id="signs"),
        pytest.param((" +id: int ", " -no: int "), id="members-of-a-class"),
        pytest.param((" * tea  ", " * milk "), id="asterisks"),
        pytest.param((" • tea  ", " • milk "), id="bullets"),
        pytest.param((" [x] tea ", " [ ] cup "), id="boxes-ticked"),
        pytest.param((" ✅ 通过 ", " ❌ fail "), id="emoji"),
        pytest.param((" id: int    ", "   key: int "), id="an-indent"),
        pytest.param((" tea    ", " coffee "), id="one-left-edge"),
    ],
)
def test_a_list_keeps_its_left_edge_in_a_tight_box(rows: tuple[str, ...]) -> None:
    assert set(anchors(boxed(*rows)).values()) == {"start"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((" balance  ", "  load    "), id="a-line-that-is-a-column-off"),
        pytest.param(("   api   ", " gateway "), id="centred"),
        pytest.param((" gateway ", " (draft) "), id="brackets-are-no-mark"),
        pytest.param((" - draft ", "  of two "), id="one-mark-is-no-list"),
        pytest.param((" 1.5 GB ", " 2.5 GB "), id="decimals-are-no-marks"),
        pytest.param((" 10:30 ", " 11:30 "), id="times-are-no-marks"),
        pytest.param(("gardener ", "(roses 12)", "+barrow 2 "), id="lines-at-the-wall-that-had-no-room"),
        pytest.param((" orders   ", " stocks   "), id="lines-of-one-length-a-column-off"),
    ],
)
def test_lines_in_the_middle_stay_there(rows: tuple[str, ...]) -> None:
    assert "middle" in anchors(boxed(*rows)).values()


def test_a_title_over_a_list_stays_in_the_middle() -> None:
    assert anchors(boxed("   Todo   ", " 1. item  ", " 2. other ")) == {
        "Todo": "middle", "1. item": "start", "2. other": "start"}


_RULE = "─"


def tabled(*rows: str) -> str:
    """Return `rows` in a box, with a divider wherever one is a rule."""
    return boxed(*rows).replace(f"│{_RULE}", f"├{_RULE}").replace(f"{_RULE}│", f"{_RULE}┤")


@pytest.mark.parametrize(
    ("rows", "text", "anchor"),
    [
        pytest.param(("     检查清单        ", _RULE * 21, " Docker "), "检查清单", "middle", id="two-columns-off"),
        pytest.param(("        清单               ", _RULE * 27, " Docker "), "清单", "middle", id="four-columns-off"),
        pytest.param(("  Head  ", _RULE * 8, " a: int "), "Head", "middle", id="a-tight-one"),
        pytest.param((" a: int       ", _RULE * 14, "    Sum       "), "Sum", "middle", id="below"),
        pytest.param(("   «role»    ", "    Store    ", _RULE * 13, " - id "), "Store", "middle", id="two-lines"),
        pytest.param((" Head         ", _RULE * 14, " a: int "), "Head", "start", id="at-the-left-edge"),
        pytest.param((" Head         ", _RULE * 14, "     set in   "), "Head", "start", id="over-what-is-set-in"),
        pytest.param(("   Head        ", _RULE * 15, " a: int "), "Head", "start", id="too-far-off"),
        pytest.param(("   one     ", _RULE * 11, "   three   ", _RULE * 11, " two "), "three", "start",
                     id="in-one-column-with-another"),
        pytest.param(("    Head   b  ", _RULE * 14, " a: int "), "Head", "start", id="two-in-a-row"),
        pytest.param(("    Head      ", " a: int       ", _RULE * 14, " c "), "Head", "start", id="not-alone"),
    ],
)
def test_where_a_heading_over_a_divider_is_set(rows: tuple[str, ...], text: str, anchor: str) -> None:
    assert anchors(tabled(*rows))[text] == anchor


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(("           表示层 (UI)              ", _RULE * 36, "           业务逻辑层               ",
                      _RULE * 36, "      数据库 (MySQL / Redis)        "), {"middle"}, id="layers-left-of-the-middle"),
        pytest.param(("          业务逻辑层      ", _RULE * 26, "          (core)          "), {"middle"},
                     id="right-of-the-middle-beside-one-that-is-not"),
        pytest.param(("     用户服务        ", "   (User Service)    "), {"middle"}, id="two-lines"),
        pytest.param(("           views (UI)               ", _RULE * 36, "           services                 "),
                     {"start"}, id="without-wide-characters"),
        pytest.param((" 表示层 (UI)    ", _RULE * 16, " 业务逻辑层     "), {"start"}, id="at-the-left-edge"),
        pytest.param(("   柠檬水        ", "   葡萄汁 (cup)  "), {"start"}, id="in-one-column"),
        pytest.param((" 编号: int    ", "   主键: int  "), {"start"}, id="an-indent"),
        pytest.param(("   - 柠檬水      ", "   - 葡萄汁      "), {"start"}, id="a-list"),
        pytest.param(("   柠檬水                ", _RULE * 25, "   葡萄汁                "), {"start"},
                     id="too-far-off"),
    ],
)
def test_what_wide_characters_explain_is_in_the_middle(rows: tuple[str, ...], wanted: set[str]) -> None:
    assert set(anchors(tabled(*rows)).values()) == wanted


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        pytest.param("              接口层（Controllers）    ", "middle", id="by-its-wide-characters"),
        pytest.param("              services (controllers)   ", "start", id="without-any"),
        pytest.param(" 接口层（Controllers）                 ", "start", id="at-the-left-edge"),
    ],
)
def test_where_the_title_of_a_container_is_set(title: str, anchor: str) -> None:
    source = boxed(title, "  ┌─────────────────────────────────┐  ", "  │ tea and all the cups            │  ",
                   "  └─────────────────────────────────┘  ")
    assert anchors(source)[title.strip()] == anchor


def test_a_heading_of_a_column_is_none_of_the_box() -> None:
    found = anchors("┌──────────┬──────┐\n│     Head │      │\n├──────────┴──────┤\n│ a               │\n"
                    "└─────────────────┘")
    assert found["Head"] == "start"


@pytest.mark.parametrize(
    ("rows", "text", "anchor"),
    [
        pytest.param((" load ███░   ",), "load", "start", id="a-bar-after-it"),
        pytest.param(("   ███░ load ",), "load", "end", id="a-bar-before-it"),
        pytest.param((" load ──┐    ", "        ▼    "), "load", "start", id="a-line-after-it"),
        pytest.param(("   load      ", "        ███  "), "load", "middle", id="a-bar-in-another-row"),
        pytest.param(("  █ load █  ",), "load", "middle", id="in-the-middle-of-ink"),
        pytest.param((" load volt   ",), "load volt", "middle", id="letters-that-may-be-ink"),
        pytest.param((" load {io}   ",), "load", "middle", id="a-tag"),
    ],
)
def test_no_label_is_moved_over_ink(rows: tuple[str, ...], text: str, anchor: str) -> None:
    assert anchors(boxed(*rows))[text] == anchor


def test_a_label_beside_a_box_stays_in_its_column() -> None:
    source = "┌────────────────┐\n│ ┌───┐ Bob      │\n│ │ A │ 12 ok    │\n│ └───┘ 09:10    │\n└────────────────┘"
    assert {text: anchors(source)[text] for text in ("Bob", "12 ok", "09:10")} == dict.fromkeys(
        ("Bob", "12 ok", "09:10"), "start")


def test_a_label_stays_where_it_stands_before_an_arrow_through_the_wall() -> None:
    source = ".----------.\n| app:v1.2 |\n|  :8080 <-+--- in\n'----------'"
    assert anchors(source) == {"app:v1.2": "middle", ":8080": "start", "in": "start"}


def test_boxes_side_by_side_are_set_alike() -> None:
    left = "┌──────────┐\n│ orders   │\n│ stocks   │\n└──────────┘"
    right = "┌──────────┐\n│ shop     │\n│ waiter   │\n└──────────┘"
    both = "\n".join(f"{one}   {two}" for one, two in zip(left.split("\n"), right.split("\n"), strict=True))
    assert anchors(left) == {"orders": "middle", "stocks": "middle"}
    assert set(anchors(both).values()) == {"start"}
    assert anchors(f"{left}\n\n{right}")["orders"] == "middle"


@pytest.mark.parametrize(
    ("row", "anchor"),
    [
        pytest.param(" Run     ", "middle", id="a-blank-from-the-wall-of-a-small-box"),
        pytest.param(" Run          ", "start", id="a-blank-from-the-wall-of-a-wide-box"),
        pytest.param("  Run          ", "start", id="two-blanks-from-the-wall"),
        pytest.param(" 1. Parse the config          ", "middle", id="at-the-wall-of-a-box-that-it-fills"),
        pytest.param(" Run   ", "middle", id="a-column-off"),
        pytest.param("            Domain                ", "middle", id="two-columns-off"),
        pytest.param("     API        ", "middle", id="nearly-in-the-middle"),
        pytest.param("   Cache       ", "middle", id="off-but-not-at-the-wall"),
        pytest.param("   API                   ", "start", id="far-off"),
        pytest.param("                 12.50 ", "end", id="at-the-right-wall"),
        pytest.param("API       ", "middle", id="at-the-wall-itself"),
    ],
)
def test_where_a_line_alone_in_its_box_is_set(row: str, anchor: str) -> None:
    assert anchors(boxed(row)) == {row.strip(): anchor}
    assert anchors(boxed(" " * len(row), row, " " * len(row))) == {row.strip(): anchor}


def test_a_line_above_the_middle_of_its_box_stands_in_a_field() -> None:
    assert anchors(boxed(" Write here    ", " " * 15)) == {"Write here": "start"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((" Run     ", " Parse   "), {"Run": "middle", "Parse": "middle"}, id="at-the-wall"),
        pytest.param(("   Run   ", " Parse   "), {"Run": "middle", "Parse": "middle"}, id="one-may-be-either"),
        pytest.param((" Run     ", " Parsing "), {"Run": "middle", "Parsing": "middle"}, id="one-that-fills-its-box"),
        pytest.param((" Run              ", " Parse the config "), {"Run": "start", "Parse the config": "start"},
                     id="one-in-a-wide-box"),
        pytest.param(("       API       ", "   API 2         "), {"API": "middle", "API 2": "middle"}, id="one-open"),
        pytest.param((" API             ", "   API 2         "), {"API": "start", "API 2": "start"}, id="and-a-wall"),
    ],
)
def test_boxes_in_a_stack_are_set_alike(rows: tuple[str, ...], expected: dict[str, str]) -> None:
    assert anchors("\n".join(map(boxed, rows))) == expected
    beside = zip(*(boxed(row).split("\n") for row in rows), strict=True)
    assert anchors("\n".join("   ".join(parts) for parts in beside)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("   Start       ", " Is it in stock", "  Shipping     "),
                     {"Start": "middle", "Is it in stock": "middle", "Shipping": "middle"},
                     id="among-those-in-the-middle"),
        pytest.param(("   Start       ", "  Shipping     ", "  Ship it all  "),
                     {"Start": "middle", "Shipping": "middle", "Ship it all": "middle"},
                     id="beside-one-that-may-be-either"),
        pytest.param(("     Start     ", "  Shipping     ", "  Ship         "),
                     {"Start": "middle", "Shipping": "middle", "Ship": "middle"}, id="two-of-two-lengths"),
        pytest.param(("     Start     ", "  Shipping     ", " Ship          "),
                     {"Start": "middle", "Shipping": "middle", "Ship": "middle"}, id="beside-one-at-the-wall"),
        pytest.param(("     Start     ", "  End          "), {"Start": "middle", "End": "start"}, id="a-short-one"),
    ],
)
def test_a_line_two_columns_from_the_wall_in_a_stack(rows: tuple[str, ...], expected: dict[str, str]) -> None:
    assert anchors("\n".join(map(boxed, rows))) == expected


def test_a_name_over_a_list_in_a_stack_is_set_by_itself() -> None:
    assert anchors(f"{boxed(' Menu   ')}\n{boxed(' tea    ', ' juice  ', '  - ice ')}")["Menu"] == "middle"


def test_exports_keep_the_lines_of_a_list_where_they_stand() -> None:
    source = boxed(" id: int    ", "   key: int ")
    assert '"id: int\\n  key: int"' in str(boxwright.render(source, to="excalidraw").output)
