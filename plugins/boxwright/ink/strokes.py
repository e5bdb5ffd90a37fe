"""Trace straight strokes: rows of equal length -> Stroke, ...

A stroke exists only where two facing arms meet: the east arm of one cell and the west arm of the next.
One glyph alone makes no ink, unless it stands against the side of another stroke.

    ──   two facing arms: a stroke          │─   nothing faces the dash: no stroke
    ─┬─
     │   one cell, but it hangs on a tee    ───  or under a plain edge, as people type it
                                             │

A run of shy glyphs only (`-->`, `+---+`, `2025-10-21`) must show that it is ink: `is_live` is the one rule.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..glyphs import GLYPHS, char_class, chars
from ..model import Axis, Stroke, Weight
from ..patterns import pattern
from ..text.grid import FILLER
from ..typed import Final
from .looks import BARS_OF, FACING, stroke_of, weight_of
from .shy import (
    CARET,
    CORNERS,
    HEADS,
    LINES,
    MARKS,
    NO_CORNER,
    ROUND_SHY,
    has_words,
    is_amid_heads,
    is_bar_before_a_head,
    is_between_names,
    is_held,
    is_key,
    is_led,
    is_live,
    is_measure,
    is_met_askew,
    is_named,
    is_notation,
    is_of_a_life,
    is_operators,
    is_parted_by_a_word,
    is_point,
    is_separator,
    is_shut_in,
    is_touched,
    is_typed,
    is_underline,
    is_word,
    passes,
)
from .spans import Spans


def _through(arms: str) -> str:
    return char_class("".join(c for c in chars(arms) if c not in ROUND_SHY))


#: The glyphs that may be a stroke of one cell.
_ALONE: Final = {
    axis: frozenset(
        g.char for g in GLYPHS.values()
        if not g.char.isalpha() and (g.arms == bars and g.char != ":" or g.head and g.head in bars)
    )
    for axis, bars in BARS_OF.items()
}
#: Of several points of a curve the last one before a line is its corner, as the first one behind it is:  ''''-.  .-''''
_POINTS: Final = {"h": f"(?!(?<={char_class(ROUND_SHY)}{char_class(ROUND_SHY)}){char_class(ROUND_SHY)}-)", "v": ""}
#: A run of two cells or more, or else one cell: of a glyph that may stand alone, or that begins nothing here. With
#: one class in front, what is no line is passed over in one step a cell.
_RUN: Final = {
    axis: pattern(
        f"{char_class(chars(near) + ''.join(_ALONE[axis]))}{_POINTS[axis]}"
        f"(?:(?<={char_class(chars(near))}){_through(near + far)}*{char_class(chars(far))})?")
    for axis, (near, far) in FACING.items()
}
_HARD: Final = pattern(char_class(chars(shy=False)))
#: A line to the next corner, across an axis; and a corner between a line and another corner on which a line stands.
_TO_CORNER: Final = {
    axis: pattern(f"{char_class(''.join(LINES['v' if axis == 'h' else 'h']))}+[+]") for axis in BARS_OF
}
_BACKS: Final = pattern(r"(?<=.)\+(?=\+.)")
_OFFERS: Final = {axis: (frozenset(chars(near)), frozenset(chars(far))) for axis, (near, far) in FACING.items()}
_FIRM: Final = HEADS | frozenset(CORNERS)
_LETTER_HEADS: Final = frozenset(c for c in HEADS if c.isalpha())
#: Of an upright run without any of these both ends are ink as well.
_DOUBTFUL: Final = pattern(char_class("".join(MARKS | _LETTER_HEADS) + ROUND_SHY))
_WALLS: Final[Mapping[Axis, Mapping[Weight, str]]] = {
    axis: {g.h if axis == "h" else g.v: g.char for g in GLYPHS.values()
           if g.arms == bars and g.dash == "solid" and not g.shy and not g.each}
    for axis, bars in BARS_OF.items()
}
_FLAT: Final = frozenset(chars("EW"))   # what an edge is made of beside its corner
_PINS: Final = frozenset("-" + "".join(c for c in LINES["h"] if not GLYPHS[c].shy))
_MOST_GAP: Final = 3                    # blanks between a head alone and the wall of a box
_Lone = tuple[int, int, str]            # line, position, glyph (or a run of corners)


def _is_edge(lines: Sequence[str], line: str, index: int, outside: int, axis: Axis) -> bool:
    """Tell whether `line` runs from the corner at `index` to another corner that has a bar on the same side."""
    for step, ahead in ((1, line[index + 1 :]), (-1, line[index - 1 :: -1] if index else "")):
        match = _TO_CORNER[axis].match(ahead)
        if match and lines[index + step * match.end()][outside] in LINES[axis]:
            return True
    return False


def _parted(
    lines: Sequence[str], across: Sequence[str], axis: Axis, place: int, run: str,
) -> Iterator[tuple[int, str]]:
    """Yield the parts of a run, each with its place in the whole text: it is cut where two boxes stand back to back.

        |  a  |
        +-----+        a corner like + offers an arm to the other box's corner, which is not meant
        +-----+
        |  b  |
    """
    index, start = divmod(place, len(across) + 1)
    done = 0
    for match in _BACKS.finditer(run):
        seam = match.end()
        near = start + seam - 1
        if _is_edge(lines, across[near], index, near - 1, axis) \
                and _is_edge(lines, across[near + 1], index, near + 2, axis):
            yield place + done, run[done:seam]
            done = seam
    yield place + done, run[done:]


def _found(lines: Sequence[str], across: Sequence[str], axis: Axis) -> list[tuple[int, str]]:
    """Return the runs along `lines`, each with its place in the whole text, where lines are a cell apart.

    All lines are searched as one text, since most columns hold nothing.
    """
    whole = "\n".join(lines)
    found = [(match.start(), match.group()) for match in _RUN[axis].finditer(whole)]
    if "++" not in whole:
        return found
    return [part for place, run in found
            for part in (_parted(lines, across, axis, place, run) if "++" in run else ((place, run),))]


def _beside(lines: Sequence[str], index: int) -> tuple[str, str]:
    """Return the lines before and behind one."""
    blank = " " * len(lines[index])
    return lines[index - 1] if index else blank, lines[index + 1] if index + 1 < len(lines) else blank


def _trimmed(
    columns: Sequence[str], rows: Sequence[str], index: int, start: int, run: str,
) -> tuple[int, str, bool]:
    """Return what is ink of an upright run whose ends may be no part of it, with its start, and whether its last glyph
    is a letter among heads.
    """
    sides = _beside(columns, index)
    # a point over a trunk is one, not its corner:   .        .git     an end of a line is one    .
    #                                                |-- a    │                                   |
    if run[0] in ROUND_SHY or run[-1] in ROUND_SHY:
        first = run[0] in ROUND_SHY and is_point(columns[index], sides, start, -1)
        last = run[-1] in ROUND_SHY and is_point(columns[index], sides, start + len(run) - 1, 1)
        start, run = start + first, run[first : len(run) - last]
        if len(run) < 2:
            return start, run, False
    # the terminal of a level line and a corner meet in passing:  --o
    #                                                               +--
    if not MARKS.isdisjoint(run):
        stop = start + len(run) - 1
        first = passes(run, (rows[start], rows[start + 1]), index)
        last = passes(run[::-1], (rows[stop], rows[stop - 1]), index)
        start, run = start + first, run[first : len(run) - last]
        if len(run) < 2:
            return start, "", False
    # a letter is a head only where no word touches it:   |v|  and not  |view     |
    #                                                     v                      vvv
    while run and run[-1] in _LETTER_HEADS and is_touched(sides, at := start + len(run) - 1):
        if is_amid_heads(columns, index, at):
            return start, run, True
        run = run[:-1]
    return start, run, False


def _runs(lines: Sequence[str], across: Sequence[str], axis: Axis, lone: list[_Lone]) -> Iterator[Stroke]:
    """Yield the strokes along each of `lines` (the rows for "h", the columns for "v"); cells alone go to `lone`."""
    is_level, alone, stride = axis == "h", _ALONE[axis], len(across) + 1
    for place, run in _found(lines, across, axis):
        index, start = divmod(place, stride)
        if len(run) == 1:
            if run in alone:
                lone.append((index, start, run))
            continue
        is_amid = False
        if not is_level and _DOUBTFUL.search(run):
            start, run, is_amid = _trimmed(lines, across, index, start, run)
            if len(run) < 2:
                if run:
                    lone.append((index, start, run))
                continue
        if run.isascii() or not _HARD.search(run):      # no glyph that is typed is always ink
            line, stop = lines[index], start + len(run)
            before = line[start - 1] if start else " "
            after = line[stop] if stop < len(line) else " "
            # most are lines with a corner or a head at both ends, which words may touch in a column, but not in a row
            is_ink = run[0] in _FIRM and run[-1] in _FIRM and run[1] in LINES[axis] and (
                not is_word(before) and not is_word(after) if is_level else ":" not in run)
            if not is_ink:
                beside = "" if is_level else "".join(
                    [side[start : stop - 1] + " " if is_amid else side[start:stop] for side in _beside(lines, index)])
                is_ink = is_live(run, axis, before, after, beside) or is_level and has_words(line, start, stop)
            if not is_ink or (is_notation(run, lines, across, index, start) if is_level else
                              is_operators(lines, index, start, run)):
                is_free = not is_level or not is_word(before) and not is_word(after)
                if is_free and not NO_CORNER(run) or is_level and is_measure(run, line, start):
                    lone.append((index, start, run))
                if not is_level:
                    lone.extend((index, start + k, char) for k, char in enumerate(run) if char in alone)
                continue
        # carets under a word are no heads, but the bar below them is a line:   word
        #                                                                       ^^^^
        #                                                                        |
        if run[0] == CARET and not is_level and run[1] in LINES["v"] and is_underline(lines, index, start):
            start, run = start + 1, run[1:]
        yield stroke_of(axis, index, start, run)


def _is_outside(rows: Sequence[str], wall: Stroke, way: int) -> bool:
    """Tell whether the box of a wall is on one side of it, `way`: both of its edges lead there alone."""
    for edge in (rows[wall.start], rows[wall.stop]):
        inner, outer = (edge[x] if 0 <= x < len(edge) else " " for x in (wall.line + way, wall.line - way))
        if inner not in _FLAT or outer in _FLAT:
            return False
    return True


def _parts_boxes(rows: Sequence[str], row: int, at: int, upright: Spans) -> bool:
    """Tell whether a drawn head alone stands between the walls of two boxes, a few blanks from each.

        ┌───┐   ┌───┐       over and under a cell of a table the edges go on
        │ a │ → │ b │
        └───┘   └───┘
    """
    for way in (-1, 1):
        wall = None
        for place in range(at + way, at + way * (_MOST_GAP + 2), way):
            if wall := upright.at(place, row):
                break
            if not 0 <= place < len(rows[row]) or rows[row][place] != " ":
                return False
        if wall is None or not _is_outside(rows, wall, way):
            return False
    return True


def _is_pin(rows: Sequence[str], row: int, at: int, wall: Stroke) -> bool:
    """Tell whether a cell of line at a wall leads from its box to a word.

             +-----+        within the box it is a sign of a number: |-5 |
        VCC -|1   8|- GND
             +-----+
    """
    way = wall.line - at
    near, far = (rows[row][x] if 0 <= x < len(rows[row]) else " " for x in (at - way, at - 2 * way))
    char, word = rows[row][at], far if near == " " else near
    return char in _PINS and word != " " and (
        not GLYPHS[char].shy or (is_word(word) or word == FILLER) and _is_outside(rows, wall, way))


def _lone(
    lines: Sequence[str], axis: Axis, lone: Iterable[_Lone], across: Spans, along: Spans,
) -> Iterator[Stroke]:
    """Yield the strokes that strokes across them hold: a bar or a head alone, a short run with a corner."""
    held = -1, -1                       # the last cell of a run that is held
    parted: set[tuple[int, int]] = set()        # heads behind a word

    @cache
    def words(row: int) -> tuple[int, int]:
        found = [x for x, column in enumerate(lines) if is_word(column[row])]
        return (found[0], found[-1]) if found else (len(lines), -1)

    for index, at, char in lone:
        if len(char) > 1:
            if is_held(lines, index, at, char, axis, across):
                held = index, at + len(char) - 1
                yield stroke_of(axis, index, at, char)
            continue
        if held[0] == index and at <= held[1]:
            continue
        if axis == "v" and (is_parted_by_a_word(lines[index], index, at, along)
                            or is_of_a_life(lines, index, at, along, across)):
            yield stroke_of(axis, index, at, char)
            continue
        if axis == "v" and (step := is_bar_before_a_head(lines, index, at)):
            parted.add((index, at + 2 * step))
            yield stroke_of(axis, index, at, char)
            yield stroke_of(axis, index, at + 2 * step, lines[index][at + 2 * step])
            continue
        if (index, at) in parted:
            continue
        near, far = across.at(at - 1, index), across.at(at + 1, index)
        if axis == "h":        # beside text a lone glyph is a word; between two walls it is not
            if GLYPHS[char].shy and not (near or far):          # a cell that says "none"
                if char.isascii() or not _parts_boxes(lines, index, at, across):
                    continue
            elif not all(wall or lines[index][at + way : at + way + 1] == " " and across.at(at + 2 * way, index)
                         for way, wall in ((-1, near), (1, far))):
                wall = near or far
                if wall is None or not _is_pin(lines, index, at, wall):
                    continue
        elif not (near or far):
            if is_between_names(lines, index, at, words):
                yield stroke_of(axis, index, at, char)
            continue
        if across.at(at, index):
            continue
        glyph = GLYPHS[char]
        if axis == "v":
            met = bool(near or far) if glyph.head or not glyph.shy else bool(near and far) or is_led(
                lines, index, at, 1 if near else -1)
            if not met or glyph.shy and is_typed(lines, index, at):
                continue
            if not glyph.head and (edge := near or far) and not (near and far) and is_separator(
                    lines, index, at, edge, -1 if near else 1):
                continue
            ahead, behind = (near, far) if glyph.head == "N" else (far, near)
            if glyph.double_ended and is_shut_in(lines, index, at, near, far):
                continue
            if glyph.shy and glyph.head and (is_named(lines, index, at, ahead, behind)
                                             or is_shut_in(lines, index, at, near, far)
                                             or not (near and far) and is_key(lines, index, at)):
                continue
            if glyph.head and is_met_askew(lines, index, at, 1 if glyph.head == "N" else -1):
                continue                # the head of a slope
        yield stroke_of(axis, index, at, char)


def _with_walls(lines: Sequence[str], axis: Axis, across: Iterable[Stroke]) -> dict[int, str]:
    """Return those of `lines` in which a head stands that ends a stroke across it, with a plain line in its place.

    Both of its neighbours face it, as a wall goes on behind the head that points at it:

        ┌──▼──┐    one stroke from corner to corner, and one from above
    """
    near, far = _OFFERS[axis]
    found: dict[int, list[str]] = {}
    for stroke in across:
        _, at, start, stop = stroke[:4]
        if lines[start][at] not in HEADS and lines[stop][at] not in HEADS:
            continue
        for line in (start, stop):
            text = lines[line]
            if text[at] in HEADS and 0 < at < len(text) - 1 and text[at - 1] in near and text[at + 1] in far:
                found.setdefault(line, list(text))[at] = _WALLS[axis][weight_of(text[at - 1], FACING[axis][0])]
    return {line: "".join(cells) for line, cells in found.items()}


def columns_of(rows: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of equally long `rows`, each a string too."""
    width = len(rows[0]) if rows else 0
    whole = "".join(rows)
    return tuple([whole[column::width] for column in range(width)])


