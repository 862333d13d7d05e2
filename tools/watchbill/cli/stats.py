"""`watchbill stats`: everything in the book, counted, and how it stands."""

from collections.abc import Iterator
from datetime import datetime

import click

import watchbill
from watchbill.cli.evidence_proofs import Proofs
from watchbill.cli.options import open_book, with_book
from watchbill.errors import Exit
from watchbill.load.loaded import Loaded
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.report.stats.count import count
from watchbill.report.stats.figures import Stats, proven, reviews, scenarios
from watchbill.report.stats.json import as_json
from watchbill.report.stats.plain import plain
from watchbill.report.stats.text import text
from watchbill.simulate.proof.summary import Summary
from watchbill.simulate.scenario import runs
from watchbill.simulate.touched import shares
from watchbill.timeline.zones import tz_version

_FORMS = {"text": text, "json": as_json}


@click.command(name="stats")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@with_book
def command(
    form: str, root: str, extra: tuple[str, ...], at: datetime | None, no_cache: bool
) -> int:
    """Count everything in the book, and say how it stands.

    Documents, reviews, references, steps and words; what scenarios touch; the least slack of each legal clock
    over 400 days; scenarios by playbook; and the school grade that can read each document. Of long lists text
    shows the ten that come first; JSON has them whole.

    \b
    Examples:
      watchbill stats
      watchbill stats --format json --at 2027-01-01T00:00:00Z
    """
    loaded = open_book(root, extra, at, no_cache)
    book = loaded.book
    played = [run for one in book.all(Scenario) for run in runs(book, one)]
    found = Stats(
        book.now,
        f"watchbill {watchbill.__version__}",
        tz_version(),
        count(book),
        reviews(book),
        shares(book, [run.trace for run in played if run.trace]),
        proven(_summaries(loaded, Proofs(root, cached=not no_cache))),
        scenarios(book, played),
        plain(book),
    )
    click.echo(_FORMS[form](found), nl=False)
    return Exit.CLEAN


def _summaries(loaded: Loaded, proofs: Proofs) -> Iterator[tuple[str, Summary | None]]:
    """Each playbook proven; what was proven before and rests on nothing new is not proven again."""
    for playbook in loaded.book.all(Playbook):
        yield playbook.id, proofs.summary(loaded, playbook, ())
    proofs.keep()
