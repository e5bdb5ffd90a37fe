"""A drawing: boxes, connectors and text, where they stand: Sketch -> Drawing -> Scene.

    ┌───────────┐      a container is tinted, what stands in it is paper again;
    │   Title   │      a lone line centred in its box stays centred, a list keeps its left edge
    │ ┌───┐     │
    └─┴───┴─────┘
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..chains import chained
from ..glyphs import BLOCKS, LEVEL, TRIANGLES
from ..ink.points import cell_of, has_tips, middle, side_of
from ..languages import phrase
from ..lettering import edge_labels, texts_of
from ..model import (
    TOWARDS,
    Arrowhead,
    BlockRun,
    Box,
    Divider,
    Dot,
    Drawing,
    Gap,
    Grid,
    Head,
    Mark,
    Oval,
    OwnedLabel,
    Path,
    Point,
    Primitive,
    Rect,
    Scene,
    Side,
    Sketch,
    Tile,
    Wire,
)
from ..telling import own_labels, tell_sketch
from ..theme import HALF, WEIGHTS
from ..typed import Final, Literal

_HEAD: Final = 9.4                      # pixels from the tip of a head to its base
_MARK_EDGE: Final = (1, .5)             # half-cells from the middle of a terminal to its edge, across and down
_PADDED: Final = 2                      # blanks on one side of a label that is padded in its line
_ROUNDEST: Final = .7                    # squares of the distance from an ellipse's middle, in radii
_SQUAREST: Final = 1.55
_LEANING: Final = frozenset(("↗", "↘", "↙", "↖"))

_Gaps = Mapping[float, Sequence[tuple[int, int]]]       # what labels leave free of a line: {line: (start, stop), ...}


def recognise(sketch: Sketch, grid: Grid) -> Drawing:
    """Every sketch is a drawing; one without ink is text that is set as it stands."""
    return Drawing(sketch, grid.rows)


def _level(box: Box) -> Literal["fill", "paper"]:
    return "fill" if box.depth % 2 == 0 and (box.container or box.depth > 0) else "paper"


def _rect(index: int, box: Box, level: Literal["fill", "paper"]) -> Rect:
    row, column, rows, columns, weight, dash, corners, _, _, _, is_mixed, style, _ = box
    rect = Rect(2 * column + 1, 2 * row + 1, 2 * (columns - 1), 2 * (rows - 1), level, weight, dash, corners, is_mixed,
                box=index)
    return rect if style is None else rect._replace(hue=style.hue or "", shape=style.shape)


def _rects(boxes: Sequence[Box]) -> dict[int, Rect]:
    """Return the rectangles of boxes by their index, in drawing order: from the outside in.

    As deep as each other, those that look alike follow one another, so that what they share is written once.
    """
    found = [(box.depth, _level(box), box.weight, box.dash, i) for i, box in enumerate(boxes) if box.outline is None]
    return {i: _rect(i, boxes[i], level) for _, level, _, _, i in sorted(found)}


def _tint(cell: Box) -> Tile:
    """Return the paper of a cell that has a colour, up to the inner side of the lines around it."""
    aside = WEIGHTS[cell.weight] / 2 + (cell.corners != "square")
    across, down = aside / HALF[0], aside / HALF[1]
    return Tile(2 * cell.column + 1 + across, 2 * cell.row + 1 + down, 2 * (cell.columns - 1 - across),
                2 * (cell.rows - 1 - down), 1, (cell.style.hue if cell.style else None) or "")


def _divider(divider: Divider, box: Box) -> Path:
    s = divider.stroke
    ends = ((s.start, s.line), (s.stop, s.line)) if s.axis == "h" else ((s.line, s.start), (s.line, s.stop))
    return Path(tuple((2 * x + 1, 2 * y + 1) for x, y in ends), s.weight, s.dash, "divider", level=_level(box),
                hue=(box.style.hue if box.style else None) or "")


def _wire(index: int, wire: Wire, hops: Mapping[Point, Side]) -> Path:
    """Return the path of a wire, run on at its ends to what they touch."""
    points, weight, dash, start_to, end_to, start_arrow, end_arrow, smooth, rounds = wire
    if start_to:
        points = (start_to, *points)
    if end_to:
        points = (*points, end_to)
    if len(points) > 2:
        points = _turns(points)
    passed = tuple((at, hops[at]) for at in _passed(points, hops)) if hops else ()
    return Path(points, weight, dash, "connector", True, start_arrow, end_arrow, smooth, rounds, passed, wires=(index,))


def _beside_titles(path: Path, titles: _Gaps) -> Path:
    """Return `path` with its upright ends on a title in an edge drawn back, to the top or the bottom of the letters.

         │
         ▼           the edge has a gap here: there is no line for the tip to end on
      ┌─ Pods ─┐
    """
    points = list(path.points)
    if points[0][1] not in titles and points[-1][1] not in titles:
        return path
    for end, before in ((0, 1), (-1, -2)):
        (x, y), (bx, by) = points[end], points[before]
        spans = titles.get(y, ()) if x == bx and abs(y - by) > 1 else ()
        at = bisect_right(spans, (int(x), 0)) - 1
        if at >= 0 and x < spans[at][1]:
            points[end] = x, y + (1 if by > y else -1)
    return path if points == list(path.points) else path._replace(points=tuple(points))


def _up_to(path: Path, marks: Collection[Point]) -> Path:
    """Return the path of a line whose heads have their tips on the edge of a terminal that they point at."""
    points = list(path.points)
    for has_head, end, before in ((path.start_head, 0, 1), (path.end_head, -1, -2)):
        (x, y), (bx, by) = points[end], points[before]
        if has_head and (x, y) in marks and (x == bx) != (y == by):
            points[end] = (x - _MARK_EDGE[0] * ((x > bx) - (x < bx)), y - _MARK_EDGE[1] * ((y > by) - (y < by)))
    return path if points == list(path.points) else path._replace(points=tuple(points))


def _passed(points: Sequence[Point], hops: Mapping[Point, Side]) -> Iterator[Point]:
    """Yield the hops that the upright pieces of a line pass, in the order of the line."""
    for (ax, ay), (bx, by) in pairwise(points):
        if ax == bx:
            yield from sorted((at for at in hops if at[0] == ax and min(ay, by) < at[1] < max(ay, by)), reverse=ay > by)


def _turns(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return `points` without repeats and without those on a straight way."""
    kept = [points[0]]
    ax, ay = points[0]
    right = down = 0                    # how the last piece runs, up to (ax, ay)
    for x, y in points:
        dx, dy = x - ax, y - ay
        if not dx and not dy:
            continue
        if len(kept) > 1 and right * dy == down * dx:
            kept[-1] = x, y
            right, down = right + dx, down + dy
        else:
            kept.append((x, y))
            right, down = dx, dy
        ax, ay = x, y
    return tuple(kept) if len(kept) > 1 else points[:2]


