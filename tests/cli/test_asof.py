"""The book as it stood: found by day, shown as it was, and archived with the same bytes each time."""

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.repository import git, repository
from tests.cli.run import run
from watchbill.pages.markup import Html

DAYS = {"first": "2026-11-20T08:00:00Z", "second": "2026-11-25T23:30:00Z"}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", "off")
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    repository(folder)
    text = (folder / "fraud.yaml").read_text("utf-8")
    (folder / "fraud.yaml").write_text(text.replace("title: Fraud", "title: Deceit"), "utf-8")
    git(folder, "add", "--all")
    who = ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    when = {
        "GIT_AUTHOR_DATE": DAYS["second"],
        "GIT_COMMITTER_DATE": DAYS["second"],
        "PATH": "/usr/bin:/bin",
    }
    subprocess.run([*who, "commit", "-qm", "x"], env={**when, "HOME": str(folder)}, check=True)
    return folder


@pytest.mark.parametrize(
    ("when", "title"),
    [
        ("2026-11-20", "Fraud"),
        ("2026-11-24", "Fraud"),
        ("2026-11-25", "Deceit"),
        ("2026-11-25T23:29:59Z", "Fraud"),
        ("2026-11-26T00:30:00+01:00", "Deceit"),
        ("2030-01-01", "Deceit"),
        ("HEAD~1", "Fraud"),
        ("main", "Deceit"),
    ],
)
def test_a_document_is_shown_as_it_stood_then(repo: Path, when: str, title: str) -> None:
    (repo / "fraud.yaml").write_text("not yet committed")
    ran = run("show", "harm:fraud", "--asof", when)
    assert ran.code == 0 and f"harm:fraud  {title}\n" in ran.out


@pytest.mark.parametrize("when", ["2026-11-19", "nowhere", "2026-13-01"])
def test_a_time_before_the_first_commit_and_a_word_that_is_none_are_told(
    repo: Path, when: str
) -> None:
    for words in (("show", "harm:fraud", "--asof", when), ("asof", when)):
        ran = run(*words)
        assert ran.code == 2 and when in ran.err
    assert not list(repo.glob("*.zip"))


def test_the_whole_book_of_a_day_is_archived_with_its_hashes(repo: Path) -> None:
    ran = run("asof", "2026-11-21", "--out", "old.zip")
    assert ran.code == 0 and ran.out.startswith("old.zip: ")
    raw = (repo / "old.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as found:
        files = {name: found.read(name) for name in found.namelist()}
        assert found.comment.decode() == f"commit {git(repo, 'rev-parse', 'HEAD~1').strip()}"
        assert {one.date_time for one in found.infolist()} == {(2026, 11, 20, 8, 0, 0)}
    sums = files.pop("SHA256SUMS").decode().splitlines()
    assert sums == [
        f"{hashlib.sha256(body).hexdigest()}  {name}" for name, body in sorted(files.items())
    ]
    assert b"title: Fraud\n" in files["fraud.yaml"]
    assert "fraud-ring.yaml" in files and "block-account.md" in files
    run("asof", "HEAD~1", "--out", "again.zip")
    assert (repo / "again.zip").read_bytes() == raw


def test_files_that_could_not_be_read_then_are_told(repo: Path) -> None:
    (repo / "desk.yaml").write_text("kind: team\nid: [\n")
    git(repo, "add", "--all")
    git(repo, "commit", "--quiet", "--message", "Broken")
    ran = run("asof", "HEAD", "--out", "broken.zip")
    assert ran.code == 1 and "1 faults of form, as it had then" in ran.err
    with zipfile.ZipFile(repo / "broken.zip") as found:
        assert found.read("desk.yaml") == b"kind: team\nid: [\n"


def test_the_site_of_a_day_is_for_its_audience_and_says_on_every_page_that_it_is_past(
    repo: Path,
) -> None:
    (repo / "fraud.yaml").write_text("not yet committed")
    ran = run("asof", "2026-11-21", "--site", "past", "--audience", "vendor")
    assert ran.code == 0 and "20 withheld" in ran.out, ran
    pages = {
        path.relative_to(repo / "past").as_posix(): path.read_text("utf-8")
        for path in sorted((repo / "past").rglob("*.html"))
    }
    commit = git(repo, "rev-parse", "HEAD~1").strip()[:12]
    mark = f"As of 2026-11-21, commit {commit}: not what is in force today."
    assert len(pages) > 100
    assert [name for name, page in pages.items() if mark not in page] == []
    assert "Fraud" in pages["harms/fraud/index.html"]
    assert "Deceit" not in pages["harms/fraud/index.html"]
    assert not [name for name in pages if name.startswith("schedules/")]


def test_a_site_of_the_past_that_does_not_say_so_is_not_put_into_place(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchbill.pages.stage.past_mark", lambda _: Html(""))
    ran = run("asof", "main", "--site", "past")
    assert ran.code == 1 and "index.html: does not say" in ran.err
    assert not (repo / "past").exists()


def test_files_that_could_not_be_read_then_are_told_on_every_page(repo: Path) -> None:
    (repo / "desk.yaml").write_text("kind: team\nid: [\n")
    git(repo, "add", "--all")
    git(repo, "commit", "--quiet", "--message", "Broken")
    ran = run("asof", "HEAD", "--site", "past")
    assert ran.code == 1 and "1 faults of form, as it had then" in ran.err
    page = (repo / "past" / "index.html").read_text("utf-8")
    assert "1 of its files had faults of form, and may be missing here." in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-11-21", "--site", "past", "--out", "x.zip"), "either --out"),
        (("2026-11-21", "--site", "past", "--audience", "queen"), "there is no audience `queen`"),
        (("2026-11-19", "--site", "past"), "no commit from 2026-11-19"),
    ],
)
def test_a_site_that_cannot_be_made_is_one_line(
    repo: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run("asof", *words)
    assert ran.code == 2 and said in ran.err
    assert not (repo / "past").exists() and not (repo / "x.zip").exists()
