"""What pyproject.toml and mkdocs.yml ask for, and what is said where they cannot be read."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boxwright.hosts.cli import RequestError, main
from boxwright.hosts.cli.settings import ALL_CODES, settings_for
from boxwright.hosts.fences import DEFAULT_FENCES

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
OPEN = "┌─┐\n│a├────\n└─┘\n"
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


# ── fence languages ──

@pytest.mark.parametrize(
    ("name", "text", "fences"),
    [
        pytest.param("mkdocs.yml", "plugins:\n  - boxwright:\n      fences:\n        小票: receipt\n",
                     {"小票": "receipt"}, id="site"),
        pytest.param("mkdocs.yaml", "plugins: [boxwright: {fences: {小票: receipt}}]\n",
                     {"小票": "receipt"}, id="yaml"),
        pytest.param("mkdocs.yml", "plugins:\n  boxwright:\n    fences: {draw: drawing}\n", {"draw": "drawing"},
                     id="plugins-as-a-map"),
        pytest.param("mkdocs.yml", "plugins: [search, boxwright]\n", {}, id="no-options"),
        pytest.param("mkdocs.yml", "plugins: [search]\n# boxwright\n", {}, id="another-site"),
        pytest.param("pyproject.toml", '[tool.boxwright]\nlanguages = ["plan", "图"]\n', {"plan": "auto", "图": "auto"},
                     id="project"),
        pytest.param("pyproject.toml", "[tool.other]\na = 1\n", {}, id="another-project"),
    ],
)
def test_fence_languages(write: Write, name: str, text: str, fences: dict[str, str]) -> None:
    write(name, text)
    page = write("docs/en/page.md", "")
    assert settings_for(str(page), []).fences == {**DEFAULT_FENCES, **fences}


def test_both_files_count_and_the_command_line_adds(write: Write) -> None:
    write("mkdocs.yml", "plugins: [boxwright: {fences: {a: receipt}}]\n")
    write("pyproject.toml", '[tool.boxwright]\nlanguages = ["b"]\n')
    page = write("docs/page.md", "")
    assert settings_for(str(page), ["c", "a"]).fences == {**DEFAULT_FENCES, "a": "receipt", "b": "auto", "c": "auto"}


def test_a_configuration_may_inherit(write: Write) -> None:
    write("base/mkdocs.yml", "plugins: [boxwright: {fences: {a: receipt}}]\n")
    write("site/mkdocs.yml", "INHERIT: ../base/mkdocs.yml\nsite_name: A\n")
    assert "a" in settings_for(str(write("site/docs/page.md", "")), []).fences


def test_the_nearest_file_that_names_us_counts(write: Write) -> None:
    write("pyproject.toml", '[tool.boxwright]\nlanguages = ["far"]\n')
    write("near/pyproject.toml", '[tool.boxwright]\nlanguages = ["near"]\n')
    write("near/other/pyproject.toml", "[project]\nname = 'x'\n")
    fences = settings_for(str(write("near/other/page.md", "")), []).fences
    assert "near" in fences and "far" not in fences


def test_a_site_may_switch_straightening_off(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    write("mkdocs.yml", "plugins:\n  - boxwright:\n      straighten: false\n")
    page = write("docs/page.md", f"```draw\n{CROOKED}```\n")
    assert main(["fmt", "--check", str(page)]) == 0
    assert main(["check", str(page)]) == 0
    assert "ragged-wall" not in capfd.readouterr().out


# ── what check tells ──

CHECK = "[tool.boxwright.check]\n"


@pytest.mark.parametrize(
    ("toml", "said", "code"),
    [
        pytest.param("", "info", 0, id="default"),
        pytest.param(f'{CHECK}severity = {{ "open-end" = "error" }}\n', "error", 1, id="severity"),
        pytest.param(f'{CHECK}severity = {{ "open-end" = "warning" }}\n', "warning", 1, id="another-severity"),
        pytest.param(f'{CHECK}ignore = ["open-end"]\n', "", 0, id="ignore"),
        pytest.param(f'{CHECK}per-file-ignores = {{ "docs/*" = ["open-end"] }}\n', "", 0, id="in-a-folder"),
        pytest.param(f'{CHECK}per-file-ignores = {{ "a.txt" = ["open-end"] }}\n', "", 0, id="by-name"),
        pytest.param(f'{CHECK}per-file-ignores = {{ "*.md" = ["open-end"] }}\n', "info", 0, id="of-other-files"),
        pytest.param(f'{CHECK}per-file-ignores = {{ "docs/*" = ["tab"] }}\n', "info", 0, id="of-another-code"),
    ],
)
def test_severities_and_ignores(
    write: Write, capfd: pytest.CaptureFixture[str], toml: str, said: str, code: int,
) -> None:
    write("pyproject.toml", toml)
    path = write("docs/a.txt", OPEN)
    assert main(["check", str(path)]) == code
    out = capfd.readouterr().out
    assert (f": {said}: " in out) if said else out == ""


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param(f'{CHECK}ignore = ["open-ends"]\n', "unknown code 'open-ends'; use one of: ragged-wall, ",
                     id="code"),
        pytest.param(f'{CHECK}ignore = ["a", "b"]\n', "unknown codes 'a', 'b'", id="codes"),
        pytest.param(f'{CHECK}ignore = "tab"\n', 'must be a list of names; write, for example, ["open-end"]',
                     id="no-list"),
        pytest.param(f'{CHECK}severity = {{ tab = "fatal" }}\n', "use one of: info, warning, error", id="severity"),
        pytest.param(f'{CHECK}severity = {{ tub = "info" }}\n', "unknown code 'tub'", id="code-of-a-severity"),
        pytest.param(f'{CHECK}per-file-ignores = {{ "*" = ["tub"] }}\n', "unknown code 'tub'", id="code-for-files"),
        pytest.param(f"{CHECK}ignores = []\n", "unknown key 'ignores'; use one of: ignore, severity, per-file-ignores",
                     id="key-of-check"),
        pytest.param("[tool.boxwright]\nlanguage = []\n", "unknown key 'language'; use one of: languages, check",
                     id="key"),
        pytest.param("[tool]\nboxwright = 1\n", "must be a table", id="no-table"),
        pytest.param("[tool.boxwright\n", "cannot be read", id="no-toml"),
    ],
)
@pytest.mark.parametrize("command", ["fmt", "check"])
def test_wrong_settings_end_the_command(
    write: Write, capfd: pytest.CaptureFixture[str], command: str, toml: str, message: str,
) -> None:
    path = write("pyproject.toml", toml)
    page = write("page.md", f"```draw\n{CROOKED}```\n")
    assert main([command, str(page)]) == 2
    out, err = capfd.readouterr()
    assert out == "" and err.startswith(f"boxwright: {path}: ") and message in err
    assert CROOKED in page.read_text(encoding="utf-8")


def test_settings_errors_are_no_errors_of_the_library() -> None:
    import boxwright

    assert not issubclass(RequestError, boxwright.BoxwrightError)


def test_each_code_is_a_word_that_says_what_it_is() -> None:
    assert {"ragged-wall", "missing-wall", "open-end", "dangling-head", "label-on-stroke", "tab",
            "receipt-arithmetic", "text-outside", "bad-legend", "unsafe-link", "open-link", "no-shape",
            "unknown-option", "bad-option", "bad-fence", "bad-comment"} == set(ALL_CODES)
