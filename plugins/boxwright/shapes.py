"""SVG path data for lines, heads, terminals and papers: points in pixels -> str. Short, and the same bytes everywhere.

    ────╮     a right bend is a quarter circle; a bend at a round glyph is a curve; any other turn is a point
        │
        ▼     the line stops inside the head, whose tip ends on what it points at
"""
from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

from . import theme
from .model import TOWARDS, MarkShape, Side
from .typed import Final

Spot = tuple[float, float]              # (x, y) in pixels
_TOUCH: Final = theme.HAIRLINE / 2      # a tip ends at the near side of the line it points at
_CURVE: Final = 14                      # pixels of a line that a curve takes at the most
_TINY: Final = 2                        # pixels: in a bend so small nobody sees that it is no circle
_HOP: Final = 5                         # radius of a hop, in pixels
_WAVE: Final = (4, 5)                   # half a wave, in pixels: its length, and how far its control point lies off
_TOOTH: Final = 4                       # pixels: half a tooth of torn paper, and its depth


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Return a number as short as it can be, with two decimals at the most: the same bytes on each machine."""
    if value == int(value):
        return str(int(value))
    if abs(value) < 0.005:
        return "0"
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return digits.replace("0.", ".", 1) if -1 < value < 1 else digits


def numbers(*values: float) -> str:
    """Return numbers in a row, with a space between two where it is needed."""
    return " ".join(map(number, values)).replace(" -", "-")


def pair(x: float, y: float) -> str:
    """Return two numbers: most of a drawing is pairs."""
    second = number(y)
    return f"{number(x)}{second}" if second.startswith("-") else f"{number(x)} {second}"


def shortened(end: Spot, before: Spot, by: float) -> Spot:
    """Return `end` drawn back towards `before` by so many pixels."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = hypot(dx, dy)
    if not length:
        return end
    by = min(by, length) / length
    return end[0] - dx * by, end[1] - dy * by


def _to(at: Spot, to: Spot) -> str:
    if at == to:
        return ""
    if at[1] == to[1]:
        return f"H{number(to[0])}"
    if at[0] == to[0]:
        return f"V{number(to[1])}"
    return f"L{pair(*to)}"


def _bent(start: Spot, bend: Spot, stop: Spot) -> str:
    """Return the data of a curve from `start`, where the pen is, towards `bend` and on to `stop`."""
    return f"q{numbers(bend[0] - start[0], bend[1] - start[1], stop[0] - start[0], stop[1] - start[1])}"


def _turn(before: Spot, at: Spot, after: Spot, room: tuple[float, float], radius: float) -> tuple[Spot, str, Spot]:
    """Return where a bend at `at` begins, its path data, and where it ends; `room` is what it may take.

    A bend without a radius is a curve.
    """
    is_right = (before[0] == at[0] and at[1] == after[1]) or (before[1] == at[1] and at[0] == after[0])
    if not radius:
        start, stop = (shortened(at, end, min(_CURVE, free)) for end, free in ((before, room[0]), (after, room[1])))
        return start, _bent(start, at, stop), stop
    radius = min(radius, *room) if is_right else 0
    if not radius:
        return at, "", at
    start, stop = shortened(at, before, radius), shortened(at, after, radius)
    if radius <= _TINY:
        return start, _bent(start, at, stop), stop
    sweep = (at[0] - before[0]) * (after[1] - at[1]) - (at[1] - before[1]) * (after[0] - at[0])
    return start, f"a{numbers(radius, radius, 0, 0, int(sweep > 0), stop[0] - start[0], stop[1] - start[1])}", stop


def line_data(
    points: Sequence[Spot], *, bends: bool = True, curves: Collection[Spot] = (), rounds: Collection[Spot] = (),
    hops: Sequence[tuple[Spot, Side]] = (),
) -> str:
    """Return path data through `points`; `curves` are bends that curve, `rounds` those with the larger radius.

    `hops` lie on upright pieces.
    """
    if len(points) == 2 and not hops:   # as most lines are
        return f"M{pair(*points[0])}{_to(points[0], points[1])}"
    closed = len(points) > 3 and points[0] == points[-1]
    if closed:                          # a ring begins in the middle of a side, so that its corners are all alike
        (ax, ay), (bx, by) = points[:2]
        half = (ax + bx) / 2, (ay + by) / 2
        points = (half, *points[1:], half)
    at = points[0]
    data = [f"M{pair(*at)}"]
    last = len(points) - 1
    lengths = [hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points)]
    jumps = list(hops)
    for i in range(1, last + 1):
        point = points[i]
        if i < last and (bends or point in curves):
            room = lengths[i - 1] / (2 if i > 1 else 1), lengths[i] / (2 if i + 1 < last else 1)
            radius = 0 if point in curves else theme.BENDS["round" if point in rounds else "square"]
            start, bend, stop = _turn(points[i - 1], point, points[i + 1], room, radius)
        else:
            start, bend, stop = point, "", point
        if jumps and at[0] == start[0]:
            step = 1 if start[1] > at[1] else -1
            while jumps and jumps[0][0][0] == at[0] and (jumps[0][0][1] - at[1]) * (start[1] - jumps[0][0][1]) > 0:
                (x, y), side = jumps.pop(0)
                sweep = int((side == "E") == (step > 0))
                data.append(f"V{number(y - step * _HOP)}A{_HOP} {_HOP} 0 0 {sweep} {pair(x, y + step * _HOP)}")
                at = (x, y + step * _HOP)
        data += (_to(at, start), bend)
        at = stop
    if closed:
        data[-2:] = ["Z"]
    return "".join(data)


