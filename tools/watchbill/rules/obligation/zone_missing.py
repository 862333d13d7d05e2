"""A period counted in days or months says in which zone, and one counted in working days in which calendar.

Midnight in Dublin is not midnight in Manila: without a zone the deadline is off by up to a day, and
without a calendar a holiday counts as work.

Bad:
    kind: obligation
    due: 3d
    counting: business-days

Good:
    kind: obligation
    due: 2bd
    counting: business-days
    timezone: Europe/Dublin
    calendar: office
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.where import Address

ID = "obligation/zone-missing"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every law that does not count elapsed time."""
    for law in book.each(Obligation):
        if law.counting == "elapsed":
            continue
        at = Address(law.key, ("counting",))
        if law.timezone is None:
            yield Hit(
                at,
                f"`{law.counting}` are counted in a zone, and none is given",
                "add `timezone`: where the law counts, such as Europe/Dublin",
            )
        if law.calendar is None and law.counting in ("business-days", "eu-1182-71"):
            yield Hit(
                at,
                f"`{law.counting}` needs to know the holidays, and no calendar is given",
                "add `calendar`",
            )
