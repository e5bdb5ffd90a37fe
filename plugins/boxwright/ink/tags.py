"""Take tags and links out of labels: Sketch, Legend -> Sketch. A box gets its style, a label its links.

    │ Orders {s} cBLU │   ->   "Orders", in a blue cylinder        │ see [docs][d] │   ->   "see docs", "docs" a link

A tag stands apart from words in a box, or begins one, or touches another tag; a link is a pair of brackets whose
reference has an address. What means nothing stays text. What is left of a label keeps its place: in the middle where
the whole stood there, else where it began.
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from ..model import Box, Connector, Divider, Label, Legend, Link, Note, OwnedLabel, Sketch, Style
from ..palette import WORDS, nearest
from ..patterns import pattern
from ..text.legend import SHAPE_TAGS, is_safe, over, unsafe
from ..text.width import text_width
from ..typed import Final, NamedTuple
from .tints import Ruling, tint

_REFERENCE: Final = pattern(r"(?<![0-9A-Za-z_\])])\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\s\[\]]+)\]")
_COLOUR: Final = pattern("c(?:(?P<word>[A-Z]{3})|(?P<digits>[0-9A-F]{3}))")
_NAMED: Final = frozenset(word for word in WORDS if word.isupper())
_BARE: Final = f"c(?:{'|'.join(sorted(_NAMED))}|(?![0-9]{{3}})[0-9A-F]{{3}})"
_TAG: Final = pattern(r"\{[^{}]*\}|c...")
_WORD: Final = pattern("[^ ]+")
_WIDE: Final = "[\u2e80-\uffdc]"         # Chinese and its kin set no blank between words
_CENTRED: Final = 2                     # half-cells off the middle of a box that still count as in the middle
_FILLING: Final = ("document", "storage")           # shapes that leave room for boxes and rules inside
_NO_SHAPE: Final = (
    "a box with boxes or rules in it, or a title in its edge, keeps its shape; write the tag in another box")


def _colour(tag: str, *, is_bare: bool) -> str | None:
    """Return the hue of a tag such as cRED or c3AF; one of three digits, as c101, has to stand in braces."""
    match = _COLOUR.fullmatch(tag)
    if match is None:
        return None
    if match["word"] in _NAMED:
        return WORDS[match["word"]]
    digits = tag[1:]
    is_hex = all(char in "0123456789ABCDEF" for char in digits)
    return nearest(digits) if is_hex and not (is_bare and digits.isdecimal()) else None


def _style(word: str, classes: Mapping[str, Style]) -> Style | None:
    """Return what a word asks of its box, or None where it is no tag."""
    if not (word.startswith("{") and word.endswith("}")):
        hue = _colour(word, is_bare=True)
        return Style(hue=hue) if hue else None
    name = word[1:-1]
    if name in classes:
        return classes[name]
    if name in SHAPE_TAGS:
        return Style(shape=SHAPE_TAGS[name])
    hue = _colour(name, is_bare=False)
    return Style(hue=hue) if hue else None


class _Setting(NamedTuple):
    """What labels are read by; `links` are all addresses, and a word in `plain` is text all the same."""

    legend: Legend
    links: Mapping[str, str]
    plain: Collection[str]
    names: tuple[str, ...]              # what may stand in braces: classes and shapes


@cache
def _chain(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of tags that touch each other; `names` are those that stand in braces.

    ditaa takes a tag wherever it finds one. Here a name in braces may begin a word, not end one: f{d} is a formula,
    and /users/{s} a template. A bare colour has to stand apart: cREDo is a word. A tag may touch another tag.
    """
    braced = f"{{(?:{'|'.join(map(re.escape, names))}|{_BARE}|c[0-9]{{3}})}}"
    bare = _BARE
    return re.compile(
        rf"(?:(?<!\S)|(?<={_WIDE})(?={{))(?:{bare}|{braced})*(?:{bare}(?!\S)|{braced}(?![^\w\s]|_))")


def _untagged(label: Label, setting: _Setting) -> tuple[Label | None, list[Style]]:
    """Return a label without its tags (None where nothing is left), and what they ask for."""
    found: list[Style] = []
    left = list(label.text)
    for word in _WORD.finditer(label.text):
        if word.group() in setting.plain:
            continue
        for chain in _chain(setting.names).finditer(word.group()):
            for tag in _TAG.finditer(chain.group()):
                style = None if tag.group() in setting.plain else _style(tag.group(), setting.legend.classes)
                if style is not None:
                    found.append(style)
                    start = word.start() + chain.start() + tag.start()
                    left[start : start + len(tag.group())] = [""] * len(tag.group())
    if not found:
        return label, []
    first = next((i for i, char in enumerate(left) if char.strip()), None)
    if first is None:
        return None, found
    text = " ".join("".join(left).split())
    taken = text_width(label.text) - text_width(text)
    return Label(text, label.row, label.column + text_width(label.text[:first]), label.columns - taken), found


