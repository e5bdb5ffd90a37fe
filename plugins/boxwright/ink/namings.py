r"""Settle the lines between names: the last elbow of a typed tree, hyphens between letters.

    +---a       ├---a         A---B---C   ->   A───B───C
    \---b   ->  └---b
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Cell
from ..patterns import pattern
from ..typed import Final
from .edits import At, Edit
from .shy import is_word
from .triggers import UPPER_BRACE

#: An elbow of a typed tree, with the name after it; then what an elbow hangs on.
_BRANCH: Final = pattern(r"(?<![^ |])[+\\\\`](-+ ?)(?=[\[({<\"'@~$.]?\w)")
#: A bar with hyphens before a name that ends the row: an elbow, where it is the only one under another name.
_ONLY: Final = pattern(r"(?<![^ |])\|-{2,} ?(?=[\[({<\"'@~$.]?\w[^|]*$)")
_LAST: Final = pattern(r"`-(?=[\w({\[])")
_LEAST_BRANCH: Final = 3                # hyphens of an elbow that hangs on nothing but the name over it
#: Letters with hyphens between them, each with a digit and a tick at the most, or a short name in parentheses.
_NODE: Final = r"(?:[^\W_]\d?'?|\([^\W_]{1,3}\))"
_LETTERED: Final = pattern(rf"(?<![^\s/\\|]){_NODE}(?:-{{2,}}{_NODE})+(?![\w'(-])")
_LEAST_LINK: Final = 3                  # hyphens between nodes that no other line leaves; ...
_LEAST_ALONE: Final = 4                 # ... where there are but two nodes
_LEAVING: Final = ((-1, 1, "/"), (1, -1, "/"), (-1, -1, "\\"), (1, 1, "\\"))
_LINK: Final = pattern("-+")
_TICK: Final = '"'                      # stands for one that is part of a name: it is no glyph


def trees(y: int, row: str, at: At) -> Iterator[Edit]:
    """A backslash before a name, under its trunk or the name it belongs to, is the last elbow of a typed tree.

    Under a name, the first letter or the next one, so is a backtick; under a trunk that is a round corner already.

        C:.             app
        +---a           +- a        under the name, as one that has no elder sister
        |   \\---b       |  \\- b
        \\---c           \\- c
    """
    for match in _BRANCH.finditer(row):
        x = match.start()
        if row[x] == "+" or row[x] == "`" and at(y - 1, x) in "|+" or not _hangs(y, x, match, at):
            continue
        yield Cell(y, x), "└"
        k = y - 1
        while (above := at(k, x)) in "|+":
            if above == "+" and at(k, x + 1) == "-" and at(k, x - 1) in " |":
                yield Cell(k, x), "├"
            k -= 1


def braces(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""A slash before a name over a trunk that ends in a backslash before another is the upper elbow of a brace.

           /-- a
        x -+
           \-- b
    """
    for match in UPPER_BRACE.finditer(row):
        x, k = match.start(), y + 1
        while at(k, x) in "|+":
            k += 1
        if k > y + 1 and at(k, x) == "\\" and at(k, x + 1) == "-":
            yield Cell(y, x), "┌"


def only(y: int, row: str, at: At) -> Iterator[Edit]:
    """A bar with hyphens before a name, alone under the first letter of another name, is its only branch.

        src
        |-- a
            |-- b
    """
    for match in _ONLY.finditer(row):
        x = match.start()
        if is_word(at(y - 1, x)) and at(y - 1, x - 1) in " -" and at(y + 1, x) not in "|+`'\\":
            yield Cell(y, x), "└"


