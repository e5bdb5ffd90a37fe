"""Boxes, dividers, connectors and labels, as `to="json"` tells them."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import boxwright

DRAWINGS = Path(__file__).parents[2] / "diagrams" / "drawing"


def see(source: str) -> dict[str, Any]:
    structure: dict[str, Any] = json.loads(boxwright.render(source, to="json", kind="drawing").output)
    return structure


def see_file(name: str) -> dict[str, Any]:
    return see((DRAWINGS / f"{name}.txt").read_text(encoding="utf-8"))


def named(structure: dict[str, Any]) -> dict[str | None, str | None]:
    """The first line of each box's label, by id."""
    return {None: None, **{box["id"]: box["label"].partition("\n")[0] for box in structure["boxes"]}}


def nesting(structure: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    names = named(structure)
    return [(names[box["id"]], names[box["parent"]]) for box in structure["boxes"]]


def arrows(structure: dict[str, Any]) -> list[tuple[str | None, str, str | None, str]]:
    """Each connector as (from, "->", to, label)."""
    names = named(structure)
    signs = {(False, False): "--", (False, True): "->", (True, False): "<-", (True, True): "<->"}
    return [
        (names[c["from"]] or c["from_text"], signs[c["start_arrow"], c["end_arrow"]],
         names[c["to"]] or c["to_text"], c["label"])
        for c in structure["connectors"]
    ]


@pytest.mark.parametrize("source", [
    pytest.param("""\
┌───┐    ┌───┐
│ a ├────▶ b │
└─┬─┘    └─▲─┘
  │        │
┌─▼─┐    ┌─┴─┐
│ c ◀────┤ d │
└───┘    └───┘
""", id="unicode"), pytest.param("""\
+---+    +---+
| a +----> b |
+-+-+    +-^-+
  |        |
+-v-+    +-+-+
| c <----+ d |
+---+    +---+
""", id="ascii")])
def test_a_head_may_stand_in_the_wall_it_points_at(source: str) -> None:
    structure = see(source)
    assert sorted(nesting(structure)) == [("a", None), ("b", None), ("c", None), ("d", None)]
    assert sorted({(one, two) if sign == "->" else (two, one) for one, sign, two, _ in arrows(structure)}) == [
        ("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")]
    assert structure["notes"] == []


def test_the_architecture_has_six_boxes_and_two_arrows() -> None:
    structure = see_file("control-plane")
    assert structure["size"] == {"rows": 19, "columns": 46}
    assert nesting(structure) == [
        ("Control Plane", None), ("kube-apiserver", "Control Plane"), ("Worker Node", None),
        ("kubelet", "Worker Node"), ("kube-proxy", "Worker Node"), ("runtime", "Worker Node"),
    ]
    assert structure["boxes"][1]["label"].split("\n") == [
        "kube-apiserver", "etcd (data store)", "kube-scheduler", "kube-controller-manager", "cloud-controller-manager"]
    assert arrows(structure) == [
        ("Control Plane", "->", "Worker Node", ""), ("kubelet", "->", "Pod(s) (containers)", "")]
    assert structure["connectors"][0]["path"] == [[10, 17], [11, 17]]
    assert structure["repairs"] == structure["notes"] == []


@pytest.mark.parametrize(
    ("name", "boxes", "expected"),
    [
        pytest.param("ascii-boxes", ["Phone", "Shop", "Kitchen"], [
            ("Phone", "->", "Shop", "order"), ("Shop", "->", "Phone", "status"), ("Shop", "->", "Kitchen", "ticket"),
        ], id="ascii-boxes"),
        pytest.param("rounded", ["tea", "cup"], [("tea", "->", "cup", ""), ("tea", "->", "cup", "")], id="rounded"),
        pytest.param("double-and-heavy", ["double", "heavy", "dashed"], [
            ("double", "->", "heavy", ""), ("heavy", "->", "dashed", "")], id="double-and-heavy"),
        pytest.param("two-ragged-side-by-side", ["顾客", "店员"], [("顾客", "->", "店员", "")], id="ragged"),
        pytest.param("fork", ["order", "kitchen", "till"], [
            ("order", "->", "kitchen", ""), ("order", "->", "till", "")], id="fork"),
        pytest.param("crossing", ["north", "west", "east", "south"], [
            ("north", "->", "south", ""), ("west", "->", "east", "")], id="crossing"),
        pytest.param("vertical-arrow-without-shaft", ["brewed", "poured"], [("brewed", "->", "poured", "")], id="lone"),
        pytest.param("divider", ["Menu"], [], id="divider"),
        pytest.param("titles-in-edges", ["门店", "前台", "menu"], [], id="titles-in-edges"),
        pytest.param("nested-ragged", ["奶茶店", "前台：点单、收钱", "小票打印机", "后厨", "仓库 store"], [],
                     id="nested"),
        pytest.param("reconcile", ["spec", "status", "controller", "world"], [
            ("spec", "->", "controller", "读 read"), ("controller", "->", "status", "记 record"),
            ("controller", "->", "world", "动手 act"), ("world", "->", "controller", "看 observe"),
        ], id="reconcile"),
    ],
)
def test_boxes_and_connectors(name: str, boxes: list[str], expected: list[tuple[str, str, str, str]]) -> None:
    structure = see_file(name)
    assert [box["label"].partition("\n")[0] for box in structure["boxes"]] == boxes
    assert sorted(arrows(structure), key=str) == sorted(expected, key=str)
    assert structure["notes"] == []


def test_boxes_in_boxes_in_boxes() -> None:
    assert nesting(see_file("nested-ragged")) == [
        ("奶茶店", None), ("前台：点单、收钱", "奶茶店"), ("小票打印机", "前台：点单、收钱"), ("后厨", "奶茶店"),
        ("仓库 store", "奶茶店")]


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        pytest.param("double-and-heavy", "weight", ["double", "heavy", "light"], id="weights"),
        pytest.param("double-and-heavy", "dash", ["solid", "solid", "dashed"], id="dashes"),
        pytest.param("rounded", "corners", ["round", "round"], id="round-corners"),
        pytest.param("ascii-boxes", "corners", ["square"] * 3, id="ascii-corners-are-square"),
    ],
)
def test_the_line_of_a_box(name: str, key: str, expected: list[str]) -> None:
    assert [box[key] for box in see_file(name)["boxes"]] == expected


