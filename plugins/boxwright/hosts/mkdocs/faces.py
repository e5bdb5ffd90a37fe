"""What a theme reads from the configuration, in each language: configuration, Language -> Face."""
from __future__ import annotations

import copy
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.localization import parse_locale
from mkdocs.theme import Theme

from ...typed import Any
from .language_options import Language

log = logging.getLogger("mkdocs.plugins.boxwright")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The settings that differ between languages; a page is rendered while its face is on."""

    site_name: str
    site_description: str | None
    copyright: str | None
    theme: Mapping[str, Any]

    def put_on(self, config: MkDocsConfig) -> None:
        """Set the configuration to this language."""
        config.site_name = self.site_name
        config.site_description = self.site_description
        config.copyright = self.copyright
        for key, value in self.theme.items():
            config.theme[key] = value


def make_face(language: Language, config: MkDocsConfig, *, is_default: bool) -> Face:
    """Return the face of a language; what it does not set is as in the configuration."""
    theme: dict[str, Any] = {}
    if is_material(config.theme):
        theme["language"] = _theme_language(language, config.theme)
        if palette := config.theme.get("palette"):
            theme["palette"] = _palette_in(language, palette)
    elif "locale" in config.theme:
        theme["locale"] = config.theme.locale if is_default else _locale(language, config.theme)
    return Face(
        site_name=language.site_name or config.site_name,
        site_description=language.site_description or config.site_description,
        copyright=language.copyright or config.copyright,
        theme=theme,
    )


def is_material(theme: Theme) -> bool:
    """Tell if the theme is Material or derived from it: only these have a language menu and words for each language."""
    return _has_template(theme, "partials/alternate.html") and _has_template(theme, "partials/languages/en.html")


def _has_template(theme: Theme, name: str) -> bool:
    return any(Path(folder, name).is_file() for folder in theme.dirs)


def _theme_language(language: Language, theme: Theme) -> str:
    for code in (language.code, language.code.partition("-")[0].lower()):
        if _has_template(theme, f"partials/languages/{code}.html"):
            return code
    log.warning(
        "the theme has no words in %s; write them in partials/languages/%s.html in the theme's custom_dir",
        language.name, language.code,
    )
    return "en"


def _palette_in(language: Language, palette: Any) -> Any:
    """Return the palette with the names of its toggles translated."""
    palette = copy.deepcopy(palette)
    for option in palette if isinstance(palette, list) else [palette]:
        toggle = option.get("toggle")
        if toggle and toggle.get("name"):
            toggle["name"] = language.translate(toggle["name"])
    return palette


def _locale(language: Language, theme: Theme) -> Any:
    """Return what MkDocs' own themes write as the language of the page; their words stay as they are."""
    try:
        return parse_locale(language.code.replace("-", "_"))
    except ValidationError:
        return theme.locale
