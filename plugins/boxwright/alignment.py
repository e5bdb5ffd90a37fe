"""How the labels of a box are set: the middle, the left edge or the right wall: labels, box -> anchor and place.

    │   Shop   │   to the middle: what stands there or nearly so, each line by itself
    │ tea      │   from its left edge: a list, a line that begins at the wall, and whatever stands nowhere else
    │   1. tea │   also where its box is so tight that it stands in the middle: its marks are to stay in line
    │   2. cup │
    │     3.00 │   from the right: what stands at that wall
"""
from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate

from .glyphs import BLOCKS, GLYPHS, TRIANGLES
from .model import Anchor, Box, Divider, Label
from .patterns import pattern
from .typed import Final, NamedTuple

CENTRED: Final = 2                      # half-cells off the middle that still count as in the middle
_LONE_SPARE: Final = 3                  # a lone line is set to the middle where it fills a quarter of its box
_MISCOUNTED: Final = 2                  # to one side of a line up to so many times the blanks of the other
_AT_WALL: Final = 2                     # blanks at most before a line that begins at the wall
_INK: Final = GLYPHS.keys() | BLOCKS.keys() | TRIANGLES.keys()
_PADDED: Final = 2                      # columns from a wall to what stands a blank beside it
_UNLIKE: Final = 2                      # columns: lines in the middle that differ by so much do not begin in one column
#: What an item of a list begins with: a sign or an o before a blank, a number or a letter and a stop, a number that is
#: a sign.
_MARK: Final = pattern(
    r"[^\w\s]\ufe0f?\s|o\s|[-+#~](?=[^\W\d])|\[.?\]\s|[(（]?\d{1,3}(?:[.)](?!\d)|[、）])|[a-zA-Z][.)]\s"
    r"|[①-⓿❶-➓㈠-㈩㊀-㊉]|\d\ufe0f?\u20e3")


class Group(NamedTuple):
    """The labels of one box: how many there are, how many in each row, and how they stand in it.

    `listed` are the columns in which items of a list begin, `headings` the rows that stand in the middle by themselves.
    """

    size: int
    in_row: Mapping[int, int]
    is_middle: bool = False             # all stand in the middle
    is_left: bool = False               # all begin at the left wall, and that is not the middle
    listed: Set[int] = frozenset()
    headings: Set[int] = frozenset()    # rows
    is_open: bool = False               # one line, which is neither at a wall nor nearly in the middle


def offset(label: Label, box: Box) -> int:
    """Return how far a label stands from the middle of its box, in half-cells (right of it: positive)."""
    return (2 * label.column + label.columns) - (2 * box.column + box.columns)


def _wide(label: Label) -> int:
    """Return how many characters of a label take two columns: who counts each as one sets it so many half-cells off."""
    return max(label.columns - len(label.text), 0)


def _stands_clear(label: Label, box: Box) -> bool:
    """Tell whether a line was meant for the middle: blanks on both sides, of the one side up to twice as many."""
    before = label.column - box.column - 1
    less, more = sorted((before, box.columns - 2 - before - label.columns))
    return less > 1 and more - less <= CENTRED // 2 or less > 2 and more <= _MISCOUNTED * less


def _counted_offset(label: Label, box: Box) -> int:
    """Return the offset of a label, less what its wide characters explain.

        ├─────────────────────┤
        │      表示层         │     three half-cells left of the middle, and three wide characters
        ├─────────────────────┤
    """
    off, wide = offset(label, box), _wide(label)
    if not wide or not _stands_clear(label, box):
        return off
    return max(off - wide, 0) if off > 0 else min(off + wide, 0)


def _are_alike(labels: Sequence[Label], box: Box) -> bool:
    """Tell whether lines that begin in one column would do so in the middle: they are as long, or count as long."""
    columns = [label.columns for label in labels]
    if max(columns) - min(columns) < _UNLIKE:
        return True
    counted = [label.columns - _wide(label) for label in labels]
    return max(counted) - min(counted) < _UNLIKE and all(_stands_clear(label, box) for label in labels)


