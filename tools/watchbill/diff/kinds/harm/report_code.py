"""The code under which a harm is reported outside changed.

It is what is sent to the EU transparency database, or with a report to NCMEC.

Before:
    kind: harm
    dsa: {category: STATEMENT_CATEGORY_SCAMS_AND_FRAUD}
After:
    kind: harm
    dsa: {category: STATEMENT_CATEGORY_OTHER_VIOLATION_TC}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "harm/report-code"
OF = ("harm",)
FIELDS = ("dsa", "dsa.**", "ncmec.*")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The right code is for whoever signs the report."""
    return unknown("the code under which it is reported", Weight.MAJOR)
