import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.repository import git
from tests.cli.run import Ran, run
from watchbill.starter.laws import PACKS

ON = "2026-11-28"
AT = f"{ON}T12:00:00Z"
LAWS = [pack.id for pack in PACKS]
SUBSETS = [chosen for size in range(1, len(LAWS) + 1) for chosen in combinations(LAWS, size)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "watch"


def init(folder: Path, *words: str, name: str = "Harbour Post") -> Ran:
    return run("init", str(folder), "--name", name, "--on", ON, *words)


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def passes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Form, rules with all proofs, scenarios, schemas and owners have nothing to say."""
    monkeypatch.chdir(folder)
    linted = run("lint", "--strict", "--at", AT, "--no-cache")
    assert (linted.code, linted.out) == (0, ""), linted.out
    assert "0 errors, 0 warnings" in linted.err
    assert run("fmt", "--check").code == 0
    played = run("test", "--at", AT, "--no-cache")
    assert played.code == 0, played.out
    assert "12 runs of 9 scenarios" in played.out + played.err
    assert run("schema", "--check").code == 0
    assert run("export", "codeowners", "--check", "--at", AT).code == 0


@pytest.mark.parametrize("laws", SUBSETS, ids="+".join)
def test_a_new_organisation_passes_every_check_under_any_choice_of_laws(
    folder: Path, monkeypatch: pytest.MonkeyPatch, laws: tuple[str, ...]
) -> None:
    ran = init(folder, *(word for law in laws for word in ("--law", law)))
    assert (ran.code, ran.out) == (0, f"{folder}\n")
    passes(folder, monkeypatch)


@pytest.mark.parametrize("answer", ["no", "open"])
def test_it_passes_where_every_fact_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    facts = [word for pack in PACKS for word in ("--fact", f"{pack.fact}={answer}")]
    assert init(folder, *facts).code == 0
    passes(folder, monkeypatch)


def test_where_nothing_is_named_every_fact_is_open(folder: Path, tmp_path: Path) -> None:
    init(folder)
    init(tmp_path / "open", *(w for pack in PACKS for w in ("--fact", f"{pack.fact}=open")))
    assert content(folder) == content(tmp_path / "open")


@pytest.mark.parametrize("name", ["Null", "Østby & Søn", "Zürich's 2nd Post, Inc."])
def test_it_passes_under_odd_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert init(folder, name=name).code == 0
    passes(folder, monkeypatch)


def test_its_own_readmes_two_commands_pass_in_a_repository_of_its_own(
    folder: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    assert init(folder).code == 0
    commands = re.search(
        r"```console\n(.*?)```", (folder / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert commands
    lines = [line.partition("#")[0].strip() for line in commands[1].splitlines()]
    assert lines == ["make check", "make book"]
    tools = tmp_path / "bin"
    tools.mkdir()
    program = tools / "watchbill"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m watchbill "$@"\n', "utf-8")
    program.chmod(0o755)
    for line in lines:
        done = subprocess.run(
            line.split(),
            cwd=folder,
            env=environment(tools),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "build/site/index.html").is_file()
    assert (folder / "build/exports/codeowners/CODEOWNERS").is_file()


def test_without_tools_its_makefile_installs_them_first(folder: Path, tmp_path: Path) -> None:
    if shutil.which("watchbill", path=os.defpath):
        pytest.skip("the tools are on the system's path")
    init(folder)
    fake = tmp_path / "python3"
    # Stands for `python3 -m venv .venv`: what it makes writes down how it is called.
    fake.write_text(
        "#!/bin/sh\nmkdir -p .venv/bin\nfor one in python watchbill; do\n"
        "printf '#!/bin/sh\\necho \"$0 $*\" >> said\\n' > .venv/bin/$one\n"
        "chmod +x .venv/bin/$one\ndone\n",
        "utf-8",
    )
    fake.chmod(0o755)
    path = {"PATH": f"{tmp_path}{os.pathsep}{os.defpath}"}
    subprocess.run(["make", "check"], cwd=folder, env=path, capture_output=True, check=True)
    assert (folder / "said").read_text("utf-8").splitlines() == [
        ".venv/bin/python -m pip install --quiet --requirement requirements.txt",
        ".venv/bin/watchbill fmt --check",
        ".venv/bin/watchbill lint --strict",
        ".venv/bin/watchbill test",
        ".venv/bin/watchbill schema --check",
        ".venv/bin/watchbill export codeowners --check",
    ]


def environment(tools: Path) -> Mapping[str, str]:
    path = os.pathsep.join(str(Path(one).resolve()) for one in sys.path if one)
    return {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": path,
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "rules"),
    [
        (
            "incidents/intimate-images/ncii-removal.yaml",
            "takes: 2h",
            "takes: 50h",
            {"proof/law-missed", "proof/guard-missed", "proof/target-missed"},
        ),
        (
            "organization/schedules/child-safety-duty.yaml",
            '"06:00-13:00"',
            '"06:40-13:00"',
            {"proof/cover-hole"},
        ),
        (
            "organization/schedules/child-safety-duty.yaml",
            '"06:00-13:00"',
            '"06:10-13:00"',
            {"proof/thin-overlap"},
        ),
    ],
)
def test_its_proofs_are_real(  # a law of two days, an hour in March, a handover
    folder: Path, file: str, old: str, new: str, rules: set[str]
) -> None:
    init(folder)
    path = folder / "playbooks" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    ran = run("lint", "--root", str(folder), "--at", AT, "--format", "json")
    assert rules <= {one["rule"] for one in json.loads(ran.out)["findings"]}


def test_a_site_of_its_own_goes_before_the_look_of_the_tools(folder: Path) -> None:
    init(folder)
    (folder / "site").mkdir()
    for words in ([], ["--sources", "elsewhere"]):
        ran = run("site", "build", "--root", str(folder), "--at", AT, *words)
        assert ran.code == 2
        assert "the site's settings cannot be read" in ran.err


def test_where_the_last_commit_is_older_it_says_to_commit_first(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Before")
    said = init(tmp_path / "watch").err
    assert "commit it (lint judges as at the last commit, of 2026-11-20), then cd " in said


def test_a_second_init_refuses_and_loses_nothing(folder: Path) -> None:
    init(folder)
    (folder / "README.md").write_text("ours\n", "utf-8")
    before = content(folder)
    ran = init(folder, name="Another Name")
    assert (ran.code, ran.out) == (6, "")
    assert (
        ran.err
        == f"watchbill: {folder} is not empty: it holds .editorconfig; nothing was written\n"
    )
    assert content(folder) == before


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", ".gitignore"])
def test_one_file_is_enough_to_refuse(folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / name).write_text("ours", "utf-8")
    assert init(folder).code == 6
    assert content(folder) == {name: b"ours"}


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    folder.write_text("ours", "utf-8")
    ran = init(folder)
    assert (ran.code, "is no folder" in ran.err) == (6, True)
    assert folder.read_text("utf-8") == "ours"


def test_the_same_words_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    init(folder)
    init(tmp_path / "again")
    assert content(folder) == content(tmp_path / "again")


def test_it_fills_the_folder_where_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert init(Path()).code == 0
    assert Path("README.md").is_file()
    assert not list(folder.glob(".watchbill-init-*"))


def test_the_tools_and_the_short_name_may_be_named(folder: Path) -> None:
    init(folder, "--id", "harbour", "--tools", "watchbill @ git+https://git.example/watchbill")
    assert "\nwatchbill @ git+https://git.example/watchbill\n" in (
        folder / "requirements.txt"
    ).read_text("utf-8")
    assert "@harbour/legal" in (folder / ".github/CODEOWNERS").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--law", "eu-dsa", "--fact", "hosting-service=no"], "contradict each other"),
        (["--fact", "us-providr=no"], "facts are hosting-service"),
        (["--fact", "us-provider=maybe"], "write FACT=yes, no or open"),
        (["--law", "eu-ds"], "'eu-dsa'"),
        (["--on", "yesterday"], "yesterday"),
        (["--on", "9999-12-31"], "between the years 2000 and 2199"),
        (["--on", "2020-01-01"], "lies before 2026-11-23"),
        (["--name", ""], "has no name"),
        (["--name", "a: b"], "is no name"),
        (["--name", "x" * 61], "is no name"),
        (["--name", "two\nlines"], "is no name"),
        (["--name", "東京"], "is no id"),
        (["--id", "Up/../Down"], "is no id"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    folder: Path, words: list[str], said: str
) -> None:
    ran = init(folder, *words)
    assert ran.code == 2
    assert said in ran.err
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ran = init(tmp_path / "file" / "below")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_on_a_terminal_it_asks_for_the_name_and_the_facts(folder: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "watchbill", "init", str(folder), "--on", ON]
    environment_ = {**environment(folder), "NO_COLOR": "1"}
    with subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, env=environment_
    ) as run_:
        os.close(theirs)
        os.write(ours, b"Harbour Post\nyes\nno\n\n")
        said = ""
        while run_.poll() is None or "next:" not in said:
            try:
                said += os.read(ours, 4096).decode()
            except OSError:
                break
    os.close(ours)
    assert run_.returncode == 0, said
    assert "Name of the organisation" in said
    facts = (folder / "playbooks/commitments/facts.yaml").read_text("utf-8")
    assert re.findall(r"value: (\w+)", facts) == ["true", "false"]
    assert "why: Open;" in facts
