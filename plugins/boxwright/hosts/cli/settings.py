"""Know what a project asks for: pyproject.toml and mkdocs.yml, looked for upwards from a file -> Settings.

    [tool.boxwright]
    languages = ["plan"]                        # fence languages that hold drawings, beside the known ones
    [tool.boxwright.check]
    ignore = ["open-end"]
    severity = { "label-on-stroke" = "error" }
    per-file-ignores = { "docs/old/*" = ["ragged-wall"] }

The fence languages of a site, and what it switches off (`straighten`, `hover`), come from the plugin's options in
mkdocs.yml.
"""
from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from ... import CODES
from ...typed import Any, Final
from ..fences import DEFAULT_FENCES, FENCE_CODES
from . import RequestError

SEVERITIES: Final = ("info", "warning", "error")
MKDOCS: Final = ("mkdocs.yml", "mkdocs.yaml")
BAD_COMMENT: Final = "bad-comment"
#: Every code that `check` may give: its severity, what is wrong, what to write.
ALL_CODES: Final[Mapping[str, tuple[str, str, str]]] = {
    **{code.name: (code.severity, code.what, code.write) for code in CODES.values()},
    **{name: ("warning", what, write) for name, what, write in FENCE_CODES},
    BAD_COMMENT: ("error", "a comment to us that cannot be read, or names a code that there is not",
                  "`ignore` or `ignore-file`, and codes of this list"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a file. `fences` are languages and kinds; `patterns` are of files, from the folder `root`."""

    fences: Mapping[str, str] = field(default_factory=lambda: DEFAULT_FENCES)
    straighten: bool = True
    hover: bool = True
    ambiguous: int | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, str] = field(default_factory=dict)
    root: str = ""
    patterns: tuple[tuple[str, frozenset[str]], ...] = ()

    def severity_of(self, code: str) -> str:
        return self.severity.get(code, ALL_CODES[code][0])

    def ignored_in(self, path: str) -> frozenset[str]:
        """Return the codes that are not told of the file `path`."""
        if not self.patterns:
            return self.ignore
        from fnmatch import fnmatchcase

        inside = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        name = inside.rpartition("/")[2]
        found = (codes for pattern, codes in self.patterns
                 if fnmatchcase(inside, pattern) or "/" not in pattern and fnmatchcase(name, pattern))
        return self.ignore.union(*found)


def unknown_codes(codes: Iterable[str]) -> str:
    """Return what is wrong with `codes`, or ""."""
    unknown = [code for code in codes if code not in ALL_CODES]
    if not unknown:
        return ""
    many = "codes" if len(unknown) > 1 else "code"
    return f"unknown {many} {', '.join(map(repr, unknown))}; use one of: {', '.join(ALL_CODES)}"


# ── pyproject.toml ──

def _names(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise RequestError(f'{where} must be a list of names; write, for example, ["open-end"]')
    return tuple(value)


def _codes(value: object, where: str) -> frozenset[str]:
    codes = _names(value, where)
    if problem := unknown_codes(codes):
        raise RequestError(f"{where}: {problem}")
    return frozenset(codes)


def _table(value: object, where: str, known: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RequestError(f"{where} must be a table")
    for key in value:
        if known and key not in known:
            raise RequestError(f"{where}: unknown key {key!r}; use one of: {', '.join(known)}")
    return value


def _from_pyproject(path: str, settings: Settings) -> Settings | None:
    """Return `settings` with those of a pyproject.toml, or None where it has none."""
    import tomllib

    with open(path, "rb") as file:
        try:
            tool = tomllib.load(file).get("tool", {})
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RequestError(f"{path}: cannot be read ({error})") from None
    if not isinstance(tool, dict) or "boxwright" not in tool:
        return None
    where = f"{path}: tool.boxwright"
    own = _table(tool["boxwright"], where, ("languages", "check"))
    check = _table(own.get("check", {}), f"{where}.check", ("ignore", "severity", "per-file-ignores"))
    severity = _table(check.get("severity", {}), f"{where}.check.severity")
    _codes(list(severity), f"{where}.check.severity")
    for code, name in severity.items():
        if name not in SEVERITIES:
            raise RequestError(f"{where}.check.severity: {code!r} cannot be {name!r}; "
                               f"use one of: {', '.join(SEVERITIES)}")
    files = _table(check.get("per-file-ignores", {}), f"{where}.check.per-file-ignores")
    return replace(
        settings,
        fences={**settings.fences, **dict.fromkeys(_names(own.get("languages", []), f"{where}.languages"), "auto")},
        ignore=_codes(check.get("ignore", []), f"{where}.check.ignore"), severity=severity,
        root=os.path.dirname(os.path.abspath(path)),
        patterns=tuple((name, _codes(codes, f"{where}.check.per-file-ignores")) for name, codes in files.items()),
    )


# ── mkdocs.yml ──

def _plugin_options(path: str) -> Mapping[str, Any] | None:
    """Return the options of our plugin in an mkdocs.yml, or in the one it inherits from; None where it is not used."""
    from .yaml_part import read_yaml

    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    if "boxwright" not in text and "INHERIT" not in text:
        return None
    data = read_yaml(text)
    plugins = data.get("plugins") if isinstance(data, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if entry == "boxwright":
            return {}
        if isinstance(entry, dict) and "boxwright" in entry:
            options = entry["boxwright"]
            return options if isinstance(options, dict) else {}
    parent = data.get("INHERIT") if isinstance(data, dict) else None
    parent_path = os.path.join(os.path.dirname(path), parent) if isinstance(parent, str) else ""
    return _plugin_options(parent_path) if os.path.isfile(parent_path) and parent_path != path else None


def is_off(value: object) -> bool:
    """Tell whether a value of YAML means no."""
    return str(value).lower() in ("false", "no", "off")


def _from_mkdocs(path: str, settings: Settings) -> Settings | None:
    options = _plugin_options(path)
    if options is None:
        return None
    fences = options.get("fences")
    own = {name: kind for name, kind in fences.items() if isinstance(kind, str)} if isinstance(fences, dict) else {}
    return replace(
        settings, fences={**settings.fences, **own}, straighten=not is_off(options.get("straighten", "")),
        hover=not is_off(options.get("hover", "")), ambiguous={"1": 1, "2": 2}.get(str(options.get("ambiguous"))),
    )


# ── both ──

@cache
def _for_folder(folder: str) -> Settings:
    """Return the settings of a folder: of each file the nearest one upwards that names us."""
    settings, sought = Settings(), {MKDOCS: _from_mkdocs, ("pyproject.toml",): _from_pyproject}
    while sought:
        for names, read in list(sought.items()):
            for name in names:
                path = os.path.join(folder, name)
                found = read(path, settings) if names in sought and os.path.isfile(path) else None
                if found is not None:
                    settings = found
                    del sought[names]
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    return settings


def settings_for(path: str, languages: Iterable[str]) -> Settings:
    """Return the settings of a file, with more fence `languages`. Raises RequestError where they cannot be read."""
    settings = _for_folder(os.path.dirname(os.path.abspath(path)))
    more = {name: "auto" for name in languages if name not in settings.fences}
    return replace(settings, fences={**settings.fences, **more}) if more else settings
