"""A playbook's service level has targets for every severity that the playbook may set.

A case that is raised to a severity without targets has no clock from then on, and nobody is warned.

Bad:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
      P2: {acknowledged: 1h, contained: 1d, resolved: 5d}

Good:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
      P1: {acknowledged: 10m, contained: 4h, resolved: 3d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.model.texts import named, words
from watchbill.where import Address

ID = "promise/severity-missing"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The default severity of every playbook, and those that its answers set."""
    for playbook in book.each(Playbook):
        level = book.get(ServiceLevel, playbook.service_level)
        if level is None:
            continue
        used = {name for of, name in words(playbook).names if of == "severity"}
        missing = (used & set(book.severities())) - level.targets.keys()
        for path, severity in named(playbook, "severity") if missing else ():
            if severity in missing:
                yield Hit(
                    Address(playbook.key, path),
                    f"service level `{level.id}` has no targets for {severity}",
                    f"add a row for {severity} to `{level.id}`, or name another service level",
                )
