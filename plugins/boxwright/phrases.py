"""The words that a figure adds of its own, by language; a language without a row gets the English ones."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "drawing": "Diagram", "receipt": "Receipt", "notice": "Notice",
        "figure": "Figure {number}.", "source": "Source", "and": ", ",
        "boxes": "Boxes: {names}.", "arrows": "Arrows: {names}.", "lines": "Lines: {names}.", "text": "Text: {names}.",
        "pair": "{left}: {right}", "title-end": ". ",
    },
    "zh": {
        "drawing": "示意图", "receipt": "小票", "notice": "启事",
        "figure": "图 {number}　", "source": "源文本", "and": "、",
        "boxes": "方框：{names}。", "arrows": "箭头：{names}。", "lines": "连线：{names}。", "text": "文字：{names}。",
        "pair": "{left}：{right}", "title-end": "。",
    },
}


def phrase(lang: str, key: str, **values: str | int) -> str:
    """Return the phrase `key` in `lang` (a BCP 47 tag; the part before the first hyphen counts)."""
    table = _PHRASES.get(lang.replace("_", "-").partition("-")[0].lower(), _PHRASES["en"])
    return table[key].format(**values)
