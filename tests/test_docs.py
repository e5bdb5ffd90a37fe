"""Docs as tests: what there is, is described in both languages; both say the same; each fence in the docs is drawn."""
from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import boxwright
from boxwright.glyphs import BLOCKS, GLYPHS, PRIVATE
from boxwright.hosts.cli import main
from boxwright.hosts.cli.arguments import COMMANDS, FORMATS, REPORTS, STAGES, parser
from boxwright.hosts.cli.settings import ALL_CODES, SEVERITIES
from boxwright.hosts.fences import DEFAULT_FENCES, MOST_ROWS, OPTIONS
from boxwright.hosts.markdown import FenceError, Published

markdown = pytest.importorskip("markdown")
pytest.importorskip("mkdocs")

REPOSITORY = Path(__file__).parents[1]
DOCS = REPOSITORY / "docs"
HOSTS = REPOSITORY / "plugins" / "boxwright" / "hosts"
LANGUAGES = ("en", "zh")
PAGES = sorted(str(p.relative_to(DOCS / "en")) for p in (DOCS / "en").rglob("*.md"))
FENCE = re.compile(r"^[> \t]*(`{3,}|~{3,})")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
GALLERY = "handbook/gallery.md"
TRANSLATIONS = {"fig-receipt-en"}       # a figure put into English, beside the Chinese one that both languages show
BOX = "┌──┐\n│ a│\n└──┘\n"


@cache
def text_of(language: str, page: str) -> str:
    return (DOCS / language / page).read_text(encoding="utf-8")


@cache
def handbook(language: str) -> str:
    return "\n".join(text_of(language, page) for page in PAGES if page.startswith("handbook/"))


def prose(text: str) -> Iterator[str]:
    """Yield the lines outside fences."""
    mark = ""
    for line in text.splitlines():
        found = FENCE.match(line)
        if mark:
            if found and line.lstrip("> \t").rstrip() == mark:
                mark = ""
        elif found:
            mark = found[1]
        else:
            yield line


@cache
def spans(language: str, page: str = "") -> frozenset[str]:
    """Return what stands in code format in the handbook, or on one page of it."""
    text = text_of(language, page) if page else handbook(language)
    return frozenset(match[2].strip() for line in prose(text) for match in CODE.finditer(line))


# ── both languages say the same ──────────────────────────────────────────────────────────────────────

