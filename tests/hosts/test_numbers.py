"""Figures that are referred to by number, and listed: on a page of Markdown, and all over a site of MkDocs."""
from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

markdown = pytest.importorskip("markdown")
pytest.importorskip("mkdocs")

BOX = "┌─────┐\n│ cup │\n└─────┘"
MARKER = "<!-- boxwright: figures -->"


def fence(ident: str, title: str = "", box: str = BOX) -> str:
    return f'```draw id="{ident}"{f" title={chr(34)}{title}{chr(34)}" if title else ""}\n{box}\n```\n\n'


def text_of(html: str) -> str:
    """Return the text of HTML without its figures."""
    return " ".join(re.sub(r"<figure.*?</figure>|<[^>]*>", " ", html, flags=re.DOTALL).split())


# ── Markdown ─────────────────────────────────────────────────────────────────────────────────────────

def convert(text: str, *extensions: str, **options: Any) -> str:
    return str(markdown.markdown(text, extensions=[*extensions, "boxwright"], extension_configs={"boxwright": options}))


@pytest.mark.parametrize(
    ("link", "lang", "expected"),
    [
        pytest.param("[](#fig-b)", "en", '<a href="#fig-b">Figure 2</a>', id="english"),
        pytest.param("[](#fig-b)", "zh", '<a href="#fig-b">图 2</a>', id="chinese"),
        pytest.param("[](#fig-plain)", "en", '<a href="#fig-plain">cup</a>', id="without-a-number-by-its-name"),
        pytest.param("[the second](#fig-b)", "en", '<a href="#fig-b">the second</a>', id="with-words-of-its-own"),
        pytest.param("[](#elsewhere)", "en", '<a href="#elsewhere"></a>', id="no-figure"),
        pytest.param("`[](#fig-b)`", "en", "<code>[](#fig-b)</code>", id="code"),
    ],
)
def test_an_empty_link_says_which_figure(link: str, lang: str, expected: str) -> None:
    text = f"See {link}.\n\n{fence('fig-a', 'One')}{fence('fig-b', 'Two')}{fence('fig-plain')}"
    assert expected in convert(text, lang=lang)


def test_a_list_of_the_figures_of_a_page() -> None:
    html = convert(f"{MARKER}\n\n{fence('fig-a', 'A & B')}{fence('fig-b')}{fence('fig-c', 'Three')}")
    assert '<ul class="boxwright-figures">' in html
    assert ('<li><a href="#fig-a">Figure 1. A &amp; B</a></li>\n<li><a href="#fig-c">Figure 2. Three</a></li>\n</ul>'
            in html)
    assert html.count("<li>") == 2


@pytest.mark.parametrize("extensions", [(), ("toc", "attr_list", "md_in_html", "tables", "pymdownx.details")],
                         ids=["alone", "among-others"])
def test_a_list_where_there_is_nothing_to_list_is_nothing(extensions: tuple[str, ...]) -> None:
    assert convert(f"a\n\n{MARKER}\n\nb\n", *extensions).replace("\n", "") == "<p>a</p><p>b</p>"


def test_a_marker_that_is_only_shown_stays() -> None:
    assert "boxwright-figures" not in convert(f"    {MARKER}\n\n{fence('fig-a', 'One')}")


def test_each_page_begins_anew() -> None:
    md = markdown.Markdown(extensions=["boxwright"])
    for _ in range(2):
        assert ">Figure 1</a>" in md.reset().convert(f"[](#fig-a)\n\n{fence('fig-a', 'One')}")


# ── MkDocs ───────────────────────────────────────────────────────────────────────────────────────────

CONFIG = """\
site_name: Made on the spot
site_url: https://example.com/sub/
nav: [index.md, guide/two.md, one.md]
plugins: [search, {boxwright: {OPTIONS}}]
validation: {links: {anchors: warn}}
"""
PAGES = {
    "index.md": f"# Home\n\n{MARKER}\n\nSee [](one.md#fig-a), [](guide/two.md#fig-b) and [](#fig-h).\n\n"
                + fence("fig-h", "Home"),
    "one.md": "# One\n\n" + fence("fig-a", "In one") + fence("fig-x") + fence("fig-c", "Also in one"),
    "guide/two.md": "# Two\n\nSee [](../one.md#fig-c).\n\n" + fence("fig-b", "In two"),
}


