"""Write a scene as SVG elements, and the theme as a style sheet. What the SVG and the PNG share.

Elements that look the same stand in one group, in drawing order; `shapes` has the geometry:

    <g class="bw-line"><path d="M20 8H60"/>…</g>
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache

from . import theme
from .joints import run_on
from .model import Dot, Gap, Head, Oval, Paper, Path, Product, Rect, Scene, Text, TextRole, Tile
from .palette import HUES
from .patterns import pattern
from .room import wide_of
from .shapes import box_data, dot_data, head_data, line_data, number, shortened, torn_data, triangle_data, wave_data
from .typed import Final, Literal, NamedTuple

Scheme = Literal["page", "file", "literal"]
_ACROSS, _DOWN = theme.HALF             # pixels of a half-cell
#: Pixels from the middle of a line down to its baseline.
_BELOW_MIDDLE: Final = {role: 0.32 * t.size for role, t in theme.TYPES.items()}
_IN_HEAD: Final = 2 - theme.HEAD[0]     # a line with a head stops inside it
_PAPER_MARGIN: Final = 12               # pixels around a paper, for its shadow
_ENTITIES: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))
_UNSAFE: Final[dict[int, int | None]] = {
    **dict.fromkeys([*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], None), 0x9: 0x20, 0xA: 0x20,
}
_MARKED: Final = pattern("[&<>\"']")


def escape(text: str) -> str:
    """Return `text` safe in XML text and attributes."""
    if not text.isprintable():
        text = text.translate(_UNSAFE)
    if _MARKED.search(text):
        for sign, entity in _ENTITIES:  # the ampersand first
            text = text.replace(sign, entity)
    return text


def pixels(x: float, y: float) -> tuple[float, float]:
    """Return half-cells as pixels."""
    return x * _ACROSS, y * _DOWN


def baseline(text: Text) -> int:
    """Return the y of a text's baseline: a whole pixel, where browsers set letters anyway."""
    return round(text.y * _DOWN + _BELOW_MIDDLE[text.role])


def view_box(scene: Scene) -> tuple[float, float, int, int]:
    """Return x, y, width and height of a scene's sheet, in pixels.

    Lines run between pixels, where each would be two pixels wide and pale; half a pixel on, they are thin and dark.
    """
    x, y = scene.left * _ACROSS, scene.top * _DOWN
    width, height = scene.width * _ACROSS, scene.height * _DOWN
    m = _PAPER_MARGIN if Paper in set(map(type, scene.primitives)) else theme.MARGIN
    return x - m + theme.CRISP, y - m + theme.CRISP, width + 2 * m, height + 2 * m


# ── elements ──────────────────────────────────────────────────────────────────────────────────────

class Element(NamedTuple):
    """One SVG element, what it shares with its neighbours apart: those with the same share a group.

    The rest tells what it is drawn for, by index.
    """

    classes: str
    markup: str
    anchor: str = "start"               # of a text
    wires: tuple[int, ...] = ()
    edge_of: int | None = None          # a box
    inside: int | None = None           # a box


class Front(NamedTuple):
    """What stands before a drawing, on a page: `markup`, line by line, and its `rules`, colours as "$name".

    `back` are the elements left behind it. Where it `is_walk`, it is what one walks to who cannot see the drawing.
    """

    back: Sequence[Element]
    markup: tuple[str, ...]
    rules: str
    is_walk: bool


@cache
def _look(hue: str, weight: str, dash: str) -> str:
    """Return the classes of a line that is not plain."""
    names = (f"{hue}-line" if hue else "", weight if weight != "light" else "",
             dash if dash not in ("solid", "wavy") else "")
    return "".join(f" bw-{name}" for name in names if name)


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'


def _rect(rect: Rect) -> list[Element]:
    """Return a rectangle and, of a double one, its core."""
    left, top, across, down, level, weight, dash, corners, bare, hue, shape, bite, index, sharp = rect
    x, y, width, height = left * _ACROSS, top * _DOWN, across * _ACROSS, down * _DOWN
    place, colour = _box(x, y, width, height), hue or level
    if bare:
        return [Element(f"bw-{colour}", f"<rect {place}/>", edge_of=index)]
    radius = min(theme.RADII[corners], width / 2, height / 2)
    element = f'<rect {place} rx="{number(radius)}"/>'
    if sharp:
        element = f'<path d="{box_data(x, y, width, height, [0 if is_sharp else radius for is_sharp in sharp])}"/>'
    if shape:
        from .outlines import outline_data  # few pictures need it
        bite *= theme.HALF[shape in ("document", "storage")]
        element = f'<path d="{outline_data(shape, x, y, width, height, bite)}"/>'
    edge = Element(f"bw-box bw-{colour}{_look(hue, weight, dash)}", element, edge_of=index)
    return [edge, Element(f"bw-core bw-on-{colour}", element)] if weight == "double" else [edge]


