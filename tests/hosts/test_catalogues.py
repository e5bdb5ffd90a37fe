"""Catalogues: what is read, what is written, which words go first; in a fence, on the command line."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boxwright.hosts.catalogues import CatalogueError, Catalogues, catalogue_text, pairs_of, read_catalogue
from boxwright.hosts.cli import main

markdown = pytest.importorskip("markdown")
pytest.importorskip("yaml")

BOX = "┌─────┐\n│ cup │\n└─────┘\n"
TWO = "┌─────┐  ┌─────┐\n│ cup │  │ tea │\n└─────┘  └─────┘\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


# ── reading and writing ──────────────────────────────────────────────────────────────────────────────

@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param("", {}, id="empty"),
        pytest.param("# only a comment\n", {}, id="comment"),
        pytest.param("cup: 杯子\n", {"cup": "杯子"}, id="plain"),
        pytest.param('"a: b": ""\n', {"a: b": ""}, id="quoted"),
        pytest.param("no: 否\n1.0: 壹\n", {"no": "否", "1.0": "壹"}, id="what-yaml-would-convert"),
        pytest.param("cup:\n", {"cup": ""}, id="no-words-yet"),
    ],
)
def test_what_is_read(tmp_path: Path, text: str, entries: dict[str, str]) -> None:
    assert read_catalogue(write(tmp_path, labels_zh_yml=text) / "labels.zh.yml") == entries


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("cup: [杯\n", "line 2: cannot be read; write one `label: words` a line", id="no-yaml"),
        pytest.param("- cup\n", "must map labels to words", id="a-list"),
        pytest.param("cup: {a: b}\n", "must map labels to words", id="a-map-in-a-map"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, labels_zh_yml=text) / "labels.zh.yml"
    with pytest.raises(CatalogueError, match=f"{path}.*{message}"):
        read_catalogue(path)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    labels = ["cup", "a: b", "no", "# 1", "- x", "'q' \"q\"", "{s}", "1.0", "tea  shop", "end ", "柠檬 水", "Pod(s)",
              "*"]
    path = tmp_path / "labels.zh.yml"
    path.write_text(catalogue_text(labels, dict.fromkeys(labels, "杯: #1"), "# head"), encoding="utf-8")
    assert read_catalogue(path) == dict.fromkeys(labels, "杯: #1")
    assert path.read_text(encoding="utf-8").startswith("# head\ncup: ")


def test_words_are_kept_new_labels_wait_and_unused_entries_are_marked() -> None:
    text = catalogue_text(["tea", "cup", "tea"], {"cup": "杯", "jug": "壶", "lid": ""}, "")
    assert text == 'tea: ""\ncup: 杯\njug: 壶  # unused\n'


@pytest.mark.parametrize(
    ("option", "pairs"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("cup=杯", {"cup": "杯"}, id="one"),
        pytest.param("cup=杯, tea = 茶", {"cup": "杯", "tea": "茶"}, id="two"),
        pytest.param("cup=a, b, tea=c", {"cup": "a, b", "tea": "c"}, id="a-comma-in-the-words"),
        pytest.param("cup=a=b", {"cup": "a=b"}, id="a-sign-in-the-words"),
    ],
)
def test_the_option_of_a_fence(option: str, pairs: dict[str, str]) -> None:
    assert pairs_of(option) == pairs


# ── which words go first ─────────────────────────────────────────────────────────────────────────────

@pytest.mark.parametrize(
    ("lang", "name", "words", "own"),
    [
        pytest.param("zh", "", {"cup": "杯"}, set(), id="shared"),
        pytest.param("zh", "drawing/order.txt", {"cup": "杯子", "jug": "壶"}, {"cup", "jug"}, id="beside-the-diagram"),
        pytest.param("zh", "drawing/other.txt", {"cup": "杯"}, set(), id="another-diagram"),
        pytest.param("zh-TW", "", {"cup": "盃"}, set(), id="the-region-first"),
        pytest.param("zh-CN", "", {"cup": "杯"}, set(), id="else-the-language"),
        pytest.param("en", "drawing/order.txt", {}, set(), id="no-catalogue"),
    ],
)
def test_the_words_for_a_figure(tmp_path: Path, lang: str, name: str, words: dict[str, str], own: set[str]) -> None:
    write(tmp_path, labels_zh_yml="cup: 杯\nlid: 盖\n")
    (tmp_path / "labels.zh-TW.yml").write_text("cup: 盃\n", encoding="utf-8")
    write(tmp_path, drawing__order_zh_yml="cup: 杯子\njug: 壶\n")
    found = Catalogues(str(tmp_path)).words(lang, ("cup", "tea"), name)
    assert (found.all, found.own) == (words, own)


def test_entries_that_no_figure_had_a_label_for(tmp_path: Path) -> None:
    catalogues = Catalogues(str(write(tmp_path, labels_zh_yml="cup: 杯\nlid: 盖\n")))
    assert catalogues.unused() == []
    catalogues.words("zh", ("cup",))
    assert catalogues.unused() == [(tmp_path / "labels.zh.yml", "lid")]


# ── Markdown ─────────────────────────────────────────────────────────────────────────────────────────

def convert(text: str, **options: Any) -> tuple[str, list[str], list[str]]:
    reports: list[str] = []
    told: list[str] = []
    html = markdown.markdown(text, extensions=["boxwright", "pymdownx.snippets"], extension_configs={
        "boxwright": {"report": reports.append, "inform": told.append, "page": "p.md", **options},
        "pymdownx.snippets": {"base_path": [options.get("labels", ".")]}})
    return html, reports, told


def test_a_fence_brings_its_own_words() -> None:
    html, reports, told = convert(f'```draw labels="cup=玻璃杯, jug=壶"\n{BOX}```\n')
    assert ">玻璃杯</text>" in html and reports == []
    assert told == ["p.md:1: draw fence: no label reads 'jug'; take it out of the labels"]


def test_a_page_is_in_the_words_of_its_language(tmp_path: Path) -> None:
    write(tmp_path, labels_zh_yml="cup: 杯\n", labels_de_yml="cup: Tasse\n")
    for lang, word in {"zh": "杯", "de": "Tasse", "en": "cup"}.items():
        html, reports, told = convert(f"```draw\n{BOX}```\n", lang=lang, labels=str(tmp_path))
        assert f">{word}</text>" in html and reports == told == []


def test_an_included_diagram_has_the_catalogue_beside_it(tmp_path: Path) -> None:
    write(tmp_path, drawing__order_txt=TWO, drawing__order_zh_yml="cup: 杯\ntea: 茶\n", labels_zh_yml="cup: 盏\n")
    html, reports, told = convert('```draw\n--8<-- "drawing/order.txt"\n```\n', lang="zh", labels=str(tmp_path))
    assert ">杯</text>" in html and ">茶</text>" in html and reports == told == []


def test_a_label_without_words_is_told_of_where_others_have_some(tmp_path: Path) -> None:
    write(tmp_path, labels_zh_yml="cup: 杯\n")
    _, reports, told = convert(f"```draw\n{TWO}```\n", lang="zh", labels=str(tmp_path))
    assert (reports, told) == ([], ["p.md:1: draw fence: no other words for 'tea'; add it to the labels"])


def test_names_that_are_the_same_everywhere_are_no_translation(tmp_path: Path) -> None:
    write(tmp_path, labels_zh_yml="cup: cup\n")
    assert convert(f"```draw\n{TWO}```\n", lang="zh", labels=str(tmp_path))[1:] == ([], [])


@pytest.mark.parametrize(
    ("header", "message"),
    [
        pytest.param('draw labels="杯子"', "labels takes labels and other words, not '杯子'", id="no-sign"),
        pytest.param("draw", "labels.zh.yml, line 2: cannot be read", id="a-broken-catalogue"),
    ],
)
def test_what_is_wrong_is_reported_and_the_source_is_shown(tmp_path: Path, header: str, message: str) -> None:
    write(tmp_path, labels_zh_yml="cup: [\n")
    html, reports, _ = convert(f"```{header}\n{BOX}```\n", lang="zh", labels=str(tmp_path))
    assert len(reports) == 1 and message in reports[0] and "│ cup │" in html


# ── the command ──────────────────────────────────────────────────────────────────────────────────────

def test_the_command_writes_and_updates_a_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, order_txt=TWO, page_md=f"```draw\n{BOX.replace('cup', 'jug')}```\n\n```python\n{BOX}```\n")
    target = tmp_path / "labels.zh.yml"
    assert main(["labels", str(tmp_path)]) == 0
    assert target.read_text(encoding="utf-8") == 'cup: ""\ntea: ""\njug: ""\n'
    assert capsys.readouterr().err == f"{target}: 3 labels, 3 without words, 0 unused\n"
    target.write_text("# ours\nold: 旧\ntea: 茶\n", encoding="utf-8")
    assert main(["labels", str(tmp_path)]) == 0
    assert target.read_text(encoding="utf-8") == '# ours\ncup: ""\ntea: 茶\njug: ""\nold: 旧  # unused\n'
    assert capsys.readouterr().err == f"{target}: 3 labels, 2 without words, 1 unused\n"
    stamp = target.stat().st_mtime_ns
    assert main(["labels", str(tmp_path)]) == 0 and target.stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(["order.txt"], "order.zh.yml", id="beside-the-file"),
        pytest.param(["order.txt", "--lang", "de"], "order.de.yml", id="in-another-language"),
        pytest.param(["order.txt", "cup.txt", "-o", "all.yml"], "all.yml", id="where-it-is-told"),
    ],
)
def test_where_the_catalogue_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], name: str,
) -> None:
    monkeypatch.chdir(write(tmp_path, order_txt=TWO, cup_txt=BOX))
    assert main(["labels", *arguments]) == 0
    assert Path(name).read_text(encoding="utf-8") == 'cup: ""\ntea: ""\n'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["a.txt", "b.txt"], "nothing tells where the catalogue goes; say it: -o labels.zh.yml", id="two"),
        pytest.param(["-"], "nothing tells where the catalogue goes", id="standard-input"),
        pytest.param(["a.txt", "-o", "broken.yml"], "broken.yml, line 2: cannot be read", id="broken"),
    ],
)
def test_what_the_command_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(write(tmp_path, a_txt=BOX, b_txt=BOX, broken_yml="a: [\n"))
    assert main(["labels", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert Path("broken.yml").read_text(encoding="utf-8") == "a: [\n"


def test_render_takes_a_catalogue_or_a_folder_of_them(tmp_path: Path, capsysbinary: Any) -> None:
    write(tmp_path, order_txt=TWO, order_zh_yml="cup: 杯\n", labels_zh_yml="tea: 茶\n")
    file = str(tmp_path / "order.txt")
    assert main(["render", file, "--to", "txt", "--labels", str(tmp_path), "--lang", "zh"]) == 0
    out, err = capsysbinary.readouterr()
    assert "│ 杯 │  │ 茶 │" in out.decode() and err == b""
    assert main(["render", file, "--to", "txt", "--labels", str(tmp_path / "order.zh.yml")]) == 0
    out, err = capsysbinary.readouterr()
    assert "│ 杯 │  │ tea │" in out.decode() and "[untranslated]" in err.decode()
    assert main(["render", file, "--labels", str(tmp_path / "none.yml")]) == 2
