"""Hold each glyph's drawing against the same glyph of a font, and report how far the two overlap.

    python tools/glyph_proof.py        prints a table, the worst first, and writes .cache/proof/glyphs.png

A glyph alone makes no ink, so it is drawn amid neighbours that face each arm its Unicode name tells of, each with the
weight that the name tells of, and its own cell is cut out:

      │
    ──┼══     the cell of a joint amid four lines
      │

The lines of a figure are thinner than those of a font, by design. So the drawing is made with the font's own pens: what
differs then is the form, the place or the weight of an arm. The overlap is intersection over union, after both have
grown by the same little. Some groups need a rule of their own:

- blocks do not grow, and of shades only the share of ink counts, since a font draws a grid of dots;
- of dashes the gaps are filled, since a dash is as long along the row as it is down the column, and a cell is not;
- the font's heads and terminals are laid over ours, whose place and size depend on the lines that lead to them.
"""
from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import cairocffi
import cairosvg
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from boxwright import render, theme
from boxwright.glyphs import BLOCKS, GLYPHS
from boxwright.model import TOWARDS

FONT: Final = "DejaVu Sans Mono"
SCALE: Final = 10                                   # device pixels for one CSS pixel
SIZE: Final = (theme.CELL[0] * SCALE, theme.CELL[1] * SCALE)
GROWTH: Final = 5                                   # device pixels by which both grow on each side
CLOSING: Final = 32                                 # device pixels: as wide as any gap between dashes
SHEET: Final = Path(".cache/proof/glyphs.png")
LINES: Final = {
    "light": {"E": "─", "W": "─", "N": "│", "S": "│"},
    "heavy": {"E": "━", "W": "━", "N": "┃", "S": "┃"},
    "double": {"E": "═", "W": "═", "N": "║", "S": "║"},
}
SIDES: Final = {"UP": "N", "RIGHT": "E", "DOWN": "S", "LEFT": "W", "HORIZONTAL": "EW", "VERTICAL": "NS"}
WEIGHTS: Final = {"LIGHT": "light", "SINGLE": "light", "HEAVY": "heavy", "DOUBLE": "double"}
SLOPES: Final = {"↗": {"↗": "╱", "↙": "╱"}, "↖": {"↖": "╲", "↘": "╲"}}
REACH: Final = 2                                    # neighbours on each side
HEADS: Final = "▶►◀◄▲▼"
TERMINALS: Final = "●○◆◇■□"
NO_PENS: Final = {"light": 0, "heavy": 0, "double": 0, "core": 0}


class Proof(NamedTuple):
    """One glyph: its class, the two rasters, and how far they overlap, from 0 to 1."""

    char: str
    group: str
    drawn: Image.Image
    font: Image.Image
    overlap: float


# ── what is drawn ─────────────────────────────────────────────────────────────────────────────────

def arms_of(char: str) -> dict[str, str]:
    """Return {side: weight} as the name of a line or joint tells it: UP HEAVY AND RIGHT DOWN LIGHT, or LIGHT ARC …"""
    name = unicodedata.name(char).removeprefix("BOX DRAWINGS ")
    words = re.sub(r"(DOUBLE|TRIPLE|QUADRUPLE) DASH|ARC|AND", "", name).split()
    named = [word for word in words if word in WEIGHTS]
    if words[-1] in WEIGHTS:            # the weight stands after the sides; a side without one has the next one's
        words.reverse()
    found: dict[str, str] = {}
    weight = named[0]
    for word in words:
        if word in WEIGHTS:
            weight = word
        found |= dict.fromkeys(SIDES.get(word, ""), WEIGHTS[weight])
    return found


def neighbours(char: str) -> dict[str, str]:
    """Return what faces a glyph on each of its sides."""
    glyph = GLYPHS[char]
    if glyph.lean:
        return {side: line for lean in glyph.lean for side, line in SLOPES[lean].items()}
    if glyph.head or glyph.mark:
        return {side: LINES["light"][side] for side in glyph.arms}
    if glyph.dash != "solid":
        return dict.fromkeys(arms_of(char), char)
    return {side: LINES[weight][side] for side, weight in arms_of(char).items()}


def plan(char: str) -> str:
    """Return a text with `char` in its middle cell, amid its neighbours."""
    size = 2 * REACH + 1
    cells = [[" "] * size for _ in range(size)]
    cells[REACH][REACH] = char
    if char in GLYPHS:
        for side, line in neighbours(char).items():
            dx, dy = TOWARDS[side]
            for k in range(1, REACH + 1):
                cells[REACH + k * dy][REACH + k * dx] = line
    return "\n".join("".join(row).rstrip() for row in cells)


