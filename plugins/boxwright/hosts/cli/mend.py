"""Put the walls of a page in line: Page -> the lines that change, and the drawings that are left as they are.

Only a row that a repair changes is written anew; its indent, its quote marks and its line end stay as they were.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ... import render, straighten
from ...typed import Any
from .pages import Drawing, Page, asked_of, why_left


@dataclass(slots=True)
class Mended:
    """What is to be done to a page: new lines by their index; which drawings they are of; which are left, and why."""

    lines: dict[int, str] = field(default_factory=dict)
    drawings: list[tuple[int, int]] = field(default_factory=list)      # index of the first line, how many rows change
    left: list[tuple[int, str]] = field(default_factory=list)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def mended_rows(drawing: Drawing, door: Mapping[str, Any]) -> tuple[dict[int, str], str]:
    """Return the rows of a drawing that change, by their index, and why they must not, or ""."""
    if not drawing.source.strip():
        return {}, ""
    door = asked_of(drawing, door)
    straightened = straighten(drawing.source, **door)
    if not straightened.repairs:
        return {}, ""
    # what reading alone does to a row (it drops blanks at the end, and sets tabs) is no repair
    read = str(render(drawing.source, to="txt", straighten=False, **door).output).split("\n")
    rows = {
        index: after for index, (before, after) in enumerate(zip(read, straightened.text.split("\n"), strict=False))
        if before != after and index < len(drawing.rows)
    }
    for index in rows:
        row = drawing.rows[index]
        if _squeezed(row.text) != _squeezed(read[index]):
            return {}, f"row {index + 1} holds a character that cannot be seen, which would be lost"
        if row.prefix.strip(" ") != row.prefix.strip() or row.prefix and row.text.startswith("\t"):
            return {}, f"row {index + 1} is indented with a tab"
    return rows, ""


def mend_page(page: Page, drawings: Iterable[Drawing], door: Mapping[str, Any]) -> Mended:
    """Return what is to be done to `drawings` of `page`; those that are well do not come up."""
    mended = Mended()
    for drawing in drawings:
        at = drawing.fence.line if drawing.fence else drawing.first
        rows, reason = mended_rows(drawing, door)
        reason = reason or next(why_left(drawing), "") if rows or reason else ""
        if reason:
            mended.left.append((at, reason))
            continue
        if rows:
            mended.drawings.append((at, len(rows)))
        for index, text in rows.items():
            mended.lines[drawing.first + index] = drawing.rows[index].prefix + text
    return mended


def mended_text(page: Page, lines: Mapping[int, str]) -> str:
    """Return the text of `page` with new lines in it."""
    return page.bom + "".join(
        lines.get(index, line) + end for index, (line, end) in enumerate(zip(page.lines, page.ends, strict=True)))
