"""The outlines of the shapes that a box may take: what fits in one, where a line meets it, how it is drawn.

      ╱‾‾‾‾╲     A side leans in by a part of the shape's *bite*, from the top to the bottom: here 1, 0, 1.
     ╱      ╲    The bite is as large as the texts in the box allow, so that none of them touches the outline.
     ╲      ╱
      ╲____╱     A connector that reached the rectangle runs on to the outline.
"""
from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, MutableMapping, MutableSequence, Sequence
from math import sqrt

from .model import TOWARDS, BoxShape, Path, Rect, Side, Text
from .room import wide_of
from .shapes import number, pair
from .typed import Final, NamedTuple

Leans = tuple[float, ...]


class Extent(NamedTuple):
    """Where a text stands in its box, in half-cells from the box's left and top walls; y is the middle of its line."""

    left: float
    right: float
    y: float


#: shape -> how far its left and its right side lean in, in bites, at equal steps from the top to the bottom
_LEANS: Final[Mapping[BoxShape, tuple[Leans, Leans]]] = {
    "io":        ((1, 0), (0, 1)),
    "manual":    ((0, 1), (0, 1)),
    "trapezoid": ((1, 0), (1, 0)),
    "choice":    ((1, 0, 1), (1, 0, 1)),
}
_FACING: Final[Mapping[tuple[int, int], Side]] = {(1, 0): "W", (-1, 0): "E", (0, 1): "N", (0, -1): "S"}
_SLANT: Final = 4                       # half-cells: the bite of a shape with straight slants, where there is room
_LEAST: Final = 1.25                    # half-cells: no bite is smaller, for a shape has to show
_SPACE: Final = .75                     # half-cells between a text and the outline beside it
_HALF_TEXT: Final = .75                 # half-cells from the middle of a line of text to its top
_LID: Final = (.4, 1.0)                 # half-cells: the least and the most that a cylinder's lid rises
_LID_SPACE: Final = .4                  # half-cells between a lid and the text under it
_CLEAR_OF_LID: Final = 4                # half-cells from the top of a cylinder to a text that need not make room
_UNDER_LID: Final = .5                  # half-cells: how far a text in a cylinder stands lower, at the most
_WAVE: Final = .375                     # half-cells: how far the edge of a document swings


def _lean(shape: BoxShape, sides: int, v: float) -> float:
    """Return how far a side (0 left, 1 right) leans in at a part `v` of the height."""
    if shape == "ellipse":
        return 1 - sqrt(max(1 - (2 * v - 1) ** 2, 0))
    leans = _LEANS[shape][sides]
    steps = len(leans) - 1
    at = min(int(v * steps), steps - 1)
    return leans[at] + (leans[at + 1] - leans[at]) * (v * steps - at)


def _depth(shape: BoxShape, leans: Sequence[float], q: float) -> float:
    """Return at what part of the height a side, followed along `leans`, stands `q` bites from its wall or less."""
    if shape == "ellipse":
        return (1 - sqrt(max(1 - (1 - q) ** 2, 0))) / 2
    for i in range(len(leans) - 1):
        if leans[i] <= q:
            return i / (len(leans) - 1)
        if leans[i + 1] <= q:
            return (i + (leans[i] - q) / (leans[i] - leans[i + 1])) / (len(leans) - 1)
    return 1


def bite_of(shape: BoxShape, width: float, height: float, texts: Iterable[Extent]) -> float:
    """Return the bite of a shape in a rectangle, in half-cells, as large as `texts` allow; of a cylinder, its lid's."""
    found = list(texts)
    if shape == "document":
        return _WAVE
    if shape == "storage":
        room = min((text.y - _HALF_TEXT - _LID_SPACE for text in found), default=height / 2)
        return min(max(room / 2, _LID[0]), _LID[1], height / 4)
    bite = min(_SLANT, width / 4) if shape in ("io", "manual", "trapezoid") else width / 2
    for text in found:
        for side, room in ((0, text.left), (1, width - text.right)):
            lean = max(_lean(shape, side, min(max((text.y + d) / height, 0), 1)) for d in (-_HALF_TEXT, _HALF_TEXT))
            if lean > 0:
                bite = min(bite, (room - _SPACE) / lean)
    return max(bite, min(_LEAST, width / 2))


def inset(shape: BoxShape, width: float, height: float, bite: float, side: Side, at: float) -> float:
    """Return how far behind the `side` of its rectangle an outline lies; `at` counts from the left or the top."""
    is_level = side in ("E", "W")
    part = min(max(at / (height if is_level else width), 0), 1)
    if shape == "document":
        if side != "S":
            return 0
        t = part * 2 % 1 if part < 1 else 1
        return bite * (1 - 4 * t * (1 - t) * (1 if part < .5 else -1))
    if shape == "storage":
        return 0 if is_level else bite * (1 - sqrt(max(1 - (2 * part - 1) ** 2, 0)))
    if is_level:
        return bite * _lean(shape, side == "E", part)
    found = 0.0
    for sides, distance in ((0, at), (1, width - at)):
        if distance < bite:
            leans = _LEANS[shape][sides] if shape in _LEANS else ()
            found = max(found, _depth(shape, leans if side == "N" else leans[::-1], max(distance, 0) / bite))
    return height * found


# ── in a scene ────────────────────────────────────────────────────────────────────────────────────