def colours(svg: str, paper: str) -> str:
    """Return a figure in black and another colour, since cairo knows no variables."""
    return re.sub(r"var\(--(?:bw-)?([a-z-]+)\)", lambda match: "#000" if match[1] in ("line", "ink") else paper, svg)


def with_pens(svg: str, pens: Mapping[str, float]) -> str:
    """Return a figure with other widths of line."""
    names = {str(theme.WEIGHTS[name]): name for name in theme.WEIGHTS} | {str(theme.CORE): "core"}
    return re.sub(r"(?<=stroke-width:)[\d.]+", lambda match: f"{pens[names[match[0]]]:.3f}", svg)


def draw(text: str, widths: Mapping[str, float], paper: str = "#fff") -> Image.Image:
    """Return the ink in the middle cell of a plan: white on black."""
    svg = str(render(text, kind="drawing", straighten=False).output)
    x, y = theme.CELL[0] * REACH, theme.CELL[1] * REACH
    sheet = f'viewBox="{x} {y} {theme.CELL[0]} {theme.CELL[1]}" width="{SIZE[0]}" height="{SIZE[1]}"'
    svg = re.sub(r'viewBox="[^"]*" width="\d+" height="\d+"', sheet, svg, count=1)
    png = cairosvg.svg2png(bytestring=with_pens(colours(svg, paper), widths).encode(), background_color="white")
    return ImageChops.invert(Image.open(io.BytesIO(png)).convert("L"))


def outline(text: str, pen: float) -> tuple[int, int, int, int]:
    """Return the box around a head or a terminal in the middle cell, without the lines that lead to it."""
    left, top, right, bottom = draw(text, NO_PENS, "#000").getbbox() or (0, 0, *SIZE)
    edge = round(pen / 2 * SCALE)
    return left - edge, top - edge, right + edge, bottom + edge


# ── what the font has ─────────────────────────────────────────────────────────────────────────────

@cache
def font_ink(char: str) -> Image.Image:
    """Return a glyph of the font, its cell stretched to ours; the cell is what the full block covers."""
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, *SIZE)
    context = cairocffi.Context(surface)
    context.select_font_face(FONT)
    context.set_font_size(1000)
    context.text_path("█")
    left, top, right, bottom = context.path_extents()
    context.new_path()
    context.scale(SIZE[0] / (right - left), SIZE[1] / (bottom - top))
    context.translate(-left, -top)
    context.move_to(0, 0)
    context.text_path(char)
    context.fill()
    return Image.frombuffer("L", SIZE, bytes(surface.get_data()), "raw", "L", surface.get_stride(), 1).copy()


def strands(char: str) -> tuple[float, float]:
    """Return how thick a line of the font is, measured across its middle, and how much of that is ink."""
    ink = font_ink(char)
    x, y = SIZE[0] // 2, SIZE[1] // 2
    across = ink.crop((x, 0, x + 1, SIZE[1]) if "E" in GLYPHS[char].arms else (0, y, SIZE[0], y + 1)).tobytes()
    inked = [at for at, value in enumerate(across) if value > 127]
    return (inked[-1] + 1 - inked[0]) / SCALE, len(inked) / SCALE


@cache
def pens() -> dict[str, float]:
    """Return the font's own widths of line: light, heavy, a double one, and the room inside that."""
    found = {}
    for name, sides in LINES.items():
        lines = strands(sides["E"]), strands(sides["N"])
        found[name], ink = (sum(values) / 2 for values in zip(*lines, strict=True))
    return {**found, "core": found["double"] - ink}


def font_glyph(char: str, text: str) -> Image.Image:
    """Return what the font has for a glyph; for a head or a terminal with the lines that lead to it."""
    ink, glyph = font_ink(char), GLYPHS.get(char)
    if glyph is None or not (glyph.head or glyph.mark):
        return ink
    left, top, right, bottom = outline(text, 0 if glyph.head else pens()["light"])
    shape = Image.new("L", SIZE)
    shape.paste(ink.crop(ink.getbbox()).resize((right - left, bottom - top)), (left, top))
    shape = shape.point(lambda value: 255 if value > 127 else 0)
    around = shape.copy()
    for corner in ((0, 0), (SIZE[0] - 1, 0), (0, SIZE[1] - 1), (SIZE[0] - 1, SIZE[1] - 1)):
        ImageDraw.floodfill(around, corner, 255)    # what stays black is closed in
    lines = font_ink({"E": "╶", "W": "╴", "N": "╵", "S": "╷", "NESW": "┼"}[glyph.arms])
    return ImageChops.lighter(shape, ImageChops.darker(lines, around))


# ── how far they overlap ──────────────────────────────────────────────────────────────────────────