def test_each_language_has_the_same_pages() -> None:
    found = {lang: sorted(str(p.relative_to(DOCS / lang)) for p in (DOCS / lang).rglob("*.md")) for lang in LANGUAGES}
    assert PAGES and found["zh"] == found["en"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_headings_in_each_language(page: str) -> None:
    levels = {lang: Counter(m[1] for line in prose(text_of(lang, page)) if (m := re.match(r"(#{1,6}) ", line)))
              for lang in LANGUAGES}
    assert levels["en"]["#"] == 1
    assert levels["zh"] == levels["en"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_same_figures_in_each_language(page: str, drawn: Any) -> None:
    def named(figure: Published) -> str:
        return "" if re.fullmatch(r"fig-[0-9a-f]{8}", figure.ident) else figure.ident      # made from the text

    shown = {lang: [(figure.rendering.figure.kind, named(figure)) for figure in drawn(lang, page)[0]
                    if figure.ident not in TRANSLATIONS] for lang in LANGUAGES}
    assert shown["zh"] == shown["en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_description(language: str, page: str) -> None:
    assert re.match(r"---\ndescription: \S", text_of(language, page))


# ── each fence is drawn ──────────────────────────────────────────────────────────────────────────────

@pytest.fixture(scope="module")
def settings() -> tuple[list[str], dict[str, Any], dict[str, str]]:
    """Return the Markdown extensions of the site, their settings, and its fences."""
    from mkdocs.config import load_config

    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs, config.plugins["boxwright"].config["fences"]


@pytest.fixture
def convert(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Turn Markdown into HTML as the site does; return (figures, reports, HTML)."""
    extensions, configs, fences = settings
    monkeypatch.chdir(REPOSITORY)

    def run(text: str, language: str) -> tuple[list[Published], list[str], str]:
        figures: list[Published] = []
        reports: list[str] = []
        own = {"fences": fences, "lang": language, "report": reports.append,
               "publish": lambda figure: figures.append(figure) or ""}
        html = markdown.markdown(
            text, extensions=[e for e in extensions if e != "boxwright"] + ["boxwright"],
            extension_configs={**configs, "boxwright": own})
        return figures, reports, html

    return run


@pytest.fixture
def drawn(convert: Any) -> Any:
    def run(language: str, page: str) -> tuple[list[Published], list[str], str]:
        body = text_of(language, page).split("\n---\n", 1)[1]
        result: tuple[list[Published], list[str], str] = convert(body, language)
        return result

    return run


def fences_written(text: str, languages: set[str]) -> int:
    """Return how many fences of ours stand in `text`, those that are only quoted in another fence left out."""
    count, mark = 0, ""
    for line in text.splitlines():
        found = FENCE.match(line)
        if mark:
            mark = "" if found and line.lstrip("> \t").rstrip() == mark else mark
        elif found:
            mark = found[1]
            count += re.split(r"[\s{]", line[found.end():].strip() + " ")[0] in languages
    return count


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_each_fence_of_a_page_is_drawn_without_a_word(page: str, language: str, drawn: Any, settings: Any) -> None:
    figures, reports, html = drawn(language, page)
    assert reports == []
    notes = [note for figure in figures for note in figure.rendering.notes]
    if page == GALLERY:                 # a street may lead off its map, on purpose
        notes = [note for note in notes if note.code != "open-end"]
    assert notes == []
    written = fences_written(text_of(language, page), {*DEFAULT_FENCES, *settings[2]})
    assert len(figures) == html.count("<figure ") == written
    if page.startswith("handbook/"):
        assert figures, "a page of the handbook shows what it talks about"


def test_a_fence_that_is_not_drawn_would_be_seen(convert: Any) -> None:
    figures, reports, html = convert(f'```draw titel="x"\n{BOX}```\n\n```draw\n┌──┐\n│ a├──\n└──┘\n```\n', "en")
    assert len(reports) == 1 and html.count("<figure ") == len(figures) == 1
    assert [note.code for note in figures[0].rendering.notes] == ["open-end"]


# ── what there is, is described ──────────────────────────────────────────────────────────────────────

def flags() -> dict[str, str]:
    """Return {flag: "command flag"} of the command, and each command by its own name."""
    found: dict[str, str] = {}
    for name in ("", *COMMANDS):
        whole = parser([name])
        own = next(action for action in whole._actions if action.dest == "command").choices[name] if name else whole
        if name:
            found[f"boxwright {name}"] = name
        for action in own._actions:
            found.update({flag: f"{name} {flag}" for flag in action.option_strings if action.dest != "help"})
    return found


def plugin_options() -> list[str]:
    from boxwright.hosts.mkdocs.language_options import _KEYS
    from boxwright.hosts.mkdocs.plugin import BoxwrightConfig

    return [*(name for name, _ in BoxwrightConfig._schema), *_KEYS]


NAMES = {
    "kind": boxwright.KINDS,
    "fence language": tuple(DEFAULT_FENCES),
    "fence option": OPTIONS,
    "output": FORMATS,
    "file ending": tuple(ending for endings in boxwright.OUTPUTS.values() for ending in endings),
    "stage": STAGES,
    "form of a report": REPORTS,
    "code": tuple(ALL_CODES),
    "severity": SEVERITIES,
    "command": tuple(flags()),
    "plugin option": tuple(plugin_options()),
    "function": ("render", "check", "boxwright.KINDS", "boxwright.OUTPUTS", "boxwright.CODES"),
    "error": tuple(name for name in boxwright.__all__ if name.endswith("Error")),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("what", "name"), [(what, name) for what, names in NAMES.items() for name in names])
def test_it_is_described(what: str, name: str, language: str) -> None:
    found = [span for span in spans(language) if span == name or what == "command" and f" {name} " in f" {span} "]
    assert found, f"no word on the {what} `{name}`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("option", OPTIONS)
def test_a_fence_option_has_an_example(option: str, language: str) -> None:
    assert any(span.startswith(f'{option}="') for span in spans(language, "handbook/fences.md"))


@pytest.mark.parametrize("name", ["render", "straighten", "check", "labels"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_function_is_shown_at_work(name: str, language: str) -> None:
    assert f"boxwright.{name}(" in text_of(language, "handbook/command.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_python_example_runs(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```python\n(import boxwright\n.*?)```", text_of(language, "handbook/command.md"), re.DOTALL)
    assert example
    exec(example[1], {})
    out = capsys.readouterr().out
    assert "</svg>" in out and "drawing" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mermaid_example_is_what_is_written(language: str) -> None:
    page = text_of(language, "handbook/command.md")
    source = re.search(r'```draw id="fig-command"\n(.*?)```', page, re.DOTALL)
    shown = re.search(r"```text\n(flowchart .*?)```", page, re.DOTALL)
    assert source and shown
    assert boxwright.render(source[1], to="mermaid", lang=language).output == shown[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_glyph_is_listed(language: str) -> None:
    listed = {word for span in spans(language, "handbook/kinds.md") for word in span.split()}
    assert [char for char in (*GLYPHS, *BLOCKS) if ord(char) not in PRIVATE and char not in listed] == []


# ── each code ────────────────────────────────────────────────────────────────────────────────────────

@cache
def code_sections(language: str) -> dict[str, str]:
    """Return what the handbook says under each code, by the anchor of its heading."""
    parts = re.split(r"^#{2,4} .*\{#([a-z-]+)\}$", text_of(language, "handbook/command.md"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ALL_CODES)
def test_a_code_has_its_severity_and_a_section_of_its_own(code: str, language: str) -> None:
    row = f"| [`{code}`](#{code}) | {ALL_CODES[code][0]} | "
    assert row in text_of(language, "handbook/command.md")
    assert len(code_sections(language)[code].strip()) > 10


EXAMPLE = re.compile(r"^```text\n(?P<wrong>.*?)^```\n\n```(?P<kind>draw|receipt)\n(?P<right>.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in boxwright.CODES if code != "tab"])
def test_the_example_of_a_code_has_it_and_what_to_write_instead_has_not(code: str, language: str) -> None:
    example = EXAMPLE.search(code_sections(language)[code])
    assert example, "wrong in a fence of text, right in a fence that is drawn"
    kind = "receipt" if example["kind"] == "receipt" else "drawing"
    assert {note.code for note in boxwright.check(example["wrong"], kind=kind)} == {code}
    assert boxwright.check(example["right"], kind=kind) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_of_the_handbook_are_valid(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    settings, = re.findall(r"```toml\n(.*?)```", code_sections(language)["settings"], re.DOTALL)
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "page.md").write_text("```plan\n┌─┐\n│a├──\n└─┘\n```\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "", "plan is a fence language, and open-end is ignored"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hooks_of_the_handbook_are_those_there_are(language: str) -> None:
    import yaml

    ours = [hook["id"] for hook in yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    example, = re.findall(r"```yaml\n(.*?)```", code_sections(language)["pre-commit"], re.DOTALL)
    assert [hook["id"] for hook in yaml.safe_load(example)["repos"][0]["hooks"]] == ours


def test_our_own_pages_have_nothing_amiss(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(REPOSITORY)
    assert main(["check", "docs", "README.md", "README.zh.md", "CONTRIBUTING.md"]) == 0, capsys.readouterr().out
    assert main(["fmt", "--check", "docs"]) == 0, "a page that shows a crooked text says so in a comment"


# ── each message ─────────────────────────────────────────────────────────────────────────────────────

BAD_FENCES = {
    "unknown option":  f'```draw titel="x"\n{BOX}```\n',
    "unknown value":   f'```draw straighten="no"\n{BOX}```\n',
    "not quoted":      f"```draw title=Tea\n{BOX}```\n",
    "unknown kind":    f'```draw kind="tree"\n{BOX}```\n',
    "unknown width":   f'```draw ambiguous="3"\n{BOX}```\n',
    "no address":      f'```draw links="docs"\n{BOX}```\n',
    "space in id":     f'```draw id="fig tea"\n{BOX}```\n',
    "id taken":        f'```draw id="fig-tea"\n{BOX}```\n\n```draw id="fig-tea"\n{BOX}```\n',
    "empty":           "```draw\n\n```\n",
    "not closed":      f"```draw\n{BOX}",
    "too many rows":   "```draw\n" + "a\n" * (MOST_ROWS + 1) + "```\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BAD_FENCES)
def test_the_message_of_a_bad_fence_is_in_the_handbook(name: str, language: str, convert: Any) -> None:
    _, reports, _ = convert(BAD_FENCES[name], language)
    assert len(reports) == 1
    assert reports[0].partition("draw fence: ")[2] in text_of(language, "handbook/fences.md")


ERRORS = {
    "unknown kind": lambda: boxwright.render("", kind="tree"),
    "unknown output": lambda: boxwright.render("", to="gif"),
    "unknown width": lambda: boxwright.render("", ambiguous=3),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ERRORS)
def test_the_message_of_a_wrong_request_is_in_the_handbook(name: str, language: str) -> None:
    with pytest.raises(boxwright.BoxwrightError) as caught:
        ERRORS[name]()
    assert str(caught.value) in spans(language, "handbook/command.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_of_a_missing_package_is_in_the_handbook(language: str) -> None:
    error = boxwright.MissingDependencyError("png", "png", "…")
    assert str(error) in spans(language, "handbook/command.md")
    assert str(error) in spans(language, "handbook/fences.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_of_a_missing_font_is_in_the_handbook(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cairosvg")
    from boxwright.outputs import cairo

    monkeypatch.setattr(cairo, "_has_glyph", lambda family, char: char != "店")
    note, = boxwright.render("店", to="png").notes
    assert note.message.partition(" (")[0] in spans(language, "handbook/fences.md")


def test_each_error_class_has_a_message_above() -> None:
    known = {
        boxwright.UnknownKindError, boxwright.UnknownOutputError, boxwright.AmbiguousWidthError,
        boxwright.MissingDependencyError, FenceError,
    }
    assert set(boxwright.BoxwrightError.__subclasses__()) == known


#: Calls with a message that somebody may get to read, and which of their arguments it is.
SAYING = {"log.warning": 0, "report": 0, "_error": 0, "ConfigurationError": 0, "PluginError": 0, "FenceError": 0,
          "RequestError": 0, "Fault": 1}


def messages_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and core of each warning that a host logs and each error that it raises: the first words that stay."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) not in SAYING:
            continue
        argument = SAYING[ast.unparse(node.func)]
        if len(node.args) <= argument:
            continue
        message = node.args[argument]
        parts = message.values if isinstance(message, ast.JoinedStr) else [message]
        constants = [p.value if isinstance(p, ast.Constant) else "\0" for p in parts]
        pieces = re.split(r"\0|%s|;|: |, not\b|\bplugin boxwright\b", "".join(map(str, constants)))
        core = next((piece.strip(" '") for piece in pieces if len(piece.split()) > 1), "")
        if core:
            yield node.lineno, core


CORES = [
    (f"{path.relative_to(HOSTS)}:{line}", core)
    for path in sorted(HOSTS.rglob("*.py")) for line, core in messages_in(path)
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("place", "core"), CORES, ids=[core for _, core in CORES])
def test_what_a_host_says_is_in_the_handbook(place: str, core: str, language: str) -> None:
    assert core in handbook(language), f"{place} says it"


def test_the_messages_of_the_hosts_are_found() -> None:
    assert {"has no counterpart in", "the fence is empty", "has no name", "cannot be"} <= {core for _, core in CORES}


# ── the files beside the docs ────────────────────────────────────────────────────────────────────────

@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_is_one_screen_and_its_pictures_are_there(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    local = [target for target in re.findall(r'(?:\]\(|src=")([^)"#]+)', text) if "://" not in target]
    assert local and [target for target in local if not (REPOSITORY / target).exists()] == []


TARGETS = re.findall(r"^([a-z-]+):.*##", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_for_contributors_is_named(target: str) -> None:
    if target not in ("help", "clean"):
        assert f"`make {target}`" in (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
