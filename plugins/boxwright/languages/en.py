"""English."""
from __future__ import annotations

from ..typed import Final
from . import Language

LANGUAGE: Final = Language(
    category=lambda count: "one" if count == 1 else "other",
    numbers=("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    words={
        # the frame of a figure
        "drawing":      "Diagram",
        "receipt":      "Receipt",
        "notice":       "Notice",
        "figure":       "Figure {number}.",
        "reference":    "Figure {number}",
        "source":       "Source",
        "words":        "Description",
        "title-end":    ". ",

        # lists and sentences
        "comma":        ", ",
        "last":         "{before} and {last}",
        "comma-more":   "; ",
        "last-more":    "{before}; and {last}",
        "others":       {"one": "one more", "other": "{count} more"},
        "quoted":       "“{text}”",
        "gap":          " ",

        # boxes
        "shows":        "The diagram shows {things}.",
        "also-shows":   "It also shows {things}.",
        "shows-nothing": "The diagram is empty.",
        "shows-lines":  "The diagram is a drawing without words.",
        "times":        {"one": "{thing}", "other": "{thing} ({count} times)"},
        "with":         "{box}, with {things}",
        "holds":        "{box} holds {things}.",
        "frame-holds":  "{Box} holds {things}.",
        "table":        {"one": "a table with one row: {rows}", "other": "a table with {count} rows: {rows}"},
        "table-among":  {"one": "a table with one row ({rows})", "other": "a table with {count} rows ({rows})"},
        "the-table":    "the table",
        "the-table-of-many": "the table that begins with “{first}”",
        "same-name":    "{name} ({number})",
        "part-of":      "{part} of {box}",
        "empty":        {"one": "a box without a name", "other": "{count} boxes without a name"},
        "no-name":      "a box without a name",
        "no-name-of-many": "unnamed box {number}",
        "texts":        {"one": "the text {texts}", "other": "the texts {texts}"},

        # connectors: who (`subject`), and what it does; `count` is how many they are
        "arrow":        {"one": "an arrow", "other": "arrows"},
        "both":         {"one": "a two-way arrow", "other": "two-way arrows"},
        "line":         {"one": "a line", "other": "lines"},
        "arrow-count":  {"one": "an arrow", "other": "{count} arrows"},
        "both-count":   {"one": "a two-way arrow", "other": "{count} two-way arrows"},
        "line-count":   {"one": "a line", "other": "{count} lines"},
        "arrow-some":   "{subject}, {count} labelled {labels},",
        "both-some":    "{subject}, {count} labelled {labels},",
        "line-some":    "{subject}, {count} labelled {labels},",
        "named":        "{subject} labelled {labels}",
        "end-named":    "{end} (labelled {labels})",
        "leads":        {"one": "{Subject} leads from {source} to {target}.",
                         "other": "{Subject} lead from {source} to {target}."},
        "joins":        {"one": "{Subject} joins {source} and {target}.",
                         "other": "{Subject} join {source} to {target}."},
        "joins-all":    "{Subject} joins {ends}.",
        "leads-self":   {"one": "{Subject} leads from {source} back to itself.",
                         "other": "{Subject} lead from {source} back to itself."},
        "joins-self":   {"one": "{Subject} leads from {source} back to itself.",
                         "other": "{Subject} lead from {source} back to itself."},
        "leads-from":   {"one": "{Subject} leads away from {source}.", "other": "{Subject} lead away from {source}."},
        "leads-to":     {"one": "{Subject} leads to {target}.", "other": "{Subject} lead to {target}."},
        "joins-from":   {"one": "{Subject} leads away from {source}.", "other": "{Subject} lead away from {source}."},
        "loose":        {"one": "{Subject} joins nothing.", "other": "{Subject} join nothing."},

        # a drawing that is too large to be told in full
        "large":        "This is a large diagram with {things}.",
        "boxes":        {"one": "one box", "other": "{count} boxes"},
        "arrows":       {"one": "one arrow", "other": "{count} arrows"},
        "lines":        {"one": "one line", "other": "{count} lines"},
        "free":         {"one": "one text outside the boxes", "other": "{count} texts outside the boxes"},
        "rest":         "The rest is left out here.",

        # receipts
        "slip":         "A receipt from {shop}. {lines}.",
        "slip-empty":   "A receipt from {shop}.",
        "slip-plain":   "A receipt. {lines}.",
        "pair":         "{left}: {right}",
        "pairs":        "; ",
    },
)
