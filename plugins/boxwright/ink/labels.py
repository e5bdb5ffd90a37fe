r"""Cut the text out of the grid: Grid, Strokes -> Label, ...

A label is a run in what no stroke claimed. It breaks at a stroke and at two spaces or more, not at one:

    │ kube-proxy  │ a  b     ->   "kube-proxy", "a", "b"

Wide characters may be narrower than their two cells, and what follows them in their label moves to the left. So it
breaks after them as well, before what belongs to the very cell that it stands in:

    进度 [██░]               ->   "进度", "[", "]"          the bracket around a bar
    数据 ─⎨ 验证             ->   "数据", "─⎨ 验证"         a piece of a bracket that is several rows tall
    ┴────┬────┬──            ->   "周一", "周二"            words that each have a line over them, or under them
        周一 周二

Without wide characters, too, words break that have one line end each, from the same side: three or more of them, or two
in the middle of which the lines end, or at which slopes do.

      +---+---+                    (7)
     usr var tmp                   / \
                                 (3) (9)
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..glyphs import BLOCKS, LEVEL, UPRIGHT, char_class, those
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

_FALLING: Final = {"/": -1, "\\": 1, "╱": -1, "╲": 1}      # to which side a slope goes on below it, and above it
_RISING: Final = {char: -way for char, way in _FALLING.items()}
_PLUS: Final = frozenset(those(lambda g: g.shy and g.arms == "NESW"))      # has an arm to where the line goes on
_FEWEST_WORDS: Final = 3                # that are ends, wherever their lines meet them
_CENTRED: Final = 2                     # half-cells from the middle of one of two words to its line


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


def _hung(run: str, column: int, row: int, rows: Sequence[str], masked: Sequence[str]) -> list[int]:
    """Return where the words of a run without wide characters begin if each is an end of its own, else nothing."""
    stop = column + len(run)
    for y, arms, slopes in ((row - 1, _DOWN, _FALLING), (row + 1, _UP, _RISING)):
        if not 0 <= y < len(rows) or _INK not in (ink := masked[y][max(column - 1, 0) : stop + 1]):
            continue
        chars, first = rows[y], max(column - 1, 0)
        ends = [x for x in range(first, first + len(ink)) if ink[x - first] == _INK and (
            chars[x] in arms and column <= x < stop or chars[x] in slopes)]
        words = [word.span() for word in _WORD.finditer(run)] if len(ends) > 1 else []
        far = 2 * y - row
        if words and 0 <= far < len(rows) and all(chars[x] in _PLUS and rows[far][x] in UPRIGHT for x in ends):
            continue                    # in a box, over the lines that leave its edge
        if len(words) == len(ends) and all(
                _is_at(chars[x], x - column, *word, slopes, len(words)) and any(map(str.isalnum, run[slice(*word)]))
                for x, word in zip(ends, words, strict=True)):
            return [start for start, _ in words]
    return []


def _is_at(char: str, x: int, start: int, stop: int, slopes: Mapping[str, int], words: int) -> bool:
    """Tell whether the end of a line belongs to a word; `slopes` say to which side each kind runs."""
    if char in slopes:
        return start <= max(x, x + slopes[char]) and min(x, x + slopes[char]) < stop
    return start <= x < stop and (words >= _FEWEST_WORDS or abs(2 * x + 1 - start - stop) <= _CENTRED)


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
    over, last = "", len(masked) - 1
    for row, cells in enumerate(masked):
        under = masked[row + 1] if row < last else ""
        for match in _RUN.finditer(cells):
            run, column = match.group(), match.start()
            cuts: Iterable[int] = ()
            if FILLER in run:
                cuts = set(_cuts(run, column, row, grid.rows, masked, has_tall))
            elif " " in run:
                first, stop = column - 1 if column else 0, match.end() + 1
                if _INK in over[first:stop] or _INK in under[first:stop]:
                    cuts = _hung(run, column, row, grid.rows, masked)
            for start, stop in pairwise(sorted({0, len(run), *cuts})) if cuts else ((0, len(run)),):
                part = run[start:stop].rstrip(" ") if cuts else run
                text = part if part.isascii() else cells_text(part, asides)
                yield Label(text, row, column + start, len(part))
        over = cells
