"""The two sides of GitHub: bare repositories with the refs of pull requests, and what its interface tells of them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.book import smallest_book
from tests.cli.repository import git
from tests.github.fake import REPOSITORY, TOKEN, Fake
from tests.github.workflow import Ran, Run, plain_environment
from tests.support import ROOT
from watchbill.load.merge import merged

SETTINGS = """\
[tool.watchbill]
repository_audience = ["restricted"]

[tool.watchbill.reviewers]
desk = ["ana"]
legal = ["cy", "dee"]
"""
OWNER = REPOSITORY.partition("/")[0]
_IDS = {OWNER: 1}


def seed(folder: Path) -> Path:
    """A bare repository with the smallest book, its settings and the workflows as they are here."""
    tree = folder / "tree"
    tree.mkdir(parents=True)
    smallest_book(tree)
    (tree / "pyproject.toml").write_text(SETTINGS)
    (tree / ".gitignore").write_text("/.venv\n/build/\n")
    shutil.copytree(ROOT / ".github" / "workflows", tree / ".github" / "workflows")
    git(tree, "init", "--quiet", "--initial-branch", "main")
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "The book")
    git(folder, "clone", "--quiet", "--bare", str(tree), "origin.git")
    return folder / "origin.git"


class Hub:
    """One repository on GitHub, with its forks."""

    def __init__(self, folder: Path, origin: Path, fake: Fake) -> None:
        self.folder = folder
        self.fake = fake
        self.origin = folder / "origin.git"
        shutil.copytree(origin, self.origin)
        self._home = folder / "home"
        self._home.mkdir()
        self._runs = 0
        fake.lists |= {"pulls": []}

    def work(self, owner: str = OWNER, branch: str = "change") -> Path:
        """A working tree of the repository, or of somebody's fork, on a new branch."""
        bare = self.origin
        if owner != OWNER:
            _IDS.setdefault(owner, len(_IDS) + 1)
            bare = self.folder / f"{owner}.git"
            git(self.folder, "clone", "--quiet", "--bare", str(self.origin), bare.name)
        tree = self.folder / f"tree-{owner}-{branch}"
        git(self.folder, "clone", "--quiet", str(bare), tree.name)
        git(tree, "checkout", "--quiet", "-b", branch)
        return tree

    def push(self, tree: Path, number: int, author: str, **more: Any) -> str:
        """Commits all that lies there, pushes it, and opens or renews a pull request; its head."""
        owner, branch = tree.name.removeprefix("tree-").split("-", 1)
        git(tree, "add", "--all")
        git(tree, "commit", "--quiet", "--allow-empty", "--message", "Change")
        git(tree, "push", "--quiet", "--force", "origin", branch)
        head = git(tree, "rev-parse", "HEAD").strip()
        base = git(self.origin, "rev-parse", "main").strip()
        source = str(self.origin if owner == OWNER else self.folder / f"{owner}.git")
        git(self.origin, "fetch", "--quiet", source, f"+{branch}:refs/pull/{number}/head")
        git(self.origin, "update-ref", f"refs/pull/{number}/merge", self._merge(base, head))
        row = {
            "number": number,
            "state": "open",
            "user": {"login": author},
            "base": {"sha": base, "ref": "main"},
            "head": {
                "sha": head,
                "ref": branch,
                "label": f"{owner}:{branch}",
                "repo": {"id": _IDS[owner], "full_name": f"{owner}/watchbill"},
            },
            "labels": [],
            "body": "",
            **more,
        }
        others = [one for one in self.fake.lists["pulls"] if one["number"] != number]
        self.fake.lists["pulls"] = [*others, row]
        for name in (f"issues/{number}/comments", f"pulls/{number}/reviews"):
            self.fake.lists.setdefault(name, [])
        return head

    def _merge(self, base: str, head: str) -> str:
        return merged(str(self.origin), base, head)

    def pull(self, number: int) -> dict[str, Any]:
        return next(one for one in self.fake.lists["pulls"] if one["number"] == number)

    def validate(self, number: int, *jobs: str, name: str = "validate.yml") -> dict[str, Ran]:
        """The unprivileged run: the workflow as the pull request has it, on the change merged into its base."""
        ref = f"refs/pull/{number}/merge"
        pull = self.pull(number)
        event = {"pull_request": {"number": number, **{k: pull[k] for k in ("base", "head")}}}
        return self._run(ref, name, "pull_request", event).jobs(*jobs)

    def comment(self, number: int, event: str = "pull_request") -> dict[str, Ran]:
        """The privileged run after it: the workflow of the default branch."""
        head = self.pull(number)["head"]
        owner = head["label"].partition(":")[0]
        run = {
            "event": event,
            "head_branch": head["ref"],
            "head_sha": head["sha"],
            "head_repository": {**head["repo"], "owner": {"login": owner}},
        }
        return self._run("main", "comment.yml", "workflow_run", {"workflow_run": run}).jobs()

    def _run(self, ref: str, name: str, event_name: str, event: dict[str, Any]) -> Run:
        self._runs += 1
        folder = self.folder / f"run-{self._runs}"
        folder.mkdir()
        whole = {"repository": {"full_name": REPOSITORY, "default_branch": "main"}, **event}
        (folder / "event.json").write_text(json.dumps(whole))
        environment = {
            **plain_environment(self._home),
            "GITHUB_EVENT_NAME": event_name,
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_API_URL": self.fake.api,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_RUN_ID": "42",
        }
        return Run(
            git(self.origin, "show", f"{ref}:.github/workflows/{name}"),
            folder,
            {"event": whole, "token": TOKEN},
            environment,
            lambda place: self._checkout(ref, place),
        )

    def _checkout(self, ref: str, place: Path) -> None:
        """All branches, and the one commit; nothing of pull requests but where it is one."""
        git(place, "clone", "--quiet", str(self.origin), ".")
        git(place, "fetch", "--quiet", "origin", ref)
        git(place, "checkout", "--quiet", "--detach", "FETCH_HEAD")

    def comments(self, number: int) -> list[str]:
        return [one["body"] for one in self.fake.lists[f"issues/{number}/comments"]]

    def status(self, head: str) -> dict[str, Any]:
        """The newest status of a commit."""
        return self.fake.lists[f"statuses/{head}"][-1]

    def says(self, number: int, user: str, state: str = "APPROVED", commit: str = "") -> None:
        """A review."""
        rows = self.fake.lists[f"pulls/{number}/reviews"]
        at = f"2026-11-28T12:{len(rows):02}:00Z"
        head = commit or self.pull(number)["head"]["sha"]
        row = {"user": {"login": user}, "state": state, "commit_id": head, "submitted_at": at}
        rows.append(row)


def replaced(tree: Path, name: str, old: str, new: str) -> None:
    text = (tree / name).read_text("utf-8")
    assert old in text
    (tree / name).write_text(text.replace(old, new), "utf-8")


def real_git_is_new_enough() -> bool:
    """Whether Git can merge among its objects (2.38)."""
    told = subprocess.run(["git", "version"], capture_output=True, text=True, check=True).stdout
    return tuple(map(int, told.split()[2].split(".")[:2])) >= (2, 38)
