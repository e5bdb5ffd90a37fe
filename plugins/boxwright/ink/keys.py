"""Tell which lines are those of a legend: routes -> routes without them.

    Legend:                  a line that comes from nothing and leads to a text, under a title, or beside a line of
      ──▶ sync call          another look that begins in its column, or in its row: it shows what such lines mean
      ╌╌▶ message
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..glyphs import LEVEL
from ..model import Wire
from ..typed import Final, NamedTuple
from .ends import Surroundings, ink_at
from .nets import Route, Wired
from .shy import HEADS

NEAR: Final = (-2, -1, 1, 2)            # rows from a line of a legend to the next one
_OVER: Final = (1, 2)                   # rows from the first of them to the title over it
_SET_IN: Final = 8                      # columns by which the lines may be set in under it
COLONS: Final = (":", "：")              # what ends its title
_TITLES: Final = frozenset(("legend", "key", "图例", "圖例", "说明", "凡例"))


class _Look(NamedTuple):
    """How a line looks: weight, dashes, and its head, if it has one."""

    weight: str
    dash: str
    head: str


def _is_title(text: str) -> bool:
    return text.rstrip("".join(COLONS)).rstrip().casefold() in _TITLES


def _of(wire: Wire, row: str) -> _Look:
    columns = [x >> 1 for x, _ in wire.path]
    return _Look(wire.weight, wire.dash, "".join(row[x] for x in columns if row[x] in HEADS))


def _is_level(route: Route) -> bool:
    """Tell whether a route is one straight line along a row, to a text."""
    _, stop, wires, path = route
    return len(wires) == 1 and len(path) == 2 and path[0].row == path[1].row and stop.text is not None


def _is_single(route: Route, world: Surroundings) -> bool:
    """Tell whether a route is a level line from nothing to a text."""
    start, cell = route.start, route.path[0]
    return _is_level(route) and start.box is None and start.text is None and ink_at(world, cell) in LEVEL and not (
        start.side is not None and start.reach)


def _is_key(route: Route) -> bool:
    """Tell whether a route is a level line from the title of a legend: Key: ──▶ sync"""
    text = route.start.text
    return text is not None and text.endswith(COLONS) and _is_title(text) and _is_level(route)


def _is_titled(world: Surroundings, row: int, left: int) -> bool:
    """Tell whether the title of a legend is over a line, with nothing but its lines between."""
    return any(
        label.column <= left <= label.column + _SET_IN and (
            _is_title(label.text) or up == 1 and label.text.endswith(COLONS))
        for up in _OVER for label in world.labels.get(row - up, ()))


def _has_twin(world: Surroundings, row: int, left: int, look: _Look) -> bool:
    """Tell whether a line of another look begins in the same column, a row or two on, and comes from nothing too."""
    for step in NEAR:
        line = world.h.at(row + step, left)
        if line is None or line.start != left or world.rows[row + step][max(left - 2, 0) : left].strip(" "):
            continue
        cells = world.ink[row + step]
        heads = "".join(cells[x] for x in (line.start, line.stop) if cells[x] in HEADS)
        if look != (line.weight, line.dash, heads):
            return True
    return False


def without_keys(routes: Iterable[Route], wired: Sequence[Wired], world: Surroundings) -> Iterator[Route]:
    """Yield the routes that are not those of a legend."""
    found = list(routes)
    single = {k for k, route in enumerate(found) if route.start.box is None and _is_single(route, world)}
    keys = {k: route.path[0].row for k, route in enumerate(found) if route.start.text and _is_key(route)}
    if not single and not keys:
        yield from found
        return
    rows = {*keys.values()}
    looks = {k: _of(wired[found[k].wires[0]][0], world.ink[found[k].path[0].row]) for k in single}
    of_row: dict[int, set[_Look]] = {}
    for k in single:
        of_row.setdefault(found[k].path[0].row, set()).add(looks[k])
    titled: set[tuple[int, int]] = set()                # a row under a title, or under such a row, and a column
    for k, route in enumerate(found):
        if k in single:
            row, left = route.path[0].row, min(cell.column for cell in route.path)
            is_titled = (row - 1, left) in titled or _is_titled(world, row, left)
            if is_titled:
                titled.add((row, left))
            if is_titled or row in rows or len(of_row[row]) > 1 or _has_twin(world, row, left, looks[k]):
                continue
        if k not in keys and not (_is_level(route) and route.path[0].row in rows):
            yield route