def _extent(text: Text, rect: Rect) -> Extent:
    left = text.x - {"start": 0, "middle": 1, "end": 2}[text.anchor] * text.columns - rect.x
    return Extent(left, left + 2 * text.columns, text.y - rect.y)


def _under_lid(rect: Rect, extents: Sequence[Extent], *, is_plain: bool) -> float:
    """Return by how much the texts of a cylinder stand lower: from the middle of its box to the middle of its body.

         .------.
        (________)      `is_plain`: it has neither boxes nor rules, which stay where they are
        |  data  |
    """
    rows = [extent.y for extent in extents]
    if not rows:
        return 0
    first, last = min(rows), max(rows)
    if is_plain and abs(first + last - rect.height) <= 1:
        room = rect.height - last - _HALF_TEXT - _LID_SPACE - rect.bite
        return min(rect.bite, max(room, _UNDER_LID))
    return min(rect.bite, _UNDER_LID) if first < _CLEAR_OF_LID else 0


def fit(
    rects: MutableMapping[int, Rect], texts: MutableSequence[Text], owners: Sequence[int | None],
    filled: Collection[int | None] = (),
) -> None:
    """Give each rectangle of a shape its bite, and set its texts for it; `owners` are the rectangles of the texts, and
    those `filled` hold boxes or rules.
    """
    inside: dict[int, list[int]] = {i: [] for i, rect in rects.items() if rect.shape}
    for k, owner in enumerate(owners):
        if owner is not None and owner in inside:
            inside[owner].append(k)
    for i, own in inside.items():
        rect = rects[i]
        if rect.shape is None:
            continue
        extents = [_extent(texts[k], rect) for k in own]
        rects[i] = rect = rect._replace(bite=bite_of(rect.shape, rect.width, rect.height, extents))
        lower = _under_lid(rect, extents, is_plain=i not in filled) if rect.shape == "storage" else 0
        for k in own:
            text = texts[k]
            if lower:                                   # the lid takes from above
                texts[k] = text._replace(y=text.y + lower)
            elif rect.shape not in ("document", "storage"):              # beside a slanted side there is no room
                texts[k] = text._replace(tight=wide_of(text.text, text.columns) >= 0)


def run_onto(paths: Iterable[Path], rects: Iterable[Rect]) -> list[Path]:
    """Return paths whose ends at the rectangle of a shape are run on to its outline."""
    edges: dict[tuple[str, float], list[Rect]] = {}
    for rect in rects:
        if rect.shape:
            for side, line in (("W", rect.x), ("E", rect.x + rect.width), ("N", rect.y), ("S", rect.y + rect.height)):
                edges.setdefault((side, line), []).append(rect)
    return [_onto(path, edges) for path in paths]


def _onto(path: Path, edges: Mapping[tuple[str, float], Sequence[Rect]]) -> Path:
    points = list(path.points)
    for end, before in ((0, 1), (-1, -2)):
        (x, y), (bx, by) = points[end], points[before]
        side = _FACING.get(((x > bx) - (x < bx), (y > by) - (y < by)))
        if side is None:
            continue
        is_level = side in ("E", "W")
        for r in edges.get((side, x if is_level else y), ()):
            at, length = (y - r.y, r.height) if is_level else (x - r.x, r.width)
            if r.shape and 0 <= at <= length:
                dx, dy = TOWARDS[side]
                far = inset(r.shape, r.width, r.height, r.bite, side, at)
                points[end] = x - dx * far, y - dy * far
    return path if points == list(path.points) else path._replace(points=tuple(points))


# ── in pixels ─────────────────────────────────────────────────────────────────────────────────────

def outline_data(shape: BoxShape, x: float, y: float, width: float, height: float, bite: float) -> str:
    """Return the path data of an outline in a rectangle, in pixels."""
    right, bottom, w, h = x + width, y + height, number(width), number(height)
    if shape == "document":
        low, half = bottom - bite, number(width / 2)
        swing = number(2 * bite)
        return (f"M{pair(x, low)}V{number(y)}h{w}V{number(low)}q-{number(width / 4)}-{swing}-{half} 0"
                f"q-{number(width / 4)} {swing}-{half} 0z")
    if shape == "storage":
        arc = f"{number(width / 2)} {number(bite)} 0 0"
        return (f"M{pair(x, y + bite)}a{arc} 1 {w} 0V{number(bottom - bite)}a{arc} 1-{w} 0z"
                f"M{pair(right, y + bite)}a{arc} 1-{w} 0")      # the same way round: it leaves no hole in the fill
    if shape == "ellipse":
        rx, ry = number(bite), number(height / 2)
        flat = number(width - 2 * bite) if width > 2 * bite else ""
        return (f"M{pair(x + bite, y)}{f'h{flat}' if flat else ''}a{rx} {ry} 0 0 1 0 {h}"
                f"{f'h-{flat}' if flat else ''}a{rx} {ry} 0 0 1 0-{h}z")
    left, other = _LEANS[shape]
    points = [(right - lean * bite, y + height * i / (len(other) - 1)) for i, lean in enumerate(other)]
    points += [(x + lean * bite, y + height * i / (len(left) - 1)) for i, lean in reversed(list(enumerate(left)))]
    spots = [pair(*point) for point in dict.fromkeys(points)]
    return f"M{'L'.join(spots)}z"
