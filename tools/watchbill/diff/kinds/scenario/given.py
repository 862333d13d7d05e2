"""The situation that a scenario plays changed.

It tests another night, another answer or another place; the old one is tested no more.

Before:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: "Yes"}
After:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-24T03:10:00+00:00
      answers: {linked: "Yes"}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._lists import lists
from watchbill.diff.kinds.scenario._offsets import same_offset
from watchbill.diff.verdict import Verdict, unknown

ID = "scenario/given"
OF = ("scenario",)
FIELDS = ("given.**",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Which of the two finds more is for a reader; `+60m` and `+1h` are the same."""
    if edit.field == "given.events.*.*":
        here, there = lists(edit, twice)
        others, time = (there, edit.before) if edit.how is How.REMOVED else (here, edit.after)
        if any(same_offset(time, other) for other in others):
            return None
    return unknown(spot(edit, twice, f"what is given (`{edit.field.split('.')[1]}`)"), Weight.MINOR)
