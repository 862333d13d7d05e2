"""What a schedule or a vendor comes to over a range, as JSON: instants in UTC, lengths in minutes."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

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
        "numbers": [
            {"from": _at(one.start), "to": _at(one.end), "number": one.people}
            for one in survey.numbers
        ],
        "leads": [
            {
                "from": _at(one.start),
                "to": _at(one.end),
                "member": one.watch.member,
                "shift": one.watch.shift,
            }
            for one in survey.leads
        ],
        "handovers": [
            {
                "at": _at(one.at),
                "from": one.giver or None,
                "to": one.taker or None,
                "together_minutes": one.together / 60 if one.judged else None,
                "swap": one.swap,
            }
            for one in survey.handovers
        ],
        "least_overlap_minutes": survey.thinnest.together / 60 if survey.thinnest else None,
        "load": [
            {
                "member": one.member,
                "watches": one.watches,
                "minutes": one.seconds / 60,
                "night_minutes": one.night / 60,
                "weekend_minutes": one.weekend / 60,
                "least_rest_minutes": one.rest / 60 if one.rest is not None else None,
            }
            for one in survey.loads
        ],
        "languages": [
            {
                "language": one.language,
                "sites": list(one.sites),
                "holes": _spans(one.holes),
                "unstated": _spans(one.unstated),
            }
            for one in survey.languages
        ],
        "holidays": [
            {
                "date": str(one.day),
                "name": one.name,
                "calendars": list(one.calendars),
                "estimated": one.estimated,
            }
            for one in survey.holidays
        ],
    }


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [
        {"from": _at(one.start), "to": _at(one.end), "minutes": one.length / 60} for one in spans
    ]


def _at(instant: int) -> str:
    return moment(instant).isoformat().replace("+00:00", "Z")