def _gap(gap: Gap) -> list[Element]:
    x, y = pixels(gap.x, gap.y)
    width = gap.width * _ACROSS
    place = _box(x - width / 2, y - 3, width, 6)
    return [Element(f"bw-{gap.hue or gap.level}", f"<rect {place}/>", inside=gap.box)]


def _path_data(path: Path, start_by: float, end_by: float) -> str:
    """Return the data of a path whose ends run on by so many pixels; a wave ends where its line does."""
    spots, _, dash, _, bends, _, _, smooth, rounds, hops, *_ = path
    if dash == "wavy":
        start_by, end_by = min(start_by, 0), min(end_by, 0)
    points = [(x * _ACROSS, y * _DOWN) for x, y in spots]
    if start_by:
        points[0] = shortened(points[0], points[1], -start_by)
    if end_by:
        points[-1] = shortened(points[-1], points[-2], -end_by)
    if dash == "wavy":
        return wave_data(points)
    if not (smooth or rounds or hops):  # as most are
        return line_data(points, bends=bends)
    return line_data(
        points, bends=bends, curves={pixels(*point) for point in smooth},
        rounds={pixels(*point) for point in rounds}, hops=[(pixels(*at), side) for at, side in hops])


def _path(path: Path, run_on: tuple[float, float]) -> list[Element]:
    """Return a line whose ends run on by so many pixels and, of a double one, its core."""
    _, weight, dash, role, _, start_head, end_head, _, _, _, level, hue, wires = path
    start, end = _IN_HEAD if start_head else run_on[0], _IN_HEAD if end_head else run_on[1]
    line = Element(f"bw-{role}{_look(hue, weight, dash)}",
                   f'<path d="{_path_data(path, start, end)}"/>', "start", wires)
    if weight != "double":
        return [line]
    data = _path_data(path, *(min(by, theme.CORE / 2) for by in (start, end)))
    return [line, Element(f"bw-core bw-on-{hue or level}", f'<path d="{data}"/>', "start", wires)]


def _head(head: Head) -> list[Element]:
    x, y, side, hollow, wires = head
    data = head_data(x * _ACROSS, y * _DOWN, side, hollow=hollow)
    return [Element("bw-box bw-paper" if hollow else "bw-head", f'<path d="{data}"/>', "start", wires)]


def _dot(dot: Dot) -> list[Element]:
    outline, inside = dot_data(*pixels(dot.x, dot.y), dot.shape)
    found = [Element("bw-box bw-paper", f'<path d="{outline}"/>', wires=dot.wires)]
    if inside:
        found.append(Element("bw-head", f'<path d="{inside}"/>', wires=dot.wires))
    return found


def _oval(oval: Oval) -> list[Element]:
    rx, ry = oval.width / 2, oval.height / 2
    (x, y), (rx, ry) = pixels(oval.x + rx, oval.y + ry), pixels(rx, ry)
    place = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
    classes = f"bw-box bw-paper{_look('', oval.weight, oval.dash)}"
    return [Element(classes, f"<ellipse {place}/>", wires=oval.wires)]


def _tile(tile: Tile) -> list[Element]:
    (x, y), (width, height) = pixels(tile.x, tile.y), pixels(tile.width, tile.height)
    if tile.hue:
        radius = theme.RADII["square"] - 1
        return [Element(f"bw-{tile.hue}", f'<rect {_box(x, y, width, height)} rx="{radius}"/>')]
    if tile.cut:
        return [Element("bw-tile", f'<path d="{triangle_data(x, y, width, height, tile.cut)}"/>')]
    shade = {.25: " bw-shade1", .5: " bw-shade2", .75: " bw-shade3"}.get(tile.shade, "")
    return [Element(f"bw-tile{shade}", f"<rect {_box(x, y, width, height)}/>")]


def _paper(paper: Paper) -> list[Element]:
    x, y = pixels(paper.x, paper.y)
    width, height = pixels(paper.width, paper.height)
    if paper.torn:
        return [Element("bw-torn", f'<path d="{torn_data(x, y, width, height)}"/>')]
    return [Element("bw-card", f'<rect {_box(x, y, width, height)} rx="8"/>')]


