"""A step that meets a clock of hours or minutes has a role that is never off for longer than the clock runs.

An order arrives at any minute. Where nobody stands the role for longer than the law gives, no order of the
steps can help: the step needs another role, or the role more hours.

Bad:
    kind: schedule
    id: legal-watch
    cover: as-listed
    limits: Nobody from Friday evening to Monday morning.
    shifts:
      - id: all
        region: emea
        timezone: Europe/Dublin
        hours: "09:00-17:00"
        days: mon-fri
        members: [legal-01]
        from: 2026-11-02
    ---
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
        done_when: The accounts cannot sign in.
        reaches: [contained]
      - id: answer
        title: Answer the notice
        role: counsel
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]

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
        done_when: The accounts cannot sign in.
        reaches: [contained]
      - id: answer
        title: Answer the notice
        role: counsel
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import Late, late, outlasted, step_path, words
from watchbill.timeline import spoken
from watchbill.where import Address

ID = "proof/role-not-24x7"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step whose role is off for longer than its clock runs; the law's clock before our own limit."""
    for playbook in book.each(Playbook):
        said: set[str] = set()
        for kind in ("law", "guard"):
            for one in late(book, playbook, kind):
                off = outlasted(book, one)
                if off is not None and one.worst.clock.id not in said:
                    said.add(one.worst.clock.id)
                    yield _hit(book, playbook, one, off)


def _hit(book: Book, playbook: Playbook, one: Late, off: int) -> Hit:
    done = one.worst.outcome.met.done
    step, role = (done.step.id, done.step.role) if done else ("", "")
    return Hit(
        Address(playbook.key, (*step_path(playbook, step), "role")),
        f"nobody stands `{role}` for {spoken.length(off)} at a stretch, which is longer than the clock:"
        f" {words(book, playbook, one)}",
        "give the step to a role that is there at every minute, or the role more hours",
    )
