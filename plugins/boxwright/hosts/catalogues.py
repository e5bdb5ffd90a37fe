"""Read and write catalogues, files with other words for labels: folder, language -> {label: words}.

    diagrams/labels.zh.yml              for every figure on a page in Chinese
    diagrams/drawing/order.zh.yml       for the diagram beside it, order.txt; its words go first

A catalogue is a flat map in YAML. A label whose words are empty stays as it is, and is told of.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from ..typed import Final, NamedTuple

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w()./·、，-]| (?! |$))*")
_NO_TEXT: Final = frozenset({"yes", "no", "y", "n", "true", "false", "on", "off", "null"})
_UNUSED: Final = "# unused"
SHARED: Final = "labels"                # the name of the catalogue for all diagrams of a folder


class CatalogueError(ValueError):
    """A catalogue that cannot be read; the message says where, and what to write instead."""


class Words(NamedTuple):
    """The words for the labels of a figure; `own` are those that are meant for it alone."""

    all: Mapping[str, str]
    own: frozenset[str]


def read_catalogue(path: Path) -> dict[str, str]:
    """Return the entries of a catalogue. Raises CatalogueError, and OSError where there is no such file."""
    try:
        import yaml
    except ImportError:
        raise CatalogueError("reading labels needs PyYAML; write: pip install 'boxwright[labels]'") from None
    try:
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)     # all is text, `no` too
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise CatalogueError(f"{path}{line}: cannot be read; write one `label: words` a line") from None
    if data in ("", None):
        return {}
    if not isinstance(data, dict) or not all(isinstance(words, str) for words in data.values()):
        raise CatalogueError(f"{path}: must map labels to words; write one `label: words` a line")
    return data


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def catalogue_text(labels: Iterable[str], entries: Mapping[str, str], head: str) -> str:
    """Return the text of a catalogue for `labels`: known words kept, new labels empty, what no label reads marked."""
    wanted = list(dict.fromkeys(labels))
    lines = [f"{_scalar(label)}: {_scalar(entries.get(label, ''))}" for label in wanted]
    lines += [f"{_scalar(label)}: {_scalar(words)}  {_UNUSED}"
              for label, words in entries.items() if label not in wanted and words]
    return "".join(f"{line}\n" for line in (*head.splitlines(), *lines))


def head_of(text: str) -> str:
    """Return the comment at the start of a catalogue."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def pairs_of(option: str) -> dict[str, str]:
    """Return the words of an option such as "cup=杯, tea=茶"; a part without a sign belongs to the words before it."""
    pairs: list[list[str]] = []
    for part in option.split(","):
        label, sign, words = part.partition("=")
        if sign:
            pairs.append([label.strip(), words])
        elif pairs:
            pairs[-1][1] += f",{part}"
    return {label: words.strip() for label, words in pairs}


class Catalogues:
    """The catalogues of a folder, each read once; and which of their entries a figure had a label for."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._read: dict[Path, dict[str, str]] = {}
        self._used: dict[Path, set[str]] = {}

    def _entries(self, stem: str, lang: str) -> tuple[Path | None, dict[str, str]]:
        """Return path and entries of a catalogue: that of the language with its region, or of the language alone."""
        for tag in dict.fromkeys((lang, lang.partition("-")[0])):
            for suffix in (".yml", ".yaml"):
                path = Path(self.folder, f"{stem}.{tag}{suffix}")
                if path in self._read or path.is_file():
                    if path not in self._read:
                        self._read[path] = read_catalogue(path)
                    return path, self._read[path]
        return None, {}

    def words(self, lang: str, labels: Iterable[str], name: str = "") -> Words:
        """Return the words for a figure with `labels` in a language; `name` is the path of its source in the folder."""
        there = set(labels)
        path, shared = self._entries(SHARED, lang)
        found = {label: words for label, words in shared.items() if label in there}
        if path is not None:
            self._used.setdefault(path, set()).update(found)
        own = self._entries(str(PurePath(name).with_suffix("")), lang)[1] if name else {}
        told = {label: words for label, words in own.items() if words or label not in found}
        return Words({**found, **told}, frozenset(own))

    def unused(self) -> list[tuple[Path, str]]:
        """Return path and label of each entry for all diagrams that no figure had a label for."""
        return [(path, label) for path, used in self._used.items()
                for label in self._read[path] if label not in used]
