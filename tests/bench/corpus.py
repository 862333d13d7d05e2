"""A book of any size for measurements: playbooks of about 4 KB that refer to each other's documents."""

import sys
from pathlib import Path

from tests import smallest

HEAD = """\
kind: playbook
id: {id}
title: Case family {n}
summary: What is done when reports of family {n} arrive, from the first look to the answer.
owner: desk
approvers: [legal]
audience: vendor
status: active
review: {{last: 2026-11-01, every: 90d}}
harm: fraud
default_severity: P1
moves:
  up:
    - A person is in danger
    - The reports double within a day
  down:
    - The accounts are all closed
  lowered_by: [analyst, counsel]
begins: [case-opened, notice-received]
triggers:
  - Two reports about one payee within a day
  - A partner bank asks about family {n}
service_level: promise
obligations: [answer-law]
never:
  - Warn the accounts before they are closed
  - Promise a result to the person who reported
steps:
  - id: linked
    ask: Do the accounts belong together?
    role: analyst
    takes: 20m
    in_doubt: Treat them as linked, and say so in the case.
    do: |
      Open the case of family {n} and compare payees, devices and times.
      Write down which two signs agree.
    answers:
      - {{answer: "Yes", go: step-1}}
      - {{answer: "No", go: answer, excuses: {{contained: Nothing to contain}}}}
"""
STEP = """\
  - id: step-{k}
    title: Work through part {k} of the case
    role: analyst
    takes: {minutes}m
    runbook: {runbook}
    do: |
      Take part {k} of the list. Block what [[runbook:{runbook}]] says to block,
      and note the number of each account in the case.
    done_when: No account of part {k} can sign in.
    records:
      - The numbers of the accounts of part {k}
      - The time at which the last one was blocked
"""
TAIL = """\
    reaches: [contained]
  - id: answer
    title: Answer the notice
    role: analyst
    takes: 15m
    messages: [notice]
    done_when: The notice has its answer.
    discharges: [answer-law]
    reaches: [resolved]
after: |
  Read the case once more with the desk. What was slow goes into [[playbook:{other}]].
"""


def playbook(n: int, size: int) -> str:
    """The text of the n-th playbook of a corpus of that size."""
    steps = "".join(
        STEP.format(k=k, minutes=5 + k, runbook="block-account") for k in range(1, 7 + n % 3)
    )
    other = f"family-{(n * 7 + 1) % size:05}"
    return HEAD.format(id=f"family-{n:05}", n=n) + steps + TAIL.format(other=other)


def write(folder: Path, size: int) -> None:
    """Writes the smallest book and `size` playbooks below a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base").mkdir(exist_ok=True)
    smallest.write(folder / "base")
    for n in range(size):
        part = folder / f"part-{n // 500:02}"
        part.mkdir(exist_ok=True)
        (part / f"family-{n:05}.yaml").write_text(playbook(n, size), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
