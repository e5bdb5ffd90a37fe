"""Put lifelines in line, and move them apart where wide text has no room between them: rows, matches -> rows, Repairs.

    用户      服务器              用户             服务器
     │         │                  │                │       all that stands right of the room that is put in goes
     │─ 用户登录请求 ─>│     ->     │─ 用户登录请求 ─>│       along: names and boxes at the ends of lifelines as well
     │<────────│                  │<───────────────│
"""
from __future__ import annotations

from collections.abc import Iterator

from ..model import Repair
from .drift import BARE_SIDE
from .grid import FILLER
from .hanging import hanging_labels
from .homes import Frame, match_rows
from .layout import demands, grow, lay
from .matching import Match
from .mending import blocks, harmed, ink_of, mend_lines
from .told import Names


def mend_lifelines(
    rows: tuple[str, ...], lifelines: dict[int, list[Match]], frames: list[Frame]
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows that change when lifelines are put in line, and the repairs.

    `lifelines` are the rows in which they are seen, those in line as well.
    """
    laid, repairs = mend_lines(rows, lifelines, frames)
    tight = {y for y, matches in lifelines.items() if FILLER in rows[y] and y not in laid and any(
        home != seen for home, seen in matches)}
    if not tight:
        return laid, repairs
    bare = tuple(_bare(row, lifelines[y]) if y in lifelines else row for y, row in enumerate(rows))
    for block in blocks(rows, tight):
        inside = [frame for frame in frames if frame.edges[0].row in block]
        matched = match_rows(rows, inside, frozenset(block)) | {y: m for y, m in lifelines.items() if y in block}
        most = max(len(matched[y]) for y in lifelines if y in block)
        if any(len(matched.get(y, ())) < most and not {match.seen for match in matched.get(y, ())}.issuperset(
                bar.start() for bar in BARE_SIDE.finditer(rows[y])) for y in block):
            continue                    # nobody knows where that belongs
        grown, moved = _moved_apart(rows, bare, lifelines, matched, block, inside)
        if not harmed(rows, grown, block):
            laid = {y: row for y, row in laid.items() if y not in block} | grown
            repairs = [repair for repair in repairs if repair.row not in block] + moved
    return laid, repairs


def _bare(row: str, matches: list[Match]) -> str:
    """Return nothing but the lifelines of a row, in their columns."""
    cells = [" "] * len(row)
    for home, seen in matches:
        cells[home] = row[seen]
    return "".join(cells)


def _ends(lifelines: dict[int, list[Match]], block: range, frames: list[Frame]) -> Iterator[tuple[int, int]]:
    """Yield the sides of the boxes at the head or the foot of one lifeline: they go along, and grow no wider."""
    homes = {match.home for y, matches in lifelines.items() if y in block for match in matches}
    for frame in frames:
        left, right = frame.walls[0].column, frame.walls[-1].column
        if len(homes.intersection(range(left, right + 1))) == 1 and lifelines.keys().isdisjoint(
                range(frame.edges[0].row, frame.edges[-1].row + 1)):
            yield left, right


def _moved_apart(
    rows: tuple[str, ...], bare: tuple[str, ...], lifelines: dict[int, list[Match]], matched: dict[int, list[Match]],
    block: range, frames: list[Frame],
) -> tuple[dict[int, str], list[Repair]]:
    """Return the rows of a block that change where lifelines move apart, and what was moved.

    `bare` are the rows with nothing but lifelines where there are some, for names to hang from.
    """
    growths = grow([d for y, matches in matched.items() for d in demands(rows[y], matches)])
    ends = list(_ends(lifelines, block, frames))
    beside = sorted(growth._replace(column=min(
        [left for left, right in ends if left < growth.column <= right], default=growth.column)) for growth in growths)
    names, hanging = Names(frames), dict[int, int]()
    laid: dict[int, str] = {}
    repairs: list[Repair] = []
    for y in block:
        row, matches = rows[y], matched.get(y, [])
        if y in lifelines:
            hanging = {}
            after, columns = lay(row, matches, growths)
        else:
            hanging = hanging_labels(bare, y, hanging)
            after, columns = lay(row, matches, beside, ink_of(bare, y, hanging), hanging)
        if after != row.rstrip(" "):
            laid[y] = after
            repairs += [Repair(y, match.seen, column - match.seen, names.line(row, y, match.seen))
                        for match, column in zip(matches, columns, strict=True) if column != match.seen]
    return laid, repairs