def are_middle(labels: Sequence[Label], box: Box) -> bool:
    """Tell whether lines all stand in the middle of a box, and not there only because they fill it.

        │   tea    │  yes        │ tea    │  no: were it in the     │ id: int    │  no: one is left of the middle,
        │ lemonade │             │ coffee │  middle, "tea" would    │   key: int │  one right of it
                                             begin further in

    Where a line touches the wall it had no room, and its column proves nothing. In a round shape all is in the middle.
    Lines that stand clear of the walls may be off by what their wide characters explain.
    """
    middle = 2 * box.column + box.columns
    offsets = [2 * column + columns - middle if len(text) >= columns else
               _counted_offset(Label(text, row, column, columns), box) for text, row, column, columns in labels]
    low, high = min(offsets, default=0), max(offsets, default=0)
    if low < -CENTRED or high > CENTRED:
        return False
    if len(labels) < 2 or box.outline is not None:
        return True
    by_column: dict[int, list[Label]] = {}
    for label in labels:
        by_column.setdefault(label.column, []).append(label)
    return high - low <= CENTRED and all(
        _are_alike(found, box) for at, found in by_column.items() if at > box.column + 1)


def listed_in(labels: Sequence[Label]) -> Set[int]:
    """Return the columns in which two or more items of a list begin."""
    columns = [column for text, _, column, _ in labels if _MARK.match(text)]
    if len(columns) < 2:                # as most are
        return frozenset()
    return {column for column, count in Counter(columns).items() if count > 1}


def _lone(label: Label, box: Box) -> Group:
    """Return the group of a line that is alone in its box; in a round shape it is in the middle.

        │   tea     │      in the middle, or nearly        │ tea            │      at the left wall
        │    tea          │      open: neither, it may be as its neighbours are
    """
    _, row, column, columns = label
    before = column - box.column - 1
    after = box.columns - 2 - before - columns
    less, more = (before, after) if before < after else (after, before)
    is_plain = not box.container and box.outline is None and box.style is None
    is_middle = box.outline is not None or more - less <= CENTRED \
        or is_plain and less > 1 and more <= _MISCOUNTED * less
    # a line that fills its box may be either; one that does not is left of the middle as in a field to write in
    is_left = is_plain and 0 < before <= _AT_WALL and before <= after and (
        more - less <= 1 or 2 * (row - box.row) + 1 != box.rows or before + after > _LONE_SPARE * columns)
    return Group(1, {row: 1}, is_middle, is_left, is_open=not (box.container or is_left or is_middle))


def headings_in(labels: Sequence[Label], box: Box, dividers: Sequence[Divider]) -> Set[int]:
    """Return the rows of lines that are alone in their rows between level dividers, and in the middle, unlike the rest.

        ║     Check list      ║      yes, though it is two columns off
        ╠═════════════════════╣
        ║ door shut           ║
    """
    last = box.column + box.columns - 1
    level = sorted(d.stroke.line for d in dividers
                   if d.stroke.axis == "h" and d.stroke.start <= box.column and d.stroke.stop >= last)
    if not level:
        return frozenset()
    upright = sorted((d.stroke.start, d.stroke.stop) for d in dividers if d.stroke.axis == "v")
    down_to = [*accumulate((stop for _, stop in upright), max)]
    columns = Counter(label.column for label in labels)
    edge = min(columns)
    sections: dict[int, list[Label]] = {}
    for label in labels:
        sections.setdefault(bisect(level, label.row), []).append(label)
    found: set[int] = set()
    for lines in sections.values():
        rows = {label.row for label in lines}
        passed = bisect(upright, (max(rows) + 1,))
        is_split = len(rows) < len(lines) or passed > 0 and down_to[passed - 1] >= min(rows)
        if not is_split and all(
                edge < label.column and columns[label.column] == 1 and _stands_clear(label, box) for label in lines):
            found |= rows
    return found


def _group(labels: Sequence[Label], box: Box, dividers: Sequence[Divider]) -> Group:
    if len(labels) == 1:
        return _lone(labels[0], box)
    in_row: dict[int, int] = {}
    for label in labels:
        in_row[label.row] = in_row.get(label.row, 0) + 1
    is_middle = are_middle(labels, box)
    if len(in_row) < 2:
        return Group(len(labels), in_row, is_middle)
    is_left = all(label.column == box.column + _PADDED for label in labels) and min(
        offset(label, box) for label in labels) < -1
    headings = headings_in(labels, box, dividers) if dividers and not box.container else frozenset[int]()
    return Group(len(labels), in_row, is_middle, is_left, listed_in(labels), headings)


