"""A playbook, or a document among others, as boxes and arrows."""

from collections.abc import Iterator

from watchbill.cli.refs import incoming, outgoing
from watchbill.graph.flow import Flow, flow_of
from watchbill.graph.stop import END, MAIN, NOWHERE, Exit, Stop
from watchbill.load.loaded import Loaded
from watchbill.model.card import Card
from watchbill.model.response import Decision, Playbook, Wait
from watchbill.report.graph import Edge, Node, Picture

_END = "end"


def of_playbook(playbook: Playbook) -> Picture:
    """The steps of a playbook: its main line, its side lines, and how they lead on."""
    flow = flow_of(playbook)
    joined = {use.line: flow.stops[use.stop].step.id for use in flow.joins}
    groups = {MAIN: "main line"}
    for name in flow.lines:
        if name != MAIN:
            waits = f" (`{joined[name]}` waits for it)" if name in joined else ""
            groups[name] = f"side line {name}{waits}"
    nodes = [_node(stop) for stop in flow.stops]
    edges = [edge for stop in flow.stops for edge in _edges(flow, stop)]
    if any(edge.target == _END for edge in edges):
        nodes.append(Node(_END, "The line ends", "end", MAIN))
    title = f"{playbook.key}  {playbook.title}"
    return Picture(title, groups, tuple(nodes), tuple(edges))


def _node(stop: Stop) -> Node:
    step = stop.step
    facts = [f"only if {' and '.join(test.text for test in step.only_if)}"] if step.only_if else []
    if isinstance(step, Wait):
        title = step.title or "Wait"
        return Node(step.id, title, "wait", stop.line, (f"until {step.wait}", *facts))
    who = f"{step.people} x {step.role}" if step.people > 1 else step.role
    if step.second:
        who += f" with {step.second}"
    title, form = (step.ask, "decision") if isinstance(step, Decision) else (step.title, "task")
    return Node(step.id, title, form, stop.line, (who, str(step.takes), *facts))


def _edges(flow: Flow, stop: Stop) -> Iterator[Edge]:
    """The arrows that leave a step: its answers or the step below, then the side lines."""
    id = stop.step.id
    for exit in flow.exits[stop.number]:
        answer = exit.answer.answer if exit.answer else ""
        how = "go" if exit.go or answer else "next"
        yield Edge(id, _target(flow, exit), answer, how, _limits(exit))
        for line in exit.answer.starts if exit.answer else ():
            yield Edge(id, _first(flow, line), answer, "starts", (f"starts side line {line}",))
    for line in () if isinstance(stop.step, Wait) else stop.step.starts:
        yield Edge(id, _first(flow, line), "", "starts", (f"starts side line {line}",))
    for use in flow.joins:
        if flow.lines.get(use.line, range(0))[-1:] == range(stop.number, stop.number + 1):
            yield Edge(id, flow.stops[use.stop].step.id, "", "joins", ("which waits",))


def _limits(exit: Exit) -> tuple[str, ...]:
    again = exit.answer.again_after if exit.answer else None
    most = (f"at most {exit.at_most} times",) if exit.at_most else ()
    return (*most, f"after {again}") if again else most


def _target(flow: Flow, exit: Exit) -> str:
    if exit.target == NOWHERE:
        return exit.go
    return _END if exit.target == END else flow.stops[exit.target].step.id


def _first(flow: Flow, line: str) -> str:
    numbers = flow.lines.get(line)
    return flow.stops[numbers.start].step.id if numbers else line


def of_references(loaded: Loaded, card: Card) -> Picture:
    """What a document names, and what names it."""
    groups = {"named by": "is named by", "self": "this document", "names": "names"}
    nodes = {card.key: Node(card.key, card.title, card.kind, "self")}
    edges: dict[tuple[str, str], Edge] = {}
    for one in incoming(loaded, card):
        nodes.setdefault(
            one.document, Node(one.document, one.title, _kind(one.document), "named by")
        )
        edges.setdefault((one.document, card.key), Edge(one.document, card.key, one.field, "names"))
    for one in outgoing(loaded, card):
        title = one.title or "does not exist"
        nodes.setdefault(one.document, Node(one.document, title, _kind(one.document), "names"))
        edges.setdefault((card.key, one.document), Edge(card.key, one.document, one.field, "names"))
    return Picture(
        f"{card.key}  {card.title}", groups, tuple(nodes.values()), tuple(edges.values())
    )


def _kind(key: str) -> str:
    return key.partition(":")[0]
