"""The figures of a book beside its counts: reviews, cover, proofs and scenarios, each in the order it is shown."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.report.stats.count import Counts
from watchbill.report.stats.plain import Plain
from watchbill.simulate.proof.summary import Row, Summary
from watchbill.simulate.scenario import Run
from watchbill.simulate.touched import Share


class Reviewed(NamedTuple):
    """A document with the day of its last review and the day on which the next one falls due."""

    document: str
    last: date
    due: date


class Clock(NamedTuple):
    """A legal clock where it is tightest: the playbook that leaves it least, and that worst minute."""

    playbook: str
    row: Row


class Proven(NamedTuple):
    """The legal clocks that are proven, the tightest first, and the playbooks of which nothing could be."""

    clocks: tuple[Clock, ...]
    unproven: tuple[str, ...]


class Scenarios(NamedTuple):
    """How many scenarios play a playbook, and in how many runs."""

    playbook: str
    scenarios: int
    runs: int


class Stats(NamedTuple):
    """All figures at an instant (UTC). `tool` is its name and version, `tz` the version of the tz database."""

    at: datetime
    tool: str
    tz: str
    counts: Counts
    reviews: tuple[Reviewed, ...]
    shares: tuple[Share, ...]
    proven: Proven
    scenarios: tuple[Scenarios, ...]
    plain: tuple[Plain, ...]


def reviews(book: Book) -> tuple[Reviewed, ...]:
    """Every review of what is not deprecated, the oldest first."""
    found = (
        Reviewed(key, card.reviewed, card.reviewed + timedelta(days=card.review_days))
        for key, card in book.cards.items()
        if card.reviewed is not None and card.status != "deprecated"
    )
    return tuple(sorted(found, key=lambda one: (one.last, one.due, one.document)))


def proven(found: Iterable[tuple[str, Summary | None]]) -> Proven:
    """The tightest of each law's clocks over all playbooks. None stands for a playbook that cannot be proven."""
    clocks: dict[str, Clock] = {}
    unproven = []
    for playbook, summary in found:
        if summary is None or summary.too_many:
            unproven.append(playbook)
            continue
        for row in summary.rows:
            known = clocks.get(row.id)
            if row.kind == "law" and (known is None or row.slack < known.row.slack):
                clocks[row.id] = Clock(playbook, row)
    return Proven(
        tuple(sorted(clocks.values(), key=lambda one: (one.row.slack, one.row.id))),
        tuple(unproven),
    )


def scenarios(book: Book, played: Sequence[Run]) -> tuple[Scenarios, ...]:
    """Every playbook, those with the fewest scenarios first: by the playbook that was played in the end."""
    runs: dict[str, list[str]] = {id: [] for id in book.ids("playbook")}
    for run in played:
        if run.trace and run.trace.incident.playbook in runs:
            runs[run.trace.incident.playbook].append(run.scenario)
    found = (Scenarios(id, len(set(names)), len(names)) for id, names in runs.items())
    return tuple(sorted(found, key=lambda one: (one.scenarios, one.runs, one.playbook)))
