"""Read, compare and write files: bytes in, bytes out; a file is replaced as a whole, or not at all."""
from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...typed import Final
from .paths import STDIN, File, find_files

_CONTEXT: Final = 3                     # lines around a change in a diff


class NotTextError(Exception):
    """A file that holds no text, for the reason that it says."""


def decode(data: bytes) -> str:
    """Return the text of a file. Raises NotTextError."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotTextError(f"it is not UTF-8 (line {line}); save it as UTF-8 first") from None
    if "\0" in text:
        raise NotTextError("it is no text (it holds a zero byte)")
    return text


def each_file(paths: Iterable[str], take: Callable[[File], None]) -> int:
    """Call `take` with each file that is meant; tell which could not be done and why, and return how many."""
    failed = 0
    for file in list(find_files(paths)):
        try:
            take(file)
        except BrokenPipeError:
            raise
        except NotTextError as error:
            failed += 1
            print(f"boxwright: {file.path}: {error}", file=sys.stderr)
        except OSError as error:
            failed += 1
            print(f"boxwright: {error.filename or file.path}: {error.strerror}", file=sys.stderr)
    return failed


def read_bytes(path: str) -> bytes:
    """Return what a file, or standard input, holds."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def write_bytes(data: bytes) -> None:
    """Write to standard output."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def replace_file(path: str, data: bytes) -> None:
    """Put `data` in place of a file: whoever reads it sees the old or the new text. Links and permissions stay."""
    real = os.path.realpath(path)
    before = os.stat(real)
    if not os.access(real, os.W_OK):
        raise PermissionError(13, "it is read-only", path)
    handle, temporary = tempfile.mkstemp(prefix=".boxwright-", dir=os.path.dirname(real))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, stat.S_IMODE(before.st_mode))
        if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
            with contextlib.suppress(PermissionError):      # only an administrator can keep another's file his
                os.chown(temporary, before.st_uid, before.st_gid)
        os.replace(temporary, real)
    except BaseException:
        os.unlink(temporary)
        raise


def _hunks(changed: Iterable[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield first line and stop of each run of lines that a diff shows."""
    start = stop = -1
    for index in sorted(changed):
        if start >= 0 and index - _CONTEXT <= stop:
            stop = min(index + 1 + _CONTEXT, count)
            continue
        if start >= 0:
            yield start, stop
        start, stop = max(index - _CONTEXT, 0), min(index + 1 + _CONTEXT, count)
    if start >= 0:
        yield start, stop


def unified_diff(path: str, lines: list[str], ends: list[str], new: Mapping[int, str], bom: str = "") -> bytes:
    """Return a unified diff in which the lines `new` take the place of those of the same number."""
    def line(sign: str, index: int, text: str) -> str:
        end = ends[index]
        return f"{sign}{bom if index == 0 else ''}{text}{end}" + ("" if end else "\n\\ No newline at end of file\n")

    out = [f"--- {path}\n+++ {path}\n"]
    for start, stop in _hunks(new, len(lines)):
        out.append(f"@@ -{start + 1},{stop - start} +{start + 1},{stop - start} @@\n")
        index = start
        while index < stop:
            if index not in new:
                out.append(line(" ", index, lines[index]))
                index += 1
                continue
            last = next((k for k in range(index, stop) if k not in new), stop)
            out += [line("-", k, lines[k]) for k in range(index, last)]
            out += [line("+", k, new[k]) for k in range(index, last)]
            index = last
    return "".join(out).encode("utf-8", "surrogateescape")
