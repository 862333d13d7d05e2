"""Hours in which a site has nobody for a language came or went.

In these hours a case in the language waits.

Before:
    kind: vendor
After:
    kind: vendor
    language_gaps:
      - {language: en, site: porto, hours: "02:00-06:00"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes

ID = "vendor/language-gap"
OF = ("vendor",)
FIELDS = ("language_gaps.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By site and language."""
    return exposes(edit, "hours without a language", Weight.MAJOR)
