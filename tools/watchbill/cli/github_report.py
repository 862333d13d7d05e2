"""`watchbill github report`: what a change means, told within a workflow that may only read."""

from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.compared import Wanted, compared, read_reviews
from watchbill.cli.files import write
from watchbill.cli.options import with_book, with_exports, with_merged
from watchbill.cli.rendered import exit_code, rendered, with_fail_on
from watchbill.diff.change import Direction
from watchbill.errors import CannotRun, Exit
from watchbill.github.runner import event, leave, summarize
from watchbill.report.approvals import as_json
from watchbill.report.changes import Comparison, counts, headline
from watchbill.report.changes_markdown import could_not

_FILES = {"change.md": "markdown", "change.json": "json", "change.sarif": "sarif"}


@click.command(name="report")
@click.option("--base", default="", help="The revision before; left out, that of the event.")
@click.option("--head", default="HEAD", show_default=True, help="The revision after.")
@click.option(
    "--out", type=click.Path(), help="A folder for change.md, .json, .sarif and approvals.json."
)
@click.option(
    "--annotations/--no-annotations", default=True, help="Whether to annotate lines of the change."
)
@click.option("--reviews", type=click.Path(), help="What `github reviews` wrote.")
@with_fail_on
@with_merged
@with_exports
@with_book
def command(
    base: str,
    head: str,
    out: str | None,
    annotations: bool,
    reviews: str | None,
    fail_on: tuple[Direction, ...],
    merged: bool,
    exports: bool,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Compare, and tell it everywhere a run may: its summary, annotations, outputs, and files for an artifact.

    The outputs are `verdict`, and how many changes are `weaker`, `unknown`, `stronger` and `neutral`; where nothing
    could be compared the verdict says so, and there are no numbers.

    \b
    Examples:
      watchbill github report
      watchbill github report --root handbook --fail-on weaker --out build/reports
    """
    try:
        wanted = Wanted(base or _base(), head, root, extra, at, not no_cache, merged, exports)
        found = compared(wanted, read_reviews(reviews))
    except CannotRun as error:
        _not_compared(str(error), out)
        raise
    if isinstance(found, str):
        _not_compared(found, out)
        click.echo(f"watchbill: COULD NOT COMPARE: {found}", err=True)
        return Exit.FAULTS
    _told(found, out)
    if annotations:
        click.echo(rendered(found, "github"), nl=False)
    return exit_code(found, fail_on)


def _base() -> str:
    """The base of the pull request that the run is for. Raises CannotRun."""
    pull = event().get("pull_request")
    base = pull.get("base") if isinstance(pull, dict) else None
    sha = base.get("sha") if isinstance(base, dict) else None
    if not isinstance(sha, str):
        raise CannotRun("the event is about no pull request; say `--base`")
    return sha


def _told(found: Comparison, out: str | None) -> None:
    for name, form in _FILES.items() if out else ():
        write(Path(out or "") / name, rendered(found, form))
    if out and found.approvals is not None:
        write(Path(out) / "approvals.json", as_json(found.approvals))
    summarize(rendered(found, "markdown"))
    click.echo(headline(found), err=True)
    leave({"verdict": headline(found), **counts(found)})


def _not_compared(why: str, out: str | None) -> None:
    text = could_not(why)
    if out:
        write(Path(out) / "change.md", text)
    summarize(text)
    leave({"verdict": "COULD NOT COMPARE"})
