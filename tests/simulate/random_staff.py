"""Staff by chance: rotas with holes around a change of the clocks, a vendor, and whom the matrix pages."""

from datetime import datetime, timedelta
from typing import Any

from tests.simulate.dice import Dice, filled

Data = dict[str, Any]

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
    *("24h", "24h", "24h", "00:00-12:00", "12:00-24:00", "08:00-16:30", "22:00-06:00"),
    *("06:00-22:00", "02:15-14:45", "01:30-02:30", "23:45-00:15", "09:00-17:00", "16:00-09:00"),
)
WEEKS = ("every-day", "every-day", "every-day", "mon-fri", "sat-sun", ["sun", "mon", "wed"])
ANSWERS = ("0m", "1m", "2m", "5m", "15m", "40m", "2h")
ROLES = ("analyst", "counsel", "lead")
STAFF = ("rota-one", "rota-two", "vendor-one", "desk", "legal")
REGIONS = ("emea", "amer")


def shift(dice: Dice, number: int, day: str, zones: tuple[str, ...]) -> Data:
    first = datetime.fromisoformat(day) - timedelta(days=dice.number(1, 9))
    off = dice.rarely("off")
    return filled(
        id=f"s{number}",
        region=dice.one(REGIONS),
        timezone=dice.one(zones),
        hours=dice.one(HOURS),
        days=dice.one(WEEKS),
        members=dice.one((["a"], ["b"], ["a", "b"], ["c", "a"])),
        turn=dice.one(("7d", "1d")),
        **{"from": first.date().isoformat()},
        handover=dice.rarely("02:30", "12:00"),
        holidays=off,
        calendar="office" if off else None,
        answers_within=dice.one((None, *ANSWERS)),
    )


def schedule(dice: Dice, id: str, day: str, zones: tuple[str, ...]) -> Data:
    swap = {"shift": "s0", "member": "b", "reason": "Ill."}
    swap |= {"from": f"{day}T10:00:00Z", "to": f"{day}T23:20:00Z"}
    return filled(
        kind="schedule",
        id=id,
        title=id,
        owner="desk",
        cover="as-listed",
        answers_within=dice.one(ANSWERS),
        shifts=[shift(dice, one, day, zones) for one in range(dice.number(1, 3))],
        overrides=[swap] if dice.often(1, 4) else None,
    )


def vendor(dice: Dice, zones: tuple[str, ...]) -> Data:
    sites = [
        {"id": id, "city": city, "timezone": dice.one(zones), "hours": dice.one(hours)}
        | {"seats": dice.number(1, 2), "languages": ["en"]}
        for id, city, hours in (
            ("porto", "Porto", ("06:00-23:00", "24h")),
            ("braga", "Braga", ("20:00-08:00", "04:00-05:00")),
        )[: dice.number(1, 2)]
    ]
    return filled(sites=sites, answers_within=dice.one(ANSWERS))


def organization(dice: Dice) -> Data:
    """Roles and regions; the analyst is always somebody of a rota."""
    by = (dice.one(STAFF[:2]), dice.one(STAFF), dice.one(STAFF))
    zones = ("Europe/Dublin", "America/Chicago")
    return {
        "roles": [
            {"id": role, "title": role, "what": "Works.", "staffed_by": one}
            for role, one in zip(ROLES, by, strict=True)
        ],
        "regions": [
            {"id": id, "title": id, "hub": zone.partition("/")[2], "timezone": zone}
            for id, zone in zip(REGIONS, zones, strict=True)
        ][: dice.number(1, 2)],
    }


def levels(dice: Dice, most: int) -> list[Data]:
    afters = sorted(dice.some((3, 5, 10, 45), most))
    return [
        filled(
            after=f"{after}m",
            page=dice.some(ROLES, 2, 1),
            tell=dice.some(ROLES),
            repeat=dice.rarely("2m"),
        )
        for after in (0, *afters)
    ]


def matrix(dice: Dice) -> Data:
    """Up to four levels of the path that most cases take, and rows above it that fit some of them."""
    other = [{"after": "0m", "page": [dice.one(ROLES)]}]
    rows = (
        {"hours": "office", "path": "other"},
        {"region": dice.one(REGIONS), "path": "other"},
        {"region": dice.one(REGIONS), "hours": "office", "path": "third"},
        {"severity": ["P0"], "path": "third"},
        {"severity": ["P1", "P2"], "harm": "fraud", "hours": "office", "path": "third"},
    )
    return {
        "paths": {
            "main": {"title": "Main", "decides": "analyst", "levels": levels(dice, 3)},
            "other": {"title": "Other", "decides": "analyst", "levels": other},
            "third": {"title": "Third", "decides": "analyst", "levels": levels(dice, 1)},
        },
        "matrix": [*dice.some(rows, 2), {"path": "main"}],
    }
