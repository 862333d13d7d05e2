"""After an emergency change went in: one issue asks for its review, and what is open is told from it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.repository import git, repository
from tests.cli.run import run
from tests.github.fake import BOT, Fake
from watchbill.diff.open_reviews import read
from watchbill.report.inert import BUDGET, size

HOSTILE = "down --> <!-- x --> @all #1 <b> https://evil.example \x1b[31m"


@pytest.fixture
def repo(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose main line is a first commit, and a merge that makes a law longer; pull request 12."""
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    for name, value in fake.environment.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    repository(folder)
    git(folder, "checkout", "--quiet", "-b", "change")
    text = (folder / "answer-law.yaml").read_text("utf-8")
    (folder / "answer-law.yaml").write_text(text.replace("due: 48h", "due: 72h"), "utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "Longer")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")
    fake.lists["issues"] = []
    for commit in git(folder, "rev-list", "main").split():
        fake.lists[f"commits/{commit}/pulls"] = []
    seed(fake, folder)
    return folder


def seed(
    fake: Fake, folder: Path, *, text: str = "Emergency: The pager is down", **more: Any
) -> None:
    """Pull request 12 as GitHub tells it: merged, with the label."""
    merge = git(folder, "rev-parse", "main").strip()
    row = {
        "number": 12,
        "merged_at": "2026-11-28T14:20:00Z",
        "merged_by": {"login": "boss"},
        "user": {"login": "eve"},
        "head": {"sha": git(folder, "rev-parse", "change").strip()},
        "labels": [{"name": "emergency"}],
        "body": f"Words.\r\n\r\n{text}\r\n",
        **more,
    }
    fake.things["pulls/12"] = row
    fake.lists[f"commits/{merge}/pulls"] = [row]
    fake.lists.setdefault("pulls/12/reviews", [])


def agree(fake: Fake, repo: Path, *users: str) -> None:
    head = git(repo, "rev-parse", "change").strip()
    fake.lists["pulls/12/reviews"] = [
        {
            "user": {"login": user},
            "state": "APPROVED",
            "commit_id": head,
            "submitted_at": "2026-11-28T14:00:00Z",
        }
        for user in users
    ]


def teams(tmp_path: Path, **more: Any) -> str:
    path = tmp_path / "reviews.json"
    members = {"legal": ["cy", "dee"], "desk": ["ana"]}
    path.write_text(json.dumps({"reviews": [], "teams": members, **more}), "utf-8")
    return str(path)


def body(fake: Fake) -> str:
    (issue,) = fake.lists["issues"]
    assert issue["labels"] == ["emergency-review"]
    assert issue["title"] == "Review the emergency change of pull request 12"
    return str(issue["body"])


def test_one_issue_says_what_changed_who_let_it_in_who_must_look_and_by_when(
    fake: Fake, repo: Path, tmp_path: Path
) -> None:
    agree(fake, repo, "cy")
    ran = run("github", "emergency", "--reviews", teams(tmp_path))
    assert (ran.code, ran.out, ran.err) == (0, "", "pull request 12: issue 1001 opened\n")
    told = body(fake)
    assert told.startswith("<!-- watchbill:emergency-review v1 pull=12 -->\n<!-- watchbill:data {")
    assert "| Why it could not wait | The pager is down |" in told
    assert "| Let in by | cy |" in told
    assert "| Went in | 2026-11-28 14:20 UTC |" in told
    assert "| Must look | @smallest/desk |" in told
    by = "by Sun 29 Nov 2026 14:20 UTC (Sun 29 Nov 2026 14:20 Dublin)"
    assert f"| Close this issue | {by} |" in told
    assert "| Documents | obligation:answer-law |" in told
    assert "▼ weaker" in told and "48h" in told and "72h" in told
    assert "watchbill:report" not in told


def test_it_is_opened_once_and_never_again(fake: Fake, repo: Path) -> None:
    assert run("github", "emergency").code == 0
    ran = run("github", "emergency")
    assert ran.err == "pull request 12: its review was opened before\n"
    fake.lists["issues"][0]["state"] = "closed"
    assert run("github", "emergency").code == 0
    assert len(fake.lists["issues"]) == 1


def test_where_all_had_agreed_nothing_is_opened(fake: Fake, repo: Path, tmp_path: Path) -> None:
    agree(fake, repo, "cy", "ana")
    ran = run("github", "emergency", "--reviews", teams(tmp_path))
    assert (ran.code, ran.err) == (0, "pull request 12: all had agreed\n")
    assert fake.lists["issues"] == []


def test_who_is_in_a_team_and_not_told_is_not_believed_to_be(fake: Fake, repo: Path) -> None:
    agree(fake, repo, "cy", "ana")
    assert run("github", "emergency").code == 0
    told = body(fake)
    assert "| Let in by | ana, cy |" in told
    assert "| Must look | @smallest/desk, @smallest/legal |" in told


def test_what_its_author_or_an_older_commit_agreed_to_does_not_count(
    fake: Fake, repo: Path, tmp_path: Path
) -> None:
    seed(fake, repo, user={"login": "ana"})
    agree(fake, repo, "cy", "ana", "dee")
    fake.lists["pulls/12/reviews"][2]["commit_id"] = "0" * 40
    assert run("github", "emergency", "--reviews", teams(tmp_path)).code == 0
    assert "| Let in by | cy |" in body(fake)


