"""`watchbill propose`: a form that somebody filled in, as a change of the book."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.check import Options, check
from watchbill.cli.compared import Wanted, compared
from watchbill.cli.options import open_book, with_book
from watchbill.edit.proposals.form import Wrong
from watchbill.edit.proposals.proposal import Proposal, propose
from watchbill.errors import CannotRun, Exit
from watchbill.finding import Finding, Level
from watchbill.load.text import shown
from watchbill.report.changes import Comparison
from watchbill.report.proposal import proposal_body, wrong_words
from watchbill.writing import write_bytes, write_whole

_MOST_BYTES = 4 << 20
BODY, TITLE, ANSWER = "body.md", "title.txt", "answer.txt"


@click.command(name="propose")
@click.option("--form", "form", type=click.Path(), help="The body of the issue, as text.")
@click.option(
    "--event",
    type=click.Path(),
    help="Instead: the event of GitHub (JSON) that has the issue in it.",
)
@click.option(
    "--out",
    type=click.Path(),
    help=f"A folder for {BODY} and {TITLE} of a pull request, or {ANSWER}; left out, they are printed.",
)
@with_book
def command(
    form: str | None,
    event: str | None,
    out: str | None,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Carry out what a form of the repository asks for, in the files as they lie here.

    One value of one document is changed, its comments and layout stay. An answer that cannot be carried out is
    told in plain words (exit 1), and no document is written.

    \b
    Examples:
      watchbill propose --form issue.md
      watchbill propose --event "$GITHUB_EVENT_PATH" --out build/proposal
    """
    if (form is None) == (event is None):
        raise click.UsageError("say either --form or --event")
    body = _body(Path(form or event or ""), of_event=event is not None)
    options = Options(root=root, extra=extra, at=at, cached=not no_cache)
    try:
        asked = propose(open_book(root, extra, at, no_cache), body)
    except Wrong as error:
        said = wrong_words(error.label, str(error))
        _put(out, {ANSWER: f"{said}\n"})
        click.echo(f"watchbill: {shown(said, len(said))}", err=True)
        return Exit.FAULTS
    before = check(options).findings
    _write(asked)
    fresh = _fresh(before, check(options).findings)
    text = proposal_body(asked, _compared(root, extra, at, cached=not no_cache), fresh)
    _put(out, {BODY: text, TITLE: f"{asked.title}\n"})
    if out is None:
        click.echo(text, nl=False)
    click.echo(f"changed {asked.file.held.file}: {asked.title}", err=True)
    return Exit.CLEAN


def _body(path: Path, *, of_event: bool) -> str:
    """The text of the issue. Raises CannotRun."""
    try:
        raw = path.read_bytes()
        if len(raw) > _MOST_BYTES:
            raise CannotRun(f"{path} has more than {_MOST_BYTES:,} bytes")
        text = raw.decode("utf-8-sig")
        found = json.loads(text)["issue"]["body"] if of_event else text
    except OSError as error:
        raise CannotRun(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        what = "an event that has an issue in it" if of_event else "a text in UTF-8"
        raise CannotRun(f"{path} is not {what}") from None
    return str(found or "")


def _write(asked: Proposal) -> None:
    try:
        write_bytes(asked.file.held.path, asked.file.raw)
    except OSError as error:
        file = asked.file.held.file
        raise CannotRun(f"{file} cannot be written: {error.strerror or error}") from None


def _put(out: str | None, files: dict[str, str]) -> None:
    """Writes the files of an answer into its folder, and takes away those of an earlier one. Raises CannotRun."""
    if out is None:
        return
    try:
        for name in (BODY, TITLE, ANSWER):
            if name in files:
                write_whole(Path(out) / name, files[name])
            else:
                (Path(out) / name).unlink(missing_ok=True)
    except OSError as error:
        raise CannotRun(f"{out} cannot be written: {error.strerror or error}") from None


def _fresh(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The errors and warnings that were not there before, wherever they stand now."""
    known = {(one.rule, one.message, one.document) for one in before}
    loud = (one for one in after if one.level is not Level.NOTE)
    return [one for one in loud if (one.rule, one.message, one.document) not in known]


def _compared(
    root: str, extra: Sequence[str], at: datetime | None, *, cached: bool
) -> Comparison | str:
    """What the change means against the commit that is checked out, or why that cannot be told."""
    try:
        return compared(Wanted("HEAD", "", root, tuple(extra), at, cached))
    except CannotRun as error:
        return str(error)
