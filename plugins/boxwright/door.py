"""The door: what `boxwright` offers, made of all floors. `import boxwright` alone opens it at the first call.

Any text gives a figure. Only a wrong request raises, always a BoxwrightError.
"""
from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from .collector import undisturbed as _undisturbed
from .figures.kinds import KINDS as _KINDS
from .figures.kinds import recognise as _recognise
from .ink.sketch import sketch as _sketch
from .model import Figure, Grid, Label, Legend, Note, Product, Rendering, Repair, Sketch, Straightened, Stroke
from .outputs.formats import OUTPUTS as _OUTPUTS
from .outputs.formats import write as _write
from .text.grid import grid_text as _grid_text
from .text.reading import Reading as _Reading
from .text.reading import asks_for_styles as _asks_for_styles
from .text.reading import reading as _reading
from .typed import Final, NamedTuple

#: The names that `kind=` takes.
KINDS: Final[tuple[str, ...]] = tuple(_KINDS)
#: The names that `to=` takes, each with the file name endings that ask for it.
OUTPUTS: Final[dict[str, tuple[str, ...]]] = {output.name: output.suffixes for output in _OUTPUTS.values()}
_NONE: Final[Mapping[str, str]] = {}


class _Seen(NamedTuple):
    """What floors 1 and 2 made of a source."""

    grid: Grid
    repairs: tuple[Repair, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    sketch: Sketch
    figure: Figure
    drawn: str                          # the source without its legend
    legend: str
    notes: tuple[Note, ...] = ()        # on the labels that were asked for


class _Mended(NamedTuple):
    """What floor 1 made of a source."""

    legend: Legend
    is_styled: bool                     # there may be tags or links in it
    grid: Grid
    repairs: tuple[Repair, ...]


def _mend(
    source: str, how: _Reading, kind: str | None, links: Mapping[str, str], *, straighten: bool = True,
) -> _Mended:
    """Return a source as read. Tags, links and a legend are those of a drawing; elsewhere they are text."""
    legend = Legend(source, "", {}, {})
    is_styled = kind in (None, "drawing") and (bool(links) or _asks_for_styles(source))
    if is_styled:                       # few sources are: what it takes is loaded for them alone
        from .text.legend import cut_legend
        legend = cut_legend(source)
    grid, repairs = how.straighten(legend.body) if straighten else (how.read(legend.body), ())
    return _Mended(legend, is_styled, grid, repairs)


def _see(
    mended: _Mended, how: _Reading, kind: str | None, links: Mapping[str, str], words: Mapping[str, str] = _NONE,
) -> _Seen:
    """Return what is seen in a source."""
    legend, is_styled, grid, repairs = mended
    strokes, labels, sketch = _sketch(grid)
    notes: tuple[Note, ...] = ()
    if words:                           # and few are put into other words
        from .ink.translate import translate
        grid, (strokes, labels, sketch), notes = translate(grid, (strokes, labels, sketch), words, how.ambiguous)
    figure = _recognise(sketch, grid, "drawing" if legend.tail else kind)
    if is_styled and figure.kind == "drawing":
        from .ink.tags import dress
        sketch = dress(sketch, legend, links, how.text)
        figure = figure._replace(sketch=sketch)
    if "o " in legend.body and figure.kind == "drawing":
        from .ink.bullets import bulleted
        sketch = bulleted(sketch)
        figure = figure._replace(sketch=sketch)
    return _Seen(grid, repairs, strokes, labels, sketch, figure, legend.body, legend.tail, notes)


@_undisturbed
def render(
    source: str, *, to: str = "svg", kind: str | None = None, lang: str = "en", straighten: bool = True,
    title: str = "", alt: str = "", ident: str = "",
    ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (), links: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None, hover: bool = True,
) -> Rendering:
    """Return the figure of `source` in the output `to`.

    `kind` asks for a figure kind, else the first that recognises the text is taken. `title` is the figure's name,
    `alt` what it shows; both are made from the text where they are not given. `ident` is a prefix for
    ids, unique on its page. `ambiguous` is how many columns a character of ambiguous width takes, 1 or 2. What stands
    in `text` is text wherever it occurs, and what stands in `ink` is ink. `links` are the addresses of the references
    in a drawing, by name. `labels` has other words for labels, each whole, as {"cup": "杯子"}; the drawing makes room
    for them. `hover` is for the output "html": who points at a box, or focuses it, sees its connectors stand out.
    Raises UnknownKindError, UnknownOutputError, AmbiguousWidthError, MissingDependencyError.
    """
    how = _reading(ambiguous, text, ink)
    seen = _see(_mend(source, how, kind, links or {}, straighten=straighten), how, kind, links or {}, labels or {})
    sketch, figure = seen.sketch, seen.figure
    row = _KINDS[figure.kind]
    own_name, description = row.tell(figure, lang)
    name = title or own_name
    told = [repr(how)] if how != _Reading() else []
    told += (repr(sorted(pairs.items())) for pairs in (links, labels) if pairs)
    content = "\n".join((source, kind or "", lang, title, alt, *told))
    digest = zlib.crc32(content.encode("utf-8", "replace"))
    product = Product(
        source=source, lang=lang, title=name, description=alt or description,
        ident=ident or f"bw-{digest:08x}", grid=how.cells(seen.grid), repairs=seen.repairs, strokes=seen.strokes,
        labels=seen.labels, sketch=sketch, figure=figure, scene=row.build_scene(figure),
        notes=(*sketch.notes, *seen.notes), legend=seen.legend, hover=hover,
    )
    output, notes = _write(product, to)
    return Rendering(output, figure, seen.repairs, (*product.notes, *notes), name, product.description)


@_undisturbed
def labels(
    source: str, *, ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the labels of `source` that hold words, each once, as the `labels` of `render` look them up."""
    from .ink.translate import label_texts

    how = _reading(ambiguous, text, ink)
    seen = _see(_mend(source, how, None, {}), how, None, {})
    return label_texts(seen.labels)


@_undisturbed
def straighten(
    source: str, *, ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (),
    links: Mapping[str, str] | None = None,
) -> Straightened:
    """Return `source` with its walls in line; to the byte the same where they are. Options as for `render`."""
    how = _reading(ambiguous, text, ink)
    mended = _mend(source, how, None, links or {})
    text_now = _grid_text(how.cells(mended.grid)) + mended.legend.tail if mended.repairs else source
    return Straightened(text_now, mended.repairs, lambda: _see(mended, how, None, links or {}).sketch.notes)


@_undisturbed
def check(
    source: str, *, kind: str | None = None, straighten: bool = True,
    ambiguous: int = 1, text: Iterable[str] = (), ink: Iterable[str] = (), links: Mapping[str, str] | None = None,
) -> tuple[Note, ...]:
    """Return what there is to say of `source`: walls out of line, and what the figure tells amiss or not at all.

    `row` and `column` of these notes count lines and characters of `source`, from 0, whatever was moved. `CODES`
    says what a note's code stands for. `straighten=False` takes walls as they stand; other options as for `render`.
    Raises UnknownKindError, AmbiguousWidthError.
    """
    from .figures.remarks import remarks  # who draws does not need it

    how = _reading(ambiguous, text, ink)
    seen = _see(_mend(source, how, kind, links or {}, straighten=straighten), how, kind, links or {})
    typed = how.read(seen.drawn) if straighten else seen.grid
    return remarks(source, how.cells(typed), how.cells(seen.grid), seen.repairs, seen.sketch, seen.figure)
