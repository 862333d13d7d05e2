"""A vendor must tell us of an incident of its own sooner or later.

Until it does, we do not know that what users trusted us with is out.

Before:
    kind: vendor
    incident_notice: 1h
After:
    kind: vendor
    incident_notice: 4h
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length

ID = "vendor/incident-notice"
OF = ("vendor",)
FIELDS = ("incident_notice",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A limit on the vendor: longer is weaker."""
    return length(edit, "how soon it must tell us of an incident of its own", Weight.MAJOR)
