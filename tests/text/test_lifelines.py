"""The lifelines of a sequence go back in line; `in_line.txt` holds what looks like one, and stays."""
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boxwright
from boxwright.text.width import text_width


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["  Cook                Till",
             "    |                    |",
             "    |  the order         |",
             "    |------------------->|",
             "    |   a bill          |",
             "    |<-------------------|"],
            ["  Cook                Till",
             "    |                    |",
             "    |  the order         |",
             "    |------------------->|",
             "    |   a bill           |",
             "    |<-------------------|"], id="blanks-are-put-in"),
        pytest.param(
            ["  厨房             柜台",
             "   │                │",
             "   │  两杯 tea       │",
             "   │───────────────>│",
             "   │  好             │",
             "   │<───────────────│"],
            ["  厨房             柜台",
             "   │                │",
             "   │  两杯 tea      │",
             "   │───────────────>│",
             "   │  好            │",
             "   │<───────────────│"], id="blanks-give-way"),
        pytest.param(
            ["  厨房            柜台            仓库",
             "   │               │               │",
             "   │── 两杯柠檬 ──>│               │",
             "   │               │── 要糖 ─────>│",
             "   │               │<── 没有 ─────│",
             "   │<── 无糖 ─────│               │",
             "   │               │               │"],
            ["  厨房            柜台            仓库",
             "   │               │               │",
             "   │── 两杯柠檬 ──>│               │",
             "   │               │── 要糖 ──────>│",
             "   │               │<── 没有 ──────│",
             "   │<── 无糖 ──────│               │",
             "   │               │               │"], id="the-arrow-runs-on-and-what-follows-moves"),
        pytest.param(
            ["주방            계산대",
             "  |               |",
             "  |----- 차 ------>|",
             "  |<---- 없음 ----|",
             "  |               |"],
            ["주방            계산대",
             "  |               |",
             "  |----- 차 ----->|",
             "  |<---- 없음 ----|",
             "  |               |"], id="the-arrow-gives-way"),
        pytest.param(
            [" A       B",
             " |       |",
             " |------>|",
             " |<-----|",
             " |       |"],
            [" A       B",
             " |       |",
             " |------>|",
             " |<------|",
             " |       |"], id="most-say-where-an-arrow-without-words-ends"),
        pytest.param(
            ["  A       B       C",
             "  |       |       |",
             "  |-------------->|",
             "  |  tea           |",
             "  |<--------------|"],
            ["  A       B       C",
             "  |       |       |",
             "  |-------------->|",
             "  |  tea          |",
             "  |<--------------|"], id="a-lifeline-that-a-row-leaves-out"),
        pytest.param(
            ["+------+          +------+",
             "| Cook |          | Till |",
             "+------+          +------+",
             "   |                 |",
             "   |  the order       |",
             "   |---------------->|",
             "   |                 |"],
            ["+------+          +------+",
             "| Cook |          | Till |",
             "+------+          +------+",
             "   |                 |",
             "   |  the order      |",
             "   |---------------->|",
             "   |                 |"], id="under-boxes"),
        pytest.param(
            ["  A            B",
             "  │            │",
             "  ├───────────>│",
             "  │   好的      │",
             "  │<───────────┤",
             "  │            │"],
            ["  A            B",
             "  │            │",
             "  ├───────────>│",
             "  │   好的     │",
             "  │<───────────┤",
             "  │            │"], id="with-tees-at-the-arrows"),
        pytest.param(
            ["  A            B",
             "  │            │",
             "  │ ─────────> │",
             "  │   好的      │",
             "  │ <───────── │",
             "  │            │"],
            ["  A            B",
             "  │            │",
             "  │ ─────────> │",
             "  │   好的     │",
             "  │ <───────── │",
             "  │            │"], id="arrows-with-a-blank-at-their-ends"),
        pytest.param(
            ["  厨房         柜台",
             "   │            │",
             "   │───────────>│",
             "┌──┴────────────┴──┐",
             "│  │  再来       │  │",
             "│  │───────────>│  │",
             "│  │            │  │",
             "└──┬────────────┬──┘",
             "   │  完成       │",
             "   │<───────────│",
             "   │            │"],
            ["  厨房         柜台",
             "   │            │",
             "   │───────────>│",
             "┌──┴────────────┴──┐",
             "│  │  再来      │  │",
             "│  │───────────>│  │",
             "│  │            │  │",
             "└──┬────────────┬──┘",
             "   │  完成      │",
             "   │<───────────│",
             "   │            │"], id="in-a-frame-and-behind-it"),
        pytest.param(
            ["  A              B",
             "  |              |",
             "  |------------->|",
             "  |  +--------+  |",
             "  |  | note   |  |",
             "  |  +--------+  |",
             "  |  reply        |   late",
             "  |<-------------|"],
            ["  A              B",
             "  |              |",
             "  |------------->|",
             "  |  +--------+  |",
             "  |  | note   |  |",
             "  |  +--------+  |",
             "  |  reply       |   late",
             "  |<-------------|"], id="a-box-between-them-stays"),
        pytest.param(
            ["  买家          平台          卖家",
             "   │             │             │",
             "   │──①下单────→│             │",
             "   │             │──②通知────→│"],
            ["  买家          平台          卖家",
             "   │             │             │",
             "   │──①下单─────→│             │",
             "   │             │──②通知─────→│"], id="one-plain-row-for-three-lifelines"),
        pytest.param(
            ["  买家          平台          卖家",
             "   │             │             │",
             "   │──①下单───────→│             │",
             "   │             │──②通知───────→│",
             "   │             │<──③发货──────│"],
            ["  买家          平台          卖家",
             "   │             │             │",
             "   │──①下单─────→│             │",
             "   │             │──②通知─────→│",
             "   │             │<──③发货─────│"], id="more-rows-with-wide-text-than-plain-ones"),
        pytest.param(
            ["  客户端          服务器          数据库",
             "    |               |               |",
             "    |-- 登录请求 ->|               |",
             "    |               |-- 查询用户 ->|",
             "    |               |<- 用户信息 --|",
             "    |<- 登录成功 --|               |"],
            ["  客户端          服务器          数据库",
             "    |               |               |",
             "    |--- 登录请求 ->|               |",
             "    |               |--- 查询用户 ->|",
             "    |               |<- 用户信息 ---|",
             "    |<- 登录成功 ---|               |"], id="in-ascii-one-plain-row"),
        pytest.param(
            ["  A       B       C",
             "  |       |       |",
             "  |--ask-->|       |",
             "  |       |--ask-->|"],
            ["  A       B       C",
             "  |       |       |",
             "  |--ask->|       |",
             "  |       |--ask->|"], id="a-bar-pushed-along-is-no-witness"),
        pytest.param(
            ["客户端                          服务端",
             "   |                              |",
             "   |  ------ SYN (seq=x) ------>  |",
             "   |                              |",
             "   |  <--- SYN+ACK (确认=x+1) ---  |",
             "   |                              |"],
            ["客户端                          服务端",
             "   |                              |",
             "   |  ------ SYN (seq=x) ------>  |",
             "   |                              |",
             "   |  <--- SYN+ACK (确认=x+1) --- |",
             "   |                              |"], id="arrows-with-two-blanks-at-their-ends"),
    ],
)
def test_a_lifeline_goes_back_in_line(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert straightened.repairs
    assert any(note.code == "ragged-wall" for note in boxwright.check("\n".join(crooked)))


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["用户          服务器",
             " │            │",
             " │─用户登录请求查询─>│",
             " │<─返回登录结果─│",
             " │            │"],
            ["用户                 服务器",
             " │                   │",
             " │─用户登录请求查询─>│",
             " │<─返回登录结果─────│",
             " │                   │"], id="names-go-along"),
        pytest.param(
            ["用户          服务器         数据库",
             " │            │            │",
             " │─用户登录请求──>│            │",
             " │            │──查询用户───>│",
             " │            │<─用户数据────│",
             " │<─返回登录结果──│            │",
             " │            │            │"],
            ["用户             服务器     数据库",
             " │               │            │",
             " │─用户登录请求─>│            │",
             " │               │──查询用户─>│",
             " │               │<─用户数据──│",
             " │<─返回登录结果─│            │",
             " │               │            │"], id="counted-as-one-column-each"),
        pytest.param(
            ["┌──────┐          ┌──────┐",
             "│ 甲方 │          │ 乙方 │",
             "└──┬───┘          └──┬───┘",
             "   │                 │",
             "   │── 合同签署申请材料 ──>│",
             "   │                 │"],
            ["┌──────┐               ┌──────┐",
             "│ 甲方 │               │ 乙方 │",
             "└──┬───┘               └──┬───┘",
             "   │                      │",
             "   │── 合同签署申请材料 ─>│",
             "   │                      │"], id="boxes-at-the-heads-go-along"),
        pytest.param(
            ["+------------------------+",
             "|          登录          |",
             "+------------------------+",
             "+------+          +------+",
             "| 甲方 |          | 乙方 |",
             "+--+---+          +--+---+",
             "   |                 |",
             "   |-- 合同签署申请材料 -->|",
             "   |                 |"],
            ["+-----------------------------+",
             "|          登录               |",
             "+-----------------------------+",
             "+------+               +------+",
             "| 甲方 |               | 乙方 |",
             "+--+---+               +--+---+",
             "   |                      |",
             "   |-- 合同签署申请材料 ->|",
             "   |                      |"], id="a-box-over-them-all-grows"),
        pytest.param(
            ["浏览器              服务器                数据库",
             "   |                  |                    |",
             "   |-- 1.发送登录请求(用户名,密码) -->|                    |",
             "   |                  |-- 2.查询用户信息 -->|",
             "   |<- 3.返回登录令牌 ---|                    |",
             "   |                  |                    |"],
            ["浏览器                             服务器                数据库",
             "   |                                 |                    |",
             "   |-- 1.发送登录请求(用户名,密码) ->|                    |",
             "   |                                 |-- 2.查询用户信息 ->|",
             "   |<- 3.返回登录令牌 ---------------|                    |",
             "   |                                 |                    |"], id="one-label-much-too-long"),
        pytest.param(
            ["  甲        乙",
             "  │         │",
             "  │─ 请求很长很长 ─>│",
             "  │         ├──┐",
             "  │         │  │ 处理",
             "  │         │<─┘",
             "  │<─ 好 ───│",
             "  │         │"],
            ["  甲                乙",
             "  │                 │",
             "  │─ 请求很长很长 ─>│",
             "  │                 ├──┐",
             "  │                 │  │ 处理",
             "  │                 │<─┘",
             "  │<─ 好 ───────────│",
             "  │                 │"], id="a-message-to-itself-goes-along"),
    ],
)
def test_lifelines_move_apart_for_wide_text(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert boxwright.straighten(straightened.text).text == straightened.text


def test_a_repair_says_where_the_lifeline_stood() -> None:
    crooked = " A       B\n |       |\n | tea    |\n |------>|\n"
    assert [(r.row, r.column, r.by, r.what) for r in boxwright.straighten(crooked).repairs] == [(2, 10, -1, "line")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([" |       |", " |------>|", " | tea    |", " |       |"], id="nothing-stands-over-the-lines"),
        pytest.param([" A       B", " |       |", " | tea    |", " |       |"], id="no-message"),
        pytest.param([" A       B", " |       |", " |<----->|", " | tea    |"], id="a-measure-is-no-message"),
        pytest.param([" A       B", " |       |", " |------>|", "", " | tea    |"], id="a-blank-row-parts-drawings"),
        pytest.param([" A       B", " | too long |", " |------>|", " |       |"], id="no-room-for-the-words"),
        pytest.param([" A       B", " |       |", " |------>|", " x", " | tea    |"], id="the-line-does-not-go-on"),
        pytest.param([" A       B", " |       |", " |------>|", " |    |", " | a | b |"], id="far-off"),
        pytest.param([" A       B", " |       |", " |--ask-->|", " |--tell->|", " |<--no---|"],
                     id="plain-text-pushes-nothing-and-outvotes"),
        pytest.param([" a     | b", " 1     | 2", " ->    | 店  |"], id="a-table-with-an-arrow-in-it"),
    ],
)
def test_what_is_no_drifted_lifeline_stays(rows: list[str]) -> None:
    source = "\n".join(rows)
    assert boxwright.straighten(source).text == source


