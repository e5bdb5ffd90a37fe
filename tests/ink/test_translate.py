"""Labels in other words: the drawing makes room, nothing comes loose or overlaps; and what is told of a catalogue."""
from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boxwright
from boxwright.model import Drawing, Sketch
from boxwright.text.width import text_width

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
DRAWN = sorted((DIAGRAMS / "drawing").glob("*.txt"))


def put(source: str, labels: dict[str, str] | None, **options: int) -> str:
    return str(boxwright.render(source, kind="drawing", to="txt", labels=labels, **options).output)  # type: ignore[arg-type]


def sketch_of(source: str, labels: dict[str, str] | None = None) -> Sketch:
    figure = boxwright.render(source, kind="drawing", to="figure", labels=labels).figure
    assert isinstance(figure, Drawing)
    return figure.sketch


def texts_of(sketch: Sketch) -> list[str]:
    return [owned.label.text for owned in sketch.labels]


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────

ROWS = [
    pytest.param(["┌─────┐", "│ cup │", "└─────┘"], {"cup": "lemonade"},
                 ["┌──────────┐", "│ lemonade │", "└──────────┘"], id="a-box-grows"),
    pytest.param(["┌──────────┐", "│ lemonade │", "└──────────┘"], {"lemonade": "杯"},
                 ["┌────┐", "│ 杯 │", "└────┘"], id="a-box-shrinks"),
    pytest.param(["┌───────────┐", "│    cup    │", "└───────────┘"], {"cup": "glass"},
                 ["┌───────────┐", "│   glass   │", "└───────────┘"], id="room-that-is-there-is-used"),
    pytest.param(["┌──────┐", "│ cup  │", "│ tea  │", "│ lids │", "└──────┘"], {"cup": "glasses"},
                 ["┌─────────┐", "│ glasses │", "│ tea     │", "│ lids    │", "└─────────┘"],
                 id="a-list-keeps-its-edge"),
    pytest.param(["┌─────┐  ┌─────┐", "│ cup │  │ lid │", "└─────┘  └─────┘"], {"cup": "glass"},
                 ["┌───────┐  ┌─────┐", "│ glass │  │ lid │", "└───────┘  └─────┘"], id="what-stands-beside-moves"),
    pytest.param(["┌─────┐   ┌─────┐", "│ cup ├──►│ lid │", "└─────┘   └─────┘"], {"cup": "glass", "lid": "top"},
                 ["┌───────┐   ┌─────┐", "│ glass ├──►│ top │", "└───────┘   └─────┘"],
                 id="a-connector-keeps-its-length"),
    pytest.param(["┌─┐ no  ┌─┐", "│a├────►│b│", "└─┘     └─┘"], {"no": "not yet"},
                 ["┌─┐ not yet ┌─┐", "│a├────────►│b│", "└─┘         └─┘"], id="a-connector-grows-with-its-label"),
    pytest.param(["┌─┐  no   ┌─┐", "│a│ ────► │b│", "└─┘       └─┘"], {"no": "not yet"},
                 ["┌─┐  not yet ┌─┐", "│a│ ───────► │b│", "└─┘          └─┘"], id="a-line-that-stops-short-grows-too"),
    pytest.param(["     │", "┌─┐  │  ┌─┐", "│a│ <┼─ │b│", "└─┘  │  └─┘", "     │"], {"a": "tea", "b": "cup"},
                 ["       │", "┌───┐  │  ┌───┐", "│tea│ <┼─ │cup│", "└───┘  │  └───┘", "       │"],
                 id="a-head-keeps-its-place"),
    pytest.param(["+-+  no   +-+", "|a| ....> |b|", "+-+       +-+"], {"no": "not yet"},
                 ["+-+  not yet +-+", "|a| .......> |b|", "+-+          +-+"], id="a-dotted-line-grows-by-dots"),
    pytest.param(["+-+  no      +-+", "|a|<- - - - -|b|", "+-+          +-+"], {"no": "before noon"},
                 ["+-+  before noon +-+", "|a|<- - - - - - -|b|", "+-+              +-+"],
                 id="a-dashed-line-grows-by-dashes"),
    pytest.param(["┌─┐         ┌─┐", "│a├── no ──►│b│", "└─┘         └─┘"], {"no": "not yet"},
                 ["┌─┐              ┌─┐", "│a├── not yet ──►│b│", "└─┘              └─┘"], id="a-label-in-a-line"),
    pytest.param(["┌─────┐", "│ cup │", "└──┬──┘", "   │", "   ▼", "┌─────┐", "│ lid │", "└─────┘"],
                 {"cup": "lemonade 1"},
                 ["┌────────────┐", "│ lemonade 1 │", "└─────┬──────┘", "      │", "      ▼", "   ┌─────┐",
                  "   │ lid │",
                  "   └─────┘"], id="what-hangs-on-it-stays-in-the-middle"),
    pytest.param(["┌───────────┐", "│   shop    │", "│ ┌───────┐ │", "│ │ cup   │ │", "│ └───────┘ │", "└───────────┘"],
                 {"cup": "lemonade", "shop": "店"},
                 ["┌──────────────┐", "│      店      │", "│ ┌──────────┐ │", "│ │ lemonade │ │", "│ └──────────┘ │",
                  "└──────────────┘"], id="a-container-goes-with-what-it-holds"),
    pytest.param(["┌─────┬──────┐", "│ tea │ 1.20 │", "├─────┼──────┤", "│ cup │ 0.30 │", "└─────┴──────┘"],
                 {"tea": "柠檬水", "cup": "杯"},
                 ["┌────────┬──────┐", "│ 柠檬水 │ 1.20 │", "├────────┼──────┤", "│ 杯     │ 0.30 │",
                  "└────────┴──────┘"],
                 id="a-table"),
    pytest.param(["┌─ cup ──┐", "│ tea    │", "└────────┘"], {"cup": "lemonade", "tea": "tea"},
                 ["┌─ lemonade ──┐", "│ tea         │", "└─────────────┘"], id="a-title-in-an-edge"),
    pytest.param(["cup ───► lid"], {"cup": "lemonade", "lid": "盖"}, ["lemonade ───► 盖"], id="free-texts"),
    pytest.param(["a     b", "c     d"], {"a": "lemonade"}, ["lemonade  b", "c         d"], id="columns-of-text"),
    pytest.param(["+-----+", "| cup |", "+-----+"], {"cup": "v - o"}, ["+-------+", "| v - o |", "+-------+"],
                 id="words-that-could-be-ink"),
    pytest.param(["┌─────┐", "│ cup │", "└─────┘"], {"cup": " a\n b "}, ["┌─────┐", "│ a b │", "└─────┘"],
                 id="on-one-line"),
    pytest.param(["┌─────┐", "│ cup │", "└─────┘"], {"cup": ""}, ["┌─────┐", "│ cup │", "└─────┘"],
                 id="an-empty-entry"),
    pytest.param(["┌─────┐", "│ cups │", "└─────┘"], {"cups": "cups"}, ["┌──────┐", "│ cups │", "└──────┘"],
                 id="what-was-crooked-is-straight"),
]


