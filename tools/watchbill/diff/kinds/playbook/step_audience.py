"""The least tier that may read a step changed.

A lower tier opens what is hidden from it for a reason.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        audience: restricted
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        audience: internal
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers, spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/step-audience"
OF = ("playbook",)
FIELDS = of_steps("audience")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """Left out, it is the audience of the playbook."""
    ground = [one.audience if one else None for one in twice]
    default = [book.default_audience() for book in books]
    old, new = (
        str(own or under or rest)
        for own, under, rest in zip((edit.before, edit.after), ground, default, strict=True)
    )
    what = spot(edit, twice, "who may read it")
    return readers(what, Weight.CRITICAL, books, (old, new))
