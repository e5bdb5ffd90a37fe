"""The figure kinds, in the order in which they are asked whether they recognise a sketch.

The last one takes everything. A new kind is a module beside this one and a row here.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping

from ..errors import UnknownKindError
from ..model import Figure, Grid, Scene, Sketch
from ..typed import Any, Final, NamedTuple
from . import drawing, notice, receipt


class Kind(NamedTuple):
    """`recognise` looks and may decline; `read` takes any text, for who asks for the kind by name."""

    name: str
    recognise: Callable[[Sketch, Grid], Any]
    read: Callable[[Sketch, Grid], Any]
    build_scene: Callable[[Any], Scene]
    tell: Callable[[Any, str], tuple[str, str]]     # a name for one that has none, and in words what it shows


_ROWS: Final = (
    Kind("receipt", receipt.recognise, lambda _, grid: receipt.read_receipt(grid), receipt.build_scene,
         receipt.tell),
    Kind("notice", notice.recognise, lambda _, grid: notice.read_notice(grid), notice.build_scene,
         notice.tell),
    Kind("drawing", drawing.recognise, drawing.recognise, drawing.build_scene, drawing.tell),
)
KINDS: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _ROWS}


def recognise(sketch: Sketch, grid: Grid, name: str | None) -> Figure:
    """Return the figure of a sketch: of the kind asked for, or of the first that recognises it.

    Raises UnknownKindError where `name` is no kind.
    """
    if name is not None:
        if name not in KINDS:
            raise UnknownKindError(name, tuple(KINDS))
        asked: Figure = KINDS[name].read(sketch, grid)
        return asked
    found: Figure = next(figure for kind in KINDS.values() if (figure := kind.recognise(sketch, grid)) is not None)
    return found