def _linked(text: Text) -> str:
    """Return a text with its links, safe."""
    parts, done = [], 0
    for start, stop, address in text.links:
        parts.append(f'{escape(text.text[done:start])}<a href="{escape(address)}">{escape(text.text[start:stop])}</a>')
        done = stop
    return "".join((*parts, escape(text.text[done:])))


def length_of(text: Text) -> float:
    """Return how long a text is where letters fill their cells; wide characters have gaps in theirs."""
    wide = max(wide_of(text.text, text.columns), 0)
    return (text.columns - 2 * wide) * theme.CELL[0] + wide * theme.TYPES[text.role].size


def plain_text(text: Text) -> tuple[str, ...]:
    """Return a text as one element, as a browser sets it."""
    x, y, words, _, _, role, is_tight, links, _ = text
    length = ""
    if is_tight:
        length = f' textLength="{number(length_of(text))}"'
        if len(words) == 1:             # no spaces to set closer
            length += ' lengthAdjust="spacingAndGlyphs"'
    place = f'x="{number(x * _ACROSS)}" y="{round(y * _DOWN + _BELOW_MIDDLE[role])}"'
    return f"<text {place}{length}>{_linked(text) if links else escape(words)}</text>",


SetText = Callable[[Text], Iterable[str]]
#: The class of a role of text; a label needs none.
_ROLE_CLASSES: Final = {role: "" if role == "label" else f"bw-{role}" for role in theme.TYPES}
_WRITERS: Final[dict[type, Callable[..., list[Element]]]] = {
    Gap: _gap, Head: _head, Dot: _dot, Oval: _oval, Tile: _tile, Paper: _paper,
}


def elements(scene: Scene, set_text: SetText = plain_text) -> list[Element]:
    """Return the SVG elements of a scene, in drawing order; `set_text` writes a text.

    A double line is a thick one with a core in the colour behind it. The cores come after all thick lines and before
    all others, so that double lines open into one another where they meet, as they do in type.
    """
    thick: list[Element] = []
    cores: list[Element] = []
    rest: list[Element] = []
    joints = run_on(scene.primitives)
    for index, primitive in enumerate(scene.primitives):
        if type(primitive) is Text:
            anchor = primitive.anchor if set_text is plain_text else "start"
            classes = _ROLE_CLASSES[primitive.role]
            for markup in set_text(primitive):
                rest.append(Element(classes, markup, anchor, (), None, primitive.box))
        elif type(primitive) is Path:
            line, *core = _path(primitive, joints.get(index, (0, 0)))
            (thick if core else rest).append(line)
            cores += core
        elif type(primitive) is Rect:
            edge, *core = _rect(primitive)
            thick.append(edge)
            cores += core
        else:
            rest += _WRITERS[type(primitive)](primitive)
    return [*thick, *cores, *rest]


#: Classes whose paths are drawn as well in one: they have no area, or lie apart.
_AT_ONCE: Final = ("bw-head", "bw-connector", "bw-divider", "bw-core")


def as_one(paths: Iterable[str]) -> str:
    """Return elements `<path d="…"/>` as one."""
    return f"""<path d="{''.join([path[9:-3] for path in paths])}"/>"""


def grouped(drawn: Iterable[Element]) -> list[str]:
    """Return the lines of `drawn`: a run with the same classes stands in one group."""
    lines: list[str] = []
    run: list[str] = []
    run_classes = run_anchor = ""
    for classes, markup, anchor, _, _, _ in drawn:
        if classes != run_classes or anchor != run_anchor:
            lines += _group(run_classes, run_anchor, run)
            run, run_classes, run_anchor = [], classes, anchor
        run.append(markup)
    return lines + _group(run_classes, run_anchor, run)


def _group(classes: str, anchor: str, markup: list[str]) -> list[str]:
    """Return the lines of elements that share their classes and their anchor."""
    if len(markup) > 1 and classes.startswith(_AT_ONCE) and {each[:6] for each in markup} == {"<path "}:
        markup = [as_one(markup)]
    shared = (f' class="{classes}"' if classes else "") + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    if not shared or not markup:
        return markup
    if len(markup) == 1:
        tag, _, rest = markup[0].partition(" ")
        return [f"{tag}{shared} {rest}"]
    return [f"<g{shared}>", *markup, "</g>"]


# ── the style sheet ───────────────────────────────────────────────────────────────────────────────

