import json
from pathlib import Path

import pytest

from tests import smallest
from tests.cli.book import smallest_book
from tests.cli.repository import committed, git, repository
from tests.cli.run import Ran, run
from watchbill.cli.check import FORMATS, Options, check
from watchbill.errors import CannotRun
from watchbill.finding import Level

AT = "2026-11-23T12:00:00Z"
COUNT = len(smallest.data())


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return smallest_book(folder)


@pytest.fixture
def repo(book: Path) -> Path:
    return repository(book)


def lint(*words: str) -> Ran:
    return run("lint", "--at", AT, *words)


def change(book: Path, name: str, old: str, new: str) -> None:
    text = (book / name).read_text("utf-8")
    assert old in text
    (book / name).write_text(text.replace(old, new, 1), "utf-8")


def heard(*words: str) -> list[tuple[str, str, str]]:
    """File, rule and level of every finding."""
    ran = lint("--format", "json", *words)
    assert ran.code in (0, 1), ran.err
    found = json.loads(ran.out)["findings"]
    return [(one["file"], one["rule"], one["level"]) for one in found]


def test_a_faultless_book_is_exit_0_and_a_line(book: Path) -> None:
    assert lint() == Ran(0, "", f"{COUNT} documents: 0 errors, 0 warnings, 0 notes\n")


def test_a_fault_is_exit_1_with_its_line_under_a_caret(book: Path) -> None:
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    ran = lint()
    assert ran.code == 1
    assert ran.out.splitlines()[:3] == [
        "fraud.yaml:4:8: error: there is no team or partner `dest` [references/unknown]",
        "  4 | owner: dest",
        "    |        ^^^^",
    ]
    assert ran.err == f"{COUNT} documents: 1 error, 0 warnings, 0 notes\n"


def test_a_root_elsewhere_shows_its_lines_too(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    monkeypatch.chdir(book.parent)
    ran = lint("--root", "book")
    assert ran.out.startswith("book/fraud.yaml:4:8: ")
    assert "  4 | owner: dest" in ran.out
    assert lint("--root", "./book/", "--no-cache").out == ran.out


def test_another_root_joins_the_book(book: Path) -> None:
    more = book.parent / "more"
    more.mkdir()
    (book / "fraud.yaml").rename(more / "fraud.yaml")
    assert lint("--no-cache").code == 1
    assert lint("--with", "../more").code == 0
    change(more, "fraud.yaml", "owner: desk", "owner: dest")
    assert heard("--with", "../more") == [("../more/fraud.yaml", "references/unknown", "error")]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_has_the_same_exit_code(book: Path, form: str) -> None:
    assert lint("--format", form).code == 0
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    assert lint("--format", form).code == 1


def test_warnings_fail_only_a_strict_run(book: Path) -> None:
    (book / "watchbill.toml").write_text('levels = {"references/unknown" = "warning"}\n')
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    assert lint().code == 0
    assert lint("--strict").code == 1
    (book / "watchbill.toml").write_text('levels = {"references/unknown" = "note"}\n')
    assert lint("--strict").code == 0


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_the_settings_give_a_rule_its_level(book: Path, level: str) -> None:
    (book / "pyproject.toml").write_text(
        f'[tool.watchbill]\nlevels = {{"references/unknown" = "{level}"}}\n'
    )
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    assert heard() == [("fraud.yaml", "references/unknown", level)]


def test_a_rule_that_is_off_says_nothing(book: Path) -> None:
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    assert heard()
    (book / "watchbill.toml").write_text('levels = {"references/unknown" = "off"}\n')
    assert heard() == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('levels = {"references/unkown" = "off"}', "did you mean `references/unknown`?"),
        ('levels = {"yaml/alias" = "off"}', "is a law of form"),
        ('levels = {"references/unknown" = "loud"}', "it may be error, warning, note or off"),
        ("levels = 3", "a table of rules"),
        ("levels = {a = [1]}", "it may be"),
        ("content = 3", "a list of words"),
        ('content = ["../x"]', "leads out of the root"),
        ('content = ["/etc"]', "leads out of the root"),
        ("content = [3]", "a list of words"),
        ("repository_audience = {}", "a list of words"),
        ("contents = []", "knows no `contents`"),
        ("= =", "cannot be read"),
        ("a = '\udcff'", "cannot be read"),
    ],
)
def test_settings_that_cannot_be_are_exit_2_and_a_line(
    book: Path, settings: str, said: str
) -> None:
    (book / "watchbill.toml").write_bytes(settings.encode("utf-8", "surrogateescape"))
    ran = lint()
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err and ran.err.count("\n") == 1


