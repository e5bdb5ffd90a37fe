"""Say what a drawing shows: Sketch, language -> words. First the boxes, what holds what, then what leads where.

    ┌─ shop ────────┐  x  ┌─────┐      The diagram shows shop, with till and oven.
    │ ┌────┐ ┌────┐ ├────►│ cup │      It also shows cup.
    │ │till│ │oven│ │     └─────┘      An arrow labelled “x” leads from shop to cup.
    │ └────┘ └────┘ │
    └───────────────┘

What is too long to be listened to is told in numbers first, and breaks off after a sentence.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..languages import Language, language
from ..model import OwnedLabel, Sketch
from ..typed import Final, NamedTuple
from .boxes import Boxes
from .connectors import Connectors
from .texts import clipped, own_labels, repeated

__all__ = ["LONGEST", "Symbols", "clipped", "describe_sketch", "own_labels", "tell_symbols", "title_sketch"]

LONGEST: Final = 1500                   # characters; who listens has forgotten the beginning by then

_FEWEST_TIMES: Final = 3                # that a text is there, to be told with how often: twice is as short said twice


class Symbols(NamedTuple):
    """What one can walk to: a name for each box, a sentence for each connector, and the texts that stand free."""

    boxes: tuple[str, ...]
    connectors: tuple[str, ...]
    texts: tuple[OwnedLabel, ...]


class _Teller:
    """What there is to say of one sketch, in one language."""

    def __init__(self, sketch: Sketch, lang: Language) -> None:
        self._sketch, self._lang = sketch, lang
        self._boxes = Boxes(sketch, lang)
        self._connectors = Connectors(sketch, self._boxes, lang)

    def title(self) -> str:
        """Return the names of the outermost boxes, or ""."""
        return self._boxes.title()

    def _free(self) -> list[OwnedLabel]:
        """Return the texts that stand free, but those that a connector ends at, which are told with it."""
        pointed = self._boxes.pointed
        return [o for o in self._sketch.labels
                if o.owner is None and o.connector is None and o.label.text not in pointed]

    def _quoted(self, free: Iterable[OwnedLabel]) -> Iterator[str]:
        """Yield free texts in quotes, in reading order; one that stands there three times or more is told once, with
        how often, where it first stands."""
        texts = [clipped(owned.label.text) for owned in free]
        often = {text: times for text, times in repeated(texts).items() if times >= _FEWEST_TIMES}
        for text in texts:
            times = often.get(text, 1)
            if not times:
                continue                # has been told
            quoted = self._lang.say("quoted", {"text": text})
            if times > 1:
                often[text] = 0
                quoted = self._lang.say("times", {"thing": quoted, "count": times})
            yield quoted

    def _wordless(self) -> str:
        """Return what a drawing without boxes, connectors and texts shows: lines, blocks, or nothing."""
        seen = self._sketch
        has_ink = seen.strokes or seen.wires or seen.blocks or seen.marks
        return self._lang.say("shows-lines" if has_ink else "shows-nothing", {})

    def told(self) -> str:
        """Return what the drawing shows."""
        return _bounded(self.sentences(), self._lang, self.summary) or self._wordless()

    def sentences(self) -> Iterator[str]:
        """Yield what the drawing shows, sentence by sentence."""
        has_boxes = False
        for sentence in self._boxes.sentences():
            has_boxes = True
            yield sentence
        yield from self._connectors.sentences()
        if free := self._free():
            quoted = [*self._quoted(free)]
            texts = self._lang.say("texts", {"count": len(quoted), "texts": self._boxes.listed(quoted)})
            yield self._lang.say("also-shows" if has_boxes else "shows", {"things": texts})

    def summary(self) -> str:
        """Return what there is in numbers."""
        connectors = self._sketch.connectors
        again = {number for bus in self._connectors.buses for number in bus.connectors[1:]}
        heads = [c.start_arrow or c.end_arrow for number, c in enumerate(connectors) if number not in again]
        counts = {
            "boxes": len(self._sketch.boxes), "arrows": sum(heads), "lines": len(heads) - sum(heads),
            "free": len(self._free()),
        }
        things = [self._lang.say(key, {"count": count}) for key, count in counts.items() if count]
        return self._lang.say("large", {"things": self._lang.listing(things)})

    def symbols(self) -> Symbols:
        """Return what one can walk to."""
        boxes = [self._boxes.thing(i) or self._boxes.name(i) for i in range(len(self._sketch.boxes))]
        return Symbols(tuple(boxes), tuple(self._connectors.each()), tuple(self._free()))


def _bounded(sentences: Iterable[str], lang: Language, summarise: Callable[[], str]) -> str:
    """Return sentences as one text; where they are too long, the summary, those that fit, and a word on the rest."""
    gap, kept, length = lang.say("gap", {}), list[str](), 0
    for sentence in sentences:
        kept.append(sentence)
        length += len(sentence) + len(gap)
        if length > LONGEST:
            break
    else:
        return gap.join(kept)
    rest, summary = lang.say("rest", {}), summarise()
    length = len(summary)
    fitting = [summary]
    for sentence in kept:
        length += len(sentence) + len(gap)
        if length + len(rest) > LONGEST:
            break
        fitting.append(sentence)
    return gap.join([*fitting, rest])


def tell_sketch(sketch: Sketch, lang: str) -> tuple[str, str]:
    """Return a name for a drawing that has none, made of the names of its outermost boxes, or ""; and what it shows.

    What it shows is told in words, at most 1500 characters.
    """
    spoken = language(lang)
    teller = _Teller(sketch, spoken)
    return teller.title(), teller.told()


def tell_symbols(sketch: Sketch, lang: str) -> Symbols:
    """Return what one can walk to in a drawing, in words."""
    return _Teller(sketch, language(lang)).symbols()
