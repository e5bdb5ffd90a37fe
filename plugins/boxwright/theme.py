"""The look, as facts: class names, colours and type. Scenes name roles; only outputs ask what a role looks like.

Each colour has three values: for a page (a CSS value that follows Material's variables), and the literal light
and dark ones for a file on its own and for PNG, where no page can be asked.
"""
from __future__ import annotations

from .palette import HUES
from .typed import Final, NamedTuple

ROOT: Final = "bw-svg"                   # the class of every SVG root; all rules stand under it
CELL: Final = (8, 16)                   # pixels
HALF: Final = (4, 8)                    # pixels of a half-cell
HAIRLINE: Final = 1.25                  # pixels
WEIGHTS: Final = {"light": HAIRLINE, "heavy": 2.5, "double": 3.5}
CORE: Final = 1                         # pixels of room inside a double line
RADII: Final = {"square": 3, "round": 8, "wide": 16}
BENDS: Final = {"square": 2, "round": 6}    # radii of the bends of a line
HEAD: Final = (9.4, 4.6, 2.0)           # length, half width, notch
#: dash -> pattern in pixels, and the cap of its strokes: two, three and four dashes to a cell of 8
DASHES: Final = {
    "dash2": ("5 3", "butt"), "dashed": ("3.3 2", "butt"), "dash4": ("2.4 1.6", "butt"), "dotted": (".01 4", "round"),
}
MARGIN: Final = 2                       # pixels around a drawing: room for a terminal in its last column
CRISP: Final = .5                       # pixels by which all is moved, so that a thin line fills a row of pixels


class Colour(NamedTuple):
    """One colour: `page` is its light value inside a page, the others are literal."""

    name: str
    page: str
    light: str
    dark: str


COLOURS: Final = (
    #      name          page                                     light      dark
    Colour("ink",        "var(--md-code-fg-color,#2a2f3a)",       "#2a2f3a", "#e3e6ee"),
    Colour("line",       "var(--md-code-fg-color,#3b4252)",       "#3b4252", "#b9c0d0"),
    Colour("paper",      "var(--md-default-bg-color,#ffffff)",    "#ffffff", "#1e2129"),
    Colour("fill",       "var(--md-code-bg-color,#f6f7f9)",       "#f6f7f9", "#262a35"),
    Colour("slip",       "#fffdf6",                               "#fffdf6", "#2b2923"),
    Colour("slip-line",  "#d9d2c0",                               "#d9d2c0", "#4a463b"),
    Colour("slip-ink",   "#2d2a24",                               "#2d2a24", "#efe9da"),
    Colour("shade",      "rgba(30,35,50,.14)",                    "rgba(30,35,50,.14)", "rgba(0,0,0,.5)"),
    Colour("link",       "#1a4fbf",                               "#1a4fbf", "#a8c4ff"),
    *(Colour(f"{hue.name}-tint", hue.tint[0], *hue.tint) for hue in HUES.values()),
    *(Colour(f"{hue.name}-line", hue.line[0], *hue.line) for hue in HUES.values()),
)
#: On a page, the colours that Material has no variable for follow its dark scheme by a rule of their own.
PAGE_DARK: Final = tuple(c for c in COLOURS if not c.page.startswith("var("))

MONO: Final = "ui-monospace,Menlo,Consolas,DejaVu Sans Mono,monospace"
MONO_CJK: Final = "ui-monospace,Menlo,Consolas,DejaVu Sans Mono,Noto Sans Mono CJK SC,monospace"
SANS: Final = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Noto Sans CJK SC,sans-serif"


class Type(NamedTuple):
    """How a role of text is set: pixels, weight, colour, opacity."""

    size: float
    weight: int = 400
    colour: str = "ink"
    opacity: float = 1.0
    family: str = MONO


TYPES: Final = {
    "label":       Type(13.33),
    "title":       Type(13.33, 600),
    "slip":        Type(14, 400, "slip-ink"),
    "shop":        Type(17, 700, "slip-ink"),
    "soft":        Type(12.5, 400, "slip-ink", 0.72),
    "total":       Type(17, 700, "slip-ink"),
    "prose":       Type(14, 400, "ink", 1.0, SANS),
    "prose-title": Type(16, 700, "ink", 1.0, SANS),
    "tag":         Type(13, 400, "ink", 0.72, SANS),
}
