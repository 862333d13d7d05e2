"""The scripts of the daily workflow as they stand in its file, run in order against a GitHub of our own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.repository import repository
from tests.github.fake import TOKEN, Fake

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
EXPRESSIONS = {"${{ github.token }}": TOKEN}


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    repository(folder)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def on(day: str, folder: Path) -> Path:
    """A folder of programs in which `date` says that it is that day."""
    folder.mkdir(exist_ok=True)
    (folder / "date").write_text(f"#!/bin/sh\necho {day}T06:23:00Z\n", "utf-8")
    (folder / "date").chmod(0o755)
    return folder


def play(repo: Path, fake: Fake, day: str, jobs: list[str], workflow: str = "upkeep.yml") -> None:
    """Runs the scripts of these jobs; what they upload and download already lies there."""
    data = yaml.load((WORKFLOWS / workflow).read_text("utf-8"), Loader=yaml.BaseLoader)
    path = f"{on(day, repo.parent / 'bin')}:{os.environ['PATH']}"
    clean = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    clean |= {name: value for name, value in fake.environment.items() if name != "GITHUB_TOKEN"}
    clean |= {"GITHUB_STEP_SUMMARY": str(repo.parent / "summary.md"), "WATCHBILL_CACHE": "off"}
    for job in jobs:
        for step in data["jobs"][job]["steps"]:
            if "run" not in step or step["run"] == "make setup":
                continue
            own = {name: EXPRESSIONS[value] for name, value in step.get("env", {}).items()}
            done = subprocess.run(
                ["bash", "-e", "-c", step["run"]],
                cwd=repo,
                env={**clean, **own, "PATH": path},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (step["name"], done.stdout, done.stderr)


def test_what_is_overdue_is_an_issue_until_it_is_not(repo: Path, fake: Fake) -> None:
    fake.lists["issues"] = []
    at = ["--at", "2026-11-23T12:00:00Z", "--write-known", "clocks.lock"]
    subprocess.run([sys.executable, "-m", "watchbill", "upkeep", *at], cwd=repo, check=True)
    play(repo, fake, "2027-02-01", ["look", "tell"])
    (issue,) = fake.lists["issues"]
    assert (issue["title"], issue["labels"]) == ("Upkeep of the book", ["upkeep"])
    assert "Judged as at 2027-02-01T06:23:00Z." in issue["body"]
    assert "| since 2027-01-30 | playbook:fraud-ring" in issue["body"]
    assert issue["body"] in (repo.parent / "summary.md").read_text("utf-8")
    text = (repo / "fraud-ring.yaml").read_text("utf-8")
    (repo / "fraud-ring.yaml").write_text(text.replace("last: 2026-11-01", "last: 2027-02-02"))
    play(repo, fake, "2027-02-02", ["look", "tell"])
    assert [one["state"] for one in fake.lists["issues"]] == ["closed"]
    writes = [f"{one.method} {one.path}" for one in fake.asked if one.method != "GET"]
    assert writes == ["POST issues", f"PATCH issues/{issue['number']}"]


def test_a_review_that_nobody_closed_is_in_it(repo: Path, fake: Fake) -> None:
    fake.lists["issues"] = []
    at = ["--at", "2026-11-23T12:00:00Z", "--write-known", "clocks.lock"]
    subprocess.run([sys.executable, "-m", "watchbill", "upkeep", *at], cwd=repo, check=True)
    mark = "<!-- watchbill:emergency-review v1 pull=12 -->\nspoilt"
    fake.lists["issues"] = [
        {
            "number": 40,
            "state": "open",
            "user": {"login": "github-actions[bot]", "type": "Bot"},
            "labels": [{"name": "emergency-review"}],
            "body": mark,
            "created_at": "2026-11-23T12:00:00Z",
            "html_url": "https://github.example/issues/40",
        }
    ]
    play(repo, fake, "2026-11-25", ["look", "tell"])
    _, issue = fake.lists["issues"]
    assert "since 2026-11-24T12:00:00Z | the emergency change of pull request 12" in issue["body"]


def test_the_publishing_run_asks_for_a_review_and_reads_it_back(repo: Path, fake: Fake) -> None:
    fake.lists["issues"] = []
    words = ["git", "-C", str(repo), "rev-list", "HEAD"]
    head = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    fake.lists[f"commits/{head}/pulls"] = []
    play(repo, fake, "2026-11-25", ["emergency", "notices"], "publish.yml")
    text = (repo / "build" / "notices" / "notices.json").read_text("utf-8")
    assert text == '{\n  "version": 1,\n  "reviews": []\n}\n'
