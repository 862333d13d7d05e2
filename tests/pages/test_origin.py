import subprocess
from pathlib import Path

import smallest
from watchbill.pages.desk import Root, Source
from watchbill.pages.origin import origin


def git(folder: Path, *words: str) -> str:
    names = ["-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", "-C", str(folder), *names, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_checkout_is_named_by_its_commit_and_what_differs_from_it(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    for name in ("same.yaml", "edited.yaml"):
        (book / name).write_text("kind: harm\n", "utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "First")
    (book / "edited.yaml").write_text("kind: team\n", "utf-8")
    (book / "new.yaml").write_text("kind: team\n", "utf-8")
    head = git(tmp_path, "rev-parse", "HEAD")[:12]
    found = origin([(book, "")], smallest.NOW)
    assert found.commit == head
    assert found.of("same.yaml") == ("same.yaml", head)
    assert found.of("edited.yaml") == ("edited.yaml", "not committed")
    assert found.of("new.yaml") == ("new.yaml", "not committed")


def test_outside_a_checkout_nothing_is_committed(tmp_path: Path) -> None:
    found = origin([(tmp_path, "")], smallest.NOW)
    assert found.of("a.yaml") == ("a.yaml", "not committed")


def test_a_file_of_another_root_is_named_by_that_root_not_by_its_place_on_the_machine() -> None:
    roots = (Root("", "", "aaa", frozenset()), Root("/srv/sealed/", "sealed/", "bbb", frozenset()))
    source = Source("aaa", smallest.NOW, roots)
    assert source.of("/srv/sealed/x.yaml") == ("sealed/x.yaml", "bbb")
    assert source.of("x.yaml") == ("x.yaml", "aaa")
