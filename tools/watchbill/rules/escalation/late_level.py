"""The second level of a path is paged before the promised answer is due.

When the first level sleeps, the second must still be able to answer in time. A second page that goes
out after the acknowledgement target comes when the promise is already broken.

Bad:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 15m, page: [counsel], repeat: 5m}

Good:
    kind: escalation
    paths:
      desk-first:
        title: The desk, then counsel
        decides: analyst
        levels:
          - {after: 0m, page: [analyst], repeat: 2m}
          - {after: 10m, page: [counsel], repeat: 5m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.escalation import Escalation
from watchbill.model.types import Duration
from watchbill.rules.escalation._cells import reach
from watchbill.where import Address

ID = "escalation/late-level"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every path with two levels, against the tightest real-time target of what reaches it."""
    for matrix in book.each(Escalation):
        reached: dict[str, set[tuple[str, str]]] = {}
        for position, cells in reach(book, matrix).won.items():
            pairs = reached.setdefault(matrix.matrix[position].path, set())
            for cell in cells:
                pairs |= {(level, cell.severity) for level in cell.incident.service_levels}
        for name, path in matrix.paths.items():
            due = min(
                (
                    (target.nominal_seconds, level, severity, target)
                    for level, severity in reached.get(name, ())
                    if (target := _answer_due(book, level, severity))
                ),
                default=None,
            )
            if due and len(path.levels) > 1 and path.levels[1].after.nominal_seconds > due[0]:
                yield Hit(
                    Address(matrix.key, ("paths", name, "levels", 1, "after")),
                    f"level 2 is paged after {path.levels[1].after}, and `{due[1]}` promises an"
                    f" answer to {due[2]} within {due[3]}",
                    f"page it within {due[3]}",
                )


def _answer_due(book: Book, service_level: str, severity: str) -> Duration | None:
    """The acknowledgement target, where it counts real time."""
    level = book.get(ServiceLevel, service_level)
    target = level.targets.get(severity, {}).get("acknowledged") if level else None
    if isinstance(target, Target):
        return target.within if target.calendar == "always" else None
    return target if level and level.calendar == "always" else None
