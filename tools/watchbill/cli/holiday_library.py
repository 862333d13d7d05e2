"""What the library `holidays` lists for a country, in English; the one place that asks it."""

import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from watchbill.edit.holidays import Dated, Taken
from watchbill.errors import CannotRun
from watchbill.load.validate import near

# How the library marks a name: a day in lieu, a date that is announced late.
_MARK = re.compile(r" \(([a-z, ]+)\)$")
_IN_LIEU = frozenset(("observed", "in lieu", "substitute"))
_ESTIMATED = "estimated"


def taken(
    country: str, subdiv: str, years: tuple[int, int], categories: Sequence[str], on: date
) -> Taken:
    """The holidays of the years, both included. Raises CannotRun for what the library does not know."""
    try:
        import holidays
        from holidays.registry import COUNTRIES
    except ImportError:
        raise CannotRun(
            "the import of holidays needs a package more: pip install 'watchbill[calendar]'"
        ) from None
    code = country.upper()
    names = {row[1]: row[0] for row in COUNTRIES.values()}
    if code not in names:
        raise CannotRun(f"the library knows no country `{country}`; {_hint(code, names)}")
    asked: dict[str, Any] = {"years": range(years[0], years[1] + 1)}
    entity = getattr(holidays, code)
    if subdiv and subdiv not in entity.subdivisions:
        known = ", ".join(entity.subdivisions) or "none"
        raise CannotRun(f"{code} has no subdivision `{subdiv}`; it has {known}")
    for category in categories:
        if category not in entity.supported_categories:
            known = ", ".join(entity.supported_categories)
            raise CannotRun(f"{code} has no category `{category}`; it has {known}")
    asked |= {"subdiv": subdiv} if subdiv else {}
    asked |= {"categories": tuple(categories)} if categories else {}
    language = _english(entity)
    asked |= {"language": language} if language else {}
    found = holidays.country_holidays(code, **asked)
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names[code])
    return Taken(
        f"{years[0]}-{years[1]}",
        f"PyPI library holidays {version('holidays')}, {name} ({code}),"
        f" {' and '.join(categories) or 'public'} holidays"
        f"{f' (subdivision {subdiv})' if subdiv else ''}; taken on {on}.",
        tuple(_dated(day, words) for day, words in sorted(found.items())),
    )


def installed() -> str:
    """The version of the library; "" where it is not here."""
    try:
        return version("holidays")
    except PackageNotFoundError:
        return ""


def _hint(code: str, names: dict[str, str]) -> str:
    return near(code, names) or "write its two letters, as IE"


def _english(entity: Any) -> str:
    """The country's own English, else another; "" where the library has one language only."""
    known = entity.supported_languages or ()
    own = [str(entity.default_language or ""), f"en_{entity.country}", "en_US", "en_GB"]
    return next((one for one in own if one in known and one.startswith("en")), "")


def _dated(day: date, words: str) -> Dated:
    """A day from the library's name for it; of two holidays on one day both."""
    named = [_named(part) for part in words.split("; ")]
    name = "; ".join(dict.fromkeys(part for part, _ in named))
    return Dated(day, name, any(late for _, late in named))


def _named(words: str) -> tuple[str, bool]:
    """A name with the mark of a day in lieu as we write it, and whether its date is an estimate."""
    mark = _MARK.search(words)
    marks = set(mark[1].split(", ")) if mark else set()
    if mark is None or not marks <= _IN_LIEU | {_ESTIMATED}:
        return words, False
    name = words[: mark.start()]
    return f"{name} (in lieu)" if marks & _IN_LIEU else name, _ESTIMATED in marks
