"""A shift's hours are on a wall clock of its own region.

A shift of Europe on Singapore's clock stands its watch eight hours off. Only the zone of another
declared region is reported: a region may have more zones than its hub's.

Bad:
    kind: organization
    regions:
      - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
      - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
    ---
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Asia/Singapore, hours: 24h, members: [desk-01], from: 2026-11-30}

Good:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin, hours: 24h, members: [desk-01], from: 2026-11-30}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Schedule
from watchbill.where import Address

ID = "schedule/foreign-zone"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """The zone of every shift."""
    for schedule in book.each(Schedule):
        regions = book.regions()
        hubs = {region.timezone: region.id for region in regions.values()}
        for position, shift in enumerate(schedule.shifts):
            home = regions.get(shift.region)
            if home and shift.timezone != home.timezone and shift.timezone in hubs:
                yield Hit(
                    Address(schedule.key, ("shifts", position, "timezone")),
                    f"shift `{shift.id}` is of region `{home.id}`, but runs on the clock of"
                    f" `{hubs[shift.timezone]}`",
                    f"write `{home.timezone}`, or name the other region",
                )
