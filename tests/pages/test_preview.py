"""A preview of a proposal, by the real builder on a real repository."""

import sys
from pathlib import Path

import pytest

from tests.cli.repository import repository
from tests.cli.run import run

SITE = str(Path(__file__).parents[2] / "site")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", "off")
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["watchbill"])
    return repository(folder)


def test_what_differs_from_a_revision_is_marked_where_it_stands(repo: Path) -> None:
    text = (repo / "fraud.yaml").read_text("utf-8")
    (repo / "fraud.yaml").write_text(text.replace("title: Fraud", "title: Deceit"), "utf-8")
    out = repo.parent / "site"
    ran = run("site", "build", "--sources", SITE, "--changed-since", "HEAD", "--out", str(out))
    assert ran.code == 0, ran.err
    start = (out / "index.html").read_text("utf-8")
    assert "Preview of a proposal, not in force." in start
    page = (out / "harms" / "fraud" / "index.html").read_text("utf-8")
    assert "<del>Fraud</del>" in page and "<ins>Deceit</ins>" in page
    other = (out / "messages" / "notice" / "index.html").read_text("utf-8")
    assert "Proposed, not in force" not in other


def test_a_revision_that_is_not_there_and_one_that_cannot_be_read_build_nothing(
    repo: Path,
) -> None:
    out = repo.parent / "site"
    words = ("site", "build", "--sources", SITE, "--out", str(out), "--changed-since")
    ran = run(*words, "nowhere")
    assert ran.code == 2 and "has no commit nowhere" in ran.err
    assert not out.exists()
