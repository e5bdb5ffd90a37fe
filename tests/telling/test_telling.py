"""What a drawing shows, in words: boxes and what they hold, connectors, tables, free text; and how much of it."""
from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.model import Drawing
from boxwright.telling import tell_symbols

GLYPHS = "┌─┬┐│├┼┤└┴┘+-|.:=/\\<>^v►▼◄▲"
ANY_TEXT = st.text(st.sampled_from(f"{GLYPHS}    \n\n\n柠檬ab1,.;，。、"), max_size=300)
CONTAINER = """\
┌──────────────────┐
│       shop       │
│ ┌─────┐  ┌─────┐ │
│ │till │  │oven │ │
│ └─────┘  └─────┘ │
└──────────────────┘
"""


def told(source: str, lang: str = "en", **options: str) -> str:
    return boxwright.render(source, kind="drawing", lang=lang, **options).description  # type: ignore[arg-type]


def row_of(*names: str) -> str:
    """Draw boxes side by side."""
    tops = ["┌" + "─" * len(name) + "┐" for name in names]
    return "\n".join(["  ".join(tops), "  ".join(f"│{name}│" for name in names),
                      "  ".join(top.replace("┌", "└").replace("┐", "┘") for top in tops)])


BOXES = [
    pytest.param("", "The diagram is empty.", "图中什么也没有。", id="nothing"),
    pytest.param("┌──┐\n│  │\n└──┘", "The diagram shows a box without a name.", "图中有一个没有名字的方框。",
                 id="empty-box"),
    pytest.param("┌──┐ ┌──┐\n│  │ │  │\n└──┘ └──┘", "The diagram shows two boxes without a name.",
                 "图中有两个没有名字的方框。", id="two-empty-boxes"),
    pytest.param(row_of("tea"), "The diagram shows tea.", "图中有 tea。", id="one"),
    pytest.param(row_of("tea", "cup"), "The diagram shows tea and cup.", "图中有 tea 和 cup。", id="two"),
    pytest.param(row_of("tea", "cup", "lid"), "The diagram shows tea, cup and lid.", "图中有 tea、cup 和 lid。",
                 id="three"),
    pytest.param(row_of("tea", "tea"), "The diagram shows tea (1) and tea (2).", "图中有 tea（1）和 tea（2）。",
                 id="of-one-name"),
    pytest.param(CONTAINER, "The diagram shows shop, with till and oven.", "图中有 shop，里面是 till 和 oven。",
                 id="container"),
    pytest.param("┌────────────┐\n│    till    │\n│ coins      │\n│ notes      │\n└────────────┘",
                 "The diagram shows till, with coins and notes.", "图中有 till，里面是 coins 和 notes。",
                 id="title-over-list"),
    pytest.param("┌─────────┐\n│ lemons  │\n│ sugar   │\n│ ice     │\n└─────────┘",
                 "The diagram shows lemons, sugar and ice.", "图中有 lemons、sugar 和 ice。", id="list"),
    pytest.param("┌────────────┐\n│   lemon    │\n│  squeezer  │\n└────────────┘", "The diagram shows lemon squeezer.",
                 "图中有 lemon squeezer。", id="a-name-on-two-lines"),
    pytest.param("┌──────┐\n│ 柠檬 │\n│ 水   │\n└──────┘", "The diagram shows 柠檬水.", "图中有柠檬水。",
                 id="a-chinese-name-on-two-lines"),
    pytest.param("┌──────┐\n│ Menu │\n├──────┤\n│ tea  │\n│ milk │\n└──────┘",
                 "The diagram shows Menu, with tea and milk.", "图中有 Menu，里面是 tea 和 milk。",
                 id="title-and-compartment"),
    pytest.param("┌─────┬──────┐\n│ tea │ 1.20 │\n├─────┼──────┤\n│ cup │ 0.30 │\n└─────┴──────┘",
                 "The diagram shows a table with two rows: tea and 1.20; cup and 0.30.",
                 "图中有一张两行的表：tea 和 1.20；cup 和 0.30。", id="table"),
    pytest.param("┌─────┬──────┐\n│ tea │ 1.20 │\n└─────┴──────┘",
                 "The diagram shows a table with one row: tea and 1.20.",
                 "图中有一张一行的表：tea 和 1.20。", id="table-of-one-row"),
    pytest.param("free", "The diagram shows the text “free”.", "图中有文字“free”。", id="a-free-text"),
    pytest.param("x ───► x", "An arrow leads from x to x.", "箭头从 x 指向 x。", id="texts-that-read-the-same"),
    pytest.param("one\n\ntwo", "The diagram shows the texts “one” and “two”.", "图中有文字“one”和“two”。",
                 id="free-texts"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), BOXES)
