"""Whether a group or site has people with a certificate is recorded, or is no more.

A queue that asks for it has nobody there who may work it.

Before:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-10-01}
      - {who: desk, people: 4, day: 2026-10-01}
After:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-10-01}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "training/certified"
OF = ("training",)
FIELDS = ("certified.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By group and site."""
    return protects(edit, "people who hold the certificate", Weight.MAJOR)
