"""Say what there is to say of a text: source, Grids, Sketch, Figure -> Note, ...

Each kind has its own remarks; walls that were out of line come up in all. The places are those of the text as its
author typed it, in lines and characters. Loaded by who asks only: a picture needs no remarks.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..ink.notes import drawing_notes, paper_notes, tab_notes, wall_notes
from ..model import Figure, Grid, Note, Repair, Sketch
from ..text.grid import split_lines
from ..text.places import Places
from ..typed import Any, Final
from .arithmetic import arithmetic_notes

_KINDS: Final[Mapping[str, Callable[[Any, Sketch, Grid], Iterable[Note]]]] = {
    "drawing": lambda _, sketch, grid: drawing_notes(grid, sketch),
    "receipt": lambda figure, sketch, grid: (*paper_notes(sketch), *arithmetic_notes(figure, grid)),
    "notice":  lambda _, sketch, __: paper_notes(sketch),
}


def remarks(
    source: str, typed: Grid, straight: Grid, repairs: Iterable[Repair], sketch: Sketch, figure: Figure,
) -> tuple[Note, ...]:
    """Return the notes on `source`, in reading order. `typed` is its grid, `straight` the same with walls in line."""
    places = Places(source, typed, straight)
    found = [note._replace(column=places.typed(note.row, note.column)) for note in wall_notes(repairs)]
    own = _KINDS.get(figure.kind, _KINDS["drawing"])(figure, sketch, straight)
    found += (note._replace(column=places.straightened(note.row, note.column)) for note in own)
    if figure.kind != "notice":             # running text is set anew, tabs and all
        found += tab_notes(split_lines(source))
    return tuple(sorted(found, key=lambda note: (note.row, note.column)))
