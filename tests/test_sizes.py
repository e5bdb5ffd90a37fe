"""Long and broad texts come out: the cost grows with the cells, not with their square."""
from __future__ import annotations

import pytest

import boxwright

LONG, BROAD = 10_000, 10_000


@pytest.mark.parametrize(
    ("source", "least"),
    [
        pytest.param("┌────────┐  柠檬\n│ a ──► ├─►│ b\n└────────┘ -->\n" * (LONG // 3), LONG // 3, id="long"),
        pytest.param("┌──────────────────┐\n" + "│ 柠檬      --> a    │\n" * (LONG - 2) + "└──────────────────┘\n",
                     LONG - 2, id="long-and-crooked"),
        pytest.param(("┌──────┐  " * (BROAD // 10) + "\n" + "│ 柠檬 │─►" * (BROAD // 10) + "\n"
                      + "└──────┘  " * (BROAD // 10) + "\n") * 6, 6 * (BROAD // 10), id="broad"),
        pytest.param(("+-- 柠檬 ─┬│" * (BROAD // 12) + "\n") * 20, 20 * (BROAD // 12), id="broad-and-tangled"),
    ],
)
def test_a_large_text_comes_out_whole(source: str, least: int) -> None:
    output = str(boxwright.render(source).output)
    assert output.endswith("</svg>\n")
    assert output.count("<text") >= least


@pytest.mark.parametrize("kind", ["receipt", "notice"])
@pytest.mark.parametrize(
    "source",
    [pytest.param("Tea .......... 1.20\n" * LONG, id="long"), pytest.param("柠檬 tea, " * (BROAD // 10), id="broad")],
)
def test_a_large_receipt_or_notice_comes_out_whole(source: str, kind: str) -> None:
    output = str(boxwright.render(source, kind=kind).output)
    assert output.endswith("</svg>\n")
    text = output.rpartition("</style>")[2]
    assert text.lower().count("tea") == source.lower().count("tea")
