"""Read a tree of names, as `tree` prints it: a net of wires -> the routes from a name to those under it.

    src/               the trunk hangs from the name above its top, and each branch ends at a name:
    ├── a              "src/" leads to "a" and "b", and "a" to "c"; "a" and "b" have a parent in common, no line
    │   └── c
    └── b
"""
from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..model import Cell
from .ends import End, Surroundings, text_ahead
from .nets import Route, Tip, Wired, way_of
from .points import cell_of


def read_tree(tips: Sequence[Tip], wired: Sequence[Wired], world: Surroundings) -> list[Route]:
    """Return the routes of a tree, from its root to each branch, or none where the net is no tree of names."""
    named = [tip for tip in tips if tip.is_named]
    if any(tip.end.arrow or tip.end.box is not None for tip in tips):
        return []
    branches = [tip for tip in named if way_of(tip, wired) == "E"]
    pieces = [piece for index in {tip.wire for tip in tips} for piece in pairwise(wired[index][0].path)]
    trunk = {a[0] for a, b in pieces if a[0] == b[0]}
    left = min(x for piece in pieces for x, _ in piece)
    if not branches or len(named) - len(branches) > 1 or trunk != {left}:
        return []
    top = cell_of((left, min(y for a, b in pieces if a[0] == b[0] for y in (a[1], b[1]))))
    root = text_ahead(world, top, "N")
    if root is None or any(tip.end.text != root for tip in named if tip not in branches):
        return []
    start = End(top, "N", 0, None, root)
    return [
        Route(start, tip.end, (tip.wire,), (top, Cell(tip.end.cell.row, top.column), tip.end.cell)) for tip in branches
    ]
