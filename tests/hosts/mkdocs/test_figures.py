"""The figure side of the plugin, on real MkDocs (and Zensical, which runs no plugin), with sites made on the spot."""
from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

BOX = "┌──────┐\n│ 柠檬 │\n└──────┘"
CONFIG = "site_name: Made on the spot\nsite_url: https://example.com/sub/\nplugins: [search, boxwright]\n"


@dataclass(frozen=True)
class Built:
    """What a build left: its exit code, what it said, and the site."""

    code: int
    said: str
    site: Path

    def page(self, name: str = "index.html") -> str:
        return (self.site / name).read_text(encoding="utf-8")

    @property
    def told(self) -> list[str]:
        return re.findall(r"^INFO +-  (.*drawn straight.*)$", self.said, re.MULTILINE)

    @property
    def warnings(self) -> list[str]:
        return re.findall(r"^WARNING +-  (.*)$", self.said, re.MULTILINE)


def build(root: Path, pages: dict[str, str], config: str = CONFIG, *flags: str) -> Built:
    for name, text in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *flags], cwd=root, capture_output=True, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, encoding="utf-8",
    )
    return Built(done.returncode, done.stdout + done.stderr, root / "site")


def fence(options: str = "", source: str = BOX) -> str:
    return f"```draw{options}\n{source}\n```\n"


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_one_line_in_the_configuration_is_enough(tmp_path: Path, theme: str) -> None:
    built = build(tmp_path, {"index.md": f"# Hello\n\n{fence()}"}, f"{CONFIG}theme: {theme}\n", "--strict")
    assert (built.code, built.warnings) == (0, [])
    assert ">柠檬</text>" in built.page()


@pytest.mark.parametrize(
    ("page", "warning"),
    [
        pytest.param("# A\n\n" + fence(' kind="x"'), "index.md:3: draw fence: unknown figure kind 'x'", id="kind"),
        pytest.param("---\ntitle: A\ndate: 2025-10-21\n---\n\n# A\n\n" + fence(' colour="x"'),
                     "index.md:8: draw fence: unknown option 'colour'", id="option-below-front-matter"),
        pytest.param("# A\n\n```draw\n```\n", "index.md:3: draw fence: the fence is empty", id="empty"),
        pytest.param("# A\n\n" + fence(source="row\n" * 10_000), "index.md:3: draw fence: 10,001 rows are too many",
                     id="10,000-lines"),
        pytest.param("# A\n\n" + fence(" title=Two words"), "index.md:3: draw fence: cannot read 'title=Two'",
                     id="unquoted"),
    ],
)
def test_a_bad_fence_ends_a_strict_build_and_still_shows_its_source(tmp_path: Path, page: str, warning: str) -> None:
    built = build(tmp_path, {"index.md": page}, CONFIG, "--strict")
    assert built.code == 1
    assert len(built.warnings) == 1
    assert built.warnings[0].startswith(warning)
    built = build(tmp_path, {}, CONFIG)
    assert built.code == 0
    assert 'class="boxwright-broken"' in built.page()
    assert all(row in built.page() for row in ("柠檬", "└──────┘")) or BOX not in page


def test_a_wrong_map_of_fences_ends_the_build_at_once(tmp_path: Path) -> None:
    config = CONFIG.replace("boxwright]", "boxwright: {fences: {draw: picture}}]")
    built = build(tmp_path, {"index.md": "# A"}, config)
    assert built.code != 0
    assert "fence language 'draw': unknown figure kind 'picture'; use one of: receipt" in built.said


