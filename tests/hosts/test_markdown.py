"""The Markdown extension: fences become figures wherever they stand, and no failure is hidden."""
from __future__ import annotations

import html
import logging
import re
from pathlib import Path
from typing import Any

import markdown
import pytest

import boxwright
from boxwright.hosts.markdown import BoxwrightExtension, Published

BOX = "┌─────┐\n│ tea │\n└─────┘"
OTHER = "┌─────┐\n│ cup │\n└─────┘"


class Page:
    """A text made into HTML, and what was reported on the way."""

    def __init__(self, text: str, *extensions: str | markdown.Extension, **options: Any) -> None:
        self.reports: list[str] = []
        own = BoxwrightExtension(report=self.reports.append, **options)
        before = [extension for extension in extensions if extension != "boxwright"]
        at = extensions.index("boxwright") if "boxwright" in extensions else len(before)
        self.md = markdown.Markdown(extensions=[*before[:at], own, *before[at:]])
        self.html = self.md.convert(text)

    @property
    def figures(self) -> list[str]:
        return re.findall(r"<figure class=.*?</figure>", self.html, re.DOTALL)

    @property
    def broken(self) -> list[str]:
        return re.findall(r'<div class="boxwright-broken".*?</div>', self.html, re.DOTALL)

    @property
    def captions(self) -> list[str]:
        return [html.unescape(re.sub(r"<[^>]*>", "", caption))
                for caption in re.findall(r"<figcaption>(.*?)</figcaption>", self.html, re.DOTALL)]

    @property
    def ids(self) -> list[str]:
        return re.findall(r'\bid="([^"]*)"', self.html)


def fence(source: str = BOX, header: str = "draw", mark: str = "```") -> str:
    return f"{mark}{header}\n{source}\n{mark}\n"


def indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


# ── where fences stand ──

@pytest.mark.parametrize(
    ("text", "extensions", "around"),
    [
        pytest.param(fence(), (), r"^<figure", id="alone"),
        pytest.param(f"before\n\n{fence()}\nafter\n", (), r"<p>before</p>\s*<figure", id="between-paragraphs"),
        pytest.param(f"before\n{fence()}after\n", (), r"before\s*<figure.*</figure>\s*after", id="without-blank-lines"),
        pytest.param(fence(mark="~~~"), (), r"^<figure", id="tildes"),
        pytest.param(fence(mark="`````"), (), r"^<figure", id="a-longer-mark"),
        pytest.param(f"- item\n\n{indented(fence(), '    ')}", (), r"<li>\s*<p>item</p>\s*<figure", id="in-a-list"),
        pytest.param(f"1. item\n\n{indented(fence(), '    ')}", (), r"<ol>\s*<li>.*<figure", id="in-a-numbered-list"),
        pytest.param(indented(fence(), "> "), (), r"<blockquote>\s*<figure", id="in-a-quote"),
        pytest.param(f"!!! note\n\n{indented(fence(), '    ')}", ("admonition",),
                     r'<div class="admonition note">.*<figure', id="in-an-admonition"),
        pytest.param(f'=== "One"\n\n{indented(fence(), "    ")}', ("pymdownx.tabbed",),
                     r'<div class="tabbed-content">.*<figure', id="in-a-tab"),
        pytest.param(f'??? note "More"\n\n{indented(fence(), "    ")}', ("pymdownx.details",),
                     r"<details.*<figure", id="in-details"),
        pytest.param(f'!!! note\n\n    - item\n\n{indented(fence(), "        ")}', ("admonition",),
                     r"admonition.*<li>.*<figure", id="in-a-list-in-an-admonition"),
    ],
)
def test_a_figure_in(text: str, extensions: tuple[str, ...], around: str) -> None:
    page = Page(text, *extensions)
    assert len(page.figures) == 1
    assert re.search(around, page.html, re.DOTALL)
    assert ">tea</text>" in page.figures[0]
    assert "<pre><code>┌─────┐\n│ tea │\n└─────┘</code></pre>" in page.figures[0]
    assert page.reports == []


