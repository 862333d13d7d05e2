"""What a schedule or a vendor comes to over a range, as JSON: instants in UTC, lengths in minutes."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from watchbill.timeline.cover import Handover, Number
from watchbill.timeline.leads import Lead
from watchbill.timeline.load_share import Load
from watchbill.timeline.sites import LanguageHoles
from watchbill.timeline.spans import Span
from watchbill.timeline.survey import Survey
from watchbill.timeline.zones import moment


def as_json(surveys: Sequence[Survey], zone: str, tz: str) -> str:
    """The surveys and what they rest on."""
    data = {
        "tz_database": tz,
        "zone": zone,
        "coverage": [_one(survey) for survey in surveys],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _one(survey: Survey) -> dict[str, Any]:
    return {
        "key": survey.key,
        "title": survey.title,
        "promise": survey.promise,
        "from": _at(survey.start),
        "to": _at(survey.end),
        "begins": _at(survey.begins),
        "holes": _spans(survey.holes),
        "open": _spans(survey.open),
        "holes_ahead": {"until": _at(survey.until), "holes": _spans(survey.ahead)},
        "numbers": [{**_ends(one), "number": one.people} for one in survey.numbers],
        "leads": [
            {**_ends(one), "member": one.watch.member, "shift": one.watch.shift}
            for one in survey.leads
        ],
        "handovers": [_handover(one) for one in survey.handovers],
        "least_overlap_minutes": survey.thinnest.together / 60 if survey.thinnest else None,
        "load": [_load(one) for one in survey.loads],
        "languages": [_language(one) for one in survey.languages],
        "holidays": [
            {**one._asdict(), "day": str(one.day), "calendars": list(one.calendars)}
            for one in survey.holidays
        ],
    }


def _handover(one: Handover) -> dict[str, Any]:
    return {
        "at": _at(one.at),
        "from": one.giver or None,
        "to": one.taker or None,
        "together_minutes": one.together / 60 if one.judged else None,
        "swap": one.swap,
    }


def _load(one: Load) -> dict[str, Any]:
    return {
        "member": one.member,
        "watches": one.watches,
        "minutes": one.seconds / 60,
        "night_minutes": one.night / 60,
        "weekend_minutes": one.weekend / 60,
        "least_rest_minutes": one.rest / 60 if one.rest is not None else None,
    }


def _language(one: LanguageHoles) -> dict[str, Any]:
    return {
        "language": one.language,
        "sites": list(one.sites),
        "holes": _spans(one.holes),
        "unstated": _spans(one.unstated),
    }


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [{**_ends(one), "minutes": one.length / 60} for one in spans]


def _ends(one: Span | Number | Lead) -> dict[str, str]:
    return {"from": _at(one.start), "to": _at(one.end)}


def _at(instant: int) -> str:
    return moment(instant).isoformat().replace("+00:00", "Z")
