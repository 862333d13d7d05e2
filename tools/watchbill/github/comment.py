"""The one comment on a pull request that tells what its change means."""

from typing import Any

from watchbill.github.client import GitHub

# Under this name a workflow's own token writes.
AUTHOR = "github-actions[bot]"


class Sticky:
    """The comment of our own on a pull request, where there is one.

    It is known by its mark, which anybody can paste: so only one that a bot of this name wrote counts, with the
    mark in front.
    """

    def __init__(self, github: GitHub, number: int, mark: str, author: str = AUTHOR) -> None:
        self._github = github
        self._number = number
        self._found: dict[str, Any] | None = None
        for row in github.every(f"issues/{number}/comments"):
            if self._found is None and _ours(row, mark, author):
                self._found = row

    @property
    def body(self) -> str | None:
        """What it says; None where there is none."""
        return None if self._found is None else str(self._found["body"])

    def say(self, body: str) -> bool:
        """Makes it say something; whether anything had to be written. Raises Refused."""
        if self._found is None:
            self._found = self._github.send(
                "POST", f"issues/{self._number}/comments", {"body": body}
            )
            return True
        if self._found["body"].replace("\r\n", "\n").rstrip() == body.rstrip():
            return False
        self._github.send("PATCH", f"issues/comments/{self._found['id']}", {"body": body})
        self._found = {**self._found, "body": body}
        return True


def _ours(row: Any, mark: str, author: str) -> bool:
    user = row.get("user") if isinstance(row, dict) else None
    if not isinstance(user, dict) or not isinstance(row.get("body"), str):
        return False
    mine = user.get("type") == "Bot" and user.get("login") == author
    return mine and isinstance(row.get("id"), int) and row["body"].startswith(mark)