def box_data(x: float, y: float, width: float, height: float, radii: Sequence[float]) -> str:
    """Return path data of a box with a radius for each corner, clockwise from the first."""
    right, bottom = x + width, y + height
    data = [f"M{pair(x + radii[0], y)}"]
    for (cx, cy), (dx, dy), radius in zip(
            ((right, y), (right, bottom), (x, bottom), (x, y)), ((1, 0), (0, 1), (-1, 0), (0, -1)),
            (*radii[1:], radii[0]), strict=True):
        data.append(f"H{number(cx - dx * radius)}" if dx else f"V{number(cy - dy * radius)}")
        if radius:
            data.append(f"a{numbers(radius, radius, 0, 0, 1, (dx - dy) * radius, (dx + dy) * radius)}")
    return "".join(data) + "z"


def triangle_data(x: float, y: float, width: float, height: float, cut: Side) -> str:
    """Return path data of a rectangle with one of its corners cut away, from the next one to the one before it."""
    corners = {"↖": (x, y), "↗": (x + width, y), "↘": (x + width, y + height), "↙": (x, y + height)}
    return f"M{'L'.join(pair(*spot) for corner, spot in corners.items() if corner != cut)}z"


def wave_data(points: Sequence[Spot]) -> str:
    """Return path data of a wave along `points`."""
    data = [f"M{pair(*points[0])}"]
    for (ax, ay), (bx, by) in pairwise(points):
        length: float = hypot(bx - ax, by - ay)
        count = max(round(length / _WAVE[0]), 1)
        dx, dy = (bx - ax) / count, (by - ay) / count
        sideways: float = _WAVE[1] * count / length if length else 0.0
        off_x, off_y = -dy * sideways, dx * sideways
        data.append(f"q{pair(dx / 2 - off_x, dy / 2 - off_y)} {pair(dx, dy)}")
        data.append(f"t{pair(dx, dy)}" * (count - 1))
    return "".join(data)


def _head(side: Side) -> str:
    """Return the path data of a head whose tip is where the pen stands."""
    right, down = TOWARDS[side][0] * theme.HALF[0], TOWARDS[side][1] * theme.HALF[1]
    dx, dy = right / hypot(right, down), down / hypot(right, down)
    length, half, notch = theme.HEAD
    ax, ay = -dx * length + dy * half, -dy * length - dx * half
    qx, qy = dx * notch - dy * half, dy * notch + dx * half
    bx, by = -2 * dy * half, 2 * dx * half
    return f"l{numbers(ax, ay)}q{numbers(qx, qy, bx, by)}z"


_HEADS: Final = {side: _head(side) for side in TOWARDS}


def head_data(x: float, y: float, side: Side, *, hollow: bool = False) -> str:
    """Return the path data of a head that points at (x, y); a hollow one has room for its outline."""
    dx, dy = TOWARDS[side]
    touch = 0 if dx and dy else 3 * _TOUCH if hollow else _TOUCH
    return f"M{pair(x - dx * touch, y - dy * touch)}{_HEADS[side]}"


def _circle(radius: float) -> str:
    r, d = number(radius), number(2 * radius)
    return f"m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z"


def _square(radius: float) -> str:
    r, d = number(radius), number(2 * radius)
    return f"m-{r}-{r}h{d}v{d}h-{d}z"


def _diamond(radius: float) -> str:
    r = number(radius)
    return f"m-{r} 0l{r}-{r} {r} {r}-{r} {r}z"


#: shape -> its outline from the middle; then what is filled inside it, for those with something inside.
_DOTS: Final[dict[MarkShape, tuple[str, str]]] = {
    "disc":           (_circle(3.6), _circle(3.6)),
    "circle":         (_circle(3.6), ""),
    "ring":           (_circle(4.2), _circle(1.8)),
    "bullseye":       (_circle(4.2), _circle(2.6)),
    "diamond":        (_diamond(4.6), _diamond(4.6)),
    "hollow-diamond": (_diamond(4.6), ""),
    "square":         (_square(3.4), _square(3.4)),
    "hollow-square":  (_square(3.4), ""),
}


def dot_data(x: float, y: float, shape: MarkShape) -> tuple[str, str]:
    """Return the outline of a terminal with its middle at (x, y), and what is filled inside it ("": nothing)."""
    outline, inside = _DOTS[shape]
    at = f"M{pair(x, y)}"
    return at + outline, at + inside if inside else ""


def torn_data(x: float, y: float, width: float, height: float) -> str:
    """Return the outline of a slip of paper, torn at both ends."""
    teeth = round(width / (2 * _TOOTH))
    down, up = f"l{_TOOTH} {_TOOTH}l{_TOOTH} -{_TOOTH}", f"l-{_TOOTH} {_TOOTH}l-{_TOOTH} -{_TOOTH}"
    return f"M{pair(x, y)}{down * teeth}V{number(y + height - _TOOTH)}{up * teeth}Z"
