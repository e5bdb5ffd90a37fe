r"""At what texts lines end: the words a slope runs to, the names of axes, and captions that are at no end."""
from __future__ import annotations

import pytest

import boxwright

X_BOX = "   ┌───┐\n   │ X │\n   └───┘\n"
ENDS = [
    # a slope
    pytest.param(X_BOX + "    / \\\n   Y   Z", "The diagram shows X. Lines join X to Y and Z.", id="fork-under-a-box"),
    pytest.param(X_BOX + "    / \\\n left  right", "The diagram shows X. Lines join X to left and right.", id="words"),
    pytest.param(X_BOX + "    ^ ^\n   /   \\\n  A     B", "The diagram shows X. Arrows lead from A and B to X.",
                 id="arrows-to-a-box"),
    pytest.param("A   B\n \\ /\n  v\n  C", "Arrows lead from A and B to C.", id="arrows-that-meet"),
    pytest.param(X_BOX + "    /\n   / why\n  Y", "The diagram shows X. A line labelled “why” joins X and Y.",
                 id="a-label-beside-a-slope"),
    pytest.param(" antenna\n   \\|/\n    |\n ┌──┴──┐\n │ TX  │\n └─────┘",
                 "The diagram shows TX. A line joins antenna and TX.", id="a-name-over-three-arms"),
    # axes
    pytest.param("^ y\n│\n└────► x", "Arrows lead to y and x.", id="two-axes"),
    pytest.param("  ^ y\n  |\n  +-----> x\n /\nv z", "Arrows lead to y, x and z.", id="three-axes"),
    pytest.param("  ^ y\n  |  * P\n  | /\n  |/\n  +-----> x\n /\nv z",
                 "Arrows lead to y, x and z. The diagram shows the text “P”.", id="a-line-from-the-origin"),
    # a line of life
    pytest.param("A           B\n|--- m1 --->|\n|<-- m2 ----|\n|           X",
                 "An arrow labelled “m1” leads from A to B. A line joins B and X. "
                 "An arrow labelled “m2” leads from B to A.",
                 id="that-ends"),
    pytest.param("A           X\n|--- m1 --->|\n|           |", "An arrow labelled “m1” leads from A to X.",
                 id="of-one-called-x"),
    pytest.param("A           B\n|--- m1 --->|\n|           |\nA           C",
                 "A line joins A and A. An arrow labelled “m1” leads away from A. A line joins B and C.",
                 id="between-two-names"),
    pytest.param("A     B     C\n|     |     |\n| big file  |\n|---------->|\n|     |     |\n|     |<-ok-|",
                 "An arrow labelled “big file” leads from A to C. An arrow labelled “ok” leads from C to B.",
                 id="under-a-message-with-its-text-over-it"),
    pytest.param("A     B     C\n│     │     │\n│── big ───▶│\n│     │     │\n│     │◀─ok─│",
                 "An arrow labelled “big” leads from A to C. An arrow labelled “ok” leads from C to B.",
                 id="under-a-message-with-its-text-in-it"),
    pytest.param("甲    乙    丙\n│     │     │\n│──────────▶│\n│     │     │\n│     │◀────│",
                 "An arrow leads from 甲 to 丙. An arrow leads from 丙 to 乙.", id="of-one-that-a-message-passes"),
    pytest.param("G─H─I\n│ │ │\nL─M─N", "Three lines join G─H─I to L─M─N.", id="no-message"),
    # a text under both ends of a line
    pytest.param("o--o   standby\n#--#   witness", "The diagram shows the texts “standby”, “#--#” and “witness”.",
                 id="under-all-of-a-line"),
    pytest.param("o------o\na      b", "A line joins a and b.", id="a-text-under-each-end"),
    pytest.param("o------o\na      a", "A line joins a and a.", id="the-same-under-each-end"),
    # a pointer in a cell
    pytest.param("+---+---+   +---+---+\n| 1 | *---->| 2 | / |\n+---+---+   +---+---+",
                 "The diagram shows 1 and a table with one row (2 and /). An arrow leads from 1 to the table.",
                 id="through-the-wall-of-its-cell"),
    pytest.param("┌───┬───┐   ┌───┐\n│ 1 │ ●────▶│ 2 │\n└───┴───┘   └───┘",
                 "The diagram shows 1 and 2. An arrow leads from 1 to 2.", id="through-a-drawn-wall"),
    # a chain of texts
    pytest.param("A → B → C\n↑       │\n└───────┘",
                 "An arrow leads from C to A. The diagram shows the text “A → B → C”.",
                 id="a-loop-around-a-chain"),
    pytest.param("提交 → 审核 → 发布\n ↑            │\n └────────────┘",
                 "An arrow leads from 发布 to 提交. The diagram shows the text “提交 → 审核 → 发布”.",
                 id="a-wide-chain"),
    pytest.param("build -> test\n  |       |\n  v       v\n lost    found",
                 "An arrow leads from build to lost. An arrow leads from test to found. The diagram shows the text "
                 "“build -> test”.", id="under-a-chain"),
    pytest.param("x\n├─ no → stop\n└─ yes", "Lines join x to no → stop and yes.", id="a-branch-is-no-chain"),
    pytest.param("the end → or not\n   │\n   ▼\n   b", "An arrow leads from the end → or not to b.",
                 id="words-with-an-arrow-are-no-chain"),
    pytest.param("the very first of all these words → or another\n   │\n   ▼\n   b",
                 "An arrow leads from the very first of all these words → or another to b.",
                 id="a-sentence-is-no-chain"),
]


@pytest.mark.parametrize(("source", "english"), ENDS)
def test_the_ends_of_lines_in_words(source: str, english: str) -> None:
    assert boxwright.render(source, kind="drawing").description == english
