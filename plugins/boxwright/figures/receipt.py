"""A receipt: a slip of paper with labels left and amounts right: Sketch -> Receipt -> Scene.

    ┌────────────┐
    │    Shop    │     the first lines, up to the first divider or pair: the shop's name, then what is small
    ├────────────┤     a divider from wall to wall, or a rule: a line across the slip
    │ Tea:  1.20 │     a pair: `label: amount`, `label .... amount`, `label   amount`
    │ ---------- │     a rule of hyphens: a dashed one, as is one of dashes, even from wall to wall
    │ Total: 1.20│     a pair whose label is a word for the total: set larger
    │ 1 May 09:12│     a time or an address is no pair: its colon parts nothing
    └────────────┘
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..glyphs import GLYPHS, char_class, those
from ..languages import language, phrase
from ..model import Grid, Line, Paper, Path, Primitive, Receipt, Scene, Sketch, Text, TextRole
from ..patterns import pattern
from ..telling import LONGEST, clipped
from ..text.grid import cells_text
from ..text.width import text_width
from ..typed import Final

_BARS: Final = those(lambda g: set(g.arms) & set("NS") and not g.head)
_LINES: Final = those(lambda g: g.arms == "EW")
_WALL: Final = char_class("".join(c for c in _BARS if not (c.isascii() and c not in "|+")))
_FRAMED: Final = pattern(f"\\s*{_WALL}(.*?)(?:{_WALL}\\s*)?", re.DOTALL)
_TEES: Final = frozenset(those(lambda g: "E" in g.arms and set(g.arms) & set("NS")))
_STROKES: Final = frozenset(_LINES) | frozenset("*·._") | frozenset(_BARS)
_SHORTEST_RULE: Final = 3
_DASHES: Final = {g.char for g in GLYPHS.values() if g.dash not in ("solid", "wavy")}
_DASHED: Final = frozenset("-.·") | _DASHES
_ON_LINE: Final = pattern(f"[{re.escape(_LINES)}]{{2,}} ?([^{re.escape(_LINES)}]+?) ?[{re.escape(_LINES)}]{{2,}}")
#: A colon that parts a label from what it tells: not that of 09:12, of http:// and a::b, of a face :)
_COLON: Final = pattern(r":(?=\s)|(?:：|(?<=[^\s:]):(?!//|:|\)))(?<!\d.(?=\d))")
_LONGEST_LABEL: Final = 24
_STAMP: Final = pattern(r"\d[:：]\d|://")
_LEADER: Final = pattern(r"[.·…]{2,}| {2,}")
_AMOUNT: Final = pattern(
    r"[-+−]?\s?(?:[¥￥$€£₩₹]|[A-Z]{3}\s)?\s?[-+−]?\d[\d,.]*\s?(?:元|円|원|[¥￥$€£₩₹]|%|[A-Z]{3})?")
_CURRENCIES: Final = frozenset("¥￥$€£₩₹")
_MONEY: Final = pattern(r"[¥￥$€£₩₹元円원]|\d[.,]\d\d\b")
_TOTAL: Final = pattern(
    r"(?:grand\s+)?total|amount\s+due|to\s+pay|总计|合计|總計|合計|应付|应收|实付|お会計|합계|gesamt|summe", re.I)
_FEWEST_PAIRS: Final = 2
_GUTTER: Final = 6                      # half-cells from the paper's edge to the text
_FEWEST_COLUMNS: Final = 26             # of the type area; a narrower slip looks like a label
_PITCH: Final = 3                       # half-cells from line to line ...
_RULE_PITCH: Final = 2                  # ... and from a line to a rule
_HEAD_ROOM: Final = 4
_TEXT_ROLES: Final[dict[str, TextRole]] = {
    "shop": "shop", "soft": "soft", "text": "slip", "pair": "slip", "total": "total",
}


def _pair(text: str) -> tuple[str, str] | None:
    gaps = list(_LEADER.finditer(text))
    if gaps:
        left, right = text[: gaps[-1].start()].rstrip(":：. "), text[gaps[-1].end() :].strip(" .")
        if left and _AMOUNT.fullmatch(right):
            return left, right
    colon = _COLON.search(text, 1)
    if colon and colon.start() <= _LONGEST_LABEL and (right := text[colon.end() :].strip()):
        return text[: colon.start()].strip(), right
    left, _, right = text.rpartition(" ")
    if left and left[-1] in _CURRENCIES:            # "Total ¥ 3.00"
        left, right = left[:-1].rstrip(), f"{left[-1]} {right}"
    return (left, right) if left and _AMOUNT.fullmatch(right) and _MONEY.search(right) else None


def _rule(row: str) -> str:
    """Return "rule" or "dashed-rule" for a row that draws one, else "".

    A divider from wall to wall is dashed only where it is drawn so: ├╌╌┤, not +--+.
    """
    inner = row.strip(_BARS + " ")
    if len(inner) < _SHORTEST_RULE or not set(inner) <= _STROKES:
        return ""
    dashed = _DASHES if row[0] in _TEES else _DASHED
    return "dashed-rule" if inner[0] in dashed else "rule"


def _lines(grid: Grid) -> Iterator[Line]:
    rows = [cells_text(row, grid.asides).strip() for row in grid.rows]
    drawn = [i for i, row in enumerate(rows) if row]
    seen: set[str] = set()
    for y in drawn:
        row = rows[y]
        if rule := _rule(row):
            if y not in (drawn[0], drawn[-1]):
                seen.add("rule")
                yield Line("rule" if rule == "rule" else "dashed-rule")
            continue
        framed = _FRAMED.fullmatch(row)
        text = (framed[1] if framed else row).strip()
        if on_line := _ON_LINE.fullmatch(text):
            text = on_line[1]
        if not text:
            continue
        pair = _pair(text)
        if pair:
            seen.add("pair")
            yield Line("total" if _TOTAL.fullmatch(pair[0]) else "pair", *pair)
        elif not seen:
            seen.add("shop")
            yield Line("shop", text)
        else:
            yield Line("soft" if seen == {"shop"} else "text", text)


def read_receipt(grid: Grid) -> Receipt:
    """Read any text as a receipt."""
    lines = tuple(_lines(grid))
    return Receipt(next((line.left for line in lines if line.role == "shop"), ""), lines)


def recognise(sketch: Sketch, grid: Grid) -> Receipt | None:
    """One frame, a title in it, and two or more pairs below it, two of them amounts of money: a receipt.

    There are no more other texts than pairs; a time or an address, as tills print them, does not count.
    """
    outer = [box for box in sketch.boxes if box.parent is None]
    if len(outer) != 1 or len(sketch.boxes) != 1 or sketch.connectors or sketch.heads or sketch.amid:
        return None
    if any(divider.stroke.axis == "v" for divider in sketch.dividers):
        return None
    if any(owned.owner is None for owned in sketch.labels):
        return None
    receipt = read_receipt(grid)
    pairs = [line for line in receipt.lines if line.role in ("pair", "total")]
    money = [line for line in pairs if _AMOUNT.fullmatch(line.right) and _MONEY.search(line.right)]
    texts = [line for line in receipt.lines if line.role in ("text", "soft") and not _STAMP.search(line.left)]
    has_rule = any(line.role in ("rule", "dashed-rule") for line in receipt.lines)
    if receipt.title and has_rule and len(money) >= _FEWEST_PAIRS and len(pairs) >= len(texts):
        return receipt
    return None


def _columns(line: Line) -> int:
    if line.role == "shop":
        return text_width(line.left) * 5 // 4 + 1
    gap = 3 if line.role in ("pair", "total") else 0
    wide = (text_width(line.left) + text_width(line.right)) * (5 if line.role == "total" else 17)
    return -(-wide // (4 if line.role == "total" else 16)) + gap


def build_scene(figure: Receipt) -> Scene:
    """Return the scene of a receipt: the paper, then its lines from top to bottom."""
    columns = max([_FEWEST_COLUMNS, *map(_columns, figure.lines)])
    width = 2 * columns + 2 * _GUTTER
    left, right, middle = _GUTTER, width - _GUTTER, width // 2
    y, after_rule = _HEAD_ROOM - _PITCH, False
    body: list[Primitive] = []
    for line in figure.lines:
        is_rule = line.role in ("rule", "dashed-rule")
        y += _RULE_PITCH if is_rule or after_rule else _PITCH
        after_rule = is_rule
        if is_rule:
            ends = ((left - 2, y), (right + 2, y))
            body.append(Path(ends, "light", "dashed" if line.role == "dashed-rule" else "solid", "rule"))
            continue
        role = _TEXT_ROLES[line.role]
        if line.right:
            body.append(Text(left, y, line.left, text_width(line.left), "start", role))
            body.append(Text(right, y, line.right, text_width(line.right), "end", role))
        else:
            body.append(Text(middle, y, line.left, text_width(line.left), "middle", role))
    height = y + _HEAD_ROOM
    return Scene("receipt", width, height, (Paper(0, 0, width, height, torn=True), *body))


def _describe(figure: Receipt, lang: str) -> str:
    """Return the slip read aloud, from top to bottom."""
    spoken = language(lang)
    lines = [
        spoken.say("pair", {"left": line.left, "right": line.right}) if line.right else line.left
        for line in figure.lines if line.left and not (line.role == "shop" and line.left == figure.title)
    ]
    listed = clipped(spoken.say("pairs", {}).join(lines), LONGEST)
    if not listed:
        return spoken.say("slip-empty", {"shop": figure.title}) if figure.title else spoken.say("receipt", {})
    if not figure.title:
        return spoken.say("slip-plain", {"lines": listed})
    return spoken.say("slip", {"shop": figure.title, "lines": listed})


def tell(figure: Receipt, lang: str) -> tuple[str, str]:
    """Return the shop's name, or the kind's own, and the slip read aloud, from top to bottom."""
    return figure.title or phrase(lang, "receipt"), _describe(figure, lang)
