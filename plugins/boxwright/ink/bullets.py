"""Read the o that was typed for the bullet of a list: Sketch -> Sketch, whose labels have bullets.

    │ Menu     │      │ o tea    │      two of them where each line of the box has one, three under a heading; what
    │ o tea    │      │ o coffee │      begins further in goes on with an item
    │ o coffee │
    │ o water  │      │ Etapas       │      an o is also a word, an article or a name: two of them under a line
    │   (cold) │      │ o banco abre │      are text, and so are all beside a line with another word of one letter
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Label, Sketch
from ..patterns import pattern
from ..typed import Final

#: What a text holds that has such an item.
SIGN: Final = "o "
_BULLET: Final = "•"
_INDENT: Final = 2                      # columns at least from an item to what goes on with it
_FEWEST: Final = 3                      # items of a list that other lines belong to
_WORD: Final = pattern(r"[^\W\d_]\s")   # one letter that is a word


def _are_items(lines: Sequence[Label]) -> bool:
    """Tell whether those lines of a box that begin with an o are a list; `lines` have the first label of each row."""
    items = [line for line in lines if line.text.startswith(SIGN)]
    others = [line for line in lines if not line.text.startswith(SIGN)]
    if len(items) < (_FEWEST if others else _FEWEST - 1) or any(_WORD.match(line.text) for line in others):
        return False
    edge = min(line.column for line in items)
    level = [line for line in others if line.column < edge + _INDENT]
    return not level or level == [lines[0]]


def _found(sketch: Sketch) -> Iterator[int]:
    """Yield the labels (by index) that are items of lists in boxes."""
    owners = {owned.owner for owned in sketch.labels if owned.owner is not None and owned.label.text.startswith(SIGN)}
    if not owners:
        return
    inside: dict[int, list[int]] = {}
    for index, owned in enumerate(sketch.labels):
        if owned.owner in owners and owned.owner is not None:
            inside.setdefault(owned.owner, []).append(index)
    ends = {text for connector in sketch.connectors for text in (connector.source_text, connector.target_text)}
    for members in inside.values():
        labels = [sketch.labels[index].label for index in members]
        first: dict[int, Label] = {}
        for label in sorted(labels, key=lambda label: (label.row, label.column)):
            first.setdefault(label.row, label)
        items = [index for index in members if sketch.labels[index].label.text.startswith(SIGN)]
        if _are_items([*first.values()]) and ends.isdisjoint(sketch.labels[index].label.text for index in items):
            yield from items


def bulleted(sketch: Sketch) -> Sketch:
    """Return a sketch in whose lists an o before an item is a bullet."""
    labels = list(sketch.labels)
    for index in _found(sketch):
        label = labels[index].label
        labels[index] = labels[index]._replace(label=label._replace(text=_BULLET + label.text[1:]))
    return sketch._replace(labels=tuple(labels))
