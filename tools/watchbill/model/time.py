"""Working time and watches: calendars and schedules."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from watchbill.model.base import CalendarId, Document, Model, RegionId, say, some
from watchbill.model.organization import Days
from watchbill.model.types import (
    Day,
    Handle,
    Id,
    Instant,
    LengthOfTime,
    Line,
    Url,
    WallTime,
    WallWindow,
    Zone,
)


class OpenHours(Model):
    """Hours of work on some days of the week."""

    days: Days = say("The days.")
    hours: WallWindow = say("The local hours of work on these days.")


class Holiday(Model):
    """A dated day on which the calendar is closed."""

    date: Day = say("The local date.")
    name: Line = say("What is celebrated.")
    estimated: StrictBool = say(
        "True where the date is announced late (moon sighting) and may move.", False
    )


class Calendar(Document):
    """Working time: open hours of the week, less the dated holidays."""

    KIND: ClassVar[str] = "calendar"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "Working time of a place: open hours and dated holidays with their source."
    )

    kind: Literal["calendar"]
    timezone: Zone = say("The zone whose wall clock the hours are.")
    hours: tuple[OpenHours, ...] = say("When it is open, holidays aside.", min_length=1)
    covers: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{4}$")] = say(
        "First and last year whose holidays are listed: `2026-2028`."
    )
    source: Line = say("Where the holiday dates come from, and when they were taken.")
    source_url: Url | None = say("The official page to check them against.", None)
    holidays: tuple[Holiday, ...] = some("Closed days, in order of date.")


class Shift(Model):
    """One row of a schedule: a window on the local wall clock that a rotation of members fills."""

    id: Id = say("Its short name.")
    region: RegionId = say("The region that stands this watch.")
    timezone: Zone = say("The zone whose wall clock the hours are.")
    hours: WallWindow = say("The local hours of the watch; the day that it starts on owns it.")
    days: Days = say("On which days it starts.", "every-day")
    members: tuple[Handle, ...] = say("Role handles in order of their turns.", min_length=1)
    turn: LengthOfTime = say(
        "How long one member keeps the watch, in local calendar time: `7d`.",
        "7d",
        validate_default=True,
    )
    anchor: Day = say("The day on which the first member's turn began.", alias="from")
    handover: WallTime | None = say(
        "Wall time at which turns change; left out, the start of the shift's hours.", None
    )
    holidays: Literal["work", "off"] = say(
        "Whether the watch is kept on holidays of `calendar`.", "work"
    )
    calendar: CalendarId | None = say("The calendar whose holidays count.", None)
    answers_within: LengthOfTime | None = say(
        "Answer time of this shift where it differs from the schedule's.", None
    )


class Override(Model):
    """Another member on a watch for a while."""

    start: Instant = say("From this instant.", alias="from")
    end: Instant = say("Until this instant (exclusive).", alias="to")
    shift: Id = say("The shift whose watch is swapped.")
    member: Handle = say("Who stands in.")
    reason: Line = say("Why.")


class Schedule(Document):
    """Who is on call when."""

    KIND: ClassVar[str] = "schedule"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "Who is on call when: shifts on local wall clocks, turns of members, what cover is promised."
    )

    kind: Literal["schedule"]
    cover: Literal["24x7", "as-listed"] | CalendarId = say(
        "What is promised: `24x7`, `as-listed` (the holes are stated in `limits`), or the open hours of a calendar."
    )
    limits: Line | None = say("For `as-listed`: the holes, in words, and what to do in them.", None)
    overlap: LengthOfTime = say(
        "The least time that two watches overlap at each handover.", "0m", validate_default=True
    )
    answers_within: LengthOfTime = say(
        "The longest a paged member of this schedule takes to answer."
    )
    shifts: tuple[Shift, ...] = say(
        "The watches. Open shifts are on call together; the one that began last leads.",
        min_length=1,
    )
    overrides: tuple[Override, ...] = some("Swaps; the later entry wins.")
    handover: tuple[Line, ...] = some("What is handed over, and how it is accepted.")
