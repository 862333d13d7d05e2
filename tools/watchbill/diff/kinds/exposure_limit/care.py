"""What is offered to reviewers besides changed.

Care that is no longer written down is no longer asked for.

Before:
    kind: exposure-limit
    care: [A counsellor on every shift]
After:
    kind: exposure-limit
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import listed
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/care"
OF = ("exposure-limit",)
FIELDS = ("care.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A line that was only worded anew is for a reader."""
    return listed(edit, twice, "what is offered besides", Weight.MAJOR)
