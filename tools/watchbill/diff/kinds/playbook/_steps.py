"""What kinds of change of a playbook's steps share: their fields, their other state, what moved to another step."""

from collections.abc import Iterator

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.base import Document
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import Obligation
from watchbill.model.response import Answer, Decision, Playbook, Step, Wait, Work


def of_steps(*fields: str) -> tuple[str, ...]:
    """These fields of a step, in the main line and in side lines."""
    return tuple(f"{at}.{field}" for field in fields for at in ("steps.*", "lines.*.*"))


def of_answers(*fields: str) -> tuple[str, ...]:
    """These fields of an answer of a decision, in the main line and in side lines."""
    return of_steps(*(f"answers.*.{field}" for field in fields))


def lines(document: Document | None) -> Iterator[tuple[Step, ...]]:
    """The main line of a playbook, and its side lines."""
    if isinstance(document, Playbook):
        yield document.steps
        yield from document.lines.values()


def name_of_step(edit: Edit, twice: Twice) -> str:
    """The id of the step that an edit lies in."""
    return inside(edit, twice)[0 if edit.field.startswith("steps.") else 1]


def step_of(edit: Edit, twice: Twice) -> tuple[Step | None, Step | None]:
    """The step that an edit lies in, before and after."""
    name = name_of_step(edit, twice)
    before, after = (
        next((step for line in lines(one) for step in line if step.id == name), None)
        for one in twice
    )
    return before, after


def heavy(step: Step | None) -> bool:
    """Whether a step discharges a duty, keeps a record or takes two people."""
    if step is None or isinstance(step, Wait):
        return False
    answers = step.answers if isinstance(step, Decision) else ()
    duties = step.discharges or any(answer.discharges for answer in answers)
    return bool(duties or step.records or step.second) or step.people > 1


def carried(edit: Edit, twice: Twice, what: str, weight: Weight) -> Verdict:
    """Of what a step or an answer brings about: less is weaker, unless another one brings it about instead."""
    path = (edit.old if edit.new is None else edit.new) or ()
    wanted = edit.before if edit.how is How.REMOVED else edit.after
    before, after = (_places(one, str(path[-2]), wanted) for one in twice)
    other = after - before if edit.how is How.REMOVED else before - after
    if other:
        way = "now at" if edit.how is How.REMOVED else "before at"
        names = ", ".join(f"`{one}`" for one in sorted(other))
        return unknown(f"{what} ({way} {names})", weight)
    return protects(edit, what, weight)


def _places(document: Document | None, attribute: str, wanted: object) -> set[str]:
    """The steps, and the answers of steps, that bring something about."""
    return {
        f"{step.id}: {one.answer}" if isinstance(one, Answer) else step.id
        for line in lines(document)
        for step in line
        for one in _parts(step)
        if wanted in getattr(one, attribute, ())
    }


def _parts(step: Step) -> Iterator[Work | Answer]:
    if not isinstance(step, Wait):
        yield step
    if isinstance(step, Decision):
        yield from step.answers


def clock(edit: Edit, what: str, books: Books) -> Verdict:
    """Of an event that is said to have happened: by what clocks start or stand still on it."""
    event = edit.after or edit.before
    laws = [law for book in books for law in book.all(Obligation)]
    promises = [one for book in books for one in book.all(ServiceLevel)]
    if any(law.hold and event in (law.hold.start, law.hold.end) for law in laws):
        return unknown(f"{what}, on which a clock stands still or goes on", Weight.CRITICAL)
    starts = {law.starts for law in laws} | {one.starts for one in promises}
    if event in starts:
        return protects(edit, f"{what}, on which a clock starts", Weight.CRITICAL)
    return unknown(what, Weight.MAJOR)
