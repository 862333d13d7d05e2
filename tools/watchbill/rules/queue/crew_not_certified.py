"""Whoever works a queue holds the certificates that it asks for, a standby crew too.

On the night when a site goes dark, its queues go to people who were never taught them. A certificate that
nobody of a site holds is found out then.

Bad:
    kind: queue
    needs: [basics]
    ---
    kind: training
    certified: []

Good:
    kind: queue
    needs: [basics]
    ---
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-10-01}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Queue
from watchbill.rules.queue._crews import missing
from watchbill.where import Address

ID = "queue/crew-not-certified"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every crew of every queue that is not a draft."""
    for queue in book.each(Queue):
        if queue.status == "draft":
            continue
        for place, crew in enumerate(queue.worked_by):
            for training in missing(book, queue, crew):
                where = f" in `{crew.site}`" if crew.site else ""
                yield Hit(
                    Address(queue.key, ("worked_by", place, "who")),
                    f"nobody of `{crew.who}`{where} holds the certificate `{training.id}`",
                    f"record who does under `certified:` of training `{training.id}`,"
                    " or give the queue to others",
                )
