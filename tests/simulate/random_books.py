"""Small books by chance: rotas with holes around a change of the clocks, and playbooks with everything in them."""

import os
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests import smallest
from watchbill.load.validate import validate
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.response import Playbook

Data = dict[str, Any]
# How many minutes of starts are looked at; more in a long run.
LONG = bool(os.environ.get("WATCHBILL_EXAMPLES"))
SPANS = (60, 180, 480) if LONG else (20, 40, 60)


class Case(NamedTuple):
    """A book with one playbook."""

    book: Book
    playbook: Playbook
    starts: range
    data: tuple[Data, ...]

    def __repr__(self) -> str:
        return f"a book of {self.book.today}"


# A day on which, or on the day after which, the clocks are changed, and zones that do and do not.
DAYS = (
    ("2027-03-27", ("Europe/Dublin", "America/Chicago", "Asia/Kolkata")),
    ("2027-03-28", ("Europe/Dublin", "Europe/Dublin", "UTC")),
    ("2026-10-25", ("Europe/Dublin", "Asia/Kathmandu", "UTC")),
    ("2027-03-14", ("America/Chicago", "Europe/Dublin", "America/St_Johns")),
    ("2026-10-31", ("America/Chicago", "Australia/Lord_Howe", "UTC")),
    ("2027-04-03", ("Australia/Lord_Howe", "Asia/Kolkata", "Europe/Dublin")),
    ("2026-10-03", ("Australia/Lord_Howe", "Australia/Lord_Howe", "UTC")),
    ("2026-09-19", ("Africa/Casablanca", "Europe/Dublin", "Asia/Kolkata")),
)
HOURS = (
    *("24h", "24h", "00:00-12:00", "12:00-24:00", "08:00-16:30", "22:00-06:00", "06:00-22:00"),
    *("02:15-14:45", "01:30-02:30", "23:45-00:15", "09:00-17:00", "16:00-09:00", "03:00-23:00"),
)
WEEKS = ("every-day", "every-day", "every-day", "mon-fri", "sat-sun", ["sun", "mon", "wed"])
ANSWERS = ("1m", "2m", "5m", "15m", "40m", "2h")
TAKES = ("1m", "5m", "10m", "25m", "45m", "1h30m", "4h")
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
MILESTONES = ("triaged", "contained")
EVENTS = ("case-opened", "noticed", "asked", "heard", "decided", "answered")
# Events that somebody outside brings about, each waited for at one step.
OUTSIDE = ("heard", "decided", "answered")
LAWS = ("law-one", "law-two", "law-three")
FACTS = ("linked", "abroad", "duty is p1", "duty is p2", "not linked", "not abroad", "grown")
ROLES = ("analyst", "counsel", "lead")


def some(draw: Any, of: Any, most: int = 1) -> list[Any]:
    return draw(st.lists(st.sampled_from(of), max_size=most, unique_by=str))


def rarely(draw: Any, *of: Any) -> Any:
    """One of these, or mostly None."""
    return draw(st.sampled_from((None, None, None, *of)))


def filled(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value not in (None, [], {}, "")}


@st.composite
def shift(draw: Any, number: int, day: str, zones: tuple[str, ...]) -> Data:
    first = datetime.fromisoformat(day) - timedelta(days=draw(st.integers(1, 9)))
    off = rarely(draw, "off")
    return filled(
        id=f"s{number}",
        region="emea",
        timezone=draw(st.sampled_from(zones)),
        hours=draw(st.sampled_from(HOURS)),
        days=draw(st.sampled_from(WEEKS)),
        members=draw(st.sampled_from((["a"], ["b"], ["a", "b"], ["c", "a"]))),
        turn=draw(st.sampled_from(("7d", "1d"))),
        **{"from": first.date().isoformat()},
        handover=rarely(draw, "02:30", "12:00"),
        holidays=off,
        calendar="office" if off else None,
        answers_within=draw(st.sampled_from((None, *ANSWERS))),
    )


@st.composite
def schedule(draw: Any, id: str, day: str, zones: tuple[str, ...]) -> Data:
    number = draw(st.integers(1, 3))
    rows = [draw(shift(one, day, zones)) for one in range(number)]
    swaps = [
        {"from": f"{day}T10:00:00Z", "to": f"{day}T23:20:00Z", "member": "b", "reason": "Ill."}
        | {"shift": "s0"}
    ]
    return filled(
        kind="schedule",
        id=id,
        title=id,
        owner="desk",
        cover="as-listed",
        answers_within=draw(st.sampled_from(ANSWERS)),
        shifts=rows,
        overrides=rarely(draw, swaps),
    )


