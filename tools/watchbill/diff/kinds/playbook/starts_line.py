"""A side line begins after another step or answer, or never.

Work that never begins is never done, though every step of it stands in the playbook.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        starts: [warn]
    lines:
      warn:
        - {id: tell, title: Tell, role: analyst, takes: 5m}
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
    lines:
      warn:
        - {id: tell, title: Tell, role: analyst, takes: 5m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import carried, of_answers, of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/starts-line"
OF = ("playbook",)
FIELDS = of_steps("starts.*") + of_answers("starts.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """One that begins elsewhere instead is for a reader, and for the proof."""
    return carried(edit, twice, spot(edit, twice, "a side line that begins"), Weight.CRITICAL)
