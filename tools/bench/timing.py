"""Time tools in turn on the same texts: round 1 all tools, round 2 all tools, ... -> {tool: Timing}.

So a machine that slows down slows all of them. Each round brings other texts: no cache can help. A first round is
not counted (imports, and what a virtual machine compiles), unless it was so slow that it is the only one.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from .workers import Worker

#: Seconds that a tool may spend on one case; then its rounds are over.
BUDGET: Final = 10.0


@dataclass
class Timing:
    """What one tool needed for one case."""
    seconds: list[float] = field(default_factory=list)      # of each text
    outputs: tuple[str, ...] = ()                           # of the texts of round 0
    problem: str = ""                                       # why there are no seconds
    spent: float = 0.0

    @property
    def median(self) -> float | None:
        return median(self.seconds) if self.seconds else None

    @property
    def best(self) -> float | None:
        return min(self.seconds, default=None)

    @property
    def bytes(self) -> float | None:
        return median(len(output.encode("utf-8", "replace")) for output in self.outputs) if self.outputs else None


def time_in_turn(
    workers: Sequence[Worker], make: Callable[[int], str], *, count: int, rounds: int, limit: float,
) -> dict[str, Timing]:
    """Time `workers` on the texts that `make` gives for 0, 1, 2, ...; `count` of them are a round."""
    timings = {worker.name: Timing() for worker in workers}
    for number in range(rounds + 1):
        texts = [make(number * count + index) for index in range(count)]
        for worker in workers:
            timing = timings[worker.name]
            if not timing.problem and (timing.spent < BUDGET or not timing.seconds):
                _time_round(worker, timing, texts, number, limit)
    return timings


def _time_round(worker: Worker, timing: Timing, texts: Sequence[str], number: int, limit: float) -> None:
    answer = worker.ask(texts, limit)
    timing.problem = answer.problem
    timing.spent += sum(answer.seconds)
    if number == 0:
        timing.outputs = answer.outputs
    if number > 0 or timing.spent >= BUDGET:
        timing.seconds += answer.seconds
