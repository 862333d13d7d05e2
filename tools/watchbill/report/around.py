"""What stands around the changes of a comparison, in words: who must agree, cover that is lost, how far it reaches."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from watchbill.diff.change import Change, Direction, Weight
from watchbill.diff.reviews import Approvals, Standing
from watchbill.diff.uncovered import SOON_DAYS, Lost
from watchbill.timeline import spoken

_WORDS = {
    Direction.WEAKER: "weakening",
    Direction.UNKNOWN: "change to be read",
    Direction.STRONGER: "strengthening",
    Direction.NEUTRAL: "change",
}
# What is counted one by one of what a change reaches; all else is counted together.
_COUNTED = {"playbook": "playbooks", "queue": "queues", "schedule": "schedules"}
_MOST_LOST = 5
_MINUS = "\N{MINUS SIGN}"


def plural(number: int, word: str) -> str:
    """`1 approval`, `3 approvals`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def cover_lost(found: Iterable[Lost]) -> str:
    """The whole of the lost cover, for a headline: `coverage` and what is taken from it; "" where none is lost."""
    rows = tuple(found)
    if not rows:
        return ""
    soon = sum(one.soon for one in rows)
    if soon:
        return f"coverage {_MINUS}{_minutes(soon)}"
    return f"coverage {_MINUS}{_hours(sum(one.whole for one in rows))} in {rows[0].days} days"


def lost_lines(found: tuple[Lost, ...]) -> Iterator[str]:
    """Of each schedule the first stretch without anybody, who stood it, and how much there is."""
    for one in found[:_MOST_LOST]:
        stretch = spoken.stretch(one.zone, one.first, "" if one.zone != "UTC" else "UTC")
        was = f" (was {', '.join(one.was)})" if one.was else ""
        more = (
            f", {_hours(one.whole)} in {one.days} days"
            if one.whole > one.soon or not one.soon
            else ""
        )
        yield (
            f"{one.schedule}: {stretch}, nobody{was}. "
            f"{_minutes(one.soon)} in {SOON_DAYS} days{more}."
        )
    if len(found) > _MOST_LOST:
        yield f"and {plural(len(found) - _MOST_LOST, 'more schedule')}."


def _minutes(seconds: int) -> str:
    return f"{-(-seconds // 60):,} min"


def _hours(seconds: int) -> str:
    return f"{seconds / 3600:,.1f}".removesuffix(".0") + " h"


def reached(changes: Iterable[Change]) -> frozenset[str]:
    """The keys of all that changed, or rests on what changed; what changed without weight reaches nothing."""
    heavy = (
        one
        for one in changes
        if one.direction is not Direction.NEUTRAL or one.weight is not Weight.INFO
    )
    return frozenset(key for one in heavy for key in (one.subject, *one.affects))


def radius(changes: Iterable[Change], totals: Mapping[str, int]) -> str:
    """How much of the book that is: `3 of 41 playbooks, 2 of 9 queues, 1 of 18 schedules, 4 other documents`.

    `totals` gives the number of documents of each kind; "" where nothing is reached.
    """
    number = Counter(key.partition(":")[0] for key in reached(changes))
    parts = [
        f"{number[kind]} of {max(totals.get(kind, 0), number[kind])} {words}"
        for kind, words in _COUNTED.items()
        if number[kind]
    ]
    others = sum(count for kind, count in number.items() if kind not in _COUNTED)
    if others:
        parts.append(plural(others, "other document" if parts else "document"))
    return ", ".join(parts)


def agreement(found: Approvals | None) -> str:
    """How far the change is agreed to, for a headline: `3 approvals needed`; "" where nobody need agree."""
    if found is None or not found.standings:
        return ""
    if found.missing:
        return f"{plural(found.missing, 'approval')} needed"
    return "goes in as an emergency" if found.emergency else "all have agreed"


def waits(found: Approvals) -> Iterator[str]:
    """For whom a change waits, each with why; what else is missing behind them."""
    missing = [one for one in found.standings if not one.approved_by]
    yield from (f"{one.team} ({_why(one)})" for one in missing)
    if found.wanted - len(found.people) > len(missing):
        yield f"{len(found.people)} of {found.wanted} people have agreed"
    if found.stale:
        yield f"{', '.join(found.stale)} spoke of an older commit"


def _why(one: Standing) -> str:
    """The worst of what a team must agree to, and how much more there is."""
    words = ""
    if one.first is not None:
        change = one.first
        words = f"{change.weight.value} {_WORDS[change.direction]}: {change.subject}"
    elif one.changes:
        words = one.changes[0]
    more = len(one.changes) - 1
    words += f" and {more} more" if more > 0 else ""
    return words if one.known else f"{words}; nobody is known to be in it"


def agreed(found: Approvals) -> str:
    """By whom a change was agreed to: `desk (ana), legal (cy)`; of an emergency, why and until when."""
    if found.emergency:
        until = (
            f"; all others review it by {found.review_by:%Y-%m-%d %H:%M} UTC"
            if found.review_by
            else ""
        )
        return f"{found.emergency}{until}"
    return ", ".join(f"{one.team} ({', '.join(one.approved_by)})" for one in found.standings)