@given(
    st.lists(st.sampled_from(["tea", "柠檬水", "two cups", "一杯 tea", "ok", "주문"]), min_size=2, max_size=6),
    st.data())
def test_lifelines_knocked_out_of_line_go_back(words: list[str], data: st.DataObject) -> None:
    rows = [" cook                till", "  |                   |"]
    knocked = rows[:]
    for k, word in enumerate(words):
        blanks = 16 - text_width(word)
        knock = data.draw(st.integers(-1, 1))
        arrow = "  |------------------>|" if k % 2 else "  |<------------------|"
        rows += [f"  |   {word}{' ' * blanks}|", arrow]
        knocked += [f"  |   {word}{' ' * (blanks + knock)}|", arrow]
    rows.append(rows[1])
    knocked.append(rows[1])
    assert boxwright.straighten("\n".join(knocked)).text.splitlines() == rows


def test_many_lifelines_take_no_longer_each() -> None:
    def seconds(lines: int) -> float:
        bars = "|      " * lines
        arrows = "|----->" * lines + "|"
        text = "\n".join(["A      " * lines, *[bars, arrows, bars.replace("|      |", "|     | ")] * 20])
        began = time.perf_counter()
        boxwright.straighten(text)
        return time.perf_counter() - began
    few = min(seconds(40) for _ in range(3))
    assert min(seconds(160) for _ in range(3)) < 12 * few
