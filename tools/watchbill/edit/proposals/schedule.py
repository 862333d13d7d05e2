"""The form for a schedule: the hours of a shift, somebody else for some days, the time of the handover."""

import re
from datetime import datetime
from itertools import chain
from typing import Any

from watchbill.edit.proposals.form import FROM, WEAKER, WHY, Answers, Change, Form, Question
from watchbill.edit.proposals.named import document, hours, listed, opened, wall
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.model.organization import Partner, Team, Vendor
from watchbill.model.types import parse_instant
from watchbill.timeline.zones import zone

_HOURS, _SWAP, _TURN = "Hours of the shift", "Somebody else for a while", "Time of the handover"
_LOCAL = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]+([0-9]{1,2}:[0-9]{2})(?::00)?")


def _propose(loaded: Loaded, answers: Answers) -> Change:
    kind, id = document(loaded, answers, FORM.kinds)
    data = opened(loaded, kind, id).data
    key, what = f"{kind}:{id}", answers.at("what")
    at, shift = _shift(answers, id, data["shifts"])
    if what == _SWAP:
        return _swap(loaded, answers, key, data, shift)
    field = "hours" if what == _HOURS else "handover"
    value = hours(answers, "value") if what == _HOURS else wall(answers, "value")
    said = f"shift {shift['id']}, {'hours' if what == _HOURS else 'handover'}"
    return Change(key, ("shifts", at, field), value, said, str(shift.get(field, "")), value)


def _shift(answers: Answers, id: str, shifts: list[Any]) -> tuple[int, Any]:
    """Where the shift stands, and the shift; a schedule with one need not be asked which. Raises Wrong."""
    said = answers.line("shift")
    if not said and len(shifts) == 1:
        return 0, shifts[0]
    names = [str(one["id"]) for one in shifts]
    if said not in names:
        hint = near(said, names) or f"it has: {', '.join(names)}"
        why = f"has no shift `{shown(said)}`" if said else "has several shifts"
        raise answers.wrong("shift", f"`{id}` {why}; {hint}")
    at = names.index(said)
    return at, shifts[at]


def _swap(loaded: Loaded, answers: Answers, key: str, data: Any, shift: Any) -> Change:
    member = _member(loaded, answers)
    start, end = (_instant(answers, one, shift["timezone"]) for one in ("from", "until"))
    if parse_instant(end) <= parse_instant(start):
        raise answers.wrong("until", "it ends before it begins")
    reason = " ".join(answers.at("why").split())
    if len(reason) > 300:
        raise answers.wrong("why", "the reason stands in the schedule; say it in 300 characters")
    new = {"from": start, "to": end, "shift": shift["id"], "member": member, "reason": reason}
    swaps = data.get("overrides", [])
    said = f"shift {shift['id']}, {member} for a while"
    after = f"{member} from {start} to {end}"
    if not swaps:
        return Change(key, ("overrides",), [new], said, "", after)
    return Change(key, ("overrides", len(swaps)), new, said, "", after)


def _member(loaded: Loaded, answers: Answers) -> str:
    """The handle of somebody whom a team, vendor or partner names. Raises Wrong."""
    said = answers.line("value")
    book = loaded.book
    own = (one.handles for one in (*book.all(Team), *book.all(Partner)))
    handles = [*chain(*own), *chain(*(one.handles for one in book.all(Vendor)))]
    if said not in handles:
        hint = near(said, handles) or f"handles are, for instance: {listed(handles, 5)}"
        raise answers.wrong("value", f"no team has the handle `{shown(said)}`; {hint}")
    return said


def _instant(answers: Answers, id: str, name: str) -> str:
    """An instant with its offset; a bare date and time is on the wall clock of the shift. Raises Wrong."""
    said = answers.line(id)
    local = _LOCAL.fullmatch(said)
    try:
        if not local:
            return parse_instant(said).isoformat()
        naive = datetime.fromisoformat(f"{local[1]}T{local[2]:0>5}:00")
    except ValueError:
        forms = f"2026-12-25 08:00 (on the clocks of {name}) or 2026-12-25T08:00:00+01:00"
        why = f"`{shown(said)}` is no instant" if said else "there is no answer"
        raise answers.wrong(id, f"{why}; write {forms}") from None
    early, late = (naive.replace(tzinfo=zone(name), fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        raise answers.wrong(
            id,
            f"on that day the clocks of {name} change; write the offset too, as in 08:00:00+01:00",
        )
    return early.isoformat()


FORM = Form(
    "4-schedule",
    ("schedule",),
    (
        Question("document", "Which schedule"),
        Question("what", "What is to change", (_HOURS, _SWAP, _TURN)),
        Question("shift", "Which shift", required=False),
        Question("value", "New hours, handle or time"),
        FROM,
        Question("until", "Until when", required=False),
        WHY,
        WEAKER,
    ),
    _propose,
)
