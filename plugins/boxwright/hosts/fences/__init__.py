"""What all hosts share that meet Markdown: where fences stand in a page, and what their headers say."""
from __future__ import annotations

from .find import Comment, Fence, Row, find_fences, shows_fence
from .headers import (
    DEFAULT_FENCES,
    FENCE_CODES,
    MOST_ROWS,
    OPTIONS,
    Fault,
    Opener,
    included_file,
    includes_file,
    language_of,
    option_faults,
    read_header,
    reading_of,
    taken_id,
    text_faults,
    unclosed,
)

__all__ = [
    "DEFAULT_FENCES", "FENCE_CODES", "MOST_ROWS", "OPTIONS", "Comment", "Fault", "Fence", "Opener", "Row",
    "find_fences", "included_file", "includes_file", "language_of", "option_faults", "read_header", "reading_of",
    "shows_fence", "taken_id", "text_faults", "unclosed",
]