def trace_strokes(rows: tuple[str, ...], columns: tuple[str, ...] | None = None) -> tuple[Spans, Spans]:
    """Return the level and the upright strokes of equally long `rows`.

    `columns` are those of `rows`, where they are known already.
    """
    columns = columns_of(rows) if columns is None else columns
    lone_h: list[_Lone] = []
    lone_v: list[_Lone] = []
    found_h, found_v = list(_runs(rows, columns, "h", lone_h)), list(_runs(columns, rows, "v", lone_v))
    walls_h, walls_v = _with_walls(rows, "h", found_v), _with_walls(columns, "v", found_h)
    if walls_h:
        lone_h.clear()
        found_h = list(_runs([walls_h.get(y, row) for y, row in enumerate(rows)], columns, "h", lone_h))
    if walls_v:
        lone_v.clear()
        found_v = list(_runs([walls_v.get(x, column) for x, column in enumerate(columns)], rows, "v", lone_v))
    level, upright = Spans(found_h), Spans(found_v)
    extra_v = list(_lone(columns, "v", lone_v, level, upright)) if lone_v else []
    extra_h = list(_lone(rows, "h", lone_h, upright, level)) if lone_h else []
    return level.with_more(extra_h) if extra_h else level, upright.with_more(extra_v) if extra_v else upright
