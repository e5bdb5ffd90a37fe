"""What is in line stays to the byte: drawings of many kinds, as drawn and in the mirror; `in_line.txt` holds them."""
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import boxwright
from boxwright.text.width import text_width

_HEADED = re.split(r"^@(.+)\n", (Path(__file__).parent / "in_line.txt").read_text(encoding="utf-8"), flags=re.M)
DRAWINGS = dict(zip(_HEADED[1::2], _HEADED[2::2], strict=True))
_LEFT, _RIGHT = "/<([{┌└├╭╰╔╚╠◀←◄", "\\>)]}┐┘┤╮╯╗╝╣▶→►"
_TOP, _FOOT = "\\^┌┐┬╭╮╔╗╦╤▲↑.", "/v└┘┴╰╯╚╝╩╧▼↓'"
_SIDEWAYS = str.maketrans(_LEFT + _RIGHT, _RIGHT + _LEFT)
_UPSIDE_DOWN = str.maketrans(_TOP + _FOOT, _FOOT + _TOP)


def _as_drawn(drawing: str) -> str:
    return drawing


def _sideways(drawing: str) -> str:
    rows = drawing.splitlines()
    width = max(map(text_width, rows))
    mirrored = (row + " " * (width - text_width(row)) for row in rows)
    return "".join(f"{row[::-1].translate(_SIDEWAYS).rstrip()}\n" for row in mirrored)


def _upside_down(drawing: str) -> str:
    return "".join(f"{row.translate(_UPSIDE_DOWN)}\n" for row in reversed(drawing.splitlines()))


def _both(drawing: str) -> str:
    return _sideways(_upside_down(drawing))


@pytest.mark.parametrize("turn", [_as_drawn, _sideways, _upside_down, _both], ids=lambda turn: turn.__name__[1:])
@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_in_line_stays(name: str, turn: Callable[[str], str]) -> None:
    drawing = turn(DRAWINGS[name])
    assert boxwright.straighten(drawing).text == drawing
