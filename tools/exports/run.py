"""Open what the outputs write with the tools that it is for, and compare what they saw: `make exports-check`.

Every diagram of diagrams/ and every label that is hard on one of the languages is written in each format, opened by
the tool, and its texts are read from the tool: all must be there. Graphviz comes from the system, Chromium too; the
rest is installed in .cache/exports. A tool that is not to be had is told, and the check fails: it shows nothing then.
"""
from __future__ import annotations

import argparse
import base64
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import boxwright

from .readers import READERS, Seen

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
HOME = REPOSITORY / ".cache" / "exports"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_LIMIT = 600                     # seconds
HARD = (
    "end", "subgraph", "graph TB", "node", "null", "style x fill:#fff;", "click", "%%{init: {}}%%", "%% comment", "]]>",
    "<b>x</b>", "&lt; &#9829;", "#35; #quot;", "\\N \\l \\G", "C:\\new", "${x} $$y$$", "|md x|", "fa:fa-car", "1. one",
    "- one", "# head", "> quote", "a -> b", "a --> b", "a === b", "<br/>", "*.x", "_", "vars", "`**x**`", "{{x}}",
    "[x](y)", "</mxCell>", 'say "hi"', "it's", "柠檬 · 水", "😀 👩‍👩‍👧 🇨🇳", "עברית", "é", "null", "a;b",
    "x@{ shape: rect }", "~~~", ":::a", "100%", "a,b", "https://example.org/a_b?c=d&e", "javascript:alert(1)", "true",
    "0", "''",
)


class Case(NamedTuple):
    """A text in one format, and what it has to hold."""

    name: str
    text: str | bytes
    seen: Seen | None


class Opened(NamedTuple):
    """What a tool saw in a text, or its error."""

    texts: Sequence[str] = ()
    nodes: int = 0
    edges: int = 0
    error: str = ""


def _hard(label: str) -> str:
    from boxwright.text.width import text_width

    bar = "─" * text_width(label)
    return "\n".join([
        f"┌─────{bar}─┐", f"│  {label}    │", f"│ ┌──{bar}─┐ │", f"│ │  {label} │ │", f"│ └──┬─{bar[1:]}─┘ │",
        f"└────┼─{bar}┘", f"     │ on {label}", "     ▼", f"  to {label}",
    ])


def sources() -> Iterator[tuple[str, str, str | None]]:
    """Yield a name, a text and its kind."""
    for path in sorted((REPOSITORY / "diagrams").rglob("*.txt")):
        kind = path.parent.name
        yield f"{kind}/{path.stem}", path.read_text(encoding="utf-8"), kind if kind in boxwright.KINDS else None
    for label in HARD:
        yield f"label {label!r}", _hard(label), "drawing"


def cases(to: str) -> Iterator[Case]:
    for name, source, kind in sources():
        output = boxwright.render(source, to=to, kind=kind).output
        yield Case(name, output, READERS[to](str(output)) if to in READERS else None)


# ── the tools ──

def _graphviz(texts: Sequence[str | bytes], *, command: Sequence[str] = ("dot", "-Tjson")) -> Iterator[Opened]:
    for text in texts:
        done = subprocess.run(command, input=str(text), capture_output=True, text=True, timeout=60)
        if done.returncode or done.stderr:
            yield Opened(error=done.stderr.strip() or f"exit code {done.returncode}")
            continue
        data = json.loads(done.stdout)
        objects = [o for o in data.get("objects", ()) if o.get("style") != "invis"]
        pieces = [op["text"] for o in (*objects, *data.get("edges", ())) for op in o.get("_ldraw_", ()) if "text" in op]
        yield Opened(pieces, len(objects), len(data.get("edges", ())))


def _node(script: str) -> Callable[[Sequence[str | bytes]], Iterator[Opened]]:
    def run(texts: Sequence[str | bytes]) -> Iterator[Opened]:
        given = [text if isinstance(text, str) else base64.b64encode(text).decode() for text in texts]
        done = subprocess.run(["node", str(HERE / script), str(HOME)], input=json.dumps(given), capture_output=True,
                              text=True, timeout=900)
        if done.returncode:
            raise SystemExit(f"exports-check: {script} failed: {done.stderr[-500:]}")
        yield from (Opened(**found) for found in json.loads(done.stdout))

    return run


def _in_page(name: str, *scripts: str) -> Callable[[Sequence[str | bytes]], Iterator[Opened]]:
    def run(texts: Sequence[str | bytes]) -> Iterator[Opened]:
        from playwright.sync_api import Error, sync_playwright

        path = next(filter(None, map(shutil.which, CHROMIUM)))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.route("**/*", lambda route: route.fulfill(body="<!doctype html><body>", content_type="text/html"))
            page.goto("http://exports.test/")
            page.evaluate("window.mxBasePath = 'x'; window.mxLoadResources = window.mxLoadStylesheets = false;"
                          "window.EXCALIDRAW_ASSET_PATH = 'http://exports.test/'")
            for script in scripts:
                page.add_script_tag(path=str(HOME / script))
            page.add_script_tag(path=str(HERE / "page.js"))
            for number, text in enumerate(texts):
                try:
                    yield Opened(**page.evaluate(f"([text, number]) => opened.{name}(text, number)", [text, number]))
                except Error as error:
                    yield Opened(error=error.message)
            browser.close()

    return run


