"""Say of boxes what they are called and what they hold: Sketch, Language -> names, sentences.

    ┌──────────┐  ┌──────────────┐  ┌──────┐      "kettle, on the stove": a name and what explains it
    │  kettle  │  │ sugar        │  │      │      a list: "sugar, lemons and ice"
    │ on stove │  │ lemons       │  └──────┘      "a box without a name"
    └──────────┘  │ ice          │
                  └──────────────┘
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..languages import Language
from ..model import Box, OwnedLabel, Sketch
from ..typed import Final, NamedTuple
from .cells import Cells, cells_of
from .items import is_titled, item_of, items_of, title_of
from .lanes import Lane, lanes_of
from .rows import Row, read_rows, torn_boxes
from .texts import Rows, clipped, heading, own_labels, repeated, run_on, text_of

_MOST_NAMES: Final = 16                 # in one list
_MOST_TITLES: Final = 3                 # boxes that a drawing without a title is named after
_SHORT: Final = 40                      # characters of a name that is told whole wherever it is told
_CENTRED: Final = 2                     # half-cells off the middle that still count as in the middle
_FEWEST_ITEMS: Final = 3                # lines that make a list; two are a name and what explains it


class Told(NamedTuple):
    """A box in words: its `name`, short and in `full`, and what is written in it beside.

    A box without a name that holds a list has `things` alone; one that holds nothing has none of them.
    """

    name: str = ""
    full: str = ""
    things: tuple[str, ...] = ()
    cells: Cells = ()                   # what stands in it, row by row, where it is a table

    @property
    def first(self) -> str:
        """What stands first in it: a name for a box without one."""
        texts = (*self.things, *(line for row in self.cells for cell in row for line in cell))
        return clipped(next(iter(texts), ""))


def _listed(title: str, items: Sequence[str]) -> Told:
    name = clipped(title_of(title))
    return Told(name, name, tuple(map(clipped, items)))


class Boxes:
    """The boxes of one sketch, in one language."""

    def __init__(self, sketch: Sketch, lang: Language) -> None:
        self._sketch, self._lang = sketch, lang
        self._children: dict[int | None, list[int]] = {}
        for index, box in enumerate(sketch.boxes):
            self._children.setdefault(box.parent, []).append(index)
        cells = cells_of(sketch)
        leaves = {i: rows for i, rows in cells.items() if i not in self._children}
        self._torn = torn_boxes(sketch) if leaves else set()
        self._columns, self.ends_of = read_rows(sketch, leaves, self._torn)
        self.pointed = {text for c in sketch.connectors for text in (c.source_text, c.target_text) if text}
        own = own_labels(sketch)
        self._lanes = lanes_of(sketch, self._children, own)
        self._told = [self._box(i, rows, cells.get(i, ())) for i, rows in enumerate(own)]
        self._ends = {end for c in sketch.connectors for end in (c.source, c.target) if end is not None}
        self._frames = {i for i in self._children if i is not None and self._is_frame(i)}
        self._nameless = {i for i, told in enumerate(self._told) if not told.name and i not in self._frames}
        self._empty = {i for i in self._nameless if not (self._told[i].cells or self._told[i].things)}
        self._names = self._short_names()
        self._row_names = self._names_of_rows() if self._columns else {}
        met = {end for ends in self.ends_of for end in ends if isinstance(end, Row)} if self._columns else ()
        self._met = {self._columns[row.box].texts[row.row] for row in met}

    def _box(self, index: int, rows: Rows, cells: Cells) -> Told:
        boxes = self._sketch.boxes
        if index in self._lanes:
            name = clipped(self._lang.listing([lane.title for lane in self._lanes[index]]))
            return Told(name, name)
        if inner := [boxes[i] for i in self._children.get(index, ()) if boxes[i].outline is None]:
            return self._container(index, rows, inner)
        if cells and sum(bool(cell) for row in cells for cell in row) > 1:
            return self._divided(index, cells)
        return self._leaf(index, rows)

    def _leaf(self, index: int, rows: Rows) -> Told:
        """Return a box of lines in words: a name, a sentence, a list, or a list under a title."""
        if len(rows) < _FEWEST_ITEMS:
            return Told(*self._named(index, rows))
        lines = [text_of(row) for row in rows]
        middle = [self._is_middle(index, row) for row in rows]
        columns = [row[0].label.column for row in rows]
        is_even = len(set(columns)) == 1            # a line that fills its box is in the middle of it by chance
        if all(middle) and not is_even:
            return Told(*self._named(index, rows))
        if middle[0] and not any(middle[1:]) and not is_even:
            return _listed(lines[0], items_of(lines[1:]))
        items = items_of(lines)
        if len(items) == 1:
            return Told(clipped(items[0], _SHORT), clipped(items[0]))
        if len(items) == len(lines) and is_titled(lines, columns):
            return _listed(items[0], items[1:])
        return Told(things=tuple(map(clipped, items)))

    def _container(self, index: int, rows: Rows, inner: Sequence[Box]) -> Told:
        head, rest = heading(rows, inner, self.pointed)
        names = head if len(head) <= _FEWEST_ITEMS else head[:1]
        things = (*head[len(names):], *rest)
        lines = [text_of(row) for row in things]
        if len({row[0].label.column for row in things}) == 1 and all(len(row) == 1 for row in things):
            lines = items_of(lines)
        return Told(*self._named(index, names), tuple(map(clipped, lines)))

    def _is_frame(self, index: int) -> bool:
        """Tell whether a box around others is told of though it has no name: it says something, or is led to."""
        told = self._told[index]
        return not told.name and (bool(told.things or told.cells) or index in self._ends)

    def _named(self, index: int, rows: Rows) -> tuple[str, str]:
        """Return a name in short and in full. What is set to the middle and short is one name: "User / Service"; else
        the first line is one, and the others explain it."""
        if not rows:
            return "", ""
        first = item_of(clipped(text_of(rows[0])))
        if len(rows) == 1:
            return first, first
        full = item_of(clipped(run_on([*map(text_of, rows)])))
        is_one = len(full) <= _SHORT and all(self._is_middle(index, row) for row in rows)
        return full if is_one else first, full

    def _divided(self, index: int, cells: Cells) -> Told:
        """Return a box with dividers in words: a table, a list of rows, or a title with compartments under it."""
        if self._is_list(index):
            return Told(things=tuple(map(clipped, self._columns[index].texts)))
        if len(cells[0]) == 1 and len(cells[0][0]) <= 1:
            title = run_on(cells[0][0])
            if all(len(row) == 1 for row in cells):
                if index in self._torn:
                    return Told(cells=cells)
                lines = tuple(clipped(line) for row in cells[1:] for line in items_of(row[0]))
                return Told(clipped(title), clipped(title), lines)
            return Told(clipped(title), clipped(title), cells=cells[1:])
        return Told(cells=cells)

    def _is_middle(self, index: int, row: Sequence[OwnedLabel]) -> bool:
        label, box = row[0].label, self._sketch.boxes[index]
        offset = (2 * label.column + label.columns) - (2 * box.column + box.columns)
        return len(row) == 1 and abs(offset) <= _CENTRED

    def _short_names(self) -> list[str]:
        """Return what each box is called: its first line, all of its name where others begin so, with a number where
        others have the same name. One without a name goes by what stands first in it."""
        names = [told.name for told in self._told]
        if alike := repeated(names):
            names = [told.full if told.name in alike else told.name for told in self._told]
        bare = sorted(self._nameless)
        tables = [i for i in bare if self._told[i].cells]
        for index in bare:
            names[index] = self._told[index].first
        for index in tables:
            key = "the-table" if len(tables) == 1 else "the-table-of-many"
            names[index] = self._lang.say(key, {"first": names[index]})
        if alike := repeated(names):
            seen = Counter[str]()
            for index, name in enumerate(names):
                if name and name in alike:
                    seen[name] += 1
                    names[index] = self._lang.say("same-name", {"name": name, "number": seen[name]})
        nameless = [i for i, name in enumerate(names) if not name and (i in self._ends or i in self._frames)]
        for number, index in enumerate(nameless, 1):
            key = "no-name" if len(nameless) == 1 else "no-name-of-many"
            names[index] = self._lang.say(key, {"number": number})
        return names

    def _names_of_rows(self) -> dict[Row, str]:
        """Return what each row of a column is called: by its text, with a number where others have the same; or as a
        part of a box with a name."""
        rows = {Row(box, number): clipped(text) for box, column in self._columns.items()
                for number, text in enumerate(column.texts)}
        total, seen = Counter(name for row, name in rows.items() if self._columns[row.box].on_a_par), Counter[str]()
        total.update(name for box, name in enumerate(self._names) if box not in self._columns)
        for row, name in rows.items():
            if not self._columns[row.box].on_a_par:
                rows[row] = self._lang.say("part-of", {"part": name, "box": self._names[row.box]})
            elif total[name] > 1:
                seen[name] += 1
                rows[row] = self._lang.say("same-name", {"name": name, "number": seen[name]})
        return rows

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list, of a long one only the beginning."""
        if len(names) > _MOST_NAMES:
            kept = _MOST_NAMES - 1
            names = [*names[:kept], self._lang.say("others", {"count": len(names) - kept})]
        return self._lang.listing(names)

    def _rows(self, cells: Cells, *, among: bool) -> str:
        """Return a table with its rows; `among` other things they stand in brackets, else after a colon."""
        rows = [self._lang.listing([clipped(run_on(cell)) for cell in row if cell], plain=True) for row in cells]
        rows = [row for row in rows if row]
        if len(rows) > _MOST_NAMES:
            rows = [*rows[: _MOST_NAMES - 1], self._lang.say("others", {"count": len(rows) - _MOST_NAMES + 1})]
        listed = self._lang.say("comma-more", {}).join(rows)
        return self._lang.say("table-among" if among else "table", {"count": len(cells), "rows": listed})

    def _title(self, index: int) -> str:
        """Return a box as it is first told of: with all of its name."""
        told, name = self._told[index], self._names[index]
        return told.full if told.full and name == told.name else name

    def _lane(self, lane: Lane) -> str:
        things = [*self._things(lane.boxes, 1 + len(lane.texts)), *map(clipped, lane.texts)]
        title = clipped(lane.title)
        return self._lang.say("with", {"box": title, "things": self.listed(things)}) if things else title

    def _things(self, boxes: Sequence[int], others: int = 0) -> list[str]:
        """Return boxes, each a thing for a list with so many `others`; those in which nothing stands are counted."""
        found = self._flat(boxes)
        told = [index for index in found if index not in self._empty]
        empty = len(found) - len(told)
        among = len(told) + bool(empty) + others > 1
        things = [self.thing(index, among=among) for index in told]
        return [*things, self._lang.say("empty", {"count": empty})] if empty else things

    def _inside(self, index: int) -> list[str]:
        """Return what a box holds, each a thing for a list."""
        told = self._told[index]
        if index not in self._children:
            return [self._rows(told.cells, among=False)] if told.cells else [*told.things]
        things = self._things(self._children[index], 1 if told.cells else len(told.things))
        if len(things) == 1 and len(kids := self._flat(self._children[index])) == 1:
            only = self._told[kids[0]]
            # A frame around a list: its items are what it holds.
            if not only.name and only.things and kids[0] not in self._frames:
                things = list(self._items(kids[0]))
        return [*things, *([self._rows(told.cells, among=bool(things))] if told.cells else told.things)]

    def _flat(self, indices: Sequence[int]) -> Sequence[int]:
        """Return boxes, those without a name that only hold others replaced by what they hold."""
        if self._nameless.isdisjoint(indices):
            return indices
        ahead, found = list(indices)[::-1], list[int]()     # a stack: boxes may be nested deeper than calls may
        while ahead:
            index = ahead.pop()
            if index in self._nameless and index in self._children:
                ahead += reversed(self._children[index])
            else:
                found.append(index)
        return found

    def thing(self, index: int, *, among: bool = False) -> str:
        """Return a box as a thing, `among` others in a list; "" where nothing stands in it."""
        told = self._told[index]
        if told.name or index in self._frames:
            return self._title(index)
        if told.cells:
            return self._rows(told.cells, among=among)
        return self.listed(self._items(index))

    def _items(self, index: int) -> Sequence[str]:
        """Return the items of a list; a row to which a connector leads has the name that it has there."""
        things = self._told[index].things
        if not self._is_list(index):
            return things
        return [self._row_names[Row(index, number)] if text in self._met else thing
                for number, (text, thing) in enumerate(zip(self._columns[index].texts, things, strict=True))]

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for outermost boxes that hold nothing, and one for each box that holds something."""
        plain, empty, is_first = list[int](), list[int](), True

        def shows(things: str) -> str:
            nonlocal is_first
            key, is_first = "shows" if is_first else "also-shows", False
            return self._lang.say(key, {"things": things})

        for index in self._flat(self._children.get(None, ())):
            if lanes := self._lanes.get(index):
                yield shows(self.listed([*self._things(plain, len(lanes)), *map(self._lane, lanes)]))
                plain = []
                yield from self._deeper(index)
                continue
            inside = self._inside(index) if self._told[index].name or index in self._frames else []
            if inside:
                if plain:
                    yield shows(self.listed(self._things(plain)))
                    plain = []
                yield shows(self._lang.say("with", {"box": self._title(index), "things": self.listed(inside)}))
                yield from self._deeper(index)
            else:
                (empty if index in self._empty else plain).append(index)
        if plain or empty:
            yield shows(self.listed(self._things([*plain, *empty])))

    def _deeper(self, index: int) -> Iterator[str]:
        """Yield a sentence for each box that holds something, in a box that has been told of."""
        ahead = [*self._flat(self._children.get(index, ()))][::-1]
        while ahead:
            child = ahead.pop()
            is_frame = child in self._frames
            if (is_frame or self._told[child].name) and (inside := self._inside(child)):
                key = "frame-holds" if is_frame else "holds"
                yield self._lang.say(key, {"box": self._names[child], "things": self.listed(inside)})
            if child in self._children:
                ahead += self._flat(self._children[child])[::-1]

    def _is_list(self, index: int) -> bool:
        """Tell whether a box is a column of rows on a par: it has no name, but each row has one."""
        return index in self._columns and self._columns[index].on_a_par

    def name(self, end: int | Row) -> str:
        """Return what a box, or a row of one, is called where a connector ends at it."""
        if isinstance(end, Row):
            return self._row_names[end]
        return self._names[end] or self._lang.say("no-name", {})

    def title(self) -> str:
        """Return the names of the outermost boxes, or "" where they have none.

        Beside boxes with names a column of rows on a par goes by its first row: the names of the others say half.
        """
        outermost = self._children.get(None, ())
        has_names = any(self._told[i].name for i in outermost)
        names = [self._names[i] for i in outermost if self._told[i].name or has_names and self._is_list(i)]
        if len(names) > _MOST_TITLES:
            names = [*names[:_MOST_TITLES], self._lang.say("others", {"count": len(names) - _MOST_TITLES})]
        return self._lang.listing(names)
