"""Read a tree of names: a net of wires -> the routes from each name to those under it.

    src/               the trunk hangs from the name above its top, and each branch ends at a name:
    ├─┬ lib            "src/" leads to "lib" and "b", and "lib" to "c"; "lib" and "b" have a parent in common, no line
    │ └── c
    └── b              app                     ┌── Python ── Django     a name in the line of a branch is
                       ├──▶ react       Root ──┤                        one of the tree too
                       └──▶ lodash             └── Go ────── Gin

A tree has heads at all its ends, or at none. One without may hang down, or stand upright; names may be right under
its bar, or right over it:

           CEO                        CEO
            │                    ┌─────┴─────┐
      ┌─────┼─────┐             CTO         COO
     CTO   CFO   COO
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..glyphs import GLYPHS
from ..model import Label, Point, Side
from ..typed import Final
from .ends import CHOSEN, PLUS, End, Surroundings, label_ahead, text_ahead
from .nets import Route, Tip, Wired, way_of
from .points import STEP, cell_of, side_of
from .shy import MARKS

_TEES: Final = CHOSEN | PLUS
_BRACKETS: Final = {"[": "]", "(": ")", "{": "}", "<": ">", "【": "】", "（": "）"}
_SHORTEST: Final = 2                    # brackets alone are no name
_TEE: Final = 3                         # arms
_FEWEST: Final = 2                      # names on the other side of a bar than its root
_Leg = tuple[int, Point]                # over which wire, and to which point


def is_bracketed(text: str | None) -> bool:
    """Tell whether a text is the name of a node in brackets: [router] (internet)"""
    return text is not None and len(text) > _SHORTEST and _BRACKETS.get(text[0]) == text[-1]


def _is_of_nodes(tips: Sequence[Tip], world: Surroundings, wired: Sequence[Wired], *, apart: bool = False) -> bool:
    """Tell whether what is named at the ends of a net are nodes in brackets, as are all words in its lines, of which
    there are some, `apart` from the line by blanks.

        [laptop] --- [router] --- (internet)
    """
    if not all(is_bracketed(tip.end.text) for tip in tips if tip.is_named):
        return False
    words = [label for index in dict.fromkeys(tip.wire for tip in tips) for a, b in pairwise(wired[index][0].path)
             if a[1] == b[1] for _, label in _words(world, a, b)]
    return bool(words) and all(is_bracketed(label.text) for label in words) and not (apart and any(
        world.rows[label.row][x] != " " for label in words for x in (label.column - 1, label.column + label.columns)))


def _is_chain(tips: Sequence[Tip], world: Surroundings) -> bool:
    """Tell whether the words in a line stand as those at its ends do, with no blank beside them: A---B---C."""
    one, two = sorted(tips, key=lambda tip: tip.point)
    (y, left), (last, right) = one.end.cell, two.end.cell
    row = world.rows[y]
    if y != last or " " in (row[left - 1 : left] or " ", row[right + 1 : right + 2] or " "):
        return False
    words = [label for _, label in _words(world, one.point, two.point)]
    return bool(words) and not any(
        " " in (row[label.column - 1], row[label.column + label.columns]) for label in words)


def _words(world: Surroundings, a: Point, b: Point) -> Iterator[tuple[Point, Label]]:
    """Yield the words that stand in a level piece of a line, on the way from a to b."""
    left, right = sorted((a[0] >> 1, b[0] >> 1))
    row = world.labels.get(a[1] >> 1, ())
    first, last = (bisect_right(row, column, key=lambda label: label.column) for column in (left, right))
    found = [label for label in row[first:last]
             if label.column + label.columns - 1 < right and (len(label.text) > 1 or label.text.isalnum())]
    for label in found if a[0] < b[0] else found[::-1]:
        yield (2 * label.column + 1, a[1]), label


def _tees(world: Surroundings, a: Point, b: Point) -> Iterator[Point]:
    """Yield the tees that nothing leaves in a straight piece of a line, on the way from a to b."""
    (left, right), (top, bottom) = (sorted((a[k] >> 1, b[k] >> 1)) for k in (0, 1))
    if top == bottom and a[1] % 2:
        found = [(2 * x + 1, a[1]) for x in range(left + 1, right) if world.ink[top][x] in _TEES]
    elif left == right and a[0] % 2:
        found = [(a[0], 2 * y + 1) for y in range(top + 1, bottom) if world.ink[y][left] in CHOSEN]
    else:
        found = []
    yield from found if a < b else found[::-1]


class _Net:
    """The points of a net, the legs between them, and the names at them."""

    def __init__(
        self, tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings, *, has_words: bool,
    ) -> None:
        self.legs: dict[Point, list[_Leg]] = {}
        self.names: dict[Point, End] = {}
        self._world = world
        for index in dict.fromkeys(tip.wire for tip in tips):
            path = wired[index][0].path
            for a, b in pairwise(path):
                points = [a]
                if not has_words or a[0] == b[0]:
                    points += _tees(world, a, b)
                elif a[1] == b[1]:
                    for point, label in _words(world, a, b):
                        self.names[point] = End(cell_of(point), text=label.text)
                        points.append(point)
                for one, two in pairwise((*points, b)):
                    self.legs.setdefault(one, []).append((index, two))
                    self.legs.setdefault(two, []).append((index, one))
        self.names.update((tip.point, tip.end) for tip in tips if tip.is_named)

    @property
    def has_rings(self) -> bool:
        """Tell whether some lines of the net close a ring."""
        return sum(map(len, self.legs.values())) != 2 * (len(self.legs) - 1)

    def _free(self, point: Point) -> Iterator[Side]:
        """Yield the arms of a corner or a tee that no line leaves by."""
        used = {side_of(point, other) for _, other in self.legs[point] if other != point}
        cell = cell_of(point)
        char = self._world.ink[cell.row][cell.column]
        if char in CHOSEN:
            yield from (side for side in STEP if side in GLYPHS[char].arms and side not in used)

    def name_arms(self, *, from_below: bool) -> list[Point]:
        """Find the texts at which free arms point, and return their points.

        In a tree that is typed carelessly the last branch goes on to nothing: it is not named `from_below`.
        """
        found: list[Point] = []
        for point in self.legs:
            if point in self.names or not point[0] % 2 or not point[1] % 2 or len(self.legs[point]) < 2:
                continue
            cell = cell_of(point)
            for side in self._free(point):
                if (side != "S" or from_below) and (text := text_ahead(self._world, cell, side)):
                    self.names[point] = End(cell, side, 0, None, text)
                    found.append(point)
                    break
        return found

    def hung(self) -> list[tuple[Point, Side, Label]]:
        """Return the names right over, or under, the ends and tees of the net, with the side on which they are."""
        found: list[tuple[Point, Side, Label]] = []
        sides: tuple[Side, ...] = ("N", "S")
        for point, legs in self.legs.items():
            if not point[0] % 2 or not point[1] % 2:
                continue
            cell = cell_of(point)
            char = self._world.ink[cell.row][cell.column]
            used = {side_of(point, other) for _, other in legs if other != point}
            for side in sides:
                label = None if side in used else label_ahead(self._world, cell, side)
                if label is None:
                    continue
                if point in self.names:
                    is_at = self.names[point].text == label.text and char not in MARKS
                elif not label.column <= cell.column < label.column + label.columns:
                    is_at = False
                elif char in CHOSEN and len(GLYPHS[char].arms) <= _TEE:
                    is_at = side in GLYPHS[char].arms
                else:                   # a number at a cross is that of a tick
                    is_at = char in _TEES and len(legs) > 1 and not label.text[0].isdigit()
                if is_at:
                    found.append((point, side, label))
        return found

    def hang(self, point: Point, side: Side, label: Label) -> Point:
        """Give a name to an end or a tee of the net, and return where it is: a tee leads to it, and goes on."""
        if point in self.names:
            return point
        at, wire = (point[0], point[1] + STEP[side][0]), self.legs[point][0][0]
        self.legs[point].append((wire, at))
        self.legs[at] = [(wire, point)]
        self.names[at] = End(cell_of(point), side, 0, None, label.text)
        return at

    def reached(self, first: Point, wire: int, point: Point) -> Iterator[tuple[tuple[int, ...], tuple[Point, ...]]]:
        """Yield the ways from a name, along a leg of its, to the names that it leads to: their wires and points."""
        seen = {first}
        ahead: list[tuple[tuple[int, ...], tuple[Point, ...]]] = [((wire,), (first, point))]
        for along, path in ahead:       # grows on the way
            at = path[-1]
            if at in self.names:
                yield along, path
            elif at not in seen:
                seen.add(at)
                ahead += (((*along, wire) if along[-1] != wire else along, (*path, other))
                          for wire, other in self.legs[at] if other != path[-2])

    def has_ticks(self) -> bool:
        """Tell whether there are tees in the net that nothing leaves."""
        return any(len(legs) == _FEWEST and x % 2 == y % 2 == 1 and not _turn(legs)
                   and self._world.ink[y >> 1][x >> 1] in _TEES
                   for (x, y), legs in self.legs.items() if (x, y) not in self.names)


def _turn(legs: Sequence[_Leg]) -> bool:
    """Tell whether two legs are not in one line."""
    (_, (ax, ay)), (_, (bx, by)) = legs
    return ax != bx and ay != by


def _root(
    net: _Net, tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings, *, has_heads: bool,
) -> Point | None:
    """Return the point at which the root stands: over the top of the trunk that is left of all else, or at the only
    arm or line that comes from the left, where all others go to the right. A net with heads has a root at a free arm.
    """
    named = [tip for tip in tips if tip.is_named]
    arms = net.name_arms(from_below=has_heads)
    ways = [way_of(tip, wired) for tip in named]
    left = min(x for x, _ in net.legs)
    uprights = [point for point, legs in net.legs.items() if point[0] == left and any(to[0] == left for _, to in legs)]
    top = min(uprights, key=lambda point: point[1], default=None)
    has_tip = top in net.names and net.names[top].arrow         # a head is no root
    if top is not None and top[0] % 2 and top[1] % 2 and "E" in ways and not has_tip:
        cell = cell_of(top)
        char = world.ink[cell.row][cell.column]
        text = text_ahead(world, cell, "N") if char not in CHOSEN or "N" in GLYPHS[char].arms else None
        rest = {way for way, tip in zip(ways, named, strict=True) if tip.point != top}
        if text is not None and rest == {"E"} and net.names.get(top, End(cell, text=text)).text == text:
            net.names[top] = End(cell, "N", 0, None, text)
            return top
    if has_heads:
        return arms[0] if len(arms) == 1 else None
    roots = [tip.point for tip, way in zip(named, ways, strict=True) if way == "W"]
    roots += [point for point in arms if net.names[point].side == "W"]
    others = ways.count("E") + sum(net.names[point].side == "E" for point in arms)
    return roots[0] if len(roots) == 1 and others == len(ways) + len(arms) - 1 else None


def _grown(path: tuple[Point, ...], point: Point) -> tuple[Point, ...]:
    """Return a path with one point more, without the last one where it does not turn there."""
    if len(path) > 1:
        (ax, ay), (bx, by) = path[-2:]
        if (bx - ax) * (point[1] - by) == (by - ay) * (point[0] - bx):
            path = path[:-1]
    return (*path, point)


def _routes(net: _Net, root: Point) -> list[Route]:
    """Return the routes from name to name, from the root on; none where the lines close a ring, or miss a name.

    A route has the wires whose labels are its own. Before a fork these are the labels of each branch; but where the
    trunk goes straight by a branch, what stands beside it explains a name, and is not said of all names further down.

          ask                       src
        web ──┬── db                ├── a
              │                     │   of all      "ask" labels both routes, "of all" no route to b or c
              └── log               ├── b
                                    └── c
    """
    if net.has_rings:
        return []
    found: list[Route] = []
    seen = {root}
    ahead: list[tuple[Point, End, tuple[int, ...], tuple[Point, ...]]] = [(root, net.names[root], (), (root,))]
    while ahead:
        at, name, before, path = ahead.pop()
        onward = [(wire, point) for wire, point in net.legs[at] if point not in seen]
        for wire, point in onward:
            seen.add(point)
            way = _grown(path, point)
            end = net.names.get(point)
            goes_by = end is None and len(onward) > 1 and len(way) in (2, len(path))
            along = before if goes_by or before[-1:] == (wire,) else (*before, wire)
            if end is None:
                ahead.append((point, name, along, way))
            else:
                found.append(Route(name._replace(arrow=False), end, along, tuple(map(cell_of, way))))
                ahead.append((point, end, (), (point,)))
    if len(seen) < len(net.legs):
        return []
    return sorted(found, key=lambda route: route.stop.cell)


def _chart(net: _Net, world: Surroundings) -> list[Route]:
    """Return the routes of a net without heads from its root, where it has all its other names, which are in one row,
    on the other side. Where all are on one side, and one is right over its tee, or under it, the line joins them all:

        CPU   RAM   Disk
         └─────┴─────┘
    """
    hung = net.hung()
    if not net.names.keys() <= {point for point, *_ in hung}:
        return []
    one, many = sorted(([each for each in hung if each[1] == side] for side in ("N", "S")), key=len)
    names = {label for _, _, label in many}
    if len(one) > 1 or not _FEWEST <= len(many) == len(names) or len({label.row for label in names}) > 1:
        return []
    bare = [cell_of(point) for point, *_ in many if point not in net.names]
    if not one and (not bare or any(len(GLYPHS[world.ink[y][x]].arms) > _TEE for y, x in bare)):
        return []
    places = [net.hang(*each) for each in (*one, *many)]
    if net.has_ticks():
        return []
    if one:
        return _routes(net, places[0])
    return [route for k, place in enumerate(places) for route in _routes(net, place)
            if route.stop in [net.names[other] for other in places[k + 1 :]]]


def read_tree(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Route]:
    """Return the routes of a tree, from its root to each branch, or none where the net is no tree of names."""
    named = [tip for tip in tips if tip.is_named]
    heads = sum(tip.end.arrow for tip in named)
    if heads < len(named) and any(tip.end.box is not None for tip in named):
        return []
    if 0 < heads < len(named):
        return _read_mixed(tips, wired, world)
    if not heads and (chart := _chart(_Net(tips, wired, world, has_words=False), world)):
        return chart
    is_of_nodes = not heads and _is_of_nodes(tips, world, wired)
    has_words = not heads and (len(tips) > 2 or is_of_nodes or _is_chain(tips, world))
    if len(tips) == 2 and not heads and not has_words and len(wired[tips[0].wire][0].path) == 2:
        return []
    net = _Net(tips, wired, world, has_words=has_words)
    root = _root(net, tips, wired, world, has_heads=bool(heads))
    if root is None and is_of_nodes:
        ends = [tip.point for tip in named if way_of(tip, wired) == "E"]        # no line says which is the root
        root = ends[0] if len(ends) == 1 < len(named) - 1 else min(net.names)
    if root is None or root not in net.names:
        return []
    return _routes(net, root) or (_parallel(net) if has_words else [])


def _read_mixed(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Route]:
    """Return the routes of a net with some heads, where each leads on from a word in its line, as from a name.

        market                    [in] ─── [app] ───▶ [out]
        ├── home
        └── abroad ──▶ US
    """
    net = _Net(tips, wired, world, has_words=True)
    words = net.names.keys() - {tip.point for tip in tips}
    heads = [tip for tip in tips if tip.end.arrow]
    if net.has_rings and words and all(way_of(tip, wired) == "E" for tip in heads):
        return _parallel(net)
    if any(way_of(tip, wired) != "E" or net.legs[tip.point][0][1] not in words for tip in heads):
        return []
    has_leaves = any(way_of(tip, wired) == "E" and tip.is_named and not tip.end.arrow for tip in tips)
    if not has_leaves and not _is_of_nodes(tips, world, wired, apart=True):
        return []
    root = _root(net, tips, wired, world, has_heads=False)
    return _routes(net, root) if root is not None and root in net.names else []


def _parallel(net: _Net) -> list[Route]:
    """Return the routes of a net whose lines part and meet again, with a name in each: from left to right.

             ┌── W1 ──┐
        LB ──┤        ├── DB
             └── W2 ──┘
    """
    found: list[Route] = []
    for first in sorted(net.names):
        for wire, point in net.legs[first]:
            if point[0] > first[0]:
                reached = list(net.reached(first, wire, point))
                after = [each for each in reached if each[1][-2][0] < each[1][-1][0]]
                beside = len(reached) - len(after)
                if not after or beside and len(after) > 1:
                    return []           # a bar that joins them all
                found += (Route(net.names[first]._replace(arrow=False), net.names[path[-1]], along,
                                tuple(map(cell_of, path))) for along, path in after)
    return sorted(found, key=lambda route: (route.start.cell.column, route.start.cell, route.stop.cell))
