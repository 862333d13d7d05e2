"""`watchbill drill`: a tabletop exercise drawn from a playbook and a seed."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from watchbill.cli.case import known, minute
from watchbill.cli.named import named
from watchbill.cli.options import InstantType, open_book
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.model.readiness import Drill as Planned
from watchbill.model.response import Playbook
from watchbill.report.drill.facilitator import facilitator
from watchbill.report.drill.players import players
from watchbill.simulate.drill.case import Asked, Drill
from watchbill.simulate.drill.drill import UnsoundError, drill
from watchbill.simulate.drill.way import NoWayError
from watchbill.simulate.matrix import NoPathError
from watchbill.simulate.roster import NeverOpenError
from watchbill.timeline.zones import seconds
from watchbill.writing import write_whole

SHEETS = {"facilitator.md": facilitator, "players.md": players}


@click.command(name="drill")
@click.argument("name", metavar="PLAYBOOK|DRILL")
@click.option("--seed", type=int, help="A whole number; another draws another drill; left out, 1.")
@click.option(
    "--at",
    type=InstantType(),
    help="When it begins; left out, drawn from the four weeks after HEAD.",
)
@click.option("--severity", default="", help="The severity; left out, the default one.")
@click.option("--region", default="", help="The region, as the matrix reads it; left out, drawn.")
@click.option("--audience", default="", help="What the players may read; left out, the playbook's.")
@click.option("--out", type=click.Path(), help="The folder; left out, build/drills/PLAYBOOK-SEED.")
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
@click.option(
    "--with", "extra", multiple=True, type=click.Path(), help="Another folder that joins."
)
@click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing.")
def command(
    name: str,
    seed: int | None,
    at: datetime | None,
    severity: str,
    region: str,
    audience: str,
    out: str | None,
    root: str,
    extra: tuple[str, ...],
    no_cache: bool,
) -> int:
    """Write a tabletop exercise: a sheet for the facilitator, and one with cards for the players.

    Somebody does not answer, a vendor site goes down, clocks collide, a fact turns up late, an answer is
    in doubt; what should happen and by when comes from the simulation. The same book, seed and instant
    give the same sheets. The players' sheet has no answers, and nothing above the audience. The name of a
    drill of the book stands for its first playbook and for what its `kit` says.

    \b
    Examples:
      watchbill drill terrorist-removal-order --seed 7
      watchbill drill csae-apparent --at 2026-12-24T23:30:00Z --region emea
      watchbill drill removal-order-at-night
    """
    loaded = open_book(root, extra, at, no_cache)
    given = _given(loaded.book, _Given(name, seed, at, region, out))
    card = named(loaded, given.playbook, "playbook")
    playbook = loaded.book.find(card.key) if card else None
    if not isinstance(playbook, Playbook):
        return Exit.FAULTS
    asked = _asked(loaded, playbook, given, severity, audience)
    folder = given.out or f"build/drills/{playbook.id}-{asked.seed}"
    _write(Path(folder), _drawn(loaded, asked))
    return Exit.CLEAN


class _Given(NamedTuple):
    """What was asked for; None and "" where it was left out."""

    playbook: str
    seed: int | None
    at: datetime | None
    region: str
    out: str | None


def _given(book: Book, given: _Given) -> _Given:
    """With what the kit says of what was left out, where a drill of the book is named. Raises UsageError."""
    id = given.playbook.removeprefix("drill:")
    planned = book.get(Planned, id)
    if planned is None or book.has(f"playbook:{id}"):
        return given
    kit = planned.kit
    if kit is None:
        raise click.UsageError(f"drill `{id}` has no `kit`: name its playbook instead")
    return _Given(
        planned.playbooks[0],
        kit.seed if given.seed is None else given.seed,
        given.at or kit.at,
        given.region or kit.region or "",
        given.out or f"build/drills/{id}",
    )


def _asked(
    loaded: Loaded, playbook: Playbook, given: _Given, severity: str, audience: str
) -> Asked:
    book = loaded.book
    return Asked(
        playbook.id,
        1 if given.seed is None else given.seed,
        minute(given.at) if given.at else None,
        seconds(book.now),
        known("severity", severity, book.severities()),
        known("region", given.region, book.regions()),
        _audience(loaded, playbook, audience),
    )


def _audience(loaded: Loaded, playbook: Playbook, audience: str) -> str:
    """The audience, if it may read the playbook; who may not cannot play it. Raises UsageError."""
    book = loaded.book
    known("audience", audience, book.audiences())
    own, tiers = book.audience_of(playbook), book.tiers()
    if audience and own not in tiers.readable(audience):
        able = ", ".join(one for one in book.audiences() if own in tiers.readable(one))
        raise click.UsageError(
            f"{playbook.id} is for `{own}`, which `{audience}` may not read ({able} may)"
        )
    return audience


def _drawn(loaded: Loaded, asked: Asked) -> Drill:
    try:
        return drill(loaded.book, asked)
    except UnsoundError:
        raise CannotRun(
            f"the steps of {asked.playbook} do not hang together; `watchbill lint` says where"
        ) from None
    except (NoPathError, NoWayError) as error:
        raise CannotRun(str(error.args[0])) from None
    except NeverOpenError as error:
        raise CannotRun(f"nobody ever stands {error}") from None


def _write(folder: Path, drawn: Drill) -> None:
    """Both sheets, and their paths on standard output."""
    for name, sheet in SHEETS.items():
        file = folder / name
        try:
            write_whole(file, sheet(drawn))
        except OSError as error:
            raise CannotRun(f"cannot write {file}: {error.strerror or error}") from None
        click.echo(str(file))
    if drawn.tiers:
        click.echo(f"The facilitator's sheet is also for: {', '.join(drawn.tiers)}.", err=True)
