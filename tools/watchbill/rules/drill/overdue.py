"""Each playbook of the two worst severities was exercised in the last 90 days.

Half of what goes wrong at night is a number that changed and a right that was taken away. An exercise finds
it by day. Asked only where the book keeps drills; a draft is none. One that a real incident stopped does not
count, nor one that is still to come.

Bad:
    kind: drill
    held:
      - {day: 2026-06-20, groups: [desk], outcome: met}

Good:
    kind: drill
    held:
      - {day: 2026-10-20, groups: [desk], outcome: met}
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.readiness import Drill
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "drill/overdue"
LEVEL = Level.ERROR
CLOCK = True
WORST = 2
WITHIN = timedelta(days=90)
# Tomorrow has begun in the east.
TOMORROW = timedelta(days=1)


def check(book: Book) -> Iterator[Hit]:
    """Every active playbook whose cases begin at one of the worst severities."""
    for playbook in book.each(Playbook):
        drills = [drill for drill in book.all(Drill) if drill.status != "draft"]
        worst = book.severities()[:WORST]
        if not drills or playbook.status != "active" or playbook.default_severity not in worst:
            continue
        last = _last(drills, playbook.id, book.today + TOMORROW)
        if last is None or last < book.today - WITHIN:
            when = f"last exercised on {last}" if last else "never exercised"
            yield Hit(
                Address(playbook.key, ("id",)),
                f"{playbook.default_severity}, and {when}",
                "exercise it, and record that under `held:` of a drill that names it",
            )


def _last(drills: Sequence[Drill], playbook: str, until: date) -> date | None:
    days = [
        held.day
        for drill in drills
        for held in drill.held
        if playbook in (held.playbooks or drill.playbooks)
        and held.outcome != "stopped"
        and held.day <= until
    ]
    return max(days, default=None)