class Tool(NamedTuple):
    to: str
    what: str
    open: Callable[[Sequence[str | bytes]], Iterator[Opened]]


TOOLS = (
    Tool("dot", "Graphviz, dot", _graphviz),
    Tool("dot", "Graphviz, neato -n2", lambda texts: _graphviz(texts, command=("neato", "-n2", "-Tjson"))),
    Tool("mermaid", "Mermaid", _in_page("mermaid", "node_modules/mermaid/dist/mermaid.min.js")),
    Tool("d2", "D2", _node("d2.mjs")),
    Tool("drawio", "mxGraph, which draw.io stands on",
         _in_page("drawio", "node_modules/mxgraph/javascript/mxClient.min.js")),
    Tool("excalidraw", "Excalidraw", _in_page("excalidraw", "excalidraw.js")),
    Tool("pdf", "pdf.js", _node("pdf.mjs")),
)


def _install() -> None:
    """Install the tools that come from npm, once."""
    HOME.mkdir(parents=True, exist_ok=True)
    wanted, here = HERE / "package.json", HOME / "package.json"
    bundle = HOME / "excalidraw.js"
    if here.exists() and here.read_bytes() == wanted.read_bytes() and bundle.exists():
        return
    print("installing the tools in .cache/exports ...", file=sys.stderr, flush=True)
    shutil.copyfile(wanted, HOME / "package.json")
    entry = HOME / "entry.js"
    entry.write_text("import * as all from '@excalidraw/excalidraw';\nwindow.excalidraw = all;\n", encoding="utf-8")
    for command in (
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--legacy-peer-deps"],
        ["npx", "esbuild", entry.name, "--bundle", f"--outfile={bundle.name}", "--format=iife", "--log-level=error",
         "--loader:.woff2=dataurl", '--define:process.env.NODE_ENV="production"',
         '--define:process.env.IS_PREACT="false"', "--define:import.meta.env={}"],
    ):
        done = subprocess.run(command, cwd=HOME, timeout=INSTALL_LIMIT, capture_output=True, text=True)
        if done.returncode:
            here.unlink(missing_ok=True)
            raise SystemExit(f"exports-check: {' '.join(command[:2])} failed: {done.stderr.strip()[-500:]}")


def _missing(case: Case, opened: Opened) -> str:
    """Return what a tool did not see; nothing where all is there."""
    if opened.error:
        return opened.error.splitlines()[0]
    if case.seen is None:
        return "" if opened.nodes == 1 else f"{opened.nodes} pages"
    nodes, edges = len(case.seen.nodes), len(case.seen.edges) + case.seen.lines
    if opened.nodes < nodes or opened.edges < edges:
        return f"{opened.nodes} nodes of {nodes}, {opened.edges} edges of {edges}"
    flat = " ".join(" ".join(text.split()) for text in opened.texts)
    lost = [line for text in case.seen.texts() for line in text.split("\n")
            if re.sub(r"\s+", " ", line).strip() not in flat]
    return f"{lost[0]!r} is not in it" if lost else ""


def check(tool: Tool) -> Mapping[str, str]:
    """Open all that a tool is to open; return what is wrong, by the name of the text."""
    wanted = list(cases(tool.to))
    wrong = {case.name: problem for case, opened in zip(wanted, tool.open([case.text for case in wanted]), strict=True)
             if (problem := _missing(case, opened))}
    print(f"{tool.what:34} {len(wanted) - len(wrong):4} of {len(wanted)}", flush=True)
    for name, problem in wrong.items():
        print(f"    {name}: {problem}")
    return wrong


def main() -> int:
    """Check all tools, or those for the formats that are named."""
    parser = argparse.ArgumentParser(prog="exports-check", description=__doc__.partition("\n")[0])
    known = ", ".join(dict.fromkeys(tool.to for tool in TOOLS))
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"of {known} (default: all)")
    formats = parser.parse_args().formats
    absent = [tool for tool in ("node", "npm", "dot", "neato") if not shutil.which(tool)]
    absent += [] if any(map(shutil.which, CHROMIUM)) else ["chromium"]
    if absent:
        print(f"exports-check: {', '.join(absent)} cannot be found; install what is missing (Debian: nodejs, npm, "
              "graphviz, chromium)", file=sys.stderr)
        return 2
    _install()
    wrong = [check(tool) for tool in TOOLS if not formats or tool.to in formats]
    return 1 if any(wrong) else 0
