"""A way to reach a team, vendor or partner came or went.

At night somebody goes down this list until a person answers.

Before:
    kind: team
    contacts:
      - {channel: chat, address: "#desk"}
      - {channel: phone, address: Desk line}
After:
    kind: team
    contacts:
      - {channel: chat, address: "#desk"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "group/contact"
OF = ("team", "partner", "vendor")
FIELDS = ("contacts.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By channel and address."""
    return protects(edit, "a way to reach it", Weight.MAJOR)
