"""The part of YAML that is read: it says what PyYAML says, as long as all is plain."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from boxwright.hosts.cli.yaml_part import read_yaml

REPOSITORY = Path(__file__).parents[3]


def as_text(value: Any) -> Any:
    """Return what PyYAML read, with everything but maps and lists made a string."""
    if isinstance(value, dict):
        return {str(key): as_text(inner) for key, inner in value.items()}
    return [as_text(inner) for inner in value] if isinstance(value, list) else "" if value is None else str(value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b\nc: d\n", id="map"),
        pytest.param("a:\n  b: c\n  d:\n    e: f\ng: h\n", id="maps-in-maps"),
        pytest.param("- a\n- b: c\n  d: e\n- f\n", id="list"),
        pytest.param("plugins:\n- search\n- boxwright:\n    fences:\n      小票: receipt\n", id="list-not-indented"),
        pytest.param("plugins:\n  - search\n  - boxwright:\n      fences: {小票: receipt, plan: auto}\n",
                     id="flow-map"),
        pytest.param("plugins: [search, {boxwright: {fences: {a: b}}}]\n", id="flow-list"),
        pytest.param("plugins: [search, boxwright: {a: b}, c]\n", id="flow-pair"),
        pytest.param("a: {b: c,\n    d: e}\nf: [g,\n    h\n  ]\n", id="flow-over-lines"),
        pytest.param("'a b': \"c: d\"\n\"e\": 'f # g'\n", id="quotes"),
        pytest.param("# one\na: b   # two\n\n  # three\nc: 'd' # four\n", id="comments"),
        pytest.param("a: http://b/#c\n", id="address"),
        pytest.param("a:\nb: c\n", id="nothing"),
        pytest.param("---\na: b\n", id="begin-mark"),
        pytest.param("a: [b, 'c, d', \"e\"]\n", id="commas-in-quotes"),
    ],
)
def test_it_is_read_as_by_a_library(text: str) -> None:
    assert read_yaml(text) == as_text(yaml.safe_load(text))


def test_the_configuration_of_this_site() -> None:
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    plugins = read_yaml(text)["plugins"]
    plain = "\n".join(line for line in text.splitlines() if "!!python" not in line)
    assert plugins == as_text(yaml.safe_load(plain)["plugins"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: !ENV [B, c]\nd: e\n", {"a": "!ENV [B, c]", "d": "e"}, id="tag"),
        pytest.param("a: |\n  b: c\nd: e\n", {"a": "|", "d": "e"}, id="text-over-lines"),
        pytest.param("a: {b: c\nd: e\n", {"a": {"b": "c"}, "d": "e"}, id="a-bracket-that-is-missing"),
        pytest.param("just words\n", {}, id="no-map"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_is_not_plain_does_no_harm(text: str, expected: Any) -> None:
    assert read_yaml(text) == expected


@given(st.text(st.sampled_from("ab: -[]{},'\"#\n|&!柠"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_yaml(text), (dict, list, str))