@pytest.mark.parametrize(
    ("source", "looks"),
    [
        pytest.param("+--=--+\n|     |\n+-----+\n", [("light", "dashed")], id="a-mark-in-a-lid"),
        pytest.param("+-----+\n|     |\n|     :\n+-----+\n", [("light", "dashed")], id="a-mark-in-a-side"),
        pytest.param("+=====+\n:     :\n+=====+\n", [("light", "dashed")], id="double-lids-over-dashed-sides"),
        pytest.param("+-----+\n:     :\n+-----+\n", [("light", "dashed")], id="dashed-sides"),
        pytest.param(".--=--.\n|     |\n'-----'\n", [("light", "dashed")], id="round-corners"),
        pytest.param("+.....+\n:     :\n+.....+\n", [("light", "dotted")], id="dots"),
        pytest.param("+=====+\n|     |\n+=====+\n", [("light", "solid")], id="double-lids-alone"),
        pytest.param("+-----+\n|     |\n:     :\n+-----+\n", [("light", "solid")], id="torn"),
        pytest.param("+-----+\n| a   |\n+-----+\n| b   :\n+-----+\n", [("light", "solid")], id="one-field-of-several"),
        pytest.param("+-----+\n: a   :\n+-----+\n~ b   ~\n+-----+\n", [("light", "solid")], id="fields-of-two-kinds"),
        pytest.param("+-----+\n: a   :\n+-----+\n: b   :\n+-----+\n", [("light", "dashed")], id="all-fields"),
        pytest.param("+--==-+\n|     |\n+-----+\n", [("light", "solid")], id="two-marks-in-a-lid"),
        pytest.param("+--------+\n| +-=--+ |\n| |    | |\n| +----+ |\n+--------+\n",
                     [("light", "solid"), ("light", "dashed")], id="one-in-another"),
    ],
)
def test_a_mark_in_an_edge_dashes_the_whole_box(source: str, looks: list[tuple[str, str]]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [(box.weight, box.dash) for box in sketch.boxes] == looks
    assert all(not box.mixed for box in sketch.boxes if box.dash != "solid")


@pytest.mark.parametrize(
    ("row", "marks", "labels"),
    [
        pytest.param("O-+-> ... -+->O", 2, ["..."], id="as-at-the-other-end"),
        pytest.param("a -->o", 1, ["a"], id="a-ring"),
        pytest.param("*<-- b", 1, ["b"], id="a-disc"),
        pytest.param("*-->o<-->*", 3, [], id="between-heads"),
        pytest.param("──►○  ◄──●", 2, [], id="drawn"),
        pytest.param("-->oo  -->*x", 0, ["-->oo", "*x"], id="words"),
        pytest.param("->o  a ->*", 0, ["->o", "a ->*"], id="too-short"),
    ],
)
def test_a_head_that_touches_a_terminal(row: str, marks: int, labels: list[str]) -> None:
    rendering = boxwright.render(row, to="figure", kind="drawing")
    sketch = rendering.figure.sketch
    assert len(sketch.marks) == marks
    assert [owned.label.text for owned in sketch.labels] == labels
    assert not [note for note in rendering.notes if note.column + 1 in {mark.cell.column for mark in sketch.marks}]


def test_a_terminal_under_an_edge_stays_where_it_is() -> None:
    wire, = boxwright.render("+-------+\n|   b   |\n+-------+\n    O---> x\n", to="figure").figure.sketch.wires
    assert wire.path == ((9, 7), (17, 7))


def test_titles_in_edges_are_their_boxes_own() -> None:
    structure = see_file("titles-in-edges")
    names = {box["id"]: index for index, box in enumerate(structure["boxes"])}
    owners = {label["text"]: names[label["owner"]] for label in structure["labels"]}
    assert owners == {"门店": 0, "前台": 1, "点单": 1, "menu": 2, "tea": 2, "open 24h": 0}
    assert nesting(structure)[1:] == [("前台", "门店"), ("menu", "门店")]


def test_dividers_run_from_wall_to_wall_or_from_divider_to_divider() -> None:
    source = (DRAWINGS / "divider.txt").read_text(encoding="utf-8")
    outline = str(boxwright.render(source, to="sketch").output)
    assert [row for row in outline.splitlines() if row.startswith("divider")] == [
        "divider h 2 from 0 to 23 in 0", "divider h 5 from 0 to 23 in 0", "divider v 11 from 2 to 5 in 0"]
    assert "wire" not in outline


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("+--------+\n| a | b  |\n+---+----+\n|   c    |\n+--------+", [("h", 2, 0, 9), ("v", 4, 0, 2)],
                     id="from-the-roof-to-a-tee-over-a-word"),
        pytest.param("+--------+\n|   c    |\n+---+----+\n| a | b  |\n+--------+", [("h", 2, 0, 9), ("v", 4, 2, 4)],
                     id="from-a-tee-under-a-word-to-the-floor"),
        pytest.param("┌───────┐\n│ a │ b │\n└───────┘", [("v", 4, 0, 2)], id="one-bar-between-two-edges"),
        pytest.param("┌───────┐\n│ a ║ b │\n└───────┘", [("v", 4, 0, 2)], id="one-double-bar"),
    ],
)
def test_a_divider_ends_at_another_one(source: str, expected: list[tuple[str, int, int, int]]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [divider.stroke[:4] for divider in sketch.dividers] == expected
    assert not sketch.wires and not sketch.connectors


def test_sides_of_a_field_of_any_length_are_waves() -> None:
    sketch = boxwright.render("+-+-+\n| a |\n+-+-+\n~ b ~\n+-+-+", to="figure", kind="drawing").figure.sketch
    (box,), sides = sketch.boxes, [d.stroke for d in sketch.dividers if d.stroke.axis == "v"]
    assert box[:4] == (0, 0, 5, 5) and box.mixed
    assert [(s.line, s.start, s.stop, s.dash) for s in sides] == [
        (0, 0, 2, "solid"), (0, 2, 4, "wavy"), (4, 0, 2, "solid"), (4, 2, 4, "wavy")]
    assert [owned.label.text for owned in sketch.labels] == ["a", "b"]


def test_an_arrow_that_leaves_a_divider_comes_from_its_box() -> None:
    source = "┌───┬───────┐\n│ a │       │\n│   ├──► b  │\n└───┴───────┘"
    assert [(one, two) for one, _, two, _ in arrows(see(source))] == [("a", "b")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["┌─┐    ┌─┐", "│a├───►│b│", "└─┘    └─┘"], [("a", "->", "b", "")], id="right"),
        pytest.param(["┌─┐    ┌─┐", "│a│◄───┤b│", "└─┘    └─┘"], [("b", "->", "a", "")], id="left"),
        pytest.param(["┌─┐    ┌─┐", "│a│◄──►│b│", "└─┘    └─┘"], [("a", "<->", "b", "")], id="both-ways"),
        pytest.param(["┌─┐    ┌─┐", "│a├────┤b│", "└─┘    └─┘"], [("a", "--", "b", "")], id="no-head"),
        pytest.param(["┌─┐    ┌─┐", "│a│ ──►│b│", "└─┘    └─┘"], [("a", "->", "b", "")], id="one-blank-between"),
        pytest.param(["┌─┐ yes ┌─┐", "│a├────►│b│", "└─┘     └─┘"], [("a", "->", "b", "yes")], id="label-above"),
        pytest.param(["┌─┐       ┌─┐", "│a├─ no ─►│b│", "└─┘       └─┘"], [("a", "->", "b", "no")], id="label-in-line",
                     ),
        pytest.param(["┌─┐", "│a├───► etcd", "└─┘"], [("a", "->", "etcd", "")], id="to-a-free-text"),
        pytest.param(["┌───┐", "│ a ├──┐", "└───┘  ▼", "      ┌─┐", "      │b│", "      └─┘"], [("a", "->", "b", "")],
                     id="round-a-corner"),
        pytest.param(["+-+  +-+", "|a|->|b|", "+-+  +-+"], [("a", "->", "b", "")], id="ascii-short"),
        pytest.param(["+---+      +---+", "| a |      | b |", "+---+      +---+", "  :          ^", "  ............"],
                     [("a", "->", "b", "")], id="a-typed-dotted-line-turns"),
        pytest.param(["+---+", "| a | ==#", "+---+   H", "  ^     H", "  #=====#"], [("a", "->", "a", "")],
                     id="a-double-line-typed-in-ascii"),
        pytest.param(["  +-------+", "  v       |", "+---+   +---+", "| a |   | b |", "+---+   +---+"], [
            ("b", "->", "a", "")], id="a-head-right-under-a-plus"),
        pytest.param(["+---+     +---+     +---+", "| a +---->+ b +<--->+ c |", "+---+     +---+     +---+"], [
            ("a", "->", "b", ""), ("b", "<->", "c", "")], id="onto-a-plus-in-the-wall-of-a-row"),
        pytest.param(["+---+ ask +---+", "| a +---->+ b |", "+---+     +---+"], [
            ("a", "->", "b", "ask")], id="with-a-label-in-the-row-of-the-edges"),
        pytest.param(["root", "|--> a", "|--> b", "+--> c"], [
            ("root", "->", "a", ""), ("root", "->", "b", ""), ("root", "->", "c", "")], id="branches-of-a-trunk"),
        pytest.param(["┌────────────┐", "│ outer      │", "│ ┌─┐        │    ┌─┐", "│ │a│────────│───►│b│",
                      "│ └─┘        │    └─┘", "└────────────┘"], [("a", "->", "b", "")], id="through-a-wall"),
        pytest.param(["┌─┐", "│a├─┬─ yes ─► go", "└─┘ │", "    └─ no ──► stop"], [
            ("a", "->", "go", "yes"), ("a", "->", "stop", "no")], id="each-branch-has-its-own-label"),
        pytest.param([" a      b", " |      |", " |----->|", " |<-----|", " |      |"], [
            ("a", "->", "b", ""), ("b", "->", "a", "")], id="arrows-between-lines-of-life"),
        pytest.param(["    |", "    | a", "----+----", "    |"], [], id="axes-connect-nothing"),
    ],
)
def test_connectors(rows: list[str], expected: list[tuple[str, str, str, str]]) -> None:
    assert sorted(arrows(see("\n".join(rows)))) == expected


