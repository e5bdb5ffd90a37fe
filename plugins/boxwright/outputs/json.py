"""JSON: the structure of a figure, for programs (version 1): Product -> str. Keys keep their order."""
from __future__ import annotations

from collections.abc import Sequence

from ..figures.drawing import box_labels
from ..model import Box, Dash, Notice, Product, Receipt, Style
from ..typed import Any, Final

VERSION: Final = 1
#: How many dashes there are to a cell is a matter of the picture.
_DASHES: Final[dict[Dash, str]] = {
    "solid": "solid", "dash2": "dashed", "dashed": "dashed", "dash4": "dashed", "dotted": "dotted", "wavy": "wavy",
}


def _ref(index: int | None) -> str | None:
    return None if index is None else f"b{index + 1}"


def _asked(style: Style | None) -> dict[str, Any]:
    """Return the key of a box's style, with what was asked alone; none where nothing was."""
    if style is None:
        return {}
    said = {"shape": style.shape, "colour": style.hue, "classes": list(style.classes)}
    return {"style": {key: value for key, value in said.items() if value}}


def _tinted(index: int, tints: Sequence[Box]) -> dict[str, Any]:
    """Return the key of the cells of a box that have colours of their own; none where no cell has."""
    cells = [{"row": cell.row, "column": cell.column, "rows": cell.rows, "columns": cell.columns,
              "colour": cell.style.hue} for cell in tints if cell.parent == index and cell.style]
    return {"cells": cells} if cells else {}


def structure(product: Product) -> dict[str, Any]:
    """Return the structure as plain data."""
    s = product.sketch
    texts = box_labels(s)
    data: dict[str, Any] = {
        "version": VERSION,
        "kind": product.figure.kind,
        "size": {"rows": s.rows, "columns": s.columns},
        "boxes": [
            {"id": _ref(i), "label": texts[i], "parent": _ref(b.parent), "row": b.row, "column": b.column,
             "rows": b.rows, "columns": b.columns, "weight": b.weight, "dash": _DASHES[b.dash],
             "corners": "square" if b.corners == "square" else "round",
             **({"shape": b.outline} if b.outline else {}), **_asked(b.style),
             **(_tinted(i, s.tints) if s.tints else {})}
            for i, b in enumerate(s.boxes)
        ],
        "connectors": [
            {"id": f"c{i + 1}", "from": _ref(c.source), "to": _ref(c.target), "from_text": c.source_text,
             "to_text": c.target_text, "label": c.label, "start_arrow": c.start_arrow, "end_arrow": c.end_arrow,
             "weight": c.weight, "dash": _DASHES[c.dash], "path": [list(cell) for cell in c.path]}
            for i, c in enumerate(s.connectors)
        ],
        "labels": [
            {"text": o.label.text, "row": o.label.row, "column": o.label.column, "owner": _ref(o.owner),
             **({"links": [{"text": o.label.text[a:b], "href": href} for a, b, href in o.links]} if o.links else {})}
            for o in s.labels
        ],
        "repairs": [{"row": r.row, "column": r.column, "by": r.by} for r in product.repairs],
        "notes": [
            {"severity": n.severity, "code": n.code, "row": n.row, "column": n.column, "message": n.message}
            for n in product.notes
        ],
    }
    if isinstance(product.figure, Receipt):
        data["receipt"] = {
            "title": product.figure.title,
            "lines": [{"role": x.role, "left": x.left, "right": x.right} for x in product.figure.lines],
        }
    if isinstance(product.figure, Notice):
        data["notice"] = {
            "title": product.figure.title,
            "blocks": [{"role": b.role, "texts": list(b.texts)} for b in product.figure.blocks],
        }
    return data


def write(product: Product) -> str:
    """Return the structure as JSON text."""
    import json  # here, since it takes longer to import than a drawing takes

    return json.dumps(structure(product), ensure_ascii=False, indent=2) + "\n"
