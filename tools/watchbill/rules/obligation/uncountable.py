"""The unit of a period fits the way in which the law counts.

Business days counted as elapsed time, or months as hours, give a deadline that the law does not
know.

Bad:
    kind: obligation
    due: 2bd

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

ID = "obligation/uncountable"
LEVEL = Level.ERROR


UNFIT = {
    "elapsed": ("bd", "mo", "y"),
    "calendar-days": ("bd",),
    "months": ("bd",),
    "business-days": ("mo", "y"),
    "eu-1182-71": (),
}


def check(book: Book) -> Iterator[Hit]:
    """Every period of every law."""
    for law in book.each(Obligation):
        for field in ("due", "keep", "every", "not_before"):
            period = getattr(law, field)
            if period is not None and period.unit in UNFIT[law.counting]:
                yield Hit(
                    Address(law.key, (field,)),
                    f"`{period}` cannot be counted as `{law.counting}`",
                    "set `counting` to how the law counts, or write the period in its unit",
                )
