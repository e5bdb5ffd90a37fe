"""Write a scene as SVG elements, and the theme as a style sheet. What the SVG and the PNG share.

A line stops inside its arrowhead, a bend is a quarter circle, the head's tip ends on the edge it points at:

    ────╮
        │
        ▼
"""
from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from . import theme
from .model import TOWARDS, Gap, Head, Paper, Path, Product, Rect, Scene, Text

Scheme = Literal["page", "file", "literal"]
_BASELINE: Final = 0.32                 # of the type size: from the middle of a line down to its baseline
_TOUCH: Final = theme.HAIRLINE / 2      # a tip ends at the near side of the line it points at
_TOOTH: Final = 4                       # pixels: half a tooth of torn paper, and its depth
_PAPER_MARGIN: Final = 12               # pixels around a paper, for its shadow
_XML_UNSAFE: Final = {
    **dict.fromkeys([*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], None), 0x9: 0x20, 0xA: 0x20,
}


def escape(text: str) -> str:
    """Return `text` safe in XML text and attributes."""
    return html.escape(text.translate(_XML_UNSAFE), quote=True)


def number(value: float) -> str:
    """Return a number as short as it can be, with two decimals at the most: the same bytes on each machine."""
    if value == int(value):
        return str(int(value))
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def pixels(x: float, y: float) -> tuple[float, float]:
    """Return half-cells as pixels."""
    return x * theme.HALF[0], y * theme.HALF[1]


def baseline(text: Text) -> float:
    """Return the y of a text's baseline, in pixels."""
    return pixels(0, text.y)[1] + _BASELINE * theme.TYPES[text.role].size


def view_box(scene: Scene) -> tuple[int, int, int, int]:
    """Return x, y, width and height of a scene's sheet, in pixels."""
    x, y = scene.left * theme.HALF[0], scene.top * theme.HALF[1]
    width, height = scene.width * theme.HALF[0], scene.height * theme.HALF[1]
    if any(isinstance(p, Paper) for p in scene.primitives):
        m = _PAPER_MARGIN
        return x - m, y - m, width + 2 * m, height + 2 * m
    return x, y, width, height


# ── elements ──────────────────────────────────────────────────────────────────────────────────────

def _rect(rect: Rect) -> Iterator[str]:
    x, y = pixels(rect.x, rect.y)
    width, height = pixels(rect.width, rect.height)
    radius = min(theme.RADII[rect.corners], width / 2, height / 2)
    style = _line_class(rect.weight, rect.dash)
    yield (f'<rect class="bw-box bw-{rect.level}{style}" x="{number(x)}" y="{number(y)}" '
           f'width="{number(width)}" height="{number(height)}" rx="{number(radius)}"/>')
    if rect.weight == "double":
        yield (f'<rect class="bw-core" x="{number(x)}" y="{number(y)}" '
               f'width="{number(width)}" height="{number(height)}" rx="{number(radius)}"/>')


def _line_class(weight: str, dash: str) -> str:
    return (f" bw-{weight}" if weight != "light" else "") + (" bw-dashed" if dash == "dashed" else "")


def _gap(gap: Gap) -> Iterator[str]:
    x, y = pixels(gap.x, gap.y)
    width = gap.width * theme.HALF[0]
    yield (f'<rect class="bw-gap bw-{gap.level}" x="{number(x - width / 2)}" y="{number(y - 3)}" '
           f'width="{number(width)}" height="6"/>')


def _shortened(end: tuple[float, float], before: tuple[float, float], by: float) -> tuple[float, float]:
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = abs(dx) + abs(dy)
    if not length:
        return end
    by = min(by, length)
    return end[0] - dx / length * by, end[1] - dy / length * by


def _path_data(points: list[tuple[float, float]], bends: bool) -> str:
    """Return path data through `points`; each run is along one axis."""
    data = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        sizes = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in ((before, at), (at, after))]
        radius = min(theme.BEND_RADIUS, sizes[0] / 2, sizes[1] / 2) if bends else 0
        if radius:
            start, stop = _shortened(at, before, radius), _shortened(at, after, radius)
            turn = (at[0] - before[0]) * (after[1] - at[1]) - (at[1] - before[1]) * (after[0] - at[0])
            data.append(f"L{number(start[0])} {number(start[1])}")
            data.append(f"A{number(radius)} {number(radius)} 0 0 {int(turn > 0)} {number(stop[0])} {number(stop[1])}")
        else:
            data.append(f"L{number(at[0])} {number(at[1])}")
    data.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(data)