def _heads(wire: Wire, path: Path, hollow: Collection[tuple[int, int]]) -> Iterator[Head]:
    """Yield the heads of a wire; `hollow` are the cells of those in outline."""
    for has_head, end, before in ((path.start_head, 0, 1), (path.end_head, -1, -2)):
        if has_head:
            tip = path.points[end]
            is_hollow = bool(hollow) and cell_of(wire.path[end]) in hollow
            yield Head(*tip, side_of(path.points[before], tip), is_hollow, path.wires)


def _amid(heads: Sequence[Arrowhead]) -> Iterator[Head]:
    """Yield the heads that stand in lines, each in the middle of its cell; two in one cell stand back to back."""
    times = Counter(head.cell for head in heads)
    for cell, side, hollow, wire in heads:
        (x, y), (dx, dy), length = middle(cell), TOWARDS[side], _HEAD - 1 if times[cell] > 1 else _HEAD / 2
        yield Head(x + dx * length / HALF[0], y + dy * length / HALF[1], side, hollow, () if wire is None else (wire,))


def _oval(path: Path, rows: Sequence[str]) -> Oval | None:
    """Return the ellipse that a ring of round corners and slopes was drawn for, if it was for one.

          .---.       every point of the ring lies near the ellipse in its rectangle
         (     )
          '---'
    """
    points = path.points
    if points[0] != points[-1] or len(points) < 7 or not path.smooth or has_tips(points, path.smooth, rows):
        return None
    (left, right), (top, bottom) = (
        (min(p[k] for p in points), max(p[k] for p in points)) for k in (0, 1))
    rx, ry = (right - left) / 2, (bottom - top) / 2
    x, y = left + rx, top + ry
    if not rx or not ry or any(
            not _ROUNDEST < ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 < _SQUAREST for px, py in points):
        return None
    return Oval(left, top, 2 * rx, 2 * ry, path.weight, path.dash, path.wires)