@pytest.mark.parametrize(("source", "labels", "expected"), ROWS)
def test_a_drawing_makes_room(source: list[str], labels: dict[str, str], expected: list[str]) -> None:
    assert put("\n".join(source), labels).splitlines() == expected


def test_lines_two_columns_wide_grow_by_two() -> None:
    source = "┌─┐\n│杯│\n└─┘\n"
    assert put(source, {"杯": "柠檬"}, ambiguous=2) == "┌───┐\n│ 柠檬 │\n└───┘\n"
    assert put(source, {"杯": "tea"}, ambiguous=2) == "┌──┐\n│tea │\n└──┘\n"


def test_a_picture_that_would_fall_apart_keeps_its_words() -> None:
    source = (DIAGRAMS / "ascii" / "flowchart.txt").read_text(encoding="utf-8")
    rendering = boxwright.render(source, to="txt", labels={"lemons": "so many lemons", "done": "ok"})
    assert str(rendering.output).splitlines() == [line.replace(" done ", " ok   ") for line in source.splitlines()]
    warnings = [note for note in rendering.notes if note.severity == "warning"]
    assert [(note.code, "'lemons'" in note.message) for note in warnings] == [("no-room", True)]


# ── what is told ─────────────────────────────────────────────────────────────────────────────────────

