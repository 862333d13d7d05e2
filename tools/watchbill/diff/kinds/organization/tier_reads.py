"""A tier of readers may read the pages of another, or may no longer.

All pages of that tier are opened or closed at once, none of them touched itself.

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
      - {id: privileged, title: Counsel, reads: [vendor, internal]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.verdict import Verdict, exposes

ID = "organization/tier-reads"
OF = ("organization",)
FIELDS = ("audiences.*.reads.*",)


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """What a tier could read by another way in both books is no change."""
    (tier,) = inside(edit, twice)
    there = all(book.tiers().may_read(tier, edit.after or edit.before) for book in books)
    what = spot(edit, twice, "whose pages these readers may read")
    return None if there else exposes(edit, what, Weight.CRITICAL)
