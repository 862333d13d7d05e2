"""Puts a bundle of evidence together: states, versions, changes, proofs, scenarios, and what is missing."""

from typing import NamedTuple

import watchbill
from watchbill.cli.evidence_documents import Stored, accepted, facts, versions
from watchbill.cli.evidence_missing import missing
from watchbill.cli.evidence_proven import proofs
from watchbill.cli.evidence_trials import trials
from watchbill.cli.evidence_turns import Work, turns
from watchbill.diff.walked import Days, Point
from watchbill.errors import CannotRun
from watchbill.report.evidence.bundle import CHANGE, END, FIRST, START, Asked, Bundle, State
from watchbill.timeline.zones import tz_version


class Made(NamedTuple):
    """A bundle, and the files that are stored as they are, by path."""

    bundle: Bundle
    stored: dict[str, bytes]


def made(work: Work, asked: Asked, days: Days) -> Made:
    """The whole bundle. Raises CannotRun where nothing that was asked for is for these readers."""
    walk, gate = work.walked, work.gate
    points = (*walk.points, walk.points[-1])
    states = tuple(_state(work, days, number, point) for number, point in enumerate(points))
    laid = Stored({})
    told = tuple(versions(gate, walk.points, states, laid, asked.audience))
    titles = _titles(work)
    if not titles:
        raise CannotRun(
            f"nothing of {', '.join(asked.subjects)} is for `{asked.audience}`; say --audience"
        )
    last = walk.points[-1]
    played = tuple(trials(gate, last, laid)) if last.readable else ()
    bundle = Bundle(
        asked._replace(subjects=tuple(key for key, _ in titles)),
        titles,
        f"watchbill {watchbill.__version__}",
        tz_version(),
        states,
        told,
        tuple(facts(gate, walk)),
        tuple(turns(work)),
        tuple(proofs(work, states, points)),
        played,
        tuple(accepted(gate, walk.points)),
        tuple(missing(work, days, states)),
        gate.inside,
    )
    return Made(bundle, laid.files)


def _state(work: Work, days: Days, number: int, point: Point) -> State:
    walk = work.walked
    last = number == len(walk.points)
    why = END if last else CHANGE if number else START if walk.based else FIRST
    mark = walk.last if last else point.mark
    judged = {START: days.begin, END: days.end}.get(why, mark.made)
    keys = point.concern.keys
    seen = work.gate.seen(point.loaded.book) if point.loaded else None
    shown = tuple(key for key in keys if seen and seen.shows(key))
    return State(
        number, why, mark.name, mark.made, judged, point.faults, shown, len(keys) - len(shown)
    )


def _titles(work: Work) -> tuple[tuple[str, str], ...]:
    """The documents that were asked for, by key, with the last title that these readers may see."""
    found: dict[str, str] = {}
    for point in work.walked.points:
        seen = work.gate.seen(point.loaded.book) if point.loaded else None
        for key in point.concern.subjects:
            document = seen.document(key) if seen else None
            if document is not None:
                found[key] = document.title
    return tuple(sorted(found.items()))
