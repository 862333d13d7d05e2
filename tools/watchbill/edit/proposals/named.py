"""What people call things, and what the book calls them: documents, times, hours, roles."""

import re
from collections.abc import Iterable

from watchbill.edit.held import Held, held
from watchbill.edit.proposals.form import Answers
from watchbill.edit.tables.row import length
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.model.types import parse_duration, parse_hours

_UNITS = {
    "s": ("second", "sec", "s"),
    "m": ("minute", "min", "m"),
    "h": ("hour", "hr", "h"),
    "d": ("day", "d"),
    "bd": ("business day", "working day", "bd"),
    "mo": ("month", "mo"),
    "y": ("year", "yr", "y"),
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words}
_INSTEAD = {
    "obligation": "What the law says is no promise of ours: use the form `A legal clock`; "
    "our own limit for it stands in the guard bands",
}
_OTHER = "Use the form that fits it, or the one for any other change"
_TIME = re.compile(r"([0-9]+(?:[.,][0-9]+)?) *((?:business |working )?[a-z]+)")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_DASHES = re.compile(r"\s*(?:-|\u2013|\u2014| to | until )\s*")


def document(loaded: Loaded, answers: Answers, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Kind and id of the document that was meant: an id, `kind:id` or a page's address. Raises Wrong."""
    said = answers.line("document").partition("#")[0].rstrip("/").rpartition("/")[2]
    kind, _, id = said.rpartition(":")
    book = loaded.book
    every = [key for key in book.keys if key.rpartition(":")[2] == id and kind in ("", _kind(key))]
    fitting = [key for key in every if _kind(key) in kinds]
    if len(fitting) == 1:
        return _kind(fitting[0]), id
    if every and not fitting:
        here = f"this form is for: {', '.join(kinds)}"
        said = f"`{every[0]}` is a document of another kind; {here}"
        raise answers.wrong("document", f"{said}. {_INSTEAD.get(_kind(every[0]), _OTHER)}")
    known = [other for one in kinds for other in book.ids(one)]
    if fitting:
        raise answers.wrong("document", f"which is meant: {' or '.join(fitting)}?")
    hint = near(id, known) or f"there are: {listed(known)}"
    raise answers.wrong("document", f"the book has no {' or '.join(kinds)} `{shown(said)}`; {hint}")


def _kind(key: str) -> str:
    return key.partition(":")[0]


def opened(loaded: Loaded, kind: str, id: str) -> Held:
    """The file of a document that is there. Raises CannotRun."""
    return held(loaded, f"{kind}:{id}")


def listed(words: Iterable[str], most: int = 15) -> str:
    """Words in a row; of many the first ones."""
    every = list(words)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def time(answers: Answers, id: str) -> str:
    """A length of time as the language writes it: `2 hours`, `1,5 h` and `90m` are all read. Raises Wrong."""
    said = answers.line(id)
    words = said.lower()
    parts = [(amount, _unit(unit)) for amount, unit in _TIME.findall(words)]
    rest = _TIME.sub("", words).replace("and", "").strip(" ,")
    if not rest and all(unit for _, unit in parts):
        words = "".join(f"{amount}{unit}" for amount, unit in parts)
    found = length(words)
    try:
        parse_duration(found)
    except ValueError:
        forms = "90s, 15m, 1h30m, 3d, 2bd (business days) or 6mo"
        raise answers.wrong(id, f"`{shown(said)}` is no length of time; write {forms}") from None
    return found


def _unit(word: str) -> str:
    return _UNIT.get(word) or _UNIT.get(word.removesuffix("s"), "")


def hours(answers: Answers, id: str) -> str:
    """Hours on the wall clock: `8:00 - 17:30` is `08:00-17:30`. Raises Wrong."""
    said = answers.line(id)
    found = "-".join(map(_padded, _DASHES.split(said.strip('"')))) if said != "24h" else said
    try:
        parse_hours(found)
    except ValueError:
        forms = "08:00-17:30, 22:00-06:00 (past midnight) or 24h"
        raise answers.wrong(id, f"`{shown(said)}` are no hours; write {forms}") from None
    return found


def wall(answers: Answers, id: str) -> str:
    """A time on the wall clock: `8:00` is `08:00`. Raises Wrong."""
    said = answers.line(id)
    found = _padded(said.strip('"'))
    try:
        parse_hours(f"{found}-24:00")
    except ValueError:
        raise answers.wrong(id, f"`{shown(said)}` is no time of day; write 08:00") from None
    return found


def _padded(word: str) -> str:
    found = _CLOCK.fullmatch(word.strip())
    return f"{found[1]:0>2}:{found[2]}" if found else word.strip()


def role(loaded: Loaded, answers: Answers, id: str) -> str:
    """The id of a role that is given by its id or its title. Raises Wrong."""
    said = answers.line(id)
    roles = loaded.book.roles()
    titles = {one.title.casefold(): one.id for one in roles.values()}
    found = said if said in roles else titles.get(said.casefold(), "")
    if not found:
        hint = near(said, roles) or f"there are: {listed(roles, 40)}"
        raise answers.wrong(id, f"there is no role `{shown(said)}`; {hint}")
    return found
