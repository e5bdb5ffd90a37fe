"""Outlines: what each stage saw, one line a record, to read, to compare and to paste: Product -> str.

    box 0  0,0 10x33 light square container
      label 1,9 "Control Plane"
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Box, Drawing, Notice, Product, Receipt
from ..text.grid import FILLER, LINE_FILLER, grid_text


def _listed(records: Iterable[object]) -> str:
    return "".join(f"{record}\n" for record in records)


def grid(product: Product) -> str:
    """Return the grid, cell by cell, fillers shown as ▫, those of lines as ▬."""
    rows = (row.replace(FILLER, "▫").replace(LINE_FILLER, "▬") for row in product.grid.rows)
    return "".join(f"{y:4} {row}\n" for y, row in enumerate(rows))


def repair(product: Product) -> str:
    """Return the straightened text, then each repair."""
    return grid_text(product.grid) + product.legend + _listed(product.repairs)


def strokes(product: Product) -> str:
    """Return the strokes."""
    return _listed(product.strokes)


def labels(product: Product) -> str:
    """Return the labels."""
    return _listed(product.labels)


def _half(position: int) -> str:
    """Return a place in half-cells in cells: a whole number is the middle of a cell, .5 its far edge."""
    return str(position // 2) if position % 2 else f"{position // 2 - 1}.5"


def _box(index: int, box: Box) -> str:
    marks: list[str] = [box.weight, box.corners]
    marks += [box.dash] if box.dash != "solid" else []
    marks += ["mixed"] if box.mixed else []
    marks += [box.outline] if box.outline else []
    marks += ["container"] if box.container else []
    if box.style:
        marks += [*filter(None, (box.style.shape, box.style.hue)), *(f".{name}" for name in box.style.classes)]
    inside = "" if box.parent is None else f" in {box.parent}"
    return f"box {index} at {box.row},{box.column} {box.rows}x{box.columns} {' '.join(marks)}{inside}"


def sketch(product: Product) -> str:
    """Return boxes, dividers, connectors and labels."""
    s = product.sketch
    lines = [_box(i, box) for i, box in enumerate(s.boxes)]
    for divider in s.dividers:
        stroke = divider.stroke
        lines.append(f"divider {stroke.axis} {stroke.line} from {stroke.start} to {stroke.stop} in {divider.box}")
    for cell in s.tints:
        hue = cell.style.hue if cell.style else None
        lines.append(f"tint {cell.row},{cell.column} {cell.rows}x{cell.columns} {hue} in {cell.parent}")
    for wire in s.wires:
        path = " ".join(f"{_half(y)},{_half(x)}" for x, y in wire.path)
        ends = ("◄" if wire.start_arrow else "─") + ("►" if wire.end_arrow else "─")
        touch = ("." if wire.start_to is None else "+") + ("." if wire.end_to is None else "+")
        lines.append(f"wire {ends} {touch} {wire.weight} {wire.dash} {path}")
    for c in s.connectors:
        source = c.source_text if c.source is None else f"box {c.source}"
        target = c.target_text if c.target is None else f"box {c.target}"
        sign = ("◄" if c.start_arrow else "─") + ("►" if c.end_arrow else "─")
        lines.append(f"connector {source} {sign} {target}" + (f" {c.label!r}" if c.label else ""))
    for owned in s.labels:
        label = owned.label
        owner = "" if owned.owner is None else f" in {owned.owner}"
        wire_name = "" if owned.connector is None else f" on wire {owned.connector}"
        links = "".join(f" {label.text[a:b]!r} -> {address}" for a, b, address in owned.links)
        lines.append(f"label {label.row},{label.column}{owner}{wire_name} {label.text!r}{links}")
    lines += [f"mark {m.cell.row},{m.cell.column} {m.shape}" for m in s.marks]
    lines += [f"hop {h.cell.row},{h.cell.column} {h.side}" for h in s.hops]
    lines += [f"block {b.row},{b.column} {b.char * b.columns}" for b in s.blocks]
    lines += [f"note {n.severity} {n.code} {n.row},{n.column} {n.message}" for n in s.notes]
    return _listed(lines)


def _figure(product: Product) -> Iterator[str]:
    figure = product.figure
    yield f"kind {figure.kind}"
    match figure:
        case Receipt():
            for line in figure.lines:
                yield f"{line.role:11} {line.left!r} {line.right!r}" if line.left else line.role
        case Notice():
            for block in figure.blocks:
                yield f"{block.role} {' | '.join(map(repr, block.texts))}"
        case Drawing():
            yield from sketch(product).splitlines()


def figure(product: Product) -> str:
    """Return the figure: for a drawing its sketch, for any other kind its own lines."""
    return _listed(_figure(product))


def scene(product: Product) -> str:
    """Return the primitives of the scene."""
    s = product.scene
    return f"scene {s.kind} {s.width}x{s.height}\n" + _listed(s.primitives)


def outline(product: Product) -> str:
    """Return all that a golden holds on to: repairs, figure, description, notes."""
    return _listed([
        f"title {product.title!r}", f"description {product.description!r}",
        *(f"repair row {r.row} column {r.column} by {r.by:+}" for r in product.repairs),
        *_figure(product),
    ])
