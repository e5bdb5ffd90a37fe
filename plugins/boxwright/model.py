"""The records that travel between the floors: frozen, and with no behaviour, but that notes wait.

Rows and columns count cells from 0; a wide character takes two columns. `start` and `stop` of a run
are both inclusive. A scene measures in half-cells: a cell is 2 x 2 of them, 8 x 16 pixels when drawn.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .typed import Final, Literal, NamedTuple

Axis = Literal["h", "v", "u", "d"]       # along the row, down the column; up a slope (/), down a slope (\\)
Weight = Literal["light", "heavy", "double"]
Dash = Literal["solid", "dash2", "dashed", "dash4", "dotted", "wavy"]      # two, three, four dashes to a cell
Corners = Literal["square", "round", "wide"]
Side = Literal["N", "E", "S", "W", "↗", "↘", "↙", "↖"]
MarkShape = Literal["disc", "circle", "ring", "bullseye", "diamond", "hollow-diamond", "square", "hollow-square"]
Outline = Literal["diamond", "ellipse", "hexagon", "parallelogram", "polygon"]
Anchor = Literal["start", "middle", "end"]
TextRole = Literal["label", "title", "shop", "soft", "slip", "total", "prose", "prose-title", "tag"]
BoxShape = Literal["document", "storage", "io", "ellipse", "manual", "trapezoid", "choice"]


class Cell(NamedTuple):
    row: int
    column: int


#: Where a side lies: (to the right, down).
TOWARDS: Final[Mapping[Side, tuple[int, int]]] = {
    "N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0), "↗": (1, -1), "↘": (1, 1), "↙": (-1, 1), "↖": (-1, -1),
}
#: A place in half-cells: (x, y). The middle of a cell has odd numbers, its corners have even ones.
Point = tuple[int, int]


# ── floor 1: reading ──────────────────────────────────────────────────────────────────────────────

class Grid(NamedTuple):
    """Rows of equal length, one code unit a cell.

    A wide character is followed by a filler; `asides` gives the text behind a stand-in, which takes
    the place of a grapheme of several code points.
    """

    rows: tuple[str, ...]
    asides: Mapping[str, str]

    @property
    def columns(self) -> int:
        return len(self.rows[0]) if self.rows else 0


class Repair(NamedTuple):
    """What was moved: where it stood in the author's text, and by how many columns it went.

    `what` says what it is: a wall, an edge, a divider, a tee, a line, an arrowhead or a name over a line.
    """

    row: int
    column: int
    by: int
    what: str = "wall"


class Note(NamedTuple):
    """A diagnostic. `row` and `column` point into the straightened text."""

    severity: Literal["info", "warning"]
    code: str
    row: int
    column: int
    message: str


class Straightened:
    """What `straighten` gives: the text with its walls in line, and what was done to it.

    The notes need the whole drawing to be seen, which takes longer than to straighten it: they are made when they are
    first asked for.
    """

    __slots__ = ("_notes", "repairs", "text")

    def __init__(self, text: str, repairs: tuple[Repair, ...], notes: Callable[[], tuple[Note, ...]]) -> None:
        self.text, self.repairs = text, repairs
        self._notes: Callable[[], tuple[Note, ...]] | tuple[Note, ...] = notes

    @property
    def notes(self) -> tuple[Note, ...]:
        if not isinstance(self._notes, tuple):
            self._notes = self._notes()
        return self._notes

    def __iter__(self) -> Iterator[str | tuple[Repair, ...] | tuple[Note, ...]]:
        return iter((self.text, self.repairs, self.notes))

    def __repr__(self) -> str:
        return f"Straightened(text={self.text!r}, repairs={self.repairs!r})"


class Style(NamedTuple):
    """What an author asked of a box beyond its drawing: by tags in its text, or by a class of the legend."""

    shape: BoxShape | None = None
    hue: str | None = None              # a name of the palette
    weight: Weight | None = None
    dash: Dash | None = None
    corners: Corners | None = None
    classes: tuple[str, ...] = ()


class Legend(NamedTuple):
    """A source in two: what is drawn, and the legend at its end ("" where it has none)."""

    body: str
    tail: str
    classes: Mapping[str, Style]
    links: Mapping[str, str]            # name -> address
    notes: tuple[Note, ...] = ()


# ── floor 2: seeing ───────────────────────────────────────────────────────────────────────────────

class Piece(NamedTuple):
    """A part of a stroke that is drawn in one way, from the middle of one cell to the middle of another."""

    start: int
    stop: int
    weight: Weight
    dash: Dash


class Stroke(NamedTuple):
    """A straight run of ink. `line` is the row of an "h" stroke, the column of a "v" one.

    A slope's line is row + column ("u") or row - column ("d"), and it runs over columns. `weight` and `dash` are
    those of most of the stroke; where they change in it, `pieces` has its parts. A `low` stroke runs along the
    bottom of its row.
    """

    axis: Axis
    line: int
    start: int
    stop: int
    weight: Weight = "light"
    dash: Dash = "solid"
    pieces: tuple[Piece, ...] = ()
    low: bool = False


class Mark(NamedTuple):
    """A terminal: a shape on a stroke."""

    cell: Cell
    shape: MarkShape


class Hop(NamedTuple):
    """Where an upright line springs over a level one, to the `side`."""

    cell: Cell
    side: Side


class BlockRun(NamedTuple):
    """A run of one and the same block element."""

    row: int
    column: int
    columns: int
    char: str


class Label(NamedTuple):
    """A run of text that no stroke claimed; `columns` is its width in cells."""

    text: str
    row: int
    column: int
    columns: int


class Box(NamedTuple):
    """A closed rectangle, or the cells around a closed shape.

    `row`, `column`, `rows`, `columns` count its walls in. `parent` is an index.
    """

    row: int
    column: int
    rows: int
    columns: int
    weight: Weight
    dash: Dash
    corners: Corners
    parent: int | None = None
    container: bool = False
    depth: int = 0
    mixed: bool = False                 # its edges differ: they are drawn one by one, as dividers are
    style: Style | None = None
    outline: Outline | None = None      # of a closed shape that is no rectangle: it is drawn as the wires that it is


class Divider(NamedTuple):
    """A straight line inside a box, from wall to wall (or from wall to divider)."""

    box: int
    stroke: Stroke


class Arrowhead(NamedTuple):
    """A head at `cell`, its tip to the `side`."""

    cell: Cell
    side: Side
    hollow: bool = False
    wire: int | None = None             # that in which it stands, if it is amid one


class Wire(NamedTuple):
    """A drawn line through `path`: its ends and bends. `start_to` and `end_to`: the point to which an end runs on."""

    path: tuple[Point, ...]
    weight: Weight = "light"
    dash: Dash = "solid"
    start_to: Point | None = None
    end_to: Point | None = None
    start_arrow: bool = False
    end_arrow: bool = False
    smooth: tuple[Point, ...] = ()      # the bends that are curves
    round: tuple[Point, ...] = ()       # the bends at round corners


class Connector(NamedTuple):
    """A line between two ends; an end is a box (an index) or a free text."""

    source: int | None
    target: int | None
    source_text: str | None
    target_text: str | None
    label: str
    start_arrow: bool
    end_arrow: bool
    weight: Weight
    dash: Dash
    path: tuple[Cell, ...]


class Link(NamedTuple):
    """The part of a text that leads to an address: from `start` up to, not with, `stop`."""

    start: int
    stop: int
    address: str


class OwnedLabel(NamedTuple):
    """A label with the box it stands in (an index), or None where it stands free."""

    label: Label
    owner: int | None
    connector: int | None = None        # the wire (an index) whose connector it names, if it names one
    links: tuple[Link, ...] = ()


class Sketch(NamedTuple):
    """All that was seen in a grid. Every cell that is not blank is in exactly one of the lists."""

    rows: int
    columns: int
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    dividers: tuple[Divider, ...]
    wires: tuple[Wire, ...]
    heads: tuple[Arrowhead, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[OwnedLabel, ...]
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    hops: tuple[Hop, ...] = ()
    blocks: tuple[BlockRun, ...] = ()
    claims: tuple[Cell, ...] = ()       # cells of ink that no stroke and no block covers
    tags: tuple[OwnedLabel, ...] = ()   # labels that held a tag or a link, as they were written
    tints: tuple[Box, ...] = ()         # cells of divided boxes (their parents) with a colour of their own
    amid: tuple[Arrowhead, ...] = ()    # heads in lines that go on behind them


# ── floor 3: meaning ──────────────────────────────────────────────────────────────────────────────

class Drawing(NamedTuple):
    """Boxes, connectors and text, drawn where they stand."""

    sketch: Sketch
    rows: tuple[str, ...] = ()          # of the grid: what stands beside a label
    kind: Literal["drawing"] = "drawing"


class Line(NamedTuple):
    """A line of a receipt: a pair (label left, amount right), a lone text, or a rule."""

    role: Literal["shop", "soft", "text", "pair", "total", "rule", "dashed-rule"]
    left: str = ""
    right: str = ""


class Receipt(NamedTuple):
    """A slip of paper from a till, line by line."""

    title: str
    lines: tuple[Line, ...]
    kind: Literal["receipt"] = "receipt"


class Block(NamedTuple):
    """A block of a notice. A list has a text for each item, any other block has one text."""

    role: Literal["heading", "paragraph", "list", "numbered", "tags"]
    texts: tuple[str, ...]


class Notice(NamedTuple):
    """Running text on a card."""

    title: str
    blocks: tuple[Block, ...]
    kind: Literal["notice"] = "notice"


Figure = Drawing | Receipt | Notice


# ── floor 3, above: the scene, in half-cells ──────────────────────────────────────────────────────

class Rect(NamedTuple):
    """A rectangle whose edges run through the given half-cells. `level` is "fill" or "paper"."""

    x: int
    y: int
    width: int
    height: int
    level: Literal["fill", "paper"]
    weight: Weight
    dash: Dash
    corners: Corners
    bare: bool = False                  # no edge of its own
    hue: str = ""                       # takes the place of the level's colour, and of the line's
    shape: BoxShape | None = None
    bite: float = 0                     # how far the sides of a shape lean in; the height of a cylinder's lid, halved
    box: int | None = None              # which one it is drawn for (an index)
    sharp: tuple[bool, ...] = ()        # which corners are not round, clockwise from the first


class Path(NamedTuple):
    """A line through half-cells; where `bends` is set, a bend is a quarter circle, a larger one at a point of `round`,
    and a curve at one of `smooth`."""

    points: tuple[tuple[float, float], ...]
    weight: Weight
    dash: Dash
    role: Literal["connector", "divider", "rule"]
    bends: bool = True
    start_head: bool = False            # the line stops inside the head there
    end_head: bool = False
    smooth: tuple[tuple[float, float], ...] = ()
    round: tuple[tuple[float, float], ...] = ()
    hops: tuple[tuple[Point, Side], ...] = ()
    level: Literal["fill", "paper"] = "paper"           # what shows between two lines
    hue: str = ""
    wires: tuple[int, ...] = ()         # those it is drawn for (indices)


class Head(NamedTuple):
    """An arrowhead whose tip is at (x, y) and points to `side`."""

    x: float
    y: float
    side: Side
    hollow: bool = False
    wires: tuple[int, ...] = ()


class Dot(NamedTuple):
    """A terminal, its middle at (x, y)."""

    x: int
    y: int
    shape: MarkShape
    wires: tuple[int, ...] = ()         # those it stands on


class Oval(NamedTuple):
    """An ellipse whose edge touches the sides of a rectangle."""

    x: float
    y: float
    width: float
    height: float
    weight: Weight
    dash: Dash
    wires: tuple[int, ...] = ()


class Tile(NamedTuple):
    """A rectangle without an edge, of ink or in a colour; the sides of ink are quarters of a half-cell."""

    x: float
    y: float
    width: float
    height: float
    shade: float
    hue: str = ""
    cut: Side | None = None             # the corner that is missing: a triangle


class Text(NamedTuple):
    """A text set on one line; y is the middle of the line. `columns` is its width in cells."""

    x: int
    y: float
    text: str
    columns: int
    anchor: Anchor = "start"
    role: TextRole = "label"
    tight: bool = False                 # it has little room: its length is fixed
    links: tuple[Link, ...] = ()
    box: int | None = None              # the one it stands in (an index)


class Paper(NamedTuple):
    """The sheet of a receipt (`torn` at both ends) or of a notice."""

    x: int
    y: int
    width: int
    height: int
    torn: bool


class Gap(NamedTuple):
    """A piece of a box's edge, centred on (x, y), that is left out for a title in it; coloured as the box is."""

    x: int
    y: int
    width: int
    level: Literal["fill", "paper"]
    hue: str = ""
    box: int | None = None


Primitive = Rect | Gap | Path | Head | Dot | Oval | Tile | Text | Paper


class Scene(NamedTuple):
    """Primitives in drawing order, on a sheet of `width` x `height` half-cells."""

    kind: str
    width: int
    height: int
    primitives: tuple[Primitive, ...]
    left: int = 0                       # where the sheet begins, in half-cells
    top: int = 0


# ── the door ──────────────────────────────────────────────────────────────────────────────────────

class Product(NamedTuple):
    """What the stages made of one source: the input of every output."""

    source: str
    lang: str
    title: str
    description: str
    ident: str                          # a prefix for ids, from the content
    grid: Grid
    repairs: tuple[Repair, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    sketch: Sketch
    figure: Figure
    scene: Scene
    notes: tuple[Note, ...] = ()
    legend: str = ""                    # the end of the source, where it is a legend
    hover: bool = True                  # on a page, a box shows its connectors to who points at it


class Rendering(NamedTuple):
    """What `render` gives: `output` is str, or bytes for PNG."""

    output: str | bytes
    figure: Figure
    repairs: tuple[Repair, ...]
    notes: tuple[Note, ...]
    title: str = ""
    description: str = ""
