"""A drawing as nodes and edges: what is a node, whose label a text is, which way a connector takes."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boxwright
from boxwright import door
from boxwright.graph import Graph, Node, graph_of
from boxwright.model import Product


@pytest.fixture
def see(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Return the graph of a text."""
    def run(source: str, kind: str | None = "drawing") -> Graph:
        found: list[Product] = []
        monkeypatch.setattr(door, "_write", lambda product, to: (found.append(product) or "", ()))
        boxwright.render(source, kind=kind)
        return graph_of(found[0])

    return run


def shown(graph: Graph) -> list[str]:
    """Return each node as its name, its text, and what holds it."""
    def one(node: Node) -> str:
        inside = "" if node.parent is None else f" in {graph.nodes[node.parent].name}"
        return f"{node.name} {'/'.join(node.lines)}{inside}"

    return [one(node) for node in graph.nodes]


def led(graph: Graph) -> list[str]:
    """Return each edge as its ends and its label."""
    return [f"{graph.nodes[e.source].name} {'<' if e.start_arrow else '-'}{'>' if e.end_arrow else '-'} "
            f"{graph.nodes[e.target].name} {'/'.join(e.lines)}".rstrip() for e in graph.edges]


@pytest.mark.parametrize(
    ("source", "nodes", "edges"),
    [
        pytest.param("┌───┐  reads  \n│ a ├────────► disk\n└───┘", ["b1 a", "t1 disk"], ["b1 -> t1 reads"],
                     id="text-end"),
        pytest.param("┌───┐\n│ a ├──►\n└───┘", ["b1 a", "p1 "], ["b1 -> p1"], id="loose-end"),
        pytest.param("┌───┐\n│ a ├───\n└───┘", ["b1 a", "p1 "], ["b1 -- p1"], id="a-line-that-leads-nowhere"),
        pytest.param("me      you\n|        |\n|------->|\n|        |", ["t1 me", "t2 you"], ["t1 -> t2"],
                     id="lifelines"),
        pytest.param("reads and   see\nwrites      also", ["t1 reads and/writes", "t2 see/also"], [], id="columns"),
        pytest.param("one\n\ntwo", ["t1 one", "t2 two"], [], id="a-blank-row-parts"),
        pytest.param("    ┌───┐\na ─►│ b │\nc   └───┘", ["b1 b", "t1 a/c"], ["t1 -> b1"], id="an-end-of-two-lines"),
        pytest.param("    ┌───┐\na ─►│ b │\nc ─►└───┘", ["b1 b", "t1 a", "t2 c"], ["t1 -> b1", "t2 -> b1"],
                     id="two-ends"),
        pytest.param("┌─────────┐\n│ api     │\n│ ┌────┐  │\n│ │ db │  │\n│ └────┘  │\n│ since   │\n└─────────┘",
                     ["b1 api", "b2 db in b1", "t1 since in b1"], [], id="more-than-a-title"),
        pytest.param("┌─────────┐\n│ ┌────┐  │\n│ │ db │ x│\n│ └────┘  │\n└─────────┘",
                     ["b1 x", "b2 db in b1"], [], id="the-only-text-is-the-name"),
        pytest.param("┌──┬──┐\n│ a│ b│\n├──┼──┤\n│ c│ d│\n└──┴──┘", ["b1 a │ b/────/c │ d"], [], id="table"),
        pytest.param("┌────┐\n│ a  │\n│────│\n│ b  │\n└────┘", ["b1 a/────/b"], [], id="rule"),
        pytest.param("     ┌───┐\n  ┌──┤ a ├──┐\n  ▼  └───┘  ▼\n┌───┐     ┌───┐\n│ b │     │ c │\n└───┘     └───┘",
                     ["b1 a", "b2 b", "b3 c"], ["b1 -> b2", "b1 -> b3"], id="two-ways"),
    ],
)
def test_nodes_and_edges(see, source: str, nodes: list[str], edges: list[str]) -> None:  # type: ignore[no-untyped-def]
    graph = see(source)
    assert (sorted(shown(graph)), led(graph)) == (sorted(nodes), edges)


def test_a_fork_goes_over_the_lines_that_are_drawn(see) -> None:  # type: ignore[no-untyped-def]
    graph = see("┌───┐\n│ a │\n└─┬─┘\n  ├─────┐\n  ▼     ▼\n┌───┐ ┌───┐\n│ b │ │ c │\n└───┘ └───┘")
    assert sorted(edge.points for edge in graph.edges) == [
        ((5, 5), (5, 7), (17, 7), (17, 11)), ((5, 5), (5, 11))]
    assert graph.lines == ()


