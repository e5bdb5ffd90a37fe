"""Set the labels of a drawing: which are titles, where each one stands: Sketch -> Texts.

    ┌─ Shop ───────┐     in an edge: a title, in the middle of the gap
    │   Kitchen    │     alone above what a container holds: a title too
    │ ┌────┐       │
    │ │ tea│ cups  │     what `alignment` says of the labels of one box
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from .alignment import CENTRED, alignment, are_middle, groups_of, offset
from .layers import layers_of
from .model import Anchor, Label, OwnedLabel, Sketch, Text
from .room import is_tight
from .typed import Literal


def _flush(sketch: Sketch) -> set[int]:
    """Return the labels (by index) of containers that begin in one column with the line right over or under them, where
    not both are in the middle, as lines alike are: whichever of them stands in it only happens to.

        │  Kitchen with a stove,│
        │  a table and a chair  │
        │   ┌────┐ ┌────┐       │
    """
    containers = {index for index, box in enumerate(sketch.boxes) if box.container}
    at: dict[tuple[int, int, int], tuple[int, Label]] = {}
    for index, (label, owner, *_) in enumerate(sketch.labels) if containers else ():
        if owner is not None and owner in containers:
            at[owner, label.row, label.column] = index, label
    found: set[int] = set()
    for (owner, row, column), (index, label) in at.items():
        if (other := at.get((owner, row + 1, column))) and not are_middle((label, other[1]), sketch.boxes[owner]):
            found |= {index, other[0]}
    return found


def titles(sketch: Sketch, flush: Collection[int] = ()) -> set[int]:
    """Return the labels (by index) that are a container's title, or a layer's: alone in a row above all that stands in
    it, and set to the middle or the only one; those that are `flush` with another one are not set to the middle.
    """
    layers = layers_of(sketch) if sketch.dividers else {}
    first_child: dict[tuple[int, int], int] = {}        # of a container, or of a layer of one
    for box in sketch.boxes:
        if box.parent is not None and box.outline is None:
            key = box.parent, bisect_right(layers[box.parent], box.row) if box.parent in layers else 0
            first_child[key] = min(first_child.get(key, box.row), box.row)
    rows: dict[tuple[int, int], dict[int, list[int]]] = {}
    for index, owned in enumerate(sketch.labels):
        if owned.owner is None:
            continue
        key = owned.owner, bisect_right(layers[owned.owner], owned.label.row) if owned.owner in layers else 0
        if key in first_child and owned.label.row < first_child[key]:
            rows.setdefault(key, {}).setdefault(owned.label.row, []).append(index)
    return {
        found[0] for (owner, _), above in rows.items() for found in above.values()
        if len(found) == 1
        and (len(above) == 1 or found[0] not in flush
             and abs(offset(sketch.labels[found[0]].label, sketch.boxes[owner])) <= CENTRED)
    }


def edge_labels(sketch: Sketch) -> set[int]:
    """Return the labels (by index) that stand in an edge of their box."""
    rows = {
        (row, i) for i, box in enumerate(sketch.boxes) if box.outline is None
        for row in (box.row, box.row + box.rows - 1)
    }
    return {i for i, o in enumerate(sketch.labels) if o.owner is not None and (o.label.row, o.owner) in rows}


def _lowered(sketch: Sketch) -> dict[int | None, int]:
    """Return by how much the texts of a box move down, in half-cells, where rows that held but tags are gone.

    A text whose rows stood in the middle of their box, tags and all, goes to the middle of it.
    """
    whole: dict[int, list[int]] = {tag.owner: [] for tag in sketch.tags if tag.owner is not None}
    now: dict[int, list[int]] = {owner: [] for owner in whole}
    for rows, labels in ((now, sketch.labels), (whole, sketch.labels), (whole, sketch.tags)):
        for owned in labels:
            if owned.owner is not None and owned.owner in rows:
                rows[owned.owner].append(owned.label.row)
    found: dict[int | None, int] = {}
    for owner, all_rows in whole.items():
        box, left = sketch.boxes[owner], now[owner]
        middle = 2 * box.row + box.rows - 1
        if left and not box.container and abs(min(all_rows) + max(all_rows) - middle) <= 1:
            found[owner] = middle - min(left) - max(left)
    return found


def texts_of(
    sketch: Sketch, rows: Sequence[str], broken: Collection[int], on_edge: Collection[int],
) -> Iterator[Text]:
    """Yield the labels as texts, in their order: where each is set, and as what.

    `rows` are those of the grid; labels that are `broken` stand in a level line, those `on_edge` in the edge of a box.
    """
    flush = _flush(sketch)
    bold, lowered, tagged = titles(sketch, flush), _lowered(sketch), {tag.label.row for tag in sketch.tags}
    by_owner: dict[int | None, list[OwnedLabel]] = {}
    for index, owned in enumerate(sketch.labels):
        if index not in on_edge:
            by_owner.setdefault(owned.owner, []).append(owned)
    groups = groups_of(by_owner, sketch.boxes, sketch.dividers)
    for index, owned in enumerate(sketch.labels):
        label = owned.label
        role: Literal["title", "label"] = "title" if index in bold or index in on_edge else "label"
        if index in broken or index in on_edge:
            anchor: Anchor = "middle"
            x = 2 * label.column + label.columns
        elif index in flush:
            anchor, x = "start", 2 * label.column
        else:
            box = sketch.boxes[owned.owner] if owned.owner is not None else None
            row = rows[label.row] if rows and label.row not in tagged else ""
            anchor, x = alignment(label, box, groups[owned.owner], row, is_title=index in bold)
        tight = bool(rows) and is_tight(
            label, anchor, rows[label.row], bold=role == "title", in_line=index in broken or index in on_edge)
        y = 2 * label.row + 1 + lowered.get(owned.owner, 0)
        yield Text(x, y, label.text, label.columns, anchor, role, tight, owned.links, owned.owner)