def test_reviews_of_this_very_commit_are_taken_as_given(
    fake: Fake, repo: Path, tmp_path: Path
) -> None:
    head = git(repo, "rev-parse", "change").strip()
    said = [{"user": user, "state": "APPROVED", "commit": head} for user in ("cy", "ana")]
    given = teams(tmp_path, commit=head, author="eve", reviews=said)
    assert run("github", "emergency", "--reviews", given).err.endswith("all had agreed\n")


@pytest.mark.parametrize(
    "more", [{"labels": []}, {"labels": [{"name": "not-emergency"}]}, {"merged_at": None}]
)
def test_without_the_label_or_not_merged_nothing_is_asked(
    fake: Fake, repo: Path, more: dict[str, Any]
) -> None:
    seed(fake, repo, **more)
    assert run("github", "emergency").code == 0
    assert fake.lists["issues"] == []


def test_a_push_whose_run_never_came_is_made_up_for(fake: Fake, repo: Path) -> None:
    for number in range(3):
        (repo / "desk.yaml").write_text((repo / "desk.yaml").read_text() + f"# {number}\n")
        git(repo, "commit", "--quiet", "--all", "--message", "More")
        fake.lists[f"commits/{git(repo, 'rev-parse', 'main').strip()}/pulls"] = []
    assert run("github", "emergency", "--last", "2").code == 0
    assert fake.lists["issues"] == []
    assert run("github", "emergency").code == 0
    assert "72h" in body(fake)


def test_what_cannot_be_compared_is_reviewed_all_the_same(fake: Fake, repo: Path) -> None:
    (repo / "watch.yaml").write_text("kind: schedule\nid: [\n")
    git(repo, "commit", "--quiet", "--all", "--message", "Broken")
    git(repo, "branch", "--force", "change")
    seed(fake, repo)
    assert run("github", "emergency", "--last", "1").code == 0
    told = body(fake)
    assert "**Could not compare:**" in told and "watch.yaml" in told.replace("\\", "")
    assert "| Let in by | boss |" in told


def test_words_of_others_mean_nothing_in_it(fake: Fake, repo: Path) -> None:
    seed(fake, repo, text=f"emergency: {HOSTILE}")
    assert run("github", "emergency").code == 0
    told = body(fake)
    assert [line.count("-->") for line in told.splitlines()[:2]] == [1, 1]
    assert told.count("-->") == 2 + told.count("@<!-- -->") + told.count("#<!-- -->")
    assert "\x1b" not in told and "<b>" not in told.partition("-->\nPull request")[2]
    assert "://" not in told and "@all" not in told
    (one,) = read(run("github", "open-reviews").out)
    assert one.reason.startswith("down --> <!-- x --> @all #1 <b>")


def test_a_long_change_stays_within_what_github_takes(fake: Fake, repo: Path) -> None:
    row = (repo / "facts.yaml").read_text("utf-8")
    events = "".join(f"  - {{id: event-{n}, title: {'w' * 90}}}\n" for n in range(900))
    (repo / "facts.yaml").write_text(row.replace("events:\n", f"events:\n{events}"), "utf-8")
    law = (repo / "answer-law.yaml").read_text("utf-8")
    (repo / "answer-law.yaml").write_text(law.replace("due: 72h", "due: 90h"), "utf-8")
    git(repo, "commit", "--quiet", "--all", "--message", "Long")
    git(repo, "branch", "--force", "change")
    seed(fake, repo)
    assert run("github", "emergency", "--last", "1").code == 0
    told = body(fake)
    assert BUDGET - 2000 < size(told) <= BUDGET
    assert "of 902, worst first" in told.splitlines()[-1] and "90h" in told


def test_what_is_open_is_told_as_json_with_its_issue(fake: Fake, repo: Path) -> None:
    assert run("github", "emergency").code == 0
    ran = run("github", "open-reviews")
    assert (ran.code, ran.err) == (0, "")
    (one,) = read(ran.out)
    assert (one.pull, one.issue, one.documents) == (12, 1001, ("obligation:answer-law",))
    assert one.url == "https://github.example/larkmoor/watchbill/issues/1001"
    assert f"{one.merged_at} {one.close_by}" == (
        "2026-11-28 14:20:00+00:00 2026-11-29 14:20:00+00:00"
    )
    fake.lists["issues"][0]["state"] = "closed"
    assert json.loads(run("github", "open-reviews").out) == {"version": 1, "reviews": []}


def test_an_issue_that_somebody_spoilt_is_still_open(fake: Fake, repo: Path) -> None:
    assert run("github", "emergency").code == 0
    (issue,) = fake.lists["issues"]
    issue["created_at"] = "2026-11-28T15:00:00Z"
    issue["body"] = issue["body"].replace('"pull": 12', '"pull": 13')
    (one,) = read(run("github", "open-reviews").out)
    assert (one.pull, one.issue, one.documents) == (12, 1001, ())
    assert one.close_by.isoformat() == "2026-11-29T15:00:00+00:00"
    fake.lists["issues"] = [{**issue, "user": {"login": "eve", "type": "User"}}]
    assert read(run("github", "open-reviews").out) == ()
    fake.lists["issues"] = [{**issue, "user": BOT, "body": "words"}]
    assert read(run("github", "open-reviews").out) == ()


@pytest.mark.parametrize(
    "more",
    [{"head": None}, {"head": {"sha": "; rm -rf"}}, {"merged_at": "soon"}, {"labels": [7]}],
)
def test_an_answer_of_another_form_is_one_line(
    fake: Fake, repo: Path, more: dict[str, Any]
) -> None:
    seed(fake, repo, **more)
    ran = run("github", "emergency")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
