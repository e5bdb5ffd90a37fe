"""Find the lines that join more than two ends: connectors -> buses.

    CPU   RAM   Disk      the connectors CPU-RAM, CPU-Disk and RAM-Disk, which are one line
     └─────┴─────┘

Every pair of the ends is a connector without heads, and all have the same label. They meet where they leave an end: so
those of one line are told from those of another that joins the same boxes.
"""
from __future__ import annotations

from collections.abc import Sequence

from ..model import Cell, Connector
from ..typed import NamedTuple

#: A box (an index), a free text, or "" for nothing: boxes may share a name, and have none.
End = int | str
_Port = tuple[End, Cell, str]           # where a line with a label leaves an end
_FEWEST_ENDS = 3


class Bus(NamedTuple):
    """A line that joins `ends`: its `connectors` (indices), and their label."""

    connectors: tuple[int, ...]
    ends: tuple[End, ...]
    label: str


def ends_of(c: Connector) -> tuple[End, End]:
    """Return what a connector joins."""
    source = c.source_text or "" if c.source is None else c.source
    return source, c.target_text or "" if c.target is None else c.target


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


def buses_of(connectors: Sequence[Connector]) -> list[Bus]:
    """Return the lines that join three ends or more."""
    ways: dict[int, tuple[_Port, _Port]] = {}
    for index, c in enumerate(connectors):
        source, target = ends_of(c)
        if not (c.start_arrow or c.end_arrow) and "" not in (source, target) and source != target:
            ways[index] = (source, c.path[0], c.label), (target, c.path[-1], c.label)
    if len(ways) < _FEWEST_ENDS:
        return []
    buses: list[Bus] = []
    for ports, joining in _parts(ways):
        ends, pairs = {end for end, _, _ in ports}, {frozenset(ways[index]) for index in joining}
        if len(ends) == len(ports) >= _FEWEST_ENDS and len(pairs) == len(joining) == len(ports) * (len(ports) - 1) // 2:
            buses.append(Bus(tuple(joining), tuple(end for end, _, _ in ports), ports[0][2]))
    return buses
