"""Read a source as its author says it is to be read, and write it back: str -> Grid, Repairs -> str.

Where Ambiguous counts two, the grid that goes on to the other stages is solid (see `doubled`), and only what is written
or shown as cells has its fillers. There a line grows by two columns at a time: a frame that was made wider by one is
written one wider still, and is straightened once more.
"""
from __future__ import annotations

from collections.abc import Iterable

from ..errors import AmbiguousWidthError
from ..model import Grid, Repair
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .grid import grid_text, read_grid
from .straighten import straighten_grid

_MOST_PASSES: Final = 4
_COLOUR_TAG: Final = pattern("c(?:RED|BLU|GRE|PNK|BLK|YEL|[0-9A-F]{3})")


class Reading(NamedTuple):
    """What a character of ambiguous width counts, and which strings are text or ink wherever they occur."""

    ambiguous: int = 1
    text: tuple[str, ...] = ()
    ink: tuple[str, ...] = ()

    def read(self, source: str) -> Grid:
        """Return the grid of `source`, solid."""
        grid = read_grid(source, ambiguous=self.ambiguous, text=self.text, ink=self.ink)
        if self.ambiguous == 1:
            return grid
        from .doubled import solid
        return solid(grid)

    def cells(self, grid: Grid) -> Grid:
        """Return a grid with the second columns of its glyphs marked."""
        if self.ambiguous == 1:
            return grid
        from .doubled import marked
        return marked(grid)

    def straighten(self, source: str) -> tuple[Grid, tuple[Repair, ...]]:
        """Return the grid of `source` with its walls in line, and what was moved."""
        grid, repairs = straighten_grid(self.read(source))
        if self.ambiguous == 2 and repairs:
            for _ in range(_MOST_PASSES):
                grid, found = straighten_grid(self.read(grid_text(self.cells(grid))))
                if not found:
                    break
                repairs += found
        return grid, repairs


def reading(ambiguous: int, text: Iterable[str], ink: Iterable[str]) -> Reading:
    """Return how to read; raises AmbiguousWidthError."""
    if ambiguous not in (1, 2):
        raise AmbiguousWidthError(ambiguous)
    strings = [(words,) if isinstance(words, str) else tuple(words) for words in (text, ink)]
    return Reading(ambiguous, *strings)


def asks_for_styles(source: str) -> bool:
    """Tell, at little cost, whether there may be tags, links or a legend in a source."""
    return "{" in source or "][" in source or _COLOUR_TAG.search(source) is not None
