"""What was said of a pull request and by whom, in the form that `watchbill approvals --reviews` reads."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.github.client import GitHub, Refused
from watchbill.github.pull import Pull, current
from watchbill.load.text import shown

LABEL = "emergency"
_REASON = re.compile(r"^[ \t>*_-]*emergency:[*_ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_MOST_REASON = 300
_HANDLE = re.compile(r"@([A-Za-z0-9-]+)(?:/([A-Za-z0-9._-]+))?")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
# What GitHub calls whoever may write; `maintain` is told as `write`, `triage` as `read`.
_WRITERS = frozenset(("admin", "write"))


class Said(NamedTuple):
    """Everything that was asked of GitHub: the reviews as plain data, and what is to be told of them besides."""

    data: dict[str, Any]
    notes: tuple[str, ...]


def as_json(said: Said) -> str:
    """The reviews as one JSON object."""
    return json.dumps(said.data, indent=2, ensure_ascii=False) + "\n"


def said_of(
    github: GitHub, pull: Pull, table: Mapping[str, Iterable[str]], handles: Mapping[str, str]
) -> Said:
    """All reviews of a pull request at the head that was looked up.

    `table` gives the users of teams by id, as the settings name them; `handles` what each team is called on GitHub
    ("" where it has no name there). Raises CannotRun where the pull request is closed or has another head by now.
    """
    now, whole = current(github, pull.number)
    if now is None or now.head != pull.head:
        raise CannotRun(f"pull request {pull.number} has moved on from {pull.head[:12]}")
    notes: list[str] = []
    teams, unknown = _teams(github, table, handles)
    if unknown:
        notes.append(
            f"nobody is known to be in {', '.join(unknown)}; "
            "name them in [tool.watchbill.reviewers] on the default branch"
        )
    reason, why_not = _emergency(github, pull, whole)
    if why_not:
        notes.append(why_not)
    rows = [_row(one) for one in github.every(f"pulls/{pull.number}/reviews")]
    data = {
        "author": pull.author,
        "commit": pull.head,
        "reviews": [row for row in rows if row],
        "teams": teams,
        "emergency": reason,
    }
    return Said(data, tuple(notes))


def _row(one: Any) -> dict[str, str]:
    """A review; empty for one that is not sent yet, or whose author is gone."""
    found = one if isinstance(one, dict) else {}
    user = found.get("user")
    login = user.get("login") if isinstance(user, dict) else None
    state, at = found.get("state"), found.get("submitted_at")
    if not (isinstance(login, str) and isinstance(state, str) and isinstance(at, str)):
        return {}
    return {
        "user": shown(login, 100),
        "state": shown(state, 40),
        "commit": str(found.get("commit_id") or ""),
        "at": at,
    }


def _teams(
    github: GitHub, table: Mapping[str, Iterable[str]], handles: Mapping[str, str]
) -> tuple[dict[str, list[str]], list[str]]:
    """The users of each team, and the teams of which none is known."""
    found = {team: sorted(set(users)) for team, users in table.items()}
    for team, handle in sorted(handles.items()):
        if team not in found and handle:
            found[team] = _members(github, handle)
    known = {team: users for team, users in sorted(found.items()) if users}
    return known, sorted({*handles, *table} - known.keys())


def _members(github: GitHub, handle: str) -> list[str]:
    """Who answers to a handle, as far as the token may know: a workflow's own token may read no team."""
    name = _HANDLE.fullmatch(handle)
    if name is None:
        return []
    if name[2] is None:
        return [name[1]]
    try:
        rows = list(github.every(f"/orgs/{name[1]}/teams/{name[2]}/members"))
    except Refused as refused:
        if refused.status in (401, 403, 404):
            return []
        raise
    logins = (row.get("login") for row in rows if isinstance(row, dict))
    return sorted({one for one in logins if isinstance(one, str) and _LOGIN.fullmatch(one)})


def _emergency(github: GitHub, pull: Pull, whole: dict[str, Any]) -> tuple[str, str]:
    """Why the pull request cannot wait, or why what it says of that does not count; both "" where it can wait."""
    labels = whole.get("labels")
    rows = labels if isinstance(labels, list) else []
    if LABEL not in (one.get("name") for one in rows if isinstance(one, dict)):
        return "", ""
    reason = reason_of(str(whole.get("body") or ""))
    if not reason:
        return (
            "",
            f"the label `{LABEL}` does not count: the description has no line `Emergency: why`",
        )
    login = _labelled_by(github, pull)
    if not _may_write(github, login):
        who = shown(login, 100) or "somebody who is gone"
        return "", f"the label `{LABEL}` does not count: {who} is not known to have write access"
    return reason, ""


def reason_of(body: str) -> str:
    """What stands behind `Emergency:` in the description of a pull request, as one short line; else ""."""
    found = _REASON.search(re.sub(r"<!--.*?-->", "", body.replace("\r", ""), flags=re.DOTALL))
    return shown(found[1].strip(" \t*_"), _MOST_REASON) if found else ""


def _labelled_by(github: GitHub, pull: Pull) -> str:
    """Who set the label last."""
    found = ""
    for one in github.every(f"issues/{pull.number}/events"):
        if isinstance(one, dict) and one.get("event") == "labeled":
            label, actor = one.get("label"), one.get("actor")
            if isinstance(label, dict) and label.get("name") == LABEL:
                login = actor.get("login") if isinstance(actor, dict) else None
                found = login if isinstance(login, str) else ""
    return found


def _may_write(github: GitHub, login: str) -> bool:
    if not _LOGIN.fullmatch(login):
        return False
    try:
        found = github.get(f"collaborators/{login}/permission")
    except Refused as refused:
        if refused.status in (401, 403, 404):
            return False
        raise
    return isinstance(found, dict) and found.get("permission") in _WRITERS
