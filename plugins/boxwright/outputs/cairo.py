"""PNG and PDF by CairoSVG: Product -> bytes, and notes on characters that no font here can draw.

CairoSVG falls back to no other font within a text, so a text is cut into runs, each with a family that has its
characters, and each run is measured and placed:

    "kubelet 店长"  ->  "kubelet " in a Latin family, "店长" in Noto Sans CJK SC, right beside it
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .. import theme
from ..errors import MissingDependencyError
from ..markup import baseline, escape, pixels, svg_element
from ..model import Note, Product, Text
from ..shapes import number
from ..text.width import graphemes
from ..typed import Any, Final

SCALE: Final = 2                        # device pixels for one CSS pixel
_BOLD_FROM: Final = 550                 # CairoSVG's own limit
_CJK: Final = ("Noto Sans CJK SC", "Noto Sans Mono CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei")
_OTHER: Final = ("DejaVu Sans", "Noto Sans Symbols2", "Noto Sans Symbols", "Noto Emoji", "Symbola")
_FAMILIES: Final = {
    theme.MONO: ("DejaVu Sans Mono", "Noto Sans Mono", "Menlo", "Consolas", "Liberation Mono"),
    theme.SANS: ("Noto Sans", "DejaVu Sans", "Helvetica", "Segoe UI"),
}
_NO_BREAK: Final = "\u00a0"               # CairoSVG drops plain spaces at the ends of a text
_EPOCH: Final = "1970-01-01T00:00:00Z"
_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")


def _cairo(output: str = "png") -> Any:
    """Return the modules `cairosvg` and `cairocffi`; raises MissingDependencyError for `output` without them."""
    try:
        import cairocffi
        import cairosvg
    except (ImportError, OSError) as error:     # OSError: the cairo library itself is not there
        raise MissingDependencyError(output, output, str(error).partition("\n")[0]) from error
    return cairosvg, cairocffi


@lru_cache(maxsize=256)
def _face(family: str, bold: bool, size: float) -> Any:
    """Return a font at `size` device pixels, where its advances are rounded as they are when it is drawn."""
    cairocffi = _cairo()[1]
    weight = cairocffi.FONT_WEIGHT_BOLD if bold else cairocffi.FONT_WEIGHT_NORMAL
    face = cairocffi.ToyFontFace(family, cairocffi.FONT_SLANT_NORMAL, weight)
    return cairocffi.ScaledFont(face, cairocffi.Matrix(xx=size, yy=size))


@lru_cache(maxsize=8192)
def _has_glyph(family: str, char: str) -> bool:
    """Tell whether the font that cairo takes for `family` has a glyph: number 0 is the empty square."""
    glyphs = _face(family, False, 16.0).text_to_glyphs(0, 0, char, with_clusters=False)
    return bool(glyphs) and all(glyph[0] for glyph in glyphs)


def _family(grapheme: str, preferred: tuple[str, ...]) -> str | None:
    """Return the first family that has every character of a grapheme, its base alone if none has all."""
    chars = [c for c in grapheme if c not in _INVISIBLE]
    is_cjk = ord(grapheme[0]) >= 0x2E80
    order = (*_CJK, *preferred, *_OTHER) if is_cjk else (*preferred, *_CJK, *_OTHER)
    for wanted in (chars, chars[:1]):
        for family in order:
            if all(_has_glyph(family, char) for char in wanted):
                return family
    return None


def _runs(text: Text, missing: set[str]) -> Iterator[tuple[str, str]]:
    """Yield (family, text) for runs of a text."""
    preferred = _FAMILIES[theme.TYPES[text.role].family]
    family, run = preferred[0], ""
    for grapheme, _ in graphemes(text.text.replace(" ", _NO_BREAK)):
        found = _family(grapheme, preferred) if grapheme != _NO_BREAK else preferred[0]
        if found is None:
            missing.add(grapheme)
            found = family
        if found != family and run:
            yield family, run
            run = ""
        family, run = found, run + "".join(c for c in grapheme if c not in _INVISIBLE)
    if run:
        yield family, run


def _advance(family: str, bold: bool, size: float, run: str) -> float:
    """Return the width of `run` in pixels."""
    extents: tuple[float, ...] = _face(family, bold, size * SCALE).text_extents(run)
    return extents[4] / SCALE


def _set_text(text: Text, missing: set[str]) -> Iterator[str]:
    """Yield one `<text>` a run, placed by its measured width."""
    t = theme.TYPES[text.role]
    bold = t.weight >= _BOLD_FROM
    runs = [(family, run, _advance(family, bold, t.size, run)) for family, run in _runs(text, missing)]
    width = sum(advance for _, _, advance in runs)
    x = pixels(text.x, 0)[0] - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    for family, run, advance in runs:
        yield (f'<text x="{number(x)}" y="{number(baseline(text))}" '
               f'style="font-family:{family}">{escape(run)}</text>')
        x += advance


def _drawn(product: Product, name: str) -> tuple[bytes, tuple[Note, ...]]:
    """Return the SVG that CairoSVG is given, light, and what is missing in it; `name` is what is made of it."""
    missing: set[str] = set()
    svg = svg_element(product, "literal", lambda text: _set_text(text, missing))
    if not missing:
        return svg.encode(), ()
    shown = " ".join(sorted(missing)[:8])
    return svg.encode(), (Note(
        "warning", "missing-font", 0, 0,
        f"no font here can draw {shown} in the {name}; install a font that has them "
        "(for Chinese, Japanese and Korean: the package fonts-noto-cjk on Debian and Ubuntu)",
    ),)


def png(product: Product) -> tuple[bytes, tuple[Note, ...]]:
    """Return the PNG, light, on paper; raises MissingDependencyError where CairoSVG or cairo is not there."""
    cairosvg, _ = _cairo()
    svg, notes = _drawn(product, "PNG")
    paper = next(colour.light for colour in theme.COLOURS if colour.name == "paper")
    data: bytes = cairosvg.svg2png(bytestring=svg, scale=SCALE, background_color=paper)
    return data, notes


def pdf(product: Product) -> tuple[bytes, tuple[Note, ...]]:
    """Return a PDF of one page, as large as the drawing, its text selectable; raises as `png` does.

    Of itself cairo would write when it was made. A date that is always the same, in a version of PDF in which it
    stands in the open, makes the same bytes of the same drawing.
    """
    cairosvg, cairocffi = _cairo("pdf")
    title = "".join(char for char in product.title if char.isprintable())

    def surface(*arguments: Any) -> Any:
        made = cairocffi.PDFSurface(*arguments)
        made.restrict_to_version(cairocffi.PDF_VERSION_1_5)
        made.set_metadata(cairocffi.PDF_METADATA_TITLE, title)
        made.set_metadata(cairocffi.PDF_METADATA_CREATE_DATE, _EPOCH)
        return made

    svg, notes = _drawn(product, "PDF")
    kind = type("Surface", (cairosvg.surface.PDFSurface,), {"surface_class": staticmethod(surface)})
    data: bytes = kind.convert(bytestring=svg)      # type: ignore[attr-defined]
    return data, notes