def test_a_line_that_ends_at_nothing_gets_a_note() -> None:
    notes = see("┌─┐\n│a├────\n└─┘\n")["notes"]
    assert [(note["severity"], note["code"], note["row"], note["column"]) for note in notes] == [
        ("info", "open-end", 1, 6)]


@pytest.mark.parametrize(
    ("source", "boxes"),
    [
        pytest.param("+---+---+\n| a | b |\n+---+---+\n|<- 2 ->|", [(0, 0, 3, 9)], id="a-measure-under-it"),
        pytest.param("|\n+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+", [(1, 0, 5, 9)], id="a-line-onto-it"),
        pytest.param("┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ c │ d │\n└───┴───┤\n        │", [(0, 0, 5, 9)],
                     id="a-line-from-its-last-corner"),
        pytest.param("+----+\n| to |\n+-+--+\n| | |\n+-+-+", [(0, 0, 3, 6)], id="a-box-that-others-hang-from"),
        pytest.param("+---+   +---+\n| a |   | b |\n+---+---+---+", [(0, 0, 3, 5), (0, 8, 3, 5)],
                     id="joined-at-their-feet"),
        pytest.param("+-----+\n|  a  |\n+--+--+\n   |\n   +---+---+\n   | b | c |\n   +---+---+",
                     [(0, 0, 3, 7), (4, 3, 3, 9)], id="a-line-from-above-onto-its-first-corner"),
        pytest.param("+---+---+\n| a | b |\n+---+---+\n    |   |\n    +---+---+\n    | c | d |\n    +---+---+",
                     [(0, 0, 3, 9), (4, 4, 3, 9)], id="dividers-that-go-on-to-its-corners"),
        pytest.param("  +---+\n  | b |\n  +---+\n  |\n+-+-+\n| a |\n+---+", [(0, 2, 3, 5), (4, 0, 3, 5)],
                     id="a-line-from-a-corner-to-the-next-box"),
        pytest.param("  +---+\n  |   |\n+-+---+-+\n|       |\n+-+---+-+\n  |   |\n  +---+", [(2, 0, 3, 9)],
                     id="arms-of-a-cross"),
    ],
)
def test_a_table_that_something_hangs_from_is_one_box(source: str, boxes: list[tuple[int, int, int, int]]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [box[:4] for box in sketch.boxes][: len(boxes)] == boxes


@pytest.mark.parametrize(
    ("source", "boxes"),
    [
        pytest.param("┌─┐\n│ │\n└─┘", 1, id="closed"),
        pytest.param("┌─┐\n│ │\n└─", 0, id="a-corner-is-missing"),
        pytest.param("┌─┐\n│\n└─┘", 0, id="a-wall-is-missing"),
        pytest.param("┌─┬─┐\n│ │ │\n└─┴─┘", 1, id="a-table-is-one-box"),
        pytest.param("┌─┐┌─┐\n│ ││ │\n└─┘└─┘", 2, id="back-to-back"),
        pytest.param("┌┐\n└┘", 1, id="the-smallest"),
        pytest.param("+ - - - - +\n|   opt   |\n+ - - - - +", 1, id="edges-with-gaps"),
        pytest.param("+---------+\n|   top   |\n+---------+\n\n+ - - - - +\n|   opt   |\n+ - - - - +", 2,
                     id="edges-with-gaps-under-a-box"),
        pytest.param("+---+\n| a |\n+---+\n+---+\n| b |\n+---+", 2, id="back-to-back-one-over-the-other"),
        pytest.param("+---++---+\n| a || b |\n+---++---+", 2, id="back-to-back-side-by-side"),
        pytest.param("+---+\n+ a +<--\n+---+", 1, id="pluses-in-both-walls"),
        pytest.param("   +----+\nin + fw + out\n   +----+", 1, id="pluses-in-both-walls-that-nothing-meets"),
        pytest.param("+---+\n+ a x\n+---+", 0, id="a-plus-in-one-wall-and-a-letter-in-the-other"),
        pytest.param("+---+\n+ a\n+ b\n+---+", 0, id="a-list-between-two-rules"),
        pytest.param("+---+\n| a +<--\n+---+", 1, id="a-plus-in-a-wall-that-a-head-meets"),
        pytest.param("+----\n+ a -> + b\n+----", 0, id="added-lines"),
        pytest.param("|\n+--- a\n+--- b\n|", 0, id="branches-are-no-boxes"),
        pytest.param("  │   │\n──┼───┼──\n  │   │\n──┼───┼──\n  │   │", 0, id="streets-are-no-box"),
    ],
)
def test_what_is_a_box(source: str, boxes: int) -> None:
    assert len(see(source)["boxes"]) == boxes


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        pytest.param("kube-proxy  a b   c", ["kube-proxy", "a b", "c"], id="two-spaces-part"),
        pytest.param("│ 柠檬 水 │", ["│ 柠檬 水 │"], id="one-space-does-not"),
        pytest.param("a ──► b", ["a", "b"], id="ink-parts"),
    ],
)
def test_labels_break_at_ink_and_at_two_spaces(row: str, texts: list[str]) -> None:
    assert [label["text"] for label in see(row)["labels"]] == texts


