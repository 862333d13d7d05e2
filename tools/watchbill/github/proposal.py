"""A proposal as a branch, a pull request and an answer in the issue; asked again, the same ones are renewed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from watchbill.github.client import GitHub, Refused

MARK = "<!-- watchbill:proposal v1 -->"
# Under this name a workflow's own token writes.
_BOT = "github-actions[bot]"
_FORBIDDEN, _NOT_FOUND = 403, 404


class Proposed(NamedTuple):
    """What is to be proposed: the issue, one line, the body, and the texts of the files by name."""

    issue: int
    title: str
    body: str
    files: Mapping[str, str]

    @property
    def branch(self) -> str:
        """The branch of its own."""
        return branch_of(self.issue)

    @property
    def message(self) -> str:
        """The message of the commit."""
        return f"{self.title}\n\nProposed-in: #{self.issue}\n"


class Opened(NamedTuple):
    """What came of it: the pull request's address, or none with the address at which a person opens it."""

    pull: str
    compare: str


class Taken(Exception):
    """Somebody else has worked on the branch: it is not written over."""


def branch_of(issue: int) -> str:
    """The branch that belongs to an issue."""
    return f"propose/issue-{issue}"


def open_pull(github: GitHub, proposed: Proposed, base: str, server: str) -> Opened:
    """Makes or renews the branch and its pull request. `base` is the commit that the files were changed on.

    Raises Taken, Refused.
    """
    target = str(github.get("")["default_branch"])
    _commit(github, proposed, base)
    compare = f"{server}/{github.repository}/compare/{target}...{proposed.branch}?expand=1"
    words = {"title": proposed.title, "body": _body(proposed)}
    owner = github.repository.partition("/")[0]
    head = f"{owner}:{proposed.branch}"
    there = next(iter(github.every("pulls", state="open", head=head)), None)
    if there is not None:
        github.send("PATCH", f"pulls/{there['number']}", words)
        return Opened(str(there["html_url"]), compare)
    try:
        made = github.send("POST", "pulls", {**words, "head": proposed.branch, "base": target})
    except Refused as error:
        # A repository says whether its workflows may open pull requests; many say no.
        if error.status != _FORBIDDEN:
            raise
        return Opened("", compare)
    return Opened(str(made["html_url"]), compare)


def _body(proposed: Proposed) -> str:
    return f"{MARK}\n{proposed.body.rstrip()}\n\nCloses #{proposed.issue}\n"


def _commit(github: GitHub, proposed: Proposed, base: str) -> None:
    """One commit on the branch, made by the interface, so that no credential is ever in a checkout."""
    under = github.get(f"git/commits/{base}")["tree"]["sha"]
    rows = [
        {"path": name, "mode": "100644", "type": "blob", "content": text}
        for name, text in sorted(proposed.files.items())
    ]
    tree = github.send("POST", "git/trees", {"base_tree": under, "tree": rows})["sha"]
    old = _head(github, proposed.branch)
    if old is not None:
        if not str(old["message"]).rstrip().endswith(f"Proposed-in: #{proposed.issue}"):
            raise Taken(proposed.branch)
        same = old["tree"]["sha"] == tree and [one["sha"] for one in old["parents"]] == [base]
        if same and str(old["message"]).rstrip() == proposed.message.rstrip():
            return
    words = {"message": proposed.message, "tree": tree, "parents": [base]}
    new = github.send("POST", "git/commits", words)["sha"]
    ref = f"heads/{proposed.branch}"
    if old is None:
        github.send("POST", "git/refs", {"ref": f"refs/{ref}", "sha": new})
    else:
        github.send("PATCH", f"git/refs/{ref}", {"sha": new, "force": True})


def _head(github: GitHub, branch: str) -> Any:
    """The commit at the head of a branch; None where there is no such branch."""
    try:
        found = github.get(f"git/ref/heads/{branch}")
    except Refused as error:
        if error.status != _NOT_FOUND:
            raise
        return None
    return github.get(f"git/commits/{found['object']['sha']}")


def answer(github: GitHub, issue: int, words: str) -> None:
    """Says something in the issue, in the one comment of our own. Raises Refused."""
    body = f"{MARK}\n{words.rstrip()}\n"
    for row in github.every(f"issues/{issue}/comments"):
        user = row.get("user") or {}
        own = user.get("type") == "Bot" and user.get("login") == _BOT
        if own and str(row.get("body") or "").startswith(MARK):
            if str(row["body"]).replace("\r\n", "\n") != body:
                github.send("PATCH", f"issues/comments/{row['id']}", {"body": body})
            return
    github.send("POST", f"issues/{issue}/comments", {"body": body})
