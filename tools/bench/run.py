"""The command: it runs the sections. The report goes to standard output, and to standard error where the run is."""
from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from . import diagrams, drawing, growth, machine, peers, report, start, straightening

SECTIONS = {
    "drawing":    drawing.run,
    "straighten": straightening.run,
    "growth":     growth.run,
    "start":      start.run,
    "diagrams":   diagrams.run,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description="Time Boxwright beside its peers.")
    parser.add_argument("--only", action="append", choices=SECTIONS, metavar="SECTION",
                        help=f"one of: {', '.join(SECTIONS)}; may be given again (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that are counted (default: 5)")
    parser.add_argument("--limit", type=float, default=60, metavar="SECONDS",
                        help="stop a tool that takes longer for a round of one case (default: 60)")
    parser.add_argument("--no-peers", action="store_true", help="time Boxwright alone, install nothing")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the numbers")
    return parser


def main(given: Sequence[str] | None = None) -> int:
    """Return 0, or 1 if something of Boxwright could not be measured. No time is too long."""
    arguments = _parser().parse_args(given)
    facts = machine.machine()
    found = dict.fromkeys(peers.PEERS, peers.Peer(absent="not asked for")) if arguments.no_peers else peers.find_peers()
    facts |= {name: peer.version or f"absent: {peer.absent}" for name, peer in found.items()}
    print("\n".join(f"{name:20}{fact}" for name, fact in facts.items()))
    options = report.Options(max(arguments.rounds, 1), arguments.limit, found)
    sections = {}
    for name in arguments.only or SECTIONS:
        sections[name] = SECTIONS[name](options)
        print(f"\n== {name} ==\n\n{sections[name].text}", flush=True)
    if arguments.json:
        kept = {"facts": facts, **{name: section.numbers for name, section in sections.items()}}
        arguments.json.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if all(section.whole for section in sections.values()) else 1
