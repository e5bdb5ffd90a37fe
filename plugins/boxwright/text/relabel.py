"""Put other words into a drawing, and make room for them: Grid, Sketch, {label: cells} -> Grid.

A translated label is a row that has become too long, or too short. What a crooked text leaves to guess, which wall
belongs to which frame, is known here, so there is nothing to match: `segments` says what may stretch between what is
fixed, `columns` where that goes, and each row is laid anew.

    ┌──────┐   ┌─────┐          ┌────────────┐   ┌─────┐
    │ cup  ├──►│ lid │    ->    │ 一杯柠檬水 ├──►│ lid │      what stands right of a wall moves with it
    └──────┘   └─────┘          └────────────┘   └─────┘
"""
from __future__ import annotations

from collections.abc import Mapping

from ..glyphs import GLYPHS
from ..model import Grid, Sketch
from ..typed import Final
from .columns import Columns, least_gaps, place_columns
from .marks import LINE_HEADS, LINES
from .segments import NEAR, Band, Segment, Token, cut

_HEADS_WEST: Final = frozenset(char for char in LINE_HEADS if char == "<" or GLYPHS[char].head == "W")


def _line_of(token: Token, glyph: str) -> str:
    """Return the glyph by which a line goes on that has none to spare."""
    line = next((char for char in token.cells if char in LINES), "")
    if line:
        return line
    is_typed = (glyph or token.cells[-1]).isascii()
    weight = GLYPHS[glyph].h if glyph in GLYPHS else "light"
    return "-" if is_typed else {"heavy": "━", "double": "═"}.get(weight, "─")


def _stretched(token: Token, by: int, glyph: str) -> str:
    """Return the cells of a line that is made longer or shorter."""
    run = token.longest_run()
    cells = token.cells
    if by < 0:
        by = max(by, token.least - len(cells))
        return cells[: run[0]] + cells[run[0] - by :] if run else cells
    if dashes := token.dashes():
        at, unit = dashes[1], cells[dashes[0] : dashes[0] + 2][::-1]
        return cells[:at] + unit * (by // 2) + unit[-1] * (by % 2) + cells[at:]
    if run:
        return cells[: run[0]] + cells[run[0]] * by + cells[run[0] :]
    end = len(cells) if cells[-1] in _HEADS_WEST else len(cells) - 1
    at = next((k for k, char in enumerate(cells) if char in LINES), end)
    return cells[:at] + _line_of(token, glyph) * by + cells[at:]


def _lay(segment: Segment, columns: Columns, hangs: Mapping[tuple[int, int], int]) -> str:
    """Return the cells of a segment between its ends, as they have come to stand."""
    begin = columns.place(segment.left) + segment.first - segment.left if segment.left >= 0 else 0
    tokens, gaps = segment.tokens, list(segment.gaps)
    if segment.right is None:
        if not tokens:
            return ""
        room = None
    else:
        room = columns.place(segment.right) - begin
        if not tokens:
            return " " * room
    cells = [token.cells for token in tokens]
    middle = columns.is_middle(segment)
    if middle and room is not None:
        spare = room - len(cells[0])
        lead = max((spare + (segment.gaps[0] > segment.gaps[1])) // 2, min(1, spare))
        return (" " * lead + cells[0]).ljust(room)
    least = least_gaps(segment, middle)
    gaps[0] = max(columns.start(segment) - begin, 0) if gaps[0] else 0
    if (segment.row, tokens[0].start) in hangs and not segment.is_near:
        gaps[0] = max(hangs[segment.row, tokens[0].start] - begin, min(least[0], 1), 0)
    if room is None:
        return "".join(" " * gap + text for gap, text in zip(gaps, cells, strict=False))
    touches = gaps[-1] == 0 and not tokens[-1].is_text
    spare = room - sum(map(len, cells)) - sum(gaps[:-1])
    is_near = touches or segment.box is None and not segment.ends_at_text and gaps[-1] <= NEAR and (
        tokens[-1].longest_run() is not None)
    if is_near and spare > gaps[-1]:                # a line goes on to where it led, and stops as far from it
        cells[-1], spare = _stretched(tokens[-1], spare - gaps[-1], segment.glyph), gaps[-1]
    short = (0 if touches else least[-1]) - spare
    for k in reversed(range(len(tokens))):          # what is short is taken from the lines, then from the blanks
        if short > 0 and not tokens[k].is_text:
            was = len(cells[k])
            cells[k] = _stretched(tokens[k], -short, segment.glyph)
            short -= was - len(cells[k])
    for k in reversed(range(len(tokens))):
        floor = least[k] if k else min(least[0], 1)
        if short > 0 and gaps[k] > floor:
            taken = min(short, gaps[k] - floor)
            gaps[k] -= taken
            short -= taken
    return "".join(" " * gap + text for gap, text in zip(gaps, cells, strict=False)).ljust(room)


def _hanging(band: Band, columns: Columns) -> dict[tuple[int, int], int]:
    """Return where texts go that an upright line ends at: {(row, column): column}; the line still meets them.

        shop              店
         │         ->     │
    """
    upright: dict[int, set[int]] = {}
    for s in band.segments:
        if s.glyph:
            upright.setdefault(s.row, set()).add(s.left)
    found: dict[tuple[int, int], int] = {}
    for s in band.segments:
        token = s.tokens[0] if s.tokens else None
        if token is None or not token.is_text or s.box is not None or s.is_near:
            continue
        near = upright.get(s.row - 1, set()) | upright.get(s.row + 1, set())
        lines = [x for x in near if token.start <= x < token.stop]
        if lines:
            share = [(x - token.start) * len(token.cells) // (token.stop - token.start) for x in lines]
            found[s.row, token.start] = max(columns.place(lines[0]) - share[0], 0)
    return found


def _laid(band: Band, columns: Columns) -> dict[int, str]:
    rows: dict[int, list[str]] = {y: [] for y in band.rows}
    hangs = _hanging(band, columns)
    for segment in band.segments:
        rows[segment.row] += segment.glyph, _lay(segment, columns, hangs)
    return {y: "".join(cells) for y, cells in rows.items()}


def relabel(grid: Grid, sketch: Sketch, words: Mapping[int, str], step: int = 1) -> Grid:
    """Return `grid` with other cells in the place of some labels, and the drawing around them made to fit.

    `sketch` is what was seen in `grid`; `words` are the new cells by the index of the label. Walls move by multiples of
    `step`: lines that are drawn two columns wide grow by two.
    """
    rows = list(grid.rows)
    parts = cut(grid, sketch, words)
    for band, columns in zip(parts.bands, place_columns(parts, sketch, step), strict=True):
        for y, row in _laid(band, columns).items():
            rows[y] = row.rstrip(" ")
    width = max(map(len, rows), default=0)
    return grid._replace(rows=tuple(row.ljust(width) for row in rows))


def fits_in_place(grid: Grid, sketch: Sketch, words: Mapping[int, str]) -> tuple[Grid, set[int]]:
    """Return `grid` with those of the `words` that fit where they are with nothing moved, and which ones do not."""
    rows, left_out = list(grid.rows), set[int]()
    for index, cells in words.items():
        label = sketch.labels[index].label
        row = rows[label.row]
        after = row[label.column + label.columns :]
        spare = label.columns + max(len(after) - len(after.lstrip(" ")) - 1, 0)
        if len(cells) > spare:
            left_out.add(index)
            continue
        room = max(len(cells), label.columns)
        rows[label.row] = row[: label.column] + cells.ljust(room) + row[label.column + room :]
    return grid._replace(rows=tuple(rows)), left_out
