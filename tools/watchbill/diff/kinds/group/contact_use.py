"""When to use a way to reach a group was worded anew.

Whoever follows it may call too late, or call the wrong place.

Before:
    kind: team
    contacts:
      - {channel: chat, address: "#desk", when: At any hour}
After:
    kind: team
    contacts:
      - {channel: chat, address: "#desk", when: In office hours}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "group/contact-use"
OF = ("team", "partner", "vendor")
FIELDS = ("contacts.*.when",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "when to use it"), Weight.MINOR)
