"""A playbook's steps, or the references around a document, as a picture: text, Mermaid, DOT, JSON."""

import json
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

WIDTH = 100


class Node(NamedTuple):
    """A box: a step of a playbook, or a document. `form` is task, decision, wait, end or the kind."""

    id: str
    title: str
    form: str
    group: str
    facts: tuple[str, ...] = ()
    """What stands beside the title: role, length, what must hold."""


class Edge(NamedTuple):
    """An arrow. `how` is next, go, starts, joins or names; `label` is the answer or the field."""

    source: str
    target: str
    label: str
    how: str
    facts: tuple[str, ...] = ()


class Picture(NamedTuple):
    """Boxes and arrows in reading order. `groups` are titles by name: the lines of a playbook."""

    title: str
    groups: dict[str, str]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def text(picture: Picture) -> str:
    """The picture for a terminal: each box with the arrows that leave it."""
    parts = [f"{picture.title}\n"]
    for group, title in picture.groups.items():
        nodes = [one for one in picture.nodes if one.group == group and one.form != "end"]
        wide = max((len(node.id) for node in nodes), default=0)
        rows = [row for node in nodes for row in _rows(node, picture.edges, wide)]
        if rows:
            parts.append("\n".join([title, *rows]) + "\n")
    return "\n".join(parts)


def _rows(node: Node, edges: Iterable[Edge], wide: int) -> Iterable[str]:
    facts = f"  ({', '.join(node.facts)})" if node.facts else ""
    head = f"  {node.id:<{wide}}  "
    pad = " " * len(head)
    yield textwrap.fill(f"{node.title}{facts}", WIDTH, initial_indent=head, subsequent_indent=pad)
    for edge in edges:
        if edge.source == node.id and edge.how != "next":
            said = f"{edge.label} " if edge.label else ""
            more = f" ({', '.join(edge.facts)})" if edge.facts else ""
            yield f"{pad}{said}-> {edge.target}{more}"


def mermaid(picture: Picture) -> str:
    """The picture as a Mermaid flowchart."""
    names = _names(picture)
    lines = ["flowchart TD"]
    for group, title in picture.groups.items():
        nodes = [node for node in picture.nodes if node.group == group]
        if nodes and len(picture.groups) > 1:
            lines += [f"  subgraph {names[group]}[{_mermaid_text(title)}]"]
        lines += [f"    {names[node.id]}{_mermaid_box(node)}" for node in nodes]
        if nodes and len(picture.groups) > 1:
            lines += ["  end"]
    for edge in picture.edges:
        arrow = "-.->" if edge.how in ("starts", "joins") else "-->"
        label = _mermaid_text(_label(edge)) if _label(edge) else ""
        middle = f"|{label}|" if label else ""
        lines.append(f"  {names[edge.source]} {arrow}{middle} {names[edge.target]}")
    return "\n".join(lines) + "\n"


def _names(picture: Picture) -> dict[str, str]:
    """Short names without meaning: words such as `end` mean something to Mermaid."""
    boxes = {node.id: f"n{number}" for number, node in enumerate(picture.nodes)}
    return {group: f"g{number}" for number, group in enumerate(picture.groups)} | boxes


def _mermaid_box(node: Node) -> str:
    words = _mermaid_text(_title(node))
    if node.form == "decision":
        return f"{{{words}}}"
    return f"([{words}])" if node.form in ("wait", "end") else f"[{words}]"


def _mermaid_text(words: str) -> str:
    safe = words.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;")
    return f'"{safe.replace(">", "#gt;").replace(chr(96), "#96;")}"'


def dot(picture: Picture) -> str:
    """The picture in the language of Graphviz."""
    lines = [f"digraph {_dot_text(picture.title)} {{", "  node [shape=box];"]
    for number, (group, title) in enumerate(picture.groups.items()):
        nodes = [node for node in picture.nodes if node.group == group]
        if nodes and len(picture.groups) > 1:
            lines.append(f"  subgraph cluster_{number} {{ label={_dot_text(title)};")
        lines += [f"    {_dot_text(node.id)} [{_dot_box(node)}];" for node in nodes]
        if nodes and len(picture.groups) > 1:
            lines.append("  }")
    for edge in picture.edges:
        style = ", style=dashed" if edge.how in ("starts", "joins") else ""
        ends = f"{_dot_text(edge.source)} -> {_dot_text(edge.target)}"
        lines.append(f"  {ends} [label={_dot_text(_label(edge))}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_box(node: Node) -> str:
    shape = {"decision": ", shape=diamond", "wait": ", shape=oval", "end": ", shape=oval"}
    return f"label={_dot_text(_title(node))}{shape.get(node.form, '')}"


def _dot_text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _title(node: Node) -> str:
    return f"{node.title} ({', '.join(node.facts)})" if node.facts else node.title


def _label(edge: Edge) -> str:
    return ", ".join(part for part in (edge.label, *edge.facts) if part)


def as_json(picture: Picture) -> str:
    """The picture as data."""
    whole = {
        "title": picture.title,
        "groups": picture.groups,
        "nodes": [node._asdict() for node in picture.nodes],
        "edges": [edge._asdict() for edge in picture.edges],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
