"""The record that an indicator is read from changed.

Another record counts other things, even under the same names.

Before:
    kind: indicator
After:
    kind: indicator
    source: {system: Dashboard, fields: [decision, second decision]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "indicator/source"
OF = ("indicator",)
FIELDS = ("source.system", "source.fields.*")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown("the record that it is read from", Weight.MAJOR)
