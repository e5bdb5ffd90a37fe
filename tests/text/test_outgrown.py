"""A frame that a box within has outgrown gets wider, however far that box runs across its wall."""
from __future__ import annotations

import pytest

import boxwright


@pytest.mark.parametrize("over", [1, 2, 4, 5, 8, 20])
@pytest.mark.parametrize("corners", ["┌┐└┘─│", "++++-|"], ids=["box-drawing", "ascii"])
def test_the_outer_box_grows_as_far_as_the_inner_one_stands_out(corners: str, over: int) -> None:
    a, b, c, d, line, side = corners
    inner = [f"{side} {a}{line * (8 + over)}{b} {side}", f"{side} {side} {'tea':{7 + over}}{side} {side}",
             f"{side} {c}{line * (8 + over)}{d} {side}"]

    def around(width: int) -> list[str]:
        return [a + line * width + b, side + f"{' shop':{width}}" + side, *inner, c + line * width + d]
    assert boxwright.straighten("\n".join(around(11))).text.splitlines() == around(12 + over)


@pytest.mark.parametrize(
    ("crooked", "expected"),
    [
        pytest.param(
            ["┌──────────────────┐",
             "│ shop             │",
             "│ ┌─────┐  ┌───────────────┐ │",
             "│ │ tea │  │ lemonade      │ │",
             "│ └─────┘  └───────────────┘ │",
             "└────────┬─────────┘",
             "         │",
             "      ┌──┴──┐",
             "      │ cup │",
             "      └─────┘"],
            ["┌────────────────────────────┐",
             "│ shop                       │",
             "│ ┌─────┐  ┌───────────────┐ │",
             "│ │ tea │  │ lemonade      │ │",
             "│ └─────┘  └───────────────┘ │",
             "└────────┬───────────────────┘",
             "         │",
             "      ┌──┴──┐",
             "      │ cup │",
             "      └─────┘"], id="the-second-of-two"),
        pytest.param(
            ["┌────────────┐",
             "│ shop       │",
             "│ ┌────────┐ │",
             "│ │ till   │ │",
             "│ │ ┌───────────┐ │ │",
             "│ │ │ tea       │ │ │",
             "│ │ └───────────┘ │ │",
             "│ └────────┘ │",
             "└────────────┘"],
            ["┌───────────────────┐",
             "│ shop              │",
             "│ ┌───────────────┐ │",
             "│ │ till          │ │",
             "│ │ ┌───────────┐ │ │",
             "│ │ │ tea       │ │ │",
             "│ │ └───────────┘ │ │",
             "│ └───────────────┘ │",
             "└───────────────────┘"], id="two-boxes-around"),
        pytest.param(
            ["+----------+",
             "| shop     |",
             "+----------+",
             "| +-- tea --------+ |",
             "| | 柠檬水          | |",
             "| +---------------+ |",
             "+----------+"],
            ["+-------------------+",
             "| shop              |",
             "+-------------------+",
             "| +-- tea --------+ |",
             "| | 柠檬水        | |",
             "| +---------------+ |",
             "+-------------------+"], id="a-title-a-divider-and-a-crooked-row"),
    ],
)
def test_a_box_grows(crooked: list[str], expected: list[str]) -> None:
    assert boxwright.straighten("\n".join(crooked)).text.splitlines() == expected


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["┌──────────────┐", "│ back         │", "│    ┌──────────────┐", "│    │ front        │",
                      "│    └──────────────┘", "└──────────────┘"], id="a-window-before-another"),
        pytest.param(["+------------+   +-----+", "| a   +----------+ | x |", "|     | port     | |   |",
                      "|     +----------+ |   |", "+------------+   +-----+"], id="a-box-in-a-wall"),
        pytest.param(["┌──────────────┐        │", "│ back         │        │", "│    ┌─────────────────┐│",
                      "│    │ front           ││", "│    └─────────────────┘│", "└──────────────┘        ▼"],
                     id="a-line-beside-a-window"),
        pytest.param(["┌──────────┐      ┌─────┐", "│ shop     │─────>│ x   │", "│ ┌─────────────┐ │     │",
                      "│ │ one         │ │     │", "│ └─────────────┘ └─────┘", "└──────────┘"],
                     id="a-side-of-another-box"),
    ],
)
def test_a_box_in_front_of_another_stays(rows: list[str]) -> None:
    source = "\n".join(rows)
    assert boxwright.straighten(source).text == source
