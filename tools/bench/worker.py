"""Time one tool in this interpreter: requests come in on standard input, answers go out on standard output, one a line.

    python worker.py NAME           NAME is a row of TOOLS
    {"texts": [...]}           ->   {"seconds": [...], "outputs": [...]}   or   {"problem": "why not"}

It runs in the peer's own Python, so it stands alone. What is timed is the call, from a text to a text in memory.
"""
from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any, Final

Tool = Callable[[str], str]


def boxwright_render() -> Tool:
    import boxwright
    return lambda text: str(boxwright.render(text).output)


def boxwright_straighten() -> Tool:
    import boxwright
    return lambda text: boxwright.straighten(text).text


def svgbob() -> Tool:
    from sphinxcontrib.svgbob._svgbob import to_svg  # type: ignore[import-not-found]
    return lambda text: str(to_svg(text))


def ascii2svg_render() -> Tool:
    import ascii2svg  # type: ignore[import-not-found]
    return lambda text: str(ascii2svg.render(text)[0])


def ascii2svg_repair() -> Tool:
    """What `ascii2svg --repair` does before it draws."""
    import ascii2svg

    def repair(text: str) -> str:
        cells, _, _ = ascii2svg.build_grid(ascii2svg.prepare(text)[0])
        return str(ascii2svg.grid_text(ascii2svg.repair(cells)[0]))
    return repair


def ascii_box_aligner() -> Tool:
    """It reads Markdown, and looks into the fences."""
    from ascii_box_aligner import align_text  # type: ignore[import-not-found]
    return lambda text: str(align_text(f"```text\n{text}```\n")).removeprefix("```text\n").removesuffix("```\n")


TOOLS: Final[dict[str, Callable[[], Tool]]] = {
    "boxwright render": boxwright_render,
    "boxwright straighten": boxwright_straighten,
    "svgbob": svgbob,
    "ascii2svg render": ascii2svg_render,
    "ascii2svg repair": ascii2svg_repair,
    "ascii-box-aligner": ascii_box_aligner,
}


def answer(tool: Tool, texts: list[str]) -> dict[str, Any]:
    seconds, outputs = [], []
    for text in texts:
        gc.collect()            # one call's rubbish is not the next one's
        start = perf_counter()
        output = tool(text)
        seconds.append(perf_counter() - start)
        outputs.append(output)
    return {"seconds": seconds, "outputs": outputs}


def main(name: str) -> None:
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)               # what a tool prints is no answer
    tool = None
    for line in sys.stdin.buffer:
        try:
            tool = tool or TOOLS[name]()
            reply = answer(tool, json.loads(line)["texts"])
        except BaseException as error:      # a panic in Rust is no Exception
            reply = {"problem": f"{type(error).__name__}: {error}"[:200]}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(sys.argv[1])