ORDERS = [
    pytest.param(("boxwright",), id="alone"),
    pytest.param(("pymdownx.superfences", "boxwright"), id="after-superfences"),
    pytest.param(("boxwright", "pymdownx.superfences"), id="before-superfences"),
    pytest.param(("fenced_code", "boxwright"), id="after-fenced-code"),
    pytest.param(("boxwright", "fenced_code"), id="before-fenced-code"),
    pytest.param(("fenced_code", "boxwright", "pymdownx.superfences"), id="between"),
    pytest.param(("pymdownx.highlight", "pymdownx.superfences", "boxwright"), id="with-highlight"),
    pytest.param(("pymdownx.superfences", "boxwright", "fenced_code"), id="before-fenced-code-after-superfences"),
    pytest.param(("extra", "boxwright"), id="after-extra"),
    pytest.param(("boxwright", "extra"), id="before-extra"),
    pytest.param(("boxwright", "pymdownx.extra"), id="before-pymdownx-extra"),
]


@pytest.mark.parametrize("extensions", ORDERS)
def test_the_order_of_extensions_does_not_matter(extensions: tuple[str, ...]) -> None:
    page = Page(f"{fence()}\n```python\nx = 1\n```\n\n{fence(header='draw title=two')}", *extensions)
    assert len(page.figures) == len(page.broken) == 1
    assert "x" in re.sub(r"<[^>]*>", "", page.html.partition("</figure>")[2])
    assert len(page.reports) == 1 and page.reports[0].startswith("Markdown:11: ")


@pytest.mark.parametrize("extensions", [["boxwright"], ["boxwright", "toc"], ["pymdownx.superfences", "boxwright"]],
                         ids=["alone", "with-toc", "with-superfences"])
def test_by_its_entry_point_with_no_option_at_all(extensions: list[str]) -> None:
    output = markdown.markdown(f"# Title\n\n{fence()}", extensions=extensions)
    assert output.count("<figure") == 1


def test_options_by_name_as_a_configuration_file_gives_them() -> None:
    output = markdown.markdown(
        fence(header="slip"), extensions=["boxwright"],
        extension_configs={"boxwright": {"fences": {"slip": "receipt"}, "lang": "zh"}},
    )
    assert 'class="boxwright bw-receipt"' in output
    assert "<summary>源文本</summary>" in output


# ── what is left alone ──

@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"````markdown\n{fence()}````\n", id="shown-inside-a-longer-fence"),
        pytest.param(f"~~~text\n{fence()}~~~\n", id="shown-inside-tildes"),
        pytest.param(fence(header="python"), id="another-language"),
        pytest.param(fence(header=""), id="no-language"),
        pytest.param(fence(header="drawings"), id="a-longer-word"),
        pytest.param(fence(header="text title=two"), id="another-language-with-a-wrong-option"),
        pytest.param(indented(fence(), "    "), id="indented-code"),
        pytest.param("`draw` and ``` draw ``` in a line", id="code-in-a-line"),
    ],
)
def test_what_is_no_fence_of_ours_is_left_alone(text: str) -> None:
    page = Page(text)
    assert page.figures == page.broken == []
    assert page.reports == []


def test_a_shown_fence_is_shown_whole() -> None:
    page = Page(f"````text\n{fence(header='draw title=two')}````\n")
    assert "```draw title=two" in html.unescape(re.sub(r"<[^>]*>", "", page.html))


# ── what stands around a figure ──

def test_ids_are_unique_where_a_diagram_stands_twice() -> None:
    page = Page(fence() + "\n" + fence() + "\n" + fence(OTHER))
    assert len(page.figures) == 3
    assert len(page.ids) == len(set(page.ids)) == 9
    anchors = re.findall(r'class="bw-anchor" id="([^"]*)"', page.html)
    assert anchors[1] == f"{anchors[0]}-2"
    for anchor, figure in zip(anchors, page.figures, strict=True):
        assert f'aria-labelledby="{anchor}-title {anchor}-desc"' in figure
    assert page.reports == []


