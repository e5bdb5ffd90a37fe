"""What the generator draws with: one pen for each dialect. Facts only.

A frame is ten glyphs: corners, edge, side, and where a light line meets it.

    ┌─┐│└┘├┤┬┴    top left, edge, top right, side, bottom left and right; a line to the right, left, below, above
"""
from __future__ import annotations

import random
from typing import Final, NamedTuple

from .sheet import width_of


class Frame(NamedTuple):
    top_left: str
    edge: str
    top_right: str
    side: str
    bottom_left: str
    bottom_right: str
    right: str
    left: str
    below: str
    above: str


class Wire(NamedTuple):
    across: str
    down: str
    up_right: str
    up_left: str
    down_right: str
    down_left: str
    cross: str
    head_down: str
    head_right: str
    head_left: str


class Words(NamedTuple):
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    extras: tuple[str, ...]     # what stands in labels and is no word; much of it could be taken for ink
    gap: str

    def phrase(self, rng: random.Random, room: int) -> str:
        """Return a phrase that fills up to `room` columns, four at the least."""
        said = rng.choice([noun for noun in self.nouns if width_of(noun) <= max(room, 4)])
        for _ in range(room // 8):
            more = f" {rng.choice(self.extras)}" if rng.random() < 0.2 else f"{self.gap}{rng.choice(self.nouns)}"
            if width_of(said + more) > room:
                break
            said += more
        return said

    def verb(self, rng: random.Random, room: int) -> str:
        """Return a verb that fits into `room` columns, or nothing."""
        return rng.choice([verb for verb in self.verbs if width_of(verb) <= room] or [""])


class Pen(NamedTuple):
    frames: tuple[Frame, ...]       # the first ones for boxes and tables, the last one for what holds boxes
    wire: Wire
    tees: dict[str, str]            # an edge -> the edge with a line that leaves it downwards
    words: Words


def _words(said: str) -> tuple[str, ...]:
    return tuple(said.split())


LATIN: Final = Words(
    nouns=_words("""order rider shop ledger queue store agent cache worker node proxy index parser review invoice menu
                    counter kitchen receipt gateway session token backup archive planner schedule customer"""),
    verbs=_words("asks calls reads pays pushes sends writes yes no retry"),
    extras=_words("v1.2 api-server 09:30 80% x3 order.id top_k 2025-10-21 i++ to/from (new) #12 a+b >=2"),
    gap=" ",
)
CHINESE: Final = Words(
    nouns=_words("""订单 门店 收银台 骑手 柠檬 库存 小票 顾客 后厨 配送 队列 缓存 节点 调度 账本
                    备份 会员 菜单 网关 日志"""),
    verbs=_words("下单 付款 通知 读取 写入 是 否 重试"),
    extras=_words("v1.2 api-server 09:30 80% 3杯 ×2 （新） 2025-10-21 #12 第3步"),
    gap="",
)
LIGHT, ROUND, HEAVY, DOUBLE = (Frame(*glyphs) for glyphs in ("┌─┐│└┘├┤┬┴", "╭─╮│╰╯├┤┬┴", "┏━┓┃┗┛┠┨┯┷", "╔═╗║╚╝╟╢╤╧"))
PLAIN, DOTTED, BANKED = (Frame(*glyphs) for glyphs in ("+-+|++||++", ".-.|''||++", "+=+|++||++"))
BOX_FRAMES: Final = (LIGHT, LIGHT, ROUND, HEAVY, DOUBLE)
BOX_WIRE: Final = Wire(*"─│└┘┌┐┼▼▶◀")
BOX_TEES: Final = {"─": "┬", "━": "┯", "═": "╤", "┴": "┼"}
ASCII_FRAMES: Final = (PLAIN, PLAIN, DOTTED, PLAIN, BANKED)
ASCII_WIRE: Final = Wire(*"-|+++++v><")
ASCII_TEES: Final = {"-": "+", "=": "+", "+": "+"}

PENS: Final = {
    "box drawing": Pen(BOX_FRAMES, BOX_WIRE, BOX_TEES, LATIN),
    "ASCII":       Pen(ASCII_FRAMES, ASCII_WIRE, ASCII_TEES, LATIN),
    "CJK":         Pen(BOX_FRAMES, BOX_WIRE, BOX_TEES, CHINESE),
}