def test_a_missing_and_an_unused_entry_are_notes() -> None:
    source = "┌─────┬──────┐\n│ tea │ 1.20 │\n├─────┼──────┤\n│ cup │ 0.30 │\n└─────┴──────┘"
    notes = boxwright.render(source, labels={"tea": "茶", "jug": "壶"}).notes
    assert [(note.severity, note.code, note.row, note.column) for note in notes] == [
        ("info", "untranslated", 3, 2), ("info", "unused-label", 0, 0)]
    assert "'cup'" in notes[0].message and "'jug'" in notes[1].message


def test_an_entry_that_reads_the_same_is_a_translation() -> None:
    assert boxwright.render("┌─────┐\n│ Pod │\n└─────┘", labels={"Pod": "Pod"}).notes == ()


@pytest.mark.parametrize("labels", [pytest.param(None, id="none"), pytest.param({}, id="empty")])
def test_without_a_catalogue_there_is_nothing_to_tell(labels: dict[str, str] | None) -> None:
    assert boxwright.render("┌─────┐\n│ Pod │\n└─────┘", labels=labels).notes == ()


@pytest.mark.parametrize("to", ["svg", "html", "json"])
def test_every_output_is_in_the_other_words(to: str) -> None:
    output = str(boxwright.render("┌─────┐\n│ cup │\n└─────┘", to=to, labels={"cup": "玻璃杯"}).output)
    assert "玻璃杯" in output and '"cup"' not in output and ">cup<" not in output


def test_a_receipt_is_a_receipt_in_other_words() -> None:
    source = (DIAGRAMS / "receipt" / "coffee.txt").read_text(encoding="utf-8")
    rendering = boxwright.render(source, labels={"CORNER COFFEE": "街角咖啡"})
    assert (rendering.figure.kind, rendering.title) == ("receipt", "街角咖啡")


# ── laws ─────────────────────────────────────────────────────────────────────────────────────────────

WORDS = ("cup", "tea shop", "柠檬水", "a1", "the ledger", "收银台", "Kubernetes", "x")
LONG: Callable[[str], str] = lambda text: f"{text} {text} {text}"  # noqa: E731
SHORT: Callable[[str], str] = lambda text: text[0]  # noqa: E731


