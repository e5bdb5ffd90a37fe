"""Find the lines that join more than two ends: connectors -> buses.

    CPU   RAM   Disk      the connectors CPU-RAM, CPU-Disk and RAM-Disk, which are one line
     └─────┴─────┘

Every pair of the ends is a connector, without heads or with two. They meet where they leave an end: so those of one
line are told from those of another that joins the same boxes. A line of names, A---B---C, is one as well: its pieces
follow on one another, each from where the one before ends.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import Cell, Connector
from ..typed import NamedTuple
from .rows import End

_Port = tuple[End, Cell]                # where a line leaves an end
_FEWEST_ENDS = 3


class Bus(NamedTuple):
    """A line that joins `ends`: its `connectors` (indices), their labels, and whether it has heads."""

    connectors: tuple[int, ...]
    ends: tuple[End, ...]
    labels: tuple[str, ...]
    has_heads: bool


def _parts(ways: dict[int, tuple[_Port, _Port]]) -> list[tuple[list[_Port], list[int]]]:
    """Return ports that hang together, and the connectors between them, both in order."""
    at: dict[_Port, list[int]] = {}
    for index, way in ways.items():
        for port in way:
            at.setdefault(port, []).append(index)
    found: list[tuple[list[_Port], list[int]]] = []
    seen: set[_Port] = set()
    for first in at:
        if first in seen:
            continue
        seen.add(first)
        ports, joining = [first], set[int]()
        for port in ports:              # grows on the way
            joining.update(at[port])
            for other in (other for index in at[port] for other in ways[index] if other not in seen):
                seen.add(other)
                ports.append(other)
        found.append((ports, sorted(joining)))
    return found


def _labels(connectors: Iterable[Connector]) -> tuple[str, ...]:
    """Return what is written at a line, each once: all of the label, where its connectors have the same."""
    found = {c.label: None for c in connectors}
    lines = (label.split("\n") if len(found) > 1 else [label.replace("\n", " ")] for label in found)
    return tuple(dict.fromkeys(line for each in lines for line in each if line))


def _nets(
    connectors: Sequence[Connector], ends_of: Sequence[tuple[End, End]], chosen: Iterable[int], *, has_heads: bool,
) -> Iterator[Bus]:
    """Yield the lines of which every pair of ends is a connector, one of those `chosen` (indices)."""
    ways: dict[int, tuple[_Port, _Port]] = {}
    for index in chosen:
        source, target = ends_of[index]
        if "" not in (source, target) and source != target:
            path = connectors[index].path
            ways[index] = (source, path[0]), (target, path[-1])
    if len(ways) < _FEWEST_ENDS:
        return
    for ports, joining in _parts(ways):
        ends, pairs = {end for end, _ in ports}, {frozenset(ways[index]) for index in joining}
        if len(ends) == len(ports) >= _FEWEST_ENDS and len(pairs) == len(joining) == len(ports) * (len(ports) - 1) // 2:
            labels = _labels(connectors[index] for index in joining)
            yield Bus(tuple(joining), tuple(end for end, _ in ports), labels, has_heads)


def _chains(connectors: Sequence[Connector], plain: Iterable[int]) -> Iterator[Bus]:
    """Yield the lines of names that follow on one another, and part nowhere; `plain` connectors have no heads."""
    leaving: dict[_Port, list[int]] = {}
    for index in plain:
        c = connectors[index]
        if c.source_text and c.target_text and not c.label:
            leaving.setdefault((c.source_text, c.path[0]), []).append(index)
    next_of = {}
    for found in leaving.values():
        if len(found) == 1:
            c = connectors[found[0]]
            after = leaving.get((c.target_text or "", c.path[-1]), [])
            if len(after) == 1:
                next_of[found[0]] = after[0]
    for first in sorted(next_of.keys() - next_of.values()):
        chain = [first]
        while chain[-1] in next_of:
            chain.append(next_of[chain[-1]])
        ends = connectors[first].source_text, *(connectors[index].target_text for index in chain)
        yield Bus(tuple(chain), tuple(end or "" for end in ends), (), False)


def buses_of(connectors: Sequence[Connector], ends_of: Sequence[tuple[End, End]]) -> list[Bus]:
    """Return the lines that join three ends or more; `ends_of` are the ends of each connector."""
    plain: list[int] = []
    both: list[int] = []                # with two heads
    for index, c in enumerate(connectors):
        if c.start_arrow == c.end_arrow:
            (both if c.start_arrow else plain).append(index)
    if max(len(plain), len(both)) < _FEWEST_ENDS - 1:
        return []
    return [
        *_nets(connectors, ends_of, plain, has_heads=False), *_nets(connectors, ends_of, both, has_heads=True),
        *_chains(connectors, plain),
    ]