def test_settings_of_other_tools_are_not_ours(book: Path) -> None:
    for text in ("tool = 3\n", "[tool]\nwatchbill = 3\n", "[tool.other]\nx = 1\n"):
        (book / "pyproject.toml").write_text(text)
        assert lint().code in (0, 2)


def test_paths_narrow_what_is_shown_and_not_what_is_read(book: Path) -> None:
    (book / "sub").mkdir()
    for name in ("fraud.yaml", "night.yaml"):
        change(book, name, "owner: desk", "owner: dest")
    (book / "fraud.yaml").rename(book / "sub" / "fraud.yaml")
    both = heard()
    assert [file for file, _, _ in both] == ["night.yaml", "sub/fraud.yaml"]
    for word in ("sub", "sub/", "./sub", "sub/fraud.yaml", "./sub/../sub/fraud.yaml",
                 str(book / "sub")):  # fmt: skip
        assert heard(word) == both[1:]
    assert heard("night.yaml") == both[:1]
    assert heard(".") == heard("night.yaml", "sub") == both
    assert heard("org.yaml") == []


def test_a_path_that_is_not_there_is_exit_2(book: Path) -> None:
    ran = lint("playbook/")
    assert (ran.code, ran.err) == (2, "watchbill: playbook/ is not there\n")


def test_a_root_that_is_no_folder_is_exit_2(book: Path) -> None:
    for word in ("nowhere", "fraud.yaml", ""):
        assert lint("--root", word).code == 2


def test_a_silence_hides_until_its_end_and_is_a_finding_behind_it(book: Path) -> None:
    change(book, "fraud.yaml", "owner: desk", "owner: dest")
    with (book / "fraud.yaml").open("a") as file:
        file.write(
            "silences:\n  - {rule: references/unknown, reason: It comes., until: 2026-12-01}\n"
        )
    assert heard() == []
    late = json.loads(run("lint", "--at", "2026-12-01T23:59:59Z", "--format", "json").out)
    assert late["findings"] == []
    over = json.loads(run("lint", "--at", "2026-12-02T00:00:00Z", "--format", "json").out)
    assert {one["rule"] for one in over["findings"]} >= {"references/unknown", "silence/expired"}


def test_a_broken_document_hides_no_other_and_is_the_only_one_blamed(book: Path) -> None:
    change(book, "org.yaml", "title: Smallest", "titel: Smallest")
    change(book, "desk.yaml", "title:", "title: [")
    change(book, "fraud.yaml", "kind: harm", "kind: harms")
    assert [(file, rule) for file, rule, _ in heard()] == [
        ("desk.yaml", "yaml/syntax"),
        ("fraud.yaml", "document/unknown-kind"),
        ("org.yaml", "field/unknown"),
    ]


@pytest.mark.parametrize("name", sorted(path.name for path in smallest.HERE.glob("*.yaml")))
def test_whichever_document_is_broken_nothing_else_is_heard(book: Path, name: str) -> None:
    for raw in (b"[", b"\xff\xfe", b"", (book / name).read_bytes() + b"zzz: z\n"):
        (book / name).write_bytes(raw)
        found = check(Options(root=".", at=smallest.NOW)).findings
        assert {one.place.file for one in found} == {name}
        assert all(one.level is Level.ERROR for one in found)


# What a change concerns.


