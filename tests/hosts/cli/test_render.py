"""The command as a whole, and `render`: what it reads and writes, what it says, and its exit codes."""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import boxwright
from boxwright.hosts.cli import main
from boxwright.hosts.cli.arguments import ROWS, for_the_door, parser

FLAG = "a--b\n"
CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
STRAIGHT = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"


# ── render ──

@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        pytest.param(".svg", b"<svg ", id="svg"), pytest.param(".png", b"\x89PNG", id="png"),
        pytest.param(".json", b"{\n", id="json"), pytest.param(".txt", STRAIGHT.encode(), id="txt"),
        pytest.param(".html", b"<svg ", id="html"), pytest.param(".SVG", b"<svg ", id="capitals"),
    ],
)
def test_the_ending_of_the_target_tells_the_format(crooked: Path, suffix: str, start: bytes) -> None:
    target = crooked.with_suffix(suffix) if suffix != ".txt" else crooked.with_name("out.txt")
    assert main(["render", str(crooked), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("to", "start"),
    [
        pytest.param("svg", b"<svg ", id="svg"), pytest.param("png", b"\x89PNG", id="png"),
        pytest.param("json", b"{\n", id="json"), pytest.param("txt", STRAIGHT.encode(), id="txt"),
        pytest.param("html", b"<svg ", id="html"), pytest.param("outline", b"title '", id="outline"),
    ],
)
def test_to_names_the_format(crooked: Path, capfdbinary: pytest.CaptureFixture[bytes], to: str, start: bytes) -> None:
    assert main(["render", str(crooked), "--to", to]) == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(start)
    assert err == b""


def test_to_wins_over_the_ending(crooked: Path) -> None:
    target = crooked.with_name("picture.dat")
    assert main(["render", str(crooked), "-o", str(target), "--to", "json"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


def test_svg_is_the_default_and_a_hyphen_reads_standard_input(
    feed: Callable[[str], None], capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    feed(f"\ufeff{CROOKED}")
    assert main(["render", "-"]) == 0
    assert capfdbinary.readouterr().out.decode() == boxwright.render(CROOKED).output


@pytest.mark.parametrize("stage", ["grid", "repair", "strokes", "labels", "sketch", "figure", "scene"])
def test_each_stage_can_be_looked_at(crooked: Path, capfdbinary: pytest.CaptureFixture[bytes], stage: str) -> None:
    assert main(["render", str(crooked), "--stage", stage]) == 0
    assert capfdbinary.readouterr().out.decode() == boxwright.render(CROOKED, to=stage).output


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        pytest.param(["--kind", "receipt"], {"kind": "receipt"}, id="kind"),
        pytest.param(["--lang", "zh"], {"lang": "zh"}, id="lang"),
        pytest.param(["--title", "A", "--alt", "B"], {"title": "A", "alt": "B"}, id="title-and-alt"),
        pytest.param(["--no-straighten"], {"straighten": False}, id="no-straighten"),
        pytest.param(["--ambiguous", "2"], {"ambiguous": 2}, id="ambiguous"),
        pytest.param(["--text", "┌──", "--text=──┐"], {"text": ("┌──", "──┐")}, id="text"),
    ],
)
def test_options_are_those_of_render(
    crooked: Path, capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], options: dict[str, str],
) -> None:
    assert main(["render", str(crooked), *arguments]) == 0
    output = capfdbinary.readouterr().out.decode()
    assert output == boxwright.render(CROOKED, **options).output  # type: ignore[arg-type]
    assert output != boxwright.render(CROOKED).output


def test_what_is_ink_can_be_told(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "flag.txt").write_text(FLAG, encoding="utf-8")
    assert main(["render", str(tmp_path / "flag.txt"), "--ink=--"]) == 0
    output = capfdbinary.readouterr().out.decode()
    assert output == boxwright.render(FLAG, ink=("--",)).output
    assert output != boxwright.render(FLAG).output


@pytest.mark.parametrize(
    ("arguments", "page", "shows"),
    [
        pytest.param([], "```draw\n{}```\n", True, id="by-default"),
        pytest.param(["--no-hover"], "```draw\n{}```\n", False, id="not-by-the-command"),
        pytest.param([], '```draw hover="false"\n{}```\n', False, id="not-by-the-fence"),
        pytest.param([], "---\nboxwright: {{hover: false}}\n---\n\n```draw\n{}```\n", False, id="not-by-the-page"),
    ],
)
def test_boxes_show_their_connectors_unless_told(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], page: str, shows: bool,
) -> None:
    path = tmp_path / "page.md"
    path.write_text(page.format("┌───┐   ┌───┐\n│ a ├──►│ b │\n└───┘   └───┘\n"), encoding="utf-8")
    assert main(["render", str(path), "--to", "html", *arguments]) == 0
    assert (b'class="bw-hover"' in capfdbinary.readouterr().out) is shows


def test_a_site_may_switch_it_off(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - boxwright:\n      hover: false\n", encoding="utf-8")
    test_boxes_show_their_connectors_unless_told(tmp_path, capfdbinary, [], "```draw\n{}```\n", False)


def test_a_warning_goes_to_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.txt"
    source.write_text("\u0378", encoding="utf-8")
    assert main(["render", str(source), "-o", str(tmp_path / "a.png")]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"{source}:1:1: warning: no font here can draw")
    assert "[missing-font]" in err


# ── what cannot be done ──

@pytest.mark.parametrize("command", ["render", "fmt", "check"])
def test_a_missing_file_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str) -> None:
    missing = tmp_path / "nowhere.txt"
    assert main([command, str(missing)]) == 2
    assert capfd.readouterr() == ("", f"boxwright: {missing}: No such file or directory\n")


# ── the table of arguments ──

