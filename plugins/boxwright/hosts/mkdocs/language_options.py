"""Read the option `languages`: what YAML gave -> Language, ...

The first language listed is the default one: it lives at the root of the site.

    languages:
      en: {name: English}
      zh: {name: 简体中文, translations: {Guide: 指南}}
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs.exceptions import ConfigurationError

from ...typed import Final

_CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EXAMPLE: Final = "for example: languages: {en: {name: English}, zh: {name: 简体中文}}"
_TEXTS: Final = ("name", "site_name", "site_description", "copyright")
_KEYS: Final = (*_TEXTS, "translations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the site; `code` is its folder in the docs and its value of `lang` in HTML."""

    code: str
    name: str
    site_name: str | None = None
    site_description: str | None = None
    copyright: str | None = None
    translations: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The folder of its sources, relative to the docs directory."""
        return f"{self.code}/"

    def translate(self, text: str) -> str:
        """Return the translation of a label, or the label itself."""
        return self.translations.get(text, text)


def read_languages(option: object) -> tuple[Language, ...]:
    """Return the languages in the order written; none if the option is not set."""
    if option is None or option == {}:
        return ()
    if not isinstance(option, Mapping):
        raise _error(f"must map language codes to settings, not {option!r}; {_EXAMPLE}")
    return tuple(_read_language(code, settings) for code, settings in option.items())


def _read_language(code: object, settings: object) -> Language:
    if not isinstance(code, str):
        # YAML reads an unquoted `no` (Norwegian) as false.
        raise _error(f"{code!r} is not a language code; put the code in quotes, like \"no\"")
    if not _CODE.fullmatch(code):
        raise _error(f"{code!r} is not a language code; write one like en, zh or pt-BR")
    if not isinstance(settings, Mapping):
        raise _error(f"{code}: must hold settings, not {settings!r}; write {code}: {{name: …}}")
    if unknown := [str(key) for key in settings if key not in _KEYS]:
        raise _error(f"{code}: unknown setting {', '.join(unknown)}; use one of: {', '.join(_KEYS)}")
    for key in _TEXTS:
        if not isinstance(settings.get(key), str | None):
            raise _error(f"{code}: {key} must be text, not {settings[key]!r}; put it in quotes")
    if not settings.get("name"):
        raise _error(f"{code}: has no name; write {code}: {{name: …}}, with the language's name in that language")
    return Language(
        code=code,
        name=settings["name"],
        site_name=settings.get("site_name"),
        site_description=settings.get("site_description"),
        copyright=settings.get("copyright"),
        translations=_read_translations(code, settings.get("translations")),
    )


def _read_translations(code: str, option: object) -> dict[str, str]:
    if option is None:
        return {}
    if not isinstance(option, Mapping):
        raise _error(f"{code}: translations must map text to text, not {option!r}; write {{Guide: 指南}}")
    for text, translation in option.items():
        if not (isinstance(text, str) and isinstance(translation, str)):
            raise _error(f"{code}: translations: {text!r}: {translation!r} is not text for text; put both in quotes")
    return dict(option)


def _error(what: str) -> ConfigurationError:
    return ConfigurationError(f"plugin boxwright: languages: {what}")
