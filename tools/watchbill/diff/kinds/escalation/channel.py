"""How the people of a level are reached changed.

A pager wakes somebody; a chat and a ticket do not.

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
        decides: analyst
        levels: [{after: 0m, page: [analyst], channel: chat}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._paths import level_of
from watchbill.diff.verdict import Verdict, ladder

ID = "escalation/channel"
OF = ("escalation",)
FIELDS = ("paths.*.levels.*.channel",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """`page` wakes, `chat` is read by who is there, a `ticket` when somebody looks."""
    what = f"how {level_of(edit)} is reached"
    return ladder(edit, ("page", "chat", "ticket"), what, Weight.CRITICAL)
