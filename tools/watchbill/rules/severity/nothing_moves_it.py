"""A playbook says what raises its severity, unless it is the highest, and what lowers it.

Without it a case stays where it was opened: the wave that became an emergency is worked as a
nuisance, and the emergency that is over keeps people awake.

Bad:
    kind: playbook
    moves: {up: [], down: []}

Good:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst, counsel]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "severity/nothing-moves-it"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The `moves` of every playbook."""
    for playbook in book.each(Playbook):
        moves = playbook.moves
        if moves.up and moves.down:
            continue
        highest = next(iter(book.severities()), "P0")
        if not moves.up and playbook.default_severity != highest:
            yield Hit(
                Address(playbook.key, ("moves",)),
                f"nothing raises the severity above {playbook.default_severity}",
                "add to `up` what anybody can see that makes it worse",
                key=True,
            )
        if not moves.down:
            yield Hit(
                Address(playbook.key, ("moves",)),
                f"nothing lowers the severity from {playbook.default_severity}",
                "add to `down` what must be true before it is lowered",
                key=True,
            )
