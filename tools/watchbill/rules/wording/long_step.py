"""What a step of a playbook orders has at most 60 words.

A step is read on a telephone, with a case open beside it. Sixty words are what stays in sight; how
each is done belongs in the runbook.

Bad:
    kind: playbook
    steps:
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        reaches: [contained, resolved]
        discharges: [answer-law]
        do: |
          one two three four five six seven eight nine ten one two three four five six seven eight nine
          ten one two three four five six seven eight nine ten one two three four five six seven eight
          nine ten one two three four five six seven eight nine ten one two three four five six seven
          eight nine ten eleven

Good:
    kind: playbook
    never: [Warn the accounts before they are closed]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook, Step
from watchbill.model.texts import Path
from watchbill.where import Address

ID = "wording/long-step"
LEVEL = Level.WARNING
MOST = 60


def check(book: Book) -> Iterator[Hit]:
    """The `do` of every step, side lines included."""
    for playbook in book.each(Playbook):
        lines: list[tuple[Path, tuple[Step, ...]]] = [(("steps",), playbook.steps)]
        lines += [(("lines", name), line) for name, line in playbook.lines.items()]
        for path, line in lines:
            for position, step in enumerate(line):
                # Counting the gaps is quicker than counting the words, and never less.
                do = step.do or ""
                gaps = do.count(" ") + do.count("\n")
                count = len(do.split()) if gaps >= MOST else 0
                if count > MOST:
                    yield Hit(
                        Address(playbook.key, (*path, position, "do")),
                        f"step `{step.id}` has {count} words, and {MOST} stay in sight",
                        "move the how into its runbook, or make two steps of it",
                        key=True,
                    )
