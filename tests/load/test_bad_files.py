import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests import smallest
from tests.cli.book import smallest_book
from tests.cli.run import run
from tests.load.bad import FOLDERS, LOUD, TABLE, TEAM, Bad, Lay
from watchbill.cli.check import Options, check
from watchbill.finding import Finding

AT = "2026-11-23T12:00:00Z"
# Far more than any needs, on any machine: `make bench` tells how long they take.
ENDLESS = 10  # seconds of CPU
MEMORY = 256 << 20


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def findings(book: Path) -> tuple[Finding, ...]:
    return check(Options(root=str(book), at=smallest.NOW, cached=False)).findings


def put(book: Path, bad: Bad) -> None:
    stem = Path(bad.path).stem
    for old in (*book.glob(f"{stem}.yaml"), *book.glob(f"{stem}.md")):
        old.unlink()
    (book / bad.path).write_bytes(bad.raw())


def test_the_table_is_long_and_every_row_is_another() -> None:
    assert len(TABLE) + len(FOLDERS) >= 83
    assert len({bad.name for bad in (*TABLE, *FOLDERS)}) == len(TABLE) + len(FOLDERS)


@pytest.mark.parametrize("bad", TABLE, ids=lambda bad: bad.name)
def test_a_bad_file_is_a_finding_at_its_place_and_hurts_no_other(book: Path, bad: Bad) -> None:
    put(book, bad)
    found = findings(book)
    assert {one.rule for one in found} == set(bad.rules)
    assert {one.place.file for one in found} == {f"{book}/{bad.path}"}
    place = found[0].place
    assert (place.line, place.column) == (bad.line, bad.column)
    assert (place.end_line, place.end_column) > (place.line, place.column)
    assert all(one.message and one.mend for one in found)


@pytest.mark.parametrize("bad", TABLE, ids=lambda bad: bad.name)
def test_lint_says_it_with_exit_1_and_shows_nothing_unseen(book: Path, bad: Bad) -> None:
    put(book, bad)
    ran = run("lint", "--root", str(book), "--at", AT, "--no-cache")
    assert ran.code == 1
    assert f"[{bad.rules[0]}]" in ran.out
    assert "Traceback" not in ran.out + ran.err
    assert all(char == "\n" or char.isprintable() for char in ran.out), ran.out
    assert max(map(len, ran.out.splitlines())) < 500


@pytest.mark.parametrize("bad", LOUD, ids=lambda bad: bad.name)
def test_a_file_full_of_faults_is_a_finding_for_each(book: Path, bad: Bad) -> None:
    put(book, bad)
    places = [(one.place.line, one.place.column) for one in findings(book) if one.rule in bad.rules]
    assert places
    assert bad.line == 1 or places[0] == (bad.line, bad.column)


HEAVY = [*(bad for bad in TABLE if bad.heavy), *LOUD]


@pytest.mark.parametrize("bad", HEAVY, ids=lambda bad: bad.name)
def test_a_heavy_file_comes_to_an_end_in_little_memory(book: Path, bad: Bad) -> None:
    put(book, bad)
    words = [sys.executable, "-m", "watchbill", "lint", "--no-cache", "--root", str(book)]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *words, "--at", AT],
        capture_output=True,
        preexec_fn=limited,
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False), done.stderr
    assert int(done.stdout) * 1024 < MEMORY


# A process is charged with the memory of whoever started it, and the tests' own grows: one that holds next to
# nothing stands between.
MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""


def limited() -> None:
    """Ends the process long before it could hurt the machine."""
    resource.setrlimit(resource.RLIMIT_CPU, (ENDLESS, ENDLESS))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


@pytest.mark.parametrize("lay", FOLDERS, ids=lambda lay: lay.name)
def test_what_is_odd_in_a_folder_is_a_finding_and_is_not_read(book: Path, lay: Lay) -> None:
    lay.lay(book)
    found = findings(book)
    assert [(one.rule, one.place.file) for one in found] == [(lay.rule, f"{book}/{lay.file}")]
    ran = run("lint", "--root", str(book), "--at", AT, "--no-cache")
    assert ran.code == 1
    assert " | " not in ran.out or lay.rule == "file/not-nfc"
    assert all(char == "\n" or char.isprintable() for char in ran.out.replace("\u0301", ""))


