"""Say of connectors what leads where: Sketch, Boxes, Language -> sentences.

    a ──► b     "An arrow leads from a to b."      Those without a label that have an end in common share a sentence:
    a ◄─► b     "A two-way arrow joins a and b."   "Arrows lead from a to b and c."
    a ─── b     "A line joins a and b."          One that joins more ends than two is told once.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..languages import Language
from ..model import Connector, Sketch
from ..typed import Final, NamedTuple
from .boxes import Boxes
from .buses import Bus, End, buses_of, ends_of
from .texts import clipped

_NOTHING: Final = ""


class _Parts(NamedTuple):
    """A connector by its ends; an arrow goes from source to target."""

    kind: str                           # "arrow", "both" (two heads) or "line"
    source: End
    target: End
    label: str


def _spaced(label: str) -> str:
    return clipped(label.replace("\n", " "))


class Connectors:
    """The connectors of one sketch, in one language."""

    def __init__(self, sketch: Sketch, boxes: Boxes, lang: Language) -> None:
        self._boxes, self._lang = boxes, lang
        texts = Counter(owned.label.text for owned in sketch.labels)
        self._alike = {text for text, times in texts.items() if times > 1}
        self.buses = buses_of(sketch.connectors)
        self._parts = [self._read(connector) for connector in sketch.connectors]

    def _end(self, end: End) -> str:
        return clipped(end) if isinstance(end, str) else self._boxes.name(end)

    def _read(self, c: Connector) -> _Parts:
        kind = "both" if c.start_arrow and c.end_arrow else "arrow" if c.start_arrow or c.end_arrow else "line"
        ends = [*ends_of(c)]
        if kind == "arrow" and c.start_arrow or kind != "arrow" and ends[0] == _NOTHING:
            ends.reverse()
        return _Parts(kind, ends[0], ends[1], _spaced(c.label))

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for each connector, or for some without a label that have an end in common."""
        buses = {bus.connectors[0]: bus for bus in self.buses}
        of_buses = {index for bus in self.buses for index in bus.connectors}
        parts = Counter(part for index, part in enumerate(self._parts) if index not in of_buses)
        order = dict.fromkeys(
            buses.get(index, part) for index, part in enumerate(self._parts) if index in buses or index not in of_buses)
        by_source: dict[tuple[str, End], list[End]] = {}
        by_target: dict[tuple[str, End], list[End]] = {}
        for (kind, source, target, label), times in parts.items():
            if _NOTHING not in (source, target) and source != target and not label and times == 1:
                by_source.setdefault((kind, source), []).append(target)
                by_target.setdefault((kind, target), []).append(source)
        said: set[tuple[str, End, End]] = set()
        loose: Counter[str] = Counter()
        for told in order:
            if isinstance(told, Bus):
                yield self._say_bus(told)
                continue
            (kind, source, target, label), times = told, parts[told]
            if source == target == _NOTHING and not label:
                loose[kind] += times
            elif label or target not in by_source.get((kind, source), ()):
                yield self._say(kind, [source], [target], label, times)
            elif (kind, source, target) not in said:
                sources, targets = [source], [t for t in by_source[kind, source] if (kind, source, t) not in said]
                if len(targets) == 1:
                    sources = [s for s in by_target[kind, target] if (kind, s, target) not in said]
                said |= {(kind, s, t) for s in sources for t in targets}
                yield self._say(kind, sources, targets, label, times)
        for kind, times in loose.items():
            yield self._say(kind, [_NOTHING], [_NOTHING], "", times)

    def each(self) -> Iterator[str]:
        """Yield a sentence for every connector."""
        for kind, source, target, label in self._parts:
            yield self._say(kind, [source], [target], label, 1)

    def _say_bus(self, bus: Bus) -> str:
        ends = self._boxes.listed([*map(self._end, bus.ends)])
        return self._lang.say("joins-all", {"subject": self._subject("line", _spaced(bus.label), 1), "ends": ends})

    def _subject(self, key: str, label: str, count: int) -> str:
        subject = self._lang.say(key, {"count": count})
        return self._lang.say("named", {"subject": subject, "label": label}) if label else subject

    def _say(self, kind: str, sources: list[End], targets: list[End], label: str, times: int) -> str:
        count = times * len(sources) * len(targets)
        subject = self._subject(f"{kind}-count" if times > 1 else kind, label, count)
        verb = "leads" if kind == "arrow" else "joins"
        if sources == targets == [_NOTHING]:
            verb = "loose"
        elif sources == targets and sources[0] not in self._alike:      # of texts that read the same, any may be meant
            verb += "-self"
        elif targets[0] == _NOTHING:
            verb += "-from"
        elif sources[0] == _NOTHING:
            verb += "-to"
        return self._lang.say(verb, {
            "subject": subject, "count": count,
            "source": self._boxes.listed([*map(self._end, sources)]),
            "target": self._boxes.listed([*map(self._end, targets)])})
