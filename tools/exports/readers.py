"""Read what the outputs for other tools write, by small grammars of our own: str -> Seen. The unknown raises.

They know no more of a format than we write, so a text that they take is one that was meant. The tools themselves have
the last word: `make exports-check`.
"""
from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree


class UnreadableError(Exception):
    """A text that is not in its format."""


@dataclass
class Seen:
    """What a reader saw: {name: text}, {name: name of what holds it}, (from, to, text, start arrow, end arrow)."""

    nodes: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str | None] = field(default_factory=dict)
    edges: list[tuple[str | None, str | None, str, bool, bool]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)         # what is said of a node's look, as it is written
    lines: int = 0                      # lines beside the edges

    def node(self, name: str, text: str, parent: str | None, look: str = "") -> None:
        if name in self.nodes:
            raise UnreadableError(f"{name} comes twice")
        self.nodes[name], self.parents[name], self.looks[name] = text, parent, look

    def texts(self) -> Iterator[str]:
        """Yield all texts."""
        yield from self.nodes.values()
        yield from (text for _, _, text, _, _ in self.edges)


# ── Mermaid ──

_ENTITY = re.compile(r"#(\d+);")
_LABEL = r'"(?P<label>[^"#&<>`$%:;\\]*(?:(?:#\d+;|<br/>)[^"#&<>`$%:;\\]*)*)"'
_MERMAID_NODE = re.compile(
    rf"\s*(?P<name>\w+)(?P<open>[\[({{][\[(/\\]?){_LABEL}(?P<close>[\])/\\]?[\])}}])(?P<kind>:::text)?")
_MERMAID_SUBGRAPH = re.compile(rf"\s*subgraph (?P<name>\w+)\[{_LABEL}\]")
_MERMAID_EDGE = re.compile(
    rf"(?P<source>\w+) (?P<line><?(?:--|==|-\.-)>|---|===|-\.-)(?:\|{_LABEL}\|)? (?P<target>\w+)")
_MERMAID_REST = re.compile(r"classDef text fill:none,stroke:none|style (?P<style>\w+) (?P<rules>[\w#:, -]+)"
                           r'|click (?P<click>\w+) href "(?P<address>[^"<>{};`\s]+)"')
_SHAPES = {"[": "]", "(": ")", "[[": "]]", "[(": ")]", "([": "])", "[/": "/] \\]", "[\\": "/]", "{": "}"}


def _mermaid_text(written: str) -> str:
    text = _ENTITY.sub(lambda m: chr(int(m[1])), written.replace("<br/>", "\n"))
    return "" if text == " " else text


def read_mermaid(text: str) -> Seen:
    """Read a flowchart."""
    seen, around = Seen(), []
    head, *lines = text.splitlines()
    if not re.fullmatch("flowchart (TB|BT|LR|RL)", head):
        raise UnreadableError(head)
    for line in lines:
        if re.fullmatch(r"acc(Title|Descr): [^:;%`<>\"]*(?:#\d+;[^:;%`<>\"]*)*", line):
            continue
        if line.strip() == "end":
            around.pop()
        elif match := _MERMAID_SUBGRAPH.fullmatch(line):
            seen.node(match["name"], _mermaid_text(match["label"]), around[-1] if around else None)
            around.append(match["name"])
        elif match := _MERMAID_NODE.fullmatch(line):
            if match["close"] not in _SHAPES[match["open"]].split():
                raise UnreadableError(line)
            seen.node(match["name"], _mermaid_text(match["label"]), around[-1] if around else None, match["open"])
        elif (match := _MERMAID_EDGE.fullmatch(line)) and not around:
            shaft = match["line"]
            label = _mermaid_text(match["label"] or "")
            seen.edges.append((match["source"], match["target"], label, shaft[0] == "<", shaft[-1] == ">"))
        elif (match := _MERMAID_REST.fullmatch(line)) and not around:
            if match["click"]:
                seen.links[match["click"]] = match["address"]
            if match["style"]:
                seen.looks[match["style"]] += f" {match['rules']}"
        else:
            raise UnreadableError(line)
    if around:
        raise UnreadableError("a subgraph has no end")
    return _whole(seen)


def _whole(seen: Seen) -> Seen:
    """Return what was seen, where each edge has its ends."""
    for source, target, *_ in seen.edges:
        if {source, target} - {None, *seen.nodes}:
            raise UnreadableError(f"an edge from {source} to {target}")
    return seen