def _path(path: Path) -> Iterator[str]:
    points = [pixels(*point) for point in path.points]
    inside = theme.HEAD[0] - 2
    if path.start_head:
        points[0] = _shortened(points[0], points[1], inside)
    if path.end_head:
        points[-1] = _shortened(points[-1], points[-2], inside)
    style = _line_class(path.weight, path.dash)
    data = _path_data(points, path.bends)
    yield f'<path class="bw-{path.role}{style}" d="{data}"/>'
    if path.weight == "double":
        yield f'<path class="bw-core" d="{data}"/>'


def _head(head: Head) -> Iterator[str]:
    dx, dy = TOWARDS[head.side]
    x, y = pixels(head.x, head.y)
    x, y = x - dx * _TOUCH, y - dy * _TOUCH
    length, half, notch = theme.HEAD
    ax, ay = x - dx * length + dy * half, y - dy * length + dx * half
    bx, by = x - dx * length - dy * half, y - dy * length - dx * half
    qx, qy = x - dx * (length - notch), y - dy * (length - notch)
    yield (f'<path class="bw-head" d="M{number(x)} {number(y)}L{number(ax)} {number(ay)}'
           f'Q{number(qx)} {number(qy)} {number(bx)} {number(by)}Z"/>')


def _paper(paper: Paper) -> Iterator[str]:
    x, y = pixels(paper.x, paper.y)
    width, height = pixels(paper.width, paper.height)
    if not paper.torn:
        yield (f'<rect class="bw-card" x="{number(x)}" y="{number(y)}" width="{number(width)}" '
               f'height="{number(height)}" rx="8"/>')
        return
    teeth = round(width / (2 * _TOOTH))
    down, up = f"l{_TOOTH} {_TOOTH}l{_TOOTH} -{_TOOTH}", f"l-{_TOOTH} {_TOOTH}l-{_TOOTH} -{_TOOTH}"
    yield (f'<path class="bw-torn" d="M{number(x)} {number(y)}{down * teeth}V{number(y + height - _TOOTH)}'
           f'{up * teeth}Z"/>')


def plain_text(text: Text) -> Iterator[str]:
    """Yield a text as one element, as a browser sets it."""
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    yield (f'<text class="bw-{text.role}" x="{number(pixels(text.x, 0)[0])}" y="{number(baseline(text))}"{anchor}>'
           f"{escape(text.text)}</text>")


def elements(scene: Scene, set_text: Callable[[Text], Iterable[str]] = plain_text) -> Iterator[str]:
    """Yield the SVG elements of a scene, in drawing order; `set_text` writes a text."""
    writers: dict[type, Callable[..., Iterable[str]]] = {
        Rect: _rect, Gap: _gap, Path: _path, Head: _head, Paper: _paper, Text: set_text,
    }
    for primitive in scene.primitives:
        yield from writers[type(primitive)](primitive)


# ── the style sheet ───────────────────────────────────────────────────────────────────────────────

#: class -> declarations; "$name" is a colour of the theme. A class is written only where a scene uses it.
_RULES: Final = {
    "bw-box":       f"stroke:$line;stroke-width:{theme.HAIRLINE}",
    "bw-fill":      "fill:$fill",
    "bw-paper":     "fill:$paper",
    "bw-gap":       "stroke:none",
    "bw-connector": f"fill:none;stroke:$line;stroke-width:{theme.HAIRLINE};stroke-linejoin:round;stroke-linecap:round",
    "bw-divider":   f"fill:none;stroke:$line;stroke-width:{theme.HAIRLINE}",
    "bw-rule":      f"fill:none;stroke:$slip-line;stroke-width:{theme.HAIRLINE}",
    "bw-heavy":     f"stroke-width:{theme.WEIGHTS['heavy']}",
    "bw-double":    f"stroke-width:{theme.WEIGHTS['double']}",
    "bw-core":      "fill:none;stroke:$paper;stroke-width:1.5",
    "bw-dashed":    f"stroke-dasharray:{theme.DASH}",
    "bw-head":      "fill:$line;stroke:none",
    "bw-torn":      "fill:$slip;stroke:$slip-line;stroke-width:1;filter:drop-shadow(0 2px 5px $shade)",
    "bw-card":      "fill:$fill;stroke:none",
}
_MODIFIERS: Final = frozenset({"bw-gap", "bw-heavy", "bw-double", "bw-dashed"})


