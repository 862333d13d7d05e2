"""What a playbook stands on: its duties and milestones, and the walk through it that keeps watch on them.

Worked out once for a playbook of a book, for all rules that ask about its paths. Where a name leads
nowhere or the graph is faulty there is no walk: other rules say so, and nothing is built on sand.
"""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.graph.flow import Flow, flow_of
from watchbill.graph.mind import Watch
from watchbill.graph.walk import Walk
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import GuardBands, Obligation
from watchbill.model.memo import once
from watchbill.model.organization import Facts
from watchbill.model.response import Playbook
from watchbill.model.types import FactTest


class Declared(NamedTuple):
    """The facts and events that the book declares."""

    switches: dict[str, bool]
    cases: dict[str, tuple[str, ...]]
    events: frozenset[str]


class Duty(NamedTuple):
    """A law that a playbook lists: its position there, and the bits of a mind that tell its state.

    `excluded` is the fact of the organisation that rules it out, None where none does.
    """

    position: int
    law: Obligation
    excluded: FactTest | None
    event: int = 0
    met: int = 0
    excused: int = 0
    denied: int = 0

    def arises(self, mind: int) -> bool:
        """Whether its clock started on the path and no fact of the path rules it out."""
        return self.excluded is None and bool(mind & self.event) and not mind & self.denied


class Ground(NamedTuple):
    """Duties and milestones of a playbook, and the walk (None where it cannot be told)."""

    duties: tuple[Duty, ...]
    milestones: tuple[str, ...]
    walk: Walk | None


def ground(book: Book, playbook: Playbook) -> Ground:
    """The ground of a playbook in its book."""
    kept = _grounds(book)
    found = kept.get(playbook.id)
    if found is None:
        found = kept[playbook.id] = _survey(book, playbook)
    return found


@once
def _grounds(_: Book) -> dict[str, Ground]:
    return {}


def declared(book: Book) -> Declared:
    """The facts and events of the book."""
    found = [_declared(facts) for facts in book.all(Facts)]
    if len(found) == 1:
        return found[0]
    switches = {id: value for one in found for id, value in one.switches.items()}
    cases = {id: values for one in found for id, values in one.cases.items()}
    return Declared(switches, cases, frozenset(event for one in found for event in one.events))


@once
def _declared(facts: Facts) -> Declared:
    return Declared(
        {switch.id: switch.value is not False for switch in facts.switches},
        {fact.id: fact.values for fact in facts.case_facts},
        frozenset(event.id for event in facts.events),
    )


@once
def promised(level: ServiceLevel) -> frozenset[str]:
    """The milestones that a service level promises at any severity."""
    found = {name for targets in level.targets.values() for name in targets}
    return frozenset({"acknowledged", *found})


def guarded(book: Book) -> frozenset[str]:
    """The laws that have a guard band."""
    found = [_guarded(bands) for bands in book.all(GuardBands)]
    return found[0] if len(found) == 1 else frozenset().union(*found)


@once
def _guarded(bands: GuardBands) -> frozenset[str]:
    return frozenset(band.obligation for band in bands.bands)


def wrong_fact(test: FactTest, known: Declared) -> str:
    """What is wrong with a condition, in words; "" where it is right."""
    name, value, _ = test
    if name in known.switches:
        return "" if isinstance(value, bool) else f"`{name}` is true or not, and has no values"
    if name not in known.cases:
        return f"there is no fact `{name}`"
    values = known.cases[name]
    if isinstance(value, bool):
        return f"`{name}` has values, and is not true or false" if values else ""
    return "" if value in values else f"`{value}` is no value of the fact `{name}`"


def _survey(book: Book, playbook: Playbook) -> Ground:
    flow = flow_of(playbook)
    known = declared(book)
    laws = [
        (position, law)
        for position, id in enumerate(playbook.obligations)
        if (law := book.get(Obligation, id)) is not None
    ]
    level = book.get(ServiceLevel, playbook.service_level)
    milestones = _milestones(level, playbook, flow) if level else ()
    owed = (promised(level) if level else frozenset()).union(playbook.obligations)
    duties = tuple(
        Duty(position, law, ruled_out(law.applies_if, known.switches)) for position, law in laws
    )
    whole = len(laws) == len(playbook.obligations) and flow.sound
    if not whole or not _firm(book, playbook, flow, owed):
        return Ground(duties, milestones, None)
    walk = Walk(flow, _watch(flow, duties, milestones, known))
    return Ground(tuple(_with_bits(duty, walk) for duty in duties), milestones, walk)


def ruled_out(conditions: Iterable[FactTest], switches: dict[str, bool]) -> FactTest | None:
    """The first condition that a fact of the organisation contradicts."""
    return next((one for one in conditions if switches.get(one.fact, one.value) != one.value), None)


def _milestones(level: ServiceLevel, playbook: Playbook, flow: Flow) -> tuple[str, ...]:
    """The milestones that are promised at any severity that the playbook sets, in order."""
    severities = {playbook.default_severity}
    severities |= {answer.severity for _, answer in flow.answers if answer.severity}
    found = (name for severity in severities for name in level.targets.get(severity, ()))
    return tuple(sorted({name for name in found if name != "acknowledged"}))


def _firm(book: Book, playbook: Playbook, flow: Flow, owed: frozenset[str]) -> bool:
    """Whether every name that decides a path is known; `owed` are milestones and listed duties."""
    known = declared(book)
    return (
        known.events.issuperset(playbook.begins)
        and not any(wrong_fact(test, known) for test in flow.tests)
        and all(wait.wait in known.events for _, wait in flow.waits)
        and all(owed.issuperset(answer.excuses) for _, answer in flow.answers if answer.excuses)
        and all(
            known.events.issuperset(part.marks)
            and owed.issuperset(part.reaches)
            and all(id in owed or book.has(f"obligation:{id}") for id in part.discharges)
            for part, _ in flow.parts
        )
    )


def _watch(
    flow: Flow, duties: tuple[Duty, ...], milestones: tuple[str, ...], known: Declared
) -> Watch:
    asked = {test.fact for test in flow.tests}
    return Watch(
        tuple(duty.law.starts for duty in duties),
        tuple(duty.law.id for duty in duties),
        milestones,
        tuple(
            test
            for duty in duties
            for test in (*duty.law.applies_if, *duty.law.secret_if)
            if test.fact in asked
        ),
        tuple(
            (duty.law.hold.start, duty.law.hold.end)
            for duty in duties
            if flow.waits and duty.law.hold
        ),
        tuple(
            FactTest(fact, known.switches[fact], fact)
            for fact in sorted(asked)
            if fact in known.switches
        ),
        {fact: values for fact in sorted(asked) if (values := known.cases.get(fact))},
    )


def _with_bits(duty: Duty, walk: Walk) -> Duty:
    asked = {test.fact for test in walk.flow.tests}
    denied = 0
    for test in duty.law.applies_if:
        denied |= walk.bits.learn(test).against if test.fact in asked else 0
    return duty._replace(
        event=walk.bits.bit("event", duty.law.starts),
        met=walk.bits.bit("met", duty.law.id),
        excused=walk.bits.bit("excused", duty.law.id),
        denied=denied,
    )
