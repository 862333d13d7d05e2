"""Pull requests that brought commits in, and what was said of them, as GitHub tells it."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.github.client import GitHub
from watchbill.load.text import shown
from watchbill.model.types import parse_instant

_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}(\[bot\])?")
_REASON = re.compile(r"^emergency:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_MOST_REASON = 500


class Merged(NamedTuple):
    """A pull request that went in: its last commit, who wrote it, who pressed the button, its labels.

    `reason` is what its text says behind `Emergency:`, on one line; "" where it says nothing. `commits` are those
    of the main line that it brought in, the first in front.
    """

    number: int
    head: str
    author: str
    merged_by: str
    merged_at: datetime
    labels: frozenset[str]
    reason: str
    commits: tuple[str, ...]


def merged(github: GitHub, commits: Iterable[str]) -> tuple[Merged, ...]:
    """The pull requests that brought these commits of the main line in, in order. Raises Refused, CannotRun."""
    found: dict[int, list[str]] = {}
    for commit in commits:
        if not _COMMIT.fullmatch(commit):
            raise CannotRun(f"{shown(commit, 100)} is no name of a commit")
        for row in github.every(f"commits/{commit}/pulls"):
            if isinstance(row, dict) and row.get("merged_at") and _number(row.get("number")):
                found.setdefault(int(row["number"]), []).append(commit)
    return tuple(_merged(github.get(f"pulls/{number}"), all_) for number, all_ in found.items())


def _number(value: object) -> bool:
    return isinstance(value, int) and 0 < value < 2**53


def _merged(row: Any, commits: list[str]) -> Merged:
    try:
        at = parse_instant(str(row["merged_at"])).astimezone(UTC)
        head = str(row["head"]["sha"])
        labels = frozenset(str(one["name"]) for one in row.get("labels") or ())
        number = int(row["number"])
    except (KeyError, TypeError, ValueError):
        raise CannotRun("GitHub tells of a pull request in another form") from None
    if not _COMMIT.fullmatch(head):
        raise CannotRun("GitHub tells of a pull request without its last commit")
    reason = _REASON.search(str(row.get("body") or "").replace("\r\n", "\n"))
    return Merged(
        number,
        head,
        _login(row.get("user")),
        _login(row.get("merged_by")),
        at,
        labels,
        shown(reason[1].strip(), _MOST_REASON) if reason else "",
        tuple(commits),
    )


def _login(user: Any) -> str:
    """A user's name where it is one; "" else."""
    name = str(user.get("login", "")) if isinstance(user, dict) else ""
    return name if _LOGIN.fullmatch(name) else ""


def reviews_of(github: GitHub, pull: Merged) -> dict[str, Any]:
    """What was said of a pull request as `watchbill approvals` reads it, without its teams. Raises Refused."""
    rows = [row for row in github.every(f"pulls/{pull.number}/reviews") if isinstance(row, dict)]
    return {
        "author": pull.author,
        "commit": pull.head,
        "reviews": [
            {
                "user": user,
                "state": str(row.get("state", "")),
                "commit": str(row.get("commit_id") or ""),
                "at": row.get("submitted_at"),
            }
            for row in rows
            if (user := _login(row.get("user"))) and row.get("state") and row.get("submitted_at")
        ],
        "teams": {},
        "emergency": pull.reason,
    }
