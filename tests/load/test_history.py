"""What Git tells of commits, read as they are: names without addresses, trailers, times, odd bytes."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.ledger import Ledger
from watchbill.errors import CannotRun
from watchbill.load.history import NO_NAME, brought, commits_of, line_of, named


@pytest.fixture
def one(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "book")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ada Lovelace <ada@example.org>", "Ada Lovelace"),
        ("ada@example.org", NO_NAME),
        ("Ada ada@example.org", "Ada"),
        ("<>", NO_NAME),
        ("  Ada\t L ", "Ada L"),
        ("", NO_NAME),
    ],
)
def test_a_name_has_no_address(words: str, name: str) -> None:
    assert named(words) == name


def test_a_commit_is_told_in_utc_with_what_its_message_claims(one: Ledger) -> None:
    message = (
        "Title\n\nReviewed-by: In the middle\n\nText\n\nreviewed-by: Ada <a@b.c>\nREVIEWED-BY: Ada <x@y.z>\n"
        "Reported-by: Bo\nSigned-off-by: Cy"
    )
    name = one.commit("2026-11-10T23:30:00-05:00", message, who=("Dee", "d@example.org"))
    (found,) = commits_of(str(one.folder), [name])
    assert (found.author, found.committer, found.subject) == ("Dee", "Forge", "Title")
    assert found.authored == found.committed == datetime(2026, 11, 11, 4, 30, tzinfo=UTC)
    assert found.trailers == (("Reviewed-by", "Ada"), ("Signed-off-by", "Cy"))
    assert found.parents == () and not found.signed


def raw_commit(one: Ledger, raw: bytes) -> str:
    """Writes a commit object of these bytes, whatever Git's own commands would say of it."""
    words = [
        "git",
        "-C",
        str(one.folder),
        "hash-object",
        "-t",
        "commit",
        "-w",
        "--literally",
        "--stdin",
    ]
    done = subprocess.run(words, input=raw, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("author", "name", "authored"),
    [
        (b"Ze\xf6 <z@x> 1700000000 +0000", "Zeö", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (b"A <a@x> 99999999999999999999 +0000", "A", None),
        (b"A <a@x> soon +0000", "A", None),
        (b"A <a@x>", "A", None),
        (b"no address at all", NO_NAME, None),
        (b"", NO_NAME, None),
    ],
)
def test_odd_commits_are_told_as_far_as_they_go(
    one: Ledger, author: bytes, name: str, authored: datetime | None
) -> None:
    one.commit("2026-11-02T08:00:00Z")
    tree = one.git("rev-parse", "HEAD^{tree}").strip().encode()
    raw = b"tree %s\nauthor %s\ncommitter C <c@x> 1700000000 +0000\ngpgsig -----BEGIN\n parent x\n -----END\n\n"
    (found,) = commits_of(str(one.folder), [raw_commit(one, raw % (tree, author))])
    assert (found.author, found.authored) == (name, authored)
    assert found.signed and found.parents == () and found.subject == ""


def test_what_a_merge_brought_in_is_told_oldest_first(one: Ledger) -> None:
    one.commit("2026-11-02T08:00:00Z")
    one.git("checkout", "--quiet", "-b", "side")
    names = [one.commit(f"2026-11-0{day}T08:00:00Z", str(day)) for day in (3, 4)]
    one.git("checkout", "--quiet", "main")
    one.git(
        "merge", "--quiet", "--no-ff", "--message", "Merge", "side", when="2026-11-05T08:00:00Z"
    )
    line = line_of(str(one.folder))
    assert [mark.made.day for mark in line.marks] == [5, 2] and not line.shallow
    merge, first = commits_of(str(one.folder), [mark.name for mark in line.marks])
    assert [commit.name for commit in brought(str(one.folder), merge)] == names
    assert brought(str(one.folder), first) == ()


def test_a_commit_that_is_not_there_is_passed_over(one: Ledger) -> None:
    name = one.commit("2026-11-02T08:00:00Z")
    assert [found.name for found in commits_of(str(one.folder), ["0" * 40, name])] == [name]


def test_an_object_that_was_put_in_the_place_of_another_is_not_believed(one: Ledger) -> None:
    true = one.commit("2026-11-02T08:00:00Z", "True")
    false = one.commit("2026-11-03T08:00:00Z", "False")
    one.git("replace", true, false)
    (found,) = commits_of(str(one.folder), [true])
    assert found.subject == "True"
    assert [mark.name for mark in line_of(str(one.folder)).marks] == [false, true]


def test_where_there_is_no_history_there_is_no_line(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="has no commit"):
        line_of(str(tmp_path))
