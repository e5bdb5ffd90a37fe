"""The errors of a wrong request. A text never raises one: any text gives a figure."""
from __future__ import annotations


class BoxwrightError(Exception):
    """Base class of the errors that the public API raises."""


class UnknownKindError(BoxwrightError):
    """`kind=` names no figure kind."""

    def __init__(self, kind: str, known: tuple[str, ...]) -> None:
        self.kind, self.known = kind, known
        super().__init__(f"unknown figure kind {kind!r}; use one of: {', '.join(known)}")


class UnknownOutputError(BoxwrightError):
    """`to=` names no output."""

    def __init__(self, output: str, known: tuple[str, ...]) -> None:
        self.output, self.known = output, known
        super().__init__(f"unknown output {output!r}; use one of: {', '.join(known)}")


class AmbiguousWidthError(BoxwrightError):
    """`ambiguous=` is neither 1 nor 2."""

    def __init__(self, ambiguous: object) -> None:
        self.ambiguous = ambiguous
        super().__init__(f"unknown ambiguous width {ambiguous!r}; use one of: 1, 2")


class MissingDependencyError(BoxwrightError):
    """An output needs a package that is not installed."""

    def __init__(self, output: str, extra: str, reason: str) -> None:
        self.output, self.extra = output, extra
        super().__init__(
            f"the output {output!r} cannot be made here ({reason}); write: pip install 'boxwright[{extra}]'")
