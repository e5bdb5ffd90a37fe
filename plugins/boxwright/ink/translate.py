"""Put the labels of a drawing into other words: Grid, Seen, catalogue -> Grid, what is seen in it now, Note, ...

Each label is looked up whole. A drawing whose boxes or connectors would not be the same afterwards keeps its shape, and
takes only the words that fit into the places of the old ones.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..model import Grid, Label, Note, Sketch, Stroke
from ..patterns import pattern
from ..text.grid import read_grid
from ..text.legend import SHAPE_TAGS
from ..text.relabel import fits_in_place, relabel
from ..typed import Final, NamedTuple
from .sketch import sketch as see

_TAG: Final = r"(?:\{[^{}\s]+\}|c[A-Z]{3}|c[0-9A-F]{3})"
_SHAPE: Final = rf"\{{(?:{'|'.join(SHAPE_TAGS)})\}}"          # what may touch a word that it begins
_DRESSED: Final = pattern(
    rf"(?P<before>(?:(?:{_TAG})+ |(?:{_TAG})*{_SHAPE})*)(?P<words>.+?)(?P<after>(?: (?:{_TAG})+)*)")
_LINK: Final = pattern(r"\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\s\[\]]+)\]")
Seen = tuple[tuple[Stroke, ...], tuple[Label, ...], Sketch]
_FIRST_STAND_IN: Final = 0xF0000        # the characters that speak for others (`text.grid`)
_LAST_STAND_IN: Final = 0xFFFFD


class Translated(NamedTuple):
    """The grid with its labels in other words, what is seen in it, and what there is to say of the catalogue."""

    grid: Grid
    seen: Seen
    notes: tuple[Note, ...]


def has_words(text: str) -> bool:
    """Tell whether a label has anything to translate: a letter."""
    return any(char.isalpha() for char in text)


def _parts(text: str) -> tuple[str, str, str]:
    """Return the words of a label, and what stands before and after them: tags, the brackets of a link."""
    match = _DRESSED.fullmatch(text)
    if match is None or not has_words(match["words"]):
        return "", text, ""
    before, words, after = match["before"], match["words"], match["after"]
    if link := _LINK.fullmatch(words):
        return f"{before}[", link["text"], f"][{link['name']}]{after}"
    return before, words, after


def label_texts(labels: Iterable[Label]) -> tuple[str, ...]:
    """Return the labels that hold words, each once, as they are looked up."""
    return tuple(dict.fromkeys(
        _parts(label.text)[1] for label in labels if has_words(label.text)))


def _translation(text: str, catalogue: Mapping[str, str]) -> str:
    """Return the other words for a label, or "" where there are none. What dresses it stays as it is."""
    if text in catalogue:
        return catalogue[text].strip()
    before, words, after = _parts(text)
    found = catalogue.get(words, "").strip()
    return f"{before}{found}{after}" if found else ""


class _Cells:
    """Turns words into cells, with stand-ins that the grid does not use yet."""

    def __init__(self, grid: Grid, ambiguous: int) -> None:
        self.asides = dict(grid.asides)
        self._ambiguous, self._by_text = ambiguous, dict[str, str]()
        self._next = max(map(ord, self.asides), default=_FIRST_STAND_IN - 1) + 1

    def of(self, text: str) -> str:
        """Return the cells of a text, in which nothing is ink."""
        line = " ".join(text.split())
        grid = read_grid(line, ambiguous=self._ambiguous, text=[line])
        cells = grid.rows[0] if grid.rows else ""
        own = {char: self._stand_in(grid.asides[char]) for char in set(cells) if char in grid.asides}
        return "".join(own.get(char, char) for char in cells)

    def _stand_in(self, text: str) -> str:
        if text not in self._by_text:
            self._by_text[text] = chr(self._next)
            self.asides[chr(self._next)] = text
            self._next = min(self._next + 1, _LAST_STAND_IN)
        return self._by_text[text]


def _is_whole(before: Sketch, after: Sketch) -> bool:
    """Tell whether the boxes are still in each other, each connector with two ends still has them, and no two labels
    ran into one.
    """
    def leads(sketch: Sketch) -> Counter[object]:
        return Counter(
            (c.source, c.source_text is None, c.target, c.target_text is None, c.start_arrow, c.end_arrow)
            for c in sketch.connectors
            if (c.source is not None or c.source_text) and (c.target is not None or c.target_text))

    return ([box.parent for box in before.boxes] == [box.parent for box in after.boxes]
            and leads(before) == leads(after) and len(before.labels) <= len(after.labels))


def _notes(sketch: Sketch, catalogue: Mapping[str, str]) -> Iterator[Note]:
    there = {text for owned in sketch.labels for text in (owned.label.text, _parts(owned.label.text)[1])}
    for owned in sketch.labels:
        label = owned.label
        if has_words(label.text) and not _translation(label.text, catalogue):
            yield Note("info", "untranslated", label.row, label.column,
                       f"no other words for {_parts(label.text)[1]!r}; add it to the labels")
    for text in catalogue:
        if text not in there:
            yield Note("info", "unused-label", 0, 0, f"no label reads {text!r}; take it out of the labels")


def translate(
    grid: Grid, seen: Seen, catalogue: Mapping[str, str], ambiguous: int,
) -> Translated:
    """Return `grid` with the labels that `catalogue` has words for in those words."""
    sketch = seen[2]
    cells = _Cells(grid, ambiguous)
    words: dict[int, str] = {}
    for index, owned in enumerate(sketch.labels):
        text = _translation(owned.label.text, catalogue)
        if text and text != owned.label.text and (new := cells.of(text)):
            words[index] = new
    notes = list(_notes(sketch, catalogue))
    if not words:
        return Translated(grid, seen, tuple(notes))
    whole = grid._replace(asides=cells.asides)
    changed = relabel(whole, sketch, words, ambiguous)
    now = see(changed)
    if not _is_whole(sketch, now[2]):
        changed, kept = fits_in_place(whole, sketch, words)
        now = see(changed)
        notes += [
            Note("warning", "no-room", label.row, label.column, f"no room for other words than {label.text!r} here")
            for label in (sketch.labels[index].label for index in sorted(kept))
        ]
    return Translated(changed, now, tuple(notes))