def test_boxes(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


A_AND_B = "┌─┐       ┌─┐\n│a├{}┤b│\n└─┘       └─┘"
CONNECTORS = [
    pytest.param("───────", "A line joins a and b.", "线连接 a 与 b。", id="line"),
    pytest.param("──────►", "An arrow leads from a to b.", "箭头从 a 指向 b。", id="arrow"),
    pytest.param("◄──────", "An arrow leads from b to a.", "箭头从 b 指向 a。", id="arrow-to-the-left"),
    pytest.param("◄─────►", "A two-way arrow joins a and b.", "双向箭头连接 a 与 b。", id="two-heads"),
    pytest.param("─ yes ►", "An arrow labelled “yes” leads from a to b.", "标着“yes”的箭头从 a 指向 b。",
                 id="labelled"),
    pytest.param("◄ yes ►", "A two-way arrow labelled “yes” joins a and b.", "标着“yes”的双向箭头连接 a 与 b。",
                 id="two-heads-labelled"),
    pytest.param("─ yes ─", "A line labelled “yes” joins a and b.", "标着“yes”的线连接 a 与 b。", id="line-labelled"),
]


@pytest.mark.parametrize(("line", "english", "chinese"), CONNECTORS)
def test_a_connector(line: str, english: str, chinese: str) -> None:
    line = line.replace(" yes ►", " yes ─►").replace("◄ yes", "◄─ yes")
    source = A_AND_B.replace("       ", " " * len(line)).format(line)
    source = source.replace("►┤", "►│").replace("├◄", "│◄")
    assert told(source) == f"The diagram shows a and b. {english}"
    assert told(source, "zh") == f"图中有 a 和 b。{chinese}"


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        pytest.param("┌─┐    ┌─┐\n│a├─┬─►│b│\n└─┘ │  └─┘\n    │  ┌─┐\n    └─►│c│\n       └─┘",
                     ["Arrows lead from a to b and c."], id="one-to-two"),
        pytest.param("┌─┐    ┌─┐\n│a├─┬─►│c│\n└─┘ │  └─┘\n┌─┐ │\n│b├─┘\n└─┘", ["Arrows lead from a and b to c."],
                     id="two-to-one"),
        pytest.param("┌─┐    ┌─┐\n│ ├───►│ │\n│a│    │b│\n│ ├───►│ │\n└─┘    └─┘", ["Two arrows lead from a to b."],
                     id="twice-the-same"),
        pytest.param("┌─┐\n│a├────\n└─┘", ["A line leads away from a."], id="to-nothing"),
        pytest.param("┌─┐\n│a├───►\n└─┘", ["An arrow leads away from a."], id="arrow-to-nothing"),
        pytest.param("      ┌─┐\n ────►│a│\n      └─┘", ["An arrow leads to a."], id="from-nothing"),
        pytest.param("┌─┐\n│a├───► etcd\n└─┘", ["An arrow leads from a to etcd."], id="to-a-text"),
        pytest.param("┌───┐\n│ a ├──┐\n│   │◄─┘\n└───┘", ["An arrow leads from a back to itself."], id="to-itself"),
        pytest.param("┌──┐   ┌─┐\n│  ├──►│a│\n└──┘   └─┘", ["An arrow leads from a box without a name to a."],
                     id="from-a-box-without-a-name"),
    ],
)
def test_connectors_between_ends_of_all_sorts(source: str, sentences: list[str]) -> None:
    said = re.split(r"(?<=\.) ", told(source))
    assert said[1:] == sentences