def test_each_figure_has_a_picture_that_its_page_links_to(tmp_path: Path) -> None:
    page = "# A\n\n" + fence(' id="one" title="One"') + "\n" + fence(' id="two"', "text")
    built = build(tmp_path, {"index.md": page, "deep/down.md": page}, CONFIG, "--strict")
    assert built.warnings == []
    for name in ("index.html", "deep/down/index.html"):
        links = re.findall(r'<a class="bw-link" href="([^"]*)"', built.page(name))
        assert len(links) == 2
        for link in links:
            assert ((built.site / name).parent / link).resolve().read_bytes().startswith(b"\x89PNG")
        preview = re.search('<meta property="og:image" content="https://example.com/sub/([^"]*)"', built.page(name))
        assert preview is not None
        assert links[0].endswith(preview[1].rpartition("/")[2])
    assert len(list((built.site / "assets/figures").iterdir())) == 2


def test_a_picture_is_made_once_and_kept(tmp_path: Path) -> None:
    build(tmp_path, {"index.md": fence()})
    cached = list((tmp_path / ".cache/plugin/boxwright").iterdir())
    assert len(cached) == 1
    before = cached[0].stat().st_mtime_ns
    built = build(tmp_path, {})
    assert [path.stat().st_mtime_ns for path in (tmp_path / ".cache/plugin/boxwright").iterdir()] == [before]
    assert len(list((built.site / "assets/figures").iterdir())) == 1
    assert not list((tmp_path / "docs").rglob("*.png"))


def test_how_wide_lines_are_is_an_option_of_the_site(tmp_path: Path) -> None:
    wide = "┌────┐\n│柠檬茶  │\n└────┘"
    config = CONFIG.replace("boxwright]", "boxwright: {ambiguous: 2}]")
    pages = {"index.md": fence(source=wide) + "\n" + fence(' ambiguous="1"', wide)}
    built = build(tmp_path, pages, config, "--strict")
    assert (built.code, built.warnings) == (0, [])
    assert len(list((built.site / "assets/figures").iterdir())) == 2
    assert len(set(re.findall(r'viewBox="([^"]*)"', built.page()))) == 2
    built = build(tmp_path, {}, config.replace("2}", "3}"))
    assert built.code != 0
    assert "ambiguous" in built.said


def test_a_character_without_a_font_is_a_warning_that_names_a_package(tmp_path: Path) -> None:
    built = build(tmp_path, {"index.md": fence(source="\U00012000 cuneiform")}, CONFIG, "--strict")
    assert built.code == 1
    assert "no font here can draw \U00012000" in built.warnings[0]
    assert "fonts-noto-cjk" in built.warnings[0]


def test_a_figure_may_go_without_a_picture(tmp_path: Path) -> None:
    page = fence(' id="one"') + "\n" + fence(' id="two" class="wide no-png"', "\U00012000 cuneiform")
    built = build(tmp_path, {"index.md": page}, CONFIG, "--strict")
    assert built.warnings == []
    assert built.page().count("<figure ") == 2
    assert built.page().count('<a class="bw-link"') == len(list((built.site / "assets/figures").iterdir())) == 1


def test_links_to_figures_are_checked_like_links_to_headings(tmp_path: Path) -> None:
    config = f"{CONFIG}validation: {{links: {{anchors: warn}}}}\n"
    pages = {"index.md": fence(' id="here"'), "b.md": "[good](index.md#here) [bad](index.md#gone)"}
    built = build(tmp_path, pages, config)
    assert len(built.warnings) == 1
    assert "#gone" in built.warnings[0]


def test_another_plugin_may_translate_the_site(tmp_path: Path) -> None:
    config = CONFIG.replace("[search, boxwright]", (
        "\n  - search\n  - i18n:\n      docs_structure: suffix\n      languages:\n"
        "        - {locale: en, name: English, default: true, build: true}\n"
        "        - {locale: zh, name: 中文, build: true}\n  - boxwright"
    )) + "theme: material\n"
    page = fence(' title="T"')
    built = build(tmp_path, {"index.md": page, "index.zh.md": page}, config, "--strict")
    assert (built.code, built.warnings) == (0, [])
    for name, number in (("index.html", "Figure 1."), ("zh/index.html", "图 1")):
        assert f'<span class="bw-number">{number}</span>' in built.page(name)
        link = re.findall(r'<a class="bw-link" href="([^"]*)"', built.page(name))[0]
        assert ((built.site / name).parent / link).resolve().is_file()