def _in_stacks(
    groups: Mapping[int, Group], owned: Mapping[int, Sequence[Label]], boxes: Sequence[Box],
) -> Iterator[int]:
    """Yield the boxes (by index) of a lone line that begins two columns from the wall, in a stack of boxes whose lines
    are in the middle: further in, or as long as the box is wide.

        │   開始       │
        │ 在庫はある？ │      but not where two such lines are of two lengths, or one begins a column from the wall
        │  発送する    │
    """
    kinds = {(group.is_left, group.is_middle) for group in groups.values() if group.size == 1}
    if not kinds >= {(True, False), (False, True)}:
        return
    stacks: dict[tuple[int, ...], list[int]] = {}
    for index, group in groups.items():
        if group.size == 1:
            stacks.setdefault(_lines_of(boxes[index], group)[1], []).append(index)
    for members in stacks.values():
        left = [index for index in members if groups[index].is_left and not groups[index].is_middle]
        if not left or not any(groups[index].is_middle and not groups[index].is_left for index in members):
            continue
        labels = [(owned[index][0], boxes[index]) for index in left]
        widths = [label.columns for label, _ in labels]
        if max(widths) - min(widths) < _UNLIKE and all(
                label.column - box.column - 1 == _AT_WALL and box.columns - 2 <= (1 + _LONE_SPARE) * label.columns
                for label, box in labels):
            yield from left


def groups_of(
    owned: Mapping[int, Sequence[Label]], boxes: Sequence[Box], dividers: Iterable[Divider],
) -> dict[int, Group]:
    """Return what the labels of each box have in common; `owned` has them by box.

    Boxes side by side are set alike, and those of one line and one width in a stack: beside one that is set from its
    left edge, what merely may be in the middle of another, and begins at its wall, is set from there too; and what is
    open goes to the middle where that of another is.

        │ orders │   │ shop     │      "orders" and "stock" could be either; "shop" and "bar" could not
        │ stock  │   │ bar      │
    """
    divided: dict[int, list[Divider]] = {}
    for divider in dividers:
        divided.setdefault(divider.box, []).append(divider)
    groups = {index: _group(labels, boxes[index], divided.get(index, ())) for index, labels in owned.items()}
    for number in list(_in_stacks(groups, owned, boxes)):
        groups[number] = groups[number]._replace(is_left=False, is_middle=True)
    unsure = [(index, group) for index, group in groups.items() if group.is_open or group.is_left and group.is_middle]
    left: set[tuple[int, ...]] = set()
    middle: set[tuple[int, ...]] = set()
    for index, group in groups.items() if unsure else ():
        if group.is_left != group.is_middle:
            (left if group.is_left else middle).update(_lines_of(boxes[index], group))
    for index, group in unsure if left or middle else ():
        lines = _lines_of(boxes[index], group)
        if not left.isdisjoint(lines):
            groups[index] = group._replace(is_middle=False, is_open=False)
        elif group.is_open and not middle.isdisjoint(lines):
            groups[index] = group._replace(is_middle=True)
    return groups


def _lines_of(box: Box, group: Group) -> tuple[tuple[int, ...], ...]:
    """Return the row of boxes in which a box stands, and the stack of those that hold one line as it does."""
    row = 0, box.row, box.rows
    return (row, (1, box.column, box.columns)) if group.size == 1 else (row,)


def _may_move(label: Label, box: Box, row: str) -> bool:
    """Tell whether a label may be moved to the middle of its box: not where ink stands beside it, or another box.

        │ load ███░   │      │ ┌───┐ Ann   │
    """
    if not offset(label, box) or box.outline is not None:
        return True
    before, after = row[box.column + 1 : label.column], row[label.column + label.columns : box.column + box.columns - 1]
    return _INK.isdisjoint(before) and _INK.isdisjoint(after)


def alignment(label: Label, box: Box, group: Group, row: str, *, is_title: bool) -> tuple[Anchor, int]:
    """Return the anchor of a label and its x, in half-cells; `group` are the labels of its box.

    `row` has the cells of its row, where it holds nothing but texts that are set and ink.

    A title in the middle, a lone line that fills a good part of its box, headings, and lines that all stand in the
    middle are set to it; a list keeps its left edge; what stands at the right wall is set from there.
    """
    text, line, column, columns = label
    left, right = 2 * column, 2 * (column + columns)
    if group.in_row[line] > 1 or column in group.listed and _MARK.match(text):
        return "start", left
    wall, inner = 2 * box.column + 1, 2 * (box.columns - 1)
    before, after = left - wall, wall + inner - right
    is_lone = group.is_open and before + after <= _LONE_SPARE * (right - left)
    is_middle = group.is_middle or line in group.headings if not box.container else (
        abs(offset(label, box)) <= (2 * max(CENTRED, _wide(label)) if is_title else CENTRED) and before > 4)
    if before > 0 and (is_lone or is_middle) and _may_move(label, box, row):
        return "middle", wall + inner // 2
    if before > 8 and 0 < after <= 4 and before > 2 * after:
        return "end", right
    return "start", left
