"""What happens to a case in a gap of a queue changed.

It is all that is done for whoever reports at that hour.

Before:
    kind: queue
    gaps:
      - {language: en, hours: "02:00-06:00", timezone: Europe/Lisbon, then: It waits}
After:
    kind: queue
    gaps:
      - {language: en, hours: "02:00-06:00", timezone: Europe/Lisbon, then: It is closed}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "queue/gap-answer"
OF = ("queue",)
FIELDS = ("gaps.*.then",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what happens to a case then"), Weight.MAJOR)