def test_a_tree_has_a_text_for_each_end(see) -> None:  # type: ignore[no-untyped-def]
    graph = see("shop\n|-- menu\n|-- tea\n`-- till")
    assert [node.lines for node in graph.nodes if node.kind == "text"] == [("shop",), ("menu",), ("tea",), ("till",)]


def test_a_loose_end_is_in_the_box_that_it_ends_in(see) -> None:  # type: ignore[no-untyped-def]
    graph = see("┌────────────┐\n│ ┌───┐      │\n│ │ a ├──►   │\n│ └───┘      │\n└────────────┘")
    assert shown(graph) == ["b1 ", "b2 a in b1", "p1  in b1"]


def test_lines_that_join_nothing_are_lines(see) -> None:  # type: ignore[no-untyped-def]
    graph = see("────────\n\n┌────┬────┐\n│ a  │ b  │\n└────┴────┘")
    assert [(line.points, line.parent) for line in graph.lines] == [
        (((0, 1), (16, 1)), None), (((11, 5), (11, 9)), 0)]
    assert graph.edges == ()


@pytest.mark.parametrize(
    ("source", "direction"),
    [
        pytest.param("┌─┐  ┌─┐\n│a├─►│b│\n└─┘  └─┘", "right", id="right"),
        pytest.param("┌─┐  ┌─┐\n│a│◄─┤b│\n└─┘  └─┘", "left", id="left"),
        pytest.param("┌─┐\n│a│\n└┬┘\n ▼\n┌─┐\n│b│\n└─┘", "down", id="down"),
        pytest.param("┌─┐\n│a│\n└─┘\n ▲\n┌┴┐\n│b│\n└─┘", "up", id="up"),
        pytest.param("┌─┐ ┌─┐ ┌─┐\n│ ├►│ │ │ │\n│a│◄┤b│ │c│\n└▲┘ └─┘ └┬┘\n └───────┘", "right", id="a-state-machine"),
        pytest.param("┌─┐ ┌─┐\n│ ├►│ │\n│a│◄┤b│\n└▲┘ └─┘\n┌┴┐\n│c│\n└─┘", "right", id="a-state-machine-on-two-floors"),
        pytest.param("┌─┐ ┌─┐ ┌─┐ ┌─┐\n│a│◄┤b│◄┤c│◄┤d│\n└┬┘ └─┘ └─┘ └▲┘\n └───────────┘", "left",
                     id="left-and-once-back"),
        pytest.param("┌───┐\n│ a ├──┐\n│   │◄─┘\n└───┘", "right", id="to-itself"),
        pytest.param("┌─┐  ┌─┐  ┌─┐\n│a│  │b│  │c│\n└─┘  └─┘  └─┘", "down", id="side-by-side"),
        pytest.param("┌─┐\n│a│\n└─┘\n┌─┐\n│b│\n└─┘\n", "right", id="one-above-the-other"),
    ],
)
def test_the_direction_is_where_most_edges_lead(see, source: str, direction: str) -> None:  # type: ignore[no-untyped-def]
    assert see(source).direction == direction


@pytest.mark.parametrize(
    ("kind", "source", "lines"),
    [
        pytest.param("receipt", "Shop\n----\nTea: 1.20", ("Shop", "────", "Tea: 1.20"), id="receipt"),
        pytest.param("notice", "Hear ye\n\n- a\n- b\n\n1. c", ("Hear ye", "", "• a", "• b", "", "1. c"), id="notice"),
        pytest.param("receipt", "", (), id="empty"),
    ],
)
def test_another_kind_is_one_node(see, kind: str, source: str, lines: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    node, = see(source, kind).nodes
    assert node.lines == lines


@settings(max_examples=80, deadline=None)
@given(source=st.text(st.sampled_from("┌─┬┐│├┼┤└┴┘+-|>v<ab柠   \n\n"), max_size=200))
def test_each_label_is_in_a_node_or_on_an_edge(source: str) -> None:
    found: list[Product] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "_write", lambda product, to: (found.append(product) or "", ()))
        boxwright.render(source, kind="drawing")
    graph, labels = graph_of(found[0]), found[0].sketch.labels
    texts = " ".join([*(line for node in graph.nodes for line in node.lines),
                      *(line for edge in graph.edges for line in edge.lines)])
    placed = " ".join([*(line for node in graph.nodes for words in node.words for line in words.lines),
                       *(line for edge in graph.edges for line in edge.lines)])
    for owned in labels:
        assert owned.label.text in texts and owned.label.text in placed
