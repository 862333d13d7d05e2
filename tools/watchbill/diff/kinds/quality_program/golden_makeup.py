"""What a golden set holds and is balanced over changed.

A class or language that is not in it is not measured.

Before:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [language, difficulty], refresh: 20%, every: 90d}
After:
    kind: quality-program
    golden_sets:
      - {id: fraud-set, harms: [fraud], items: 200, strata: [difficulty], refresh: 20%, every: 90d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/golden-makeup"
OF = ("quality-program",)
FIELDS = ("golden_sets.*.harms.*", "golden_sets.*.strata.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Each by its name."""
    return protects(edit, spot(edit, twice, "what it holds and is balanced over"), Weight.MAJOR)
