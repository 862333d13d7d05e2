"""The clocks of a playbook: laws, our own limits for them, and promises; when each is due."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.types import Duration, FactTest
from watchbill.simulate.limits import PER_CENT, goal_of, guard_rule, guards, rule_of
from watchbill.simulate.proof.due import fixed, lifted, target
from watchbill.simulate.proof.mind import Mind, learn
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.period import Due
from watchbill.simulate.proof.when import Range, When, after
from watchbill.timeline.counting import Rule
from watchbill.timeline.spans import Spans
from watchbill.timeline.zones import DAY, at_wall, reading

ALL = 99
SILENT = {"target": 0, "guard": 1, "law": ALL}


class Pause(NamedTuple):
    """A hold that a clock obeys, where none of `tests` is contradicted."""

    start: str
    end: str
    then: str
    tests: tuple[FactTest, ...] = ()


class Clock(NamedTuple):
    """One clock: a law, our own limit for a law, or a milestone's target at a severity.

    `id` is the obligation or milestone, `event` starts it. It is due `period` seconds after that, or as
    `due` says. It does not run where a fact contradicts one of `tests`, nor outside of `force` (instants).
    `by` is the key of the document that sets it, `warn_at` are the per cents at which an alarm falls. `open`
    is the open time that it counts, where it does not count all time.
    """

    kind: str
    id: str
    within: str
    event: str
    period: int | None
    due: Due | None
    by: str
    tests: tuple[FactTest, ...] = ()
    severity: str = ""
    holds: tuple[Pause, ...] = ()
    force: tuple[int, int] | None = None
    warn_at: tuple[int, ...] = ()
    open: Spans = ()

    def __hash__(self) -> int:
        return hash((self.kind, self.id, self.within, self.severity))

    @property
    def silent(self) -> int:
        """With how many silent levels it is proven."""
        return SILENT[self.kind]

    def due_at(self, start: When, all_: Range) -> When:
        """When it is due that started then."""
        return after(start, (self.period or 0) if self.due is None else self.due.track, all_)


def clocks(book: Book, people: People, playbook: Playbook) -> tuple[Clock, ...]:
    """All clocks of a playbook that can be proven; laws first, in the order of the playbook."""
    found = (*_laws(book, people, playbook), *_promises(book, people, playbook))
    return tuple(clock for clock in found if possible(clock.tests))


def possible(tests: Iterable[FactTest]) -> bool:
    """Whether conditions may hold together: a limit for one case of a law that is for another never runs."""
    mind: Mind = {}
    return all(learn(mind, test) for test in tests)


def excluded(book: Book, tests: Iterable[FactTest]) -> bool:
    """Whether a fact of the organisation contradicts any of these."""
    switches = book.switches()
    return any(
        test.fact in switches
        and (switches[test.fact].value is not False) is not (test.value is not False)
        for test in tests
    )


def _laws(book: Book, people: People, playbook: Playbook) -> Iterator[Clock]:
    for id in playbook.obligations:
        law = book.get(Obligation, id)
        if law is None or law.binding == "not-ours" or excluded(book, law.applies_if):
            continue
        rule, force = rule_of(book, law), _force(law, people)
        own = [] if law.every is not None else list(guards(book, law))
        if law.due and law.binding == "must":
            clock = _law(people, law, law.due, rule)
            yield clock._replace(force=force, warn_at=() if own else PER_CENT)
        for bands, band in own:
            if not excluded(book, band.only_if):
                clock = _law(people, law, band.within, guard_rule(rule, band.within))
                yield clock._replace(
                    kind="guard",
                    tests=(*clock.tests, *band.only_if),
                    force=force,
                    by=bands.key,
                    warn_at=bands.warn_at,
                )


def _law(people: People, law: Obligation, within: Duration, rule: Rule) -> Clock:
    period = fixed(within, rule)
    due = None if period is not None else lifted(people, within, rule)
    holds = (Pause(law.hold.start, law.hold.end, law.hold.then),) if law.hold else ()
    return Clock(
        "law", law.id, within.text, law.starts, period, due, law.key, law.applies_if, holds=holds
    )


def _force(law: Obligation, people: People) -> tuple[int, int] | None:
    """From when to when a law binds; None where that is throughout."""
    if law.in_force is None:
        return None
    zone = law.timezone or "UTC"
    first, last = law.in_force.start, law.in_force.end
    start = at_wall(zone, reading(first)) if first else people.start
    end = at_wall(zone, reading(last) + DAY) if last else people.far
    return None if start <= people.start and end >= people.far else (start, end)


def _promises(book: Book, people: People, playbook: Playbook) -> Iterator[Clock]:
    level = book.get(ServiceLevel, playbook.service_level)
    if level is None:
        return
    holds = tuple(_pauses(book, playbook, level))
    raised = (answer.severity for _, answer in flow_of(playbook).answers if answer.severity)
    for severity in dict.fromkeys((playbook.default_severity, *raised)):
        for milestone in level.targets.get(severity, {}):
            goal = goal_of(book, level, severity, milestone)
            if goal is None:
                continue
            period, due = target(people, goal)
            counts = goal.calendar if goal.within.unit in ("s", "bd") else None
            yield Clock(
                "target",
                milestone,
                goal.text,
                level.starts,
                period,
                due,
                level.key,
                severity=severity,
                holds=holds,
                warn_at=level.warn_at,
                open=people.open(counts) if counts else (),
            )


def _pauses(book: Book, playbook: Playbook, level: ServiceLevel) -> Iterator[Pause]:
    """The holds of the laws that start with the promise: it stands still with them."""
    for id in playbook.obligations:
        law = book.get(Obligation, id)
        if law and law.hold and law.starts == level.starts and not excluded(book, law.applies_if):
            yield Pause(law.hold.start, law.hold.end, "resume", law.applies_if)
