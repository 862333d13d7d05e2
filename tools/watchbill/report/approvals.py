"""Who must agree to a change and who has, as text and JSON."""

import json
from collections.abc import Iterator
from typing import Any

from watchbill.diff.reviews import Approvals, Standing
from watchbill.load.text import shown

_MOST = 5


def verdict(found: Approvals) -> str:
    """Whether the change may go in, in one line."""
    if found.emergency:
        return f"may go in as an emergency: {_line(found.emergency)}"
    if found.complete:
        return "all have agreed" if found.standings else "nobody need agree"
    missing = [one.team for one in found.standings if not one.approved_by]
    short = found.wanted - len(found.people)
    parts = [f"waits for {', '.join(missing)}"] if missing else []
    if short > 0:
        parts.append(f"{len(found.people)} of {found.wanted} people have agreed")
    return f"cannot go in yet: {'; '.join(parts)}"


def text(found: Approvals) -> str:
    """Each team with who of it has agreed and what it must agree to."""
    lines = [verdict(found), ""]
    for one in found.standings:
        lines.extend(_standing(one))
    if found.stale:
        lines.append(
            f"Spoke of an older commit, and must look again: {', '.join(map(_line, found.stale))}"
        )
    if found.review_by is not None:
        lines.append(f"All others review it by {found.review_by.isoformat()}.")
    return "\n".join(lines).rstrip("\n") + "\n"


def _standing(one: Standing) -> Iterator[str]:
    who = f"agreed: {', '.join(map(_line, one.approved_by))}" if one.approved_by else _missing(one)
    yield f"{one.team}  {who}"
    for change in one.changes[:_MOST]:
        yield f"    {_line(change)}"
    if len(one.changes) > _MOST:
        yield f"    and {len(one.changes) - _MOST} more"


def _missing(one: Standing) -> str:
    return "MISSING" if one.known else "MISSING, and nobody is known to be in it"


def _line(words: str) -> str:
    return shown(words, len(words))


def as_json(found: Approvals) -> str:
    """The same as one JSON object."""
    return json.dumps(as_data(found), indent=2, ensure_ascii=False) + "\n"


def as_data(found: Approvals) -> dict[str, Any]:
    """The same as plain data."""
    whole: dict[str, Any] = {
        "version": 1,
        "complete": found.complete,
        "verdict": verdict(found),
        "missing": found.missing,
        "teams": [
            {
                "team": one.team,
                "known": one.known,
                "approved_by": list(one.approved_by),
                "changes": list(one.changes),
            }
            for one in found.standings
        ],
        "people": list(found.people),
        "people_wanted": found.wanted,
        "stale": list(found.stale),
    }
    if found.emergency:
        whole["emergency"] = found.emergency
        whole["review_by"] = found.review_by.isoformat() if found.review_by else None
    return whole