@st.composite
def effects(draw: Any, events: tuple[str, ...] = ("asked", "decided", "noticed", "heard")) -> Data:
    return filled(
        marks=some(draw, events),
        discharges=some(draw, LAWS),
        reaches=some(draw, MILESTONES),
    )


@st.composite
def answer(draw: Any, number: int, later: tuple[str, ...], lines: tuple[str, ...]) -> Data:
    done = draw(effects()) if draw(st.booleans()) else {}
    excuses = rarely(draw, {"law-one": "Why"}, {"contained": "Why"})
    return filled(
        answer=f"Answer {number}",
        means=some(draw, FACTS, 2),
        severity=rarely(draw, "P0", "P1"),
        starts=some(draw, lines) if lines else [],
        excuses=excuses,
        go=rarely(draw, *later, "end") if later else None,
        **done,
    )


@st.composite
def step(
    draw: Any, id: str, form: str, before: tuple[str, ...], later: tuple[str, ...], lines: Any
) -> Data:
    starts, waits = lines
    head = filled(
        id=id,
        only_if=rarely(draw, *([one] for one in FACTS)),
        earliest=rarely(draw, "20m", "3h"),
        wait_for=some(draw, waits) if waits else [],
    )
    if form in OUTSIDE:
        return head | {"wait": form}
    role = draw(st.sampled_from(ROLES))
    head |= filled(
        role=role,
        second=rarely(draw, *(one for one in ROLES if one != role)),
        people=rarely(draw, 2),
        takes=draw(st.sampled_from(TAKES)),
        starts=some(draw, starts) if starts else [],
        **draw(effects()),
    )
    if form == "task":
        return head | filled(title="Do it", go=rarely(draw, *later, "end"))
    answers = [draw(answer(one, later, starts)) for one in range(draw(st.integers(2, 3)))]
    if before and draw(st.booleans()):
        back = filled(go=draw(st.sampled_from(before)), at_most=draw(st.integers(1, 2)))
        answers[0] |= back | filled(again_after=rarely(draw, "30m"))
    answers[-1].pop("means", None)  # One answer is always possible.
    return head | {"ask": "Is it so?", "answers": answers}


@st.composite
def line(draw: Any, name: str, size: int, forms: tuple[str, ...], lines: Any) -> list[Data]:
    ids = tuple(f"{name}{number}" for number in range(size))
    used: list[str] = []
    found = []
    for number, id in enumerate(ids):
        form = draw(st.sampled_from([one for one in forms if one not in used]))
        used += [form] if form in OUTSIDE else []
        found.append(draw(step(id, form, ids[: number + 1], ids[number + 1 :], lines)))
    return found


@st.composite
def playbook(draw: Any, waits: bool) -> Data:
    outside = ("heard",) if waits else ()
    count = draw(st.integers(0, 2))
    names = ("one", "two")[:count]
    main = draw(
        line("m", draw(st.integers(2, 5)), ("task", "task", "ask", "ask", *outside), (names, names))
    )
    outside = (("decided",), ("answered",)) if waits else ((), ())
    lines = {
        name: draw(
            line(name[0], draw(st.integers(1, 2)), ("task", "ask", *outside[at]), ((), names[:at]))
        )
        for at, name in enumerate(names)
    }
    return {
        "begins": draw(st.sampled_from((["case-opened"], ["case-opened", "noticed"]))),
        "obligations": list(LAWS),
        "steps": main,
        "lines": lines,
    }


@st.composite
def law(draw: Any, id: str, zones: tuple[str, ...], holds: bool) -> Data:
    hold = {"from": "asked", "until": "heard", "then": draw(st.sampled_from(("restart", "resume")))}
    force = draw(st.sampled_from(({"from": "2026-10-26"}, {"until": "2027-03-27"})))
    counting = draw(st.sampled_from(RULES))
    long = tuple(one for one in DAYS_OR_MORE if not one.endswith(UNFIT[counting]))
    due = draw(st.sampled_from(SHORT + long))
    form = draw(st.sampled_from(("due", "due", "standard")))
    return {
        **smallest.data()["obligation:answer-law"],
        "id": id,
        "binding": draw(st.sampled_from(("must", "must", "must", "may"))),
        "starts": draw(st.sampled_from(EVENTS)),
        "counting": counting,
        "timezone": draw(st.sampled_from(zones)),
        "calendar": "office",
        "applies_if": rarely(draw, *([one] for one in (("grown",) if holds else FACTS))) or [],
        "due": due if form == "due" else None,
        "standard": "Promptly" if form == "standard" else None,
        "hold": hold if holds and draw(st.booleans()) else None,
        "in_force": rarely(draw, force),
    }


