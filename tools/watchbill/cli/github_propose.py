"""`watchbill github propose`: a branch, a pull request and an answer, of what `watchbill propose` wrote."""

import os
import subprocess
from pathlib import Path

import click

from watchbill.cli.propose import ANSWER, BODY, TITLE
from watchbill.errors import CannotRun, Exit
from watchbill.github.client import GitHub
from watchbill.github.patch import applied
from watchbill.github.proposal import Opened, Proposed, Taken, answer, branch_of, open_pull
from watchbill.load.config import read_config
from watchbill.load.text import shown
from watchbill.report.inert import inert, quoted

PATCH = "change.patch"
_MOST_CHARACTERS = 60_000


@click.command(name="propose")
@click.argument("folder", type=click.Path())
@click.option("--issue", type=click.IntRange(min=1), required=True, help="The issue's number.")
@click.option("--root", default=".", type=click.Path(), help="The checkout that the patch is for.")
def command(folder: str, issue: int, root: str) -> int:
    """Open or renew the pull request of a proposal that lies in FOLDER, and answer in the issue.

    FOLDER holds what `watchbill propose --out` wrote, and the patch (change.patch). A patch that does anything but
    change documents that are there is refused. Where there is only an answer, it is given.

    \b
    Example:
      watchbill github propose build/proposal --issue 12
    """
    github, place = GitHub.here(), Path(folder)
    if (place / ANSWER).is_file():
        answer(github, issue, _cannot(_read(place / ANSWER)))
        return Exit.CLEAN
    title = _read(place / TITLE).strip()
    checkout = Path(root)
    files = applied(checkout, place / PATCH, read_config(checkout).content)
    proposed = Proposed(issue, shown(title, 200), _read(place / BODY), files)
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
    try:
        said = _opened(open_pull(github, proposed, _head(checkout), server))
    except Taken:
        said = _taken(issue)
    answer(github, issue, said)
    click.echo(said.split("\n", maxsplit=1)[0], err=True)
    return Exit.CLEAN


def _read(path: Path) -> str:
    """The text of a file. Raises CannotRun."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{path} cannot be read: {error}") from None
    if len(text) > _MOST_CHARACTERS:
        raise CannotRun(f"{path} has more than {_MOST_CHARACTERS:,} characters")
    return text


def _head(root: Path) -> str:
    """The commit that is checked out. Raises CannotRun."""
    words = ["git", "-C", str(root), "rev-parse", "--verify", "HEAD"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"{root} is no Git checkout")
    return done.stdout.strip()


def _cannot(words: str) -> str:
    return (
        "This could not be carried out:\n\n"
        f"{quoted(words.strip())}\n\n"
        "Edit the text of this issue above and it is tried again; nothing was changed."
    )


def _opened(opened: Opened) -> str:
    if not opened.pull:
        return (
            "The change is ready on a branch. Workflows may not open pull requests in this repository, so a member "
            f"opens it: {opened.compare}"
        )
    return (
        f"This is now a pull request: {opened.pull}\n\n"
        "It was opened by a workflow, so its checks wait until somebody with write access presses "
        "**Approve workflows to run** there (where there is no such button: closes and reopens it). "
        "Then it needs its approvals like any other. Editing the text of this issue renews it."
    )


def _taken(issue: int) -> str:
    return (
        f"Somebody has worked on the branch {inert(branch_of(issue))}, so it was left as it is. "
        "Propose further changes in the pull request itself, or in a new issue."
    )
