"""Say where each figure goes, and in which format: options, Wanted -> paths, or None for standard output.

    render order.txt                        standard output
    render order.txt -o order.png           this file
    render docs diagrams -o out --to mermaid
        docs/en/page.md  ->  out/docs/en/page-1.mmd, out/docs/en/page-fig-tea.mmd
        diagrams/tea.txt ->  out/diagrams/tea.mmd
"""
from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from ... import OUTPUTS
from ...typed import Final
from . import RequestError
from .paths import STDIN
from .wanted import Wanted, stem_of

_BY_SUFFIX: Final = {suffix: name for name, suffixes in OUTPUTS.items() for suffix in suffixes}
_PLAIN: Final = ".txt"                  # of an output that has no ending of its own


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def is_folder(options: argparse.Namespace, figures: int) -> bool:
    """Tell whether OUT is a folder: it is there, it ends like one, or there are many figures and no ending."""
    out: str = options.output or ""
    if not out or out == os.devnull:
        return False
    return os.path.isdir(out) or out.endswith(("/", os.sep)) or (figures != 1 and _suffix(out) not in _BY_SUFFIX)


def format_of(options: argparse.Namespace, *, in_folder: bool) -> str:
    """Return the output that is asked for. Raises RequestError where nothing tells it."""
    asked: str = options.stage or options.to or ""
    if asked or not options.output or in_folder:
        return asked or "svg"
    if _suffix(options.output) not in _BY_SUFFIX:
        raise RequestError(f"the ending of {options.output} tells no format; "
                           f"use one of {', '.join(_BY_SUFFIX)}, or say --to")
    return _BY_SUFFIX[_suffix(options.output)]


def _folders(wanted: Sequence[Wanted]) -> dict[str, str]:
    """Return for each file the folder in which its figures lie, as it lies in the folder that all files share."""
    real = {w.file: os.path.dirname(os.path.abspath(w.file)) for w in wanted if w.file != STDIN}
    try:
        shared = os.path.commonpath(real.values()) if real else ""
    except ValueError:                  # files on several drives have no folder in common
        return dict.fromkeys((w.file for w in wanted), "")
    return {STDIN: "", **{file: os.path.relpath(folder, shared) for file, folder in real.items()}}


def targets_of(options: argparse.Namespace, wanted: Sequence[Wanted], to: str) -> list[str | None]:
    """Return the path of each figure, None for standard output. Raises RequestError where that cannot be."""
    out: str | None = options.output
    if not is_folder(options, len(wanted)):
        if len(wanted) > 1:
            has = f"{wanted[0].file} holds" if len({w.file for w in wanted}) == 1 else "there are"
            where = f"; {out} is one file" if out else ""
            raise RequestError(f"{has} {len(wanted):,} figures{where}; write -o FOLDER/ to have a file for each")
        return [out] * len(wanted)
    assert out is not None
    folders, suffix = _folders(wanted), (*OUTPUTS[to], _PLAIN)[0]
    inputs = {os.path.realpath(w.file) for w in wanted}
    by_path: dict[str, Wanted] = {}
    for one in wanted:
        path = os.path.normpath(os.path.join(out, folders[one.file], stem_of(one) + suffix))
        if path in by_path:
            raise RequestError(f"the figures of {by_path[path].file} and {one.file} would both be written to {path}; "
                               "draw them one after the other, into folders of their own")
        if os.path.realpath(path) in inputs:
            raise RequestError(f"{path} would be written over its own source; write -o with another folder")
        by_path[path] = one
    return list(by_path)