def test_only_what_has_a_title_or_a_caption_has_a_number() -> None:
    page = Page("\n".join([
        fence(header='draw title="One"'), fence(), fence(OTHER, 'draw caption="two"'),
        fence(OTHER, 'draw title="Three" caption="and more"'),
    ]))
    assert page.captions == ["Figure 1. One", "Figure 2. two", "Figure 3. Three. and more"]


@pytest.mark.parametrize(
    ("lang", "caption", "summary", "title"),
    [
        pytest.param("en", "Figure 1. A: b", "Source", "Diagram", id="en"),
        pytest.param("zh", "图 1\u3000A: b", "源文本", "示意图", id="zh"),
        pytest.param("zh-CN", "图 1\u3000A: b", "源文本", "示意图", id="zh-with-a-region"),
    ],
)
def test_words_of_each_language(lang: str, caption: str, summary: str, title: str) -> None:
    page = Page(fence("a ──► b", 'draw title="A: b"') + "\n" + fence("c"), lang=lang)
    assert page.captions == [caption]
    assert f"<summary>{summary}</summary>" in page.html
    assert f">{title}</title>" in page.figures[1]
    assert f' lang="{lang}">' in page.html


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        pytest.param('title="A & B"', '<span class="bw-title">A &amp; B</span>', id="title"),
        pytest.param("title='single'", '<span class="bw-title">single</span>', id="single-quotes"),
        pytest.param('caption="why <so>"', "why &lt;so&gt;</figcaption>", id="caption"),
        pytest.param('alt="What it shows"', ">What it shows</desc>", id="alt"),
        pytest.param('id="here"', 'id="here"', id="id"),
        pytest.param('kind="receipt"', 'class="boxwright bw-receipt"', id="kind"),
        pytest.param('kind="auto"', 'class="boxwright bw-drawing"', id="kind-auto"),
        pytest.param('class="wide pale"', 'class="boxwright bw-drawing wide pale"', id="class"),
        pytest.param('title="图" id="fig-图"', 'id="fig-图-title"', id="chinese"),
    ],
)
def test_options(option: str, expected: str) -> None:
    page = Page(fence(header=f"draw {option}"))
    assert len(page.figures) == 1
    assert expected in page.figures[0]
    assert page.reports == []


@pytest.mark.parametrize(
    ("header", "site", "told"),
    [
        pytest.param("", {}, {}, id="nothing"),
        pytest.param(' ambiguous="2"', {}, {"ambiguous": 2}, id="ambiguous"),
        pytest.param("", {"ambiguous": 2}, {"ambiguous": 2}, id="of-the-site"),
        pytest.param(' ambiguous="1"', {"ambiguous": 2}, {}, id="the-fence-wins"),
        pytest.param(' text="--o-- |x| <=>"', {}, {"text": ("--o--", "|x|", "<=>")}, id="text"),
        pytest.param(" ink='==  \"o\"'", {}, {"ink": ("==", '"o"')}, id="ink"),
    ],
)
def test_how_to_read_a_fence(header: str, site: dict[str, int], told: dict[str, Any]) -> None:
    reading = {"ambiguous": 1, "text": (), "ink": (), "straighten": True, **told}
    got: list[Published] = []
    source = "┌──┐  --o--\n│柠檬│\n└──┘"
    page = Page(fence(source, f"draw{header}"), publish=lambda figure: got.append(figure) or "", **site)
    assert page.reports == []
    assert got[0].reading == reading
    assert got[0].rendering.figure == boxwright.render(source, **reading).figure


def test_a_wrong_width_is_an_error_at_once() -> None:
    with pytest.raises(boxwright.AmbiguousWidthError, match="unknown ambiguous width 3; use one of: 1, 2"):
        BoxwrightExtension(ambiguous=3)


