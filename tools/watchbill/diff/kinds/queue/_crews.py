"""What the kinds that speak of crews share: a crew in both states, and the hours in which it works."""

from watchbill.diff.books import Twice
from watchbill.model.book import Book
from watchbill.model.operations import Crew, Queue
from watchbill.model.organization import Vendor
from watchbill.model.types import Hours


def crews(twice: Twice, id: str) -> list[Crew]:
    """The crew of this id in each state of a queue in which it is."""
    queues = (one for one in twice if isinstance(one, Queue))
    return [crew for queue in queues for crew in queue.worked_by if crew.id == id]


def hours_of(book: Book, crew: Crew) -> Hours | None:
    """The hours of a crew on the wall: its own, or its site's; None where watches decide."""
    if crew.hours is not None:
        return crew.hours
    vendor = book.get(Vendor, crew.who)
    sites = vendor.sites if vendor else ()
    return next((site.hours for site in sites if site.id == crew.site), None)
