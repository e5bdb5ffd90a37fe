"""Bars within a frame that stand in one column stay in one, though no tee asks for them."""
from __future__ import annotations

import pytest

import boxwright


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["┌────────────────────────────┐",
             "│ L7 应用层  │ HTTP、DNS、FTP   │",
             "├────────────────────────────┤",
             "│ L4 传输层  │ TCP、UDP         │",
             "└────────────────────────────┘"],
            ["┌─────────────────────────────┐",
             "│ L7 应用层  │ HTTP、DNS、FTP │",
             "├─────────────────────────────┤",
             "│ L4 传输层  │ TCP、UDP       │",
             "└─────────────────────────────┘"], id="on-both-sides-of-a-divider"),
        pytest.param(
            ["+----------------------------+",
             "| L7 应用层  | HTTP、DNS、FTP   |",
             "| L4 传输层  | TCP、UDP         |",
             "+----------------------------+"],
            ["+-----------------------------+",
             "| L7 应用层  | HTTP、DNS、FTP |",
             "| L4 传输层  | TCP、UDP       |",
             "+-----------------------------+"], id="in-ascii-row-under-row"),
        pytest.param(
            ["┌─────────────────────────┐",
             "│ 应用层  │ HTTP、DNS、FTP   │",
             "└─────────────────────────┘"],
            ["┌─────────────────────────┐",
             "│ 应用层 │ HTTP、DNS、FTP │",
             "└─────────────────────────┘"], id="one-bar-alone-gives-way"),
        pytest.param(
            ["┌──────────────┐",
             "│ 应用层      │",
             "│ HTTP        │",
             "└──────────────┘"],
            ["┌──────────────┐",
             "│ 应用层       │",
             "│ HTTP         │",
             "└──────────────┘"], id="a-wall-is-no-bar-within"),
        pytest.param(
            ["┌──────────────────────────────┐",
             "│     │                 │      │",
             "│     │── 合同签署申请材料 ──>│      │",
             "│     │                 │      │",
             "└──────────────────────────────┘"],
            ["┌───────────────────────────────────┐",
             "│     │                      │      │",
             "│     │── 合同签署申请材料 ─>│      │",
             "│     │                      │      │",
             "└───────────────────────────────────┘"], id="a-row-with-as-many-bars-as-most"),
    ],
)
def test_bars_within_a_frame(crooked: list[str], expected: list[str]) -> None:
    straightened = boxwright.straighten("\n".join(crooked))
    assert straightened.text.splitlines() == expected
    assert boxwright.straighten(straightened.text).text == straightened.text
