"""The section `start`: what it costs to begin. Whole processes, as a shell would start them, each command in turn.

The import alone is what `python -c "import boxwright"` takes more than `python -c ""` does.
"""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from . import peers
from .report import Options, Section, paragraphs, progress
from .table import milliseconds, table
from .texts import SIZES, make_text

PROCESSES: Final = 20
#: An installed package is compiled; a setting that forbids to keep what is compiled would time the compiler.
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
EMPTY, IMPORT, RENDER = "an empty Python", "import boxwright", "boxwright render FILE"


def run(options: Options) -> Section:
    progress(f"start: {PROCESSES} processes of each command")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "diagram.txt"
        file.write_text(make_text(SIZES["small"], "box drawing", 0).text, encoding="utf-8")
        commands = _commands(str(file), options)
        medians = {name: median(each) for name, each in _time(commands, file).items()}
    if EMPTY in medians and IMPORT in medians:
        medians = {"the import alone": medians[IMPORT] - medians[EMPTY], **medians}
    text = paragraphs(
        f"Whole processes, median of {PROCESSES}; FILE is a small text in box drawing.",
        table(["", "median"], [[name, milliseconds(value)] for name, value in medians.items()]
                              + [[name, "failed"] for name in commands if name not in medians]))
    return Section(text, [{"case": name, "median_seconds": value} for name, value in medians.items()],
                   all(name in medians for name in (EMPTY, IMPORT, RENDER)))


def _commands(file: str, options: Options) -> dict[str, list[str]]:
    script = Path(sys.executable).with_name("boxwright")
    boxwright = [str(script)] if script.exists() else [sys.executable, "-m", "boxwright.hosts.cli"]
    commands = {
        EMPTY: [sys.executable, "-c", ""],
        IMPORT: [sys.executable, "-c", "import boxwright"],
        RENDER: [*boxwright, "render", file],
        "ascii2svg FILE": [str(peers.PYTHON.with_name("ascii2svg")), file],
        "aasvg < FILE": ["node", str(peers.AASVG / "main.js")],
    }
    return {name: command for name, command in commands.items()
            if not options.peers.get(name.split()[0], peers.Peer()).absent}


def _time(commands: dict[str, list[str]], file: Path) -> dict[str, list[float]]:
    """Start the commands in turn, but for one that fails. The first process of each may compile: it is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(PROCESSES + 1):
        for name in list(seconds):
            needed = _process(commands[name], file)
            if needed is None:
                del seconds[name]
            elif number > 0:
                seconds[name].append(needed)
    return seconds


def _process(command: list[str], file: Path) -> float | None:
    """Return the time of one process, or None if it failed."""
    with file.open("rb") as source:
        start = perf_counter()
        try:
            done = subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  env=ENVIRONMENT)
        except OSError:
            return None
        return perf_counter() - start if done.returncode == 0 else None
