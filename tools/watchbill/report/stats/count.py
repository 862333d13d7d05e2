"""What there is in a book, counted: the same book and instant give the same counts."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.report.stats.plain import WORD

_AGES = ((30, "up to 30 days"), (90, "31 to 90 days"), (180, "91 to 180 days"))
_AGES_END = (365, "181 to 365 days")
# Days ahead in which a review that falls due is told, as `watchbill upkeep` tells it.
SOON_DAYS = 30
_SOON = f"due within {SOON_DAYS} days"
_NO_WORDS = frozenset(("kind", "id"))
Counts = dict[str, dict[str, int]]


def count(book: Book) -> Counts:
    """Counts by subject, in the order in which they are shown."""
    documents = [document for key in book.keys if (document := book.find(key)) is not None]
    laws = [one for one in documents if isinstance(one, Obligation)]
    return {
        "kind": _tally(one.kind for one in documents),
        "status": _tally(one.status for one in documents),
        "audience": _tally(book.audience_of(one) or "not said" for one in documents),
        "owner": _tally(one.owner for one in documents),
        "law": _tally(one.verification for one in laws),
        "review": _reviews(book, documents),
        "references": _references(book),
        "steps": _steps(documents),
        "words": _words(documents),
        "total": {
            "documents": len(documents),
            "cannot be read": len({key.partition(":")[2] for key in book.broken}),
        },
    }


def _tally(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda one: (-one[1], one[0])))


def _reviews(book: Book, documents: Iterable[Document]) -> dict[str, int]:
    """Documents by the age of their last review, and how many are overdue."""
    today = book.now.date()
    found: dict[str, int] = dict.fromkeys(
        [*(words for _, words in (*_AGES, _AGES_END)), "over a year", "never", "overdue", _SOON], 0
    )
    for document in documents:
        if document.review is None:
            found["never"] += 1
            continue
        age = (today - document.review.last).days
        words = next((words for most, words in (*_AGES, _AGES_END) if age <= most), "over a year")
        found[words] += 1
        left = document.review.every.nominal_seconds // 86400 - age
        if document.status != "deprecated":
            found["overdue"] += left < 0
            found[_SOON] += 0 <= left <= SOON_DAYS
    return found


def _references(book: Book) -> dict[str, int]:
    """How many references there are, of them in prose, and how many documents nothing names."""
    references = [ref for card in book.cards.values() for ref in card.references]
    alone = [key for key in book.keys if not book.referrers(key)]
    prose = sum(bool(ref.word) for ref in references)
    return {"all": len(references), "in prose": prose, "documents that nothing names": len(alone)}


def _steps(documents: Iterable[Document]) -> dict[str, int]:
    found = Counter({"in playbooks": 0, "answers": 0, "side lines": 0, "in runbooks": 0})
    for document in documents:
        if isinstance(document, Playbook):
            steps = [*document.steps, *(step for line in document.lines.values() for step in line)]
            found["in playbooks"] += len(steps)
            found["answers"] += sum(len(getattr(step, "answers", ())) for step in steps)
            found["side lines"] += len(document.lines)
        elif isinstance(document, Runbook):
            found["in runbooks"] += len(document.body.steps)
    return dict(found)


def _words(documents: Iterable[Document]) -> dict[str, int]:
    """Words of text by kind, the most first."""
    found: Counter[str] = Counter()
    for document in documents:
        data = document.model_dump(mode="json", by_alias=True, exclude_unset=True)
        found[document.kind] += sum(
            _count(value) for name, value in data.items() if name not in _NO_WORDS
        )
    return {"all": sum(found.values()), **_tally(found.elements())}


def _count(value: Any) -> int:
    """The words of all texts that hold a space (an id, a date or a duration is no text)."""
    if isinstance(value, str):
        return len(WORD.findall(value)) if " " in value else 0
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(_count(one) for one in parts)
