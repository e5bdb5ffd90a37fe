"""The benchmark: Boxwright beside its peers, in one run, on texts that a generator makes.

    python tools/bench [--only SECTION] [--rounds N] [--limit SECONDS] [--no-peers] [--json FILE]

    texts       what is drawn: three sizes, in box drawing, ASCII and CJK, the same each time (pens, motifs, sheet)
    ragged      the same texts with their walls knocked out of line
    hostile     the worst of inputs
    peers       who else is timed, and how it is installed, apart
    workers     each tool in an interpreter of its own, fed through a pipe (worker.py, worker.mjs)
    timing      the tools in turn
    report      what a section is given and hands back; its numbers in columns (table)
    run         the command

A section is a module with `run(options) -> Section`: `drawing`, `straightening`, `growth`, `start`, `diagrams`.
"""
