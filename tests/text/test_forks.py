"""Lines that fork and join between words go under one another where wide text has pushed them."""
from __future__ import annotations

import pytest

import boxwright


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["用户 ──┬──▶ 服务A",
             "     ├──▶ 服务B",
             "     └──▶ 服务C"],
            ["用户 ──┬──▶ 服务A",
             "       ├──▶ 服务B",
             "       └──▶ 服务C"], id="a-fork"),
        pytest.param(
            ["用户 ──┐",
             "     ├──▶ 网关",
             "管理员 ──┘"],
            ["用户 ────┐",
             "         ├──▶ 网关",
             "管理员 ──┘"], id="a-join"),
        pytest.param(
            ["用户 --+--> 服务A",
             "     +--> 服务B",
             "     +--> 服务C"],
            ["用户 --+--> 服务A",
             "       +--> 服务B",
             "       +--> 服务C"], id="a-fork-in-ascii"),
        pytest.param(
            ["用户 --+",
             "     +--> 网关",
             "管理员 --+"],
            ["用户 ----+",
             "         +--> 网关",
             "管理员 --+"], id="a-join-in-ascii"),
        pytest.param(
            ["订单 ──┬── 成功 ──▶ 发货",
             "     │",
             "     └── 失败 ──▶ 退款"],
            ["订单 ──┬── 成功 ──▶ 发货",
             "       │",
             "       └── 失败 ──▶ 退款"], id="a-stem-between-the-branches"),
        pytest.param(
            ["      ┌──▶ 邮件",
             "订单系统 ──┼──▶ 短信",
             "      └──▶ 推送"],
            ["           ┌──▶ 邮件",
             "订单系统 ──┼──▶ 短信",
             "           └──▶ 推送"], id="a-branch-over-the-text"),
        pytest.param(
            ["原料A ─┐",
             "原料B ─┼─→ 反应釜 ─┬─→ 产品",
             "催化剂 ─┘        └─→ 废料"],
            ["原料A ──┐",
             "原料B ──┼─→ 反应釜 ─┬─→ 产品",
             "催化剂 ─┘           └─→ 废料"], id="a-line-of-one-glyph-and-a-second-fork"),
        pytest.param(
            ["       ┌── 审核 ──┐",
             "提交 ──┤         ├── 发布",
             "       └── 自动 ──┘"],
            ["       ┌── 审核 ──┐",
             "提交 ──┤          ├── 发布",
             "       └── 自动 ──┘"], id="a-fork-that-joins-again"),
        pytest.param(
            ["     网关",
             "     │",
             "用户 ──┼──▶ 服务A",
             "     └──▶ 服务B"],
            ["     网关",
             "       │",
             "用户 ──┼──▶ 服务A",
             "       └──▶ 服务B"], id="a-line-that-stays-under-its-name"),
        pytest.param(
            ["사용자 ──┬──▶ 서버A",
             "      └──▶ 서버B"],
            ["사용자 ──┬──▶ 서버A",
             "         └──▶ 서버B"], id="in-korean"),
        pytest.param(
            ["事件A ────┐",
             "           │",
             "事件B ────┼────▶ 告警",
             "           │",
             "事件C ────┘"],
            ["事件A ─────┐",
             "           │",
             "事件B ─────┼────▶ 告警",
             "           │",
             "事件C ─────┘"], id="lines-that-are-too-short"),
        pytest.param(
            ["张三 ──┐             ┌──▶ 报表",
             "       ├──▶ 网关 ────┤",
             "李四 ───┘             └──▶ 日志"],
            ["张三 ──┐             ┌──▶ 报表",
             "       ├──▶ 网关 ────┤",
             "李四 ──┘             └──▶ 日志"], id="most-say-where-and-the-line-is-long-enough"),
        pytest.param(
            ["           ┌→ 分支一 →┐",
             "开始 → 判断 ─┤         ├→ 结束",
             "           └→ 分支二 →┘"],
            ["             ┌→ 分支一 →┐",
             "开始 → 判断 ─┤          ├→ 结束",
             "             └→ 分支二 →┘"], id="arrows-of-one-glyph"),
        pytest.param(
            ["┌──────────────┐",
             "│ 第一：需求   │────┐",
             "├──────────────┤   │",
             "│ 第二：设计   │   ├──▶ 文档",
             "└──────────────┘   │",
             "     说明 ─────────┘"],
            ["┌──────────────┐",
             "│ 第一：需求   │───┐",
             "├──────────────┤   │",
             "│ 第二：设计   │   ├──▶ 文档",
             "└──────────────┘   │",
             "     说明 ─────────┘"], id="beside-boxes"),
        pytest.param(
            ["登录 ──┬── 成功 ──▶ 首页",
             "     └── 失败 ──┐",
             "              ▼",
             "             重试"],
            ["登录 ─┬── 成功 ───▶ 首页",
             "      └── 失败 ─┐",
             "                ▼",
             "              重试"], id="a-branch-that-turns-down"),
        pytest.param(
            ["  提交 ──┬── 通过 ──▶ 发布",
             "       └── 驳回 ──▶ 修改 ──┐",
             "       ┌───────────────┘",
             "       ▼",
             "      结束"],
            ["  提交 ─┬── 通过 ──▶ 发布",
             "        └── 驳回 ──▶ 修改 ─┐",
             "        ┌──────────────────┘",
             "        ▼",
             "       结束"], id="a-branch-that-turns-back"),
        pytest.param(
            ["用户管理 ─┬─ 新增",
             "      │  └─ 校验",
             "      └─ 删除"],
            ["用户管理 ─┬─ 新增",
             "          │  └─ 校验",
             "          └─ 删除"], id="a-branch-under-a-branch"),
        pytest.param(
            ["订单 ──┬── 成功 ──▶ 发货",
             "     │   └── 通知",
             "     ├── 失败 ──▶ 退款",
             "     └── 取消"],
            ["订单 ──┬── 成功 ──▶ 发货",
             "       │   └── 通知",
             "       ├── 失败 ──▶ 退款",
             "       └── 取消"], id="a-branch-under-a-branch-among-more"),
        pytest.param(
            ["用户管理 ─┬─ 新增",
             "      │  ├─ 校验",
             "      │  └─ 保存",
             "      ├─ 修改",
             "      │  └─ 校验",
             "      └─ 删除"],
            ["用户管理 ─┬─ 新增",
             "          │  ├─ 校验",
             "          │  └─ 保存",
             "          ├─ 修改",
             "          │  └─ 校验",
             "          └─ 删除"], id="a-fork-within-a-fork"),
    ],
)
def test_a_fork_goes_where_most_of_it_is_or_its_rightmost_cell(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert straightened.repairs
    assert boxwright.straighten(straightened.text).text == straightened.text


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["用户 ──┬──▶ 服务A", "       └──▶ 服务B"], id="in-line"),
        pytest.param(["user ──┬──▶ A", "     └──▶ B"], id="nothing-wide-has-pushed-it"),
        pytest.param(["用户 ──┬──▶ 服务A", "", "     └──▶ 服务B"], id="a-blank-row-between"),
        pytest.param(["用户 ──┬──▶ 服务A", "└──▶ 服务B"], id="far-off"),
        pytest.param(["模块甲 ──依赖──▶ 模块乙", "   │              │", "   └──依赖──▶ 模块丙 ◀──┘"],
                     id="a-line-under-its-name"),
        pytest.param(["名称 ├──┤ 长度", "这是 └──┘ 盒"], id="brackets-in-a-text"),
        pytest.param(["总数 + 税", "  +--> 合计"], id="a-sum"),
        pytest.param(["┌ 开始", "│ 中文", "└ 结束"], id="a-brace"),
        pytest.param(["字符 ┬ 与 ├", "   ├ 说明"], id="glyphs-that-a-text-names"),
        pytest.param(["├─ 甲乙丙", "│  └─ 丁 ─┐", "└─ 戊"], id="a-tree-of-wide-names"),
        pytest.param(["开始 ──▶ 审批 ──┬── 通过 ──▶ 发布",
                      "             │",
                      "             └── 驳回 ──┐",
                      "                      │",
                      "             ┌────────┘",
                      "             ▼",
                      "            修改"], id="a-branch-that-has-no-room-to-go-along"),
        pytest.param(["用户管理 ─┬─ 新增", "          │  └─ 校验", "          └─ 删除"], id="a-branch-under-a-branch"),
    ],
)
def test_what_is_no_drifted_fork_stays(rows: list[str]) -> None:
    source = "\n".join(rows)
    assert boxwright.straighten(source).text == source
