"""An alarm at a share of a clock falls while somebody stands the role of the step that is due then.

The alarm says that there is time left to act; where the role is off, nobody acts on it. Looked at for clocks of
hours, minutes and elapsed days, on every way, at every minute of the next 400 days.

Bad:
    kind: schedule
    id: legal-watch
    cover: as-listed
    limits: Nobody at night.
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: "06:00-24:00", members: [legal-01], from: 2026-11-02}
    ---
    kind: playbook
    steps:
      - id: answer
        title: Answer the notice
        role: counsel
        takes: 2h
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [contained, resolved]
    ---
    kind: service-level
    targets:
      P1: {acknowledged: 10m, contained: 10h, resolved: 3d}

Good:
    kind: schedule
    id: legal-watch
    cover: 24x7
    answers_within: 5m
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import late, listed, proven
from watchbill.simulate.proof import told
from watchbill.simulate.proof.alarms import Alarm
from watchbill.simulate.proof.people import people
from watchbill.where import Address

ID = "proof/unheard-alarm"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """The first alarm of each clock that nobody hears, where the clock is not late anyway."""
    for playbook in book.each(Playbook):
        proof = proven(book, playbook)
        if proof is None or not proof.alarms:
            continue
        broken = {one.worst.clock.id for kind in _KINDS for one in late(book, playbook, kind)}
        said = set(broken)
        for alarm in sorted(proof.alarms, key=lambda one: (one.share, one.step)):
            if alarm.clock.id not in said:
                said.add(alarm.clock.id)
                yield _hit(book, playbook, alarm)


_KINDS = ("law", "guard", "target")


def _hit(book: Book, playbook: Playbook, alarm: Alarm) -> Hit:
    path = ("service_level",) if alarm.clock.kind == "target" else listed(playbook, alarm.clock.id)
    return Hit(
        Address(playbook.key, path),
        f"the alarm at {alarm.share} % of {told.name(alarm.clock)} falls while nobody stands"
        f" `{alarm.role}`, whose step `{alarm.step}` is due then:"
        f" {told.alarm(book, people(book), alarm)}",
        "give the step to a role that is there at every minute, or staff the role",
    )
