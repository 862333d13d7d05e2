"""It can be told when and where a crew works: a vendor's at a site and in its languages; a team's by the clock.

A crew at a site that is not there, or in a language that nobody there speaks, is cover on paper.

Bad:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: lima, languages: [en], people: 2, on_queue: 6h}

Good:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Crew, Queue
from watchbill.model.organization import Site, Vendor
from watchbill.rules.queue._crews import site_of
from watchbill.rules.suggest import suggest
from watchbill.timeline.windows import WEEK, week_days
from watchbill.where import Address

# The field at fault, what is wrong, how to mend it.
Fault = tuple[tuple[str | int, ...], str, str]
ID = "queue/crew-without-place"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every crew of every queue."""
    for queue in book.each(Queue):
        for place, crew in enumerate(queue.worked_by):
            for field, words, mend in _faults(book, crew):
                yield Hit(Address(queue.key, ("worked_by", place, *field)), words, mend)


def _faults(book: Book, crew: Crew) -> Iterator[Fault]:
    vendor = book.get(Vendor, crew.who)
    if vendor is None and book.has(f"vendor:{crew.who}"):
        return  # it could not be read
    if vendor is None:
        yield from _of_a_team(crew, scheduled=book.has(f"schedule:{crew.who}"))
        return
    site = site_of(book, crew)
    if site is None:
        sites = {one.id for one in vendor.sites}
        field = "site" if crew.site else "who"
        words = (
            f"`{vendor.id}` has no site `{crew.site}`"
            if crew.site
            else f"at which site of `{vendor.id}` is not said"
        )
        yield (field,), words, suggest(crew.site or "", sites, f"it has {', '.join(sorted(sites))}")
        return
    yield from _at_a_site(crew, site)


def _of_a_team(crew: Crew, *, scheduled: bool) -> Iterator[Fault]:
    if not scheduled and not (crew.hours and crew.timezone):
        yield (
            ("who",),
            f"when the people of `{crew.who}` work this queue is not said",
            "give `hours:` and `timezone:`, or name a schedule",
        )
    elif crew.timezone is None and (crew.hours or len(week_days(crew.days)) < len(WEEK)):
        yield (
            ("hours" if crew.hours else "days",),
            "on which clock these are is not said",
            "add `timezone:`",
        )


def _at_a_site(crew: Crew, site: Site) -> Iterator[Fault]:
    if crew.timezone is not None and crew.timezone != site.timezone:
        yield (
            ("timezone",),
            f"the people in {site.city} work by the clock of {site.timezone}",
            "leave it out",
        )
    for number, language in enumerate(crew.languages):
        if language not in site.languages:
            yield (
                ("languages", number),
                f"nobody in {site.city} covers `{language}`",
                f"its languages are {', '.join(site.languages)}",
            )
    if crew.people > site.seats:
        yield (
            ("people",),
            f"{crew.people} at once, where {site.city} has {site.seats} seats",
            "plan no more people than seats",
        )
