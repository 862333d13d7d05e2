"""Two books with the very same schedule count on the same people, as far as their calendars are the same too."""

from tests import smallest
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.simulate.proof.people import People, people

OFF = (
    "kind: schedule\nid: legal-watch\nshifts: [{id: all, region: emea, timezone: Europe/Dublin, hours: 24h, "
    'members: [legal-01], from: 2026-11-30, holidays: "off", calendar: office}]\n'
)
CALENDAR = "kind: calendar\nholidays: [{date: 2026-12-28, name: A day}]\n"


def spans(who: People) -> object:
    return who.station("counsel").spans


def with_calendars_of(book: Book, other: Book) -> Book:
    """A book whose documents are the very same, but for its calendars."""
    documents = [
        found
        for key in book.keys
        if (found := (other if key.startswith(f"{Calendar.KIND}:") else book).find(key))
    ]
    return Book.of(documents, now=smallest.NOW)


def test_people_of_one_schedule_differ_where_its_calendar_does() -> None:
    first = smallest.book(smallest.overlaid(OFF))
    other = smallest.book(smallest.overlaid(f"{OFF}---\n{CALENDAR}"))
    second = with_calendars_of(first, other)
    alone = spans(people(other))
    assert spans(people(first)) != alone
    assert spans(people(second)) == alone
    assert spans(people(with_calendars_of(first, first))) == spans(people(first))


def test_what_two_books_share_is_found_once() -> None:
    first = smallest.book()
    assert spans(people(first)) is spans(people(with_calendars_of(first, first)))


TWO = (
    "kind: schedule\nid: legal-watch\nshifts:\n"
    "  - {id: one, region: emea, timezone: Europe/Dublin, hours: 24h, "
    'members: [legal-01], from: 2026-11-30, holidays: "off", calendar: office}\n'
    "  - {id: two, region: emea, timezone: Europe/Dublin, hours: 09:00-17:00, "
    'members: [legal-01], from: 2026-11-30, holidays: "off", calendar: other}\n'
    "---\nkind: calendar\nid: other\ntitle: Another office\nowner: desk\n"
    "timezone: Europe/Dublin\nhours: [{days: every-day, hours: 24h}]\nholidays: []\n"
)


def test_people_differ_where_one_of_two_calendars_does() -> None:
    first = smallest.book(smallest.overlaid(TWO))
    other = smallest.book(smallest.overlaid(f"{TWO}---\n{CALENDAR}"))
    alone = spans(people(other))
    assert spans(people(first)) != alone
    assert spans(people(with_calendars_of(first, other))) == alone
