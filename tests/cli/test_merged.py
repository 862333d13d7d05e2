"""`--merged`: a branch is judged by what main says today and at the time of main, whenever the branch began."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.repository import committed, git, repository
from tests.cli.run import run
from tests.cli.test_diff import change, kinds


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`change` lengthens a law; main has moved on since."""
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    repository(folder)
    git(folder, "checkout", "--quiet", "-b", "change")
    change(folder, "answer-law.yaml", "due: 48h", "due: 72h")
    committed(folder)
    git(folder, "checkout", "--quiet", "main")
    change(folder, "watch.yaml", "answers_within: 2m", "answers_within: 1m")
    return committed(folder)


def test_what_main_got_since_is_no_part_of_the_change(repo: Path) -> None:
    assert kinds(run("diff", "main", "change", "--merged", "--format", "json")) == [
        "obligation/period",
        "law/unread",
    ]
    both = kinds(run("diff", "main", "change", "--format", "json"))
    assert "schedule/answer" in both
    told = json.loads(run("diff", "main", "change", "--merged", "--format", "json").out)
    assert told["head"] == git(repo, "rev-parse", "change").strip()


def test_the_policy_is_that_of_main_though_the_branch_began_before_it(repo: Path) -> None:
    change(repo, "agreed.yaml", "by: [legal], people: 2", "by: [legal], people: 3")
    committed(repo)
    told = json.loads(run("approvals", "main", "change", "--merged", "--format", "json").out)
    assert told["people_wanted"] == 3
    assert told["missing"] == 3 and not told["complete"]


def test_a_branch_cannot_lower_the_bar_for_itself(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "change")
    change(repo, "agreed.yaml", "of: [obligation, guard-bands]", "of: [guard-bands]")
    change(repo, "agreed.yaml", "approvers: [legal]", "approvers: [desk]")
    committed(repo)
    git(repo, "checkout", "--quiet", "main")
    told = json.loads(run("approvals", "main", "change", "--merged", "--format", "json").out)
    law = {"obligation:answer-law: the law's period"}
    assert told["people_wanted"] == 2
    assert [one["team"] for one in told["teams"] if law <= {*one["changes"]}] == ["desk", "legal"]


def test_the_time_is_that_of_main_whatever_the_branch_says_of_its_own(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "change")
    change(repo, "answer-law.yaml", "due: 72h", "due: 96h")
    late = {**os.environ, "GIT_COMMITTER_DATE": "2090-01-01T00:00:00Z", "HOME": str(repo)}
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    words = ["git", *who, "commit", "--quiet", "--all", "--message", "Late"]
    subprocess.run(words, cwd=repo, env=late, check=True)
    git(repo, "checkout", "--quiet", "main")
    assert "2090" in run("diff", "main", "change").out
    ran = run("diff", "main", "change", "--merged")
    assert ran.code == 0 and "2090" not in ran.out and "48h → 96h" in ran.out


def test_a_conflict_is_no_comparison(repo: Path) -> None:
    change(repo, "answer-law.yaml", "due: 48h", "due: 24h")
    committed(repo)
    ran = run("diff", "main", "change", "--merged", "--format", "markdown")
    assert ran.code == 2 and "COULD NOT COMPARE" in ran.out and "conflicts with" in ran.out
    assert run("approvals", "main", "change", "--merged").code == 2


def test_the_reviews_that_are_named_are_told_and_broken_ones_stop_it(
    repo: Path, tmp_path: Path
) -> None:
    path = tmp_path / "said.json"
    rows = [{"user": one, "state": "APPROVED"} for one in ("ana", "cy")]
    teams = {"desk": ["ana"], "legal": ["cy"]}
    path.write_text(json.dumps({"author": "eve", "reviews": rows, "teams": teams}))
    words = ("diff", "main", "change", "--merged", "--format", "markdown")
    assert "· all have agreed\n" in run(*words, "--reviews", str(path)).out
    assert "· 2 approvals needed\n" in run(*words).out
    assert "approval" not in run(*words, "--no-proof").out
    path.write_text("{")
    ran = run(*words, "--reviews", str(path))
    assert ran.code == 2 and "COULD NOT COMPARE" in ran.out


def test_an_emergency_may_come_with_the_reviews(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "said.json"
    said = {
        "author": "eve",
        "reviews": [{"user": "cy", "state": "APPROVED", "at": "2026-11-23T12:00:00Z"}],
        "teams": {"legal": ["cy"]},
        "emergency": "the pager is down",
    }
    path.write_text(json.dumps(said))
    ran = run("approvals", "main", "change", "--merged", "--reviews", str(path))
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "may go in as an emergency: the pager is down",
    )


def test_who_speaks_for_a_team_is_part_of_what_a_change_changes(repo: Path) -> None:
    (repo / "watchbill.toml").write_text("[reviewers]\nlegal = ['cy']\n")
    committed(repo)
    (repo / "watchbill.toml").write_text("[reviewers]\nlegal = ['mallory']\n")
    ran = run("diff")
    assert "UNKNOWN critical: partner:legal: who speaks for it when a change is agreed to" in (
        ran.out
    )
    assert "  cy → mallory\n" in ran.out
    assert "waits for legal" in run("approvals").out
    sarif = json.loads(run("diff", "--format", "sarif").out)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "settings/reviewers"


def test_a_report_for_a_run_leaves_all_its_forms(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
        monkeypatch.setenv(name, str(tmp_path / name))
    words = ("github", "report", "--head", "change", "--merged", "--out", "build/reports")
    ran = run(*words, "--base", "main")
    assert ran.code == 0 and ran.out.startswith("::warning file=answer-law.yaml,")
    assert "weaker=1\n" in (tmp_path / "GITHUB_OUTPUT").read_text()
    made = repo / "build" / "reports"
    names = ["approvals.json", "change.json", "change.md", "change.sarif"]
    assert sorted(one.name for one in made.iterdir()) == names
    assert (tmp_path / "GITHUB_STEP_SUMMARY").read_text() == (made / "change.md").read_text()
    assert not json.loads((made / "approvals.json").read_text())["complete"]
    assert run(*words, "--base", "main", "--fail-on", "weaker").code == 1
    assert run(*words, "--base", "main", "--no-annotations").out == ""


def test_a_report_takes_its_base_from_the_event(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    base = git(repo, "rev-parse", "HEAD").strip()
    git(repo, "checkout", "--quiet", "change")
    (tmp_path / "event.json").write_text(json.dumps({"pull_request": {"base": {"sha": base}}}))
    assert run("github", "report").code == 0
    for other in ({}, {"pull_request": {"base": {}}}):
        (tmp_path / "event.json").write_text(json.dumps(other))
        ran = run("github", "report")
        assert ran.code == 2 and "say `--base`" in ran.err