@pytest.mark.parametrize(
    ("first", "second", "english", "chinese"),
    [
        pytest.param("├──────────►│", "├── ok ────►│", "Two arrows, one labelled “ok”, lead from a to b.",
                     "两个箭头（其中一个标着“ok”）从 a 指向 b。", id="arrows-the-second-labelled"),
        pytest.param("├── ok ────►│", "├──────────►│", "Two arrows, one labelled “ok”, lead from a to b.",
                     "两个箭头（其中一个标着“ok”）从 a 指向 b。", id="arrows-the-first-labelled"),
        pytest.param("│◄── ok ───►│", "│◄─────────►│", "Two two-way arrows, one labelled “ok”, join a to b.",
                     "两个双向箭头（其中一个标着“ok”）连接 a 与 b。", id="two-heads"),
        pytest.param("├─── ok ────┤", "├───────────┤", "Two lines, one labelled “ok”, join a to b.",
                     "两条线（其中一条标着“ok”）连接 a 与 b。", id="lines"),
        pytest.param("├── ok ────►│", "├── no ────►│", "Two arrows labelled “ok” and “no” lead from a to b.",
                     "标着“ok”和“no”的两个箭头从 a 指向 b。", id="both-labelled"),
        pytest.param("├── ok ────►│", "│◄──────────┤",
                     "An arrow labelled “ok” leads from a to b. An arrow leads from b to a.",
                     "标着“ok”的箭头从 a 指向 b。箭头从 b 指向 a。", id="to-and-fro"),
    ],
)
def test_connectors_between_the_same_ends(first: str, second: str, english: str, chinese: str) -> None:
    gap = " " * (len(first) - 2)
    source = f"┌─┐{gap}┌─┐\n│a{first}b│\n│ {second} │\n└─┘{gap}└─┘"
    assert told(source) == f"The diagram shows a and b. {english}"
    assert told(source, "zh") == f"图中有 a 和 b。{chinese}"


BESIDE = "┌─────────────────┐\n│         ┌─────┐ │\n│ Backend │ Web │ │\n│         └─────┘ │\n└─────────────────┘"
HEADINGS = [
    pytest.param(["      Backend      "], [], "Backend, with Web and API", "Backend，里面是 Web 和 API", id="above"),
    pytest.param([], ["      Backend      "], "Backend, with Web and API", "Backend，里面是 Web 和 API", id="below"),
    pytest.param([], ["      Backend      ", "       north       "], "Backend north, with Web and API",
                 "Backend north，里面是 Web 和 API", id="below-on-two-lines"),
    pytest.param([" Backend "], [" since May"], "Backend, with Web, API and since May",
                 "Backend，里面是 Web、API 和 since May", id="above-and-below"),
    pytest.param([" one", " two", " three", " four"], [], "one, with Web, API, two, three and four",
                 "one，里面是 Web、API、two、three 和 four", id="more-lines-than-a-name-has"),
    pytest.param([], [" one       two"], "a box without a name, with Web, API and one two",
                 "一个没有名字的方框，里面是 Web、API 和 one two", id="two-below"),
]


