"""The outputs, by name. A new one is a module beside this one and a row here; it is loaded when it is asked for."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from ..errors import UnknownOutputError
from ..model import Note, Product
from ..typed import Final, NamedTuple

Written = str | bytes | tuple[bytes, tuple[Note, ...]]


class Output(NamedTuple):
    """`suffixes` are the file name endings that ask for it; a `stage` is for looking at one floor."""

    name: str
    module: str
    function: str = "write"
    suffixes: tuple[str, ...] = ()
    stage: bool = False

    def load(self) -> Callable[[Product], Written]:
        """Return the function that writes it."""
        found: Callable[[Product], Written] = getattr(import_module(f".{self.module}", __package__), self.function)
        return found


_ROWS: Final = (
    Output("svg",     "svg",     suffixes=(".svg",)),
    Output("png",     "cairo",   "png", suffixes=(".png",)),
    Output("pdf",     "cairo",   "pdf", suffixes=(".pdf",)),
    Output("html",    "html",    suffixes=(".html", ".htm")),
    Output("txt",     "txt",     suffixes=(".txt",)),
    Output("json",    "json",    suffixes=(".json",)),
    Output("mermaid", "mermaid", suffixes=(".mmd",)),
    Output("dot",     "dot",     suffixes=(".dot", ".gv")),
    Output("d2",      "d2",      suffixes=(".d2",)),
    Output("drawio",  "drawio",  suffixes=(".drawio",)),
    Output("excalidraw", "excalidraw", suffixes=(".excalidraw",)),
    Output("outline", "outline", "outline"),
    Output("grid",    "outline", "grid", stage=True),
    Output("repair",  "outline", "repair", stage=True),
    Output("strokes", "outline", "strokes", stage=True),
    Output("labels",  "outline", "labels", stage=True),
    Output("sketch",  "outline", "sketch", stage=True),
    Output("figure",  "outline", "figure", stage=True),
    Output("scene",   "outline", "scene", stage=True),
)
OUTPUTS: Final[Mapping[str, Output]] = {output.name: output for output in _ROWS}


def write(product: Product, name: str) -> tuple[str | bytes, tuple[Note, ...]]:
    """Return the output `name` of a product, and what its writer has to say.

    Raises UnknownOutputError where `name` is no output.
    """
    if name not in OUTPUTS:
        raise UnknownOutputError(name, tuple(OUTPUTS))
    written = OUTPUTS[name].load()(product)
    return written if isinstance(written, tuple) else (written, ())
