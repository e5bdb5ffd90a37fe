"""What the tests of the outputs for other tools share: a drawing in which one label is everything that it can be."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from boxwright.text.grid import grid_text, read_grid
from boxwright.text.width import text_width


@pytest.fixture(scope="session")
def around() -> Callable[[str], tuple[str, str]]:
    """Draw a container, a box in it, a connector with a label, its end: all with one label. Return text and label.

        ┌──────────┐
        │  end     │
        │ ┌──────┐ │
        │ │  end │ │
        │ └──┬───┘ │
        └────┼─────┘
             │ on end
             ▼
          to end
    """

    def draw(label: str) -> tuple[str, str]:
        shown = " ".join(grid_text(read_grid(label)).split()) or "x"
        wide = text_width(shown)
        bar = "─" * wide
        return "\n".join([
            f"┌─────{bar}─┐",
            f"│  {shown}    │",
            f"│ ┌──{bar}─┐ │",
            f"│ │  {shown} │ │",
            f"│ └──┬─{bar[1:]}─┘ │",
            f"└────┼─{bar}┘",
            f"     │ on {shown}",
            "     ▼",
            f"  to {shown}",
        ]), shown

    return draw


@pytest.fixture
def pair() -> Callable[[str], str]:
    """Draw two boxes with a line between them.

        ┌───┐   ┌───┐
        │ a │──►│ b │
        └───┘   └───┘
    """
    return lambda line: "\n".join(
        left + between + right for left, between, right in (
            ("┌───┐", " " * len(line), "┌───┐"), ("│ a │", line, "│ b │"), ("└───┘", " " * len(line), "└───┘")))
