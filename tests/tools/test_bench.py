"""The benchmark's own parts: texts of the right size with their walls in line, tools in turn, numbers in columns."""
from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import boxwright
from bench import peers, report
from bench.hostile import HOSTILE
from bench.ragged import knock
from bench.run import main
from bench.table import beside, milliseconds, table, times
from bench.texts import DIALECTS, SIZES, make_text
from bench.timing import BUDGET, Timing, time_in_turn
from bench.workers import Answer, Worker
from boxwright.text.width import text_width

SIDES = "│┃║|├┠"       # a connector may begin at a wall


# ── texts ────────────────────────────────────────────────────────────────────────────────────────

@pytest.mark.parametrize(
    ("dialect", "checksum"),
    [
        pytest.param("box drawing", 987255559, id="box-drawing"),
        pytest.param("ASCII",       2981174399, id="ascii"),
        pytest.param("CJK",         284679656, id="cjk"),
    ],
)
def test_the_texts_are_the_same_everywhere(dialect: str, checksum: int) -> None:
    """A change of the texts makes earlier numbers useless: change the checksum with it, and say so."""
    assert zlib.crc32(make_text(SIZES["medium"], dialect, 0).text.encode()) == checksum


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", SIZES)
def test_a_text_has_its_size(name: str, dialect: str) -> None:
    size = SIZES[name]
    rows = make_text(size, dialect, 1).text.splitlines()
    assert (len(rows), max(map(text_width, rows))) == (size.rows, size.columns)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_seed_gives_another_text(dialect: str) -> None:
    assert len({make_text(SIZES["small"], dialect, seed).text for seed in range(20)}) == 20


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("seed", range(4))
def test_walls_stand_in_their_columns(dialect: str, seed: int) -> None:
    text = make_text(SIZES["medium"], dialect, seed)
    rows = text.text.splitlines()
    walls = [{text_width(row[:index]) for index, char in enumerate(row) if char in SIDES} for row in rows]
    assert [wall for wall in text.walls if wall[1] not in walls[wall[0]]] == []


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("seed", range(4))
def test_nothing_in_a_text_is_out_of_line(dialect: str, seed: int) -> None:
    text = make_text(SIZES["medium"], dialect, seed).text
    assert boxwright.straighten(text).text == text


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_knocked_text_differs_in_blanks_alone(dialect: str) -> None:
    text = make_text(SIZES["medium"], dialect, 0)
    before, after = text.text.splitlines(), knock(text, 0).splitlines()
    assert [row.replace(" ", "") for row in before] == [row.replace(" ", "") for row in after]
    assert len(before) / 10 < sum(one != other for one, other in zip(before, after, strict=True)) < len(before) * 0.9


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_seed_knocks_the_same_walls(dialect: str) -> None:
    text = make_text(SIZES["small"], dialect, 0)
    assert knock(text, 1) == knock(text, 1) != knock(text, 2)


