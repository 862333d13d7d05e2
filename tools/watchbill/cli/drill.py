"""`watchbill drill`: a tabletop exercise drawn from a playbook and a seed."""

from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.case import known, minute
from watchbill.cli.named import named
from watchbill.cli.options import InstantType, open_book
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.model.readiness import Drill as Planned
from watchbill.model.readiness import Kit
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
    book = loaded.book
    kit = _kit(book, name)
    if kit:
        name, out = kit[0], out or f"build/drills/{name.removeprefix('drill:')}"
        seed = kit[1].seed if seed is None else seed
        at, region = at or kit[1].at, region or kit[1].region or ""
    seed = 1 if seed is None else seed
    card = named(loaded, name, "playbook")
    playbook = book.find(card.key) if card else None
    if not isinstance(playbook, Playbook):
        return Exit.FAULTS
    asked = Asked(
        playbook.id,
        seed,
        minute(at) if at else None,
        seconds(book.now),
        known("severity", severity, book.severities()),
        known("region", region, book.regions()),
        _audience(loaded, playbook, audience),
    )
    _write(Path(out or f"build/drills/{playbook.id}-{seed}"), _drawn(loaded, asked))
    return Exit.CLEAN


def _kit(book: Book, name: str) -> tuple[str, Kit] | None:
    """The first playbook of a drill of the book and what its papers are made from. Raises UsageError."""
    planned = book.get(Planned, name.removeprefix("drill:"))
    if planned is None or book.has(f"playbook:{name}"):
        return None
    if planned.kit is None:
        raise click.UsageError(f"drill `{planned.id}` has no `kit`: name its playbook instead")
    return planned.playbooks[0], planned.kit


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
