"""Time `boxwright.render` over every diagram in diagrams/: the best of several runs, in process.

    python tools/bench.py [--to svg] [--limit 3]     with a limit (milliseconds), a slower diagram is an error
"""
from __future__ import annotations

import argparse
import sys
import timeit
from pathlib import Path

import boxwright

DIAGRAMS = Path(__file__).parents[1] / "diagrams"
RUNS, REPEATS = 20, 5


def milliseconds(source: str, to: str) -> float:
    """Return the time of one rendering: the least of the repeats has the least of the machine's noise."""
    return min(timeit.repeat(lambda: boxwright.render(source, to=to), number=RUNS, repeat=REPEATS)) / RUNS * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", default="svg", choices=boxwright.OUTPUTS)
    parser.add_argument("--limit", type=float, default=float("inf"))
    arguments = parser.parse_args()
    paths = sorted(DIAGRAMS.rglob("*.txt"))
    times = {path: milliseconds(path.read_text(encoding="utf-8"), arguments.to) for path in paths}
    for path, time in times.items():
        print(f"{time:8.2f} ms  {path.relative_to(DIAGRAMS)}{'  too slow' if time > arguments.limit else ''}")
    return int(any(time > arguments.limit for time in times.values()))


if __name__ == "__main__":
    sys.exit(main())
