"""A book of any size for measurements: documents of about 4 KB of five kinds that name each other."""

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
    messages: [{notice}]
    done_when: The notice has its answer.
    discharges: [answer-law]
    reaches: [resolved]
after: |
  Read the case once more with the desk. What was slow goes into [[playbook:{other}]].
"""


KINDS = {
    "family": "playbook",
    "law": "obligation",
    "notice": "message",
    "days": "calendar",
    "night": "scenario",
}


def playbook(n: int, playbooks: list[int], notices: int) -> str:
    """The text of a playbook that names a message of its ten, or of the last whole ten, and another playbook."""
    steps = "".join(
        STEP.format(k=k, minutes=5 + k, runbook="block-account") for k in range(1, 7 + n % 3)
    )
    other = playbooks[(playbooks.index(n) * 7 + 1) % len(playbooks)]
    notice = min(n // 10 * 10, notices) + 6 + n % 2
    tail = TAIL.format(other=f"family-{other:05}", notice=f"notice-{notice:05}")
    return HEAD.format(id=f"family-{n:05}", n=n) + steps + tail


LAW = """\
kind: obligation
id: law-{n:05}
title: Answer notices of family {n} in time
owner: legal
approvers: [desk]
audience: vendor
review: {{last: 2026-11-01, every: 180d}}
jurisdiction: EU
citation: Reg. (EU) 0000/{n} Art 1
binding: not-ours
trigger: A notice of family {n} arrives at the desk
starts: notice-received
due: {hours}h
counting: elapsed
calendar: {calendar}
recipient: The person who sent the notice of family {n}
preserve: answer-law
applies_if: [hosting]
verification: verified
source: The text itself, made up for measurements.
checked_on: 2026-11-01
recheck_by: 2027-11-01
notes:
"""
NOTE = """\
  - Point {k} of family {n} says who must be told, in which words, and where the answer is kept afterwards.
"""
NOTICE = """\
kind: message
id: notice-{n:05}
title: Answer to a notice of family {n}
owner: desk
approvers: [legal]
audience: vendor
review: {{last: 2026-11-01, every: 180d}}
channel: email
recipient: The person who sent the notice
approved_by: [legal]
fields:
{fields}subject: Your notice {{case}} about family {n}
body: |
  Thank you for your notice {{case}}. This is what we have done, point by point.
{body}"""
BLANK = "  blank_{k}: {{type: text, what: What was done about point {k} of the notice, example: Account closed}}\n"
SAID = """\
  Point {k} of your notice was looked at by two of our people, who agreed on what follows.
  {{blank_{k}}}
"""
DAYS = """\
kind: calendar
id: days-{n:05}
title: Working days of place {n}
owner: desk
review: {{last: 2026-11-01, every: 180d}}
timezone: Europe/Dublin
hours:
  - {{days: mon-fri, hours: "09:00-17:00"}}
covers: 2026-2028
source: Made up for measurements, on 2026-11-01.
holidays:
"""
PLAYED = """\
kind: scenario
id: night-{n:05}
title: A notice of family {n} at night
owner: desk
review: {{last: 2026-11-01, every: 180d}}
why: The desk of one region hands over while the case of family {n} is open.
for:
  instant:
{instants}  region: [emea]
given:
  playbook: {playbook}
  severity: P1
  facts: [eu-linked]
  answers: {{linked: ["Yes"]}}
expect:
  path: desk-first
  paged:
{paged}  visited: [linked, step-1, step-2, answer]
  milestones:
    contained: {{by: +4h}}
    resolved: {{by: +3d}}
  late: []
"""


def law(n: int) -> str:
    """An obligation with thirty-three notes."""
    notes = "".join(NOTE.format(k=k, n=n) for k in range(1, 34))
    return LAW.format(n=n, hours=24 + n % 48, calendar=f"days-{n // 10 * 10 + 8:05}") + notes


def notice(n: int) -> str:
    """A message with eighteen blanks."""
    fields = "  case: {type: id, what: The number of the case}\n"
    fields += "".join(BLANK.format(k=k) for k in range(1, 19))
    body = "".join(SAID.format(k=k) for k in range(1, 19))
    return NOTICE.format(n=n, fields=fields, body=body)


def days(n: int) -> str:
    """A calendar with some seventy holidays."""
    rows = (
        f"  - {{date: {year}-{month:02}-{day:02}, name: Day {day} of month {month} of place {n}}}\n"
        for year in (2026, 2027, 2028)
        for month in range(1, 13)
        for day in (3, 17)
    )
    return DAYS.format(n=n) + "".join(rows)


def scenario(n: int, playbook_id: str) -> str:
    """A scenario played at fifty-eight instants."""
    instants = "".join(
        f"    - 2026-{12 if k < 24 else 11}-{1 + k % 24:02}T03:{k:02}:00+00:00\n" for k in range(58)
    )
    paged = "".join(f"    - {{who: analyst, by: +{k + 1}m}}\n" for k in range(58))
    return PLAYED.format(n=n, instants=instants, paged=paged, playbook=playbook_id)


def write(folder: Path, size: int) -> None:
    """Writes the smallest book and `size` documents, ten at least, below a folder, in the mixture of a grown book.

    Of ten documents four are playbooks, two laws, two messages, one a calendar and one a scenario.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base").mkdir(exist_ok=True)
    smallest.write(folder / "base")
    playbooks = [n for n in range(size) if n % 10 < 4]
    for n in range(size):
        ten, place = divmod(n, 10)
        if place < 4:
            name, text = f"family-{n:05}", playbook(n, playbooks, size // 10 * 10 - 10)
        elif place < 6:
            name, text = f"law-{n:05}", law(n)
        elif place < 8:
            name, text = f"notice-{n:05}", notice(n)
        elif place == 8:
            name, text = f"days-{n:05}", days(n)
        else:
            name, text = f"night-{n:05}", scenario(n, f"family-{ten * 10:05}")
        part = folder / name.partition("-")[0] / f"{n // 500:02}"
        part.mkdir(exist_ok=True, parents=True)
        (part / f"{name}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
