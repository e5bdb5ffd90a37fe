"""Say of connectors what leads where: Sketch, Boxes, Language -> sentences.

    a ──► b     "An arrow leads from a to b."      Those without a label that have an end in common share a sentence:
    a ◄─► b     "A two-way arrow joins a and b."   "Arrows lead from a to b and c."
    a ─── b     "A line joins a and b."
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..languages import Language
from ..model import Connector, Sketch
from .boxes import Boxes, clipped


class _Parts(NamedTuple):
    """A connector in words; an arrow goes from source to target."""

    kind: str                           # "arrow", "both" (two heads) or "line"
    source: str
    target: str
    label: str


class Connectors:
    """The connectors of one sketch, in one language."""

    def __init__(self, sketch: Sketch, boxes: Boxes, lang: Language) -> None:
        self._boxes, self._lang = boxes, lang
        self._parts = [self._read(connector) for connector in sketch.connectors]

    def _end(self, box: int | None, text: str | None) -> str:
        return clipped(text or "") if box is None else self._boxes.name(box)

    def _read(self, c: Connector) -> _Parts:
        kind = "both" if c.start_arrow and c.end_arrow else "arrow" if c.start_arrow or c.end_arrow else "line"
        ends = [self._end(c.source, c.source_text), self._end(c.target, c.target_text)]
        if kind == "arrow" and c.start_arrow or kind != "arrow" and not ends[0]:
            ends.reverse()
        return _Parts(kind, ends[0], ends[1], clipped(c.label.replace("\n", " ")))

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for each connector, or for some without a label that have an end in common."""
        parts = Counter(self._parts)
        by_source: dict[tuple[str, str], list[str]] = {}
        by_target: dict[tuple[str, str], list[str]] = {}
        for (kind, source, target, label), times in parts.items():
            if source and target and source != target and not label and times == 1:
                by_source.setdefault((kind, source), []).append(target)
                by_target.setdefault((kind, target), []).append(source)
        said: set[tuple[str, str, str]] = set()
        loose: Counter[str] = Counter()
        for (kind, source, target, label), times in parts.items():
            if not source and not target and not label:
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
            yield self._say(kind, [""], [""], "", times)

    def each(self) -> Iterator[str]:
        """Yield a sentence for every connector."""
        for kind, source, target, label in self._parts:
            yield self._say(kind, [source], [target], label, 1)

    def _say(self, kind: str, sources: list[str], targets: list[str], label: str, times: int) -> str:
        count = times * len(sources) * len(targets)
        subject = self._lang.say(f"{kind}-count" if times > 1 else kind, {"count": count})
        if label:
            subject = self._lang.say("named", {"subject": subject, "label": label})
        verb = "leads" if kind == "arrow" else "joins"
        if sources == targets:
            verb = f"{verb}-self" if sources[0] else "loose"
        elif not targets[0]:
            verb += "-from"
        elif not sources[0]:
            verb += "-to"
        return self._lang.say(verb, {
            "subject": subject, "count": count,
            "source": self._boxes.listed(sources), "target": self._boxes.listed(targets)})
