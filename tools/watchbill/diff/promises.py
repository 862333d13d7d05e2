"""The limits that the two books set, as functions of the start: targets, laws, and our own limits for laws."""

from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.timed import Timed, timed
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import Obligation
from watchbill.model.time import Calendar
from watchbill.model.types import Duration
from watchbill.simulate.limits import Goal, goal_of, guard_rule, rule_of
from watchbill.simulate.proof.due import fixed, lifted, target
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.period import Due
from watchbill.simulate.proof.when import Range, When
from watchbill.timeline.counting import Rule


class Limit(NamedTuple):
    """When something is due, in the words of the content, and the zone whose clock counts."""

    when: When
    text: str
    zone: str


def range_of(books: Books) -> Range:
    """The starts that are compared: the days that a proof looks at, from the day of judgement on."""
    who = people(books.after)
    return Range(who.start, who.end)


def target_of(book: Book, level: ServiceLevel, severity: str, milestone: str) -> Limit | None:
    """A target of a service level; None where nothing is promised, or its calendar is not there."""
    goal = goal_of(book, level, severity, milestone)
    if goal is None or not _known(level, severity, milestone, goal):
        return None
    period, due = target(people(book), goal)
    return _limit(period, due, goal.text, goal.calendar.timezone if goal.calendar else "UTC")


def _known(level: ServiceLevel, severity: str, milestone: str, goal: Goal) -> bool:
    """Whether the calendar that a target names exists."""
    one = level.targets[severity][milestone]
    name = level.calendar if isinstance(one, Duration) else one.calendar
    return name == "always" or goal.calendar is not None


def law_of(book: Book, law: Obligation) -> Limit | None:
    """The period of a law; None where it sets none, or counts in a calendar that is not there."""
    return None if law.due is None else _counted(book, law, law.due, guard=False)


def guard_of(book: Book, law: Obligation, within: Duration) -> Limit | None:
    """Our own limit for a law, counted as the law counts."""
    return _counted(book, law, within, guard=True)


def _counted(book: Book, law: Obligation, within: Duration, *, guard: bool) -> Limit | None:
    if law.calendar and book.get(Calendar, law.calendar) is None:
        return None
    rule: Rule = rule_of(book, law)
    if guard:
        rule = guard_rule(rule, within)
    period = fixed(within, rule)
    due = lifted(people(book), within, rule) if period is None else None
    how = f"{within}, {rule.name}" if rule.name != "elapsed" else within.text
    return _limit(period, due, how, rule.zone)


def _limit(period: int | None, due: Due | None, text: str, zone: str) -> Limit:
    found = due.track if due else period
    if found is None:
        raise ValueError("a limit is a period or a track")
    return Limit(found, text, zone)


def moved(books: Books, before: Limit, after: Limit) -> Timed:
    """What became of a limit, at every start."""
    return timed(before.when, after.when, range_of(books))
