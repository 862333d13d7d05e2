"""Small books by chance, of seven styles: each is the same for the same style and number, always."""

from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from tests import smallest
from tests.simulate.dice import Dice, filled
from tests.simulate.random_playbooks import EVENTS, FACTS, LAWS, MILESTONES, playbook
from tests.simulate.random_staff import DAYS, matrix, organization, schedule, vendor
from watchbill.load.validate import validate
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.response import Playbook

Data = dict[str, Any]

SHORT = ("10m", "30m", "1h", "2h", "5h", "24h")
DAYS_OR_MORE = ("1d", "2d", "1bd", "2bd", "1mo", "3d")
RULES = ("elapsed", "elapsed", "calendar-days", "business-days", "months", "eu-1182-71")
# Units in which a rule does not count.
UNFIT = {
    "elapsed": ("bd", "mo", "1d", "2d", "3d"),
    "calendar-days": ("bd",),
    "months": ("bd",),
    "business-days": ("mo",),
    "eu-1182-71": ("none",),
}
OPEN = (
    [{"days": "mon-fri", "hours": "09:00-17:00"}],
    [{"days": "every-day", "hours": "07:30-12:00"}, {"days": "sun-thu", "hours": "20:00-02:00"}],
)
HOLIDAYS = [{"date": "2026-10-26", "name": "A"}, {"date": "2027-03-29", "name": "B"}]


class Style(NamedTuple):
    """What books of a style have besides all that every book has."""

    waits: bool = False
    holds: bool = False
    calendars: bool = False
    # Everybody is there at every minute.
    always: bool = False
    # A law, and the promise with it, is held and released on the way.
    paused: bool = False


STYLES = {
    "plain": Style(),
    "calendars": Style(calendars=True),
    "holds": Style(holds=True),
    "waits": Style(waits=True),
    "all": Style(waits=True, holds=True, calendars=True),
    "always": Style(always=True),
    "paused": Style(holds=True, calendars=True, paused=True),
}


class Case(NamedTuple):
    """A book with one playbook, and the minutes of starts that are looked at."""

    book: Book
    playbook: Playbook
    starts: range


def law(dice: Dice, id: str, zones: tuple[str, ...], holds: bool) -> Data:
    counting = dice.one(RULES)
    long = tuple(one for one in DAYS_OR_MORE if not one.endswith(UNFIT[counting]))
    due, form = dice.one(SHORT + long), dice.one(("due", "due", "due", "standard", "every"))
    hold = {"from": "asked", "until": "heard", "then": dice.one(("restart", "resume"))}
    # A promise stands still with a law: whether that applies has to be known.
    facts = ("grown",) if holds else FACTS
    return filled(
        binding=dice.one(("must", "must", "must", "may", "not-ours")),
        starts=dice.one(EVENTS),
        counting=counting,
        timezone=dice.one(zones),
        calendar="office",
        due=due if form == "due" else None,
        every=due if form == "every" else None,
        standard="Promptly" if form == "standard" else None,
        hold=hold if holds and dice.often(1, 2) else None,
        in_force=dice.rarely({"from": "2026-10-26"}, {"until": "2027-03-27"}),
    ) | {"id": id, "applies_if": dice.rarely(*([one] for one in facts)) or []}


def laws(dice: Dice, zones: tuple[str, ...], holds: bool) -> dict[str, Data]:
    base = smallest.data()["obligation:answer-law"]
    base.pop("due")
    return {f"obligation:{id}": base | law(dice, id, zones, holds) for id in LAWS}


def bands(dice: Dice) -> Data:
    rows = [
        filled(
            obligation=id,
            within=dice.one(SHORT),
            only_if=dice.rarely(["abroad"], ["duty is p1"], ["not grown"]),
        )
        for id in (*dice.some(LAWS, 3, 1), *dice.some(LAWS))
    ]
    return filled(bands=rows, warn_at=dice.rarely([10], [80, 20]))


def target(dice: Dice, calendar: bool) -> Any:
    within = dice.one(SHORT + (("1bd", "2d", "3bd") if calendar else ("2d",)))
    if not calendar:
        return within
    name = "office" if within.endswith("bd") else dice.one(("always", "office"))
    return {"within": within, "calendar": name}