def _text_rule(role: str) -> str:
    t = theme.TYPES[role]
    family = f"font-family:{t.family};" if t.family != theme.MONO else ""
    weight = f"font-weight:{t.weight};" if t.weight != 400 else ""
    opacity = f";opacity:{t.opacity}" if t.opacity != 1 else ""
    return f"{family}font-size:{number(t.size)}px;{weight}fill:${t.colour}{opacity}"


def style_sheet(scene: Scene, drawn: Iterable[str], scheme: Scheme) -> str:
    """Return the rules that the elements `drawn` of a scene need, all under the root class.

    "page": colours follow the page; "file": they follow the reader's system; "literal": light, with no variables.
    """
    classes = {name for element in drawn for name in element.partition('class="')[2].partition('"')[0].split()}
    rules = {name: body for name, body in _RULES.items() if name in classes}
    rules |= {f"bw-{p.role}": _text_rule(p.role) for p in scene.primitives if isinstance(p, Text)}
    bodies = "".join(f"{body};" for body in rules.values())
    used = [c for c in theme.COLOURS if f"${c.name};" in bodies or f"${c.name})" in bodies]
    root = f".{theme.ROOT}"
    sheet: list[str] = []
    if scheme != "literal":
        values = ";".join(f"--bw-{c.name}:{c.page if scheme == 'page' else c.light}" for c in used)
        sheet.append(f"{root}{{{values}}}")
        # dark rules are for the screen alone: print stays dark on light
        if scheme == "page":
            dark = ";".join(f"--bw-{c.name}:{c.dark}" for c in used if c in theme.PAGE_DARK)
            if dark:
                sheet.append(f"@media screen{{[data-md-color-scheme=slate] {root}{{{dark}}}}}")
        else:
            dark = ";".join(f"--bw-{c.name}:{c.dark}" for c in used)
            sheet.append(f"@media screen and (prefers-color-scheme:dark){{{root}{{{dark}}}}}")
    sheet.append(f"{root} text{{font-family:{theme.MONO};white-space:pre}}")
    for name, body in rules.items():
        for colour in sorted(used, key=lambda c: -len(c.name)):
            body = body.replace(f"${colour.name}", colour.light if scheme == "literal" else f"var(--bw-{colour.name})")
        # a modifier is named twice: it must win over the plain rules of a figure further down the page
        sheet.append(f"{root} .{name}{f'.{name}' if name in _MODIFIERS else ''}{{{body}}}")
    return "\n".join(sheet)


def svg_element(
    product: Product, scheme: Scheme, set_text: Callable[[Text], Iterable[str]] = plain_text,
) -> str:
    """Return the `<svg>` element of a product, one element a line (so that a search index keeps its words apart).

    The same bytes every time: fixed attribute order, no clock, no counter; ids only from the content.
    """
    x, y, width, height = view_box(product.scene)
    drawn = list(elements(product.scene, set_text))
    title, desc = (escape(f"{product.ident}-{part}") for part in ("title", "desc"))
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{theme.ROOT}" role="img" aria-labelledby="{title} {desc}" '
        f'viewBox="{x} {y} {width} {height}" width="{width}" height="{height}">',
        f'<title id="{title}">{escape(product.title)}</title>',
        f'<desc id="{desc}">{escape(product.description)}</desc>',
        f"<style>{style_sheet(product.scene, drawn, scheme)}</style>",
        *drawn,
        "</svg>",
    ])
