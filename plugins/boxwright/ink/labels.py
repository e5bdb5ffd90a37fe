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
#: One of these is in what is cut.
_CUT: Final = pattern(f"[ \u239b-\u23b1{char_class(''.join(_OPENERS))[1:]}")
_PIECE: Final = pattern(f"(?<!{char_class(''.join(LEVEL))}){char_class(''.join(LEVEL))}*[\u239b-\u23b1]")
_DOWN: Final = frozenset(those(lambda g: "S" in g.arms or g.head == "S"))
_UP: Final = frozenset(those(lambda g: "N" in g.arms or g.head == "N"))


def mask_ink(rows: tuple[str, ...], strokes: Iterable[Stroke], claims: Iterable[Cell] = ()) -> str:
    """Return `rows` one after another, with a newline between two of them and in the place of each inked cell."""
    if not rows:
        return ""
    stride = len(rows[0]) + 1
    text = bytearray("\n".join(rows).encode("utf-32", "surrogatepass"))       # quicker than a list of characters
    cells = memoryview(text).cast("I")[1:]              # what comes first says how the bytes are ordered
    ink = memoryview((_INK * max(stride, len(rows))).encode("utf-32")).cast("I")[1:]
    for stroke in strokes:
        axis, line, start, stop = stroke[:4]
        if axis == "h":
            first = line * stride
            cells[first + start : first + stop + 1] = ink[: stop - start + 1]
        else:
            cells[start * stride + line : stop * stride + line + 1 : stride] = ink[: stop - start + 1]
    for row, column in claims:
        cells[row * stride + column] = ord(_INK)
    return text.decode("utf-32", "surrogatepass")


def _ticked(run: str, column: int, row: int, rows: Sequence[str], masked: str) -> list[int]:
    """Return where the words of a run begin if a line comes to each of them from above or below, else nothing."""
    stop, stride = column + len(run), len(rows[0]) + 1
    around = [
        (chars, ink, arms) for y, arms in ((row - 1, _DOWN), (row + 1, _UP))
        if 0 <= y < len(rows) and _INK in (ink := masked[y * stride + column : y * stride + stop])
        and not arms.isdisjoint(chars := rows[y][column:stop])
    ]
    starts: list[int] = []
    for word in _WORD.finditer(run) if around else ():
        if not any(ink[x] == _INK and chars[x] in arms for chars, ink, arms in around for x in range(*word.span())):
            return []
        starts.append(word.start())
    return starts


def _cuts(
    run: str, column: int, row: int, rows: Sequence[str], masked: str,
) -> list[int]:
    """Return the places of a run with wide characters at which a label begins."""
    found = _ticked(run, column, row, rows, masked) if " " in run else []
    if _TALL.search(run):
        found += (piece.start() for piece in _PIECE.finditer(run, run.index(FILLER)))
    last, stop = len(run) - 1 - (run[-1] == FILLER), column + len(run)
    if run[last] in _OPENERS and FILLER in run[:last] and rows[row][stop : stop + 1] in BLOCKS:
        found.append(last)
    return found


def find_labels(grid: Grid, strokes: Iterable[Stroke], claims: Iterable[Cell] = ()) -> Iterator[Label]:
    """Yield the labels of `grid` in reading order; `strokes` are level and upright ones."""
    rows, asides = grid
    masked, stride = mask_ink(rows, strokes, claims), grid.columns + 1
    for match in _RUN.finditer(masked):
        run = match.group()
        row, column = divmod(match.start(), stride)
        if FILLER in run and _CUT.search(run) and (cuts := _cuts(run, column, row, rows, masked)):
            for start, stop in pairwise(sorted({0, len(run), *cuts})):
                part = run[start:stop].rstrip(" ")
                yield Label(cells_text(part, asides), row, column + start, len(part))
        else:
            yield Label(run if run.isascii() else cells_text(run, asides), row, column, len(run))
