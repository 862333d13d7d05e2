"""What both sheets of a drill are worded with: times in three forms, people, what is expected, the banner."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.report.trace_markdown import escape
from watchbill.report.trace_words import length, who
from watchbill.simulate.drill.case import Clock, Expected
from watchbill.simulate.trace import Trace
from watchbill.timeline.spoken import brief_day, clock, town
from watchbill.timeline.zones import DAY, day_of, wall

BANNER = "**EXERCISE - EXERCISE - EXERCISE**"
STOP = "No duff"
_LONG = 2 * 3600


class Face(NamedTuple):
    """The clock on the wall of an exercise: where it started, and the zone beside UTC."""

    start: int
    zone: str

    def after(self, at: int) -> str:
        """Time since the start: `T+15`, in minutes; from two hours on `T+3h5m`."""
        past = at - self.start
        short = past < _LONG and past % 60 == 0
        return f"T+{past // 60 if short else length(past)}"

    def local(self, at: int) -> str:
        """Wall time with its zones: `03:25 Dublin, 03:25 UTC`; with the day where it is another one."""
        if self.zone == "UTC":
            return f"{self.on('UTC', at)} UTC"
        here, utc = self.on(self.zone, at), self.on("UTC", at)
        day = here.rpartition(" ")[0]
        return f"{here} {town(self.zone)}, {utc.removeprefix(f'{day} ') if day else utc} UTC"

    def on(self, zone: str, at: int) -> str:
        """Wall time on the clock of a zone, with the day where it is not that of the start."""
        shown = wall(zone, at)
        day = day_of(shown)
        first = day == day_of(wall(zone, self.start))
        words = brief_day(day)
        if day.year == day_of(wall(zone, self.start)).year:
            words = words.removesuffix(f" {day.year}")
        return clock(shown % DAY) if first else f"{words} {clock(shown % DAY)}"

    def whole(self, at: int) -> str:
        """All three: `T+15 (03:25 Dublin, 03:25 UTC)`."""
        return f"{self.after(at)} ({self.local(at)})"

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of a table's columns of time."""
        return ("T+", town(self.zone), "UTC") if self.zone != "UTC" else ("T+", "UTC")

    def cells(self, at: int) -> tuple[str, ...]:
        """An instant under these heads."""
        both = (self.zone, "UTC") if self.zone != "UTC" else ("UTC",)
        return (self.after(at), *(self.on(zone, at) for zone in both))


def face(trace: Trace, zone: str) -> Face:
    """The clock of a drill whose incident this is."""
    return Face(trace.incident.at, zone)


def source(key: str) -> str:
    """A place in the book: `[[playbook:x#step]]`, as code."""
    return f"`[[{key}]]`"


FORMS = {"law": "law", "limit": "our own limit", "promise": "promise"}


def clock_name(one: Clock) -> str:
    """A clock by name: `eu-tco-removal (law)`."""
    return f"{one.id} ({FORMS[one.form]})"


def expected_words(face: Face, one: Expected) -> str:
    """What should happen, in words; Markdown."""
    person = escape(who(one.role, one.member))
    what, at = escape(one.what), face.whole(one.at)
    until = face.after(one.until) if one.until else ""
    replies = {
        "silent": "does not answer in this drill",
        "closed": "nobody has this watch, so it counts as silent",
    }
    words = {
        "page": f"{person} is paged; {replies.get(one.what, f'answers by {until}')}",
        "acknowledged": f"{person} answers, and the playbook starts (path `{one.what}`)",
        "begin": f"{person} begins, until {until}: {what}",
        "answer": f"answered: **{what}**",
        "call": f"{person} is called for `{one.what}`; there by {until}",
        "message": f"`{one.what}` is sent",
        "due": f"{_clock(one)} is due; {_met(one, face)}",
        "still": f"{_clock(one)} is due; {_met(one, face)}",
        "other-site": f"{what} still works" + (f", until {until}" if until else ""),
        "watch": f"the watch of {escape(one.role)} passes from {escape(one.member)} (shift `{one.what}`)",
    }
    return f"{at}: {words[one.kind]}"


def expectations(face: Face, kind: str, all_: tuple[Expected, ...]) -> Iterator[str]:
    """All of a card; those who are told share a line, and so do the clocks that are handed over."""
    told = [one for one in all_ if one.kind == "tell"]
    handed = [one for one in all_ if one.kind in ("due", "still")] if kind == "handover" else []
    for one in all_:
        if one not in told and one not in handed:
            yield expected_words(face, one)
    if told:
        names = ", ".join(escape(who(one.role, one.member)) for one in told)
        yield f"{face.whole(told[0].at)}: told, and need not answer: {names}"
    if handed:
        names = ", ".join(dict.fromkeys(f"`{one.what.partition(' ')[2]}`" for one in handed))
        yield f"Clocks that run on and belong into the handover: {names}"


def _clock(one: Expected) -> str:
    form, _, id = one.what.partition(" ")
    case = f" of `{one.source}`" if form == "promise" else ""
    return f"`{id}` ({FORMS.get(form, form)}{case})"


def _met(one: Expected, face: Face) -> str:
    if one.kind == "still":
        return f"by the book it stands still from {face.after(one.until)}"
    return f"by the book met at {face.after(one.until)}" if one.until else "not met on this way"
