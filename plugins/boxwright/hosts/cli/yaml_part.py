"""Read the plain part of YAML, enough for the settings that concern us: str -> maps, lists and strings.

No YAML library is needed to run the command, so none is asked for. Block and flow style, quotes and comments are
read; what is not (anchors, tags, text over several lines) comes out as the string that stands there, or not at all.
Nothing is converted: `false` is "false".
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...typed import Any, Final

_QUOTED: Final = r"""(?:"[^"]*"|'[^']*')"""
_KEY: Final = re.compile(
    rf"""(?P<key>{_QUOTED}|[^\s"'\[\]{{}},#&*!|>-][^#]*?|-[^\s#][^#]*?)[ \t]*:(?:[ \t]+(?P<rest>.*)|$)""")
_TOKEN: Final = re.compile(
    rf"""\s*({_QUOTED}|[\[\]{{}},]|:(?=[\s\[{{"'])|(?:[^\s\[\]{{}},:]|:(?!\s)|[ \t](?!#))+)""")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#.*$")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    text = line.lstrip(" ")
    return text == "-" or text.startswith("- ")


def _scalar(text: str) -> str:
    text = text.strip()
    if text[:1] in ("'", '"'):
        stop = text.find(text[0], 1)
        return text[1:stop] if stop > 0 else text[1:]
    return _COMMENT.sub("", text).strip()


def _groups(lines: list[str], indent: int, *, items: bool) -> Iterator[list[str]]:
    """Yield each entry of a block with the lines that belong to it."""
    group: list[str] = []
    for line in lines:
        starts = _indent(line) == indent and _is_item(line) == items
        if starts and group:
            yield group
            group = []
        if starts or group:
            group.append(line)
    if group:
        yield group


def _flow(tokens: list[str]) -> Any:
    """Take one value in flow style off the front of `tokens`; missing brackets at the end are no matter."""
    if not tokens:
        return ""
    token = tokens.pop(0)
    if token == "[":
        values = []
        while tokens and tokens[0] != "]":
            values.append(_flow(tokens))
            if tokens and tokens[0] == ":":         # "[search, boxwright: {...}]": a map of one entry
                tokens.pop(0)
                values[-1] = {str(values[-1]): _flow(tokens)}
            if tokens and tokens[0] == ",":
                tokens.pop(0)
        del tokens[:1]
        return values
    if token == "{":
        found: dict[str, Any] = {}
        while tokens and tokens[0] != "}":
            key = _flow(tokens)
            has_value = bool(tokens) and tokens[0] == ":"
            if has_value:
                tokens.pop(0)
            found[str(key)] = _flow(tokens) if has_value else ""
            if tokens and tokens[0] == ",":
                tokens.pop(0)
        del tokens[:1]
        return found
    return "" if token in "]},:" else _scalar(token)


def _value(text: str, inner: list[str]) -> Any:
    text = text.strip()
    if text[:1] in ("[", "{"):
        whole = "\n".join([text, *inner])
        return _flow([m[1].strip() for line in whole.split("\n") for m in _TOKEN.finditer(_COMMENT.sub("", line))])
    if not _COMMENT.sub("", text).strip():
        return _block(inner)
    return _scalar(text)


def _block(lines: list[str]) -> Any:
    if not lines:
        return ""
    indent = _indent(lines[0])
    if _is_item(lines[0]):
        values = []
        for first, *inner in _groups(lines, indent, items=True):
            text = first.lstrip(" ")[1:].lstrip(" ")
            is_entry = bool(_KEY.match(text))
            values.append(_block([" " * (len(first) - len(text)) + text, *inner]) if is_entry else _value(text, inner))
        return values
    found = {}
    for first, *inner in _groups(lines, indent, items=False):
        if match := _KEY.match(first.strip()):
            found[_scalar(match["key"])] = _value(match["rest"] or "", inner)
    return found


def read_yaml(text: str) -> Any:
    """Return what `text` says, as far as it is plain."""
    lines = [line.rstrip() for line in text.splitlines()]
    return _block([line for line in lines if line.strip() and line.lstrip()[0] != "#" and line not in ("---", "...")])
