"""The hours in which nobody works a queue in a language changed.

In these hours a case in the language waits.

Before:
    kind: queue
    gaps:
      - {language: en, hours: "02:00-06:00", timezone: Europe/Lisbon, then: It waits}
After:
    kind: queue
    gaps:
      - {language: en, hours: "02:00-08:00", timezone: Europe/Lisbon, then: It waits}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, window
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/gap-hours"
OF = ("queue",)
FIELDS = ("gaps.*.hours", "gaps.*.timezone")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Other hours that neither hold the earlier ones nor lie in them, or of another zone, are for a reader."""
    what = spot(edit, twice, "the hours without anybody")
    if edit.field.endswith("timezone"):
        return unknown(what, Weight.MAJOR)
    return window(edit, what, Weight.MAJOR, more=Direction.WEAKER)
