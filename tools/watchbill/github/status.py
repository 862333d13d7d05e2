"""The status `watchbill/approvals` of a commit: whether it may go in."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from watchbill.github.client import GitHub
from watchbill.load.text import shown

CONTEXT = "watchbill/approvals"
# GitHub refuses a longer description.
_MOST = 140


class Status(NamedTuple):
    """`state` is GitHub's: success, pending or failure."""

    state: str
    description: str


def status_of(path: str) -> Status:
    """The status that a file of `watchbill approvals --format json` stands for.

    Whatever is no such file stands for a comparison that came to no end, and never for a change that may go in.
    """
    try:
        found: Any = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    complete = found.get("complete") if isinstance(found, dict) else None
    verdict = found.get("verdict") if isinstance(found, dict) else None
    if not isinstance(complete, bool) or not isinstance(verdict, str):
        return Status("failure", "COULD NOT COMPARE; the comment and the run say why")
    return Status("success" if complete else "pending", shown(verdict, _MOST))


def tell(github: GitHub, commit: str, status: Status, address: str) -> None:
    """Sets the status of a commit, with the address of a page that says more. Raises Refused."""
    body = {"state": status.state, "context": CONTEXT, "description": status.description}
    if address:
        body["target_url"] = address
    github.send("POST", f"statuses/{commit}", body)
