"""The facts under which a step is done changed.

Each further fact that must hold lets more cases pass it over.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        only_if: [eu-linked]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import decided, spot
from watchbill.diff.kinds.playbook._steps import heavy, of_steps, step_of
from watchbill.diff.verdict import Verdict, exposes, neutral

ID = "playbook/step-condition"
OF = ("playbook",)
FIELDS = of_steps("only_if.*")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict:
    """A fact that counsel says holds passes nothing over. A step that meets a duty or takes two people weighs most."""
    weight = Weight.CRITICAL if any(map(heavy, step_of(edit, twice))) else Weight.MAJOR
    what = spot(edit, twice, "a fact that must hold for it")
    if decided(edit, books):
        return neutral(f"{what}, as counsel says it does", weight)
    return exposes(edit, what, weight)