def target(draw: Any, calendar: bool) -> Any:
    within = draw(st.sampled_from(SHORT + (("1bd", "2d", "3bd") if calendar else ("2d",))))
    if not calendar:
        return within
    return (
        {"within": within, "calendar": draw(st.sampled_from(("always", "office")))}
        if (not within.endswith("bd"))
        else {"within": within, "calendar": "office"}
    )


@st.composite
def books(draw: Any, waits: bool = False, holds: bool = False, calendars: bool = True) -> Case:
    day, zones = draw(st.sampled_from(DAYS))
    found = smallest.data()
    found["playbook:fraud-ring"] |= draw(playbook(waits))
    found["calendar:office"] |= {
        "timezone": zones[0],
        "hours": draw(
            st.sampled_from(
                (
                    [{"days": "mon-fri", "hours": "09:00-17:00"}],
                    [
                        {"days": "every-day", "hours": "07:30-12:00"},
                        {"days": "sun-thu", "hours": "20:00-02:00"},
                    ],
                )
            )
        ),
        "holidays": [{"date": "2026-10-26", "name": "A"}, {"date": "2027-03-29", "name": "B"}],
    }
    staff = ("rota-one", "rota-two", "vendor-one", "desk")
    for id in staff[:2]:
        found[f"schedule:{id}"] = draw(schedule(id, day, zones))
    sites = [
        {
            "id": "porto",
            "city": "Porto",
            "timezone": zones[1],
            "hours": "06:00-23:00",
            "seats": draw(st.integers(1, 2)),
            "languages": ["en"],
        }
    ]
    found["vendor:vendor-one"] |= {"sites": sites}
    by = [draw(st.sampled_from(staff[:2])), *(draw(st.sampled_from(staff)) for _ in ROLES[1:])]
    found["organization:org"]["roles"] = [
        {"id": role, "title": role, "what": "Works.", "staffed_by": one}
        for role, one in zip(ROLES, by, strict=True)
    ]
    found["facts:facts"] |= {
        "switches": [{"id": "grown", "title": "Are we?", "value": draw(st.booleans())}],
        "case_facts": [
            {"id": "linked", "title": "Is it?"},
            {"id": "abroad", "title": "Is it?"},
            {"id": "duty", "title": "Which?", "values": ["p1", "p2", "p3"]},
        ],
        "events": [{"id": id, "title": "It happens."} for id in EVENTS],
    }
    del found["obligation:answer-law"]
    for id in LAWS:
        one = draw(law(id, zones, holds))
        found[f"obligation:{id}"] = {k: v for k, v in one.items() if v is not None}
    found["guard-bands:bands"]["bands"] = [
        filled(
            obligation=id,
            within=draw(st.sampled_from(SHORT)),
            only_if=rarely(draw, ["abroad"], ["duty is p1"]),
        )
        for id in draw(st.lists(st.sampled_from(LAWS), min_size=1, max_size=3, unique=True))
    ]
    level = found["service-level:promise"]
    level["starts"] = draw(st.sampled_from(("case-opened", "case-opened", "noticed")))
    level["targets"] = {
        severity: {name: target(draw, calendars) for name in (*MILESTONES, "acknowledged")}
        for severity in ("P0", "P1")
    }
    afters = sorted(
        draw(st.lists(st.sampled_from((3, 5, 10, 45)), min_size=0, max_size=2, unique=True))
    )
    levels = [
        filled(
            after=f"{after}m",
            page=draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True)),
            tell=some(draw, ROLES),
        )
        for after in (0, *afters)
    ]
    path = {"title": "Path", "decides": "analyst", "levels": levels}
    other = {
        "title": "Other",
        "decides": "analyst",
        "levels": [{"after": "0m", "page": ["counsel"]}],
    }
    found["escalation:matrix"] |= {
        "paths": {"main": path, "other": other},
        "matrix": [
            *([{"hours": "office", "path": "other"}] if draw(st.booleans()) else []),
            {"path": "main"},
        ],
    }
    for key in ("scenario:night", "schedule:watch", "schedule:legal-watch"):
        found.pop(key, None)
    documents = []
    for key, one in found.items():
        verdict = validate(one)
        assert isinstance(verdict, Document), (key, verdict)
        documents.append(verdict)
    now = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    book = Book.of(documents, now=now, repository_audience="restricted")
    found_playbook = book.get(Playbook, "fraud-ring")
    assert found_playbook
    first = int(now.timestamp()) // 60 + 60 * draw(st.integers(-12, 12)) + draw(st.integers(0, 59))
    span = draw(st.sampled_from(SPANS))
    return Case(book, found_playbook, range(first, first + span), tuple(found.values()))
