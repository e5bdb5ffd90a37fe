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
#: One of these is in what is cut.
_CUT: Final = pattern(f"[ \u239b-\u23b1{char_class(''.join(_OPENERS))[1:]}")
_PIECE: Final = pattern(f"(?<!{char_class(''.join(LEVEL))}){char_class(''.join(LEVEL))}*[\u239b-\u23b1]")
_DOWN: Final = frozenset(those(lambda g: "S" in g.arms or g.head == "S"))
_UP: Final = frozenset(those(lambda g: "N" in g.arms or g.head == "N"))

_FALLING: Final = {"/": -1, "\\": 1, "╱": -1, "╲": 1}      # to which side a slope goes on below it, and above it
_RISING: Final = {char: -way for char, way in _FALLING.items()}
_PLUS: Final = frozenset(those(lambda g: g.shy and g.arms == "NESW"))      # has an arm to where the line goes on
_FEWEST_WORDS: Final = 3                # that are ends, wherever their lines meet them
_CENTRED: Final = 2                     # half-cells from the middle of one of two words to its line


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


def _hung(run: str, column: int, row: int, rows: Sequence[str], masked: str) -> list[int]:
    """Return where the words of a run begin if each is an end of its own, else nothing."""
    width, stop = len(rows[0]), column + len(run)
    first, end = column - 1 if column else 0, stop + (stop < width)
    for y, arms, slopes in ((row - 1, _DOWN, _FALLING), (row + 1, _UP, _RISING)):
        at = y * (width + 1)
        if not 0 <= y < len(rows) or _INK not in (ink := masked[at + first : at + end]):
            continue
        chars = rows[y]
        if arms.isdisjoint(near := chars[first:end]) and slopes.keys().isdisjoint(near):
            continue                    # the plain edge of a box
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
    run: str, column: int, row: int, rows: Sequence[str], masked: str,
) -> list[int]:
    """Return the places of a run with wide characters at which a label begins."""
    found = (_ticked(run, column, row, rows, masked) or _hung(run, column, row, rows, masked)) if " " in run else []
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
        cuts: list[int] = []
        if FILLER in run:
            cuts = _cuts(run, column, row, rows, masked) if _CUT.search(run) else []
        elif " " in run:
            cuts = _hung(run, column, row, rows, masked)
        if cuts:
            for start, stop in pairwise(sorted({0, len(run), *cuts})):
                part = run[start:stop].rstrip(" ")
                yield Label(cells_text(part, asides), row, column + start, len(part))
        else:
            yield Label(run if run.isascii() else cells_text(run, asides), row, column, len(run))
