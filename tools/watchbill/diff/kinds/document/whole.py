"""A whole document came or went.

What it promised, who was called and which words were sent came or went with it. A document that only has
another id says `moved_from`, and is the same document.

Before:
    kind: harm
    id: fraud
After:
    kind: harm
    id: spam
    title: Spam
Direction: stronger, backwards weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral, protects

ID = "document/whole"
OF = ("*",)
FIELDS = ("",)

_CRITICAL = frozenset(
    (
        "obligation",
        "playbook",
        "escalation",
        "schedule",
        "severity",
        "service-level",
        "queue",
        "exposure-limit",
    )
)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A draft and a scenario commit nobody."""
    document = twice.one
    if document.kind == "scenario" or document.status == "draft":
        return neutral(f"the {document.kind}", Weight.MINOR)
    weight = Weight.CRITICAL if document.kind in _CRITICAL else Weight.MAJOR
    return protects(edit, f"the {document.kind}", weight)
