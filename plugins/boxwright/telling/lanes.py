"""Find the lanes of a container that is parted from top to bottom, or from side to side: Sketch -> {box: lanes}.

    ┌───────────┬───────────┐      "Todo, with Login", and "Done, with Setup": each lane has a title over a rule,
    │   Todo    │   Done    │      and the boxes under it
    ├───────────┼───────────┤
    │ ┌───────┐ │ ┌───────┐ │
    │ │ Login │ │ │ Setup │ │
    │ └───────┘ │ └───────┘ │
    └───────────┴───────────┘
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ..layers import layers_of
from ..model import Box, Sketch, Stroke
from ..typed import Final, NamedTuple
from .texts import Rows

_FEWEST: Final = 2


class Lane(NamedTuple):
    """A lane: its title, the boxes in it (indices), and its texts."""

    title: str
    boxes: list[int]
    texts: list[str]


def _lanes(sketch: Sketch, box: Box, dividers: Sequence[Stroke], inner: Sequence[int], rows: Rows) -> list[Lane]:
    right, bottom = box.column + box.columns - 1, box.row + box.rows - 1
    rules = [d.line for d in dividers if d.axis == "h" and d.start <= box.column and d.stop >= right
             and box.row < d.line < bottom]
    if not rules:
        return []
    head = min(rules)
    walls = sorted({d.line for d in dividers if d.axis == "v" and box.column < d.line < right
                    and d.start <= head and d.stop >= bottom})
    lanes = [Lane("", [], []) for _ in range(len(walls) + 1)]
    for row in rows:
        for label, *_ in row:
            lane = bisect_left(walls, label.column)
            if label.row > head:
                lanes[lane].texts.append(label.text)
            elif lanes[lane].title:
                return []
            else:
                lanes[lane] = lanes[lane]._replace(title=label.text)
    for index in inner:
        child = sketch.boxes[index]
        lane = bisect_left(walls, child.column)
        if child.row < head or lane < len(walls) and child.column + child.columns > walls[lane]:
            return []
        lanes[lane].boxes.append(index)
    return lanes if len(lanes) >= _FEWEST and all(lane.title for lane in lanes) else []


def _layers(tops: Sequence[int], boxes: Sequence[Box], inner: Sequence[int], rows: Rows) -> list[Lane]:
    """Return the layers of a container that begin at some rows, as lanes that lie under one another."""
    lanes = [Lane("", [], []) for _ in tops]
    for row in rows:
        at = bisect_right(tops, row[0].label.row) - 1
        if lanes[at].title:
            lanes[at].texts.extend(owned.label.text for owned in row)
        else:
            lanes[at] = lanes[at]._replace(title=row[0].label.text)
    for index in inner:
        lanes[bisect_right(tops, boxes[index].row) - 1].boxes.append(index)
    return lanes


def lanes_of(
    sketch: Sketch, children: Mapping[int | None, Sequence[int]], rows: Sequence[Rows],
) -> dict[int, list[Lane]]:
    """Return the lanes of the outermost containers that have some; `rows` are the texts of each box, row by row."""
    dividers: dict[int, list[Stroke]] = {}
    for index, stroke in sketch.dividers:
        if index in children and sketch.boxes[index].parent is None:
            dividers.setdefault(index, []).append(stroke)
    found = {i: _lanes(sketch, sketch.boxes[i], strokes, children[i], rows[i]) for i, strokes in dividers.items()}
    layers = layers_of(sketch) if dividers else {}
    found |= {index: _layers(layers[index], sketch.boxes, children[index], rows[index])
              for index in dividers if index in layers and not found[index]}
    return {index: lanes for index, lanes in found.items() if lanes}