@pytest.mark.parametrize(("above", "below", "english", "chinese"), HEADINGS)
def test_a_container_is_named_by_a_text_above_or_below(
    above: list[str], below: list[str], english: str, chinese: str,
) -> None:
    inner = [" ┌─────┐   ┌─────┐ ", " │ Web ├──►│ API │ ", " └─────┘   └─────┘ "]
    rows = [f"│{row.ljust(19)}│" for row in (*above, *inner, *below)]
    source = "\n".join(["┌" + "─" * 19 + "┐", *rows, "└" + "─" * 19 + "┘"])
    assert told(source) == f"The diagram shows {english}. An arrow leads from Web to API."
    assert told(source, "zh") == f"图中有{'' if chinese[0] > '⺀' else ' '}{chinese}。箭头从 Web 指向 API。"
    if not english.startswith("a box"):
        assert boxwright.render(source, kind="drawing").title == english.partition(", ")[0]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        pytest.param(BESIDE, "The diagram shows Backend, with Web.", id="beside"),
        pytest.param("┌────────────────┐\n│ ┌─────┐        │\n│ │ Web ├──► etc │\n│ └─────┘        │\n"
                     "└────────────────┘",
                     "The diagram shows a box without a name, with Web and etc. An arrow leads from Web to etc.",
                     id="what-an-arrow-ends-at"),
        pytest.param("┌──────────────────┐\n│       shop       │\n│ ┌──────────────┐ │\n│ │ ┌─────┐      │ │\n"
                     "│ │ │ Web │      │ │\n│ │ └─────┘      │ │\n│ │ one      two │ │\n│ └──────────────┘ │\n"
                     "└──────────────────┘",
                     "The diagram shows shop, with a box without a name. A box without a name holds Web and one two.",
                     id="in-the-only-box-of-a-container"),
        pytest.param("┌────────────────┐\n│ ┌─────┐ thrice │\n│ │ Web │        │\n│ └─────┘ a day  │\n"
                     "│     Backend    │\n└────────────────┘",
                     "The diagram shows Backend, with Web, thrice and a day.", id="below-and-beside"),
    ],
)
def test_a_text_beside_the_boxes_of_a_container(source: str, english: str) -> None:
    assert told(source) == english


def box_of(*lines: str) -> str:
    """Draw a box around lines that begin at its left."""
    wide = [len(line) + sum(char > "⺀" for char in line) for line in lines]
    rows = [f"│ {line}{' ' * (max(wide) - columns)} │" for line, columns in zip(lines, wide, strict=True)]
    return "\n".join([f"┌{'─' * (max(wide) + 2)}┐", *rows, f"└{'─' * (max(wide) + 2)}┘"])


LINES = [
    pytest.param(["Validates", "the incoming", "request"], "Validates the incoming request", id="a-sentence"),
    pytest.param(["Server", "nginx", "port 80"], "Server, with nginx and port 80", id="a-narrow-list"),
    pytest.param(["Stores the", "data in a", "database"], "Stores the data in a database", id="a-sentence-of-threes"),
    pytest.param(["Checks items,", "then", "sends them."], "Checks items, then sends them.", id="up-to-its-stop"),
    pytest.param(["Wash hands.", "Sorts the mail and", "sends it."], "Wash hands and Sorts the mail and sends it.",
                 id="two-sentences"),
    pytest.param(["waits for", "the next", "request"], "waits for, the next and request", id="all-small"),
    pytest.param(["Order tea", "Get cups", "Boil water"], "Order tea, Get cups and Boil water", id="all-capitals"),
    pytest.param(["lemons", "sugar", "ice"], "lemons, sugar and ice", id="single-words"),
    pytest.param(["lemons,", "sugar,", "ice"], "lemons, sugar and ice", id="with-commas"),
    pytest.param(["Legend", "sync", "async"], "Legend, with sync and async", id="a-capital-over-small-letters"),
    pytest.param(["User", "id int", "email text"], "User, with id int and email text", id="room-for-the-next-word"),
    pytest.param(["Deployment", "replicas: 3", "image: nginx"], "Deployment, with replicas: 3 and image: nginx",
                 id="pairs"),
    pytest.param(["Legend:", "Sync", "Async"], "Legend, with Sync and Async", id="a-colon"),
    pytest.param(["Legend", "  Sync call", "  Async call"], "Legend, with Sync call and Async call", id="set-in"),
    pytest.param(["Legend", "• Sync", "• Async"], "Legend, with Sync and Async", id="bullets"),
    pytest.param(["校验收到的请求，", "并且写入本地数据", "库，再返回结果。"],
                 "校验收到的请求，并且写入本地数据库，再返回结果。",
                 id="a-chinese-sentence"),
    pytest.param(["点单系统", "下单系统", "支付"], "点单系统, 下单系统 and 支付", id="chinese-words"),
]


