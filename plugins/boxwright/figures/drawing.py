"""A drawing: boxes, connectors and text, where they stand: Sketch -> Drawing -> Scene.

    ┌───────────┐      a container is tinted, what stands in it is paper again;
    │   Title   │      a lone line centred in its box stays centred, a list keeps its left edge
    │ ┌───┐     │
    └─┴───┴─────┘
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..chains import chained
from ..glyphs import BLOCKS, LEVEL, TRIANGLES
from ..ink.points import cell_of, has_tips, side_of
from ..languages import phrase
from ..lettering import edge_labels, texts_of
from ..model import (
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

_MARK_EDGE: Final = (1, .5)             # half-cells from the middle of a terminal to its edge, across and down
_PADDED: Final = 2                      # blanks on one side of a label that is padded in its line
_ROUNDEST: Final = .7                    # squares of the distance from an ellipse's middle, in radii
_SQUAREST: Final = 1.55
_LEANING: Final = frozenset(("↗", "↘", "↙", "↖"))
_LOST: Final = frozenset("xX")          # what a message that is lost ends in

_Gaps = Mapping[float, Sequence[tuple[int, int]]]       # what labels leave free of a line: {line: (start, stop), ...}


def recognise(sketch: Sketch, grid: Grid) -> Drawing:
    """Every sketch is a drawing; one without ink is text that is set as it stands."""
    return Drawing(sketch, grid.rows)


def _level(box: Box) -> Literal["fill", "paper"]:
    return "fill" if box.depth % 2 == 0 and (box.container or box.depth > 0) else "paper"


def _rect(index: int, box: Box) -> Rect:
    rect = Rect(
        2 * box.column + 1, 2 * box.row + 1, 2 * (box.columns - 1), 2 * (box.rows - 1),
        _level(box), box.weight, box.dash, box.corners, box.mixed, box=index,
    )
    return rect if box.style is None else rect._replace(hue=box.style.hue or "", shape=box.style.shape)


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
    points = list(wire.path)
    if wire.start_to:
        points.insert(0, wire.start_to)
    if wire.end_to:
        points.append(wire.end_to)
    points = list(_turns(points))
    return Path(
        tuple(points), wire.weight, wire.dash, "connector",
        start_head=wire.start_arrow, end_head=wire.end_arrow, smooth=wire.smooth, round=wire.round,
        hops=tuple((at, hops[at]) for at in _passed(points, hops)) if hops else (), wires=(index,),
    )


def _beside_titles(path: Path, titles: _Gaps) -> Path:
    """Return `path` with its upright ends on a title in an edge drawn back, to the top or the bottom of the letters.

         │
         ▼           the edge has a gap here: there is no line for the tip to end on
      ┌─ Pods ─┐
    """
    points = list(path.points)
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


def _turns(points: list[Point]) -> Iterator[Point]:
    """Yield `points` without repeats and without those on a straight way."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) >= 2:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            if (bx - ax) * (point[1] - by) == (by - ay) * (point[0] - bx):
                kept[-1] = point
                continue
        kept.append(point)
    yield from kept if len(kept) > 1 else points[:2]