# ── D2 ──

_QUOTED = r'"(?P<label>(?:[^"\\$\n]|\\["\\$n])*)"'
_D2_MAP = r'\{(?P<map>[^"{}]*(?:(?:"(?:[^"\\$\n]|\\["\\$n])*"|\{[^{}]*\})[^"{}]*)*)\}'
_D2_SHAPE = re.compile(rf"(?P<name>\w+): {_QUOTED}(?: (?:{_D2_MAP}|(?P<open>\{{)))?")
_D2_EDGE = re.compile(
    rf"(?P<source>[\w.]+) (?P<line><?->|--|<-) (?P<target>[\w.]+)(?::(?: {_QUOTED})?(?: {_D2_MAP})?)?")
_D2_SETTING = re.compile(rf"shape: \w+|style: {_D2_MAP}|link: {_QUOTED}")
_D2_LINK = re.compile(rf"link: {_QUOTED}")


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def read_d2(text: str) -> Seen:
    """Read a diagram of D2."""
    seen, around = Seen(), []
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("#") or re.fullmatch("direction: (up|down|left|right)", bare):
            continue
        if bare == "}":
            around.pop()
        elif match := _D2_SHAPE.fullmatch(bare):
            name = match["name"]
            seen.node(name, _unescaped(match["label"]), around[-1] if around else None, match["map"] or "")
            if link := _D2_LINK.search(match["map"] or ""):
                seen.links[name] = _unescaped(link["label"])
            if match["open"]:
                around.append(name)
        elif around and (match := _D2_SETTING.fullmatch(bare)):
            seen.looks[around[-1]] += f" {bare}"
            if match["label"]:
                seen.links[around[-1]] = _unescaped(match["label"])
        elif (match := _D2_EDGE.fullmatch(bare)) and not around:
            source, target = (_d2_name(match[end], seen) for end in ("source", "target"))
            arrow = match["line"]
            seen.edges.append((source, target, _unescaped(match["label"] or ""), arrow[0] == "<", arrow[-1] == ">"))
        else:
            raise UnreadableError(line)
    if around:
        raise UnreadableError("a container has no end")
    return _whole(seen)


def _d2_name(path: str, seen: Seen) -> str:
    *outer, name = path.split(".")
    for holder in reversed(outer):
        if seen.parents.get(name) != holder:
            raise UnreadableError(path)
        name = holder
    return path.rpartition(".")[2]


# ── DOT ──

_DOT_TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|(->|[{}\[\]=])|([A-Za-z_]\w*|-?(?:\.\d+|\d+(?:\.\d*)?)))')


def _dot_tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _DOT_TOKEN.match(text, at)
        if match is None:
            raise UnreadableError(text[at : at + 40])
        at = match.end()
        kind = "quoted" if match[1] is not None else "sign" if match[2] else "word"
        yield kind, match[1] if match[1] is not None else match[2] or match[3]


def _dot_text(written: str) -> str:
    def plain(match: re.Match[str]) -> str:
        if match[0] == "&amp;":
            return "&"
        if match[1] not in '"\\nl':
            raise UnreadableError(match[0])
        return "\n" if match[1] in "nl" else match[1]

    if re.search("&(?!amp;)", written):
        raise UnreadableError(written)
    return re.sub(r"&amp;|\\(.)", plain, written).removesuffix("\n" if written.endswith("\\l") else "\0")