def test_options_in_braces() -> None:
    page = Page(fence(header='{ .draw #here .wide title="One" }'), "attr_list")
    assert len(page.figures) == 1
    assert 'id="here"' in page.html
    assert "wide" in page.figures[0].partition(">")[0]
    assert page.captions == ["Figure 1. One"]


def test_options_cannot_break_out() -> None:
    page = Page(fence(header="draw title='\"><script>' alt='\"><b>' id='\"><i>' class='\"><u>'"))
    assert len(page.figures) == 1
    assert not re.search(r"<(script|b|i|u)>", page.html)


def test_the_style_stands_once_on_a_page() -> None:
    page = Page(fence() + "\n" + fence(OTHER) + "\n" + fence(header="draw x"))
    assert page.html.count(".boxwright figcaption{") == 1


def test_a_figure_has_no_blank_line_and_its_source_keeps_its_own() -> None:
    page = Page(fence("a ──► b\n\n\nc"))
    assert not re.search(r"\n\s*\n", page.figures[0])
    assert re.search(r"a ──► b\n&#32;\n&#32;\nc</code>", page.figures[0])


@pytest.mark.parametrize(
    ("language", "kind"),
    [
        pytest.param("draw", "drawing", id="draw"), pytest.param("drawing", "drawing", id="drawing"),
        pytest.param("receipt", "receipt", id="receipt"), pytest.param("notice", "notice", id="notice"),
        pytest.param("蜜雪冰城", "receipt", id="a-language-of-the-page"),
    ],
)
def test_languages_and_their_kinds(language: str, kind: str) -> None:
    page = Page(fence(header=language), fences={"蜜雪冰城": "receipt"})
    assert [re.findall(r'class="boxwright bw-(\w+)', figure) for figure in page.figures] == [[kind]]


@pytest.mark.parametrize(
    ("fences", "words"),
    [
        pytest.param({"x": "flow"}, "fence language 'x': unknown figure kind 'flow'; use one of: ", id="kind"),
        pytest.param(["x"], "`fences` must be a map", id="no-map"),
    ],
)
def test_a_wrong_map_of_fences_is_an_error_at_once(fences: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        BoxwrightExtension(fences=fences)


# ── what goes wrong ──

@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(fence(header='draw kind="flow"'), ["unknown figure kind 'flow'", *boxwright.KINDS], id="kind"),
        pytest.param(fence(header='draw colour="red"'), ["unknown option 'colour'", "title, "],
                     id="option"),
        pytest.param(fence(header="draw title=Two words"), ["cannot read 'title=Two'", 'title="Two"'], id="unquoted"),
        pytest.param(fence(header='draw title="open'), ["cannot read", "quoted"], id="quote-left-open"),
        pytest.param(fence(header="draw !"), ["cannot read '!'"], id="not-an-option"),
        pytest.param(fence(header='draw id="two words"'), ["has a space", "'two-words'"], id="id-with-a-space"),
        pytest.param("```draw\n```\n", ["the fence is empty"], id="empty"),
        pytest.param("```draw\n\n \n```\n", ["the fence is empty"], id="blank"),
        pytest.param(f"```draw\n{BOX}\n", ["the fence is not closed; write ```"], id="not-closed"),
        pytest.param(f"~~~~draw\n{BOX}\n~~~\n", ["the fence is not closed; write ~~~~"], id="closed-too-short"),
        pytest.param(fence("a\n" * 5000 + "a"), ["5,001 rows are too many", "boxwright render"], id="too-long"),
    ],
)
def test_a_broken_fence_says_what_is_wrong_and_where_and_shows_its_source(text: str, words: list[str]) -> None:
    page = Page(f"# Title\n\n{fence(OTHER)}\nwords\n\n{text}", page="a/b.md")
    assert len(page.figures) == len(page.broken) == 1
    assert ">cup</text>" in page.figures[0]
    assert len(page.reports) == 1
    assert page.reports[0].startswith("a/b.md:11: draw fence: ")
    shown = html.unescape(page.broken[0])
    for word in words:
        assert word in page.reports[0]
        assert word in shown
    source = re.sub(r"^(```|~~~).*$", "", text, flags=re.MULTILINE).strip()
    assert source in shown