@pytest.mark.parametrize(("lines", "english"), LINES)
def test_lines_are_a_sentence_or_a_list(lines: list[str], english: str) -> None:
    assert told(box_of(*lines)) == f"The diagram shows {english}.".replace("..", ".").replace("。.", "。")


def test_a_name_ends_before_its_comma() -> None:
    source = "┌────────────────────────────┐\n│ Never test in production,  │\n│ unless you are bored today │──► me\n"
    source += "└────────────────────────────┘"
    said = "Never test in production, unless you are bored today"
    assert told(source) == f"The diagram shows {said}. An arrow leads from Never test in production to me."
    assert told(source, "zh") == f"图中有 {said}。箭头从 Never test in production 指向 me。"
    assert told(box_of(",")) == "The diagram shows ,."


@pytest.mark.parametrize(
    ("lines", "english", "chinese"),
    [
        pytest.param(["Legend", "sync", "async"], "A and B. It also shows Legend, with sync and async.",
                     "A 和 B。图中还有 Legend，里面是 sync 和 async。", id="a-title"),
        pytest.param(["lemons", "sugar", "ice"], "A; B; and lemons, sugar and ice.",
                     "A；B；以及 lemons、sugar 和 ice。", id="none"),
    ],
)
def test_a_list_beside_other_boxes(lines: list[str], english: str, chinese: str) -> None:
    source = f"{row_of('A', 'B')}\n\n{box_of(*lines)}"
    assert told(source) == f"The diagram shows {english}"
    assert told(source, "zh") == f"图中有 {chinese}"


QUEUE = "┌────────┐   ┌───┬───┐\n│Producer├──►│ {} │ {} │\n└────────┘   └───┴───┘"
TABLES = [
    pytest.param(QUEUE.format(4, 3), "An arrow leads from Producer to the table.",
                 "箭头从 Producer 指向那张表。", id="one"),
    pytest.param(f"{QUEUE.format(4, 3)}\n{QUEUE.format(2, 1).replace('Producer', 'Consumer')}",
                 "An arrow leads from Producer to the table that begins with “4”. "
                 "An arrow leads from Consumer to the table that begins with “2”.",
                 "箭头从 Producer 指向以“4”开头的表。箭头从 Consumer 指向以“2”开头的表。", id="two"),
    pytest.param(f"{QUEUE.format(4, 3)}\n{QUEUE.format(4, 1).replace('Producer', 'Consumer')}",
                 "An arrow leads from Producer to the table that begins with “4” (1). "
                 "An arrow leads from Consumer to the table that begins with “4” (2).",
                 "箭头从 Producer 指向以“4”开头的表（1）。箭头从 Consumer 指向以“4”开头的表（2）。",
                 id="that-begin-alike"),
    pytest.param("┌───┐   ┌───────┐\n│ a ├──►│ queue │\n└───┘   ├───┬───┤\n        │ 2 │ 1 │\n        └───┴───┘",
                 "An arrow leads from a to queue.", "箭头从 a 指向 queue。", id="with-a-title"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), TABLES)
def test_a_table_at_a_connector(source: str, english: str, chinese: str) -> None:
    assert told(source).endswith(f". {english}")
    assert told(source, "zh").endswith(f"。{chinese}")


BUS = "┌───┐ ┌───┐ ┌────┐ ┌───┐\n│CPU│ │RAM│ │Disk│ │NIC│\n└─┬─┘ └─┬─┘ └─┬──┘ └─┬─┘\n  └─────┴─────┴──────┘"
BUSES = [
    pytest.param(BUS, "A line joins CPU, RAM, Disk and NIC.", "线把 CPU、RAM、Disk 和 NIC 连在一起。", id="bus"),
    pytest.param("┌───┐   ┌───┐\n│ a ├─┬─┤ b │\n└───┘ │ └───┘\n    ┌─┴─┐\n    │ c ├── d\n    └───┘",
                 "A line joins a, b and c. A line joins c and d.", "线把 a、b 和 c 连在一起。线连接 c 与 d。",
                 id="and-a-line-of-two-ends"),
    pytest.param("┌───┐ ┌───┐\n│ a ├─┤ b │\n└─┬─┘ └─┬─┘\n┌─┴─────┴─┐\n│    c    │\n└─────────┘",
                 "Lines join a to b and c. A line joins b and c.", "线连接 a 与 b 和 c。线连接 b 与 c。",
                 id="three-lines-of-two-ends"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), BUSES)
