"""Lay a row out anew: row, Match, ..., Growth, ... -> row.

Padding is elastic, and so is the line's own fill; text is not. What does not fit asks for room, and the
room is put in as whole columns, into every row that crosses them.

    │ 柠檬水  │   ->   │ 柠檬水 │      spaces give way
    ├─── x ────┤  ->   ├─── x ───┤    the line gives way
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set

from ..glyphs import GLYPHS, char_class, those
from ..patterns import pattern
from ..typed import Final, NamedTuple
from .marks import ASCII_LINES, BAR, BOX, DOTS, HEADS, LINE_HEADS, LINES, PLUS, RIGHT, SIDES, WALLS
from .matching import Match

_SHORTEST_FILL: Final = 3
_STRETCHES: Final = "".join(char for char in LINES if char not in DOTS)
_FILL: Final = pattern(f"( *)(({char_class(_STRETCHES)})\\3*)( *)")
_RULE: Final = pattern(f"({char_class(_STRETCHES)})\\1++(?!\\w)")    # but no --option
_TO_END: Final = pattern(f"({char_class(LINES)}) {{1,2}}$")   # a line that falls short of its end
_HEADS: Final = frozenset(LINE_HEADS)
#: A typed dotted line: with a head, or it comes from what is beside it.
_SIGNS: Final = pattern(r"[ .:|+<>^v=-]*[.:|<>^=-][ .:|+<>^v=-]*")
_DOTTED: Final = pattern(r"(?= *<|.*> *$|\.{3}|.*\.{3}$) *<?(?P<dots>\.{2,}|\.[.!]*\.)>? *")
_ENDS_LINE: Final = frozenset(RIGHT)
_OFFERS_EAST: Final = frozenset(those(lambda g: "E" in g.arms))
_OFFERS_WEST: Final = frozenset(those(lambda g: "W" in g.arms))
_LINE_SET: Final = frozenset(LINES)
_TEES: Final = _OFFERS_EAST & _OFFERS_WEST - _LINE_SET
_GAP: Final = pattern(f" {{2,}}(?={char_class(''.join(sorted(SIDES)))})")  # before a line that runs between boxes
_WORD: Final = f"[^ {re.escape(BOX + LINES + BAR + PLUS)}]+"
_INNER: Final = f"[{re.escape(ASCII_LINES + BAR + PLUS)}]{{1,2}}"           # within a word: to-do, a|b
_ITEM: Final = f"(?:{_WORD}(?:{_INNER}{_WORD})*|(?<![^ ])[{re.escape(ASCII_LINES)}](?![^ ]))"    # alone: 4 - 3
LABEL: Final = pattern(f"{_ITEM}(?: {_ITEM})*")
_DRAWN: Final = char_class("".join(char for char in _STRETCHES if char not in GLYPHS or not GLYPHS[char].shy))
#: A line up to a label, and one from it on; typed ones are the same on both sides.
_LINE_BEFORE: Final = pattern(f"(?P<line>{_DRAWN})(?P=line) ?$")
_LINE_BEHIND: Final = pattern(f" ?(?P<line>{_DRAWN})(?P=line)")
_TYPED_BEFORE: Final = pattern(f"(?P<line>{char_class(ASCII_LINES)})(?P=line){{2}} ?$")
_TYPED_BEHIND: Final = pattern(f" ?(?P<line>{char_class(ASCII_LINES)})(?P=line){{2}}")
_BREAK: Final = "   "                   # what stands further left than this is no part of what stands right of it


class Demand(NamedTuple):
    """The text between two walls needs at least `room` columns between them."""

    home_left: int
    home_right: int
    room: int


class Growth(NamedTuple):
    """`by` columns are put in before the home column `column`."""

    column: int
    by: int


def _padding(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))


def _is_centred(text: str) -> bool:
    lead, trail = _padding(text)
    return lead >= 2 and trail >= 1 and abs(lead - trail) <= 2


def _end_fill(text: str) -> tuple[int, int]:
    """Return the run of line (start, stop) at the right end of `text`, or else at its left end.

    After it a head is allowed, and one blank behind that: ────> │
    """
    stop = len(text) - (1 if text[-2:-1] in _HEADS and text[-1] == " " else 0)
    stop -= 1 if text[stop - 1 : stop] in _HEADS else 0
    start, lines = stop, LINES if text[stop : stop + 1] in _HEADS else _STRETCHES
    while start > 0 and text[start - 1] in lines and text[start - 1] == text[stop - 1]:
        start -= 1
    if stop - start >= 2:
        return start, stop
    start = 1 if text[1:2] in _HEADS and text[0] == " " else 0
    start += 1 if text[start : start + 1] in _HEADS else 0
    stop, lines = start, LINES if text[max(start - 1, 0) : start] in _HEADS else _STRETCHES
    while stop < len(text) and text[stop] in lines and text[stop] == text[start]:
        stop += 1
    return (start, stop) if stop - start >= 2 else (0, 0)


def room(text: str, *, is_flush: bool = False) -> int:
    """Return the least columns that the cells between two walls can do with; a flush text keeps its column."""
    if not text.strip(" "):
        return 0
    if rule := _FILL.fullmatch(text):
        return min(1, len(rule[1])) + min(len(rule[2]), _SHORTEST_FILL) + min(1, len(rule[4]))
    lead, trail = _padding(text)
    start, stop = _end_fill(text)
    spare = trail - min(trail, 1) + max(stop - start - 1, 0)
    spare += sum(len(m.group()) - 1 for m in _GAP.finditer(text))
    return len(text) - spare - (lead - 1 if not is_flush and _is_centred(text) else 0)


def fit(text: str, columns: int, *, is_first: bool = False) -> str:
    """Return `text` with spaces or fill added or taken away, so that it takes `columns` if it can.

    Before the first wall of a row, a line at the left touches nothing, and is no fill.
    """
    if len(text) == columns:
        return text
    if not text.strip(" "):
        return " " * columns
    if rule := _FILL.fullmatch(text):
        lead, fill, trail = rule[1], rule[2], rule[4]
        trail = trail[: max(columns - len(lead) - len(fill), min(len(trail), 1))]
        short = columns - len(lead) - len(fill) - len(trail)
        longer = max(len(fill) + short, min(len(fill), _SHORTEST_FILL))
        text = lead + rule[3] * longer + trail
        return text if len(text) <= columns else text.strip(" ").center(columns)
    start, stop = _end_fill(text)
    if is_first and stop < len(text) - 1 and text[stop:].strip(" ") not in LINE_HEADS:
        start = stop = 0
    if columns > len(text) and not stop and (dots := _DOTTED.fullmatch(text)):
        start, stop = dots.span("dots")
    if columns > len(text):
        if text[-2:-1] in _LINE_SET and text[-1] in _TEES:
            return text + text[-2] * (columns - len(text))      # the tee stays where its line is
        if not stop and text[-1] in _LINE_SET and (text[0] in _HEADS or not text[-1].isascii()):
            return text + text[-1] * (columns - len(text))      # one glyph that touches the wall: ◄─ tea ─│
        if not stop and text[-2:-1] in _LINE_SET and text[-1] in _HEADS:
            return text[:-1] + text[-2] * (columns - len(text)) + text[-1]      # a head that touched the wall: ─►│
        if stop:
            return text[:start] + text[start] * (stop - start + columns - len(text)) + text[stop:]
        return text + " " * (columns - len(text))
    _, trail = _padding(text)
    cut = min(len(text) - columns, trail - min(trail, 1))
    text = text[: len(text) - cut]
    if len(text) > columns and stop:
        cut = min(len(text) - columns, stop - start - 1)
        text = text[:start] + text[start + cut :]
    for gap in reversed(list(_GAP.finditer(text))) if len(text) > columns else ():
        cut = min(max(len(text) - columns, 0), len(gap.group()) - 1)
        text = text[: gap.start()] + text[gap.start() + cut :]
    if len(text) > columns and text.startswith("  "):
        lead, _ = _padding(text)
        text = text[min(len(text) - columns, lead - 1) :]
    return text


def _drawn_from(row: str, ink: int) -> int:
    """Return the column from which a row is part of its drawing, whose first ink is at `ink`: labels beside it are."""
    gap = row.rfind(_BREAK, 0, ink)
    return gap + len(_BREAK) if gap >= 0 else len(row) - len(row.lstrip(" "))


def _at_label(text: str, begin: int, end: int, at: int) -> tuple[int, str] | None:
    """Return where the line goes on that stands before or behind a label, and that line: what is put in at `at`, in
    the label or a blank beside it, is line.

        ── tea ──   ->   ── tea ────        -- tea    words, and their signs
    """
    if not begin - 1 <= at <= end + 1:
        return None
    before, behind = _LINE_BEFORE.search(text, max(begin - 3, 0), begin), _LINE_BEHIND.match(text, end)
    if before is None and behind is None:
        before, behind = _TYPED_BEFORE.search(text, max(begin - 4, 0), begin), _TYPED_BEHIND.match(text, end)
        if before is None or behind is None or before["line"] != behind["line"]:
            return None
    if at <= begin:
        return (before.start("line") + 1, before["line"]) if before else None
    return (behind.start("line"), behind["line"]) if behind else None


def _widen(
    text: str, start: int, growths: list[Growth], drawn: int, wall: str, hanging: dict[int, int]
) -> str:
    """Return `text`, whose first cell is at home column `start`, with columns put in before home columns.

    Lines run on through the new columns, those that come out of the `wall` before the text as well; a text is not
    cut: its padding grows after it, or, where it is one of the labels `hanging` from a line that moves, before it.
    What stands left of the cell `drawn` is no part of the drawing, and stays where it is.
    """
    labels = [m.span() for m in LABEL.finditer(text) if m.group() not in HEADS]
    starts = [span[0] for span in labels]
    put: list[tuple[int, str]] = []
    is_dotted = ".." in text and _DOTTED.fullmatch(text) is not None
    for column, by in growths:
        at = max(column - start, drawn)
        if at >= len(text):
            break
        if is_dotted and at > 0 and text[at - 1] == "." == text[at]:
            put.append((at, "." * by))
            continue
        if at > 0 and text[at - 1] in LINES and (text[at] in LINES or text[at] in WALLS or text[at] in LINE_HEADS):
            put.append((at, text[at - 1] * by))
            continue
        beside = text[at - 1] if at > 0 else wall
        if beside in _OFFERS_EAST and text[at] in _STRETCHES or beside in WALLS and _RULE.match(text, at):
            put.append((at, text[at] * by))         # right behind a corner or tee, or a side that a line touches
            continue
        if beside in _OFFERS_EAST and text[at] in _OFFERS_WEST and text[at + 1 : at + 2] in _LINE_SET:
            put.append((at, text[at + 1] * by))     # two glyphs that met are parted
            continue
        if 1 < at < len(text) and text[at - 1] in _HEADS and text[at - 2] in LINES and text[at] == " ":
            put.append((at - 1, text[at - 2] * by))
            continue
        if at < len(text) - 1 and text[at] in _HEADS and text[at + 1] in LINES and (beside == " " or beside in WALLS):
            put.append((at + 1, text[at + 1] * by))
            continue
        label = bisect_left(starts, at) - 1
        begin, end = labels[label] if label >= 0 else (0, 0)
        if hanging.get(begin, -1) >= at > begin >= drawn:
            at = begin
        line = next((found for begin_, end_ in labels[max(label, 0) : label + 2]
                     if (found := _at_label(text, begin_, end_, at))), None)
        put.append((line[0], line[1] * by) if line else (end if begin < at < end else at, " " * by))
    out, done = [], 0
    for at, new in sorted(put):
        out += [text[done:at], new]
        done = at
    return "".join(out) + text[done:]


def grow(demands: list[Demand]) -> list[Growth]:
    """Solve for the walls, left to right: the columns to put in."""
    columns, sums = [-1], [0]           # growth up to and with each column
    for left, right, wanted in sorted(demands, key=lambda d: (d.home_right, d.home_left)):
        gained = sums[-1] - sums[bisect_right(columns, left) - 1]
        short = wanted - (right - left - 1) - gained
        if short <= 0:
            continue
        if columns[-1] == right:
            sums[-1] += short
        else:
            columns.append(right)
            sums.append(sums[-1] + short)
    return [Growth(columns[i], sums[i] - sums[i - 1]) for i in range(1, len(columns))]


def demands(row: str, matches: list[Match], flush: Set[int] = frozenset()) -> list[Demand]:
    """Return what room the text between the walls of `row` asks for; `flush` are the walls before flush texts."""
    found: list[Demand] = []
    before = Match(-1, -1)
    for match in matches:
        text = row[before.seen + 1 : match.seen]
        found.append(Demand(before.home, match.home, room(text, is_flush=before.home in flush)))
        before = match
    return found


def _line_beside(row: str, left: int, right: int) -> str:
    """Return the line glyph on either side of two neighbouring cells."""
    return next((char for char in (row[left - 1 : left], row[right + 1 : right + 2]) if char and char in LINES), "")


def lay(
    row: str, matches: list[Match], growths: list[Growth], ink: int | None = None,
    hanging: dict[int, int] | None = None,
) -> tuple[str, list[int]]:
    """Return `row` with its walls at home (and the growth put in), and the walls' new columns.

    `ink` is the first column that goes on into the row above or below: a row without such, and without walls,
    is no part of the drawing, and does not grow. The labels `hanging` from a line go along with its column.

        the price is 4 - 3     stays
        ┌────────┐  Till       a text beside a box goes along with it
    """
    inks = [match.seen for match in matches[:1]] + ([] if ink is None else [ink])
    if not inks:
        return row.rstrip(" "), []
    drawn = _drawn_from(row, min(inks)) if growths else 0
    out: list[str] = []
    columns: list[int] = []
    length = shift = done = 0
    before, wall = Match(-1, -1), ""

    def widen(text: str, growths: list[Growth]) -> str:
        first = before.seen + 1
        held = {x - first: column - first for x, column in hanging.items()} if hanging else {}
        return _widen(text, before.home + 1, growths, drawn, wall, held)

    for match in matches:
        inside: list[Growth] = []
        while done < len(growths) and growths[done].column <= match.home:
            shift += growths[done].by
            if growths[done].column < match.home:
                inside.append(growths[done])
            done += 1
        text = row[before.seen + 1 : match.seen]
        text = widen(text, inside) if inside else text
        text = fit(text, match.home + shift - length, is_first=before.seen < 0)
        if text and before.seen + 1 == match.seen and row[before.seen] in _OFFERS_EAST and (
                row[match.seen] in _OFFERS_WEST and (line := _line_beside(row, before.seen, match.seen))):
            text = line * len(text)         # two glyphs that met are parted: the line runs on between them
        if text.endswith(" ") and row[match.seen] in _ENDS_LINE and (rule := _TO_END.search(text)):
            text = text[: rule.start()] + rule[1] * len(rule[0])
        elif text.endswith(" ") and row[match.seen - 1] in _LINE_SET and row[match.seen] in _OFFERS_WEST:
            line = text.rstrip(" ")         # one glyph that touched its tee: 店 ─┼
            text = line + row[match.seen - 1] * (len(text) - len(line))
        out += [text, row[match.seen]]
        length += len(text) + 1
        columns.append(length - 1)
        before, drawn, wall = match, 0, row[match.seen]
    rest = row[before.seen + 1 :].rstrip(" ")
    out.append(widen(rest, growths[done:]) if done < len(growths) else rest)
    return "".join(out), columns