class _DotReader:
    def __init__(self, text: str) -> None:
        self.tokens = [*_dot_tokens(text), ("end", "")]
        self.at = 0
        self.seen = Seen()
        self.anchors: dict[str, str] = {}       # an invisible node -> the container it stands for

    def take(self, *wanted: str) -> str:
        kind, value = self.tokens[self.at]
        if wanted and (value not in wanted or kind == "quoted"):
            raise UnreadableError(f"{value!r} where {wanted} should be")
        self.at += 1
        return value

    def next_is(self, *values: str) -> bool:
        return self.tokens[self.at][0] != "quoted" and self.tokens[self.at][1] in values

    def attributes(self) -> dict[str, str]:
        found = {}
        if self.next_is("["):
            self.take("[")
            while not self.next_is("]"):
                key = self.take()
                self.take("=")
                found[key] = self.take()
            self.take("]")
        return found

    def statements(self, holder: str | None) -> None:
        self.take("{")
        while not self.next_is("}"):
            if self.next_is("subgraph"):
                self.take()
                name = self.take().removeprefix("cluster_")
                self.seen.node(name, "", holder)
                self.statements(name)
                continue
            name = self.take()
            if self.next_is("="):
                self.take("=")
                value = self.take()
                if name == "label" and holder:
                    self.seen.nodes[holder] = _dot_text(value)
                elif name == "URL" and holder:
                    self.seen.links[holder] = _dot_text(value)
                elif holder:
                    self.seen.looks[holder] += f" {name}={value}"
            elif self.next_is("->"):
                self.take("->")
                target, own = self.take(), self.attributes()
                heads = {"none": (False, False), "back": (True, False), "both": (True, True)}
                ends = [self.anchors.get(end, end) for end in (name, target)]
                for end, key in zip(ends, ("ltail", "lhead"), strict=True):
                    if key in own and own[key] != f"cluster_{end}":
                        raise UnreadableError(own[key])
                self.seen.edges.append(
                    (*ends, _dot_text(own.get("label", "")), *heads.get(own.get("dir", ""), (False, True))))
            elif name in ("graph", "node", "edge"):
                self.attributes()
            else:
                own = self.attributes()
                if own.get("style") == "invis" and holder:
                    self.anchors[name] = holder
                    continue
                look = " ".join(f"{key}={value}" for key, value in own.items() if key != "label")
                self.seen.node(name, _dot_text(own.get("label", "")), holder, look)
                if "URL" in own:
                    self.seen.links[name] = _dot_text(own["URL"])
        self.take("}")


def read_dot(text: str) -> Seen:
    """Read a graph of Graphviz."""
    reader = _DotReader(text)
    reader.take("digraph")
    reader.take()
    reader.statements(None)
    if reader.tokens[reader.at][0] != "end":
        raise UnreadableError("there is more behind the graph")
    return _whole(reader.seen)


# ── draw.io ──

def read_drawio(text: str) -> Seen:
    """Read a file of draw.io."""
    root = ElementTree.fromstring(text)
    model = root.find("./diagram/mxGraphModel/root")
    if root.tag != "mxfile" or model is None:
        raise UnreadableError(root.tag)
    seen, ids = Seen(), ["0", "1"]
    first, layer, *rest = model
    if (first.attrib, layer.attrib) != ({"id": "0"}, {"id": "1", "parent": "0"}):
        raise UnreadableError("there is no layer")
    for element in rest:
        cell = element if element.tag == "mxCell" else element.find("mxCell")
        if cell is None or element.tag not in ("mxCell", "UserObject"):
            raise UnreadableError(element.tag)
        name = element.get("id", "")
        value = element.get("value") if element is cell else element.get("label")
        parent, geometry = cell.get("parent", ""), cell.find("mxGeometry")
        if name in ids or parent not in ids or value is None or geometry is None or geometry.get("as") != "geometry":
            raise UnreadableError(name)
        ids.append(name)
        style = dict(part.partition("=")[::2] for part in cell.get("style", "").split(";"))
        for number in (*geometry.attrib.values(), *(v for p in geometry.iter("mxPoint") for v in p.attrib.values())):
            if number not in ("geometry", "sourcePoint", "targetPoint"):
                float(number)
        if cell.get("vertex") == "1":
            if set(geometry.attrib) != {"x", "y", "width", "height", "as"}:
                raise UnreadableError(name)
            seen.node(name, value.replace("\u00a0", " "), None if parent == "1" else parent, cell.get("style", ""))
            if "link" in element.attrib:
                seen.links[name] = element.attrib["link"]
        elif cell.get("edge") == "1":
            tied = [end for end in ("source", "target") if end in cell.attrib]
            loose = [point.get("as", "").removesuffix("Point") for point in geometry.findall("./mxPoint")]
            if sorted((*tied, *loose)) != ["source", "target"]:
                raise UnreadableError(name)
            if name.startswith("l"):
                seen.lines += 1
                continue
            seen.edges.append((cell.get("source"), cell.get("target"), value,
                               style["startArrow"] != "none", style["endArrow"] != "none"))
        else:
            raise UnreadableError(name)
    return _whole(seen)


# ── Excalidraw ──

