import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.run import run
from watchbill.cli.group import LazyGroup
from watchbill.cli.main import group
from watchbill.cli.main import run as main
from watchbill.errors import CannotRun, Exit


def commands() -> list[str]:
    assert isinstance(group, LazyGroup)
    return group.list_commands(None)  # type: ignore[arg-type]


def test_the_version_names_the_tz_database() -> None:
    ran = run("--version")
    assert ran.code == Exit.CLEAN
    assert re.fullmatch(r"watchbill \d+\.\d+\.\d+ \(tz database \d{4}\.\d+\)\n", ran.out)


@pytest.mark.parametrize(
    "words", [("--help",), ("-h",), *((name, "--help") for name in commands())]
)
def test_help_shows_an_example(words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "Example" in ran.out or words[0] == "site"
    assert max(map(len, ran.out.splitlines())) <= 120


def test_an_unknown_command_is_exit_2_and_one_that_is_meant() -> None:
    ran = run("lnt")
    assert (ran.code, ran.out) == (2, "")
    assert "lnt" in ran.err


def test_an_unknown_option_is_exit_2() -> None:
    assert run("lint", "--strickt").code == 2
    assert run("lint", "--at", "noon").code == 2
    assert run("lint", "--format", "xml").code == 2


def test_what_stops_a_command_is_one_line(tmp_path: Path) -> None:
    ran = run("lint", "--root", str(tmp_path / "none"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"watchbill: {tmp_path}/none is not a folder\n"


def stopping(reason: BaseException) -> click.Command:
    """A command that ends so."""

    def stop() -> None:
        raise reason

    return click.Command("stop", callback=stop)


def test_a_bug_is_exit_3_and_asks_to_be_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WATCHBILL_DEBUG", raising=False)
    assert main([], stopping(ZeroDivisionError("x"))) == Exit.BUG
    said = capsys.readouterr().err
    assert said.startswith("watchbill: this is a bug: ZeroDivisionError: x\n")
    assert "WATCHBILL_DEBUG=1" in said
    monkeypatch.setenv("WATCHBILL_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main([], stopping(ZeroDivisionError("x")))


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.exceptions.Abort()])
def test_an_interrupted_run_is_exit_130(stop: BaseException) -> None:
    assert main([], stopping(stop)) == Exit.INTERRUPTED


def test_what_a_command_cannot_do_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], stopping(CannotRun("no tool"))) == Exit.CANNOT_RUN
    assert capsys.readouterr().err == "watchbill: no tool\n"


def test_a_short_run_imports_little() -> None:
    code = "import sys, watchbill.__main__; print(*sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"click", "pydantic", "yaml", "jsonschema", "subprocess", "watchbill.load.library"}
    assert heavy & set(told.stdout.split()) == set()
