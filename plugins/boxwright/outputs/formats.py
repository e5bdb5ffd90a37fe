"""The outputs, by name. A new one is a module beside this one and a row here."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ..errors import UnknownOutputError
from ..model import Note, Product
from . import html, json, outline, png, svg, txt

Written = str | bytes | tuple[bytes, tuple[Note, ...]]


@dataclass(frozen=True, slots=True)
class Output:
    """`suffixes` are the file name endings that ask for it; a `stage` is for looking at one floor."""

    name: str
    write: Callable[[Product], Written]
    suffixes: tuple[str, ...] = ()
    stage: bool = False


_ROWS: Final = (
    Output("svg", svg.write, (".svg",)),
    Output("png", png.write, (".png",)),
    Output("html", html.write, (".html", ".htm")),
    Output("txt", txt.write, (".txt",)),
    Output("json", json.write, (".json",)),
    Output("outline", outline.outline),
    Output("grid", outline.grid, stage=True),
    Output("repair", outline.repair, stage=True),
    Output("strokes", outline.strokes, stage=True),
    Output("labels", outline.labels, stage=True),
    Output("sketch", outline.sketch, stage=True),
    Output("figure", outline.figure, stage=True),
    Output("scene", outline.scene, stage=True),
)
OUTPUTS: Final[Mapping[str, Output]] = {output.name: output for output in _ROWS}


def write(product: Product, name: str) -> tuple[str | bytes, tuple[Note, ...]]:
    """Return the output `name` of a product, and what its writer has to say.

    Raises UnknownOutputError where `name` is no output.
    """
    if name not in OUTPUTS:
        raise UnknownOutputError(name, tuple(OUTPUTS))
    written = OUTPUTS[name].write(product)
    return written if isinstance(written, tuple) else (written, ())
