"""Find the other words for the labels of a figure: `--labels`, and the option of a fence -> {label: words}."""
from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ... import labels
from ...typed import Any
from ..catalogues import CatalogueError, Catalogues, pairs_of, read_catalogue
from . import RequestError


class WordFinder:
    """Looks in one catalogue, or in the catalogues of a folder, each read once."""

    def __init__(self, path: str | None, lang: str) -> None:
        self._path, self._lang = path, lang
        self._folder = Catalogues(path) if path and Path(path).is_dir() else None
        self._read: Mapping[str, str] | None = None

    def words(self, source: str, asked: Mapping[str, Any], name: str, own: str = "") -> dict[str, str]:
        """Return the words for a source; `name` is its file, `own` what its fence says. Raises RequestError."""
        try:
            found = self._found(source, asked, name) if self._path else {}
        except CatalogueError as error:
            raise RequestError(str(error)) from None
        return {**found, **pairs_of(own)}

    def _found(self, source: str, asked: Mapping[str, Any], name: str) -> Mapping[str, str]:
        assert self._path is not None
        if self._folder is None:
            if self._read is None:
                self._read = read_catalogue(Path(self._path))
            return self._read
        there = labels(source, **{key: asked[key] for key in ("ambiguous", "text", "ink") if key in asked})
        return self._folder.words(self._lang, there, os.path.relpath(name, self._path)).all
