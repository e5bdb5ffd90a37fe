"""What trees, fans, chains, columns and lanes are told as; and what looks like one of them and is none."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.model import Drawing


def told(source: str, lang: str = "en") -> str:
    return boxwright.render(source, kind="drawing", lang=lang).description


TREES = [
    pytest.param("app\n ├──▶ a\n ├──▶ b\n │     └──▶ c\n └──▶ d",
                 "Arrows lead from app to a, b and d. An arrow leads from b to c.",
                 "箭头从 app 指向 a、b 和 d。箭头从 b 指向 c。", id="of-arrows"),
    pytest.param("app\n +--> one\n +--> two", "Arrows lead from app to one and two.", "箭头从 app 指向 one 和 two。",
                 id="of-arrows-in-ascii"),
    pytest.param("   app\n ┌──┴──┐\n ▼     ▼\none   two", "Arrows lead from app to one and two.",
                 "箭头从 app 指向 one 和 two。", id="of-arrows-downwards"),
    pytest.param("app\n├─┬ web\n│ ├── one\n│ └── two\n└── log",
                 "Lines join app to web and log. Lines join web to one and two.",
                 "线连接 app 与 web 和 log。线连接 web 与 one 和 two。", id="a-name-behind-a-tee"),
    pytest.param("        ┌── tea ── green\nshop ───┼── ice\n        └── cup ── small",
                 "Lines join shop to tea, ice and cup. A line joins tea and green. A line joins cup and small.",
                 "线连接 shop 与 tea、ice 和 cup。线连接 tea 与 green。线连接 cup 与 small。",
                 id="names-in-the-branches"),
    pytest.param("a---b---c---d", "A line joins a, b, c and d.", "线把 a、b、c 和 d 连在一起。", id="a-chain"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), TREES)
def test_trees_and_chains_of_names(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


@pytest.mark.parametrize(
    ("source", "english"),
    [
        pytest.param("one ── reads ── two", "A line labelled “reads” joins one and two.", id="a-label-has-blanks"),
        pytest.param("one --reads--> two",
                     "An arrow labelled “reads” leads from one to two.", id="an-arrow-has-a-label"),
        pytest.param("┌─┐         ┌─┐\n│a├──x───y──┤b│\n└─┘         └─┘",
                     "The diagram shows a and b. A line labelled “x y” joins a and b.", id="between-boxes"),
        pytest.param("one ◄──┬──► two\n       │\n       three",
                     "Arrows lead from three to one and two.", id="a-fan-with-a-tail"),
        pytest.param("one ◄─────► two", "A two-way arrow joins one and two.", id="two-heads-on-a-line"),
    ],
)
def test_what_is_no_tree(source: str, english: str) -> None:
    assert told(source) == english


def test_the_last_branch_of_a_careless_tree_goes_on_to_nothing() -> None:
    said = told("a/\n│   ├── b\n│   ├── c\n└── d/\n    ├── e\n    ├── f\n└── g/\n")
    assert "d/ to e and f" in said and "f and g/" not in said and "f to g/" not in said


FANS = [
    pytest.param("    N\n    ▲\n    │\nW ◄─┼─► E\n    │\n    ▼\n    S",
                 {"Arrows lead to N, W, E and S.", "A two-way arrow joins N and S. A two-way arrow joins W and E."},
                 id="a-cross"),
    pytest.param("  N\n  ^ NE\n  | ^\n  |/\n  +--> E", {"Arrows lead to N, NE and E."}, id="a-star"),
    pytest.param("    |\n    |\n ┌──┴──┐\n ▼     ▼\none   two",
                 {"Arrows lead to one and two."}, id="a-stem-from-nowhere"),
    pytest.param("y ^\n  |\n  |\n  +------> x", {"Arrows lead to y and x."}, id="axes"),
    pytest.param("   app\none ◄─┴─► two", {"Arrows lead from app to one and two."}, id="a-tee-in-a-line"),
    pytest.param("client\n  ▲\n  │\n  └──────► server",
                 {"A two-way arrow joins client and server."}, id="a-bent-arrow"),
    pytest.param("┌─┐     ┌─┐\n│a│◄─┬─►│b│\n└─┘  │  └─┘\n     ▼\n    ┌─┐\n    │c│\n    └─┘",
                 {"The diagram shows a, b and c. A two-way arrow joins a, b and c."}, id="boxes-are-all-joined"),
]


@pytest.mark.parametrize(("source", "either"), FANS)
def test_several_heads_and_no_tail(source: str, either: set[str]) -> None:
    assert told(source) in either


def test_the_connectors_of_a_tree_are_those_that_are_told() -> None:
    figure = boxwright.render("app\n ├──▶ a\n └──▶ b", kind="drawing").figure
    assert isinstance(figure, Drawing)
    assert [(c.source_text, c.target_text, c.start_arrow, c.end_arrow, c.label) for c in figure.sketch.connectors] == [
        ("app", "a", False, True, ""), ("app", "b", False, True, "")]


FORK = "┌────┐ {} ┌─────┐\n│ ok ├────►│ one │\n└─┬──┘     └─────┘\n  │ {}\n  ▼\n┌─────┐\n│ two │\n└─────┘"
FORKS = [
    pytest.param("yes", "no ", "Arrows lead from ok to one (labelled “yes”) and two (labelled “no”).",
                 "箭头从 ok 指向 one（标着“yes”）和 two（标着“no”）。", id="two-labels"),
    pytest.param("yes", "yes", "Arrows labelled “yes” lead from ok to one and two.",
                 "标着“yes”的箭头从 ok 指向 one 和 two。",
                 id="one-label-twice"),
    pytest.param("yes", "   ", "Arrows lead from ok to one (labelled “yes”) and two.",
                 "箭头从 ok 指向 one（标着“yes”）和 two。", id="one-label"),
    pytest.param("   ", "   ", "Arrows lead from ok to one and two.", "箭头从 ok 指向 one 和 two。", id="no-label"),
]


@pytest.mark.parametrize(("right", "down", "english", "chinese"), FORKS)
def test_arrows_that_leave_one_box_share_a_sentence(right: str, down: str, english: str, chinese: str) -> None:
    source = FORK.format(right, down)
    assert told(source).endswith(f" {english}")
    assert told(source, "zh").endswith(f"。{chinese}")


def test_messages_with_labels_stay_in_their_order() -> None:
    gap = " " * 14
    rows = [f"A{gap}B{gap}C", f"│{gap}│{gap}│", f"│─── one ─────►│{gap}│", f"│{gap}│─── two ─────►│",
            f"│{gap}│◄─── three ───│", f"│◄─── four ────│{gap}│"]
    said = told("\n".join(rows))
    places = [said.index(f"“{label}”") for label in ("one", "two", "three", "four")]
    assert places == sorted(places)


def column(*texts: str) -> list[str]:
    """Draw a table of one column."""
    rows = [f"│{text:^5}│" for text in texts]
    return ["┌─────┐", *"\n├─────┤\n".join(rows).split("\n"), "└─────┘"]


def linked(left: list[str], *rows: str) -> str:
    """Put a text beside each row of a column."""
    return "\n".join(line + (rows[y // 2] if y % 2 and y // 2 < len(rows) else "") for y, line in enumerate(left))


COLUMNS = [
    pytest.param(linked(column("0", "1", "2"), "──▶ tea", "──▶ ice", "──▶ cup"),
                 "The diagram shows 0, 1 and 2. An arrow leads from 0 to tea. An arrow leads from 1 to ice. "
                 "An arrow leads from 2 to cup.",
                 "图中有 0、1 和 2。箭头从 0 指向 tea。箭头从 1 指向 ice。箭头从 2 指向 cup。", id="rows-on-a-par"),
    pytest.param(linked(column("app", "tcp", "ip"), "", "", "──▶ net"),
                 "The diagram shows app, with tcp and ip. An arrow leads from ip of app to net.",
                 "图中有 app，里面是 tcp 和 ip。箭头从 app 的 ip 指向 net。", id="a-row-of-a-name"),
    pytest.param(linked(column("app", "tcp", "ip"), "──▶ net"),
                 "The diagram shows app, with tcp and ip. An arrow leads from app to net.",
                 "图中有 app，里面是 tcp 和 ip。箭头从 app 指向 net。", id="the-name"),
    pytest.param("\n".join([*column("d", "c", "b", "a"), "   │", "   ▼", "  top"]),
                 "The diagram shows d, c, b and a. An arrow leads from a to top.",
                 "图中有 d、c、b 和 a。箭头从 a 指向 top。", id="under-a-stack"),
    pytest.param("\n".join([*column("Shape", "area", "draw"), "   │", "   ▼", "  top"]),
                 "The diagram shows Shape, with area and draw. An arrow leads from Shape to top.",
                 "图中有 Shape，里面是 area 和 draw。箭头从 Shape 指向 top。", id="under-a-class"),
    pytest.param(linked(column("app", "tcp"), "", "──▶ net"),
                 "The diagram shows app, with tcp. An arrow leads from app to net.",
                 "图中有 app，里面是 tcp。箭头从 app 指向 net。", id="a-name-and-one-row"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), COLUMNS)
def test_the_rows_of_a_column(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


def test_rows_with_the_same_text_are_told_apart() -> None:
    left, right = column("app", "tcp", "ip", "eth"), column("app", "tcp", "ip", "eth")
    rows = [a + ("◄───►" if y in (3, 7) else "     ") + b for y, (a, b) in enumerate(zip(left, right, strict=True))]
    assert told("\n".join(rows)) == (
        "The diagram shows app, tcp (1), ip and eth (1); and app, tcp (2), ip and eth (2). "
        "A two-way arrow joins tcp (1) and tcp (2). A two-way arrow joins eth (1) and eth (2).")


def test_rows_with_the_same_text_to_which_nothing_leads_have_no_numbers() -> None:
    stack = column("app", "tcp", "ip", "eth")
    assert told("\n".join(f"{row}  {row}" for row in stack)) == (
        "The diagram shows app, tcp, ip and eth; and app, tcp, ip and eth.")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        pytest.param(["    ┌────┐    ", "◄──►│ rt │◄──►", "    └────┘    "], "app (1), rt and app (2)",
                     id="beside-a-box"),
        pytest.param(["              ", "◄────────────►", "              "], "Diagram", id="lists-alone"),
    ],
)
def test_a_title_names_lists_beside_boxes(rows: list[str], title: str) -> None:
    stack = column("app", "tcp", "ip", "eth")
    between = [*rows, *[" " * 14] * (len(stack) - len(rows))]
    assert boxwright.render("\n".join(a + b + a for a, b in zip(stack, between, strict=True))).title == title


TORN = [
    pytest.param(["vectors", "-", "low memory,", "mapped as is", "-", "~"],
                 "vectors; low memory, mapped as is; and user", "图中有 vectors、low memory, mapped as is 和 user。",
                 id="more-of-one-row"),
    pytest.param(["code of", "all users", "-", "~"], "code of all users and user", "图中有 code of all users 和 user。",
                 id="two-rows"),
    pytest.param(["code", "-", "", "-", "~"], "a table with two rows: code; user", "图中有一张两行的表：code；user。",
                 id="an-empty-row"),
    pytest.param(["Order", "-", "number", "date", "-", "|"], "Order, with number, date and user",
                 "图中有 Order，里面是 number、date 和 user。", id="whole-walls-of-a-class"),
]


@pytest.mark.parametrize(("lines", "english", "chinese"), TORN)
def test_rows_of_torn_walls_are_on_a_par_and_run_on(lines: list[str], english: str, chinese: str) -> None:
    edge = f"+{'-' * 14}+"
    *rows, wall = lines
    source = [edge, *(edge if row == "-" else f"| {row:12} |" for row in rows), f"| {'user':12} |",
              f"{wall}{' ' * 14}{wall}", edge]
    assert told("\n".join(source)) == f"The diagram shows {english}."
    assert told("\n".join(source), "zh") == chinese


def test_a_title_over_torn_fields_is_one() -> None:
    assert told("+-------+\n| Part  |\n+---+---+\n| a | b |\n+---+---+\n~ more  ~\n+-------+") == (
        "The diagram shows Part, with a table with two rows: a and b; more.")


TABLES = [
    pytest.param("┏━━━━━━━┳━━━━━━━┓\n┃ thing ┃ price ┃\n┡━━━━━━━╇━━━━━━━┩\n"
                 "│ tea   │  2.40 │\n│ cup   │  3.10 │\n└───────┴───────┘",
                 "a table with three rows: thing and price; tea and 2.40; cup and 3.10", id="mixed-walls"),
    pytest.param("┌────┬────┬────┬────┐\n│ Mo │ Tu │ We │ Th │\n├────┼────┼────┼────┤\n"
                 "│    │  1 │  2 │  3 │\n│  4 │  5 │  6 │  7 │\n"
                 "└────┴────┴────┴────┘",
                 "a table with three rows: Mo, Tu, We and Th; 1, 2 and 3; 4, 5, 6 and 7", id="empty-cells"),
    pytest.param("┌─────┬───────┬───────┬───────┐\n│     │ goes  │ comes │ stays │\n│ tea │ on to │ in at │ a day │\n"
                 "└─────┴───────┴───────┴───────┘",
                 "a table with one row: tea, goes on to, comes in at and stays a day", id="running-text"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), [
    pytest.param("┌─────────┐   ┌─────┐\n│ L1 │ L2 │──▶│ RAM │\n└─────────┘   └─────┘",
                 "The diagram shows a table with one row (L1 and L2) and RAM. An arrow leads from the table to RAM.",
                 "图中有一张一行的表（L1 和 L2）和 RAM。箭头从那张表指向 RAM。", id="beside-a-box"),
    pytest.param("┌───┬───┐ ┌───┐ ┌──┐\n│ a │ b │ │ e │ │  │\n├───┼───┤ └───┘ └──┘\n│ c │ d │\n└───┴───┘",
                 "The diagram shows a table with two rows (a and b; c and d), e and a box without a name.",
                 "图中有一张两行的表（a 和 b；c 和 d）、e 和一个没有名字的方框。", id="beside-an-empty-box"),
    pytest.param("┌──────────────┐\n│     shop     │\n│ ┌───┬───┐    │\n│ │ a │ b │    │\n"
                 "│ └───┴───┘    │\n└──────────────┘",
                 "The diagram shows shop, with a table with one row: a and b.",
                 "图中有 shop，里面是一张一行的表：a 和 b。", id="alone-in-a-box"),
    pytest.param("┌──────────────┐\n│     shop     │\n│ ┌───┬───┐    │\n│ │ a │ b │ c  │\n"
                 "│ └───┴───┘    │\n└──────────────┘",
                 "The diagram shows shop, with a table with one row (a and b) and c.",
                 "图中有 shop，里面是一张一行的表（a 和 b）和 c。", id="beside-a-text-in-a-box"),
])
def test_a_table_beside_other_things_has_its_rows_in_brackets(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


@pytest.mark.parametrize(("source", "english"), TABLES)
def test_the_rows_of_a_table(source: str, english: str) -> None:
    assert told(source) == f"The diagram shows {english}."


@pytest.mark.parametrize(("source", "english"), [
    pytest.param("┌─ Todo ─┬─ Done ─┐\n│ oven   │ till   │\n└────────┴────────┘",
                 "a table with two rows: Todo and Done; oven and till", id="a-title-for-each-column"),
    pytest.param("┌─ Menu ─┬────────┐\n│ oven   │ till   │\n└────────┴────────┘",
                 "a table with one row: oven and till", id="one-title"),
])
def test_titles_in_the_edge_of_a_table_are_its_head(source: str, english: str) -> None:
    assert told(source) == f"The diagram shows {english}."


BOARD = ("┌─────────┬─────────┐\n│{:^9}│  Done   │\n├─────────┼─────────┤\n│ ┌─────┐ │ ┌─────┐ │\n"
         "│ │ one │ │ │ two │ │\n│ └─────┘ │ └─────┘ │\n└─────────┴─────────┘")


def test_lanes_are_told_one_by_one() -> None:
    assert told(BOARD.format("Todo")) == "The diagram shows Todo, with one; and Done, with two."
    assert told(BOARD.format("Todo"), "zh") == "图中有 Todo，里面是 one；以及 Done，里面是 two。"
    assert boxwright.render(BOARD.format("Todo"), kind="drawing").title == "Todo and Done"


def test_a_lane_without_a_title_is_none() -> None:
    assert told(BOARD.format("")) == "The diagram shows Done, with one and two."


AB = "┌───┐     ┌───┐\n│ A │────▶│ B │\n└───┘     └───┘\n"
LEADS = "The diagram shows A and B. An arrow leads from A to B. It also shows the texts "


@pytest.mark.parametrize(("source", "english"), [
    pytest.param(f"{AB}Legend:\n  ──▶ sync call\n  ╌╌▶ message", LEADS + "“Legend:”, “sync call” and “message”.",
                 id="under-a-title"),
    pytest.param(f"{AB}图例：\n──▶ 同步\n──▶ 异步", LEADS + "“图例：”, “同步” and “异步”.", id="in-chinese"),
    pytest.param(f"{AB}\n ──▶ sync\n ╌╌▶ async", LEADS + "“sync” and “async”.", id="two-looks"),
    pytest.param(f"{AB}\n --> calls\n --- owns", LEADS + "“calls” and “owns”.", id="with-a-head-and-without"),
    pytest.param(f"{AB}\n──▶ sync   ══▶ bulk", LEADS + "“sync” and “bulk”.", id="in-a-row"),
    pytest.param(f"{AB}Key: --> sync, ==> bulk", LEADS + "“Key:”, “sync,” and “bulk”.", id="behind-a-title"),
])
def test_a_legend_is_told_as_texts(source: str, english: str) -> None:
    assert told(source) == english


@pytest.mark.parametrize(("source", "english"), [
    pytest.param(" --> a\n --> b", "Arrows lead to a and b.", id="lines-of-one-look"),
    pytest.param(" --> a\n\n\n\n ==> b", "Arrows lead to a and b.", id="far-apart"),
    pytest.param("key ──▶ [hash] ──▶ index", "An arrow leads from key to [hash]. An arrow leads from [hash] to index.",
                 id="a-name-that-is-no-title"),
    pytest.param("a ──▶ b\nc ══▶ d", "An arrow leads from a to b. An arrow leads from c to d.", id="from-names"),
])
def test_what_is_no_legend_leads_somewhere(source: str, english: str) -> None:
    assert told(source) == english


LAYERS = ("┌───────────┐\n│   Front   │\n│ ┌───┐     │\n│ │Web│     │\n│ └───┘     │\n├───────────┤\n│{:^11}│\n"
          "│ ┌───┐┌───┐│\n│ │API││Job││\n│ └───┘└───┘│\n└───────────┘")


def test_layers_are_told_one_by_one() -> None:
    found = boxwright.render(LAYERS.format("Back"), kind="drawing")
    assert found.description == "The diagram shows Front, with Web; and Back, with API and Job."
    assert str(found.output).count('<text class="bw-title"') == 2


def test_a_layer_without_a_title_is_none() -> None:
    assert told(LAYERS.format("")) == "The diagram shows Front, with Web, API and Job."


SCALES = [
    pytest.param("  +----+----+----+--> hour\n       1    2    3", "An arrow leads to hour. The diagram shows the "
                 "texts “1”, “2” and “3”.", id="a-scale"),
    pytest.param(" 2019   2020   2021\n --+------+------+-->\n   |      |      |\n start  alpha  ship",
                 "The diagram shows the texts “2019”, “2020”, “2021”, “start”, “alpha” and “ship”.",
                 id="a-line-of-time"),
    pytest.param(" 一月   二月   三月\n──●──────●──────●──▶ 时间",
                 "An arrow leads to 时间. The diagram shows the texts “一月”, “二月” and “三月”.",
                 id="words-over-ticks"),
    pytest.param("──┬─────┬─────┬─▶\n  a     b     c", "The diagram shows the texts “a”, “b” and “c”.",
                 id="hung-on-ticks"),
    pytest.param("┌─┐ a     b ┌─┐\n│x├──┬────┬▶│y│\n└─┘  │    │ └─┘\n     p    q",
                 "The diagram shows x and y. An arrow labelled “a b” leads from x to y. An arrow labelled “b” "
                 "leads from p to y. An arrow leads from q to y.", id="two-labels-over-tees"),
    pytest.param("┌─┐ 1    2 ┌─┐\n│a├────────┤b│\n└─┘        └─┘", "The diagram shows a and b. "
                 "A line labelled “1 2” joins a and b.", id="two-numbers"),
]


@pytest.mark.parametrize(("source", "english"), SCALES)
def test_the_numbers_of_a_scale_are_no_label(source: str, english: str) -> None:
    assert told(source) == english


@pytest.mark.parametrize(("source", "english", "chinese"), [
    pytest.param("/\\/\\\n\\/\\/", "The diagram is a drawing without words.", "图中只有图形，没有文字。", id="lines"),
    pytest.param("▂▄▆█", "The diagram is a drawing without words.", "图中只有图形，没有文字。", id="blocks"),
    pytest.param("", "The diagram is empty.", "图中什么也没有。", id="nothing"),
    pytest.param("a   b   a   c   a   b", "The diagram shows the texts “a” (three times), “b”, “c” and “b”.",
                 "图中有文字“a”（三处）、“b”、“c”和“b”。", id="a-text-three-times"),
    pytest.param("to do\n  -> read\n  -> write\n  done",
                 "The diagram shows the texts “to do”, “-> read”, “-> write” and “done”.",
                 "图中有文字“to do”、“-> read”、“-> write”和“done”。", id="in-reading-order"),
    pytest.param("plan\n  ->  scan\n  ->  sort", "The diagram shows the texts “plan”, “->”, “scan”, “->” and “sort”.",
                 "图中有文字“plan”、“->”、“scan”、“->”和“sort”。", id="twins-in-reading-order"),
])
def test_drawings_of_few_words(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param(["┌─────────────┐", "│ a │ b │ c   │", "├─────────────┤", "│ body        │", "└─────────────┘"],
                     "The diagram shows a table with two rows: a, b and c; body.", id="in-the-first-row"),
        pytest.param(["┌─────────────┐", "│ top         │", "├─────────────┤", "│ a │ b │ c   │", "├─────────────┤",
                      "│ body        │", "└─────────────┘"],
                     "The diagram shows top, with a table with two rows: a, b and c; body.", id="between-two-rules"),
        pytest.param(["+-------------+", "|  a   |   b  |", "+-------------+", "|  甲  |   乙 |", "+-------------+"],
                     "The diagram shows a table with two rows: a and b; 甲 and 乙.", id="typed"),
    ],
)
def test_a_bar_from_an_edge_to_a_rule_parts_cells(rows: list[str], words: str) -> None:
    assert boxwright.render("\n".join(rows) + "\n", kind="drawing").description == words
