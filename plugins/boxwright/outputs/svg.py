"""SVG: a file of its own: Product -> str."""
from __future__ import annotations

from ..markup import svg_element
from ..model import Product


def write(product: Product) -> str:
    """Return a whole SVG file, which follows its reader's colour scheme."""
    return f"{svg_element(product, 'file')}\n"
