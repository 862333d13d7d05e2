"""Reviews of emergency changes that are open: overdue once their time is up."""

from collections.abc import Iterable, Iterator

from watchbill.diff.open_reviews import OpenReview, stamp
from watchbill.finding import Hit
from watchbill.model.book import Book
from watchbill.upkeep.entry import Entry, Placer, Urgency
from watchbill.where import Address


def reviews(book: Book, places: Placer, found: Iterable[OpenReview]) -> Iterator[Entry]:
    """Each open review, at the first document that its change touched and that is still there."""
    for one in found:
        key = next((key for key in one.documents if key in book.cards), "")
        late = one.close_by < book.now
        by = stamp(one.close_by)
        what = f"the emergency change of pull request {one.pull} has not been reviewed"
        yield Entry(
            Urgency.OVERDUE if late else Urgency.SOON,
            "emergency/review",
            key,
            f"{what}; that {'was' if late else 'is'} due by {by}",
            f"look at the change as if it were not in yet, then close its issue ({one.url or one.issue})",
            ", ".join(one.waits_for),
            places.place(Hit(Address(key), "")) if key else None,
            by if late else "",
            "" if late else by,
        )