def grown(image: Image.Image, by: int) -> Image.Image:
    """Return an image whose ink is `by` pixels larger on each side."""
    wide = Image.new("L", (image.width + 2 * by, image.height + 2 * by))
    wide.paste(image, (by, by))
    for _ in range(by):                 # a few small filters are quicker than a large one
        wide = wide.filter(ImageFilter.MaxFilter(3))
    return wide.crop((by, by, by + image.width, by + image.height))


def closed(image: Image.Image) -> Image.Image:
    """Return an image whose gaps are filled, as far as they are those between dashes."""
    return ImageChops.invert(grown(ImageChops.invert(grown(image, CLOSING)), CLOSING))


def total(image: Image.Image) -> int:
    return sum(level * count for level, count in enumerate(image.histogram()))


def overlap(a: Image.Image, b: Image.Image) -> float:
    """Return the intersection of two inks over their union."""
    union = total(ImageChops.lighter(a, b))
    return total(ImageChops.darker(a, b)) / union if union else 0.0


def group_of(char: str) -> str:
    """Return the class of a glyph, for which there is one bound."""
    if char in BLOCKS:
        return "block" if BLOCKS[char][1] == 1 else "shade"
    glyph = GLYPHS[char]
    for group, is_it in (
        ("head", bool(glyph.head)), ("terminal", bool(glyph.mark)), ("diagonal", bool(glyph.lean)),
        ("dash", glyph.dash != "solid"), ("arc", glyph.round),
    ):
        if is_it:
            return group
    return {1: "half", 2: "line" if glyph.arms in ("EW", "NS") else "corner", 3: "tee", 4: "cross"}[len(glyph.arms)]


def prove(char: str, text: str = "") -> Proof:
    """Return the proof of a glyph, drawn from its plan, or from another that the caller has."""
    group, text = group_of(char), text or plan(char)
    drawn, font = draw(text, pens()), font_glyph(char, text)
    return Proof(char, group, drawn, font, compared(group, drawn, font))


def compared(group: str, drawn: Image.Image, font: Image.Image) -> float:
    """Return the overlap of two rasters, as glyphs of the group are compared."""
    if group == "shade":
        shares = total(drawn), total(font)
        return min(shares) / max(shares)
    if group == "block":
        return overlap(drawn, font)
    if group == "dash":
        drawn, font = closed(drawn), closed(font)
    return overlap(grown(drawn, GROWTH), grown(font, GROWTH))


def chars() -> list[str]:
    """Return the glyphs that are proved."""
    return [*map(chr, range(0x2500, 0x25A0)), *HEADS, *TERMINALS]


# ── what is shown ─────────────────────────────────────────────────────────────────────────────────

def sheet(proofs: Iterable[Proof]) -> Image.Image:
    """Return a picture of all: the font's glyph, ours, and one over the other (ours blue, the font's red)."""
    found, across = list(proofs), 8
    width, height = 3 * (SIZE[0] + 8) + 40, SIZE[1] + 34
    image = Image.new("RGB", (across * width, -(-len(found) // across) * height), "#ddd")
    pen, face = ImageDraw.Draw(image), ImageFont.load_default(18)
    for index, proof in enumerate(found):
        x, y = index % across * width + 10, index // across * height + 24
        both = Image.merge("RGB", [ImageChops.invert(i) for i in (
            proof.drawn, ImageChops.lighter(proof.drawn, proof.font), proof.font)])
        for k, part in enumerate((ImageChops.invert(proof.font), ImageChops.invert(proof.drawn), both)):
            image.paste(part, (x + k * (SIZE[0] + 8), y))
        pen.text((x, y - 22), f"U+{ord(proof.char):04X} {proof.group} {proof.overlap:.2f}", fill="#000", font=face)
    return image


def report(proofs: Iterable[Proof]) -> str:
    """Return the table, the worst first, and the least and the mean of each class."""
    found = sorted(proofs, key=lambda proof: proof.overlap)
    groups: dict[str, list[float]] = {}
    for proof in found:
        groups.setdefault(proof.group, []).append(proof.overlap)
    lines = [f"{p.overlap:6.1%}  {p.char}  U+{ord(p.char):04X}  {p.group:9} {unicodedata.name(p.char).lower()}"
             for p in found]
    lines += ["", f"{'':10} glyphs  least   mean"]
    lines += [f"{name:10} {len(values):6} {min(values):6.1%} {sum(values) / len(values):6.1%}"
              for name, values in sorted(groups.items(), key=lambda item: item[1][0])]
    return "\n".join(lines)


def main() -> None:
    proofs = [prove(char) for char in chars()]
    print(report(proofs))
    SHEET.parent.mkdir(parents=True, exist_ok=True)
    sheet(proofs).save(SHEET)
    print(f"\nside by side: {SHEET}")


if __name__ == "__main__":
    main()