def test_a_line_of_many_ends_is_told_once(source: str, english: str, chinese: str) -> None:
    assert told(source).endswith(f". {english}")
    assert told(source, "zh").endswith(f"。{chinese}")


def test_the_pairs_of_a_line_of_many_ends_are_still_told_of_one_by_one() -> None:
    figure = boxwright.render(BUS, kind="drawing").figure
    assert isinstance(figure, Drawing) and len(tell_symbols(figure.sketch, "en").connectors) == 6


NAMELESS = [
    pytest.param("┌──┐   ┌──┐\n│  ├──►│  │\n└──┘   └──┘",
                 "The diagram shows two boxes without a name. An arrow leads from unnamed box 1 to unnamed box 2.",
                 "图中有两个没有名字的方框。箭头从无名方框 1 指向无名方框 2。", id="two"),
    pytest.param("┌──┐   ┌──┐   ┌─┐\n│  ├──►│  ├──►│a│\n└──┘   └──┘   └─┘",
                 "The diagram shows a and two boxes without a name. An arrow leads from unnamed box 1 to unnamed "
                 "box 2. An arrow leads from unnamed box 2 to a.",
                 "图中有 a 和两个没有名字的方框。箭头从无名方框 1 指向无名方框 2。箭头从无名方框 2 指向 a。",
                 id="a-chain"),
    pytest.param("┌─────┐\n│     ├──┐\n│     │◄─┘\n└─────┘",
                 "The diagram shows a box without a name. "
                 "An arrow leads from a box without a name back to itself.",
                 "图中有一个没有名字的方框。箭头从一个没有名字的方框出发，又指回它自己。", id="to-itself"),
    pytest.param("┌──┐\n│  │\n└──┘\n┌──┐   ┌─┐\n│  ├──►│a│\n└──┘   └─┘",
                 "The diagram shows a and two boxes without a name. An arrow leads from a box without a name to a.",
                 "图中有 a 和两个没有名字的方框。箭头从一个没有名字的方框指向 a。", id="one-of-two"),
    pytest.param("┌───┐   ┌───────┐\n│   │   │ ┌───┐ │\n│ a ├──►│ │ b │ │\n│   │   │ └───┘ │\n└───┘   └───────┘",
                 "The diagram shows a. It also shows a box without a name, with b. "
                 "An arrow leads from a to a box without a name.",
                 "图中有 a。图中还有一个没有名字的方框，里面是 b。箭头从 a 指向一个没有名字的方框。", id="a-frame"),
    pytest.param("┌────────────────────┐\n│       street       │\n│ ┌───┐   ┌───────┐  │\n│ │   │   │ ┌───┐ │  │\n"
                 "│ │ a ├──►│ │ b │ │  │\n│ │   │   │ └───┘ │  │\n│ └───┘   └───────┘  │\n└────────────────────┘",
                 "The diagram shows street, with a and a box without a name. A box without a name holds b. "
                 "An arrow leads from a to a box without a name.",
                 "图中有 street，里面是 a 和一个没有名字的方框。一个没有名字的方框里面是 b。"
                 "箭头从 a 指向一个没有名字的方框。", id="a-frame-in-a-container"),
]


@pytest.mark.parametrize(("source", "english", "chinese"), NAMELESS)
def test_boxes_without_a_name_are_told_apart(source: str, english: str, chinese: str) -> None:
    assert told(source) == english
    assert told(source, "zh") == chinese


def test_what_a_container_in_a_container_holds_is_told_after_it() -> None:
    inner = CONTAINER.rstrip("\n").split("\n")
    width = len(inner[0])
    source = "\n".join(["┌" + "─" * (width + 2) + "┐", "│" + "street".center(width + 2) + "│",
                        *(f"│ {row} │" for row in inner), "└" + "─" * (width + 2) + "┘"])
    assert told(source) == "The diagram shows street, with shop. shop holds till and oven."


