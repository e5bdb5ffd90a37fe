"""DOT, and what Graphviz itself makes of it."""
from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boxwright

DIAGRAMS = Path(__file__).parents[2] / "diagrams"


def written(source: str) -> str:
    return str(boxwright.render(source, to="dot").output)


def laid_out(engine: str, *texts: str) -> list[dict[str, Any]]:
    """Return what Graphviz makes of graphs, one after the other; it must not say a word against them."""
    if shutil.which(engine) is None:
        pytest.fail(f"no {engine} here; `make test` installs Graphviz", pytrace=False)
    command = [engine, "-Tjson", *(["-n2"] if engine == "neato" else [])]
    done = subprocess.run(command, input="".join(texts), capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    decoder, at, found = json.JSONDecoder(), 0, []
    while at < len(done.stdout):
        graph, stop = decoder.raw_decode(done.stdout, at)
        found.append(graph)
        at = stop + len(done.stdout[stop:]) - len(done.stdout[stop:].lstrip())
    return found


@pytest.mark.parametrize(
    ("drawn", "rules"),
    [
        pytest.param("───", "dir=none", id="none"),
        pytest.param("◄─►", "dir=both", id="both"),
        pytest.param("━━►", "penwidth=2.5", id="heavy"),
        pytest.param("══►", 'color="black:invis:black"', id="double"),
        pytest.param("╌╌►", "style=dashed", id="dashed"),
        pytest.param(".....>", "style=dotted", id="dotted"),
    ],
)
def test_lines(drawn: str, rules: str, pair: Callable[[str], str]) -> None:
    assert f" {rules}]\n" in written(pair(drawn))


@pytest.mark.parametrize(
    ("box", "rules"),
    [
        pytest.param("╭───╮\n│ a │\n╰───╯", 'style="rounded"', id="round"),
        pytest.param("╔═══╗\n║ a ║\n╚═══╝", "peripheries=2", id="double"),
        pytest.param("┏━━━┓\n┃ a ┃\n┗━━━┛", "penwidth=2.5", id="heavy"),
        pytest.param("┌╌╌╌┐\n╎ a ╎\n└╌╌╌┘", 'style="dashed"', id="dashed"),
        pytest.param("┌───────┐\n│ a {c} │\n└───────┘", "shape=diamond", id="choice"),
        pytest.param("a", "shape=plaintext", id="text"), pytest.param('"\\', 'label="\\"\\\\"', id="escapes"),
        pytest.param("&lt;", 'label="&amp;lt;"', id="entity"),
    ],
)
def test_shapes(box: str, rules: str) -> None:
    assert f"{rules}" in written(box)


def test_neato_sets_nodes_and_lines_where_they_stand(pair: Callable[[str], str]) -> None:
    graph, = laid_out("neato", written(pair("──►")))
    a, b = graph["objects"]
    assert (a["pos"], b["pos"], a["width"]) == ("12,12", "60,12", "0.33333")     # counted from the drawing's own edge
    assert graph["edges"][0]["pos"] == "e,48,12 24,12 24,12 41,12 41,12"


def test_a_line_to_a_container_is_cut_at_its_edge() -> None:
    text = written("┌───┐  ┌────────┐\n│   │  │ ┌────┐ │\n│ a ├─►│ │ b  │ │\n└───┘  │ └────┘ │\n       └────────┘")
    assert "b1 -> b2_at" in text and "lhead=cluster_b2" in text
    graph, = laid_out("dot", text)
    assert len(graph["edges"]) == 1


@pytest.mark.parametrize("engine", ["dot", "neato"])
def test_graphviz_lays_out_each_diagram(engine: str) -> None:
    paths = sorted(DIAGRAMS.rglob("*.txt"))
    texts = [str(boxwright.render(
        path.read_text(encoding="utf-8"), to="dot",
        kind=path.parent.name if path.parent.name in boxwright.KINDS else "drawing").output) for path in paths]
    assert len(laid_out(engine, *texts)) == len(paths) > 100


@settings(max_examples=25, deadline=None)
@given(labels=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12), min_size=1,
                       max_size=8))
def test_graphviz_reads_any_label_back(labels: list[str], around: Callable[[str], tuple[str, str]]) -> None:
    sources = [around(label)[0] for label in labels]
    for graph, source in zip(laid_out("dot", *map(written, sources)), sources, strict=True):
        structure = json.loads(str(boxwright.render(source, to="json").output))
        wanted = {char for label in structure["labels"] for char in label["text"] if char.isalnum()}
        parts = [*graph.get("objects", ()), *graph.get("edges", ())]
        assert wanted <= {char for part in parts for op in part.get("_ldraw_", ()) for char in op.get("text", "")}