_EVERY: Mapping[str, type | tuple[type, ...]] = {
    "id": str, "type": str, "x": (int, float), "y": (int, float), "width": (int, float), "height": (int, float),
    "angle": int, "strokeColor": str, "backgroundColor": str, "fillStyle": str, "strokeWidth": int, "strokeStyle": str,
    "roughness": int, "opacity": int, "groupIds": list, "frameId": type(None), "index": type(None),
    "roundness": (dict, type(None)), "seed": int, "version": int, "versionNonce": int, "isDeleted": bool,
    "boundElements": list, "updated": int, "link": (str, type(None)), "locked": bool,
}
_OF_TEXT = {"fontSize": int, "fontFamily": int, "lineHeight": float, "text": str, "originalText": str,
            "textAlign": str, "verticalAlign": str, "containerId": (str, type(None)), "autoResize": bool}
_OF_LINE = {"points": list, "lastCommittedPoint": type(None), "startBinding": (dict, type(None)),
            "endBinding": (dict, type(None)), "startArrowhead": (str, type(None)), "endArrowhead": (str, type(None))}
_OWN: Mapping[str, Mapping[str, Any]] = {
    "text": _OF_TEXT, "line": _OF_LINE, "arrow": {**_OF_LINE, "elbowed": bool}, "rectangle": {}, "ellipse": {},
    "diamond": {},
}


def read_excalidraw(text: str) -> Seen:
    """Read a scene of Excalidraw."""
    data = json.loads(text)
    if (data["type"], data["version"]) != ("excalidraw", 2):
        raise UnreadableError(data["type"])
    by_id: dict[str, dict[str, Any]] = {}
    for element in data["elements"]:
        wanted = {**_EVERY, **_OWN[element["type"]]}
        wrong = [key for key in wanted.keys() | element.keys()
                 if key not in wanted or not isinstance(element.get(key, wanted), wanted[key])]
        if wrong or element["id"] in by_id:
            raise UnreadableError(f"{element['id']}: {wrong}")
        by_id[element["id"]] = element
    seen = Seen()
    for name, element in by_id.items():
        holders = [group.removeprefix("in-") for group in element["groupIds"]]
        parent = next((holder for holder in holders if holder != name), None)
        for bound in element["boundElements"]:
            other = by_id[bound["id"]]
            ends = [end["elementId"] for end in (other.get("startBinding"), other.get("endBinding")) if end]
            if other["type"] != bound["type"] or name not in (ends if bound["type"] == "arrow" else
                                                             [other["containerId"]]):
                raise UnreadableError(f"{bound['id']} is not bound to {name}")
        label = next((by_id[b["id"]]["text"] for b in element["boundElements"] if b["type"] == "text"), "")
        if element["type"] == "text":
            holder = element["containerId"]
            if holder is None:
                seen.node(name, element["text"], parent)
            elif {"type": "text", "id": name} not in by_id[holder]["boundElements"]:
                raise UnreadableError(f"{holder} does not know {name}")
        elif element["type"] in ("line", "arrow"):
            edge = _excalidraw_line(element, by_id, label)
            if element["type"] == "arrow":
                seen.edges.append(edge)
            seen.lines += element["type"] == "line"
        else:
            seen.node(name, label, parent, f"{element['type']} {element['strokeWidth']} {element['strokeStyle']} "
                                           f"{element['backgroundColor']}")
        if element["link"]:
            seen.links[name] = element["link"]
    return _whole(seen)


def _excalidraw_line(
    element: dict[str, Any], by_id: dict[str, dict[str, Any]], label: str,
) -> tuple[str | None, str | None, str, bool, bool]:
    points = element["points"]
    size = [max(p[k] for p in points) - min(p[k] for p in points) for k in (0, 1)]
    if points[0] != [0, 0] or len(points) < 2 or any(
            abs(one - two) > .02 for one, two in zip(size, (element["width"], element["height"]), strict=True)):
        raise UnreadableError(element["id"])
    ends = []
    for key in ("startBinding", "endBinding"):
        binding = element[key]
        ends.append(binding["elementId"] if binding else None)
        if binding and {"type": "arrow", "id": element["id"]} not in by_id[binding["elementId"]]["boundElements"]:
            raise UnreadableError(f"{element['id']} is not known to {binding['elementId']}")
    return ends[0], ends[1], label, bool(element["startArrowhead"]), bool(element["endArrowhead"])


READERS: Mapping[str, Callable[[str], Seen]] = {
    "mermaid": read_mermaid, "dot": read_dot, "d2": read_d2, "drawio": read_drawio, "excalidraw": read_excalidraw,
}
