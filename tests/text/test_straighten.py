"""Straightening: walls go back in line, and nothing else changes."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

import boxwright
from boxwright.glyphs import GLYPHS
from boxwright.text.width import text_width

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
LINES = re.escape("".join(g.char for g in GLYPHS.values() if g.arms == "EW"))


def straight(source: str) -> str:
    return boxwright.straighten(source).text


def wall_columns(text: str, char: str = "│┤┐┘") -> set[int]:
    """The columns of the last wall of each row."""
    return {text_width(row) - 1 for row in text.splitlines() if row[-1] in char}


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["┌────────┐",
             "│ 柠檬水  │",
             "└────────┘"],
            ["┌────────┐",
             "│ 柠檬水 │",
             "└────────┘"], id="spaces-give-way"),
        pytest.param(
            ["┌────────┐",
             "│ tea │",
             "└────────┘"],
            ["┌────────┐",
             "│ tea    │",
             "└────────┘"], id="spaces-are-put-in"),
        pytest.param(
            ["┌────┐",
             "│ 柠檬水 │",
             "└────┘"],
            ["┌────────┐",
             "│ 柠檬水 │",
             "└────────┘"], id="the-frame-grows"),
        pytest.param(
            ["┌────┐",
             "│ 店 │",
             "├────┤",
             "│ 柠檬 │",
             "└────┘"],
            ["┌──────┐",
             "│ 店   │",
             "├──────┤",
             "│ 柠檬 │",
             "└──────┘"], id="a-divider-grows-with-its-frame"),
        pytest.param(
            ["┌────────┐",
             "│ 小计    │",
             "│ ------- │",
             "└────────┘"],
            ["┌────────┐",
             "│ 小计   │",
             "│ ------ │",
             "└────────┘"], id="a-rule-of-hyphens-gives-way"),
        pytest.param(
            [".--------------.",
             "| ログ i++   |",
             "| O'Hara 店  |",
             "'--------------'"],
            [".--------------.",
             "| ログ i++     |",
             "| O'Hara 店    |",
             "'--------------'"], id="a-side-that-missed-its-soft-corners"),
        pytest.param(
            ["+=======+     +=========+",
             "| 杯    |     | ログ    |",
             "| 更长的标签v2    |     | tea     |",
             "+=======+     +=========+"],
            ["+==============+     +=========+",
             "| 杯           |     | ログ    |",
             "| 更长的标签v2 |     | tea     |",
             "+==============+     +=========+"], id="a-text-pushes-walls-into-the-columns-of-others"),
        pytest.param(
            ["+-------------+",
             "| +-------+   |",
             "| | 更长 10-21    |   |",
             "| +-------+   |",
             "+-------------+"],
            ["+------------------+",
             "| +------------+   |",
             "| | 更长 10-21 |   |",
             "| +------------+   |",
             "+------------------+"], id="a-date-is-pushed-over-a-wall"),
        pytest.param(
            ["┌──────┐  ┌──────┐",
             "│ 柠檬  │  │ 店长  │",
             "└──────┘  └──────┘"],
            ["┌──────┐  ┌──────┐",
             "│ 柠檬 │  │ 店长 │",
             "└──────┘  └──────┘"], id="two-frames-side-by-side"),
        pytest.param(
            ["┌────────────┐",
             "│ ┌────────┐ │",
             "│ │ 柠檬水  │  │",
             "│ └────────┘ │",
             "└────────────┘"],
            ["┌────────────┐",
             "│ ┌────────┐ │",
             "│ │ 柠檬水 │ │",
             "│ └────────┘ │",
             "└────────────┘"], id="a-frame-in-a-frame"),
        pytest.param(
            ["+--------+",
             "| 柠檬水  |",
             "+--------+"],
            ["+--------+",
             "| 柠檬水 |",
             "+--------+"], id="ascii"),
        pytest.param(
            ["╔════════╗",
             "║ 柠檬水  ║",
             "╚════════╝"],
            ["╔════════╗",
             "║ 柠檬水 ║",
             "╚════════╝"], id="double"),
        pytest.param(
            ["╭────────╮",
             "│ 柠檬水  │",
             "╰────────╯"],
            ["╭────────╮",
             "│ 柠檬水 │",
             "╰────────╯"], id="round"),
        pytest.param(
            [".-----------.",
             "| hello      |",
             "'-----------'"],
            [".-----------.",
             "| hello     |",
             "'-----------'"], id="soft-corners"),
        pytest.param(
            ["  ┌──────────┐",
             " │ gateway  │",
             "   │ proxy    │",
             "  └──────────┘"],
            ["  ┌──────────┐",
             "  │ gateway  │",
             "  │ proxy    │",
             "  └──────────┘"], id="a-ragged-left-wall"),
        pytest.param(
            ["┌──────┬──────────┐",
             "│ 品名 │ 说明     │",
             "├──────┼──────────┤",
             "│ 柠檬水 │ 冰的      │",
             "│ 奶茶  │ 珍珠奶茶 │",
             "└──────┴──────────┘"],
            ["┌────────┬──────────┐",
             "│ 品名   │ 说明     │",
             "├────────┼──────────┤",
             "│ 柠檬水 │ 冰的     │",
             "│ 奶茶   │ 珍珠奶茶 │",
             "└────────┴──────────┘"], id="a-table-whose-cells-drift"),
        pytest.param(
            ["+-------+   +-------+",
             "| a very long cell |   | short |",
             "+-------+   +-------+",
             "| b     |   | c     |",
             "+-------+   +-------+"],
            ["+------------------+   +-------+",
             "| a very long cell |   | short |",
             "+------------------+   +-------+",
             "| b                |   | c     |",
             "+------------------+   +-------+"], id="a-long-cell-pushes-all-to-its-right"),
        pytest.param(
            ["┌────────────┐",
             "│ title      │",
             "├──────────┤",
             "│ body       │",
             "├─────────── ┤",
             "│ foot       │",
             "└───────────┘"],
            ["┌────────────┐",
             "│ title      │",
             "├────────────┤",
             "│ body       │",
             "├────────────┤",
             "│ foot       │",
             "└────────────┘"], id="dividers-meet-both-walls"),
        pytest.param(
            ["┌───────┐",
             "│ 柠檬  │",
             "│        │  ┌──────┐",
             "└───────┘  │ 奶茶 │",
             "           └──────┘"],
            ["┌───────┐",
             "│ 柠檬  │",
             "│       │  ┌──────┐",
             "└───────┘  │ 奶茶 │",
             "           └──────┘"], id="an-edge-that-was-pushed-goes-back"),
        pytest.param(
            ["+------------------+",
             "| 🚀 launch         |",
             "| ✅ tests passed   |",
             "+------------------+"],
            ["+------------------+",
             "| 🚀 launch        |",
             "| ✅ tests passed  |",
             "+------------------+"], id="emoji"),
        pytest.param(
            ["┌────┐     ┌───────┐",
             "│ 门店 │ ──> │ order │",
             "└────┘     └───────┘",
             "             │ 下单",
             "             ∨",
             "           ┌───────┐",
             "           │  骑手   │",
             "           └───────┘"],
            ["┌──────┐     ┌───────┐",
             "│ 门店 │ ──> │ order │",
             "└──────┘     └───────┘",
             "               │ 下单",
             "               ∨",
             "             ┌───────┐",
             "             │  骑手 │",
             "             └───────┘"], id="each-wide-character-was-counted-as-one-column"),
        pytest.param(
            ["The cost = 4 - 3, see",
             "┌──────────┐",
             "│ 订单 order │",
             "└──────────┘",
             "and so on - it goes -"],
            ["The cost = 4 - 3, see",
             "┌────────────┐",
             "│ 订单 order │",
             "└────────────┘",
             "and so on - it goes -"], id="prose-above-and-below-a-box-that-grows"),
        pytest.param(
            ["┌───────────────┐",
             "│ shop      tea │",
             "│ ┌─────────────┐│",
             "│ │ ┌──────────┐││",
             "│ │ │ 柠檬茶   │││",
             "│ │ └──────────┘││",
             "│ └─────────────┘│",
             "│ ┌─────┐       │",
             "│ │ cup │       │",
             "│ └─────┘       │",
             "└───────────────┘"],
            ["┌────────────────┐",
             "│ shop      tea  │",
             "│ ┌─────────────┐│",
             "│ │ ┌──────────┐││",
             "│ │ │ 柠檬茶   │││",
             "│ │ └──────────┘││",
             "│ └─────────────┘│",
             "│ ┌─────┐        │",
             "│ │ cup │        │",
             "│ └─────┘        │",
             "└────────────────┘"], id="a-frame-makes-way-for-one-within"),
        pytest.param(
            ["+----------------+  +---+",
             "| shop           +->| x |",
             "|  +-------------+| |   |",
             "|  | tea         || |   |",
             "|  +-------------+| |   |",
             "+----------------+  +---+"],
            ["+-----------------+  +---+",
             "| shop            +->| x |",
             "|  +-------------+|  |   |",
             "|  | tea         ||  |   |",
             "|  +-------------+|  |   |",
             "+-----------------+  +---+"], id="a-typed-frame-makes-way-for-one-within"),
        pytest.param(
            ["┌──────────────────────────┐",
             "│ 首页 │ 商品 │ 订单 │ 我的 │",
             "├──────────────────────────┤",
             "│ 欢迎                     │",
             "└──────────────────────────┘"],
            ["┌───────────────────────────┐",
             "│ 首页 │ 商品 │ 订单 │ 我的 │",
             "├───────────────────────────┤",
             "│ 欢迎                      │",
             "└───────────────────────────┘"], id="a-frame-grows-for-the-last-of-several-words"),
        pytest.param(
            ["┌─────────────────────┐",
             "│ 首页 │ 商品 │ 订单   │ 说明",
             "├─────────────────────┤",
             "│ 欢迎                │ 说明",
             "└─────────────────────┘"],
            ["┌─────────────────────┐",
             "│ 首页 │ 商品 │ 订单  │ 说明",
             "├─────────────────────┤",
             "│ 欢迎                │ 说明",
             "└─────────────────────┘"], id="what-stands-outside-stays-there"),
        pytest.param(
            ["┌──────┬──────────────┬────────┐",
             "│ Code │ Meaning │ Example │",
             "├──────┼──────────────┼────────┤",
             "│ 200 │ OK │ GET /users │",
             "│ 404 │ Not found │ /foo │",
             "└──────┴──────────────┴────────┘"],
            ["┌──────┬──────────────┬────────────┐",
             "│ Code │ Meaning      │ Example    │",
             "├──────┼──────────────┼────────────┤",
             "│ 200  │ OK           │ GET /users │",
             "│ 404  │ Not found    │ /foo       │",
             "└──────┴──────────────┴────────────┘"], id="a-table-typed-without-padding"),
        pytest.param(
            ["+------------------+-----------+",
             "| Name | Age |",
             "+------------------+-----------+",
             "| Tom | 12 |",
             "| 柠檬 | 7 |",
             "+------------------+-----------+"],
            ["+------------------+-----------+",
             "| Name             | Age       |",
             "+------------------+-----------+",
             "| Tom              | 12        |",
             "| 柠檬             | 7         |",
             "+------------------+-----------+"], id="rows-that-end-far-from-the-wall"),
        pytest.param(
            ["┌──────────────────────┐",
             "│ short │",
             "│ a longer text │",
             "│ 柠檬茶 and tea │",
             "└──────────────────────┘"],
            ["┌──────────────────────┐",
             "│ short                │",
             "│ a longer text        │",
             "│ 柠檬茶 and tea       │",
             "└──────────────────────┘"], id="a-box-typed-without-padding"),
        pytest.param(
            ["┌──────────────────┐",
             "│   主服务器(Master) │",
             "│   读 / 写         │",
             "├──────────────────┤",
             "│    柠檬茶柠檬茶茶  │",
             "└──────────────────┘"],
            ["┌──────────────────┐",
             "│ 主服务器(Master) │",
             "│ 读 / 写          │",
             "├──────────────────┤",
             "│   柠檬茶柠檬茶茶 │",
             "└──────────────────┘"], id="texts-that-begin-in-one-column-stay-so"),
        pytest.param(
            ["┌─────────────┐",
             "│   柠檬水(cup) │",
             "│     tea  x   │",
             "└─────────────┘"],
            ["┌─────────────┐",
             "│ 柠檬水(cup) │",
             "│     tea  x  │",
             "└─────────────┘"], id="texts-that-begin-in-two-columns"),
        pytest.param(
            ["┌─────────────┐",
             "│   柠檬水(cup) │",
             "│   tea        │",
             "├─────────────┤",
             "│ 柠檬水柠檬水柠檬水 │",
             "└─────────────┘"],
            ["┌────────────────────┐",
             "│   柠檬水(cup)      │",
             "│   tea              │",
             "├────────────────────┤",
             "│ 柠檬水柠檬水柠檬水 │",
             "└────────────────────┘"], id="texts-in-one-column-of-a-box-that-grows-anyway"),
        pytest.param(
            ["┌────────────────┐",
             "│   柠檬柠檬柠檬茶 │",
             "│      tea      │",
             "└────────────────┘"],
            ["┌────────────────┐",
             "│ 柠檬柠檬柠檬茶 │",
             "│      tea       │",
             "└────────────────┘"], id="texts-in-the-middle-give-way-on-both-sides"),
        pytest.param(
            ["用户     服务器     数据库    till",
             " |        |        |        |",
             " |------->|        |        |"],
            ["用户     服务器  数据库    till",
             " |        |        |        |",
             " |------->|        |        |"], id="names-beside-each-other"),
        pytest.param(
            ["|  | .-----------.  |          +--------+",
             "+--+-+-----------+--+          | b      |",
             "                               +--------+",
             "   .-----------.   .---------.",
             "   | node     |   | to/from |",
             "   | a+b      |-->| i++      |",
             "   '-----------'   '---------'"],
            ["|  | .-----------.  |          +--------+",
             "+--+-+-----------+--+          | b      |",
             "                               +--------+",
             "   .-----------.   .---------.",
             "   | node      |   | to/from |",
             "   | a+b       |-->| i++     |",
             "   '-----------'   '---------'"], id="soft-corners-side-by-side"),
        pytest.param(
            ["+- agent i++ --+",
             "| order.id    |",
             "+--------------+"],
            ["+- agent i++ --+",
             "| order.id     |",
             "+--------------+"], id="a-sum-in-a-title"),
        pytest.param(
            ["╔══════════════════════╗",
             "║ ┏━━━━━━┓   ┏━━━━━━━┓   ║",
             "║ ┃ a    ┃   ┃ b     ┃ ║",
             "║ ┗━━━━━━┛   ┗━━━━━━━┛ ║",
             "╚══════════════════════╝"],
            ["╔══════════════════════╗",
             "║ ┏━━━━━━┓   ┏━━━━━━━┓ ║",
             "║ ┃ a    ┃   ┃ b     ┃ ║",
             "║ ┗━━━━━━┛   ┗━━━━━━━┛ ║",
             "╚══════════════════════╝"], id="an-outer-wall-behind-an-inner-corner"),
        pytest.param(
            ["+-----------+-------+--------------+",
             "| a1        | a1    | i++          |",
             "+-----------+-------+--------------+",
             "| a1          | a+b    | v              |",
             "| b1        | b     | 2025-10-21   |",
             "+-----------+-------+--------------+"],
            ["+-----------+-------+--------------+",
             "| a1        | a1    | i++          |",
             "+-----------+-------+--------------+",
             "| a1        | a+b   | v            |",
             "| b1        | b     | 2025-10-21   |",
             "+-----------+-------+--------------+"], id="walls-before-the-last-one-have-pushed-it"),
    ],
)
def test_straighten(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert straightened.repairs


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("┌──┐\n│柠│\n└──┘\n", id="a-box-without-padding"),
        pytest.param("┌──┐\r\n│ab│\r\n└──┘", id="line-ends-of-windows"),
        pytest.param("a | b\nc  | d\n", id="no-frame"),
        pytest.param("plain text,\n\ttabbed\n\n\n", id="prose"),
        pytest.param("", id="nothing"),
        pytest.param("+---+     +---+\n| A |---->| B |\n+---+     +---+\n", id="a-line-from-wall-to-wall"),
        pytest.param("+----------+\n|  A    ---+-->\n+----------+\n", id="a-line-through-a-wall"),
        pytest.param("+-------+\n|     +---> out\n|  +--+ |\n+-------+\n", id="a-head-in-a-wall"),
        pytest.param("  +---+\n+-|tab|--+\n| +---+  |\n| body   |\n+--------+\n", id="a-tab-on-a-head"),
        pytest.param("+---++---+\n| a || b |\n+---++---+\n", id="a-double-plus"),
        pytest.param("+---+---+\n| a | b |\n+---+   |\n    | c |\n    +---+\n", id="a-shared-wall"),
        pytest.param("  .------\n / cut  |\n+-------+\n", id="a-cut-corner"),
        pytest.param(" A       B\n |       |\n |------>|\n |       |\n |<------|\n", id="lifelines"),
        pytest.param("| a | b |\n|---|---|\n| cc | d |\n", id="a-markdown-table"),
        pytest.param("error: no\n  --> a.rs:9:5\n   |\n9  |  let x;\n   |      ^\n   |      |\n   |     here\n",
                     id="a-diagnostic"),
        pytest.param("  /\\_/\\\n ( o.o )\n  > ^ <\n |     |\n  |   |\n", id="a-cat"),
        pytest.param("a = ['┌', '┐', '│'],\nbb = ['│', '├', '┤'],\nccc = ['└', '│'],\n",
                     id="characters-that-a-program-names"),
        pytest.param(" .------.\n|        |\n|  wide  |\n '------'\n", id="a-wide-curve"),
        pytest.param(
            "so: a | b, a + b\n+---+-----+\n| v | (a  |\n+---+-----+\nor a | b\n", id="prose-with-bars-at-a-table"),
        pytest.param(
            "+----------+\n| a | b    |\n+------+---+\n       |\n       v\n      end\n", id="a-bar-above-a-tee"),
        pytest.param("┌───┐    ┌───┐\n│ a │ ─► │ b │\n└───┘    └───┘\n", id="one-blank-beside-an-arrow"),
        pytest.param("┌───┐  ┌───┐\n│ a │  │ b │  ──►  out\n└───┘  └───┘\n", id="an-arrow-into-the-open"),
        pytest.param("┌─────────┐   ┌─────────┐\n│ L1 │ L2 │──▶│ RAM     │\n└─────────┘   └─────────┘\n",
                     id="bars-between-words-and-a-line-behind"),
        pytest.param("┌──────────────────┐\n│ tea   │          │\n│ cup   │          │\n│ a | b │ lid      │\n"
                     "└───────┴──────────┘\n", id="a-wall-without-its-tee"),
        pytest.param(" 登录   查询\n│      │\n├─────>│\n", id="names-beside-their-lines"),
        pytest.param("用户      查询     说明\n │         │\n ├────────>│\n", id="more-names-than-lines"),
        pytest.param("user      server     db\n │         │        │\n ├────────>│        │\n",
                     id="names-that-are-not-wide"),
        pytest.param("用户      服务器             db\n │         │        │\n ├────────>│        │\n",
                     id="a-name-far-away"),
        pytest.param("用户      说明      db\n │        │      │\n │\n", id="lines-that-go-no-further"),
        pytest.param("┌──────────┐┌───┐\n│   ┌──────┐│ x │\n│   │ abc  ││   │\n│   └──────┘│   │\n└──────────┘└───┘\n",
                     id="a-side-beside-a-frame-within-may-be-of-another-frame"),
        pytest.param(" a ├──────┤\n b        ├────────────┤\n c             ├──────────┤\n", id="spans-of-time"),
        pytest.param("甲 ┣━━━━━━┫\n乙乙      ┣━━━━━━━━┫\n丙            ┣━━━━━━━━━━┫\n", id="spans-with-wide-names"),
        pytest.param("   ├────┼────┼────┼────┤\n a ├──────┤\n b        ├─────────┤\n c             ├───────┤\n",
                     id="spans-under-a-scale"),
        pytest.param("+-------+\n| queue |\n+---+---+\n    |\n====+====\n  |   |\n  v   v\n",
                     id="lines-on-both-sides-of-the-bar-of-a-fork"),
        pytest.param("+---+   +---+\n| A |   | B |\n+-+-+   +-+-+\n  |       |\n======+======\n      |\n      v\n",
                     id="lines-on-both-sides-of-the-bar-of-a-join"),
        pytest.param("┌───┐   ┌───┐\n│ A ├─↔─┤ B │\n└───┘   └───┘\n", id="a-head-with-two-ends-in-a-line"),
        pytest.param("├─┬─ 甲\n│ └─ 乙\n└─── 丙\n", id="a-tree-of-wide-names"),
        pytest.param("项目\n├── 源码  # 全部\n│   ├── 甲 # 其一\n│   └── 乙 # 其二\n└── 文档\n",
                     id="a-tree-of-folders"),
        pytest.param("┌──────────┐  │\n│  ┌──────┐│  │\n│  │ tea  ││  │\n│  └──────┘│  │\n└──────────┘  ▼\n",
                     id="a-frame-flush-in-its-container"),
    ],
)
def test_what_is_in_line_comes_back_to_the_byte(source: str) -> None:
    straightened = boxwright.straighten(source)
    assert straightened.text == source
    assert straightened.repairs == ()


@pytest.mark.parametrize("name", ["control-plane", "components", "order-object", "headquarters-shop", "reconcile"])
def test_a_straight_diagram_comes_back_to_the_byte(name: str) -> None:
    source = (DIAGRAMS / "drawing" / f"{name}.txt").read_text(encoding="utf-8")
    assert straight(source) == source


def test_the_receipt_is_in_line() -> None:
    source = (DIAGRAMS / "receipt" / "lemonade.txt").read_text(encoding="utf-8")
    text = straight(source)
    rows = text.splitlines()
    assert len(rows) == len(source.splitlines())
    assert len(wall_columns(text)) == 1
    assert {row[0] for row in rows} == set("┌│├└")
    dividers = [row for row in rows if row.startswith("├")]
    assert len(dividers) == 3
    assert {(row[0], row[-1], text_width(row)) for row in dividers} == {("├", "┤", text_width(rows[0]))}
    for row, crooked in zip(rows, source.splitlines(), strict=True):
        assert re.sub(f"[ {LINES}]", "", row) == re.sub(f"[ {LINES}]", "", crooked)


def test_a_repair_says_where_the_wall_stood_and_how_far_it_went() -> None:
    repairs = boxwright.straighten("┌────────┐\n│ 柠檬水  │\n└────────┘\n").repairs
    assert repairs == (boxwright.Repair(row=1, column=10, by=-1),)


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(["┌────┐", "│ ab  │", "└────┘"], [(1, 6, -1, "wall")], id="wall"),
        pytest.param(["┌────┐", "│ ab │", "├──┤", "│ cd │", "└───┘"],
                     [(2, 3, 2, "divider"), (4, 4, 1, "edge")], id="divider-and-edge"),
        pytest.param(["┌────┬───┐", "│ ab │ c │", "└───┴────┘"], [(2, 4, 1, "tee")], id="tee"),
        pytest.param(["┌───┐", "│ a │", "└─┬─┘", "   │", " ▼", "out"],
                     [(3, 3, -1, "line"), (4, 1, 1, "arrowhead")], id="line-and-arrowhead"),
        pytest.param(["┌───┐      ┌───┐", "│ a ├───►  │ b │", "└───┘      └───┘"], [(1, 8, 2, "arrowhead")],
                     id="an-arrow-that-was-too-short"),
        pytest.param(["┌────┐   ┌───┐", "│ ab  ├─►  │ c  │", "└────┘   └───┘"],
                     [(1, 6, -1, "wall"), (1, 11, -2, "wall"), (1, 16, -3, "wall")], id="walls-that-pushed-each-other"),
    ],
)
def test_a_repair_says_what_was_moved(crooked: list[str], expected: list[tuple[int, int, int, str]]) -> None:
    repairs = boxwright.straighten("\n".join(crooked)).repairs
    assert [tuple(repair) for repair in repairs] == expected
    notes = [note for note in boxwright.check("\n".join(crooked)) if note.code == "ragged-wall"]
    assert [note.message for note in notes] == [
        f"this {what} is out of line; move it by {by:+} columns" for _, _, by, what in expected]


@pytest.mark.parametrize("path", sorted(DIAGRAMS.rglob("*.txt")), ids=lambda path: path.stem)
def test_twice_is_once(path: Path) -> None:
    once = boxwright.straighten(path.read_text(encoding="utf-8")).text
    again = boxwright.straighten(once)
    assert (again.text, again.repairs) == (once, ())


# ── laws ──

@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["+---------------------------+",
             "| L7 应用层  | HTTP、DNS+FTP →  |",
             "+-----------→----------------+",
             "| L- 传输层  | TCP、U▼^P         |",
             "+----------------------------+"], id="with-a-head-in-a-divider"),
        pytest.param(["a户 --+", "    中|+-> 网关", "管理员v--+"], id="with-a-letter-that-is-a-head"),
    ],
)
def test_what_is_laid_out_as_counted_is_done_after_one_pass(rows: list[str]) -> None:
    once = straight("\n".join(rows))
    assert straight(once) == once


def test_a_frame_that_grows_does_not_push_another_drawing() -> None:
    crooked, other = "┌────┐\n│ 柠檬水 │\n└────┘\n", "  ┌──────────┐\n  │ far away │\n  └──────────┘\n"
    grown = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"
    assert boxwright.straighten(f"{other}\n{crooked}\n{other}").text == f"{other}\n{grown}\n{other}"


@pytest.mark.parametrize("unit", ["─┼", "─v", "─vv", "─ v ", "─┬ ", " v─", "┼┼─", "┌┴─"])
def test_an_edge_without_an_end_is_read_once(unit: str) -> None:
    source = "├─" + unit * 300 + "\n"         # where each of them could be read in two ways, this would never end
    assert straight(source) == source


@pytest.mark.parametrize("title", ["view", "v", "a v b", "门店 v2"])
def test_a_title_in_an_edge_may_hold_letters_that_are_heads(title: str) -> None:
    edge = f"┌─ {title} ───┐"
    inner = text_width(edge) - 2
    rows = [edge, f"│ 柠檬{' ' * (inner - 3)}│", f"└{'─' * inner}┘"]
    assert straight("\n".join(rows)).splitlines() == [edge, f"│ 柠檬{' ' * (inner - 5)}│", rows[2]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["+------+",
                      "|  a   |",
                      "+------+",
                      "  |  |",
                      "  v  |",
                      "+------+",
                      "|  b   |",
                      "+------+"], id="two-lines-between-two-boxes"),
        pytest.param(["  +------+",
                      "  v      |",
                      "+---+  +---+",
                      "| a |  | b |",
                      "+---+  +---+",
                      "  |      |",
                      "  +------+"], id="lines-that-look-like-a-box-around-boxes"),
    ],
)
def test_lines_that_go_on_are_in_line(rows: list[str]) -> None:
    source = "\n".join(rows)
    assert tuple(boxwright.straighten(source)) == (source, (), boxwright.straighten(source).notes)
