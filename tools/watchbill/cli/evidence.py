"""`watchbill evidence`: what an auditor asks for of one law or document over a period, as one archive."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from watchbill.cli.evidence_bundle import Made, made
from watchbill.cli.evidence_gate import Gate
from watchbill.cli.evidence_meant import Sought
from watchbill.cli.evidence_proofs import Proofs
from watchbill.cli.evidence_turns import Work, reviews_of
from watchbill.diff.walked import Days, Walked, days_of, walked
from watchbill.errors import CannotRun, Exit
from watchbill.load.text import shown
from watchbill.model.types import parse_date
from watchbill.report.archive import archive, checked
from watchbill.report.evidence.bundle import Asked
from watchbill.report.evidence.files import files
from watchbill.writing import write_bytes


class DayOnly(click.ParamType[date]):
    """A day in UTC."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error for anything else."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except ValueError:
            self.fail(f"`{shown(value)}` is no day; write it as 2026-11-02", param, ctx)


@click.command(name="evidence")
@click.option(
    "--for", "words", default="", metavar="ARTICLE|ID", help="A provision of law, or a document."
)
@click.option(
    "--from", "since", type=DayOnly(), help="The first day; left out, a year before the last."
)
@click.option(
    "--to", "until", type=DayOnly(), help="The last day; left out, that of the last commit."
)
@click.option(
    "--reviews",
    metavar="REVIEWS",
    type=click.Path(),
    help="A JSON file: for each commit its reviews, as `approvals` reads them.",
)
@click.option(
    "--audience",
    default="internal",
    show_default=True,
    help="Who reads it; what is above that tier is left out.",
)
@click.option(
    "--reader",
    default="",
    metavar="ID",
    help="The team, vendor or partner that reads it, for documents narrowed by `only`.",
)
@click.option(
    "--out",
    type=click.Path(),
    help="Where the archive goes; left out, evidence-<id>-<last day>.zip.",
)
@click.option(
    "--check",
    "check_",
    type=click.Path(),
    metavar="FILE",
    help="Compare a bundle with its list of hashes instead.",
)
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
@click.option("--no-cache", is_flag=True, help="Prove everything anew and keep nothing.")
def command(
    words: str,
    since: date | None,
    until: date | None,
    reviews: str | None,
    audience: str,
    reader: str,
    out: str | None,
    check_: str | None,
    root: str,
    no_cache: bool,
) -> int:
    """Write what Git and the proofs know of a law, a playbook or any document over a period, as one archive.

    Every version of every document concerned, each change with its meaning and who had to agree, the worst minute
    at the start, after each change and at the end, the scenarios, what was accepted, and what could not be shown.
    INDEX.md is read first. The same commits give the same bytes.

    REVIEWS hold, by the full name of a commit on the main line, what `watchbill approvals --reviews` reads:
    {"commits": {"<commit>": {"author": ..., "commit": ..., "reviews": [...], "teams": {...}}}}

    \b
    Examples:
      watchbill evidence --for "Reg. (EU) 2021/784 Art 3"
      watchbill evidence --for csae-apparent --from 2026-01-01 --to 2026-06-30 --reviews reviews.json
      watchbill evidence --for eu-gdpr-33 --audience vendor --out for-the-auditor.zip
      watchbill evidence --check for-the-auditor.zip
    """
    if bool(words) is bool(check_):
        raise click.UsageError("say either --for, or --check with a bundle")
    if check_:
        return _checked(Path(check_))
    days = days_of(root, since, until)
    given = reviews_of(Path(reviews)) if reviews else {}
    walk = _walked(root, days, words)
    books = [point.loaded.book for point in walk.points if point.loaded]
    work = Work(root, walk, Gate(books, audience, reader), Proofs(root, cached=not no_cache), given)
    found = made(work, Asked(words, walk.subjects, days.first, days.last, audience, reader), days)
    work.proofs.keep()
    return _written(work, found, days, out)


def _walked(root: str, days: Days, words: str) -> Walked:
    """The states that what is meant went through. Raises CannotRun where nothing is."""
    sought = Sought(words)
    walk = walked(root, days, sought.find)
    if not walk.subjects:
        raise CannotRun(f"{sought.nothing} from {days.first} to {days.last}")
    return walk


def _written(work: Work, found: Made, days: Days, out: str | None) -> int:
    """Writes the archive, and says what is in it and what is not."""
    bundle, walk = found.bundle, work.walked
    whole = files(bundle, found.stored)
    work.gate.check((name, raw.decode("utf-8", "replace")) for name, raw in sorted(whole.items()))
    name = bundle.titles[0][0].partition(":")[2]
    target = Path(out or f"evidence-{name}-{days.last}.zip")
    try:
        write_bytes(target, archive(whole, walk.last.name, walk.last.made))
    except OSError as error:
        raise CannotRun(f"{target} cannot be written: {error.strerror or error}") from None
    click.echo(
        f"{target}: {len(whole)} files, {len(bundle.states)} states, {len(bundle.turns)} changes,"
        f" {days.first} to {days.last}, up to commit {walk.last.name[:12]}"
    )
    for one in bundle.missing:
        click.echo(f"watchbill: {one}", err=True)
    return Exit.CLEAN


def _checked(path: Path) -> int:
    """Compares a bundle with its list; the exit code is 1 where anything differs."""
    faults = checked(path)
    for one in faults:
        click.echo(one)
    if not faults:
        click.echo(f"{path}: every file is as its list says")
    return Exit.FAULTS if faults else Exit.CLEAN
