"""Regular expressions that are compiled when they are first asked: most texts need but a few of them.

    _RUN: Final = pattern("[─-╿]+")     costs nothing at import; then it is what `re.compile` gives
"""
from __future__ import annotations

import re

from .typed import Any, cast


class _Pattern:
    """Stands for a compiled expression; what is asked of it once, it has from then on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = found
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression `source`, compiled on first use; raises re.error then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
