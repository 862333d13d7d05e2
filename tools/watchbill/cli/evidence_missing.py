"""What a bundle of evidence cannot show, said in its index and to whoever makes it."""

from collections.abc import Iterator, Sequence

from watchbill.cli.evidence_turns import Work
from watchbill.diff.walked import Days
from watchbill.model.kinds import KINDS
from watchbill.report.evidence.bundle import State


def missing(work: Work, days: Days, states: Sequence[State]) -> Iterator[str]:
    """A sentence each."""
    yield from _history(work, days)
    for state in states[:-1]:
        if state.faults:
            where = f"State {state.number} (commit {state.commit[:12]})"
            yield f"{where} is neither compared nor proven: {state.faults}."
    yield from _withheld(work, states)
    if not work.reviews:
        yield "No file of reviews was given: of approvals only what commits claim is known."
    strange = set(work.reviews) - {point.mark.name for point in work.walked.points}
    if strange:
        yield f"Of the commits in the file of reviews, {len(strange)} made none of the changes shown."
    if "drill" not in KINDS:
        yield "Records of drills: the book has no kind of document for them."


def _history(work: Work, days: Days) -> Iterator[str]:
    """Where what Git has does not reach over the whole period."""
    walk = work.walked
    first, newest = walk.points[0].mark, walk.newest.made
    begins = f"commit {first.name[:12]} of {first.made:%Y-%m-%d %H:%M} UTC"
    if not walk.based and walk.shallow:
        yield (
            f"The history does not reach back to {days.first}: the clone is shallow"
            f" (`git fetch --unshallow`), and what it has of this begins with {begins}."
        )
    elif not walk.based:
        yield f"Git has nothing of this from before {begins}; the period begins on {days.first}."
    if days.last > newest.date():
        yield f"The period ends after the last commit, which was made on {newest:%Y-%m-%d}."


def _withheld(work: Work, states: Sequence[State]) -> Iterator[str]:
    """How many documents are withheld, and in how many states all of them are."""
    parts = [work.gate.seen(one.loaded.book).part for one in work.walked.points if one.loaded]
    none = sum(part is None for part in parts)
    if none:
        yield f"The book of {none} of the states had no such audience: all its documents are withheld."
    most = max(state.withheld for state in states)
    if most:
        yield (
            f"Documents that this concerns are withheld from these readers: {states[-1].withheld}"
            f" at the end, up to {most} in a state."
        )
