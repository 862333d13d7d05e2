"""Who answers, as text for a terminal and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from watchbill.report.trace_json import instant
from watchbill.report.trace_words import length, stamp
from watchbill.simulate.who import Answer, Level, Standing
from watchbill.timeline.zones import tz_version


def text(answer: Answer) -> str:
    """The path, level by level."""
    case = answer.case
    named = ", ".join(
        word for word in (case.playbook, case.harm, case.severity, case.region) if word
    )
    lines = [
        f"{named}: path {answer.path}, {answer.decides} decides",
        f"{stamp(answer.at)}, {answer.matrix} row {answer.row + 1}: {answer.title}",
    ]
    for level in answer.levels:
        lines.append("")
        lines.extend(_level(level))
    region = "" if case.region else " No region was given: rows for a region were passed over."
    lines.extend(["", f"Planned, not asked of the pager.{region} tz database {tz_version()}", ""])
    return "\n".join(lines)


def _level(level: Level) -> Iterator[str]:
    again = f", again every {length(level.every)}" if level.every else ""
    how = "" if level.channel == "page" else f" by {level.channel}"
    yield f"+{length(level.after)} page{how}{again}"
    wide = max(len(one.role) for one in (*level.page, *level.tell))
    for one in level.page:
        yield f"  {one.role:<{wide}}  {_standing(one)}, answers within {length(one.answers)}{_next(one)}"
    if level.tell:
        yield "     tell"
        for one in level.tell:
            yield f"  {one.role:<{wide}}  {_standing(one)}{_next(one)}"


def _standing(one: Standing) -> str:
    if not one.open:
        opens = f" until {stamp(one.next_at)}" if one.next_at is not None else ""
        return f"CLOSED: nobody{opens}"
    if one.member:
        return f"{one.member} ({one.shift})"
    return one.group.replace(":", " ") or "nobody is written down"


def _next(one: Standing) -> str:
    if not one.open or one.until is None:
        return ""
    if one.next_at != one.until:
        return f"; until {stamp(one.until)}, then nobody until {stamp(one.next_at or 0)}"
    return f"; {one.next_member or 'another'} from {stamp(one.until)}"


def as_json(answer: Answer) -> str:
    """The same as one object."""
    data = {
        "at": instant(answer.at),
        **answer.case._asdict(),
        "matrix": answer.matrix,
        "row": answer.row,
        "path": answer.path,
        "decides": answer.decides,
        "levels": [
            {
                "after": level.after,
                "every": level.every,
                "channel": level.channel,
                "page": [_plain(one) for one in level.page],
                "tell": [_plain(one) for one in level.tell],
            }
            for level in answer.levels
        ],
        "tz_database": tz_version(),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _plain(one: Standing) -> dict[str, Any]:
    row = one._asdict()
    row["until"], row["next_at"] = instant(one.until), instant(one.next_at)
    return row