def test_zensical_draws_the_same_figure_without_the_plugin(tmp_path: Path) -> None:
    page = f"# A\n\n{fence()}"
    ours = build(tmp_path / "one", {"index.md": page}, f"{CONFIG}theme: material\n")
    config = CONFIG + "markdown_extensions: [boxwright]\n"
    root = tmp_path / "two"
    (root / "docs").mkdir(parents=True)
    (root / "docs/index.md").write_text(page, encoding="utf-8")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=root, check=True, capture_output=True)

    def svg(text: str) -> str:
        found = re.search(r'<svg xmlns="[^"]*" class="bw-svg".*?</svg>', text, re.DOTALL)
        assert found is not None
        return re.sub(r'\sdata-search-exclude="[^"]*"', "", found[0])

    assert svg((root / "site/index.html").read_text(encoding="utf-8")) == svg(ours.page())


# ── straightening ──

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘"


def run_told(root: Path, told: str) -> None:
    """Run the command that a message tells, from the folder where MkDocs ran."""
    command = shlex.split(told.partition("to mend it: ")[2])
    assert command[:2] == ["boxwright", "fmt"]
    subprocess.run([sys.executable, "-m", "boxwright.hosts.cli", *command[1:]], cwd=root, check=True)


def test_what_is_drawn_straight_is_told_and_the_command_mends_it(tmp_path: Path) -> None:
    page = f"---\ntitle: A\n---\n\n# A\n\n{fence(source=CROOKED)}"
    built = build(tmp_path, {"deep/a page.md": page, "index.md": f"# I\n\n{fence()}"}, CONFIG, "--strict")
    assert (built.code, built.warnings) == (0, [])
    assert built.told == ["deep/a page.md:7: draw fence: drawn straight, with 1 wall out of line in the source; "
                          "to mend it: boxwright fmt 'docs/deep/a page.md'"]
    run_told(tmp_path, built.told[0])
    assert build(tmp_path, {}).told == []


@pytest.mark.parametrize("name", ["mkdocs.yml", "site.yml"])
def test_the_command_knows_the_fence_languages_of_the_site(tmp_path: Path, name: str) -> None:
    config = CONFIG.replace("boxwright]", "boxwright: {fences: {图: drawing}}]")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(f"```图\n{CROOKED}\n```\n", encoding="utf-8")
    (tmp_path / name).write_text(config, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-f", name], cwd=tmp_path, capture_output=True,
                          text=True, encoding="utf-8", check=True)
    told, = re.findall(r"^INFO +-  (.*drawn straight.*)$", done.stderr, re.MULTILINE)
    assert shlex.split(told)[-1] == ("图" if name == "site.yml" else "docs/index.md")
    run_told(tmp_path, told)
    assert "│ 柠檬水 │" in (tmp_path / "docs/index.md").read_text(encoding="utf-8")


OFF_HERE = ' straighten="false"'
OFF = "---\nboxwright: {straighten: false}\n---\n\n"


@pytest.mark.parametrize(
    ("page", "config", "straight"),
    [
        pytest.param(fence(source=CROOKED), CONFIG, True, id="by-default"),
        pytest.param(fence(OFF_HERE, CROOKED), CONFIG, False, id="not-for-the-fence"),
        pytest.param(OFF + fence(source=CROOKED), CONFIG, False, id="not-for-the-page"),
        pytest.param(fence(source=CROOKED), CONFIG.replace("boxwright]", "boxwright: {straighten: false}]"), False,
                     id="not-for-the-site"),
        pytest.param(OFF.replace("false", "true") + fence(source=CROOKED), CONFIG, True, id="for-the-page"),
    ],
)
def test_straightening_is_switched_off(tmp_path: Path, page: str, config: str, straight: bool) -> None:
    built = build(tmp_path, {"index.md": page, "other.md": "# Other"}, config, "--strict")
    assert built.code == 0
    assert bool(built.told) is straight
    assert ('d="M' not in re.findall(r"<svg.*?</svg>", built.page(), re.DOTALL)[0]) is straight
    pictures = list((built.site / "assets/figures").iterdir())
    assert len(pictures) == 1, "the picture is of the same text as the figure"


