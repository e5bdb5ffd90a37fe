"""Boxwright: text diagrams in, right and readable figures out.

    render(source)       a figure in any output: Rendering
    straighten(source)   the text with its walls in line: Straightened
    check(source)        what there is to say of it: tuple[Note, ...]
    labels(source)       the labels that can be put into other words: tuple[str, ...]

Any text gives a figure. Only a wrong request raises, always a BoxwrightError.

A name is looked up when it is first asked for, so that who imports a program that may draw does not wait for all
of it.
"""
from __future__ import annotations

from importlib import import_module

from .typed import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .codes import CODES
    from .door import KINDS, OUTPUTS, check, labels, render, straighten
    from .errors import (
        AmbiguousWidthError,
        BoxwrightError,
        MissingDependencyError,
        UnknownKindError,
        UnknownOutputError,
    )
    from .languages import phrase
    from .model import Figure, Note, Rendering, Repair, Straightened

__all__ = [
    "CODES", "KINDS", "OUTPUTS", "AmbiguousWidthError", "BoxwrightError", "Figure", "MissingDependencyError", "Note",
    "Rendering", "Repair", "Straightened", "UnknownKindError", "UnknownOutputError", "__version__", "check", "labels",
    "phrase", "render", "straighten",
]
__version__ = "0.1.0"

_WHERE: Final = {
    "codes": ("CODES",),
    "errors": ("AmbiguousWidthError", "BoxwrightError", "MissingDependencyError", "UnknownKindError",
               "UnknownOutputError"),
    "languages": ("phrase",),
    "model": ("Figure", "Note", "Rendering", "Repair", "Straightened"),
}


def __getattr__(name: str) -> Any:
    """Return what a name stands for; from then on it stands here. Raises AttributeError where there is none."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    where = next((module for module, names in _WHERE.items() if name in names), "door")
    found = globals()[name] = getattr(import_module(f".{where}", __name__), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
