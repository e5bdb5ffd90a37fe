"""Take what stands in quotes for text: rows -> rows of the same size, with no ink in the quotes.

    A ──► "--- +++" ok        the strokes in the quotes are letters, whatever is above or below them
          +-------+

Only what stands like a quotation is one: it opens behind a blank, a bracket or a wall, it closes before a blank, a
mark or a wall, and nothing goes through it. Quotes that are corners too hold a few signs, and no line comes down to
both:

    tok '->'     `--` or '='      .-.
    tok '-'      `--all`          '-'     ink
"""
from __future__ import annotations

from collections.abc import Sequence, Set

from ..glyphs import FORCED, GLYPHS, LEVEL, UPRIGHT, char_class, chars
from ..patterns import pattern
from ..typed import Final
from .shy import is_word

_QUOTE: Final = '"'
#: What stands for ink that is text: no glyph, and no part of a word.
TEXT_SIGN: Final = _QUOTE
_LONGEST: Final = 38                    # cells between the quotes; two that stand further apart are no pair
_WALL: Final = "".join(UPRIGHT)
_QUOTED: Final = pattern(
    f'"(?<![^{char_class(f" ([{{<=,:{_WALL}")[1:]}")(?=[^ "])(?P<text>[^"]{{1,{_LONGEST}}})(?<! )"'
    f'(?![^{char_class(f" .,;:!?)]}}>{_WALL}")[1:]})')
_DOWN, _UP = frozenset(chars("S", head=False)), frozenset(chars("N", head=False))
_FORCED: Final = frozenset(FORCED.values())
#: What stands for ink in quotes; a letter stays part of its word.
_TEXT: Final = {ord(char): "x" if char.isalnum() else TEXT_SIGN for char in GLYPHS if char not in _FORCED}
_TICKS: Final = "'`"                    # quotes that are corners too
_WIDE: Final = "⺀-\uffff"                # letters beside which no blank stands, and their second cells
#: Up to four signs between two ticks, as code and manuals have them: tr '-' '_', '='*40, -d'|', '-'.join(x), ' | '
_SIGNS: Final = pattern(
    rf"(?P<tick>['`])(?<![^\w (\[{{<=,:{_WIDE}].)"
    r"(?P<text>(?P<apart>(?:(?<!\w.) )?)(?:[^\w\s\"'`]|_){1,4}(?P=apart))(?P=tick)"
    rf"(?![^ .,;:!?)\]}}>*+/%|{_WIDE}])")
_CODE: Final = "`"
#: What is set as code: anything in double backticks, a flag in single ones.
_CODES: Final = pattern(
    rf"(?P<tick>`(?<![^ (\[{{<=,:{_WALL}{_WIDE}]`)`?)(?P<text>(?![ `])[^`]{{1,{_LONGEST}}})(?<! )(?P=tick)(?![`\w])")
_FLAG: Final = pattern(r"-.*\w")
_ROUND: Final = ".,"
_CORNERS: Final = _ROUND + _TICKS
_LEVEL: Final = LEVEL | {"+"}
_LEADS: Final = (frozenset(chars("S")) | frozenset("()")) - frozenset(_ROUND)
_LONG: Final = 3                        # signs of a line that is rather a bottom than a quotation
_BRACKET: Final = pattern(r"\S+")
_BRACKETS: Final = pattern(f" *(?:(?P<tick>['`])-{{{_LONG},}}(?P=tick) *)+")