def test_only_what_changed_is_shown(repo: Path) -> None:
    for name in ("fraud.yaml", "night.yaml"):
        change(repo, name, "owner: desk", "owner: dest")
    committed(repo)
    assert heard("--changed-since", "HEAD") == []
    assert [file for file, _, _ in heard("--changed-since", "HEAD~1")] == [
        "fraud.yaml",
        "night.yaml",
    ]
    change(repo, "night.yaml", "title:", "title: x")
    assert [file for file, _, _ in heard("--changed-since", "HEAD")] == ["night.yaml"]


def test_what_rests_on_a_deleted_document_is_shown(repo: Path) -> None:
    change(repo, "night.yaml", "owner: desk", "owner: dest")
    committed(repo)
    (repo / "fraud.yaml").unlink()
    found = heard("--changed-since", "HEAD")
    assert ("fraud-ring.yaml", "references/unknown", "error") in found
    assert not any(file == "night.yaml" for file, _, _ in found)


def test_what_rests_on_a_whole_kind_is_shown_when_one_of_it_is_deleted(repo: Path) -> None:
    (repo / "org.yaml").unlink()
    every = {file for file, _, _ in heard()}
    assert {file for file, _, _ in heard("--changed-since", "HEAD")} == every != set()


def test_what_rests_on_a_changed_document_is_shown(repo: Path) -> None:
    change(repo, "org.yaml", "id: counsel", "id: lawyer")
    every = heard()
    assert every
    assert heard("--changed-since", "HEAD") == every


def test_a_new_file_is_shown_before_git_knows_it(repo: Path) -> None:
    (repo / "new.yaml").write_text("kind: team\n")
    assert {file for file, _, _ in heard("--changed-since", "HEAD")} == {"new.yaml"}
    git(repo, "add", "new.yaml")
    assert {file for file, _, _ in heard("--changed-since", "HEAD")} == {"new.yaml"}


def test_a_broken_changed_document_is_shown(repo: Path) -> None:
    (repo / "fraud.yaml").write_bytes(b"\xff")
    assert [rule for _, rule, _ in heard("--changed-since", "HEAD")] == ["file/not-utf8"]


def test_a_root_below_the_repositorys_top_is_compared_too(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "sub").mkdir()
    for path in [*repo.glob("*.yaml"), *repo.glob("*.md")]:
        path.rename(repo / "sub" / path.name)
    committed(repo)
    change(repo / "sub", "fraud.yaml", "owner: desk", "owner: dest")
    found = [("sub/fraud.yaml", "references/unknown", "error")]
    assert heard("--root", "sub", "--changed-since", "HEAD") == found
    (repo / "sub" / "promise.yaml").unlink()
    assert set(found) < set(heard("--root", "sub", "--changed-since", "HEAD"))


def test_what_only_time_causes_is_a_note_unless_it_is_touched(repo: Path) -> None:
    late = ("--at", "2029-01-01T00:00:00Z", "--format", "json")
    levels = {
        (one["rule"], one["level"])
        for one in json.loads(run("lint", *late).out)["findings"]
        if one["rule"] == "review/overdue"
    }
    assert levels == {("review/overdue", "note")}
    change(repo, "fraud.yaml", "title:", "title: x")
    told = json.loads(run("lint", *late, "--changed-since", "HEAD").out)["findings"]
    overdue = {one["file"]: one["level"] for one in told if one["rule"] == "review/overdue"}
    assert overdue["fraud.yaml"] != "note"


@pytest.mark.parametrize("revision", ["nothing", "--output=stolen", "HEAD:fraud.yaml", "a b", "-x"])
def test_a_revision_that_is_none_is_exit_2_and_does_nothing(repo: Path, revision: str) -> None:
    ran = lint(f"--changed-since={revision}")
    assert (ran.code, ran.out) == (2, "")
    assert "Git cannot tell" in ran.err
    assert not (repo / "stolen").exists()


def test_outside_a_repository_nothing_can_be_compared(book: Path) -> None:
    with pytest.raises(CannotRun):
        check(Options(root=str(book), at=smallest.NOW, since="HEAD"))