@pytest.mark.parametrize(
    ("rows", "shapes", "expected"),
    [
        pytest.param(["      .", "     / \\", "    /   \\    yes   +---+", "-->+ ok? +------->| b |",
                      "    \\   /         +---+", "     \\ /", "      '", "      |", "      v", "     stop"],
                     [("ok?", "diamond"), ("b", None)],
                     [(None, "->", "ok?", ""), ("ok?", "->", "b", "yes"), ("ok?", "->", "stop", "")], id="diamond"),
        pytest.param([" .-------.      .--------.", "(  start  )--->/  read  /", " '-------'    '--------'"],
                     [("start", "ellipse"), ("read", "parallelogram")], [("start", "->", "read", "")],
                     id="ellipse-and-parallelogram"),
        pytest.param(["   ______", "  /      \\      +---+", " /  add   \\---->| b |", " \\        /     +---+",
                      "  \\______/"], [("add", "hexagon"), ("b", None)], [("add", "->", "b", "")], id="hexagon"),
        pytest.param(["   .----.", "  /      \\", " +  pool  +--> out", "  \\      /", "   '----'"],
                     [("pool", "hexagon")], [("pool", "->", "out", "")], id="pluses-at-both-sides"),
        pytest.param(["   .----.", "  /      \\", " |  pool  +--> out", "  \\      /", "   '----'"],
                     [("pool", "ellipse")], [("pool", "->", "out", "")], id="a-plus-at-one-side"),
        pytest.param(["     .---.", "    /     \\", "---+       +--->", "    \\     /", "     '---'"], [], [],
                     id="a-shape-without-a-text-is-none"),
    ],
)
def test_closed_shapes_that_hold_a_text(
    rows: list[str], shapes: list[tuple[str, str | None]], expected: list[tuple[str | None, str, str, str]],
) -> None:
    structure = see("\n".join(rows))
    assert [(box["label"], box.get("shape")) for box in structure["boxes"]] == shapes
    assert sorted(arrows(structure), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("o-*\no-#\n", "The diagram shows the text “o-#”.", id="over-a-text"),
        pytest.param("word\no--o\n", "The diagram shows the text “word”.", id="under-a-text"),
        pytest.param("o--o\na  a\n", "A line joins a and a.", id="over-two-alike"),
        pytest.param("a --- a\n", "A line joins a and a.", id="between-two-alike"),
        pytest.param(" .--.\n |  |\n v  |\n word\n", "An arrow leads from word back to itself.", id="a-loop"),
    ],
)
def test_a_line_along_a_text_does_not_lead_back_to_it(source: str, told: str) -> None:
    assert boxwright.render(source, kind="drawing").description == told
