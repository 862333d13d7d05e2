"""What a book asks for as text: the worst first, each with its place, its owner and what to do."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from watchbill.load.text import shown
from watchbill.upkeep.entry import Entry, Urgency

_TITLES = {
    Urgency.OVERDUE: "overdue",
    Urgency.SOON: "due soon",
    Urgency.STANDING: "standing",
}


class Upkeep(NamedTuple):
    """All that is asked at an instant (UTC) and within so many days behind it, worst first.

    `tool` is the name and version of the tool, `tz` the version of the tz database.
    """

    entries: tuple[Entry, ...]
    at: datetime
    days: int
    tool: str
    tz: str

    def of(self, urgency: Urgency) -> tuple[Entry, ...]:
        """The entries of one urgency."""
        return tuple(one for one in self.entries if one.urgency is urgency)

    @property
    def left(self) -> int:
        """How many somebody has to do something about by a day: all but the standing ones."""
        return len(self.entries) - len(self.of(Urgency.STANDING))


def instant(found: Upkeep) -> str:
    """The instant that it is about: `2026-11-28T12:00:00Z`."""
    return f"{found.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def headline(found: Upkeep) -> str:
    """`2 overdue, 3 due within 30 days, 49 standing`."""
    numbers = {one: len(found.of(one)) for one in Urgency}
    return (
        f"{numbers[Urgency.OVERDUE]} overdue, {numbers[Urgency.SOON]} due within {found.days}"
        f" day{'' if found.days == 1 else 's'}, {numbers[Urgency.STANDING]} standing"
    )


def when(entry: Entry) -> str:
    """`since 2026-11-01`, `by 2026-12-10`; "" without a day."""
    return f"since {entry.since}" if entry.since else f"by {entry.until}" if entry.until else ""


def text(found: Upkeep) -> str:
    """Everything, by urgency."""
    lines = [f"{instant(found)}: {headline(found)}"]
    for urgency in Urgency:
        entries = found.of(urgency)
        if entries:
            lines += ["", _TITLES[urgency].upper()]
            for one in entries:
                lines += _one(one)
    return "\n".join(lines) + "\n"


def _one(entry: Entry) -> Iterator[str]:
    # A line that begins with `::` would be a command to a runner of CI.
    where = str(entry.place) if entry.place else ""
    where = f"./{where}" if where.startswith("::") else where
    yield _line(": ".join(filter(None, (where, f"{entry.what} [{entry.kind}]"))))
    about = (
        when(entry),
        f"owner {entry.owner}" if entry.owner else "",
        entry.document,
    )
    told = "; ".join(filter(None, about))
    if told:
        yield f"  {_line(told)}"
    yield f"  do: {_line(entry.mend)}"


def _line(words: str) -> str:
    return shown(words, len(words))