def test_a_frame_without_a_name_is_not_told_of() -> None:
    assert told(CONTAINER.replace("shop", "    ")) == "The diagram shows till and oven."


def pair_of(one: list[str], two: list[str]) -> str:
    """Draw an arrow from a box to another, of two lines each."""
    wide, other = len(one[0]), len(two[0])
    rows = [f"│{a}│   │{b}│" if row != 1 else f"│{a}├──►│{b}│" for row, (a, b) in enumerate(zip(one, two, strict=True))]
    return "\n".join([f"┌{'─' * wide}┐   ┌{'─' * other}┐", *rows, f"└{'─' * wide}┘   └{'─' * other}┘"])


@pytest.mark.parametrize(
    ("one", "two", "english"),
    [
        pytest.param(["  User   ", " Service "], ["  Order  ", " Service "],
                     "An arrow leads from User Service to Order Service.", id="set-to-the-middle"),
        pytest.param(["  The  ", " user  "], ["  Not  ", " found "], "An arrow leads from The user to Not found.",
                     id="of-short-words"),
        pytest.param([" kettle        ", " on the stove  "], [" ledger        ", " of the market "],
                     "An arrow leads from kettle to ledger.", id="a-name-and-what-explains-it"),
        pytest.param([" order        ", " at the desk  "], [" order        ", " by telephone "],
                     "An arrow leads from order at the desk to order by telephone.", id="others-begin-so"),
        pytest.param(["            the house             ", " at the very end of the long road "],
                     ["           the old shop           ", "  on the other side of the river  "],
                     "An arrow leads from the house to the old shop.", id="too-long"),
    ],
)
def test_a_name_is_whole_at_a_connector_where_it_is_short_and_in_the_middle(
    one: list[str], two: list[str], english: str,
) -> None:
    assert told(pair_of(one, two)).endswith(f". {english}")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_long_drawing_is_told_in_numbers_first(lang: str) -> None:
    source = "\n\n".join(row_of(*(f"box number {10 * y + x}" for x in range(10))).replace("│  │", "├─►│")
                         for y in range(6))
    said = told(source, lang)
    start, end = {
        "en": ("This is a large diagram with 60 boxes and 54 arrows. The diagram shows box number 0, ",
               "The rest is left out here."),
        "zh": ("这张图很大，有 60 个方框和 54 个箭头。图中有 box number 0、", "其余从略。"),
    }[lang]
    assert said.startswith(start) and said.endswith(end) and 1200 < len(said) <= 1500
    assert {"en": " and 45 more.", "zh": "和另外 45 个。"}[lang] in said


def test_a_name_as_long_as_a_page_is_cut() -> None:
    assert len(told(row_of("x" * 5000))) < 120


@pytest.mark.parametrize("kind", ["receipt", "notice"])
def test_a_long_receipt_or_notice_is_cut(kind: str) -> None:
    description = boxwright.render("Shop\n" + "Tea .... 1.20\n" * 500, kind=kind).description
    assert 1000 < len(description) <= 1600


def test_the_words_of_the_author_win() -> None:
    assert told(CONTAINER, alt="A shop.") == "A shop."


@settings(max_examples=150, deadline=None)
@given(source=ANY_TEXT, lang=st.sampled_from(["en", "zh"]))
def test_any_text_is_told_in_bounded_sentences(source: str, lang: str) -> None:
    said = told(source, lang)
    assert said and len(said) <= 1600 and "\n" not in said and "\0" not in said
    assert said[-1] in ".!?…。！？"


@settings(max_examples=100, deadline=None)
@given(names=st.lists(st.text(st.sampled_from("abcdefg柠檬水"), min_size=1, max_size=6), min_size=1, max_size=6))
def test_each_box_is_named(names: list[str]) -> None:
    source = "\n\n".join(f"┌{'─' * 20}┐\n│ {name}{' ' * (19 - len(name) - sum(c > '⺀' for c in name))}│\n└{'─' * 20}┘"
                         for name in names)
    assert all(name in told(source) for name in names)