def build(root: Path, pages: dict[str, str], config: str, *flags: str) -> tuple[int, str]:
    for name, text in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *flags], cwd=root, capture_output=True, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("options", "home", "two", "captions"),
    [
        pytest.param("{}", "Home Figure 1. Home Two Figure 1. In two One Figure 1. In one Figure 2. Also in one "
                     "See Figure 1 , Figure 1 and Figure 1 .", "See Figure 2 .",
                     ["Figure 1.", "Figure 1.", "Figure 2.", "Figure 1."], id="by-page"),
        pytest.param("{numbering: site}", "Figure 1. Home Figure 2. In two Figure 3. In one Figure 4. Also in one "
                     "See Figure 3 , Figure 2 and Figure 1 .", "See Figure 4 .",
                     ["Figure 1.", "Figure 3.", "Figure 4.", "Figure 2."],
                 id="through-the-site-as-the-navigation-goes"),
    ],
)
def test_a_site(tmp_path: Path, options: str, home: str, two: str, captions: list[str]) -> None:
    code, said = build(tmp_path, PAGES, CONFIG.replace("{OPTIONS}", options), "--strict")
    assert code == 0, said
    site = tmp_path / "site"
    written = {name: (site / name).read_text(encoding="utf-8") for name in
               ("index.html", "one/index.html", "guide/two/index.html")}
    assert home in text_of(written["index.html"])
    assert two in text_of(written["guide/two/index.html"])
    assert '<a href="one/#fig-a">Figure' in written["index.html"]
    assert [n for html in written.values() for n in re.findall(r'class="bw-number">([^<]*)<', html)] == captions


def test_a_link_to_no_figure_is_a_warning_of_mkdocs(tmp_path: Path) -> None:
    code, said = build(tmp_path, {**PAGES, "one.md": "# One\n"}, CONFIG.replace("{OPTIONS}", "{}"), "--strict")
    assert code == 1
    assert "contains a link 'one.md#fig-a', but the doc 'one.md' does not contain an anchor '#fig-a'" in said


def test_numbering_takes_one_of_two_values(tmp_path: Path) -> None:
    code, said = build(tmp_path, PAGES, CONFIG.replace("{OPTIONS}", "{numbering: chapter}"))
    assert code == 1 and "Expected one of: ('page', 'site')" in said


def test_each_language_counts_for_itself(tmp_path: Path) -> None:
    config = """\
site_name: Two languages
site_url: https://example.com/
theme: material
plugins: [search, {boxwright: {numbering: site, languages: {en: {name: English}, zh: {name: 中文}}}}]
"""
    pages = {
        "en/index.md": f"# Home\n\n{MARKER}\n\n[](a.md#fig-a)\n\n" + fence("fig-h", "Cup"),
        "en/a.md": "# A\n\n" + fence("fig-a", "Tea"),
        "zh/index.md": f"# 首页\n\n{MARKER}\n\n[](a.md#fig-a)\n\n" + fence("fig-h", "杯"),
        "zh/a.md": "# 甲\n\n" + fence("fig-a", "茶"),
    }
    code, said = build(tmp_path, pages, config, "--strict")
    assert code == 0, said
    english = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    chinese = (tmp_path / "site/zh/index.html").read_text(encoding="utf-8")
    assert "Figure 1. Cup Figure 2. Tea Figure 2" in text_of(english)
    assert "图 1 杯 图 2 茶 图 2" in text_of(chinese)


def test_words_from_catalogues_in_a_site_of_two_languages(tmp_path: Path) -> None:
    config = """\
site_name: Two languages
site_url: https://example.com/
theme: material
plugins: [search, {boxwright: {labels: pictures, languages: {en: {name: English}, zh: {name: 中文}}}}]
markdown_extensions: [{pymdownx.snippets: {base_path: [pictures], check_paths: true}}]
"""
    page = '# A\n\n```draw\n--8<-- "cup.txt"\n```\n'
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/cup.txt").write_text(BOX, encoding="utf-8")
    (tmp_path / "pictures/labels.zh.yml").write_text("cup: 玻璃杯\nlid: 盖\n", encoding="utf-8")
    code, said = build(tmp_path, {"en/index.md": page, "zh/index.md": page}, config, "--strict")
    assert code == 0, said
    english = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    chinese = (tmp_path / "site/zh/index.html").read_text(encoding="utf-8")
    assert ">cup</text>" in english and ">玻璃杯</text>" in chinese and "│ cup │" in chinese
    assert re.search(r"INFO .*labels\.zh\.yml: no figure has a label 'lid'", said)
    pictures = {re.findall(r"assets/figures/\w+\.png", html)[0] for html in (english, chinese)}
    assert len(pictures) == 2
