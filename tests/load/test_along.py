"""The book at many commits: each as it would be read alone, what stays the same read once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.ledger import Ledger
from watchbill.load.along import Along
from watchbill.load.git import Tree
from watchbill.load.pair import load_at

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def one(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "book")


def test_each_state_is_what_it_would_be_if_it_were_read_alone(one: Ledger) -> None:
    names = [one.commit("2026-11-02T08:00:00Z")]
    one.write("answer-law.yaml", "due: 48h", "due: [")
    names.append(one.commit("2026-11-03T08:00:00Z"))
    one.write("answer-law.yaml", "due: [", "due: 2h")
    (one.folder / "bands.yaml").unlink()
    names.append(one.commit("2026-11-04T08:00:00Z"))
    root, along = str(one.folder), Along(str(one.folder))
    for name in (*names, *reversed(names)):
        alone, here = load_at(root, name, now=NOW), along.at(along.tree(name)).loaded(NOW)
        assert here.book.keys == alone.book.keys and here.book.broken == alone.book.broken
        assert [here.book.find(key) for key in here.book.keys] == [
            alone.book.find(key) for key in alone.book.keys
        ]
        assert [finding.message for finding in here.findings] == [
            finding.message for finding in alone.findings
        ]


def test_a_file_that_stays_is_read_once_and_is_the_same_document(
    one: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [one.commit("2026-11-02T08:00:00Z")]
    one.write("answer-law.yaml", "due: 48h", "due: 2h")
    names.append(one.commit("2026-11-03T08:00:00Z"))
    along, read = Along(str(one.folder)), list[str]()
    whole = Tree.read

    def noted(tree: Tree, path: str) -> bytes:
        read.append(path)
        return whole(tree, path)

    monkeypatch.setattr(Tree, "read", noted)
    first, second = (along.at(along.tree(name)).loaded(NOW).book for name in names)
    assert first.find("playbook:fraud-ring") is second.find("playbook:fraud-ring")
    assert first.find("obligation:answer-law") != second.find("obligation:answer-law")
    assert read.count("fraud-ring.yaml") == 1 and read.count("answer-law.yaml") == 2


def test_the_readers_of_the_repository_are_those_of_each_commit(one: Ledger) -> None:
    first = one.commit("2026-11-02T08:00:00Z")
    (one.folder / "watchbill.toml").write_text('repository_audience = "restricted"\n', "utf-8")
    second = one.commit("2026-11-03T08:00:00Z")
    along = Along(str(one.folder))
    cards = [along.at(along.tree(name)).loaded(NOW).book.cards for name in (first, second)]
    assert [one["harm:fraud"].repository_audience for one in cards] == ["", "restricted"]
