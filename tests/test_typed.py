"""Records are named tuples as `typing` makes them, made faster."""
from __future__ import annotations

import copy
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import get_args

import pytest

from boxwright import typed
from boxwright.model import BoxShape, Cell, Style


class Ours(typed.NamedTuple):
    """A record."""

    row: int
    column: int
    name: str = "wall"
    cells: tuple[int, ...] = ()

    @property
    def far(self) -> int:
        return self.row + self.column

    def moved(self, by: int) -> Ours:
        return self._replace(column=self.column + by)


class Theirs(typing.NamedTuple):
    """A record."""

    row: int
    column: int
    name: str = "wall"
    cells: tuple[int, ...] = ()

    @property
    def far(self) -> int:
        return self.row + self.column

    def moved(self, by: int) -> Theirs:
        return self._replace(column=self.column + by)


def _matched(record: object) -> object:
    match record:
        case Ours(row, column, name=name) | Theirs(row, column, name=name):
            return row, column, name
    return None


@pytest.mark.parametrize("tell", [
    pytest.param(lambda record: record(1, 2), id="by place"),
    pytest.param(lambda record: record(column=2, row=1, name="x"), id="by name"),
    pytest.param(lambda record: record(1, 2) == (1, 2, "wall", ()), id="equal to a tuple"),
    pytest.param(lambda record: hash(record(1, 2)), id="hashed as a tuple"),
    pytest.param(lambda record: record(1, 2).far, id="a property"),
    pytest.param(lambda record: record(1, 2).moved(3), id="a method that replaces"),
    pytest.param(lambda record: record._make([1, 2, "y", (3,)]), id="made of an iterable"),
    pytest.param(lambda record: record(1, 2)._asdict(), id="as a dictionary"),
    pytest.param(lambda record: record._fields, id="its fields"),
    pytest.param(lambda record: _matched(record(1, 2)), id="matched"),
    pytest.param(lambda record: copy.deepcopy(record(1, 2, "z", (4,))), id="copied"),
    pytest.param(lambda record: pickle.loads(pickle.dumps(record(1, 2))), id="pickled"),
    pytest.param(lambda record: list(inspect.signature(record).parameters), id="its signature"),
    pytest.param(lambda record: (record.__doc__, record.__module__), id="what it says of itself"),
    pytest.param(lambda record: hasattr(record(1, 2), "__dict__"), id="no place for more"),
])
def test_a_record_does_what_a_named_tuple_does(tell: Callable[[object], object]) -> None:
    ours, theirs = tell(Ours), tell(Theirs)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)


@pytest.mark.parametrize("wrong", [
    pytest.param(lambda record: record(1), id="a field is missing"),
    pytest.param(lambda record: record(1, 2, "x", (), 5), id="one too many"),
    pytest.param(lambda record: record(1, 2, colour="red"), id="no such field"),
    pytest.param(lambda record: record(1, 2)._replace(colour="red"), id="nothing of this name to replace"),
    pytest.param(lambda record: setattr(record(1, 2), "row", 3), id="frozen"),
    pytest.param(lambda record: setattr(record(1, 2), "colour", 3), id="no place for more"),
])
def test_a_record_refuses_what_a_named_tuple_refuses(wrong: Callable[[object], object]) -> None:
    refused = TypeError, ValueError, AttributeError     # which of the first two, changed with Python 3.13
    with pytest.raises(refused) as theirs:
        wrong(Theirs)
    with pytest.raises(refused) as ours:
        wrong(Ours)
    assert str(ours.value).replace("Ours", "Theirs") == str(theirs.value)


def test_an_alias_of_literals_keeps_its_values() -> None:
    assert get_args(BoxShape)[0] == "document"


def test_records_of_as_many_fields_share_no_names() -> None:
    assert Cell(row=1, column=2).column == 2
    assert Style(hue="teal").hue == "teal"
