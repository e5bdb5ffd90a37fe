"""Give each cell of a table the colour that its own tag asks for: Sketch, tags by box and cell -> Sketch.

    +--------+--------+
    | a cBLU | b cRED |      two cells with a tag: each has its colour, and the rest of the table none
    +--------+--------+
    | c      | d      |      a tag in one cell alone colours the whole box: it stands in the title of a class
    +--------+--------+
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from ..model import Axis, Box, Divider, Label, Sketch, Style
from ..typed import Final

Cells = Mapping[Box, Style]             # a cell -> what its tags ask for
_FEWEST: Final = 2                      # cells with a colour of their own


class Ruling:
    """The dividers of a box (by its index), to be asked for the cell in which a label stands."""

    def __init__(self, index: int, box: Box, dividers: Iterable[Divider]) -> None:
        self._index, self._box = index, box
        bottom, right = box.row + box.rows - 1, box.column + box.columns - 1
        self._lines: dict[Axis, list[tuple[int, int, int]]] = {
            "h": [(box.row, box.column, right), (bottom, box.column, right)],
            "v": [(box.column, box.row, bottom), (right, box.row, bottom)],
        }
        for _, stroke in dividers:
            if stroke.axis in self._lines:
                self._lines[stroke.axis].append((stroke.line, stroke.start, stroke.stop))
        for lines in self._lines.values():
            lines.sort()

    def cell_of(self, label: Label) -> Box:
        """Return the cell in which a label stands, walls and all."""
        top, bottom = self._around("h", label.row, label.column)
        left, right = self._around("v", label.column, label.row)
        box = self._box
        return Box(top, left, bottom - top + 1, right - left + 1, box.weight, box.dash, box.corners, parent=self._index)

    def _around(self, axis: Axis, at: int, across: int) -> tuple[int, int]:
        """Return the lines next to a place, before and behind it."""
        lines = self._lines[axis]
        after = bisect_left(lines, (at,))
        before = after - 1
        while before > 0 and not lines[before][1] <= across <= lines[before][2]:
            before -= 1
        while after < len(lines) - 1 and not lines[after][1] <= across <= lines[after][2]:
            after += 1
        return lines[max(before, 0)][0], lines[min(after, len(lines) - 1)][0]


def tint(sketch: Sketch, found: Mapping[int, Cells]) -> Sketch:
    """Return a sketch in which cells have the colours that were asked for in two or more cells of a box."""
    boxes, tints = list(sketch.boxes), []
    for index, cells in found.items():
        style = boxes[index].style
        own = [cell._replace(style=Style(hue=asked.hue)) for cell, asked in cells.items() if asked.hue]
        if style is not None and len(own) >= _FEWEST:
            boxes[index] = boxes[index]._replace(style=style._replace(hue=None))
            tints += own
    return sketch._replace(boxes=tuple(boxes), tints=tuple(tints)) if tints else sketch
