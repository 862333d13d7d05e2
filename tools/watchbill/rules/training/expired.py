"""The certificates that a training records are not older than they hold.

People who were tested a year ago on rules of a year ago work the queue of today. The day is that of the
latest round of tests at a site.

Bad:
    kind: training
    valid: 30d

Good:
    kind: training
    valid: 90d
"""

from collections.abc import Iterator
from datetime import timedelta

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Training
from watchbill.where import Address

ID = "training/expired"
LEVEL = Level.ERROR
CLOCK = True


def check(book: Book) -> Iterator[Hit]:
    """Every group and site of every training."""
    for training in book.each(Training):
        holds = timedelta(seconds=training.valid.nominal_seconds)
        for place, one in enumerate(training.certified):
            ends = one.day + holds
            if one.people and ends < book.today:
                where = f" in `{one.site}`" if one.site else ""
                yield Hit(
                    Address(training.key, ("certified", place, "day")),
                    f"the certificates of `{one.who}`{where} ended on {ends}",
                    "test again and record the day, or take the people off the queue",
                )
