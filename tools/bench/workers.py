"""Keep each tool in a process of its own, and ask it: texts -> Answer. The start of the process is not counted."""
from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from threading import Timer
from typing import NamedTuple


class Answer(NamedTuple):
    """Either seconds and outputs, one for each text, or the problem that stood in the way."""
    seconds: tuple[float, ...] = ()
    outputs: tuple[str, ...] = ()
    problem: str = ""


class Worker:
    """One tool in one process; it is begun at the first question, and anew after it was stopped or fell over."""

    def __init__(self, name: str, command: Sequence[str], absent: bool = False) -> None:
        self.name, self.command, self.absent = name, command, absent
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, texts: Sequence[str], limit: float) -> Answer:
        """Give `texts` to the tool; it is stopped after `limit` seconds."""
        if self.absent:
            return Answer(problem="absent")
        process = self._process or self._begin()
        stopped = Timer(limit, process.kill)
        stopped.start()
        try:
            line = self._exchange(process, texts)
        finally:
            in_time = stopped.is_alive()
            stopped.cancel()
        if not line:
            self.end()
            return Answer(problem="crashed" if in_time else f"over {limit:g} s")
        reply = json.loads(line)
        return Answer(tuple(reply.get("seconds", ())), tuple(reply.get("outputs", ())), reply.get("problem", ""))

    def end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None

    def _begin(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return self._process

    @staticmethod
    def _exchange(process: subprocess.Popen[bytes], texts: Sequence[str]) -> bytes:
        assert process.stdin and process.stdout
        try:
            process.stdin.write(json.dumps({"texts": list(texts)}).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            return b""
        return process.stdout.readline()
