"""A tier of readers came or went.

With it come pages that only it may read, and people who may read those below it.

Before:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
      - {id: privileged, title: Counsel, reads: [vendor]}
After:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "organization/tier"
OF = ("organization",)
FIELDS = ("audiences.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Who belongs to it is known outside the book."""
    return unknown("a tier of readers", Weight.MAJOR)
