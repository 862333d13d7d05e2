"""A P0 or P1 is lowered by two roles together.

One tired person must not be able to send the others back to bed.

Bad:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst]

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

ID = "severity/lowered-by-one"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every playbook that begins at P0 or P1 and can be lowered."""
    for playbook in book.each(Playbook):
        moves = playbook.moves
        if (
            playbook.default_severity in ("P0", "P1")
            and moves.down
            and len(set(moves.lowered_by)) < 2
        ):
            yield Hit(
                Address(playbook.key, ("moves", "lowered_by") if moves.lowered_by else ("moves",)),
                f"{len(set(moves.lowered_by)) or 'no'} role decides to lower a "
                f"{playbook.default_severity}; it takes two",
                "name two roles in `lowered_by`",
                key=True,
            )
