"""An escalation path came or went, or somebody else decides on it.

Somebody must be accountable once the page is answered, and know it.

Before:
    kind: escalation
    paths:
      desk-first:
        title: The desk
        decides: analyst
        levels: [{after: 0m, page: [analyst]}]
After:
    kind: escalation
    paths:
      desk-first:
        title: The desk
        decides: counsel
        levels: [{after: 0m, page: [analyst]}]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import path_of
from watchbill.diff.verdict import Verdict, neutral, protects, unknown

ID = "escalation/path"
OF = ("escalation",)
FIELDS = ("paths.*", "paths.*.title", "paths.*.decides")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Cases are led along it by the rows of the matrix, which tell their own changes."""
    if edit.field.endswith("title"):
        return neutral(f"the title of {path_of(edit)}")
    if edit.field.endswith("decides"):
        return unknown(f"who decides on {path_of(edit)}", Weight.MAJOR)
    verdict = protects(edit, path_of(edit), Weight.MAJOR)
    return verdict._replace(before=_title(edit.before), after=_title(edit.after))


def _title(path: object) -> str:
    return str(getattr(path, "title", ""))
