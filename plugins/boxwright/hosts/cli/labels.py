"""`boxwright labels PATH…`: write the labels of text diagrams into a catalogue, and keep it up to date.

    diagrams/order.txt   ->   order: 下单        what is there already is kept
                              cup: ""            a new label waits for its words
                              jug: 壶  # unused   what no diagram has is marked

Exit codes: 0 done; 2 something could not be done.
"""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from ... import labels
from ..catalogues import SHARED, CatalogueError, catalogue_text, head_of, read_catalogue
from . import RequestError
from .arguments import for_the_door
from .files import decode, each_file, read_bytes
from .pages import asked_of, page_of
from .paths import STDIN, File
from .settings import settings_for

_READS: tuple[str, ...] = ("ambiguous", "text", "ink")


def _target(options: argparse.Namespace) -> Path:
    """Return the catalogue to write. Raises RequestError where nothing tells it."""
    if options.output:
        return Path(options.output)
    if len(options.paths) > 1 or options.paths[0] == STDIN or not Path(options.paths[0]).exists():
        raise RequestError(f"nothing tells where the catalogue goes; say it: -o {SHARED}.{options.lang}.yml")
    path = Path(options.paths[0])
    return path / f"{SHARED}.{options.lang}.yml" if path.is_dir() else path.with_suffix(f".{options.lang}.yml")


def run(options: argparse.Namespace) -> int:
    """Write or update the catalogue; say what it lacks."""
    target, door, found = _target(options), for_the_door(options), list[str]()

    def take(file: File) -> None:
        page = page_of(decode(read_bytes(file.path)), file.path, settings_for(file.path, options.language))
        for drawing in page.drawings:
            asked = asked_of(drawing, door)
            found.extend(labels(drawing.source, **{key: asked[key] for key in _READS if key in asked}))

    failed = each_file(options.paths, take)
    before = target.read_text(encoding="utf-8-sig") if target.is_file() else ""
    try:
        entries = read_catalogue(target) if before else {}
    except CatalogueError as error:
        raise RequestError(str(error)) from None
    after = catalogue_text(found, entries, head_of(before))
    if after != before:
        partial = target.with_name(f".{target.name}.{os.getpid()}")
        partial.write_text(after, encoding="utf-8", newline="\n")
        partial.replace(target)
    wanted = dict.fromkeys(found)
    lacking = sum(not entries.get(label) for label in wanted)
    unused = sum(label not in wanted for label in entries)
    print(f"{target}: {len(wanted)} labels, {lacking} without words, {unused} unused", file=sys.stderr)
    return 2 if failed else 0
