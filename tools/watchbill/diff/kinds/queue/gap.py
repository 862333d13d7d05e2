"""Hours in which nobody works a queue in a language are stated, or are no more.

In these hours a case in the language waits.

Before:
    kind: queue
After:
    kind: queue
    gaps:
      - {language: en, hours: "02:00-06:00", timezone: Europe/Lisbon, then: It waits}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "queue/gap"
OF = ("queue",)
FIELDS = ("gaps.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By language."""
    return exposes(edit, "hours without anybody", Weight.CRITICAL)
