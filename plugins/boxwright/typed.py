"""The words of `typing` that the package says, and records like its `NamedTuple`, at a ninth of the price.

A command that draws one figure would spend 9 of 67 ms on `typing`: 3 to import it, the rest because `NamedTuple`
compiles each annotation and each constructor of some eighty records. Here an annotation stays the text that it is
(so a module of records has `from __future__ import annotations`), and records of as many fields share the code of one
constructor. A type checker reads `typing` itself, and so takes these records for what they are: named tuples.
"""
from __future__ import annotations

from functools import cache
from operator import itemgetter
from types import CodeType, FunctionType, GenericAlias

TYPE_CHECKING = False       # a type checker takes this name for true

if TYPE_CHECKING:
    from typing import Any as Any
    from typing import Final as Final
    from typing import Literal as Literal
    from typing import NamedTuple as NamedTuple
    from typing import NoReturn as NoReturn
    from typing import TypeVar as TypeVar
    from typing import cast as cast
else:
    Any = Final = object            # they stand in annotations only, which nobody evaluates

    def cast(_, value):
        """Return `value`, which a type checker takes for what is said."""
        return value

    class Literal:
        """`Literal["a", "b"]` keeps its values in `__args__`, as that of `typing` does."""

        __class_getitem__ = classmethod(GenericAlias)

    try:
        from _collections import _tuplegetter as _getter
    except ImportError:             # an interpreter without the fast one: `collections` falls back like this
        def _getter(index, doc):
            return property(itemgetter(index), doc=doc)

    _new = tuple.__new__

    @cache
    def _constructor(count) -> CodeType:
        """Return the code of a `__new__` with so many fields, which have no names yet."""
        fields = "".join(f"_{index}, " for index in range(count))
        return eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))").__code__

    class _Record(tuple):
        """What every record can do, as `collections.namedtuple` has it."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **fields):
            made = _new(type(self), map(fields.pop, self._fields, self))
            if fields:
                raise ValueError(f"Got unexpected field names: {list(fields)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

        def __getnewargs__(self):       # copying and pickling build a record from its fields
            return tuple(self)

    class _Maker(type):
        """Makes a subclass of tuple of a class statement whose annotations are the fields."""

        def __new__(cls, name, _bases, space):
            fields = tuple(space.get("__annotations__", ()))
            code = _constructor(len(fields)).replace(
                co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
            defaults = tuple([space[word] for word in fields if word in space])
            space |= {word: _getter(index, "") for index, word in enumerate(fields)}
            space |= {"__slots__": (), "_fields": fields, "__match_args__": fields,
                      "__new__": FunctionType(code, {"_new": _new}, "__new__", defaults)}
            return type(name, (_Record,), space)

    class _Base:
        """What stands as `NamedTuple` in a class statement, and gives way to the maker."""

        def __mro_entries__(self, _bases):
            return (_Statement,)

    _Statement = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _Base()
