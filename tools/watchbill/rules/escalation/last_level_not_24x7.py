"""The last level of a path reaches somebody at every hour.

Behind the last level there is nobody. If it has office hours, a page at night ends there. A last
level by ticket may wait for the morning, and is not judged.

Bad:
    kind: schedule
    id: legal-watch
    cover: office

Good:
    kind: schedule
    id: legal-watch
    cover: 24x7
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.organization import Vendor
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "escalation/last-level-not-24x7"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every last level none of whose roles is on at every hour."""
    for matrix in book.each(Escalation):
        roles = book.roles()
        for name, path in matrix.paths.items():
            last = len(path.levels) - 1
            level = path.levels[last]
            if level.channel == "ticket" or any(
                role not in roles or _always(book, roles[role].staffed_by) for role in level.page
            ):
                continue
            who = ", ".join(f"`{role}` ({roles[role].staffed_by})" for role in level.page)
            yield Hit(
                Address(matrix.key, ("paths", name, "levels", last, "page")),
                f"the last level of path `{name}` pages {who}, which is not on at every hour",
                "end the path with a role whose schedule covers 24x7",
            )


def _always(book: Book, staff: str) -> bool:
    """Whether somebody is on at every hour; true where that cannot be told."""
    schedule = book.get(Schedule, staff)
    if schedule is not None:
        return schedule.cover == "24x7"
    vendor = book.get(Vendor, staff)
    if vendor is not None:
        return any(site.hours.text == "24h" and site.days == "every-day" for site in vendor.sites)
    return not (book.find(f"team:{staff}") or book.find(f"partner:{staff}"))
