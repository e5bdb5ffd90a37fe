"""Install the peers apart, once, and tell which are there: () -> {name: Peer}. One that cannot be had says why.

    .cache/bench/venv           a virtual environment with the peers in Python
    .cache/bench/node_modules   the peer in JavaScript
"""
from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from .workers import Worker

HERE: Final = Path(__file__).parent
HOME: Final = HERE.parents[1] / ".cache" / "bench"
PYTHON: Final = HOME / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
AASVG: Final = HOME / "node_modules" / "aasvg"
PACKAGES: Final = {"svgbob": "sphinxcontrib-svgbob", "ascii2svg": "ascii2svg", "ascii-box-aligner": "ascii-box-aligner"}
PEERS: Final = (*PACKAGES, "aasvg")
INSTALL_LIMIT: Final = 300      # seconds; a registry that hangs does not hold up the run

#: Who takes part in what: the name of the column, and the row of the worker's table.
DRAWING: Final = {
    "boxwright": "boxwright render", "svgbob": "svgbob", "ascii2svg": "ascii2svg render", "aasvg": "aasvg",
}
STRAIGHTENING: Final = {
    "boxwright": "boxwright straighten", "ascii2svg": "ascii2svg repair", "ascii-box-aligner": "ascii-box-aligner",
}


class Peer(NamedTuple):
    version: str = ""
    absent: str = ""        # why it is not here


def find_peers() -> dict[str, Peer]:
    """Return every peer, installed where it was not yet."""
    HOME.mkdir(parents=True, exist_ok=True)
    return {name: _look(name) or _install(name) for name in PEERS}


@contextmanager
def workers(tools: dict[str, str], peers: dict[str, Peer]) -> Iterator[list[Worker]]:
    """Give a worker for each of `tools`; a peer that is not here has one that says so."""
    found = [Worker(name, _command(name, row), absent=bool(peers.get(name, Peer()).absent))
             for name, row in tools.items()]
    try:
        yield found
    finally:
        for worker in found:
            worker.end()


def _command(name: str, row: str) -> list[str]:
    if name == "aasvg":
        return ["node", str(HERE / "worker.mjs"), str(AASVG / "text2svg.js")]
    return [sys.executable if name == "boxwright" else str(PYTHON), str(HERE / "worker.py"), row]


def _look(name: str) -> Peer | None:
    """Return the peer if it is installed."""
    if name == "aasvg":
        manifest = AASVG / "package.json"
        is_here = manifest.exists() and shutil.which("node")
        return Peer(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if is_here else None
    ask = f"from importlib.metadata import version; print(version({PACKAGES[name]!r}))"
    found = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True) if PYTHON.exists() else None
    return Peer(found.stdout.strip()) if found and found.returncode == 0 else None


def _install(name: str) -> Peer:
    missing = [tool for tool in ("node", "npm") if name == "aasvg" and not shutil.which(tool)]
    if missing:
        return Peer(absent=f"{missing[0]} is not here")
    print(f"installing {name} ...", file=sys.stderr, flush=True)
    if name == "aasvg":
        commands = [["npm", "--prefix", str(HOME), "install", "--silent", "--no-audit", "--no-fund", name]]
    else:
        make = [] if PYTHON.exists() else [[sys.executable, "-m", "venv", str(PYTHON.parents[1])]]
        commands = [*make, [str(PYTHON), "-m", "pip", "install", "--quiet", PACKAGES[name]]]
    for command in commands:
        problem = _problem(command)
        if problem:
            return Peer(absent=f"the install failed: {problem}")
    return _look(name) or Peer(absent="the install left nothing behind")


def _problem(command: Sequence[str]) -> str:
    """Run `command`; return nothing, or the last line of what it said against it."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_LIMIT)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = (done.stderr or done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
    return said[-1] if done.returncode else ""
