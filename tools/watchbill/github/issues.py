"""Issues that the tools keep: found by label and mark, and only where a bot wrote them.

Anybody may paste a mark into an issue of their own; it stays theirs. What is kept is written only where it differs.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.github.client import GitHub

# The user that a workflow's own token writes as.
BOT = "github-actions[bot]"
# GitHub refuses a longer body, counted in UTF-16 units.
MOST = 65_536
_LABEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Wanted(NamedTuple):
    """An issue as it is to be: `mark` is how its body begins. `open` is false where nothing is left to do."""

    label: str
    mark: str
    title: str
    body: str
    open: bool = True


def checked_label(label: str) -> str:
    """A label as it may be used in a query. Raises CannotRun for another."""
    if not _LABEL.fullmatch(label):
        raise CannotRun("a label here is lower-case words joined by hyphens")
    return label


def own(github: GitHub, label: str, mark: str, state: str = "all") -> Iterator[dict[str, Any]]:
    """The issues with that label which a bot wrote and whose body begins with that mark, by number. Raises Refused."""
    rows = github.every("issues", labels=checked_label(label), state=state)
    found = [row for row in rows if isinstance(row, dict) and _ours(row, mark)]
    yield from sorted(found, key=lambda row: int(row["number"]))


def _ours(row: dict[str, Any], mark: str) -> bool:
    user = row.get("user") or {}
    return (
        user.get("login") == BOT
        and user.get("type") == "Bot"
        and "pull_request" not in row
        and isinstance(row.get("number"), int)
        and str(row.get("body") or "").startswith(mark)
    )


def keep(github: GitHub, wanted: Wanted) -> str:
    """Makes the issue be as wanted; returns what was done, in words. Raises CannotRun, Refused.

    The one that is open is kept, else the latest that was closed; there is never a second one.
    """
    if not wanted.body.startswith(wanted.mark):
        raise CannotRun("the text does not begin with the mark of its issue")
    if len(wanted.body.encode("utf-16-le", "replace")) // 2 > MOST:
        raise CannotRun(f"the text has more than the {MOST:,} characters that GitHub takes")
    found = list(own(github, wanted.label, wanted.mark))
    opened = [row for row in found if row.get("state") == "open"]
    row = next(iter(opened or found[-1:]), None)
    if row is None:
        return _made(github, wanted) if wanted.open else "nothing is left to do"
    number, state = row["number"], "open" if wanted.open else "closed"
    change: dict[str, Any] = {}
    if row.get("state") != state:
        change["state"] = state
        if state == "closed":
            change["state_reason"] = "completed"
    elif not wanted.open:
        return f"issue {number} is closed"
    if _plain(str(row.get("body") or "")) != _plain(wanted.body):
        change["body"] = wanted.body
    if not change:
        return f"issue {number} is as it should be"
    github.send("PATCH", f"issues/{number}", change)
    words = {"open": "opened again", "closed": "closed"}.get(change.get("state", ""), "updated")
    return f"issue {number} {words}"


def _made(github: GitHub, wanted: Wanted) -> str:
    made = github.send(
        "POST",
        "issues",
        {"title": wanted.title, "body": wanted.body, "labels": [wanted.label]},
    )
    return f"issue {made['number']} opened"


def _plain(body: str) -> str:
    return body.replace("\r\n", "\n").rstrip()
