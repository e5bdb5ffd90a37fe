"""Take what belongs to a text for text: rows -> rows of the same size, in which it is no glyph.

    host : a       if (a            int *p;        crw-r--r--        the colons of a list, the bars of operators,
    port : 80        || b)          /* why */      a ... b           the stars of comments, and such

A search is a function of a module of this floor, which is loaded when there is something for it.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model import Cell
from ..typed import Final, NamedTuple
from .edits import function_of, rarest
from .quotes import TEXT_SIGN

_LETTER, _BRACKET = "x["                # stand for what is a word by itself, and for what begins or ends one
Search = Callable[[Sequence[str]], Iterator[Cell]]


class Wording(NamedTuple):
    """Rows hold one of `signs`, else there is nothing for `search`, a `Search` of `module`; `shown` stands for what it
    finds.
    """

    signs: Iterable[str]
    module: str
    search: str
    shown: str = TEXT_SIGN


WORDINGS: Final = (
    Wording((":",), "pairs", "find_lists"),
    Wording(("||", "|>"), "pairs", "find_bars"),
    Wording(("[",), "pairs", "find_bracketed"),
    Wording(("* *", "*  *", "*   *", "***", "/*", "*/"), "stars", "find_stars"),
    Wording(".,:'`*+^", "signs", "find_signs"),
    Wording(("* ", "+ ", ": ", " *\n"), "written", "find_bullets"),
    Wording(("...",), "written", "find_ellipses"),
    Wording(("[=", "[-", "[~"), "written", "find_gauges"),
    Wording((" | ",), "written", "find_pipes"),
    Wording((" --- ",), "written", "find_nones"),
    Wording(("|",), "written", "find_sizes"),
    Wording(("\\/ ", "/\\ "), "written", "find_vees"),
    Wording(("/ ", "/\n"), "roots", "find_roots"),
    Wording(("|--", "│--"), "cells", "find_flags"),
    Wording([f"{bar}{sign}{bar}" for bar in "|│" for sign in "-=/\\"], "cells", "find_keys"),
    Wording(("-| |-", "-||-", "/\\/", "\\/\\"), "signs", "find_poles", _LETTER),
    Wording(("(", "[v]", "[V]", "[X]", "[+]"), "nodes", "find_operators", _LETTER),
    Wording("VvoO", "nodes", "find_letters", _LETTER),
    Wording(("/ \\",), "nodes", "find_expressions", _LETTER),
    Wording("<", "nodes", "find_angles", _BRACKET),
    Wording(("[^",), "nodes", "find_classes"),
)
#: The strings, each after what tells that it is not there, with the number of its search.
_AWAITED: Final = [
    (rarest(sign), sign, number) for number, wording in enumerate(WORDINGS) for sign in wording.signs]


def worded(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Return `rows` with the colons of a list, the bars of operators, the stars of comments and such, as text."""
    whole = "\n".join(rows)
    found: dict[int, dict[int, str]] = {}
    done = -1
    for sign, number in [(sign, number) for rare, sign, number in _AWAITED if rare in whole]:
        if number != done and sign in whole:
            done, (_, module, name, shown) = number, WORDINGS[number]
            search: Search = function_of(module, name)
            for y, x in search(rows):
                found.setdefault(y, {})[x] = shown
    return tuple(
        "".join([found[y].get(x, char) for x, char in enumerate(row)]) if y in found else row
        for y, row in enumerate(rows)) if found else rows
