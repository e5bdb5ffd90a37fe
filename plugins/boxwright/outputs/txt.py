"""TXT: the straightened text: Product -> str."""
from __future__ import annotations

from ..model import Product
from ..text.grid import grid_text


def write(product: Product) -> str:
    """Return the text with its walls in line; a legend stands at its end as it was written."""
    return grid_text(product.grid) + product.legend
