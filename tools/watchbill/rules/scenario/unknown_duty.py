"""A scenario expects times of duties and milestones that its playbook owes.

A due time of a law that the playbook does not list is never computed; the scenario cannot pass, or
nobody notices that it is not checked.

Bad:
    kind: scenario
    expect:
      due: {answer-lawn: +48h}

Good:
    kind: scenario
    expect:
      due: {answer-law: +48h}
      milestones: {contained: {by: +4h}}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.model.texts import Path
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "scenario/unknown-duty"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """`due`, `milestones` and `late` of every scenario with a playbook."""
    for scenario in book.each(Scenario):
        playbook = book.get(Playbook, scenario.given.playbook or "")
        if playbook is None or not book.has(f"service-level:{playbook.service_level}"):
            continue
        duties = set(playbook.obligations)
        milestones = set(book.milestones(playbook.service_level))
        if not milestones:
            continue
        expect = scenario.expect
        spots: list[tuple[Path, str, set[str]]] = [
            *((("due", name), name, duties | milestones) for name in expect.due),
            *((("milestones", name), name, milestones) for name in expect.milestones),
            *(
                (("late", at), name, duties | milestones)
                for at, name in enumerate(expect.late or ())
            ),
        ]
        for path, name, known in spots:
            if name not in known:
                yield Hit(
                    Address(scenario.key, ("expect", *path)),
                    f"playbook `{playbook.id}` owes no `{name}`",
                    suggest(name, known, "name a duty that it lists, or a milestone it is held to"),
                    key=path[-1] == name,
                )
