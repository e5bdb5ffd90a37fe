"""Colons and bars under one another: those of a list or of code are text, those of a side or a line are ink."""
from __future__ import annotations

import pytest

import boxwright
from boxwright.ink.wording import worded
from boxwright.text.grid import read_grid


def colons_as_text(source: str) -> int:
    rows = read_grid(source).rows
    return sum(before != after for old, new in zip(rows, worded(rows), strict=True)
               for before, after in zip(old, new, strict=True))


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param('┌──────────────┐\n│ { "id": 1,   │\n│   "nm": 2 }  │\n└──────────────┘\n',
                     ['{ "id": 1,', '"nm": 2 }'], id="quotes"),
        pytest.param("┌──────────────┐\n│ host : a     │\n│ 端口 : 80    │\n│ name : x     │\n└──────────────┘\n",
                     ["host : a", "端口 : 80", "name : x"], id="blanks-and-wide-letters"),
        pytest.param("+------------------+\n| host : localhost |\n| port : 8080      |\n+------------------+\n",
                     ["host : localhost", "port : 8080"], id="from-edge-to-edge"),
        pytest.param("姓名 : 张三\n年龄 : 28\n     │\n     ▼\n", ["姓名 : 张三", "年龄 : 28"], id="over-a-line"),
        pytest.param(" name: x\n     │\n     ▼\n", ["name: x"], id="one-over-a-line"),
        pytest.param("Name    : x\nVersion : y\n", ["Name", ": x", "Version : y"], id="padded-names"),
        pytest.param("+-------+\n| : abc |\n| : def |\n+-------+\n", [": abc", ": def"], id="before-the-words"),
        pytest.param("+--------+\n| abcd : |\n| efgh : |\n| x      |\n+--------+\n", ["abcd :", "efgh :", "x"],
                     id="behind-the-words"),
        pytest.param("┌─ Config ───┐\n│ host : a   │\n│ port : 80  │\n└────────────┘\n",
                     ["Config", "host : a", "port : 80"], id="under-a-title"),
        pytest.param("`a` : x\n`b` : y\n`c`: x\n`d`: y\n", ["`a` : x", "`b` : y", "`c`: x", "`d`: y"],
                     id="backticks"),
        pytest.param("(a): x\n[b]: y\n{c}: z\n", ["(a): x", "[b]: y", "{c}: z"], id="brackets"),
        pytest.param("CPU......: 4\nMemory...: 8\n", ["CPU......: 4", "Memory...: 8"], id="leaders"),
    ],
)
def test_the_colons_of_a_list_are_text(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels
    assert sketch.dividers == ()


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("+- - - - -+\n: text    :\n: more t  :\n+- - - - -+\n", id="sides-under-corners"),
        pytest.param(".---------.\n: text    :\n: more tx :\n'---------'\n", id="under-round-corners"),
        pytest.param("+.........+\n: text    :\n: more tx :\n+.........+\n", id="under-dots"),
        pytest.param(":         :\n: text    :\n:.........:\n", id="over-dots"),
        pytest.param("Alice          Bob\n  : hello       :\n  :------------>:\n  : ok          :\n  :<------------:\n",
                     id="lives"),
        pytest.param(" A       B       C\n : login : query :\n :------>:       :\n :       :------>:\n",
                     id="three-lives"),
        pytest.param("+-----+\n|  a  |\n+-----+\n   :\n   : uses\n   v\n+-----+\n", id="a-named-line"),
        pytest.param("+---+\n| a |\n+---+\n  : x\n  : y\n+---+\n| b |\n+---+\n", id="a-line-named-in-each-row"),
        pytest.param("+--+--+\n   : uses\n   v\n", id="from-a-tee-to-a-head"),
        pytest.param("┌──┬──┐\n   : uses\n   ▼\n", id="from-a-drawn-tee"),
        pytest.param("+-------+-------+\n| name  : value |\n| b     : c     |\n+-------+-------+\n",
                     id="from-tee-to-tee"),
        pytest.param("+--------------+\n|      :       |\n|      : a     |\n+--------------+\n", id="blanks-around"),
        pytest.param("+--------+\n| header |\n: data   :\n| body   |\n+--------+\n", id="a-break-in-a-side"),
        pytest.param("| a |\n| : |\n| : |\n| n |\n", id="and-so-on"),
    ],
)
def test_the_colons_of_a_line_are_ink(source: str) -> None:
    assert colons_as_text(source) == 0


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("+---------+\n| if (a   |\n|  || b   |\n|  || c)  |\n+---------+\n", ["if (a", "|| b", "|| c)"],
                     id="or"),
        pytest.param("+-----------+\n| x         |\n|  |> f     |\n|  |> g(y)  |\n+-----------+\n",
                     ["x", "|> f", "|> g(y)"], id="a-pipe"),
        pytest.param("+--------+\n| x |> f |\n+--------+\n", ["x |> f"], id="a-pipe-in-one-row"),
        pytest.param("+-----------+\n| [|] (|) y |\n+-----------+\n", ["[|] (|) y"], id="in-brackets"),
        pytest.param("+---------------+\n| cut -d'|' -f1 |\n+---------------+\n", ["cut -d'|' -f1"], id="an-option"),
        pytest.param("+------------+\n| IFS='|' \\  |\n+------------+\n", ["IFS='|' \\"], id="a-value"),
        pytest.param("+-----------+\n| '-' | '+' |\n+-----------+\n", ["'-' | '+'"], id="between-quotes"),
        pytest.param("+----------------+\n| [Home] | a | b |\n+----------------+\n".replace("-+", "--+"),
                     ["[Home] | a | b"], id="bars-beside-brackets"),
        pytest.param("[ 30 | 60 ]\n     |\n     |\n   [40]\n", ["[ 30 | 60 ]", "[40]"], id="in-a-node-over-a-line"),
        pytest.param("           |\n           |\n[1 | 2] [3 | 4]\n           |\n           |\n",
                     ["[1 | 2] [3 | 4]"], id="in-a-node-under-a-line-and-over-one"),
        pytest.param("[ 1 | 2 ]\n[ 3 | 4 ]\n[ 5 | 6 ]\n", ["[ 1 | 2 ]", "[ 3 | 4 ]", "[ 5 | 6 ]"],
                     id="rows-of-a-matrix"),
        pytest.param("+-----+------+\n| op  | '|'  |\n+-----+------+\n| or  | a|b  |\n+-----+------+\n",
                     ["op", "'|'", "or", "a|b"], id="in-a-cell"),
    ],
)
def test_the_bars_of_code_are_text(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text for owned in sketch.labels] == labels


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param("++------++\n||  a   ||\n|| b    ||\n++------++\n", ["a", "b"], id="a-double-wall"),
        pytest.param("+----+----+\n| a  || b |\n| d  || e |\n+----+----+\n", ["a", "b", "d", "e"], id="between-cells"),
        pytest.param("   ||\n   || data\n   ||\n+------+\n", ["data"], id="a-double-line"),
        pytest.param("+----+----+\n| [a | b] |\n| c  | d  |\n+----+----+\n", ["[a", "b]", "c", "d"],
                     id="in-brackets-that-go-over-a-wall"),
        pytest.param("+----+----+-------+\n| [a | b] | [c|d] |\n| c  | d  | e     |\n+----+----+-------+\n",
                     ["[a", "b]", "[c|d]", "c", "d", "e"], id="in-brackets-over-a-wall-beside-others"),
        pytest.param("   |\n   |\n[a | b]\n   |\n   |\n", ["[a", "b]"], id="in-brackets-on-a-line"),
        pytest.param("+-----+---+\n| [a] | b |\n+-----+---+\n", ["[a]", "b"], id="from-tee-to-tee-beside-brackets"),
        pytest.param("  .-.  .-.\n | a || b |\n  '-'  '-'\n", ["a", "b"], id="two-round-boxes-that-touch"),
        pytest.param("======\n|| a ||\n|| b ||\n======\n", ["a", "b"], id="between-rules"),
        pytest.param("--------\n a ->| b\n c ->| d\n--------\n", ["a", "b", "c", "d"], id="arrows-at-a-bar"),
    ],
)
def test_the_bars_of_a_wall_are_ink(source: str, labels: list[str]) -> None:
    sketch = boxwright.render(source, to="figure", kind="drawing").figure.sketch
    assert [owned.label.text.replace(" |", "") for owned in sketch.labels] == labels


def test_rows_without_such_signs_are_the_same_object() -> None:
    rows = ("---", "| |")
    assert worded(rows) is rows


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        pytest.param((":" * 20_000,) * 4, 0, id="wide"),
        pytest.param((": a",) * 20_000, 20_000, id="high"),
        pytest.param((":...." * 4_000,) * 3, 0, id="dots"),
        pytest.param(("a :" * 6_000,) * 3, 18_000, id="typed"),
    ],
)
def test_cost_grows_with_the_cells(rows: tuple[str, ...], texts: int) -> None:
    assert "".join(worded(rows)).count(":") == "".join(rows).count(":") - texts
