"""Split the search index by language: the index of the whole site -> one index for each language.

The index of a language lies in its folder, with addresses relative to it, and is read with the settings that the theme
has for this language (stemming, stop words, what separates words).
"""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ...typed import Any

SearchIndex = Mapping[str, Any]
"""What Material writes to search/search_index.json: `config` and `docs`."""


def split_index(index: SearchIndex, folders: Mapping[str, str]) -> dict[str, SearchIndex]:
    """Return the index of each language; `folders` has the folder of each on the site, "" for the one at the root."""
    docs: dict[str, list[dict[str, Any]]] = {code: [] for code in folders}
    for doc in index["docs"]:
        code = next((c for c, folder in folders.items() if folder and doc["location"].startswith(folder)), None)
        if code is None:
            code = next(c for c, folder in folders.items() if not folder)
        docs[code].append({**doc, "location": doc["location"].removeprefix(folders[code])})
    return {code: {**index, "docs": docs[code]} for code in folders}


def search_settings(
    config: Mapping[str, Any], code: str, own: Mapping[str, Any], default: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the search settings for a language.

    `own` is what the theme has for this language, `default` what it has for the default one. A setting that differs
    from `default` was written by the author, and stays; of a list of languages the fitting one stays.
    """
    settings = {key: own.get(key, value) if value == default.get(key) else value for key, value in config.items()}
    main, listed = code.partition("-")[0], settings.get("lang")
    if isinstance(listed, Sequence) and len(listed) > 1:
        fitting = [lang for lang in listed if lang in (code, main)]
        settings["lang"] = fitting or listed
    elif main == "zh" and listed == ["en"]:
        # The theme reads Chinese with English stems, and these hide the English words in it: "lemonade" is "lemonad" in
        # the index, but not in what a reader types. The Chinese reader of the search library leaves words as they are.
        settings["lang"] = ["zh"]
    return settings


def theme_settings(translate: Callable[[str], str]) -> dict[str, Any]:
    """Return the search settings of a theme language; `translate` looks a key up in its words."""
    return {
        "lang": [translate("search.config.lang")],
        "separator": translate("search.config.separator"),
        "pipeline": [step for step in re.split(r"\s*,\s*", translate("search.config.pipeline")) if step],
    }