PAIR = "┌───┐   ┌───┐\n│ a ├──►│ b │\n└───┘   └───┘"


@pytest.mark.parametrize(
    ("page", "config", "shows"),
    [
        pytest.param(fence(source=PAIR), CONFIG, True, id="by-default"),
        pytest.param(fence(' hover="false"', PAIR), CONFIG, False, id="not-for-the-fence"),
        pytest.param(OFF.replace("straighten", "hover") + fence(source=PAIR), CONFIG, False, id="not-for-the-page"),
        pytest.param(OFF + fence(source=PAIR), CONFIG, True, id="the-page-switches-off-something-else"),
        pytest.param(fence(source=PAIR), CONFIG.replace("boxwright]", "boxwright: {hover: false}]"), False,
                     id="not-for-the-site"),
    ],
)
def test_what_a_box_shows_is_switched_off(tmp_path: Path, page: str, config: str, shows: bool) -> None:
    built = build(tmp_path, {"index.md": page}, config, "--strict")
    assert built.code == 0
    assert ('class="bw-hover"' in built.page()) is shows


def test_the_two_ways_to_draw_a_text_have_two_pictures(tmp_path: Path) -> None:
    page = f"{fence(source=CROOKED)}\n{fence(OFF_HERE, CROOKED)}"
    built = build(tmp_path, {"index.md": page})
    assert len(list((built.site / "assets/figures").iterdir())) == 2


def test_front_matter_that_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    built = build(tmp_path, {"index.md": f"---\nboxwright: {{straight: false}}\n---\n{fence()}"}, CONFIG, "--strict")
    assert built.code == 1
    assert built.warnings == ["index.md: cannot read `boxwright` in the front matter; "
                              "write, for example, boxwright: {straighten: false}"]


LINKED = "┌───────────────┐\n│ [cups][c]     │\n└───────────────┘"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        pytest.param("other.md", "../other/", id="a-page-beside"),
        pytest.param("../index.md#top", "../../#top", id="a-page-above"),
        pytest.param("a%20b.md", "../a%20b/", id="a-space"),
        pytest.param("https://example.org/x.md", "https://example.org/x.md", id="another-site"),
        pytest.param("#here", "#here", id="the-page-itself"),
        pytest.param("../made-later.pdf", "../made-later.pdf", id="no-page"),
    ],
)
def test_a_link_in_a_figure_leads_where_one_in_the_text_would(tmp_path: Path, address: str, written: str) -> None:
    pages = {"index.md": "# Top", "in/other.md": "# B", "in/a b.md": "# C", "in/here.md": "# Here\n\n" + fence(
        f' links="c={address}" class="no-png"', LINKED)}
    built = build(tmp_path, pages, CONFIG, "--strict")
    assert (built.code, built.warnings) == (0, [])
    assert f'<a href="{written}">cups</a>' in built.page("in/here/index.html")


def test_a_link_in_a_figure_to_a_page_that_is_not_there_ends_a_strict_build(tmp_path: Path) -> None:
    page = "# A\n\n" + fence(source=f"{LINKED}\n\nlegend:\n[c]: gone.md")
    built = build(tmp_path, {"index.md": page}, CONFIG, "--strict")
    assert built.code == 1
    assert built.warnings == ["index.md:3: draw fence: the link to 'gone.md' leads to no page; write the path of one"]
