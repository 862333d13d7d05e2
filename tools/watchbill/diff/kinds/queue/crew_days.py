"""A crew works a queue on other days.

Cases that come in on the others wait until it is back.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, days: every-day}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, days: mon-fri}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.kinds._measures import week
from watchbill.diff.kinds.queue._crews import crews
from watchbill.diff.verdict import Verdict
from watchbill.timeline.windows import week_days

ID = "queue/crew-days"
OF = ("queue",)
FIELDS = ("worked_by.*.days", "worked_by.*.days.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """`mon-fri` and its five days are the same; holidays are no day of the week."""
    before, after = (week_days(crew.days) for crew in crews(twice, inside(edit, twice)[0]))
    return week(before, after, spot(edit, twice, "on which days it works"), Weight.CRITICAL)
