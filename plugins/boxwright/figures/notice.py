"""A notice: running text on a card: lines -> Notice -> Scene. On a page it is set as text, and wraps there.

    A short first line         a heading, where a blank line follows it
                               a blank line ends a paragraph; lines next to each other are one paragraph
    - this, - that             a list; "1." makes a numbered one
    #one #two                  a line of hashtags, kept as text
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..glyphs import those
from ..languages import phrase
from ..model import Block, Grid, Notice, Paper, Primitive, Scene, Sketch, Text, TextRole
from ..patterns import pattern
from ..telling import LONGEST, clipped
from ..text.grid import cells_text
from ..text.width import graphemes, text_width
from ..typed import Final

_ITEM: Final = pattern(r"\s*[-*•·‣–]\s+(\S.*)")
_NUMBERED: Final = pattern(r"\s*\d{1,3}[.)、]\s*(\S.*)")
_TAGS: Final = pattern(r"(?:[#＃][^\s#＃]+[#＃]?\s*)+")
_HEADING: Final = pattern(r"#{1,6}\s+(\S.*)")
_BARS: Final = those(lambda g: not g.shy)
_END_OF_SENTENCE: Final = frozenset(".。!！?？;；,，:：…")
_LONGEST_HEADING: Final = 40            # cells
_MEASURE: Final = 56                    # cells of a line where the notice is a picture
_PITCH: Final = 3                       # half-cells from line to line
_GUTTER: Final = 6
_TEXT_ROLES: Final[dict[str, TextRole]] = {"heading": "prose-title", "tags": "tag"}
_NO_LINE_START: Final = frozenset("，。、；：？！）》」』】〉…,.;:?!)]}%")


def _join(lines: list[str]) -> str:
    """Join the lines of a paragraph: with a space, but with none between two wide characters."""
    text = lines[0]
    for line in lines[1:]:
        is_tight = text_width(text[-1]) == 2 or text_width(line[0]) == 2
        text += line if is_tight else f" {line}"
    return text


def _rows(grid: Grid) -> list[str]:
    """Return the lines, a frame around them taken off."""
    lines = [cells_text(row, grid.asides).strip() for row in grid.rows]
    lines = [line.strip(_BARS).strip() if line and line[0] in _BARS else line for line in lines]
    return lines


def _blocks(lines: list[str]) -> Iterator[Block]:
    kind, texts = "", list[str]()

    def flush() -> Iterator[Block]:
        nonlocal texts
        if texts and kind in ("list", "numbered"):
            yield Block("list" if kind == "list" else "numbered", tuple(texts))
        elif texts:
            yield Block("paragraph", (_join(texts),))
        texts = []

    for line in lines:
        item, numbered, heading = _ITEM.fullmatch(line), _NUMBERED.fullmatch(line), _HEADING.fullmatch(line)
        if not line:
            yield from flush()
            kind = ""
        elif heading:
            yield from flush()
            yield Block("heading", (heading[1],))
        elif _TAGS.fullmatch(line):
            yield from flush()
            yield Block("tags", (line,))
        elif item or numbered:
            found = "list" if item else "numbered"
            if kind != found:
                yield from flush()
            kind = found
            texts.append((item or numbered)[1])  # type: ignore[index]
        elif kind in ("list", "numbered") and texts:
            texts[-1] = _join([texts[-1], line])
        else:
            kind = "paragraph"
            texts.append(line)
    yield from flush()


def read_notice(grid: Grid) -> Notice:
    """Read any text as a notice; a short first paragraph that ends no sentence is its heading."""
    blocks = list(_blocks(_rows(grid)))
    if len(blocks) > 1 and blocks[0].role == "paragraph":
        text = blocks[0].texts[0]
        if text_width(text) <= _LONGEST_HEADING and text[-1] not in _END_OF_SENTENCE:
            blocks[0] = Block("heading", (text,))
    title = next((block.texts[0] for block in blocks if block.role == "heading"), "")
    return Notice(title, tuple(blocks))


def recognise(sketch: Sketch, grid: Grid) -> Notice | None:
    """A notice is never guessed: prose in a fence may be anything. `kind="notice"` asks for it."""
    return None


def _wrap(text: str, columns: int) -> Iterator[str]:
    """Yield lines of at most `columns` cells; wide characters break anywhere but before closing punctuation."""
    line, width = "", 0
    words = re.findall(r"\s+|[^\s⺀-鿿豈-﫿＀-￯]+|\S", text)
    for word in words:
        size = text_width(word)
        while size > columns:               # a word longer than a line is cut
            if line:
                yield line.rstrip()
            line, width = "", 0
            head = ""
            for piece, _ in graphemes(word):
                if text_width(head + piece) > columns:
                    break
                head += piece
            yield head
            word = word[len(head):]
            size = text_width(word)
        if width + size > columns and word.strip() and word[0] not in _NO_LINE_START:
            yield line.rstrip()
            line, width = "", 0
        if word.strip() or line:
            line, width = line + word, width + size
    if line.strip():
        yield line.rstrip()


def build_scene(figure: Notice) -> Scene:
    """Return the scene of a notice, wrapped at a fixed measure."""
    body: list[Primitive] = []
    y = 4
    for block in figure.blocks:
        role = _TEXT_ROLES.get(block.role, "prose")
        for number, text in enumerate(block.texts, 1):
            mark = {"list": "•", "numbered": f"{number}."}.get(block.role, "")
            indent = 5 if mark else 0
            for i, line in enumerate(_wrap(text, _MEASURE - (3 if mark else 0))):
                if mark and i == 0:
                    body.append(Text(_GUTTER + 1, y, mark, text_width(mark), "start", role))
                body.append(Text(_GUTTER + indent, y, line, text_width(line), "start", role))
                y += _PITCH
        y += 1
    width, height = 2 * (_MEASURE + _GUTTER), y + 1
    return Scene("notice", width, height, (Paper(0, 0, width, height, torn=False), *body))


def _describe(figure: Notice, lang: str) -> str:
    """Return the text, block after block, as far as one listens."""
    return clipped(" ".join(text for block in figure.blocks for text in block.texts), LONGEST)


def tell(figure: Notice, lang: str) -> tuple[str, str]:
    """Return the notice's heading, or the kind's own name, and its text, as far as one listens."""
    return figure.title or phrase(lang, "notice"), _describe(figure, lang)
