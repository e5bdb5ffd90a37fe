"""Find the files that are meant: paths, folders and globs -> File, ...

A folder gives its Markdown pages and text files, at any depth; what is hidden, or belongs to a tool, is passed over. A
file that is named is taken whatever it is called. No file comes twice, under whatever names.
"""
from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from ...typed import Final, NamedTuple
from . import RequestError

STDIN: Final = "-"
MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_IN_FOLDERS: Final = (".md", ".markdown", ".txt")
_TOOLS_OWN: Final = frozenset({"node_modules", "venv", "env", "__pycache__", "site-packages"})
_WILD: Final = frozenset("*?[")


class File(NamedTuple):
    """A file to look at. `is_named`: it was asked for by its own name, and not found in a folder or by a glob."""

    path: str
    is_named: bool


def is_markdown(path: str) -> bool:
    """Tell by its name whether a file is a page of Markdown; any other text is one drawing as a whole."""
    return os.path.splitext(path)[1].lower() in MARKDOWN


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name in _TOOLS_OWN


def _in_folder(folder: str) -> Iterator[str]:
    def fail(error: OSError) -> None:
        raise error

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(
            name for name in folders
            if not _is_passed_over(name) and not os.path.exists(os.path.join(here, name, "pyvenv.cfg"))
        )
        for name in sorted(files):
            path = os.path.join(here, name)
            if name.lower().endswith(_IN_FOLDERS) and not _is_passed_over(name) and os.path.isfile(path):
                yield path


def _matching(pattern: str) -> Iterator[str]:
    """Yield what a glob matches; what is passed over in folders must be named in the pattern itself."""
    import glob

    named = {"..", *pattern.replace(os.sep, "/").split("/")}
    for path in sorted(glob.glob(pattern, recursive=True)):
        parts = set(path.replace(os.sep, "/").split("/"))
        if not any(_is_passed_over(part) for part in parts - named):
            yield path


def find_files(paths: Iterable[str]) -> Iterator[File]:
    """Yield the files that `paths` mean, in order. Raises RequestError for a glob that matches nothing."""
    seen: set[str] = set()

    def new(path: str) -> bool:
        real = os.path.realpath(path)
        if real in seen:
            return False
        seen.add(real)
        return True

    for path in paths:
        if path == STDIN:
            yield File(path, True)
        elif os.path.isdir(path):
            yield from (File(found, False) for found in _in_folder(path) if new(found))
        elif os.path.exists(path) or not _WILD & set(path):
            if new(path):
                yield File(path, True)
        else:
            matched = list(_matching(path))
            if not matched:
                raise RequestError(f"nothing matches {path}; write a file, a folder or another pattern")
            for found in matched:
                inside = _in_folder(found) if os.path.isdir(found) else (found,)
                yield from (File(inner, False) for inner in inside if new(inner))
