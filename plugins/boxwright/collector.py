"""Keep the collector of rings out of a call that makes none.

What a figure is made of are records in tuples: counting references frees them. The collector would walk all of them
again and again while they are made, which is a tenth of the time of a large drawing.
"""
from __future__ import annotations

import gc
from functools import wraps

from .typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .typed import TypeVar

    Called = TypeVar("Called", bound=Callable[..., Any])


def undisturbed(call: Called) -> Called:
    """Return `call` such that the collector waits until it ends, or raises; one that is off already stays off.

    Who turns it off turns it on again, and nobody else does: so threads that draw at once leave it on.
    """
    @wraps(call)
    def while_it_waits(*given: Any, **named: Any) -> Any:
        if not gc.isenabled():
            return call(*given, **named)
        gc.disable()
        try:
            return call(*given, **named)
        finally:
            gc.enable()

    return while_it_waits  # type: ignore[return-value]
