"""Our own limit for a law changed.

It is there so that a slip is ours before it is a breach. It is counted as the law counts, and compared at every
minute of 400 days.

Before:
    kind: guard-bands
    bands: [{obligation: answer-law, within: 12h}]
After:
    kind: guard-bands
    bands: [{obligation: answer-law, within: 20h}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.promises import guard_of, moved
from watchbill.diff.timed import told
from watchbill.diff.verdict import Verdict, exposes, neutral, protects, unknown
from watchbill.model.law import Band, GuardBands, Obligation

ID = "guard-bands/limit"
OF = ("guard-bands",)
FIELDS = ("bands.*", "bands.*.within", "bands.*.only_if.*", "bands.*.why")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """By when it is due, before and after; a limit that is gone is kept by nobody."""
    band = _band(edit, twice)
    what = f"our own limit for {band.obligation}" if band else "our own limit for a law"
    if edit.field == "bands.*.why":
        return neutral(f"why {what} is what it is")
    if edit.field == "bands.*.only_if.*":
        return exposes(edit, f"the condition of {what}", Weight.MAJOR)
    if edit.how in (How.ADDED, How.REMOVED):
        return protects(edit, what, Weight.MAJOR)
    laws = [book.get(Obligation, band.obligation) if band else None for book in books]
    limits = [
        guard_of(book, law, within) if law else None
        for book, law, within in zip(books, laws, (edit.before, edit.after), strict=True)
    ]
    old, new = limits
    if old is None or new is None:
        return unknown(what, Weight.MAJOR)
    found = moved(books, old, new)
    if found.direction is None:
        return None
    return Verdict(found.direction, Weight.MAJOR, what, told(found, new.zone), old.text, new.text)


def _band(edit: Edit, twice: Twice) -> Band | None:
    document = twice.after if edit.new else twice.before
    path = edit.new or edit.old or ()
    if not isinstance(document, GuardBands) or not isinstance(path[1], int):
        return None
    return document.bands[path[1]]
