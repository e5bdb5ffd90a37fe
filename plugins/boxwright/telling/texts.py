"""Read the texts of a box: Sketch, rows of labels -> lines, the heading of a container.

    ┌───────────────────┐
    │ ┌─────┐   ┌─────┐ │      the heading: "Backend"
    │ │ Web ├──▶│ API │ │
    │ └─────┘   └─────┘ │
    │      Backend      │
    └───────────────────┘
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from ..model import Box, OwnedLabel, Sketch
from ..typed import Final
from ..words import blocks_of

Rows = list[list[OwnedLabel]]
_LONGEST_NAME: Final = 80               # characters


def own_labels(sketch: Sketch) -> list[Rows]:
    """Return the labels that are each box's own, row by row."""
    rows: list[dict[int, list[OwnedLabel]]] = [{} for _ in sketch.boxes]
    for owned in sketch.labels:
        if owned.owner is not None and owned.connector is None:
            rows[owned.owner].setdefault(owned.label.row, []).append(owned)
    return [[found[row] for row in sorted(found)] for found in rows]


def repeated(texts: Sequence[str]) -> Mapping[str, int]:
    """Return the texts that are there more than once, with how often."""
    if len(set(texts)) == len(texts):   # as most are
        return {}
    return {text: times for text, times in Counter(texts).items() if times > 1}


def text_of(row: Iterable[OwnedLabel]) -> str:
    """Return the labels of a row as one line."""
    return " ".join([owned.label.text for owned in row])


def is_wide(char: str) -> bool:
    """Tell whether a character is a Chinese, Japanese or Korean one, or a sign that goes with them."""
    return "\u2e80" <= char <= "\uffdc"


def run_on(lines: Sequence[str]) -> str:
    """Return the lines of one text in one: no blank between two wide characters."""
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        joined += line if is_wide(joined[-1]) and is_wide(line[0]) else f" {line}"
    return joined


def clipped(text: str, most: int = _LONGEST_NAME) -> str:
    """Return a text cut off where it is too long to be a name."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def heading(rows: Rows, inner: Sequence[Box], pointed: Set[str]) -> tuple[Rows, Rows]:
    """Return the rows of a container's texts that name it, and the others.

    Its name is what stands above the boxes in it, else the only text below them, or the only one that it has. A text
    that a connector ends at (`pointed`) is on a par with the boxes; of several beside them none is above the others.
    """
    top, bottom = min(box.row for box in inner), max(box.row + box.rows for box in inner)
    head = [row for row in rows if row[0].label.row < top]
    if head or not rows:
        return head, rows[len(head):]
    for able in ([row for row in rows if row[0].label.row >= bottom], rows):
        own = [owned for row in able for owned in row]
        ends = {i for i, owned in enumerate(own) if owned.label.text in pointed}
        blocks = [block for block in blocks_of(own, range(len(own)), ends) if ends.isdisjoint(block)]
        if len(blocks) == 1:
            named = dict.fromkeys(own[i] for i in blocks[0])
            rest = [[owned for owned in row if owned not in named] for row in rows]
            return [[owned] for owned in named], [row for row in rest if row]
    return [], rows