def quoted(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with what stands in quotes as text."""
    whole = "\n".join(rows)
    if _QUOTE in whole:
        rows = _without_quotations(rows)
    if _CODE in whole:
        rows = _without_code(rows)
    return _without_signs(rows) if whole.count("'") > 1 or whole.count(_CODE) > 1 else rows


def _without_quotations(rows: tuple[str, ...]) -> tuple[str, ...]:
    spans = {y: [match.span("text") for match in _QUOTED.finditer(row)]
             for y, row in enumerate(rows) if row.count(_QUOTE) > 1}
    cells = {(y, x) for y, found in spans.items() for span in found for x in range(*span)}
    quiet = list(rows)
    for y, found in spans.items():
        for first, stop in found:
            if not any(_goes_through(rows, y, x, cells) for x in range(first, stop)):
                quiet[y] = quiet[y][:first] + rows[y][first:stop].translate(_TEXT) + quiet[y][stop:]
    return tuple(quiet)


def _goes_through(rows: Sequence[str], y: int, x: int, cells: Set[tuple[int, int]]) -> bool:
    """Tell whether an upright line goes through a cell; one that stands in quotes (`cells`) in every row does not."""
    return (
        0 < y < len(rows) - 1 and (rows[y][x] in _UP or rows[y][x] in _DOWN)
        and rows[y - 1][x] in _DOWN and rows[y + 1][x] in _UP and not {(y - 1, x), (y + 1, x)} <= cells
    )


def _without_code(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with what is set as code as text, and its backticks too: `--all`, ``a -> b``"""
    quiet = list(rows)
    for y, row in enumerate(rows):
        for match in _CODES.finditer(row) if row.count(_CODE) > 1 else ():
            first, stop, tick, text = *match.span(), match["tick"], match["text"]
            if (tick != _CODE or _FLAG.fullmatch(text)) and _FORCED.isdisjoint(text):
                ticks = TEXT_SIGN * len(tick)
                quiet[y] = f"{quiet[y][:first]}{ticks}{text.translate(_TEXT)}{ticks}{row[stop:]}"
    return tuple(quiet)


def _without_signs(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with the signs between two ticks as text, and the ticks too."""
    quiet = list(rows)
    for y, row in enumerate(rows):
        done = 0
        parts: list[str] = []
        if row.count("'") < 2 and row.count(_CODE) < 2:
            continue
        if y and _BRACKETS.fullmatch(row) and _are_under(rows[y - 1], row):
            continue
        above = f"  {quiet[y - 1] if y else ' ' * len(row)}  "
        for match in _SIGNS.finditer(row):
            if not _FORCED.isdisjoint(match["text"]) or _is_bottom(above, match["text"], match.start()) \
                    or y > 1 and _ends_an_arc(rows[y - 2], rows[y - 1], match.start(), match.end() - 1):
                continue
            parts += row[done : match.start()], TEXT_SIGN, match["text"].translate(_TEXT), TEXT_SIGN
            done = match.end()
        if done:
            quiet[y] = f"{''.join(parts)}{row[done:]}"
    return tuple(quiet)


def _are_under(above: str, row: str) -> bool:
    """Tell whether each of the brackets in a row that holds nothing else is under a text:

        price * count
        '---'   '---'
    """
    over = (above[each.start() : each.end()] for each in _BRACKET.finditer(row))
    return not any(LEVEL.issuperset(cells.replace(" ", "")) for cells in over)


def _is_bottom(above: str, text: str, left: int) -> bool:
    r"""Tell whether two ticks are the corners of a bottom: lines come down to both of them, or a round line to one.
    `above` is the row over them, with two cells more at each end.

        | |    \    /     .-.   .-.    __    __     '.    .'
        '-'     '--'         '-'         '--'         '--'      one of three cells or more is, where any sign is
                                                                over an end
    """
    right = left + len(text) + 1
    west, east = above[left : left + 5], above[right : right + 5]               # over each tick, two cells to each side
    if any(end[k] in _ROUND and not _LEVEL.isdisjoint(end[k - 1 : k + 2]) for end in (west, east) for k in (1, 2, 3)):
        return True
    if west[1] in _ROUND and west[0] in _TICKS and east[3] in _ROUND and east[4] in _TICKS:
        return True
    if len(text) >= _LONG and LEVEL.issuperset(text):
        return any(char != " " and char not in LEVEL and not is_word(char) for char in west[1:4] + east[1:4])
    return _comes_down(west, west[1], west[:3]) and _comes_down(east, east[3], east[2:])


def _ends_an_arc(over: str, above: str, left: int, right: int) -> bool:
    """Tell whether a round line comes down to one of two ticks through a parenthesis, from the row `over` it.

        '--.
            )
        '--'
    """
    return any(
        above[tick + way : tick + way + 1] == sign and over[tick] in _CORNERS and over[tick - way] in LEVEL
        for tick, way, sign in ((left, -1, "("), (right, 1, ")")) if tick + way >= 0)


def _comes_down(end: str, outside: str, low: str) -> bool:
    """Tell whether a line comes down to a tick: from straight over it or outside of it, along a slope or a low line."""
    return not _LEADS.isdisjoint((end[2], outside)) or end[1] == "\\" or end[3] == "/" or "__" in low