@pytest.mark.parametrize(("length", "make"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_grows_as_it_says(length: int, make: Callable[[int], str]) -> None:
    assert 1.8 < len(make(2 * length)) / len(make(length)) < 4.2


# ── tools in turn ────────────────────────────────────────────────────────────────────────────────

class Fake(Worker):
    """A tool that needs a given time."""

    def __init__(self, name: str, seconds: float, log: list[str]) -> None:
        super().__init__(name, [])
        self.seconds, self.log = seconds, log

    def ask(self, texts: Sequence[str], limit: float) -> Answer:
        self.log.append(f"{self.name} {' '.join(texts)}")
        return Answer((self.seconds,) * len(texts), tuple(texts))


def test_tools_are_timed_in_turn_on_other_texts_in_each_round() -> None:
    log: list[str] = []
    timings = time_in_turn([Fake("a", 1, log), Fake("b", 2, log)], str, count=2, rounds=2, limit=60)
    assert log == ["a 0 1", "b 0 1", "a 2 3", "b 2 3", "a 4 5", "b 4 5"]
    assert [timings["b"].seconds, timings["b"].outputs] == [[2, 2, 2, 2], ("0", "1")]       # round 0 is not counted


def test_a_slow_tool_gets_one_round() -> None:
    log: list[str] = []
    timings = time_in_turn([Fake("slow", BUDGET, log)], str, count=1, rounds=5, limit=60)
    assert (log, timings["slow"].seconds) == (["slow 0"], [BUDGET])


@pytest.mark.parametrize(
    ("code", "limit", "problem"),
    [
        pytest.param("import time; time.sleep(60)", 0.2, "over 0.2 s", id="too-slow"),
        pytest.param("raise SystemExit(1)",         60, "crashed",    id="falls-over"),
        pytest.param("print('{\"problem\": \"no\"}'); input(); input()", 60, "no", id="says-no"),
    ],
)
def test_a_tool_that_does_not_answer_says_why(code: str, limit: float, problem: str) -> None:
    worker = Worker("tool", [sys.executable, "-uc", code])
    assert worker.ask(["text"], limit) == Answer(problem=problem)
    assert worker.ask(["text"], limit).problem in (problem, "crashed")      # and may be asked again
    worker.end()


def test_a_tool_that_is_absent_is_not_started() -> None:
    with peers.workers({"svgbob": "svgbob"}, {"svgbob": peers.Peer(absent="no")}) as (worker,):
        assert worker.ask(["text"], 1) == Answer(problem="absent")


@pytest.mark.parametrize(
    ("row", "output"),
    [
        pytest.param("boxwright render",     "<svg",              id="render"),
        pytest.param("boxwright straighten", "┌──┐\n│ x│\n└──┘\n", id="straighten"),
    ],
)
def test_boxwright_answers_as_a_worker(row: str, output: str) -> None:
    with peers.workers({"boxwright": row}, {}) as (worker,):
        answer = worker.ask(["┌──┐\n│ x│\n└──┘\n"], 60)
    assert answer.outputs[0].startswith(output)
    assert answer.seconds[0] > 0


# ── numbers in columns ───────────────────────────────────────────────────────────────────────────

def test_a_table_is_aligned() -> None:
    rows = [["text", "1.00 ms", beside("12.0 ms", "12.0x")], ["订", "absent"]]
    assert table(["", "one", "two"], rows).splitlines() == [
        "           one               two",
        "----   -------   ---------------",
        "text   1.00 ms   12.0 ms   12.0x",
        "订      absent",
    ]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.000123, "0.12 ms"), (0.0123, "12.3 ms"), (0.123, "123 ms"), (12.34, "12,340 ms")],
)
def test_times_have_three_digits_that_count(seconds: float, text: str) -> None:
    assert milliseconds(seconds) == text


@pytest.mark.parametrize(
    ("value", "base", "text"),
    [(3, 1, "3.0x"), (1, 50, "0.02x"), (5000, 2, "2,500x"), (1, None, ""), (1, 0, "")],
)
def test_ratios(value: float, base: float | None, text: str) -> None:
    assert times(value, base) == text


def test_a_tool_without_a_number_says_why() -> None:
    cases = {"small": {"boxwright": Timing([0.002]), "svgbob": Timing([0.006]), "aasvg": Timing(problem="absent"),
                       "ascii2svg": Timing(problem="ValueError: too large")}}
    shown = report.side_by_side(cases, lambda timing: timing.median, milliseconds).splitlines()[-1]
    assert shown.split() == ["small", "2.00", "ms", "6.00", "ms", "3.0x", "absent", "ValueError"]
    assert report.problems(cases) == "ascii2svg, small: ValueError: too large"
    assert report.is_whole(cases)


def test_the_command_measures_a_section_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "numbers.json"
    assert main(["--no-peers", "--only", "diagrams", "--rounds", "1", "--json", str(kept)]) == 0
    assert "== diagrams ==" in capsys.readouterr().out
    numbers = json.loads(kept.read_text(encoding="utf-8"))["diagrams"]
    assert all(number["median_seconds"] > 0 for number in numbers)
    assert {number["case"] for number in numbers} >= {"drawing/order.txt", "receipt/lemonade.txt"}
