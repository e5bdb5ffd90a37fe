"""The worst of inputs, each of a length n: a tool that walks back and forth over a text shows it here. Facts only."""
from __future__ import annotations

from collections.abc import Callable
from typing import Final


def nested(depth: int) -> str:
    """Boxes in boxes: the sides of one another, `depth` deep."""
    levels = [("│" * level, "─" * (2 * (depth - level) - 2)) for level in range(depth)]
    top = [f"{side}┌{edge}┐{side}" for side, edge in levels]
    bottom = [f"{side}└{edge}┘{side}" for side, edge in reversed(levels)]
    return "\n".join([*top, *bottom])


def stairs(count: int) -> str:
    """A connector that goes down a step at each column: its cells are few, its grid is the square of them."""
    return "\n".join(" " * step + "└┐" for step in range(count))


def drifting(rows: int) -> str:
    """One box of many rows whose wall is never where it should be."""
    return "\n".join(["┌────────┐", *(f"│ row{' ' * (3 + row % 4)}│" for row in range(rows)), "└────────┘"])


def beside(count: int) -> str:
    """A row of boxes, each joined to the next."""
    return "\n".join(("┌───┐  " * count, "│ a ├─▶" * count, "└───┘  " * count))


HOSTILE: Final[dict[str, tuple[int, Callable[[int], str]]]] = {
    "a line of +":             (10_000, lambda n: "+" * n),
    "a line of -":             (10_000, lambda n: "-" * n),
    "a line of <->":           (10_000, lambda n: "<->" * n),
    "a line of 订":            (10_000, lambda n: "订" * n),
    "a line of marks":         (10_000, lambda n: "e\u0301" * n),
    "rows of |":               (10_000, lambda n: "|\n" * n),
    "rows of | |":             (10_000, lambda n: "|   |\n" * n),
    "rows of +-+-":            (10_000, lambda n: "+-+-\n" * n),
    "rows of ├┼┤":             (10_000, lambda n: "├┼┤\n" * n),
    "rows of ┌┐└┘":            (10_000, lambda n: "┌┐└┘\n" * n),
    "rows of /\\/\\":          (10_000, lambda n: "/\\/\\\n\\/\\/\n" * (n // 2)),
    "rows of words":           (10_000, lambda n: "a label\n" * n),
    "rows of | a | --- |":     (10_000, lambda n: "| a | --- |\n" * n),
    "rows of a --> b":         (1_000, lambda n: "a --> b\n" * n),
    "rows of A---B":           (1_000, lambda n: "A---B\n|   |\n" * n),
    "a box of many rows":      (10_000, lambda n: "┌──┐\n" + "│  │\n" * n + "└──┘"),
    "a box of many columns":   (10_000, lambda n: f"┌{'─' * n}┐\n│{' ' * n}│\n└{'─' * n}┘"),
    "a box that drifts":       (10_000, drifting),
    "a box never closed":      (10_000, lambda n: "┌──┐\n" + "│  │\n" * n),
    "boxes side by side":      (1_000, beside),
    "a block of +":            (20_000, lambda n: ("+" * 200 + "\n") * (n // 200)),
    "boxes nested":            (200, nested),
    "stairs":                  (200, stairs),
    "a long line, many rows":  (1_000, lambda n: "+" * n + "\n|" * n),
}