def test_a_broken_fence_in_a_list_does_not_take_the_list_with_it() -> None:
    page = Page(f"- one\n\n{indented(fence(header='draw title=x'), '    ')}\n- two\n")
    assert len(page.broken) == 1
    assert re.search(r"<li>.*one.*boxwright-broken.*<li>.*two", page.html, re.DOTALL)
    assert page.reports[0].startswith("Markdown:3: ")


def test_the_figures_around_a_broken_fence_are_as_without_it() -> None:
    bad = fence(header='draw kind="flow"')
    page = Page(f'{fence(header=chr(100) + "raw title=" + chr(34) + "A" + chr(34))}\n{bad}\n{fence(OTHER)}')
    assert len(page.figures) == 2
    assert page.captions == ["Figure 1. A"]


def test_lines_are_those_of_the_page() -> None:
    text = "\n".join([
        "intro",                                        # 1
        "",
        "````markdown", "```draw bad=1", "x", "```", "````",
        "",
        "```python", "```draw", "```",                  # 9: a fence within a fence is its text
        "",
        '```draw title="fine"', BOX, "```",             # 13
        "",
        "> ```draw colour=\"x\"", "> a", "> ```",       # 19
        "",
        "```draw oops!", "a", "```",                    # 23
    ])
    page = Page(text, page="p.md")
    assert [report.partition(": ")[0] for report in page.reports] == ["p.md:19", "p.md:23"]


def test_lines_count_on_from_what_came_before_the_text() -> None:
    assert Page(fence(header="draw oops!"), page="p.md", first_line=8).reports[0].startswith("p.md:8: ")


def test_lines_are_right_where_a_snippet_brings_more_of_them(tmp_path: Any) -> None:
    (tmp_path / "box.txt").write_text(f"{BOX}\n", encoding="utf-8")
    reports: list[str] = []
    output = markdown.markdown(
        '```draw\n--8<-- "box.txt"\n```\n\n--8<-- "box.txt"\n\n'
        '```draw\n--8<-- "box.txt"\n```\n\n```draw oops!\na\n```\n',
        extensions=["pymdownx.snippets", BoxwrightExtension(report=reports.append)],
        extension_configs={"pymdownx.snippets": {"base_path": [str(tmp_path)], "check_paths": True}},
    )
    assert output.count("<figure class=") == 2
    assert output.count(">tea</text>") == 2
    assert [report.partition(": ")[0] for report in reports] == ["Markdown:11"]


def test_an_id_that_is_taken_is_reported() -> None:
    page = Page(fence(header='draw id="here"') + "\n" + fence(OTHER, 'draw id="here"'))
    assert len(page.figures) == 2
    assert len(page.ids) == len(set(page.ids))
    assert page.reports == ["Markdown:7: draw fence: the id 'here' is taken on this page; write another one"]


def test_without_a_reporter_a_fault_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "boxwright"):
        markdown.markdown("```draw\n```\n", extensions=["boxwright"])
    assert [(record.name, record.levelname) for record in caplog.records] == [("boxwright", "WARNING")]
    assert "Markdown:1: draw fence: the fence is empty" in caplog.text


def test_a_reporter_can_be_given_by_name() -> None:
    reports: list[str] = []
    markdown.markdown("```draw\n```\n", extensions=["boxwright"],
                      extension_configs={"boxwright": {"report": reports.append, "page": "p.md"}})
    assert len(reports) == 1 and reports[0].startswith("p.md:1: ")


def test_a_fault_of_our_own_is_shown_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("boxwright.hosts.markdown.render", fail)
    page = Page(fence())
    assert len(page.broken) == 1
    assert "this is a fault of Boxwright (ZeroDivisionError: oops)" in page.reports[0]
    assert "│ tea │" in page.broken[0]


# ── publishing, and more than one page ──