def processes(y: int, row: str, at: At) -> Iterator[Edit]:
    """A plus between two names begins a tree of names that touch its lines, down to its last branch.

        init-+-cron
             |-sshd---bash      each name is an end: a half line beside it has no arm to go on behind it
             `-logd
    """
    for match in _LAST.finditer(row):
        x, k, ends = match.start(), y - 1, [y]
        while at(k, x) == "|":
            if at(k, x + 1) == "-":
                ends.append(k)
            k -= 1
        ends.append(k)
        if at(k, x) != "+" or at(k, x - 1) != "-" or not _names(at(k, x - 2)) or any(
                at(end, x + 1) != "-" or not _names(at(end, x + 2)) for end in ends):
            continue
        yield Cell(k, x - 1), "╶"
        yield Cell(k, x), "┬"
        yield from ((Cell(end, x), "├" if at(end, x + 1) == "-" else "│") for end in range(k + 1, y))
        yield Cell(y, x), "└"
        for end in ends:
            yield Cell(end, x + 1), "╴"
            name = x + 2                # one name under another, in its row; behind a plus another tree begins
            while (after := at(end, name)) not in " +":
                if after == "-" and at(end, name + 1) == at(end, name + 2) == "-" and _names(at(end, name + 3)):
                    yield from ((Cell(end, name + side), char) for side, char in enumerate("╶─╴"))
                    name += 2
                name += 1


def _names(char: str) -> bool:
    """Tell whether a name of a process may begin or end with a character."""
    return is_word(char) or char in "(){}[]_"


def _hangs(y: int, x: int, elbow: re.Match[str], at: At) -> bool:
    """Tell whether the trunk is over an elbow, or the first letter of the name that it belongs to."""
    if at(y - 1, x) in "|+":
        return True
    first = x - 1 if is_word(at(y - 1, x - 1)) else x
    if not is_word(at(y - 1, first)):
        return False
    dash = first - 1 - (at(y - 1, first - 1) == " ")
    if at(y - 1, dash) == "-":
        while at(y - 1, dash) == "-":
            dash -= 1
        return at(y - 1, dash) in "+\\`├└"
    # the name of a root: a branch of the elbow's own, or many hyphens tell so
    if at(y - 1, first - 1) != " ":
        return False
    has_branch = any(at(y + 1, elbow.end() + k) in "+\\`" and at(y + 1, elbow.end() + k + 1) == "-" for k in (0, 1))
    return has_branch or elbow.group(1).count("-") >= _LEAST_BRANCH and not elbow.string[:x].strip(" ")


def _bars(y: int, x: int, way: int, at: At) -> list[Cell]:
    """Return the bars that lead up (-1) or down (1) from a node to another, and are touched by nothing."""
    found: list[Cell] = []
    k = y + way
    while at(k, x) == "|" and at(k, x - 1) == at(k, x + 1) == " ":
        found.append(Cell(k, x))
        k += way
    return found if is_word(at(k, x)) else []


def lettered(y: int, row: str, at: At) -> Iterator[Edit]:
    r"""Hyphens between letters are lines between three nodes, or two where they are four or another line leaves.

              B---C topic
             /
        A---D---E main

        A---B
        |   |       of two with three, where a bar leads from one to another node, too
        C---D
    """
    for match in _LETTERED.finditer(row):
        links = [link.span() for link in _LINK.finditer(row, match.start(), match.end())]
        shortest = min(stop - start for start, stop in links)
        nodes = match.start(), *(stop for _, stop in links)
        bars = [cell for x in nodes for way in (-1, 1) for cell in _bars(y, x + (row[x] == "("), way, at)]
        if shortest >= (_LEAST_LINK if len(links) > 1 or bars else _LEAST_ALONE) or any(
                at(y + dy, x + dx) == char and at(y + dy, x + 2 * dx) == " " and not is_word(at(y + dy, x))
                for x in (match.start(), links[-1][1]) for dy, dx, char in _LEAVING):
            yield from ((Cell(y, x), "─") for start, stop in links for x in range(start, stop))
            yield from ((Cell(y, x), _TICK) for x in range(*match.span()) if row[x] == "'")
            yield from ((cell, "│") for cell in bars)
