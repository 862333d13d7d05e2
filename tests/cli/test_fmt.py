from pathlib import Path

import pytest

from tests.cli.run import Ran, run

TEAM = "id: lone\nkind: team\ntitle: Lone\nowner: lone\nscope: [Works alone]\n"
GOOD = "kind: team\nid: lone\ntitle: Lone\nowner: lone\nscope: [Works alone]\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "teams").mkdir()
    (tmp_path / "teams" / "lone.yaml").write_text(TEAM, "utf-8")
    return tmp_path


def fmt(book: Path, *words: str) -> Ran:
    return run("fmt", "--root", str(book), *words)


def test_fmt_writes_the_canonical_form_once(book: Path) -> None:
    first = fmt(book)
    assert (first.code, first.out) == (0, "")
    assert "1 changed" in first.err
    assert (book / "teams" / "lone.yaml").read_text("utf-8") == GOOD
    assert "0 changed" in fmt(book).err
    assert [path.name for path in (book / "teams").iterdir()] == ["lone.yaml"]


def test_check_names_the_files_and_writes_nothing(book: Path) -> None:
    ran = fmt(book, "--check")
    assert ran.code == 1
    assert ran.out == f"{book}/teams/lone.yaml\n"
    assert (book / "teams" / "lone.yaml").read_text("utf-8") == TEAM
    fmt(book)
    assert fmt(book, "--check").code == 0


def test_diff_shows_what_would_change_and_writes_nothing(book: Path) -> None:
    ran = fmt(book, "--diff")
    assert ran.code == 0
    assert "+kind: team\n id: lone\n-kind: team\n" in ran.out
    assert (book / "teams" / "lone.yaml").read_text("utf-8") == TEAM


def test_the_modeline_leads_to_the_schemas_however_deep_the_file_is(book: Path) -> None:
    (book / "schemas").mkdir()
    fmt(book)
    first = (book / "teams" / "lone.yaml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/team.schema.json"


def test_a_file_with_a_fault_of_form_is_named_and_left_alone(book: Path) -> None:
    bad = book / "teams" / "bad.yaml"
    bad.write_text("kind: team\nid: bad\nid: bad\n", "utf-8")
    ran = fmt(book)
    assert ran.code == 1
    assert "bad.yaml:3:1: left alone:" in ran.err
    assert "[yaml/duplicate-key]" in ran.err
    assert bad.read_text("utf-8") == "kind: team\nid: bad\nid: bad\n"
    assert (book / "teams" / "lone.yaml").read_text("utf-8") == GOOD


def test_a_readme_and_plain_markdown_are_passed_over_in_silence(book: Path) -> None:
    for name in ("README.md", "notes.md"):
        (book / name).write_text("# Words  \n\n\n\nmore\n", "utf-8")
    ran = fmt(book, str(book / "README.md"), str(book / "notes.md"))
    assert (ran.code, ran.out) == (0, "")
    assert (book / "README.md").read_text("utf-8").startswith("# Words  \n\n\n\n")


def test_a_path_narrows_what_is_formatted(book: Path) -> None:
    assert "1 document, 1 changed" in fmt(book, str(book / "teams" / "lone.yaml")).err
    assert fmt(book, str(book / "nowhere")).code == 2


def test_a_symbolic_link_is_not_followed(book: Path) -> None:
    link = book / "linked.yaml"
    link.symlink_to(book / "teams" / "lone.yaml")
    assert fmt(book, str(link)).code == 1
    assert (book / "teams" / "lone.yaml").read_text("utf-8") == TEAM


def test_only_content_folders_are_formatted(book: Path) -> None:
    (book / "watchbill.toml").write_text('content = ["other"]\n', "utf-8")
    assert "0 documents" in fmt(book).err


def test_the_help_shows_an_example() -> None:
    assert "watchbill fmt --check" in run("fmt", "--help").out