def test_a_publisher_gets_each_figure_and_its_address_is_linked() -> None:
    published: list[Published] = []

    def publish(figure: Published) -> str:
        published.append(figure)
        return f"pictures/{figure.ident}.png?a&b"

    text = fence(header='draw title="One" alt="Two" id="here"') + "\n" + fence("Tea: 1", "receipt")
    page = Page(text, publish=publish)
    one, two = published
    assert (one.ident, one.kind, one.title, one.alt, one.source) == ("here", None, "One", "Two", BOX)
    assert (two.kind, two.source) == ("receipt", "Tea: 1")
    assert 'href="pictures/here.png?a&amp;b"' in page.figures[0]


def test_without_a_publisher_there_is_no_link() -> None:
    assert "<a " not in Page(fence()).html


def test_a_new_page_begins_to_count_anew() -> None:
    page = Page(fence(header='draw title="One"'))
    first = page.html
    assert page.md.reset().convert(fence(header='draw title="One"')) == first
    again = page.md.convert(fence(header='draw title="One"'))
    assert "Figure 2." in again and ".boxwright figcaption{" not in again


def test_two_documents_do_not_know_of_each_other() -> None:
    one, two = Page(fence(header='draw title="One"')), Page(fence(header='draw title="One"'))
    assert one.html == two.html


# ── straightening ──

CROOKED = "┌────────┐\n│ 柠檬水  │\n└────────┘"


class Told(Page):
    """A page made with a record of what is only worth knowing."""

    def __init__(self, text: str, **options: Any) -> None:
        self.told: list[str] = []
        super().__init__(text, inform=self.told.append, **options)


def is_straight(page: Page) -> bool:
    return 'd="M' not in page.figures[0] and "<rect" in page.figures[0]


@pytest.mark.parametrize(
    ("header", "options", "expected"),
    [
        pytest.param("draw", {}, True, id="by-default"),
        pytest.param('draw straighten="true"', {}, True, id="by-the-fence"),
        pytest.param('draw straighten="false"', {}, False, id="not-by-the-fence"),
        pytest.param("draw", {"straighten": False}, False, id="not-by-the-page"),
        pytest.param('draw straighten="true"', {"straighten": False}, False, id="the-page-has-the-last-word"),
    ],
)
def test_walls_are_straightened_unless_told(header: str, options: dict[str, Any], expected: bool) -> None:
    page = Told(fence(CROOKED, header), **options)
    assert is_straight(page) is expected
    assert bool(page.told) is expected
    assert page.reports == []


@pytest.mark.parametrize(
    ("header", "options", "expected"),
    [
        pytest.param("draw", {}, True, id="by-default"),
        pytest.param('draw hover="false"', {}, False, id="not-by-the-fence"),
        pytest.param("draw", {"hover": False}, False, id="not-by-the-page"),
        pytest.param('draw hover="true"', {"hover": False}, False, id="the-page-has-the-last-word"),
    ],
)
def test_boxes_show_their_connectors_unless_told(header: str, options: dict[str, Any], expected: bool) -> None:
    page = Page(fence("┌───┐   ┌───┐\n│ a ├──►│ b │\n└───┘   └───┘", header), **options)
    assert ('class="bw-hover"' in page.figures[0]) is expected
    assert page.reports == []


def test_what_is_drawn_straight_is_told_with_the_command_that_mends_it() -> None:
    text = f"# T\n\n{fence(CROOKED)}"
    assert Told(text, page="docs/a.md", first_line=5).told == [
        "docs/a.md:7: draw fence: drawn straight, with 1 wall out of line in the source; "
        "to mend it: boxwright fmt docs/a.md"]
    assert Told(text, mend=lambda language: f"mend {language}").told == [
        "Markdown:3: draw fence: drawn straight, with 1 wall out of line in the source; to mend it: mend draw"]
    assert Told(fence(BOX)).told == []