def _in_line(sketch: Sketch, rows: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Return the labels that stand in a horizontal line, ink on both sides, with the blanks before and after each.

    Of two blanks, of which one pads the label, only one counts: the line goes on there.
    """
    level = [stroke for stroke in sketch.strokes if stroke.axis == "h"]
    lines = {stroke.line for stroke in level}
    beside = [(i, owned.label) for i, owned in enumerate(sketch.labels) if owned.label.row in lines]
    if not beside:
        return {}
    ends = {(stroke.line, stroke.stop) for stroke in level}
    starts = {(stroke.line, stroke.start) for stroke in level}
    found: dict[int, tuple[int, int]] = {}
    for i, (_, row, left, columns) in beside:
        before = 0 if (row, left - 1) in ends else 1 if (row, left - 2) in ends else 2 if (
            row, left - 3) in ends else None
        if before is not None:
            right = left + columns
            after = 0 if (row, right) in starts else 1 if (row, right + 1) in starts else 2 if (
                row, right + 2) in starts else None
            if after is not None and (before < _PADDED > after or before + after < 2 * _PADDED
                                      and _is_padded(rows[row], left - before, left, right, right + after)):
                found[i] = min(before, 1), min(after, 1)
    return found


def _is_padded(row: str, start: int, left: int, right: int, stop: int) -> bool:
    """Tell whether a label has blanks on both sides, from `start` and up to `stop`, and then a line."""
    return row[start - 1] in LEVEL and row[stop] in LEVEL and not (row[start:left] + row[right:stop]).strip()


def _spans(labels: Sequence[OwnedLabel], in_line: Mapping[int, tuple[int, int]]) -> dict[float, list[tuple[int, int]]]:
    """Return what labels leave free of the line they stand in, in half-cells: {y: (left, right), ...}, left to right.

    Where a blank parts a label from the line, half of it does.
    """
    found: dict[float, list[tuple[int, int]]] = {}
    for i, (before, after) in in_line.items():
        label = labels[i].label
        found.setdefault(2 * label.row + 1, []).append(
            (2 * label.column - before, 2 * (label.column + label.columns) + after))
    return {y: sorted(spans) for y, spans in found.items()}


def _upright_words(sketch: Sketch) -> dict[float, list[tuple[int, int]]]:
    """Return what labels leave free of the upright line they stand in, in half-cells: {x: (top, bottom), ...}.

        │                    │
       yes     ──X          [x]     the name of the line, the x of a message that is lost where the line of a life goes
        ▼        │           ▼      on, and what stands in a line that connects nothing
    """
    found: dict[float, list[tuple[int, int]]] = {}
    loose: dict[float, list[int]] = {}
    parted = {(above.line, above.stop + 1) for above, below in pairwise(sketch.strokes)
              if below.start - above.stop == 2 and above.line == below.line and above.axis == below.axis == "v"}
    for (_, row, column, columns), _, connector, _ in sketch.labels:
        top = 2 * row
        if connector is None:
            for at in range(column, column + columns) if parted else ():
                if (at, row) in parted:
                    loose.setdefault(2 * at + 1, []).append(top)
            continue
        for (ax, ay), (bx, by) in pairwise(sketch.wires[connector].path):
            if ax == bx and min(ay, by) < top and top + 2 < max(ay, by) and 2 * column < ax < 2 * (column + columns):
                found.setdefault(ax, []).append((top, top + 2))
    for wire in sketch.wires if loose else ():
        for (ax, ay), (bx, by) in pairwise(wire.path):
            if ax == bx and ax in loose:
                tops = loose[ax]        # in reading order
                inside = tops[bisect_right(tops, min(ay, by)) : bisect_left(tops, max(ay, by) - 2)]
                found.setdefault(ax, []).extend((top, top + 2) for top in inside)
    return {x: sorted(spans) for x, spans in found.items()}


def _broken(path: Path, level: _Gaps, upright: _Gaps) -> Iterator[Path]:
    """Yield `path` in pieces that leave out the labels that stand in it: nothing sits on a line.

    `level` has what labels take of level lines, by their y, and `upright` what they take of upright ones, by their x.
    """
    for x, y in path.points:
        if y in level or x in upright:
            break
    else:                               # no label is near
        yield path
        return
    path = _clear(path, level)
    piece, start_head = [path.points[0]], path.start_head
    for (ax, ay), (bx, by) in pairwise(path.points):
        a, b, gaps = (ax, bx, level.get(ay, ())) if ay == by else (ay, by, upright.get(ax, ()) if ax == bx else ())
        first, last = min(a, b), max(a, b)
        inside = [gap for gap in gaps[bisect_right(gaps, (first, last)) : bisect_left(gaps, (last, 0))]
                  if gap[0] > first and gap[1] < last]
        for gap in inside if a < b else reversed(inside):
            near, far = gap if a < b else gap[::-1]
            stop, start = ((near, ay), (far, ay)) if ay == by else ((ax, near), (ax, far))
            yield path._replace(points=(*piece, stop), start_head=start_head, end_head=False)
            piece, start_head = [start], False
        piece.append((bx, by))
    yield path if piece[0] == path.points[0] else path._replace(points=tuple(piece), start_head=start_head)


def _clear(path: Path, level: _Gaps) -> Path:
    """Return `path`, an end that lies within a label drawn back to its edge: its line looks otherwise from there on."""
    points = list(path.points)
    for end, beside, has_head in ((0, 1, path.start_head), (-1, -2, path.end_head)):
        (x, y), (to, beside_y) = points[end], points[beside]
        gaps = level.get(y, ()) if y == beside_y and not has_head else ()
        first, last = gaps[k - 1] if (k := bisect_left(gaps, (x, 0))) else (x, x)
        if first < x < last and not first < to < last:
            points[end] = first if to < x else last, y
    return path if points == list(path.points) else path._replace(points=tuple(points))


def _corners_of(rect: Rect) -> tuple[tuple[int, int], ...]:
    """Return the corners of a box, clockwise from the first."""
    right, bottom = rect.x + rect.width, rect.y + rect.height
    return (rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)


def _sharpen(rects: dict[int, Rect], paths: Iterable[Path]) -> None:
    """Leave round no corner that a line runs on from: there would be a notch.

        ┌──┐
        └──┴──
    """
    met = {end for points in [path.points for path in paths] for end in (points[0], points[-1])}
    for index, rect in rects.items() if met else ():
        if rect.corners == "square":
            corners = _corners_of(rect)
            if not met.isdisjoint(corners):
                rects[index] = rect._replace(sharp=tuple(corner in met for corner in corners))


def _tiles(blocks: Iterable[BlockRun]) -> Iterator[Tile]:
    """Yield the rectangles of block elements: those in a row made one, and those that stack up too."""
    stacked: dict[tuple[float, float, float], Tile] = {}
    for block in blocks:
        if block.char in TRIANGLES:
            yield from (Tile(2 * (block.column + k), 2 * block.row, 2, 2, 1, cut=TRIANGLES[block.char])
                        for k in range(block.columns))
            continue
        parts, shade = BLOCKS[block.char]
        for left, top, right, bottom in parts:
            whole = left == 0 and right == 8
            for k in range(1 if whole else block.columns):
                x, y = 2 * (block.column + k) + left / 4, 2 * block.row + top / 4
                width = 2 * block.columns if whole else (right - left) / 4
                above = stacked.pop((x, width, shade), None)
                if above is not None and above.y + above.height == y:
                    tile = above._replace(height=above.height + (bottom - top) / 4)
                else:
                    if above is not None:
                        yield above
                    tile = Tile(x, y, width, (bottom - top) / 4, shade)
                stacked[x, width, shade] = tile
    yield from stacked.values()


def _dots(marks: Sequence[Mark], paths: Iterable[Path]) -> Iterator[Dot]:
    """Yield the terminals, each with the wires that it stands on."""
    if not marks:
        return
    on: dict[tuple[float, float], list[int]] = {(2 * m.cell.column + 1, 2 * m.cell.row + 1): [] for m in marks}
    along: tuple[dict[float, list[float]], ...] = ({}, {})      # what is in the same column, and in the same row
    for spot in sorted(on):
        along[0].setdefault(spot[0], []).append(spot[1])
        along[1].setdefault(spot[1], []).append(spot[0])
    for path in paths:
        for (ax, ay), (bx, by) in pairwise(path.points):
            line, near, far = (along[1].get(ay, ()), ax, bx) if ay == by else (along[0].get(ax, ()), ay, by)
            if ay != by and ax != bx:
                steps = max(abs(bx - ax), abs(by - ay))
                met = [(ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps) for k in range(int(steps) + 1)]
            else:
                among = line[bisect_left(line, min(near, far)) : bisect_right(line, max(near, far))]
                met = [(at, ay) if ay == by else (ax, at) for at in among]
            for spot in met:
                if spot in on and path.wires[0] not in on[spot]:
                    on[spot] += path.wires
    for mark in marks:
        x, y = 2 * mark.cell.column + 1, 2 * mark.cell.row + 1
        yield Dot(x, y, mark.shape, tuple(on[x, y]))


def _frame(sketch: Sketch) -> tuple[int, int, int, int]:
    """Return the left, top, right and bottom of all that is drawn, in half-cells."""
    cells = [(row, column) for (_, row, column, _), _, _, _ in sketch.labels]
    for axis, line, start, stop, _, _, _, _ in sketch.strokes:
        if axis == "h":
            cells.append((line, start))
        elif axis == "v":
            cells.append((start, line))
        else:                           # the upper end of one that rises is its right one
            cells.append((line - stop if axis == "u" else line + start, start))
    cells += sketch.claims
    cells += [mark.cell for mark in sketch.marks]
    left, top = (min([column for _, column in cells]), min(cells)[0]) if cells else (0, 0)
    return 2 * left, 2 * top, 2 * max(sketch.columns, left + 1), 2 * max(sketch.rows, top + 1)


def build_scene(figure: Drawing) -> Scene:
    """Return the scene of a drawing: tiles, boxes from the outside in, then lines, heads, terminals and text."""
    sketch = figure.sketch
    in_line, on_edge = _in_line(sketch, figure.rows), edge_labels(sketch)
    level, upright = _spans(sketch.labels, in_line), _upright_words(sketch)
    rects = _rects(sketch.boxes)
    texts = list(texts_of(sketch, figure.rows, in_line, on_edge))
    has_shapes = any(rect.shape for rect in rects.values())
    if has_shapes:
        from ..outlines import fit, run_onto  # few drawings need it
        filled = {box.parent for box in sketch.boxes} | {divider.box for divider in sketch.dividers}
        fit(rects, texts, [owned.owner for owned in sketch.labels], filled)
    hops: dict[Point, Side] = {(2 * h.cell.column + 1, 2 * h.cell.row + 1): h.side for h in sketch.hops}
    paths = [_wire(i, wire, hops) for i, wire in enumerate(sketch.wires)]
    _sharpen(rects, paths)
    primitives: list[Primitive] = [*rects.values(), *map(_tint, sketch.tints), *_tiles(sketch.blocks)]
    for i in sorted(on_edge):
        label, owner = sketch.labels[i].label, sketch.labels[i].owner
        if owner is not None and not rects[owner].bare:     # the lines around a bare one stop at a title themselves
            primitives.append(Gap(
                2 * label.column + label.columns, 2 * label.row + 1, 2 * label.columns + 2, rects[owner].level,
                rects[owner].hue, owner))
    if on_edge:
        titled = _spans(sketch.labels, dict.fromkeys(on_edge, (1, 1)))
        paths = [_beside_titles(path, titled) for path in paths]
    if sum(head.side in _LEANING for head in sketch.heads) > 1:
        from ..leaning import apart  # few drawings need it
        paths = apart(paths, rects.values())
    if has_shapes:
        paths = run_onto(paths, rects.values())
    ends = paths                        # at the middle of each terminal
    if sketch.marks:
        spots = {(2 * mark.cell.column + 1, 2 * mark.cell.row + 1) for mark in sketch.marks}
        paths = [_up_to(path, spots) for path in paths]
    lines = [_divider(divider, sketch.boxes[divider.box]) for divider in sketch.dividers]
    for path in (*lines, *chained(paths)):
        if oval := _oval(path, figure.rows):
            primitives.append(oval)
        else:
            primitives += _broken(path, level, upright) if level or upright else (path,)
    hollow = {head.cell for head in sketch.heads if head.hollow}
    for wire, path in zip(sketch.wires, paths, strict=True):
        if path.start_head or path.end_head:
            primitives += _heads(wire, path, hollow)
    primitives += _amid(sketch.amid)
    primitives += _dots(sketch.marks, ends)
    primitives += texts
    left, top, right, bottom = _frame(sketch)
    return Scene("drawing", right - left, bottom - top, tuple(primitives), left, top)


def box_labels(sketch: Sketch) -> list[str]:
    """Return each box's own text, its lines joined by newlines."""
    return ["\n".join(" ".join(o.label.text for o in row) for row in rows) for rows in own_labels(sketch)]


def tell(figure: Drawing, lang: str) -> tuple[str, str]:
    """Return a name for a drawing that has none (the names of its outermost boxes), and in words what it shows."""
    title, told = tell_sketch(figure.sketch, lang)
    return title or phrase(lang, "drawing"), told
