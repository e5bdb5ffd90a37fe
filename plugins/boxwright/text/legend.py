"""Cut the legend off a source: str -> Legend. It gives looks to names, and addresses to references.

    ┌──────────────┐
    │ oven {hot}   │        a box with the tag {hot} has the look of `hot`,
    │ [plan][p]    │        the text "plan" leads to the address of `p`
    └──────────────┘
    legend:
    hot: red dashed
    [p]: https://example.org/plan

All or nothing: a legend counts where each of its lines is understood and at least one of its names stands in the
drawing. Anything else is text, and is drawn as text.
"""
from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import BoxShape, Legend, Note, Style
from ..palette import WORDS, nearest
from ..patterns import pattern
from ..typed import Final
from .grid import split_lines

_BEGINS: Final = pattern(r"^[ \t]*(?:legend:|图例[:：])[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_CLASS: Final = pattern(r"(?P<name>[^\s:：{}\[\]]+)\s*[:：]\s*(?P<words>\S.*)")
_LINK: Final = pattern(r"\[(?P<name>[^\s\[\]]+)\]\s*[:：]\s*(?P<address>\S+)")
_HEX: Final = pattern(r"[#c](?P<digits>[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_ODD: Final = "\\s\\\\\x00-\x20\"<>`\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff"     # nothing of this is in a safe address
_SAFE: Final = pattern(
    f"(?:https?://(?![/?#])|mailto:|(?!//|[^/?#]*:))[^{_ODD}]+", re.IGNORECASE)

#: The shape tags, as ditaa has them.
SHAPE_TAGS: Final[Mapping[str, BoxShape]] = {
    "d": "document", "s": "storage", "io": "io", "o": "ellipse", "mo": "manual", "tr": "trapezoid", "c": "choice",
}
_LOOKS: Final[Mapping[str, Style]] = {
    **{word: Style(hue=name) for word, name in WORDS.items() if not word.isupper()},
    "document": Style(shape="document"),     "文件": Style(shape="document"),
    "storage": Style(shape="storage"),       "存储": Style(shape="storage"),
    "io": Style(shape="io"),                 "输入输出": Style(shape="io"),
    "ellipse": Style(shape="ellipse"),       "椭圆": Style(shape="ellipse"),
    "manual": Style(shape="manual"),         "手动": Style(shape="manual"),
    "trapezoid": Style(shape="trapezoid"),   "梯形": Style(shape="trapezoid"),
    "choice": Style(shape="choice"),         "判断": Style(shape="choice"),
    "solid": Style(dash="solid"),            "实线": Style(dash="solid"),
    "dashed": Style(dash="dashed"),          "虚线": Style(dash="dashed"),
    "dotted": Style(dash="dotted"),          "点线": Style(dash="dotted"),
    "light": Style(weight="light"),          "细线": Style(weight="light"),
    "heavy": Style(weight="heavy"),          "粗线": Style(weight="heavy"),
    "double": Style(weight="double"),        "双线": Style(weight="double"),
    "square": Style(corners="square"),       "方角": Style(corners="square"),
    "round": Style(corners="round"),         "圆角": Style(corners="round"),
}


def is_safe(address: str) -> bool:
    """Tell whether an address is one of http, https or mailto, or a relative one."""
    return _SAFE.fullmatch(address) is not None


def unsafe(address: str) -> str:
    """Return what to say of an address that is not safe."""
    return f"{address!r} is no address to link to; use http://, https://, mailto: or a relative one"


def over(under: Style, upper: Style) -> Style:
    """Return `under` with all that `upper` says put over it; both keep their classes."""
    said = {key: value for key, value in upper._asdict().items() if value}
    return under._replace(**{**said, "classes": under.classes + upper.classes})


def look_of(word: str) -> Style | None:
    """Return the look that a word of the legend asks for, or None."""
    if match := _HEX.fullmatch(word):
        return Style(hue=nearest(match["digits"]))
    return _LOOKS.get(word if word in _LOOKS else word.lower())


def _problem(line: str, classes: dict[str, Style], links: dict[str, str]) -> tuple[str, str] | None:
    """Add what a line of the legend says to `classes` or `links`; return the code and what is wrong, or None."""
    if match := _LINK.fullmatch(line):
        if not is_safe(match["address"]):
            return "unsafe-link", unsafe(match["address"])
        links[match["name"]] = match["address"]
        return None
    match = _CLASS.fullmatch(line)
    if match is None:
        return "bad-legend", "this line gives no name a look; write, for example, hot: red dashed"
    style = Style()
    for word in match["words"].replace("，", " ").replace(",", " ").replace("、", " ").split():
        look = look_of(word)
        if look is None:
            return "bad-legend", (
                f"{word!r} is no colour, shape or line; write, for example, {match['name']}: red dashed")
        style = over(style, look)
    classes[match["name"]] = style._replace(classes=(match["name"],))
    return None


def _is_used(line: str, body: str) -> bool:
    """Tell whether the name of a line stands in the drawing."""
    if match := _LINK.match(line):
        return f"][{match['name']}]" in body
    match = _CLASS.match(line)
    return match is not None and f"{{{match['name']}}}" in body


def cut_legend(source: str) -> Legend:
    """Return a source without its legend, and the legend; a source that has none as it is.

    A line that is not understood makes a note, if one of the names stands in the drawing: then a legend was meant.
    """
    none = Legend(source, "", {}, {})
    starts = [match.start() for match in _BEGINS.finditer(source)]
    drawn = source[: starts[-1]].rstrip() if starts else ""
    if not drawn:
        return none
    end = source.index("\n", len(drawn)) + 1           # blank lines before a legend go with it
    body, tail = source[:end], source[end:]
    classes: dict[str, Style] = {}
    links: dict[str, str] = {}
    notes: list[Note] = []
    first = len(split_lines(source[: starts[-1]])) - 1
    lines = [(number, line.strip()) for number, line in enumerate(split_lines(source[starts[-1] :]))]
    lines = [(number, line) for number, line in lines[1:] if line]
    if not any(_is_used(line, body) for _, line in lines):
        return none
    for number, line in lines:
        if problem := _problem(line, classes, links):
            code, message = problem
            notes.append(Note("warning", code, first + number, 0, f"the legend stays text: {message}"))
    return none._replace(notes=tuple(notes)) if notes else Legend(body, tail, classes, links)
