"""No playbook, no answer and no harm's own default sets a severity below the floor of the harm.

The floor is what the organisation has promised never to go under; who sets less gives a child or a
life the response of a nuisance.

Bad:
    kind: harm
    severity: {default: P0, floor: P0}

Good:
    kind: harm
    severity: {default: P1, floor: P1}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.graph.stop import Path
from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "severity/below-floor"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every severity that a playbook sets, and the default of every harm."""
    for playbook in book.each(Playbook):
        harm = book.get(Harm, playbook.harm) if playbook.harm else None
        if harm is None:
            continue
        order = book.severities()
        for severity, path in _set(playbook):
            if _below(severity, harm.severity.floor, order):
                yield Hit(
                    Address(playbook.key, path),
                    f"{severity} is below the floor of `{harm.id}`, which is {harm.severity.floor}",
                    f"set {harm.severity.floor} or higher",
                )
    for harm in book.each(Harm):
        own = harm.severity
        if _below(own.default, own.floor, book.severities()):
            yield Hit(
                Address(harm.key, ("severity", "default")),
                f"the default {own.default} is below the harm's own floor, {own.floor}",
                f"set {own.floor} or higher",
            )


def _set(playbook: Playbook) -> Iterator[tuple[str, Path]]:
    yield playbook.default_severity, ("default_severity",)
    for exit, answer in flow_of(playbook).answers:
        if answer.severity:
            yield answer.severity, (*exit.path, "severity")


def _below(severity: str, floor: str, order: tuple[str, ...]) -> bool:
    """Whether it stands further down the ladder, worst first; an unknown one does not."""
    return severity in order and floor in order and order.index(severity) > order.index(floor)
