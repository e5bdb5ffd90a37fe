"""The hues that a box may take, as facts: a name, the words that ask for it, and its colours.

Two colours for each scheme: a tint that text stands on, and the line around it. On a tint, text has a contrast of 4.5:1
or more, and a line one of 3:1 or more on paper, on fill and on its own tint. No other colour is ever drawn: one that is
given by its numbers becomes the hue that is nearest to it.
"""
from __future__ import annotations

from collections.abc import Mapping

from .typed import Final, NamedTuple


class Hue(NamedTuple):
    """`upto` is the angle on the colour circle at which the next hue begins, counted from the row before."""

    name: str
    words: str
    upto: int
    tint: tuple[str, str]               # light, dark
    line: tuple[str, str]


_ROWS: Final = (
    #    name       words                upto   tint: light  dark         line: light  dark
    Hue("red",      "red RED 红 红色",       16, ("#ffdfdb", "#4a2022"), ("#c22a1f", "#ff8f85")),
    Hue("orange",   "orange 橙 橙色",        43, ("#ffe6c7", "#482b12"), ("#b45500", "#ffa95c")),
    Hue("yellow",   "yellow YEL 黄 黄色",    68, ("#fff3bf", "#403610"), ("#8a6a00", "#e8c547")),
    Hue("green",    "green GRE 绿 绿色",    160, ("#dcf3d8", "#1d3b22"), ("#2b7a2f", "#79cf7c")),
    Hue("teal",     "teal 青 青色",         192, ("#d3f1ee", "#123a3a"), ("#0b7570", "#5fcdc4")),
    Hue("blue",     "blue BLU 蓝 蓝色",     252, ("#dcebff", "#1c3155"), ("#1f5fbf", "#86b4ff")),
    Hue("purple",   "purple 紫 紫色",       302, ("#ebe2ff", "#342753"), ("#6d44c4", "#bda0ff")),
    Hue("pink",     "pink PNK 粉 粉色",     345, ("#ffe0ef", "#472039"), ("#b8307a", "#ff92c8")),
    Hue("grey",     "grey gray black BLK 灰 灰色 黑 黑色", 0,
                                              ("#e4e6ea", "#3a3e49"), ("#5b6270", "#a7aebd")),
)
HUES: Final[Mapping[str, Hue]] = {hue.name: hue for hue in _ROWS}
#: The words of a hue -> its name.
WORDS: Final[Mapping[str, str]] = {word: hue.name for hue in _ROWS for word in hue.words.split()}
_PALEST: Final = .12                    # of full saturation: below it a colour is grey


def nearest(digits: str) -> str:
    """Return the name of the hue that is nearest to a colour of three or six hexadecimal digits.

    Its place on the colour circle decides, not how light it is; a colour close to grey is grey.
    """
    size = len(digits) // 3
    most = 16 ** size - 1
    r, g, b = (int(digits[i : i + size], 16) / most for i in range(0, 3 * size, size))
    high, low = max(r, g, b), min(r, g, b)
    if high - low <= _PALEST:
        return "grey"
    sector = (g - b) / (high - low) if high == r else 2 + (b - r) / (high - low) if high == g \
        else 4 + (r - g) / (high - low)
    angle = sector * 60 % 360
    return next((hue.name for hue in _ROWS if angle < hue.upto), "red")
