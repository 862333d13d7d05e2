"""The hours in which a site has nobody for a language became more or fewer.

In these hours a case in the language waits.

Before:
    kind: vendor
    language_gaps:
      - {language: en, site: porto, hours: "02:00-06:00"}
After:
    kind: vendor
    language_gaps:
      - {language: en, site: porto, hours: "02:00-08:00"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, window
from watchbill.diff.verdict import Verdict

ID = "vendor/language-gap-hours"
OF = ("vendor",)
FIELDS = ("language_gaps.*.hours",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Other hours that neither hold the earlier ones nor lie in them are for a reader."""
    return window(
        edit, spot(edit, twice, "the hours without it"), Weight.MAJOR, more=Direction.WEAKER
    )