def centred(text: str, columns: int) -> str:
    spare = columns - text_width(text)
    return " " * (spare // 2) + text + " " * (spare - spare // 2)


def draw(rng: random.Random) -> str:
    """Draw boxes in rows and columns, arrows between them, some with a word, and at times a box around all of it."""
    columns, rows = rng.randint(1, 3), rng.randint(1, 3)
    count = 0

    def word() -> str:
        nonlocal count
        count += 1
        return f"{rng.choice(WORDS)} {count}"

    texts = [[[word() for _ in range(rng.randint(1, 2))] for _ in range(columns)] for _ in range(rows)]
    inner = [max(text_width(line) for row in texts for line in row[k]) + rng.choice((2, 4)) for k in range(columns)]
    gap = 12
    lines: list[str] = []
    for y, row in enumerate(texts):
        height = max(map(len, row))
        lines.append((" " * gap).join(f"┌{'─' * n}┐" for n in inner))
        for i in range(height):
            cells = [centred(cell[i], n) if i < len(cell) else " " * n for cell, n in zip(row, inner, strict=True)]
            line = f"│{cells[0]}"
            for cell in cells[1:]:
                kind = rng.choice(("", "arrow", "named")) if i == 0 else ""
                between = {"": " " * gap, "arrow": "─" * (gap - 1) + "►",
                           "named": f"── {rng.choice('abc')}{count % 10} ─────►"}[kind]
                line += f"├{between}│{cell}" if kind else f"│{between}│{cell}"
            lines.append(line + "│")
        drops = [rng.random() < .5 and y < rows - 1 for _ in range(columns)]
        edges = ["─" * (n // 2) + ("┬" if drop else "─") + "─" * (n - n // 2 - 1)
                 for n, drop in zip(inner, drops, strict=True)]
        lines.append((" " * gap).join(f"└{edge}┘" for edge in edges))
        if y < rows - 1:
            for glyph in "│▼":
                parts = [" " * (n // 2 + 1) + (glyph if drop else " ") + " " * (n - n // 2)
                         for n, drop in zip(inner, drops, strict=True)]
                lines.append((" " * gap).join(parts).rstrip() or " ")
    if rng.random() < .5:
        title = word()
        width = max(map(text_width, [*lines, title])) + 2
        lines = ["┌" + "─" * width + "┐", f"│{centred(title, width)}│",
                 *(f"│ {line}{' ' * (width - 1 - text_width(line))}│" for line in lines), "└" + "─" * width + "┘"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def ends(sketch: Sketch) -> list[tuple[object, ...]]:
    return sorted((c.source or 0, c.target or 0, c.start_arrow, c.end_arrow) for c in sketch.connectors)


def assert_fits(source: str, say: Callable[[str], str]) -> None:
    """Hold a drawing in other words to all that must be true of it."""
    before = sketch_of(source)
    labels = {text: say(text) for text in texts_of(before)}
    after = sketch_of(source, labels)
    assert sorted(texts_of(after)) == sorted(labels[text] for text in texts_of(before))     # whole, apart, none lost
    assert [box.parent for box in after.boxes] == [box.parent for box in before.boxes]      # closed, and in each other
    assert ends(after) == ends(before)                                                      # attached as before
    written = put(source, labels)
    assert boxwright.straighten(written).repairs == ()                                      # straight
    for owned in after.labels:
        if owned.owner is not None:
            box, label = after.boxes[owned.owner], owned.label
            assert box.column < label.column and label.column + label.columns <= box.column + box.columns - 1


@pytest.mark.parametrize("say", [pytest.param(LONG, id="three-times-as-long"), pytest.param(SHORT, id="one-character")])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_any_words_fit_and_nothing_comes_loose(seed: int, say: Callable[[str], str]) -> None:
    assert_fits(draw(random.Random(seed)), say)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9), words=st.lists(st.text("abcd柠檬水店 ", min_size=1, max_size=30), min_size=1))
def test_words_of_all_lengths_fit(seed: int, words: list[str]) -> None:
    def say(text: str) -> str:
        return " ".join(f"w{len(text)} {words[sum(map(ord, text)) % len(words)]}".split())

    assert_fits(draw(random.Random(seed)), say)


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
@pytest.mark.parametrize("say", [pytest.param(LONG, id="three-times-as-long"), pytest.param(SHORT, id="one-character")])
def test_our_own_drawings_fit(path: Path, say: Callable[[str], str]) -> None:
    assert_fits(path.read_text(encoding="utf-8"), say)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_same_words_change_nothing(seed: int) -> None:
    source = draw(random.Random(seed))
    assert put(source, {text: f" {text} " for text in texts_of(sketch_of(source))}) == source


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_shorter_words_never_make_a_drawing_wider(seed: int) -> None:
    source = draw(random.Random(seed))
    shorter = put(source, {text: SHORT(text) for text in texts_of(sketch_of(source))})
    assert max(map(text_width, shorter.splitlines())) <= max(map(text_width, source.splitlines()))


@settings(max_examples=150, deadline=None)
@given(source=st.text(st.sampled_from("┌─┬┐│├┼┤└┴┘+-|.:=/\\()<>^v►▼█    \n\n柠檬ab1"), max_size=200),
       word=st.text(max_size=12))
def test_any_text_takes_any_words(source: str, word: str) -> None:
    labels = dict.fromkeys(texts_of(sketch_of(source)), word)
    boxwright.render(source, labels=labels)
    assert put(source, labels).count("\n") == put(source, None).count("\n")
