"""The short way says, byte for byte, what the long way says, and never what was true before."""

import os
import random
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.repository import committed, git, repository
from tests.cli.run import Ran, run
from tests.load.edits import edit
from watchbill.__main__ import lint
from watchbill.cli.quick import plain, replay_of
from watchbill.load.cache import Cache, cache_folder

HOUR_NS = 3600 * 10**9


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return repository(folder)


def short(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    capsys.readouterr()
    code = lint(words)
    return Ran(code, *capsys.readouterr())


def long(*words: str) -> Ran:
    return run("lint", "--no-cache", *words)


def grow_old(words: tuple[str, ...]) -> None:
    """As if the run that is remembered were an hour back."""
    options = plain(words)
    replay = replay_of(words, options) if options is not None else None
    assert replay is not None
    table = replay._cache.read()
    if table:
        replay._cache.write({**table, "written": time.time_ns() + HOUR_NS})


def remembered(words: tuple[str, ...]) -> tuple[str, str, int] | None:
    options = plain(words)
    replay = replay_of(words, options) if options is not None else None
    return replay.said() if replay else None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_edited_the_short_way_says_what_the_long_way_says(
    repo: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    chance = random.Random(seed)
    done = []
    for _ in range(15):
        words = chance.choice([(), ("--strict",), ("--format", "json"), ("--format=github",)])
        done.append(edit(repo, chance))
        said = long(*words)
        assert short(capsys, *words) == said, done
        grow_old(words)
        assert short(capsys, *words) == said, (done, "again")


def test_what_was_said_is_said_again_without_looking(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo / "fraud.yaml").write_text("kind: harm\n")
    said = short(capsys)
    assert remembered(()) is None, "a file is too young to be trusted"
    grow_old(())
    assert remembered(()) == (said.out, said.err, said.code)
    assert short(capsys) == said


@pytest.mark.parametrize(
    "change",
    [
        lambda repo: (repo / "fraud.yaml").write_bytes((repo / "fraud.yaml").read_bytes()),
        lambda repo: os.utime(repo / "fraud.yaml"),
        lambda repo: (repo / "fraud.yaml").rename(repo / "fraude.yaml"),
        lambda repo: (repo / "fraud.yaml").unlink(),
        lambda repo: (repo / "new.yaml").write_text("kind: team\n"),
        lambda repo: (repo / "link.yaml").symlink_to("fraud.yaml"),
        lambda repo: (repo / "watchbill.toml").write_text('levels = {"review/missing" = "off"}\n'),
        lambda repo: (repo / "pyproject.toml").write_text(
            '[tool.watchbill]\nrepository_audience = ["restricted"]\n'
        ),
        lambda repo: git(repo, "commit", "--quiet", "--allow-empty", "--message", "x"),
    ],
    ids=[
        "written",
        "touched",
        "renamed",
        "deleted",
        "new",
        "link",
        "settings",
        "pyproject",
        "HEAD",
    ],
)
def test_after_any_change_nothing_is_said_from_memory(
    repo: Path, capsys: pytest.CaptureFixture[str], change: object
) -> None:
    short(capsys)
    grow_old(())
    assert remembered(()) is not None
    change(repo)  # type: ignore[operator]
    assert remembered(()) is None


def test_a_change_while_a_run_looks_is_not_lost(repo: Path) -> None:
    replay = replay_of((), {"paths": []})
    assert replay is not None
    (repo / "fraud.yaml").write_bytes(b"kind: harm\n")
    replay.keep("what was true before", "", 0)
    assert remembered(()) is None


def test_other_words_are_other_runs(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short(capsys)
    grow_old(())
    assert remembered(("--strict",)) is None
    assert remembered(("--format", "json")) is None
    assert remembered(("--at", "2026-11-23T12:00:00Z")) is None


def test_without_git_or_with_the_memory_off_nothing_is_kept(
    repo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert replay_of((), {"paths": [], "--root": [str(tmp_path / "nowhere")]}) is None
    assert replay_of((), {"paths": ["nowhere.yaml"]}) is None
    (repo / "watchbill.toml").write_text("= =")
    assert replay_of((), {"paths": []}) is None
    monkeypatch.setenv("WATCHBILL_CACHE", "off")
    assert replay_of((), {"paths": []}) is None


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ((), {"paths": []}),
        (("a", "b"), {"paths": ["a", "b"]}),
        (("--strict", "a"), {"paths": ["a"], "--strict": []}),
        (("--root", "x"), {"paths": [], "--root": ["x"]}),
        (("--root=x",), {"paths": [], "--root": ["x"]}),
        (("--with", "x", "--with=y"), {"paths": [], "--with": ["x", "y"]}),
        (("--root",), None),
        (("--root=",), None),
        (("--root", "a", "--root", "b"), None),
        (("--strict=yes",), None),
        (("--no-cache",), None),
        (("--changed-since", "HEAD"), None),
        (("--fix",), None),
        (("--help",), None),
        (("--", "a"), None),
        (("-x",), None),
    ],
)
def test_only_plain_words_take_the_short_way(
    words: tuple[str, ...], options: dict[str, list[str]] | None
) -> None:
    assert plain(words) == options


@pytest.mark.parametrize(
    "words",
    [("--at", "never"), ("--format", "xml"), ("--root", "nowhere"), ("nowhere.yaml",), ("--root",)],
)
def test_what_is_wrong_is_said_by_the_long_way(
    repo: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    said = short(capsys, *words)
    assert (said.code, said.out) == (2, "")
    assert said.err and "Traceback" not in said.err


def test_a_damaged_memory_is_as_good_as_none(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = short(capsys)
    folder = cache_folder()
    assert folder is not None
    for path in folder.glob("*.json"):
        path.write_bytes(path.read_bytes()[:-3])
    assert short(capsys) == said


def program(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "watchbill", *words],
        capture_output=True,
        check=False,
        env={**os.environ, **more},
    )


def test_one_changed_document_loads_no_libyaml_and_no_rule_of_another_kind(repo: Path) -> None:
    program("lint")
    text = (repo / "night.yaml").read_text("utf-8")
    (repo / "night.yaml").write_text(f"{text}why: The night is the worst of it.\n", "utf-8")
    code = "import sys; from watchbill.__main__ import lint; lint([]); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(told.stdout.split())
    assert "0 errors" in told.stderr
    assert "watchbill.rules.scenario.unknown_step" in loaded
    assert "watchbill.rules.references.unknown" in loaded
    for name in ("playbook.dead_end", "proof.law_missed", "references.orphan"):
        assert f"watchbill.rules.{name}" not in loaded
    assert loaded.isdisjoint({"yaml", "click", "subprocess", "tomllib"})


def test_what_else_is_installed_is_not_looked_for(repo: Path) -> None:
    words = [sys.executable, "-X", "importtime", "-m", "watchbill", "lint"]
    told = subprocess.run(words, capture_output=True, text=True, check=True)
    lines = (line.rpartition("|") for line in told.stderr.splitlines() if "import time:" in line)
    loaded = {name.strip() for _, _, name in lines}
    assert {"pydantic", "watchbill.model.book"} <= loaded
    assert loaded.isdisjoint(
        {"importlib.metadata", "importlib.resources", "pydantic.plugin._loader"}
    )


def test_a_reader_that_stops_early_is_no_fault(repo: Path) -> None:
    for n in range(300):
        (repo / f"x{n}.yaml").write_text("kind: team\n")
    for words in ("lint", "lint --no-cache"):
        command = f"{shlex.quote(sys.executable)} -m watchbill {words} | head -n 1"
        done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
        assert done.stdout.count(b"\n") == 1
        assert b"Traceback" not in done.stderr


def test_an_output_that_lacks_letters_gets_their_numbers(repo: Path) -> None:
    (repo / "fraud.yaml").write_text("kind: h\u00e4rm\n", "utf-8")
    for words in (("lint",), ("lint", "--no-cache")):
        done = program(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode == 1
        assert b"h\\xe4rm" in done.stdout


def test_a_commit_elsewhere_is_another_state(repo: Path) -> None:
    (repo / "README.md").write_text("x\n")
    first = replay_of((), {"paths": []})
    committed(repo)
    second = replay_of((), {"paths": []})
    assert first and second and first.state != second.state


def test_tables_of_other_names_do_not_meet(tmp_path: Path) -> None:
    Cache(tmp_path, "one").write({"a": 1})
    assert Cache(tmp_path, "two").read() == {}
