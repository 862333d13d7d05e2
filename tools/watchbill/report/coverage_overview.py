"""A line for each schedule and vendor: who leads now, the next change, holes ahead, least time together."""

from collections.abc import Sequence

from watchbill.report.coverage import local_day
from watchbill.report.coverage_now import Asked
from watchbill.timeline.spoken import brief, length
from watchbill.timeline.survey import Survey


def overview(surveys: Sequence[Survey], asked: Asked) -> str:
    """A line for each: who leads at the beginning of the range, the next change, holes, time together."""
    zone = asked.zone
    if not surveys:
        return "There is no schedule and no vendor.\n"
    first = surveys[0]
    rows = [("", f"leads {brief(zone, first.start)}", "next change", "holes ahead", "overlap")]
    rows += [_row(one, zone) for one in surveys]
    wide = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join([*(f"{cell:<{wide[at]}}" for at, cell in enumerate(row[:4])), row[4]]).rstrip()
        for row in rows
    ]
    lines += ["", f"Times in {zone}; holes and overlaps until {local_day(zone, first.until)};"]
    lines[-1] += f" tz database {asked.tz}"
    lines.append(
        "watchbill coverage NAME shows one by days and hours; --from and --to choose the days"
    )
    return "".join(f"{line}\n" for line in lines)


def _row(survey: Survey, zone: str) -> tuple[str, str, str, str, str]:
    if not survey.leads:
        count = len(survey.languages)
        now = f"{count} language{'' if count == 1 else 's'}" if count else _nobody(survey)
        return survey.id, now, "", _number(survey, zone), ""
    lead = survey.leads[0]
    now = lead.watch.member if lead.start <= survey.start else _nobody(survey)
    change = next((one for one in survey.handovers if one.at > survey.start), None)
    thin = survey.thinnest
    return (
        survey.id,
        now,
        f"{brief(zone, change.at)} {change.taker or 'nobody'}" if change else "",
        _number(survey, zone),
        length(thin.together) if thin else "",
    )


def _number(survey: Survey, zone: str) -> str:
    if not survey.ahead:
        return "none"
    return f"{len(survey.ahead)}, first {brief(zone, survey.ahead[0].start)}"


def _nobody(survey: Survey) -> str:
    """Whether nobody is there because nobody was promised."""
    missing = any(one.start <= survey.start < one.end for one in survey.ahead)
    return "NOBODY: a hole" if missing else "nobody promised"
