"""`watchbill import ics`: a calendar feed of who is on call, as a schedule."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from watchbill.cli.days import DayType, beginning
from watchbill.cli.imported_rota import (
    Rota,
    answers_within,
    finish,
    handles_from,
    raw_of,
    regions_by_zone,
    with_rota,
)
from watchbill.cli.options import open_book, with_book
from watchbill.errors import CannotRun
from watchbill.importers.ics.carry import Wish, carry
from watchbill.importers.ics.feed import Feed, events_of, read_feed
from watchbill.importers.watch import Head
from watchbill.load.loaded import Loaded
from watchbill.load.markdown import slug
from watchbill.load.text import shown
from watchbill.model.types import ID_PATTERN, zones
from watchbill.timeline.spans import Span

_MOST_DAYS = 800


@click.command(name="ics")
@click.argument("file", type=click.Path())
@click.option("--from", "since", type=DayType(), required=True, help="The first day that is read.")
@click.option("--to", "until", type=DayType(), required=True, help="The day on which it ends.")
@click.option("--id", "id", default="", help="The schedule's id; left out, from the file's name.")
@click.option("--title", default="", help="Its title; left out, made from the id.")
@click.option(
    "--timezone", "clock", default="", help="Its clock; left out, the feed's or region's."
)
@with_rota
@with_book
def command(
    file: str,
    rota: Rota,
    since: date | datetime,
    until: date | datetime,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    **named: str,
) -> int:
    """Bring a feed of who is on call in from FILE (iCalendar), as one schedule.

    An event's summary is who is on call. Where turns are behind the events they are found; where they are
    broken, stand-ins are written; where the range shows no turns, everybody else is a stand-in. What was
    written is compared with the feed at every minute of the range, and what stays different is listed.

    \b
    Example:
      watchbill import ics duty.ics --from 2026-09-07 --to 2026-11-30 --owner response --region emea
    """
    loaded = open_book(root, extra, at, no_cache)
    feed = read_feed(raw_of(file), file)
    handles = handles_from(rota)
    wish = _wish(loaded, rota, feed, file, (since, until), named)
    found = carry(events_of(feed, wish.span, wish.zone), wish, handles)
    if found.why:
        raise CannotRun(f"{shown(file, 200)}: {found.why}")
    schedules = {wish.head.id: found.data}
    return finish(loaded, Path(root), rota, schedules, handles.known, found.told)


def _wish(
    loaded: Loaded,
    rota: Rota,
    feed: Feed,
    file: str,
    ends: tuple[Any, Any],
    named: dict[str, str],
) -> Wish:
    """Raises CannotRun for what is no id, no zone, no range, or is there already."""
    id = named["id"] or slug(Path(file).stem)
    if not re.fullmatch(ID_PATTERN, id) or len(id) > 64:
        raise CannotRun(f"`{shown(id)}` is no id: lower-case words joined by hyphens (--id)")
    card = loaded.book.card(f"schedule:{id}")
    if card:
        raise CannotRun(f"there is a schedule `{id}` already: {card.file}; say --id")
    regions = regions_by_zone(loaded, rota)
    own = loaded.book.regions()[rota.region].timezone if rota.region else ""
    clock = named["clock"] or feed.zone or own
    if clock not in zones():
        raise CannotRun(f"`{shown(clock)}` is no zone: say --timezone or --region")
    region = rota.region or regions.get(clock, "")
    if not region:
        raise CannotRun(f"no single region of the book has the clock {clock}; say --region")
    span = Span(*(beginning(one, clock) for one in ends))
    if not 0 < span.end - span.start <= _MOST_DAYS * 86_400:
        raise CannotRun(f"--from comes before --to, at most {_MOST_DAYS} days")
    title = named["title"] or id.replace("-", " ").capitalize()
    head = Head(id, title, rota.owner, answers_within(rota) or "15m")
    return Wish(file, head, region, clock, span, regions)
