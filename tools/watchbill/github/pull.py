"""The pull request that an event is about, as GitHub itself knows it: never as a run or a branch says."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from watchbill.errors import CannotRun
from watchbill.github.client import GitHub
from watchbill.load.text import shown

_SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?")
# The runs after which a pull request is looked at again.
_EVENTS = frozenset(("pull_request", "pull_request_review"))


class Pull(NamedTuple):
    """An open pull request: its number, the commits of its base and head, and its author ("" of one who is gone)."""

    number: int
    base: str
    head: str
    author: str


def pull_of(github: GitHub, event: dict[str, Any]) -> Pull | None:
    """The pull request of an event; None where it is about none, or about one that has moved on. Raises CannotRun.

    A run that ended tells the repository, the branch and the commit that it ran for. All three are names that an
    author may choose, so they are only looked for: of the open pull requests into the default branch, the one with
    this head, at this commit, in this repository.
    """
    run = event.get("workflow_run")
    if isinstance(run, dict):
        return _of_run(github, run, _text(event, "repository", "default_branch"))
    number = _value(event, "pull_request", "number")
    if not isinstance(number, int) or isinstance(number, bool):
        raise CannotRun("the event is about no pull request")
    return _pull(github.get(f"pulls/{number}"))


def current(github: GitHub, number: int) -> tuple[Pull | None, dict[str, Any]]:
    """A pull request as it is now (None where it is closed), and all that GitHub says of it. Raises CannotRun."""
    found = github.get(f"pulls/{number}")
    return _pull(found), found if isinstance(found, dict) else {}


def _of_run(github: GitHub, run: dict[str, Any], default: str) -> Pull | None:
    if run.get("event") not in _EVENTS:
        return None
    owner = _text(run, "head_repository", "owner", "login")
    branch, commit = _text(run, "head_branch"), _text(run, "head_sha")
    whose = _value(run, "head_repository", "id")
    if not (owner and branch and commit and default and whose):
        return None
    rows = github.every("pulls", state="open", base=default, head=f"{owner}:{branch}")
    fits = [
        row
        for row in rows
        if _text(row, "head", "sha") == commit
        and _value(row, "head", "repo", "id") == whose
        and _text(row, "base", "ref") == default
    ]
    if len(fits) > 1:
        raise CannotRun("GitHub knows several pull requests with this head and base")
    return _pull(fits[0]) if fits else None


def _pull(row: Any) -> Pull | None:
    """A row of GitHub's. Raises CannotRun where it is of another form."""
    number, state = _value(row, "number"), _text(row, "state")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1 or not state:
        raise CannotRun("GitHub did not tell a pull request")
    if state != "open":
        return None
    return _checked(
        number, _text(row, "base", "sha"), _text(row, "head", "sha"), _text(row, "user", "login")
    )


def _checked(number: int, base: str, head: str, author: str) -> Pull:
    if not _SHA.fullmatch(base) or not _SHA.fullmatch(head):
        raise CannotRun("the base and the head of a pull request are commits by their full names")
    return Pull(number, base, head, author if _LOGIN.fullmatch(author) else "")


def as_json(pull: Pull) -> str:
    """The pull request as one JSON object: `number`, `base`, `head`, `author`."""
    return json.dumps(pull._asdict(), indent=2) + "\n"


def read_pull(path: str) -> Pull:
    """The pull request in a file that `as_json` made. Raises CannotRun."""
    try:
        found = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{shown(path, 200)} cannot be read: {shown(error, 200)}") from None
    number = _value(found, "number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise CannotRun(f"{shown(path, 200)} names no pull request")
    return _checked(number, *(_text(found, name) for name in ("base", "head", "author")))


def _value(data: Any, *path: str) -> Any:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _text(data: Any, *path: str) -> str:
    found = _value(data, *path)
    return found if isinstance(found, str) else ""
