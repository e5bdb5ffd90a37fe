"""The forms in which `check` reports: each is what its readers expect."""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from boxwright.hosts.cli import main
from boxwright.hosts.cli.arguments import REPORTS as NAMES
from boxwright.hosts.cli.reports import REPORTS, Problem
from boxwright.hosts.cli.settings import ALL_CODES

PROBLEMS = (
    Problem("docs/a b.md", 3, 8, "warning", "ragged-wall", "out of line; 50% of it"),
    Problem("docs/页面.md", 1, 1, "error", "bad-option", "two\nlines, and: a colon"),
    Problem("/srv/c:d,e.md", 2, 5, "info", "open-end", "ends"),
)


def test_each_form_has_a_name_on_the_command_line() -> None:
    assert tuple(REPORTS) == NAMES


def test_text() -> None:
    assert REPORTS["text"](PROBLEMS[:1], 1) == "docs/a b.md:3:8: warning: out of line; 50% of it [ragged-wall]\n"


def test_json() -> None:
    assert json.loads(REPORTS["json"](PROBLEMS, 7)) == {
        "version": 1, "files": 7, "problems": [problem._asdict() for problem in PROBLEMS]}


def test_github_takes_no_character_for_its_own() -> None:
    assert REPORTS["github"](PROBLEMS, 3).splitlines() == [
        "::warning file=docs/a b.md,line=3,col=8,title=boxwright%3A ragged-wall::out of line; 50%25 of it",
        "::error file=docs/页面.md,line=1,col=1,title=boxwright%3A bad-option::two%0Alines, and: a colon",
        "::notice file=/srv/c%3Ad%2Ce.md,line=2,col=5,title=boxwright%3A open-end::ends",
    ]


# ── SARIF: the part of its schema (2.1.0) that concerns us, in our own words ──

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNT = {"type": "integer", "minimum": 1}
RULE = {
    "type": "object", "required": ["id"],
    "properties": {
        "id": {"type": "string", "minLength": 1}, "shortDescription": TEXT, "help": TEXT,
        "helpUri": {"type": "string", "pattern": "^https://"},
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
LOCATION = {
    "type": "object", "properties": {"physicalLocation": {
        "type": "object", "required": ["artifactLocation"],
        "properties": {
            "artifactLocation": {"type": "object", "properties": {"uri": {
                "type": "string", "pattern": r"^(?:file:///|\./)?(?:[A-Za-z0-9/_.~-]|%[0-9A-F]{2})+$"}}},
            "region": {"type": "object", "properties": {"startLine": COUNT, "startColumn": COUNT}},
        },
    }},
}
RESULT = {
    "type": "object", "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": -1}, "level": LEVEL, "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
    },
}
DRIVER = {
    "type": "object", "required": ["name"],
    "properties": {
        "name": {"type": "string"}, "version": {"type": "string"},
        "informationUri": {"type": "string", "pattern": "^https://"}, "rules": {"type": "array", "items": RULE},
    },
}
RUN = {
    "type": "object", "required": ["tool"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {
    "type": "object", "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"}, "version": {"enum": ["2.1.0"]}, "runs": {"type": "array", "items": RUN},
    },
}
TYPES = {"object": dict, "array": list, "string": str, "integer": int}


def faults(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Return where `value` is not what `schema` asks for; a key that the schema does not name is a fault too."""
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{place}: {value!r} is none of {schema['enum']}"]
    if not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool):
        return [f"{place}: {value!r} is no {schema['type']}"]
    found = [f"{place}: {key} is missing" for key in schema.get("required", ()) if key not in value]
    if isinstance(value, dict):
        for key, inner in value.items():
            known = schema["properties"].get(key)
            found += faults(inner, known, f"{place}/{key}") if known else [f"{place}: {key} is unknown"]
    if isinstance(value, list):
        found += [fault for i, inner in enumerate(value) for fault in faults(inner, schema["items"], f"{place}/{i}")]
    if isinstance(value, str) and (len(value) < schema.get("minLength", 0)
                                   or not re.search(schema.get("pattern", ""), value)):
        found.append(f"{place}: {value!r} is not of the form {schema.get('pattern', '.')}")
    if isinstance(value, int) and value < schema.get("minimum", value):
        found.append(f"{place}: {value} is less than {schema['minimum']}")
    return found


@pytest.mark.parametrize("problems", [pytest.param(PROBLEMS, id="some"), pytest.param((), id="none")])
def test_sarif_is_of_its_schema(problems: tuple[Problem, ...]) -> None:
    log = json.loads(REPORTS["sarif"](problems, 3))
    assert faults(log, SARIF) == []
    run, = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(ALL_CODES)
    for result, problem in zip(run["results"], problems, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["level"] == {"info": "note"}.get(problem.severity, problem.severity)
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": problem.line, "startColumn": problem.column}


def test_the_schema_finds_faults() -> None:
    log = json.loads(REPORTS["sarif"](PROBLEMS, 3))
    log["version"] = "2.0"
    log["runs"][0]["results"][0]["level"] = "info"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["results"][2]["message"]
    assert len(faults(log, SARIF)) == 4


def test_sarif_addresses() -> None:
    results = json.loads(REPORTS["sarif"](PROBLEMS, 3))["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert uris == ["docs/a%20b.md", "docs/%E9%A1%B5%E9%9D%A2.md", "file:///srv/c%3Ad%2Ce.md"]


@pytest.mark.parametrize("name", NAMES)
def test_each_form_by_the_command(crooked: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["check", "--format", name, str(crooked)]) == 1
    out, err = capfd.readouterr()
    assert "ragged-wall" in out
    assert (err != "") is (name == "text"), "what programs read stands alone"


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_nothing_found_is_a_report_too(straight: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["check", "-q", "--format", name, str(straight)]) == 0
    data = json.loads(capfd.readouterr().out)
    assert (data["problems"] if name == "json" else data["runs"][0]["results"]) == []
