"""The collector of rings waits while the package is at work, which leaves none."""
from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import boxwright
from boxwright.collector import undisturbed

DIAGRAMS = Path(__file__).parents[1] / "diagrams"
ALL = [pytest.param(path.read_text(encoding="utf-8"), id=path.relative_to(DIAGRAMS).with_suffix("").as_posix())
       for path in sorted(DIAGRAMS.rglob("*.txt"))]
CALLS: dict[str, Callable[[str], object]] = {
    "render": boxwright.render, "straighten": boxwright.straighten, "check": boxwright.check,
    "labels": boxwright.labels, "the notes of straighten": lambda source: boxwright.straighten(source).notes,
}


@pytest.fixture(autouse=True)
def left_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@undisturbed
def is_on() -> bool:
    return gc.isenabled()


def test_it_waits_for_the_call_and_no_longer() -> None:
    assert not is_on()
    assert gc.isenabled()


def test_it_goes_on_where_the_call_raises() -> None:
    with pytest.raises(boxwright.UnknownKindError):
        boxwright.render("tea", kind="flow")
    assert gc.isenabled()


def test_one_that_is_off_stays_off() -> None:
    gc.disable()
    assert not is_on()
    assert not gc.isenabled()


def test_threads_that_draw_at_once_leave_it_on() -> None:
    all_here = Barrier(4)

    @undisturbed
    def draw(number: int) -> bool:
        all_here.wait(10)
        boxwright.render(f"+-----+\n| {number:3} |\n+-----+")
        return gc.isenabled()

    with ThreadPoolExecutor(4) as pool:
        assert sum(1 for _ in pool.map(draw, range(4))) == 4
    assert gc.isenabled()


def test_the_call_keeps_its_name_and_its_words() -> None:
    assert boxwright.render.__name__ == "render"
    assert "Raises UnknownKindError" in str(boxwright.render.__doc__)


@pytest.mark.parametrize("source", ALL)
def test_no_ring_is_left(source: str) -> None:
    for call in CALLS.values():         # what they load, and compile, leaves some
        call(source)
    gc.collect()
    gc.freeze()                         # looks at what comes from now on
    gc.disable()
    try:
        left = {name: gc.collect() for name, call in CALLS.items() if call(source) is not None}
    finally:
        gc.unfreeze()
    assert left == dict.fromkeys(CALLS, 0)


def test_the_count_sees_a_ring() -> None:
    gc.collect()
    gc.disable()
    ring: list[object] = []
    ring.append(ring)
    del ring
    assert gc.collect() == 1
