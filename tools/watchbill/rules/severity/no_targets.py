"""The service level has targets for each severity that the playbook sets.

A case at a severity without targets has no promise: no alarm sounds however long it takes.

Bad:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
      P2: {acknowledged: 1h, contained: 1d, resolved: 5d}

Good:
    kind: playbook
    default_severity: P2
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.graph.stop import Path
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "severity/no-targets"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The default severity of every playbook, and those that its answers set."""
    for playbook in book.each(Playbook):
        level = book.get(ServiceLevel, playbook.service_level)
        if level is None:
            continue
        if playbook.default_severity not in level.targets:
            yield _hit(playbook, level, playbook.default_severity, ("default_severity",))
        for exit, answer in flow_of(playbook).answers:
            if answer.severity and answer.severity not in level.targets:
                yield _hit(playbook, level, answer.severity, (*exit.path, "severity"))


def _hit(playbook: Playbook, level: ServiceLevel, severity: str, path: Path) -> Hit:
    return Hit(
        Address(playbook.key, path),
        f"the service level `{level.id}` has no targets for {severity}",
        f"add a row {severity} to its `targets`, or name another service level",
    )
