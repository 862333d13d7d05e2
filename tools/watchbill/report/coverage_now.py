"""What a report of cover says of the instant of judgement: who leads, who is there too, and what comes next."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.timeline.spoken import brief
from watchbill.timeline.survey import Survey


class Asked(NamedTuple):
    """How surveys are shown: on whose clock, under which tz database, as at which instant, all lines or not."""

    zone: str
    tz: str
    now: int
    every: bool = False


def now_lines(survey: Survey, asked: Asked) -> Iterator[str]:
    """Who leads at the instant of judgement, where that lies in the range, and what comes next."""
    if not survey.leads or not survey.start <= asked.now < survey.end:
        return
    lead = next((one for one in survey.leads if one.start <= asked.now < one.end), None)
    others = sorted(
        one.member
        for one in survey.watches
        if one.start <= asked.now < one.end and lead and one.member != lead.watch.member
    )
    words = f"{lead.watch.member} leads ({lead.watch.shift})" if lead else "nobody is on watch"
    words += f", also on watch: {', '.join(others)}" if others else ""
    change = next((one for one in survey.handovers if one.at > asked.now), None)
    then = ""
    if change:
        then = f"; handover {brief(asked.zone, change.at)} to {change.taker or 'nobody'}"
    yield f"On call at {brief(asked.zone, asked.now)} {asked.zone}: {words}{then}"
