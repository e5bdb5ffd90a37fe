"""Cut the text out of the grid: Grid, Strokes -> Label, ...

A label is a run in what no stroke claimed. It breaks at a stroke and at two spaces or more, not at one:

    │ kube-proxy  │ a  b     ->   "kube-proxy", "a", "b"

Wide characters may be narrower than their two cells, and what follows them in their label moves to the left. So it
breaks after them as well, before what belongs to the very cell that it stands in:

    进度 [██░]               ->   "进度", "[", "]"          the bracket around a bar
    数据 ─⎨ 验证             ->   "数据", "─⎨ 验证"         a piece of a bracket that is several rows tall
    ┴────┬────┬──            ->   "周一", "周二"            words that each have a line over them, or under them
        周一 周二
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..glyphs import BLOCKS, LEVEL, char_class, those
from ..model import Cell, Grid, Label, Stroke
from ..patterns import pattern
from ..text.grid import FILLER, cells_text
from ..typed import Final

_INK: Final = "\n"                      # a character that no row holds
_RUN: Final = pattern(f"[^ \n](?<!{FILLER})[^ \n]*(?: [^ \n]+)*")
_WORD: Final = pattern("[^ ]+")
_OPENERS: Final = frozenset("([{<|【「［（｜")             # what stands before a bar of blocks
_TALL: Final = pattern("[\u239b-\u23b1]")            # the pieces of a bracket that is several rows tall
_PIECE: Final = pattern(f"(?<!{char_class(''.join(LEVEL))}){char_class(''.join(LEVEL))}*[\u239b-\u23b1]")
_DOWN: Final = frozenset(those(lambda g: "S" in g.arms or g.head == "S"))
_UP: Final = frozenset(those(lambda g: "N" in g.arms or g.head == "N"))


def mask_ink(rows: tuple[str, ...], strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> list[str]:
    """Return `rows` with each inked cell replaced by a newline."""
    width = len(rows[0]) if rows else 0
    cells = list("".join(rows))
    for axis, line, start, stop, *_ in strokes:
        if axis == "h":
            cells[line * width + start : line * width + stop + 1] = _INK * (stop - start + 1)
        else:
            cells[start * width + line : stop * width + line + 1 : width] = _INK * (stop - start + 1)
    for row, column in claims:
        cells[row * width + column] = _INK
    masked = "".join(cells)
    return [masked[start : start + width] for start in range(0, len(masked), width)] if width else list(rows)


def _ticked(run: str, column: int, row: int, rows: Sequence[str], masked: Sequence[str]) -> list[int]:
    """Return where the words of a run begin if a line comes to each of them from above or below, else nothing."""
    stop = column + len(run)
    around = [
        (chars, ink, arms) for y, arms in ((row - 1, _DOWN), (row + 1, _UP))
        if 0 <= y < len(rows) and _INK in (ink := masked[y][column:stop])
        and not arms.isdisjoint(chars := rows[y][column:stop])
    ]
    starts: list[int] = []
    for word in _WORD.finditer(run) if around else ():
        if not any(ink[x] == _INK and chars[x] in arms for chars, ink, arms in around for x in range(*word.span())):
            return []
        starts.append(word.start())
    return starts


def _cuts(
    run: str, column: int, row: int, rows: Sequence[str], masked: Sequence[str], has_tall: bool,
) -> Iterator[int]:
    """Yield the places of a run with wide characters at which a label begins."""
    if " " in run:
        yield from _ticked(run, column, row, rows, masked)
    if has_tall:
        yield from (piece.start() for piece in _PIECE.finditer(run, run.index(FILLER)))
    last, stop = len(run) - 1 - (run[-1] == FILLER), column + len(run)
    if run[last] in _OPENERS and FILLER in run[:last] and rows[row][stop : stop + 1] in BLOCKS:
        yield last


def find_labels(grid: Grid, strokes: tuple[Stroke, ...], claims: Iterable[Cell] = ()) -> Iterator[Label]:
    """Yield the labels of `grid` in reading order; `strokes` are level and upright ones."""
    asides = grid.asides
    masked = mask_ink(grid.rows, strokes, claims)
    has_tall = any(not row.isascii() and _TALL.search(row) for row in masked)
    for row, cells in enumerate(masked):
        for match in _RUN.finditer(cells):
            run, column = match.group(), match.start()
            cuts: Iterable[int] = ()
            if FILLER in run:
                cuts = set(_cuts(run, column, row, grid.rows, masked, has_tall))
            for start, stop in pairwise(sorted({0, len(run), *cuts})) if cuts else ((0, len(run)),):
                part = run[start:stop].rstrip(" ") if cuts else run
                text = part if part.isascii() else cells_text(part, asides)
                yield Label(text, row, column + start, len(part))