@pytest.mark.parametrize("row", [pytest.param(row, id=row.flags) for row in ROWS if row.sets])
def test_an_argument_sets_what_the_public_functions_take(row: object) -> None:
    import inspect

    from boxwright.hosts.cli.arguments import Row

    assert isinstance(row, Row)
    doors = {"render": boxwright.render, "fmt": boxwright.straighten, "check": boxwright.check,
                 "labels": boxwright.labels}
    for command in row.commands.split():
        assert row.sets in inspect.signature(doors[command]).parameters


def test_each_command_hands_on_its_own_arguments() -> None:
    def read(*words: str) -> dict[str, object]:
        return for_the_door(parser(words).parse_args(words))

    assert read("render", "a", "--kind", "receipt", "--no-straighten") == {
        "kind": "receipt", "lang": "en", "title": "", "alt": "", "straighten": False, "hover": True}
    assert read("fmt", "a") == {}
    assert read("check", "a", "--text", "x", "--text", "y") == {"text": ["x", "y"]}


# ── as a process ──


def test_a_folder_that_is_not_there_is_named(crooked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = crooked.parent / "nowhere" / "a.svg"
    assert main(["render", str(crooked), "-o", str(target)]) == 2
    assert str(target) in capfd.readouterr().err


@pytest.mark.parametrize("name", ["a.gif", "a"], ids=["unknown", "none"])
def test_an_unknown_ending_is_told_which_there_are(crooked: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    target = crooked.with_name(name)
    assert main(["render", str(crooked), "-o", str(target)]) == 2
    error = capfd.readouterr().err
    assert "use one of .svg, .png" in error and "--to" in error and str(target) in error
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["render", "-", "--to", "gif"], "'gif'", id="format"),
        pytest.param(["render", "-", "--kind", "flow"], "'flow'", id="kind"),
        pytest.param(["render", "-", "--stage", "svg"], "'svg'", id="stage"),
        pytest.param(["check", "-", "--ambiguous", "3"], "--ambiguous", id="width"),
        pytest.param(["paint", "-"], "'paint'", id="command"),
        pytest.param([], "render|fmt|check", id="nothing"),
        pytest.param(["fmt"], "PATH", id="no-file"),
        pytest.param(["check", "-", "--format", "xml"], "'xml'", id="report"),
    ],
)
def test_a_wrong_request_is_told_what_to_write(
    capfd: pytest.CaptureFixture[str], arguments: list[str], words: str,
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert words in capfd.readouterr().err


def test_a_missing_package_is_named(
    crooked: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    assert main(["render", str(crooked), "--to", "png"]) == 2
    assert "pip install 'boxwright[png]'" in capfd.readouterr().err


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capfd.readouterr().out == f"boxwright {boxwright.__version__}\n"


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a process of its own has loaded when the command is done."""
    code = ("import sys; from boxwright.hosts.cli import main; main(sys.argv[1:]); "
            "print(*sys.modules, file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60,
                          check=True)
    return set(done.stderr.split())


def test_a_picture_does_not_wait_for_what_it_does_not_need(crooked: Path) -> None:
    loaded = loaded_by("render", str(crooked), "-o", str(crooked.with_suffix(".svg")))
    spare = {"pathlib", "json", "html", "hashlib", "tomllib", "difflib", "decimal", "tempfile", "urllib.parse", "glob"}
    assert loaded & spare == set()
    assert not {name for name in loaded if name.startswith(("boxwright.hosts.cli.", "boxwright.hosts."))} - {
        f"boxwright.hosts.cli{name}" for name in ("", ".arguments", ".paths", ".render", ".targets", ".wanted")}


def test_as_a_process_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "boxwright.hosts.cli", "render", "-", "--to", "txt"],
        input=CROOKED.encode(), capture_output=True, timeout=60, check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, STRAIGHT.encode(), b"")


@pytest.mark.parametrize("arguments", [
    pytest.param(("render", "-", "--to", "json"), id="long-output"),
    pytest.param(("render", "-", "--to", "txt"), id="short-output"),
    pytest.param(("check", "-"), id="printed-and-told-by-the-exit-code"),
    pytest.param(("render", "nowhere.txt"), id="a-message"),
])
def test_a_process_of_its_own_leaves_nothing_unsaid(
    arguments: tuple[str, ...], feed: Callable[[str], None], capfd: pytest.CaptureFixture[str],
) -> None:
    source = "\n".join([CROOKED] * 200)
    feed(source)
    code = main(arguments)
    said = capfd.readouterr()
    done = subprocess.run([sys.executable, "-m", "boxwright.hosts.cli", *arguments], input=source.encode(),
                          capture_output=True, timeout=60, check=False)
    assert said.out or said.err
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == (code, said.out, said.err)


def test_a_reader_who_leaves_early_is_no_fault() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "boxwright.hosts.cli", "render", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(("┌──┐\n│ a│\n└──┘\n" * 3000).encode())
    process.stdin.close()
    assert (process.wait(timeout=60), process.stderr.read()) == (0, b"")
    process.stderr.close()


def test_links_are_given_one_by_one(feed: Callable[[str], None], capfd: pytest.CaptureFixture[str]) -> None:
    feed("┌────────────────┐\n│ [a][x]  [b][y] │\n└────────────────┘\n")
    assert main(["render", "-", "--link", "x=a.md?q=1", "--link", "y=#b"]) == 0
    out, err = capfd.readouterr()
    assert '<a href="a.md?q=1">a</a>' in out and '<a href="#b">b</a>' in out and err == ""


def test_a_link_without_an_address_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["render", "-", "--link", "docs"])
    err = capfd.readouterr().err
    assert "--link takes a name and an address, not 'docs'; write --link docs=https://example.org" in err