_STROKE: Final = f"stroke:$line;stroke-width:{theme.HAIRLINE}"
#: class -> declarations; "$name" is a colour of the theme. A class is written only where a scene uses it.
_RULES: Final = {
    "bw-box":       _STROKE,
    "bw-fill":      "fill:$fill",
    "bw-paper":     "fill:$paper",
    "bw-connector": f"fill:none;{_STROKE};stroke-linejoin:round;stroke-linecap:round",
    "bw-divider":   f"fill:none;{_STROKE}",
    "bw-rule":      f"fill:none;stroke:$slip-line;stroke-width:{theme.HAIRLINE}",
    "bw-core":      f"fill:none;stroke-width:{theme.CORE}",
    "bw-on-paper":  "stroke:$paper",
    "bw-on-fill":   "stroke:$fill",
    "bw-head":      "fill:$line",
    "bw-tile":      "fill:$line;shape-rendering:crispEdges",
    "bw-torn":      "fill:$slip;stroke:$slip-line;stroke-width:1;filter:drop-shadow(0 2px 5px $shade)",
    "bw-card":      "fill:$fill;stroke:none",
    **{f"bw-{hue}":    f"fill:${hue}-tint" for hue in HUES},
    **{f"bw-on-{hue}": f"stroke:${hue}-tint" for hue in HUES},
}
#: These change what another class says; they are named twice, to win over the rules of a figure further down the page.
_MODIFIERS: Final = {
    **{f"bw-{hue}-line": f"stroke:${hue}-line" for hue in HUES},
    "bw-heavy":     f"stroke-width:{theme.WEIGHTS['heavy']}",
    "bw-double":    f"stroke-width:{theme.WEIGHTS['double']};stroke-linecap:butt;stroke-linejoin:miter",
    "bw-shade1":    "opacity:.25",
    "bw-shade2":    "opacity:.5",
    "bw-shade3":    "opacity:.75",
    **{f"bw-{dash}": f"stroke-dasharray:{pattern};stroke-linecap:{cap}"
       for dash, (pattern, cap) in theme.DASHES.items()},
}
_LINKS: Final = {
    " a":               "fill:$link;text-decoration:underline 1px;text-underline-offset:.18em",
    " a:is(:hover,:focus-visible)": "text-decoration-thickness:2px",
    " a:focus-visible": "outline:2px solid $link;outline-offset:2px;border-radius:2px",
}
_COLOUR: Final = pattern(r"\$([a-z-]+)")


def _text_rules(role: str) -> tuple[str, ...]:
    """Return what a role of text asks for, the family apart."""
    t = theme.TYPES[role]
    weight = (f"font-weight:{t.weight}",) if t.weight != 400 else ()
    opacity = (f"opacity:{t.opacity}",) if t.opacity != 1 else ()
    return f"font-size:{number(t.size)}px", *weight, f"fill:${t.colour}", *opacity


def _role_rule(role: str, has_labels: bool) -> str:
    """Return the rule of a role: what is not said of all texts, as which labels count where there are some."""
    family = theme.TYPES[role].family
    said = _text_rules("label") if has_labels else ()
    return ";".join([
        *([f"font-family:{family}"] if family != theme.MONO else []),
        *(rule for rule in _text_rules(role) if rule not in said)])


def _shared_rule(roles: Set[TextRole], written: str) -> str:
    """Return what holds for all texts; `written` are their characters."""
    if not roles:
        return ""
    family = theme.MONO if written.isascii() else theme.MONO_CJK
    label = theme.TYPES["label"]
    font = f"font:{number(label.size)}px {family};fill:${label.colour}" if "label" in roles else f"font-family:{family}"
    return f"{font};white-space:pre" if "  " in written else font


def texts_of(scene: Scene) -> list[Text]:
    """Return the texts of a scene."""
    return [p for p in scene.primitives if type(p) is Text]


def has_links(texts: Iterable[Text]) -> bool:
    """Tell whether there are links in texts."""
    return bool([text for text in texts if text.links])


def style_sheet(texts: Sequence[Text], drawn: Iterable[Element], scheme: Scheme, more: str = "") -> str:
    """Return the rules that the texts and the elements `drawn` of a scene need, and `more`.

    "page": colours follow the page; "file": they follow the reader's system; "literal": light, with no variables.
    In a page all rules stand under the root class, so that they win over the page's own.
    """
    classes = frozenset(" ".join({element.classes for element in drawn}).split())
    roles = frozenset([text.role for text in texts])
    of_all = _shared_rule(roles, "".join([text.text for text in texts]))
    return _sheet(classes, roles, of_all, scheme, more, has_links(texts))


