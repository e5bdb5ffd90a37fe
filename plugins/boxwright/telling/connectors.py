"""Say of connectors what leads where: Sketch, Boxes, Language -> sentences.

    a ──► b     "An arrow leads from a to b."      Those that leave one end share a sentence: "Arrows lead from a to b
    a ◄─► b     "A two-way arrow joins a and b."   and c (labelled “yes”)."; so do those without a label that lead to
    a ─── b     "A line joins a and b."            one. What joins more ends than two is told once.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ..languages import Language
from ..model import Connector, Sketch
from ..typed import Final, NamedTuple
from .boxes import Boxes
from .buses import Bus, buses_of
from .rows import End
from .texts import clipped, repeated

_NOTHING: Final = ""
_FEWEST: Final = 2                      # connectors that share a sentence


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
        self._sketch, self._boxes, self._lang = sketch, boxes, lang
        self.buses = buses_of(sketch.connectors, boxes.ends_of)
        self._parts = [self._read(c, *ends) for c, ends in zip(sketch.connectors, boxes.ends_of, strict=True)]

    def _end(self, end: End) -> str:
        return clipped(end) if isinstance(end, str) else self._boxes.name(end)

    def _read(self, c: Connector, *both: End) -> _Parts:
        source, target = both
        start, end = c.start_arrow, c.end_arrow
        kind = ("both" if end else "arrow") if start else "arrow" if end else "line"
        if start and not end or start == end and source == _NOTHING:
            source, target = target, source
        return _Parts(kind, source, target, _spaced(c.label))

    @cached_property
    def _alike(self) -> Mapping[str, int]:
        """Texts that read the same: any of them may be meant."""
        return repeated([owned.label.text for owned in self._sketch.labels])

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for each connector, or for some that have an end in common."""
        buses = {bus.connectors[0]: bus for bus in self.buses}
        of_buses = {index for bus in self.buses for index in bus.connectors}
        order: dict[Bus | _Parts, None] = {}
        times_of: dict[_Parts, int] = {}
        for index, part in enumerate(self._parts):
            if index not in of_buses:
                order[part] = None
                times_of[part] = times_of.get(part, 0) + 1
            elif index in buses:
                order[buses[index]] = None
        groups: dict[tuple[End, ...], list[_Parts]] = {}
        run_of: dict[_Parts, int] = {}
        run, before = 0, None
        for told in order:              # what leaves one end is told together, but labels stay in their order
            leaves = None if isinstance(told, Bus) else told[:2]
            run += leaves != before
            before = leaves
            if isinstance(told, Bus):
                continue
            kind, source, target, label = told
            if source == target or times_of[told] > 1:
                continue
            run_of[told] = run
            if target != _NOTHING:
                groups.setdefault(("run", run), []).append(told)
                if not label:
                    groups.setdefault(("from", kind, source), []).append(told)
            if source != _NOTHING and not label:
                groups.setdefault(("to", kind, target), []).append(told)
        said: set[_Parts] = set()
        loose: dict[str, int] = {}
        for told in order:
            if isinstance(told, Bus):
                yield self._say_bus(told)
                continue
            if told in said:
                continue
            kind, source, target, label = told
            if source == target == _NOTHING and not label:
                loose[kind] = loose.get(kind, 0) + times_of[told]
                continue
            shared: list[list[_Parts]] = []
            if told in run_of and target != _NOTHING:
                beside = groups["run", run_of[told]]
                shared.append(beside if label else beside + groups["from", kind, source])
            if told in run_of and source != _NOTHING and not label:
                shared.append(groups["to", kind, target])
            for members in shared:
                alike = dict.fromkeys([part for part in members if part not in said])
                if len(alike) >= _FEWEST:
                    said.update(alike)
                    yield self._say_all([*alike])
                    break
            else:
                yield self._say(kind, [source], [target], [label], times_of[told])
        for kind, times in loose.items():
            yield self._say(kind, [_NOTHING], [_NOTHING], (), times)

    def each(self) -> Iterator[str]:
        """Yield a sentence for every connector."""
        for kind, source, target, label in self._parts:
            yield self._say(kind, [source], [target], [label], 1)

    def _say_bus(self, bus: Bus) -> str:
        ends = self._boxes.listed([*map(self._end, bus.ends)])
        subject = self._subject("both" if bus.has_heads else "line", [*map(clipped, bus.labels)], 1)
        return self._lang.say("joins-all", {"subject": subject, "ends": ends})

    def _labelled(self, key: str, field: str, value: str, labels: Iterable[str]) -> str:
        """Return a thing with the labels that it has, if it has any."""
        quoted = [self._lang.say("quoted", {"text": label}) for label in labels if label]
        return self._lang.say(key, {field: value, "labels": self._lang.listing(quoted)}) if quoted else value

    def _subject(self, kind: str, labels: Iterable[str], count: int, *, told: bool = False, labelled: int = 0) -> str:
        """Return who does something, with how many they are if `told`; only some have the labels, if so many are
        `labelled`."""
        subject = self._lang.say(f"{kind}-count" if told else kind, {"count": count})
        if not labelled:
            return self._labelled("named", "subject", subject, labels)
        quoted = self._lang.listing([self._lang.say("quoted", {"text": label}) for label in labels])
        return self._lang.say(f"{kind}-some", {"subject": subject, "count": labelled, "labels": quoted})

    def _say_all(self, parts: Sequence[_Parts]) -> str:
        """Say of connectors that have their source or their target in common."""
        kind, source, target, _ = parts[0]
        labels: dict[End, list[str]] = {}
        for part in parts:
            labels.setdefault(part.target, []).append(part.label)
        same = {part.label for part in parts}
        if len(labels) == len(parts) > 1 == len(same):
            return self._say(kind, [source], [*labels], same)
        if len(labels) > 1:
            said = [self._labelled("end-named", "end", self._end(end), own) for end, own in labels.items()]
            return self._say(kind, [source], [*labels], said=said)
        if len(own := [label for label in labels[target] if label]) == len(parts):
            return self._say(kind, [source], [target], own, len(parts))
        sources = [*dict.fromkeys(part.source for part in parts)]
        if len(sources) == 1:           # some have a label, and some have none
            return self._say(kind, sources, [target], own, len(parts), labelled=len(own))
        return self._say(kind, sources, [target])

    def _say(
        self, kind: str, sources: list[End], targets: list[End], labels: Iterable[str] = (), times: int = 1, *,
        said: Sequence[str] = (), labelled: int = 0,
    ) -> str:
        """Return a sentence; `said` are the targets in words, where there is more to say of them than what they are.

        So many as are `labelled` have the labels, all of them where that is 0.
        """
        count = times * len(sources) * len(targets)
        subject = self._subject(kind, labels, count, told=times > 1, labelled=labelled)
        verb = "leads" if kind == "arrow" else "joins"
        if sources == targets == [_NOTHING]:
            verb = "loose"
        elif sources == targets and sources[0] not in self._alike:
            verb += "-self"
        elif targets[0] == _NOTHING:
            verb += "-from"
        elif sources[0] == _NOTHING:
            verb += "-to"
        return self._lang.say(verb, {
            "subject": subject, "count": count,
            "source": self._boxes.listed([*map(self._end, sources)]),
            "target": self._boxes.listed(said or [*map(self._end, targets)])})