def promise(dice: Dice, calendars: bool) -> Data:
    return filled(
        starts=dice.one(("case-opened", "case-opened", "noticed")),
        targets={
            severity: {name: target(dice, calendars) for name in (*MILESTONES, "acknowledged")}
            for severity in ("P0", "P1")
        },
        warn_at=dice.rarely([50], [30, 95]),
    )


def facts(dice: Dice) -> Data:
    return {
        "switches": [
            filled(id="grown", title="Are we?") | dice.one(({"value": True}, {"value": False}, {}))
        ],
        "case_facts": [
            {"id": "linked", "title": "Is it?"},
            {"id": "abroad", "title": "Is it?"},
            {"id": "duty", "title": "Which?", "values": ["p1", "p2", "p3"]},
        ],
        "events": [{"id": id, "title": "It happens."} for id in EVENTS],
    }


def round_the_clock(staff: Data) -> Data:
    """A schedule or a vendor that never closes."""
    for shift in staff.get("shifts", ()):
        shift |= {"hours": "24h", "days": "every-day"}
        shift.pop("holidays", None)
    for site in staff.get("sites", ()):
        site |= {"hours": "24h", "seats": 2}
    return staff


def pausing(dice: Dice, changed: dict[str, Data]) -> None:
    """The first law and the promise start with the case; two steps of the main line hold and release the law."""
    hold = {"from": "asked", "until": "heard", "then": "resume"}
    changed["obligation:law-one"] |= {"starts": "case-opened", "binding": "must", "hold": hold}
    changed["obligation:law-one"] |= {"applies_if": []}
    changed["service-level:promise"] |= {"starts": "case-opened"}
    steps = changed["playbook:fraud-ring"]["steps"]
    first = dice.number(0, len(steps) - 2)
    second = dice.number(first + 1, len(steps) - 1)
    for number, event in ((first, "asked"), (second, "heard")):
        steps[number]["marks"] = [event]
        steps[number].pop("only_if", None)
    steps[-1]["reaches"] = ["contained"]


@cache
def _same(key: str) -> Document:
    return _valid(smallest.data()[key])


def _valid(data: Data) -> Document:
    verdict = validate(data)
    assert isinstance(verdict, Document), verdict
    return verdict


def drawn(style: str, number: int) -> Case:
    """The book of a style with this number."""
    dice, (waits, holds, calendars, always, paused) = Dice(f"{style} {number}"), STYLES[style]
    day, zones = dice.one(DAYS)
    base = smallest.data()
    calendar = {"timezone": zones[0], "hours": dice.one(OPEN), "holidays": HOLIDAYS}
    changed: dict[str, Data] = {
        "playbook:fraud-ring": base["playbook:fraud-ring"] | playbook(dice, waits),
        "calendar:office": base["calendar:office"] | calendar,
        "schedule:rota-one": schedule(dice, "rota-one", day, zones),
        "schedule:rota-two": schedule(dice, "rota-two", day, zones),
        "vendor:vendor-one": base["vendor:vendor-one"] | vendor(dice, zones),
        "organization:org": base["organization:org"] | organization(dice),
        "facts:facts": base["facts:facts"] | facts(dice),
        **laws(dice, zones, holds),
        "guard-bands:bands": base["guard-bands:bands"] | bands(dice),
        "service-level:promise": base["service-level:promise"] | promise(dice, calendars),
        "escalation:matrix": base["escalation:matrix"] | matrix(dice),
    }
    if always:
        for key in ("schedule:rota-one", "schedule:rota-two", "vendor:vendor-one"):
            round_the_clock(changed[key])
    if paused:
        pausing(dice, changed)
    same = ("team:desk", "partner:legal", "harm:fraud", "severity:ladder")
    now = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    book = Book.of(
        [*map(_valid, changed.values()), *map(_same, same)],
        now=now,
        repository_audience="restricted",
    )
    found = book.get(Playbook, "fraud-ring")
    assert found
    first = int(now.timestamp()) // 60 + 60 * dice.number(-12, 12) + dice.number(0, 59)
    return Case(book, found, range(first, first + dice.one((20, 60, 120))))