def test_two_links_that_name_each_other_are_two_findings(book: Path) -> None:
    (book / "a.yaml").symlink_to("b.yaml")
    (book / "b.yaml").symlink_to("a.yaml")
    assert [one.rule for one in findings(book)] == ["file/symbolic-link"] * 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_finding(book: Path) -> None:
    (book / "fraud.yaml").chmod(0)
    found = findings(book)
    assert [(one.rule, one.place.file) for one in found] == [
        ("file/unreadable", f"{book}/fraud.yaml")
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_a_finding(book: Path) -> None:
    (book / "shut").mkdir(mode=0)
    assert [one.rule for one in findings(book)] == ["file/unreadable"]


def test_a_file_that_goes_while_it_is_read_is_a_finding(book: Path) -> None:
    loaded = check(Options(root=str(book), at=smallest.NOW, cached=False)).loaded
    (book / "fraud.yaml").unlink()
    assert loaded.book.find("harm:fraud") is not None
    assert loaded.places.line("harm:fraud", 1) == ""


def test_names_that_differ_by_case_are_a_finding(book: Path) -> None:
    (book / "FRAUD.yaml").write_bytes((book / "fraud.yaml").read_bytes())
    rules = [one.rule for one in findings(book)]
    assert sorted(rules) == ["document/name-is-not-id", "file/same-name"]


def test_an_id_that_two_files_have_is_a_finding_in_the_second(book: Path) -> None:
    (book / "z").mkdir()
    (book / "z" / "desk.yaml").write_bytes(TEAM)
    found = findings(book)
    assert [(one.rule, one.place.file, one.place.line) for one in found] == [
        ("document/duplicate-id", f"{book}/z/desk.yaml", 2)
    ]
    assert "desk.yaml" in found[0].message


def test_a_folder_of_the_settings_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    smallest_book(outside)
    (root / "content").symlink_to(outside)
    (root / "watchbill.toml").write_text('content = ["content"]\n')
    found = check(Options(root=str(root), at=smallest.NOW, cached=False))
    assert [one.rule for one in found.findings] == ["file/symbolic-link"]
    assert found.loaded.book.keys == ()


GOOD = {
    "right-to-left text": "summary: مكتب الاستجابة למענה\n",
    "Persian with its joiner": "summary: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",
    "a family of emoji": "summary: Family \U0001f468\u200d\U0001f469\u200d\U0001f467 here\n",
    "a heart with its selector": "summary: With \u2764\ufe0f\n",
    "a letter behind the basic plane": "summary: \U00020000\U0001d54f\n",
    "an escape of a seen letter": 'summary: "caf\\u00e9"\n',
    "a quoted word of 1.1": 'summary: "NO"\n',
    "a word that only looks like a number": "summary: 1.2.3 or 10.0.0.1\n",
    "a comment in Hebrew": "# הערה\n",
}


@pytest.mark.parametrize("more", GOOD.values(), ids=GOOD)
def test_what_is_unusual_and_right_passes(book: Path, more: str) -> None:
    with (book / "desk.yaml").open("ab") as file:
        file.write(more.encode())
    assert findings(book) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: b"---\n" + raw,
        lambda raw: b"# about\n---\n" + raw + b"...\n",
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: b"\n\n" + raw + b"\n\n",
    ],
    ids=["CRLF", "a leading line", "an end", "no last line end", "empty lines"],
)
def test_another_outside_is_the_same_document(book: Path, change: object) -> None:
    raw = (book / "desk.yaml").read_bytes()
    (book / "desk.yaml").write_bytes(change(raw))  # type: ignore[operator]
    assert findings(book) == ()


def test_a_runbook_with_windows_line_ends_passes(book: Path) -> None:
    raw = (book / "block-account.md").read_bytes()
    (book / "block-account.md").write_bytes(raw.replace(b"\n", b"\r\n"))
    assert findings(book) == ()


def test_tabs_in_the_code_of_a_runbook_pass(book: Path) -> None:
    raw = (book / "block-account.md").read_bytes()
    (book / "block-account.md").write_bytes(raw.replace(b"Open the case.", b"```\n\tcode\n```"))
    assert findings(book) == ()


def test_markdown_without_front_matter_is_no_content(book: Path) -> None:
    (book / "notes.md").write_text("# Notes\n\nkind: team\n")
    assert findings(book) == ()