def _heads(wire: Wire, path: Path, hollow: Collection[tuple[int, int]]) -> Iterator[Head]:
    """Yield the heads of a wire; `hollow` are the cells of those in outline."""
    for has_head, tip, before, (x, y) in (
        (path.start_head, path.points[0], path.points[1], wire.path[0]),
        (path.end_head, path.points[-1], path.points[-2], wire.path[-1]),
    ):
        if has_head:
            yield Head(*tip, side_of(before, tip), cell_of((x, y)) in hollow, path.wires)


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
    ends = {(s.line, s.stop) for s in sketch.strokes if s.axis == "h"}
    starts = {(s.line, s.start) for s in sketch.strokes if s.axis == "h"}
    found: dict[int, tuple[int, int]] = {}
    for i, owned in enumerate(sketch.labels):
        row, left, right = owned.label.row, owned.label.column, owned.label.column + owned.label.columns
        before = 0 if (row, left - 1) in ends else 1 if (row, left - 2) in ends else 2 if (
            row, left - 3) in ends else None
        if before is not None:
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

        │
       yes     ──X      the name of the line, and the x of a message that is lost where the line of a life goes on
        ▼        │
    """
    found: dict[float, list[tuple[int, int]]] = {}
    lost: dict[float, list[int]] = {}
    for owned in sketch.labels:
        label, top = owned.label, 2 * owned.label.row
        if owned.connector is None:
            if label.text in _LOST:
                lost.setdefault(2 * label.column + 1, []).append(top)
            continue
        for (ax, ay), (bx, by) in pairwise(sketch.wires[owned.connector].path):
            if ax == bx and min(ay, by) < top and top + 2 < max(ay, by) \
                    and 2 * label.column < ax < 2 * (label.column + label.columns):
                found.setdefault(ax, []).append((top, top + 2))
    for wire in sketch.wires if lost else ():
        for (ax, ay), (bx, by) in pairwise(wire.path):
            if ax == bx and ax in lost:
                tops = lost[ax]         # in reading order
                inside = tops[bisect_right(tops, min(ay, by)) : bisect_left(tops, max(ay, by) - 2)]
                found.setdefault(ax, []).extend((top, top + 2) for top in inside)
    return {x: sorted(spans) for x, spans in found.items()}


def _broken(path: Path, level: _Gaps, upright: _Gaps) -> Iterator[Path]:
    """Yield `path` in pieces that leave out the labels that stand in it: nothing sits on a line.

    `level` has what labels take of level lines, by their y, and `upright` what they take of upright ones, by their x.
    """
    if all(y not in level and x not in upright for x, y in path.points):
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
    return path._replace(points=tuple(points))


def _corners_of(rect: Rect) -> tuple[tuple[int, int], ...]:
    """Return the corners of a box, clockwise from the first."""
    right, bottom = rect.x + rect.width, rect.y + rect.height
    return (rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)


def _sharpen(rects: dict[int, Rect], paths: Iterable[Path]) -> None:
    """Leave round no corner that a line runs on from: there would be a notch.

        ┌──┐
        └──┴──
    """
    met = {point for path in paths for point in (path.points[0], path.points[-1])}
    for index, rect in rects.items() if met else ():
        if rect.corners == "square" and not met.isdisjoint(_corners_of(rect)):
            rects[index] = rect._replace(sharp=tuple(corner in met for corner in _corners_of(rect)))


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
    left = min((o.label.column for o in sketch.labels), default=sketch.columns)
    top = min((o.label.row for o in sketch.labels), default=sketch.rows)
    for s in sketch.strokes:
        if s.axis == "h":
            left, top = min(left, s.start), min(top, s.line)
        elif s.axis == "v":
            left, top = min(left, s.line), min(top, s.start)
        else:
            rows = (s.line - s.start, s.line - s.stop) if s.axis == "u" else (s.line + s.start, s.line + s.stop)
            left, top = min(left, s.start), min(top, *rows)
    for row, column in (*sketch.claims, *(mark.cell for mark in sketch.marks)):
        left, top = min(left, column), min(top, row)
    left, top = (0 if left == sketch.columns else left), (0 if top == sketch.rows else top)
    return 2 * left, 2 * top, 2 * max(sketch.columns, left + 1), 2 * max(sketch.rows, top + 1)


def build_scene(figure: Drawing) -> Scene:
    """Return the scene of a drawing: tiles, boxes from the outside in, then lines, heads, terminals and text."""
    sketch = figure.sketch
    in_line, on_edge = _in_line(sketch, figure.rows), edge_labels(sketch)
    level, upright = _spans(sketch.labels, in_line), _upright_words(sketch)
    drawn = [i for i, box in enumerate(sketch.boxes) if box.outline is None]
    order = sorted(drawn, key=lambda i: (sketch.boxes[i].depth, i))
    rects = {i: _rect(i, sketch.boxes[i]) for i in order}
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
