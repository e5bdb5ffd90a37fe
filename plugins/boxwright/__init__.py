"""Boxwright: text diagrams in, right and readable figures out.

    render(source)       a figure in any output: Rendering
    straighten(source)   the text with its walls in line: Straightened
    check(source)        what there is to say of it: tuple[Note, ...]

Any text gives a figure. Only a wrong request raises, always a BoxwrightError.
"""
from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Final

from .errors import AmbiguousWidthError, BoxwrightError, MissingDependencyError, UnknownKindError, UnknownOutputError
from .figures.kinds import KINDS as _KINDS
from .figures.kinds import recognise as _recognise
from .ink.sketch import sketch as _sketch
from .ink.translate import translate as _translate
from .languages import phrase as _phrase
from .model import Figure, Note, Product, Rendering, Repair, Straightened
from .outputs.formats import OUTPUTS as _OUTPUTS
from .outputs.formats import write as _write
from .text.grid import grid_text as _grid_text
from .text.reading import Reading as _Reading
from .text.reading import reading as _reading

__all__ = [
    "KINDS", "OUTPUTS", "AmbiguousWidthError", "BoxwrightError", "Figure", "MissingDependencyError", "Note",
    "Rendering", "Repair", "Straightened", "UnknownKindError", "UnknownOutputError", "__version__", "check", "phrase",
    "render", "straighten",
]
__version__ = "0.1.0"

#: The names that `kind=` takes.
KINDS: Final[tuple[str, ...]] = tuple(_KINDS)
#: The names that `to=` takes, each with the file name endings that ask for it.
OUTPUTS: Final[dict[str, tuple[str, ...]]] = {output.name: output.suffixes for output in _OUTPUTS.values()}
phrase = _phrase


def render(
    source: str, *, to: str = "svg", kind: str | None = None, lang: str = "en", straighten: bool = True,
    title: str = "", alt: str = "", ident: str = "",
    labels: Mapping[str, str] | None = None,
    ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (),
) -> Rendering:
    """Return the figure of `source` in the output `to`.

    `kind` asks for a figure kind, else the first that recognises the text is taken. `title` is the figure's name,
    `alt` what it shows; both are made from the text where they are not given. `ident` is a prefix for
    ids, unique on its page. `labels` has other words for labels, each whole, as {"cup": "杯子"}; the drawing makes room
    for them. `ambiguous` is how many columns a character of ambiguous width takes, 1 or 2. What stands
    in `text` is text wherever it occurs, and what stands in `ink` is ink.
    Raises UnknownKindError, UnknownOutputError, AmbiguousWidthError, MissingDependencyError.
    """
    how = _reading(ambiguous, text, ink)
    grid, repairs = how.straighten(source) if straighten else (how.read(source), ())
    seen, told = _sketch(grid), list[Note]()
    if labels:
        grid, seen, found = _translate(grid, seen, labels, ambiguous)
        told += found
    strokes, runs, sketch = seen
    figure = _recognise(sketch, grid, kind)
    row = _KINDS[figure.kind]
    name = title or row.title_of(figure, lang)
    options = [repr(option) for option in (how, sorted((labels or {}).items())) if option and option != _Reading()]
    content = "\n".join((source, kind or "", lang, title, alt, *options))
    digest = zlib.crc32(content.encode("utf-8", "replace"))
    product = Product(
        source=source, lang=lang, title=name, description=alt or row.describe(figure, lang),
        ident=ident or f"bw-{digest:08x}", grid=how.cells(grid), repairs=repairs, strokes=strokes, labels=runs,
        sketch=sketch, figure=figure, scene=row.build_scene(figure), notes=(*sketch.notes, *told),
    )
    output, notes = _write(product, to)
    return Rendering(output, figure, repairs, (*product.notes, *notes), name, product.description)


def straighten(
    source: str, *, ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (),
) -> Straightened:
    """Return `source` with its walls in line; to the byte the same where they are. Options as for `render`."""
    how = _reading(ambiguous, text, ink)
    grid, repairs = how.straighten(source)
    return Straightened(_grid_text(how.cells(grid)) if repairs else source, repairs, _sketch(grid)[2].notes)


def check(
    source: str, *, ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (),
) -> tuple[Note, ...]:
    """Return what there is to say of `source`: walls out of line, and what the drawing does not tell."""
    straightened = straighten(source, ambiguous=ambiguous, text=text, ink=ink)
    drifted = tuple(
        Note("warning", "drifted-wall", r.row, r.column, f"this wall is out of line; move it by {r.by:+} columns")
        for r in straightened.repairs
    )
    return (*drifted, *straightened.notes)
