"""The codes of what `check` may say of a text: one row each. They are stable; a note's message is not."""
from __future__ import annotations

from collections.abc import Mapping

from .typed import Final, Literal, NamedTuple

Severity = Literal["info", "warning"]


class Code(NamedTuple):
    """What a code stands for; `what` says what is wrong, `write` what to write instead."""

    name: str
    severity: Severity
    what: str
    write: str


_ROWS: Final = (
    Code("ragged-wall", "warning",
         "a wall is out of line with the frame it belongs to",
         "spaces until it stands under its corner; `boxwright fmt` does so"),
    Code("missing-wall", "warning",
         "a row of a box lacks one of its walls",
         "the wall, under that of the row above or under its corner"),
    Code("open-end", "info",
         "a line ends at nothing",
         "more of the line, until it touches a box or a text"),
    Code("dangling-head", "warning",
         "an arrowhead points at nothing, or has no line",
         "a line into its back, and before its tip a box or a text, at most one blank away"),
    Code("label-on-stroke", "warning",
         "a word interrupts a line, or touches it, so that they run together",
         "the word beside the line, or a blank on both sides of it"),
    Code("tab", "warning",
         "a tab, which is as wide as each program likes",
         "spaces"),
    Code("bad-legend", "warning",
         "a line of a legend that is not understood, so that the whole legend stays text",
         "a name, a colon, and colours, shapes or lines; or a name in brackets, a colon, and an address"),
    Code("unsafe-link", "warning",
         "an address that is none to link to, so that its link stays text",
         "an address that begins with `https://`, `http://` or `mailto:`, or a relative one"),
    Code("open-link", "info",
         "a link whose reference has no address",
         "its address, in the legend or the option `links`"),
    Code("no-shape", "info",
         "a shape for a box that has to keep its own",
         "the tag in a box with nothing but text in it"),
    Code("receipt-arithmetic", "warning",
         "the amounts of a receipt do not add up",
         "the amount that they add up to"),
    Code("text-outside", "warning",
         "a text stands outside of the frame around a receipt or a notice",
         "the text within the frame, or in the page around the fence"),
)
CODES: Final[Mapping[str, Code]] = {code.name: code for code in _ROWS}
assert len(CODES) == len(_ROWS), "a code is listed twice"
