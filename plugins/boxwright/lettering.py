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
from .model import Anchor, Label, Sketch, Text
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
    holders = {owner for owner, _ in first_child}
    for index, ((_, row, _, _), owner, _, _) in enumerate(sketch.labels) if holders else ():
        if owner is None or owner not in holders:
            continue
        key = owner, bisect_right(layers[owner], row) if owner in layers else 0
        if key in first_child and row < first_child[key]:
            rows.setdefault(key, {}).setdefault(row, []).append(index)
    return {
        found[0] for (owner, _), above in rows.items() for found in above.values()
        if len(found) == 1
        and (len(above) == 1 or found[0] not in flush
             and abs(offset(sketch.labels[found[0]].label, sketch.boxes[owner])) <= CENTRED)
    }


def edge_labels(sketch: Sketch) -> set[int]:
    """Return the labels (by index) that stand in an edge of their box."""
    edges = [(box.row, box.row + box.rows - 1) if box.outline is None else () for box in sketch.boxes]
    return {i for i, ((_, row, _, _), owner, _, _) in enumerate(sketch.labels)
            if owner is not None and row in edges[owner]}


def _lowered(sketch: Sketch) -> dict[int | None, int]:
    """Return by how much the texts of a box move down, in half-cells, where rows that held but tags are gone.

    A text whose rows stood in the middle of their box, tags and all, goes to the middle of it.
    """
    if not sketch.tags:
        return {}
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
    by_owner: dict[int, list[Label]] = {}
    for index, (label, owner, *_) in enumerate(sketch.labels):
        if owner is not None and index not in on_edge:
            by_owner.setdefault(owner, []).append(label)
    groups = groups_of(by_owner, sketch.boxes, sketch.dividers)
    in_lines, all_titles = {*broken, *on_edge}, {*bold, *on_edge}
    for index, (label, owner, _, links) in enumerate(sketch.labels):
        text, line, column, columns = label
        in_line, is_title = index in in_lines, index in all_titles
        role: Literal["title", "label"] = "title" if is_title else "label"
        row = rows[line] if rows else ""
        anchor: Anchor = "start"
        x = 2 * column
        if in_line:
            anchor, x = "middle", x + columns
        elif owner is not None and index not in flush:
            beside = "" if line in tagged else row
            anchor, x = alignment(label, sketch.boxes[owner], groups[owner], beside, is_title=is_title)
        tight = row != "" and is_tight(label, anchor, row, bold=is_title, in_line=in_line)
        y = 2 * line + 1 + (lowered.get(owner, 0) if lowered else 0)
        yield Text(x, y, text, columns, anchor, role, tight, links, owner)
