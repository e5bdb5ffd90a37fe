"""Say things in a language: its table of templates, a key, values -> words. A language is a file beside this one.

    phrase("en", "arrow", source="a", target="b")       "An arrow leads from a to b."
    phrase("en", "boxes", count=2)                      "two boxes"
    listing("zh", ["甲", "乙", "丙"])                    "甲、乙和丙"

A template whose words change with a number has a form for each category of the language; `{count}` is the number as
one says it. `{Subject}` is `{subject}` at the start of a sentence. A language without a file gets the English words.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module

from ..patterns import pattern
from ..typed import Final, NamedTuple

Forms = Mapping[str, str]
_CODE: Final = pattern("[a-z]{2,3}")
_DEFAULT: Final = "en"
_PAUSE: Final = "，"                   # in a name it parts as a comma does
_HAN: Final = "[\u2e80-\u2fff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_ENCLOSED: Final = pattern(r"“[^“”]*”|\([^()]*\)|（[^（）]*）")
_TRAILING: Final = " ,;，；、"           # after a name they part nothing
_FIELD: Final = pattern(r"\{(\w+)\}")
_STOPS: Final = (".", "。")
_ALPHABETIC: Final = "[!-~\u00c0-\u024f\u0370-\u04ff]"
#: Between two pieces, given as the last character of one and the first of the next.
_PARTED: Final = pattern(f"{_HAN}{_ALPHABETIC}|{_ALPHABETIC}{_HAN}")


class _Part(NamedTuple):
    """A field of a template: whether its first letter is a capital, what follows it, and what does where its value ends
    the sentence before the template does."""

    name: str
    is_capital: bool
    after: str
    after_end: str


@cache
def _parts(template: str) -> tuple[str, tuple[_Part, ...]]:
    """Return a template in parts: how it begins, and each field with what follows it."""
    first, *rest = _FIELD.split(template)
    is_sentence = template.endswith(_STOPS)
    return first, tuple(
        _Part(name.lower(), not name.islower(), after, after[is_sentence and after.startswith(_STOPS):])
        for name, after in zip(rest[::2], rest[1::2], strict=True))


def _spaced(pieces: Iterable[str]) -> str:
    """Return pieces in one, a blank between Chinese characters and an alphabet."""
    said = ""
    for piece in pieces:
        said += f" {piece}" if _PARTED.match(said[-1:] + piece[:1]) else piece
    return said


def _unended(name: str) -> str:
    """Return a name without the full stop of a sentence, ill before a comma; "etc." and "..." stay.

    Nor does the semicolon of a command: "return x;".
    """
    is_sentence = name.endswith("。") or name.endswith(".") and " " in name and name[-2].islower()
    return (name[:-1] if is_sentence else name.rstrip(_TRAILING)) or name


def _open(name: str) -> str:
    """Return what of a name is in no quotes and no brackets, without the signs at its end."""
    return _ENCLOSED.sub("", _ENCLOSED.sub("", name)).rstrip(_TRAILING)     # brackets in brackets


class Language(NamedTuple):
    """The table of one language.

    `category` names the form that goes with a number; `numbers` are the words for 0, 1, 2, ...; a larger number is
    written in digits. Where `parts_scripts` is set, a blank stands between Chinese characters and an alphabet. `ends`
    are the signs that end a sentence; where a value ends in one, no full stop follows.
    """

    words: Mapping[str, str | Forms]
    category: Callable[[int], str]
    numbers: Sequence[str] = ()
    parts_scripts: bool = False
    ends: str = ".!?…。！？"

    def number(self, count: int) -> str:
        """Return a number as one says it."""
        return self.numbers[count] if 0 <= count < len(self.numbers) else str(count)

    def say(self, key: str, values: Mapping[str, str | int]) -> str:
        """Return the template of `key`, in the form that goes with `count`, filled with `values`."""
        words = self.words[key]
        if not isinstance(words, str):
            words = words[self.category(int(values["count"]))]
        if not values:                  # nothing is put in: nothing to fit
            return words
        first, parts = _parts(words)
        said = [first]
        for name, is_capital, after, after_end in parts:
            value = values[name]
            text = value if isinstance(value, str) else self.number(value) if name == "count" else str(value)
            said.append(text[:1].upper() + text[1:] if is_capital else text)
            said.append(after_end if after != after_end and text and text[-1] in self.ends else after)
        return _spaced(said) if self.parts_scripts else "".join(said)

    def listing(self, names: Sequence[str], *, plain: bool = False) -> str:
        """Return names as a list that is read aloud; where one has a comma or a semicolon of its own,
        semicolons part them. In quotes or brackets, or at its end, it parts nothing.

        `plain` asks for commas all the same, where semicolons part the lists.
        """
        if len(names) < 2:
            return "".join(names)
        names = [*map(_unended, names[:-1]), names[-1]]
        comma, more = self.say("comma", {}), ""
        signs = (comma.strip(), self.say("comma-more", {}).strip(), _PAUSE)
        all_names = "" if plain else " ".join(names)
        for sign in signs:
            if sign in all_names and any(sign in name and sign in _open(name) for name in names):
                more = "-more"
        before = self.say(f"comma{more}", {}).join(names[:-1])
        return self.say(f"last{more}" if len(names) > 2 or more else "last", {"before": before, "last": names[-1]})


@cache
def _load(code: str) -> Language:
    try:
        language: Language = import_module(f".{code}", __package__).LANGUAGE
    except ModuleNotFoundError:
        return _load(_DEFAULT)
    return language


def language(tag: str) -> Language:
    """Return the language of a BCP 47 tag; the part before the first hyphen counts."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    return _load(code if _CODE.fullmatch(code) else _DEFAULT)


def phrase(lang: str, key: str, **values: str | int) -> str:
    """Return the words of `key` in `lang`."""
    return language(lang).say(key, values)


def listing(lang: str, names: Sequence[str]) -> str:
    """Return `names` as a list in `lang`."""
    return language(lang).listing(names)
