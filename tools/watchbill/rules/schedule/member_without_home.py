"""Whoever stands a watch is declared by a team, partner or vendor.

A handle that no group declares is a person who left, or a typing error. The pager rings for it all
the same.

Bad:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [dsk-01], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Partner, Team, Vendor
from watchbill.model.time import Schedule
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "schedule/member-without-home"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every member of a shift and of an override; silent while a group could not be read."""
    for schedule in book.each(Schedule):
        groups: tuple[Team | Vendor, ...] = (
            *book.all(Team),
            *book.all(Partner),
            *book.all(Vendor),
        )
        known = {handle for group in groups for handle in group.handles}
        if any(book.incomplete(kind) for kind in ("team", "partner", "vendor")):
            continue
        spots = [
            (("shifts", row, "members", position), member)
            for row, shift in enumerate(schedule.shifts)
            for position, member in enumerate(shift.members)
        ] + [
            (("overrides", row, "member"), swap.member)
            for row, swap in enumerate(schedule.overrides)
        ]
        for path, member in spots:
            if member not in known:
                yield Hit(
                    Address(schedule.key, path),
                    f"no team, partner or vendor declares `{member}`",
                    suggest(member, known, "add it to the `handles` of the group it belongs to"),
                )
