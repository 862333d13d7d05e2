"""No legal clock runs while an outsider is waited for, unless the law holds it.

A wait has no worst case; a period that runs through it may be over before anybody is asked to act.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [contained]
      - {id: hear, title: Wait for the bank, wait: bank-answered}
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]

    ---
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
      - {id: bank-answered, title: The bank answered.}

Good:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [contained]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
      - {id: hear, title: Wait for the bank, wait: bank-answered}
      - {id: close, title: Close the case, role: analyst, takes: 5m}

    ---
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
      - {id: bank-answered, title: The bank answered.}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import Flow, flow_of
from watchbill.graph.stop import Stop
from watchbill.graph.walk import State, Walk
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import Duty, ground
from watchbill.where import Address

ID = "playbook/wait-with-running-clock"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every wait, for each numeric clock that is answered only behind it."""
    for playbook in book.each(Playbook):
        waits = flow_of(playbook).waits
        duties, _, walk = ground(book, playbook) if waits else ((), (), None)
        if walk is None:
            continue
        for stop, wait in waits:
            behind = _behind(walk.flow, stop)
            for duty in duties:
                state = _running(walk, stop, duty) if duty.law.id in behind else None
                if state is not None:
                    yield Hit(
                        Address(playbook.key, (*stop.path, "wait")),
                        f"the clock of `{duty.law.id}` ({duty.law.due}) runs while `{wait.wait}` "
                        f"is waited for{walk.on_path(state)}",
                        "discharge or excuse it before, or state the law's `hold`",
                    )


def _running(walk: Walk, stop: Stop, duty: Duty) -> State | None:
    """A state at the wait in which the clock runs and is not held."""
    if duty.law.due is None or duty.law.binding == "not-ours":
        return None
    hold = duty.law.hold
    held = walk.bits.bit("held", f"{hold.start}/{hold.end}") if hold else 0
    over = duty.met | duty.excused | held
    for state in walk.minds_at(stop.number):
        if duty.arises(state[1]) and not state[1] & over:
            return state
    return None


def _behind(flow: Flow, stop: Stop) -> set[str]:
    """The duties that are discharged only after the wait: in its line, and in what follows on it."""
    open_ = [stop.number]
    seen: set[int] = set()
    while open_:
        after = flow.after(open_.pop()) - seen
        seen |= after
        lines = {use.line for use in flow.starts if use.stop in after}
        begun = [flow.lines[line].start for line in lines if flow.lines[line]]
        joined = {flow.stops[number].line for number in after} | {stop.line}
        ends = [use.stop for use in flow.joins if use.line in joined and use.line]
        new = {*begun, *ends} - seen
        seen |= new
        open_.extend(new)
    numbers = {path: number for number in seen for path in _paths(flow, number)}
    return {id for part, path in flow.parts if path in numbers for id in part.discharges}


def _paths(flow: Flow, number: int) -> Iterator[tuple[str | int, ...]]:
    yield flow.stops[number].path
    for exit in flow.exits[number]:
        yield exit.path
