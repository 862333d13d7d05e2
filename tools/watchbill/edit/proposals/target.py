"""The form for a promised time: a target of a service level, or our own limit for a legal clock."""

import re
from typing import Any

from watchbill.edit.proposals.form import FROM, WEAKER, WHY, Answers, Change, Form, Question
from watchbill.edit.proposals.named import document, listed, opened, time
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near

_PART = re.compile(r"[\s,.:;/]+")
_IF = re.compile(r"\s+(?:only )?(?:if|when|where)\s+")


def _propose(loaded: Loaded, answers: Answers) -> Change:
    kind, id = document(loaded, answers, FORM.kinds)
    data = opened(loaded, kind, id).data
    change = _band if kind == "guard-bands" else _target
    return change(loaded, answers, f"{kind}:{id}", data)


def _target(loaded: Loaded, answers: Answers, key: str, data: Any) -> Change:
    words = [word for word in _PART.split(answers.line("target")) if word]
    targets: dict[str, dict[str, Any]] = data["targets"]
    severity = next((word.upper() for word in words if word.upper() in targets), "")
    milestone = next((word for word in words if word in targets.get(severity, {})), "")
    if not milestone or len(words) != 2:
        there = [f"{one} {name}" for one, own in targets.items() for name in own]
        said = f"`{shown(answers.line('target'))}` is no target of it; {_hint(words, there)}"
        raise answers.wrong("target", said)
    old = targets[severity][milestone]
    own = old if isinstance(old, dict) else {"within": old}
    calendar = _calendar(loaded, answers) or own.get("calendar", "")
    within = time(answers, "value")
    value = {"within": within, "calendar": calendar} if calendar else within
    path = ("targets", severity, milestone)
    return Change(key, path, value, f"{severity} {milestone}", _said(old), _said(value))


def _hint(words: list[str], there: list[str]) -> str:
    return near(" ".join(words), there) or f"it has: {listed(there, 20)}"


def _calendar(loaded: Loaded, answers: Answers) -> str:
    said = answers.line("calendar")
    calendars = loaded.book.ids("calendar")
    if said and said != "always" and said not in calendars:
        hint = near(said, calendars) or f"there are: always, {', '.join(calendars)}"
        raise answers.wrong("calendar", f"there is no calendar `{shown(said)}`; {hint}")
    return said


def _said(value: Any) -> str:
    return f"{value['within']} ({value['calendar']})" if isinstance(value, dict) else str(value)


def _band(_loaded: Loaded, answers: Answers, key: str, data: Any) -> Change:
    said = answers.line("target")
    id, _sep, condition = _IF.sub("\n", said).partition("\n")
    if answers.line("calendar"):
        raise answers.wrong("calendar", "a limit for a legal clock is counted as the law counts it")
    bands = [(at, one) for at, one in enumerate(data["bands"]) if one["obligation"] == id.strip()]
    if not bands:
        known = [one["obligation"] for one in data["bands"]]
        hint = near(id, known) or f"there are: {listed(dict.fromkeys(known))}"
        raise answers.wrong("target", f"it has no limit for a law `{shown(id)}`; {hint}")
    fitting = [one for one in bands if condition.strip() in ("", _condition(one[1]))]
    if len(fitting) != 1:
        rows = "; ".join(f"`{_named(one)}` ({one['within']})" for _, one in bands)
        raise answers.wrong("target", f"which is meant: {rows}?")
    at, band = fitting[0]
    new = time(answers, "value")
    return Change(key, ("bands", at, "within"), new, _named(band), band["within"], new)


def _condition(band: Any) -> str:
    return " and ".join(band.get("only_if", ()))


def _named(band: Any) -> str:
    condition = _condition(band)
    return f"{band['obligation']} if {condition}" if condition else str(band["obligation"])


FORM = Form(
    "1-target",
    ("service-level", "guard-bands"),
    (
        Question("document", "Which service level or guard bands"),
        Question("target", "Which target"),
        Question("value", "New time"),
        Question("calendar", "Counted in which hours", required=False),
        WHY,
        FROM,
        WEAKER,
    ),
    _propose,
)