@lru_cache(maxsize=64)
def _sheet(
    classes: Set[str], roles: Set[TextRole], of_all: str, scheme: Scheme, more: str, links: bool,
) -> str:
    """Return the rules for classes and roles of text, and those `of_all` texts. Few drawings need others than the last
    ones did."""
    rules = {f".{name}": body for name, body in _RULES.items() if name in classes}
    for role in theme.TYPES:
        if role in roles and role != "label":
            rules[f".bw-{role}"] = _role_rule(role, "label" in roles)
    rules |= {f".{name}.{name}": body for name, body in _MODIFIERS.items() if name in classes}
    if links:
        rules |= _LINKS
    found = set(_COLOUR.findall(";".join((of_all, *rules.values(), more))))
    used = [c for c in theme.COLOURS if c.name in found]
    root = f".{theme.ROOT}"
    names = {c: f"--bw-{c.name}" if scheme == "page" else f"--{c.name}" for c in used}      # a file has no other names
    light = [] if scheme == "literal" else [f"{names[c]}:{c.page if scheme == 'page' else c.light}" for c in used]
    values = {c.name: c.light if scheme == "literal" else f"var({names[c]})" for c in used}
    if scheme == "page":                # a page may have a rule for text, which wins over what is inherited
        rules = {" text": of_all, **rules}
    else:
        light.append(_COLOUR.sub(lambda m: values[m[1]], of_all))
    sheet = [f"{root}{{{';'.join(filter(None, light))}}}"]
    # dark rules are for the screen alone: print stays dark on light
    if scheme == "page":
        if dark := ";".join(f"{names[c]}:{c.dark}" for c in used if c in theme.PAGE_DARK):
            sheet.append(f"@media screen{{[data-md-color-scheme=slate] {root}{{{dark}}}}}")
    elif scheme == "file":
        dark = ";".join(f"{names[c]}:{c.dark}" for c in used)
        sheet.append(f"@media screen and (prefers-color-scheme:dark){{{root}{{{dark}}}}}")
    for selectors, body in _once(rules):
        full = [f"{root} {name.strip()}" if scheme == "page" or name.startswith(" ") else name for name in selectors]
        sheet.append(f"{','.join(full)}{{{_COLOUR.sub(lambda m: values[m[1]], body)}}}")
    if more:
        sheet.append(_COLOUR.sub(lambda m: values[m[1]], more))
    return "\n".join(sheet)


_WALKED: Final = "graphics-document"    # the role of a drawing that one walks through, and does not hear as one image


def _once(rules: Mapping[str, str]) -> Iterator[tuple[list[str], str]]:
    """Yield rules, each with the names that it is for; what several of them share is said once, before them all."""
    left = dict(rules)
    for shared in (_STROKE, "fill:none"):
        names = [name for name, body in left.items() if shared in body]
        if len(names) > 1:
            yield names, shared
            left |= {name: left[name].replace(shared, "").replace(";;", ";").strip(";") for name in names}
    yield from (([name], body) for name, body in left.items() if body)


def svg_element(
    product: Product, scheme: Scheme, set_text: SetText = plain_text, drawn: Sequence[Element] | None = None,
    front: Front | None = None,
) -> str:
    """Return the `<svg>` element of a product, one element a line (so that a search index keeps its words apart).

    `drawn` are the elements of its scene, where they are known. Where what stands before them is a walk, the drawing
    is a document to who cannot see it, and what is drawn is left to those who can; else it is one image.
    The same bytes every time: fixed attribute order, no clock, no counter; ids only from the content.
    """
    x, y, width, height = view_box(product.scene)
    drawn = elements(product.scene, set_text) if drawn is None else drawn
    front = front or Front(drawn, (), "", is_walk=False)
    # what is hidden, or stands in an image, cannot be reached: links must be
    texts = texts_of(product.scene)
    role = "group" if has_links(texts) else _WALKED if front.is_walk else "img"
    ids = ("", "")
    told = ""
    if scheme == "page":                # in a file, the title and description of its root are known for what they are
        title, desc = (escape(f"{product.ident}-{part}") for part in ("title", "desc"))
        ids = f' id="{title}"', f' id="{desc}"'
        told = (f' aria-labelledby="{title}" aria-describedby="{desc}"' if role == _WALKED else
                f' aria-labelledby="{title} {desc}"')
    hidden = ('<g aria-hidden="true">', "</g>") if role == _WALKED else ("", "")
    return "\n".join(filter(None, [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{theme.ROOT}" role="{role}"{told} '
        f'viewBox="{number(x)} {number(y)} {width} {height}" width="{width}" height="{height}">',
        f"<title{ids[0]}>{escape(product.title)}</title>",
        f"<desc{ids[1]}>{escape(product.description)}</desc>",
        f"<style>{style_sheet(texts, drawn, scheme, front.rules)}</style>",
        hidden[0], *grouped(front.back), hidden[1], *front.markup,
        "</svg>",
    ]))
