"""`watchbill github` knows its subcommands by name, imports but the one that runs, and each shows an example."""

import subprocess
import sys

import pytest

from tests.cli.run import run
from watchbill.cli.github import SUBCOMMANDS


def test_all_are_listed_with_what_they_do() -> None:
    told = " ".join(run("github", "--help").out.split())
    for name, words in SUBCOMMANDS.items():
        assert f" {name} {words}" in told


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_help_shows_an_example(name: str) -> None:
    ran = run("github", name, "--help")
    assert ran.code == 0 and f"watchbill github {name}" in ran.out and "Example" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 120


def test_one_that_is_not_there_is_exit_2() -> None:
    assert run("github", "nothing").code == 2


def test_a_light_one_imports_no_proofs() -> None:
    code = (
        "import sys; from watchbill.cli.main import run; run(['github', 'status', '--help']);"
        "sys.exit(any(name.startswith('watchbill.simulate') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
