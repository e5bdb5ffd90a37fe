"""Find the layers of containers that are parted from side to side: Sketch -> {box: rows at which layers begin}.

    ┌──────────────┐
    │   Frontend   │
    │ ┌───┐  ┌───┐ │      two layers, each with a title of its own over boxes of its own; a part without a title, or
    │ │Web│  │App│ │      without boxes, is none, and then there are no layers
    ├──────────────┤
    │   Backend    │
    │ ┌───┐  ┌───┐ │
    │ │API│  │Job│ │
    └──────────────┘
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right

from .model import Sketch
from .typed import Final

_FEWEST: Final = 2


def layers_of(sketch: Sketch) -> dict[int, list[int]]:
    """Return for each container (an index) in layers its top row, and the rules at which the other layers begin."""
    rules: dict[int, list[int]] = {}
    for index, stroke in sketch.dividers:
        box = sketch.boxes[index]
        if box.container and stroke.axis == "h" and stroke.start <= box.column and box.row < stroke.line < (
                box.row + box.rows - 1) and stroke.stop >= box.column + box.columns - 1:
            rules.setdefault(index, [box.row]).append(stroke.line)
    found: dict[int, list[int]] = {}
    for index, tops in rules.items():
        tops.sort()
        first = [sketch.boxes[index].row + sketch.boxes[index].rows] * len(tops)        # row of a box in each layer
        titles: list[dict[int, int]] = [{} for _ in tops]                               # row -> labels over the boxes
        is_parted = False               # by an upright divider, or a box across two layers
        for box in sketch.boxes:
            if box.parent == index and box.outline is None:
                layer = bisect_left(tops, box.row) - 1
                first[layer] = min(first[layer], box.row)
                is_parted |= bisect_left(tops, box.row + box.rows - 1) - 1 != layer
        is_parted |= any(stroke.axis == "v" for owner, stroke in sketch.dividers if owner == index)
        for owned in sketch.labels:
            if owned.owner == index and owned.connector is None:
                layer = bisect_right(tops, owned.label.row) - 1
                if owned.label.row < first[layer]:
                    titles[layer][owned.label.row] = titles[layer].get(owned.label.row, 0) + 1
        if len(tops) >= _FEWEST and not is_parted and all(
                row < sketch.boxes[index].row + sketch.boxes[index].rows and list(rows.values()) == [1]
                for row, rows in zip(first, titles, strict=True)):
            found[index] = tops
    return found
