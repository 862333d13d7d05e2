"""Reviews of emergency changes that are still open: what GitHub's issues hold of them, and what pages and lists show.

As JSON: `{"version": 1, "reviews": [{"pull", "issue", "url", "commit", "merged_at", "close_by", "let_in", "waits_for",
"reason", "documents"}]}`. Times are RFC 3339, `documents` are keys (`kind:id`), `waits_for` are ids of teams.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from watchbill.model.types import parse_instant

_KEY = re.compile(r"[a-z]+(-[a-z]+)*:[a-z0-9]+(-[a-z0-9]+)*")
_COMMIT = re.compile(r"[0-9a-f]{7,64}|")
_MOST = 1000
_LISTS = ("let_in", "waits_for", "documents")


class OpenReview(NamedTuple):
    """One emergency change that others have yet to look at. `issue` is 0 and `url` "" until there is an issue."""

    pull: int
    commit: str
    merged_at: datetime
    close_by: datetime
    let_in: tuple[str, ...]
    waits_for: tuple[str, ...]
    reason: str
    documents: tuple[str, ...]
    issue: int = 0
    url: str = ""


def stamp(instant: datetime) -> str:
    """An instant as these files write it: `2026-11-28T14:20:00Z`."""
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def as_data(one: OpenReview) -> dict[str, Any]:
    """A review as plain data."""
    return {
        "pull": one.pull,
        "issue": one.issue,
        "url": one.url,
        "commit": one.commit,
        "merged_at": stamp(one.merged_at),
        "close_by": stamp(one.close_by),
        "let_in": list(one.let_in),
        "waits_for": list(one.waits_for),
        "reason": one.reason,
        "documents": list(one.documents),
    }


def as_text(reviews: Iterable[OpenReview]) -> str:
    """Open reviews as JSON, the one that must close first in front."""
    rows = sorted(reviews, key=lambda one: (one.close_by, one.pull))
    whole = {"version": 1, "reviews": [as_data(one) for one in rows]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def read(text: str) -> tuple[OpenReview, ...]:
    """Open reviews from their JSON. Raises ValueError where it has another form."""
    data = json.loads(text)
    rows = data.get("reviews") if isinstance(data, dict) and data.get("version") == 1 else None
    if not isinstance(rows, list) or len(rows) > _MOST:
        raise ValueError("it has `version: 1` and a list of `reviews`")
    found = [from_data(row) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.close_by, one.pull)))


def from_data(row: Any) -> OpenReview:
    """A review from plain data. Raises ValueError where something is missing or of another form."""
    row = row if isinstance(row, dict) else {}
    numbers = [row.get("pull"), row.get("issue", 0)]
    if not all(isinstance(one, int) and 0 <= one < 2**53 for one in numbers):
        raise ValueError("`pull` and `issue` are numbers")
    lists = {name: row.get(name) for name in _LISTS}
    for name, found in lists.items():
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise ValueError(f"`{name}` is a list of texts")
    commit, url = str(row.get("commit", "")), str(row.get("url", ""))
    if not _COMMIT.fullmatch(commit):
        raise ValueError("`commit` is the name of a commit")
    if url and not url.startswith(("https://", "http://127.0.0.1:")):
        raise ValueError("`url` begins with https://")
    documents = tuple(sorted(one for one in lists["documents"] or () if _KEY.fullmatch(one)))
    return OpenReview(
        int(row["pull"]),
        commit,
        _instant(row, "merged_at"),
        _instant(row, "close_by"),
        tuple(lists["let_in"] or ()),
        tuple(lists["waits_for"] or ()),
        str(row.get("reason", "")),
        documents,
        int(row.get("issue", 0)),
        url,
    )


def _instant(row: dict[str, Any], name: str) -> datetime:
    try:
        return parse_instant(str(row.get(name))).astimezone(UTC)
    except ValueError:
        raise ValueError(f"`{name}` is an instant: 2026-11-28T14:20:00Z") from None
