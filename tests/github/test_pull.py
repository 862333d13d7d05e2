"""The pull request of an event is the one that GitHub knows, never the one that a run names."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.github.fake import Fake
from watchbill.errors import CannotRun
from watchbill.github.client import GitHub
from watchbill.github.pull import Pull, as_json, pull_of, read_pull

BASE, HEAD = "b" * 40, "a" * 40


def row(number: int = 7, owner: str = "larkmoor", repo: int = 1, **more: Any) -> dict[str, Any]:
    head = {"sha": HEAD, "ref": "change", "label": f"{owner}:change", "repo": {"id": repo}}
    found = {"number": number, "state": "open", "user": {"login": "eve"}, "head": head}
    return {**found, "base": {"sha": BASE, "ref": "main"}, **more}


def ended(**more: Any) -> dict[str, Any]:
    run = {
        "event": "pull_request",
        "head_branch": "change",
        "head_sha": HEAD,
        "head_repository": {"id": 1, "owner": {"login": "larkmoor"}},
        **more,
    }
    return {"workflow_run": run, "repository": {"default_branch": "main"}}


def found(fake: Fake, event: dict[str, Any], *rows: dict[str, Any]) -> Pull | None:
    fake.lists["pulls"] = list(rows)
    return pull_of(GitHub.here(fake.environment), event)


def test_after_a_run_it_is_looked_up_by_branch_commit_and_repository(fake: Fake) -> None:
    assert found(fake, ended(), row()) == Pull(7, BASE, HEAD, "eve")
    query = fake.asked[0].query
    assert (query["head"], query["base"], query["state"]) == ("larkmoor:change", "main", "open")


@pytest.mark.parametrize(
    ("event", "rows"),
    [
        (ended(), []),
        (ended(event="push"), [row()]),
        (ended(event="workflow_dispatch"), [row()]),
        (ended(head_sha="c" * 40), [row()]),
        (ended(head_branch="other"), [row()]),
        (ended(head_branch=None), [row()]),
        (ended(head_repository=None), [row()]),
        (ended(head_repository={"id": 2, "owner": {"login": "larkmoor"}}), [row()]),
        (ended(), [row(owner="mallory", repo=2)]),
        (ended(), [row(state="closed")]),
        (ended(), [row(base={"sha": BASE, "ref": "other"})]),
        (ended(), [row(head={"sha": HEAD, "label": "larkmoor:change", "repo": None})]),
        ({"workflow_run": ended()["workflow_run"]}, [row()]),
        ({"workflow_run": {}}, [row()]),
    ],
)
def test_what_does_not_fit_is_no_pull_request(
    fake: Fake, event: dict[str, Any], rows: list[dict[str, Any]]
) -> None:
    assert found(fake, event, *rows) is None


def test_what_a_run_lists_itself_is_not_asked(fake: Fake) -> None:
    lie = ended(pull_requests=[{"number": 8}], head_repository={"id": 2, "owner": {"login": "m"}})
    mine = row(8, "m", 2)
    assert found(fake, lie, row(), mine) == Pull(8, BASE, HEAD, "eve")
    assert found(fake, lie, row()) is None


def test_two_that_fit_are_refused(fake: Fake) -> None:
    with pytest.raises(CannotRun, match="several pull requests"):
        found(fake, ended(), row(), row(8))


def test_of_its_own_event_it_is_asked_anew(fake: Fake) -> None:
    event = {"pull_request": {"number": 7, "head": {"sha": "c" * 40}}}
    assert found(fake, event, row()) == Pull(7, BASE, HEAD, "eve")
    assert found(fake, event, row(state="closed")) is None
    for other in ({}, {"pull_request": {}}, {"pull_request": {"number": True}}, {"push": 1}):
        with pytest.raises(CannotRun, match="about no pull request"):
            found(fake, other, row())


def test_the_author_of_an_account_that_is_gone_is_nobody(fake: Fake) -> None:
    assert found(fake, ended(), row(user=None)) == Pull(7, BASE, HEAD, "")


def test_it_comes_back_from_its_file(tmp_path: Path) -> None:
    pull = Pull(7, BASE, HEAD, "eve")
    path = tmp_path / "pull.json"
    path.write_text(as_json(pull))
    assert read_pull(str(path)) == pull


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        json.dumps({"number": "7", "base": BASE, "head": HEAD, "author": "eve"}),
        json.dumps({"number": 0, "base": BASE, "head": HEAD, "author": "eve"}),
        json.dumps({"number": 7, "base": BASE, "head": "main", "author": "eve"}),
        json.dumps({"number": 7, "base": BASE, "head": f"{HEAD}\n--x", "author": "eve"}),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pull.json"
    path.write_text(text)
    with pytest.raises(CannotRun, match=r"cannot be read|no pull request|full names"):
        read_pull(str(path))
