"""The tables of words: complete in each language, and right in grammar for none, one and many."""
from __future__ import annotations

import string
from pathlib import Path

import pytest

import boxwright.languages
from boxwright.languages import Language, language, listing, phrase

CODES = sorted(path.stem for path in Path(boxwright.languages.__file__).parent.glob("[a-z]*.py"))


def forms(lang: Language, key: str) -> list[str]:
    words = lang.words[key]
    return [words] if isinstance(words, str) else list(words.values())


def fields(template: str) -> set[str]:
    return {name.lower() for _, name, _, _ in string.Formatter().parse(template) if name}


def test_the_languages_are_found() -> None:
    assert CODES == ["en", "zh"]


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_all_that_english_says_in_its_order(code: str) -> None:
    assert list(language(code).words) == list(language("en").words)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", language("en").words)
def test_a_template_leaves_nothing_out(key: str, code: str) -> None:
    wanted = set.union(*map(fields, forms(language("en"), key))) - {"count"}
    assert [template for template in forms(language(code), key) if fields(template) - {"count"} != wanted] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [*range(15), 100, 1001])
def test_a_form_for_each_number(count: int, code: str) -> None:
    lang = language(code)
    for words in lang.words.values():
        assert isinstance(words, str) or words[lang.category(count)]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        pytest.param("zh", "zh", id="plain"),
        pytest.param("zh-Hans-CN", "zh", id="script-and-region"),
        pytest.param("ZH_cn", "zh", id="as-of-a-locale"),
        pytest.param("xx", "en", id="without-a-file"),
        pytest.param("", "en", id="none"),
        pytest.param("../zh", "en", id="no-code"),
        pytest.param("__init__", "en", id="a-module-that-is-no-language"),
    ],
)
def test_the_language_of_a_tag(tag: str, code: str) -> None:
    assert language(tag) is language(code)


@pytest.mark.parametrize(
    ("names", "english", "chinese"),
    [
        pytest.param([], "", "", id="none"),
        pytest.param(["a"], "a", "a", id="one"),
        pytest.param(["a", "b"], "a and b", "a 和 b", id="two"),
        pytest.param(["a", "b", "c"], "a, b and c", "a、b 和 c", id="three"),
        pytest.param(["甲", "乙", "丙"], "甲, 乙 and 丙", "甲、乙和丙", id="chinese"),
        pytest.param(["a, b", "c", "d"], "a, b; c; and d", "a, b、c 和 d", id="with-a-comma"),
        pytest.param(["He came.", "b", "c"], "He came, b and c", "He came、b 和 c", id="a-stop-before-a-comma"),
        pytest.param(["a", "etc.", "wait ...", "c"], "a, etc., wait ... and c", "a、etc.、wait ... 和 c",
                     id="dots-that-stay"),
        pytest.param(["a; b", "c"], "a; b; and c", "a; b 和 c", id="with-a-semicolon"),
        pytest.param(["甲；乙", "丙"], "甲；乙 and 丙", "甲；乙；以及丙", id="with-a-chinese-semicolon"),
        pytest.param(["甲、乙", "丙"], "甲、乙 and 丙", "甲、乙；以及丙", id="with-a-chinese-comma"),
        pytest.param(["f(a, b)", "c"], "f(a, b) and c", "f(a, b) 和 c", id="a-comma-in-brackets"),
        pytest.param(["f(g(a, b); c)", "d"], "f(g(a, b); c) and d", "f(g(a, b); c) 和 d", id="in-brackets-in-brackets"),
        pytest.param(["a (“x, y”)", "b (“z”)"], "a (“x, y”) and b (“z”)", "a (“x, y”) 和 b (“z”)", id="in-quotes"),
        pytest.param(["a, b", "c"], "a, b; and c", "a, b 和 c", id="a-comma-of-two"),
        pytest.param(["return x;", "stop;", "go;"], "return x, stop and go;", "return x、stop 和 go;", id="commands"),
        pytest.param(["f(a, b", "c"], "f(a, b; and c", "f(a, b 和 c", id="in-an-open-bracket"),
        pytest.param([";", ","], "; and ,", "; 和 ,", id="nothing-but-signs"),
    ],
)
def test_a_list(names: list[str], english: str, chinese: str) -> None:
    assert listing("en", names) == english
    assert listing("zh", names) == chinese


@pytest.mark.parametrize(
    ("key", "count", "english", "chinese"),
    [
        pytest.param("boxes", 0, "no boxes", "零个方框", id="no-boxes"),
        pytest.param("boxes", 1, "one box", "一个方框", id="one-box"),
        pytest.param("boxes", 2, "two boxes", "两个方框", id="two-boxes"),
        pytest.param("boxes", 13, "13 boxes", "13 个方框", id="thirteen-boxes"),
        pytest.param("empty", 1, "a box without a name", "一个没有名字的方框", id="one-empty-box"),
        pytest.param("empty", 2, "two boxes without a name", "两个没有名字的方框", id="two-empty-boxes"),
        pytest.param("others", 1, "one more", "另外一个", id="one-more"),
        pytest.param("others", 20, "20 more", "另外 20 个", id="many-more"),
        pytest.param("arrow", 1, "an arrow", "箭头", id="an-arrow"),
        pytest.param("arrow", 2, "arrows", "箭头", id="arrows"),
        pytest.param("line-count", 3, "three lines", "三条线", id="three-lines"),
    ],
)
def test_words_with_a_number(key: str, count: int, english: str, chinese: str) -> None:
    assert phrase("en", key, count=count) == english
    assert phrase("zh", key, count=count) == chinese


@pytest.mark.parametrize(
    ("source", "target", "english", "chinese"),
    [
        pytest.param("a", "b", "An arrow leads from a to b.", "箭头从 a 指向 b。", id="latin"),
        pytest.param("甲", "乙", "An arrow leads from 甲 to 乙.", "箭头从甲指向乙。", id="chinese"),
        pytest.param("甲", "why?", "An arrow leads from 甲 to why?", "箭头从甲指向 why?。", id="an-end-of-its-own"),
        pytest.param("甲", "是吗？", "An arrow leads from 甲 to 是吗？", "箭头从甲指向是吗？",
                     id="a-wide-end-of-its-own"),
        pytest.param("甲", "哦…", "An arrow leads from 甲 to 哦…", "箭头从甲指向哦…", id="three-dots-in-one"),
        pytest.param("a.", "wait...", "An arrow leads from a. to wait...", "箭头从 a. 指向 wait...。", id="dots-stay"),
        pytest.param("{b}", "%s", "An arrow leads from {b} to %s.", "箭头从 {b} 指向 %s。", id="no-template"),
    ],
)
def test_an_arrow(source: str, target: str, english: str, chinese: str) -> None:
    said = [phrase(lang, "leads", subject=phrase(lang, "arrow", count=1), source=source, target=target, count=1)
            for lang in ("en", "zh")]
    assert said == [english, chinese]
