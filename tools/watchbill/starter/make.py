"""All files of a new organisation's repository, from its name, a date and the laws that it chose."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import watchbill
from watchbill.edit.proposals import form_names
from watchbill.edit.scalar import scalar
from watchbill.errors import CannotRun
from watchbill.model.kinds import KINDS
from watchbill.model.schema import file_name, text_of
from watchbill.starter.laws import PACKS
from watchbill.starter.marks import kept
from watchbill.starter.shipped import shipped
from watchbill.upgrades import NEWEST

FILES = Path(__file__).parent / "files"
OBLIGATIONS = "playbooks/commitments/obligations"
_CALENDARS = "playbooks/organization/calendars"
_HUBS = ("dublin-office.yaml", "san-francisco-office.yaml")
SHIPPED_FORMS = (
    *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in (*form_names(), "config")),
    ".github/workflows/propose.yml",
)
# The team that answers for calendars: in the shipped content, and in a new one.
_KEEPER = ("owner: vendor-mgmt", "owner: operations")
# The days on which somebody last looked at what ships.
_CHECKED = re.compile(r"^(?:review: {last|checked_on): ([0-9-]{10})", re.MULTILINE)
_FACT = re.compile(r"^@FACT ([a-z-]+)@$", re.MULTILINE)


class Wish(NamedTuple):
    """What is asked of a new repository.

    `answers` has an entry for each fact that is to be written down: yes, no, or None for an open one.
    """

    name: str
    id: str
    on: date
    answers: Mapping[str, bool | None]
    tools: str = f"watchbill[calendar,site]=={watchbill.__version__}"


def id_of(name: str) -> str:
    """An id made from a name: `Østby & Søn` becomes `ostby-son`; "" where no Latin letter is in it."""
    plain = unicodedata.normalize("NFKD", name.replace("Ø", "O").replace("ø", "o"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if c.isascii()).lower())
    return "-".join(words).lstrip("0123456789-")[:40].rstrip("-")


def starter(wish: Wish) -> dict[str, str]:
    """The text of each file by its path in the new repository, in the order of paths.

    The same wish gives the same texts. Raises CannotRun for a day before the shipped laws were checked.
    """
    taken = {**dict(_law(wish)), **dict(_calendars())}
    checked = max(day for text in taken.values() for day in _CHECKED.findall(text))
    if wish.on.isoformat() < checked:
        raise CannotRun(f"{wish.on} lies before {checked}, when what ships was last checked")
    made = {**dict(_templates(wish)), **dict(_forms()), **taken}
    made |= {f"schemas/{file_name(kind)}": text_of(kind) for kind in KINDS}
    return dict(sorted(made.items()))


def _forms() -> Iterator[tuple[str, str]]:
    """The forms in which people without Git propose a change, and the workflow that carries them out."""
    for path in SHIPPED_FORMS:
        yield path, shipped(path).read_text("utf-8")


def _templates(wish: Wish) -> Iterator[tuple[str, str]]:
    holds = _holds(wish)
    for path in sorted(FILES.rglob("*")):
        if path.is_file():
            text = kept(path.read_text("utf-8"), holds)
            if text:
                name = path.relative_to(FILES).as_posix()
                yield re.sub(r"^dot-", ".", name), _filled(text, wish)


def _holds(wish: Wish) -> frozenset[str]:
    """The words that conditions in templates may name."""
    packs = {pack.id for pack in PACKS if wish.answers.get(pack.fact, False) is not False}
    some = {"laws"} if packs else set()
    return frozenset({*packs, *wish.answers, *some, *(("facts",) if wish.answers else ())})


def _filled(text: str, wish: Wish) -> str:
    """The text with its blanks filled in."""
    monday = wish.on + timedelta(days=7 - wish.on.weekday())
    text = _FACT.sub(lambda found: _answer(wish.answers[found[1]], wish.on), text)
    for blank, value in {
        "@TITLE@": scalar(wish.name),
        "@NAME@": wish.name,
        "@ID@": wish.id,
        "@ON@": wish.on.isoformat(),
        "@ANCHOR@": (monday - timedelta(days=14)).isoformat(),
        "@WORKDAY@": _workday(monday).isoformat(),
        "@SATURDAY@": (monday + timedelta(days=5)).isoformat(),
        "@TOOLS@": wish.tools,
        "@VERSION@": NEWEST,
    }.items():
        text = text.replace(blank, value)
    return text


def _answer(value: bool | None, on: date) -> str:
    if value is None:
        return "    why: Open; counsel decides. Until then the law is operated as if it applied."
    why = "Answered when this repository was made; counsel confirms it and says why."
    return f"    value: {scalar(value)}\n    why: {why}\n    set_on: {on}"


def _law(wish: Wish) -> Iterator[tuple[str, str]]:
    """The laws as they ship: citation, verification and dates are not touched."""
    holds = _holds(wish)
    for pack in PACKS:
        for name in pack.files if pack.id in holds else ():
            path = f"{OBLIGATIONS}/{name}"
            yield path, shipped(path).read_text("utf-8")


def _workday(monday: date) -> date:
    """The first day from Tuesday of that week on which no hub has a public holiday."""
    text = "".join(text for _, text in _calendars())
    days = (monday + timedelta(days=number) for number in range(1, 5))
    return next((day for day in days if f"date: {day}," not in text), monday)


def _calendars() -> Iterator[tuple[str, str]]:
    for name in _HUBS:
        path = f"{_CALENDARS}/{name}"
        yield path, shipped(path).read_text("utf-8").replace(*_KEEPER)
