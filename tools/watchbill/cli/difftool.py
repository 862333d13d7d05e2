"""`watchbill difftool`: what Git calls for one file of `git diff`, so that it says what the change means."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from watchbill.cli.difftool_setup import install, uninstall
from watchbill.cli.options import open_book
from watchbill.diff.change import Change
from watchbill.diff.single import changes
from watchbill.errors import CannotRun, Exit
from watchbill.load.document import read_document
from watchbill.load.fault import Fault
from watchbill.load.text import MOST_BYTES, shown
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.report.changes import feels, values

# What Git gives an external diff: path, old file, hash, mode, new file, hash, mode; a rename has two words more.
_OF_GIT = (7, 9)
_OF_DIFFTOOL = 3
_NOTHING = "/dev/null"


@click.command(name="difftool")
@click.argument("words", nargs=-1, metavar="PATH OLD NEW")
@click.option("--install", "wanted", flag_value="install", help="Set up Git in this clone.")
@click.option("--uninstall", "wanted", flag_value="uninstall", help="Take it out again.")
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
def command(words: tuple[str, ...], wanted: str | None, root: str) -> int:
    """Say what the change of one file means, then show its lines. Git calls it; you set it up once.

    Afterwards `git diff` and `git show --ext-diff` tell the meaning of a change above its lines, and
    `git difftool --tool watchbill` file by file. No clock is proven here: `watchbill diff` does that.

    \b
    Examples:
      watchbill difftool --install
      git diff
      git log -p --ext-diff -3
    """
    if wanted:
        click.echo(install(root) if wanted == "install" else uninstall(root))
        return Exit.CLEAN
    if len(words) == 1:  # Git names a file that was not merged, and gives no states of it.
        click.echo(f"* not merged: {shown(words[0], 500)}")
        return Exit.CLEAN
    old, new = _states(words)
    click.echo(f"watchbill {shown(new.path, 500)}")
    for line in (*_meaning(root, old, new), *_lines(old, new)):
        click.echo(line)
    return Exit.CLEAN


class State(NamedTuple):
    """A file before or after: its name in the repository, and what it says; None where it is not there."""

    path: str
    raw: bytes | None


def _states(words: tuple[str, ...]) -> tuple[State, State]:
    """The two states of the file that Git names."""
    if len(words) == _OF_DIFFTOOL:
        path, old, new = words
        return State(path, _bytes(old)), State(path, _bytes(new))
    if len(words) in _OF_GIT:
        path, old, new = words[0], words[1], words[4]
        return State(path, _bytes(old)), State(words[7] if len(words) > 7 else path, _bytes(new))
    raise CannotRun("it takes the name of a file and two files, as Git gives them; see --help")


def _bytes(path: str) -> bytes | None:
    """What a file says; None where it is not there."""
    if path == _NOTHING:
        return None
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRun(f"{shown(path, 200)} cannot be read: {error.strerror or error}") from None


def _meaning(root: str, old: State, new: State) -> Iterator[str]:
    """What changed, one change a line or two; or why that cannot be told."""
    book = open_book(root, (), None, no_cache=False).book
    states: list[Document | None] = []
    for name, state in (("before", old), ("after", new)):
        outcome = read_document(state.raw, state.path) if state.raw is not None else None
        if outcome is not None and outcome.document is None:
            yield f"  NOT COMPARED: {_why(name, outcome.faults)}"
            return
        states.append(outcome.document if outcome else None)
    yield from _told(book, *states)


def _why(name: str, faults: tuple[Fault, ...]) -> str:
    if not faults:
        return f"{name} the change it is no document"
    first = faults[0]
    return f"{name} the change, line {first.span.line + 1}: {shown(first.message, 300)}"


def _told(book: Book, old: Document | None, new: Document | None) -> Iterator[str]:
    found = changes(book, old, new)
    if not found:
        yield "  unchanged in meaning"
    for change in found:
        yield from _one(change)


def _one(change: Change) -> Iterator[str]:
    more = values(change)
    words = f"{change.what}{f': {more}' if more else ''}"
    yield f"  {change.direction.value.upper()} {change.weight.value}: {_plain(words)} [{change.kind}]"
    if change.example:
        yield f"    {_plain(change.example)}"
    if change.affects:
        yield f"    felt by {_plain(feels(change))}"


def _lines(old: State, new: State) -> Iterator[str]:
    """The lines that differ, as `diff -u` shows them."""
    before, after = (
        [] if one.raw is None else one.raw.decode("utf-8", "backslashreplace").splitlines()
        for one in (old, new)
    )
    first, second = (
        f"{side}/{one.path}" if one.raw is not None else _NOTHING
        for side, one in (("a", old), ("b", new))
    )
    yield from map(_plain, difflib.unified_diff(before, after, first, second, lineterm=""))


def _plain(words: str) -> str:
    return shown(words, len(words))
