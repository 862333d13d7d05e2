"""`watchbill simulate --worst`: every minute at once, and the worst of them."""

from datetime import date, datetime

import click

from watchbill.cli.days import beginning
from watchbill.cli.named import named
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.model.response import Playbook
from watchbill.report.worst import as_json, markdown, text
from watchbill.rules.provable import provable
from watchbill.simulate.proof.people import HORIZON, People
from watchbill.simulate.proof.summary import Summary, summary
from watchbill.simulate.proof.worst import search
from watchbill.timeline.zones import DAY

_FORMS = {"text": text, "json": as_json, "markdown": markdown}
_MOST_DAYS = 3 * 366

Day = date | datetime | None


def worst(loaded: Loaded, name: str, since: Day, until: Day, form: str) -> int:
    """Prints the worst minute of each clock of a playbook, or of all. Returns the exit code."""
    playbooks = _playbooks(loaded, name)
    if playbooks is None:
        return Exit.FAULTS
    people = _people(loaded, since, until)
    found = [_summary(loaded, people, one) for one in playbooks]
    click.echo(_FORMS[form](found), nl=False)
    late = any(row.late for one in found for row in one.rows)
    return Exit.FAULTS if late or any(one.too_many for one in found) else Exit.CLEAN


def _playbooks(loaded: Loaded, name: str) -> list[Playbook] | None:
    if not name:
        return list(loaded.book.all(Playbook))
    card = named(loaded, name, "playbook")
    found = loaded.book.find(card.key) if card else None
    return [found] if isinstance(found, Playbook) else None


def _people(loaded: Loaded, since: Day, until: Day) -> People:
    """Everybody over whole days (UTC); from today for 400 days where nothing is said. Raises UsageError."""
    start = beginning(since or loaded.book.today, "UTC") // DAY * DAY
    end = -(-beginning(until, "UTC") // DAY) * DAY if until else start + HORIZON * DAY
    if not start < end <= start + _MOST_DAYS * DAY:
        raise click.UsageError("the range ends after it begins, and within three years")
    return People(loaded.book, start, (end - start) // DAY)


def _summary(loaded: Loaded, people: People, playbook: Playbook) -> Summary:
    if not provable(loaded.book, playbook):
        raise CannotRun(
            f"{playbook.key} has faults and cannot be proven; `watchbill lint` tells them"
        )
    return summary(loaded.book, people, playbook, search(loaded.book, playbook, people))
