"""Commits come as objects only, and the token is shown to the one server by Git's own settings."""

from pathlib import Path

import pytest

from tests.cli.repository import committed, git, repository
from watchbill.errors import CannotRun
from watchbill.github.objects import _signed, fetch
from watchbill.github.pull import Pull


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Pull]:
    """A clone of a repository in which somebody proposes a change of two files."""
    (tmp_path / "origin").mkdir()
    origin = repository(tmp_path / "origin")
    git(tmp_path, "clone", "--quiet", "origin", "here")
    (origin / "watch.yaml").write_text("theirs\n")
    (origin / "new.yaml").write_text("theirs\n")
    head = git(committed(origin), "rev-parse", "HEAD").strip()
    git(origin, "update-ref", "refs/pull/7/head", head)
    git(origin, "reset", "--quiet", "--hard", "HEAD~1")
    return tmp_path / "here", Pull(7, git(origin, "rev-parse", "HEAD").strip(), head, "eve")


def test_the_head_is_there_and_no_file_of_it(both: tuple[Path, Pull]) -> None:
    here, pull = both
    ref = fetch(str(here), pull)
    assert git(here, "show", f"{ref}:new.yaml") == "theirs\n"
    assert git(here, "rev-parse", ref).strip() == pull.head
    assert not (here / "new.yaml").exists() and git(here, "status", "--porcelain") == ""
    fetch(str(here), pull)


def test_no_hook_is_run(both: tuple[Path, Pull]) -> None:
    here, pull = both
    hook = here / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{here}/ran'\n")
    hook.chmod(0o755)
    fetch(str(here), pull)
    assert not (here / "ran").exists()


def test_another_head_than_the_one_that_was_looked_up_is_refused(both: tuple[Path, Pull]) -> None:
    here, pull = both
    with pytest.raises(CannotRun, match="has moved on from aaaaaaaaaaaa"):
        fetch(str(here), pull._replace(head="a" * 40))
    with pytest.raises(CannotRun, match="cannot fetch the head of pull request 8"):
        fetch(str(here), pull._replace(number=8))


def test_the_token_goes_to_the_one_server_and_beside_what_is_set_already() -> None:
    there = {"GITHUB_TOKEN": "t", "GITHUB_SERVER_URL": "https://github.example"}
    said = _signed({**there, "GIT_CONFIG_COUNT": "2"})
    assert said["GIT_CONFIG_COUNT"] == "3"
    assert said["GIT_CONFIG_KEY_2"] == "http.https://github.example/.extraheader"
    assert said["GIT_CONFIG_VALUE_2"] == "AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46dA=="
    for name, value in (("GITHUB_TOKEN", ""), ("GITHUB_SERVER_URL", "http://github.example")):
        assert _signed({**there, name: value}) == {"GIT_TERMINAL_PROMPT": "0"}
