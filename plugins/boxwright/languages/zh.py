"""中文 (Chinese). A noun has one form, whatever the number; a blank parts Chinese characters and Latin letters."""
from __future__ import annotations

from ..typed import Final
from . import Language

LANGUAGE: Final = Language(
    category=lambda count: "other",
    numbers=("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    parts_scripts=True,
    ends="。！？…",                      # a half-width sign has no room after it: the next sentence would run into it
    words={
        # the frame of a figure
        "drawing":      "示意图",
        "receipt":      "小票",
        "notice":       "启事",
        "figure":       "图 {number}　",
        "reference":    "图 {number}",
        "source":       "源文本",
        "words":        "文字说明",
        "title-end":    "。",

        # lists and sentences
        "comma":        "、",
        "last":         "{before}和{last}",
        "comma-more":   "；",
        "last-more":    "{before}；以及{last}",
        "others":       "另外{count}个",
        "quoted":       "“{text}”",
        "gap":          "",

        # boxes
        "shows":        "图中有{things}。",
        "also-shows":   "图中还有{things}。",
        "shows-nothing": "图中什么也没有。",
        "shows-lines":  "图中只有图形，没有文字。",
        "times":        "{thing}（{count}处）",
        "with":         "{box}，里面是{things}",
        "holds":        "{box}里面是{things}。",
        "frame-holds":  "{box}里面是{things}。",
        "table":        "一张{count}行的表：{rows}",
        "table-among":  "一张{count}行的表（{rows}）",
        "the-table":    "那张表",
        "the-table-of-many": "以“{first}”开头的表",
        "same-name":    "{name}（{number}）",
        "part-of":      "{box}的{part}",
        "empty":        "{count}个没有名字的方框",
        "no-name":      "一个没有名字的方框",
        "no-name-of-many": "无名方框{number}",
        "texts":        "文字{texts}",

        # connectors: who (`subject`), and what it does; `count` is how many they are
        "arrow":        "箭头",
        "both":         "双向箭头",
        "line":         "线",
        "arrow-count":  "{count}个箭头",
        "both-count":   "{count}个双向箭头",
        "line-count":   "{count}条线",
        "arrow-some":   "{subject}（其中{count}个标着{labels}）",
        "both-some":    "{subject}（其中{count}个标着{labels}）",
        "line-some":    "{subject}（其中{count}条标着{labels}）",
        "named":        "标着{labels}的{subject}",
        "end-named":    "{end}（标着{labels}）",
        "leads":        "{subject}从{source}指向{target}。",
        "joins":        "{subject}连接{source}与{target}。",
        "joins-all":    "{subject}把{ends}连在一起。",
        "leads-self":   "{subject}从{source}出发，又指回它自己。",
        "joins-self":   "{subject}从{source}出发，又回到它自己。",
        "leads-from":   "{subject}从{source}指向别处。",
        "leads-to":     "{subject}指向{target}。",
        "joins-from":   "{subject}从{source}引出。",
        "loose":        "{subject}两头都没有连接。",

        # a drawing that is too large to be told in full
        "large":        "这张图很大，有{things}。",
        "boxes":        "{count}个方框",
        "arrows":       "{count}个箭头",
        "lines":        "{count}条线",
        "free":         "{count}处方框外的文字",
        "rest":         "其余从略。",

        # receipts
        "slip":         "{shop}的小票。{lines}。",
        "slip-empty":   "{shop}的小票。",
        "slip-plain":   "一张小票。{lines}。",
        "pair":         "{left}：{right}",
        "pairs":        "；",
    },
)
