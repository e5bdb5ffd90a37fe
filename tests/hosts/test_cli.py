"""The command: what it reads and writes, what it says, and its exit codes."""
from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import boxwright
from boxwright.hosts.cli import main

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘\n"
STRAIGHT = "┌────────┐\n│ 柠檬水 │\n└────────┘\n"


@pytest.fixture
def crooked(tmp_path: Path) -> Path:
    path = tmp_path / "crooked.txt"
    path.write_text(CROOKED, encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def straight(tmp_path: Path) -> Path:
    path = tmp_path / "straight.txt"
    path.write_text(STRAIGHT, encoding="utf-8", newline="\n")
    return path


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))


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
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    feed(monkeypatch, f"\ufeff{CROOKED}")
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
        pytest.param(["--ink", "水"], {"ink": ("水",)}, id="ink"),
    ],
)
def test_options_are_those_of_render(
    crooked: Path, capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], options: dict[str, str],
) -> None:
    assert main(["render", str(crooked), *arguments]) == 0
    output = capfdbinary.readouterr().out.decode()
    assert output == boxwright.render(CROOKED, **options).output  # type: ignore[arg-type]
    assert output != boxwright.render(CROOKED).output


def test_a_warning_goes_to_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.txt"
    source.write_text("\u0378", encoding="utf-8")
    assert main(["render", str(source), "-o", str(tmp_path / "a.png")]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"{source}:1:1: warning: no font here can draw")
    assert "[missing-font]" in err


# ── fmt ──

def test_fmt_puts_a_file_in_line_in_place(crooked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", str(crooked)]) == 0
    assert crooked.read_bytes() == STRAIGHT.encode()
    assert str(crooked) in capfd.readouterr().err


def test_fmt_leaves_a_straight_file_alone(straight: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = straight.stat().st_mtime_ns
    assert main(["fmt", str(straight)]) == 0
    assert (straight.read_bytes(), straight.stat().st_mtime_ns) == (STRAIGHT.encode(), before)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["prose\r\nwith\r\n", "\ufeffno newline", "a\tb\n\n\n"], ids=["crlf", "bom", "tabs"])
def test_fmt_leaves_what_holds_no_frame_to_the_byte(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert main(["fmt", str(path)]) == 0
    assert path.read_bytes() == text.encode()


def test_fmt_prints_what_it_reads_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    feed(monkeypatch, CROOKED)
    assert main(["fmt", "-"]) == 0
    assert capfdbinary.readouterr().out == STRAIGHT.encode()


def test_fmt_takes_many_files(crooked: Path, straight: Path) -> None:
    assert main(["fmt", str(straight), str(crooked)]) == 0
    assert crooked.read_bytes() == straight.read_bytes()


def test_fmt_and_check_know_how_to_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wide.txt"
    path.write_text("┌────┐\n│柠檬水   │\n└────┘\n", encoding="utf-8", newline="\n")
    assert main(["check", "--ambiguous", "2", str(path)]) == 1
    assert main(["check", "--ambiguous", "2", "--text", "┌────┐", str(path)]) == 0
    assert main(["fmt", "--ambiguous", "2", str(path)]) == 0
    assert path.read_bytes() == "┌────┐\n│柠檬水  │\n└────┘\n".encode()
    assert main(["check", "--ambiguous", "2", str(path)]) == 0


# ── check ──

def test_check_names_what_is_out_of_line(crooked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(crooked)]) == 1
    assert capfd.readouterr().err == (
        f"{crooked}:2:11: warning: {boxwright.check(CROOKED)[0].message} [drifted-wall]\n")


def test_check_is_quiet_where_all_is_well(straight: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(straight)]) == 0
    assert capfd.readouterr() == ("", "")


def test_check_looks_at_every_file(crooked: Path, straight: Path) -> None:
    assert main(["check", str(crooked), str(straight)]) == 1


def test_check_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    feed(monkeypatch, CROOKED)
    assert main(["check", "-"]) == 1
    assert capfd.readouterr().err.startswith("-:2:11: ")


def test_a_hint_is_told_but_is_no_failure(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("┌─┐\n│a├────\n└─┘\n", encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert "info: " in capfd.readouterr().err


# ── what cannot be done ──

@pytest.mark.parametrize("command", ["render", "fmt", "check"])
def test_a_missing_file_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str) -> None:
    missing = tmp_path / "nowhere.txt"
    assert main([command, str(missing)]) == 2
    assert capfd.readouterr() == ("", f"boxwright: {missing}: No such file or directory\n")


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
        pytest.param(["fmt"], "FILE", id="no-file"),
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


def test_as_a_process_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "boxwright.hosts.cli", "render", "-", "--to", "txt"],
        input=CROOKED.encode(), capture_output=True, timeout=60, check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, STRAIGHT.encode(), b"")


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