def _linked(label: Label, setting: _Setting, notes: list[Note]) -> tuple[Label, tuple[Link, ...]]:
    """Return a label without the brackets of its links, and the links."""
    text, links, done, taken = "", [], 0, 0
    for match in _REFERENCE.finditer(label.text):
        address = setting.links.get(match["name"])
        if address is None:
            if not setting.legend.notes:        # else the legend is to be mended first
                notes.append(Note(
                    "info", "open-link", label.row, label.column,
                    f"{match.group()} leads nowhere; give {match['name']!r} an address, in the legend or in `links`"))
            continue
        if not is_safe(address) or match.group() in setting.plain:
            continue                        # `links` were looked at once for all
        text += label.text[done : match.start()]
        links.append(Link(len(text), len(text) + len(match["text"]), address))
        text += match["text"]
        taken += text_width(match.group()) - text_width(match["text"])
        done = match.end()
    if not links:
        return label, ()
    return label._replace(text=text + label.text[done:], columns=label.columns - taken), tuple(links)


def _placed(label: Label, before: Label, box: Box | None) -> Label:
    """Return what is left of `before`, in its middle where it stood in the middle of its box."""
    if box is None:
        return label
    off = 2 * (before.column - box.column) + before.columns - box.columns
    if abs(off) > _CENTRED:
        return label
    return label._replace(column=before.column + (before.columns - label.columns) // 2)


def _says(name: str, texts: Mapping[str, str]) -> str:
    """Return a text of several lines with those of `texts` in the place of what was written."""
    return "\n".join(filter(None, (texts.get(line, line) for line in name.split("\n"))))


def _renamed(connectors: Iterable[Connector], texts: Mapping[str, str]) -> tuple[Connector, ...]:
    return tuple(
        c._replace(
            source_text=c.source_text and texts.get(c.source_text, c.source_text),
            target_text=c.target_text and texts.get(c.target_text, c.target_text), label=_says(c.label, texts))
        for c in connectors
    )


def _rigid(sketch: Sketch) -> set[int]:
    """Return the boxes that can be nothing but rectangles: drawn edge by edge, or with a title in an edge."""
    rigid = {i for i, box in enumerate(sketch.boxes) if box.mixed}
    for label, owner, *_ in sketch.labels:
        if owner is not None:
            box = sketch.boxes[owner]
            if label.row in (box.row, box.row + box.rows - 1):
                rigid.add(owner)
    return rigid


def _styled(boxes: Sequence[Box], styles: Mapping[int, Style]) -> tuple[Box, ...]:
    found = list(boxes)
    for index, style in styles.items():
        box = found[index]
        found[index] = box._replace(
            style=over(box.style, style) if box.style else style,
            weight=style.weight or box.weight, dash=style.dash or box.dash,
            corners=style.corners or box.corners)
    return tuple(found)


def dress(sketch: Sketch, legend: Legend, links: Mapping[str, str], plain: Collection[str] = ()) -> Sketch:
    """Return `sketch` with styles and links in the place of tags and references.

    `links` are addresses that go before those of the legend; what stands in `plain` is text.
    """
    notes = [
        *legend.notes,
        *(Note("warning", "unsafe-link", 0, 0, unsafe(address)) for address in links.values() if not is_safe(address)),
    ]
    known = {**legend.links, **links}
    setting = _Setting(legend, known, plain, (*legend.classes, *SHAPE_TAGS))
    ends = {text for c in sketch.connectors for text in (c.source_text, c.target_text) if text}
    rigid = _rigid(sketch)
    filled = {box.parent for box in sketch.boxes} | {divider.box for divider in sketch.dividers}
    ruled: dict[int, list[Divider]] = {}
    for divider in sketch.dividers:
        ruled.setdefault(divider.box, []).append(divider)
    rulings: dict[int, Ruling] = {}
    cells: dict[int, dict[Box, Style]] = {}
    styles: dict[int, Style] = {}
    labels: list[OwnedLabel] = []
    tags: list[OwnedLabel] = []
    texts: dict[str, str] = {}
    for owned in sketch.labels:
        before, owner = owned.label, owned.owner
        label: Label | None = before
        if owner is not None and before.text not in ends:
            label, found = _untagged(before, setting)
            misfits = [style for style in found if style.shape and (
                owner in rigid or owner in filled and style.shape not in _FILLING)]
            if misfits:
                notes.append(Note("info", "no-shape", before.row, before.column, _NO_SHAPE))
            if any(not style.classes for style in misfits):
                label, found = before, []
            for style in found:
                fitting = style._replace(shape=None) if style in misfits else style
                styles[owner] = over(styles.get(owner, Style()), fitting)
                if owner in ruled:
                    if owner not in rulings:
                        rulings[owner] = Ruling(owner, sketch.boxes[owner], ruled[owner])
                    cell, own = rulings[owner].cell_of(before), cells.setdefault(owner, {})
                    own[cell] = over(own.get(cell, Style()), fitting)
        spans: tuple[Link, ...] = ()
        if label is not None:
            label, spans = _linked(label, setting, notes)
        if label == before:
            labels.append(owned)
            continue
        tags.append(owned)
        if owned.connector is not None or before.text in ends:
            texts[before.text] = label.text if label else ""
        if label is not None:
            box = sketch.boxes[owner] if owner is not None else None
            labels.append(owned._replace(label=_placed(label, before, box), links=spans))
    if not tags and not notes:
        return sketch
    return tint(sketch._replace(
        boxes=_styled(sketch.boxes, styles), labels=tuple(labels), tags=tuple(tags),
        connectors=_renamed(sketch.connectors, texts) if tags else sketch.connectors,
        notes=(*sketch.notes, *notes)), cells)
