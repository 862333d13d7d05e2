"""The pages of daily work: queues, trainings, limits on exposure."""

from watchbill.model.operations import Crew, ExposureLevel, ExposureLimit, Queue, Training, Volume
from watchbill.pages.about import byline, document_page
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.kinds.people import site_of
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import counted, days, exposure, length

# Hours of the day that share a row of the table of volumes.
_TOGETHER = 4


def queue_page(desk: Desk, queue: Queue) -> Page:
    """The page of a queue: what lies in it, who works it when, what happens when nobody does."""
    slower = [f"{name} {length(time)}" for name, time in sorted(queue.handling_by_language.items())]
    rows = [
        ("Holds", desk.links("harm", queue.harms)),
        ("Usual severity", badge(queue.severity)),
        ("Promise", desk.link("service-level", queue.service_level)),
        ("Legal clocks", desk.links("obligation", queue.clocks)),
        ("Leads to", desk.links("playbook", queue.playbooks)),
        ("Languages", ", ".join(queue.languages)),
        ("Exposure", exposure(queue.exposure) if queue.exposure else ""),
        ("Worked by readers of", desk.audience(queue.tier)),
        ("Certificates", desk.links("training", queue.needs)),
        ("A case takes", join(length(queue.handling), *slower, by="; ")),
        ("Time on cases", f"{queue.occupancy} of the time on the queue at most"),
    ]
    heads = ("Who", "When (local)", "How many")
    crews = [_crew(desk, crew) for crew in queue.worked_by]
    gaps = [
        (one.language, join(one.hours.text, h("small", f" {one.timezone}")), one.then)
        for one in queue.gaps
    ]
    sections = [
        Section("crews", "Who works it", table("Who works the queue", heads, crews)),
        Section(
            "gaps",
            "Hours without anybody",
            table("Hours without anybody", ("Language", "Hours", "Then"), gaps),
        ),
        Section("volume", "How many cases", _volume(queue.volume)),
    ]
    return document_page(desk, queue, join(pairs(rows), byline(desk, queue)), sections)


def _crew(desk: Desk, crew: Crew) -> tuple[object, ...]:
    who = desk.any(crew.who, "vendor", "schedule", "team", "partner") or Html("others")
    hours = crew.hours.text if crew.hours else "whenever they are on"
    zone = h("small", crew.timezone) if crew.timezone else NOTHING
    block = f"in blocks of {length(crew.block)}" if crew.block else ""
    rest = f"{length(crew.rest)} off after each" if crew.rest else ""
    row = f"at most {counted(crew.days_in_a_row, 'day', 'days')} in a row"
    where = (site_of(desk, crew.who, crew.site), "standby" if crew.standby else "")
    return (
        join(join(who, *where, by=", "), h("small", ", ".join(crew.languages)), by=" "),
        join(join(days(crew.days), hours, by=", "), zone, by=" "),
        join(
            f"{counted(crew.people, 'person', 'people')} at once",
            f"each {length(crew.on_queue)} of {length(crew.shift)} on the queue",
            *(block, rest, row),
            by=", ",
        ),
    )


def _volume(volume: Volume) -> Html:
    hours = volume.by_hour
    most, least = max(hours), min(hours)
    rows = [
        ("An ordinary day", f"{sum(hours):,} {'case' if sum(hours) == 1 else 'cases'}"),
        ("Busiest hour", f"{_clock(hours.index(most))}: {most:,}"),
        ("Quietest hour", f"{_clock(hours.index(least))}: {least:,}"),
        ("A busy day", f"{volume.busy_day} per cent of that" if volume.busy_day > 100 else ""),
        ("Zone of the hours", volume.timezone),
        ("Measured up to", str(volume.measured or "")),
    ]
    by_hour = [
        (_clock(first), *(f"{many:,}" for many in hours[first : first + _TOGETHER]))
        for first in range(0, len(hours), _TOGETHER)
    ]
    heads = ("From", *(f"Hour {number}" for number in range(1, _TOGETHER + 1)))
    return join(
        pairs(rows), table("Cases in each hour of the day", heads, by_hour, said=True, narrow=True)
    )


def _clock(hour: int) -> str:
    return f"{hour:02d}:00"


def training_page(desk: Desk, training: Training) -> Page:
    """The page of a training: what is learnt, how it is tested, who holds the certificate."""
    test = training.test
    rows = [
        ("Test", f"{test.items} cases, {test.pass_mark} of them right"),
        ("Tries", counted(test.attempts, "try", "tries")),
        ("When it is failed", test.then),
        ("Holds for", length(training.valid)),
        ("Opens", desk.audience(training.opens) if training.opens else ""),
    ]
    modules = [
        (one.title, length(one.takes), join(*(_named(desk, key) for key in one.reads), by=", "))
        for one in training.modules
    ]
    certified = [
        (
            join(
                desk.any(one.who, "team", "vendor", "partner") or Html("others"),
                site_of(desk, one.who, one.site),
                by=", ",
            ),
            f"{one.people} of {one.of}" if one.of else str(one.people),
            str(one.day),
        )
        for one in training.certified
    ]
    sections = [
        Section(
            "modules", "Modules", table("Modules", ("What", "Takes", "What it is about"), modules)
        ),
        Section(
            "certified",
            "Who holds it",
            table("Who holds the certificate", ("Who", "People", "Latest test"), certified),
        ),
    ]
    return document_page(desk, training, join(pairs(rows), byline(desk, training)), sections)


def _named(desk: Desk, key: str) -> Html:
    kind, _, id = key.partition(":")
    return desk.link(kind, id)


def limit_page(desk: Desk, limit: ExposureLimit) -> Page:
    """The page of the limits on exposure: how much of what, breaks, care."""
    groups = [
        desk.any(one, "team", "vendor", "partner") or Html("others") for one in limit.applies_to
    ]
    rows = [
        ("For", join(*groups, by=", ") or "everybody, vendors included"),
        ("Basis", limit.basis),
    ]
    heads = ("Material", "At most", "Besides")
    levels = [_level(one) for one in limit.levels]
    breaks = [
        f"{length(one.rest)} off the queue after an incident of {one.severity} or worse"
        for one in limit.after_incidents
    ]
    sections = [
        Section("levels", "Limits", table("Limits by weight of the material", heads, levels)),
        Section("after", "After an incident", items(breaks)),
        Section("care", "Care", items(limit.care)),
        Section("no-credit", "What is not set against a limit", items(limit.no_credit)),
    ]
    return document_page(desk, limit, join(pairs(rows), byline(desk, limit)), sections)


def _level(one: ExposureLevel) -> tuple[object, ...]:
    besides = (
        "only who said so, and may take it back" if one.opt_in else "",
        f"moved off after {length(one.rotate_off)}" if one.rotate_off else "",
        "" if one.output_targets else "no number of cases is asked of anybody",
    )
    block = f"{length(one.block)} without a break" if one.block else ""
    rest = f"{length(one.rest)} off after it" if one.rest else ""
    row = f"{counted(one.days_in_a_row, 'day', 'days')} in a row" if one.days_in_a_row else ""
    return (
        exposure(one.level),
        join(f"{length(one.per_day)} a day", block, rest, row, by=", "),
        join(*besides, by="; "),
    )