@pytest.mark.parametrize(
    ("source", "moved"),
    [
        pytest.param("┌────┐\n│ a   │\n└────┘", "1 wall", id="a-wall"),
        pytest.param("┌────┐\n│ a   │\n│ b  │\n│ c   │\n└────┘", "2 walls", id="walls"),
        pytest.param("┌───┐\n│ a │\n└─┬─┘\n   │\n  ▼\n┌───┐\n│ b │\n└───┘", "1 line", id="a-line"),
        pytest.param("┌───┐\n│ a  │\n│ c  │\n└─┬─┘\n   │\n  ▼\n┌───┐\n│ b │\n└───┘", "2 walls and 1 line", id="both"),
    ],
)
def test_it_is_told_what_was_moved(source: str, moved: str) -> None:
    told, = Told(fence(source)).told
    assert f"with {moved} out of line in the source" in told


def test_a_text_from_another_file_is_mended_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CROOKED, encoding="utf-8")
    told: list[str] = []
    own = BoxwrightExtension(inform=told.append)
    markdown.markdown(fence('--8<-- "a.txt"'), extensions=[own, "pymdownx.snippets"],
                      extension_configs={"pymdownx.snippets": {"base_path": [str(tmp_path)]}})
    assert len(told) == 1 and told[0].endswith("to mend it: boxwright fmt, on the file that the fence includes")


def test_by_default_it_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="boxwright"):
        markdown.markdown(fence(CROOKED), extensions=["boxwright"])
    assert [(record.levelname, "drawn straight" in record.message) for record in caplog.records] == [("INFO", True)]
    assert "to mend it: boxwright fmt" in caplog.text


def test_a_value_that_straighten_does_not_take() -> None:
    page = Page(fence(CROOKED, 'draw straighten="no"'))
    assert len(page.broken) == 1
    assert page.reports[0].endswith('straighten takes true or false, not \'no\'; write straighten="false"')


# ── links in figures ──

LINKED = "┌────────────────┐\n│ [cups][c] [x][x] │\n└────────────────┘"


@pytest.mark.parametrize(
    "links",
    [pytest.param("c=../b.md x=#y", id="spaces"), pytest.param("c=../b.md, x=#y", id="commas"),
     pytest.param("  c=../b.md,  x=#y, ", id="more-of-both")],
)
def test_links_of_a_fence(links: str) -> None:
    page = Page(fence(LINKED, f'draw links="{links}"'))
    assert page.reports == []
    assert re.findall(r'<a href="([^"]*)">(\w+)</a>', page.html) == [("../b.md", "cups"), ("#y", "x")]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        pytest.param('draw links="cups"', "draw fence: links takes names and addresses, not 'cups'; "
                                          'write links="docs=https://example.org"', id="no-address"),
        pytest.param('draw links="c=javascript:x"', "draw fence, row 1: 'javascript:x' is no address to link to; "
                                                    "use http://, https://, mailto: or a relative one", id="a-script"),
    ],
)
def test_links_that_are_wrong_are_reported(header: str, words: str) -> None:
    page = Page(fence(LINKED, header))
    assert [report.partition(": ")[2] for report in page.reports] == [words]
    assert "[cups][c]" in page.html and "<a href" not in page.html


def test_a_host_may_say_where_a_link_leads() -> None:
    seen: list[str] = []
    page = Page(fence(LINKED, 'draw links="c=a.md?b=1&c=2 x=gone.md"'),
                address=lambda address: seen.append(address) or ("" if "gone" in address else '/here/"&'))
    assert seen == ["a.md?b=1&c=2", "gone.md"]
    assert '<a href="/here/&quot;&amp;">cups</a>' in page.html and '<a href="gone.md">x</a>' in page.html
    assert page.reports == ["Markdown:1: draw fence: the link to 'gone.md' leads to no page; write the path of one"]


def test_a_bad_legend_is_reported_with_its_row() -> None:
    page = Page(fence("┌───────┐\n│ {hot} │\n└───────┘\nlegend:\nhot: redd"))
    told, = page.reports
    assert told.endswith("draw fence, row 5: the legend stays text: 'redd' is no colour, shape or line; "
                         "write, for example, hot: red dashed")
