"""What falls due on a day that a document names itself: reviews, silences, laws and calendars."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchbill.finding import Hit
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.time import Calendar
from watchbill.upkeep.entry import Asked, Urgency
from watchbill.where import Address

# A law that nobody has looked at for longer than this is overdue, where it names no day itself.
LOOK_AGAIN_DAYS = 365
# As far ahead as the proofs look.
AHEAD_DAYS = 400


def dated(book: Book, days: int) -> Iterator[Asked]:
    """All that is overdue on the day of judgement, or due within so many days behind it."""
    yield from _reviews(book, days)
    yield from _silences(book, days)
    for law in book.all(Obligation):
        if law.status != "deprecated":
            yield from _looked_at(book, law, days)
            yield from _in_force(book, law, days)
    for calendar in book.all(Calendar):
        if calendar.status != "deprecated":
            yield from _years(book, calendar, days)
            yield from _estimated(book, calendar, days)


def _reviews(book: Book, days: int) -> Iterator[Asked]:
    for key, card in book.cards.items():
        if card.reviewed is None or card.status == "deprecated":
            continue
        due = card.reviewed + timedelta(days=card.review_days)
        mend = "read the whole document, mend it, and set `last:` to that day"
        hit = Hit(
            Address(key, ("review", "last")), f"its review {_falls(book, due)} on {due}", mend
        )
        yield from _due(book, "review", hit, due, days)


def _silences(book: Book, days: int) -> Iterator[Asked]:
    for key, card in book.cards.items():
        for number, (rule, reason, until) in enumerate(card.silences):
            verb = "ended" if until < book.today else "ends"
            hit = Hit(
                Address(key, ("silences", number, "until")),
                f"the silence on `{rule}` {verb} on {until}: {reason}",
                "mend what it hides and take the silence out",
            )
            yield from _due(book, "silence", hit, until, days)


def _looked_at(book: Book, law: Obligation, days: int) -> Iterator[Asked]:
    mend = "read the law again, then set `checked_on` and `recheck_by`"
    if law.recheck_by:
        what = f"the law {_was(book, law.recheck_by)} to be checked again by {law.recheck_by}"
        hit = Hit(Address(law.key, ("recheck_by",)), what, mend)
        yield from _due(book, "law/recheck", hit, law.recheck_by, days)
    else:
        due = law.checked_on + timedelta(days=LOOK_AGAIN_DAYS)
        what = f"the law was last checked on {law.checked_on}, and names no day to check it again"
        yield from _due(
            book, "law/recheck", Hit(Address(law.key, ("checked_on",)), what, mend), due, days
        )
    if law.verification == "unverified":
        yield Asked(
            Urgency.STANDING,
            "law/unverified",
            Hit(
                Address(law.key, ("verification",)),
                f"{law.citation} is written from knowledge; nobody has read the text",
                "read the text, add `quote` and `source`, and set `verification: verified`",
            ),
            since=str(law.checked_on),
        )


def _in_force(book: Book, law: Obligation, days: int) -> Iterator[Asked]:
    if law.in_force is None:
        return
    start, end = law.in_force.start, law.in_force.end
    if start and book.today < start <= book.today + timedelta(days=days):
        hit = Hit(
            Address(law.key, ("in_force", "from")),
            f"the law comes into force on {start}",
            "see that whoever must meet it knows, and that the day still stands",
        )
        yield Asked(Urgency.SOON, "law/begins", hit, until=str(start))
    if end:
        verb = "ended" if end < book.today else "ends"
        hit = Hit(
            Address(law.key, ("in_force", "until")),
            f"the law {verb} on {end}",
            "set `status: deprecated` and `replaced_by`, or correct the day",
        )
        yield from _due(book, "law/ends", hit, end, days)


def _years(book: Book, calendar: Calendar, days: int) -> Iterator[Asked]:
    end = date(int(calendar.covers.partition("-")[2]), 12, 31)
    verb = "ended" if end < book.today else "end"
    hit = Hit(
        Address(calendar.key, ("covers",)),
        f"its holidays {verb} on {end}; behind that day none is counted",
        f"add the holidays of {end.year + 1} and cover that year",
    )
    found = list(_due(book, "calendar/ends", hit, end, days))
    if not found and end <= book.today + timedelta(days=AHEAD_DAYS):
        found = [Asked(Urgency.STANDING, "calendar/ends", hit, until=str(end))]
    yield from found


def _estimated(book: Book, calendar: Calendar, days: int) -> Iterator[Asked]:
    """The estimated holidays of the days ahead, in one entry: they are announced late, and may move."""
    last = book.today + timedelta(days=AHEAD_DAYS)
    found = [
        (number, holiday)
        for number, holiday in enumerate(calendar.holidays)
        if holiday.estimated and book.today <= holiday.date <= last
    ]
    if not found:
        return
    number, first = found[0]
    more = f", and {len(found) - 1} more by {last}" if len(found) > 1 else ""
    near = first.date <= book.today + timedelta(days=days)
    hit = Hit(
        Address(calendar.key, ("holidays", number, "date")),
        f"the date of {first.name} ({first.date}) is an estimate{more}",
        "look it up where it is announced, correct the date, and take `estimated` out",
    )
    urgency = Urgency.SOON if near else Urgency.STANDING
    yield Asked(urgency, "calendar/estimated", hit, until=str(first.date))


def _due(book: Book, kind: str, hit: Hit, day: date, days: int) -> Iterator[Asked]:
    """Overdue behind the day, soon within so many days before it, else nothing."""
    if day < book.today:
        yield Asked(Urgency.OVERDUE, kind, hit, since=str(day))
    elif day <= book.today + timedelta(days=days):
        yield Asked(Urgency.SOON, kind, hit, until=str(day))


def _falls(book: Book, day: date) -> str:
    return "fell due" if day < book.today else "falls due"


def _was(book: Book, day: date) -> str:
    return "was" if day < book.today else "is"
