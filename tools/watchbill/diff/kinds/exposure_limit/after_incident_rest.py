"""The break after incidents became longer or shorter.

It is when people find out how they are.

Before:
    kind: exposure-limit
    after_incidents:
      - {severity: P0, rest: 1d}
After:
    kind: exposure-limit
    after_incidents:
      - {severity: P0, rest: 4h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/after-incident-rest"
OF = ("exposure-limit",)
FIELDS = ("after_incidents.*.rest",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Shorter is weaker."""
    return measure(
        edit,
        spot(edit, twice, "the break after an incident"),
        Weight.MAJOR,
        more=Direction.STRONGER,
    )
