"""The pages of schedules and calendars: what is planned, with its zone; never who is on call now."""

from watchbill.model.time import Calendar, Schedule, Shift
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.hours import MONTHS, in_utc
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import days, length

_COVER = {"24x7": "day and night, every day", "as-listed": "as listed, with the holes stated below"}


def page(desk: Desk, schedule: Schedule) -> Page:
    """The page of a schedule."""
    cover = _COVER.get(schedule.cover) or join(
        "the hours of ", desk.link("calendar", schedule.cover)
    )
    rows = [
        ("Cover", cover),
        ("Holes", schedule.limits),
        ("Answers within", length(schedule.answers_within)),
        ("Overlap", length(schedule.overlap) if schedule.overlap.amount else "none"),
        ("Staffs", _roles(desk, schedule)),
    ]
    planned = "What is planned; who is on call at this minute is in the live pager."
    lead = join(h("p", planned, class_="wb-note"), pairs(rows), byline(desk, schedule))
    sections = [
        Section("shifts", "Shifts", _shifts(desk, schedule)),
        Section("turns", "Turns", _turns(desk, schedule)),
        Section("overrides", "Swaps", _overrides(schedule)),
        Section("handover", "Handover", items(schedule.handover)),
    ]
    return document_page(desk, schedule, lead, sections)


def _roles(desk: Desk, schedule: Schedule) -> Html:
    roles = desk.book.roles().values()
    return desk.roles(tuple(role.id for role in roles if role.staffed_by == schedule.id))


def _shifts(desk: Desk, schedule: Schedule) -> Html:
    year = desk.source.instant.year
    heads = ("Shift", "Days", "Local hours", *(f"UTC in {month}" for _, month in MONTHS))
    rows = [
        (
            join(shift.id, h("small", f" {desk.region(shift.region)}")),
            days(shift.days),
            join(shift.hours.text, " ", h("small", shift.timezone)),
            *(in_utc(shift.hours, shift.timezone, year, month) for month, _ in MONTHS),
        )
        for shift in schedule.shifts
    ]
    return table(f"Shifts on the local clock and in UTC ({year})", heads, rows)


def _turns(desk: Desk, schedule: Schedule) -> Html:
    heads = ("Shift", "Members in order", "Turn", "First turn from", "Hands over at", "Holidays")
    rows = [
        (
            shift.id,
            ", ".join(shift.members),
            length(shift.turn),
            str(shift.anchor),
            shift.handover or "start of the shift",
            _holidays(desk, shift),
        )
        for shift in schedule.shifts
    ]
    return table("Who takes turns", heads, rows)


def _holidays(desk: Desk, shift: Shift) -> Html:
    calendar = desk.link("calendar", shift.calendar)
    words = "worked" if shift.holidays == "work" else "off"
    return join(words, calendar, by=", ")


def _overrides(schedule: Schedule) -> Html:
    rows = [
        (one.shift, one.member, one.start.isoformat(), one.end.isoformat(), one.reason)
        for one in schedule.overrides
    ]
    return table("Swaps; the later one wins", ("Shift", "Member", "From", "Until", "Why"), rows)


def calendar_page(desk: Desk, calendar: Calendar) -> Page:
    """The page of a calendar."""
    open_hours = [(days(one.days), one.hours.text) for one in calendar.hours]
    link = calendar.source_url
    rows = [
        ("Zone", calendar.timezone),
        ("Years listed", calendar.covers),
        ("Source", calendar.source),
        ("Official page", h("a", link, href=link, rel="noopener noreferrer") if link else NOTHING),
    ]
    moved = "estimated; may move"
    holidays = [
        (str(one.date), one.name, moved if one.estimated else "") for one in calendar.holidays
    ]
    sections = [
        Section(
            "hours",
            "Hours",
            table("Open hours", ("Days", f"Hours, {calendar.timezone}"), open_hours),
        ),
        Section(
            "holidays", "Holidays", table("Closed days", ("Date", "Holiday", "Note"), holidays)
        ),
    ]
    return document_page(desk, calendar, join(pairs(rows), byline(desk, calendar)), sections)
